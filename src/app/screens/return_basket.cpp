// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/screens/basket.hpp"

namespace muster::app {
namespace {

/// One thing the officer has out by the book, or brought though the book does not know it.
struct ReturnLine {
    std::string subject;
    std::string words;
    bool is_item = true;
    OfficerCard::Held held{};  ///< of the book's lines the first; empty where it has none
    std::int64_t out = 0;      ///< by the book; never shown before it was counted
    bool here = false;         ///< an item that was scanned
    std::optional<std::int64_t> counted;
    std::vector<Used> used;
    std::string short_reason;
    bool stays = false;       ///< what is missing is still with the officer
    std::int64_t rounds = 0;  ///< fired through a weapon

    std::int64_t used_quantity() const {
        std::int64_t sum = 0;
        for (const Used& each : used) sum += each.quantity;
        return sum;
    }
    std::int64_t missing() const { return counted ? out - *counted - used_quantity() : 0; }
    bool is_touched() const { return here || counted.has_value(); }
};

// Their report is the training record itself; all others need one (DOMAIN §5).
bool needs_reference(const Used& used) {
    return used.reference.empty() && used.reason != "training" && used.reason != "test";
}

/// What comes back. Nothing of it is ever refused: what does not add up stands beside it.
class ReturnBasket final : public Basket {
public:
    ReturnBasket(const CounterUseCases& use, OfficerCard card, const std::string& scanned)
        : Basket{std::move(card)}, use_{use} {
        for (const OfficerCard::Held& held : card_.held) {
            const auto same = find(held.subject);
            if (same != lines_.end()) {
                same->out += held.quantity;
                continue;
            }
            ReturnLine line;
            line.subject = held.subject;
            line.words = held.words;
            line.is_item = held.sort == "item";
            line.held = held;
            line.out = held.quantity;
            line.here = line.is_item && held.subject == scanned;
            lines_.push_back(std::move(line));
        }
        // Weapons first, in the order in which they were drawn.
        std::stable_sort(
            lines_.begin(), lines_.end(),
            [](const ReturnLine& a, const ReturnLine& b) { return a.is_item && !b.is_item; });
        last_touched_ = scanned;
    }

    Notice take(const std::string& code, const ScannedThing& thing) override;
    bool is_asking() const override { return !asked_.empty(); }
    Notice enter_quantity(std::int64_t quantity) override;

    void count_line(std::size_t line) override {
        if (line < lines_.size() && !lines_[line].is_item) asked_ = lines_[line].subject;
    }
    Notice remove_line(std::size_t line) override {
        if (line >= lines_.size()) return {};
        ReturnLine& gone = lines_[line];
        const std::string words = gone.words;
        gone.here = false;
        gone.counted.reset();
        gone.used.clear();
        gone.short_reason.clear();
        gone.stays = false;
        gone.rounds = 0;
        if (gone.out == 0) lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(line));
        return {Tone::plain, "Taken back out of the return: " + words + "."};
    }
    void drop_question() override { asked_.clear(); }
    Notice drop_last() override {
        for (std::size_t line = 0; line < lines_.size(); ++line)
            if (lines_[line].subject == last_touched_ && lines_[line].is_touched())
                return remove_line(line);
        for (std::size_t line = lines_.size(); line-- > 0;)
            if (lines_[line].is_touched()) return remove_line(line);
        return {};
    }
    bool is_empty() const override {
        return std::none_of(lines_.begin(), lines_.end(),
                            [](const ReturnLine& line) { return line.is_touched(); });
    }
    void refresh() override {}
    void show(CounterState& state) const override;
    std::string read_back() const override;
    Commit frozen(const std::string& request_id) const override;
    std::string receipt_title() const override { return "Taken back from " + card_.words; }
    void add_secrets(GivenSecrets&) const override {}

