// SPDX-License-Identifier: MIT
#include "muster/files/zip_archive.hpp"

#include <doctest/doctest.h>

#include "muster/files/whole_file.hpp"

using namespace muster;
using files::ZipArchive;
using files::ZipBuilder;
using files::ZipCare;

namespace {

const core::Instant noon{1'775'044'800'000};  // 2026-04-01T12:00:00Z

std::string small_zip() {
    ZipBuilder builder{noon};
    builder.add("pack.json", "{\"a\":1}");
    builder.add("tables/items.csv", std::string(4000, 'x'));
    builder.add("z.txt", "stored", ZipBuilder::Storing::stored);
    return builder.bytes();
}

std::string code_of(const std::string& bytes, ZipCare care, const files::ZipLimits& limits = {}) {
    const auto archive = ZipArchive::open(bytes, care, limits);
    return archive.fault() == nullptr ? "" : archive.fault()->code;
}

/// Replaces a text of the same length wherever it stands, in both headers.
std::string with(std::string bytes, const std::string& from, const std::string& to) {
    REQUIRE(from.size() == to.size());
    std::size_t count = 0;
    for (auto at = bytes.find(from); at != std::string::npos;
         at = bytes.find(from, at + 1), ++count)
        bytes.replace(at, from.size(), to);
    REQUIRE(count > 0);
    return bytes;
}

std::size_t central_of(const std::string& bytes, const std::string& name) {
    return bytes.rfind(name) - 46;
}

std::string renamed(const std::string& to) {
    return with(small_zip(), "pack.json", to);
}

}  // namespace

TEST_CASE("files: a built ZIP is read back member by member in the order added") {
    const auto archive = ZipArchive::open(small_zip(), ZipCare::every_byte);
    REQUIRE(archive.fault() == nullptr);
    REQUIRE(archive.value().members().size() == 3);
    CHECK(archive.value().members()[0].name == "pack.json");
    CHECK(archive.value().members()[1].size == 4000);
    CHECK(archive.value().members()[2].name == "z.txt");
    CHECK(archive.value().read("pack.json").value() == "{\"a\":1}");
    CHECK(archive.value().read("tables/items.csv").value() == std::string(4000, 'x'));
    CHECK(archive.value().read("absent").fault()->code == "zip_member_missing");
}

