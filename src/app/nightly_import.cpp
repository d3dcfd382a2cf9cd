// SPDX-License-Identifier: MIT
#include "muster/app/nightly_import.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
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

// `Officers_2026-03-01.CSV` is of kind officers; `officers.csv.part` is not yet anything.
std::optional<Found> named_file(const fs::path& path, const std::vector<std::string>& wanted) {
    const std::string name = core::normal_code(path.filename().string());
    const std::string extension = core::normal_code(path.extension().string());
    if (extension != ".CSV" && extension != ".XLSX") return std::nullopt;
    for (std::size_t i = 0; i < std::size(delta_kinds); ++i) {
        const std::string kind = delta_kinds[i];
        if (!name.starts_with(core::normal_code(kind))) continue;
        if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), kind) == wanted.end())
            continue;
        return Found{path, kind, i, as_at_in_name(path.string())};
    }
    return std::nullopt;
}

std::vector<Found> files_in(const NightlyRequest& request) {
    std::error_code trouble;
    if (!fs::is_directory(request.folder, trouble))
        throw UsageError{"There is no folder " + request.folder + "."};
    std::vector<Found> files;
    for (const fs::directory_entry& entry : fs::directory_iterator{request.folder})
        if (entry.is_regular_file())
            if (auto found = named_file(entry.path(), request.kinds))
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

    NightlyFile take(const Found& found) {
        NightlyFile file;
        file.file = found.path.filename().string();
        file.kind = found.kind;
        try {
            take_it(found, file);
        } catch (const files::FileError& error) {
            say(file, Outcome::unreadable, error.what());
        } catch (const fs::filesystem_error&) {
            say(file, Outcome::unreadable, "It cannot be read any more.");
        } catch (const UsageError& error) {
            say(file, Outcome::faulty, error.what());
        }
        return file;
    }

private:
    static void say(NightlyFile& file, Outcome outcome, std::string words) {
        file.outcome = outcome;
        file.words = std::move(words);
    }

    void take_it(const Found& found, NightlyFile& file) {
        const Stand before = stand_of(found.path);
        const core::Instant settled{before.written.ms + request_.settle_seconds * 1'000};
        if (request_.settle_seconds > 0 && settled > ledger_.now())
            return say(file, Outcome::waiting, "It may still be growing. Left for next time.");
        DeltaRequest wanted;
        wanted.path = found.path.string();
        wanted.kind = found.kind;
        wanted.partial = holds_changes_only(found.path);
        wanted.approver = request_.approver;
        // The caller's day is for files that say none themselves.
        if (!found.day) wanted.as_at = request_.as_at;
        // What nobody approved is refused, known or not.
        approve(wanted);
        if (!wanted.approver && wanted.standing_approver.empty())
            return refuse(file, core::refused(core::Refusal::approver_missing, author_.user.value));
        if (const auto entry = imported_before(wanted.path))
            return say(file, Outcome::known,
                       "Imported before, by entry " + std::to_string(*entry) + ".");
        if (!(stand_of(found.path) == before))
            return say(file, Outcome::waiting, "It is still growing. Left for next time.");
        record(wanted, file);
    }

    std::optional<core::EntryNumber> imported_before(const std::string& path) {
        const std::string digest = ledger::hex(ledger::sha256(files::read_file(path)));
        std::optional<core::EntryNumber> entry;
        ledger_.read([&](storage::Transaction&, const core::Facts& facts) {
            if (const auto before = facts.find<core::ImportFile>(digest)) entry = before->entry;
        });
        return entry;
    }

    void approve(DeltaRequest& wanted) {
        if (wanted.approver) return;
        ledger_.read([&](storage::Transaction& tx, const core::Facts& facts) {
            wanted.standing_approver = standing_approver(tx, facts, wanted.kind, request_.folder);
            const auto classes = standing_approver(tx, facts, "authorisations", request_.folder);
            wanted.leave_classes =
                wanted.kind == "officers" && !wanted.standing_approver.empty() && classes.empty();
        });
    }

    static void refuse(NightlyFile& file, core::Refused refusal) {
        const bool older = refusal.gravest() == core::Refusal::source_older;
        say(file, older ? Outcome::older : Outcome::refused,
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
                " faults; nothing was changed. The first: " + file.report.faults.front().words);
    }

    OpenLedger& ledger_;
    const Author& author_;
    const NightlyRequest& request_;
    Secrets& secrets_;
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
    for (const Found& found : files_in(request)) taken.push_back(night.take(found));
    return taken;
}

}  // namespace muster::app