    std::int64_t missing_of(std::size_t line) const override {
        return line < lines_.size() ? lines_[line].missing() : 0;
    }
    const OfficerCard::Held* held_of(std::size_t line) const override {
        return line < lines_.size() && lines_[line].out > 0 ? &lines_[line].held : nullptr;
    }
    void declare_used(std::size_t line, const Used& used) override {
        if (line >= lines_.size() || used.quantity <= 0) return;
        lines_[line].used.push_back(used);
    }
    void declare_short(std::size_t line, const std::string& reason, bool stays) override {
        if (line >= lines_.size()) return;
        lines_[line].short_reason = reason;
        lines_[line].stays = stays;
    }
    void set_unloaded(bool seen) override { unloaded_ = seen; }
    void set_range_declared(bool declared) override { range_declared_ = declared; }
    std::vector<FormField> rounds_fields() const override;
    void set_rounds(const std::vector<std::int64_t>& rounds) override;
    std::string unsaid() const override;

private:
    std::vector<ReturnLine>::iterator find(const std::string& subject) {
        return std::find_if(lines_.begin(), lines_.end(),
                            [&](const ReturnLine& line) { return line.subject == subject; });
    }
    CounterLine shown(const ReturnLine& line) const;
    void show_item(const ReturnLine& line, CounterLine& shown) const;
    void show_stock(const ReturnLine& line, CounterLine& shown) const;
    void show_used(const ReturnLine& line, CounterLine& shown) const;
    std::string read_back_of(const ReturnLine& line) const;
    bool is_unloading() const {
        return std::any_of(lines_.begin(), lines_.end(), [](const ReturnLine& line) {
            return line.here && (line.held.is_weapon || line.out == 0);
        });
    }
    bool is_of_a_range() const {
        return std::any_of(lines_.begin(), lines_.end(), [](const ReturnLine& line) {
            return line.counted && line.held.asks_attendees;
        });
    }
    std::string reason_title(const std::string& code) const {
        for (const Choice& choice : use_.expenditures)
            if (choice.code == code) return choice.title;
        return code;
    }

