// SPDX-License-Identifier: MIT
#include "muster/app/delta_import.hpp"

#include <filesystem>

#include "app/delta_plan.hpp"
#include "app/import_parts.hpp"
#include "app/last_imports.hpp"
#include "app/single_commit.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/powers.hpp"
#include "muster/ledger/random.hpp"

namespace muster::app {
namespace {

/// One file on its way into the ledger.
class Delta {
public:
    Delta(OpenLedger& ledger, const DeltaRequest& request)
        : ledger_{ledger}, request_{request}, file_{read_delta_file(ledger, request)} {
        report_.kind = request.kind;
        report_.as_at = file_.as_at;
        report_.sha256 = file_.found.sha256;
    }

    /// What it would change by these facts; or that it is older than what they say.
    std::optional<core::Refused> judge(storage::Transaction& tx, const core::Facts& facts,
                                       const core::UserId& by) {
        takes_classes_ = file_.has_classes && !request_.leave_classes && may_grant(facts, by);
        if (auto no = refuse_older(tx, facts)) return no;
        if (const auto before = imported_as(facts, file_.found.sha256, file_.as_at, request_.sheet))
            return core::refused(core::Refusal::file_imported_before, file_.found.sha256,
                                 {{"entry", std::to_string(*before)}});
        plan(facts, by);
        return std::nullopt;
    }

    bool is_blocked() const {
        return report_.stopped || (!report_.faults.empty() && !request_.skip_faulty);
    }

    core::Result<void> record(Proposal& proposal, const core::UserId& by,
                              const core::UserId& approver) {
        if (auto no = judge(proposal.transaction(), proposal.facts(), by)) return std::move(*no);
        if (is_blocked())
            return core::refused(core::Refusal::import_has_faults, "",
                                 {{"faults", std::to_string(report_.faults.size())}});
        auto lead = proposal.add(imported(approver));
        if (!lead) return std::move(lead).error();
        if (auto taken = add_all(proposal, people_.bodies); !taken) return taken;
        if (auto taken = add_all(proposal, suspensions_.bodies); !taken) return taken;
        if (!plans_classes()) return boost::outcome_v2::success();
        // Again, now that the officers whom the file adds have ids.
        const PlanFrom from{proposal.facts(), file_, request_};
        DeltaPlan competences = plan_authorisations(from, {});
        return add_all(proposal, competences.bodies);
    }

    DeltaReport& report() { return report_; }

private:
    static bool may_grant(const core::Facts& facts, const core::UserId& by) {
        return by.empty() || core::has_power(facts, by, core::Power::authorise) ||
               core::may_in_setup(facts, by);
    }
    bool plans_classes() const { return request_.kind == "authorisations" || takes_classes_; }

    std::vector<std::string> kinds() const {
        std::vector<std::string> kinds{request_.kind};
        if (takes_classes_) kinds.emplace_back("authorisations");
        return kinds;
    }

    std::optional<core::Refused> refuse_older(storage::Transaction& tx,
                                              const core::Facts& facts) const {
        const auto last = last_imports(tx, facts);
        for (const std::string& kind : kinds()) {
            const auto at = last.find(kind);
            if (at != last.end() && file_.as_at < at->second.as_at)
                return core::refused(core::Refusal::source_older, "",
                                     {{"date", core::people_text(file_.as_at)},
                                      {"recorded", core::people_text(at->second.as_at)}});
        }
        return std::nullopt;
    }

    void plan(const core::Facts& facts, const core::UserId& by) {
        const PlanFrom from{facts, file_, request_};
        people_ = request_.kind == "officers"      ? plan_officers(from)
                  : request_.kind == "deployments" ? plan_deployments(from)
                                                   : DeltaPlan{};
        SameFile people;
        for (const intake::OfficerRow& row : file_.officers)
            if (!row.left) people.coming.insert(core::normal_code(row.collar));
        for (const core::Body& body : people_.bodies)
            if (const auto* change = std::get_if<core::OfficerChanged>(&body))
                if (!change->active.value_or(true)) people.leaving.insert(change->officer.value);
        const DeltaPlan competences =
            plans_classes() ? plan_authorisations(from, people) : DeltaPlan{};
        suspensions_ = plan_suspensions(from, plans_classes());
        begin_report();
        put(people_);
        put(suspensions_);
        put(competences);
        if (request_.kind == "officers" && plans_classes())
            report_.competences =
                DeltaCounts{competences.added, competences.changed + suspensions_.changed,
                            competences.ended, competences.renewed, competences.unchanged};
        if (file_.rows() == 0) {
            report_.faults.push_back(from.whole("file_empty", {{"kind", request_.kind}}));
            report_.stopped = true;
        }
        if (file_.later_day)
            report_.warnings.push_back(
                from.whole("days_differ", {{"date", core::people_text(file_.as_at)},
                                           {"other", core::people_text(*file_.later_day)}}));
        if (file_.has_classes && request_.leave_classes)
            report_.warnings.push_back(from.whole("classes_unapproved", {}));
        if (file_.has_classes && !takes_classes_ && !request_.leave_classes)
            report_.warnings.push_back(
                from.whole("classes_left_out", {{"user", core::user_words(facts, by.value)}}));
    }

