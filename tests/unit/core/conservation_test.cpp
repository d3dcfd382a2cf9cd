// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <random>

#include "muster/core/movement_line.hpp"
#include "muster/core/replay.hpp"
#include "support/stocked_armoury.hpp"

using namespace muster::testing;

namespace {

/// A counter at which anything may be asked: sensible, mistaken or absurd, from one seed.
class BusyCounter {
public:
    explicit BusyCounter(std::uint32_t seed) : random_{seed} {
        force.apply_all("u-admin", PolicySet{"second_person_at_issue", "no", UserId{"u-mia"}});
        for (int i = 0; i < 6; ++i) {
            items_.push_back(force.add_item(force.pistol, "ZP" + std::to_string(i), ""));
            items_.push_back(force.add_item(force.carbine, "ZC" + std::to_string(i), ""));
        }
        stock_ = {force.batch_a.value, force.batch_b.value, force.old_batch.value,
                  force.magazine.value};
        for (const std::string& stock : stock_) total_[stock] = booked(stock);
    }

    /// One request, decided; where allowed, applied. Counts what became of it.
    void step() {
        if (++step_ % 97 == 0) force.now.ms += 3'600'000;
        const Body body = below(2) == 0 ? an_issue() : a_return();
        const std::string by = below(8) == 0 ? "u-sue" : below(2) == 0 ? "u-ann" : "u-ben";
        if (const auto bodies = force.decided(by, body)) {
            const EntryNumber number = force.apply_decided(by, bodies.value());
            follow(force.entries[static_cast<std::size_t>(number - 1)]);
            ++allowed;
        } else {
            ++refused;
        }
    }

    /// Every stock's balances and what was used up of it add up to what there was; empty if so.
    std::string imbalance() const {
        for (const std::string& stock : stock_)
            if (booked(stock) + used(stock) != total_.at(stock)) return stock + " does not add up";
        for (const OpenLine& open : force.facts.all<OpenLine>())
            if (open.quantity <= 0) return "open line " + open.key;
        for (const ItemId& item : items_) {
            const Item now = force.fact<Item>(item.value);
            const bool out = now.holder.value.starts_with("o-");
            if (out != (now.location_status == "issued")) return item.value + " is in two minds";
            if (out != has_open_line(now)) return item.value + " is not open with its holder";
        }
        return force.disorder();
    }

    StockedArmoury force;
    int allowed = 0;
    int refused = 0;

private:
    std::int64_t below(std::int64_t limit) {
        return static_cast<std::int64_t>(random_() % static_cast<std::uint32_t>(limit));
    }
    OfficerId an_officer() {
        return std::vector{force.pc, force.pistol_only, force.ann_officer}.at(
            static_cast<std::size_t>(below(3)));
    }
    std::vector<ItemLine> some_items() {
        std::vector<ItemLine> lines;
        for (std::int64_t i = below(3); i > 0; --i)
            lines.push_back({items_.at(static_cast<std::size_t>(below(12))), {}, {}, {}});
        return lines;
    }
    std::vector<StockLine> some_stock() {
        std::vector<StockLine> lines;
        for (std::int64_t i = below(3); i > 0; --i) {
            StockLine line;
            line.stock.value = stock_.at(static_cast<std::size_t>(below(4)));
            line.quantity = below(60);
            if (below(4) == 0) line.boxes = below(3);
            lines.push_back(line);
        }
        return lines;
    }
    Body an_issue() {
        Issued asked = force.issue({});
        asked.officer = an_officer();
        asked.items = some_items();
        asked.stock = some_stock();
        asked.second = {};
        if (below(2) == 0) asked.offer = OverrideOffer{UserId{"u-mia"}, private_text("so told")};
        return asked;
    }
    Body a_return() {
        Returned back;
        back.officer = an_officer();
        back.items = some_items();
        back.stock = some_stock();
        back.partial = below(3) == 0;
        const std::vector<const char*> reasons{"operational", "training", "misfire"};
        for (std::int64_t i = below(3); i > 0; --i) {
            Expended line;
            line.stock.value = stock_.at(static_cast<std::size_t>(below(4)));
            line.quantity = below(9);
            line.reason = reasons.at(static_cast<std::size_t>(below(3)));
            back.expended.push_back(line);
        }
        return back;
    }
    void follow(const Entry& entry) {
        for (const MovementLine& line : movement_lines(entry))
            if (line.to.empty()) used_[line.subject] += line.quantity;
    }
    std::int64_t used(const std::string& stock) const {
        const auto found = used_.find(stock);
        return found == used_.end() ? 0 : found->second;
    }
    std::int64_t booked(const std::string& stock) const {
        std::int64_t sum = 0;
        for (const Balance& balance : force.facts.all<Balance>())
            if (balance.stock.value == stock) sum += balance.quantity;
        return sum;
    }
    bool has_open_line(const Item& item) const {
        for (const OpenLine& open : force.facts.all<OpenLine>(item.holder.value + "/"))
            if (open.subject == item.key) return true;
        return false;
    }

    std::mt19937 random_;
    int step_ = 0;
    std::vector<ItemId> items_;
    std::vector<std::string> stock_;
    std::map<std::string, std::int64_t> total_;
    std::map<std::string, std::int64_t> used_;
};

}  // namespace

TEST_CASE("conservation: ten thousand issues and returns lose nothing and keep one holder each") {
    BusyCounter counter{20'260'302};
    for (int step = 0; step < 10'000; ++step) {
        counter.step();
        // Whatever goes wrong stays wrong, so that it need not be asked at every step.
        if (step % 20 != 19) continue;
        if (const std::string wrong = counter.imbalance(); !wrong.empty())
            FAIL(wrong, " after step ", step);
    }
    // Both sides of the rules were at work, or the numbers above would say little.
    CHECK(counter.allowed > 1'000);
    CHECK(counter.refused > 1'000);
    CHECK(counter.force.discrepancies().size() > 100);
}

TEST_CASE("conservation: the entries alone make the same facts again, and the rules agree") {
    BusyCounter counter{7};
    for (int step = 0; step < 1'000; ++step) counter.step();
    CHECK(counter.force.replayed() == counter.force.facts);
    Replay replay;
    for (const Entry& entry : counter.force.entries) {
        const auto fault = replay.take(entry);
        if (fault) FAIL(fault->number, ": ", fault->words);
    }
    CHECK_FALSE(replay.finish());
    CHECK(replay.facts() == counter.force.facts);
}
