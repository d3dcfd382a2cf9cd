// SPDX-License-Identifier: MIT
#include "muster/core/transitions.hpp"

#include <algorithm>
#include <stdexcept>

namespace muster::core {
namespace {

const Statuses in_a_place{"in_store", "in_vehicle_safe"};
const Statuses in_our_hands{"in_store", "in_vehicle_safe", "on_loan_in"};
const Statuses on_the_bench{"in_store", "in_vehicle_safe", "at_maintenance"};
const Statuses anywhere{"in_store",    "in_vehicle_safe", "issued",         "in_transit",
                        "on_loan_out", "on_loan_in",      "at_maintenance", "seized"};
const Statuses still_ours{"in_store",   "in_vehicle_safe", "issued", "in_transit", "on_loan_out",
                          "on_loan_in", "at_maintenance",  "seized", "missing"};
const Statuses on_its_way_or_here{"in_transit", "in_store", "in_vehicle_safe"};
const Statuses within_reach{"in_store",   "in_vehicle_safe", "issued",
                            "in_transit", "on_loan_in",      "at_maintenance"};
const Statuses any_condition{"serviceable", "inspection_due", "defective", "under_repair",
                             "awaiting_disposal"};
const Statuses fit{"serviceable", "inspection_due"};
const Statuses unless_given_up{"serviceable", "inspection_due", "defective", "under_repair"};
const Statuses to_be_signed{"inspection_due", "defective", "under_repair"};
const Statuses given_up{"awaiting_disposal"};

}  // namespace

const Statuses& location_statuses() {
    static const Statuses all{"in_store",    "issued",     "in_vehicle_safe", "in_transit",
                              "on_loan_out", "on_loan_in", "at_maintenance",  "seized",
                              "missing",     "disposed",   "gone_back"};
    return all;
}

const Statuses& condition_statuses() {
    return any_condition;
}

const std::vector<Transition>& transitions() {
    // clang-format off
    // Two lines a row: the step in a word and in a sentence; then from where, in which conditions,
    // the status and the condition it leaves, and whether a hold lets it pass.
    static const std::vector<Transition> table{
        {"issue", "an issue",
         in_a_place,           fit,              "issued",          "",                   false},
        {"transfer", "moving it to another place",
         in_our_hands,         any_condition,    "place",           "",                   false},
        {"quarantine", "moving it to quarantine",
         in_our_hands,         any_condition,    "place",           "",                   true},
        {"send", "sending it on its way",
         in_a_place,           any_condition,    "in_transit",      "",                   false},
        {"arrive", "receiving it from its way",
         on_its_way_or_here,   any_condition,    "place",           "",                   true},
        {"lend", "lending it",
         in_a_place,           fit,              "on_loan_out",     "",                   false},
        {"loan_back", "receiving it from a loan",
         {"on_loan_out"},      any_condition,    "place",           "",                   true},
        {"borrow", "borrowing it again",
         {"gone_back"},        any_condition,    "on_loan_in",      "",                   true},
        {"give_back", "giving it back to its owner",
         {"on_loan_in"},       any_condition,    "gone_back",       "",                   false},
        {"report_defect", "reporting a defect",
         anywhere,             fit,              "",                "defective",          true},
        {"test", "a function test",
         within_reach,         fit,              "",                "",                   true},
        {"fail_test", "a failed function test",
         within_reach,         fit,              "",                "defective",          true},
        {"to_maintenance", "maintenance",
         in_a_place,           unless_given_up,  "at_maintenance",  "under_repair",       true},
        {"from_maintenance", "receiving it from maintenance",
         {"at_maintenance"},   any_condition,    "place",           "under_repair",       true},
        {"sign_fit", "signing it fit",
         in_a_place,           to_be_signed,     "",                "serviceable",        true},
        {"swap_on", "changing a part of it",
         on_the_bench,         unless_given_up,  "",                "",                   false},
        {"swap_part", "changing it as a part",
         on_the_bench,         unless_given_up,  "host",            "",                   false},
        {"seize", "a seizure",
         within_reach,         any_condition,    "seized",          "",                   true},
        {"end_seizure", "receiving it from a seizure",
         {"seized"},           any_condition,    "place",           "under_repair",       true},
        {"report_missing", "reporting it missing",
         anywhere,             any_condition,    "missing",         "",                   true},
        {"recover", "recovering it",
         {"missing"},          any_condition,    "place",           "under_repair",       true},
        {"give_up", "marking it for disposal",
         in_a_place,           unless_given_up,  "",                "awaiting_disposal",  false},
        {"keep", "keeping it after all",
         in_a_place,           given_up,         "",                "under_repair",       true},
        {"dispose", "disposal",
         in_a_place,           given_up,         "disposed",        "",                   false},
        {"assign", "setting it aside for an officer",
         still_ours,           any_condition,    "",                "",                   true},
        {"hold", "a hold",
         still_ours,           any_condition,    "",                "",                   true},
    };
    // clang-format on
    return table;
}

const Transition& transition(std::string_view step) {
    const auto& table = transitions();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const Transition& row) { return row.step == step; });
    if (found == table.end()) throw std::logic_error{"a step that is not in the table"};
    return *found;
}

std::string status_words(std::string_view status) {
    std::string words{status};
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::string status_words(const Statuses& statuses) {
    std::string words;
    for (std::size_t i = 0; i < statuses.size(); ++i) {
        if (i > 0) words += i + 1 == statuses.size() ? " or " : ", ";
        words += status_words(statuses[i]);
    }
    return words;
}

}  // namespace muster::core
