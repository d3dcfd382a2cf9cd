// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "muster/app/thing_list.hpp"
#include "muster/core/value.hpp"

/// Members of a listing's row, and the words of a list's row.
namespace muster::app {

/// A text, empty where there is none; a number, 0 where there is none; a truth, false likewise.
std::string text_of(const core::Value::Object& row, const char* name);
std::int64_t number_of(const core::Value::Object& row, const char* name);
bool truth_of(const core::Value::Object& row, const char* name);
/// An instant as people read it; what is none as it stands.
std::string moment_of(const std::string& text);
/// Whether some cell has the words; every row has none.
bool has_words(const ThingRow& row, const std::string& words);

}  // namespace muster::app
