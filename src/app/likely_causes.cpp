// SPDX-License-Identifier: MIT
#include "app/likely_causes.hpp"

#include "muster/core/case_facts.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/mounted.hpp"
#include "muster/intake/look_alike.hpp"

namespace muster::app {
namespace {

constexpr std::size_t causes_max = 12;

// As an import reads serials, so that both hint at the same things.
std::string as_it_looks(const std::string& serial) {
    return intake::look_alike_key(core::normal_code(serial));
}

void add_look_alikes(const core::Facts& facts, const core::Item& item,
                     std::vector<std::string>& causes) {
    const std::string looks = as_it_looks(item.serial);
    facts.rows(core::Table::item, "", [&](const core::Row& row) {
        const auto other = core::fact_of<core::Item>(row);
        if (other.key != item.key && as_it_looks(other.serial) == looks)
            causes.push_back("Looks like " + core::item_words(facts, other.key) + ", " +
                             core::holder_words(facts, other.holder.value) + ".");
        return causes.size() < causes_max;
    });
}

void add_item_causes(const core::Facts& facts, const core::Item& item,
                     std::vector<std::string>& causes) {
    if (!item.mounted_on.empty())
        causes.push_back("Mounted on " + core::item_words(facts, item.mounted_on.value) +
                         "; look there.");
    if (!item.under.empty())
        causes.push_back("Away under " + core::case_words(facts, item.under.value) + ".");
    if (item.holder.value.starts_with("o-"))
        causes.push_back("By the book it is with " + core::officer_words(facts, item.holder.value) +
                         ".");
    add_look_alikes(facts, item, causes);
}

void add_stock_causes(const core::Facts& facts, const core::Discrepancy& of,
                      std::vector<std::string>& causes) {
    for (const core::OpenLine& line : facts.all<core::OpenLine>()) {
        if (causes.size() >= causes_max) return;
        if (line.subject == of.subject)
            causes.push_back(std::to_string(line.quantity) + " not returned of issue " +
                             std::to_string(line.issue) + " to " +
                             core::officer_words(facts, line.officer.value) + ".");
    }
    for (const core::Case& each : facts.all<core::Case>())
        if (const auto line = facts.find<core::CaseLine>(each.key + "/" + of.subject))
            if (line->open > 0)
                causes.push_back(std::to_string(line->open) + " away under " +
                                 core::case_words(facts, each.key) + ".");
    for (const core::Discrepancy& other : facts.all<core::Discrepancy>())
        if (other.key != of.key && other.opened_by == of.opened_by &&
            other.found - other.expected == of.expected - of.found && other.found != other.expected)
            causes.push_back("The opposite of " + other.key + ", " +
                             core::subject_words(facts, other.subject) +
                             ": the two may have been mistaken for one another. They do not net.");
}

}  // namespace

std::vector<std::string> likely_causes(const core::Facts& facts, const core::Discrepancy& of) {
    std::vector<std::string> causes;
    if (const auto item = facts.find<core::Item>(of.subject))
        add_item_causes(facts, *item, causes);
    else if (of.subject.starts_with("b-") || of.subject.starts_with("m-"))
        add_stock_causes(facts, of, causes);
    return causes;
}

std::vector<std::string> look_alikes_of_label(const core::Facts& facts, const std::string& label) {
    std::vector<std::string> causes;
    const std::string looks = as_it_looks(label);
    if (looks.empty()) return causes;
    facts.rows(core::Table::item, "", [&](const core::Row& row) {
        const auto item = core::fact_of<core::Item>(row);
        if (as_it_looks(item.serial) == looks || as_it_looks(item.tag) == looks)
            causes.push_back("Looks like " + core::item_words(facts, item.key) + ", " +
                             core::holder_words(facts, item.holder.value) + ".");
        return causes.size() < causes_max;
    });
    return causes;
}

bool is_unreported(const core::Discrepancy& of, core::Instant now) {
    // Resolved is not reported: until it is approved it was for others to know.
    return of.state != "approved" && of.due && !of.reported && *of.due < now;
}

}  // namespace muster::app
