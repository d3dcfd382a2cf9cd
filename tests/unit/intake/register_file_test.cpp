// SPDX-License-Identifier: MIT
#include "muster/intake/register_file.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "books.hpp"
#include "muster/files/whole_file.hpp"

using namespace muster;
using namespace intake_tests;
using intake::RegisterFile;
using intake::Walk;

namespace {

intake::ReadOptions options() {
    intake::ReadOptions given;
    given.as_of = *core::date_of("2026-04-01");
    return given;
}

std::string many_rows(int count) {
    std::string csv = "Model,Serial,Location,Status\n";
    for (int i = 0; i < count; ++i)
        csv += "G,S" + std::to_string(i) + (i % 10 == 3 ? ",,In store\n" : ",HQ,In store\n");
    return csv;
}

}  // namespace

TEST_CASE("intake: the second pass gives exactly the rows without a fault, from the top") {
    auto file = RegisterFile::of(many_rows(100), "file");
    const auto found = file.inspect({}, options());
    CHECK(found.item_rows == 100);
    CHECK(found.faulty_rows() == 10);
    std::int64_t last = 1;
    int seen = 0;
    file.each_item([&](const intake::ItemRow& row) {
        CHECK(row.row > last);
        CHECK_FALSE(row.location.empty());
        last = row.row;
        ++seen;
        return Walk::go_on;
    });
    CHECK(seen == 90);
    seen = 0;
    file.each_item([&](const intake::ItemRow&) { return ++seen == 7 ? Walk::stop : Walk::go_on; });
    CHECK(seen == 7);
    file.each_batch([](const intake::BatchRow&) {
        FAIL("there are no batches");
        return Walk::go_on;
    });
}

TEST_CASE("intake: a sheet of serials in a workbook is what a person says of its every row") {
    const auto workbook = book(
        {{"Glocks", {{"Serial"}, {"A1"}, {"A2"}}, {}}, {"Notes", {{"Serial"}, {"see file"}}, {}}});
    CHECK(read(workbook).items.empty());
    intake::ReadOptions given;
    given.mapping.constants = {{"", "glocks", "model", "Glock 17"},
                               {"", "glocks", "location", "HQ"},
                               {"", "glocks", "status", "In store"}};
    const auto found = read(workbook, {}, given);
    CHECK(found.faults.empty());
    CHECK(found.items.size() == 2);
    CHECK(told_of(found.warnings, "sheet_not_understood") == "0:sheet_not_understood");
}

TEST_CASE("intake: what a person says of every row stands for a column that is not there") {
    const std::string bytes = book(
        {{"Glock 17", {{"Serial No", "Tag"}, {"A1", "T1"}, {"A2", "T2"}}, {}},
         {"Rifles",
          {{"Model", "Serial No", "Location", "Status"}, {"Rifle", "B1", "Annexe", "In store"}},
          {}}});
    auto given = options();
    given.mapping.sheets = {{"Glock 17", "items"}};
    {
        auto file = RegisterFile::of(bytes, "file");
        const auto found = file.inspect({}, given);
        CHECK(found.faults.size() == 3);  // no column for model, location, status
        CHECK(found.faulty_rows() == 2);
    }
    given.mapping.constants = {{"items", "glock 17", "model", "Glock 17"},
                               {"", "", "location", "HQ"},
                               {"", "", "status", "In store"},
                               {"", "", "status", "Issued"},
                               {"officers", "", "collar", "1"}};
    auto file = RegisterFile::of(bytes, "file");
    const auto found = file.inspect({}, given);
    CHECK(found.faults.empty());
    REQUIRE(found.sheets.size() == 2);
    CHECK(found.sheets[0].missing.empty());
    using Said = std::vector<std::pair<std::string, std::string>>;
    CHECK(found.sheets[0].constants ==
          Said{{"model", "Glock 17"}, {"location", "HQ"}, {"status", "In store"}});
    CHECK(found.sheets[1].constants.empty());
    std::string rows;
    file.each_item([&](const intake::ItemRow& row) {
        rows += row.model + " " + row.serial + "@" + row.location + " ";
        return Walk::go_on;
    });
    CHECK(rows == "Glock 17 A1@HQ Glock 17 A2@HQ Rifle B1@Annexe ");
}

TEST_CASE("intake: what is wrong with what every row has is said of the row, in no column") {
    auto given = options();
    given.mapping.constants = {{"", "", "status", "wibble"}};
    auto file = RegisterFile::of("Model,Serial,Location\nG,A1,HQ\n", "file");
    const auto found = file.inspect({}, given);
    REQUIRE(found.faults.size() == 1);
    CHECK(found.faults[0].code == "status_unknown");
    CHECK(found.faults[0].column.empty());
    CHECK(found.faults[0].row == 2);
}

TEST_CASE("intake: rows are not given before they were judged") {
    const auto file = RegisterFile::of(many_rows(3), "file");
    CHECK_THROWS_AS(file.each_item([](const intake::ItemRow&) { return Walk::go_on; }),
                    std::logic_error);
}

TEST_CASE("intake: a file may be judged again with other options") {
    auto file = RegisterFile::of("Gun,Serial,Location,Status\nG,1,HQ,In store\n", "file");
    CHECK(told(file.inspect({}, options()).faults) == "A1:heading_unsure");
    auto mapped = options();
    mapped.mapping.headings = {{"items", "Gun", "model"}};
    CHECK(file.inspect({}, mapped).faults.empty());
    int seen = 0;
    file.each_item([&](const intake::ItemRow&) {
        ++seen;
        return Walk::go_on;
    });
    CHECK(seen == 1);
}

