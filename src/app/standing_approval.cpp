// SPDX-License-Identifier: MIT
#include "app/standing_approval.hpp"

#include <filesystem>

#include "app/basket.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/powers.hpp"

namespace muster::app {
namespace {

namespace fs = std::filesystem;

std::string policy_name(const std::string& kind) {
    return "nightly_import." + kind;
}

bool is_same_folder(const std::string& one, const std::string& other) {
    std::error_code trouble;
    return fs::equivalent(fs::path{one}, fs::path{other}, trouble) && !trouble;
}

}  // namespace

std::string nightly_folder(const core::Facts& facts, const std::string& kind) {
    const std::string folder = core::policy(facts, policy_name(kind), "no");
    return folder == "no" ? std::string{} : folder;
}

core::UserId standing_approver(storage::Transaction& tx, const core::Facts& facts,
                               const std::string& kind, const std::string& folder) {
    const auto setting = facts.find<core::Setting>(policy_name(kind));
    const std::string approved = nightly_folder(facts, kind);
    if (!setting || approved.empty() || !is_same_folder(approved, folder)) return {};
    const auto entry = entry_of(tx, setting->since);
    const auto* set = entry ? std::get_if<core::PolicySet>(&entry->body) : nullptr;
    return set != nullptr ? set->approver : core::UserId{};
}

}  // namespace muster::app
