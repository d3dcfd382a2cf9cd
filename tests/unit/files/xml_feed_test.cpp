// SPDX-License-Identifier: MIT
#include "files/xml_feed.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace muster;

namespace {

class Story : public files::XmlHandler {
public:
    std::string told;
    std::string stop_at;
    void on_start(std::string_view name, int depth, const files::XmlAttributes& given) override {
        if (name == "throw") throw std::length_error{"asked to"};
        told += "<" + std::string{name} + std::to_string(depth);
        if (const auto value = given.find("n")) told += "[" + std::string{*value} + "]";
    }
    void on_end(std::string_view, int) override { told += ">"; }
    void on_text(std::string_view text) override { told += text; }
    bool wants_more() const override {
        return stop_at.empty() || told.find(stop_at) == std::string::npos;
    }
};

/// What the part says, read in pieces of that size; or the code of its fault.
std::string told(const std::string& bytes, std::size_t piece, const files::XmlLimits& limits = {}) {
    Story story;
    files::XmlFeed feed{story, "test.xml", limits};
    for (std::size_t at = 0; at < bytes.size(); at += piece) feed.feed(bytes.substr(at, piece));
    feed.finish();
    return feed.fault() ? feed.fault()->code : story.told;
}

void check_all(const std::string& bytes, const std::string& expected,
               const files::XmlLimits& limits = {}) {
    for (const std::size_t piece : {1u, 2u, 3u, 7u, 1'000u})
        CHECK_MESSAGE(told(bytes, piece, limits) == expected, bytes << " in pieces of " << piece);
}

}  // namespace

TEST_CASE("files: an XML part says the same in pieces of any size") {
    check_all("<a><x:b xmlns:x='n' n='1&lt;2' x:n='3'>t<!-- > no --></x:b><d/></a>",
              "<a0<b1[1<2]t><d1>>");
    check_all("\xef\xbb\xbf<?xml version='1.0' encoding='UTF-8'?><a>&lt;&#65;</a>", "<a0<A>");
    check_all("<a><![CDATA[<!DOCTYPE x>]]></a>", "<a0<!DOCTYPE x>>");
    check_all("<a n='>'/>", "<a0[>]>");
}

TEST_CASE("files: an XML part in pieces with a document type or entities of its own is refused") {
    check_all("<!DOCTYPE a><a/>", "xml_not_safe");
    check_all("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "xml_not_safe");
    check_all("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "xml_not_safe");
    check_all("<!-- > --><?pi > ?><!DOCTYPE a><a/>", "xml_not_safe");
    check_all("<!DOCTYPE a [<!ENTITY % x '", "xml_not_safe");
    CHECK(told("<a>&unknown;</a>", 1'000).starts_with("xml_not_"));
}

TEST_CASE("files: an XML part in pieces that is not in UTF-8 or not well formed is refused") {
    check_all("<?xml version='1.0' encoding='UTF-16'?><a/>", "xml_not_safe");
    check_all("<?xml version='1.0' encoding=\"latin1\"?><a/>", "xml_not_safe");
    check_all(std::string{"<a>\0</a>", 8}, "xml_not_safe");
    check_all("<a><b></a>", "xml_not_readable");
    check_all("<a>", "xml_not_readable");
    check_all("", "xml_not_readable");
    check_all("<a>\xff</a>", "xml_not_readable");
}

TEST_CASE("files: what is too deep, too long or too much in an XML part is refused in time") {
    files::XmlLimits limits;
    limits.depth = 3;
    check_all("<a><b><c/></b></a>", "<a0<b1<c2>>>", limits);
    check_all("<a><b><c><d/></c></b></a>", "xml_not_safe", limits);
    limits = {};
    limits.attributes_per_element = 2;
    check_all("<a n='1' m='2'/>", "<a0[1]>", limits);
    check_all("<a n='1' m='2' l='3'/>", "xml_not_safe", limits);
    limits = {};
    limits.attribute_bytes = 20;
    check_all("<a n='0123456789'/>", "<a0[0123456789]>", limits);
    check_all("<a n='01234567890123456789'/>", "xml_not_safe", limits);
    check_all("<a><!-- 01234567890123456789 --></a>", "xml_not_safe", limits);
    limits = {};
    limits.text_bytes = 5;
    check_all("<a>12345<b/>12345</a>", "<a012345<b1>12345>", limits);
    check_all("<a>123456</a>", "xml_not_safe", limits);
}

TEST_CASE("files: a handler may stop the reading of a part, and what it throws comes out") {
    Story story;
    story.stop_at = "<b1";
    files::XmlFeed feed{story, "test.xml"};
    feed.feed("<a><b/><c/></a>");
    CHECK(feed.is_over());
    CHECK_FALSE(feed.fault().has_value());
    CHECK(story.told == "<a0<b1");
    Story other;
    files::XmlFeed throwing{other, "test.xml"};
    CHECK_THROWS_AS(throwing.feed("<a><throw/></a>"), std::length_error);
}

TEST_CASE("files: fed in any pieces, a prefix that nothing declares is refused") {
    check_all("<x:a/>", "xml_not_readable");
    check_all("<a x:id='1'/>", "xml_not_readable");
}
