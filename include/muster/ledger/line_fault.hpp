// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace muster::ledger {

/// What is wrong with a line, note, proof, signature or text that came from outside.
struct LineFault {
    std::string code;   ///< snake_case, never reused: `line_too_long`, `note_signature_wrong`, …
    std::string words;  ///< one sentence for a person, without secrets
    bool operator==(const LineFault&) const = default;
};

}  // namespace muster::ledger
