// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace muster::intake {

/// One import code in the one table, which is in order of precedence within a cell.
struct FaultWord {
    std::string_view code;
    bool is_warning;
    /// The sentence for a person. `{found}` is what stands in the cell, `{other}` what it is
    /// measured against.
    std::string_view sentence;
};

/// Every code that `read_register` can give for a row or sheet, highest precedence first.
std::span<const FaultWord> fault_words();

/// The sentence of `code` filled in. Throws std::logic_error for a code that is not in the table.
std::string words_of(std::string_view code, std::string_view found, std::string_view other = {});

}  // namespace muster::intake
