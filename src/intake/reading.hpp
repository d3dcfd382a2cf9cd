// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "cells.hpp"
#include "muster/intake/fault_words.hpp"
#include "muster/intake/register_rows.hpp"
#include "sheets.hpp"

/// One reading of a register: every sheet to drafts, the drafts against each other, then the
/// warnings.
namespace muster::intake {

/// A row with what the later passes must know of it. Rows with faults stay, because they are
/// compared too.
template <class RowType>
struct Draft {
    RowType row;
    const Table* table = nullptr;
    std::set<std::string> faulty;  ///< fields that have their one code already
    bool compares = true;          ///< a missing number or a date takes no part in comparing
};
using ItemDraft = Draft<ItemRow>;
using BatchDraft = Draft<BatchRow>;
using OfficerDraft = Draft<OfficerRow>;

/// One spelling for all that differ only in case and blanks: the ledger's, else the first.
class Spellings {
public:
    explicit Spellings(const std::vector<std::string>& known);
    std::string spelling(const std::string& name);
    /// Whether the ledger knows it.
    bool is_known(const std::string& name) const;

private:
    std::map<std::string, std::string> spellings_;
    std::set<std::string> known_;
};

/// What all passes share: the faults, the drafts, the spellings.
struct Desk {
    Desk(const KnownThings& known_things, const ReadOptions& read_options)
        : known{known_things},
          options{read_options},
          models{known_things.models},
          locations{known_things.locations} {}

    const KnownThings& known;
    const ReadOptions& options;
    Spellings models;
    Spellings locations;
    std::vector<ItemDraft> items;
    std::vector<BatchDraft> batches;
    std::vector<OfficerDraft> officers;
    std::vector<Fault> faults;
    std::vector<Fault> warnings;

    /// Gives the cell its fault, unless it has one of higher precedence.
    template <class RowType>
    void fault(Draft<RowType>& draft, const std::string& field, std::string_view code,
               const std::string& found, const std::string& other = {}) {
        if (!draft.faulty.insert(field).second) return;
        faults.push_back(at(draft, field, code, found, other));
    }
    template <class RowType>
    void warn(const Draft<RowType>& draft, const std::string& field, std::string_view code,
              const std::string& found, const std::string& other = {}) {
        warnings.push_back(at(draft, field, code, found, other));
    }
    /// The date of that field; a fault where it is none.
    template <class RowType>
    std::optional<core::Date> date(const files::Row& source, Draft<RowType>& draft,
                                   const std::string& field) {
        const auto* cell = draft.table->cell(source, field);
        const auto reading = date_in(cell);
        if (reading.impossible) fault(draft, field, "date_impossible", shown(cell));
        return reading.day;
    }

private:
    template <class RowType>
    static Fault at(const Draft<RowType>& draft, const std::string& field, std::string_view code,
                    const std::string& found, const std::string& other) {
        return {draft.row.sheet,
                draft.row.row,
                draft.table->letters(field),
                std::string{code},
                words_of(code, found, other),
                found,
                code == "serial_look_alike" || code == "serial_is_number"};
    }
};

/// Cells to drafts, with the faults that one row shows by itself.
void read_items(const Table& table, Desk& desk);
void read_batches(const Table& table, Desk& desk);
void read_officers(const Table& table, Desk& desk);

/// The faults that show only between rows, and against the ledger. Officers first: items name them.
void compare_officers(Desk& desk);
void compare_items(Desk& desk);
void compare_batches(Desk& desk);

/// What a person should know of the rows without faults.
void warn_of_items(Desk& desk);
void warn_of_names_and_batches(Desk& desk);

}  // namespace muster::intake
