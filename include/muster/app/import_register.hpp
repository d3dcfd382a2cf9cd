// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "muster/app/open_ledger.hpp"
#include "muster/app/people.hpp"

/// Bringing a force's own spreadsheet in (FORMATS §7, §8).
namespace muster::app {

/// What is wrong with a cell, or worth knowing about it.
struct ImportFault {
    std::string sheet;
    std::int64_t row = 0;
    std::string column;  ///< its letters
    std::string code;
    std::string words;
};

struct ImportRequest {
    std::string path;
    std::optional<std::string> kind;  ///< items, batches, officers; absent for a whole workbook
    std::optional<std::string> sheet;
    std::map<std::string, std::string> map;  ///< heading to field
    bool skip_faulty = false;
    Approver approver;
};

/// What a file says, before or after it was imported.
struct ImportReport {
    std::vector<ImportFault> faults;
    std::vector<ImportFault> warnings;
    std::int64_t item_rows = 0;
    std::int64_t batch_rows = 0;
    std::int64_t officer_rows = 0;
    std::int64_t imported = 0;  ///< rows that became entries
    std::int64_t skipped = 0;   ///< rows left out for their faults
    std::int64_t held = 0;      ///< rows the ledger held already, identical
    std::string sha256;
    std::optional<Receipt> receipt;  ///< absent where nothing was imported
};

/// Reads the file and says what is wrong with it; writes nothing. Without a ledger nothing is known
/// beforehand. Throws files::FileError where the file cannot be read.
ImportReport inspect_register(const ImportRequest& request, OpenLedger* ledger, core::Instant now);

/// Imports it: all rows, or with `skip_faulty` the rows without a fault, as one transaction. Where
/// it has faults and they are not to be skipped the report has no receipt and nothing is changed.
core::Result<ImportReport> import_register(OpenLedger& ledger, const Author& author,
                                           const ImportRequest& request, Secrets& secrets);

}  // namespace muster::app
