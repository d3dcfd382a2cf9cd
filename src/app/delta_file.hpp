// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <vector>

#include "muster/app/delta_import.hpp"
#include "muster/intake/register_file.hpp"

namespace muster::app {

/// A file of another system, read.
struct DeltaFile {
    intake::Register found;
    core::Date as_at;
    std::vector<intake::OfficerRow> officers;
    std::vector<intake::AuthorisationRow> competences;  ///< those in columns among them
    std::vector<intake::DeploymentRow> deployments;
    /// The classes the file speaks of; empty where it speaks of all.
    std::set<std::string> classes;
    /// Whether it says something of those that it does not name.
    bool is_whole = true;
    ImportMapping used = {};                   ///< how each column was read
    std::set<std::string> confirmed = {};      ///< cells that are right as they stand
    bool has_classes = false;                  ///< a staff list that says who may draw what
    std::optional<core::Date> later_day = {};  ///< where name and heading differ: the other one

    /// The letters of a field's column in that sheet; empty where there is none.
    std::string column(const std::string& sheet, const std::string& field) const;
    std::int64_t rows() const { return found.rows(); }
};

/// Throws files::FileError where it cannot be read, UsageError where nothing says for which day it
/// speaks and its kind needs one.
DeltaFile read_delta_file(OpenLedger& ledger, const DeltaRequest& request);

/// The day for which a file says that it speaks. Where its name and its heading say two, the
/// earlier one is taken: no data is to look fresher than it is.
struct SaidDay {
    std::optional<core::Date> day;
    std::optional<core::Date> later;  ///< the other of two
};
/// In its name, or above the headings of a sheet that was understood.
SaidDay as_at_said_by(const std::string& path, const intake::RegisterFile& file,
                      const intake::Register& found);

/// A day written in a text, `01/03/2026`, `1 March 2026`, `2026-03-01`; nothing where there is not
/// exactly one.
std::optional<core::Date> date_in_text(const std::string& text);
/// A fault or warning of intake as the app gives it.
ImportFault import_fault(const intake::Fault& fault);

}  // namespace muster::app
