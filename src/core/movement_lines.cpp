// SPDX-License-Identifier: MIT
#include "core/line_list.hpp"

namespace muster::core {
namespace {

void gather(const ItemRegistered& body, LineList& list, const Entry& entry) {
    const bool out = !body.issued_to.empty();
    MovementLine& line = list.add("receive", created_id<ItemId>('i', entry.number).value, 1, {},
                                  HolderId{out ? body.issued_to.value : body.home.value});
    line.officer = body.issued_to;
}

void gather(const BatchRegistered& body, LineList& list, const Entry& entry) {
    list.add("receive", created_id<BatchId>('b', entry.number).value, body.quantity, {},
             HolderId{body.location.value});
}

void gather(const CountedRegistered& body, LineList& list, const Entry&) {
    list.add("receive", body.model.value, body.quantity, {}, HolderId{body.location.value});
}

void gather(const Issued& body, LineList& list, const Entry&) {
    const auto detail = [&](MovementLine& line) {
        line.officer = body.officer;
        line.second = body.second;
        line.purpose = body.purpose;
        line.reference = body.deployment.value_or(body.course.value_or(""));
    };
    for (const ItemLine& item : body.items)
        detail(list.add("issue", item.item.value, 1, item.from, HolderId{body.officer.value}));
    for (const StockLine& stock : body.stock)
        if (const std::int64_t moved = stock.booked.value_or(stock.quantity); moved != 0)
            detail(list.add("issue", stock.stock.value, moved, stock.from,
                            HolderId{body.officer.value}));
}

void gather(const Returned& body, LineList& list, const Entry&) {
    const auto detail = [&](MovementLine& line) {
        line.officer = body.officer;
        line.second = body.second;
    };
    for (const ItemLine& item : body.items)
        detail(list.add("return", item.item.value, 1, item.from, item.to));
    for (const StockLine& stock : body.stock)
        if (const std::int64_t moved = stock.booked.value_or(stock.quantity); moved != 0)
            detail(list.add("return", stock.stock.value, moved, stock.from, stock.to));
    for (const Expended& used : body.expended) {
        const std::int64_t quantity = used.booked.value_or(used.quantity);
        if (quantity == 0) continue;
        MovementLine& line =
            list.add("expend", used.stock.value, quantity, HolderId{body.officer.value}, {});
        detail(line);
        line.purpose = used.reason;
        line.reference = used.reference.value_or("");
    }
}

void gather(const RegistrationReversed& body, LineList& list, const Entry&) {
    if (body.quantity != 0) list.add("correct", body.subject, body.quantity, body.holder, {});
}

// Another system's holders are texts, not ours: only the line itself is shown.
void gather(const MovementNoted& body, LineList& list, const Entry&) {
    MovementLine& line = list.add("noted", body.subject, body.quantity, {}, {});
    line.happened_at = body.at;
    line.officer = body.officer;
    line.purpose = body.sort;
    line.reference = body.reference.value_or(body.number);
}

// Nothing moved, but the history of who asked has it.
void gather(const IssueStopped& body, LineList& list, const Entry&) {
    MovementLine& line = list.add("stopped", body.officer.value, 0, {}, {});
    line.officer = body.officer;
    line.purpose = body.purpose;
    line.reference = body.stops.empty() ? "" : body.stops.front();
}

template <class Other>
void gather(const Other&, LineList&, const Entry&) {}

}  // namespace

std::vector<MovementLine> movement_lines(const Entry& entry) {
    LineList list{entry};
    if (!gather_other_movement(list, entry))
        std::visit([&](const auto& body) { gather(body, list, entry); }, entry.body);
    return std::move(list.lines);
}

}  // namespace muster::core
