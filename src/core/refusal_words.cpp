// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cassert>
#include <iterator>

#include "muster/core/result.hpp"

namespace muster::core {

namespace {

using enum Refusal;
using enum Severity;

// In order of precedence, which is the order of the enum; words_of relies on it.
constexpr RefusalWords rows[]{
    {user_unknown, "user_unknown", hard,
     "Nobody called {user} has an account here. Check the name."},
    {user_withdrawn, "user_withdrawn", hard,
     "The account of {user} was withdrawn. An administrator and an approver can grant "
     "another."},
    {secret_wrong, "secret_wrong", hard,
     "The secret of {user} is not right. After five wrong tries it is locked."},
    {secret_locked, "secret_locked", hard,
     "The secret of {user} is locked after five wrong tries. Two people can set a new one."},
    {power_missing, "power_missing", hard,
     "{user} has no role that may do this. Ask somebody who is one of these: {roles}."},
    {setup_is_closed, "setup_is_closed", hard,
     "Set-up is closed already; nothing is left to close."},
    {approver_missing, "approver_missing", hard,
     "This needs a second person's approval: add --approver with the name of somebody who may "
     "approve."},
    {approver_is_requester, "approver_is_requester", hard,
     "{approver} cannot approve what they ask for themselves. Another person must approve it."},
    {approver_lacks_power, "approver_lacks_power", hard,
     "{approver} holds no role that may approve. An armoury manager or senior officer can."},
    {code_unknown, "code_unknown", hard,
     "Nothing here is called {code}. Check the label, or look it up in the register."},
    {code_ambiguous, "code_ambiguous", hard,
     "{code} names more than one thing: {choices}. Give the tag, or MODEL/SERIAL."},
    {code_wrong_kind, "code_wrong_kind", hard, "{code} is not {wanted}. Scan {wanted}."},
    {name_taken, "name_taken", hard,
     "{name} exists already. Choose another, or use the one there is."},
    {basket_empty, "basket_empty", hard,
     "There is nothing in the basket. Scan at least one item or batch."},
    {quantity_not_positive, "quantity_not_positive", hard,
     "The quantity of {subject} must be one or more."},
    {line_repeated, "line_repeated", hard,
     "{subject} stands in the basket twice. Take one of the two lines out."},
    {value_unknown, "value_unknown", hard, "{name} does not take \"{value}\". It takes {takes}."},
    {happened_in_future, "happened_in_future", hard,
     "It is said to have happened at {happened}, which is still to come. Check the day and time."},
    {paper_missing, "paper_missing", hard,
     "What happened earlier, at {happened}, is keyed from a numbered paper form. Give the page's "
     "number; without one, record it as happening now."},
    {happened_long_ago, "happened_long_ago", hard,
     "It is said to have happened at {happened}, more than {days} days ago. Check the year; if it "
     "is right, the policy late_entry_days sets the limit."},
    {purpose_unknown, "purpose_unknown", hard,
     "{purpose} is no purpose in the reference list. Choose one of the list."},
    {officer_left, "officer_left", hard,
     "{officer} is recorded as a leaver. Nothing can be issued to them."},
    {serial_differs, "serial_differs", hard,
     "The serial was read as {first} and then as {second}. Read it off the thing once more, "
     "twice."},
    {seal_taken, "seal_taken", hard,
     "A box of {subject} with seal {seal} was received before. Read the number on the seal again."},
    {batch_differs, "batch_differs", hard,
     "{subject} is on the register with {what}. Read the label again; another lot has another "
     "number."},
    {range_unclear, "range_unclear", hard,
     "{first} to {last} is no range of serials: both need the same letters around a number, the "
     "lower first. Copy them from the notice."},
    {range_empty, "range_empty", hard,
     "No {model} here has a serial from {first} to {last}. Check the notice; there is nothing to "
     "hold."},
    {case_unknown, "case_unknown", hard,
     "There is no {wanted} {case}. `musterctl cases` lists what is away and why."},
    {case_closed, "case_closed", hard,
     "Nothing is away under {case} any more. `musterctl movements` shows what became of it."},
    {not_of_case, "not_of_case", hard,
     "{subject} is not away under {case}. Check the label; `musterctl cases` shows what is."},
    {detail_missing, "detail_missing", hard,
     "This cannot be recorded without {detail}. Add it and try again."},
    {urgent_not_allowed, "urgent_not_allowed", hard,
     "Urgent issue is switched off here (policy urgent_issue). Issue with the officer's PIN."},
    {not_provisional, "not_provisional", hard,
     "Movement {entry} does not wait for a confirmation. `musterctl unconfirmed` lists those that "
     "do."},
    {clock_in_order, "clock_in_order", hard,
     "No entry since the last such correction was made by a clock behind. There is nothing to "
     "put right."},
    {issue_to_self, "issue_to_self", hard,
     "STOP: nobody issues to themselves. Another armourer must issue this."},
    {receive_from_self, "receive_from_self", hard,
     "STOP: nobody receives from themselves. Another armourer must take this back."},
    {second_missing, "second_missing", hard,
     "Policy asks for a second person. Ask a colleague to confirm with their own secret."},
    {second_is_issuer, "second_is_issuer", hard,
     "STOP: the second person is the issuer. It must be somebody else."},
    {second_is_officer, "second_is_officer", hard,
     "STOP: the second person is the officer who draws. It must be somebody else."},
    {second_lacks_power, "second_lacks_power", hard,
     "{second} holds no role that may be second person."},
    {confirmation_missing, "confirmation_missing", hard,
     "The officer has not confirmed the basket. They confirm it with their own PIN."},
    {receiver_is_sender, "receiver_is_sender", hard,
     "STOP: {user} sent this consignment. Somebody else must say what arrived."},
    {signer_received_it, "signer_received_it", hard,
     "STOP: {user} recorded the receipt of {subject}. Another person must sign it fit."},
    {witnesses_not_two, "witnesses_not_two", hard,
     "Disposal needs two witnesses: two different people, and neither of them who records it."},
    {decider_reported_it, "decider_reported_it", hard,
     "STOP: {user} reported this missing, or had it last. Another person decides what became of "
     "it."},
    {releaser_placed_hold, "releaser_placed_hold", hard,
     "STOP: {user} placed this hold. Another person must release it."},
    {handover_to_self, "handover_to_self", hard,
     "STOP: nobody hands over to themselves. Name the person who takes over."},
    {not_on_duty, "not_on_duty", hard,
     "By the book {holder} has the duty at {place}, not {user}. They hand it over themselves; "
     "where they went without, take it over alone, with the reason."},
    {not_paired_here, "not_paired_here", hard,
     "STOP: at {place} an armourer issues and receives; officers do not do so in pairs. Call the "
     "armourer out."},
    {purpose_not_paired, "purpose_not_paired", hard,
     "STOP: officers do not issue to each other for {purpose}. An armourer must issue this."},
    {pair_not_issuer, "pair_not_issuer", hard,
     "STOP: {user} is not {giver}. Whoever hands out or takes back signs in with an account of "
     "their own, and gives their own PIN."},
    {pair_not_authorised, "pair_not_authorised", hard,
     "STOP: {giver} has no current {class} authorisation, and hands out no {subject}. Another "
     "authorised officer can."},
    {item_on_hold, "item_on_hold", hard,
     "STOP: {subject} is on hold ({hold}). It stays where it is until the hold is released."},
    {item_missing, "item_missing", hard,
     "STOP: {subject} is reported missing. Keep it, and tell the armoury manager that it is "
     "here."},
    {item_unserviceable, "item_unserviceable", hard,
     "STOP: {subject} is {condition}. It cannot be issued until it is signed fit."},
    {item_at_maintenance, "item_at_maintenance", hard,
     "STOP: {subject} is at maintenance. It cannot be issued until it is signed fit."},
    {item_not_available, "item_not_available", hard,
     "STOP: by the book {subject} is {status}. Find out where it is before it moves."},
    {item_already_out, "item_already_out", hard,
     "STOP: by the book {subject} is with {holder}. Return it first, or check the label."},
    {status_forbids, "status_forbids", hard,
     "STOP: by the book {subject} is {status} ({holder}). For {step} it must be {wanted}. Record "
     "first what became of it."},
    {condition_forbids, "condition_forbids", hard,
     "STOP: {subject} is {condition}. For {step} it must be {wanted}."},
    {item_is_mounted, "item_is_mounted", hard,
     "{subject} is mounted on {host} and goes where that goes. Take it off first with `swap`."},
    {part_not_mounted, "part_not_mounted", hard,
     "By the book {subject} is not mounted on {host}. Check its serial before it is taken off."},
    {batch_on_hold, "batch_on_hold", hard,
     "STOP: batch {subject} is on hold ({hold}). Put it back and take another batch."},
    {quarantine_only, "quarantine_only", hard,
     "{subject} is destroyed from quarantine only, and lies in {place}. Move it to quarantine "
     "first."},
    {authorisation_absent, "authorisation_absent", hard,
     "STOP: {officer} has no {class} authorisation. The CFI can grant one."},
    {authorisation_expired, "authorisation_expired", hard,
     "STOP: {class} authorisation of {officer} ended {date}. Put {subject} back; the CFI can "
     "renew it."},
    {authorisation_suspended, "authorisation_suspended", hard,
     "STOP: {class} authorisation of {officer} is suspended: see CFI."},
    {authorisation_not_started, "authorisation_not_started", hard,
     "STOP: {class} authorisation of {officer} begins {date}. Put {subject} back until then."},
    {granted_today_by_issuer, "granted_today_by_issuer", hard,
     "STOP: you granted this {class} authorisation today. Another armourer must issue against "
     "it."},
    {function_test_missing, "function_test_missing", hard,
     "STOP: {subject} has passed no function test today. Test it, record the test, and scan it "
     "again."},
    {live_and_blank_apart, "live_and_blank_apart", hard,
     "STOP: {subject} is {use}, and {officer} has or takes {other}. Live, blank and drill rounds "
     "are never drawn together: take one back first."},
    {balance_too_low, "balance_too_low", hard,
     "Only {available} of {subject} here; you asked for {asked}. Take less, or another batch."},
    {balance_hidden, "balance_hidden", hard,
     "{asked} of {subject} cannot be taken here. How much there is stays hidden from you until "
     "your "
     "count is handed in: ask somebody who does not count it."},
    {kit_incomplete, "kit_incomplete", hard,
     "{kit} still lacks {missing}. Scan what the officer takes, or take the kit out of the "
     "basket."},
    {course_missing, "course_missing", hard,
     "A training issue needs its course reference. Add --course."},
    {not_reversible, "not_reversible", hard,
     "Entry {entry} is not put right by a reversal. Record its own opposite: a return, a recovery, "
     "a release."},
    {corrected_already, "corrected_already", hard,
     "Entry {entry} was corrected already, by entry {by}. Correct that one if it is wrong."},
    {moved_since, "moved_since", hard,
     "{subject} has moved since entry {entry}. Correct the later movement first."},
    {joint_count_missing, "joint_count_missing", hard,
     "Policy asks for a joint count at a handover. Close a count of sort handover since the last "
     "one, and name it with --count."},
    {handover_differs, "handover_differs", hard,
     "STOP: {subject}: {expected} by the book, {found} in the safe. Look again; if it stays so, "
     "close the check with --discrepancy and what is known of it."},
    {override_reason_missing, "override_reason_missing", hard,
     "An override needs a reason in words."},
    {override_by_missing, "override_by_missing", hard,
     "An override needs the person who answers for it: add --overridden-by."},
    {override_lacks_power, "override_lacks_power", hard,
     "{user} may not override this stop, or is the issuer or the officer. A supervisor can."},
    {authorisation_data_old, "authorisation_data_old", overridable,
     "Authorisation data for {officer} is {days} days old (limit {limit}). Confirm it with the "
     "CFI; a supervisor can then override."},
    {batch_expired, "batch_expired", overridable,
     "Batch {subject} expired {date}. Take another, or ask a supervisor to override; it "
     "belongs in quarantine."},
    {same_kind_held, "same_kind_held", overridable,
     "{officer} already holds a {kind}: {held}. Take it back first, or ask a supervisor to "
     "override."},
    {item_assigned_to_other, "item_assigned_to_other", overridable,
     "{subject} is another officer's personal issue. Take another, or ask a supervisor to "
     "override."},
    {frozen_for_count, "frozen_for_count", overridable,
     "{subject} lies in {place}, which is frozen while {count} goes on. Take another, or ask a "
     "supervisor to override; the count shows it beside its line."},
    {deployment_to_follow, "deployment_to_follow", overridable,
     "This issue has no deployment reference. Add --deployment, or ask a supervisor to let it "
     "follow within 24 hours."},
    {count_both_custodians, "count_both_custodians", overridable,
     "Both counters are in charge of {location}. Put somebody else on the team, or let a "
     "supervisor override it with a reason."},
    {count_lead_again, "count_lead_again", overridable,
     "{user} led the last {times} counts of {location}. Let another person lead, or let a "
     "supervisor override it with a reason."},
    {count_outsider_missing, "count_outsider_missing", overridable,
     "A count of the kind {sort} needs a counter from outside, who had no stock role for 90 days. "
     "Name one, or let a supervisor override it with a reason."},
    {authorisation_lapses_soon, "authorisation_lapses_soon", warning,
     "{class} authorisation of {officer} ends {date}. The CFI can renew it before then."},
    {inspection_due_soon, "inspection_due_soon", warning,
     "The inspection of {subject} is due {date}."},
    {something_overdue, "something_overdue", warning,
     "{officer} has had {subject} since before {date}, when it was due back. Ask where it is."},
    {rounds_for_another_use, "rounds_for_another_use", warning,
     "{subject} is for {use}, and this issue is {purpose}. Check the box before it goes."},
    {count_unknown, "count_unknown", hard,
     "There is no open count {count}. `musterctl counts` lists them."},
    {count_closed, "count_closed", hard,
     "Count {count} is closed. Its lines stand for ever; start another."},
    {count_needs_two, "count_needs_two", hard,
     "A count needs two counters who are two different people."},
    {counter_not_of_count, "counter_not_of_count", hard, "{user} is not a counter of this count."},
    {counter_submitted_already, "counter_submitted_already", hard,
     "{user} has handed in their sheet already. It cannot be changed."},
    {location_outside_count, "location_outside_count", hard,
     "{location} is outside the scope of this count."},
    {count_overlaps, "count_overlaps", hard,
     "{location} is being counted already, in {count}. Finish that one first."},
    {count_unfinished, "count_unfinished", hard,
     "Both counters must hand in their sheets first; {waiting} is still to come."},
    {count_not_reconciled, "count_not_reconciled", hard,
     "{open} lines are not counted yet, or the counters differ. Count or skip them, or let a "
     "third person count, then reconcile."},
    {second_counted, "second_counted", hard,
     "Two different people close a count. Name another than the one who closes."},
    {third_counted, "third_counted", hard,
     "STOP: {user} counted already. Another person counts once more."},
    {recount_not_needed, "recount_not_needed", hard,
     "No line of {count} is open. Nothing needs to be counted once more."},
    {discrepancy_unknown, "discrepancy_unknown", hard,
     "There is no discrepancy {discrepancy}. `musterctl discrepancies` lists them."},
    {discrepancy_not_open, "discrepancy_not_open", hard,
     "Discrepancy {discrepancy} is {state}. For this it must be {wanted}."},
    {approver_counted, "approver_counted", hard,
     "STOP: {user} counted in {count}, which found this. Nobody approves a variance they counted; "
     "another person must."},
    {dip_test_unknown, "dip_test_unknown", hard,
     "There is no dip-test {test}. `musterctl dip-test list` names them."},
    {dip_test_keyed_already, "dip_test_keyed_already", hard,
     "The sheet of dip-test {test} was keyed already. Draw another."},
    {not_senior, "not_senior", hard,
     "{user} is no senior officer, and deputises for none today. A senior officer signs, or names "
     "them as deputy with `oversight deputise`."},
    {in_blind_count, "in_blind_count", hard,
     "In a blind count: what the book says of this place is hidden from you until the count is "
     "handed in."},
    {period_label_taken, "period_label_taken", hard,
     "Period {label} was closed already. Choose another label."},
    {period_empty, "period_empty", hard, "Nothing was recorded since the last period was closed."},
    {period_unknown, "period_unknown", hard,
     "There is no closed period {label}. Close it first with `period close`."},
    {file_imported_before, "file_imported_before", hard,
     "This very file was imported by entry {entry}. Nothing was changed."},
    {import_unknown, "import_unknown", hard,
     "Entry {entry} is no import that still stands. `musterctl import list` names them."},
    {changed_since, "changed_since", hard,
     "{subject} has moved or changed since that import, which therefore cannot be undone. "
     "Undo the later import first, or correct {subject} by itself."},
    {source_older, "source_older", hard,
     "The file is as at {date}, and what is recorded is as at {recorded}. An older file changes "
     "nothing; ask its source for a newer one."},
    {import_has_faults, "import_has_faults", hard,
     "The file has {faults} faults. Correct them, or import without the faulty rows."},
    {key_unknown, "key_unknown", hard,
     "No key called {key} is certified here. `musterctl key list` names them."},
    {role_unknown, "role_unknown", hard, "{role} is no role. Roles are: {roles}."},
    {role_not_held, "role_not_held", hard, "{user} does not hold the role {role}."},
    {pack_not_of_force, "pack_not_of_force", hard, "This pack is not one that this ledger built."},
    {signed_already, "signed_already", hard, "{user} or their role has signed this pack already."},
    {preparer_is_signer, "preparer_is_signer", hard,
     "Who prepared the pack cannot sign it off. Another person must."},
    {practice_only, "practice_only", hard, "{option} is for practice ledgers only."},
    {follows_only, "follows_only", hard,
     "An entry of kind {kind} is never made by itself; it follows from another."},
};

}  // namespace

const std::vector<RefusalWords>& refusal_words() {
    static const std::vector<RefusalWords> table(std::begin(rows), std::end(rows));
    return table;
}

const RefusalWords& words_of(Refusal refusal) {
    const RefusalWords& row = refusal_words().at(static_cast<std::size_t>(refusal));
    assert(row.refusal == refusal);
    return row;
}

std::string sentence_of(const RefusedLine& line) {
    std::string sentence;
    std::string_view rest = words_of(line.refusal).sentence;
    while (!rest.empty()) {
        const std::size_t open = rest.find('{');
        sentence += rest.substr(0, open);
        if (open == rest.npos) break;
        const std::size_t close = rest.find('}', open);
        const auto word = line.words.find(std::string{rest.substr(open + 1, close - open - 1)});
        sentence += word != line.words.end() ? word->second
                    : line.subject.empty()   ? "this"
                                             : line.subject;
        rest.remove_prefix(close + 1);
    }
    return sentence;
}

void sort_by_precedence(Refused& refused) {
    std::stable_sort(
        refused.lines.begin(), refused.lines.end(),
        [](const RefusedLine& a, const RefusedLine& b) { return a.refusal < b.refusal; });
}

}  // namespace muster::core
