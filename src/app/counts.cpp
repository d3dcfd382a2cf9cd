// SPDX-License-Identifier: MIT
#include "muster/app/counts.hpp"

#include <algorithm>
#include <set>

#include "app/attachments.hpp"
#include "app/basket.hpp"
#include "app/count_drafts.hpp"
#include "app/count_movements.hpp"
#include "app/signing_keys.hpp"
#include "app/single_commit.hpp"
#include "muster/app/sign_in.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/count_facts.hpp"
#include "muster/core/count_team.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/policies.hpp"
#include "muster/core/powers.hpp"
#include "muster/files/limits.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/ledger/canonical.hpp"
#include "muster/ledger/cms.hpp"
#include "muster/ledger/digest.hpp"
#include "muster/storage/private_store.hpp"

namespace muster::app {
namespace {

using core::Refusal;
using core::refused;

core::Result<void> add_parts(Proposal& proposal, const core::CountId& count,
                             const core::UserId& counter, std::vector<core::SeenLine> lines,
                             const std::optional<std::string>& note) {
    // An empty sheet is for the rules to refuse: who may hand one in comes first.
    const std::size_t parts = std::max<std::size_t>(
        1, (lines.size() + core::count_lines_max - 1) / core::count_lines_max);
    for (std::size_t part = 0; part < parts; ++part) {
        const auto from = lines.begin() + static_cast<std::ptrdiff_t>(part * core::count_lines_max);
        const auto to = lines.begin() + static_cast<std::ptrdiff_t>(std::min(
                                            lines.size(), (part + 1) * core::count_lines_max));
        core::CountSubmitted sheet{count,
                                   counter,
                                   static_cast<std::int64_t>(part + 1),
                                   static_cast<std::int64_t>(parts),
                                   {from, to}};
        if (part == 0) sheet.auditor_note = note;
        if (auto added = proposal.add(std::move(sheet)); !added) return std::move(added).error();
    }
    return boost::outcome_v2::success();
}

// The certificate of whoever audits; empty where nobody who does has one.
std::string auditor_certificate(OpenLedger& ledger) {
    std::string pem;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        for (const core::Certificate& each : facts.all<core::Certificate>())
            for (const char* role : {"auditor", "head_of_audit"})
                if (pem.empty() && facts.row(core::Table::role, each.user.value + "/" + role))
                    if (const auto note = key_note(tx, each.name)) pem = note->certified;
    });
    return pem;
}

std::optional<std::string> note_to_auditor(OpenLedger& ledger,
                                           const std::optional<std::string>& note_file) {
    std::string note;
    if (note_file) note = files::read_file(*note_file, files::mebibyte);
    if (note.size() > auditor_note_bytes)
        throw UsageError{"A note to the auditor has at most " + std::to_string(auditor_note_bytes) +
                         " bytes."};
    const std::string pem = auditor_certificate(ledger);
    if (pem.empty() && !note.empty())
        throw UsageError{"No auditor has a certified key here, so that nobody could read a note."};
    if (pem.empty()) return std::nullopt;
    note.resize(auditor_note_bytes, ' ');
    auto sealed = ledger::encrypt_to(note, pem);
    if (const auto* fault = std::get_if<ledger::LineFault>(&sealed)) throw UsageError{fault->words};
    return ledger::base64(std::get<std::string>(sealed));
}

// The places in an order nobody could foresee.
std::vector<core::LocationId> shuffled(std::vector<core::LocationId> places, OpenLedger& ledger) {
    for (std::size_t left = places.size(); left > 1; --left) {
        std::uint64_t drawn = 0;
        for (const char c : ledger.randomness().bytes(6))
            drawn = drawn << 8 | static_cast<unsigned char>(c);
        std::swap(places[left - 1], places[drawn % left]);
    }
    return places;
}

}  // namespace

core::CountId count_id(const std::string& text) {
    const std::string normal =
        text.starts_with("c-") || text.starts_with("C-") ? text.substr(2) : text;
    return core::CountId{"c-" + normal};
}

core::Result<Receipt> start_count(OpenLedger& ledger, const Author& author, const CountPlan& plan,
                                  Secrets& secrets) {
    core::CountStarted started;
    started.sort = plan.sort;
    started.blind = plan.blind;
    if (plan.frozen) started.frozen = true;
    for (const auto& [name, id] : {std::pair{plan.counter_a, &started.counter_a},
                                   std::pair{plan.counter_b, &started.counter_b}}) {
        auto user = user_called(ledger, name);
        if (!user) return std::move(user).error();
        *id = user.value();
    }
    if (plan.override_by) {
        auto by = confirm_by(ledger, *plan.override_by, secrets);
        if (!by) return std::move(by).error();
        started.offer = core::OverrideOffer{
            by.value(), core::private_text(ledger::fit_for_line(plan.override_reason))};
    }
    return ledger.commit(author, [&](Proposal& proposal) -> core::Result<void> {
        for (const std::string& name : plan.locations) {
            auto place = find_location(proposal.facts(), name);
            if (!place) return std::move(place).error();
            started.scope.push_back(place.value());
        }
        started.route = shuffled(core::with_parts(proposal.facts(), started.scope), ledger);
        const auto only =
            core::words_in(core::policy(proposal.facts(), "count_categories." + started.sort));
        if (only != std::vector<std::string>{"no"}) started.categories = only;
        if (auto added = proposal.add(started); !added) return std::move(added).error();
        return boost::outcome_v2::success();
    });
}

