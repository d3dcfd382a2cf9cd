// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "muster/app/delta_import.hpp"

/// Files that other systems leave in a folder every night, and the alarm when they stop coming.
///
/// Nobody stands by at night, so two people approve it once: the policy `nightly_import.KIND` names
/// the folder, and whoever approved that policy stands in each night's `imported` entry as its
/// approver for as long as they may still approve. `no` ends it.
namespace muster::app {

/// How old one kind of data is.
struct SourceAge {
    std::string kind;
    std::optional<core::Date> as_at;  ///< absent where none was ever imported
    core::EntryNumber entry = 0;      ///< the import that said so
    std::int64_t days = 0;            ///< between then and today
    std::int64_t limit = 0;           ///< days; the policy `import_stale_days.KIND`
    bool nightly = false;             ///< two people approved that it comes by itself
    std::string folder;               ///< from where; empty unless nightly
    bool stale = false;  ///< older than its limit, or promised every night and never seen
};

/// Every kind of `delta_kinds`. Where no policy sets a limit it is two days for what comes nightly,
/// and `authorisation_data_days` for what people import by hand.
std::vector<SourceAge> source_ages(OpenLedger& ledger);

/// What one person may do with the data of other systems, so that nobody is offered what would be
/// refused.
struct SourcePowers {
    std::vector<std::string> kinds;    ///< of `delta_kinds` and `movements`, that they may import
    bool may_approve_nightly = false;  ///< they may set the policy `nightly_import.KIND`
    bool needs_approver = true;        ///< a second person has to approve either
};
SourcePowers source_powers(OpenLedger& ledger, const core::UserId& user);

/// Sets or, where the folder is empty, ends the policy `nightly_import.KIND`. Throws UsageError
/// where it is not the whole path of a folder that this computer sees: a slip would look like
/// silence.
core::Result<Receipt> approve_nightly(OpenLedger& ledger, const Author& author,
                                      const std::string& kind, const std::string& folder,
                                      const Approver& approver, Secrets& secrets);

/// The alarm for a screen: one sentence that says what is too old and what to do, or nothing.
std::optional<std::string> stale_alarm(const std::vector<SourceAge>& ages);

struct NightlyRequest {
    std::string folder;                ///< empty for every approved one
    std::optional<core::Date> as_at;   ///< for files whose name and heading say no day
    std::vector<std::string> kinds;    ///< only these; none for all
    std::optional<std::string> map;    ///< path of a saved mapping, for files of every kind
    std::int64_t settle_seconds = 60;  ///< a file changed since then may still be growing
    Approver approver;                 ///< instead of the standing one
};

/// What became of one file of the folder.
struct NightlyFile {
    enum class Outcome {
        imported,
        known,    ///< these bytes were imported before
        older,    ///< what is recorded is as at a later day
        waiting,  ///< still being written; next time
        faulty,   ///< has faults, or nothing says its day; nothing was changed
        refused,  ///< by a rule
        unnamed,  ///< its name does not say what it holds
        unreadable
    };
    std::string file;  ///< its name; of a folder that is not there, the folder
    std::string kind;
    Outcome outcome = Outcome::waiting;
    std::string words;  ///< for people
    DeltaReport report;
    std::optional<core::Refused> refusal;
};

/// Whether that outcome wants a person.
bool wants_a_person(NightlyFile::Outcome outcome);
/// `imported`, `known` …
const char* name_of(NightlyFile::Outcome outcome);

/// Takes every file of the folder that is named for its kind (`officers…`, `authorisations…`,
/// `deployments…`; `.csv` or `.xlsx`), officers first, then by day, each as a transaction of its
/// own. Moves nothing, deletes nothing, and does not wait: what is still being written is left for
/// next time, like names that end in `.part` or `.tmp`. A name with `changes` in it holds changes
/// only. Throws UsageError where there is no such folder, or none was approved; of several approved
/// ones one that is not there is told as unreadable.
std::vector<NightlyFile> import_nightly(OpenLedger& ledger, const Author& author,
                                        const NightlyRequest& request, Secrets& secrets);

}  // namespace muster::app
