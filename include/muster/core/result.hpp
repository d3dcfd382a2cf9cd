// SPDX-License-Identifier: MIT
#pragma once

#include <boost/outcome/policy/terminate.hpp>
#include <boost/outcome/result.hpp>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace muster::core {

/// Why a rule of the armoury says no, in order of precedence: of several, the first is reported.
///
/// The words for a person and the stable code of each stand in one table, `refusal_words`.
enum class Refusal {
    // who asks
    user_unknown,
    user_withdrawn,
    secret_wrong,
    secret_locked,
    power_missing,
    setup_is_closed,
    approver_missing,
    approver_is_requester,
    approver_lacks_power,
    // what is named
    code_unknown,
    code_ambiguous,
    code_wrong_kind,
    name_taken,
    basket_empty,
    quantity_not_positive,
    line_repeated,
    value_unknown,
    happened_in_future,
    paper_missing,
    happened_long_ago,
    purpose_unknown,
    officer_left,
    serial_differs,
    seal_taken,
    batch_differs,
    range_unclear,
    range_empty,
    case_unknown,
    case_closed,
    not_of_case,
    detail_missing,
    urgent_not_allowed,
    not_provisional,
    clock_in_order,
    // two people
    issue_to_self,
    receive_from_self,
    second_missing,
    second_is_issuer,
    second_is_officer,
    second_lacks_power,
    confirmation_missing,
    receiver_is_sender,
    signer_received_it,
    witnesses_not_two,
    decider_reported_it,
    releaser_placed_hold,
    handover_to_self,
    not_on_duty,
    not_paired_here,
    purpose_not_paired,
    pair_not_issuer,
    pair_not_authorised,
    // hard stops
    item_on_hold,
    item_missing,
    item_unserviceable,
    item_at_maintenance,
    item_not_available,
    item_already_out,
    status_forbids,
    condition_forbids,
    item_is_mounted,
    part_not_mounted,
    batch_on_hold,
    quarantine_only,
    authorisation_absent,
    authorisation_expired,
    authorisation_suspended,
    authorisation_not_started,
    granted_today_by_issuer,
    function_test_missing,
    live_and_blank_apart,
    balance_too_low,
    balance_hidden,
    kit_incomplete,
    course_missing,
    not_reversible,
    corrected_already,
    moved_since,
    joint_count_missing,
    handover_differs,
    // overridable stops, and before them what is wrong with an offer to override
    override_reason_missing,
    override_by_missing,
    override_lacks_power,
    authorisation_data_old,
    batch_expired,
    same_kind_held,
    item_assigned_to_other,
    frozen_for_count,
    deployment_to_follow,
    count_both_custodians,
    count_lead_again,
    count_outsider_missing,
    // warnings: they stop nothing
    authorisation_lapses_soon,
    inspection_due_soon,
    something_overdue,
    rounds_for_another_use,
    // counts
    count_unknown,
    count_closed,
    count_needs_two,
    counter_not_of_count,
    counter_submitted_already,
    location_outside_count,
    count_overlaps,
    count_unfinished,
    count_not_reconciled,
    second_counted,
    third_counted,
    recount_not_needed,
    discrepancy_unknown,
    discrepancy_not_open,
    approver_counted,
    dip_test_unknown,
    dip_test_keyed_already,
    not_senior,
    in_blind_count,
    // periods, packs, files
    period_label_taken,
    period_empty,
    period_unknown,
    file_imported_before,
    import_unknown,
    changed_since,
    source_older,
    import_has_faults,
    key_unknown,
    role_unknown,
    role_not_held,
    pack_not_of_force,
    signed_already,
    preparer_is_signer,
    // the ledger
    practice_only,
    follows_only,
};

/// One line of a basket, or one subject, that a rule stopped.
struct RefusedLine {
    Refusal refusal;
    std::string subject;                       ///< id of what it is about; may be empty
    std::map<std::string, std::string> words;  ///< what fills the blanks of the sentence
};

/// A request that the rules turned down, whole: every line that was stopped, the gravest first.
struct Refused {
    std::vector<RefusedLine> lines;

    Refusal gravest() const { return lines.front().refusal; }
};

/// A value, or why the rules refuse it. Only for what a careful user can cause; a broken disk or a
/// broken program is an exception.
template <class T>
using Result = boost::outcome_v2::basic_result<T, Refused, boost::outcome_v2::policy::terminate>;

/// A refusal of one line.
inline Refused refused(Refusal refusal, std::string subject = {},
                       std::map<std::string, std::string> words = {}) {
    return Refused{{RefusedLine{refusal, std::move(subject), std::move(words)}}};
}

/// What a stop lets the people at the counter do (DOMAIN §5).
enum class Severity { hard, overridable, warning };

/// A refusal's stable code and its sentence; `{name}` stands for a blank.
struct RefusalWords {
    Refusal refusal;
    const char* code;
    Severity severity;
    const char* sentence;
};

/// The one table of refusals, in order of precedence, complete.
const std::vector<RefusalWords>& refusal_words();
/// The row of that refusal.
const RefusalWords& words_of(Refusal refusal);
/// The sentence for a person: what happened, why, what to do.
std::string sentence_of(const RefusedLine& line);
/// Sorts the lines so that the gravest refusal comes first; equal ones keep their order.
void sort_by_precedence(Refused& refused);

}  // namespace muster::core
