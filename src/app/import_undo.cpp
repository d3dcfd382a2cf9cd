// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>
#include <unordered_set>

#include "app/last_imports.hpp"
#include "app/single_commit.hpp"
#include "app/undo_parts.hpp"
#include "muster/app/import_register.hpp"
#include "muster/app/listing.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/count_facts.hpp"
#include "muster/core/powers.hpp"
#include "muster/storage/ledger_store.hpp"

namespace muster::app {
namespace {

core::Refused unknown_import(core::EntryNumber number) {
    return core::refused(core::Refusal::import_unknown, "", {{"entry", std::to_string(number)}});
}

/// What one import's transaction did, in the order in which it is taken back: a person can go only
/// once nothing is with them.
struct Created {
    core::Imported imported;
    core::EntryNumber last = 0;  ///< of its transaction
    std::vector<core::RegistrationReversed> items, batches, officers;
    std::unordered_set<std::string> subjects;
    std::set<std::string> people;
    StoodBefore before;
    std::map<std::string, std::int64_t> stays;

    std::vector<const core::RegistrationReversed*> all() const {
        std::vector<const core::RegistrationReversed*> every;
        for (const auto* list : {&items, &batches, &officers})
            for (const auto& one : *list) every.push_back(&one);
        return every;
    }
};

/// The officer whom that entry of an import brought back, or nobody.
std::string brought_back(const core::Entry& entry) {
    const auto* back = std::get_if<core::OfficerChanged>(&entry.body);
    const bool comes_back =
        back != nullptr && back->active.value_or(false) && back->source == "import";
    return comes_back ? back->officer.value : "";
}

// Who left of their own accord was there before, suspensions and all; whom an earlier undo had set
// aside was not.
std::set<std::string> set_aside_before(storage::Transaction& tx, core::EntryNumber import,
                                       const std::set<std::string>& officers) {
    std::map<std::string, core::EntryNumber> left;
    std::map<std::string, core::EntryNumber> reversed;
    const auto each = [&](const char* kind, auto take) {
        storage::each_of_kind(tx, kind, 1, [&](const storage::StoredEntry& stored) {
            if (stored.number >= import) return false;
            take(read_line(stored.number, stored.line).entry);
            return true;
        });
    };
    each(core::OfficerChanged::kind, [&](const core::Entry& entry) {
        const auto& change = std::get<core::OfficerChanged>(entry.body);
        if (change.active && !*change.active) left[change.officer.value] = entry.number;
    });
    each(core::RegistrationReversed::kind, [&](const core::Entry& entry) {
        reversed[std::get<core::RegistrationReversed>(entry.body).subject] = entry.number;
    });
    std::set<std::string> aside;
    for (const std::string& officer : officers)
        if (const auto at = reversed.find(officer);
            at != reversed.end() && at->second > left[officer])
            aside.insert(officer);
    return aside;
}

void note_created(const core::Entry& entry, const std::set<std::string>& set_aside,
                  Created& created) {
    const std::string number = std::to_string(entry.number);
    const auto take = [&](std::vector<core::RegistrationReversed>& list, std::string subject,
                          core::HolderId holder, std::int64_t quantity) {
        created.subjects.insert(subject);
        list.push_back({std::move(subject), std::move(holder), quantity});
    };
    const auto take_officer = [&](const core::OfficerId& officer) {
        if (created.people.insert(officer.value).second)
            take(created.officers, officer.value, {}, 0);
    };
    const auto stays = [&](const char* what) { ++created.stays[what]; };
    if (std::get_if<core::ItemRegistered>(&entry.body) != nullptr)
        take(created.items, "i-" + number, {}, 1);
    else if (const auto* batch = std::get_if<core::BatchRegistered>(&entry.body))
        take(created.batches, "b-" + number, core::HolderId{batch->location.value},
             batch->quantity);
    else if (const auto* officer = std::get_if<core::OfficerAdded>(&entry.body))
        take_officer(officer->officer);
    else if (set_aside.contains(brought_back(entry)))
        take_officer(core::OfficerId{brought_back(entry)});
    else if (std::get_if<core::MovementNoted>(&entry.body) != nullptr)
        stays("lines of another system's history, which hold nothing");
    else if (std::get_if<core::LocationAdded>(&entry.body) != nullptr)
        stays("locations");
    else if (std::get_if<core::ModelAdded>(&entry.body) != nullptr)
        stays("models");
    else if (std::get_if<core::ModelAliasAdded>(&entry.body) != nullptr)
        stays("names of models");
    else
        created.before.note(entry, created.people);
}

std::optional<Created> created_by(storage::Transaction& tx, core::EntryNumber import) {
    const auto stored = storage::entry(tx, import);
    if (!stored || stored->kind != core::Imported::kind) return std::nullopt;
    Created created;
    created.imported = std::get<core::Imported>(read_line(import, stored->line).entry.body);
    created.last = import;
    const auto each = [&](auto take) {
        storage::each_line(
            tx, import + 1, INT64_MAX,
            [&](core::EntryNumber number, const std::string& line, const std::string&) {
                const core::Entry entry = read_line(number, line).entry;
                if (entry.first != stored->first) return false;
                take(entry);
                return true;
            });
    };
    std::set<std::string> back;
    each([&](const core::Entry& entry) {
        created.last = entry.number;
        back.insert(brought_back(entry));
    });
    back.erase("");
    const auto aside = back.empty() ? back : set_aside_before(tx, import, back);
    each([&](const core::Entry& entry) { note_created(entry, aside, created); });
    if (!created.before.empty()) created.before.look_back(tx, import);
    return created;
}

/// Every text in a value, at any depth.
void each_text(const core::Value& value, const std::function<void(const std::string&)>& visit) {
    if (const auto* text = value.text()) return visit(*text);
    if (const auto* list = value.array())
        for (const core::Value& each : *list) each_text(each, visit);
    if (const auto* object = value.object())
        for (const auto& [name, each] : *object) each_text(each, visit);
}

/// Imports that were taken back, and the entries by which that was done: together they changed
/// nothing.
std::set<core::EntryNumber> undone_since(storage::Transaction& tx, core::EntryNumber from) {
    std::set<core::EntryNumber> lead;
    storage::each_of_kind(tx, core::ImportUndone::kind, from,
                          [&](const storage::StoredEntry& stored) {
                              const ReadLine read = read_line(stored.number, stored.line);
                              lead.insert(read.entry.first);
                              lead.insert(std::get<core::ImportUndone>(read.entry.body).import);
                              return true;
                          });
    return lead;
}

/// Which of the things an import brought or changed a later entry names, or a later count covered:
/// what happened to a thing does not always show in where it is now.
class ChangedSince {
public:
    ChangedSince(const Created& created, const ImportWatch& watch)
        : created_{created}, watch_{watch} {}

