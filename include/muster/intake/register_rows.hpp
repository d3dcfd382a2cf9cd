// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "muster/core/time.hpp"

/// A force's own spreadsheet as plain rows, and what is wrong with it (FORMATS §8).
namespace muster::intake {

/// What is wrong in a cell, row or sheet; as a warning, what a person should know.
struct Fault {
    std::string sheet;     ///< empty for the file as a whole
    std::int64_t row = 0;  ///< as a spreadsheet counts; 0 for the sheet as a whole
    std::string column;    ///< its letters; empty for the row as a whole
    std::string code;      ///< snake_case, see fault_words.hpp
    std::string words;     ///< what was found and what to do
    std::string found;     ///< what stands in the cell
    bool operator==(const Fault&) const = default;
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
    std::string
        model;  ///< the whole name (`H&K G36C`), in the ledger's spelling or that of its first row
    std::string calibre;
    std::string serial;    ///< trimmed and upper-cased
    std::string location;  ///< the site, `HQ Armoury`; a known one in the ledger's spelling
    std::string place_in_location;  ///< a location below the site that the status names: `ARV
                                    ///< safe`; else empty
    std::string rack;
    std::string location_status;  ///< in_store issued in_vehicle_safe in_transit on_loan_out
                                  ///< on_loan_in at_maintenance seized missing disposed
    std::string
        condition_status;  ///< serviceable inspection_due defective under_repair awaiting_disposal
    bool evidence_hold = false;
    std::optional<core::Date> acquired;
    std::optional<core::Date> last_inspected;
    std::string
        issued_to;  ///< collar; set where issued, and as last holder where seized or missing
    std::string remarks;
    bool held = false;  ///< the ledger holds this tag, model and serial already
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
    bool held = false;  ///< the ledger holds this model and batch number already
};

/// Until when an officer may draw one class of weapon; from is the import's date (FORMATS §8).
struct AuthorisationRow {
    std::string weapon_class;  ///< pistol carbine rifle shotgun taser baton_gun
    core::Date to;             ///< inclusive
    bool operator==(const AuthorisationRow&) const = default;
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
    bool suspended = false;  ///< of every class
    std::vector<AuthorisationRow> authorisations;
    bool held = false;  ///< the ledger holds this collar already
};

/// How one sheet was understood; goes into the `imported` entry.
struct SheetMapping {
    std::string sheet;
    std::string kind;  ///< items batches officers
    std::int64_t heading_row = 0;
    std::int64_t rows =
        0;  ///< of stock or people, faulty ones included; blank and TOTAL rows are not counted
    std::map<std::string, std::string> columns;  ///< column letters to field name
    std::vector<std::string> unused;             ///< headings that were not understood
};

/// Everything a file said. Rows with a fault are not among the good rows; a file with an unusable
/// container has that one fault and nothing else.
struct Register {
    std::vector<ItemRow> items;
    std::vector<BatchRow> batches;
    std::vector<OfficerRow> officers;
    std::vector<Fault> faults;    ///< by sheet as in the file, row, column
    std::vector<Fault> warnings;  ///< likewise
    std::int64_t item_rows = 0;   ///< seen, faulty ones included
    std::int64_t batch_rows = 0;
    std::int64_t officer_rows = 0;
    std::string sha256;  ///< of the file's bytes, lower-case hex
    std::vector<SheetMapping> sheets;

    /// How many rows have a fault: what `--skip-faulty` leaves out.
    std::int64_t faulty_rows() const {
        return item_rows + batch_rows + officer_rows -
               static_cast<std::int64_t>(items.size() + batches.size() + officers.size());
    }
};

/// What the ledger already knows. Names are compared case-blind and without regard to blanks.
struct KnownThings {
    struct Item {
        std::string tag;
        std::string model;
        std::string serial;
    };
    struct Batch {
        std::string model;
        std::string batch_number;
    };
    struct Officer {
        std::string collar;
        bool suspended = false;
        std::vector<AuthorisationRow> authorisations;
    };
    std::vector<Item> items;
    std::vector<Batch> batches;
    std::vector<Officer> officers;
    std::vector<std::string> models;
    std::vector<std::string> locations;  ///< armouries and locations
};

/// How a file is to be read.
struct ReadOptions {
    core::Date as_of;                  ///< the import's date: what has expired by then is warned of
    std::optional<std::string> sheet;  ///< only this sheet
    std::optional<std::string> kind;   ///< only sheets of this kind: items batches officers
    std::map<std::string, std::string> map;  ///< heading to field name, before our own synonyms
};

/// Reads a workbook (.xlsx) or CSV. Never throws for what the bytes hold: that becomes a fault.
/// `name` stands for the sheet of a CSV file.
Register read_register(std::string bytes, const std::string& name, const KnownThings& known,
                       const ReadOptions& options);
/// The same from a file. Throws files::FileError where the file cannot be read.
Register read_register_file(const std::string& path, const KnownThings& known,
                            const ReadOptions& options);

}  // namespace muster::intake
