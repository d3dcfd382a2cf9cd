// SPDX-License-Identifier: MIT
#include "cli/movement_words.hpp"

namespace muster::cli {
namespace {

app::CodeExpended expended_of(const std::string& text, const std::string& option) {
    const std::string shape = "--" + option + " takes CODE:QTY:REASON:REF";
    // A reference may be absent; a code may not hold a colon.
    const auto first = text.find(':');
    const auto second = first == std::string::npos ? first : text.find(':', first + 1);
    if (second == std::string::npos) throw app::UsageError{shape + ", not " + text};
    const auto third = text.find(':', second + 1);
    app::CodeExpended used;
    used.code = text.substr(0, first);
    used.quantity = quantity_of(text.substr(first + 1, second - first - 1), shape.c_str());
    used.reason = text.substr(second + 1, third == std::string::npos ? third : third - second - 1);
    if (third != std::string::npos) used.reference = text.substr(third + 1);
    return used;
}

}  // namespace

app::CommitDetails details_of(const Run& run) {
    app::CommitDetails details;
    details.request = run.request;
    details.request_content = run.request_content;
    details.paper = run.words.get("paper");
    if (const auto text = run.words.get("happened")) {
        details.happened_at = core::instant_of(*text);
        if (!details.happened_at)
            throw app::UsageError{"--happened takes an instant as 2026-03-01T06:41:12.345Z, not " +
                                  *text};
    }
    return details;
}

std::vector<app::CodeQuantity> quantities_of(const Words& words, const char* option) {
    const std::string shape = std::string{"--"} + option + " takes CODE:QTY, QTY a whole number";
    std::vector<app::CodeQuantity> all;
    for (const std::string& text : words.all(option)) {
        const auto [code, quantity] = split_last(text, shape.c_str());
        all.push_back({code, quantity_of(quantity, shape.c_str())});
    }
    return all;
}

std::vector<app::CodeExpended> all_expended(const Words& words, const char* option) {
    std::vector<app::CodeExpended> all;
    for (const std::string& text : words.all(option)) all.push_back(expended_of(text, option));
    return all;
}

app::MovedThings things_of(const Words& words) {
    return {words.all("item"), quantities_of(words, "batch"), words.get("from")};
}

std::optional<core::Date> date_of(const Words& words, const char* option) {
    const auto text = words.get(option);
    if (!text) return std::nullopt;
    const auto date = core::date_of(*text);
    if (!date)
        throw app::UsageError{std::string{"--"} + option + " takes a date as 2026-03-01, not " +
                              *text};
    return date;
}

Outcome movement(Run& run, const core::Result<app::MovementReceipt>& done,
                 const std::string& verb) {
    if (!done) return refusal(done.error());
    const app::MovementReceipt& receipt = done.value();
    Outcome outcome;
    put_receipt(outcome, receipt.receipt);
    outcome.result["number"] = receipt.number;
    outcome.result["lines"] = texts(receipt.lines);
    core::Value::Array discrepancies;
    for (const core::EntryNumber number : receipt.discrepancies)
        discrepancies.emplace_back("d-" + std::to_string(number));
    outcome.result["discrepancies"] = std::move(discrepancies);
    outcome.text.push_back(verb + ", number " + std::to_string(receipt.number) + ".");
    for (const std::string& line : receipt.lines) outcome.text.push_back("  " + line);
    for (const core::EntryNumber number : receipt.discrepancies)
        outcome.text.push_back(app::discrepancy_words(*run.ledger, number));
    outcome.text.push_back("Receipt " + receipt.receipt.short_form);
    return outcome;
}

}  // namespace muster::cli
