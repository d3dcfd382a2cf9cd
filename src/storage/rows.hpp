// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "muster/storage/database.hpp"

/// Reading the columns of a row. A column of another type is a schema that was not checked.
namespace muster::storage {

inline std::int64_t number_at(const Row& row, std::size_t column) {
    return std::get<std::int64_t>(row.at(column));
}

inline const std::string& text_at(const Row& row, std::size_t column) {
    return std::get<std::string>(row.at(column));
}

inline std::optional<std::string> optional_text_at(const Row& row, std::size_t column) {
    const auto* text = std::get_if<std::string>(&row.at(column));
    if (text == nullptr) return std::nullopt;
    return *text;
}

inline std::string text_or_empty_at(const Row& row, std::size_t column) {
    return optional_text_at(row, column).value_or(std::string{});
}

/// A value bound to a parameter: a null where there is none.
inline Value value_or_null(const std::string& text) {
    return text.empty() ? Value{} : Value{text};
}

}  // namespace muster::storage
