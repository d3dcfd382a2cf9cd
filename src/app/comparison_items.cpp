// SPDX-License-Identifier: MIT
#include <algorithm>
#include <unordered_map>

#include "app/basket.hpp"
#include "app/comparison.hpp"
#include "muster/core/codes.hpp"
#include "muster/storage/lists.hpp"

namespace muster::app {
namespace {

constexpr std::int64_t page_rows = 1'000;

// What eyes and keyboards confuse: O/0 I/1 B/8 S/5, and the zeros a spreadsheet eats.
std::string folded(const std::string& serial) {
    std::string fold;
    for (const char c : core::normal_code(serial)) {
        const char same = c == 'O' ? '0' : c == 'I' ? '1' : c == 'B' ? '8' : c == 'S' ? '5' : c;
        const bool counts = (same >= '0' && same <= '9') || (same >= 'A' && same <= 'Z');
        if (counts && !(fold.empty() && same == '0')) fold += same;
    }
    return fold;
}

std::string words_of(const intake::ItemRow& row) {
    const std::string tag = row.tag.empty() ? "" : " (" + row.tag + ")";
    return row.model + " " + row.serial + tag;
}

std::string shown(std::string status) {
    std::replace(status.begin(), status.end(), '_', ' ');
    return status;
}

bool is_among(const std::string& name, const std::vector<std::string>& places) {
    const std::string normal = core::normal_code(name);
    return std::any_of(places.begin(), places.end(), [&](const std::string& place) {
        return core::normal_code(place) == normal;
    });
}

}  // namespace

std::string model_spelling(const core::Facts& facts, const std::string& name) {
    const auto found = core::things_called(facts, name, {"model"});
    if (found.size() != 1) return name;
    const auto model = facts.find<core::Model>(found.front().thing);
    return model ? model->name : name;
}

std::vector<std::string> places_around(const core::Facts& facts, const std::string& location) {
    std::vector<std::string> names;
    std::string at = location;
    // A location's parents were there before it, so that they never form a ring.
    while (!at.empty()) {
        const auto place = facts.find<core::Location>(at);
        if (!place) break;
        names.push_back(place->name);
        at = place->parent.value;
    }
    return names;
}

std::optional<core::Item> ItemComparison::item_of(const intake::ItemRow& row) const {
    const auto only = [&](const std::string& code, const char* sort) -> std::optional<core::Item> {
        if (core::normal_code(code).empty()) return std::nullopt;
        const auto found = core::things_called(facts_, code, {sort});
        if (found.size() != 1 || seen_.contains(found.front().thing)) return std::nullopt;
        return facts_.find<core::Item>(found.front().thing);
    };
    if (auto item = only(model_spelling(facts_, row.model) + "/" + row.serial, "model_serial"))
        return item;
    if (auto item = only(row.tag, "tag")) return item;
    return only(row.serial, "serial");
}

void ItemComparison::take(const intake::ItemRow& row) {
    if (const auto item = item_of(row)) {
        seen_.insert(item->key);
        return compare(row, *item);
    }
    ++report_.counts["item"].only_in_file;
    alone_.push_back(report_.differences.size());
    serials_.push_back(row.serial);
    report_.differences.push_back(
        {"item", "only_in_file", words_of(row), {}, {}, {}, {}, row.sheet, row.row});
}

void ItemComparison::compare(const intake::ItemRow& row, const core::Item& item) {
    RowComparison fields{report_, "item", core::item_words(facts_, item.key), row.sheet, row.row};
    const auto model = facts_.find<core::Model>(item.model.value);
    fields.text("model", model_spelling(facts_, row.model), model ? model->name : "");
    fields.text("serial", row.serial, item.serial);
    fields.text("tag", row.tag, item.tag);
    fields.text("status", shown(row.location_status), shown(item.location_status));
    fields.text("condition", shown(row.condition_status), shown(item.condition_status));
    const auto holds = facts_.all<core::Hold>(item.key + "/");
    const bool evidence = std::any_of(holds.begin(), holds.end(), [](const core::Hold& hold) {
        return hold.reason == "evidence";
    });
    fields.text("evidence hold", row.evidence_hold ? "yes" : "no", evidence ? "yes" : "no");
    compare_places(row, item, fields);
    fields.day("acquired", row.acquired, item.acquired);
    fields.day("last inspected", row.last_inspected, item.last_inspected);
    fields.close();
}

// With whom it is where both say that it is out; else where it lies or belongs.
void ItemComparison::compare_places(const intake::ItemRow& row, const core::Item& item,
                                    RowComparison& fields) {
    const std::string collar = item.holder.value.starts_with("o-")
                                   ? collar_of(facts_, core::OfficerId{item.holder.value})
                                   : "";
    if (row.location_status == "issued" && item.location_status == "issued")
        fields.text("holder", row.issued_to, collar);
    std::vector<std::string> places = places_around(facts_, item.home.value);
    for (std::string& place : places_around(facts_, item.holder.value))
        places.push_back(std::move(place));
    if (!row.location.empty() && !is_among(row.location, places))
        fields.differs("location", row.location, places.empty() ? "" : places.front());
    fields.text("position", row.rack, item.position);
}

void ItemComparison::finish() {
    for (std::string after;;) {
        const auto rows = storage::register_page(tx_, "", after, page_rows);
        for (const auto& row : rows) {
            if (seen_.contains(row.item) || row.location_status == "disposed" ||
                row.holder.holder.starts_with("x-"))
                continue;
            ++report_.counts["item"].only_in_ledger;
            alone_.push_back(report_.differences.size());
            serials_.push_back(row.serial);
            report_.differences.push_back({"item",
                                           "only_in_ledger",
                                           core::item_words(facts_, row.item),
                                           {},
                                           {},
                                           {},
                                           {},
                                           {},
                                           0});
        }
        if (static_cast<std::int64_t>(rows.size()) < page_rows) break;
        after = rows.back().item;
    }
    pair_look_alikes();
}

void ItemComparison::pair_look_alikes() {
    std::unordered_map<std::string, std::vector<std::size_t>> alike;
    for (std::size_t i = 0; i < alone_.size(); ++i)
        if (const std::string fold = folded(serials_[i]); !fold.empty()) alike[fold].push_back(i);
    for (std::size_t i = 0; i < alone_.size(); ++i) {
        Difference& mine = report_.differences[alone_[i]];
        const auto same = alike.find(folded(serials_[i]));
        if (same == alike.end()) continue;
        for (const std::size_t other : same->second) {
            const Difference& theirs = report_.differences[alone_[other]];
            if (theirs.what == mine.what) continue;
            mine.likely += (mine.likely.empty() ? "" : ", ") + theirs.subject;
        }
    }
}

}  // namespace muster::app
