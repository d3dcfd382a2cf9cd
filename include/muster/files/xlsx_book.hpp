// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muster/files/decimal_text.hpp"
#include "muster/files/file_error.hpp"
#include "muster/files/limits.hpp"
#include "muster/files/walk.hpp"
#include "muster/files/xml_walk.hpp"
#include "muster/files/zip_archive.hpp"

namespace muster::files {

/// How a cell is shown, as far as people say something by it. Colours are 0xRRGGBB.
struct CellLook {
    bool struck = false;  ///< crossed out
    bool bold = false;
    bool italic = false;
    std::optional<std::uint32_t> fill = {};
    std::optional<std::uint32_t> ink = {};
    auto operator<=>(const CellLook&) const = default;
};

/// One cell that stands in the file. Cells that do not stand there are simply absent from their
/// row.
struct Cell {
    enum class Kind {
        empty,   ///< has a style at most
        text,    ///< shared, inline or a formula's text
        number,  ///< `text` is the literal as the file writes it
        truth,   ///< `text` is `TRUE` or `FALSE`
        date,    ///< a number under a date format (`text` the literal), or an ISO date
        error    ///< `text` is `#REF!` or the like
    };
    std::int64_t column = 0;  ///< 0 is A
    Kind kind = Kind::empty;
    std::string text;
    bool has_formula = false;
    std::string formula;            ///< without `=`; empty on the followers of a shared formula
    std::string format;             ///< the number format code, `General` by default
    CellLook look = {};             ///< by its style
    bool part_struck = false;       ///< some of its letters are crossed out, by themselves
    std::optional<DayTime> moment;  ///< of a date, where its number means one
};

/// One row that stands in the file.
struct Row {
    std::int64_t number = 0;  ///< 1 is the first
    bool hidden = false;
    std::vector<Cell> cells;  ///< by ascending column

    /// The cell of that column, or null where none stands.
    const Cell* at(std::int64_t column) const;
};

/// One sheet as the workbook names it.
struct Sheet {
    std::string name;
    bool hidden = false;     ///< hidden or very hidden
    std::string part;        ///< `xl/worksheets/sheet1.xml`
    std::int64_t bytes = 0;  ///< of that part when inflated, as declared
};

/// Cells that are shown as one; only the first of them has a value. All ends are inclusive.
struct Merge {
    std::int64_t first_row = 0;
    std::int64_t last_row = 0;
    std::int64_t first_column = 0;
    std::int64_t last_column = 0;
    bool operator==(const Merge&) const = default;
};

/// Columns that nobody sees; both ends are inclusive.
struct HiddenColumns {
    std::int64_t first = 0;
    std::int64_t last = 0;
};

/// What was met besides the rows.
struct SheetEnd {
    std::optional<FileFault> fault;
    bool hidden_columns = false;
    std::vector<HiddenColumns> hidden_ranges;  ///< which, as far as the sheet says it well
};

/// The letters of a column: 0 is `A`, 26 is `AA`.
std::string column_letters(std::int64_t column);

/// A workbook (.xlsx) read cell by cell. It computes nothing: a formula has the result the file
/// gives it.
///
/// Refused by code: what ZipArchive and XmlReader refuse, `xlsx_old_format` (.xls),
/// `xlsx_encrypted`, `xlsx_other_format` (.ods, .xlsb), `xlsx_not_readable`, `xlsx_too_large`.
class XlsxBook {
public:
    struct Contents;

    static OrFault<XlsxBook> open(std::string bytes, ZipCare care = ZipCare::foreign,
                                  const XlsxLimits& limits = {}, const ZipLimits& zip_limits = {});
    /// The same from a file. Throws FileError where the file cannot be read.
    static OrFault<XlsxBook> open_file(const std::string& path);

    XlsxBook(XlsxBook&&) noexcept;
    XlsxBook& operator=(XlsxBook&&) noexcept;
    ~XlsxBook();

    /// The worksheets in the order of their tabs.
    const std::vector<Sheet>& sheets() const;
    Epoch epoch() const;
    /// The names of all parts, in the order of the file.
    std::vector<std::string> parts() const;
    /// The bytes of one part.
    OrFault<std::string> read_part(std::string_view name) const;
    /// What one part says as XML, piece by piece, in the memory of one tag.
    std::optional<FileFault> walk_part(const std::string& name, const XmlVisit& visit) const;
    /// Calls `visit` for each row that stands in the sheet, by ascending number. Rows and cells
    /// that are doubled or out of order end in the fault `xlsx_not_readable`, after the rows before
    /// them.
    SheetEnd read_rows(const Sheet& sheet, const std::function<void(const Row&)>& visit) const;
    /// The same until `visit` says stop; the part is inflated and read piece by piece, so that the
    /// memory is that of one row. A visitor may throw.
    SheetEnd walk_rows(const Sheet& sheet, const std::function<Walk(const Row&)>& visit,
                       const BytesRead& progress = {}) const;
    /// The merged ranges of the sheet, at most XlsxLimits::merges of them.
    OrFault<std::vector<Merge>> merges(const Sheet& sheet) const;

private:
    explicit XlsxBook(std::unique_ptr<Contents> contents);
    std::unique_ptr<Contents> contents_;
};

}  // namespace muster::files
