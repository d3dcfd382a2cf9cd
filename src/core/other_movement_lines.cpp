// SPDX-License-Identifier: MIT
#include "core/line_list.hpp"

namespace muster::core {
namespace {

/// What the lines of one movement have in common.
struct Shared {
    OfficerId officer;
    UserId second;
    std::string purpose;
    std::string reference;
};

void put(MovementLine& line, const Shared& shared) {
    line.officer = shared.officer;
    line.second = shared.second;
    line.purpose = shared.purpose;
    line.reference = shared.reference;
}

// Lines of items and quantities that moved, the quantities as the book took them.
void moved(LineList& list, const char* kind, const std::vector<ItemLine>& items,
           const std::vector<StockLine>& stock, const Shared& shared) {
    for (const ItemLine& item : items) {
        MovementLine& line = list.add(kind, item.item.value, 1, item.from, item.to);
        put(line, shared);
        if (item.from.value.starts_with("o-")) line.officer = OfficerId{item.from.value};
    }
    for (const StockLine& each : stock)
        if (const std::int64_t quantity = each.booked.value_or(each.quantity); quantity != 0)
            put(list.add(kind, each.stock.value, quantity, each.from, each.to), shared);
}

// What happened to items that stayed where they were.
void stayed(LineList& list, const char* kind, const std::vector<ItemLine>& items,
            const Shared& shared) {
    for (const ItemLine& item : items) put(list.add(kind, item.item.value, 1, {}, {}), shared);
}

void gather(const ItemReceived& body, LineList& list, const Entry& entry) {
    put(list.add(body.loan.empty() ? "receive" : "loan_in",
                 created_id<ItemId>('i', entry.number).value, 1, {}, HolderId{body.home.value}),
        {{}, body.second, "", body.order.empty() ? body.loan.value : body.order});
}

void gather(const StockReceived& body, LineList& list, const Entry& entry) {
    const std::string stock =
        body.stock.empty() ? created_id<BatchId>('b', entry.number).value : body.stock.value;
    put(list.add(body.loan.empty() ? "receive" : "loan_in", stock, body.quantity, {},
                 HolderId{body.location.value}),
        {{}, body.second, "", body.order.empty() ? body.loan.value : body.order});
}

void gather(const Transferred& body, LineList& list, const Entry&) {
    moved(list, body.in_transit ? "send" : "transfer", body.items, body.stock,
          {{}, body.second, "", ""});
}

void gather(const TransitReceived& body, LineList& list, const Entry&) {
    moved(list, "arrive", body.items, body.stock, {{}, body.second, "", body.consignment.value});
}

void gather(const StockExpended& body, LineList& list, const Entry&) {
    for (const Expended& used : body.lines) {
        const std::int64_t quantity = used.booked.value_or(used.quantity);
        if (quantity == 0) continue;
        MovementLine& line = list.add("expend", used.stock.value, quantity, body.from, {});
        put(line,
            {{}, body.second, used.reason, used.reference.value_or(body.course.value_or(""))});
        if (body.from.value.starts_with("o-")) line.officer = OfficerId{body.from.value};
    }
}

void gather(const ItemAssigned& body, LineList& list, const Entry&) {
    put(list.add(body.officer.empty() ? "unassign" : "assign", body.item.value, 1, {}, {}),
        {body.officer, {}, "", ""});
}

void gather(const LoanOpened& body, LineList& list, const Entry&) {
    moved(list, body.direction == "out" ? "loan_out" : "loan_in", body.items, body.stock,
          {{}, body.second, "", body.reference});
}

void gather(const LoanReturned& body, LineList& list, const Entry&) {
    moved(list, body.to.empty() ? "give_back" : "loan_back", body.items, body.stock,
          {{}, body.second, "", body.loan.value});
}

void gather(const DefectReported& body, LineList& list, const Entry&) {
    stayed(list, "defect", body.items, {});
}

void gather(const MaintenanceOpened& body, LineList& list, const Entry&) {
    moved(list, "maintenance_out", body.items, {}, {});
}

void gather(const MaintenanceClosed& body, LineList& list, const Entry&) {
    moved(list, "maintenance_in", body.items, {}, {});
}

void gather(const FitForIssue& body, LineList& list, const Entry&) {
    stayed(list, "fit", body.items, {{}, body.signed_by, "", body.reference});
}

void gather(const FunctionTested& body, LineList& list, const Entry&) {
    stayed(list, body.passed ? "test" : "fail_test", body.items, {});
}

void gather(const PartSwapped& body, LineList& list, const Entry&) {
    if (!body.removed.empty())
        put(list.add("swap", body.removed.value, 1, body.host_holder, HolderId{body.to.value}),
            {{}, {}, "taken off", body.host.value});
    if (!body.fitted.empty())
        put(list.add("swap", body.fitted.value, 1, body.fitted_from, body.host_holder),
            {{}, {}, "mounted", body.host.value});
}

void gather(const Seized& body, LineList& list, const Entry&) {
    moved(list, "seize", body.items, body.stock, {body.officer, body.second, "", body.exhibit});
}

void gather(const SeizureEnded& body, LineList& list, const Entry&) {
    moved(list, "seizure_back", body.items, body.stock, {{}, body.second, "", body.seizure.value});
}

void gather(const HoldPlaced& body, LineList& list, const Entry&) {
    for (const ItemId& item : body.items)
        put(list.add("hold", item.value, 1, {}, {}), {{}, {}, body.reason, body.notice});
    for (const StockId& batch : body.batches)
        put(list.add("hold", batch.value, 1, {}, {}), {{}, {}, body.reason, body.notice});
}

void gather(const HoldReleased& body, LineList& list, const Entry&) {
    put(list.add("release", body.subject, 1, {}, {}), {{}, {}, "", body.inspection});
}

void gather(const ReportedMissing& body, LineList& list, const Entry&) {
    moved(list, "missing", body.items, body.stock, {});
}

void gather(const LossDecided& body, LineList& list, const Entry&) {
    moved(list, "lose", body.items, body.stock, {{}, {}, body.outcome, body.reference});
}

void gather(const Recovered& body, LineList& list, const Entry&) {
    moved(list, "recover", body.items, body.stock, {{}, body.second, "", body.loss.value});
}

void gather(const DisposalMarked& body, LineList& list, const Entry&) {
    stayed(list, body.withdrawn ? "keep" : "give_up", body.items, {{}, body.approver, "", ""});
}

void gather(const Disposed& body, LineList& list, const Entry&) {
    moved(list, "dispose", body.items, body.stock,
          {{}, body.witness_a, body.method, body.certificate});
}

void gather(const Corrected& body, LineList& list, const Entry&) {
    for (const auto* lines : {&body.reversed, &body.entered})
        for (const CorrectionLine& each : *lines)
            if (each.quantity != 0)
                put(list.add("correct", each.subject, each.quantity, each.from, each.to),
                    {body.officer, body.approver, lines == &body.reversed ? "reversed" : "entered",
                     std::to_string(body.of)});
}

// What an approved discrepancy adds to a batch was found, what it takes away is lost.
void gather(const DiscrepancyApproved& body, LineList& list, const Entry&) {
    const std::int64_t change = body.adjustment.value_or(0);
    if (change > 0)
        put(list.add("find", body.subject, change, {}, body.holder),
            {{}, {}, body.outcome, body.discrepancy.value});
    if (change < 0)
        put(list.add("lose", body.subject, -change, body.holder, {}),
            {{}, {}, body.outcome, body.discrepancy.value});
}

void gather(const ItemCorrected& body, LineList& list, const Entry&) {
    put(list.add("correct", body.item.value, 1, {}, {}), {{}, body.approver, "register", ""});
}

template <class Other>
void gather(const Other&, LineList&, const Entry&) {}

}  // namespace

bool gather_other_movement(LineList& list, const Entry& entry) {
    std::visit([&](const auto& body) { gather(body, list, entry); }, entry.body);
    return !list.lines.empty();
}

}  // namespace muster::core
