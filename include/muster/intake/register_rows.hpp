// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "muster/core/time.hpp"
#include "muster/intake/mapping.hpp"

/// A force's own spreadsheet as plain rows, and what is wrong with it (FORMATS §8).
namespace muster::intake {

/// What is wrong in a cell, row or sheet; as a warning, what a person should know.
struct Fault {
    std::string sheet;         ///< empty for the file as a whole
    std::int64_t row = 0;      ///< as a spreadsheet counts; 0 for the sheet as a whole
    std::string column;        ///< its letters; empty for the row as a whole
    std::string code;          ///< snake_case, see fault_words.hpp
    std::string words;         ///< what was found and what to do
    std::string found;         ///< what stands in the cell
    bool confirmable = false;  ///< a person may say that it is right as it stands
    bool operator==(const Fault&) const = default;

    /// `Weapons Register!I58`: what ReadOptions::confirmed holds.
    std::string cell() const { return sheet + "!" + column + std::to_string(row); }
};

/// One serialised thing.
struct ItemRow {
    std::string sheet;
    std::int64_t row = 0;
    std::string tag;        ///< trimmed; may be empty
    std::string type;       ///< the sheet's word, `Carbine`
    std::string type_code;  ///< authorisation class and category: pistol, carbine, rifle, shotgun,
                            ///< taser, baton_gun; else empty
    std::string make;       ///< where the model begins with a known make, else empty
    std::string model;      ///< the whole name (`H&K G36C`), in the ledger's spelling or that of
                            ///< its first row
    std::string calibre;
    std::string serial;             ///< trimmed and upper-cased
    std::string location;           ///< the site, `HQ Armoury`; a known one as the ledger spells it
    std::string place_in_location;  ///< a location below the site that the status names: `ARV
                                    ///< safe`; else empty
    std::string rack;
    std::string location_status;   ///< in_store issued in_vehicle_safe in_transit on_loan_out
                                   ///< on_loan_in at_maintenance seized missing disposed
    std::string condition_status;  ///< serviceable inspection_due defective under_repair
                                   ///< awaiting_disposal
    bool evidence_hold = false;
    std::optional<core::Date> acquired;
    std::optional<core::Date> last_inspected;
    std::string
        issued_to;  ///< collar; set where issued, and as last holder where seized or missing
    std::string remarks;
    bool held = false;  ///< the ledger holds it already, and nothing in the row says otherwise
};

/// One batch of munitions at one place.
struct BatchRow {
    std::string sheet;
    std::int64_t row = 0;
    std::string model;  ///< nature, `9x19 operational`
    std::string batch_number;
    std::optional<core::Date> expiry;
    std::int64_t quantity = 0;  ///< rounds or pieces altogether, boxes included
    std::int64_t sealed_boxes = 0;
    std::int64_t box_size = 0;  ///< rounds or pieces per sealed box
    std::string location;
    std::string use;    ///< operational training blank drill; empty where the sheet has no word
    bool held = false;  ///< the ledger holds it already, and nothing in the row says otherwise
};

/// From when until when an officer may draw one class of weapon.
struct ClassDates {
    std::string weapon_class;             ///< pistol carbine rifle shotgun taser baton_gun …
    core::Date to;                        ///< inclusive
    std::optional<core::Date> from = {};  ///< absent: the import's date (FORMATS §8)
    bool operator==(const ClassDates&) const = default;
};

/// One person who draws.
struct OfficerRow {
    std::string sheet;
    std::int64_t row = 0;
    std::string collar;
    std::string rank;       ///< the sheet's word, `PS`
    std::string rank_code;  ///< pc sgt insp ch_insp supt ch_supt acc dcc cc; empty where not known
    std::string surname;
    std::string forename;
    std::string unit;
    bool suspended = false;                  ///< of every class
    std::vector<ClassDates> authorisations;  ///< of a sheet with a column for each class
    bool left = false;   ///< the sheet says, in a column of its own or as their status, that they
                         ///< are no longer in the force or team
    bool known = false;  ///< the ledger has this collar
    bool held = false;   ///< and nothing in the row says otherwise
};

/// One officer's competence in one class, from a sheet of its own: a row of a long one, or a cell
/// of a wide one.
struct AuthorisationRow {
    std::string sheet;
    std::int64_t row = 0;
    std::string collar;
    std::string weapon_class;  ///< pistol carbine rifle shotgun taser baton_gun specialist …
    std::optional<core::Date> from;  ///< absent: the import's date
    core::Date to;                   ///< inclusive
    bool suspended = false;
    bool known = false;  ///< the ledger has an authorisation of this officer for this class
    bool held = false;   ///< and nothing in the row says otherwise
};

/// An armed deployment, or the decision against one, as its log has it.
struct DeploymentRow {
    std::string sheet;
    std::int64_t row = 0;
    std::string log;        ///< its number in the log
    core::Instant started;  ///< a UK time in the sheet
    std::optional<core::Instant> ended;
    std::string decision;  ///< authorised declined stood_down self_deployed
    std::string commander;
    std::string level;  ///< strategic tactical operational; empty where not said
    std::string reason;
    bool arv = false;
    bool discharge = false;
    bool known = false;  ///< the ledger has this log number
    bool held = false;   ///< and nothing in the row says otherwise
};

/// One line of another system's history.
struct MovementRow {
    std::string sheet;
    std::int64_t row = 0;
    std::string number;  ///< the other system's; may be empty
    core::Instant at;    ///< a UK time in the sheet
    std::string sort;    ///< issue return receive expend transfer other
    std::string model;   ///< may be empty; as ItemRow::model where it is not
    std::string serial;  ///< or tag, or batch number; trimmed and upper-cased
    std::int64_t quantity = 1;
    std::string officer;  ///< as written; a collar in upper case where the sheet gives one
    std::string from;
    std::string to;
    std::string reference;
    bool held = false;  ///< the ledger has a movement of this number already
};

/// How one column was understood.
struct ColumnMapping {
    std::string letters;
    std::string heading;  ///< as it stands there; of two heading rows, both
    std::string field;    ///< empty: it was not understood, or is not wanted
    bool sure = true;     ///< false: a guess that a person should be asked about
    bool operator==(const ColumnMapping&) const = default;
};

/// How one sheet was understood; goes into the `imported` entry.
struct SheetMapping {
    std::string sheet;
    std::string kind;  ///< one of `kinds()`; empty: not understood; `none`: left out by the mapping
    std::int64_t heading_row = 0;  ///< the lower one where the headings take two rows
    std::int64_t rows = 0;  ///< of stock or people, faulty ones included; blank and TOTAL rows are
                            ///< not counted
    std::vector<ColumnMapping> columns;  ///< every heading, from the left
    std::vector<std::string> missing;    ///< needed fields that no column was found for
    /// Fields to what a person said of every row: they have no column.
    std::vector<std::pair<std::string, std::string>> constants;