TEST_CASE("intake: progress goes up to its total, and may stop either pass") {
    auto file = RegisterFile::of(many_rows(20'000), "file");
    std::int64_t last = 0;
    std::int64_t whole = 0;
    const auto found = file.inspect({}, options(), [&](std::int64_t done, std::int64_t total) {
        CHECK(done >= last);
        last = done;
        whole = total;
        return true;
    });
    CHECK(last == whole);
    CHECK(whole > 100'000);
    const auto stop = [](std::int64_t, std::int64_t) { return false; };
    CHECK_THROWS_AS(file.each_item([](const intake::ItemRow&) { return Walk::go_on; }, stop),
                    intake::Cancelled);
    CHECK_THROWS_AS(file.inspect({}, options(), stop), intake::Cancelled);
}

TEST_CASE("intake: what a visitor throws comes out, from a workbook and from a CSV file") {
    const auto thrown_by = [](const std::string& bytes) {
        auto file = RegisterFile::of(bytes, "file");
        file.inspect({}, options());
        file.each_item([](const intake::ItemRow&) -> Walk { throw std::length_error{"enough"}; });
    };
    CHECK_THROWS_AS(thrown_by(many_rows(3)), std::length_error);
    CHECK_THROWS_AS(
        thrown_by(book({{"S",
                         {{"Model", "Serial", "Location", "Status"}, {"G", "1", "HQ", "In store"}},
                         {}}})),
        std::length_error);
}

TEST_CASE("intake: every row can be walked as it stands, whatever was understood") {
    const auto file = RegisterFile::of(
        book({{"One", {{"x"}, {}, {"y", "#2"}}, {}}, {"Two", {{"z"}}, {}}}), "file");
    std::string story;
    file.each_row([&](const std::string& sheet, const files::Row& row) {
        story += sheet + std::to_string(row.number) + ":" + row.cells[0].text + " ";
        return Walk::go_on;
    });
    CHECK(story == "One1:x One3:y Two1:z ");
    CHECK(file.sheets() == std::vector<std::string>{"One", "Two"});
    story.clear();
    file.each_row_of("One", [&](const files::Row& row) {
        story += std::to_string(row.number) + " ";
        return Walk::stop;
    });
    file.each_row_of("Three", [&](const files::Row&) {
        story += "none such";
        return Walk::go_on;
    });
    CHECK(story == "1 ");
}

TEST_CASE("intake: beyond so many faults they are counted and no longer listed") {
    std::string csv = "Model,Serial,Location,Status\n";
    for (std::int64_t i = 0; i < intake::faults_listed + 5; ++i) csv += "G,,HQ,In store\n";
    const auto found = read(csv);
    CHECK(found.faults_found == intake::faults_listed + 5);
    CHECK(found.faults.size() == static_cast<std::size_t>(intake::faults_listed) + 1);
    CHECK(found.faults.back().code == "too_many_faults");
    CHECK(found.faulty_rows() == intake::faults_listed + 5);
}

TEST_CASE("intake: files that are no spreadsheet of ours say what to do") {
    const auto code_of = [](const std::string& bytes) {
        const auto found = read(bytes);
        REQUIRE(found.faults.size() == 1);
        CHECK(found.faults[0].words.find("Save it") + found.faults[0].words.find("save ") !=
              2 * std::string::npos);
        return found.faults[0].code;
    };
    CHECK(code_of("%PDF-1.7 ...") == "file_other_format");
    CHECK(code_of("  <html><table><tr><td>Serial") == "file_other_format");
    CHECK(code_of("{\\rtf1 x}") == "file_other_format");
    CHECK(code_of("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") == "xlsx_old_format");
    files::ZipBuilder ods{core::Instant{0}};
    ods.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    CHECK(code_of(ods.bytes()) == "xlsx_other_format");
}

TEST_CASE("intake: a row of thousands of headings and a sheet of merges cost no more than a look") {
    Sheet wide{
        "Wide", {{}, {"Model", "Serial", "Location", "Status"}, {"G", "1", "HQ", "Issued"}}, {}};
    for (int i = 0; i < 16'000; ++i) wide.rows[0].push_back("Serial Nombre " + std::to_string(i));
    for (int i = 1; i < 20'000; ++i) wide.merges.push_back("A1:XFD" + std::to_string(i));
    const auto found = read(book({wide}));
    CHECK(found.sheets.size() == 1);
}

TEST_CASE("intake: a workbook cut off or scratched anywhere ends in faults, never worse") {
    const std::string whole =
        files::read_file(std::string{MUSTER_SOURCE_DIR} + "/tests/fixtures/register.xlsx");
    for (std::size_t at = 0; at < whole.size(); at += 211) {
        CHECK(read(whole.substr(0, at)).faults.size() >= 1);
        std::string scratched = whole;
        scratched[at] = static_cast<char>(~scratched[at]);
        CHECK(read(scratched).sha256.size() == 64);
    }
}

TEST_CASE("intake: a fault shows the beginning of a long text, whole letters and no more") {
    std::string letters = "x";
    for (int i = 0; i < 5'000; ++i) letters += "\xc3\xa9";
    const auto found = read("Model,Serial,Location,Status\nG,1,HQ," + letters + "\n");
    REQUIRE(found.faults.size() == 1);
    CHECK(found.faults[0].code == "text_too_long");
    CHECK(found.faults[0].found == letters.substr(0, 39) + "...");
}
