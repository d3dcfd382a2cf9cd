// SPDX-License-Identifier: MIT
#include "app/paper_heading.hpp"

#include "muster/core/people_facts.hpp"
#include "muster/core/powers.hpp"

namespace muster::app {

void head_paper(report::PaperHeading& heading, const core::Facts& facts) {
    const auto force = facts.find<core::Force>("force").value_or(core::Force{});
    heading.force = force.name;
    heading.practice = force.practice;
    heading.classification = core::policy(facts, "classification", "OFFICIAL-SENSITIVE");
}

}  // namespace muster::app
