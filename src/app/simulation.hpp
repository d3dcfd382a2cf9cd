// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <random>
#include <set>

#include "muster/app/confirmations.hpp"
#include "muster/app/counts.hpp"
#include "muster/app/movements.hpp"
#include "muster/app/simulate.hpp"

namespace muster::app {

/// Chance that gives the same on every computer.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : random_{seed} {}
    /// A number from 0, below the limit.
    std::int64_t below(std::int64_t limit) {
        return limit <= 0
                   ? 0
                   : static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(limit));
    }
    bool one_in(std::int64_t times) { return below(times) == 0; }

private:
    std::mt19937_64 random_;
};

/// The secrets of invented people; the owner's own where a ledger needs them.
class InventedSecrets final : public Secrets {
public:
    explicit InventedSecrets(Secrets& owner) : owner_{owner} {}
    std::string secret(const std::string& who) override;
    bool has(const std::string&) override { return true; }
    /// The next time that person is asked they mistype.
    void mistype(const std::string& who) { mistyping_.insert(who); }

private:
    Secrets& owner_;
    std::set<std::string> mistyping_;
};
/// An invented user's password.
std::string invented_password(const std::string& user);

/// One of the two armouries, and what lies there ready to be drawn.
struct SimulatedSite {
    std::string name;
    std::string rack;
    std::string munitions;
    std::vector<std::string> armourers;                   ///< users; the first has the duty
    std::vector<std::string> officers;                    ///< collar numbers
    std::vector<std::string> pistols, carbines, devices;  ///< tags
    std::vector<std::string> rounds, training;            ///< batch numbers
    std::vector<std::string> ready;                       ///< devices that passed today's test
    std::int64_t counts = 0;                              ///< of its munitions so far
};

/// What an officer has out.
struct SimulatedDraw {
    std::string collar;
    std::vector<std::string> items;
    std::string batch;
    std::int64_t quantity = 0;
    std::int64_t back_at_ms = 0;
    bool urgent = false;
};

/// The invented force while it plays.
class Simulation {
public:
    Simulation(const SimulationRequest& request, Secrets& owner,
               const SimulationProgress& progress);
    SimulationReport play();

private:
    // making the force
    void begin();
    void add_people();
    void add_catalogue();
    void add_stock();
    void add_officers();
    // a day
    void play_day(std::int64_t day);
    void test_devices(SimulatedSite& site);
    void begin_shift(SimulatedSite& site, std::int64_t officers, std::int64_t hours);
    void draw(SimulatedSite& site, const std::string& collar, std::int64_t hours);
    void put_away(SimulatedSite& site, const std::vector<std::string>& tags);
    void end_draws(SimulatedSite& site);
    bool give_back(SimulatedSite& site, const SimulatedDraw& draw);
    void hand_over(SimulatedSite& site);
    // what happens now and then
    void check_competences(SimulatedSite& site, std::int64_t day);
    void run_course(SimulatedSite& site);
    void count_munitions(SimulatedSite& site);
    void attest_holders(SimulatedSite& site);
    void repair(SimulatedSite& site, std::vector<std::string>& kind);
    void lose_and_find(SimulatedSite& site);
    void hold_and_release(SimulatedSite& site);
    void arm_everybody(SimulatedSite& site);

    Author author(const std::string& user);
    bool has_out(const std::string& collar) const;
    void pass_minutes(std::int64_t minutes) { now_.ms += minutes * 60'000; }
    bool is_played() const {
        return request_.movements > 0 && report_.issues + report_.returns >= request_.movements;
    }
    /// Notes what became of an act; whether it was done.
    template <class T>
    bool done(const core::Result<T>& result);
    void note(const MovementReceipt& receipt);
    bool tell(const std::string& step, std::int64_t done_of, std::int64_t total);

    SimulationRequest request_;
    InventedSecrets secrets_;
    const SimulationProgress& progress_;
    Chance chance_;
    std::int64_t crowd_ = 1;  ///< how many officers come where at a quiet force one does
    core::Instant now_;
    std::unique_ptr<OpenLedger> ledger_;
    std::map<std::string, Author> authors_;
    std::vector<SimulatedSite> sites_;
    std::map<std::string, std::vector<SimulatedDraw>> out_;                 ///< by site
    std::map<std::string, std::map<std::string, core::Date>> competences_;  ///< ends, by collar
    std::map<std::string, char> kinds_;                                     ///< p, c or d, by tag
    SimulationReport report_;
};

template <class T>
bool Simulation::done(const core::Result<T>& result) {
    // Where many come, more counters serve them at once.
    now_.ms += 60'000 / crowd_;
    if (result) return true;
    ++report_.refused;
    return false;
}

}  // namespace muster::app
