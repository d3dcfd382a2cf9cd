// SPDX-License-Identifier: MIT
#include "core/move_rules.hpp"

#include <algorithm>

#include "muster/core/mounted.hpp"

namespace muster::core {
namespace {

constexpr const char* no_case = "an imported register alone";

bool is_one_of(const std::string& status, const Statuses& statuses) {
    return std::find(statuses.begin(), statuses.end(), status) != statuses.end();
}

// Of an item that an officer has: the issue it is open with.
std::optional<EntryNumber> issue_of(const Facts& facts, const Item& item) {
    if (!item.holder.value.starts_with("o-")) return std::nullopt;
    for (const OpenLine& open : facts.all<OpenLine>(item.holder.value + "/"))
        if (open.subject == item.key) return open.issue;
    return std::nullopt;
}

}  // namespace

MoveRules::MoveRules(const Facts& facts, const Context& context, std::string_view step)
    : facts_{facts}, context_{context}, step_{transition(step)} {}

void MoveRules::stop(Refusal refusal, const std::string& subject,
                     std::map<std::string, std::string> words) {
    words.emplace("subject", subject_words(facts_, subject));
    words.emplace("code", subject);
    stops_.lines.push_back({refusal, subject, std::move(words)});
}

void MoveRules::need(const std::string& text, const char* detail) {
    if (normal_code(text).empty()) stop(Refusal::detail_missing, "", {{"detail", detail}});
}

void MoveRules::need(const PrivateText& text, const char* detail) {
    if (text.text && normal_code(*text.text).empty())
        stop(Refusal::detail_missing, "", {{"detail", detail}});
}

void MoveRules::need_lines(std::size_t lines) {
    if (lines == 0) stop(Refusal::basket_empty);
}

void MoveRules::check_second(const UserId& second, const char* at) {
    if (second.empty()) {
        if (policy(facts_, std::string{"second_person_at."} + (at != nullptr ? at : step_.step),
                   "no") == "yes")
            stop(Refusal::second_missing);
        return;
    }
    if (person_of(facts_, second.value) == author()) stop(Refusal::second_is_issuer, second.value);
    if (!has_power(facts_, second, Power::witness))
        stop(Refusal::second_lacks_power, second.value,
             {{"second", user_words(facts_, second.value)}});
}

void MoveRules::check_second_is_not(const UserId& second, const std::string& officer) {
    if (!second.empty() && officer.starts_with("o-") &&
        person_of(facts_, second.value) == person_of(facts_, officer))
        stop(Refusal::second_is_officer, second.value);
}

void MoveRules::check_not_self(const OfficerId& officer) {
    if (officer.empty()) return;
    if (!facts_.row(Table::officer, officer.value))
        stop(Refusal::code_unknown, officer.value);
    else if (person_of(facts_, officer.value) == author())
        stop(Refusal::receive_from_self, officer.value);
}

void MoveRules::check_place(const LocationId& place) {
    if (!facts_.row(Table::location, place.value))
        stop(Refusal::code_unknown, place.value,
             {{"code", place.empty() ? "the place it goes to" : place.value}});
}

void MoveRules::check_place_sort(const LocationId& place, const std::set<std::string>& sorts,
                                 const char* wanted) {
    const auto found = facts_.find<Location>(place.value);
    if (!found) return check_place(place);
    if (!sorts.contains(found->sort))
        stop(Refusal::code_wrong_kind, place.value, {{"code", found->name}, {"wanted", wanted}});
}

std::optional<Case> MoveRules::open_case(const CaseId& id, std::string_view sort) {
    auto found = facts_.find<Case>(id.value);
    if (!found || found->sort != sort) {
        std::string wanted = status_words(sort);
        stop(Refusal::case_unknown, id.value,
             {{"case", id.value.empty() ? "of that number" : id.value}, {"wanted", wanted}});
        return std::nullopt;
    }
    const auto lines = facts_.all<CaseLine>(id.value + "/");
    if (std::none_of(lines.begin(), lines.end(),
                     [](const CaseLine& one) { return one.open > 0; })) {
        stop(Refusal::case_closed, id.value, {{"case", case_words(facts_, id.value)}});
        return std::nullopt;
    }
    return found;
}

std::optional<Case> MoveRules::open_case_or_import(const CaseId& id, std::string_view sort,
                                                   const std::vector<StockLine>& stock) {
    if (!id.empty()) return open_case(id, sort);
    for (const StockLine& line : stock)
        stop(Refusal::not_of_case, line.stock.value, {{"case", no_case}});
    if (!stock.empty()) return std::nullopt;
    Case imported;
    imported.sort = sort;
    imported.state = "open";
    return imported;
}

void MoveRules::check_items(std::vector<ItemLine>& lines, const HolderId& to) {
    carry_mounted(facts_, lines);
    check_each(lines, to);
    check_mounted(lines);
}

void MoveRules::check_items_alone(std::vector<ItemLine>& lines) {
    check_each(lines, {});
}

void MoveRules::check_each(std::vector<ItemLine>& lines, const HolderId& to) {
    std::set<std::string> seen;
    for (ItemLine& line : lines) {
        if (!seen.insert(line.item.value).second) stop(Refusal::line_repeated, line.item.value);
        const auto item = facts_.find<Item>(line.item.value);
        if (!item) {
            stop(Refusal::code_unknown, line.item.value);
            continue;
        }
        line.from = item->holder;
        line.to = to.empty() ? item->holder : to;
        line.issue = issue_of(facts_, *item);
        check_item(*item);
    }
}

void MoveRules::check_item(const Item& item) {
    if (!is_one_of(item.location_status, step_.from))
        stop(Refusal::status_forbids, item.key,
             {{"status", status_words(item.location_status)},
              {"holder", holder_words(facts_, item.holder.value)},
              {"step", step_.words},
              {"wanted", status_words(step_.from)}});
    if (!is_one_of(item.condition_status, step_.conditions))
        stop(Refusal::condition_forbids, item.key,
             {{"condition", status_words(item.condition_status)},
              {"step", step_.words},
              {"wanted", status_words(step_.conditions)}});
    if (step_.despite_hold) return;
    for (const Hold& hold : facts_.all<Hold>(item.key + "/"))
        stop(Refusal::item_on_hold, item.key, {{"hold", hold.reason}});
}

void MoveRules::check_mounted(const std::vector<ItemLine>& lines) {
    for (const Item& part : parts_without_host(facts_, lines))
        stop(Refusal::item_is_mounted, part.key,
             {{"host", item_words(facts_, part.mounted_on.value)}});
}

void MoveRules::check_under(const std::vector<ItemLine>& lines, const CaseId& under) {
    for (const ItemLine& line : lines) {
        const auto item = facts_.find<Item>(line.item.value);
        if (item && item->under != under)
            stop(Refusal::not_of_case, line.item.value,
                 {{"case", under.empty() ? no_case : case_words(facts_, under.value)}});
    }
}

bool MoveRules::check_line(const StockLine& line) {
    const auto batch = facts_.find<Batch>(line.stock.value);
    const auto model = facts_.find<Model>(line.stock.value);
    if (!batch && !(model && model->tracking == "counted")) {
        stop(Refusal::code_unknown, line.stock.value);
        return false;
    }
    const std::int64_t boxes = line.boxes.value_or(0);
    const std::int64_t size = batch ? batch->box_size : 0;
    const bool fits = boxes == 0 || (boxes > 0 && size > 0 && boxes <= line.quantity / size);
    if (line.quantity <= 0 || !fits) stop(Refusal::quantity_not_positive, line.stock.value);
    return true;
}

void MoveRules::check_stock(std::vector<StockLine>& lines, const HolderId& to) {
    std::set<std::string> seen;
    for (StockLine& line : lines) {
        if (!check_line(line)) continue;
        if (line.from.empty())
            line.from = place_with(facts_, context_.armoury, line.stock, line.quantity);
        line.to = to;
        line.booked.reset();
        if (!seen.insert(line.stock.value + "@" + line.from.value).second)
            stop(Refusal::line_repeated, line.stock.value);
        if (!step_.despite_hold)
            for (const Hold& hold : facts_.all<Hold>(line.stock.value + "/"))
                stop(Refusal::batch_on_hold, line.stock.value, {{"hold", hold.reason}});
        check_balance(line);
    }
}

void MoveRules::check_balance(const StockLine& line) {
    const Balance there = balance_of(facts_, line.from, line.stock);
    if (line.quantity > there.quantity)
        stop(over_balance(facts_, context_.by, line.stock.value, std::to_string(there.quantity),
                          std::to_string(line.quantity)));
    else if (line.boxes.value_or(0) > there.boxes)
        stop(over_balance(facts_, context_.by, line.stock.value,
                          std::to_string(there.boxes) + " sealed boxes",
                          std::to_string(*line.boxes) + " of them"));
}

void MoveRules::take_stock(std::vector<StockLine>& lines, const HolderId& from, const HolderId& to,
                           const char* over) {
    std::set<std::string> seen;
    for (StockLine& line : lines) {
        if (!check_line(line)) continue;
        if (!seen.insert(line.stock.value).second) stop(Refusal::line_repeated, line.stock.value);
        line.from = from;
        line.to = to;
        const std::int64_t there =
            std::max<std::int64_t>(balance_of(facts_, from, line.stock).quantity, 0);
        line.booked.reset();
        if (line.quantity <= there) continue;
        line.booked = there;
        open_discrepancy(over, line.stock.value, from.value, there, line.quantity);
    }
}

void MoveRules::compare_case(const CaseId& under, const std::vector<ItemLine>& items,
                             const std::vector<StockLine>& stock, const char* shortage) {
    for (const CaseLine& line : facts_.all<CaseLine>(under.value + "/")) {
        std::int64_t named = 0;
        for (const ItemLine& item : items) named += item.item.value == line.subject ? 1 : 0;
        for (const StockLine& each : stock)
            if (each.stock.value == line.subject) named += each.quantity;
        if (named < line.open)
            open_discrepancy(shortage, line.subject, under.value, line.open, named);
    }
}

void MoveRules::take_stops(const MoveRules& part) {
    stops_.lines.insert(stops_.lines.end(), part.stops_.lines.begin(), part.stops_.lines.end());
}

void MoveRules::open_discrepancy(const std::string& sort, const std::string& subject,
                                 const std::string& holder, std::int64_t expected,
                                 std::int64_t found) {
    discrepancies_.push_back({sort, subject, holder, expected, found, context_.next});
}

Decision MoveRules::answer(Body body) {
    if (!allows()) {
        sort_by_precedence(stops_);
        return stops_;
    }
    std::vector<Body> bodies;
    bodies.push_back(std::move(body));
    for (DiscrepancyOpened& found : discrepancies_) bodies.emplace_back(std::move(found));
    return bodies;
}

}  // namespace muster::core
