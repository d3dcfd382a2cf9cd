// SPDX-License-Identifier: MIT
#include "muster/core/entries/counts.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "core/reconciliation.hpp"
#include "core/rules.hpp"
#include "muster/core/count_facts.hpp"
#include "muster/core/count_team.hpp"
#include "muster/core/oversight_facts.hpp"
#include "muster/core/policies.hpp"

namespace muster::core {
namespace {

std::string title(const CountId& count) {
    return count.value;
}

std::optional<Refused> refuse_closed(const Facts& facts, const CountId& id) {
    const auto count = facts.find<Stocktake>(id.value);
    if (!count) return refused(Refusal::count_unknown, id.value, {{"count", title(id)}});
    if (count->state == "closed")
        return refused(Refusal::count_closed, id.value, {{"count", title(id)}});
    return std::nullopt;
}

// While parts of a counter's sheet are still to come, a line without a place says how many.
std::string parts_key(const CountId& count, const UserId& counter) {
    return count.value + "//" + counter.value;
}

std::int64_t parts_to_come(const Facts& facts, const CountId& count, const UserId& counter) {
    const auto line = facts.find<StocktakeLine>(parts_key(count, counter));
    return line ? line->quantity : 0;
}

bool has_begun(const Facts& facts, const CountId& count, const UserId& counter) {
    const auto lines = facts.all<StocktakeLine>(count.value + "/");
    return std::any_of(lines.begin(), lines.end(),
                       [&](const StocktakeLine& line) { return line.counter == counter; });
}

bool has_submitted(const Facts& facts, const CountId& count, const UserId& counter) {
    return has_begun(facts, count, counter) && parts_to_come(facts, count, counter) == 0;
}

std::string line_key(const CountId& count, const SeenLine& line, const UserId& counter) {
    return count.value + "/" + line.location.value + "/" + line_subject(line) + "/" + counter.value;
}

void snapshot(Changes& changes, const CountId& count, const LocationId& place,
              const std::string& categories) {
    const auto expect = [&](const std::string& subject, std::int64_t quantity) {
        if (!is_counted_category(changes, categories, subject)) return;
        changes.put(StocktakeExpected{count.value + "/" + place.value + "/" + subject, count, place,
                                      subject, quantity});
    };
    for (const Held& held : changes.all<Held>(place.value + "/")) expect(held.item.value, 1);
    for (const Balance& balance : changes.all<Balance>(place.value + "/"))
        expect(balance.stock.value, balance.quantity);
}

// What the rules of a team say against it, unless somebody else with the power answers all of it.
std::optional<Refused> answer_team(CountStarted& started, const Facts& facts,
                                   const Context& context) {
    started.overrides.clear();
    std::vector<RefusedLine> stops;
    if (keeps_team_rules(facts)) stops = team_stops(facts, started, started.scope, context.now);
    if (stops.empty()) {
        started.offer.reset();
        return std::nullopt;
    }
    if (!started.offer) return Refused{stops};
    const UserId by = started.offer->by;
    if (by.empty()) return refused(Refusal::override_by_missing);
    const auto& reason = started.offer->reason.text;
    if (reason && normal_code(*reason).empty())
        return refused(Refusal::override_reason_missing, by.value);
    const auto is_by = [&](const UserId& other) {
        return person_of(facts, by.value) == person_of(facts, other.value);
    };
    if (!has_power(facts, by, Power::override_stop) || is_by(context.by) ||
        is_by(started.counter_a) || is_by(started.counter_b))
        return refused(Refusal::override_lacks_power, by.value,
                       {{"user", user_words(facts, by.value)}});
    for (const RefusedLine& stop : stops)
        started.overrides.push_back(
            {words_of(stop.refusal).code, stop.subject, by, started.offer->reason});
    return std::nullopt;
}

// A place that was skipped was not covered.
bool is_covered(const std::vector<StocktakeResult>& results) {
    return std::any_of(results.begin(), results.end(), [](const StocktakeResult& line) {
        return !is_open_result(line.result) && (line.result != "excluded" || line.moved != 0);
    });
}

void cover_place(Changes& changes, const Stocktake& count, const LocationId& place, Instant at) {
    const std::string prefix = place.value + "/" + count.sort + "/";
    const auto before = changes.all<CountCoverage>(prefix);
    const std::string quarter = quarter_of(at);
    CountCoverage row{prefix + quarter, place, count.sort, quarter, 0, 0, 0, {}, at, {}, 0};
    if (!before.empty()) {
        if (before.back().quarter == quarter) row = before.back();
        const bool same = person_of(changes, before.back().lead.value) ==
                          person_of(changes, count.counter_a.value);
        row.running = same ? before.back().running : 0;
    }
    ++row.counts;
    ++row.running;
    row.blind += count.blind;
    row.outside += count.outside.value_or(false);
    row.last = CountId{count.key};
    row.last_at = at;
    row.lead = count.counter_a;
    changes.put(row);
}

void cover(Changes& changes, const CountClosed& body, const Entry& entry) {
    auto count = changes.find<Stocktake>(body.count.value);
    if (!count) return;
    for (const StocktakeScope& scope : changes.all<StocktakeScope>())
        if (scope.count == body.count &&
            is_covered(changes.all<StocktakeResult>(count->key + "/" + scope.location.value + "/")))
            cover_place(changes, *count, scope.location, entry.recorded_at);
    count->closed = entry.number;
    count->closed_at = entry.recorded_at;
    count->closed_by = entry.by;
    count->closed_second = body.second;
    changes.put(*count);
}

// What a reader must know beside the figures: what was left out, and how sealed boxes were counted.
std::string more_of_certificate(const Facts& facts, const Stocktake& count,
                                const std::vector<StocktakeResult>& results) {
    std::int64_t boxes = 0, opened = 0;
    for (const StocktakeLine& line : facts.all<StocktakeLine>(count.key + "/")) {
        if (line.counter != count.counter_a) continue;
        boxes += line.boxes.value_or(0);
        opened += line.opened.value_or(0);
    }
    const auto excluded =
        std::count_if(results.begin(), results.end(),
                      [](const StocktakeResult& line) { return line.result == "excluded"; });
    std::string words;
    if (excluded > 0) words += " Excluded: " + std::to_string(excluded) + " lines.";
    if (boxes > 0)
        words += " Sealed boxes by seal: " + std::to_string(boxes) + ", of these opened " +
                 std::to_string(opened) + ".";
    if (count.categories) words += " Only: " + *count.categories + ".";
    if (!count.counter_third.empty()) words += " A third person counted once more.";
    return words;
}

template <class T>
void remove_all(Changes& changes, const std::string& prefix) {
    for (const T& fact : changes.all<T>(prefix)) changes.remove<T>(fact.key);
}

}  // namespace

Decision decide_one(const CountStarted& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::count)) return *no;
    for (const UserId& counter : {body.counter_a, body.counter_b})
        if (const auto no = refuse_without(facts, counter, Power::count)) return *no;
    for (const LocationId& place : body.scope)
        if (!facts.row(Table::location, place.value))
            return refused(Refusal::code_unknown, place.value, {{"code", place.value}});
    if (body.scope.empty()) return refused(Refusal::basket_empty);
    if (person_of(facts, body.counter_a.value) == person_of(facts, body.counter_b.value))
        return refused(Refusal::count_needs_two);
    CountStarted started = body;
    started.scope = with_parts(facts, body.scope);
    if (keeps_team_rules(facts) && !facts.row(Table::reference, "count_sort/" + body.sort))
        return refused(Refusal::value_unknown, body.sort,
                       {{"name", "The kind of count"},
                        {"value", body.sort},
                        {"takes", "a code of the list count_sort"}});
    std::vector<LocationId> walked = body.route;
    std::sort(walked.begin(), walked.end());
    if (!walked.empty() && walked != started.scope)
        return refused(Refusal::location_outside_count, "route", {{"location", "The route"}});
    for (const LocationId& place : started.scope)
        for (const StocktakeScope& other : facts.all<StocktakeScope>(place.value + "/"))
            return refused(
                Refusal::count_overlaps, place.value,
                {{"location", holder_words(facts, place.value)}, {"count", other.count.value}});
    if (auto no = answer_team(started, facts, context)) return *no;
    return alone(started);
}

