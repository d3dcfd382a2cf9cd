// SPDX-License-Identifier: MIT
#include "muster/ledger/short_form.hpp"

#include <doctest/doctest.h>

#include "unit/ledger/faults.hpp"

using namespace muster::ledger;

namespace {

Checkpoint example() {
    Checkpoint checkpoint{"muster/example-force/7c1f0a2b", 104857, {}};
    for (std::size_t i = 0; i < 32; ++i) checkpoint.root.bytes[i] = static_cast<std::uint8_t>(i);
    return checkpoint;
}

const std::string published = "YCSR 104857 000G 40R4 0M30 E209 185G R38E 1W81 24GK 1ENC";

}  // namespace

TEST_CASE("ledger: the short form of the published checkpoint is the published one") {
    CHECK(short_form(example()) == published);
    CHECK_THROWS_AS(short_form({"x", 1, {}}), std::logic_error);
}

TEST_CASE("ledger: a short form is read however people type it") {
    for (const char* typed : {"YCSR 104857 000G 40R4 0M30 E209 185G R38E 1W81 24GK 1ENC",
                              "ycsr 1o4857 ooog 4or4 om3o e2o9 l85g r38e iw8l 24gk lenc",
                              "YCSR-104857-000G-40R4-0M30-E209-185G-R38E-1W81-24GK-1ENC",
                              "  YCSR  104857 000G40R40M30E209185GR38E1W8124GK1ENC\n"}) {
        const auto read = read_short(typed);
        REQUIRE_MESSAGE(code_of(read) == "", std::string{typed});
        CHECK(matches(std::get<ShortForm>(read), example()) == ShortMatch::same);
    }
}

TEST_CASE("ledger: any one character typed wrong is called a typing error, never a fork") {
    for (std::size_t at = 0; at < published.size(); ++at) {
        if (published[at] == ' ') continue;
        std::string typed = published;
        typed[at] = published[at] == '7' ? '8' : '7';
        CHECK_MESSAGE(code_of(read_short(typed)) == "short_typing", std::string{typed});
    }
}

TEST_CASE("ledger: what is no short form is refused as such") {
    for (const char* typed :
         {"", "YCSR", "YCSR 104857", "YCSR 104857 000G", "UUUU 1 0000",
          "YCSR 0104857 000G 40R4 0M30 E209 185G R38E 1W81 24GK 1ENC",
          "YCSR 99999999999999999999 000G 40R4 0M30 E209 185G R38E 1W81 24GK 1ENC",
          "YCS 104857 000G 40R4 0M30 E209 185G R38E 1W81 24GK 1ENC",
          "YCSR 104857 000G 40R4 0M30 E209 185G R38E 1W81 24GK 1ENCX",
          "YCSR 104857 U00G 40R4 0M30 E209 185G R38E 1W81 24GK 1ENC", "\xFF"})
        CHECK_MESSAGE(code_of(read_short(typed)) == "short_shape", std::string{typed});
    CHECK(code_of(read_short(std::string(1'000'000, '0'))) == "short_shape");
}

TEST_CASE("ledger: a typed checkpoint is told from another ledger, another size and a fork") {
    const auto typed = std::get<ShortForm>(read_short(published));
    Checkpoint other = example();
    other.origin = "muster/example-force/00000000";
    CHECK(matches(typed, other) == ShortMatch::other_ledger);
    other = example();
    other.size = 104858;
    CHECK(matches(typed, other) == ShortMatch::other_size);
    other = example();
    other.root.bytes[19] ^= 1;
    CHECK(matches(typed, other) == ShortMatch::forked);
}
