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
    const char* sort;                  ///< choice, number, roles, purposes, categories, text …
    std::vector<const char*> choices;  ///< of a choice
    std::int64_t most = 0;             ///< of a number, from 0
    const char* meaning;
};

/// Every policy there is.
const std::vector<PolicyRule>& policy_rules();
/// The words of a policy that names several, divided by blanks or commas.
std::vector<std::string> words_in(const std::string& value);
/// Whether the policy in force names that code.
bool policy_names(const Facts& facts, const std::string& name, const std::string& code);
/// Refuses `code_unknown` for a policy that nobody reads, `value_unknown` for a value it cannot be.
std::optional<Refused> refuse_policy(const Facts& facts, const std::string& name,
                                     const std::string& value);

}  // namespace muster::core
