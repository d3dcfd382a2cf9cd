// SPDX-License-Identifier: MIT
#include "muster/app/nightly_import.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <set>
#include <tuple>

#include "app/standing_approval.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/files/file_error.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/ledger/digest.hpp"

namespace muster::app {
namespace {

namespace fs = std::filesystem;
using Outcome = NightlyFile::Outcome;

/// How a file lies in the folder; a writer changes one of the two.
struct Stand {
    std::uintmax_t size = 0;
    core::Instant written;
    bool operator==(const Stand&) const = default;
};

Stand stand_of(const fs::path& path) {
    const auto written = fs::last_write_time(path);
    const auto since = std::chrono::file_clock::to_sys(written).time_since_epoch();
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
    return {fs::file_size(path), core::Instant{ms}};
}

/// One file that is named for its kind.
struct Found {
    fs::path path;
    std::string kind;
    std::size_t order = 0;  ///< of its kind
    std::optional<core::Date> day;
};

bool is_wanted(const std::vector<std::string>& kinds, const std::string& kind) {
    return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

// `Officers_2026-03-01.CSV` is of kind officers, `staff.csv` of none that its name says;
// `officers.csv.part` is not yet anything.
std::optional<Found> named_file(const fs::path& path, const std::vector<std::string>& wanted) {
    const std::string name = core::normal_code(path.filename().string());
    const std::string extension = core::normal_code(path.extension().string());
    if (extension != ".CSV" && extension != ".XLSX") return std::nullopt;
    bool is_named = false;
    for (std::size_t i = 0; i < std::size(delta_kinds); ++i) {
        const std::string kind = delta_kinds[i];
        if (!name.starts_with(core::normal_code(kind))) continue;
        is_named = true;
        if (!is_wanted(wanted, kind)) continue;
        return Found{path, kind, i, as_at_in_name(path.string())};
    }
    if (is_named) return std::nullopt;
    return Found{path, "", std::size(delta_kinds), std::nullopt};
}

std::vector<Found> files_in(const std::string& folder, const std::vector<std::string>& kinds,
                            bool unnamed_too) {
    std::error_code trouble;
    if (!fs::is_directory(folder, trouble))
        throw UsageError{"There is no folder " + folder + " that this computer sees."};
    std::vector<Found> files;
    for (const fs::directory_entry& entry : fs::directory_iterator{folder})
        if (entry.is_regular_file())
            if (auto found = named_file(entry.path(), kinds);
                found && (unnamed_too || !found->kind.empty()))
                files.push_back(std::move(*found));
    std::sort(files.begin(), files.end(), [](const Found& a, const Found& b) {
        return std::tuple{a.order, a.day, a.path.filename()} <
               std::tuple{b.order, b.day, b.path.filename()};
    });
    return files;
}

bool holds_changes_only(const fs::path& path) {
    return core::normal_code(path.stem().string()).find("CHANGES") != std::string::npos;
}

/// A night's work on one file after another.
class Night {
public:
    Night(OpenLedger& ledger, const Author& author, const NightlyRequest& request, Secrets& secrets)
        : ledger_{ledger}, author_{author}, request_{request}, secrets_{secrets} {}

    void take_each(const std::vector<Found>& files, std::vector<NightlyFile>& taken) {
        for (const Found& found : files)
            if (!found.kind.empty() || told_.insert(found.path).second)
                taken.push_back(take(found, files));
    }

    /// `beside` are the files of its folder.
    NightlyFile take(const Found& found, const std::vector<Found>& beside) {
        NightlyFile file;
        file.file = found.path.filename().string();
        file.kind = found.kind;
        if (found.kind.empty()) {
            say(file, Outcome::unnamed,
                "Its name begins with neither officers, authorisations nor deployments, so nobody "
                "reads it. Rename it if it should be.");
            return file;
        }
        try {
            take_it(found, beside, file);
        } catch (const files::FileError& error) {
            say(file, Outcome::unreadable, error.what());
        } catch (const fs::filesystem_error&) {
            say(file, Outcome::unreadable, "It cannot be read any more.");
        } catch (const UsageError& error) {
            say(file, Outcome::faulty, error.what());
        }
        return file;
    }

    /// Where the folder is not there the other ones are taken all the same.
    void take_all(const std::string& folder, const std::vector<std::string>& kinds,
                  std::vector<NightlyFile>& taken) {
        try {
            take_each(files_in(folder, kinds, request_.kinds.empty()), taken);
        } catch (const UsageError& error) {
            NightlyFile none;
            none.file = folder;
            none.kind = kinds.front();
            say(none, Outcome::unreadable, error.what());
            taken.push_back(std::move(none));
        }
    }

private:
    static void say(NightlyFile& file, Outcome outcome, std::string words) {
        file.outcome = outcome;
        file.words = std::move(words);
    }

    // Of two whole files of one kind for one day nobody can tell which holds. One that was taken
    // before is none of them: what comes after it is newer.
    std::string rival_of(const Found& found, const std::vector<Found>& beside) {
        if (!found.day || holds_changes_only(found.path)) return {};
        const std::string own = digest_of(found.path.string());
        for (const Found& other : beside)
            if (other.path != found.path && other.kind == found.kind && other.day == found.day &&
                !holds_changes_only(other.path) && digest_of(other.path.string()) != own &&
                !imported_before(other.path.string(), other.day))
                return other.path.filename().string();
        return {};
    }

    void take_it(const Found& found, const std::vector<Found>& beside, NightlyFile& file) {
        const Stand before = stand_of(found.path);
        const core::Instant settled{before.written.ms + request_.settle_seconds * 1'000};
        if (request_.settle_seconds > 0 && settled > ledger_.now())
            return say(file, Outcome::waiting, "It may still be growing. Left for next time.");
        DeltaRequest wanted;
        wanted.path = found.path.string();
        wanted.kind = found.kind;
        wanted.map = request_.map;
        wanted.partial = holds_changes_only(found.path);
        wanted.approver = request_.approver;
        // The caller's day is for files that say none themselves.
        if (!found.day) wanted.as_at = request_.as_at;
        // What nobody approved is refused, known or not.
        approve(wanted);
        if (!wanted.approver && wanted.standing_approver.empty())
            return refuse(file, core::refused(core::Refusal::approver_missing, author_.user.value));
        const std::optional<core::Date> day = found.day ? found.day : request_.as_at;
        if (const auto entry = imported_before(wanted.path, day))
            return say(file, Outcome::known,
                       "Imported before, by entry " + std::to_string(*entry) + ".");
        if (!(stand_of(found.path) == before))
            return say(file, Outcome::waiting, "It is still growing. Left for next time.");
        if (const std::string rival = rival_of(found, beside); !rival.empty())
            return say(file, Outcome::faulty,
                       "It and " + rival + " both speak for " + core::people_text(*found.day) +
                           ", and say different things. Neither was read: move away the one that "
                           "does not hold.");
        record(wanted, file);
    }

    static std::string digest_of(const std::string& path) {
        return ledger::hex(ledger::sha256(files::read_file(path)));
    }

    // A file whose name says no day says it in its heading, which are the same bytes again.
    std::optional<core::EntryNumber> imported_before(const std::string& path,
                                                     const std::optional<core::Date>& day) {
        const std::string digest = digest_of(path);
        std::optional<core::EntryNumber> entry;
        ledger_.read([&](storage::Transaction&, const core::Facts& facts) {
            const std::string key = day ? core::import_file_key(digest, day) : digest;
            for (const core::ImportFile& file : facts.all<core::ImportFile>(key))
                entry = file.entry;
        });
        return entry;
    }

    void approve(DeltaRequest& wanted) {
        if (wanted.approver) return;
        const std::string folder = fs::path{wanted.path}.parent_path().string();
        ledger_.read([&](storage::Transaction& tx, const core::Facts& facts) {
            wanted.standing_approver = standing_approver(tx, facts, wanted.kind, folder);
            const auto classes = standing_approver(tx, facts, "authorisations", folder);
            wanted.leave_classes =
                wanted.kind == "officers" && !wanted.standing_approver.empty() && classes.empty();
        });
    }

    static void refuse(NightlyFile& file, core::Refused refusal) {
        // A file whose heading says another day than its name is known only once it was read.
        const bool older = refusal.gravest() == core::Refusal::source_older;
        const bool known = refusal.gravest() == core::Refusal::file_imported_before;
        say(file,
            older   ? Outcome::older
            : known ? Outcome::known
                    : Outcome::refused,
            core::sentence_of(refusal.lines.front()));
        file.refusal = std::move(refusal);
    }

    void record(const DeltaRequest& wanted, NightlyFile& file) {
        auto imported = import_delta(ledger_, author_, wanted, secrets_);
        if (!imported) {
            return refuse(file, std::move(imported).error());
        }
        file.report = std::move(imported).value();
        if (file.report.receipt)
            return say(file, Outcome::imported,
                       "Imported as at " + core::people_text(file.report.as_at) + ": " +
                           summary_of(file.report) + ". Entry " +
                           std::to_string(file.report.receipt->entries.front()) + ".");
        say(file, Outcome::faulty,
            std::to_string(file.report.faults.size()) +
                (file.report.faults.size() == 1 ? " fault" : " faults") +
                "; nothing was changed. The first: " + file.report.faults.front().words);
    }

    OpenLedger& ledger_;
    const Author& author_;
    const NightlyRequest& request_;
    Secrets& secrets_;
    std::set<fs::path> told_;  ///< files that no kind names, which lie in a folder of several
};

}  // namespace

bool wants_a_person(NightlyFile::Outcome outcome) {
    return outcome == Outcome::faulty || outcome == Outcome::refused ||
           outcome == Outcome::unreadable;
}

const char* name_of(NightlyFile::Outcome outcome) {
    switch (outcome) {
        case Outcome::imported:
            return "imported";
        case Outcome::known:
            return "known";
        case Outcome::older:
            return "older";
        case Outcome::waiting:
            return "waiting";
        case Outcome::faulty:
            return "faulty";
        case Outcome::refused:
            return "refused";
        case Outcome::unnamed:
            return "unnamed";
        case Outcome::unreadable:
            break;
    }
    return "unreadable";
}

std::vector<NightlyFile> import_nightly(OpenLedger& ledger, const Author& author,
                                        const NightlyRequest& request, Secrets& secrets) {
    for (const std::string& kind : request.kinds)
        if (std::find(std::begin(delta_kinds), std::end(delta_kinds), kind) ==
            std::end(delta_kinds))
            throw UsageError{"Nothing of kind " + kind +
                             " comes by night: officers, authorisations, deployments do."};
    // A secret that is missing is no fault of any file.
    if (request.approver) secrets.secret(*request.approver);
    Night night{ledger, author, request, secrets};
    std::vector<NightlyFile> taken;
    if (request.folder.empty()) {
        bool approved = false;
        for (const SourceAge& source : source_ages(ledger)) {
            if (!source.nightly || !is_wanted(request.kinds, source.kind)) continue;
            approved = true;
            night.take_all(source.folder, {source.kind}, taken);
        }
        if (!approved)
            throw UsageError{
                "Two people have not approved any folder from which files come by themselves: the "
                "policy nightly_import.KIND names it."};
        return taken;
    }
    night.take_each(files_in(request.folder, request.kinds, request.kinds.empty()), taken);
    return taken;
}

core::Result<Receipt> approve_nightly(OpenLedger& ledger, const Author& author,
                                      const std::string& kind, const std::string& folder,
                                      const Approver& approver, Secrets& secrets) {
    std::error_code trouble;
    if (!folder.empty() && !fs::path{folder}.is_absolute())
        throw UsageError{"Give the folder in full, not from where a program happens to run."};
    if (!folder.empty() && !fs::is_directory(folder, trouble))
        throw UsageError{"There is no folder " + folder + " that this computer sees."};
    return set_policy(ledger, author, "nightly_import." + kind, folder.empty() ? "no" : folder,
                      approver, secrets);
}

}  // namespace muster::app
