// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "muster/core/entry.hpp"

/// The tables of every sheet and CSV as data: what is drawn, signed and compared comes from here
/// and from nowhere else (DESIGN §2, WORKBOOK).
namespace muster::core {

/// What one cell holds: nothing (not applicable), a whole number, a text, a day, or a moment that
/// is shown on a UK clock to the minute.
using SheetCell = std::variant<std::monostate, std::int64_t, std::string, Date, Instant>;
using SheetRow = std::vector<SheetCell>;

/// What the cells of a column hold, where they hold anything.
enum class SheetType { text, integer, date, local_time };
/// The type's word in the dictionary: `text`, `integer`, `date`, `local time`.
std::string_view word_of(SheetType type);

struct SheetColumn {
    std::string name;  ///< header, unique within its sheet
    SheetType type = SheetType::text;
    std::string meaning;
};

/// The tables of the workbook, in the order of its tabs behind the cover.
enum class SheetId {
    index,
    items,
    batches,
    officers,
    movements,
    reconciliation,
    counts,
    count_lines,
    count_differences,
    overrides,
    alone,
    discrepancies,
    dictionary,
    integrity,
};

/// One table: a data sheet of the workbook and, by the same name, `tables/<name>.csv`.
struct Sheet {
    SheetId id = SheetId::index;
    std::string name;         ///< `movements`
    std::string title;        ///< `Movements`; the tab's name
    std::string ref;          ///< `D1`
    std::string description;  ///< one sentence under the title
    std::vector<SheetColumn> columns;
    std::string
        control;  ///< name of the integer column whose sum is the control total; may be empty
};

/// Every sheet that is a table, in the order of the tabs.
const std::vector<Sheet>& sheets();
const Sheet& sheet(SheetId id);

/// A cell as CSV files and comparisons write it: empty, digits, text, `2026-03-01`,
/// `2026-03-01 06:41` (UK clock).
std::string cell_text(const SheetCell& cell);

/// A sibling file of the workbook in a pack, and its SHA-256 in hex.
struct SiblingFile {
    std::string name;
    std::string sha256;
};

using EachEntry = std::function<void(const std::function<void(const Entry&)>&)>;

/// All that the tables of a period are made from.
struct PeriodSource {
    std::string pack;         ///< name of the pack
    std::string label;        ///< of the period
    EntryNumber first = 1;    ///< of the period
    EntryNumber last = 1;     ///< of the period: the entry that closed it
    Instant closed_at;        ///< recorded_at of that entry
    std::string program;      ///< name and version that built the pack
    std::string prepared_by;  ///< name on the preparer's certificate
    Instant prepared_at;
    std::string classification;  ///< `OFFICIAL-SENSITIVE`
    std::string short_form;      ///< SHORT of the period's checkpoint
    std::string previous_short;  ///< SHORT of the checkpoint before; empty in a first pack
    std::string root;            ///< of the period's checkpoint, base64
    std::vector<std::string> required_roles;
    std::vector<SiblingFile> files;
    const Facts* opening = nullptr;  ///< in force before the first entry
    const Facts* closing = nullptr;  ///< in force after the last
    EachEntry each_entry;            ///< visits the period's entries in order; may be called often
};

/// Rows and control total of one sheet.
struct SheetTotal {
    std::int64_t rows = 0;
    std::int64_t control = 0;
};

/// The cells of every sheet of one period.
class PeriodSheets {
public:
    explicit PeriodSheets(PeriodSource source) : source_{std::move(source)} {}

    const PeriodSource& source() const { return source_; }
    /// Visits the rows of that sheet in order. Every row has a cell for every column.
    void each_row(SheetId id, const std::function<void(const SheetRow&)>& visit) const;
    /// Rows and control total of that sheet; walks it once.
    SheetTotal total(SheetId id) const;
    /// The cover: label and value, in order. A line with an empty label is a heading.
    std::vector<std::pair<std::string, std::string>> cover() const;
    /// The certificate as plain text, lines of at most 80 characters but for names longer than
    /// that.
    std::string certificate() const;

private:
    PeriodSource source_;
    mutable std::map<SheetId, SheetTotal> totals_;
};

}  // namespace muster::core
