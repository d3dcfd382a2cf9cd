// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "muster/app/background.hpp"
#include "muster/app/command_cards.hpp"
#include "muster/app/counter.hpp"
#include "muster/app/notice.hpp"
#include "muster/app/prompter.hpp"
#include "muster/app/sign_in_screen.hpp"

namespace muster::app {

/// Who hands out in a pair: the officer that is signed in where no armourer attends (DOMAIN §5).
struct CounterPair {
    std::string collar;  ///< empty where an armourer attends
    std::string words;
};

/// What the counter does through the ledger.
struct CounterUseCases {
    std::function<ScannedThing(const std::string& code)> scan;
    /// By collar number, or by the id of an officer who holds something.
    std::function<core::Result<OfficerCard>(const std::string& collar)> card;
    std::function<BasketPreview(const IssueRequest&)> preview;
    std::function<core::Result<MovementReceipt>(const IssueRequest&, Secrets&)> issue;
    /// What a suspension stops was asked for; may be empty.
    std::function<void(const IssueRequest&)> attempted = {};
    std::function<core::Result<MovementReceipt>(const ReturnRequest&, Secrets&)> take_back;
    std::function<std::string(core::EntryNumber)> discrepancy_words;
    /// A fresh request id: asking again after a lost answer must not issue twice.
    std::function<std::string()> new_request;
    std::vector<Choice> purposes;
    std::vector<Choice> expenditures;
    /// Whether policy wants a second person at an issue; may be empty, which is yes.
    std::function<bool()> wants_second = {};
    /// Who hands out, where only a pair may; may be empty.
    std::function<CounterPair()> pair = {};
    /// Why that person may not answer stops, looked at when they offer to; nothing where they may.
    /// May be empty; what is recorded is checked again.
    std::function<std::string(const std::string& user, const std::string& password)>
        refuse_overrider = {};
};
/// The real ones, over the session's ledger.
CounterUseCases counter_use_cases(std::shared_ptr<Session> session);

/// A line of the basket; the truths say what a person can do with it.
struct CounterLine {
    std::string subject;  ///< id
    std::string words;
    std::string amount;  ///< `30 pieces`; empty for an item
    Tone tone = Tone::plain;
    std::string verdict;  ///< one word or two: `OK`, `STOP`, `STILL OUT`
    std::vector<std::string> reasons;
    std::string read_back;  ///< as it is read to the officer: `28 back, 2 SHORT: 9x19 22-117`
    bool may_remove = false;
    bool may_count = false;    ///< its quantity can be typed (again)
    bool may_explain = false;  ///< fewer came back than went out
    bool is_touched = false;   ///< scanned, counted or typed last: to be seen
    bool operator==(const CounterLine&) const = default;
};

/// What one officer may draw, and what they have out.
struct CounterCompetence {
    std::string words;
    bool in_force = false;
};

/// What the screen shows once a movement is on disk, until the next officer.
struct CounterReceipt {
    std::string title;   ///< `Issued to PC 4471`
    std::string number;  ///< `#41,903`
    std::string short_form;
    std::vector<std::string> lines;
    std::vector<std::string> discrepancies;
    std::string remark;  ///< unconfirmed, overridden, recorded before
};

/// What the view draws; it keeps nothing else.
struct CounterState {
    enum class Mode { waiting, issuing, taking_back };
    Mode mode = Mode::waiting;
    std::string heading;
    std::string invitation;  ///< what to do next
    Notice notice;
    std::string officer;
    std::vector<CounterCompetence> competences;
    std::vector<std::string> holdings;
    std::vector<CounterLine> lines;
    std::vector<Notice> basket_notices;  ///< stops and remarks about the whole basket
    std::string asked;                   ///< the question for a quantity; empty where none is asked
    std::vector<Choice> purposes;
    std::string purpose;
    std::string reference_label;
    std::string reference;
    bool reference_shown = false;
    std::string second;         ///< the last second person, offered again
    bool second_wanted = true;  ///< policy asks for one, of what is in front
    bool may_override = false;
    bool may_begin_return = false;
    bool may_confirm = false;
    bool confirming = false;  ///< the basket is frozen
    bool pin_may_be_missing = false;
    std::string giver;            ///< of a pair: who hands out or takes back, by their own PIN
    bool unloaded_asked = false;  ///< a weapon came back
    bool unloaded = false;        ///< and was seen unloaded and clear
    bool range_asked = false;     ///< something came back from a course
    bool range_declared = false;  ///< and the range was declared clear
    std::string read_back;
    bool busy = false;
    std::string urgent;  ///< what to know while issues are urgent; empty while they are not
    std::optional<CounterReceipt> receipt;
    std::string last;  ///< the last movement of this session in a few words
};

/// What is typed while a basket is frozen.
struct ConfirmSecrets {
    std::string second;  ///< user name of the second person; empty where there is none
    std::string second_password;
    std::string officer_pin;
    std::string giver_pin{};  ///< of a pair
};

class Basket;

/// The counter: one officer at a time, issue or return, from the first scan to the receipt
/// (SCREENS §3). It decides nothing about the armoury: every stop comes from the rules.
class CounterScreen {
public:
    /// Records a frozen basket; the second person's user name comes with the confirmation.
    using Commit =
        std::function<core::Result<MovementReceipt>(const std::string& second, Secrets&)>;

