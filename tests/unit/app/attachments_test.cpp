// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "app/attachments.hpp"

using namespace muster::app;

namespace {

std::string segment(char marker, const std::string& body) {
    const std::size_t size = body.size() + 2;
    return std::string{"\xff"} + marker + static_cast<char>(size >> 8) + static_cast<char>(size) +
           body;
}

std::string chunk(const std::string& kind, const std::string& body) {
    std::string size(4, '\0');
    size[2] = static_cast<char>(body.size() >> 8);
    size[3] = static_cast<char>(body.size());
    return size + kind + body + "CRC!";
}

}  // namespace

TEST_CASE("attachments: a photograph loses where and when it was taken, and keeps its picture") {
    const std::string start = "\xff\xd8", tables = segment('\xdb', "tables"),
                      picture = segment('\xda', "head") + "pixels \xff\x00 more";
    const std::string taken = start + segment('\xe0', "JFIF") + segment('\xe1', "Exif 51.5N") +
                              segment('\xfe', "a comment") + tables + picture;
    CHECK(without_metadata(taken) == start + segment('\xe0', "JFIF") + tables + picture);
}

TEST_CASE("attachments: a PNG loses its texts and times, and keeps the chunks of its picture") {
    const std::string signature = "\x89PNG\r\n\x1a\n";
    const std::string kept = chunk("IHDR", "13 bytes here") + chunk("IDAT", "pixels");
    const std::string taken = signature + chunk("IHDR", "13 bytes here") +
                              chunk("tEXt", "Author: a name") + chunk("eXIf", "51.5N") +
                              chunk("IDAT", "pixels") + chunk("tIME", "1234567") +
                              chunk("IEND", "") + "and what stands behind it";
    CHECK(without_metadata(taken) == signature + kept + chunk("IEND", ""));
}

TEST_CASE("attachments: a file cut short anywhere is kept, and reading stays within it") {
    const std::string whole = std::string{"\xff\xd8"} + segment('\xe1', "Exif") +
                              segment('\xdb', "tables") + segment('\xda', "head") + "pixels";
    for (std::size_t length = 0; length <= whole.size(); ++length)
        CHECK(without_metadata(whole.substr(0, length)).size() <= length);
    CHECK(without_metadata("%PDF-1.7 as it is") == "%PDF-1.7 as it is");
    CHECK(without_metadata("") == "");
}
