// SPDX-License-Identifier: MIT
#include "muster/files/csv.hpp"

#include <doctest/doctest.h>

using namespace muster;
using files::CsvReader;

namespace {

/// `1:a|b 2:c`, or the code of the fault.
std::string told(const std::string& bytes, const files::CsvLimits& limits = {}) {
    const auto reader = CsvReader::open(bytes, limits);
    if (reader.fault() != nullptr) return reader.fault()->code;
    std::string story;
    const auto fault =
        reader.value().read_rows([&](std::int64_t row, const std::vector<std::string>& fields) {
            story += (story.empty() ? "" : " ") + std::to_string(row) + ":";
            for (std::size_t i = 0; i < fields.size(); ++i) story += (i > 0 ? "|" : "") + fields[i];
        });
    return fault ? fault->code : story;
}

}  // namespace

TEST_CASE("files: CSV is read with any line end and any usual delimiter") {
    CHECK(told("a,b\nc,d\n") == "1:a|b 2:c|d");
    CHECK(told("a,b\r\nc,d") == "1:a|b 2:c|d");
    CHECK(told("a;b\rc;d\r") == "1:a|b 2:c|d");
    CHECK(told("a\tb,x\nc\td\n") == "1:a|b,x 2:c|d");
    CHECK(told("a,,\n") == "1:a||");
    CHECK(told("") == "");
}

TEST_CASE("files: blank lines of a CSV count as rows, so that faults name the right one") {
    CHECK(told("a,b\n\n\nc,d\n") == "1:a|b 2: 3: 4:c|d");
    CHECK(told("a,b\r\n\r\nc,d\r\n") == "1:a|b 2: 3:c|d");
}

TEST_CASE("files: quoted CSV fields keep delimiters, quotes, newlines and blanks") {
    CHECK(told("\"a,b\",\"c \"\"d\"\"\"\n\"x\ny\", z \n") == "1:a,b|c \"d\" 2:x\ny| z ");
    CHECK(told("5\" pipe,b\n") == "1:5\" pipe|b");
    CHECK(told("a,\"open\nb,c\n") == "csv_quote_open");
    CHECK(told("a,\"b\"\nc,\"d\"") == "1:a|b 2:c|d");
    CHECK(told("a\n\"\",\"\"\"\"\n") == "1:a 2:|\"");
}

TEST_CASE("files: what stands behind a closing quote is a fault, and swallows no row") {
    for (const char* text : {"a\nb,\"small\" scratch\nc,\"see log\"\n", "a\nb,\"c\" \nd,\"e\"\n"}) {
        const auto reader = CsvReader::open(text);
        REQUIRE(reader.fault() == nullptr);
        const auto fault = reader.value().read_rows([](auto, const auto&) {});
        REQUIRE(fault.has_value());
        CHECK(fault->code == "csv_quote_inside");
        CHECK(fault->words.find("In row 2 ") == 0);
    }
    const auto reader = CsvReader::open("a\nb\n\"open\nc\n");
    const auto fault = reader.value().read_rows([](auto, const auto&) {});
    REQUIRE(fault.has_value());
    CHECK(fault->words.find("begins in row 3 ") != std::string::npos);
}

TEST_CASE("files: CSV in UTF-8, with a mark, or in Windows text is told apart") {
    CHECK(told("\xef\xbb\xbfZo\xc3\xab,b\n") == "1:Zo\xc3\xab|b");
    CHECK(told("Zo\xeb,\x80\n") == "1:Zo\xc3\xab|\xe2\x82\xac");
    CHECK(CsvReader::open("Zo\xeb").value().form().windows_1252);
    CHECK(told("Zo\xeb,\x81\n") == "csv_encoding_unknown");
    CHECK(told(std::string{"a\0b", 3}) == "csv_not_text");
    CHECK(told("\xff\xfe"
               "a,b\n") == "csv_not_text");
}

TEST_CASE("files: a CSV of two makes has each letter read as what it is, and says so") {
    const std::string mixed = "Zo\xc3\xab,1\nRen\xe9,2\n\x80,\xe2\x82\xac\n";
    CHECK(told(mixed) == "1:Zo\xc3\xab|1 2:Ren\xc3\xa9|2 3:\xe2\x82\xac|\xe2\x82\xac");
    CHECK(CsvReader::open(mixed).value().form().mixed_line == 2);
    CHECK_FALSE(CsvReader::open(mixed).value().form().windows_1252);
    CHECK(CsvReader::open("Zo\xc3\xab\n").value().form().mixed_line == 0);
    CHECK(CsvReader::open("Zo\xeb\n").value().form().mixed_line == 0);
    CHECK(told("Zo\xc3\xab,\x81\n") == "csv_encoding_unknown");
}

