// SPDX-License-Identifier: MIT
#include "unit/core/every_movement.hpp"

namespace muster::testing {
namespace {

using Desk = StockedArmoury;

std::vector<ItemLine> the(const std::string& item) {
    return {{ItemId{item}, {}, {}, {}}};
}

std::vector<StockLine> some(const std::string& stock, std::int64_t quantity,
                            const std::string& from = {}) {
    StockLine line;
    line.stock.value = stock;
    line.quantity = quantity;
    line.from.value = from;
    return {line};
}

Issued issue_of(const Desk& desk) {
    Issued asked = desk.issue({});
    asked.second = {};
    return asked;
}

Body seizure(std::vector<ItemLine> items, std::vector<StockLine> stock) {
    Seized body;
    body.items = std::move(items);
    body.stock = std::move(stock);
    body.exhibit = "AB/1";
    body.seal = "S-1";
    body.receiver = private_text("DS Sample");
    return body;
}

Body loan_out(std::vector<ItemLine> items, std::vector<StockLine> stock) {
    return LoanOpened{
        "out", "Other Force", day("2026-12-01"), "", std::move(items), std::move(stock), {}, {},
        {}};
}

Body issue(const Facts&, const Desk& desk, const std::string& item) {
    Issued asked = issue_of(desk);
    asked.items = the(item);
    return asked;
}
// To another officer than the one who may have it by the book.
Body issue_urgently(const Facts&, const Desk& desk, const std::string& item) {
    Issued asked = issue_of(desk);
    asked.officer = desk.pistol_only;
    asked.items = the(item);
    asked.confirmed.reset();
    asked.mode = "urgent";
    asked.frozen = std::string(64, 'b');
    return asked;
}
Body give_back(const Facts& facts, const Desk& desk, const std::string& item) {
    Returned back;
    back.officer = desk.pc;
    const auto held = facts.find<Item>(item);
    if (held && held->holder.value.starts_with("o-")) back.officer.value = held->holder.value;
    back.items = the(item);
    return back;
}
Body transfer(const Facts&, const Desk& desk, const std::string& item) {
    return Transferred{the(item), {}, desk.vehicle, false, {}, {}, {}};
}
Body send(const Facts&, const Desk& desk, const std::string& item) {
    return Transferred{the(item), {}, desk.safe, true, {}, {}, {}};
}
Body arrive(const Facts& facts, const Desk&, const std::string& item) {
    return TransitReceived{case_of(facts, item, "consignment"), the(item), {}, false, {}, {}};
}
Body nothing_arrives(const Facts& facts, const Desk&, const std::string& item) {
    return TransitReceived{case_of(facts, item, "consignment"), {}, {}, true, {}, {}};
}
Body lend(const Facts&, const Desk&, const std::string& item) {
    return loan_out(the(item), {});
}
Body loan_back(const Facts& facts, const Desk& desk, const std::string& item) {
    return LoanReturned{case_of(facts, item, "loan_out"), the(item), {}, desk.rack, false, {}, {}};
}
Body defect(const Facts&, const Desk&, const std::string& item) {
    return DefectReported{the(item), private_text("sight loose")};
}
Body maintenance_out(const Facts&, const Desk&, const std::string& item) {
    return MaintenanceOpened{the(item), {}, "Workshop", {}, private_text("service")};
}
Body maintenance_in(const Facts&, const Desk& desk, const std::string& item) {
    return MaintenanceClosed{the(item), desk.rack, private_text("serviced")};
}
Body fit(const Facts&, const Desk&, const std::string& item) {
    return FitForIssue{the(item), {}, "INS-1", {}};
}
Body mount(const Facts&, const Desk& desk, const std::string& item) {
    PartSwapped body;
    body.host = desk.carbine_2;
    body.fitted = ItemId{item};
    return body;
}
Body dismount(const Facts& facts, const Desk& desk, const std::string& item) {
    PartSwapped body;
    const auto part = facts.find<Item>(item);
    body.host = part && !part->mounted_on.empty() ? part->mounted_on : desk.carbine_2;
    body.removed = ItemId{item};
    body.to = desk.rack;
    return body;
}
Body seize(const Facts&, const Desk&, const std::string& item) {
    return seizure(the(item), {});
}
Body end_seizure(const Facts& facts, const Desk& desk, const std::string& item) {
    return SeizureEnded{
        case_of(facts, item, "seizure"), the(item), {}, desk.rack, "IOPC 7", {}, {}};
}
Body missing(const Facts&, const Desk&, const std::string& item) {
    return ReportedMissing{the(item), {}, private_text("not in its place"), {}};
}
Body lose(const Facts& facts, const Desk&, const std::string& item) {
    return LossDecided{case_of(facts, item, "loss"), "lost", "CR/1", {}, {}, private_text("gone")};
}
Body recover(const Facts& facts, const Desk& desk, const std::string& item) {
    return Recovered{case_of(facts, item, "loss"),    the(item), {}, desk.rack,
                     private_text("behind the rack"), {}};
}
Body give_up(const Facts&, const Desk&, const std::string& item) {
    return DisposalMarked{the(item), false, private_text("worn out"), UserId{"u-mia"}};
}
Body dispose(const Facts&, const Desk&, const std::string& item) {
    return Disposed{the(item), {}, "destroyed", "CERT-1", UserId{"u-ben"}, UserId{"u-sue"}, {}};
}
Body hold(const Facts&, const Desk&, const std::string& item) {
    HoldPlaced body;
    body.reason = "unsafe";
    body.items = {ItemId{item}};
    return body;
}
Body release(const Facts& facts, const Desk&, const std::string& item) {
    const auto holds = facts.all<Hold>(item + "/");
    return HoldReleased{item, holds.empty() ? 0 : holds.front().since, "INS-2", {}};
}
Body assign(const Facts&, const Desk& desk, const std::string& item) {
    return ItemAssigned{ItemId{item}, desk.pc};
}

Body correct(const Facts& facts, const Desk& desk, const std::string& item) {
    Corrected body;
    const auto now = facts.find<Item>(item);
    body.of = now ? now->moved : 0;
    body.of_kind = "transferred";
    body.reversed = {{item, 1, now ? now->holder : HolderId{}, HolderId{desk.rack.value}, {}}};
    body.reason = private_text("wrong");
    body.approver = UserId{"u-mia"};
    return body;
}

Body issue_stock(const Facts&, const Desk& desk, const std::string& stock) {
    Issued asked = issue_of(desk);
    asked.stock = some(stock, 6);
    return asked;
}
// More than there ever is: the book takes what it can.
Body issue_stock_urgently(const Facts&, const Desk& desk, const std::string& stock) {
    Issued asked = issue_of(desk);
    asked.stock = some(stock, 2'000);
    asked.confirmed.reset();
    asked.mode = "urgent";
    asked.frozen = std::string(64, 'b');
    return asked;
}
Body return_stock(const Facts&, const Desk& desk, const std::string& stock) {
    Returned back;
    back.officer = desk.pc;
    back.stock = some(stock, 5);
    return back;
}
Body transfer_stock(const Facts&, const Desk& desk, const std::string& stock) {
    return Transferred{{}, some(stock, 7, desk.safe.value), desk.rack, false, {}, {}, {}};
}
Body quarantine_stock(const Facts&, const Desk& desk, const std::string& stock) {
    return Transferred{{}, some(stock, 4, desk.safe.value), desk.quarantine, false, {}, {}, {}};
}
Body dispose_stock(const Facts&, const Desk& desk, const std::string& stock) {
    return Disposed{{},
                    some(stock, 3, desk.quarantine.value),
                    "destroyed",
                    "CERT-2",
                    UserId{"u-ben"},
                    UserId{"u-sue"},
                    {}};
}
Body send_stock(const Facts&, const Desk& desk, const std::string& stock) {
    return Transferred{{}, some(stock, 9, desk.safe.value), desk.rack, true, {}, {}, {}};
}
// One more than was sent: what the book cannot take stays out of it.
Body arrive_stock(const Facts& facts, const Desk&, const std::string& stock) {
    return TransitReceived{case_of(facts, stock, "consignment"), {}, some(stock, 10), true, {}, {}};
}
Body arrive_short(const Facts& facts, const Desk&, const std::string& stock) {
    return TransitReceived{case_of(facts, stock, "consignment"), {}, some(stock, 2), true, {}, {}};
}
Body lend_stock(const Facts&, const Desk& desk, const std::string& stock) {
    return loan_out({}, some(stock, 8, desk.safe.value));
}
Body loan_stock_back(const Facts& facts, const Desk& desk, const std::string& stock) {
    return LoanReturned{
        case_of(facts, stock, "loan_out"), {}, some(stock, 5), desk.safe, false, {}, {}};
}
Body expend_stock(const Facts&, const Desk& desk, const std::string& stock) {
    StockExpended body;
    body.from.value = desk.safe.value;
    body.lines = {{StockId{stock}, 2, "test", {}, {}}};
    return body;
}
Body expend_drawn(const Facts&, const Desk& desk, const std::string& stock) {
    StockExpended body;
    body.from.value = desk.pc.value;
    body.lines = {{StockId{stock}, 3, "training", {}, {}}};
    return body;
}
Body seize_stock(const Facts&, const Desk& desk, const std::string& stock) {
    auto body = std::get<Seized>(seizure({}, some(stock, 4)));
    body.officer = desk.pc;
    return body;
}
Body seizure_stock_back(const Facts& facts, const Desk& desk, const std::string& stock) {
    return SeizureEnded{
        case_of(facts, stock, "seizure"), {}, some(stock, 3), desk.safe, "IOPC 7", {}, {}};
}
Body miss_stock(const Facts&, const Desk& desk, const std::string& stock) {
    return ReportedMissing{{}, some(stock, 5, desk.safe.value), private_text("short"), {}};
}
Body lose_stock(const Facts& facts, const Desk&, const std::string& stock) {
    return LossDecided{case_of(facts, stock, "loss"), "stolen", "CR/2", {}, {},
                       private_text("gone")};
}
Body recover_stock(const Facts& facts, const Desk& desk, const std::string& stock) {
    return Recovered{case_of(facts, stock, "loss"), {}, some(stock, 2), desk.safe,
                     private_text("found"),         {}};
}
Body receive_stock(const Facts& facts, const Desk& desk, const std::string& stock) {
    StockReceived body;
    body.location = desk.safe;
    body.quantity = 1;
    if (const auto batch = facts.find<Batch>(stock)) {
        body.model = batch->model;
        body.number = batch->number;
    } else {
        body.model = ModelId{stock};
    }
    return body;
}

}  // namespace

CaseId case_of(const Facts& facts, const std::string& subject, const std::string& sort) {
    if (const auto item = facts.find<Item>(subject); item && !item->under.empty())
        return item->under;
    for (const Case& each : facts.all<Case>())
        if (each.sort == sort) {
            const auto line = facts.find<CaseLine>(each.key + "/" + subject);
            if (line && line->open > 0) return CaseId{each.key};
        }
    return CaseId{"t-0"};
}

const std::vector<Movement>& item_movements() {
    static const std::vector<Movement> all{
        {"issue", "u-ann", issue},
        {"urgent issue", "u-ann", issue_urgently},
        {"return", "u-ben", give_back},
        {"transfer", "u-ann", transfer},
        {"send", "u-ann", send},
        {"arrive", "u-ben", arrive},
        {"nothing arrives", "u-ben", nothing_arrives},
        {"lend", "u-ann", lend},
        {"loan back", "u-ann", loan_back},
        {"defect", "u-ann", defect},
        {"maintenance out", "u-ann", maintenance_out},
        {"maintenance in", "u-ann", maintenance_in},
        {"fit", "u-ben", fit},
        {"mount", "u-ann", mount},
        {"dismount", "u-ann", dismount},
        {"seize", "u-ann", seize},
        {"end seizure", "u-ann", end_seizure},
        {"missing", "u-ann", missing},
        {"lose", "u-mia", lose},
        {"recover", "u-ann", recover},
        {"give up", "u-ann", give_up},
        {"dispose", "u-ann", dispose},
        {"hold", "u-ann", hold},
        {"release", "u-mia", release},
        {"assign", "u-ann", assign},
        {"correct", "u-sue", correct},
    };
    return all;
}

const std::vector<Movement>& stock_movements() {
    static const std::vector<Movement> all{
        {"issue", "u-ann", issue_stock},
        {"return", "u-ben", return_stock},
        {"transfer", "u-ann", transfer_stock},
        {"quarantine", "u-ann", quarantine_stock},
        {"dispose", "u-ann", dispose_stock},
        {"send", "u-ann", send_stock},
        {"arrive over", "u-ben", arrive_stock},
        {"arrive short", "u-ben", arrive_short},
        {"lend", "u-ann", lend_stock},
        {"loan back", "u-ann", loan_stock_back},
        {"expend", "u-ann", expend_stock},
        {"expend drawn", "u-ann", expend_drawn},
        {"seize", "u-ann", seize_stock},
        {"seizure back", "u-ann", seizure_stock_back},
        {"missing", "u-ann", miss_stock},
        {"lose", "u-mia", lose_stock},
        {"recover", "u-ann", recover_stock},
        {"receive", "u-ann", receive_stock},
        {"urgent issue", "u-ann", issue_stock_urgently},
    };
    return all;
}

}  // namespace muster::testing
