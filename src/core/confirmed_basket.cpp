// SPDX-License-Identifier: MIT
#include "muster/core/confirmed_basket.hpp"

namespace muster::core {
namespace {

Value items_of(const std::vector<ItemLine>& lines) {
    Value::Array items;
    for (const ItemLine& line : lines) items.emplace_back(line.item.value);
    return Value{std::move(items)};
}

template <class Line>
Value quantities_of(const std::vector<Line>& lines) {
    Value::Array quantities;
    for (const Line& line : lines)
        quantities.emplace_back(
            Value::Object{{"stock", line.stock.value}, {"quantity", line.quantity}});
    return Value{std::move(quantities)};
}

Value overrides_of(const std::vector<Override>& overrides) {
    Value::Array all;
    for (const Override& answered : overrides)
        all.emplace_back(Value::Object{
            {"stop", answered.stop}, {"subject", answered.subject}, {"by", answered.by.value}});
    return Value{std::move(all)};
}

Value expended_of(const std::vector<Expended>& expended) {
    Value::Array all;
    for (const Expended& used : expended)
        all.emplace_back(Value::Object{{"stock", used.stock.value},
                                       {"quantity", used.quantity},
                                       {"reason", used.reason},
                                       {"reference", used.reference.value_or("")}});
    return Value{std::move(all)};
}

}  // namespace

// What a basket has beside the members that all have is digested only where it is there, so that
// the digests of older baskets stay what they were.
Value confirmed_basket(const Issued& issued) {
    Value::Object basket{
        {"officer", issued.officer.value},      {"purpose", issued.purpose},
        {"items", items_of(issued.items)},      {"stock", quantities_of(issued.stock)},
        {"second", issued.second.value},        {"deployment", issued.deployment.value_or("")},
        {"course", issued.course.value_or("")}, {"overrides", overrides_of(issued.overrides)}};
    if (issued.mode) basket.emplace("mode", *issued.mode);
    if (!issued.issuer.empty()) basket.emplace("issuer", issued.issuer.value);
    if (!issued.kits.empty()) {
        Value::Array kits;
        for (const KitDrawn& drawn : issued.kits) kits.emplace_back(drawn.kit.value);
        basket.emplace("kits", std::move(kits));
    }
    return Value{std::move(basket)};
}

Value confirmed_basket(const Returned& returned) {
    Value::Object basket{{"officer", returned.officer.value},
                         {"brought_by", returned.brought_by.value},
                         {"items", items_of(returned.items)},
                         {"stock", quantities_of(returned.stock)},
                         {"expended", expended_of(returned.expended)},
                         {"partial", returned.partial},
                         {"second", returned.second.value}};
    if (returned.mode) basket.emplace("mode", *returned.mode);
    if (!returned.receiver.empty()) basket.emplace("receiver", returned.receiver.value);
    if (returned.range_declared) basket.emplace("range_declared", *returned.range_declared);
    if (returned.unloaded) basket.emplace("unloaded", *returned.unloaded);
    Value::Array attendees, rounds, downloads;
    for (const Attendee& line : returned.attendees)
        attendees.emplace_back(Value::Object{{"officer", line.officer.value},
                                             {"stock", line.stock.value},
                                             {"quantity", line.quantity}});
    for (const ItemLine& line : returned.items)
        if (line.rounds)
            rounds.emplace_back(Value::Object{{"item", line.item.value}, {"rounds", *line.rounds}});
    for (const Expended& line : returned.expended)
        if (line.download)
            downloads.emplace_back(
                Value::Object{{"stock", line.stock.value}, {"download", *line.download}});
    if (!attendees.empty()) basket.emplace("attendees", std::move(attendees));
    if (!rounds.empty()) basket.emplace("rounds", std::move(rounds));
    if (!downloads.empty()) basket.emplace("downloads", std::move(downloads));
    return Value{std::move(basket)};
}

Value confirmed_basket(const Attested& attested) {
    Value::Array lines;
    for (const HeldLine& line : attested.lines)
        lines.emplace_back(Value::Object{{"subject", line.subject},
                                         {"quantity", line.quantity},
                                         {"seen", line.seen.value_or(line.quantity)}});
    return Value{Value::Object{{"officer", attested.officer.value}, {"lines", std::move(lines)}}};
}

Value confirmed_basket(const VehicleChecked& checked) {
    Value::Array items;
    for (const ItemId& item : checked.items) items.emplace_back(item.value);
    return Value{Value::Object{{"place", checked.place.value},
                               {"stage", checked.stage},
                               {"from", checked.from.value},
                               {"to", checked.to.value},
                               {"items", Value{std::move(items)}},
                               {"stock", quantities_of(checked.stock)}}};
}

}  // namespace muster::core