    /// False where the watch stopped it.
    bool look(storage::Transaction& tx, const core::Facts& facts) {
        const auto head = storage::head(tx);
        const core::EntryNumber last = head ? head->number : created_.last;
        const std::set<core::EntryNumber> undone = undone_since(tx, created_.last + 1);
        bool go_on = true;
        storage::each_line(
            tx, created_.last + 1, last,
            [&](core::EntryNumber number, const std::string& line, const std::string&) {
                const ReadLine read = read_line(number, line);
                if (!undone.contains(read.entry.first)) take(read);
                constexpr std::int64_t lines_between = 1'000;
                if (watch_ && number % lines_between == 0)
                    go_on = watch_({"Looking at what came after", number - created_.last,
                                    last - created_.last, true});
                return go_on;
            });
        for (const auto& [count, started] : counts_)
            facts.rows(core::Table::stocktake_expected, count + "/", [&](const core::Row& row) {
                const auto expected = core::fact_of<core::StocktakeExpected>(row);
                if (created_.subjects.contains(expected.subject))
                    changed_.emplace(expected.subject, started);
                return true;
            });
        return go_on;
    }

    std::optional<core::Refused> refusal(const core::Facts& facts) const {
        if (changed_.empty()) return std::nullopt;
        core::Refused refused;
        for (const auto& [subject, by] : changed_)
            refused.lines.push_back({core::Refusal::changed_since,
                                     subject,
                                     {{"subject", core::subject_words(facts, subject) + by}}});
        return refused;
    }

private:
    void take(const ReadLine& read) {
        const core::Entry& entry = read.entry;
        if (std::get_if<core::Imported>(&entry.body) != nullptr) import_ = entry.number;
        const std::string by = words_of(entry);
        each_text(*read.line.member("body"), [&](const std::string& text) {
            if (created_.subjects.contains(text)) changed_.emplace(text, by);
        });
        for (const std::string& subject : created_.before.changed_by(entry))
            changed_.emplace(subject, by);
        if (std::get_if<core::CountStarted>(&entry.body) != nullptr)
            counts_.emplace_back("c-" + std::to_string(entry.number), by);
    }

