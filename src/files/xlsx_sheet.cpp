// SPDX-License-Identifier: MIT
#include <algorithm>

#include "xlsx_contents.hpp"
#include "xml_feed.hpp"

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

/// Reads the rows of one sheet part as its XML goes by.
class SheetReading : public XmlHandler {
public:
    SheetReading(const XlsxBook::Contents& book, const std::function<Walk(const Row&)>& visit)
        : book_{book}, visit_{visit} {}

    void on_start(std::string_view name, int depth, const XmlAttributes& attributes) override;
    void on_end(std::string_view name, int depth) override;
    void on_text(std::string_view text) override;
    bool wants_more() const override { return !end.fault && !stopped_; }
    /// The part ended; a row that did not is a fault.
    SheetEnd end;

private:
    void take_column(const XmlAttributes& attributes);
    void start_row(int depth, const XmlAttributes& attributes);
    void start_cell(int depth, const XmlAttributes& attributes);
    void start_in_cell(std::string_view name, int depth, const XmlAttributes& attributes);
    void end_cell();
    void apply_type();
    void apply_number();
    void apply_shared();
    void refuse(FileFault fault) { end.fault = std::move(fault); }

    const XlsxBook::Contents& book_;
    const std::function<Walk(const Row&)>& visit_;
    Row row_;
    Cell cell_;
    const CellStyle* style_ = nullptr;
    std::string type_;
    std::string value_;
    std::string inline_text_;
    bool has_value_ = false;
    std::string* target_ = nullptr;  ///< where the present text belongs
    int row_depth_ = -1;
    int cell_depth_ = -1;
    int target_depth_ = -1;
    int inline_depth_ = -1;
    int skipped_depth_ = -1;
    std::int64_t last_row_ = 0;
    std::int64_t cells_seen_ = 0;
    std::int64_t row_bytes_ = 0;
    bool stopped_ = false;
};

void SheetReading::on_start(std::string_view name, int depth, const XmlAttributes& attributes) {
    if (skipped_depth_ >= 0) return;
    if (cell_depth_ >= 0) return start_in_cell(name, depth, attributes);
    if (row_depth_ >= 0) {
        if (name == "c") start_cell(depth, attributes);
    } else if (name == "row") {
        start_row(depth, attributes);
    } else if (name == "col") {
        take_column(attributes);
    }
}

void SheetReading::on_end(std::string_view, int depth) {
    if (depth == skipped_depth_) {
        skipped_depth_ = -1;
    } else if (depth == target_depth_) {
        target_ = nullptr;
        target_depth_ = -1;
    } else if (depth == inline_depth_) {
        inline_depth_ = -1;
    } else if (depth == cell_depth_) {
        cell_depth_ = -1;
        end_cell();
    } else if (depth == row_depth_) {
        row_depth_ = -1;
        stopped_ = visit_(row_) == Walk::stop;
    }
}

void SheetReading::on_text(std::string_view text) {
    if (target_ == nullptr) return;
    if (static_cast<std::int64_t>(target_->size() + text.size()) > book_.limits.cell_text_bytes)
        return refuse({"xlsx_too_large", "A cell holds a longer text than Excel allows."});
    target_->append(text);
}

void SheetReading::take_column(const XmlAttributes& attributes) {
    constexpr std::size_t ranges_max = 1'000;
    if (!attributes.is_true("hidden")) return;
    end.hidden_columns = true;
    if (end.hidden_ranges.size() >= ranges_max) return;
    const auto first = index_of(attributes.find("min").value_or(""));
    const auto last = index_of(attributes.find("max").value_or(""));
    if (first && last && *first > 0) end.hidden_ranges.push_back({*first - 1, *last - 1});
}

void SheetReading::start_row(int depth, const XmlAttributes& attributes) {
    row_.cells.clear();
    row_bytes_ = 0;
    row_.number = last_row_ + 1;
    if (const auto given = attributes.find("r")) {
        const auto number = index_of(*given);
        if (!number || *number <= last_row_ || *number > book_.limits.rows)
            return refuse(unreadable_book("row '" + std::string{given->substr(0, 40)} +
                                          "' stands out of order"));
        row_.number = *number;
    }
    if (row_.number > book_.limits.rows)
        return refuse({"xlsx_too_large",
                       "The sheet has more rows than Muster accepts. "
                       "Divide it into several files."});
    row_.hidden = attributes.is_true("hidden");
    last_row_ = row_.number;
    row_depth_ = depth;
}

