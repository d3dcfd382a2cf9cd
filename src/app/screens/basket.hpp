// SPDX-License-Identifier: MIT
#pragma once

#include "app/screens/given_secrets.hpp"
#include "muster/app/counter_screen.hpp"
#include "muster/app/movement_form.hpp"

namespace muster::app {

/// What became of pieces that did not come back.
struct Used {
    std::int64_t quantity = 0;
    std::string reason;
    std::string reference;
    std::vector<AttendeeUse> attendees;  ///< of a course; their code is the line's
    std::string download;                ///< of a device that fired them
};

/// What lies between an officer and the counter before it is recorded: an issue or a return.
class Basket {
public:
    using Commit = CounterScreen::Commit;

    explicit Basket(OfficerCard card) : card_{std::move(card)} {}
    virtual ~Basket() = default;

    const OfficerCard& card() const { return card_; }

    /// Takes a scanned item, batch or location (an officer too, while something comes back).
    virtual Notice take(const std::string& code, const ScannedThing& thing) = 0;
    virtual bool is_asking() const = 0;
    virtual Notice enter_quantity(std::int64_t quantity) = 0;
    virtual void count_line(std::size_t line) = 0;
    /// Takes a line out and says so.
    virtual Notice remove_line(std::size_t line) = 0;
    virtual void drop_question() = 0;
    /// Undoes the line that was touched last; nothing said where there is none.
    virtual Notice drop_last() = 0;
    /// Whether nothing would be lost by forgetting it.
    virtual bool is_empty() const = 0;
    /// Looks again how it stands.
    virtual void refresh() = 0;
    virtual void show(CounterState& state) const = 0;
    virtual std::string read_back() const = 0;
    /// What records it as it is now, under that request id.
    virtual Commit frozen(const std::string& request) const = 0;
    virtual std::string receipt_title() const = 0;
    virtual void add_secrets(GivenSecrets& secrets) const = 0;
    /// Forgets an override whose password was wrong; whether it was that user's.
    virtual bool forget_override_of(const std::string&) { return false; }

    // What only one of the two kinds has; the screen offers it through CounterState.
    virtual void choose_purpose(const std::string&) {}
    virtual void set_reference(const std::string&) {}
    virtual void set_urgent(bool) {}
    virtual void offer_override(const std::string&, const std::string&, const std::string&) {}
    virtual std::int64_t missing_of(std::size_t) const { return 0; }
    /// What the officer holds of it by the book; nothing where it is not among it.
    virtual const OfficerCard::Held* held_of(std::size_t) const { return nullptr; }
    virtual void declare_used(std::size_t, const Used&) {}
    /// `stays`: the officer still has it, and the line stays open.
    virtual void declare_short(std::size_t, const std::string&, bool /*stays*/) {}
    virtual void set_unloaded(bool) {}
    virtual void set_range_declared(bool) {}
    /// Weapons that came back, and the rounds that were fired through each.
    virtual std::vector<FormField> rounds_fields() const { return {}; }
    virtual void set_rounds(const std::vector<std::int64_t>&) {}
    /// What was not said yet, in words; the basket can be recorded without it.
    virtual std::string unsaid() const { return {}; }

    /// `when` is the time on the paper form as it was typed.
    void set_details(const std::string& note, const std::string& paper, const std::string& when) {
        note_ = note;
        paper_ = paper;
        when_ = when;
        happened_ = typed_moment(when);
    }
    /// Whether it happened before it could be keyed.
    bool is_from_paper() const { return !paper_.empty() && happened_; }
    const std::string& note() const { return note_; }
    const std::string& paper() const { return paper_; }
    const std::string& when() const { return when_; }
    /// Who hands out or takes back by their own PIN, where no armourer attends.
    void pair_with(CounterPair pair) { pair_ = std::move(pair); }
    const CounterPair& pair() const { return pair_; }

protected:
    CommitDetails details() const {
        CommitDetails details;
        if (happened_) details.happened_at = happened_;
        if (!paper_.empty()) details.paper = paper_;
        return details;
    }
    /// What stands beside the basket of either kind.
    void show_details(CounterState& state) const;

    OfficerCard card_;
    std::string note_;
    std::string paper_;
    std::string when_;
    std::optional<core::Instant> happened_;
    CounterPair pair_;
};

std::unique_ptr<Basket> make_issue_basket(const CounterUseCases& use, OfficerCard card);
/// `scanned` is the item that began the return; empty where none did.
std::unique_ptr<Basket> make_return_basket(const CounterUseCases& use, OfficerCard card,
                                           const std::string& scanned);

/// `1 weapon`, `2 weapons`.
std::string counted_words(std::int64_t count, const std::string& one, const std::string& many);

}  // namespace muster::app
