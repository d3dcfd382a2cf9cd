// SPDX-License-Identifier: MIT
#include <map>

#include "files/xml_feed.hpp"
#include "fuzz/harness.hpp"
#include "muster/files/csv.hpp"
#include "muster/files/decimal_text.hpp"
#include "muster/files/xlsx_book.hpp"
#include "muster/files/xml_reader.hpp"
#include "muster/files/zip_archive.hpp"

/// The files layer: CSV, numbers, ZIP, XML and workbooks.
namespace muster::fuzz {
namespace {

// Small limits, so that a bomb costs a fuzzer milliseconds; that the product's own hold is for
// the unit tests.
constexpr files::ZipLimits small_zip{200, files::mebibyte, 4 * files::mebibyte, 1024,
                                     400, files::mebibyte};
constexpr files::CsvLimits small_csv{files::mebibyte, 20'000, 512, 65'536};

using Rows = std::vector<std::vector<std::string>>;

std::optional<Rows> rows_of(const files::CsvReader& reader) {
    Rows rows;
    const auto fault =
        reader.read_rows([&](std::int64_t number, const std::vector<std::string>& fields) {
            must(number == static_cast<std::int64_t>(rows.size()) + 1, "rows are counted from 1");
            must(!fields.empty(), "a row has a field");
            for (const std::string& field : fields) must(files::is_utf8(field), "a field is UTF-8");
            rows.push_back(fields);
        });
    if (!fault) return rows;
    must_be_told(*fault);
    return std::nullopt;
}

/// What was read is written and read again: the same rows.
void must_read_back(const Rows& rows) {
    std::string text;
    for (const auto& row : rows) text += files::csv_line(row);
    if (text.rfind("\xef\xbb\xbf", 0) == 0) return;  // would be taken for the mark of UTF-8
    const auto again = files::CsvReader::open(text, ',');
    must(again.fault() == nullptr, "csv_line writes CSV");
    must(rows_of(again.value()) == rows, "csv_line writes what was read");
}

/// Everything an XML part says in one text, whichever reader reads it.
class Story final : public files::XmlHandler {
public:
    std::string text;
    void on_start(std::string_view name, int, const files::XmlAttributes& attributes) override {
        text += "<" + std::string{name};
        if (const auto value = attributes.find("a")) text += " " + std::string{*value};
    }
    void on_end(std::string_view, int) override { text += ">"; }
    void on_text(std::string_view piece) override { text += piece; }
    bool wants_more() const override { return true; }
};

/// The story of a reader that pulls; nothing where it ends in a fault.
std::optional<std::string> pulled(std::string_view bytes) {
    files::XmlReader xml{std::string{bytes}, "part.xml"};
    using Step = files::XmlReader::Step;
    std::string story;
    int open = 0;
    for (auto step = xml.next(); step != Step::end; step = xml.next()) {
        if (step == Step::fault) {
            must_be_told(xml.fault());
            return std::nullopt;
        }
        if (step == Step::element) must(xml.depth() == open++, "depth counts open elements");
        if (step == Step::end_element) must(xml.depth() == --open, "elements end in order");
        if (step == Step::element) story += "<" + std::string{xml.name()};
        if (step == Step::element && xml.attribute("a")) story += " " + *xml.attribute("a");
        if (step == Step::end_element) story += ">";
        if (step == Step::text) story += xml.text();
    }
    must(open == 0, "a document ends with its root");
    must(files::is_utf8(story), "what a part says is UTF-8");
    return story;
}

/// The same of a reader that is fed.
std::optional<std::string> fed(std::string_view bytes, std::size_t step) {
    Story story;
    files::XmlFeed feed{story, "part.xml"};
    for (std::size_t at = 0; at < bytes.size() && !feed.is_over(); at += step)
        feed.feed(bytes.substr(at, step));
    feed.finish();
    if (!feed.fault()) return story.text;
    must_be_told(*feed.fault());
    return std::nullopt;
}

void must_be_ordered(const files::Row& row, std::int64_t before) {
    must(row.number > before, "rows ascend");
    std::int64_t column = -1;
    for (const files::Cell& cell : row.cells) {
        must(cell.column > column && cell.column < files::XlsxLimits{}.columns, "cells ascend");
        column = cell.column;
        must(row.at(column) == &cell, "a cell is found by its column");
        must(files::is_utf8(cell.text) && files::is_utf8(cell.formula), "a cell is UTF-8");
        must((cell.kind == files::Cell::Kind::empty) == cell.text.empty(), "only empty cells are");
        if (cell.kind == files::Cell::Kind::number)
            must(files::decimal_of(cell.text).has_value(), "a number is one");
    }
}

}  // namespace

void run_csv(std::string_view bytes) {
    const auto opened = files::CsvReader::open(std::string{bytes}, small_csv);
    if (opened.fault() != nullptr) return must_be_told(*opened.fault());
    const auto rows = rows_of(opened.value());
    if (rows) must_read_back(*rows);
}

void run_decimal(std::string_view bytes) {
    for (const auto epoch : {files::Epoch::y1900, files::Epoch::y1904})
        if (const auto moment = files::date_of_serial(bytes, epoch))
            must(moment->ms >= 0 && moment->ms < 86'400'000, "a time is one of its day");
    const auto decimal = files::decimal_of(bytes);
    if (!decimal) return;
    if (decimal->text().size() <= 400) {  // longer ones are not read
        const auto again = files::decimal_of(decimal->text());
        must(again && again->text() == decimal->text(), "a decimal's text is that decimal");
    }
    if (const auto whole = decimal->whole_number())
        must(std::to_string(*whole) == decimal->text(), "a whole number is its text");
}

void run_zip(std::string_view bytes) {
    for (const auto care : {files::ZipCare::foreign, files::ZipCare::every_byte}) {
        const auto opened = files::ZipArchive::open(std::string{bytes}, care, small_zip);
        if (opened.fault() != nullptr) {
            must_be_told(*opened.fault());
            continue;
        }
        for (const files::ZipMember& member : opened.value().members()) {
            must(opened.value().has(member.name), "a member that is listed is there");
            const auto read = opened.value().read(member.name);
            if (read.fault() != nullptr)
                must_be_told(*read.fault());
            else
                must(static_cast<std::int64_t>(read.value().size()) == member.size,
                     "a member has its declared size");
        }
    }
}

void run_xml(std::string_view bytes) {
    const auto story = pulled(bytes);
    must(fed(bytes, bytes.size()) == story, "a part says the same whichever way it is read");
    must(fed(bytes, 3) == story, "a part says the same in whatever pieces it comes");
}

void run_xlsx(std::string_view bytes) {
    const auto opened =
        files::XlsxBook::open(std::string{bytes}, files::ZipCare::foreign, {}, small_zip);
    if (opened.fault() != nullptr) return must_be_told(*opened.fault());
    const files::XlsxBook& book = opened.value();
    must(static_cast<std::int64_t>(book.sheets().size()) <= files::XlsxLimits{}.sheets, "limits");
    for (const files::Sheet& sheet : book.sheets()) {
        std::int64_t before = 0;
        const auto end = book.read_rows(sheet, [&](const files::Row& row) {
            must_be_ordered(row, before);
            before = row.number;
        });
        if (end.fault) must_be_told(*end.fault);
        const auto merges = book.merges(sheet);
        if (merges.fault() != nullptr)
            must_be_told(*merges.fault());
        else
            for (const files::Merge& merge : merges.value())
                must(merge.first_row <= merge.last_row && merge.first_column <= merge.last_column &&
                         merge.first_row > 0 && merge.first_column >= 0,
                     "a merge begins before it ends");
    }
}

void run_xlsx_parts(std::string_view bytes) {
    run_xlsx(workbook_of_parts(parts_of(bytes)));
}

}  // namespace muster::fuzz