    // What stands in the way, and what to do about it where that is not to correct the thing.
    std::string words_of(const core::Entry& entry) const {
        std::string what{core::kind_of(entry.body)};
        std::replace(what.begin(), what.end(), '_', ' ');
        const std::string number = std::to_string(entry.number);
        if (entry.first == import_ && import_ != 0)
            return " (entry " + number + " of import " + std::to_string(import_) +
                   ": undo that one first)";
        return " (entry " + number + ": " + what + ")";
    }

    const Created& created_;
    const ImportWatch& watch_;
    std::map<std::string, std::string> changed_;               ///< and by what, first of all
    std::vector<std::pair<std::string, std::string>> counts_;  ///< ids, and what began each
    core::EntryNumber import_ = 0;                             ///< the last one that was met
};

/// The watch said stop while entries were being proposed: the commit must not come about.
class UndoStopped : public std::runtime_error {
public:
    UndoStopped() : std::runtime_error{"The undoing was stopped."} {}
};

/// The entries of an undo, one after the other, and what the rules refuse of them.
class TakingBack {
public:
    TakingBack(Proposal& proposal, const ImportWatch& watch, UndoReport& report)
        : proposal_{proposal}, watch_{watch}, report_{report} {}

    void add(core::Body body, std::int64_t& count, std::int64_t total) {
        constexpr std::int64_t rows_between = 200;
        auto added = proposal_.add(std::move(body));
        if (!added)
            refused_.lines.insert(refused_.lines.end(), added.error().lines.begin(),
                                  added.error().lines.end());
        proposal_.relieve();
        ++count;
        const std::int64_t done = report_.reversed + report_.restored;
        if (done % rows_between == 0 && watch_ && !watch_({"Taking back", done, total, true}))
            throw UndoStopped{};
    }