TEST_CASE("files: the same files at the same time make the same ZIP") {
    CHECK(small_zip() == small_zip());
    ZipBuilder later{core::Instant{noon.ms + 60'000}};
    later.add("pack.json", "{\"a\":1}");
    ZipBuilder sooner{noon};
    sooner.add("pack.json", "{\"a\":1}");
    CHECK(sooner.bytes() != later.bytes());
    // 2026-04-01 12:00:00 in DOS form, little-endian, whatever zone the machine is in.
    CHECK(sooner.bytes().substr(10, 4) == std::string{"\x00\x60\x81\x5c", 4});
}

TEST_CASE("files: a ZIP is never built with an unsafe or doubled name") {
    ZipBuilder builder{noon};
    builder.add("a/b.txt", "1");
    CHECK_THROWS_AS(builder.add("../x", ""), std::logic_error);
    CHECK_THROWS_AS(builder.add("/x", ""), std::logic_error);
    CHECK_THROWS_AS(builder.add("a/", ""), std::logic_error);
    CHECK_THROWS_AS(builder.add("A/B.TXT", ""), std::logic_error);
    CHECK_THROWS_AS(builder.add("a\xff", ""), std::logic_error);
    CHECK_THROWS_AS(builder.add(std::string(2'000, 'n'), ""), std::logic_error);
}

TEST_CASE("files: whatever byte of a pack's ZIP is changed, no file in it is read as another") {
    const std::string whole = small_zip();
    const auto original = ZipArchive::open(whole, ZipCare::every_byte);
    std::int64_t let_pass = 0;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string changed = whole;
        changed[i] = static_cast<char>(changed[i] ^ 0x21);
        const auto archive = ZipArchive::open(changed, ZipCare::every_byte);
        if (archive.fault() != nullptr) continue;
        REQUIRE(archive.value().members().size() == 3);
        std::int64_t faults = 0;
        for (std::size_t m = 0; m < 3; ++m) {
            const std::string name = archive.value().members()[m].name;
            REQUIRE(name == original.value().members()[m].name);
            const auto bytes = archive.value().read(name);
            if (bytes.fault() != nullptr)
                ++faults;
            else
                CHECK(bytes.value() == original.value().read(name).value());
        }
        if (faults == 0) ++let_pass;
    }
    // No byte of a header; only bits that fill up the last byte of a deflated file.
    CHECK(let_pass <= 2);
}

TEST_CASE("files: a pack's headers say what the builder says, and a workbook's need only agree") {
    const std::string whole = small_zip();
    const std::size_t central = central_of(whole, "pack.json");
    REQUIRE(code_of(whole, ZipCare::every_byte).empty());
    const std::size_t only_in_directory[]{4, 5, 34, 36, 38, 39, 41};
    for (const std::size_t field : only_in_directory) {
        std::string changed = whole;
        changed[central + field] = static_cast<char>(changed[central + field] ^ 1);
        INFO(field);
        CHECK(code_of(changed, ZipCare::every_byte) == "zip_headers_disagree");
        CHECK(code_of(changed, ZipCare::end_to_end).empty());
    }
    const std::size_t in_both[]{6, 8, 12, 14};  // version, flags, time and date
    for (const std::size_t field : in_both) {
        std::string changed = whole;
        changed[central + field] = static_cast<char>(changed[central + field] ^ 4);
        INFO(field);
        CHECK(code_of(changed, ZipCare::every_byte) == "zip_headers_disagree");
        CHECK(code_of(changed, ZipCare::end_to_end) == "zip_headers_disagree");
        CHECK(code_of(changed, ZipCare::foreign).empty());
    }
}

TEST_CASE("files: a ZIP cut off anywhere is refused and never read") {
    const std::string whole = small_zip();
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CHECK(code_of(whole.substr(0, size), ZipCare::every_byte) == "zip_not_readable");
        CHECK(code_of(whole.substr(0, size), ZipCare::foreign) == "zip_not_readable");
    }
}

TEST_CASE("files: bytes before, behind or between the files of a pack are refused") {
    CHECK(code_of("junk" + small_zip(), ZipCare::every_byte) == "zip_stray_bytes");
    CHECK(code_of("junk" + small_zip(), ZipCare::end_to_end) == "zip_stray_bytes");
    CHECK(code_of(small_zip() + "junk", ZipCare::every_byte) == "zip_stray_bytes");
    CHECK(code_of(small_zip() + '\0', ZipCare::every_byte) == "zip_stray_bytes");
    std::string commented = small_zip();
    commented[commented.size() - 2] = 4;
    commented += "note";
    CHECK(code_of(commented, ZipCare::every_byte) == "zip_stray_bytes");
    CHECK(code_of(commented, ZipCare::foreign).empty());
}

TEST_CASE("files: bytes that belong to no file of a pack, or to two, are refused") {
    const std::string whole = small_zip();
    const auto directory = central_of(whole, "pack.json");
    // Ten bytes before the directory; the end record says where it starts now.
    std::string gap = whole;
    gap.insert(directory, "0123456789");
    const auto end = gap.size() - 22;
    const std::size_t moved = directory + 10;
    gap[end + 16] = static_cast<char>(moved & 0xff);
    gap[end + 17] = static_cast<char>(moved >> 8);
    CHECK(code_of(gap, ZipCare::every_byte) == "zip_stray_bytes");
    CHECK(code_of(gap, ZipCare::foreign).empty());

    std::string noted = whole;
    noted[directory + 32] = 4;
    noted.insert(directory + 46 + 9, "note");
    const auto noted_end = noted.size() - 22;
    noted[noted_end + 12] = static_cast<char>(noted[noted_end + 12] + 4);
    CHECK(code_of(noted, ZipCare::every_byte) == "zip_stray_bytes");
    CHECK(code_of(noted, ZipCare::foreign).empty());

    std::string overlapping = whole;
    overlapping[directory + 20] = static_cast<char>(overlapping[directory + 20] + 20);
    CHECK(code_of(overlapping, ZipCare::foreign) == "zip_not_readable");
}

TEST_CASE("files: names that lead elsewhere are refused") {
    CHECK(code_of(renamed("/ack.json"), ZipCare::foreign) == "zip_unsafe_name");
    CHECK(code_of(renamed("../k.json"), ZipCare::foreign) == "zip_unsafe_name");
    CHECK(code_of(renamed("a/../json"), ZipCare::foreign) == "zip_unsafe_name");
    CHECK(code_of(renamed("a\\ck.json"), ZipCare::foreign) == "zip_unsafe_name");
    CHECK(code_of(renamed("c:ck.json"), ZipCare::foreign) == "zip_unsafe_name");
    CHECK(code_of(renamed("a//k.json"), ZipCare::foreign) == "zip_unsafe_name");
    CHECK(code_of(renamed("pack\x1bjson"), ZipCare::foreign) == "zip_unsafe_name");
    CHECK(code_of(renamed(std::string{"pack\0json", 9}), ZipCare::foreign) == "zip_unsafe_name");
}

TEST_CASE("files: two files of one name are refused, in any case of letters") {
    ZipBuilder builder{noon};
    builder.add("a.txt", "1");
    builder.add("b.txt", "2");
    CHECK(code_of(with(builder.bytes(), "b.txt", "a.txt"), ZipCare::foreign) ==
          "zip_duplicate_name");
    CHECK(code_of(with(builder.bytes(), "b.txt", "A.TXT"), ZipCare::foreign) ==
          "zip_duplicate_name");
}

TEST_CASE("files: links and protected files in a ZIP are refused") {
    std::string link = small_zip();
    link[central_of(link, "z.txt") + 41] = static_cast<char>(0xa1);
    CHECK(code_of(link, ZipCare::foreign) == "zip_link");
    std::string locked = small_zip();
    locked[central_of(locked, "z.txt") + 8] = 1;
    CHECK(code_of(locked, ZipCare::foreign) == "zip_encrypted");
    std::string odd = small_zip();
    odd[central_of(odd, "z.txt") + 10] = 99;
    CHECK(code_of(odd, ZipCare::foreign) == "zip_method_unknown");
}

TEST_CASE("files: what unpacks to too much is refused before it is unpacked") {
    ZipBuilder builder{noon};
    builder.add("bomb", std::string(200'000, '\0'));
    const std::string bomb = builder.bytes();
    files::ZipLimits limits;
    limits.ratio_from_bytes = 1000;
    limits.ratio = 50;
    CHECK(code_of(bomb, ZipCare::foreign, limits) == "zip_too_large");
    CHECK(code_of(bomb, ZipCare::foreign).empty());
    limits = {};
    limits.member_bytes = 199'999;
    CHECK(code_of(bomb, ZipCare::foreign, limits) == "zip_too_large");
    limits = {};
    limits.total_bytes = 4000;
    CHECK(code_of(small_zip(), ZipCare::foreign, limits) == "zip_too_large");
    limits = {};
    limits.members = 2;
    CHECK(code_of(small_zip(), ZipCare::foreign, limits) == "zip_too_large");
}

TEST_CASE("files: a member that unpacks to more than it declares is damaged, not read on") {
    std::string lying = small_zip();
    const auto central = central_of(lying, "tables/items.csv");
    const auto local = lying.find("tables/items.csv") - 30;
    lying[central + 24] = 1;
    lying[central + 25] = 0;
    lying[local + 22] = 1;
    lying[local + 23] = 0;
    const auto archive = ZipArchive::open(lying, ZipCare::every_byte);
    REQUIRE(archive.fault() == nullptr);
    CHECK(archive.value().read("tables/items.csv").fault()->code == "zip_member_damaged");
}

TEST_CASE("files: the name of a member that is no text is told as one that can be printed") {
    std::string bytes = with(small_zip(), "pack.json", "p\xff\xfek.json");
    bytes[central_of(bytes, "p\xff\xfek.json") + 10] = 99;  // the method
    const auto archive = ZipArchive::open(bytes, ZipCare::foreign);
    REQUIRE(archive.fault() != nullptr);
    CHECK(archive.fault()->words.find("'p\\xff\\xfek.json'") != std::string::npos);
}
