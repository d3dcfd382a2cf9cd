// SPDX-License-Identifier: MIT
#include <charconv>

#include "cli/command.hpp"

namespace muster::cli {

std::optional<std::string> Words::get(const std::string& name) const {
    const auto at = options.find(name);
    if (at == options.end() || at->second.empty()) return std::nullopt;
    return at->second.back();
}

std::string Words::need(const std::string& name) const {
    const auto value = get(name);
    if (!value) throw app::UsageError{"This command needs --" + name + "."};
    return *value;
}

std::vector<std::string> Words::all(const std::string& name) const {
    const auto at = options.find(name);
    return at == options.end() ? std::vector<std::string>{} : at->second;
}

std::string Words::word(std::size_t index, const char* what) const {
    if (index >= positional.size())
        throw app::UsageError{std::string{"This command needs "} + what + "."};
    return positional[index];
}

std::int64_t Words::number(const std::string& name, std::int64_t otherwise) const {
    const auto text = get(name);
    return text ? quantity_of(*text, ("--" + name + " takes a whole number").c_str()) : otherwise;
}

Outcome refusal(core::Refused refused) {
    Outcome outcome;
    outcome.exit_code = 3;
    for (const core::RefusedLine& line : refused.lines)
        outcome.text.push_back(core::sentence_of(line));
    outcome.refused = std::move(refused);
    return outcome;
}

void put_receipt(Outcome& outcome, const app::Receipt& receipt) {
    outcome.entries = receipt.entries;
    outcome.result["short"] = receipt.short_form;
    if (receipt.repeated) outcome.result["repeated"] = true;
}

Outcome recorded(const core::Result<app::Receipt>& receipt, const std::string& sentence) {
    if (!receipt) return refusal(receipt.error());
    Outcome outcome;
    put_receipt(outcome, receipt.value());
    outcome.text.push_back(sentence + " Entry " + std::to_string(receipt.value().entries.front()) +
                           ".");
    return outcome;
}

std::pair<std::string, std::string> split_last(const std::string& text, const char* shape) {
    const auto colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0)
        throw app::UsageError{std::string{shape} + ", not " + text};
    return {text.substr(0, colon), text.substr(colon + 1)};
}

std::int64_t quantity_of(const std::string& text, const char* shape) {
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole =
        !text.empty() && read.ec == std::errc{} && read.ptr == text.data() + text.size();
    if (!whole || number < -1'000'000'000'000 || number > 1'000'000'000'000)
        throw app::UsageError{std::string{shape} + ", not " + text};
    return number;
}

core::Value::Array texts(const std::vector<std::string>& all) {
    core::Value::Array array;
    for (const std::string& text : all) array.emplace_back(text);
    return array;
}

}  // namespace muster::cli
