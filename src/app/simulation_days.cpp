// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/simulation.hpp"

// The days of an invented force: shifts that draw and return, and what goes wrong.
namespace muster::app {
namespace {

constexpr std::int64_t ms_per_hour = 3'600'000;
constexpr std::int64_t rounds_drawn = 30;

/// Takes one of them out of the pile, by chance.
std::string taken(Chance& chance, std::vector<std::string>& pile) {
    if (pile.empty()) return {};
    const auto at = static_cast<std::size_t>(chance.below(std::ssize(pile)));
    std::swap(pile[at], pile.back());
    std::string one = std::move(pile.back());
    pile.pop_back();
    return one;
}

const std::string& one_of(Chance& chance, const std::vector<std::string>& all) {
    return all.at(static_cast<std::size_t>(chance.below(std::ssize(all))));
}

}  // namespace

void Simulation::note(const MovementReceipt& receipt) {
    report_.discrepancies += std::ssize(receipt.discrepancies);
}

bool Simulation::has_out(const std::string& collar) const {
    for (const auto& [site, draws] : out_)
        for (const SimulatedDraw& draw : draws)
            if (draw.collar == collar) return true;
    return false;
}

void Simulation::play_day(std::int64_t day) {
    const std::int64_t morning = now_.ms;
    // A shift begins at six, two and ten; who draws brings it back when the next one has begun.
    for (const auto& [hour, officers] : {std::pair{1, 4}, std::pair{9, 4}, std::pair{17, 2}}) {
        now_.ms = std::max(now_.ms, morning + hour * ms_per_hour);
        for (SimulatedSite& site : sites_) {
            if (is_played()) return;
            if (hour == 1) {
                test_devices(site);
                check_competences(site, day);
            }
            begin_shift(site, officers * crowd_, 8);
            pass_minutes(20);
            end_draws(site);
            if (hour == 9) hand_over(site);
        }
    }
    SimulatedSite& site = sites_[static_cast<std::size_t>(day % 2)];
    if (day % 7 == 1) run_course(site);
    if (day % 15 == 10) count_munitions(site);
    if (day % 30 == 20) attest_holders(site);
    if (day % 9 == 4) repair(site, site.carbines);
    if (day % 50 == 33) lose_and_find(site);
    if (day % 40 == 25) hold_and_release(site);
    if (day % 180 == 100) arm_everybody(site);
}

void Simulation::test_devices(SimulatedSite& site) {
    constexpr std::size_t tested_a_day = 10;
    // What was tested yesterday and not drawn is tested again.
    site.devices.insert(site.devices.end(), site.ready.begin(), site.ready.end());
    site.ready.clear();
    FunctionTestRequest test;
    while (test.items.size() < tested_a_day && !site.devices.empty())
        test.items.push_back(taken(chance_, site.devices));
    test.battery = 80 + chance_.below(20);
    if (test.items.empty()) return;
    if (done(test_function(*ledger_, author(site.armourers.front()), test)))
        site.ready = test.items;
    else
        put_away(site, test.items);
}

void Simulation::put_away(SimulatedSite& site, const std::vector<std::string>& tags) {
    for (const std::string& tag : tags) {
        const char kind = kinds_.at(tag);
        (kind == 'p' ? site.pistols : kind == 'c' ? site.carbines : site.devices).push_back(tag);
    }
}

void Simulation::begin_shift(SimulatedSite& site, std::int64_t officers, std::int64_t hours) {
    for (std::int64_t i = 0; i < officers; ++i) {
        const std::string collar = one_of(chance_, site.officers);
        // Now and then somebody asks who has a draw open already; the rules say what they say.
        if (!has_out(collar) || chance_.one_in(40)) draw(site, collar, hours);
    }
}

void Simulation::draw(SimulatedSite& site, const std::string& collar, std::int64_t hours) {
    SimulatedDraw taking{collar, {}, one_of(chance_, site.rounds), rounds_drawn, 0, false};
    std::string pistol = taken(chance_, site.pistols), carbine, device;
    if (pistol.empty()) return;
    taking.items.push_back(pistol);
    if (!chance_.one_in(3)) carbine = taken(chance_, site.carbines);
    if (!carbine.empty()) taking.items.push_back(carbine);
    // One in forty was not tested today.
    if (chance_.one_in(2)) device = taken(chance_, chance_.one_in(40) ? site.devices : site.ready);
    if (!device.empty()) taking.items.push_back(device);
    IssueRequest request;
    request.collar = collar;
    request.items = taking.items;
    request.batches = {{taking.batch, taking.quantity}};
    request.location = site.munitions;
    request.second = site.armourers.back();
    if (!carbine.empty()) request.kits = {"K-ARV"};
    if (chance_.one_in(60)) secrets_.mistype("officer:" + collar);
    const auto issued = issue(*ledger_, author(site.armourers.front()), request, secrets_);
    if (done(issued)) {
        ++report_.issues;
        // One in fifty is forgotten for days.
        taking.back_at_ms =
            now_.ms + hours * ms_per_hour + (chance_.one_in(50) ? 90 * ms_per_hour : 0);
        out_[site.name].push_back(taking);
        return;
    }
    put_away(site, taking.items);
}

void Simulation::end_draws(SimulatedSite& site) {
    auto& draws = out_[site.name];
    std::vector<SimulatedDraw> still_out;
    for (const SimulatedDraw& draw : draws)
        if (draw.back_at_ms > now_.ms || !give_back(site, draw)) still_out.push_back(draw);
    draws = std::move(still_out);
}

bool Simulation::give_back(SimulatedSite& site, const SimulatedDraw& draw) {
    ReturnRequest request;
    request.collar = draw.collar;
    request.items = draw.items;
    std::int64_t back = draw.quantity;
    if (chance_.one_in(150)) back -= 1;  // one round short
    if (chance_.one_in(400)) back += 1;  // one too many
    if (chance_.one_in(200)) {
        const bool negligent = chance_.one_in(3);
        request.expended.push_back(
            {draw.batch, 1, negligent ? "unintentional_discharge" : "operational",
             chance_.one_in(4) ? "" : "REP-" + std::to_string(now_.ms % 9'973)});
        back -= 1;
    }
    request.batches = {{draw.batch, back}};
    request.rounds = {{draw.items.front(), draw.quantity - back < 0 ? 0 : draw.quantity - back}};
    if (!chance_.one_in(80)) request.second = site.armourers.front();
    const auto returned = take_back(*ledger_, author(site.armourers.back()), request, secrets_);
    if (!done(returned)) return false;
    ++report_.returns;
    note(returned.value());
    put_away(site, draw.items);
    return true;
}

void Simulation::hand_over(SimulatedSite& site) {
    const auto handed = hand_over_duty(*ledger_, author(site.armourers.front()),
                                       site.armourers.back(), site.name, {}, {}, secrets_, {});
    if (!done(handed)) return;
    note(handed.value());
    std::swap(site.armourers.front(), site.armourers.back());
}

}  // namespace muster::app
