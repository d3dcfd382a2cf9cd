// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/screens/basket.hpp"

namespace muster::app {
namespace {

/// What goes out.
class IssueBasket final : public Basket {
public:
    IssueBasket(const CounterUseCases& use, OfficerCard card)
        : Basket{std::move(card)},
          use_{use},
          purpose_{use.purposes.empty() ? "operational" : use.purposes.front().code} {}

    Notice take(const std::string&, const ScannedThing& thing) override {
        if (is_asking())
            return {Tone::stop, "Type how many of " + asked_.words + " first, or press Esc. " +
                                    thing.words + " was not added."};
        if (thing.sort == ScannedThing::Sort::location) {
            location_ = thing.id;
            location_words_ = thing.words;
            return {Tone::plain, "Munitions will be taken from " + thing.words + "."};
        }
        if (thing.sort == ScannedThing::Sort::kit) return take_kit(thing);
        if (thing.sort == ScannedThing::Sort::stock && urgent_) return take_box(thing);
        if (thing.sort == ScannedThing::Sort::stock) {
            asked_ = {thing.id, thing.words};
            return {Tone::plain, "Count them out in front of the officer, then type how many."};
        }
        if (std::find(items_.begin(), items_.end(), thing.id) != items_.end())
            return {Tone::warning, thing.words + " is in the basket already."};
        items_.push_back(thing.id);
        last_touched_ = thing.id;
        return {Tone::plain, thing.words + " added."};
    }

    bool is_asking() const override { return !asked_.subject.empty(); }

    Notice enter_quantity(std::int64_t quantity) override {
        if (quantity <= 0) return {Tone::stop, "The quantity must be one or more."};
        const Asked asked = std::exchange(asked_, {});
        const auto same = find_stock(asked.subject);
        if (same != stock_.end())
            same->quantity = quantity;
        else
            stock_.push_back({asked.subject, quantity});
        last_touched_ = asked.subject;
        return {Tone::plain, std::to_string(quantity) + " of " + asked.words + " added."};
    }

    void count_line(std::size_t line) override {
        if (line < items_.size() || line >= items_.size() + stock_.size()) return;
        asked_ = {stock_.at(line - items_.size()).code, preview_.lines[line].words};
    }

    Notice remove_line(std::size_t line) override {
        const std::string words =
            line < preview_.lines.size() ? preview_.lines[line].words : std::string{};
        const std::size_t things = items_.size() + stock_.size();
        if (line < items_.size())
            items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(line));
        else if (line < things)
            stock_.erase(stock_.begin() + static_cast<std::ptrdiff_t>(line - items_.size()));
        else if (line - things < kits_.size())
            return drop_kit(line - things);
        else
            return {};
        asked_ = {};
        return {Tone::plain, "Taken out: " + words + "."};
    }

    void drop_question() override { asked_ = {}; }

    Notice drop_last() override {
        const std::size_t lines = items_.size() + stock_.size() + kits_.size();
        if (lines == 0) return {};
        for (std::size_t line = 0; line < lines; ++line)
            if (subject_of(line) == last_touched_) return remove_line(line);
        return remove_line(lines - 1);
    }

    bool is_empty() const override {
        return items_.empty() && stock_.empty() && kits_.empty() && !is_asking();
    }

    void refresh() override {
        preview_ = {};
        passed_ = {};
        if (!items_.empty() || !stock_.empty() || !kits_.empty()) {
            preview_ = use_.preview(request());
            // What an urgent issue passes is said all the same.
            if (urgent_) {
                IssueRequest calm = request();
                calm.urgent = false;
                passed_ = use_.preview(calm);
            }
        }
        note_attempt();
    }

    void show(CounterState& state) const override;
    std::string read_back() const override {
        std::string words = "You are taking ";
        if (!items_.empty())
            words += counted_words(std::ssize(items_), "weapon or item", "weapons and items");
        if (!items_.empty() && !stock_.empty()) words += ", ";
        if (!stock_.empty())
            words += counted_words(std::ssize(stock_), "line of munitions", "lines of munitions");
        return words + ".";
    }

