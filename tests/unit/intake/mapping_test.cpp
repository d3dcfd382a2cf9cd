// SPDX-License-Identifier: MIT
#include "muster/intake/mapping.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace muster;
using intake::Mapping;

TEST_CASE("intake: a mapping is written as one line and read back the same") {
    Mapping mapping;
    mapping.sheets = {{"Guns & \"bits\"", "items"}, {"Notes", "none"}};
    mapping.headings = {{"items", "Gun no", "serial"},
                        {"", "Rubbish", ""},
                        {"officers", "Shots \xc3\xa9xp", "to:pistol"}};
    mapping.constants = {{"items", "Guns", "location", "HQ = \"north\""}, {"", "", "status", "OK"}};
    mapping.models = {{"G 17", "Glock 17"}};
    mapping.statuses = {{"up North", "On loan"}};
    const std::string text = intake::mapping_text(mapping);
    CHECK(text.find('\n') == text.size() - 1);
    const auto read = intake::read_mapping(text);
    REQUIRE(read.fault() == nullptr);
    CHECK(read.value() == mapping);
    CHECK(intake::mapping_text(read.value()) == text);
    CHECK(intake::read_mapping(intake::mapping_text({})).value() == Mapping{});
    std::string laid_out;
    for (const char c : text) laid_out += c == ',' ? std::string{",\r\n    "} : std::string{c};
    CHECK(intake::read_mapping(laid_out).value() == mapping);
}

TEST_CASE("intake: a mapping that says what there is not is refused with the reason") {
    const auto reason = [](const std::string& text) {
        const auto read = intake::read_mapping(text);
        if (read.fault() == nullptr) return std::string{};
        CHECK(read.fault()->code == "mapping_not_readable");
        return read.fault()->words;
    };
    const auto has = [&](const std::string& text, const std::string& words) {
        return reason(text).find(words) != std::string::npos;
    };
    const std::string start = "{\"format\":\"muster-mapping-1\",";
    CHECK(has("", "cannot be used"));
    CHECK(has("[]", "cannot be used"));
    CHECK(has("{\"format\":\"other\"}", "format"));
    CHECK(has(start + "\"sheets\":[{\"kind\":\"guns\",\"sheet\":\"A\"}]}", "no kind 'guns'"));
    CHECK(has(start + "\"sheets\":{}}", "no list"));
    CHECK(has(start + "\"headings\":[{\"field\":\"colour\",\"heading\":\"C\",\"kind\":\"\"}]}",
              "no field 'colour'"));
    CHECK(has(start + "\"headings\":[{\"field\":\"collar\",\"heading\":\"C\",\"kind\":"
                      "\"batches\"}]}",
              "no field 'collar'"));
    CHECK(has(start + "\"constants\":[{\"field\":\"collar\",\"kind\":\"items\",\"sheet\":\"\","
                      "\"value\":\"1\"}]}",
              "no field 'collar'"));
    CHECK(has(start + "\"statuses\":[{\"ours\":\"nowhere\",\"theirs\":\"X\"}]}", "no status"));
    CHECK(has(start + "\"models\":[{\"ours\":\"Glock 17\"}]}", "'theirs' is missing"));
}

TEST_CASE("intake: every kind offers its fields, needed ones first, and every status a word") {
    CHECK(intake::kinds().size() == 6);
    for (const auto& kind : intake::kinds()) {
        const auto fields = intake::fields_of(kind);
        CHECK(fields.front().needed);
        CHECK_FALSE(fields.back().needed);
        for (const auto& field : fields) {
            CHECK_FALSE(field.heading.empty());
            CHECK_FALSE(field.words.empty());
        }
    }
    CHECK_THROWS_AS(intake::fields_of("guns"), std::logic_error);
    CHECK(intake::status_words().size() > 10);
    CHECK(intake::status_words().front() == "In store");
}
