// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "muster/core/entry.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/storage/database.hpp"

/// What the undoing of an import is made of.
namespace muster::app {

/// A line of the ledger, as it is written and as it is understood.
struct ReadLine {
    core::Value line;
    core::Entry entry;
};
/// Throws TamperError where it cannot be read.
ReadLine read_line(core::EntryNumber number, const std::string& line);

/// What of people and deployments an import changed that was there before it, and the entries that
/// make it again as it stood.
class StoodBefore {
public:
    /// Notes one entry of the import's transaction. `created` are the officers it brought in, who
    /// go as a whole.
    void note(const core::Entry& entry, const std::set<std::string>& created);
    bool empty() const { return officers_.empty() && keys_.empty() && deployments_.empty(); }

    /// Reads what stood before the entry `import` from the entries before it.
    void look_back(storage::Transaction& tx, core::EntryNumber import);
    /// What of this a later entry changed again, as the id or text by which it is named.
    std::vector<std::string> changed_by(const core::Entry& later) const;
    /// What puts everything back, in an order that the rules allow.
    std::vector<core::Body> bodies(const core::Facts& now, core::Date today) const;

private:
    bool concerns(const core::Entry& earlier) const;
    void put_back_officer(const core::Facts& now, const std::string& id, core::Date today,
                          std::vector<core::Body>& bodies) const;
    void put_back_competences(const core::Facts& now, const std::string& id,
                              std::vector<core::Body>& bodies) const;

    std::set<std::string> officers_;     ///< ids of those whose own facts changed, or who may draw
    std::set<std::string> whole_;        ///< of them, those of whom every competence may differ
    std::set<std::string> keys_;         ///< `officer/class`
    std::set<std::string> deployments_;  ///< log numbers as they are compared
    core::MemoryFacts before_;
};

/// How a deployment is named where its record is taken back.
std::string deployment_subject(const std::string& log);

}  // namespace muster::app
