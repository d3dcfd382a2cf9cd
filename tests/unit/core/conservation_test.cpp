// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cstdlib>
#include <random>

#include "muster/core/movement_line.hpp"
#include "muster/core/replay.hpp"
#include "unit/core/every_movement.hpp"

using namespace muster::testing;

namespace {

/// A counter at which anything may be asked: sensible, mistaken or absurd, from one seed.
class BusyCounter {
public:
    explicit BusyCounter(std::uint32_t seed) : random_{seed} {
        force.apply_all("u-admin", PolicySet{"second_person_at_issue", "no", UserId{"u-mia"}});
        force.apply_all("u-admin", PolicySet{"urgent_issue", "yes", UserId{"u-mia"}});
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
        const std::int64_t what = below(4);
        std::string by = below(8) == 0 ? "u-sue" : below(2) == 0 ? "u-ann" : "u-ben";
        const Body body = what == 0 ? an_issue() : what == 1 ? a_return() : a_movement(by);
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
    Body a_movement(std::string& by) {
        const bool of_item = below(2) == 0;
        const auto& all = of_item ? item_movements() : stock_movements();
        const Movement& one =
            all.at(static_cast<std::size_t>(below(static_cast<std::int64_t>(all.size()))));
        by = one.by;
        const std::string subject = of_item ? items_.at(static_cast<std::size_t>(below(12))).value
                                            : stock_.at(static_cast<std::size_t>(below(4)));
        return one.make(force.facts, force, subject);
    }
    void follow(const Entry& entry) {
        for (const MovementLine& line : movement_lines(entry)) {
            if (line.from.empty() == line.to.empty()) continue;
            used_[line.subject] += line.to.empty() ? line.quantity : -line.quantity;
        }
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

namespace {

bool is_long() {
    return std::getenv("MUSTER_LONG") != nullptr;
}

/// The facts after some movements, and what of each stock went out of the book.
struct World {
    const Facts& facts;
    EntryNumber next = 0;
    std::int64_t out = 0;  ///< of the batch, used up or lost
};

/// Every sequence of movements of three items and one batch, as deep as asked. A refused movement
/// changes nothing, and so its branch ends. The two pistols are alike: the second is not moved
/// before the first, because that would only be the same sequence in a mirror.
class EverySequence {
public:
    EverySequence() {
        desk_.apply_all("u-admin", PolicySet{"second_person_at_issue", "no", UserId{"u-mia"}});
        desk_.apply_all("u-admin", PolicySet{"urgent_issue", "yes", UserId{"u-mia"}});
        items_ = {desk_.pistol_1.value, desk_.pistol_2.value, desk_.carbine_1.value};
        total_ = booked(desk_.facts);
    }

    void play(int depth) { go({desk_.facts, desk_.next(), 0}, depth, ""); }

    std::int64_t allowed = 0;
    std::int64_t refused = 0;
    std::string wrong;

private:
    void go(const World& world, int depth, const std::string& path) {
        if (depth == 0 || !wrong.empty()) return;
        const bool mirrored = path.find(items_[0]) == path.npos;
        for (const std::string& item : items_) {
            if (mirrored && item == items_[1]) continue;
            for (const Movement& one : item_movements()) step(world, one, item, depth, path);
        }
        for (const Movement& one : stock_movements())
            step(world, one, desk_.batch_a.value, depth, path);
    }

    void step(const World& before, const Movement& one, const std::string& subject, int depth,
              const std::string& path) {
        Body body = one.make(before.facts, desk_, subject);
        each_private(body, [](PrivateText& text) {
            if (text.digest.empty()) text.digest = std::string(64, 'a');
        });
        const Context context{desk_.now,        desk_.now,   UserId{one.by},
                              ArmouryId{"a-1"}, before.next, std::nullopt};
        const auto bodies = decide(body, before.facts, context);
        if (!bodies) {
            ++refused;
            return;
        }
        ++allowed;
        // One layer of changes a movement: nothing is copied, and the branch leaves nothing behind.
        Changes changes{before.facts};
        World after{changes, before.next, before.out};
        for (const Body& each : bodies.value()) take(changes, after, each, one.by);
        const std::string now = path + " > " + one.name + " " + subject;
        if (const std::string found = disorder(after); !found.empty()) {
            wrong = now + ": " + found;
            return;
        }
        go(after, depth - 1, now);
    }

    void take(Changes& changes, World& world, const Body& body, const char* by) {
        Entry entry;
        entry.number = world.next++;
        entry.happened_at = entry.recorded_at = desk_.now;
        entry.by = UserId{by};
        entry.armoury = ArmouryId{"a-1"};
        entry.body = body;
        apply(entry, changes);
        for (const MovementLine& line : movement_lines(entry))
            if (line.subject == desk_.batch_a.value && line.from.empty() != line.to.empty())
                world.out += line.to.empty() ? line.quantity : -line.quantity;
    }

    std::int64_t booked(const Facts& facts) const {
        std::int64_t sum = 0;
        for (const Balance& balance : facts.all<Balance>())
            if (balance.stock.value == desk_.batch_a.value) sum += balance.quantity;
        return sum;
    }

    std::string disorder(const World& world) const {
        if (booked(world.facts) + world.out != total_) return "the batch does not add up";
        std::map<std::string, int> places;
        for (const Held& held : world.facts.all<Held>()) ++places[held.item.value];
        for (const std::string& id : items_) {
            const Item item = *world.facts.find<Item>(id);
            if (places[id] != 1 || !world.facts.row(Table::held, item.holder.value + "/" + id))
                return id + " is in " + std::to_string(places[id]) + " places";
            const bool out = item.holder.value.starts_with("o-");
            if (out != (item.location_status == "issued")) return id + " is in two minds";
            if (!item.under.empty() &&
                !world.facts.row(Table::away_line, item.under.value + "/" + id))
                return id + " is under a case that does not know it";
            if (is_case(item.holder.value) && item.holder.value != item.under.value)
                return id + " is held by a case it is not under";
        }
        for (const CaseLine& line : world.facts.all<CaseLine>()) {
            const auto item = world.facts.find<Item>(line.subject);
            if (item && line.open > 0 && item->under != line.under && !item->owner)
                return line.key + " is open and its item elsewhere";
            const std::int64_t there = item ? line.open : [&] {
                const auto found = world.facts.find<Balance>(line.key);
                return found ? found->quantity : std::int64_t{0};
            }();
            if (!item && line.outcome.empty() && there != line.open)
                return line.key + " differs from its balance";
        }
        return {};
    }

    StockedArmoury desk_;
    std::vector<std::string> items_;
    std::int64_t total_ = 0;
};

}  // namespace

TEST_CASE("conservation: every sequence of movements keeps each serial in one place") {
    EverySequence all;
    all.play(is_long() ? 5 : 3);
    if (!all.wrong.empty()) FAIL(all.wrong);
    MESSAGE(all.allowed, " allowed, ", all.refused, " refused");
    CHECK(all.allowed > 10'000);
    CHECK(all.refused > 10'000);
}

TEST_CASE("conservation: ten thousand movements lose nothing and keep one holder each") {
    BusyCounter counter{20'260'302};
    const int steps = is_long() ? 100'000 : 10'000;
    for (int step = 0; step < steps; ++step) {
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
