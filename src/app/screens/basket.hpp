// SPDX-License-Identifier: MIT
#pragma once

#include "app/screens/given_secrets.hpp"
#include "muster/app/counter_screen.hpp"

namespace muster::app {

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
    virtual void declare_used(std::size_t, std::int64_t, const std::string&, const std::string&) {}
    virtual void declare_short(std::size_t, const std::string&) {}

protected:
    OfficerCard card_;
};

std::unique_ptr<Basket> make_issue_basket(const CounterUseCases& use, OfficerCard card);
/// `scanned` is the item that began the return; empty where none did.
std::unique_ptr<Basket> make_return_basket(const CounterUseCases& use, OfficerCard card,
                                           const std::string& scanned);

/// `1 weapon`, `2 weapons`.
std::string counted_words(std::int64_t count, const std::string& one, const std::string& many);

}  // namespace muster::app
