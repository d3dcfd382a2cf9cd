// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/simulation.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/held_too_long.hpp"

// What happens now and then at an invented force: courses, counts, repairs, losses, an attack.
namespace muster::app {

// The CFI goes through everybody's training record every four weeks, so that the data is never too
// old to issue by, and renews what ends before the next time; one in twelve lapses.
void Simulation::check_competences(SimulatedSite& site, std::int64_t day) {
    constexpr std::int64_t weeks_4 = 28, two_years = 730;
    const core::Date today = core::uk_date(now_);
    for (std::size_t at = static_cast<std::size_t>(day % weeks_4); at < site.officers.size();
         at += weeks_4) {
        const std::string& collar = site.officers[at];
        for (auto& [weapon_class, to] : competences_[collar]) {
            const bool ends = to.days < today.days + weeks_4;
            if (ends && !chance_.one_in(12)) to = core::Date{today.days + two_years};
            if (to < today) continue;
            done(authorise(*ledger_, author("cole"),
                           {collar, weapon_class, today, to, "training record"}));
        }
    }
}

void Simulation::run_course(SimulatedSite& site) {
    const std::string leader = site.officers.front();
    if (has_out(leader) || site.training.empty()) return;
    const std::string batch =
        site.training.at(static_cast<std::size_t>(chance_.below(std::ssize(site.training))));
    constexpr std::int64_t drawn = 400;
    IssueRequest draw;
    draw.collar = leader;
    draw.batches = {{batch, drawn}};
    draw.location = site.munitions;
    draw.purpose = "training";
    draw.course = "CRS-" + std::to_string(now_.ms / 86'400'000);
    draw.second = site.armourers.back();
    if (!done(issue(*ledger_, author(site.armourers.front()), draw, secrets_))) return;
    ++report_.issues;
    pass_minutes(180);
    ReturnRequest back;
    back.collar = leader;
    std::int64_t used = 0;
    for (std::size_t i = 1; i <= 6; ++i) {
        const std::int64_t rounds = 30 + chance_.below(30);
        back.attendees.push_back({site.officers.at(i), batch, rounds});
        used += rounds;
    }
    // The largest losses happen here (DOMAIN 5).
    const std::int64_t untold = chance_.one_in(6) ? 1 + chance_.below(4) : 0;
    back.expended = {{batch, used + untold, "training", ""}};
    back.batches = {{batch, drawn - used - untold}};
    back.range_declared = !chance_.one_in(8);
    const auto returned = take_back(*ledger_, author(site.armourers.front()), back, secrets_);
    if (!done(returned)) return;
    ++report_.returns;
    note(returned.value());
}

void Simulation::count_munitions(SimulatedSite& site) {
    const Author lead = author("manning");
    // They take turns in leading, as the rules of a team want.
    const bool second_leads = site.counts++ % 2 == 1;
    CountPlan plan;
    plan.locations = {site.munitions};
    plan.counter_a = second_leads ? "counter2" : "counter1";
    plan.counter_b = second_leads ? "counter1" : "counter2";
    plan.sort = "quantity";
    const auto started = start_count(*ledger_, lead, plan, secrets_);
    if (!done(started)) return;
    const core::CountId count = count_id(std::to_string(started.value().entries.front()));
    CountScan sheet;
    sheet.location = site.munitions;
    sheet.nothing_more = true;
    ledger_->read([&](storage::Transaction&, const core::Facts& facts) {
        const auto place = find_location(facts, site.munitions);
        for (const core::Balance& balance : facts.all<core::Balance>(place.value().value + "/"))
            if (const auto batch = facts.find<core::Batch>(balance.stock.value))
                sheet.batches.push_back({batch->number, balance.quantity});
    });
    // Both look at the same shelf; now and then it holds a round less than the book.
    if (!sheet.batches.empty() && chance_.one_in(3)) sheet.batches.front().quantity -= 1;
    for (const char* counter : {"counter1", "counter2"}) {
        if (!done(scan_count(*ledger_, author(counter), count, sheet))) return;
        if (!done(submit_count(*ledger_, author(counter), count))) return;
    }
    if (!done(reconcile_count(*ledger_, lead, count))) return;
    const auto closed = close_count(*ledger_, lead, count, "shaw", std::nullopt, secrets_);
    if (!done(closed)) return;
    ++report_.counts;
    report_.discrepancies += std::ssize(closed.value().discrepancies);
}

void Simulation::attest_holders(SimulatedSite& site) {
    std::vector<std::string> collars;
    ledger_->read([&](storage::Transaction&, const core::Facts& facts) {
        for (const core::LongTermHolder& holder : long_term_holders(facts, now_))
            if (const auto officer = facts.find<core::Officer>(holder.officer.value))
                collars.push_back(facts.disclosed(officer->collar.digest).value_or(""));
    });
    if (collars.empty()) return;
    const Author desk = author(site.armourers.front());
    if (!done(ask_attestation(*ledger_, desk, collars))) return;
    for (const std::string& collar : collars) {
        if (chance_.one_in(5)) continue;  // does not answer
        const auto answered = attest(*ledger_, desk, collar, {}, secrets_);
        if (done(answered)) note(answered.value());
    }
}

void Simulation::repair(SimulatedSite& site, std::vector<std::string>& kind) {
    if (kind.empty()) return;
    MaintenanceRequest work;
    work.items = {kind.back()};
    work.words = "sight loose";
    work.workshop = "Invented Gunsmith";
    if (!done(send_to_maintenance(*ledger_, author(site.armourers.front()), work))) return;
    pass_minutes(60);
    work.workshop.reset();
    work.words = "sight changed";
    if (!done(take_from_maintenance(*ledger_, author(site.armourers.front()), work, secrets_)))
        return;
    done(sign_fit(*ledger_, author(site.armourers.back()), work, secrets_));
}

void Simulation::lose_and_find(SimulatedSite& site) {
    if (site.pistols.empty()) return;
    const std::string tag = site.pistols.back();
    const auto missing = report_missing(*ledger_, author(site.armourers.front()), {{tag}, {}, {}},
                                        "not in its place", {});
    if (!done(missing)) return;
    pass_minutes(240);
    CaseReturnRequest found;
    found.number = std::to_string(missing.value().number);
    found.things.items = {tag};
    found.to = site.rack;
    found.words = "in the next rack";
    if (!done(recover(*ledger_, author(site.armourers.front()), found, secrets_))) return;
    MaintenanceRequest fit;
    fit.items = {tag};
    done(sign_fit(*ledger_, author(site.armourers.back()), fit, secrets_));
}

void Simulation::hold_and_release(SimulatedSite& site) {
    HoldRequest hold;
    hold.reason = "recall";
    hold.batches = {site.rounds.front()};
    hold.notice = "TN-" + std::to_string(now_.ms / 86'400'000);
    if (!done(place_hold(*ledger_, author(site.armourers.front()), hold))) return;
    pass_minutes(120);
    done(release_hold(*ledger_, author("manning"), site.rounds.front(), 0, "INS-1", {}));
}

// An attack: scans only, and the officers confirm it hours later; one of them forgets.
void Simulation::arm_everybody(SimulatedSite& site) {
    std::vector<std::pair<core::EntryNumber, std::string>> issued;
    for (std::size_t i = 7; i < site.officers.size() && i < 17; ++i) {
        const std::string& collar = site.officers[i];
        if (has_out(collar) || site.pistols.empty() || site.carbines.empty()) continue;
        IssueRequest request;
        request.collar = collar;
        request.items = {site.pistols.back(), site.carbines.back()};
        request.urgent = true;
        const auto armed = issue(*ledger_, author(site.armourers.front()), request, secrets_);
        if (!done(armed)) continue;
        ++report_.issues;
        note(armed.value());
        issued.emplace_back(armed.value().number, collar);
        out_[site.name].push_back({collar, request.items, "", 0, now_.ms, true});
        site.pistols.pop_back();
        site.carbines.pop_back();
    }
    pass_minutes(300);
    for (const auto& [number, collar] : issued)
        if (number != issued.front().first)
            done(confirm_issue(*ledger_, author(site.armourers.front()), number, secrets_));
    auto& draws = out_[site.name];
    for (const SimulatedDraw& draw : draws) {
        if (!draw.urgent) continue;
        ReturnRequest back;
        back.collar = draw.collar;
        back.items = draw.items;
        const auto returned = take_back(*ledger_, author(site.armourers.back()), back, secrets_);
        if (!done(returned)) continue;
        ++report_.returns;
        note(returned.value());
        put_away(site, draw.items);
    }
    std::erase_if(draws, [](const SimulatedDraw& draw) { return draw.urgent; });
}

}  // namespace muster::app
