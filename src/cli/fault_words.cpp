// SPDX-License-Identifier: MIT
#include "cli/fault_words.hpp"

namespace muster::cli {
namespace {

std::string place_of(const app::ImportFault& fault) {
    if (fault.sheet.empty()) return "The file";
    if (fault.row == 0) return fault.sheet;
    return fault.sheet + " " + (fault.column.empty() ? "row " : fault.column) +
           std::to_string(fault.row);
}

// What a person says on this command line, where a fault waits for that.
std::string how_to_say(const app::ImportFault& fault) {
    if (fault.code == "leavers_many" || fault.code == "endings_many")
        return " If so: --confirm-leavers.";
    return fault.confirmable ? " If it is right as it stands: --confirm '" + fault.cell() + "'."
                             : "";
}

}  // namespace

std::string counted_faults(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " fault" : " faults");
}

core::Value::Array fault_values(const std::vector<app::ImportFault>& faults) {
    core::Value::Array values;
    for (const app::ImportFault& fault : faults)
        values.emplace_back(core::Value::Object{{"sheet", fault.sheet},
                                                {"row", fault.row},
                                                {"column", fault.column},
                                                {"code", fault.code},
                                                {"words", fault.words},
                                                {"found", fault.found},
                                                {"confirmable", fault.confirmable}});
    return values;
}

void put_faults(Outcome& outcome, const std::vector<app::ImportFault>& faults,
                const std::vector<app::ImportFault>& warnings) {
    outcome.faults = fault_values(faults);
    outcome.warnings = fault_values(warnings);
    for (const app::ImportFault& warning : warnings)
        outcome.text.push_back(place_of(warning) + "  warning " + warning.code + ": " +
                               warning.words);
    for (const app::ImportFault& fault : faults)
        outcome.text.push_back(place_of(fault) + "  " + fault.code + ": " + fault.words +
                               how_to_say(fault));
}

}  // namespace muster::cli
