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
    std::int64_t out = 0;  ///< by the book; never shown before it was counted
    bool here = false;     ///< an item that was scanned
    std::optional<std::int64_t> counted;
    std::vector<CodeExpended> used;
    std::string short_reason;

    std::int64_t used_quantity() const {
        std::int64_t sum = 0;
        for (const CodeExpended& each : used) sum += each.quantity;
        return sum;
    }
    std::int64_t missing() const { return counted ? out - *counted - used_quantity() : 0; }
    bool is_touched() const { return here || counted.has_value(); }
};

// Their report is the training record itself; all others need one (DOMAIN §5).
bool needs_reference(const CodeExpended& used) {
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
    void declare_used(std::size_t line, std::int64_t quantity, const std::string& reason,
                      const std::string& reference) override {
        if (line >= lines_.size() || quantity <= 0) return;
        lines_[line].used.push_back({lines_[line].subject, quantity, reason, reference});
    }
    void declare_short(std::size_t line, const std::string& reason) override {
        if (line < lines_.size()) lines_[line].short_reason = reason;
    }

private:
    std::vector<ReturnLine>::iterator find(const std::string& subject) {
        return std::find_if(lines_.begin(), lines_.end(),
                            [&](const ReturnLine& line) { return line.subject == subject; });
    }
    CounterLine shown(const ReturnLine& line) const;
    void show_item(const ReturnLine& line, CounterLine& shown) const;
    void show_stock(const ReturnLine& line, CounterLine& shown) const;
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
    for (const CodeExpended& used : line.used) {
        shown.tone = Tone::warning;
        shown.verdict = "USED";
        shown.reasons.push_back(std::to_string(used.quantity) +
                                " used: " + reason_title(used.reason) +
                                (used.reference.empty() ? "" : ", " + used.reference));
        if (needs_reference(used))
            shown.reasons.push_back("Without a reference a discrepancy will ask for one.");
    }
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
    } else {
        shown.tone = Tone::warning;
        shown.reasons.push_back("Short: " + line.short_reason + ". A discrepancy will be opened.");
    }
}

CounterLine ReturnBasket::shown(const ReturnLine& line) const {
    CounterLine shown;
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
    state.pin_may_be_missing = true;
    bool unexplained = false;
    bool open = false;
    for (const ReturnLine& line : lines_) {
        state.lines.push_back(shown(line));
        unexplained = unexplained || state.lines.back().tone == Tone::stop;
        open = open || !line.is_touched();
        if (line.subject == asked_) state.asked = "How many of " + line.words + " came back?";
    }
    if (!brought_by_.empty())
        state.basket_notices.push_back(
            {Tone::warning, "Brought by " + brought_by_words_ + ", not by the officer."});
    if (!location_.empty())
        state.basket_notices.push_back({Tone::plain, "It goes to " + location_words_ + "."});
    state.may_confirm = !is_empty() && !unexplained;
    if (unexplained)
        state.invitation = "Say what became of the pieces that are short.";
    else if (open)
        state.invitation = "Scan what comes back and count the munitions. F9 when done.";
    else
        state.invitation = "Everything is accounted for. F9 to read back and confirm.";
}

std::string ReturnBasket::read_back() const {
    std::int64_t items = 0, stock = 0, open = 0;
    std::string pieces;
    for (const ReturnLine& line : lines_) {
        if (!line.is_touched()) ++open;
        if (line.here) ++items;
        if (!line.counted) continue;
        ++stock;
        pieces += "\n" + std::to_string(*line.counted) + " x " + line.words;
    }
    std::string words = "You are handing back ";
    if (items > 0 || stock == 0)
        words += counted_words(items, "weapon or item", "weapons and items");
    if (items > 0 && stock > 0) words += ", ";
    if (stock > 0) words += counted_words(stock, "line of munitions", "lines of munitions");
    words += ".";
    if (open > 0)
        words += " " + counted_words(open, "line stays", "lines stay") + " out in your name.";
    return words + pieces;
}

Basket::Commit ReturnBasket::frozen(const std::string& request_id) const {
    ReturnRequest request;
    request.collar = card_.collar;
    if (!brought_by_.empty()) request.brought_by = brought_by_;
    std::string note;
    for (const ReturnLine& line : lines_) {
        if (line.here) request.items.push_back(line.subject);
        if (!line.counted) continue;
        request.batches.push_back({line.subject, *line.counted});
        request.expended.insert(request.expended.end(), line.used.begin(), line.used.end());
        if (line.missing() > 0)
            note += (note.empty() ? "" : "; ") + std::to_string(line.missing()) + " of " +
                    line.words + " short: " + line.short_reason;
    }
    if (!note.empty()) request.note = note;
    if (!location_.empty()) request.location = location_;
    request.details.request = request_id;
    return
        [take_back = use_.take_back, asked = request](const std::string& second, Secrets& secrets) {
            ReturnRequest with_second = asked;
            if (!second.empty()) with_second.second = second;
            return take_back(with_second, secrets);
        };
}

}  // namespace

std::unique_ptr<Basket> make_return_basket(const CounterUseCases& use, OfficerCard card,
                                           const std::string& scanned) {
    return std::make_unique<ReturnBasket>(use, std::move(card), scanned);
}

}  // namespace muster::app
