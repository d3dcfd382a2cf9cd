// SPDX-License-Identifier: MIT
#include "xlsx_contents.hpp"

namespace muster::files {

namespace {

struct Place {
    std::int64_t column = 0;
    std::int64_t row = 0;
};

/// `AB12`, upper case, without `$`.
std::optional<Place> place_of(std::string_view reference) {
    Place place;
    std::size_t letters = 0;
    while (letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z') {
        if (++letters > 3) return std::nullopt;
        place.column = place.column * 26 + (reference[letters - 1] - 'A' + 1);
    }
    const auto row = index_of(reference.substr(letters));
    if (letters == 0 || !row || *row == 0) return std::nullopt;
    --place.column;
    place.row = *row;
    return place;
}

/// What a `c` element holds before its type is applied.
struct RawCell {
    std::string type;
    std::string value;
    std::string inline_text;
    bool has_value = false;
};

/// Reads the rows of one sheet part, pulling.
class SheetReading {
public:
    SheetReading(const XlsxBook::Contents& book, std::string bytes, const std::string& part,
                 const std::function<void(const Row&)>& visit)
        : book_{book}, xml_{std::move(bytes), part}, visit_{visit} {}

    SheetEnd read();

private:
    using Step = XmlReader::Step;
    std::optional<FileFault> read_row();
    std::optional<FileFault> place_row(Row& row);
    std::optional<FileFault> read_cell(Row& row);
    std::optional<FileFault> place_cell(const Row& row, Cell& cell);
    std::optional<FileFault> read_cell_parts(Cell& cell, RawCell& raw);
    std::optional<FileFault> read_text(std::string& text);
    std::optional<FileFault> apply_type(const RawCell& raw, const CellStyle& style, Cell& cell);
    std::optional<FileFault> apply_number(const RawCell& raw, const CellStyle& style, Cell& cell);

