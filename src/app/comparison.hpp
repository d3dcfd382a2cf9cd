// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "muster/app/compare.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/stock_facts.hpp"
#include "muster/intake/register_file.hpp"

namespace muster::app {

/// One row and its counterpart, field by field. A cell that is empty says nothing.
class RowComparison {
public:
    RowComparison(CompareReport& report, std::string kind, std::string subject, std::string sheet,
                  std::int64_t row)
        : report_{report}, like_{std::move(kind),  "differs", std::move(subject), {}, {}, {}, {},
                                 std::move(sheet), row} {}

    /// The two as codes are compared: case and blanks do not count.
    void text(const char* field, const std::string& file, const std::string& ledger);
    void number(const char* field, std::int64_t file, std::int64_t ledger);
    void day(const char* field, const std::optional<core::Date>& file,
             const std::optional<core::Date>& ledger);
    void differs(const char* field, const std::string& file, const std::string& ledger);
    /// Counts the thing as agreed or differing.
    void close();

private:
    CompareReport& report_;
    Difference like_;
    bool differs_ = false;
};

/// Weapons against weapons. A row finds its item by model and serial, else by tag, else by a serial
/// that only one item has.
class ItemComparison {
public:
    ItemComparison(storage::Transaction& tx, const core::Facts& facts, CompareReport& report)
        : tx_{tx}, facts_{facts}, report_{report} {}

    void take(const intake::ItemRow& row);
    /// What no row named, and which serials of the two sides look alike.
    void finish();

private:
    std::optional<core::Item> item_of(const intake::ItemRow& row) const;
    void compare(const intake::ItemRow& row, const core::Item& item);
    void compare_places(const intake::ItemRow& row, const core::Item& item, RowComparison& fields);
    void pair_look_alikes();

    storage::Transaction& tx_;
    const core::Facts& facts_;
    CompareReport& report_;
    std::unordered_set<std::string> seen_;
    std::vector<std::size_t> alone_;  ///< differences about a thing that one side alone has
    std::vector<std::string> serials_;
};

/// Munitions against munitions: by model and batch number, the quantity at the place the row names.
class BatchComparison {
public:
    BatchComparison(storage::Transaction& tx, const core::Facts& facts, CompareReport& report);

    void take(const intake::BatchRow& row);
    void finish();

private:
    struct There {
        std::string holder;
        std::int64_t quantity = 0;
        std::int64_t boxes = 0;
    };
    void compare(const intake::BatchRow& row, const core::Batch& batch);

    const core::Facts& facts_;
    CompareReport& report_;
    std::map<std::string, std::vector<There>> balances_;  ///< in locations, by batch
    std::unordered_set<std::string> seen_;
};

/// Officers and their competences.
class PeopleComparison {
public:
    PeopleComparison(const core::Facts& facts, CompareReport& report);

    void take(const intake::OfficerRow& row);
    void take(const intake::AuthorisationRow& row);
    void finish_officers();
    void finish_authorisations(core::Date today);

private:
    const core::Officer* officer(const std::string& collar) const;
    void compare(const intake::AuthorisationRow& row, const core::Officer& officer);
    void only_in_file(const char* kind, const std::string& subject, const std::string& sheet,
                      std::int64_t row);

    const core::Facts& facts_;
    CompareReport& report_;
    std::map<std::string, core::Officer> officers_;  ///< those at work, by collar
    std::set<std::string> named_;
    std::set<std::string> competences_;
};

/// The model of that name or alias, as the ledger spells it; the name itself where unknown.
std::string model_spelling(const core::Facts& facts, const std::string& name);
/// The names of a location and of those around it.
std::vector<std::string> places_around(const core::Facts& facts, const std::string& location);

}  // namespace muster::app
