// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "muster/app/open_ledger.hpp"
#include "muster/app/people.hpp"

/// Bringing a force's own spreadsheet in, and taking it back (FORMATS §7, §8). What musterctl and
/// the Import screen share: look at the file, say how it is to be read, import all of it or
/// nothing.
namespace muster::app {

/// What is wrong with a cell, or worth knowing about it.
struct ImportFault {
    std::string sheet;
    std::int64_t row = 0;  ///< 0 for the sheet or file as a whole
    std::string column;    ///< its letters; empty for the row as a whole
    std::string code;
    std::string words;         ///< what was found and what to do
    std::string found;         ///< what stands in the cell
    bool confirmable = false;  ///< a person may say that it is right as it stands

    /// How `confirmed` names the cell: `Armoury!I58`.
    std::string cell() const { return sheet + "!" + column + std::to_string(row); }
};

/// How a file is to be read, where its own headings and words do not say it. Kept as a file and
/// used again for the next workbook of the same make.
struct ImportMapping {
    struct Heading {
        std::string kind;  ///< items, batches …; empty for every kind
        std::string heading;
        std::string field;  ///< empty: not wanted
        bool operator==(const Heading&) const = default;
    };
    /// What holds for every row of a sheet that has no column for it.
    struct Constant {
        std::string kind;   ///< items, batches …; empty for every kind
        std::string sheet;  ///< only this one; empty for every sheet
        std::string field;
        std::string value;
        bool operator==(const Constant&) const = default;
    };
    std::map<std::string, std::string> sheets;    ///< sheet to kind, or `none` to leave it out
    std::vector<Heading> headings;                ///< in front of our own synonyms
    std::vector<Constant> constants;              ///< the first that fits a field is taken
    std::map<std::string, std::string> models;    ///< the sheet's name for a model to ours
    std::map<std::string, std::string> statuses;  ///< the sheet's word to one of our status words
    bool operator==(const ImportMapping&) const = default;
};

/// The mapping as the bytes of a `--map` file: canonical JSON and a newline.
std::string import_mapping_text(const ImportMapping& mapping);
/// Reads such a file. Throws UsageError with what is wrong in it, files::FileError where it cannot
/// be read.
ImportMapping read_import_mapping(const std::string& path);
/// Writes such a file, replacing what was there. Throws files::FileError.
void save_import_mapping(const ImportMapping& mapping, const std::string& path);

/// One column of a sheet and what it was taken for.
struct ImportColumn {
    std::string letters;
    std::string heading;
    std::string field;  ///< empty where it was not taken
    bool sure = true;   ///< false: a guess that a person should look at
};

/// How one sheet was understood.
struct ImportSheet {
    std::string sheet;
    std::string kind;              ///< items, batches …; empty where it holds nothing of ours
    std::int64_t heading_row = 0;  ///< 0 where none was found
    std::int64_t rows = 0;         ///< of stock or people, faulty ones included
    std::vector<ImportColumn> columns;  ///< every column with a heading, from the left
    std::vector<std::string> unsure;    ///< headings that a person should look at
    std::vector<std::string> missing;   ///< fields that the kind needs and no column gives
    /// Fields to what a person said of every row.
    std::vector<std::pair<std::string, std::string>> constants;

    /// The heading row and the rows that follow it as people see them, at most `preview_rows`, for
    /// the person who has to say what a column means.
    struct PreviewRow {
        std::int64_t row = 0;
        std::vector<std::string> cells;  ///< from column A on
    };
    std::vector<PreviewRow> preview;
};

inline constexpr std::size_t preview_rows = 8;
inline constexpr std::size_t preview_columns = 40;

/// A field a column may be mapped to.
struct ImportField {
    std::string field;
    std::string words;  ///< how its heading is usually written
    bool needed = false;
};
/// What a sheet can be: items, batches, officers, authorisations, deployments, movements.
const std::vector<std::string>& import_kinds();
/// The fields of a kind, the needed ones first; none of an unknown kind.
std::vector<ImportField> import_fields(const std::string& kind);
/// Words for statuses, of which each means something else, to offer to a person.
std::vector<std::string> import_status_words();

/// How far slow work has come. `step` is a sentence's beginning: `Reading`, `Recording`.
struct ImportProgress {
    const char* step = "";
    std::int64_t done = 0;
    std::int64_t total = 0;
    bool rows = false;  ///< `done` and `total` are rows; else they only stand in proportion
};
/// Told now and then how far the work has come; false stops it, and nothing is changed.
using ImportWatch = std::function<bool(const ImportProgress&)>;

struct ImportRequest {
    std::string path;
    std::optional<std::string> kind;   ///< one of `import_kinds`; absent for a whole workbook
    std::optional<std::string> sheet;  ///< only this sheet
    ImportMapping mapping;
    /// What was said of this very file, and goes before the mapping: a sheet or heading in it that
    /// the file does not have is a mistake (UsageError).
    ImportMapping said = {};
    std::set<std::string> confirmed;  ///< cells that are right as they stand, `Armoury!I58`
    bool skip_faulty = false;
    Approver approver;
    ImportWatch watch;                   ///< may be empty
    std::optional<std::string> request;  ///< repeating it returns its recorded result
    /// SHA-256 of the file as somebody looked at it; one that has changed since is not imported.
    std::optional<std::string> reviewed;
};

/// Throws UsageError where a file was looked at as other bytes than it has now.
void refuse_unreviewed(const std::optional<std::string>& reviewed, const std::string& sha256);

/// What a file says, before or after it was imported.
struct ImportReport {
    std::vector<ImportFault> faults;
    std::vector<ImportFault> warnings;
    std::vector<ImportSheet> sheets;
    std::int64_t item_rows = 0;  ///< seen, faulty ones included
    std::int64_t batch_rows = 0;
    std::int64_t officer_rows = 0;
    std::int64_t authorisation_rows = 0;
    std::int64_t deployment_rows = 0;
    std::int64_t movement_rows = 0;
    std::int64_t faults_found = 0;  ///< more than are listed where there are very many
    std::int64_t imported = 0;      ///< rows that became entries
    std::int64_t skipped = 0;       ///< rows left out for their faults, or that would be
    std::int64_t held = 0;          ///< rows the ledger held already, identical
    std::string sha256;
    ImportMapping used;  ///< the mapping as given and as found, to be saved and used again
    std::vector<std::string> confirmed;       ///< `Armoury!I58 serial_look_alike`
    std::vector<std::string> unconfirmed;     ///< of the request: cells without a fault to confirm
    std::vector<std::string> learnt;          ///< `G36 = H&K G36C`: model names that are now known
    std::optional<core::EntryNumber> before;  ///< the entry that imported this very file already
    bool cancelled = false;                   ///< the watch stopped it; nothing was changed
    std::optional<Receipt> receipt;           ///< absent where nothing was imported

