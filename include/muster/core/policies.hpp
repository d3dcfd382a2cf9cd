// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "muster/core/facts.hpp"
#include "muster/core/result.hpp"

namespace muster::core {

/// A policy that the rules or the program read, and what it may be. A misspelt value would silently
/// be the default, so that none but these are taken.
struct PolicyRule {
    const char* name;                  ///< `due_back_hours.` stands for one policy per purpose
    const char* sort;                  ///< choice, number, roles, text, folder
    std::vector<const char*> choices;  ///< of a choice
    std::int64_t most = 0;             ///< of a number, from 0
    const char* meaning;
};

/// Every policy there is.
const std::vector<PolicyRule>& policy_rules();
/// Refuses `code_unknown` for a policy that nobody reads, `value_unknown` for a value it cannot be.
std::optional<Refused> refuse_policy(const Facts& facts, const std::string& name,
                                     const std::string& value);

}  // namespace muster::core