    CounterScreen(CounterUseCases use, Background& background, Prompter& prompter);
    ~CounterScreen();

    std::function<void()> changed = [] {};
    /// Something was recorded.
    std::function<void()> committed = [] {};
    /// An item that no officer has was scanned while no basket is open: whoever shows items shows
    /// it. May be empty; then the screen says what to do.
    std::function<void(const std::string& item)> show_item;

    const CounterState& state() const { return state_; }

    /// A scanned or typed code. While a movement is being recorded it waits its turn.
    void scan(const std::string& typed);
    /// The answer to `state().asked`.
    void enter_quantity(const std::string& typed);
    /// Asks for the quantity of a line again.
    void count_line(std::size_t line);
    void remove_line(std::size_t line);
    /// What became of the pieces that did not come back: used up, or short.
    void explain_used(std::size_t line);
    void explain_short(std::size_t line);
    /// The officer is giving back, though no weapon was scanned.
    void begin_return();
    /// A note, the page of a paper form, the rounds through each weapon (Ctrl+D).
    void add_details();
    /// The weapons that came back were seen unloaded and clear (Ctrl+L); the range was declared
    /// clear at its end (Ctrl+G).
    void set_unloaded(bool seen);
    void set_range_declared(bool declared);
    void choose_purpose(const std::string& code);
    void set_reference(const std::string& text);
    /// Begins urgent issue, or ends it and records what still lies in the basket (Ctrl+U). While it
    /// lasts an officer's card, the next one's or their own again, records the basket before it.
    void toggle_urgent();
    /// Whether an urgent basket waits to be recorded; and records it, when nothing more is scanned.
    bool urgent_waits() const;
    void record_waiting();
    /// A supervisor answers the overridable stops (F8).
    void override_stops();
    /// Freezes the basket and reads it back (F9). Refused in words while a stop stands.
    void freeze();
    /// Records the frozen basket. Whatever changed it before has voided the freeze.
    void confirm(const ConfirmSecrets& secrets);
    /// One step back: thaw, drop the question, drop the last line; twice running asks whether to
    /// drop the basket (Esc).
    void escape();
    /// Whether leaving now would lose a basket.
    bool has_basket() const;
    /// Says something that the view found: a scanner typed into a secret.
    void notify(Notice notice);

private:
    void take_code(const std::string& typed);
    void obey(CounterCommand command);
    void take_scanned(const std::string& code, const ScannedThing& thing);
    void take_officer(const std::string& code, const ScannedThing& thing);
    void take_used(std::size_t line, const std::vector<std::string>& answers);
    void take_details(const std::vector<std::string>& answers);
    std::string refuse_override(const std::vector<std::string>& answers) const;
    void begin_basket(std::unique_ptr<Basket> basket);
    bool was_reminded();
    void set_urgent(bool urgent);
    void start_issue(const OfficerCard& card);
    void start_return(const OfficerCard& card, const std::string& scanned_item);
    void change(const std::function<void()>& how);
    void record_urgent(const std::string& next_code);
    void end_urgent(const core::Result<MovementReceipt>* result, const std::exception_ptr& thrown,
                    const std::string& next_code);
    void finish(const core::Result<MovementReceipt>& result);
    void show_receipt(const MovementReceipt& movement);
    void show_refusal(const core::Refused& refused);
    void show_failure(const std::exception_ptr& thrown);
    void clear(Notice notice);
    void thaw();
    void redraw();
    void drain();

    CounterUseCases use_;
    Background& background_;
    Prompter& prompter_;
    CounterState state_;
    std::unique_ptr<Basket> basket_;
    std::deque<std::string> waiting_codes_;
    /// Records what was frozen, as it was then, and nothing else.
    Commit frozen_;
    int said_ = 0;  ///< how often something was said
    bool escaped_once_ = false;
    std::string urgent_request_;  ///< of the basket that is being recorded, until it is
    bool urgent_ = false;
    bool reminded_ = false;  ///< of what was not said yet; F9 again goes on without it
    std::shared_ptr<int> here_ = std::make_shared<int>();
};

}  // namespace muster::app