    Commit frozen(const std::string& request_id) const override {
        const bool signed_on_paper = is_from_paper() && pair_.collar.empty() && !urgent_;
        return [issue = use_.issue, request_id, signed_on_paper, asked = request()](
                   const std::string& second, Secrets& secrets) {
            IssueRequest request = asked;
            request.details.request = request_id;
            if (!second.empty() && !request.paired_with) request.second = second;
            request.signed_on_paper = signed_on_paper && !secrets.has("officer:" + request.collar);
            return issue(request, secrets);
        };
    }

    std::string receipt_title() const override { return "Issued to " + card_.words; }

    void add_secrets(GivenSecrets& secrets) const override {
        secrets.give(override_by_, override_password_);
    }
    bool forget_override_of(const std::string& user) override {
        if (user != override_by_) return false;
        override_by_.clear();
        override_password_.clear();
        override_reason_.clear();
        return true;
    }

    void set_urgent(bool urgent) override {
        urgent_ = urgent;
        asked_ = {};
        // A course can wait.
        if (urgent && purpose_ == "training") purpose_ = "operational";
    }
    void choose_purpose(const std::string& code) override { purpose_ = code; }
    void set_reference(const std::string& text) override { reference_ = text; }
    void offer_override(const std::string& by, const std::string& password,
                        const std::string& reason) override {
        override_by_ = by;
        override_password_ = password;
        override_reason_ = reason;
    }

private:
    struct Asked {
        std::string subject;
        std::string words;
    };

    // Who is suspended and asks all the same is remembered, once for what they ask for together.
    void note_attempt() {
        if (attempt_noted_ || !use_.attempted) return;
        const auto is_suspended = [](const BasketLine::Stop& stop) {
            return stop.code == "authorisation_suspended";
        };
        attempt_noted_ =
            std::any_of(preview_.lines.begin(), preview_.lines.end(), [&](const BasketLine& line) {
                return std::any_of(line.stops.begin(), line.stops.end(), is_suspended);
            });
        if (attempt_noted_) use_.attempted(request());
    }

    std::vector<CodeQuantity>::iterator find_stock(const std::string& subject) {
        return std::find_if(stock_.begin(), stock_.end(),
                            [&](const CodeQuantity& line) { return line.code == subject; });
    }
    std::string subject_of(std::size_t line) const {
        if (line < items_.size()) return items_[line];
        const std::size_t after = line - items_.size();
        return after < stock_.size() ? stock_[after].code : kits_.at(after - stock_.size());
    }
    Notice take_kit(const ScannedThing& thing) {
        if (std::find(kits_.begin(), kits_.end(), thing.id) != kits_.end())
            return {Tone::warning, thing.words + " is in the basket already."};
        kits_.push_back(thing.id);
        last_touched_ = thing.id;
        return {Tone::plain, thing.words + ": scan the things they take."};
    }
    Notice drop_kit(std::size_t kit) {
        const std::string words = kit < preview_.kits.size() ? preview_.kits[kit].words : "";
        kits_.erase(kits_.begin() + static_cast<std::ptrdiff_t>(kit));
        return {Tone::plain, "Taken out: the kit " + words + "."};
    }
    // Urgent, nobody types: a scan is one sealed box, or one piece.
    Notice take_box(const ScannedThing& thing) {
        const std::int64_t one = std::max<std::int64_t>(thing.box_size, 1);
        const auto same = find_stock(thing.id);
        if (same != stock_.end())
            same->quantity += one;
        else
            stock_.push_back({thing.id, one});
        last_touched_ = thing.id;
        return {Tone::plain, std::to_string(one) + " more of " + thing.words + "."};
    }
    CounterLine shown(const KitStanding& kit) const;
    // An override answers all stops or none, so that nobody is sent for while a hard one stands.
    bool has_hard_stop() const {
        const auto is_hard = [](const BasketLine::Stop& stop) {
            return !stop.overridable && stop.code != "kit_incomplete";
        };
        return std::any_of(preview_.stops.begin(), preview_.stops.end(), is_hard) ||
               std::any_of(preview_.lines.begin(), preview_.lines.end(),
                           [&](const BasketLine& line) {
                               return std::any_of(line.stops.begin(), line.stops.end(), is_hard);
                           });
    }
    bool is_answered(const BasketLine::Stop& stop) const {
        return stop.overridable && !override_by_.empty();
    }
    CounterLine shown(const BasketLine& line) const;
    std::vector<BasketLine::Stop> passed(const BasketLine& line) const;
    std::string words_of(const BasketLine::Stop& stop) const;