    /// The headings without a meaning.
    std::vector<std::string> unused() const;
    /// The headings whose meaning is a guess.
    std::vector<std::string> unsure() const;
    /// The letters of the field's column, empty where there is none.
    std::string letters(const std::string& field) const;
};

/// Everything a file said, without its rows. A file with an unusable container has that one fault
/// and nothing else.
struct Register {
    std::vector<Fault> faults;      ///< by sheet as in the file, row, column
    std::vector<Fault> warnings;    ///< likewise
    std::int64_t faults_found = 0;  ///< more than are listed where there are beyond `faults_listed`
    std::int64_t item_rows = 0;     ///< seen, faulty ones included
    std::int64_t batch_rows = 0;
    std::int64_t officer_rows = 0;
    std::int64_t authorisation_rows = 0;
    std::int64_t deployment_rows = 0;
    std::int64_t movement_rows = 0;
    std::int64_t faulty = 0;  ///< rows with a fault
    std::int64_t held = 0;    ///< rows without one that the ledger holds already
    std::string sha256;       ///< of the file's bytes, lower-case hex
    std::vector<SheetMapping> sheets;

    /// All rows seen, faulty ones included.
    std::int64_t rows() const {
        return item_rows + batch_rows + officer_rows + authorisation_rows + deployment_rows +
               movement_rows;
    }
    /// How many rows have a fault: what `--skip-faulty` leaves out.
    std::int64_t faulty_rows() const { return faulty; }
};

/// How many faults, and how many warnings, are listed. What lies beyond is counted only, and a last
/// one says so.
inline constexpr std::int64_t faults_listed = 20'000;

/// A whole file, rows and all: for files that are small, and for tests. Rows with a fault are not
/// among the rows.
struct WholeRegister : Register {
    std::vector<ItemRow> items;
    std::vector<BatchRow> batches;
    std::vector<OfficerRow> officers;
    std::vector<AuthorisationRow> authorisations;
    std::vector<DeploymentRow> deployments;
    std::vector<MovementRow> movements;
};

/// What the ledger already knows. Names are compared case-blind and without regard to blanks.
/// Details are for telling an identical row from a different one; where they are absent every row
/// with that key counts as identical.
struct KnownThings {
    struct ItemDetails {
        std::vector<std::string> places;  ///< names of its home and of those around that
        std::string rack;
        std::string location_status;
        std::string condition_status;
        std::string issued_to;  ///< collar
        std::optional<core::Date> acquired;
        std::optional<core::Date> last_inspected;
        bool evidence_hold = false;
    };
    struct Item {
        std::string tag;
        std::string model;
        std::string serial;
        std::optional<ItemDetails> details = {};
    };
    struct BatchDetails {
        std::optional<core::Date> expiry;
        std::int64_t box_size = 0;
        std::string use;
        std::int64_t quantity = 0;        ///< everywhere together
        std::int64_t sealed_boxes = 0;    ///< likewise
        std::vector<std::string> places;  ///< names of where it lies and of those around that
    };
    struct Batch {
        std::string model;
        std::string batch_number;
        std::optional<BatchDetails> details = {};
    };
    struct OfficerDetails {
        std::string name;  ///< `forename surname`
        std::string rank;  ///< code, or the word where it has none
        std::string unit;
        bool active = true;
    };
    struct Officer {
        std::string collar;
        bool suspended = false;
        std::vector<ClassDates> authorisations;
        std::optional<OfficerDetails> details = {};
    };
    struct Deployment {
        std::string log;
        std::optional<DeploymentRow> details = {};
    };
    std::vector<Item> items;
    std::vector<Batch> batches;
    std::vector<Officer> officers;
    std::vector<Deployment> deployments;
    std::vector<std::string> movement_numbers;
    std::vector<std::string> models;
    std::map<std::string, std::string> model_classes;  ///< of those whose weapons need one
    std::map<std::string, std::string> model_aliases;  ///< another name to the model's
    std::vector<std::string> locations;                ///< armouries and locations
};

/// How a file is to be read.
struct ReadOptions {
    core::Date as_of;                  ///< the import's date: what has expired by then is warned of
    std::optional<std::string> sheet;  ///< only this sheet
    std::optional<std::string> kind;   ///< only sheets of this kind
    Mapping mapping;                   ///< before our own synonyms
    std::set<std::string> confirmed;   ///< `Sheet!I58`: cells whose fault a person said is none
    /// A delta: where the ledger holds a row differently, the row is a change and no fault. Such a
    /// row has `known`, or for items and batches plainly not `held`.
    bool updates = false;
    /// Sheets with another system's movements are passed over, and told: they are no register.
    bool without_history = false;
};

/// Reads a workbook (.xlsx) or CSV at once. Never throws for what the bytes hold: that becomes a
/// fault. `name` stands for the sheet of a CSV file.
WholeRegister read_register(std::string bytes, const std::string& name, const KnownThings& known,
                            const ReadOptions& options);
/// The same from a file. Throws files::FileError where the file cannot be read.
WholeRegister read_register_file(const std::string& path, const KnownThings& known,
                                 const ReadOptions& options);

}  // namespace muster::intake