void apply_one(const CountStarted& body, const Entry& entry, Changes& changes) {
    const auto count = created_id<CountId>('c', entry.number);
    std::string categories;
    for (const std::string& each : body.categories)
        categories += (categories.empty() ? "" : " ") + each;
    changes.put(Stocktake{count.value,
                          entry.number,
                          body.counter_a,
                          body.counter_b,
                          {},
                          body.sort,
                          body.blind,
                          "open",
                          body.frozen,
                          categories.empty() ? std::nullopt : std::optional{categories},
                          std::nullopt,
                          std::nullopt,
                          std::nullopt,
                          std::nullopt,
                          {},
                          {}});
    if (keeps_team_rules(changes)) {
        auto team = *changes.find<Stocktake>(count.value);
        team.outside = is_outsider(changes, body.counter_a, entry.recorded_at) ||
                       is_outsider(changes, body.counter_b, entry.recorded_at);
        changes.put(team);
    }
    for (const LocationId& place : body.scope) {
        changes.put(StocktakeScope{place.value + "/" + count.value, count, place});
        snapshot(changes, count, place, categories);
    }
}

namespace {

StocktakeLine line_of(const Facts& facts, const CountSubmitted& body, const SeenLine& line) {
    StocktakeLine kept{line_key(body.count, line, body.counter),
                       body.count,
                       line.location,
                       line_subject(line),
                       body.counter,
                       line.quantity,
                       line.subject == "-" ? line.skipped : line.label,
                       std::nullopt,
                       std::nullopt};
    if (!keeps_team_rules(facts) || line.seals.size() + line.opened.size() == 0) return kept;
    kept.boxes = static_cast<std::int64_t>(line.seals.size() + line.opened.size());
    kept.opened = static_cast<std::int64_t>(line.opened.size());
    return kept;
}

std::vector<UserId> counters_to_hand_in(const Stocktake& count) {
    std::vector<UserId> counters{count.counter_a, count.counter_b};
    if (count.recount.value_or(false)) counters.push_back(count.counter_third);
    return counters;
}

Refused user_stop(Refusal refusal, const Facts& facts, const UserId& user) {
    return refused(refusal, user.value, {{"user", user_words(facts, user.value)}});
}

// A third person decides only where two have counted and differ (DOMAIN §6).
bool may_be_third(const Facts& facts, const Stocktake& count, const CountSubmitted& body) {
    if (!count.counter_third.empty()) return count.counter_third == body.counter;
    // Who was not asked has not been blind.
    if (policy(facts, "count_third_asked", "no") == "yes") return false;
    const PersonId person = person_of(facts, body.counter.value);
    for (const UserId& counter : {count.counter_a, count.counter_b})
        if (person == person_of(facts, counter.value) || !has_submitted(facts, body.count, counter))
            return false;
    return true;
}

// A sheet is handed in once: its parts in order, each of them once.
bool is_next_part(const Facts& facts, const CountSubmitted& body) {
    if (body.part < 1 || body.part > body.parts) return false;
    if (body.part == 1) return !has_begun(facts, body.count, body.counter);
    return parts_to_come(facts, body.count, body.counter) == body.parts - body.part + 1;
}

bool is_known_subject(const Facts& facts, const std::string& subject) {
    if (subject == "?" || subject == "-") return true;
    for (const Table table : {Table::item, Table::batch, Table::model})
        if (facts.row(table, subject)) return true;
    return false;
}

// What stops one line of a sheet. Nothing here depends on what the book says of the place.
std::optional<Refused> refuse_line(const Facts& facts, const CountSubmitted& body,
                                   const SeenLine& line, std::set<std::string>& seen) {
    const std::map<std::string, std::string> words{{"code", line.subject},
                                                   {"subject", subject_words(facts, line.subject)}};
    if (!is_known_subject(facts, line.subject))
        return refused(Refusal::code_unknown, line.subject, words);
    if (line.quantity < 0) return refused(Refusal::quantity_not_positive, line.subject, words);
    const std::string key = line_key(body.count, line, body.counter);
    const bool twice_one_item = line.subject.starts_with("i-") && line.quantity > 1;
    if (twice_one_item || !seen.insert(key).second || facts.row(Table::stocktake_line, key))
        return refused(Refusal::line_repeated, line.subject, words);
    if (!facts.row(Table::stocktake_scope, line.location.value + "/" + body.count.value))
        return refused(Refusal::location_outside_count, line.location.value,
                       {{"location", holder_words(facts, line.location.value)}});
    return std::nullopt;
}

}  // namespace

