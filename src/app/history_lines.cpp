// SPDX-License-Identifier: MIT
#include "app/history_lines.hpp"

#include <algorithm>
#include <set>

#include "app/undo_parts.hpp"
#include "muster/core/codes.hpp"
#include "muster/ledger/canonical.hpp"
#include "muster/ledger/disclosure.hpp"
#include "muster/ledger/random.hpp"
#include "muster/storage/ledger_store.hpp"
#include "muster/storage/lists.hpp"
#include "muster/storage/private_store.hpp"

namespace muster::app {
namespace {

/// Names remembered of each sort, about 100 bytes each; a force has fewer weapons and officers.
constexpr std::size_t names_max = 100'000;
constexpr char several = ';';

std::optional<std::string> text_or_nothing(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional{text};
}

std::vector<std::string> parts_of(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find(several, from), text.size());
        if (auto part = core::normal_code(text.substr(from, end - from)); !part.empty())
            parts.push_back(std::move(part));
        from = end + 1;
    }
    return parts;
}

std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 14'695'981'039'346'656'037U;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
    return hash;
}

template <class Names>
void make_room(Names& names) {
    if (names.size() >= names_max) names.clear();
}

}  // namespace

core::Result<void> HistoryLines::add(const intake::MovementRow& row) {
    core::MovementNoted body;
    body.number = row.number;
    body.at = row.at;
    body.sort = row.sort;
    body.quantity = row.quantity;
    body.from = text_or_nothing(row.from);
    body.to = text_or_nothing(row.to);
    body.reference = text_or_nothing(row.reference);
    put_officer(body, row.officer);
    const std::vector<std::string> things = things_of(row);
    if (things.empty()) {
        body.subject = row.model.empty()    ? row.serial
                       : row.serial.empty() ? row.model
                                            : row.model + " " + row.serial;
        return add_line(std::move(body), {});
    }
    if (things.size() > 1) body.quantity = 1;
    for (const std::string& thing : things)
        if (auto added = add_line(body, thing); !added) return added;
    return boost::outcome_v2::success();
}

core::Result<void> HistoryLines::add_line(core::MovementNoted body, const std::string& thing) {
    if (!thing.empty()) {
        body.subject = thing;
        ++linked_;
    }
    ++noted_;
    if (auto added = proposal_.add(std::move(body)); !added) return std::move(added).error();
    proposal_.relieve();
    return boost::outcome_v2::success();
}

// A cell may name several weapons. Where the register knows them all each gets its line, else the
// cell stays as it was written.
std::vector<std::string> HistoryLines::things_of(const intake::MovementRow& row) {
    std::vector<std::string> things;
    for (const std::string& code : parts_of(row.serial)) {
        const std::string& thing = thing_called(row.model, code);
        if (thing.empty()) return {};
        things.push_back(thing);
    }
    return things;
}

const std::string& HistoryLines::thing_called(const std::string& model, const std::string& code) {
    const std::string whole = model.empty() ? code : model + "/" + code;
    const auto known = things_.find(whole);
    if (known != things_.end()) return known->second;
    make_room(things_);
    auto found = core::things_called(proposal_.facts(), whole,
                                     {"tag", "serial", "model_serial", "batch_number", "model"});
    // A tag or batch number stands without its model.
    if (found.empty() && !model.empty())
        found = core::things_called(proposal_.facts(), code, {"tag", "batch_number"});
    return things_[whole] = found.size() == 1 ? found.front().thing : std::string{};
}

void HistoryLines::put_officer(core::MovementNoted& body, const std::string& written) {
    if (written.empty()) return;
    auto known = officers_.find(written);
    if (known == officers_.end()) {
        make_room(officers_);
        known = officers_
                    .emplace(written, storage::officer_by_collar(proposal_.transaction(), written)
                                          .value_or(std::string{}))
                    .first;
    }
    if (known->second.empty())
        body.officer_text = closed_text(written);
    else
        body.officer.value = known->second;
}

// One disclosure for all lines about one unknown person: erased once, they are gone from all.
core::PrivateText HistoryLines::closed_text(const std::string& text) {
    const auto known = closed_.find(text);
    if (known != closed_.end()) return {known->second, text};
    make_room(closed_);
    const std::string fit = ledger::fit_for_line(text);
    const auto made = ledger::disclose(randomness_.bytes(ledger::salt_bytes), fit);
    storage::save_disclosure(proposal_.transaction(), made.digest, made.line, fit);
    closed_[text] = made.digest;
    return {made.digest, fit};
}

// The number's own text within the line is enough: a quote inside a text would be escaped there.
NumbersNoted::NumbersNoted(storage::Transaction& tx) {
    constexpr std::string_view member = "\"number\":\"";
    std::set<core::EntryNumber> undone;
    storage::each_of_kind(tx, core::ImportUndone::kind, 1, [&](const storage::StoredEntry& entry) {
        const auto read = read_line(entry.number, entry.line);
        undone.insert(std::get<core::ImportUndone>(read.entry.body).import);
        return true;
    });
    storage::each_of_kind(tx, core::MovementNoted::kind, 1, [&](const storage::StoredEntry& entry) {
        if (undone.contains(entry.first)) return true;
        const auto at = entry.line.find(member);
        if (at == std::string::npos) return true;
        std::size_t end = at + member.size();
        while (end < entry.line.size() && entry.line[end] != '"')
            end += entry.line[end] == '\\' ? 2U : 1U;
        const auto from = at + member.size() - 1;
        if (end > from + 1)
            hashes_.push_back(hash_of(std::string_view{entry.line}.substr(from, end + 1 - from)));
        return true;
    });
    std::sort(hashes_.begin(), hashes_.end());
}

bool NumbersNoted::contains(const std::string& number) const {
    if (number.empty() || hashes_.empty()) return false;
    const std::string text = ledger::canonical(core::Value{ledger::fit_for_line(number)});
    return std::binary_search(hashes_.begin(), hashes_.end(), hash_of(text));
}

}  // namespace muster::app
