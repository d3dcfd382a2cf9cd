// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "muster/app/open_ledger.hpp"
#include "muster/app/table.hpp"

namespace muster::app {

/// A list as it stands on the screen or at the command line, row by row.
struct SavedList {
    /// Takes the cells of a row; false where no more are wanted.
    using TakeRow = std::function<bool(const std::vector<std::string>& cells)>;
    std::string title;     ///< `Movements`
    std::string narrowed;  ///< to what it was narrowed, in words; empty where it is all there is
    std::vector<TableColumn> columns;
    std::function<core::Result<void>(const TakeRow&)> each;
};

/// What became of a saved list.
struct SavedRows {
    Receipt receipt;
    std::int64_t rows = 0;
    bool is_all = true;  ///< false where a PDF ended at `list_paper_rows_max`
};

/// The most rows that a list on paper has: some hundred pages.
inline constexpr std::int64_t list_paper_rows_max = 5'000;

/// Writes the list as CSV (rows one by one, however many) where the path ends in `.csv`, else as a
/// PDF on A4, and records that it was: an `exported` entry with the file's digest, without the
/// words it was narrowed to, which may name a person. Refuses what the list refuses, and
/// `in_blind_count` while the author counts blind. Throws files::FileError where it cannot be
/// written; then nothing is recorded.
core::Result<SavedRows> save_list(OpenLedger& ledger, const Author& author, const SavedList& list,
                                  const std::string& out);

}  // namespace muster::app