    core::Result<void> result() {
        if (refused_.lines.empty()) return boost::outcome_v2::success();
        core::sort_by_precedence(refused_);
        return std::move(refused_);
    }

private:
    Proposal& proposal_;
    const ImportWatch& watch_;
    UndoReport& report_;
    core::Refused refused_;
};

// Who may not import such a file may not take one back either. What follows is judged entry by
// entry; history has no entries that would be.
std::optional<core::Refused> refuse_powers(const core::Facts& facts, const core::UserId& by,
                                           const core::Imported& imported) {
    for (const core::Power power : core::powers_to_import(imported.what.value_or("")))
        if (auto no = core::refuse_without(facts, by, power, true)) return no;
    return std::nullopt;
}

core::Result<void> propose_undo(Proposal& proposal, const UndoRequest& request,
                                const core::UserId& by, const core::UserId& approver,
                                UndoReport& report) {
    const auto created = created_by(proposal.transaction(), request.import);
    if (!created) return unknown_import(request.import);
    if (auto no = refuse_powers(proposal.facts(), by, created->imported)) return std::move(*no);
    auto lead = proposal.add(core::ImportUndone{request.import, created->imported.sha256,
                                                core::private_text(request.reason), approver});
    if (!lead) return std::move(lead).error();
    ChangedSince changed{*created, request.watch};
    if (!changed.look(proposal.transaction(), proposal.facts())) throw UndoStopped{};
    if (auto refused = changed.refusal(proposal.facts())) return std::move(*refused);
    const auto all = created->all();
    std::vector<core::Body> restored =
        created->before.bodies(proposal.facts(), core::uk_date(proposal.now()));
    const auto total = static_cast<std::int64_t>(all.size() + restored.size());
    TakingBack back{proposal, request.watch, report};
    for (core::Body& body : restored) back.add(std::move(body), report.restored, total);
    for (const core::RegistrationReversed* one : all) back.add(*one, report.reversed, total);
    if (auto taken = back.result(); !taken) return taken;
    for (const auto& [what, count] : created->stays)
        report.stays.push_back(std::to_string(count) + " " + what);
    if (created->imported.what.value_or("").starts_with(nightly_prefix))
        report.stays.push_back(
            "the file, where it lies in its folder: move it away, or the next night takes it "
            "again");
    return boost::outcome_v2::success();
}

ListedImport listed(const core::Entry& entry, const core::Facts& facts) {
    const auto& imported = std::get<core::Imported>(entry.body);
    ListedImport row;
    row.entry = entry.number;
    row.at = entry.recorded_at;
    row.by = core::user_words(facts, entry.by.value);
    row.file_name = imported.file_name;
    row.sha256 = imported.sha256;
    row.what = imported.what.value_or("");
    row.imported = imported.imported;
    row.skipped = imported.skipped;
    row.faults = imported.faults;
    row.warnings = imported.warnings;
    row.as_at = imported.as_at;
    row.confirmed = imported.confirmed;
    return row;
}

}  // namespace

// A small register can be guessed row by row until its digest fits: whoever counts blind gets none.
std::vector<ListedImport> list_imports(OpenLedger& ledger,
                                       const std::optional<core::UserId>& viewer) {
    std::vector<ListedImport> all;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        std::map<core::EntryNumber, core::EntryNumber> undone;
        storage::each_of_kind(
            tx, core::ImportUndone::kind, 1, [&](const storage::StoredEntry& stored) {
                const ReadLine read = read_line(stored.number, stored.line);
                undone[std::get<core::ImportUndone>(read.entry.body).import] = stored.number;
                return true;
            });
        storage::each_of_kind(tx, core::Imported::kind, 1, [&](const storage::StoredEntry& stored) {
            all.push_back(listed(read_line(stored.number, stored.line).entry, facts));
            if (const auto at = undone.find(stored.number); at != undone.end())
                all.back().undone = at->second;
            return true;
        });
        if (refuse_blind(facts, viewer))
            for (ListedImport& one : all) one.sha256.clear();
    });
    return all;
}

core::Result<UndoReport> undo_import(OpenLedger& ledger, const Author& author,
                                     const UndoRequest& request, Secrets& secrets) {
    if (core::normal_code(request.reason).empty())
        throw UsageError{"An undo needs its reason in words."};
    auto approved = approved_by(ledger, request.approver, secrets);
    if (!approved) return std::move(approved).error();
    UndoReport report;
    try {
        auto receipt = ledger.commit(author,
                                     [&](Proposal& proposal) {
                                         report = {};
                                         return propose_undo(proposal, request, author.user,
                                                             approved.value(), report);
                                     },
                                     {{}, {}, request.request, {}});
        if (!receipt) return std::move(receipt).error();
        report.receipt = std::move(receipt).value();
    } catch (const UndoStopped&) {
        report = {};
        report.cancelled = true;
    }
    return report;
}

}  // namespace muster::app
