// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "muster/app/import_register.hpp"
#include "muster/app/open_ledger.hpp"
#include "muster/app/people.hpp"

/// What another system says from day to day, once set-up is closed: who is an officer, who may draw
/// what, and which armed deployments there were. Only what differs from the ledger becomes an
/// entry, each with its source and the day it was true (DOMAIN §4, §5).
namespace muster::app {

/// The kinds of file that are taken as differences, in the order a night takes them.
inline constexpr const char* delta_kinds[] = {"officers", "authorisations", "deployments"};

/// Share of those at work who may leave, and of competences that may end, in one file before a
/// person must say that this is right: a truncated export looks like a mass resignation.
inline constexpr std::int64_t leavers_percent_max = 10;

struct DeltaRequest {
    std::string path;
    std::string kind;                  ///< one of `delta_kinds`
    std::optional<core::Date> as_at;   ///< else what the file's name says, else its own heading
    std::optional<std::string> sheet;  ///< only this sheet
    std::optional<std::string> map;    ///< path of a saved mapping
    ImportMapping mapping;             ///< what goes before that
    bool partial = false;             ///< the file holds changes only: absence from it says nothing
    bool skip_faulty = false;         ///< leave faulty rows out; absence then says nothing either
    bool confirm_leavers = false;     ///< more than `leavers_percent_max` gone at once is right
    bool lift_suspensions = false;    ///< the file may also end a suspension
    std::set<std::string> confirmed;  ///< `Sheet!C12`: cells a person confirmed as right
    bool leave_classes = false;       ///< of a staff list: pass over who may draw what
    /// SHA-256 of the file as somebody looked at it; one that has changed since is not imported.
    std::optional<std::string> reviewed;
    Approver approver;
    /// Who approved by policy that such files come in unattended, where nobody stands by.
    core::UserId standing_approver;
};

/// One thing that a file changes, in words for people.
struct DeltaChange {
    std::string what;     ///< new, changed, left, ended, renewed: as `DeltaReport` counts them
    std::string subject;  ///< `PC 1004`, `PC 1004, Pistol`, `FD-1`
    std::string words;    ///< what becomes of it: `unit ARV A to ARV C`
    std::string held;     ///< by an officer who left: what is still out with them
};

/// How many of the things a file speaks of became or stayed what.
struct DeltaCounts {
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t ended = 0;
    std::int64_t renewed = 0;
    std::int64_t unchanged = 0;
};

/// What a file would change, or changed.
struct DeltaReport {
    std::string kind;
    core::Date as_at;
    std::string sha256;
    std::vector<ImportFault> faults;
    std::vector<ImportFault> warnings;
    std::vector<DeltaChange>
        changes;                 ///< every one, in the order of the file, whoever lacks in it last
    std::int64_t rows = 0;       ///< of people, competences or deployments, faulty ones included
    std::int64_t added = 0;      ///< new
    std::int64_t changed = 0;    ///< different from what the ledger had
    std::int64_t ended = 0;      ///< officers who left, competences that ended
    std::int64_t renewed = 0;    ///< the same, recorded again because their day was long ago
    std::int64_t unchanged = 0;  ///< the same, and no entry
    std::int64_t skipped = 0;    ///< left out for their faults
    /// Those among them that are of who may draw what, in a list of officers.
    std::optional<DeltaCounts> competences = {};
    ImportMapping used;              ///< how each column was read, for the next file
    bool stopped = false;            ///< by a fault that leaving rows out does not answer
    std::optional<Receipt> receipt;  ///< absent where nothing was imported
};

/// The day for which the file speaks: as requested, else as its name ends (`…-2026-03-01.csv`),
/// else as a cell above its headings says (`Data as at 01/03/2026`). Nothing where none does.
std::optional<core::Date> as_at_in_name(const std::string& path);

/// Reads the file and says what it would change where `by` imports it, or anybody who may; writes
/// nothing. Throws files::FileError where it cannot be read, UsageError where nothing says for
/// which day it speaks.
core::Result<DeltaReport> inspect_delta(OpenLedger& ledger, const DeltaRequest& request,
                                        const core::UserId& by = {});

/// Records what differs as one transaction, an `imported` entry first. Where the file has faults
/// and they are not to be skipped the report has no receipt and nothing is changed.
///
/// Refuses `source_older` for a file as at an earlier day than the last of its kind,
/// `file_imported_before` for the same bytes. Throws UsageError where the file is not the one that
/// was reviewed.
core::Result<DeltaReport> import_delta(OpenLedger& ledger, const Author& author,
                                       const DeltaRequest& request, Secrets& secrets);

/// What the report says in one sentence: `2 new, 1 changed, 1 left, 296 unchanged`.
std::string summary_of(const DeltaReport& report);

}  // namespace muster::app