void SheetReading::start_cell(int depth, const XmlAttributes& attributes) {
    cell_ = Cell{};
    const std::int64_t before = row_.cells.empty() ? -1 : row_.cells.back().column;
    cell_.column = before + 1;
    if (const auto given = attributes.find("r")) {
        const auto place = place_of(*given);
        if (!place || place->row != row_.number || place->column <= before)
            return refuse(unreadable_book("cell '" + std::string{given->substr(0, 40)} +
                                          "' stands out of order"));
        cell_.column = place->column;
    }
    if (cell_.column >= book_.limits.columns || ++cells_seen_ > book_.limits.cells_per_sheet)
        return refuse({"xlsx_too_large",
                       "The sheet has more cells than Muster accepts. "
                       "Divide it into several files."});
    static const CellStyle plain;
    style_ = &plain;
    if (const auto given = attributes.find("s")) {
        const auto index = index_of(*given);
        if (!index || *index >= static_cast<std::int64_t>(book_.styles.size()))
            return refuse(unreadable_book("a cell names a style that is not there"));
        style_ = &book_.styles[static_cast<std::size_t>(*index)];
    }
    cell_.format = style_->format;
    cell_.look = style_->look;
    type_ = attributes.find("t").value_or("n");
    value_.clear();
    inline_text_.clear();
    has_value_ = false;
    cell_depth_ = depth;
}

/// A cell's value, formula and inline text; of that all `t` but those of phonetic hints.
void SheetReading::start_in_cell(std::string_view name, int depth,
                                 const XmlAttributes& attributes) {
    if (target_depth_ >= 0) return;
    if (inline_depth_ >= 0) {
        if (is_strike(name, attributes)) cell_.part_struck = true;
        if (name == "rPh") skipped_depth_ = depth;
        if (name != "t") return;
        target_ = &inline_text_;
    } else if (name == "v") {
        has_value_ = true;
        target_ = &value_;
    } else if (name == "f") {
        cell_.has_formula = true;
        target_ = &cell_.formula;
    } else {
        (name == "is" ? inline_depth_ : skipped_depth_) = depth;
        return;
    }
    target_depth_ = depth;
}

void SheetReading::end_cell() {
    apply_type();
    if (end.fault) return;
    if (static_cast<std::int64_t>(cell_.text.size()) > book_.limits.cell_text_bytes)
        return refuse({"xlsx_too_large", "A cell holds a longer text than Excel allows."});
    row_bytes_ +=
        static_cast<std::int64_t>(cell_.text.size() + cell_.formula.size() + cell_.format.size());
    if (row_bytes_ > book_.limits.row_bytes)
        return refuse({"xlsx_too_large", "A row holds more text than Muster accepts."});
    row_.cells.push_back(std::move(cell_));
}

void SheetReading::apply_number() {
    if (!decimal_of(value_))
        return refuse(unreadable_book("a number is written '" + value_.substr(0, 40) + "'"));
    cell_.text = value_;
    cell_.kind = style_->is_date ? Cell::Kind::date : Cell::Kind::number;
    if (style_->is_date) cell_.moment = date_of_serial(value_, book_.epoch);
}

void SheetReading::apply_shared() {
    const auto index = index_of(value_);
    if (!index || *index >= book_.strings.size())
        return refuse(unreadable_book("a cell names a text that is not there"));
    cell_.text = book_.strings.at(*index);
    cell_.part_struck = book_.strings.is_part_struck(*index);
    cell_.kind = cell_.text.empty() ? Cell::Kind::empty : Cell::Kind::text;
}

void SheetReading::apply_type() {
    if (type_ == "inlineStr") {
        cell_.kind = inline_text_.empty() ? Cell::Kind::empty : Cell::Kind::text;
        cell_.text = inline_text_;
        return;
    }
    if (!has_value_ || value_.empty()) return;
    if (type_ == "n") return apply_number();
    if (type_ == "s") return apply_shared();
    cell_.text = value_;
    cell_.kind = Cell::Kind::text;
    if (type_ == "b") {
        cell_.kind = Cell::Kind::truth;
        cell_.text = value_ == "1" || value_ == "true" ? "TRUE" : "FALSE";
    } else if (type_ == "e") {
        cell_.kind = Cell::Kind::error;
    } else if (type_ == "d") {
        cell_.kind = Cell::Kind::date;
        if (const auto day = core::date_of(std::string_view{value_}.substr(0, 10)))
            cell_.moment = DayTime{*day, 0};
    } else if (type_ != "str") {
        refuse(unreadable_book("a cell is of a kind that does not exist"));
    }
}

}  // namespace

SheetEnd read_sheet(const XlsxBook::Contents& book, const Sheet& sheet,
                    const std::function<Walk(const Row&)>& visit, const BytesRead& progress) {
    SheetReading reading{book, visit};
    if (auto fault = feed_part(book.archive, sheet.part, reading, progress))
        reading.end.fault = std::move(fault);
    return reading.end;
}

}  // namespace muster::files
