// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "cells.hpp"
#include "key_index.hpp"
#include "muster/intake/fault_words.hpp"
#include "muster/intake/register_rows.hpp"
#include "spellings.hpp"
#include "table.hpp"

namespace muster::intake {

/// What is known of an officer: by the ledger, and by the sheets of this file.
struct OfficerKnowledge {
    bool usable = false;  ///< the ledger has them, or a row without a fault
    bool in_ledger = false;
    bool left = false;       ///< a sheet says so
    bool suspended = false;  ///< as the sheet says, else the ledger
    bool suspended_in_ledger = false;
    Origin faulty_row;                       ///< of the file; row 0: none
    std::string name;                        ///< as far as the ledger or a sheet has it
    std::vector<ClassDates> authorisations;  ///< of the ledger
    std::vector<ClassDates> in_sheets;
};

/// Which officer a cell names.
struct NamedOfficer {
    std::string collar;  ///< a known one, else what the cell says
    std::string hint;    ///< a known collar that may be meant
};

/// What all rows share while they are read: the options, the spellings, the faults; and the row
/// that is being read. In pass 1 it judges, in pass 2 it only lets rows be read again.
class Desk {
public:
    Desk(const KnownThings& known_things, const ReadOptions& read_options,
         files::Epoch workbook_epoch);

    ReadOptions options;
    files::Epoch epoch;
    Spellings models{true};
    Spellings locations{false};
    std::unordered_map<std::string, OfficerKnowledge> officers;  ///< by collar
    std::set<std::string> known_logs;                            ///< of deployments, as name_key
    std::unordered_map<std::string, std::string> classes_of_models;  ///< the ledger's, as name_key
    bool judging = true;
    std::vector<std::string> sheet_names;

    std::vector<Fault> faults;
    std::vector<Fault> warnings;
    std::int64_t faults_found = 0;
    std::int64_t warnings_found = 0;

    /// What follows is about this row of this table.
    void begin(const Table& table, const files::Row& row);
    const Table& table() const { return *table_; }
    std::int64_t row_number() const { return row_->number; }
    Origin origin() const;
    bool is_faulty() const { return waits_ || !faulty_columns_.empty(); }
    bool is_faulty(Field field) const;
    const files::Cell* cell(Field field) const { return table_->cell(*row_, field); }
    const files::Cell* cell_at(std::int64_t column) const {
        return column < 0 ? nullptr : row_->at(column);
    }

    /// The cell's text as it may stand in a ledger, blanks squeezed; a fault where it is an error
    /// or a formula without a result, or longer than `bytes_max`.
    std::string text(Field field, std::size_t bytes_max = 200);
    /// The same with its line ends kept.
    std::string free_text(Field field, std::size_t bytes_max = 4'000);
    /// A text that is empty where a mark for nothing stands.
    std::string marked_text(Field field);
    /// The date there; a fault where it is none.
    std::optional<core::Date> date(Field field) { return date_at(table_->column(field)); }
    std::optional<core::Date> date_at(std::int64_t column);
    /// The same where a month alone means its last day, and there is no leaving it empty.
    std::optional<core::Date> expiry_date(Field field);
    /// `PC 0451`, `#0451` and, where that is the officer's name, `0451 Oak` name 0451.
    NamedOfficer officer_named(const std::string& text) const;
    /// The class that the model's name or the ledger gives it; empty where neither does.
    std::string_view class_of_model(std::uint32_t model);
    /// What the first row of the model that says so says it is; the present one where none did.
    struct SaidType {
        std::string code;
        Origin origin;
    };
    const SaidType& type_of_model(std::uint32_t model, const std::string& here) {
        return types_.try_emplace(model, SaidType{here, origin()}).first->second;
    }
    /// The moment there, its time of day perhaps in the column `time`.
    std::optional<core::Instant> moment(Field field, Field time = Field::none);

    /// Gives the cell its fault, unless it has one of higher precedence or a person said that it is
    /// right.
    void fault(Field field, std::string_view code, const std::string& found,
               const std::string& other = {}, bool confirmable = false) {
        fault_at(table_->column(field), code, found, other, confirmable);
    }
    void fault_at(std::int64_t column, std::string_view code, const std::string& found,
                  const std::string& other = {}, bool confirmable = false);
    void warn(Field field, std::string_view code, const std::string& found,
              const std::string& other = {});
    /// A warning that is given once for each column and text.
    void warn_once(std::int64_t column, std::string_view code, const std::string& found,
                   const std::string& other = {});
    /// A warning; the row is left out with the one it waits for, which has the fault.
    void wait(Field field, std::string_view code, const std::string& found,
              const std::string& other);
    /// Gives the fault of every column of this table whose dates have the month first. True where
    /// there is one: the other dates there exist, and are other days.
    bool judge_orders();
    void add_fault(Fault fault);
    void add_warning(Fault warning);
    /// `row 4`, or `row 4 of sheet 'X'` where that is not the present one.
    std::string place_words(Origin origin, bool always_with_sheet = false) const;

private:
    void judge_ditto(Field field, const std::string& text);
    void judge_formula(std::int64_t column, const files::Cell& cell);
    void note_order(std::int64_t column, const files::Cell& cell);

    const Table* table_ = nullptr;
    const files::Row* row_ = nullptr;
    std::vector<std::int64_t> faulty_columns_;
    bool waits_ = false;
    std::set<std::pair<std::size_t, std::int64_t>> formula_columns_;  ///< warned of already
    std::set<std::string> told_once_;
    struct DatesSeen {
        bool either = false;      ///< one that is a day in either order
        bool day_first = false;   ///< one that can be read no other way
        std::string month_first;  ///< likewise
    };
    std::map<std::pair<std::uint32_t, std::int64_t>, DatesSeen> dates_seen_;  ///< by column
    std::unordered_map<std::uint32_t, SaidType> types_;                       ///< by model
    std::unordered_map<std::uint32_t, std::string_view> class_of_model_;
};

}  // namespace muster::intake
