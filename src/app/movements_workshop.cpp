// SPDX-License-Identifier: MIT
#include "app/movement_recording.hpp"
#include "muster/core/stock_facts.hpp"

/// Maintenance, signing fit, and parts.
namespace muster::app {
namespace {

// Whatever is under a roof of ours goes back to where it belongs.
core::LocationId home_of(const core::Facts& facts, const core::ItemId& id) {
    const auto item = facts.find<core::Item>(id.value);
    return item ? item->home : core::LocationId{};
}

core::FitForIssue signature(NamedThings& named, const MaintenanceRequest& request,
                            const core::UserId& signer) {
    return {named.items(request.items), signer, request.reference, request.due};
}

}  // namespace

core::Result<MovementReceipt> report_defect(OpenLedger& ledger, const Author& author,
                                            const MaintenanceRequest& request) {
    return record_movement(ledger, author, request.details,
                           [&](NamedThings& named, Proposal&) -> std::vector<core::Body> {
                               return {core::DefectReported{named.items(request.items),
                                                            core::private_text(request.words)}};
                           });
}

core::Result<MovementReceipt> send_to_maintenance(OpenLedger& ledger, const Author& author,
                                                  const MaintenanceRequest& request) {
    return record_movement(
        ledger, author, request.details,
        [&](NamedThings& named, Proposal&) -> std::vector<core::Body> {
            return {core::MaintenanceOpened{named.items(request.items), named.location(request.to),
                                            request.workshop.value_or(""), request.due,
                                            core::private_text(request.words)}};
        });
}

core::Result<MovementReceipt> take_from_maintenance(OpenLedger& ledger, const Author& author,
                                                    const MaintenanceRequest& request,
                                                    Secrets& secrets) {
    auto signer = named_person(ledger, request.signed_by, secrets);
    if (!signer) return std::move(signer).error();
    return record_movement(ledger, author, request.details,
                           [&](NamedThings& named, Proposal&) -> std::vector<core::Body> {
                               core::MaintenanceClosed back{named.items(request.items),
                                                            named.location(request.to),
                                                            core::private_text(request.words)};
                               if (back.to.empty() && !back.items.empty())
                                   back.to = home_of(named.facts(), back.items.front().item);
                               std::vector<core::Body> bodies{back};
                               if (request.signed_by)
                                   bodies.emplace_back(signature(named, request, signer.value()));
                               return bodies;
                           });
}

core::Result<MovementReceipt> sign_fit(OpenLedger& ledger, const Author& author,
                                       const MaintenanceRequest& request, Secrets& secrets) {
    auto signer = named_person(ledger, request.signed_by, secrets);
    if (!signer) return std::move(signer).error();
    return record_movement(ledger, author, request.details,
                           [&](NamedThings& named, Proposal&) -> std::vector<core::Body> {
                               return {signature(named, request, signer.value())};
                           });
}

core::Result<MovementReceipt> swap_part(OpenLedger& ledger, const Author& author,
                                        const SwapRequest& request) {
    return record_movement(ledger, author, request.details,
                           [&](NamedThings& named, Proposal&) -> std::vector<core::Body> {
                               core::PartSwapped body;
                               body.host = named.item(request.host);
                               if (request.fit) body.fitted = named.item(*request.fit);
                               if (request.remove) {
                                   body.removed = named.item(*request.remove);
                                   body.to = request.to ? named.location(request.to)
                                                        : home_of(named.facts(), body.removed);
                               }
                               body.note = private_or_none(request.note);
                               return {body};
                           });
}

}  // namespace muster::app
