// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "muster/app/import_register.hpp"

/// The movements of the system that Muster follows, kept beside its own: each line becomes a
/// `movement_noted` entry. They change nothing that is held today, and show in a weapon's or an
/// officer's history (DOMAIN §4).
namespace muster::app {

struct HistoryRequest {
    std::string path;
    std::optional<std::string> sheet;  ///< only this sheet
    std::optional<std::string> map;    ///< path of a saved mapping
    ImportMapping mapping;             ///< what goes before that
    std::set<std::string> confirmed;   ///< `Sheet!C12`: cells a person confirmed as right
    bool skip_faulty = false;
    /// SHA-256 of the file as somebody looked at it; one that has changed since is not imported.
    std::optional<std::string> reviewed;
    Approver approver;
    ImportWatch watch;  ///< may be empty
};

struct HistoryReport {
    std::vector<ImportFault> faults;
    std::vector<ImportFault> warnings;
    std::int64_t rows = 0;     ///< seen, faulty ones included
    std::int64_t noted = 0;    ///< entries; a row that names several known things has one for each
    std::int64_t linked = 0;   ///< of these, about a thing that the register knows
    std::int64_t held = 0;     ///< rows whose number was noted before
    std::int64_t skipped = 0;  ///< left out for their faults
    std::string sha256;
    ImportMapping used;              ///< how each column was read, for the next file
    bool cancelled = false;          ///< the watch stopped it; nothing was changed
    std::optional<Receipt> receipt;  ///< absent where nothing was imported
};

/// Reads the file and says what is wrong with it; writes nothing. Throws files::FileError.
HistoryReport inspect_history(OpenLedger& ledger, const HistoryRequest& request);

/// Notes every line as one transaction, in memory that does not grow with the file beyond the
/// file's own bytes and eight bytes a number noted before. Where it has faults and they are not to
/// be skipped the report has no receipt and nothing is changed.
///
/// A thing or officer that the register does not know is kept as the text that stood there. Refuses
/// `file_imported_before`, `power_missing`, `approver_missing`. Throws UsageError where the file is
/// not the one that was reviewed.
core::Result<HistoryReport> import_history(OpenLedger& ledger, const Author& author,
                                           const HistoryRequest& request, Secrets& secrets);

}  // namespace muster::app
