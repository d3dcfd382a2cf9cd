// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <unordered_map>

#include "desk.hpp"
#include "rows.hpp"

namespace muster::intake {

/// Pass 1: what one row is to the other rows and to the ledger, and what a person should know of
/// it. Of each row it keeps what other rows are compared with, and nothing else.
class Judge {
public:
    Judge(const KnownThings& known, Desk& desk);

    /// Each judges the row at which the desk stands; true where the ledger holds it already and
    /// nothing in it says otherwise.
    bool officer();
    bool authorisation();
    bool item();
    bool batch();
    bool deployment();
    bool movement();
    /// What only shows when every row was seen.
    void finish(const std::vector<Table>& tables);

private:
    void index_items(const KnownThings& known);
    bool compare_serial(ItemReading& reading);
    void compare_tag(const ItemReading& reading);
    void compare_holder(const std::string& collar, Field field);
    void compare_figures(const std::string& collar);
    void compare_sheets(const AuthorisationRow& row);
    void warn_of_item(const ItemReading& reading);
    void warn_of_other_model(const ItemReading& reading);
    void warn_of_authorisation(const ItemRow& row);
    void warn_of_names(Field field, std::uint32_t model, const std::string& location,
                       const std::string& made);
    void warn_of_lost_zeros(const Table& table, Origin origin, std::string_view serial,
                            std::size_t length);
    bool is_held(const std::string& differences, Field first, const std::string& found);

    Desk& desk_;
    std::unordered_map<std::string, const KnownThings::Item*> known_serials_;
    std::unordered_map<std::string, const KnownThings::Item*> known_tags_;
    std::set<std::string> known_alike_;
    std::unordered_map<std::string, const KnownThings::Batch*> known_batches_;
    std::unordered_map<std::string, const KnownThings::Officer*> known_officers_;
    std::unordered_map<std::string, const KnownThings::Deployment*> known_deployments_;
    std::set<std::string> known_movements_;
    KeyIndex serials_;    ///< model and serial
    KeyIndex alike_;      ///< model and look-alike key
    KeyIndex any_model_;  ///< serial; its note is the model it stood under first
    KeyIndex tags_;
    KeyIndex batches_;
    KeyIndex collars_;
    std::unordered_map<std::string, std::string> collars_by_figures_;  ///< without zeros before
    KeyIndex authorisations_;
    KeyIndex logs_;
    KeyIndex movements_;
    std::set<std::string> places_mentioned_;
};

/// In which columns the row differs from what the ledger holds, in words; and the first of them.
struct Differences {
    std::string words;
    Field first = Field::none;
    void add(const Desk& desk, Field field, const std::string& in_ledger);
    bool any() const { return first != Field::none; }
};
Differences differences(const ItemRow& row, const KnownThings::ItemDetails& held, const Desk& desk);
Differences differences(const BatchRow& row, const KnownThings::BatchDetails& held,
                        const Desk& desk);
Differences differences(const OfficerRow& row, const KnownThings::Officer& held, const Desk& desk);
Differences differences(const DeploymentRow& row, const DeploymentRow& held, const Desk& desk);

}  // namespace muster::intake
