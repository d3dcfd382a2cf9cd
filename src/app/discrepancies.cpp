// SPDX-License-Identifier: MIT
#include "muster/app/discrepancies.hpp"

#include <algorithm>

#include "app/attachments.hpp"
#include "app/basket.hpp"
#include "app/count_movements.hpp"
#include "app/likely_causes.hpp"
#include "app/single_commit.hpp"
#include "muster/app/sign_in.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/count_facts.hpp"
#include "muster/core/oversight_facts.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/ledger/canonical.hpp"
#include "muster/ledger/digest.hpp"
#include "muster/storage/private_store.hpp"

namespace muster::app {
namespace {

using core::Refusal;
using core::refused;

std::string user_or_none(const core::Facts& facts, const core::UserId& user) {
    return user.empty() ? std::string{} : core::user_words(facts, user.value);
}

std::string time_or_none(const std::optional<core::Instant>& at) {
    return at ? core::uk_time_text(*at) : std::string{};
}

DiscrepancyStep step_of(const core::Facts& facts, const core::DiscrepancyAction& action) {
    DiscrepancyStep step;
    step.entry = action.entry;
    step.when = core::uk_time_text(action.at);
    step.by = core::user_words(facts, action.by.value);
    step.action = action.action;
    if (action.note) step.note = facts.disclosed(action.note->digest).value_or("(withheld)");
    step.evidence = action.evidence.value_or("");
    return step;
}

DiscrepancyFile file_of(const core::Facts& facts, const core::Discrepancy& one, core::Instant now) {
    DiscrepancyFile file;
    file.id = one.key;
    file.sort = one.sort;
    file.subject = core::subject_words(facts, one.subject);
    file.holder = core::holder_words(facts, one.holder);
    file.expected = one.expected;
    file.found = one.found;
    file.state = one.state;
    file.opened_at = core::uk_time_text(one.opened_at);
    file.found_by = user_or_none(facts, one.found_by);
    file.count = one.count.value;
    file.beside = one.opened_by;
    file.severity = one.severity.value_or("");
    file.due = time_or_none(one.due);
    file.overdue = is_unreported(one, now);
    file.reported = time_or_none(one.reported);
    file.assigned = user_or_none(facts, one.assigned);
    file.outcome = one.outcome.value_or("");
    file.adjustment = one.adjustment;
    file.resolved_by = user_or_none(facts, one.resolved_by);
    file.approved_by = user_or_none(facts, one.approved_by);
    for (const auto& action : facts.all<core::DiscrepancyAction>(one.key + "/"))
        file.steps.push_back(step_of(facts, action));
    file.likely = likely_causes(facts, one);
    return file;
}

void name_unknown(storage::Transaction& tx, const core::Facts& facts, const core::Discrepancy& one,
                  DiscrepancyFile& file) {
    if (!one.subject.starts_with("?")) return;
    const auto count = facts.find<core::Stocktake>(one.count.value);
    const std::string label = count ? label_on_sheets(tx, facts, *count, one.subject) : "";
    if (label.empty()) return;
    file.subject = "Unknown: " + label;
    file.likely = look_alikes_of_label(facts, label);
}

}  // namespace

core::DiscrepancyId discrepancy_id(const std::string& text) {
    const bool whole = text.starts_with("d-") || text.starts_with("D-");
    return core::DiscrepancyId{"d-" + (whole ? text.substr(2) : text)};
}

core::Result<DiscrepancyFile> show_discrepancy(OpenLedger& ledger, const core::DiscrepancyId& id,
                                               const std::optional<core::UserId>& viewer) {
    std::optional<core::Refused> no;
    DiscrepancyFile file;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        no = refuse_blind(facts, viewer);
        const auto found = facts.find<core::Discrepancy>(id.value);
        if (!no && !found)
            no = refused(Refusal::discrepancy_unknown, id.value, {{"discrepancy", id.value}});
        if (no) return;
        file = file_of(facts, *found, ledger.now());
        name_unknown(tx, facts, *found, file);
    });
    if (no) return std::move(*no);
    return file;
}

core::Result<Receipt> assign_discrepancy(OpenLedger& ledger, const Author& author,
                                         const core::DiscrepancyId& id, const std::string& to) {
    auto user = user_called(ledger, to);
    if (!user) return std::move(user).error();
    return commit_one(ledger, author, core::DiscrepancyAssigned{id, user.value()});
}

core::Result<Receipt> note_discrepancy(OpenLedger& ledger, const Author& author,
                                       const core::DiscrepancyId& id, const std::string& action,
                                       const std::string& words,
                                       const std::optional<std::string>& evidence_file) {
    core::DiscrepancyNoted noted{id, action, core::private_text(ledger::fit_for_line(words)), {}};
    std::optional<Attachment> attachment;
    if (evidence_file) {
        attachment = read_attachment(*evidence_file);
        // A report upwards that has its evidence with it is a report all the same.
        if (noted.action == "note") noted.action = "evidence";
        noted.evidence = attachment->digest;
    }
    return ledger.commit(author, [&](Proposal& proposal) -> core::Result<void> {
        if (auto added = proposal.add(noted); !added) return std::move(added).error();
        if (attachment) keep_attachment(proposal.transaction(), *attachment);
        return boost::outcome_v2::success();
    });
}

core::Result<Receipt> resolve_discrepancy(OpenLedger& ledger, const Author& author,
                                          const core::DiscrepancyId& id,
                                          const Resolution& resolution) {
    core::DiscrepancyResolved resolved{id, resolution.outcome,
                                       core::private_text(ledger::fit_for_line(resolution.words)),
                                       std::nullopt, resolution.adjustment};
    if (resolution.lessons)
        resolved.lessons = core::private_text(ledger::fit_for_line(*resolution.lessons));
    return commit_one(ledger, author, std::move(resolved));
}

core::Result<Receipt> approve_discrepancy(OpenLedger& ledger, const Author& author,
                                          const core::DiscrepancyId& id) {
    return commit_one(ledger, author, core::DiscrepancyApproved{id, "", {}, "", {}});
}

core::Result<void> export_evidence(OpenLedger& ledger, const std::string& digest,
                                   const std::string& path,
                                   const std::optional<core::UserId>& viewer) {
    std::optional<core::Refused> no;
    std::string bytes;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        no = refuse_blind(facts, viewer);
        if (no) return;
        storage::each_attachment_part(tx, digest, [&](const std::string& part) {
            bytes += ledger::bytes_of_base64(part).value_or("");
            return true;
        });
    });
    if (no) return std::move(*no);
    if (bytes.empty()) throw UsageError{"There is no evidence " + digest + "."};
    if (ledger::hex(ledger::sha256(bytes)) != digest)
        throw TamperError{"The evidence " + digest + " is not what the ledger says it is."};
    files::write_file_atomically(path, bytes);
    return boost::outcome_v2::success();
}

}  // namespace muster::app
