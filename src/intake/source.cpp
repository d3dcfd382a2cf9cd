// SPDX-License-Identifier: MIT
#include "source.hpp"

namespace muster::intake {

namespace {

std::optional<files::FileFault> judge_start(std::string_view bytes) {
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
    const auto first = bytes.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return files::FileFault{
            "file_empty",
            "The file holds nothing. Save it again where it comes from, or choose another."};
    const std::string_view start = bytes.substr(first, 5);
    const auto other = [](const std::string& what) {
        return files::FileFault{"file_other_format",
                                "The file is " + what +
                                    " and no spreadsheet. Open it in Excel, look at it, and save "
                                    "it as an Excel workbook (.xlsx)."};
    };
    if (start.starts_with("%PDF")) return other("a PDF");
    if (start.starts_with("{\\rtf")) return other("a text document");
    // Some systems call a web page or an XML file .xls.
    if (start.starts_with("<")) return other("a web page or XML");
    return std::nullopt;
}

/// A row of a CSV file as cells of text, those without any left out.
void to_row(std::int64_t number, const std::vector<std::string>& fields, files::Row& row) {
    row.number = number;
    row.cells.clear();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i].empty()) continue;
        files::Cell& cell = row.cells.emplace_back();
        cell.column = static_cast<std::int64_t>(i);
        cell.kind = files::Cell::Kind::text;
        cell.text = fields[i];
    }
}

}  // namespace

files::OrFault<Source> Source::open(std::string bytes, const std::string& name) {
    const std::string_view start = std::string_view{bytes}.substr(0, 4);
    if (start.substr(0, 2) == "PK" || start == "\xd0\xcf\x11\xe0") {
        auto book = files::XlsxBook::open(std::move(bytes));
        if (book.fault() != nullptr) return *book.fault();
        std::vector<SourceSheet> sheets;
        for (const auto& sheet : book.value().sheets())
            sheets.push_back({sheet.name, sheet.hidden, sheet.bytes});
        return Source{std::move(book.value()), std::move(sheets)};
    }
    if (auto fault = judge_start(bytes)) return *fault;
    auto csv = files::CsvReader::open(std::move(bytes));
    if (csv.fault() != nullptr) return *csv.fault();
    const std::int64_t size = csv.value().size();
    return Source{std::move(csv.value()), {{name, false, size}}};
}

files::Epoch Source::epoch() const {
    const auto* book = std::get_if<files::XlsxBook>(&file_);
    return book == nullptr ? files::Epoch::y1900 : book->epoch();
}

std::int64_t Source::mixed_line() const {
    const auto* csv = std::get_if<files::CsvReader>(&file_);
    return csv == nullptr ? 0 : csv->form().mixed_line;
}

std::vector<files::Merge> Source::merges(std::size_t sheet) const {
    const auto* book = std::get_if<files::XlsxBook>(&file_);
    if (book == nullptr) return {};
    auto merges = book->merges(book->sheets().at(sheet));
    return merges.fault() == nullptr ? std::move(merges.value()) : std::vector<files::Merge>{};
}

std::vector<files::HiddenColumns> Source::hidden_columns(std::size_t sheet) const {
    const auto* book = std::get_if<files::XlsxBook>(&file_);
    if (book == nullptr) return {};
    // They are declared ahead of the rows.
    const auto end = book->walk_rows(book->sheets().at(sheet),
                                     [](const files::Row&) { return files::Walk::stop; });
    return end.hidden_ranges;
}

std::optional<files::FileFault> Source::walk(
    std::size_t sheet, const std::function<files::Walk(const files::Row&)>& visit,
    const files::BytesRead& progress) const {
    if (const auto* book = std::get_if<files::XlsxBook>(&file_)) {
        const auto visit_filled = [&](const files::Row& row) {
            return row.cells.empty() ? files::Walk::go_on : visit(row);
        };
        return book->walk_rows(book->sheets().at(sheet), visit_filled, progress).fault;
    }
    files::Row row;
    const auto visit_fields = [&](std::int64_t number, const std::vector<std::string>& fields) {
        to_row(number, fields, row);
        return row.cells.empty() ? files::Walk::go_on : visit(row);
    };
    return std::get<files::CsvReader>(file_).walk_rows(visit_fields, progress);
}

}  // namespace muster::intake
