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

std::string_view condition_of_word(std::string_view word) {
    return word_tables().meaning("condition", words_key(word));
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

bool ends_in_total(std::string_view text) {
    const std::string key = words_key(text);
    const auto space = key.rfind(' ');
    return space != std::string::npos &&
           word_tables().lists.at("total").contains(key.substr(space + 1));
}

bool is_remark_start(std::string_view text) {
    const auto colon = text.find(':');
    return word_tables().has("remark", words_key(text.substr(0, colon)));
}

bool is_ditto(std::string_view text) {
    constexpr std::size_t longest = 16;
    if (text.empty() || text.size() > 2 * longest) return false;
    const std::string word = squeezed(text);
    return !word.empty() && word.size() <= longest && word_tables().has("ditto", upper(word));
}

bool is_placeholder(std::string_view text) {
    const std::string word = upper(squeezed(text));
    const auto is_sign = [](char c) {
        return static_cast<unsigned char>(c) < 0x80 && !(c >= '0' && c <= '9') &&
               !(c >= 'A' && c <= 'Z');
    };
    return word_tables().has("placeholder", word) || std::all_of(word.begin(), word.end(), is_sign);
}

Employment employment_of(std::string_view text) {
    const std::string key = words_key(text);
    const auto whole = word_tables().meaning("employment", key);
    if (whole == "serving") return {Employment::Says::serving, {}};
    if (whole == "suspended") return {Employment::Says::suspended, {}};
    // The longest beginning that means it; what follows may be a day or a reason.
    for (std::size_t end = key.size(); end != std::string::npos && end > 0;
         end = key.rfind(' ', end - 1)) {
        if (word_tables().meaning("employment", key.substr(0, end)) != "left") continue;
        const auto digit = text.find_first_of("0123456789");
        return {Employment::Says::left,
                digit == std::string_view::npos ? std::string{} : squeezed(text.substr(digit))};
    }
    return {};
}

bool hints_at_leaver(std::string_view text) {
    std::string key = words_key(text);
    while (!key.empty()) {
        const auto space = key.find(' ');
        if (word_tables().has("suspicion", key.substr(0, space))) return true;
        key.erase(0, space == std::string::npos ? key.size() : space + 1);
    }
    return false;
}

std::string_view authority_of_word(std::string_view word) {
    return word_tables().meaning("authority", words_key(word));
}

std::string_view class_in_model(std::string_view name) {
    std::vector<std::string> words{""};
    for (const char c : words_key(name)) {
        if (c == ' ')
            words.emplace_back();
        else
            words.back() += c;
    }
    for (const auto& word : words)
        if (word_tables().has("part", word)) return {};
    constexpr std::size_t longest = 3;
    for (std::size_t count = std::min(longest, words.size()); count > 0; --count)
        for (std::size_t first = 0; first + count <= words.size(); ++first) {
            std::string phrase = words[first];
            for (std::size_t i = 1; i < count; ++i) phrase += " " + words[first + i];
            const auto found = weapon_class_of_word(phrase);
            if (!found.empty()) return found;
        }
    return {};
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
