// SPDX-License-Identifier: MIT
#include <algorithm>
#include <stdexcept>

#include "muster/ledger/checkpoint.hpp"

namespace muster::ledger {

namespace {

constexpr std::string_view origin_start = "muster/";
constexpr std::string_view practice_start = "practice-";
constexpr std::size_t slug_length_max = 40;

bool is_slug_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool is_random_part(std::string_view text) {
    return text.size() >= 8 && text.size() <= 32 &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool is_slug(std::string_view text) {
    return !text.empty() && text.size() <= slug_length_max &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return is_slug_letter(c) || c == '-'; });
}

}  // namespace

std::string origin_for(std::string_view force, std::string_view random_hex, bool practice) {
    if (!is_random_part(random_hex))
        throw std::logic_error("origin_for: not 8 to 32 hex characters");
    std::string slug{practice ? practice_start : std::string_view{}};
    const std::size_t start = slug.size();
    for (const char c : force) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (is_slug_letter(lower))
            slug.push_back(lower);
        else if (slug.size() > start && slug.back() != '-')
            slug.push_back('-');
    }
    slug.resize(std::min(slug.size(), slug_length_max));
    while (slug.size() > start && slug.back() == '-') slug.pop_back();
    if (slug.size() == start) slug += "force";
    // A real ledger must never look like a practice one, whatever the force is called.
    if (!practice && slug.starts_with(practice_start)) slug.erase(practice_start.size() - 1, 1);
    return std::string{origin_start} + slug + "/" + std::string{random_hex};
}

bool is_valid_origin(std::string_view origin) {
    if (!origin.starts_with(origin_start)) return false;
    origin.remove_prefix(origin_start.size());
    const std::size_t slash = origin.find('/');
    return slash != std::string_view::npos && is_slug(origin.substr(0, slash)) &&
           is_random_part(origin.substr(slash + 1));
}

std::string slug_of(std::string_view origin) {
    if (!is_valid_origin(origin)) throw std::logic_error("slug_of: not an origin");
    origin.remove_prefix(origin_start.size());
    return std::string{origin.substr(0, origin.find('/'))};
}

bool is_practice_origin(std::string_view origin) {
    return slug_of(origin).starts_with(practice_start);
}

}  // namespace muster::ledger
