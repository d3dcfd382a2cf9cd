// SPDX-License-Identifier: MIT
#include "muster/app/simulate.hpp"

#include <algorithm>

#include "app/simulation.hpp"
#include "muster/app/integrity.hpp"
#include "muster/app/kits.hpp"
#include "muster/app/setup.hpp"
#include "muster/app/sign_in.hpp"
#include "muster/ledger/secret.hpp"

namespace muster::app {
namespace {

constexpr std::int64_t ms_per_day = 86'400'000;
constexpr std::int64_t collar_first = 1'000;
constexpr std::int64_t items_of_delivery = 40;
constexpr std::int64_t days_most = 3'650;

// Of what the rules of a young force can only allow.
template <class T>
T sure(core::Result<T> result) {
    if (!result)
        throw std::logic_error{"the simulation was refused: " +
                               core::sentence_of(result.error().lines.front())};
    return std::move(result).value();
}

// Six digits that anybody may have: no runs, no repeats.
std::string invented_pin(const std::string& collar) {
    constexpr std::int64_t spread = 7'919, start = 130'579, pins = 1'000'000;
    std::int64_t number = (std::stoll(collar) * spread + start) % pins;
    while (true) {
        std::string pin = std::to_string(number);
        pin.insert(0, 6 - pin.size(), '0');
        if (!ledger::pin_fault(pin)) return pin;
        number = (number + spread) % pins;
    }
}

}  // namespace

std::string invented_password(const std::string& user) {
    return "practice of " + user + " 2025";
}

std::string InventedSecrets::secret(const std::string& who) {
    if (who == "admin" || who == "ca" || who == "ledger") return owner_.secret(who);
    if (mistyping_.erase(who) > 0) return "999998";
    constexpr std::string_view officer = "officer:";
    return who.starts_with(officer) ? invented_pin(who.substr(officer.size()))
                                    : invented_password(who);
}

Simulation::Simulation(const SimulationRequest& request, Secrets& owner,
                       const SimulationProgress& progress)
    : request_{request},
      secrets_{owner},
      progress_{progress},
      chance_{request.seed},
      now_{*core::instant_of("2025-04-01T04:00:00.000Z")} {
    constexpr std::int64_t fewest_items = 20, fewest_officers = 20, fewest_batches = 8;
    if (request.items < fewest_items || request.officers < fewest_officers ||
        request.batches < fewest_batches || request.days < 1)
        throw UsageError{"A simulation needs a day, 20 items, 20 officers and 8 batches at least."};
    if (request_.movements <= 0) return;
    // Twenty draw a day and bring it back; a crowd of as many needs as many weapons and officers.
    constexpr std::int64_t quiet_day = 40, quiet_items = 60, quiet_officers = 30;
    crowd_ = std::max<std::int64_t>(1, request_.movements / (quiet_day * request_.days) + 1);
    request_.items = std::max(request_.items, quiet_items * crowd_);
    request_.officers = std::max(request_.officers, quiet_officers * crowd_);
}

bool Simulation::tell(const std::string& step, std::int64_t done_of, std::int64_t total) {
    if (progress_(step, done_of, total)) return true;
    report_.stopped = true;
    return false;
}

Author Simulation::author(const std::string& user) {
    const auto known = authors_.find(user);
    if (known != authors_.end()) return known->second;
    return authors_.emplace(user, sure(sign_in(*ledger_, user, secrets_))).first->second;
}

void Simulation::begin() {
    Given given;
    given.seed = request_.seed;
    given.clock = [this] { return now_; };
    ledger_ = create_ledger({request_.address, "Invented Force", "HQ Armoury", "admin", true},
                            secrets_, given);
    sites_ = {
        {"HQ Armoury", "HQ Rack", "HQ Munitions", {"hughes", "harper"}, {}, {}, {}, {}, {}, {}, {}},
        {"North Armoury",
         "North Rack",
         "North Munitions",
         {"nolan", "naylor"},
         {},
         {},
         {},
         {},
         {},
         {},
         {}}};
    const Author admin = author("admin");
    sure(add_location(*ledger_, admin, "North Armoury", "armoury", {}));
    for (const SimulatedSite& site : sites_) {
        sure(add_location(*ledger_, admin, site.rack, "rack", site.name));
        sure(add_location(*ledger_, admin, site.munitions, "safe", site.name));
    }
    add_people();
    add_catalogue();
    add_stock();
    add_officers();
    pass_minutes(1);
    sure(close_setup(*ledger_, admin));
}

void Simulation::add_people() {
    const std::vector<std::pair<std::string, std::string>> users{
        {"hughes", "armourer"},         {"harper", "armourer"}, {"nolan", "armourer"},
        {"naylor", "armourer"},         {"shaw", "supervisor"}, {"stone", "supervisor"},
        {"manning", "armoury_manager"}, {"cole", "cfi"},        {"chief", "senior_officer"},
        {"counter1", "counter"},        {"counter2", "counter"}};
    for (const auto& [name, role] : users) {
        sure(add_user(*ledger_, author("admin"), name, {role}, {}, secrets_));
        report_.users.emplace_back(name, invented_password(name));
    }
}

void Simulation::add_catalogue() {
    const auto add = [&](const char* name, const char* category) {
        sure(add_model(*ledger_, author("admin"), {"", name, category, "", "item", ""}));
    };
    add("Glock 17", "pistol");
    add("SIG MCX", "carbine");
    add("TASER 7", "taser");
    add("9x19 operational", "ammunition");
    add("9x19 training", "ammunition");
    add("Pistol magazine", "accessory");
    sure(set_kit(
        *ledger_, author("admin"),
        {"ARV standard", "K-ARV", {{"pistol", 1}, {"carbine", 1}, {"9x19 operational", 30}}}));
}

void Simulation::add_stock() {
    DeliveryRequest delivery;
    for (std::int64_t number = 1; number <= request_.items; ++number) {
        SimulatedSite& site = sites_[static_cast<std::size_t>(number % 3 == 0)];
        const std::int64_t kind = (number / 3) % 10;
        const std::string tag = "S-" + std::to_string(number);
        const char* model = kind < 5 ? "Glock 17" : kind < 8 ? "SIG MCX" : "TASER 7";
        kinds_[tag] = kind < 5 ? 'p' : kind < 8 ? 'c' : 'd';
        put_away(site, {tag});
        const std::string serial = "SIM" + std::to_string(100'000 + number);
        delivery.items = {{model, serial, serial, tag}};
        delivery.location = site.rack;
        sure(receive_delivery(*ledger_, author(site.armourers.front()), delivery, secrets_));
        if (number % items_of_delivery == 0) tell("items", number, request_.items);
    }
    for (std::int64_t number = 1; number <= request_.batches; ++number) {
        SimulatedSite& site = sites_[static_cast<std::size_t>(number % 2)];
        const bool training = number % 4 >= 2;
        const std::string batch = (training ? "T-" : "A-") + std::to_string(100 + number);
        DeliveryRequest rounds;
        rounds.location = site.munitions;
        ReadStock stock;
        stock.model = training ? "9x19 training" : "9x19 operational";
        stock.number = batch;
        stock.quantity = training ? 20'000 : 5'000;
        stock.expiry = core::date_of("2030-12-31");
        stock.box_size = 50;
        stock.boxes = stock.quantity / stock.box_size;
        stock.use = training ? "training" : "operational";
        rounds.stock = {stock};
        sure(receive_delivery(*ledger_, author(site.armourers.front()), rounds, secrets_));
        (training ? site.training : site.rounds).push_back(batch);
    }
}

void Simulation::add_officers() {
    const Author admin = author("admin");
    const core::Date today = core::uk_date(now_);
    for (std::int64_t number = 0; number < request_.officers; ++number) {
        const std::string collar = std::to_string(collar_first + number);
        sure(add_officer(*ledger_, admin, {collar, "Invented " + collar, "pc", "ARV"}));
        sure(set_pin(*ledger_, admin, collar, {}, secrets_));
        // Their ends are spread over two years, so that some lapse while this is played.
        const core::Date to{today.days + 60 + chance_.below(670)};
        for (const char* weapon_class : {"pistol", "carbine", "taser"})
            if (weapon_class[0] == 'p' || !chance_.one_in(12)) {
                sure(authorise(*ledger_, admin,
                               {collar, weapon_class, today, to, "training record"}));
                competences_[collar][weapon_class] = to;
            }
        sites_[static_cast<std::size_t>(number % 3 == 0)].officers.push_back(collar);
        report_.officers.emplace_back(collar, invented_pin(collar));
        if (number % 20 == 0) tell("officers", number, request_.officers);
    }
}

SimulationReport Simulation::play() {
    begin();
    const std::int64_t days = request_.movements > 0 ? days_most : request_.days;
    for (std::int64_t day = 0; day < days && !is_played(); ++day) {
        if (!(request_.movements > 0
                  ? tell("movements", report_.issues + report_.returns, request_.movements)
                  : tell("days", day, days)))
            break;
        now_.ms = core::instant_of("2025-04-02T05:00:00.000Z")->ms + day * ms_per_day;
        play_day(day);
    }
    const CheckpointShown last = latest_checkpoint(*ledger_);
    report_.origin = ledger_->origin();
    report_.short_form = last.short_form;
    report_.entries = last.size;
    return report_;
}

SimulationReport simulate(const SimulationRequest& request, Secrets& secrets,
                          const SimulationProgress& progress) {
    return Simulation{request, secrets, progress}.play();
}

}  // namespace muster::app
