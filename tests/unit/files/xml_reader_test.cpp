// SPDX-License-Identifier: MIT
#include "muster/files/xml_reader.hpp"

#include <doctest/doctest.h>

using namespace muster;
using files::XmlReader;
using Step = XmlReader::Step;

namespace {

/// Everything a part says, or the code of its fault.
std::string told(const std::string& bytes, const files::XmlLimits& limits = {}) {
    XmlReader xml{bytes, "test.xml", limits};
    std::string story;
    while (true) {
        switch (xml.next()) {
            case Step::element:
                story += "<" + std::string{xml.name()};
                break;
            case Step::end_element:
                story += ">";
                break;
            case Step::text:
                story += "'" + std::string{xml.text()} + "'";
                break;
            case Step::end:
                return story;
            case Step::fault:
                return xml.fault().code;
        }
    }
}

}  // namespace

TEST_CASE("files: an XML part is read step by step, prefixes left out") {
    CHECK(told("<a><x:b xmlns:x='n' c='1'>t<!-- no --></x:b><d/></a>") == "<a<b't'><d>>");
    CHECK(told("\xef\xbb\xbf<?xml version='1.0' encoding='UTF-8'?><a>&lt;&#65;</a>") == "<a'<A'>");
    CHECK(told("<a><![CDATA[<!DOCTYPE x>]]></a>") == "<a'<!DOCTYPE x>'>");
}

TEST_CASE("files: attributes are found by name, and in a namespace") {
    XmlReader xml{"<a n='1' r:id='2' xmlns:r='space'/>", "p"};
    REQUIRE(xml.next() == Step::element);
    CHECK(xml.attribute("n") == "1");
    CHECK_FALSE(xml.attribute("m").has_value());
    CHECK(xml.attribute("id", "space") == "2");
    CHECK_FALSE(xml.attribute("id", "other").has_value());
}

TEST_CASE("files: an XML part with a document type is refused, whatever it declares") {
    CHECK(told("<!DOCTYPE a><a/>") == "xml_not_safe");
    CHECK(told("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>") == "xml_not_safe");
    CHECK(told("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>") == "xml_not_safe");
    CHECK(told("<!-- > --><?pi > ?><!DOCTYPE a><a/>") == "xml_not_safe");
    // Refused by its first bytes: what stands in it is never parsed.
    CHECK(told("<!DOCTYPE a [<!ENTITY % x '") == "xml_not_safe");
    CHECK(told("<a>&unknown;</a>") != "<a>");
}

TEST_CASE(
    "files: an XML part in another encoding, in which a document type could hide, is refused") {
    CHECK(told(std::string{"\xff\xfe<\0a\0/\0>\0", 10}) == "xml_not_safe");
    CHECK(told("<?xml version='1.0' encoding='UTF-7'?><a/>") == "xml_not_safe");
    CHECK(told("<?xml version='1.0' encoding=\"ISO-8859-1\"?><a/>") == "xml_not_safe");
}

TEST_CASE("files: an XML part too deep, too wide or not well formed is refused") {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<a>";
    CHECK(told(deep) == "xml_not_safe");
    std::string wide = "<a";
    for (int i = 0; i < 300; ++i) wide += " a" + std::to_string(i) + "='>'";
    CHECK(told(wide + "/>") == "xml_not_safe");
    files::XmlLimits limits;
    limits.attribute_bytes = 100;
    CHECK(told("<a b='" + std::string(200, 'x') + "'/>", limits) == "xml_not_safe");
    limits = {};
    limits.text_bytes = 10;
    CHECK(told("<a>" + std::string(200, 'x') + "</a>", limits) == "xml_not_safe");
    for (const char* broken : {"", "<", "<a", "<a>", "<a></b>", "<a b></a>", "<a/><b/>", "text",
                               "<a>\x01</a>", "<a>\xff</a>", "<a b='1' b='2'/>", "<!-- ", "<?"})
        CHECK_MESSAGE(told(broken) == "xml_not_readable", broken);
}

TEST_CASE("files: bytes that are not UTF-8 are refused, also where libxml2 would let them pass") {
    for (const char* bytes : {"\xc1\xb8", "\xff", "\xed\xa0\x80", "\xf0\x80\x80\x80", "\xe2\x82"})
        for (const std::string& part :
             {"<a>" + std::string{bytes} + "</a>", "<a><![CDATA[" + std::string{bytes} + "]]></a>",
              "<a b='" + std::string{bytes} + "'/>"})
            CHECK(told(part) == "xml_not_readable");
}

TEST_CASE("xml: a prefix that nothing declares is refused, on an element and on an attribute") {
    CHECK(told("<x:a/>") == "xml_not_readable");
    CHECK(told("<a x:id=\"1\"/>") == "xml_not_readable");
    CHECK(told("<x:a xmlns:x=\"u\" x:id=\"1\" xml:space=\"preserve\"/>") != "xml_not_readable");
}
