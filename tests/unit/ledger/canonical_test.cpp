// SPDX-License-Identifier: MIT
#include "muster/ledger/canonical.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "muster/ledger/digest.hpp"
#include "muster/ledger/disclosure.hpp"
#include "muster/ledger/merkle.hpp"
#include "unit/ledger/faults.hpp"

using namespace muster::ledger;
using muster::core::Value;

namespace {

std::string read_code(std::string_view line) {
    return code_of(read_canonical(line));
}

/// The entry of the published vectors, a line with every shape a body has.
const std::string entry_line =
    R"({"armoury":"a-01","body":{"batch":[{"batch":"b-0007","quantity":45}],"confirmed")"
    R"(:{"at":"2026-03-01T06:41:11.900Z","method":"pin"},"item":["i-000412"],"note":{"p)"
    R"(rivate":"e7d4803936d20af5e022979987ced95fa0912d92c9a77217bb99ca6c90b2e050"},"off)"
    R"(icer":"o-5t2k9","purpose":"operational"},"by":"u-3c8","first":1042,"happened_at")"
    R"(:"2026-03-01T06:41:12.000Z","kind":"issued","number":1042,"recorded_at":"2026-03)"
    R"(-01T06:41:12.345Z","salt":"000102030405060708090a0b0c0d0e0f","v":1})";

std::string nested(int depth) {
    const auto count = static_cast<std::size_t>(depth);
    return std::string(count, '[') + std::string(count, ']');
}

}  // namespace

TEST_CASE("ledger: the published entry is canonical, and its leaf is the published one") {
    const auto read = read_canonical(entry_line);
    REQUIRE(code_of(read) == "");
    CHECK(canonical(std::get<Value>(read)) == entry_line);
    CHECK(*std::get<Value>(read).member("number")->number() == 1042);
    CHECK(hex(leaf_hash(entry_line)) ==
          "e80aff7a203522a35a90f446bc230992a6e4076852d6e1a8ee37b68216e51411");
}

TEST_CASE("ledger: the published private value has the published line and digest") {
    const auto salt = bytes_of_hex("101112131415161718191a1b1c1d1e1f");
    const Disclosure disclosure = disclose(*salt, "returned without the sight");
    CHECK(disclosure.line ==
          R"(["101112131415161718191a1b1c1d1e1f","returned without the sight"])");
    CHECK(disclosure.digest == "e7d4803936d20af5e022979987ced95fa0912d92c9a77217bb99ca6c90b2e050");
    CHECK(std::get<std::string>(read_disclosure(disclosure.line)) == "returned without the sight");
}

TEST_CASE("ledger: a disclosure of another shape is refused") {
    for (const char* line :
         {"[]", R"({"a":1})", R"(["101112131415161718191a1b1c1d1e1f"])",
          R"(["101112131415161718191a1b1c1d1e1f",1])", R"(["1011121314151617","x"])",
          R"(["101112131415161718191A1b1c1d1e1f","x"])", R"([1,"x"])",
          R"(["101112131415161718191a1b1c1d1e1f","x","y"])"})
        CHECK_MESSAGE(code_of(read_disclosure(line)) == "disclosure_shape", std::string{line});
    CHECK(code_of(read_disclosure("[\"")) == "line_not_json");
    CHECK_THROWS_AS(disclose("short", "x"), std::logic_error);
    CHECK_THROWS_AS(disclose(std::string(16, 'x'), "a\tb"), std::logic_error);
}

TEST_CASE("ledger: a value is written with sorted keys, no spaces and the escapes of RFC 8785") {
    Value::Object inner{{"b", "\"\\/\n"}, {"a", true}, {"c_2", Value::Array{}}};
    const Value value{Value::Array{Value{std::move(inner)}, Value{-7}, Value{}, Value{"\xC3\xA9"}}};
    const std::string line = "[{\"a\":true,\"b\":\"\\\"\\\\/\\n\",\"c_2\":[]},-7,{},\"\xC3\xA9\"]";
    CHECK(canonical(value) == line);
    CHECK(std::get<Value>(read_canonical(line)) == value);
}

