// SPDX-License-Identifier: MIT
#include <algorithm>
#include <unordered_set>

#include "app/single_commit.hpp"
#include "muster/app/import_register.hpp"
#include "muster/app/listing.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/count_facts.hpp"
#include "muster/ledger/canonical.hpp"
#include "muster/storage/ledger_store.hpp"

namespace muster::app {
namespace {

struct ReadLine {
    core::Value line;
    core::Entry entry;
};

ReadLine read_line(core::EntryNumber number, const std::string& line) {
    auto read = ledger::read_canonical(line);
    auto* value = std::get_if<core::Value>(&read);
    std::vector<core::ShapeFault> faults;
    auto entry = value != nullptr ? core::read_entry(*value, faults) : std::nullopt;
    if (!entry)
        throw TamperError{"Entry " + std::to_string(number) +
                          " cannot be read. Run `musterctl ledger verify`."};
    return {std::move(*value), std::move(*entry)};
}

core::Refused unknown_import(core::EntryNumber number) {
    return core::refused(core::Refusal::import_unknown, "", {{"entry", std::to_string(number)}});
}

/// What one import's transaction created, in the order in which it is taken back: a person can go
/// only once nothing is with them.
struct Created {
    core::Imported imported;
    core::EntryNumber last = 0;  ///< of its transaction
    std::vector<core::RegistrationReversed> items, batches, officers;
    std::unordered_set<std::string> subjects;
    std::map<std::string, std::int64_t> stays;