    const CounterUseCases& use_;
    std::vector<ReturnLine> lines_;
    std::string asked_;
    std::string last_touched_;
    std::string location_;
    std::string location_words_;
    std::string brought_by_;
    std::string brought_by_words_;
    bool unloaded_ = false;
    bool range_declared_ = false;
};

Notice ReturnBasket::take(const std::string& code, const ScannedThing& thing) {
    if (thing.sort == ScannedThing::Sort::location) {
        location_ = thing.id;
        location_words_ = thing.words;
        return {Tone::plain, "It goes to " + thing.words + "."};
    }
    if (thing.sort == ScannedThing::Sort::officer) {
        if (thing.id == card_.officer.value) {
            brought_by_.clear();
            return {Tone::plain, card_.words + " brings it back themselves."};
        }
        brought_by_ = code;
        brought_by_words_ = thing.words;
        return {Tone::warning, thing.words + " brings it back for " + card_.words +
                                   ". Both are named in the record."};
    }
    const bool is_item = thing.sort == ScannedThing::Sort::item;
    if (find(thing.id) == lines_.end()) {
        ReturnLine line;
        line.subject = thing.id;
        line.words = thing.words;
        line.is_item = is_item;
        lines_.push_back(std::move(line));
    }
    const auto line = find(thing.id);
    last_touched_ = thing.id;
    if (!is_item) {
        asked_ = thing.id;
        return {Tone::plain, "Count what came back, then type how many."};
    }
    if (line->here) return {Tone::warning, thing.words + " was scanned already."};
    line->here = true;
    return {Tone::plain, thing.words + " is back."};
}

Notice ReturnBasket::enter_quantity(std::int64_t quantity) {
    const auto line = find(std::exchange(asked_, {}));
    if (line == lines_.end()) return {};
    line->counted = quantity;
    line->used.clear();
    line->short_reason.clear();
    line->stays = false;
    last_touched_ = line->subject;
    if (line->missing() > 0)
        return {Tone::warning,
                "What was counted is less than what went out. Say what became of it."};
    if (line->missing() < 0)
        return {Tone::warning,
                "What was counted is more than what went out. A discrepancy will "
                "be opened."};
    return {Tone::good, "Counted, and it adds up."};
}

void ReturnBasket::show_item(const ReturnLine& line, CounterLine& shown) const {
    shown.may_remove = line.here;
    if (line.here && line.out == 0) {
        shown.tone = Tone::warning;
        shown.verdict = "NOT EXPECTED";
        shown.reasons.push_back(
            "By the book they did not draw this. It is taken in, and a discrepancy will be "
            "opened.");
    } else if (line.here) {
        shown.tone = Tone::good;
        shown.verdict = "BACK";
        if (line.rounds > 0)
            shown.reasons.push_back(std::to_string(line.rounds) + " rounds were fired through it.");
    } else {
        shown.tone = Tone::plain;
        shown.verdict = "STILL OUT";
        shown.reasons.push_back("Scan it when it is unloaded and clear; unscanned, it stays out.");
    }
}

void ReturnBasket::show_stock(const ReturnLine& line, CounterLine& shown) const {
    shown.may_count = true;
    if (!line.counted) {
        shown.tone = Tone::plain;
        shown.verdict = "COUNT IT";
        shown.reasons.push_back("Count it and type the quantity; uncounted, it stays out.");
        return;
    }
    shown.may_remove = true;
    shown.amount = std::to_string(*line.counted);
    const std::string drawn =
        std::to_string(line.out) + " went out, " + std::to_string(*line.counted) + " counted back";
    shown.tone = Tone::good;
    shown.verdict = "ALL BACK";
    show_used(line, shown);
    const std::int64_t missing = line.missing();
    if (missing == 0) {
        shown.reasons.insert(shown.reasons.begin(), drawn + ".");
        return;
    }
    if (missing < 0) {
        shown.tone = Tone::warning;
        shown.verdict = std::to_string(-missing) + " TOO MANY";
        shown.reasons.insert(shown.reasons.begin(),
                             drawn + ". It is taken in, and a discrepancy will be opened.");
        return;
    }
    shown.verdict = std::to_string(missing) + " SHORT";
    shown.reasons.insert(shown.reasons.begin(), drawn + ".");
    shown.may_explain = true;
    if (line.short_reason.empty()) {
        shown.tone = Tone::stop;
        shown.reasons.push_back("Recount, or say what became of " + std::to_string(missing) +
                                ": used or short.");
    } else if (line.stays) {
        shown.tone = Tone::warning;
        shown.verdict = std::to_string(missing) + " STAY OUT";
        shown.reasons.push_back("Still with the officer: " + line.short_reason + ".");
    } else {
        shown.tone = Tone::warning;
        shown.reasons.push_back("Short: " + line.short_reason + ". A discrepancy will be opened.");
    }
}

void ReturnBasket::show_used(const ReturnLine& line, CounterLine& shown) const {
    for (const Used& used : line.used) {
        shown.tone = Tone::warning;
        shown.verdict = std::to_string(line.used_quantity()) + " USED";
        shown.reasons.push_back(std::to_string(used.quantity) +
                                " used: " + reason_title(used.reason) +
                                (used.reference.empty() ? "" : ", " + used.reference));
        if (needs_reference(used))
            shown.reasons.push_back("Without a reference a discrepancy will ask for one.");
        std::string by;
        for (const AttendeeUse& each : used.attendees)
            by += (by.empty() ? "By " : ", ") + each.collar + ": " + std::to_string(each.quantity);
        if (!by.empty()) shown.reasons.push_back(by + ".");
        if (!used.download.empty()) shown.reasons.push_back("Download " + used.download + ".");
    }
}

// What came back is one number, what did not is another: neither stands for the other.
std::string ReturnBasket::read_back_of(const ReturnLine& line) const {
    if (line.is_item) return (line.here ? "Back: " : "Still out: ") + line.words;
    if (!line.counted) return "Still out: " + line.words;
    std::string words = std::to_string(*line.counted) + " back";
    for (const Used& used : line.used)
        words += ", " + std::to_string(used.quantity) + " used (" + reason_title(used.reason) +
                 (used.reference.empty() ? "" : ", " + used.reference) + ")";
    const std::int64_t missing = line.missing();
    if (missing < 0) words += ", " + std::to_string(-missing) + " too many";
    if (missing > 0)
        words += ", " + std::to_string(missing) + (line.stays ? " still out (" : " SHORT (") +
                 line.short_reason + ")";
    return words + ": " + line.words;
}

CounterLine ReturnBasket::shown(const ReturnLine& line) const {
    CounterLine shown;
    shown.is_touched = line.subject == last_touched_;
    shown.read_back = read_back_of(line);
    shown.subject = line.subject;
    shown.words = line.words;
    if (line.is_item)
        show_item(line, shown);
    else
        show_stock(line, shown);
    return shown;
}

void ReturnBasket::show(CounterState& state) const {
    state.mode = CounterState::Mode::taking_back;
    state.heading = "Return from " + card_.words;
    state.pin_may_be_missing = pair_.collar.empty();
    state.unloaded_asked = is_unloading();
    state.unloaded = unloaded_;
    state.range_asked = is_of_a_range();
    state.range_declared = range_declared_;
    bool unexplained = false;
    bool open = false;
    bool some_stay = false;
    bool some_short = false;
    for (const ReturnLine& line : lines_) {
        state.lines.push_back(shown(line));
        unexplained = unexplained || state.lines.back().tone == Tone::stop;
        open = open || !line.is_touched();
        some_stay = some_stay || (line.missing() > 0 && line.stays);
        some_short = some_short || (line.missing() > 0 && !line.stays);
        if (line.subject == asked_) state.asked = "How many of " + line.words + " came back?";
    }
    if (!brought_by_.empty())
        state.basket_notices.push_back(
            {Tone::warning, "Brought by " + brought_by_words_ + ", not by the officer."});
    if (!location_.empty())
        state.basket_notices.push_back({Tone::plain, "It goes to " + location_words_ + "."});
    show_details(state);
    const bool two_at_once = some_stay && some_short;
    state.may_confirm = !is_empty() && !unexplained && !two_at_once;
    if (two_at_once)
        state.invitation =
            "What stays out and what is short are two returns: take one out, and record it after "
            "the other.";
    else if (unexplained)
        state.invitation = "Say what became of the pieces that are short.";
    else if (open)
        state.invitation = "Scan what comes back and count the munitions. F9 when done.";
    else
        state.invitation = "Everything is accounted for. F9 to read back and confirm.";
}

std::string ReturnBasket::read_back() const {
    std::int64_t items = 0, stock = 0, open = 0;
    for (const ReturnLine& line : lines_) {
        if (!line.is_touched()) ++open;
        if (line.here) ++items;
        if (line.counted) ++stock;
    }
    std::string words = "You are handing back ";
    if (items > 0 || stock == 0)
        words += counted_words(items, "weapon or item", "weapons and items");
    if (items > 0 && stock > 0) words += ", ";
    if (stock > 0) words += counted_words(stock, "line of munitions", "lines of munitions");
    words += ".";
    if (open > 0)
        words += " " + counted_words(open, "line stays", "lines stay") + " out in your name.";
    if (!brought_by_.empty()) words += " " + brought_by_words_ + " brings it.";
    return words;
}

std::vector<FormField> ReturnBasket::rounds_fields() const {
    std::vector<FormField> fields;
    for (const ReturnLine& line : lines_)
        if (line.here && (line.held.is_weapon || line.out == 0))
            fields.push_back({"rounds-" + std::to_string(fields.size()),
                              "Rounds fired through " + line.words,
                              line.rounds > 0 ? std::to_string(line.rounds) : "",
                              false,
                              {}});
    return fields;
}

void ReturnBasket::set_rounds(const std::vector<std::int64_t>& rounds) {
    std::size_t at = 0;
    for (ReturnLine& line : lines_)
        if (line.here && (line.held.is_weapon || line.out == 0) && at < rounds.size())
            line.rounds = rounds[at++];
}

std::string ReturnBasket::unsaid() const {
    if (is_unloading() && !unloaded_)
        return "See that each weapon is unloaded and clear, and say so (Ctrl+L).";
    if (is_of_a_range() && !range_declared_)
        return "Nobody has declared the range clear at its end (Ctrl+G). Without it a discrepancy "
               "is opened.";
    return {};
}

Basket::Commit ReturnBasket::frozen(const std::string& request_id) const {
    ReturnRequest request;
    request.details = details();
    request.collar = card_.collar;
    if (!pair_.collar.empty()) request.paired_with = pair_.collar;
    if (!brought_by_.empty()) request.brought_by = brought_by_;
    request.range_declared = is_of_a_range() && range_declared_;
    for (const ReturnLine& line : lines_) {
        if (line.here) request.items.push_back(line.subject);
        if (line.here && line.rounds > 0) request.rounds.push_back({line.subject, line.rounds});
        if (!line.counted) continue;
        request.batches.push_back({line.subject, *line.counted});
        request.partial = request.partial || (line.missing() > 0 && line.stays);
        if (line.missing() > 0) request.shortages.push_back({line.subject, line.short_reason});
        for (const Used& used : line.used) {
            request.expended.push_back(
                {line.subject, used.quantity, used.reason, used.reference, used.download});
            for (const AttendeeUse& each : used.attendees)
                request.attendees.push_back({each.collar, line.subject, each.quantity});
        }
    }
    if (!note_.empty()) request.note = note_;
    if (is_unloading()) request.unloaded = unloaded_;
    if (!location_.empty()) request.location = location_;
    request.details.request = request_id;
    return
        [take_back = use_.take_back, asked = request](const std::string& second, Secrets& secrets) {
            ReturnRequest with_second = asked;
            if (!second.empty() && !asked.paired_with) with_second.second = second;
            return take_back(with_second, secrets);
        };
}

}  // namespace

std::unique_ptr<Basket> make_return_basket(const CounterUseCases& use, OfficerCard card,
                                           const std::string& scanned) {
    return std::make_unique<ReturnBasket>(use, std::move(card), scanned);
}

}  // namespace muster::app