TEST_CASE("ledger: a document may be longer than a line of the ledger") {
    Value::Array rows;
    for (int i = 0; i < 60'000; ++i) rows.emplace_back("SX0001");
    const Value value{std::move(rows)};
    CHECK_THROWS_AS(canonical(value), std::length_error);
    CHECK(json_document(value).size() == 60'000 * 9 + 1);
}

TEST_CASE("ledger: what people edit is read in any spelling, within the same limits") {
    const auto read = read_json("{ \"b\" : 1,\n \"a\": [ \"x\" ] }\n");
    REQUIRE(std::holds_alternative<Value>(read));
    CHECK(canonical(std::get<Value>(read)) == R"({"a":["x"],"b":1})");
    for (const char* bad : {"{\"a\":1.5}", "{\"a\":null}", "{\"a\":1,\"a\":2}", "{\"A\":1}", "{"}) {
        INFO(bad);
        CHECK(std::holds_alternative<LineFault>(read_json(bad)));
    }
}

TEST_CASE("ledger: whole numbers go to 2^53 - 1 either way and no further") {
    CHECK(canonical(Value{line_number_max}) == "9007199254740991");
    CHECK_THROWS_AS(canonical(Value{line_number_max + 1}), std::logic_error);
    CHECK_THROWS_AS(canonical(Value{std::numeric_limits<std::int64_t>::min()}), std::logic_error);
    CHECK(read_code("[9007199254740991,-9007199254740991]") == "");
    for (const char* line : {"[9007199254740992]", "[-9007199254740992]", "[18446744073709551615]",
                             "[99999999999999999999999]", "[-99999999999999999999999]"})
        CHECK_MESSAGE(read_code(line) == "number_too_large", std::string{line});
    for (const char* line : {"[1.0]", "[1e2]", "[-0.0]", "[1E4]"})
        CHECK_MESSAGE(read_code(line) == "number_not_whole", std::string{line});
    CHECK(read_code("[-0]") == "line_not_canonical");
    for (const char* line : {"[01]", "[+1]", "[NaN]", "[.5]", "[-]", "[1E400]"})
        CHECK_MESSAGE(read_code(line) == "line_not_json", std::string{line});
}

TEST_CASE("ledger: every other spelling of the same value is refused") {
    for (const char* line : {" {}", "{} ", "{}\n", "[1, 2]", R"({"b":1,"a":2})", R"(["\u0041"])",
                             R"(["\/"])", R"(["\u000a"])", "\xEF\xBB\xBF{}"})
        CHECK_MESSAGE(read_code(line) == "line_not_canonical", std::string{line});
}

TEST_CASE("ledger: what is no JSON, or cut off, is refused") {
    for (const char* line : {"", "{", "[", "{}{}", "[1", R"(["a)", R"({"a":)", R"({"a")", "nul",
                             "'a'", R"({"a":1,})", "[1,]", R"(["\ud800"])", R"(["\udc00"])",
                             R"(["\ud800\u0041"])", "[\"a\nb\"]", "//x", R"(["\x"])"})
        CHECK_MESSAGE(read_code(line) == "line_not_json", std::string{line});
    for (std::size_t length = 0; length < entry_line.size(); ++length)
        CHECK(read_code(std::string_view{entry_line}.substr(0, length)) == "line_not_json");
    CHECK(read_code(std::string_view{"[]\0", 3}) != "");  // nlohmann takes a zero for the end
}

TEST_CASE("ledger: a null, a bad key and a repeated key are refused by name") {
    CHECK(read_code("null") == "value_null");
    CHECK(read_code(R"({"a":null})") == "value_null");
    for (const char* line : {R"({"":1})", R"({"A":1})", R"({"_a":1})", R"({"1a":1})",
                             R"({"a-b":1})", R"({"\u00e9":1})", R"({"a":{"b c":1}})"})
        CHECK_MESSAGE(read_code(line) == "key_invalid", std::string{line});
    CHECK(read_code(R"({"a":1,"a":1})") == "key_duplicate");
    CHECK(read_code(R"([{"a":{"b":1,"c":2,"b":1}}])") == "key_duplicate");
    CHECK_THROWS_AS(canonical(Value{Value::Object{{"A", 1}}}), std::logic_error);
}

TEST_CASE("ledger: nesting ends at eight levels, long before any stack does") {
    CHECK(read_code(nested(8)) == "");
    CHECK(read_code(nested(9)) == "line_too_deep");
    CHECK(read_code(std::string(line_bytes_max, '[')) == "line_too_deep");
    CHECK(read_code(std::string(10'000'000, '[')) == "line_too_long");
    Value deep{Value::Array{}};
    for (int i = 1; i < 8; ++i) deep = Value{Value::Array{deep}};
    CHECK(canonical(deep) == nested(8));
    CHECK_THROWS_AS(canonical(Value{Value::Array{deep}}), std::logic_error);
}

TEST_CASE("ledger: a line ends at 256 KiB") {
    const std::string fits(line_bytes_max - 2, 'x');
    CHECK(canonical(Value{fits}).size() == line_bytes_max);
    CHECK(read_code('"' + fits + '"') == "");
    CHECK_THROWS_AS(canonical(Value{fits + "x"}), std::length_error);
    CHECK(read_code('"' + fits + "x\"") == "line_too_long");
}

TEST_CASE("ledger: text must be UTF-8 in normal form C without control characters") {
    CHECK(read_code("[\"caf\xC3\xA9\"]") == "");
    CHECK(read_code("[\"cafe\xCC\x81\"]") == "text_not_nfc");
    CHECK(read_code("[\"\xE2\x84\xAB\"]") == "text_not_nfc");  // the ångström sign
    CHECK(read_code(R"(["cafe\u0301"])") == "text_not_nfc");
    for (const char* line : {"[\"\xC3\"]", "[\"\xC0\x80\"]", "[\"\xED\xA0\x80\"]", "[\"\xFF\"]",
                             "[\"\xF4\x90\x80\x80\"]"})
        CHECK_MESSAGE(read_code(line) == "text_not_utf8", std::string{line});
    for (const char* line : {R"(["\u0000"])", R"(["\t"])", R"(["\u001f"])", "[\"\x7F\"]",
                             "[\"\xC2\x80\"]", R"(["\r"])"})
        CHECK_MESSAGE(read_code(line) == "text_control_character", std::string{line});
    CHECK(read_code(R"(["a\nb"])") == "");
    CHECK_THROWS_AS(canonical(Value{"cafe\xCC\x81"}), std::logic_error);
    CHECK_THROWS_AS(canonical(Value{"\xFF"}), std::logic_error);
    CHECK_THROWS_AS(canonical(Value{"\t"}), std::logic_error);
}

TEST_CASE("ledger: text from outside can be made fit for a line") {
    CHECK(fit_for_line("cafe\xCC\x81") == "caf\xC3\xA9");
    CHECK(fit_for_line("a\r\nb\rc\td\x7F") == "a\nb\nc d ");
    CHECK(fit_for_line("a\xFFz") == "a\xEF\xBF\xBDz");
    CHECK(fit_for_line("") == "");
    for (int byte = 0; byte < 256; ++byte) {
        const std::string text{'a', static_cast<char>(byte), 'e', '\xCC', '\x81'};
        CHECK(is_valid_text(fit_for_line(text)));
    }
    CHECK(nfc("e\xCC\x81") == "\xC3\xA9");
    CHECK_THROWS_AS(nfc("\xFF"), std::logic_error);
}

TEST_CASE("ledger: whatever a line is changed into, it is refused or means what its bytes say") {
    std::uint32_t state = 1;
    const auto next = [&state](std::size_t below) {
        state = state * 1664525U + 1013904223U;
        return static_cast<std::size_t>(state >> 8) % below;
    };
    const std::string alphabet = "{}[]\",:\\0123456789aeun-.\n\xC3\xA9\xCC\x81\xED ";
    int accepted = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string line = entry_line;
        for (std::size_t change = 0; change <= next(3); ++change) {
            const std::size_t at = next(line.size());
            if (next(3) == 0)
                line.erase(at, 1 + next(4));
            else if (next(2) == 0)
                line.insert(at, 1, alphabet[next(alphabet.size())]);
            else
                line[at] = alphabet[next(alphabet.size())];
        }
        const auto read = read_canonical(line);
        if (std::holds_alternative<LineFault>(read)) continue;
        ++accepted;
        CHECK(canonical(std::get<Value>(read)) == line);
    }
    CHECK(accepted > 100);  // digits and letters inside texts may change; a line stays a line
}