    std::vector<const core::RegistrationReversed*> all() const {
        std::vector<const core::RegistrationReversed*> every;
        for (const auto* list : {&items, &batches, &officers})
            for (const auto& one : *list) every.push_back(&one);
        return every;
    }
};

void note_created(const core::Entry& entry, Created& created) {
    const std::string number = std::to_string(entry.number);
    const auto take = [&](std::vector<core::RegistrationReversed>& list, std::string subject,
                          core::HolderId holder, std::int64_t quantity) {
        created.subjects.insert(subject);
        list.push_back({std::move(subject), std::move(holder), quantity});
    };
    const auto stays = [&](const char* what) { ++created.stays[what]; };
    if (std::get_if<core::ItemRegistered>(&entry.body) != nullptr)
        take(created.items, "i-" + number, {}, 1);
    else if (const auto* batch = std::get_if<core::BatchRegistered>(&entry.body))
        take(created.batches, "b-" + number, core::HolderId{batch->location.value},
             batch->quantity);
    else if (const auto* officer = std::get_if<core::OfficerAdded>(&entry.body))
        take(created.officers, officer->officer.value, {}, 0);
    else if (const auto* back = std::get_if<core::OfficerChanged>(&entry.body)) {
        // An officer whom an earlier undo had set aside and this import brought back; where the
        // officer is new in this import the change is part of that.
        if (created.subjects.contains(back->officer.value)) return;
        if (back->active.value_or(false) && back->source == "import")
            take(created.officers, back->officer.value, {}, 0);
        else
            stays("changes of officers who were there before");
    } else if (const auto* granted = std::get_if<core::AuthorisationGranted>(&entry.body)) {
        if (!created.subjects.contains(granted->officer.value))
            stays("authorisations of officers who were there before");
    } else if (std::get_if<core::DeploymentRecorded>(&entry.body) != nullptr)
        stays("deployments");
    else if (std::get_if<core::MovementNoted>(&entry.body) != nullptr)
        stays("movements of another system");
    else if (std::get_if<core::LocationAdded>(&entry.body) != nullptr)
        stays("locations");
    else if (std::get_if<core::ModelAdded>(&entry.body) != nullptr)
        stays("models");
    else if (std::get_if<core::ModelAliasAdded>(&entry.body) != nullptr)
        stays("names of models");
}

std::optional<Created> created_by(storage::Transaction& tx, core::EntryNumber import) {
    const auto stored = storage::entry(tx, import);
    if (!stored || stored->kind != core::Imported::kind) return std::nullopt;
    Created created;
    created.imported = std::get<core::Imported>(read_line(import, stored->line).entry.body);
    created.last = import;
    storage::each_line(tx, import + 1, INT64_MAX,
                       [&](core::EntryNumber number, const std::string& line, const std::string&) {
                           const core::Entry entry = read_line(number, line).entry;
                           if (entry.first != stored->first) return false;
                           created.last = number;
                           note_created(entry, created);
                           return true;
                       });
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

/// Which of the created things a later entry names, or a later count covered: what happened to a
/// thing does not always show in where it is now.
class ChangedSince {
public:
    ChangedSince(const Created& created, const ImportWatch& watch)
        : created_{created}, watch_{watch} {}

    /// False where the watch stopped it.
    bool look(storage::Transaction& tx, const core::Facts& facts) {
        const auto head = storage::head(tx);
        const core::EntryNumber last = head ? head->number : created_.last;
        bool go_on = true;
        storage::each_line(
            tx, created_.last + 1, last,
            [&](core::EntryNumber number, const std::string& line, const std::string&) {
                const ReadLine read = read_line(number, line);
                each_text(*read.line.member("body"), [&](const std::string& text) {
                    if (created_.subjects.contains(text)) changed_.insert(text);
                });
                if (std::get_if<core::CountStarted>(&read.entry.body) != nullptr)
                    counts_.push_back("c-" + std::to_string(number));
                constexpr std::int64_t lines_between = 1'000;
                if (watch_ && number % lines_between == 0)
                    go_on = watch_({"Looking at what came after", number - created_.last,
                                    last - created_.last, true});
                return go_on;
            });
        for (const std::string& count : counts_)
            facts.rows(core::Table::stocktake_expected, count + "/", [&](const core::Row& row) {
                const auto expected = core::fact_of<core::StocktakeExpected>(row);
                if (created_.subjects.contains(expected.subject)) changed_.insert(expected.subject);
                return true;
            });
        return go_on;
    }

    std::optional<core::Refused> refusal(const core::Facts& facts) const {
        if (changed_.empty()) return std::nullopt;
        core::Refused refused;
        for (const auto* one : created_.all())
            if (changed_.contains(one->subject))
                refused.lines.push_back({core::Refusal::changed_since,
                                         one->subject,
                                         {{"subject", core::subject_words(facts, one->subject)}}});
        return refused;
    }

private:
    const Created& created_;
    const ImportWatch& watch_;
    std::unordered_set<std::string> changed_;
    std::vector<std::string> counts_;
};

/// The watch said stop while entries were being proposed: the commit must not come about.
class UndoStopped : public std::runtime_error {
public:
    UndoStopped() : std::runtime_error{"The undoing was stopped."} {}
};

core::Result<void> propose_undo(Proposal& proposal, const UndoRequest& request,
                                const core::UserId& approver, UndoReport& report) {
    const auto created = created_by(proposal.transaction(), request.import);
    if (!created) return unknown_import(request.import);
    auto lead = proposal.add(core::ImportUndone{request.import, created->imported.sha256,
                                                core::private_text(request.reason), approver});
    if (!lead) return std::move(lead).error();
    if (created->subjects.empty())
        throw UsageError{
            "Entry " + std::to_string(request.import) +
            " brought no item, batch or officer in, so there is nothing to take back."};
    ChangedSince changed{*created, request.watch};
    if (!changed.look(proposal.transaction(), proposal.facts())) throw UndoStopped{};
    if (auto refused = changed.refusal(proposal.facts())) return std::move(*refused);
    const auto all = created->all();
    core::Refused refused;
    for (const core::RegistrationReversed* one : all) {
        constexpr std::int64_t rows_between = 200;
        auto added = proposal.add(*one);
        if (!added)
            refused.lines.insert(refused.lines.end(), added.error().lines.begin(),
                                 added.error().lines.end());
        proposal.relieve();
        const auto total = static_cast<std::int64_t>(all.size());
        if (++report.reversed % rows_between == 0 && request.watch &&
            !request.watch({"Taking back", report.reversed, total, true}))
            throw UndoStopped{};
    }
    if (!refused.lines.empty()) {
        core::sort_by_precedence(refused);
        return refused;
    }
    for (const auto& [what, count] : created->stays)
        report.stays.push_back(std::to_string(count) + " " + what);
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
        auto receipt =
            ledger.commit(author,
                          [&](Proposal& proposal) {
                              return propose_undo(proposal, request, approved.value(), report);
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
