// SPDX-License-Identifier: MIT
#include "consistency.hpp"

#include "lines.hpp"
#include "muster/ledger/canonical.hpp"

namespace muster::pack {
namespace {

core::Value hashes_value(const std::vector<ledger::Digest>& hashes) {
    core::Value::Array array;
    for (const ledger::Digest& hash : hashes) array.emplace_back(ledger::hex(hash));
    return core::Value{std::move(array)};
}

std::optional<std::vector<ledger::Digest>> read_hashes(const core::Value* value) {
    if (value == nullptr || value->array() == nullptr) return std::nullopt;
    std::vector<ledger::Digest> hashes;
    for (const core::Value& element : *value->array()) {
        const auto hash =
            element.text() != nullptr ? ledger::digest_of_hex(*element.text()) : std::nullopt;
        if (!hash) return std::nullopt;
        hashes.push_back(*hash);
    }
    return hashes;
}

}  // namespace

std::string write_consistency(const Consistency& consistency) {
    return ledger::canonical(core::Value{core::Value::Object{
               {"closing", core::Value::Object{{"line", consistency.closing_line},
                                               {"proof", hashes_value(consistency.closing_proof)}}},
               {"new_size", consistency.new_size},
               {"old_size", consistency.old_size},
               {"proof", hashes_value(consistency.proof)}}}) +
           "\n";
}

std::optional<Consistency> read_consistency(std::string_view bytes) {
    if (bytes.empty() || bytes.back() != '\n') return std::nullopt;
    const auto read = ledger::read_canonical(bytes.substr(0, bytes.size() - 1));
    const auto* value = std::get_if<core::Value>(&read);
    if (value == nullptr) return std::nullopt;
    const core::Value* old_size = value->member("old_size");
    const core::Value* new_size = value->member("new_size");
    const core::Value* closing = value->member("closing");
    const core::Value* line = closing != nullptr ? closing->member("line") : nullptr;
    if (old_size == nullptr || old_size->number() == nullptr || new_size == nullptr ||
        new_size->number() == nullptr || line == nullptr || line->text() == nullptr)
        return std::nullopt;
    const auto proof = read_hashes(value->member("proof"));
    const auto closing_proof = read_hashes(closing->member("proof"));
    if (!proof || !closing_proof) return std::nullopt;
    Consistency consistency{*old_size->number(), *new_size->number(), *proof, *line->text(),
                            *closing_proof};
    if (write_consistency(consistency) != bytes) return std::nullopt;
    return consistency;
}

std::string write_frontier(const std::vector<ledger::Digest>& peaks) {
    std::string text;
    for (const ledger::Digest& peak : peaks) text += ledger::hex(peak) + "\n";
    return text;
}

std::optional<std::vector<ledger::Digest>> read_frontier(std::string_view bytes) {
    std::vector<ledger::Digest> peaks;
    for (const std::string& line : lines_of(bytes)) {
        const auto peak = ledger::digest_of_hex(line);
        if (!peak || peaks.size() == 64) return std::nullopt;
        peaks.push_back(*peak);
    }
    if (write_frontier(peaks) != bytes) return std::nullopt;
    return peaks;
}

}  // namespace muster::pack