core::Result<ScanAnswer> scan_count(OpenLedger& ledger, const Author& author,
                                    const core::CountId& count, const CountScan& scan) {
    std::optional<core::Refused> no;
    std::string location;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        if (auto place = find_location(facts, scan.location))
            location = place.value().value;
        else
            no = place.error();
        if (!no) no = refuse_scan(facts, count, author.user, location);
    });
    if (no) return std::move(*no);
    for (const CodeQuantity& batch : scan.batches)
        if (batch.quantity < 0)
            return refused(Refusal::quantity_not_positive, batch.code, {{"subject", batch.code}});
    ScanAnswer answer;
    std::optional<Attachment> photo;
    CountScan kept = scan;
    if (scan.photo) {
        photo = read_attachment(*scan.photo);
        kept.photo = photo->digest;
    }
    ledger.write_beside([&](storage::Transaction& tx) {
        if (photo) keep_attachment(tx, *photo);
        answer = keep_scans(tx, count, author.user, scans_of(kept, location, ledger.now()));
    });
    return answer;
}

core::Result<Receipt> submit_count(OpenLedger& ledger, const Author& author,
                                   const core::CountId& count,
                                   const std::optional<std::string>& note_file) {
    const auto sealed = note_to_auditor(ledger, note_file);
    return ledger.commit(author, [&](Proposal& proposal) -> core::Result<void> {
        if (auto no = refuse_closed_count(proposal.facts(), count)) return std::move(*no);
        auto lines =
            sheet_lines(proposal.facts(), drafts_of(proposal.transaction(), count, author.user));
        if (auto added = add_parts(proposal, count, author.user, std::move(lines), sealed); !added)
            return added;
        storage::remove_drafts(proposal.transaction(), draft_prefix(count, author.user));
        return boost::outcome_v2::success();
    });
}

core::Result<Receipt> ask_recount(OpenLedger& ledger, const Author& author,
                                  const core::CountId& count, const std::string& counter) {
    auto user = user_called(ledger, counter);
    if (!user) return std::move(user).error();
    return commit_one(ledger, author, core::CountRecountAsked{count, user.value()});
}

core::Result<Reconciliation> reconcile_count(OpenLedger& ledger, const Author& author,
                                             const core::CountId& count) {
    auto receipt = commit_one(ledger, author, core::CountReconciled{count, 1, 1, {}});
    if (!receipt) return std::move(receipt).error();
    Reconciliation result;
    result.receipt = std::move(receipt).value();
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        const auto of = facts.find<core::Stocktake>(count.value).value_or(core::Stocktake{});
        const core::EntryNumber until = result.receipt.entries.front();
        for (const auto& line : facts.all<core::StocktakeResult>(count.value + "/")) {
            ++result.totals[line.result];
            if (line.result == "uncounted" || line.result == "disagreed") ++result.open;
            result.lines.push_back(
                {core::holder_words(facts, line.location.value), line.subject,
                 seen_words(tx, facts, of, line.subject), line.result, line.expected, line.moved,
                 line.counted,
                 line.moved == 0 ? std::vector<core::EntryNumber>{}
                                 : movements_beside(tx, of, line.subject, line.location, until)});
        }
    });
    return result;
}

core::Result<ClosedCount> close_count(OpenLedger& ledger, const Author& author,
                                      const core::CountId& count, const std::string& second,
                                      const std::optional<std::string>& left_open,
                                      Secrets& secrets) {
    auto signer = confirm_by(ledger, second, secrets);
    if (!signer) return std::move(signer).error();
    core::CountClosed closing{count, signer.value(), 0, 0, {}};
    if (left_open) closing.left_open = core::private_text(ledger::fit_for_line(*left_open));
    auto receipt = commit_one(ledger, author, std::move(closing));
    if (!receipt) return std::move(receipt).error();
    ClosedCount closed;
    closed.receipt = std::move(receipt).value();
    ledger.read([&](storage::Transaction& tx, const core::Facts&) {
        for (const core::EntryNumber number : closed.receipt.entries) {
            const auto entry = entry_of(tx, number);
            if (!entry) continue;
            if (const auto* body = std::get_if<core::CountClosed>(&entry->body))
                closed.certificate = body->certificate;
            else
                closed.discrepancies.push_back(number);
        }
    });
    return closed;
}

}  // namespace muster::app
