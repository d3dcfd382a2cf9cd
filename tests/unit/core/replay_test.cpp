// SPDX-License-Identifier: MIT
#include "muster/core/replay.hpp"

#include <doctest/doctest.h>

#include "support/stocked_armoury.hpp"

using namespace muster::testing;

namespace {

/// A desk with a short return at its end: a movement and the discrepancy that follows from it.
struct ShortReturn : StockedArmoury {
    ShortReturn() {
        apply_all("u-ann", issue({pistol_1}, {of(batch_a, 45)}));
        apply_all("u-ben", giving_back({pistol_1}, {of(batch_a, 44)}));
        apply_all("u-ann", SignedIn{UserId{"u-ann"}, 0});
    }
    Entry& entry(std::size_t from_end) { return entries[entries.size() - from_end]; }
    /// The first entry that the rules would not have made so; 0 where there is none.
    EntryNumber first_fault() const {
        Replay replay;
        for (const Entry& each : entries)
            if (const auto fault = replay.take(each)) return fault->number;
        const auto fault = replay.finish();
        return fault ? fault->number : 0;
    }
};

}  // namespace

TEST_CASE("replay: what the rules made they make again") {
    CHECK(ShortReturn{}.first_fault() == 0);
}

TEST_CASE("replay: a movement that the rules would refuse is named") {
    ShortReturn desk;
    std::get<Issued>(desk.entry(4).body).second = UserId{"u-ann"};
    CHECK(desk.first_fault() == desk.entry(4).number);
}

TEST_CASE("replay: what the rules filled in cannot be changed afterwards") {
    ShortReturn desk;
    std::get<Issued>(desk.entry(4).body).items[0].from = HolderId{"l-99"};
    CHECK(desk.first_fault() == desk.entry(4).number);
    ShortReturn due;
    std::get<Issued>(due.entry(4).body).due->ms += 1;
    CHECK(due.first_fault() == due.entry(4).number);
}

TEST_CASE("replay: a discrepancy that was softened or left out is named") {
    ShortReturn soft;
    std::get<DiscrepancyOpened>(soft.entry(2).body).found = 45;
    CHECK(soft.first_fault() == soft.entry(2).number);
    ShortReturn gone;
    const EntryNumber number = gone.entry(2).number;
    gone.entries.erase(gone.entries.end() - 2);
    CHECK(gone.first_fault() == number + 1);
    ShortReturn cut;
    cut.entries.resize(cut.entries.size() - 2);
    CHECK(cut.first_fault() == number);
}

TEST_CASE("replay: an entry that hides or feigns that it was made alone in set-up is named") {
    ShortReturn hidden;
    hidden.entries[1].setup = false;
    CHECK(hidden.first_fault() == 2);
    ShortReturn feigned;
    feigned.entry(1).setup = true;
    CHECK(feigned.first_fault() == feigned.entry(1).number);
}
