// SPDX-License-Identifier: MIT
#include "muster/app/count_plan.hpp"

#include <algorithm>

#include "app/basket.hpp"
#include "app/single_commit.hpp"
#include "muster/app/sign_in.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/count_facts.hpp"
#include "muster/core/count_team.hpp"
#include "muster/core/oversight_facts.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/powers.hpp"

namespace muster::app {
namespace {

using Object = core::Value::Object;

constexpr std::int64_t ms_per_day = 86'400'000;

struct CountKind {
    std::string code;
    std::string title;
    std::int64_t days = 0;
    std::string categories;
};

std::vector<CountKind> kinds_with_clock(const core::Facts& facts) {
    std::vector<CountKind> kinds;
    for (const auto& code : facts.all<core::Reference>("count_sort/")) {
        const std::int64_t days = core::policy_number(facts, "count_days." + code.code, 0);
        if (days > 0)
            kinds.push_back({code.code, code.title, days,
                             core::policy(facts, "count_categories." + code.code)});
    }
    return kinds;
}

std::string armoury_of(const core::Facts& facts, const core::Location& place) {
    core::Location at = place;
    for (int depth = 0; depth < 20 && at.sort != "armoury" && !at.parent.empty(); ++depth) {
        const auto above = facts.find<core::Location>(at.parent.value);
        if (!above) break;
        at = *above;
    }
    return at.name;
}

Object due_row(const core::Facts& facts, const core::Location& place, const CountKind& kind,
               core::Instant now) {
    Object row{{"armoury", armoury_of(facts, place)},
               {"location", place.name},
               {"sort", kind.code},
               {"title", kind.title},
               {"days", kind.days},
               {"categories", kind.categories == "no" ? std::string{} : kind.categories}};
    const auto all = facts.all<core::CountCoverage>(place.key + "/" + kind.code + "/");
    std::string state = "never";
    if (!all.empty()) {
        const core::CountCoverage& last = all.back();
        const core::Instant due{last.last_at.ms + kind.days * ms_per_day};
        row.emplace("last", core::uk_time_text(last.last_at));
        row.emplace("count", last.last.value);
        row.emplace("due", core::uk_time_text(due));
        state = due < now                                             ? "overdue"
                : due.ms - now.ms <= (kind.days * ms_per_day + 6) / 7 ? "due"
                                                                      : "counted";
    }
    row.emplace("state", state);
    return row;
}

bool is_wanted(const Object& row, const std::string& filter) {
    if (filter.empty()) return true;
    const std::string& state = *row.at("state").text();
    if (filter == "overdue") return state == "overdue" || state == "never";
    return std::any_of(row.begin(), row.end(), [&](const auto& member) {
        const std::string* text = member.second.text();
        return text != nullptr &&
               core::normal_code(*text).find(core::normal_code(filter)) != text->npos;
    });
}

core::Result<Listing> read_list(OpenLedger& ledger, const ListRequest&,
                                const std::function<void(const core::Facts&, Listing&)>& fill) {
    Listing listing;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) { fill(facts, listing); });
    return listing;
}

}  // namespace

core::Result<Listing> counts_due(OpenLedger& ledger, const ListRequest& request) {
    return read_list(ledger, request, [&](const core::Facts& facts, Listing& listing) {
        const auto kinds = kinds_with_clock(facts);
        for (const core::Location& place : facts.all<core::Location>())
            for (const CountKind& kind : kinds) {
                Object row = due_row(facts, place, kind, ledger.now());
                if (is_wanted(row, request.filter)) listing.rows.emplace_back(std::move(row));
            }
    });
}

core::Result<Listing> count_coverage(OpenLedger& ledger, const ListRequest& request) {
    return read_list(ledger, request, [&](const core::Facts& facts, Listing& listing) {
        for (const auto& row : facts.all<core::CountCoverage>()) {
            const auto place = facts.find<core::Location>(row.location.value);
            Object object{{"quarter", row.quarter},
                          {"armoury", place ? armoury_of(facts, *place) : std::string{}},
                          {"location", core::holder_words(facts, row.location.value)},
                          {"sort", row.sort},
                          {"state", std::string{}},
                          {"counts", row.counts},
                          {"blind", row.blind},
                          {"outside", row.outside},
                          {"last", row.last.value}};
            if (is_wanted(object, request.filter)) listing.rows.emplace_back(std::move(object));
        }
    });
}

core::Result<std::vector<std::string>> check_team(OpenLedger& ledger, const CountPlan& plan) {
    core::CountStarted started;
    started.sort = plan.sort;
    for (const auto& [name, id] : {std::pair{plan.counter_a, &started.counter_a},
                                   std::pair{plan.counter_b, &started.counter_b}}) {
        auto user = user_called(ledger, name);
        if (!user) return std::move(user).error();
        *id = user.value();
    }
    std::vector<std::string> words;
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        for (const std::string& name : plan.locations) {
            auto place = find_location(facts, name);
            if (!place)
                no = place.error();
            else
                started.scope.push_back(place.value());
        }
        if (no) return;
        if (core::person_of(facts, started.counter_a.value) ==
            core::person_of(facts, started.counter_b.value))
            words.push_back(core::sentence_of({core::Refusal::count_needs_two, "", {}}));
        if (!core::keeps_team_rules(facts)) return;
        const auto scope = core::with_parts(facts, started.scope);
        for (const auto& stop : core::team_stops(facts, started, scope, ledger.now()))
            words.push_back(core::sentence_of(stop));
    });
    if (no) return std::move(*no);
    return words;
}

core::Result<Receipt> set_custodian(OpenLedger& ledger, const Author& author,
                                    const std::string& location,
                                    const std::optional<std::string>& user) {
    core::CustodianNamed named;
    if (user) {
        auto found = user_called(ledger, *user);
        if (!found) return std::move(found).error();
        named.custodian = found.value();
    }
    return ledger.commit(author, [&](Proposal& proposal) -> core::Result<void> {
        auto place = find_location(proposal.facts(), location);
        if (!place) return std::move(place).error();
        named.location = place.value();
        if (auto added = proposal.add(named); !added) return std::move(added).error();
        return boost::outcome_v2::success();
    });
}

}  // namespace muster::app
