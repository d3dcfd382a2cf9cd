// SPDX-License-Identifier: MIT
#include "rules.hpp"

namespace muster::core {

Result<std::vector<Body>> decide(const Body& proposed, const Facts& facts, const Context& context) {
    return std::visit([&](const auto& body) { return decide_one(body, facts, context); }, proposed);
}

void apply(const Entry& entry, Changes& changes) {
    std::visit([&](const auto& body) { apply_one(body, entry, changes); }, entry.body);
}

bool is_made_alone_in_setup(const Body& body, const Facts& facts) {
    const auto force = facts.find<Force>("force");
    if (!force || !force->setup_open) return false;
    return !std::holds_alternative<SignedIn>(body) && !std::holds_alternative<SetupClosed>(body) &&
           !std::holds_alternative<Issued>(body) && !std::holds_alternative<Returned>(body) &&
           !std::holds_alternative<DiscrepancyOpened>(body) && !std::holds_alternative<CountStarted>(body) &&
           !std::holds_alternative<CountSubmitted>(body) && !std::holds_alternative<CountReconciled>(body) &&
           !std::holds_alternative<CountClosed>(body) && !std::holds_alternative<Exported>(body);
}

}  // namespace muster::core
