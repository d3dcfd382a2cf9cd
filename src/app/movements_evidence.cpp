// SPDX-License-Identifier: MIT
#include "app/movement_recording.hpp"
#include "muster/app/counter.hpp"
#include "muster/core/case_facts.hpp"

/// Seizures, holds, losses, and the end of things.
namespace muster::app {

core::Result<MovementReceipt> seize(OpenLedger& ledger, const Author& author,
                                    const SeizureRequest& request, Secrets& secrets) {
    auto second = named_person(ledger, request.second, secrets);
    if (!second) return std::move(second).error();
    return record_movement(ledger, author, request.details,
                           [&](NamedThings& named, Proposal&) -> std::vector<core::Body> {
                               core::Seized body;
                               body.items = named.items(request.things.items);
                               body.stock = named.stock(request.things);
                               body.officer = named.officer(request.collar);
                               body.exhibit = request.exhibit;
                               body.seal = request.seal;
                               body.receiver = core::private_text(request.receiver);
                               body.place = named.location(request.place);
                               body.review = request.review;
                               body.reference = request.reference;
                               body.second = second.value();
                               body.note = private_or_none(request.note);
                               return {body};
                           });
}

core::Result<MovementReceipt> end_seizure(OpenLedger& ledger, const Author& author,
                                          const CaseReturnRequest& request, Secrets& secrets) {
    auto second = named_person(ledger, request.second, secrets);
    if (!second) return std::move(second).error();
    return record_movement(
        ledger, author, request.details,
        [&](NamedThings& named, Proposal&) -> std::vector<core::Body> {
            return {core::SeizureEnded{
                case_called('s', request.number), named.items(request.things.items),
                named.stock(request.things), named.location(request.to), request.words,
                second.value(), private_or_none(request.note)}};
        });
}

core::Result<MovementReceipt> place_hold(OpenLedger& ledger, const Author& author,
                                         const HoldRequest& request) {
    return record_movement(ledger, author, request.details,
                           [&](NamedThings& named, Proposal&) -> std::vector<core::Body> {
                               core::HoldPlaced body;
                               body.reason = request.reason;
                               for (const std::string& code : request.items)
                                   body.items.push_back(named.item(code));
                               for (const std::string& code : request.batches)
                                   body.batches.push_back(named.stock_of(code));
                               if (request.model) body.model = named.model(*request.model);
                               body.serial_from = request.serial_from;
                               body.serial_to = request.serial_to;
                               body.notice = request.notice;
                               body.note = private_or_none(request.note);
                               return {body};
                           });
}

core::Result<MovementReceipt> release_hold(OpenLedger& ledger, const Author& author,
                                           const std::string& code, core::EntryNumber hold,
                                           const std::string& inspection,
                                           const CommitDetails& details) {
    return record_movement(
        ledger, author, details, [&](NamedThings& named, Proposal&) -> std::vector<core::Body> {
            const auto item = find_item(named.facts(), code);
            const std::string subject = item ? item.value() : named.stock_of(code).value;
            return {core::HoldReleased{subject, hold, inspection, {}}};
        });
}

core::Result<MovementReceipt> report_missing(OpenLedger& ledger, const Author& author,
                                             const MovedThings& things,
                                             const std::string& circumstances,
                                             const CommitDetails& details) {
    return record_movement(ledger, author, details,
                           [&](NamedThings& named, Proposal&) -> std::vector<core::Body> {
                               return {core::ReportedMissing{named.items(things.items),
                                                             named.stock(things),
                                                             core::private_text(circumstances),
                                                             {}}};
                           });
}

core::Result<MovementReceipt> decide_loss(OpenLedger& ledger, const Author& author,
                                          const std::string& number, const std::string& outcome,
                                          const std::string& reference, const std::string& reason,
                                          const CommitDetails& details) {
    return record_movement(
        ledger, author, details, [&](NamedThings&, Proposal&) -> std::vector<core::Body> {
            return {core::LossDecided{
                case_called('z', number), outcome, reference, {}, {}, core::private_text(reason)}};
        });
}

core::Result<MovementReceipt> recover(OpenLedger& ledger, const Author& author,
                                      const CaseReturnRequest& request, Secrets& secrets) {
    auto second = named_person(ledger, request.second, secrets);
    if (!second) return std::move(second).error();
    return record_movement(ledger, author, request.details,
                           [&](NamedThings& named, Proposal&) -> std::vector<core::Body> {
                               core::Recovered body;
                               body.loss = case_called('z', request.number);
                               body.items = named.items(request.things.items);
                               body.stock = named.stock(request.things);
                               body.to = named.location(request.to);
                               body.where = core::private_text(request.words);
                               body.second = second.value();
                               return {body};
                           });
}

core::Result<MovementReceipt> mark_disposal(OpenLedger& ledger, const Author& author,
                                            const std::vector<std::string>& items, bool withdrawn,
                                            const std::string& reason, const Approver& approver,
                                            Secrets& secrets, const CommitDetails& details) {
    auto approved = named_person(ledger, approver, secrets);
    if (!approved) return std::move(approved).error();
    return record_movement(
        ledger, author, details, [&](NamedThings& named, Proposal&) -> std::vector<core::Body> {
            return {core::DisposalMarked{named.items(items), withdrawn, core::private_text(reason),
                                         approved.value()}};
        });
}

core::Result<MovementReceipt> dispose(OpenLedger& ledger, const Author& author,
                                      const DisposalRequest& request, Secrets& secrets) {
    std::vector<core::UserId> witnesses;
    for (const std::string& name : request.witnesses) {
        auto witness = confirm_by(ledger, name, secrets);
        if (!witness) return std::move(witness).error();
        witnesses.push_back(witness.value());
    }
    witnesses.resize(2);
    return record_movement(
        ledger, author, request.details,
        [&](NamedThings& named, Proposal&) -> std::vector<core::Body> {
            return {core::Disposed{named.items(request.things.items), named.stock(request.things),
                                   request.method, request.certificate, witnesses[0], witnesses[1],
                                   private_or_none(request.note)}};
        });
}

}  // namespace muster::app
