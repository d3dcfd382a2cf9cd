// SPDX-License-Identifier: MIT
#include "app/screens/listing_rows.hpp"

#include <algorithm>

#include "muster/core/codes.hpp"
#include "muster/core/time.hpp"

namespace muster::app {

std::string text_of(const core::Value::Object& row, const char* name) {
    const auto found = row.find(name);
    const std::string* text = found == row.end() ? nullptr : found->second.text();
    return text == nullptr ? std::string{} : *text;
}

std::int64_t number_of(const core::Value::Object& row, const char* name) {
    const auto found = row.find(name);
    const std::int64_t* number = found == row.end() ? nullptr : found->second.number();
    return number == nullptr ? 0 : *number;
}

bool truth_of(const core::Value::Object& row, const char* name) {
    const auto found = row.find(name);
    const bool* truth = found == row.end() ? nullptr : found->second.truth();
    return truth != nullptr && *truth;
}

std::string moment_of(const std::string& text) {
    const auto instant = core::instant_of(text);
    return instant ? core::uk_time_text(*instant) : text;
}

bool has_words(const ThingRow& row, const std::string& words) {
    const std::string wanted = core::normal_code(words);
    return wanted.empty() ||
           std::any_of(row.cells.begin(), row.cells.end(), [&](const std::string& cell) {
               return core::normal_code(cell).find(wanted) != std::string::npos;
           });
}

}  // namespace muster::app