Decision decide_one(const CountSubmitted& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::count)) return *no;
    if (body.lines.empty()) return refused(Refusal::basket_empty);
    if (const auto no = refuse_closed(facts, body.count)) return *no;
    const Stocktake count = *facts.find<Stocktake>(body.count.value);
    const bool one_of_two = body.counter == count.counter_a || body.counter == count.counter_b;
    if (body.counter != context.by || !(one_of_two || may_be_third(facts, count, body)))
        return user_stop(Refusal::counter_not_of_count, facts, context.by);
    if (!is_next_part(facts, body))
        return user_stop(Refusal::counter_submitted_already, facts, body.counter);
    Refused stops;
    std::set<std::string> seen;
    for (const SeenLine& line : body.lines)
        if (auto no = refuse_line(facts, body, line, seen))
            stops.lines.push_back(std::move(no->lines.front()));
    if (stops.lines.empty()) return alone(body);
    sort_by_precedence(stops);
    return stops;
}

void apply_one(const CountSubmitted& body, const Entry&, Changes& changes) {
    auto count = changes.find<Stocktake>(body.count.value);
    if (!count) return;
    if (body.counter != count->counter_a && body.counter != count->counter_b)
        count->counter_third = body.counter;
    count->state = "open";
    changes.put(*count);
    for (const SeenLine& line : body.lines) changes.put(line_of(changes, body, line));
    const std::string to_come = parts_key(body.count, body.counter);
    if (body.part < body.parts)
        changes.put(StocktakeLine{
            to_come, body.count, {}, "+", body.counter, body.parts - body.part, {}, {}, {}});
    else
        changes.remove<StocktakeLine>(to_come);
}

