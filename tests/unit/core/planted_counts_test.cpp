// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <random>
#include <set>

#include "support/counting_armoury.hpp"

using namespace muster::testing;

/// Random histories with planted theft, miscounts, swaps between batches, late entries and
/// look-alikes. Every plant surfaces as the right discrepancy, and nothing else does.
namespace {

constexpr int histories = 60;

struct History : CountingArmoury {
    std::mt19937_64 random;
    /// What really stands at rack and safe, whatever the book says.
    std::map<std::string, std::map<std::string, std::int64_t>> shelves;
    std::set<std::string> wanted;  ///< discrepancies, as `discrepancies()` words them
    bool miscounted = false;

    explicit History(std::uint64_t seed) : random{seed} {
        for (int i = 0; i < 4; ++i) add_item(pistol, "XX1" + std::to_string(i), "");
        // O and 0 look alike, and are two weapons.
        add_item(pistol, "XXO9", "");
        add_item(pistol, "XX09", "");
        for (int step = below(12); step > 0; --step) move_something();
        for (const LocationId& place : {rack, safe})
            for (const SeenLine& line : whole(place))
                if (line.subject != "-") shelves[place.value][line.subject] = line.quantity;
    }
    int below(int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); }

    std::vector<std::string> items_in_store() const {
        std::vector<std::string> items;
        for (const Held& held : facts.all<Held>(rack.value + "/")) items.push_back(held.item.value);
        return items;
    }
    void move_something() {
        if (below(2) == 0) {
            Transferred moved;
            moved.to = rack;
            const auto amount = 1 + below(20);
            moved.stock = {of(below(2) == 0 ? batch_a : batch_b, amount)};
            moved.stock[0].from = HolderId{safe.value};
            apply_all("u-ann", moved);
            return;
        }
        apply_all("u-ann", issue({}, {of(batch_a, 1 + below(30))}));
    }

    void steal_item() {
        const auto items = items_in_store();
        const std::string gone = items[random() % items.size()];
        if (shelves[rack.value].erase(gone) == 0) return;
        wanted.insert("count_not_found " + gone + " 1 0");
    }
    void steal_rounds() { change(safe, batch_a.value, -(1 + below(9))); }
    void swap_batches() {
        const int rounds = 1 + below(5);
        change(safe, batch_b.value, rounds);
        change(safe, old_batch.value, -rounds);
    }
    void change(const LocationId& place, const std::string& stock, std::int64_t by) {
        std::int64_t& there = shelves[place.value][stock];
        const std::int64_t book = balance(place.value, stock);
        if (there != book) return;  // one plant a line, so that each can be named
        there += by;
        wanted.insert((by < 0 ? "count_not_found " : "count_surplus ") + stock + " " +
                      std::to_string(book) + " " + std::to_string(there));
    }
    std::vector<SeenLine> sight() const {
        std::vector<SeenLine> lines;
        for (const LocationId& place : {rack, safe}) {
            lines.push_back(saw(place, "-", 0));
            if (const auto shelf = shelves.find(place.value); shelf != shelves.end())
                for (const auto& [subject, quantity] : shelf->second)
                    lines.push_back(saw(place, subject, quantity));
        }
        return lines;
    }
    // One counter slips; the other and the third do not.
    std::vector<SeenLine> slipped() {
        auto lines = sight();
        if (below(2) == 0) return lines;
        for (SeenLine& line : lines)
            if (line.subject == batch_b.value) {
                ++line.quantity;
                miscounted = true;
            }
        return lines;
    }
    void count_it() {
        CountStarted both = plan();
        both.scope = {rack, safe};
        const CountId count = start(both);
        // A weapon is drawn while the count runs: its movement explains it.
        const auto before = shelves[rack.value].find(carbine_1.value);
        if (below(2) == 0 && before != shelves[rack.value].end()) {
            apply_all("u-ann", issue({carbine_1}));
            shelves[rack.value].erase(before);
        }
        hand_in(count, "u-kim", sight());
        hand_in(count, "u-ben", slipped());
        compare(count);
        if (miscounted) {
            CHECK(verdict("u-mia", CountClosed{count, UserId{"u-sue"}, 0, 0, ""}) ==
                  "count_not_reconciled");
            apply_all("u-mia", CountRecountAsked{count, UserId{"u-ann"}});
            hand_in(count, "u-ann", sight());
            compare(count);
        }
        close(count);
    }
    std::set<std::string> found() const {
        const auto all = discrepancies();
        return {all.begin(), all.end()};
    }
};

}  // namespace

TEST_CASE("counts: in random histories every plant surfaces as what it is, and nothing else does") {
    int plants = 0, recounts = 0, clean = 0;
    for (std::uint64_t seed = 1; seed <= histories; ++seed) {
        CAPTURE(seed);
        History history{seed};
        const int sort = history.below(5);
        if (sort == 1 || sort == 4) history.steal_item();
        if (sort == 2 || sort == 4) history.steal_rounds();
        if (sort == 3 || sort == 4) history.swap_batches();
        history.count_it();
        CHECK(history.found() == history.wanted);
        CHECK(history.disorder() == "");
        plants += static_cast<int>(history.wanted.size());
        recounts += history.miscounted;
        clean += history.wanted.empty();
    }
    // The histories are worth something only if each sort is among them.
    CHECK(plants > histories / 2);
    CHECK(recounts > histories / 5);
    CHECK(clean > 0);
}

TEST_CASE("counts: a late entry leaves a closed count and its discrepancies as they are") {
    History history{7};
    history.steal_rounds();
    history.count_it();
    const auto before = history.found();
    history.happened_at = Instant{history.now.ms - 3'600'000};
    Transferred late;
    late.to = history.rack;
    late.stock = {StockedArmoury::of(history.batch_b, 5)};
    late.stock[0].from = HolderId{history.safe.value};
    history.apply_all("u-ann", late);
    CHECK(history.found() == before);
    for (const Stocktake& count : history.facts.all<Stocktake>()) CHECK(count.state == "closed");
}
