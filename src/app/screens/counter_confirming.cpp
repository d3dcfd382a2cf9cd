// SPDX-License-Identifier: MIT
#include "app/screens/basket.hpp"
#include "muster/app/status_screen.hpp"

namespace muster::app {
namespace {

std::string name_in(const core::RefusedLine& line) {
    const auto user = line.words.find("user");
    return user == line.words.end() ? std::string{} : user->second;
}

// What those present can mend at once, without touching the basket.
bool is_about_people(core::Refusal refusal) {
    using enum core::Refusal;
    return refusal == user_unknown || refusal == user_withdrawn || refusal == secret_wrong ||
           refusal == second_missing || refusal == second_is_issuer ||
           refusal == second_is_officer || refusal == second_lacks_power ||
           refusal == confirmation_missing;
}

}  // namespace

void CounterScreen::freeze() {
    if (state_.busy || state_.confirming) return;
    escaped_once_ = false;
    if (urgent_ && basket_ && state_.mode == CounterState::Mode::issuing) {
        record_urgent({});
        return redraw();
    }
    if (!basket_) return notify({Tone::plain, state_.invitation});
    basket_->refresh();
    redraw();
    if (!state_.may_confirm) {
        state_.notice = {Tone::stop, "This cannot be confirmed yet. " +
                                         (state_.asked.empty() ? state_.invitation : state_.asked)};
        return redraw();
    }
    if (!was_reminded()) return redraw();
    basket_->drop_question();
    frozen_ = basket_->frozen(use_.new_request());
    state_.confirming = true;
    state_.second_wanted = state_.mode == CounterState::Mode::issuing &&
                           basket_->pair().collar.empty() &&
                           (!use_.wants_second || use_.wants_second());
    state_.notice = {};
    redraw();
}

// Once it is said what was left unsaid; whoever goes on all the same is not held up.
bool CounterScreen::was_reminded() {
    const std::string unsaid = basket_->unsaid();
    if (unsaid.empty() || std::exchange(reminded_, true)) return true;
    state_.notice = {Tone::warning, unsaid + " F9 again goes on without it."};
    return false;
}

void CounterScreen::confirm(const ConfirmSecrets& typed) {
    if (state_.busy || !state_.confirming) return;
    if (typed.officer_pin.empty() && !state_.pin_may_be_missing)
        return notify({Tone::stop, "The officer types their own PIN to confirm."});
    if (!typed.second.empty() && typed.second_password.empty())
        return notify({Tone::stop, typed.second + " types their own password as second person."});
    const std::string& giver = basket_->pair().collar;
    if (!giver.empty() && typed.giver_pin.empty())
        return notify({Tone::stop, basket_->pair().words +
                                       " confirms by a PIN of their own: type it in its field."});
    const auto secrets = std::make_shared<GivenSecrets>();
    secrets->give("officer:" + basket_->card().collar, typed.officer_pin);
    if (!giver.empty()) secrets->give("officer:" + giver, typed.giver_pin);
    basket_->add_secrets(*secrets);
    secrets->give(typed.second, typed.second_password);
    state_.second = typed.second;
    state_.busy = true;
    state_.notice = {Tone::plain, "Recording..."};
    changed();
    const auto result = std::make_shared<std::optional<core::Result<MovementReceipt>>>();
    background_.run([commit = frozen_, second = typed.second, secrets,
                     result] { result->emplace(commit(second, *secrets)); },
                    [this, result, here = std::weak_ptr{here_}](const std::exception_ptr& thrown) {
                        if (here.expired()) return;
                        state_.busy = false;
                        if (thrown)
                            show_failure(thrown);
                        else
                            finish(**result);
                        drain();
                        redraw();
                    });
}

// --- urgent issue ------------------------------------------------------------------------------

void CounterScreen::toggle_urgent() {
    if (state_.busy) return;
    if (basket_ && state_.mode == CounterState::Mode::taking_back)
        return notify({Tone::stop, "Finish or cancel the return first (F9, or Esc twice)."});
    if (basket_ && !basket_->pair().collar.empty())
        return notify({Tone::stop, "A pair issues nothing urgently. Call the armourer out."});
    if (!basket_ || basket_->is_empty()) {
        set_urgent(!urgent_);
        return;
    }
    // Nothing is recorded, nor changes what it is, by one key alone.
    const Question question =
        urgent_ ? Question{"Record the urgent basket?",
                           "The basket of " + basket_->card().words +
                               " is still open. Ending urgent issue records it, without a PIN.",
                           "Record it", "Go on with it"}
                : Question{"Make this basket urgent?",
                           "The basket of " + basket_->card().words +
                               " would be recorded without a PIN, and to be confirmed afterwards.",
                           "Make it urgent", "Leave it as it is"};
    prompter_.ask(question, [this, begins = !urgent_, here = std::weak_ptr{here_}] {
        if (!here.expired() && !state_.busy && basket_ && begins != urgent_) set_urgent(begins);
    });
}

void CounterScreen::set_urgent(bool urgent) {
    thaw();
    urgent_ = urgent;
    state_.notice = {Tone::plain, urgent_ ? "" : "Urgent issue has ended."};
    if (!urgent_ && basket_ && !basket_->is_empty()) {
        record_urgent({});
    } else if (basket_) {
        basket_->set_urgent(urgent_);
        basket_->refresh();
    }
    redraw();
}

bool CounterScreen::urgent_waits() const {
    return urgent_ && basket_ && !basket_->is_empty() && !state_.busy &&
           state_.mode == CounterState::Mode::issuing;
}

void CounterScreen::record_waiting() {
    if (!urgent_waits()) return;
    record_urgent({});
    redraw();
}

// Nobody waits for a PIN: what was scanned is recorded as it is, and the officer confirms it later.
void CounterScreen::record_urgent(const std::string& next_code) {
    basket_->refresh();
    CounterState look;
    basket_->show(look);
    if (!look.may_confirm) {
        urgent_ = true;
        state_.notice = {Tone::stop, "Not recorded: a line of " + basket_->card().words +
                                         " is stopped. Take it out (C-CANCEL-LINE or Esc), then "
                                         "scan the next card again."};
        return;
    }
    state_.busy = true;
    state_.notice = {Tone::plain, "Recording..."};
    changed();
    const auto result = std::make_shared<std::optional<core::Result<MovementReceipt>>>();
    const auto secrets = std::make_shared<GivenSecrets>();
    // After a lost answer the same basket is recorded under the same id, and counts once.
    if (urgent_request_.empty()) urgent_request_ = use_.new_request();
    background_.run(
        [commit = basket_->frozen(urgent_request_), secrets, result] {
            result->emplace(commit("", *secrets));
        },
        [this, result, next_code, here = std::weak_ptr{here_}](const std::exception_ptr& thrown) {
            if (!here.expired()) end_urgent(*result ? &**result : nullptr, thrown, next_code);
        });
}

void CounterScreen::end_urgent(const core::Result<MovementReceipt>* result,
                               const std::exception_ptr& thrown, const std::string& next_code) {
    state_.busy = false;
    if (thrown || result == nullptr || !*result) {
        // What was scanned meanwhile was meant for the next officer, who is not at the counter yet.
        waiting_codes_.clear();
        // The basket is still an urgent one, even where the mode was to end with it.
        urgent_ = true;
        if (thrown) {
            show_failure(thrown);
        } else {
            urgent_request_.clear();
            show_refusal(result->error());
        }
        state_.notice.words += " Scan the next officer's card again.";
        return redraw();
    }
    urgent_request_.clear();
    finish(*result);
    if (!next_code.empty()) take_code(next_code);
    drain();
    redraw();
}

void CounterScreen::finish(const core::Result<MovementReceipt>& result) {
    if (!result) return show_refusal(result.error());
    show_receipt(result.value());
    committed();
}

// The same frozen basket may be confirmed again: its request id makes sure that it counts once.
void CounterScreen::show_failure(const std::exception_ptr& thrown) {
    state_.notice = {Tone::stop, describe(thrown).sentence};
}

void CounterScreen::show_refusal(const core::Refused& refused) {
    const core::RefusedLine& gravest = refused.lines.front();
    state_.notice = {Tone::stop, core::sentence_of(gravest)};
    if (!basket_) return;
    const bool overrider = basket_->forget_override_of(name_in(gravest));
    if (!overrider && state_.confirming && is_about_people(gravest.refusal)) return;
    state_.confirming = false;
    frozen_ = nullptr;
    basket_->refresh();
}

void CounterScreen::show_receipt(const MovementReceipt& movement) {
    CounterReceipt receipt;
    receipt.title = basket_->receipt_title();
    receipt.number = "#" + grouped(movement.number);
    receipt.short_form = movement.receipt.short_form;
    receipt.lines = movement.lines;
    for (const core::EntryNumber number : movement.discrepancies)
        receipt.discrepancies.push_back(use_.discrepancy_words(number));
    if (!movement.confirmed) receipt.remark = "Recorded without the officer's confirmation.";
    if (movement.mode == "urgent")
        receipt.remark = "Urgent: provisional until the officer confirms it with their PIN.";
    for (const std::string& line : movement.still_out)
        receipt.discrepancies.push_back("STILL OUT of the kit " + line);
    if (!movement.overrides.empty())
        receipt.remark = counted_words(std::ssize(movement.overrides), "stop was", "stops were") +
                         " overridden; the override register lists it.";
    if (movement.receipt.repeated)
        receipt.remark = "This had been recorded already; nothing was recorded twice.";
    clear({});
    state_.last = receipt.number + "  " + receipt.title;
    state_.receipt = std::move(receipt);
}

}  // namespace muster::app
