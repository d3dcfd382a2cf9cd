// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <array>
#include <sstream>

#include "muster/core/tables.hpp"
#include "unit/core/played_armoury.hpp"

using namespace muster::testing;
using Desk = PlayedArmoury;

namespace {

using Figures = std::array<std::int64_t, 4>;  // in store, issued, elsewhere, total

/// The totals that the certificate prints: of items, then of quantities.
std::vector<Figures> totals(const Desk& desk) {
    PeriodSource source;
    source.opening = source.closing = &desk.facts;
    source.each_entry = [](const auto&) {};
    std::istringstream text{PeriodSheets{source}.certificate()};
    std::vector<Figures> all;
    for (std::string line; std::getline(text, line);) {
        if (!line.starts_with("Total ")) continue;
        std::istringstream words{line.substr(5)};
        Figures& figures = all.emplace_back();
        for (std::int64_t& figure : figures) words >> figure;
        REQUIRE(words);
    }
    REQUIRE(all.size() == 2);
    return all;
}

Figures moved(Figures from, std::int64_t in_store, std::int64_t elsewhere) {
    return {from[0] + in_store, from[1], from[2] + elsewhere, from[3] + in_store + elsewhere};
}

}  // namespace

TEST_CASE("certificate: what is away stays in the holdings, aged and not dropped") {
    Desk desk;
    const auto before = totals(desk);
    desk.play("seize", desk.pistol_1);
    desk.play("missing", desk.batch_a);
    const auto after = totals(desk);
    CHECK(after[0] == moved(before[0], -1, 1));
    CHECK(after[1] == moved(before[1], -5, 5));
}

TEST_CASE("certificate: what left for good is in no total") {
    Desk desk;
    const auto before = totals(desk);
    desk.play("give up", desk.pistol_2);
    desk.play("dispose", desk.pistol_2);
    CHECK(totals(desk)[0] == moved(before[0], -1, 0));
}

TEST_CASE("certificate: a visitor's things are here, and in no total of ours") {
    Desk desk;
    const auto before = totals(desk);
    LoanOpened loan;
    loan.direction = "in";
    loan.other = "Other Force";
    loan.due = day("2026-12-01");
    loan.to = desk.rack;
    const CaseId under = created_id<CaseId>('n', desk.apply_all("u-ann", loan));
    ItemReceived item = delivery(desk, "VISITOR1");
    item.loan = under;
    desk.apply_all("u-ann", item);
    StockReceived rounds;
    rounds.model = desk.round;
    rounds.number = "V-1";
    rounds.location = desk.safe;
    rounds.quantity = 20;
    rounds.loan = under;
    desk.apply_all("u-ann", rounds);
    CHECK(totals(desk) == before);
}
