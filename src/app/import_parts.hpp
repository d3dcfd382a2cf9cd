// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "muster/app/import_register.hpp"
#include "muster/intake/register_file.hpp"
#include "muster/intake/register_rows.hpp"
#include "muster/ledger/random.hpp"

/// What the import's use cases are made of.
namespace muster::app {

/// What the ledger holds already, so that rows are compared with it as well as with each other.
intake::KnownThings known_to(OpenLedger& ledger);
/// Of that, the models and what they are also called.
void know_models(storage::Transaction& tx, const core::Facts& facts, intake::KnownThings& known);

intake::Mapping intake_mapping(const ImportMapping& mapping);
/// The mapping with what goes before it.
ImportMapping merged(ImportMapping mapping, const ImportMapping& before);
/// The mapping in that file, where one is named, after what was said before it. Throws UsageError
/// where the file has none.
ImportMapping mapping_given(const std::optional<std::string>& path, const ImportMapping& before);
/// Throws UsageError where something was said of a sheet or heading that the file does not have.
void refuse_unfounded(const ImportMapping& said, const std::vector<std::string>& sheets,
                      const intake::Register& found);
/// `armoury!i58` of a file with a sheet Armoury is `Armoury!I58`.
std::set<std::string> cells_as_written(const std::set<std::string>& cells,
                                       const std::vector<std::string>& sheets);
/// How a file's columns were read, as an `imported` entry has it.
std::vector<std::string> mapping_lines(const intake::Register& found);
/// Whether Muster itself put the sheet into a marked-up copy or a template: by its name and what
/// its first cell says, since a force may well have a sheet of faults of its own.
bool is_own_sheet(const intake::RegisterFile& file, const std::string& sheet);
/// The request's mapping and what the file's own headings were taken for.
ImportMapping mapping_used(const ImportMapping& given, const intake::Register& found);

/// Officers whose registration was taken back: the ledger keeps them, the register does not.
std::set<std::string> reversed_officers(storage::Transaction& tx);

/// Rows of one file on their way to entries, within one transaction. A row that the ledger holds
/// already is passed over.
class RowsToEntries {
public:
    /// `as_at` is the day on which the file was true.
    RowsToEntries(Proposal& proposal, ledger::Randomness& randomness, core::Date as_at);

    core::Result<void> take(const intake::OfficerRow& row);
    core::Result<void> take(const intake::AuthorisationRow& row);
    core::Result<void> take(const intake::ItemRow& row);
    core::Result<void> take(const intake::BatchRow& row);
    core::Result<void> take(const intake::DeploymentRow& row);
    /// Records model names that a person gave, for next time; those already known are passed over.
    core::Result<std::vector<std::string>> learn(const std::map<std::string, std::string>& models);

    std::int64_t rows() const { return rows_; }

private:
    core::Result<void> add(core::Body body);
    core::Result<core::LocationId> location(const std::string& site, const std::string& within);
    core::Result<core::LocationId> place_called(const std::string& name, const std::string& sort,
                                                const core::LocationId& parent);
    core::Result<core::ModelId> model(const std::string& make, const std::string& name,
                                      const std::string& category, const std::string& calibre);
    core::Result<core::OfficerId> officer_of(const intake::OfficerRow& row);
    core::OfficerId officer_called(const std::string& collar);

    Proposal& proposal_;
    ledger::Randomness& randomness_;
    core::Date as_at_;
    std::string own_site_;  ///< the armoury the ledger began with
    std::map<std::string, core::OfficerId> officers_;
    std::set<std::string> suspended_;  ///< collars, as a sheet of this file says of the officer
    std::set<std::string> left_;       ///< likewise
    std::map<std::string, core::LocationId> locations_;
    std::map<std::string, core::ModelId> models_;
    std::int64_t rows_ = 0;
};

}  // namespace muster::app
