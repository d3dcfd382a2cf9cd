// SPDX-License-Identifier: MIT
#include <algorithm>

#include "desk.hpp"
#include "folding.hpp"

/// Whom and what a cell means that does not say it in our words.
namespace muster::intake {

namespace {

std::vector<std::string> words_in(std::string text) {
    for (char& c : text)
        if (c == '#' || c == '(' || c == ')' || c == ',' || c == ':' || c == '.') c = ' ';
    std::vector<std::string> words;
    text = squeezed(text);
    while (!text.empty()) {
        const auto space = text.find(' ');
        words.push_back(text.substr(0, space));
        text.erase(0, space == std::string::npos ? text.size() : space + 1);
    }
    return words;
}

bool has_figure(const std::string& word) {
    return word.find_first_of("0123456789") != std::string::npos;
}

/// Whether all that stands beside the collar is a rank or the officer's own name.
bool agrees(const std::vector<std::string>& words, const std::string& collar,
            const std::string& name) {
    const auto own = words_in(upper(name));
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
        const std::string key = words_key(word);
        return word == collar || key == "collar" || key == "no" || !rank_of_word(word).empty() ||
               (!has_figure(word) && std::find(own.begin(), own.end(), word) != own.end());
    });
}

std::string without_zeros(const std::string& digits) {
    const auto first = digits.find_first_not_of('0');
    return first == std::string::npos ? std::string{} : digits.substr(first);
}

}  // namespace

NamedOfficer Desk::officer_named(const std::string& text) const {
    const std::string given = upper(text);
    if (given.empty() || officers.contains(given)) return {given, {}};
    const auto words = words_in(given);
    std::string found;
    for (const auto& word : words) {
        if (!has_figure(word) || !officers.contains(word) || word == found) continue;
        if (!found.empty()) return {given, {}};  // it names two
        found = word;
    }
    if (!found.empty() && agrees(words, found, officers.at(found).name)) return {found, {}};
    if (!found.empty()) return {given, found};
    constexpr std::size_t zeros_max = 4;
    const std::string digits = words.size() == 1 ? without_zeros(words.front()) : std::string{};
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string::npos)
        return {given, {}};
    std::string padded = digits;
    for (std::size_t i = 0; i <= zeros_max; ++i, padded.insert(0, 1, '0'))
        if (officers.contains(padded)) return {given, padded};
    return {given, {}};
}

std::string_view Desk::class_of_model(std::uint32_t model) {
    const auto [place, is_new] = class_of_model_.try_emplace(model);
    if (!is_new) return place->second;
    const std::string& name = models.spelling(model);
    const auto known = classes_of_models.find(name_key(name));
    if (known != classes_of_models.end())
        place->second = known->second;
    else if (!models.is_known(model))
        place->second = class_in_model(name);
    return place->second;
}

}  // namespace muster::intake