    void begin_report() {
        DeltaReport fresh;
        fresh.kind = report_.kind;
        fresh.as_at = report_.as_at;
        fresh.sha256 = report_.sha256;
        fresh.used = file_.used;
        for (const intake::Fault& fault : file_.found.faults)
            fresh.faults.push_back(import_fault(fault));
        for (const intake::Fault& warning : file_.found.warnings)
            fresh.warnings.push_back(import_fault(warning));
        fresh.rows = file_.rows();
        fresh.skipped = file_.found.faulty_rows();
        report_ = std::move(fresh);
    }

    void put(const DeltaPlan& plan) {
        report_.faults.insert(report_.faults.end(), plan.faults.begin(), plan.faults.end());
        report_.warnings.insert(report_.warnings.end(), plan.warnings.begin(), plan.warnings.end());
        report_.changes.insert(report_.changes.end(), plan.changes.begin(), plan.changes.end());
        report_.added += plan.added;
        report_.changed += plan.changed;
        report_.ended += plan.ended;
        report_.renewed += plan.renewed;
        report_.unchanged += plan.unchanged;
        report_.skipped += plan.skipped;
        report_.stopped = report_.stopped || plan.stopped;
    }

    core::Imported imported(const core::UserId& approver) const {
        core::Imported body;
        body.sha256 = file_.found.sha256;
        body.file_name = std::filesystem::path{request_.path}.filename().string();
        body.mapping = mapping_lines(file_.found);
        body.imported = report_.added + report_.changed + report_.ended + report_.renewed;
        body.skipped = report_.skipped;
        body.faults = static_cast<std::int64_t>(report_.faults.size());
        body.warnings = static_cast<std::int64_t>(report_.warnings.size());
        body.approver = approver;
        body.what =
            what_of(kinds(), !request_.standing_approver.empty()) + of_sheet(request_.sheet);
        body.as_at = file_.as_at;
        body.confirmed = people_.confirmed;
        return body;
    }

    core::Result<void> add_all(Proposal& proposal, std::vector<core::Body>& bodies) {
        for (core::Body& body : bodies) {
            if (auto* officer = std::get_if<core::OfficerAdded>(&body)) {
                officer->officer.value = ledger::random_id(ledger_.randomness(), 'o');
                officer->person.value = ledger::random_id(ledger_.randomness(), 'p');
            }
            if (auto added = proposal.add(std::move(body)); !added) return std::move(added).error();
            proposal.relieve();
        }
        return boost::outcome_v2::success();
    }

    OpenLedger& ledger_;
    const DeltaRequest& request_;
    DeltaFile file_;
    DeltaPlan people_;
    DeltaPlan suspensions_;
    DeltaReport report_;
    bool takes_classes_ = false;
};

}  // namespace

core::Result<DeltaReport> inspect_delta(OpenLedger& ledger, const DeltaRequest& request,
                                        const core::UserId& by) {
    Delta delta{ledger, request};
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        no = delta.judge(tx, facts, by);
    });
    if (no) return std::move(*no);
    return std::move(delta.report());
}

core::Result<DeltaReport> import_delta(OpenLedger& ledger, const Author& author,
                                       const DeltaRequest& request, Secrets& secrets) {
    Delta delta{ledger, request};
    refuse_unreviewed(request.reviewed, delta.report().sha256);
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        no = delta.judge(tx, facts, author.user);
    });
    if (no) return std::move(*no);
    if (delta.is_blocked()) return std::move(delta.report());
    core::UserId approver = request.standing_approver;
    if (request.approver || approver.empty()) {
        auto approved = approved_by(ledger, request.approver, secrets);
        if (!approved) return std::move(approved).error();
        approver = approved.value();
    }
    auto receipt = ledger.commit(
        author, [&](Proposal& proposal) { return delta.record(proposal, author.user, approver); });
    if (!receipt) return std::move(receipt).error();
    delta.report().receipt = std::move(receipt).value();
    return std::move(delta.report());
}

namespace {

std::string words_of(const DeltaCounts& counts, const char* gone) {
    std::string words =
        std::to_string(counts.added) + " new, " + std::to_string(counts.changed) + " changed, ";
    if (gone != nullptr) words += std::to_string(counts.ended) + " " + gone + ", ";
    if (counts.renewed != 0) words += std::to_string(counts.renewed) + " confirmed again, ";
    return words + std::to_string(counts.unchanged) + " unchanged";
}

}  // namespace

std::string summary_of(const DeltaReport& report) {
    DeltaCounts own{report.added, report.changed, report.ended, report.renewed, report.unchanged};
    if (const auto& others = report.competences) {
        own.added -= others->added;
        own.changed -= others->changed;
        own.ended -= others->ended;
        own.renewed -= others->renewed;
        own.unchanged -= others->unchanged;
    }
    const char* gone = report.kind == "officers"      ? "left"
                       : report.kind == "deployments" ? nullptr
                                                      : "ended";
    std::string words = words_of(own, gone);
    if (report.competences) words += "; authorisations: " + words_of(*report.competences, "ended");
    if (report.skipped != 0) words += "; " + std::to_string(report.skipped) + " skipped";
    return words;
}

}  // namespace muster::app