Decision decide_one(const CountReconciled& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::count)) return *no;
    if (const auto no = refuse_closed(facts, body.count)) return *no;
    const Stocktake count = *facts.find<Stocktake>(body.count.value);
    for (const UserId& counter : counters_to_hand_in(count))
        if (!has_submitted(facts, body.count, counter))
            return refused(Refusal::count_unfinished, counter.value,
                           {{"waiting", user_words(facts, counter.value)}});
    if (body.part != 1)
        return refused(Refusal::follows_only, "", {{"kind", CountReconciled::kind}});
    const std::vector<ResultLine> lines = reconcile(facts, count);
    const std::size_t parts =
        std::max<std::size_t>(1, (lines.size() + count_lines_max - 1) / count_lines_max);
    std::vector<Body> bodies;
    for (std::size_t part = 0; part < parts; ++part) {
        CountReconciled reconciled{
            body.count, static_cast<std::int64_t>(part + 1), static_cast<std::int64_t>(parts), {}};
        for (std::size_t i = part * count_lines_max;
             i < std::min(lines.size(), (part + 1) * count_lines_max); ++i)
            reconciled.lines.push_back(lines[i]);
        bodies.emplace_back(std::move(reconciled));
    }
    return bodies;
}

void apply_one(const CountReconciled& body, const Entry&, Changes& changes) {
    auto count = changes.find<Stocktake>(body.count.value);
    if (!count) return;
    if (body.part == 1) remove_all<StocktakeResult>(changes, body.count.value + "/");
    for (const ResultLine& line : body.lines)
        changes.put(StocktakeResult{
            body.count.value + "/" + line.location.value + "/" + line.subject, body.count,
            line.location, line.subject, line.result, line.expected, line.moved, line.counted});
    count->state = "reconciled";
    changes.put(*count);
}