    std::int64_t rows() const {
        return item_rows + batch_rows + officer_rows + authorisation_rows + deployment_rows +
               movement_rows;
    }
};

/// Reads the file and says how it was understood and what is wrong with it; writes nothing. Without
/// a ledger nothing is known beforehand. Throws files::FileError where the file cannot be read.
ImportReport inspect_register(const ImportRequest& request, OpenLedger* ledger, core::Instant now);

/// Imports it: all rows, or with `skip_faulty` the rows without a fault, as one transaction. Where
/// it has faults and they are not to be skipped the report has no receipt and nothing is changed;
/// likewise where the watch stopped it.
///
/// Refuses `file_imported_before`, `power_missing`, `approver_missing` and what the rules say of a
/// row. Model names of the mapping become `model_alias_added` entries, so that nobody is asked
/// again.
core::Result<ImportReport> import_register(OpenLedger& ledger, const Author& author,
                                           const ImportRequest& request, Secrets& secrets);

/// Writes a copy of the request's file as a workbook (a CSV file too) in which every faulty cell is
/// filled and has a comment, and a first sheet `Faults` lists them with links. Values and cell
/// types are those of the file; what was corrected in the copy can be imported from it, the sheet
/// `Faults` is passed over (report/marked_up.hpp has the details). Memory: the bytes of the file
/// and of the copy, and about 2 KB for each listed fault. Throws files::FileError where it cannot
/// be written, report::ReportError.
void write_marked_up(const ImportRequest& request, const ImportReport& report,
                     const std::string& out);

/// An import as the ledger remembers it.
struct ListedImport {
    core::EntryNumber entry = 0;
    core::Instant at;
    std::string by;  ///< the user's name
    std::string file_name;
    std::string sha256;
    std::string what;  ///< workbook, items …; empty in entries that do not say
    std::int64_t imported = 0;
    std::int64_t skipped = 0;
    std::int64_t faults = 0;
    std::int64_t warnings = 0;
    std::optional<core::Date> as_at;
    std::vector<std::string> confirmed;
    std::optional<core::EntryNumber> undone;  ///< the entry that took it back
};
/// Every import, the oldest first.
std::vector<ListedImport> list_imports(OpenLedger& ledger,
                                       const std::optional<core::UserId>& viewer);

struct UndoRequest {
    core::EntryNumber import = 0;  ///< its `imported` entry
    std::string reason;
    Approver approver;
    ImportWatch watch;                   ///< may be empty
    std::optional<std::string> request;  ///< repeating it returns its recorded result
};
struct UndoReport {
    std::int64_t reversed = 0;       ///< items, batches and officers taken back
    std::int64_t restored = 0;       ///< entries that put back what the import had changed
    std::vector<std::string> stays;  ///< what it also recorded and an undo does not take back
    bool cancelled = false;          ///< the watch stopped it; nothing was changed
    std::optional<Receipt> receipt;
};
/// Takes an import of any kind back: one `import_undone` entry, a `registration_reversed` for every
/// item, batch and officer it created and every deployment that was not there before, and entries
/// that put officers, authorisations, suspensions and deployments back as they stood. An
/// authorisation that was not there before stays with a last day before its first. The file may be
/// imported again afterwards. Locations, models, names of models and another system's history stay.
///
/// Who may import such a file may take it back. Refuses `import_unknown` (or undone already), and
/// whole with a line `changed_since` for every single thing that a later entry names or changed, or
/// a later count covered; that line names the entry. Imports that were taken back stand in nobody's
/// way.
core::Result<UndoReport> undo_import(OpenLedger& ledger, const Author& author,
                                     const UndoRequest& request, Secrets& secrets);

/// What a template can be for: `workbook` and the kinds that can be typed in.
const std::vector<std::string>& template_kinds();
/// Writes a workbook to be filled in: headings, lists to choose from, instructions. Throws
/// UsageError for an unknown kind, files::FileError where it cannot be written,
/// report::ReportError.
void write_import_template(const std::string& kind, const std::string& out);

}  // namespace muster::app
