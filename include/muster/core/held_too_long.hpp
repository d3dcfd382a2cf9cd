// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "muster/core/counter_facts.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/stock_facts.hpp"

/// What officers hold though they should not, or have held for long (DOMAIN §5).
namespace muster::core {

/// Something an officer holds without a current authorisation for it.
struct LapsedLine {
    OpenLine line;
    std::string weapon_class;
    std::string why;         ///< absent, suspended, ended, not_started
    std::optional<Date> to;  ///< its last day, where there is an authorisation
};
/// Everything that is with an officer whose authorisation for it has lapsed: the recall list.
std::vector<LapsedLine> lapsed_holdings(const Facts& facts, Date today);

/// An officer with long-term kit, and how their confirmation stands.
struct LongTermHolder {
    OfficerId officer;
    std::int64_t lines = 0;
    std::optional<Attestation> attestation;
    std::string state;  ///< unasked, asked, overdue, confirmed
};
/// Every officer who has held something for longer than policy `attestation_after_days`, and
/// everybody who was asked and has not answered. `confirmed` holds as long again.
std::vector<LongTermHolder> long_term_holders(const Facts& facts, Instant now);

}  // namespace muster::core
