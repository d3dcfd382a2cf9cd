// SPDX-License-Identifier: MIT
#include "core/moves.hpp"

#include <algorithm>
#include <map>

#include "muster/core/codes.hpp"
#include "muster/core/count_facts.hpp"
#include "muster/core/count_team.hpp"
#include "muster/core/mounted.hpp"
#include "muster/core/powers.hpp"

namespace muster::core {
namespace {

// A count whose scope holds the place shows the movement beside its line (DOMAIN §6).
void tell_open_counts(Changes& changes, const HolderId& place, const std::string& subject,
                      std::int64_t quantity, EntryNumber by) {
    for (const StocktakeScope& scope : changes.all<StocktakeScope>(place.value + "/")) {
        const std::string key = scope.count.value + "/" + place.value + "/" + subject;
        StocktakeMoved moved = changes.find<StocktakeMoved>(key).value_or(
            StocktakeMoved{key, scope.count, scope.location, subject, 0, 0});
        moved.quantity += quantity;
        moved.last = by;
        changes.put(moved);
    }
}

std::string held_key(const HolderId& holder, const std::string& item) {
    return holder.value + "/" + item;
}

std::string line_key(const CaseId& under, const std::string& subject) {
    return under.value + "/" + subject;
}

bool is_lent_to_us(const Item& item) {
    return item.owner.has_value();
}

// The loan a visitor's item is here under, also where it was seized or missing meanwhile.
CaseId loan_of(const Facts& facts, const Item& item) {
    if (item.under.value.starts_with("n-")) return item.under;
    const auto line = facts.find<CaseLine>(line_key(item.under, item.key));
    return line ? line->before : CaseId{};
}

void enter_case(Changes& changes, const CaseId& under, const CaseLine& entered) {
    CaseLine line = changes.find<CaseLine>(line_key(under, entered.subject)).value_or(entered);
    if (line.key.empty()) {
        line.key = line_key(under, entered.subject);
        line.under = under;
    } else {
        line.quantity += entered.quantity;
        line.open += entered.quantity;
    }
    changes.put(line);
}

}  // namespace

bool is_case(const std::string& id) {
    return id.size() > 2 && id[1] == '-' &&
           std::string_view{"tnwsz"}.find(id[0]) != std::string::npos;
}

void carry_mounted(const Facts& facts, std::vector<ItemLine>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (const Mounted& mounted : facts.all<Mounted>(lines[i].item.value + "/")) {
            const auto same = [&](const ItemLine& line) { return line.item == mounted.part; };
            if (std::none_of(lines.begin(), lines.end(), same))
                lines.push_back({mounted.part, {}, lines[i].to, {}});
        }
}

std::vector<Item> parts_without_host(const Facts& facts, const std::vector<ItemLine>& lines) {
    std::vector<Item> parts;
    for (const ItemLine& line : lines) {
        const auto part = facts.find<Item>(line.item.value);
        if (!part || part->mounted_on.empty()) continue;
        const auto is_host = [&](const ItemLine& other) { return other.item == part->mounted_on; };
        if (std::none_of(lines.begin(), lines.end(), is_host)) parts.push_back(*part);
    }
    return parts;
}

void place_item(Changes& changes, const Item& item) {
    changes.put(item);
    changes.put(Held{held_key(item.holder, item.key), item.holder, ItemId{item.key}});
    tell_open_counts(changes, item.holder, item.key, 1, item.moved);
}

void move_item(Changes& changes, Item item, const HolderId& to, std::string status, EntryNumber by,
               CaseId under) {
    const bool is_here = status == "in_store" || status == "in_vehicle_safe";
    if (is_lent_to_us(item) && under.empty() && is_here) {
        status = "on_loan_in";
        under = loan_of(changes, item);
    }
    // A visitor's item that is seized or missing is still on loan to us.
    const bool stays_lent =
        is_lent_to_us(item) && item.under.value.starts_with("n-") && !under.empty();
    if (!item.under.empty() && item.under != under && !stays_lent)
        leave_case(changes, item.under, item.key, 1);
    item.under = std::move(under);
    changes.remove<Held>(held_key(item.holder, item.key));
    tell_open_counts(changes, item.holder, item.key, -1, by);
    item.holder = to;
    item.location_status = std::move(status);
    item.moved = by;
    place_item(changes, item);
}

void carry_items(Changes& changes, const std::vector<ItemLine>& lines, std::string_view step_name,
                 EntryNumber by, const CaseId& under) {
    const Transition& step = transition(step_name);
    for (const ItemLine& line : lines) {
        auto item = changes.find<Item>(line.item.value);
        if (!item) continue;
        if (item->holder.value.starts_with("o-"))
            close_open_lines(changes, OfficerId{item->holder.value}, item->key, 1, false);
        std::string status = step.to == "place" ? status_in(changes, line.to)
                             : step.to.empty()  ? item->location_status
                                                : std::string{step.to};
        if (!step.condition.empty()) item->condition_status = step.condition;
        if (!under.empty())
            enter_case(
                changes, under,
                {"", {}, item->key, 1, 1, item->holder, item->location_status, item->under, ""});
        move_item(changes, *item, line.to, std::move(status), by, under);
    }
}

void change_condition(Changes& changes, const std::vector<ItemLine>& lines, std::string_view step) {
    for (const ItemLine& line : lines)
        if (auto item = changes.find<Item>(line.item.value)) {
            item->condition_status = transition(step).condition;
            changes.put(*item);
        }
}

void carry_stock(Changes& changes, const std::vector<StockLine>& lines, EntryNumber by,
                 const CaseId& into, const CaseId& out_of) {
    for (const StockLine& line : lines) {
        const std::int64_t moved = line.booked.value_or(line.quantity);
        if (moved == 0) continue;
        const auto batch = changes.find<Batch>(line.stock.value);
        const std::int64_t size = batch ? batch->box_size : 0;
        // A sealed box of which the book takes only a part is not sealed by the book.
        const std::int64_t boxes =
            size > 0 ? std::min(line.boxes.value_or(0), moved / size) : std::int64_t{0};
        if (!line.from.empty()) {
            add_stock(changes, line.from, line.stock, -moved, -boxes, by);
            if (line.from.value.starts_with("o-"))
                close_open_lines(changes, OfficerId{line.from.value}, line.stock.value, moved,
                                 true);
            if (is_case(line.from.value) && out_of.empty())
                leave_case(changes, CaseId{line.from.value}, line.stock.value, moved);
        }
        if (!line.to.empty()) add_stock(changes, line.to, line.stock, moved, boxes, by);
        if (!out_of.empty()) leave_case(changes, out_of, line.stock.value, moved);
        if (!into.empty())
            enter_case(changes, into,
                       {"", {}, line.stock.value, moved, moved, line.from, "", {}, ""});
    }
}

void leave_case(Changes& changes, const CaseId& under, const std::string& subject,
                std::int64_t quantity) {
    auto line = changes.find<CaseLine>(line_key(under, subject));
    if (!line) return;
    const bool loss = under.value.starts_with("z-");
    line->open = std::max<std::int64_t>(line->open - quantity, 0);
    if (loss && line->open == 0) line->outcome = "recovered";
    if (loss || line->open > 0)
        changes.put(*line);
    else
        changes.remove<CaseLine>(line->key);
    const auto rest = changes.all<CaseLine>(under.value + "/");
    const bool any_open =
        std::any_of(rest.begin(), rest.end(), [](const CaseLine& each) { return each.open > 0; });
    auto closed = changes.find<Case>(under.value);
    if (any_open || !closed) return;
    closed->state = "closed";
    changes.put(*closed);
}

void close_short(Changes& changes, const CaseId& under, bool complete) {
    auto closed = changes.find<Case>(under.value);
    if (!complete || !closed || closed->state != "open") return;
    closed->state = "closed_short";
    changes.put(*closed);
}

void await_fit(Changes& changes, const std::vector<ItemLine>& lines, const Entry& entry) {
    for (const ItemLine& line : lines) changes.put(Unfit{line.item.value, entry.by, entry.number});
}

void close_open_lines(Changes& changes, const OfficerId& officer, const std::string& subject,
                      std::int64_t quantity, bool partial) {
    for (OpenLine& open : changes.all<OpenLine>(officer.value + "/")) {
        if (open.subject != subject) continue;
        const std::int64_t taken = std::min(open.quantity, quantity);
        quantity -= taken;
        open.quantity -= taken;
        if (open.quantity == 0 || !partial)
            changes.remove<OpenLine>(open.key);
        else
            changes.put(open);
    }
}

void mount_part(Changes& changes, const ItemId& part, const ItemId& host) {
    auto item = changes.find<Item>(part.value);
    if (!item) return;
    if (!item->mounted_on.empty())
        changes.remove<Mounted>(item->mounted_on.value + "/" + part.value);
    item->mounted_on = host;
    changes.put(*item);
    if (!host.empty()) changes.put(Mounted{host.value + "/" + part.value, host, part});
}

Balance balance_of(const Facts& facts, const HolderId& holder, const StockId& stock) {
    const std::string key = holder.value + "/" + stock.value;
    return facts.find<Balance>(key).value_or(Balance{key, holder, stock, 0, 0});
}

void add_stock(Changes& changes, const HolderId& holder, const StockId& stock,
               std::int64_t quantity, std::int64_t boxes, EntryNumber by) {
    Balance balance = balance_of(changes, holder, stock);
    balance.quantity += quantity;
    balance.boxes += boxes;
    // Sealed boxes cannot hold more than there is: what was handed out loose opened one.
    const auto batch = changes.find<Batch>(stock.value);
    const std::int64_t size = batch ? batch->box_size : 0;
    const std::int64_t most = size > 0 ? std::max<std::int64_t>(balance.quantity, 0) / size : 0;
    balance.boxes = std::clamp<std::int64_t>(balance.boxes, 0, most);
    if (balance.quantity == 0)
        changes.remove<Balance>(balance.key);
    else
        changes.put(balance);
    tell_open_counts(changes, holder, stock.value, quantity, by);
}

std::optional<Location> kept_apart(const Facts& facts, const std::string& holder) {
    constexpr int levels_max = 32;
    std::string place = holder;
    for (int level = 0; level < levels_max && !place.empty(); ++level) {
        auto found = facts.find<Location>(place);
        if (!found) return std::nullopt;
        if (found->sort == "quarantine" || found->sort == "evidence") return found;
        place = found->parent.value;
    }
    return std::nullopt;
}

RefusedLine over_balance(const Facts& facts, const UserId& by, const std::string& subject,
                         const std::string& available, const std::string& asked) {
    const std::string named = subject_words(facts, subject);
    if (counts_blind(facts, by))
        return {Refusal::balance_hidden, subject, {{"subject", named}, {"asked", asked}}};
    return {Refusal::balance_too_low,
            subject,
            {{"subject", named}, {"available", available}, {"asked", asked}}};
}

namespace {

HolderId fullest_of(const std::map<std::string, std::int64_t>& there) {
    HolderId fullest;
    std::int64_t most = 0;
    for (const auto& [place, quantity] : there)
        if (quantity > most) {
            most = quantity;
            fullest = HolderId{place};
        }
    return fullest;
}

// Nobody at a hatch hands out what lies in another armoury; and a vehicle's safe is emptied only
// where nothing of it lies anywhere else.
HolderId place_here_with(const Facts& facts, const ArmouryId& armoury, const StockId& stock,
                         std::int64_t quantity) {
    std::map<std::string, std::int64_t> rooms, vehicles;
    for (const Location& place : facts.all<Location>()) {
        if (place.armoury != armoury || kept_apart(facts, place.key)) continue;
        const std::int64_t there = balance_of(facts, HolderId{place.key}, stock).quantity;
        if (there == 0) continue;
        auto& sort = place.sort == "vehicle_safe" ? vehicles : rooms;
        sort.emplace(place.key, there);
    }
    for (const auto& [place, there] : rooms)
        if (there >= quantity) return HolderId{place};
    return fullest_of(rooms.empty() ? vehicles : rooms);
}

}  // namespace

HolderId place_with(const Facts& facts, const ArmouryId& armoury, const StockId& stock,
                    std::int64_t quantity) {
    if (policy(facts, "stock_from_here", "no") == "yes")
        return place_here_with(facts, armoury, stock, quantity);
    HolderId fullest, elsewhere;
    std::int64_t most = 0;
    for (const Location& place : facts.all<Location>()) {
        const HolderId holder{place.key};
        const std::int64_t there = balance_of(facts, holder, stock).quantity;
        if (there == 0 || kept_apart(facts, place.key)) continue;
        if (there >= quantity && place.armoury == armoury) return holder;
        if (there >= quantity && elsewhere.empty()) elsewhere = holder;
        if (there > most) {
            most = there;
            fullest = holder;
        }
    }
    return elsewhere.empty() ? fullest : elsewhere;
}

std::string number_key(EntryNumber number) {
    const std::string text = std::to_string(number);
    return std::string(12 - std::min<std::size_t>(12, text.size()), '0') + text;
}

std::string movement_key(EntryNumber movement) {
    return number_key(movement);
}

std::string open_line_key(const OfficerId& officer, EntryNumber issue, const std::string& subject) {
    return officer.value + "/" + number_key(issue) + "/" + subject;
}

bool has_begun(const Authorisation& held, const Context& context) {
    const Date today = uk_date(context.happened_at);
    return held.from <= (context.paper ? today : std::max(today, held.granted_on));
}

bool is_in_force(const Authorisation& held, const Context& context) {
    return !held.suspended && has_begun(held, context) && uk_date(context.happened_at) <= held.to;
}

std::string status_in(const Facts& facts, const HolderId& location) {
    const auto place = facts.find<Location>(location.value);
    return place && place->sort == "vehicle_safe" ? "in_vehicle_safe" : "in_store";
}

namespace {

std::string full_serial(const Facts& facts, const Item& item) {
    const auto model = facts.find<Model>(item.model.value);
    return (model ? model->name : item.model.value) + "/" + item.serial;
}

}  // namespace

void name_item(Changes& changes, const Item& item) {
    name_thing(changes, item.tag, item.key, "tag");
    name_thing(changes, item.serial, item.key, "serial");
    name_thing(changes, full_serial(changes, item), item.key, "model_serial");
}

void unname_item(Changes& changes, const Item& item) {
    for (const std::string& code : {item.tag, item.serial, full_serial(changes, item)})
        if (const std::string normal = normal_code(code); !normal.empty())
            changes.remove<Code>(normal + "|" + item.key);
}

void name_thing(Changes& changes, const std::string& code, const std::string& thing,
                const std::string& sort) {
    const std::string normal = normal_code(code);
    if (!normal.empty()) changes.put(Code{normal + "|" + thing, thing, sort});
}

}  // namespace muster::core