Decision decide_one(const CountRecountAsked& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::count)) return *no;
    if (const auto no = refuse_without(facts, body.counter, Power::count)) return *no;
    if (const auto no = refuse_closed(facts, body.count)) return *no;
    const Stocktake count = *facts.find<Stocktake>(body.count.value);
    for (const UserId& counter : {count.counter_a, count.counter_b, count.counter_third})
        if (!counter.empty() &&
            person_of(facts, counter.value) == person_of(facts, body.counter.value))
            return user_stop(Refusal::third_counted, facts, body.counter);
    const auto results = facts.all<StocktakeResult>(body.count.value + "/");
    const bool open = std::any_of(results.begin(), results.end(), [](const StocktakeResult& line) {
        return is_open_result(line.result);
    });
    if (!open || count.state != "reconciled" || !count.counter_third.empty())
        return refused(Refusal::recount_not_needed, body.count.value,
                       {{"count", title(body.count)}});
    return alone(body);
}

void apply_one(const CountRecountAsked& body, const Entry&, Changes& changes) {
    auto count = changes.find<Stocktake>(body.count.value);
    if (!count) return;
    count->counter_third = body.counter;
    count->recount = true;
    count->state = "open";
    changes.put(*count);
}

Decision decide_one(const CountClosed& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::count)) return *no;
    if (!body.second.empty())
        if (const auto no = refuse_without(facts, body.second, Power::count)) return *no;
    if (body.second.empty()) return refused(Refusal::second_missing);
    if (const auto no = refuse_closed(facts, body.count)) return *no;
    const Stocktake count = *facts.find<Stocktake>(body.count.value);
    const auto results = facts.all<StocktakeResult>(body.count.value + "/");
    const auto open =
        std::count_if(results.begin(), results.end(),
                      [](const StocktakeResult& line) { return is_open_result(line.result); });
    const bool may_stay_open =
        body.left_open && !(body.left_open->text && normal_code(*body.left_open->text).empty());
    if (count.state != "reconciled" || (open > 0 && !may_stay_open))
        return refused(Refusal::count_not_reconciled, body.count.value,
                       {{"open", open > 0 ? std::to_string(open) : "Some"}});
    if (person_of(facts, body.second.value) == person_of(facts, context.by.value))
        return refused(Refusal::second_counted, body.second.value);
    CountClosed closed = body;
    std::vector<Body> bodies{Body{}};
    closed.agreed = std::count_if(results.begin(), results.end(), [](const StocktakeResult& line) {
        return line.result == "agreed";
    });
    for (const StocktakeResult& line : results)
        if (const auto sort = variance_sort(line))
            bodies.emplace_back(DiscrepancyOpened{*sort, line.subject, line.location.value,
                                                  line.expected, line.counted, context.next});
    closed.variances = static_cast<std::int64_t>(bodies.size()) - 1;
    closed.certificate = "Counted blind by two people as the book stood at entry " +
                         std::to_string(count.started) + ": " + std::to_string(closed.agreed) +
                         " lines agreed, " + std::to_string(closed.variances) + " did not.";
    if (!count.blind) closed.certificate.replace(0, 13, "Counted");
    if (keeps_team_rules(facts)) closed.certificate += more_of_certificate(facts, count, results);
    if (open > 0)
        closed.certificate +=
            " NOT settled, for a reason that is recorded: " + std::to_string(open) +
            " lines. They are not missing.";
    bodies.front() = closed;
    return bodies;
}

void apply_one(const CountClosed& body, const Entry& entry, Changes& changes) {
    const std::string prefix = body.count.value + "/";
    if (keeps_team_rules(changes)) cover(changes, body, entry);
    for (const StocktakeScope& scope : changes.all<StocktakeScope>())
        if (scope.count == body.count) changes.remove<StocktakeScope>(scope.key);
    remove_all<StocktakeExpected>(changes, prefix);
    remove_all<StocktakeMoved>(changes, prefix);
    remove_all<StocktakeLine>(changes, prefix);
    remove_all<StocktakeResult>(changes, prefix);
    if (auto count = changes.find<Stocktake>(body.count.value)) {
        count->state = "closed";
        changes.put(*count);
    }
}

}  // namespace muster::core
