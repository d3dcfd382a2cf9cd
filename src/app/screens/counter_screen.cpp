// SPDX-License-Identifier: MIT
#include "muster/app/counter_screen.hpp"

#include "app/screens/basket.hpp"
#include "muster/app/scan_text.hpp"

namespace muster::app {
namespace {

constexpr const char* first_invitation = "Scan an officer's card or any weapon to begin.";
constexpr const char* urgent_words =
    "URGENT ISSUE. Scan an officer's card, then what they take: the next card records it, or ten "
    "seconds without a scan; no PIN. Evidence and what is unsafe still stop. Ctrl+U ends it.";

}  // namespace

CounterScreen::CounterScreen(CounterUseCases use, Background& background, Prompter& prompter)
    : use_{std::move(use)}, background_{background}, prompter_{prompter} {
    redraw();
}

CounterScreen::~CounterScreen() = default;

void CounterScreen::notify(Notice notice) {
    state_.notice = std::move(notice);
    state_.notice.said = ++said_;
    changed();
}

bool CounterScreen::has_basket() const {
    return state_.busy || (basket_ && !basket_->is_empty());
}

// --- scans -------------------------------------------------------------------------------------

void CounterScreen::scan(const std::string& typed) {
    if (state_.busy) {
        waiting_codes_.push_back(typed);
        return;
    }
    escaped_once_ = false;
    take_code(typed);
    // Two void scans in a row are heard twice.
    state_.notice.said = ++said_;
    redraw();
}

void CounterScreen::take_code(const std::string& typed) {
    const auto code = scan_text(typed);
    if (!code) {
        state_.notice = {Tone::stop,
                         "The scan is void: a label holds only letters, digits, space and . / - "
                         "Scan it again, or type the tag."};
        return;
    }
    thaw();
    if (const CommandCard* card = command_card(*code)) return obey(card->command);
    take_scanned(*code, use_.scan(*code));
}

void CounterScreen::obey(CounterCommand command) {
    const bool open = basket_ && !basket_->is_empty();
    if (command == CounterCommand::cancel_line && open) {
        state_.notice = basket_->drop_last();
        return basket_->refresh();
    }
    if (command == CounterCommand::next_officer && open) {
        state_.notice = {Tone::stop, "The basket of " + basket_->card().words +
                                         " is still open. Confirm it (F9), or scan CANCEL ALL."};
        return;
    }
    const bool drops = open && command == CounterCommand::cancel_all;
    if (command == CounterCommand::cancel_line)
        state_.notice = {Tone::plain, "There is no line to cancel."};
    else
        clear({Tone::plain, drops ? "Cancelled. Nothing was recorded." : ""});
}

void CounterScreen::take_scanned(const std::string& code, const ScannedThing& thing) {
    using Sort = ScannedThing::Sort;
    if (thing.sort == Sort::nothing) {
        state_.notice = {Tone::stop, "Nothing here is called " + code +
                                         ". Check the label, or look it up in the register (F3)."};
        return;
    }
    if (thing.sort == Sort::several) {
        std::string choices;
        for (const std::string& choice : thing.choices)
            choices += (choices.empty() ? "" : ", ") + choice;
        const bool end = thing.choices.size() == 1;
        state_.notice = {
            Tone::stop, code + (end ? " is only the end of a serial: " : " may be any of these: ") +
                            choices + ". Scan or type the tag, or the whole serial."};
        return;
    }
    state_.receipt.reset();
    if (thing.sort == Sort::officer) return take_officer(code, thing);
    const bool held = thing.sort == Sort::item && thing.holder.starts_with("o-");
    if (!basket_ && (!held || urgent_)) {
        const bool kit = thing.sort == Sort::kit;
        if (thing.sort == Sort::item && !urgent_ && show_item) return show_item(thing.id);
        state_.notice = {Tone::stop,
                         kit || urgent_
                             ? "Scan the officer's card first, then " + thing.words + "."
                             : thing.words +
                                   " is not with an officer. To issue it, scan the officer's "
                                   "card first."};
        return;
    }
    // A weapon that is out begins its return, unless an issue has begun already.
    const bool begins = !urgent_ && (!basket_ || (state_.mode == CounterState::Mode::issuing &&
                                                  basket_->is_empty() &&
                                                  basket_->card().officer.value == thing.holder));
    if (held && begins) {
        const auto card = use_.card(thing.holder);
        if (!card) return show_refusal(card.error());
        start_return(card.value(), thing.id);
        state_.notice = {Tone::plain, thing.words + " is back. Here is all they have out."};
        return;
    }
    state_.notice = basket_->take(code, thing);
    basket_->refresh();
}

void CounterScreen::take_officer(const std::string& code, const ScannedThing& thing) {
    if (basket_ && state_.mode == CounterState::Mode::taking_back) {
        state_.notice = basket_->take(code, thing);
        return;
    }
    if (urgent_ && basket_ && !basket_->is_empty()) {
        const bool again = basket_->card().officer.value == thing.id;
        return record_urgent(again ? std::string{} : code);
    }
    if (basket_ && basket_->card().officer.value == thing.id) {
        state_.notice = {Tone::plain, thing.words + " is at the counter already."};
        return;
    }
    if (basket_ && !basket_->is_empty()) {
        state_.notice = {Tone::stop, "The basket of " + basket_->card().words +
                                         " is still open. Confirm it (F9) or cancel it (Esc twice) "
                                         "before the next officer."};
        return;
    }
    const auto card = use_.card(code);
    if (!card) return show_refusal(card.error());
    start_issue(card.value());
}

void CounterScreen::start_issue(const OfficerCard& card) {
    begin_basket(make_issue_basket(use_, card));
    basket_->set_urgent(urgent_);
    basket_->refresh();
}

void CounterScreen::start_return(const OfficerCard& card, const std::string& scanned_item) {
    begin_basket(make_return_basket(use_, card, scanned_item));
}

void CounterScreen::begin_basket(std::unique_ptr<Basket> basket) {
    basket_ = std::move(basket);
    if (use_.pair) basket_->pair_with(use_.pair());
    reminded_ = false;
    state_.notice = {};
}

// --- what a person changes ---------------------------------------------------------------------

// Any change voids what was being confirmed (DOMAIN §5).
void CounterScreen::change(const std::function<void()>& how) {
    if (state_.busy || !basket_) return;
    escaped_once_ = false;
    thaw();
    how();
    basket_->refresh();
    redraw();
}

void CounterScreen::thaw() {
    if (state_.confirming)
        state_.notice = {Tone::warning,
                         "The basket changed, so what was read back is void. Read "
                         "it back again (F9)."};
    state_.confirming = false;
    frozen_ = nullptr;
    reminded_ = false;
}

void CounterScreen::enter_quantity(const std::string& typed) {
    if (!basket_ || !basket_->is_asking()) return;
    const auto quantity = typed_quantity(typed);
    change([&] {
        state_.notice = quantity ? basket_->enter_quantity(*quantity)
                                 : Notice{Tone::stop, "Type the quantity in digits, as counted."};
    });
}

void CounterScreen::count_line(std::size_t line) {
    change([&] { basket_->count_line(line); });
}

void CounterScreen::remove_line(std::size_t line) {
    change([&] { state_.notice = basket_->remove_line(line); });
}

void CounterScreen::begin_return() {
    if (!state_.may_begin_return) return;
    change([&] { start_return(basket_->card(), ""); });
}

void CounterScreen::choose_purpose(const std::string& code) {
    change([&] { basket_->choose_purpose(code); });
}

void CounterScreen::set_reference(const std::string& text) {
    if (text == state_.reference) return;
    change([&] { basket_->set_reference(text); });
}

// --- one step back -----------------------------------------------------------------------------

void CounterScreen::escape() {
    if (state_.busy) return;
    if (state_.confirming) {
        state_.confirming = false;
        frozen_ = nullptr;
        state_.notice = {Tone::plain, "Back to the basket. Nothing was recorded."};
    } else if (!basket_) {
        clear({});
    } else if (basket_->is_asking()) {
        basket_->drop_question();
        escaped_once_ = true;
    } else if (basket_->is_empty()) {
        clear({Tone::plain, "Cancelled. Nothing was recorded."});
    } else if (urgent_) {
        // In a hurry a key is soon pressed; a line is taken out only where it is meant.
        if (escaped_once_) {
            state_.notice = basket_->drop_last();
            basket_->refresh();
        } else {
            state_.notice = {Tone::warning,
                             "Esc again takes the last line out of the urgent basket. Ctrl+U ends "
                             "urgent issue."};
        }
        escaped_once_ = !escaped_once_;
    } else if (escaped_once_) {
        prompter_.ask(
            {"Cancel the basket?",
             "The whole basket of " + basket_->card().words + " is dropped. Nothing was recorded.",
             "Cancel the basket", "Keep it"},
            [this, here = std::weak_ptr{here_}] {
                if (here.expired() || state_.busy) return;
                clear({Tone::plain, "Cancelled. Nothing was recorded."});
                redraw();
            });
        escaped_once_ = false;
        return;
    } else {
        state_.notice = basket_->drop_last();
        state_.notice.words += " Esc again cancels the whole basket.";
        basket_->refresh();
        escaped_once_ = true;
    }
    redraw();
}

void CounterScreen::clear(Notice notice) {
    basket_.reset();
    frozen_ = nullptr;
    state_.confirming = false;
    state_.receipt.reset();
    state_.notice = std::move(notice);
    escaped_once_ = false;
}

void CounterScreen::drain() {
    while (!waiting_codes_.empty()) {
        const std::string code = std::move(waiting_codes_.front());
        waiting_codes_.pop_front();
        take_code(code);
        redraw();
    }
}

void CounterScreen::redraw() {
    CounterState next;
    next.notice = state_.notice;
    next.second = state_.second;
    next.second_wanted = state_.second_wanted;
    next.confirming = state_.confirming;
    next.busy = state_.busy;
    next.receipt = state_.receipt;
    next.invitation = first_invitation;
    next.heading = "Counter";
    next.last = state_.last;
    if (urgent_) next.urgent = urgent_words;
    if (basket_) {
        const OfficerCard& card = basket_->card();
        next.officer = card.words;
        for (const OfficerCard::Competence& each : card.competences)
            next.competences.push_back({each.words, each.in_force});
        // Quantities stay unsaid, so that nobody counts towards a number (DOMAIN §5).
        for (const OfficerCard::Held& held : card.held) next.holdings.push_back(held.words);
        basket_->show(next);
        if (next.confirming) next.read_back = basket_->read_back();
    }
    state_ = std::move(next);
    changed();
}

}  // namespace muster::app
