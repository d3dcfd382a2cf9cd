// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "muster/app/import_register.hpp"

/// Two registers side by side, while a force runs both: what another register says against what
/// the ledger says. Appends nothing.
namespace muster::app {

/// Which file, and how it is read.
struct CompareRequest {
    std::string path;
    std::optional<std::string> kind;   ///< items, batches, officers, authorisations; absent for all
    std::optional<std::string> sheet;  ///< only this sheet
    std::optional<std::string> map;    ///< path of a saved mapping
    ImportMapping mapping;             ///< what goes before that
    std::optional<core::UserId> viewer;  ///< who looks, where they signed in
    ImportWatch watch;                   ///< may be empty
};

/// One thing on which the two do not agree.
struct Difference {
    std::string kind;     ///< item, batch, officer, authorisation
    std::string what;     ///< only_in_file, only_in_ledger, differs
    std::string subject;  ///< for people: `H&K G36C 88-001234 (WM01181)`
    std::string field;    ///< of `differs`: serial, tag, status, holder, location …
    std::string file;     ///< what the file says
    std::string ledger;   ///< what the ledger says
    std::string likely;   ///< of a serial only one has: the other's look-alike
    std::string sheet;    ///< where in the file; empty where it is only in the ledger
    std::int64_t row = 0;
};

/// How many of one kind.
struct CompareCount {
    std::int64_t agreed = 0;
    std::int64_t differing = 0;  ///< things, not fields
    std::int64_t only_in_file = 0;
    std::int64_t only_in_ledger = 0;
};

struct CompareReport {
    std::vector<Difference> differences;         ///< by kind, those of the file first, in its order
    std::map<std::string, CompareCount> counts;  ///< by kind, those the file speaks of
    std::vector<ImportFault> faults;             ///< rows that cannot be compared
    std::string sha256;
    bool cancelled = false;  ///< the watch stopped it; nothing of the rest says anything

    bool agrees() const { return differences.empty() && faults.empty() && !counts.empty(); }
};

/// Compares every sheet of the file that the ledger has a counterpart for. Refuses `in_blind_count`
/// while the viewer counts blind: a comparison tells what the book says. Throws files::FileError.
core::Result<CompareReport> compare_register(OpenLedger& ledger, const CompareRequest& request);

/// Writes the differences as CSV and records that they left the ledger: an `exported` entry with
/// the digest of what was written. Throws files::FileError where it cannot be written; then nothing
/// is recorded.
core::Result<Receipt> export_comparison(OpenLedger& ledger, const Author& author,
                                        const CompareReport& report, const std::string& out);

}  // namespace muster::app
