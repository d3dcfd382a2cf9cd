// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muster/core/entry.hpp"
#include "muster/storage/database.hpp"

namespace muster::app {

/// How `what` of an `imported` entry begins where nobody stood by.
inline constexpr std::string_view nightly_prefix = "nightly ";

/// What an import is called in its entry: `officers`, `nightly officers and authorisations`.
std::string what_of(const std::vector<std::string>& kinds, bool nightly);
/// What follows in `what` where one sheet alone was asked for; empty where all were.
std::string of_sheet(const std::optional<std::string>& sheet);
/// What an import of one kind alone is called: `items only`. Another kind may follow it from the
/// same bytes.
std::string only_of(const std::string& kind);
/// The import that took those bytes for that day: the whole file, what `what` says of it (empty
/// where it is all), or that sheet of it.
std::optional<core::EntryNumber> imported_as(const core::Facts& facts, const std::string& sha256,
                                             const std::optional<core::Date>& as_at,
                                             const std::optional<std::string>& sheet,
                                             const std::string& what = {});
/// The kinds of data that the columns of an import bring.
std::vector<std::string> kinds_of_register(const core::Imported& imported);
/// The kinds of data an `imported` entry brought, whatever words it used.
std::vector<std::string> kinds_of(const core::Imported& imported);

/// The last file of a kind that still stands.
struct LastImport {
    core::EntryNumber entry = 0;
    core::Date as_at;
};
/// The latest day of each of `delta_kinds`, of imports that were not undone.
std::map<std::string, LastImport> last_imports(storage::Transaction& tx, const core::Facts& facts);

}  // namespace muster::app