TEST_CASE("files: UTF-8 is well formed or it is not UTF-8") {
    for (const char* good : {"", "a", "\xc3\xab", "\xe2\x82\xac", "\xf0\x9f\x94\xab"})
        CHECK_MESSAGE(files::is_utf8(good), good);
    for (const char* bad : {"\x80", "\xc0\xaf", "\xc3", "\xe0\x80\xaf", "\xed\xa0\x80",
                            "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xe2\x82"})
        CHECK_FALSE_MESSAGE(files::is_utf8(bad), bad);
}

TEST_CASE("files: a CSV beyond a limit is refused") {
    files::CsvLimits limits;
    limits.rows = 2;
    CHECK(told("a\nb\n", limits) == "1:a 2:b");
    CHECK(told("a\nb\nc\n", limits) == "csv_too_large");
    limits = {};
    limits.fields_per_row = 2;
    CHECK(told("a,b,c\n", limits) == "csv_too_large");
    limits = {};
    limits.field_bytes = 5;
    CHECK(told("123456,b\n", limits) == "csv_too_large");
    limits = {};
    limits.file_bytes = 5;
    CHECK(told("123456", limits) == "csv_too_large");
    limits.file_bytes = 10'000'000;
    limits.field_bytes = 1000;
    CHECK(told("\"" + std::string(1'000'000, 'x'), limits) == "csv_too_large");
}

TEST_CASE("files: what a visitor of a CSV throws comes out of the reading") {
    const auto reader = CsvReader::open("a\nb\n");
    std::int64_t seen = 0;
    CHECK_THROWS_AS(static_cast<void>(reader.value().read_rows(
                        [&](std::int64_t, const std::vector<std::string>&) {
                            ++seen;
                            throw std::runtime_error{"stop"};
                        })),
                    std::runtime_error);
    CHECK(seen == 1);
}

TEST_CASE("files: a written CSV line is read back as it was, quoted only where needed") {
    const std::vector<std::string> fields{"a", "b,c", "d\"e", "f\ng", "", " h ", "=1+1"};
    const std::string line = files::csv_line(fields);
    CHECK(line == "a,\"b,c\",\"d\"\"e\",\"f\ng\",, h ,=1+1\n");
    const auto reader = CsvReader::open(line, ',');
    std::vector<std::string> back;
    CHECK_FALSE(
        reader.value()
            .read_rows([&](std::int64_t, const std::vector<std::string>& row) { back = row; })
            .has_value());
    CHECK(back == fields);
}

TEST_CASE("files: line ends and letters are the same wherever the pieces of the file end") {
    for (std::size_t blanks = 65'520; blanks < 65'540; ++blanks) {
        const std::string start(blanks, 'x');
        for (const std::string end : {"\r\n", "\r", "\n"}) {
            const auto opened =
                files::CsvReader::open(start + ",\xe4" + end + "\"a" + end + "b\",c" + end);
            REQUIRE(opened.fault() == nullptr);
            std::vector<std::vector<std::string>> rows;
            CHECK_FALSE(opened.value().read_rows(
                [&](std::int64_t, const std::vector<std::string>& row) { rows.push_back(row); }));
            REQUIRE(rows.size() == 2);
            CHECK(rows[0] == std::vector<std::string>{start, "\xc3\xa4"});
            CHECK(rows[1] == std::vector<std::string>{"a\nb", "c"});
        }
    }
}

TEST_CASE("files: a first line may say what separates, and the walk ends where its visitor says") {
    const auto opened = files::CsvReader::open("sep=;\na,b;c\nd;e\n");
    REQUIRE(opened.fault() == nullptr);
    CHECK(opened.value().form().delimiter == ';');
    std::vector<std::string> last;
    CHECK_FALSE(opened.value().walk_rows([&](std::int64_t row, const std::vector<std::string>& f) {
        last = f;
        return row == 2 ? files::Walk::stop : files::Walk::go_on;
    }));
    CHECK(last == std::vector<std::string>{"a,b", "c"});
}

TEST_CASE("files: a row of a CSV file may hold only so much") {
    files::CsvLimits limits;
    limits.row_bytes = 10;
    CHECK(told("12345,67890\n12345,67890\n", limits) == "1:12345|67890 2:12345|67890");
    CHECK(told("12345,678901\n", limits) == "csv_too_large");
}