    const XlsxBook::Contents& book_;
    XmlReader xml_;
    const std::function<void(const Row&)>& visit_;
    std::int64_t last_row_ = 0;
    std::int64_t cells_seen_ = 0;
};

SheetEnd SheetReading::read() {
    SheetEnd end;
    while (true) {
        const Step step = xml_.next();
        if (step == Step::fault) end.fault = xml_.fault();
        if (step == Step::fault || step == Step::end) return end;
        if (step != Step::element) continue;
        if (xml_.name() == "col") {
            const std::string hidden = xml_.attribute("hidden").value_or("0");
            if (hidden == "1" || hidden == "true") end.hidden_columns = true;
        } else if (xml_.name() == "row") {
            end.fault = read_row();
            if (end.fault) return end;
        }
    }
}

std::optional<FileFault> SheetReading::place_row(Row& row) {
    row.number = last_row_ + 1;
    if (const auto given = xml_.attribute("r")) {
        const auto number = index_of(*given);
        if (!number || *number <= last_row_ || *number > book_.limits.rows)
            return unreadable_book("row '" + *given + "' stands out of order");
        row.number = *number;
    }
    if (row.number > book_.limits.rows)
        return FileFault{"xlsx_too_large", "The sheet has more rows than Muster accepts."};
    const std::string hidden = xml_.attribute("hidden").value_or("0");
    row.hidden = hidden == "1" || hidden == "true";
    last_row_ = row.number;
    return std::nullopt;
}

std::optional<FileFault> SheetReading::read_row() {
    Row row;
    if (auto fault = place_row(row)) return fault;
    const int from = xml_.depth();
    while (true) {
        const Step step = xml_.next();
        if (step == Step::fault) return xml_.fault();
        if (step == Step::end) return unreadable_book("a row does not end");
        if (step == Step::end_element && xml_.depth() <= from) break;
        if (step == Step::element && xml_.name() == "c")
            if (auto fault = read_cell(row)) return fault;
    }
    visit_(row);
    return std::nullopt;
}

std::optional<FileFault> SheetReading::place_cell(const Row& row, Cell& cell) {
    const std::int64_t before = row.cells.empty() ? -1 : row.cells.back().column;
    cell.column = before + 1;
    if (const auto given = xml_.attribute("r")) {
        const auto place = place_of(*given);
        if (!place || place->row != row.number || place->column <= before)
            return unreadable_book("cell '" + *given + "' stands out of order");
        cell.column = place->column;
    }
    if (cell.column >= book_.limits.columns || ++cells_seen_ > book_.limits.cells_per_sheet)
        return FileFault{"xlsx_too_large", "The sheet has more cells than Muster accepts."};
    return std::nullopt;
}

std::optional<FileFault> SheetReading::read_cell(Row& row) {
    Cell cell;
    if (auto fault = place_cell(row, cell)) return fault;
    RawCell raw;
    raw.type = xml_.attribute("t").value_or("n");
    CellStyle style;
    if (const auto given = xml_.attribute("s")) {
        const auto index = index_of(*given);
        if (!index || *index >= static_cast<std::int64_t>(book_.styles.size()))
            return unreadable_book("a cell names a style that is not there");
        style = book_.styles[static_cast<std::size_t>(*index)];
    }
    cell.format = style.format;
    if (auto fault = read_cell_parts(cell, raw)) return fault;
    if (auto fault = apply_type(raw, style, cell)) return fault;
    if (static_cast<std::int64_t>(cell.text.size()) > book_.limits.cell_text_bytes)
        return FileFault{"xlsx_too_large", "A cell holds a longer text than Excel allows."};
    row.cells.push_back(std::move(cell));
    return std::nullopt;
}

std::optional<FileFault> SheetReading::read_cell_parts(Cell& cell, RawCell& raw) {
    const int from = xml_.depth();
    while (true) {
        const Step step = xml_.next();
        if (step == Step::fault) return xml_.fault();
        if (step == Step::end) return unreadable_book("a cell does not end");
        if (step == Step::end_element && xml_.depth() <= from) return std::nullopt;
        if (step != Step::element) continue;
        if (xml_.name() == "v") {
            raw.has_value = true;
            if (auto fault = read_text(raw.value)) return fault;
        } else if (xml_.name() == "f") {
            cell.has_formula = true;
            if (auto fault = read_text(cell.formula)) return fault;
        } else if (xml_.name() == "is") {
            auto text = read_rich_text(xml_);
            if (text.fault() != nullptr) return *text.fault();
            raw.inline_text = std::move(text.value());
        } else if (xml_.skip() == Step::fault) {
            return xml_.fault();
        }
    }
}

/// The text of the present element, to its end.
std::optional<FileFault> SheetReading::read_text(std::string& text) {
    const int from = xml_.depth();
    while (true) {
        const Step step = xml_.next();
        if (step == Step::fault) return xml_.fault();
        if (step == Step::end) return unreadable_book("a cell does not end");
        if (step == Step::text) text += xml_.text();
        if (step == Step::end_element && xml_.depth() <= from) return std::nullopt;
    }
}

std::optional<FileFault> SheetReading::apply_number(const RawCell& raw, const CellStyle& style,
                                                    Cell& cell) {
    cell.text = raw.value;
    if (!decimal_of(raw.value))
        return unreadable_book("a number is written '" + raw.value.substr(0, 40) + "'");
    cell.kind = style.is_date ? Cell::Kind::date : Cell::Kind::number;
    if (style.is_date) cell.moment = date_of_serial(raw.value, book_.epoch);
    return std::nullopt;
}

std::optional<FileFault> SheetReading::apply_type(const RawCell& raw, const CellStyle& style,
                                                  Cell& cell) {
    if (raw.type == "inlineStr") {
        cell.kind = raw.inline_text.empty() ? Cell::Kind::empty : Cell::Kind::text;
        cell.text = raw.inline_text;
        return std::nullopt;
    }
    if (!raw.has_value || raw.value.empty()) return std::nullopt;
    if (raw.type == "n") return apply_number(raw, style, cell);
    cell.text = raw.value;
    cell.kind = Cell::Kind::text;
    if (raw.type == "s") {
        const auto index = index_of(raw.value);
        if (!index || *index >= static_cast<std::int64_t>(book_.strings.size()))
            return unreadable_book("a cell names a text that is not there");
        cell.text = book_.strings[static_cast<std::size_t>(*index)];
        if (cell.text.empty()) cell.kind = Cell::Kind::empty;
    } else if (raw.type == "b") {
        cell.kind = Cell::Kind::truth;
        cell.text = raw.value == "1" || raw.value == "true" ? "TRUE" : "FALSE";
    } else if (raw.type == "e") {
        cell.kind = Cell::Kind::error;
    } else if (raw.type == "d") {
        cell.kind = Cell::Kind::date;
        if (const auto day = core::date_of(std::string_view{raw.value}.substr(0, 10)))
            cell.moment = DayTime{*day, 0};
    } else if (raw.type != "str") {
        return unreadable_book("a cell is of a kind that does not exist");
    }
    return std::nullopt;
}

}  // namespace

SheetEnd read_sheet(const XlsxBook::Contents& book, const Sheet& sheet,
                    const std::function<void(const Row&)>& visit) {
    auto bytes = book.archive.read(sheet.part);
    if (bytes.fault() != nullptr) return {*bytes.fault(), false};
    return SheetReading{book, std::move(bytes.value()), sheet.part, visit}.read();
}

}  // namespace muster::files
