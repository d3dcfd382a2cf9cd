// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/delta_file.hpp"
#include "muster/core/entry.hpp"
#include "muster/core/people_facts.hpp"

/// What a file changes: worked out from facts alone, so that looking at it and recording it cannot
/// differ.
namespace muster::app {

/// The entries a file asks for, and what stands against it.
struct DeltaPlan {
    std::vector<core::Body> bodies;  ///< a new officer without an id, which chance gives
    std::vector<ImportFault> faults;
    std::vector<ImportFault> warnings;
    std::vector<DeltaChange> changes;
    std::vector<std::string> confirmed;  ///< `Sheet!C12 officer_replaced`
    std::int64_t added = 0;
    std::int64_t changed = 0;
    std::int64_t ended = 0;
    std::int64_t renewed = 0;
    std::int64_t unchanged = 0;
    std::int64_t skipped = 0;  ///< rows that have a fault here
    bool stopped = false;      ///< by a fault that skipping rows does not answer

    /// Counts a change under its `what` and keeps it for people.
    void note(DeltaChange change);
};

/// The officers of the ledger by collar number as codes are compared, those at work first.
class OfficersByCollar {
public:
    explicit OfficersByCollar(const core::Facts& facts);
    /// The one at work with that number; where nobody is, the one who last left; else null.
    const core::Officer* find(const std::string& collar) const;
    const std::map<std::string, std::vector<core::Officer>>& all() const { return officers_; }

private:
    std::map<std::string, std::vector<core::Officer>> officers_;
};

/// What every plan starts from.
struct PlanFrom {
    const core::Facts& facts;
    const DeltaFile& file;
    const DeltaRequest& request;

    /// Who says so, for the entry: `import officers-2026-03-01.csv`.
    std::string source() const;
    /// A fault or warning of a row, in the field's column.
    ImportFault cell(const std::string& sheet, std::int64_t row, const std::string& field,
                     const char* code, const std::map<std::string, std::string>& words) const;
    /// What is wrong with the file as a whole.
    ImportFault whole(const char* code, const std::map<std::string, std::string>& words) const;
};

DeltaPlan plan_officers(const PlanFrom& from);
/// What the same file says of people beside their competences.
struct SameFile {
    std::set<std::string> coming = {};   ///< collar numbers, whose competences are new
    std::set<std::string> leaving = {};  ///< officers' ids
};
DeltaPlan plan_authorisations(const PlanFrom& from, const SameFile& people);
/// What the officers' own rows suspend: every competence in force for which the file has no date of
/// its own, where such dates are taken.
DeltaPlan plan_suspensions(const PlanFrom& from, bool takes_classes);
DeltaPlan plan_deployments(const PlanFrom& from);

/// Whether what is recorded is newer than a file of that day: what the CFI granted on that very day
/// may have come after the file was written.
bool is_newer(const core::Authorisation& held, core::Date as_at);
/// Whether `gone` out of `all` is more than may go unasked.
bool too_many(std::int64_t gone, std::int64_t all);
/// The sentence of a fault or warning of this layer; throws std::logic_error for an unknown code.
std::string delta_words(const std::string& code, const std::map<std::string, std::string>& words);

}  // namespace muster::app
