// SPDX-License-Identifier: MIT
#include "entry_of_line.hpp"

#include "muster/ledger/canonical.hpp"

namespace muster::pack {

std::variant<core::Entry, ledger::LineFault> entry_of_line(std::string_view line) {
    auto read = ledger::read_canonical(line);
    if (const auto* fault = std::get_if<ledger::LineFault>(&read)) return *fault;
    std::vector<core::ShapeFault> faults;
    auto entry = core::read_entry(std::get<core::Value>(read), faults);
    if (!entry || !faults.empty())
        return ledger::LineFault{
            "entry_shape",
            faults.empty() ? "It is no entry." : faults.front().path + ": " + faults.front().words};
    return std::move(*entry);
}

}  // namespace muster::pack
