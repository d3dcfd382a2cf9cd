// SPDX-License-Identifier: MIT
#include "core/reconciliation.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "muster/core/count_team.hpp"
#include "muster/core/policies.hpp"
#include "muster/core/stock_facts.hpp"

namespace muster::core {
namespace {

constexpr const char* looked = "-";

using Place = std::string;
using Subject = std::string;

using Quantities = std::map<Place, std::map<Subject, std::int64_t>>;

std::int64_t look_up(const Quantities& in, const Place& place, const Subject& subject) {
    const auto at = in.find(place);
    if (at == in.end()) return 0;
    const auto line = at->second.find(subject);
    return line == at->second.end() ? 0 : line->second;
}

/// One counter's sheet. A place that stands on it was looked at or skipped with a reason.
struct Sheet {
    Quantities seen;
    std::set<Place> skipped;

    bool names(const Place& place) const { return seen.contains(place); }
    bool counted(const Place& place) const { return names(place) && !skipped.contains(place); }
    bool skips(const Place& place) const { return skipped.contains(place); }
};

/// What the counters together say of a subject at a place.
struct Sighting {
    enum class Standing { settled, excluded, uncounted, disagreed };
    Standing standing = Standing::uncounted;
    std::int64_t quantity = 0;  ///< where settled
};

/// Everything one reconciliation looks at.
struct Comparison {
    Sheet a, b, third;
    /// What the book or a sheet names at each place, and what the counters say of it.
    std::map<Place, std::map<Subject, Sighting>> scope;
    Quantities expected;
    Quantities moved;
    std::map<Subject, std::set<Place>> expected_at;
    std::map<Subject, std::set<Place>> seen_at;  ///< settled sightings alone
    std::string categories;                      ///< only these are counted
    bool keeps_unknown = false;                  ///< what one counter alone cannot name is kept
};

// A place that a counter skipped was not counted by them, and what was not counted is never
// missing (DOMAIN §6). Two who skip it exclude it; one leaves it to the third.
Sighting sighting(const Comparison& all, const Place& place, const Subject& subject) {
    using enum Sighting::Standing;
    if (all.a.skips(place) + all.b.skips(place) + all.third.skips(place) >= 2) return {excluded, 0};
    // Two people write the same unknown thing in two ways, so that neither could confirm the other.
    if (all.keeps_unknown && subject.starts_with("?"))
        return {settled,
                std::max({look_up(all.a.seen, place, subject), look_up(all.b.seen, place, subject),
                          look_up(all.third.seen, place, subject)})};
    const bool by_a = all.a.names(place), by_b = all.b.names(place);
    if (by_a + by_b + all.third.names(place) < 2) return {uncounted, 0};
    if (!by_a || !by_b) {
        // One of the two left the place out: the third and the other must say the same.
        const Sheet& one = by_a ? all.a : all.b;
        const std::int64_t seen = look_up(all.third.seen, place, subject);
        const bool same = one.counted(place) && all.third.counted(place) &&
                          seen == look_up(one.seen, place, subject);
        return same ? Sighting{settled, seen} : Sighting{disagreed, 0};
    }
    const std::int64_t a = look_up(all.a.seen, place, subject);
    if (all.a.counted(place) && all.b.counted(place) && a == look_up(all.b.seen, place, subject))
        return {settled, a};
    if (!all.third.counted(place)) return {disagreed, 0};
    return {settled, look_up(all.third.seen, place, subject)};
}

void gather_sheets(const Facts& facts, const Stocktake& count, Comparison& all) {
    for (const StocktakeLine& line : facts.all<StocktakeLine>(count.key + "/")) {
        if (line.location.empty()) continue;  // says only that parts of a sheet are to come
        Sheet& sheet = line.counter == count.counter_a   ? all.a
                       : line.counter == count.counter_b ? all.b
                                                         : all.third;
        const Place& place = line.location.value;
        auto& seen = sheet.seen[place];
        if (line.subject != looked)
            seen[line.subject] += line.quantity;
        else if (line.note)
            sheet.skipped.insert(place);
    }
}

Comparison gather(const Facts& facts, const Stocktake& count) {
    Comparison all;
    all.categories = count.categories.value_or("");
    all.keeps_unknown = keeps_team_rules(facts);
    const std::string prefix = count.key + "/";
    for (const StocktakeScope& scope : facts.all<StocktakeScope>())
        if (scope.count.value == count.key) all.scope[scope.location.value];
    for (const StocktakeExpected& line : facts.all<StocktakeExpected>(prefix)) {
        all.expected[line.location.value][line.subject] = line.quantity;
        all.expected_at[line.subject].insert(line.location.value);
    }
    for (const StocktakeMoved& line : facts.all<StocktakeMoved>(prefix))
        all.moved[line.location.value][line.subject] = line.quantity;
    gather_sheets(facts, count, all);
    for (auto& [place, subjects] : all.scope) {
        for (const auto* source : {&all.expected, &all.a.seen, &all.b.seen, &all.third.seen})
            if (const auto at = source->find(place); at != source->end())
                for (const auto& [subject, quantity] : at->second) subjects.try_emplace(subject);
        // A place that holds nothing by the book must be looked at all the same.
        if (subjects.empty()) subjects.try_emplace(looked);
        for (auto& [subject, seen] : subjects) {
            seen = sighting(all, place, subject);
            if (seen.quantity > 0) all.seen_at[subject].insert(place);
        }
    }
    return all;
}

bool is_elsewhere(const std::map<Subject, std::set<Place>>& where, const Place& place,
                  const Subject& subject) {
    const auto places = where.find(subject);
    return places != where.end() && places->second.size() > places->second.count(place);
}

std::string item_result(const Comparison& all, const ResultLine& line) {
    const Place& place = line.location.value;
    if (line.counted > 0 && line.expected > 0) return "agreed";
    // It moved while the count ran; the movement stands beside it.
    if (line.moved != 0) return "excluded";
    if (line.counted == 0)
        return is_elsewhere(all.seen_at, place, line.subject) ? "elsewhere_in_scope" : "not_found";
    return is_elsewhere(all.expected_at, place, line.subject) ? "elsewhere_in_scope"
                                                              : "elsewhere_out_of_scope";
}

// Quantities do not net: what is short here and over there are two variances (DOMAIN §6).
std::string stock_result(const Comparison& all, const ResultLine& line) {
    if (line.counted == line.expected) return "agreed";
    // What a movement explains is no variance, but it does not agree with the book at the start
    // either, which is what the certificate says of agreed lines.
    if (line.moved != 0 && line.counted == line.expected + line.moved) return "excluded";
    if (line.counted < line.expected) return "not_found";
    if (line.expected != 0) return "unknown";
    return is_elsewhere(all.expected_at, line.location.value, line.subject)
               ? "elsewhere_in_scope"
               : "elsewhere_out_of_scope";
}

std::optional<ResultLine> compare(const Facts& facts, const Comparison& all, const Place& place,
                                  const Subject& subject, const Sighting& seen) {
    using enum Sighting::Standing;
    ResultLine line{LocationId{place},
                    subject,
                    "",
                    look_up(all.expected, place, subject),
                    look_up(all.moved, place, subject),
                    seen.quantity};
    if (seen.standing == excluded)
        line.result = "excluded";
    else if (seen.standing == uncounted)
        line.result = "uncounted";
    else if (seen.standing == disagreed)
        line.result = "disagreed";
    else if (line.expected == 0 && line.counted == 0)
        return std::nullopt;
    else if (subject.starts_with("?"))
        line.result = "unknown";
    else if (!is_counted_category(facts, all.categories, subject))
        line.result = "excluded";
    else if (subject.starts_with("i-"))
        line.result = item_result(all, line);
    else
        line.result = stock_result(all, line);
    return line;
}

}  // namespace

std::string line_subject(const SeenLine& line) {
    if (line.subject != "?") return line.subject;
    return "?" + (line.label ? line.label->digest.substr(0, 16) : std::string{});
}

std::vector<ResultLine> reconcile(const Facts& facts, const Stocktake& count) {
    const Comparison all = gather(facts, count);
    std::vector<ResultLine> lines;
    for (const auto& [place, subjects] : all.scope)
        for (const auto& [subject, seen] : subjects)
            if (auto line = compare(facts, all, place, subject, seen))
                lines.push_back(std::move(*line));
    return lines;
}

bool is_counted_category(const Facts& facts, const std::string& categories,
                         const std::string& subject) {
    if (categories.empty() || subject.empty()) return true;
    std::string model = subject;
    if (const auto item = facts.find<Item>(subject)) model = item->model.value;
    if (const auto batch = facts.find<Batch>(subject)) model = batch->model.value;
    const auto of = facts.find<Model>(model);
    if (!of) return true;
    const auto words = words_in(categories);
    return std::find(words.begin(), words.end(), of->category) != words.end();
}

bool is_open_result(const std::string& result) {
    return result == "uncounted" || result == "disagreed";
}

std::optional<std::string> variance_sort(const StocktakeResult& line) {
    if (line.result == "not_found") return "count_not_found";
    if (line.result == "unknown")
        return line.subject.starts_with("?") ? "count_unknown" : "count_surplus";
    if (line.result == "elsewhere_out_of_scope") return "count_elsewhere";
    // Only a count that is closed all the same leaves it so.
    if (line.result == "disagreed") return "count_disagreed";
    // Of the two lines of one thing in another place, the one where it was seen opens the
    // discrepancy.
    if (line.result == "elsewhere_in_scope" && line.counted > 0) return "count_elsewhere";
    return std::nullopt;
}

}  // namespace muster::core