    IssueRequest request() const {
        IssueRequest request;
        request.details = details();
        request.collar = card_.collar;
        request.items = items_;
        request.batches = stock_;
        request.purpose = purpose_;
        if (!reference_.empty())
            (purpose_ == "training" ? request.course : request.deployment) = reference_;
        if (!location_.empty()) request.location = location_;
        request.kits = kits_;
        request.urgent = urgent_;
        if (!note_.empty()) request.note = note_;
        if (!pair_.collar.empty()) request.paired_with = pair_.collar;
        if (!override_by_.empty()) {
            request.overridden_by = override_by_;
            request.override_reason = override_reason_;
        }
        return request;
    }

    const CounterUseCases& use_;
    std::vector<std::string> items_;
    std::vector<CodeQuantity> stock_;
    std::vector<std::string> kits_;
    bool attempt_noted_ = false;
    bool urgent_ = false;
    std::string last_touched_;
    Asked asked_;
    std::string purpose_;
    std::string reference_;
    std::string location_;
    std::string location_words_;
    std::string override_by_;
    std::string override_password_;
    std::string override_reason_;
    BasketPreview preview_;
    BasketPreview passed_;  ///< the same as if it were not urgent
};

// The rules speak to every program; here the missing thing has a field of its own.
std::string IssueBasket::words_of(const BasketLine::Stop& stop) const {
    if (stop.code == "course_missing")
        return "A training issue needs its course reference. Type it above.";
    if (stop.code == "deployment_to_follow")
        return "This issue has no deployment reference. Type it above, or ask a supervisor to let "
               "it follow within 24 hours (F8).";
    return stop.words;
}

// What the rules would stop of a line if it were not urgent.
std::vector<BasketLine::Stop> IssueBasket::passed(const BasketLine& line) const {
    std::vector<BasketLine::Stop> all;
    for (const BasketLine& other : passed_.lines) {
        if (other.code != line.code) continue;
        for (const BasketLine::Stop& stop : other.stops)
            if (std::none_of(line.stops.begin(), line.stops.end(),
                             [&](const BasketLine::Stop& own) { return own.code == stop.code; }))
                all.push_back(stop);
    }
    return all;
}

CounterLine IssueBasket::shown(const BasketLine& line) const {
    CounterLine shown;
    shown.subject = line.subject;
    shown.words = line.words;
    if (line.sort == "stock") shown.amount = std::to_string(line.quantity);
    shown.may_remove = true;
    shown.may_count = line.sort == "stock";
    shown.tone = Tone::good;
    shown.verdict = "OK";
    for (const BasketLine::Stop& stop : line.stops) {
        if (is_answered(stop)) {
            if (shown.tone == Tone::good) shown.tone = Tone::warning;
        } else {
            shown.tone = Tone::stop;
        }
        shown.reasons.push_back(words_of(stop));
        if (stop.overridable && override_by_.empty() && !has_hard_stop())
            shown.reasons.emplace_back("A supervisor can override this: F8.");
    }
    if (shown.tone == Tone::warning) shown.verdict = "OVERRIDDEN";
    for (const BasketLine::Stop& stop : passed(line)) {
        if (shown.tone == Tone::good) {
            shown.tone = Tone::warning;
            shown.verdict = "PASSED, URGENT";
        }
        shown.reasons.push_back("Passed because it is urgent: " + words_of(stop));
    }
    if (shown.tone == Tone::stop) shown.verdict = "STOP";
    for (const std::string& words : line.warnings) {
        if (shown.tone == Tone::good) {
            shown.tone = Tone::warning;
            shown.verdict = "OK, NOTE";
        }
        shown.reasons.push_back(words);
    }
    shown.is_touched = line.code == last_touched_;
    shown.read_back = (shown.amount.empty() ? "" : shown.amount + " x ") + line.words;
    if (shown.verdict == "OVERRIDDEN") shown.read_back += " (a stop is overridden)";
    return shown;
}

// A kit never guesses a serial: its open lines wait for a scan.
CounterLine IssueBasket::shown(const KitStanding& kit) const {
    CounterLine shown;
    shown.subject = kit.kit;
    shown.words = "Kit " + kit.words;
    shown.may_remove = true;
    // It is being filled; only a confirmation makes what is open a stop.
    shown.tone = kit.open.empty() ? Tone::good : Tone::warning;
    shown.verdict = kit.open.empty() ? "COMPLETE" : "OPEN";
    shown.read_back = shown.words;
    for (const std::string& open : kit.open) shown.reasons.push_back("Still to scan: " + open);
    return shown;
}

void IssueBasket::show(CounterState& state) const {
    state.mode = CounterState::Mode::issuing;
    state.heading = "Issue to " + card_.words;
    // Who drew it then signed the page.
    state.pin_may_be_missing = is_from_paper() && pair_.collar.empty() && !urgent_;
    state.purposes = use_.purposes;
    state.purpose = purpose_;
    state.reference_shown = purpose_ == "operational" || purpose_ == "training";
    state.reference_label = purpose_ == "training" ? "Course reference" : "Deployment reference";
    state.reference = reference_;
    state.may_begin_return = !card_.held.empty() && is_empty();
    if (is_asking()) state.asked = "How many of " + asked_.words + "?";
    bool stopped = false;
    for (const BasketLine& line : preview_.lines) {
        state.lines.push_back(shown(line));
        stopped = stopped || state.lines.back().tone == Tone::stop;
        for (const BasketLine::Stop& stop : line.stops)
            state.may_override = state.may_override || (stop.overridable && override_by_.empty());
    }
    for (const KitStanding& kit : preview_.kits) {
        state.lines.push_back(shown(kit));
        stopped = stopped || (!urgent_ && !kit.open.empty());
    }
    for (const std::string& words : preview_.warnings)
        state.basket_notices.push_back({Tone::warning, words});
    for (const BasketLine::Stop& stop : preview_.stops) {
        // The kit's own line says what it lacks.
        if (stop.code == "kit_incomplete") continue;
        const bool answered = is_answered(stop);
        state.basket_notices.push_back({answered ? Tone::warning : Tone::stop, words_of(stop)});
        stopped = stopped || !answered;
        state.may_override = state.may_override || (stop.overridable && !answered);
    }
    state.may_override = state.may_override && !has_hard_stop();
    show_details(state);
    if (!location_.empty())
        state.basket_notices.push_back(
            {Tone::plain, "Munitions are taken from " + location_words_ + "."});
    if (!override_by_.empty())
        state.basket_notices.push_back({Tone::warning, override_by_ +
                                                           " overrides the stops marked "
                                                           "overridden: " +
                                                           override_reason_});
    state.may_confirm = !preview_.lines.empty() && !stopped && !is_asking();
    if (state.lines.empty())
        state.invitation = "Scan the weapons and batches they draw.";
    else if (stopped)
        state.invitation = "Take out what is stopped, or mend it. Nothing is issued meanwhile.";
    else
        state.invitation = "Scan more, or F9 to read back and confirm.";
}

}  // namespace

std::unique_ptr<Basket> make_issue_basket(const CounterUseCases& use, OfficerCard card) {
    return std::make_unique<IssueBasket>(use, std::move(card));
}

std::string counted_words(std::int64_t count, const std::string& one, const std::string& many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

}  // namespace muster::app
