// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muster/ledger/digest.hpp"

namespace muster::pack {

/// consistency.json: that the ledger before this period is a beginning of this one, and with which
/// entry the period before was closed.
struct Consistency {
    std::int64_t old_size = 0;
    std::int64_t new_size = 0;
    std::vector<ledger::Digest> proof;          ///< RFC 6962 consistency, old to new
    std::string closing_line;                   ///< the period_closed entry number old_size
    std::vector<ledger::Digest> closing_proof;  ///< its inclusion in the tree of old_size
};

std::string write_consistency(const Consistency& consistency);
/// Reads exactly what write_consistency writes.
std::optional<Consistency> read_consistency(std::string_view bytes);

/// frontier.txt: one hash in hex a line, largest subtree first.
std::string write_frontier(const std::vector<ledger::Digest>& peaks);
std::optional<std::vector<ledger::Digest>> read_frontier(std::string_view bytes);

}  // namespace muster::pack
