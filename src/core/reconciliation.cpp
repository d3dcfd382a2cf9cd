// SPDX-License-Identifier: MIT
#include "reconciliation.hpp"

#include <map>
#include <set>

namespace muster::core {
namespace {

constexpr const char* looked = "-";

using Place = std::string;
using Subject = std::string;

/// One counter's sheet, by place and subject.
struct Sheet {
    std::map<Place, std::map<Subject, std::int64_t>> seen;
    std::set<Place> skipped;

    bool has_looked_at(const Place& place) const { return seen.contains(place); }
    std::int64_t quantity(const Place& place, const Subject& subject) const {
        const auto at = seen.find(place);
        if (at == seen.end()) return 0;
        const auto line = at->second.find(subject);
        return line == at->second.end() ? 0 : line->second;
    }
};

/// Everything one reconciliation looks at.
struct Comparison {
    Sheet a, b, third;
    std::set<Place> scope;
    std::map<Place, std::map<Subject, std::int64_t>> expected;
    std::map<Place, std::map<Subject, std::int64_t>> moved;
    std::map<Subject, std::set<Place>> expected_at;
    std::map<Subject, std::set<Place>> seen_at;
};

Comparison gather(const Facts& facts, const Stocktake& count) {
    Comparison all;
    const std::string prefix = count.key + "/";
    for (const StocktakeScope& scope : facts.all<StocktakeScope>())
        if (scope.count.value == count.key) all.scope.insert(scope.location.value);
    for (const StocktakeExpected& line : facts.all<StocktakeExpected>(prefix)) {
        all.expected[line.location.value][line.subject] = line.quantity;
        all.expected_at[line.subject].insert(line.location.value);
    }
    for (const StocktakeMoved& line : facts.all<StocktakeMoved>(prefix))
        all.moved[line.location.value][line.subject] = line.quantity;
    for (const StocktakeLine& line : facts.all<StocktakeLine>(prefix)) {
        Sheet& sheet = line.counter == count.counter_a ? all.a : line.counter == count.counter_b ? all.b : all.third;
        auto& place = sheet.seen[line.location.value];
        if (line.subject == looked && line.note) sheet.skipped.insert(line.location.value);
        else if (line.subject != looked) {
            place[line.subject] += line.quantity;
            if (line.quantity > 0) all.seen_at[line.subject].insert(line.location.value);
        }
    }
    return all;
}

std::int64_t look_up(const std::map<Place, std::map<Subject, std::int64_t>>& in, const Place& place, const Subject& subject) {
    const auto at = in.find(place);
    if (at == in.end()) return 0;
    const auto line = at->second.find(subject);
    return line == at->second.end() ? 0 : line->second;
}

std::string item_result(const Comparison& all, const Place& place, const Subject& subject, const ResultLine& line) {
    if (line.counted > 0 && line.expected > 0) return "agreed";
    if (line.moved != 0) return "excluded";  // it moved while the count ran; the movement stands beside it
    const auto elsewhere = [&](const std::map<Subject, std::set<Place>>& where) {
        const auto places = where.find(subject);
        if (places == where.end()) return false;
        for (const Place& other : places->second)
            if (other != place) return true;
        return false;
    };
    if (line.counted > 0) return elsewhere(all.expected_at) ? "elsewhere_in_scope" : "elsewhere_out_of_scope";
    return elsewhere(all.seen_at) ? "elsewhere_in_scope" : "not_found";
}

std::string stock_result(const ResultLine& line) {
    if (line.counted == line.expected) return "agreed";
    if (line.moved != 0 && line.counted == line.expected + line.moved) return "agreed";
    if (line.counted < line.expected) return "not_found";
    return line.expected == 0 ? "elsewhere_out_of_scope" : "unknown";
}

std::optional<ResultLine> compare(const Comparison& all, const Place& place, const Subject& subject) {
    ResultLine line{LocationId{place}, subject, "", look_up(all.expected, place, subject), look_up(all.moved, place, subject), 0};
    const bool skipped = all.a.skipped.contains(place) && all.b.skipped.contains(place);
    if (skipped) {
        line.result = "excluded";
        return line;
    }
    if (!all.a.has_looked_at(place) || !all.b.has_looked_at(place)) {
        line.result = "uncounted";
        return line;
    }
    const std::int64_t a = all.a.quantity(place, subject);
    const std::int64_t b = all.b.quantity(place, subject);
    line.counted = a;
    if (a != b) {
        line.counted = all.third.quantity(place, subject);
        if (!all.third.has_looked_at(place)) {
            line.result = "disagreed";
            return line;
        }
    }
    if (line.expected == 0 && line.counted == 0) return std::nullopt;
    if (subject.starts_with("?")) line.result = "unknown";
    else if (subject.starts_with("i-")) line.result = item_result(all, place, subject, line);
    else line.result = stock_result(line);
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
    for (const Place& place : all.scope) {
        std::set<Subject> subjects;
        for (const auto* source : {&all.expected, &all.a.seen, &all.b.seen, &all.third.seen}) {
            const auto at = source->find(place);
            if (at == source->end()) continue;
            for (const auto& [subject, quantity] : at->second) subjects.insert(subject);
        }
        for (const Subject& subject : subjects)
            if (auto line = compare(all, place, subject)) lines.push_back(std::move(*line));
        // A place that holds nothing by the book and was not looked at is still to be counted.
        if (subjects.empty() && !(all.a.has_looked_at(place) && all.b.has_looked_at(place)))
            lines.push_back({LocationId{place}, looked, "uncounted", 0, 0, 0});
    }
    return lines;
}

bool is_open_result(const std::string& result) { return result == "uncounted" || result == "disagreed"; }

std::optional<std::string> variance_sort(const StocktakeResult& line) {
    if (line.result == "not_found") return "count_not_found";
    if (line.result == "unknown") return line.subject.starts_with("?") ? "count_unknown" : "count_surplus";
    if (line.result == "elsewhere_out_of_scope") return "count_elsewhere";
    // Of the two lines of one thing in another place, the one where it was seen opens the discrepancy.
    if (line.result == "elsewhere_in_scope" && line.counted > 0) return "count_elsewhere";
    return std::nullopt;
}

}  // namespace muster::core
