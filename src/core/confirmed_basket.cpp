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

Value confirmed_basket(const Issued& issued) {
    return Value{Value::Object{{"officer", issued.officer.value},
                               {"purpose", issued.purpose},
                               {"items", items_of(issued.items)},
                               {"stock", quantities_of(issued.stock)},
                               {"second", issued.second.value},
                               {"deployment", issued.deployment.value_or("")},
                               {"course", issued.course.value_or("")},
                               {"overrides", overrides_of(issued.overrides)}}};
}

Value confirmed_basket(const Returned& returned) {
    return Value{Value::Object{{"officer", returned.officer.value},
                               {"brought_by", returned.brought_by.value},
                               {"items", items_of(returned.items)},
                               {"stock", quantities_of(returned.stock)},
                               {"expended", expended_of(returned.expended)},
                               {"partial", returned.partial},
                               {"second", returned.second.value}}};
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
