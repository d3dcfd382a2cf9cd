// SPDX-License-Identifier: MIT
#include "muster/pack/state.hpp"

#include <doctest/doctest.h>

#include "muster/ledger/digest.hpp"
#include "support/stocked_armoury.hpp"

using namespace muster;
using namespace muster::testing;

TEST_CASE("pack: a state file reads back to the same facts and the same bytes") {
    const StockedArmoury armoury;
    const std::string bytes = pack::opening_file(armoury.facts);
    core::MemoryFacts read;
    CHECK(pack::read_opening(bytes, read).empty());
    CHECK(read == armoury.facts);
    CHECK(pack::opening_file(read) == bytes);
    CHECK(pack::state_digest(read) == ledger::hex(ledger::sha256(bytes)));
}

TEST_CASE("pack: no facts have an empty state file") {
    const core::MemoryFacts nothing;
    CHECK(pack::opening_file(nothing).empty());
    CHECK(pack::state_digest(nothing) ==
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("pack: a row is one canonical line of its columns, those that hold nothing left out") {
    core::MemoryFacts facts;
    facts.put(core::Table::balance, core::row_of(core::Balance{"l-1/b-2", core::HolderId{"l-1"},
                                                               core::StockId{"b-2"}, 50, 1}));
    CHECK(pack::opening_file(facts) ==
          "{\"row\":{\"boxes\":1,\"holder\":\"l-1\",\"key\":\"l-1/b-2\",\"quantity\":50,"
          "\"stock\":\"b-2\"},\"table\":\"balance\"}\n");
}

TEST_CASE("pack: every bad line of a state file is a fault that names it") {
    const std::string good = "{\"row\":{\"entry\":3,\"sha256\":\"aa\"},\"table\":\"import_file\"}";
    const auto faults = [](const std::string& bytes) {
        core::MemoryFacts facts;
        std::vector<std::string> codes;
        for (const auto& fault : pack::read_opening(bytes, facts)) codes.push_back(fault.code);
        return codes;
    };
    using Codes = std::vector<std::string>;
    CHECK(faults(good + "\n").empty());
    CHECK(faults(good) == Codes{"fact_shape"});
    CHECK(faults(good + "\n" + good + "\n") == Codes{"fact_order"});
    CHECK(faults("{\"row\":{},\"table\":\"import_file\"}\n") == Codes{"fact_shape"});
    CHECK(faults("{\"row\":{\"entry\":3,\"sha256\":\"aa\"},\"table\":\"pets\"}\n") ==
          Codes{"fact_table_unknown"});
    CHECK(faults("{\"row\": {}}\n") == Codes{"line_not_canonical"});
    CHECK(faults("[]\n") == Codes{"fact_shape"});
    std::string many;
    for (int i = 0; i < 100; ++i) many += "x\n";
    CHECK(faults(many).size() == 20);
}
