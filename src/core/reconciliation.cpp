// SPDX-License-Identifier: MIT
#include "core/reconciliation.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "muster/core/count_team.hpp"
#include "muster/core/policies.hpp"
#include "muster/core/stock_facts.hpp"

namespace muster::core {
namespace {

constexpr const char* looked = "-";

using Place = std::string;
using Subject = std::string;

using AtPlace = std::unordered_map<Subject, std::int64_t>;
using Quantities = std::map<Place, AtPlace>;

std::int64_t look_up(const AtPlace* in, const Subject& subject) {
    if (in == nullptr) return 0;
    const auto line = in->find(subject);
    return line == in->end() ? 0 : line->second;
}

const AtPlace* at_place(const Quantities& in, const Place& place) {
    const auto at = in.find(place);
    return at == in.end() ? nullptr : &at->second;
}

/// One counter's sheet. A place that stands on it was looked at or skipped with a reason.
struct Sheet {
    Quantities seen;
    std::set<Place> skipped;
};

/// What a sheet says of one place: looked up once, for all that is there.
struct SheetHere {
    SheetHere(const Sheet& sheet, const Place& place)
        : seen{at_place(sheet.seen, place)}, skips{sheet.skipped.contains(place)} {}

    bool names() const { return seen != nullptr; }
    bool counted() const { return names() && !skips; }
    std::int64_t of(const Subject& subject) const { return look_up(seen, subject); }

    const AtPlace* seen;
    bool skips;
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
    std::unordered_map<Subject, int> places_expected;  ///< at how many places the book has it
    std::unordered_map<Subject, int> places_seen;      ///< and at how many it was seen, settled
    std::string categories;                            ///< only these are counted
    bool keeps_unknown = false;  ///< what one counter alone cannot name is kept
};

// A place that a counter skipped was not counted by them, and what was not counted is never
// missing (DOMAIN §6). Two who skip it exclude it; one leaves it to the third.
Sighting sighting(bool keeps_unknown, const SheetHere& a, const SheetHere& b,
                  const SheetHere& third, const Subject& subject) {
    using enum Sighting::Standing;
    if (a.skips + b.skips + third.skips >= 2) return {excluded, 0};
    // Two people write the same unknown thing in two ways, so that neither could confirm the other.
    if (keeps_unknown && subject.starts_with("?"))
        return {settled, std::max({a.of(subject), b.of(subject), third.of(subject)})};
    if (a.names() + b.names() + third.names() < 2) return {uncounted, 0};
    if (!a.names() || !b.names()) {
        // One of the two left the place out: the third and the other must say the same.
        const SheetHere& one = a.names() ? a : b;
        const std::int64_t seen = third.of(subject);
        const bool same = one.counted() && third.counted() && seen == one.of(subject);
        return same ? Sighting{settled, seen} : Sighting{disagreed, 0};
    }
    const std::int64_t first = a.of(subject);
    if (a.counted() && b.counted() && first == b.of(subject)) return {settled, first};
    if (!third.counted()) return {disagreed, 0};
    return {settled, third.of(subject)};
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
        ++all.places_expected[line.subject];
    }
    for (const StocktakeMoved& line : facts.all<StocktakeMoved>(prefix))
        all.moved[line.location.value][line.subject] = line.quantity;
    gather_sheets(facts, count, all);
    for (auto& [place, subjects] : all.scope) {
        for (const auto* source : {&all.expected, &all.a.seen, &all.b.seen, &all.third.seen})
            if (const AtPlace* there = at_place(*source, place))
                for (const auto& [subject, quantity] : *there) subjects.try_emplace(subject);
        // A place that holds nothing by the book must be looked at all the same.
        if (subjects.empty()) subjects.try_emplace(looked);
        const SheetHere a{all.a, place}, b{all.b, place}, third{all.third, place};
        for (auto& [subject, seen] : subjects) {
            seen = sighting(all.keeps_unknown, a, b, third, subject);
            if (seen.quantity > 0) ++all.places_seen[subject];
        }
    }
    return all;
}

/// Whether it is at another place than this one, where it is or is not itself.
bool is_elsewhere(const std::unordered_map<Subject, int>& where, const Subject& subject,
                  bool here) {
    const auto places = where.find(subject);
    return places != where.end() && places->second > (here ? 1 : 0);
}

bool is_expected(const Comparison& all, const ResultLine& line) {
    const AtPlace* there = at_place(all.expected, line.location.value);
    return there != nullptr && there->contains(line.subject);
}

std::string item_result(const Comparison& all, const ResultLine& line) {
    if (line.counted > 0 && line.expected > 0) return "agreed";
    // It moved while the count ran; the movement stands beside it.
    if (line.moved != 0) return "excluded";
    if (line.counted == 0)
        return is_elsewhere(all.places_seen, line.subject, false) ? "elsewhere_in_scope"
                                                                  : "not_found";
    return is_elsewhere(all.places_expected, line.subject, is_expected(all, line))
               ? "elsewhere_in_scope"
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
    return is_elsewhere(all.places_expected, line.subject, is_expected(all, line))
               ? "elsewhere_in_scope"
               : "elsewhere_out_of_scope";
}

std::optional<ResultLine> compare(const Facts& facts, const Comparison& all, const Place& place,
                                  const Subject& subject, const Sighting& seen) {
    using enum Sighting::Standing;
    ResultLine line{LocationId{place},
                    subject,
                    "",
                    look_up(at_place(all.expected, place), subject),
                    look_up(at_place(all.moved, place), subject),
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
