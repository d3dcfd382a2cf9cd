// SPDX-License-Identifier: MIT
#include "synonyms.hpp"

#include <algorithm>
#include <charconv>

#include "folding.hpp"
#include "reference_tables.hpp"

namespace muster::intake {

std::optional<StatusMeaning> status_meaning(std::string_view word) {
    const auto& statuses = word_tables().statuses;
    const auto found = statuses.find(words_key(word));
    if (found == statuses.end()) return std::nullopt;
    return found->second;
}

const std::vector<std::string>& usual_statuses() {
    return word_tables().usual_statuses;
}

std::string_view class_of_word(std::string_view word) {
    return word_tables().meaning("class", words_key(word));
}

std::string_view weapon_class_of_word(std::string_view word) {
    const auto found = class_of_word(word);
    return found == "specialist" || found == "other" ? std::string_view{} : found;
}

std::string_view rank_of_word(std::string_view word) {
    return word_tables().meaning("rank", words_key(word));
}
std::string_view use_of_word(std::string_view word) {
    return word_tables().meaning("use", words_key(word));
}
std::string_view decision_of_word(std::string_view word) {
    return word_tables().meaning("decision", words_key(word));
}
std::string_view level_of_word(std::string_view word) {
    return word_tables().meaning("level", words_key(word));
}
std::string_view sort_of_word(std::string_view word) {
    return word_tables().meaning("sort", words_key(word));
}

int month_of_word(std::string_view word) {
    const auto found = word_tables().meaning("month", words_key(word));
    int month = -1;
    std::from_chars(found.data(), found.data() + found.size(), month);
    return month;
}

bool is_yes(std::string_view word) {
    return word_tables().has("yes", words_key(word));
}
bool is_no(std::string_view word) {
    return word_tables().has("no", words_key(word));
}

bool is_total_word(std::string_view text) {
    const std::string key = words_key(text);
    const auto& totals = word_tables().lists.at("total");
    for (std::size_t end = key.find(' ');; end = key.find(' ', end + 1)) {
        if (totals.contains(key.substr(0, end))) return true;
        if (end == std::string::npos) return false;
    }
}

bool is_blank_mark(std::string_view text) {
    // The longest mark has four bytes; nothing longer need be looked up.
    constexpr std::size_t longest = 4;
    const std::string word = trimmed(text);
    return word.empty() || (word.size() <= longest && word_tables().has("blank", upper(word)));
}

MakeOfModel make_of_model(std::string_view squeezed_name) {
    if (squeezed_name.empty()) return {};
    const std::string name = upper(std::string{squeezed_name}) + " ";
    for (const auto& [start, make] : word_tables().makes)
        if (name[0] == start[0] && name.starts_with(start))
            return {make, std::min(start.size(), squeezed_name.size())};
    return {};
}

}  // namespace muster::intake
