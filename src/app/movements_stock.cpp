// SPDX-License-Identifier: MIT
#include "app/movement_recording.hpp"
#include "muster/core/powers.hpp"

/// Deliveries, transfers, consignments, expenditure, personal issue, loans.
namespace muster::app {

core::Result<MovementReceipt> receive_delivery(OpenLedger& ledger, const Author& author,
                                               const DeliveryRequest& request, Secrets& secrets) {
    auto second = named_person(ledger, request.second, secrets);
    if (!second) return std::move(second).error();
    return record_movement(ledger, author, request.details, [&](NamedThings& named, Proposal&) {
        return received_things(named, request, second.value(), {});
    });
}

bool is_setting_up(OpenLedger& ledger, const Author& author) {
    bool open = false;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        open = core::may_in_setup(facts, author.user);
    });
    return open;
}

core::Result<MovementReceipt> transfer(OpenLedger& ledger, const Author& author,
                                       const TransferRequest& request, Secrets& secrets) {
    auto second = named_person(ledger, request.second, secrets);
    if (!second) return std::move(second).error();
    return record_movement(ledger, author, request.details,
                           [&](NamedThings& named, Proposal&) -> std::vector<core::Body> {
                               return {core::Transferred{named.items(request.things.items),
                                                         named.stock(request.things),
                                                         named.location(request.to),
                                                         request.in_transit,
                                                         {},
                                                         second.value(),
                                                         private_or_none(request.note)}};
                           });
}

core::Result<MovementReceipt> receive_transit(OpenLedger& ledger, const Author& author,
                                              const CaseReturnRequest& request, Secrets& secrets) {
    auto second = named_person(ledger, request.second, secrets);
    if (!second) return std::move(second).error();
    return record_movement(
        ledger, author, request.details,
        [&](NamedThings& named, Proposal&) -> std::vector<core::Body> {
            return {core::TransitReceived{case_called('t', request.number),
                                          named.items(request.things.items),
                                          named.stock(request.things), request.complete,
                                          second.value(), private_or_none(request.note)}};
        });
}

core::Result<MovementReceipt> expend(OpenLedger& ledger, const Author& author,
                                     const ExpendRequest& request, Secrets& secrets) {
    auto second = named_person(ledger, request.second, secrets);
    if (!second) return std::move(second).error();
    return record_movement(
        ledger, author, request.details,
        [&](NamedThings& named, Proposal&) -> std::vector<core::Body> {
            core::StockExpended body;
            body.from = core::HolderId{request.collar ? named.officer(request.collar).value
                                                      : named.location(request.location).value};
            for (const CodeExpended& used : request.lines)
                body.lines.push_back(
                    {named.stock_of(used.code),
                     used.quantity,
                     used.reason,
                     used.reference.empty() ? std::nullopt : std::optional{used.reference},
                     {}});
            body.course = request.course;
            body.second = second.value();
            body.note = private_or_none(request.note);
            return {body};
        });
}

core::Result<MovementReceipt> assign(OpenLedger& ledger, const Author& author,
                                     const std::string& item,
                                     const std::optional<std::string>& collar,
                                     const CommitDetails& details) {
    return record_movement(ledger, author, details,
                           [&](NamedThings& named, Proposal&) -> std::vector<core::Body> {
                               return {core::ItemAssigned{named.item(item), named.officer(collar)}};
                           });
}

core::Result<MovementReceipt> lend(OpenLedger& ledger, const Author& author,
                                   const LoanRequest& request, Secrets& secrets) {
    auto second = named_person(ledger, request.second, secrets);
    if (!second) return std::move(second).error();
    return record_movement(ledger, author, request.details,
                           [&](NamedThings& named, Proposal&) -> std::vector<core::Body> {
                               return {core::LoanOpened{"out",
                                                        request.other,
                                                        request.due,
                                                        request.reference,
                                                        named.items(request.things.items),
                                                        named.stock(request.things),
                                                        {},
                                                        second.value(),
                                                        private_or_none(request.contact)}};
                           });
}

core::Result<MovementReceipt> borrow(OpenLedger& ledger, const Author& author,
                                     const LoanRequest& request, Secrets& secrets) {
    auto second = named_person(ledger, request.second, secrets);
    if (!second) return std::move(second).error();
    return record_movement(
        ledger, author, request.details, [&](NamedThings& named, Proposal& proposal) {
            const core::CaseId loan = core::created_id<core::CaseId>('n', proposal.next());
            std::vector<core::Body> bodies{
                core::LoanOpened{"in", request.other, request.due, request.reference,
                                 named.items(request.things.items), named.stock(request.things),
                                 named.location(request.location), second.value(),
                                 private_or_none(request.contact)}};
            DeliveryRequest first_time;
            first_time.items = request.items;
            first_time.stock = request.stock;
            first_time.location = request.location.value_or("");
            first_time.order = request.reference;
            for (core::Body& body : received_things(named, first_time, second.value(), loan))
                bodies.push_back(std::move(body));
            if (bodies.size() == 1 && request.things.items.empty())
                named.refused.lines.push_back({core::Refusal::basket_empty, "", {}});
            return bodies;
        });
}

core::Result<MovementReceipt> acknowledge_loan(OpenLedger& ledger, const Author& author,
                                               const std::string& number, bool of_return,
                                               const std::string& who, const std::string& reference,
                                               const CommitDetails& details) {
    return record_movement(ledger, author, details,
                           [&](NamedThings&, Proposal&) -> std::vector<core::Body> {
                               return {core::LoanAcknowledged{case_called('n', number),
                                                              of_return ? "return" : "handover",
                                                              core::private_text(who), reference}};
                           });
}

core::Result<MovementReceipt> return_loan(OpenLedger& ledger, const Author& author,
                                          const CaseReturnRequest& request, Secrets& secrets) {
    auto second = named_person(ledger, request.second, secrets);
    if (!second) return std::move(second).error();
    return record_movement(
        ledger, author, request.details,
        [&](NamedThings& named, Proposal&) -> std::vector<core::Body> {
            return {core::LoanReturned{
                case_called('n', request.number), named.items(request.things.items),
                named.stock(request.things), named.location(request.to), request.complete,
                second.value(), private_or_none(request.note)}};
        });
}

}  // namespace muster::app
