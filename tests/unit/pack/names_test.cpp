// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "muster/pack/build.hpp"
#include "muster/pack/verify.hpp"
#include "pack/chain.hpp"
#include "pack/consistency.hpp"
#include "pack/contents.hpp"
#include "support/stocked_armoury.hpp"

using namespace muster;

TEST_CASE("pack: names are lower-case, relative and plain") {
    for (const char* good : {"a", "tables/items.csv", "signoff/01-senior-officer.p7s", "SHA256SUMS",
                             "SHA256SUMS.p7s", "VERIFY.md", "a_b-c.d"})
        CHECK_MESSAGE(pack::is_pack_name(good), good);
    for (const char* bad : {"", "/a", "a/", "a//b", "../a", "a/../b", ".hidden", "a/.b", "A.txt",
                            "verify.MD", "a b", "a\\b", "C:a", "a\nb", "\xC3\xA4"})
        CHECK_MESSAGE(!pack::is_pack_name(bad), bad);
    CHECK(!pack::is_pack_name(std::string(201, 'a')));
}

TEST_CASE("pack: a manifest reads back, and no other spelling does") {
    const pack::PackFiles files{
        {"b.txt", "b"}, {"a.txt", "a"}, {"SHA256SUMS", "?"}, {"signoff/01-x.txt", "?"}};
    const std::string text = pack::manifest_of(files);
    CHECK(text ==
          "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a.txt\n"
          "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  b.txt\n");
    const auto read = pack::read_manifest(text);
    REQUIRE(read.has_value());
    CHECK(read->size() == 2);
    const std::string line = text.substr(0, 71);
    for (const std::string& bad :
         {std::string{}, line + "\n" + line + "\n", line, line.substr(0, 64) + " *a.txt\n",
          std::string{"\\"} + line + "\n", line.substr(0, 66) + "../a\n",
          line.substr(0, 66) + "SHA256SUMS\n", "CA" + line.substr(2) + "\n"})
        CHECK_MESSAGE(!pack::read_manifest(bad).has_value(), bad);
}

TEST_CASE("pack: a sign-off text reads back, and no other spelling does") {
    pack::SignOffText text;
    text.pack = "muster-pack-x-1";
    text.role = "senior_officer";
    text.person = "Alexandra Example";
    text.sentence = "I respond: for the force.";
    text.order = 12;
    text.time = testing::at("2026-04-02T10:00:00.000Z");
    const std::string bytes = pack::write_sign_off(text);
    const auto read = pack::read_sign_off(bytes);
    REQUIRE(read.has_value());
    CHECK(pack::write_sign_off(*read) == bytes);
    CHECK(read->sentence == text.sentence);
    CHECK(read->order == 12);
    CHECK(!pack::read_sign_off(bytes + "\n").has_value());
    CHECK(!pack::read_sign_off(bytes.substr(0, bytes.size() - 1)).has_value());
    CHECK(!pack::read_sign_off("").has_value());
    std::string leading = bytes;
    leading.replace(leading.find("order: 12"), 9, "order: 012");
    CHECK(!pack::read_sign_off(leading).has_value());
    CHECK(pack::sign_off_stem(3, "head_of_audit") == "signoff/03-head-of-audit");
}

TEST_CASE("pack: sign-offs are counted without gaps, a text and a signature each") {
    std::string offending;
    const auto count = [&](const pack::PackFiles& files) {
        offending.clear();
        const auto placed = pack::placed_sign_offs(files, offending);
        return placed ? static_cast<int>(placed->size()) : -1;
    };
    CHECK(count({{"pack.json", ""}}) == 0);
    CHECK(count({{"signoff/01-abc.p7s", ""}, {"signoff/01-abc.txt", ""}}) == 1);
    CHECK(count({{"signoff/02-abc.p7s", ""}, {"signoff/02-abc.txt", ""}}) == -1);
    CHECK(count({{"signoff/01-abc.p7s", ""}}) == -1);
    CHECK(count({{"signoff/01-abc.txt", ""}}) == -1);
    CHECK(offending == "signoff/01-abc.txt");
    CHECK(count({{"signoff/01-abc.p7s", ""},
                 {"signoff/01-abc.tsr", ""},
                 {"signoff/01-abc.txt", ""}}) == -1);
    CHECK(offending == "signoff/01-abc.tsr");
    CHECK(count({{"signoff/", ""}}) == -1);
}

TEST_CASE("pack: what is printed is printable ASCII, and says what it was") {
    CHECK(pack::escaped("plain") == "plain");
    CHECK(pack::escaped("a\\b") == "a\\\\b");
    CHECK(pack::escaped("\x1b[2J\xe2\x80\xae\n") == "\\x1b[2J\\xe2\\x80\\xae\\x0a");
}

TEST_CASE("pack: a pack is named after the ledger and the period") {
    CHECK(pack::pack_name("muster/example-force/7c1f0a2b", "2025-26") ==
          "muster-pack-example-force-2025-26");
    CHECK(pack::pack_name("muster/x/7c1f0a2b", " Year/2026 (2)! ") == "muster-pack-x-year-2026-2");
    CHECK(pack::pack_name("muster/x/7c1f0a2b", "\xC3\xA9") == "muster-pack-x-period");
}

TEST_CASE("pack: the roles asked for come from the policy, or are the senior officer's") {
    core::MemoryFacts facts;
    CHECK(pack::required_roles(facts) == std::vector<std::string>{"senior_officer"});
    facts.put(core::Table::setting,
              core::row_of(core::Setting{"pack_roles", "armoury_manager, auditor", 3}));
    CHECK(pack::required_roles(facts) == std::vector<std::string>{"armoury_manager", "auditor"});
}

TEST_CASE("pack: consistency and frontier read back, and no other spelling does") {
    pack::Consistency said{3, 7, {ledger::sha256("a")}, "{\"a\":1}", {ledger::sha256("b")}};
    const std::string bytes = pack::write_consistency(said);
    const auto read = pack::read_consistency(bytes);
    REQUIRE(read.has_value());
    CHECK(read->closing_line == "{\"a\":1}");
    CHECK(!pack::read_consistency(bytes + "\n").has_value());
    CHECK(!pack::read_consistency("{}\n").has_value());
    CHECK(!pack::read_consistency("").has_value());
    const std::string hash = ledger::hex(ledger::sha256("a")) + "\n";
    CHECK(pack::read_frontier(hash)->size() == 1);
    CHECK(!pack::read_frontier(hash.substr(1)).has_value());
    CHECK(!pack::read_frontier(hash + "\n").has_value());
}
