// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <set>

#include "core/attendance.hpp"
#include "core/moves.hpp"
#include "core/rules.hpp"
#include "core/training.hpp"
#include "muster/core/mounted.hpp"
#include "muster/core/policies.hpp"

namespace muster::core {
namespace {

/// What one officer still has out of one stock, and what is said to come back of it.
struct StockAccount {
    std::int64_t open = 0;
    std::int64_t named = 0;
    std::int64_t balance = 0;  ///< what the book can still take
    LocationId from;
};

/// One return while it is decided. Who records it may be refused; what happened never is.
class ReturnDecision {
public:
    ReturnDecision(const Returned& seen, const Facts& facts, const Context& context)
        : returned_{seen}, facts_{facts}, context_{context} {}

    Decision decide() {
        if (const auto no = refuse_taker()) return *no;
        check_slips();
        find_officer();
        check_people();
        if (stops_.lines.empty() && says_nothing()) stop(Refusal::basket_empty, "");
        if (stops_.lines.empty()) {
            carry_mounted(facts_, returned_.items);
            for (ItemLine& line : returned_.items) take_item(line);
            for (StockLine& line : returned_.stock) take_stock(line);
            // What was used up was drawn somewhere, too.
            for (const Expended& line : returned_.expended) account(line.stock);
            check_mounted();
            if (is_paired()) check_the_pair();
        }
        if (!stops_.lines.empty()) {
            sort_by_precedence(stops_);
            return stops_;
        }
        for (Expended& line : returned_.expended) take_expended(line);
        compare_stock();
        check_training(facts_, context_, returned_, discrepancies_);
        std::vector<Body> bodies{Body{returned_}};
        for (DiscrepancyOpened& found : discrepancies_) bodies.emplace_back(std::move(found));
        return bodies;
    }

private:
    void stop(Refusal refusal, const std::string& subject,
              std::map<std::string, std::string> words = {}) {
        words.emplace("subject", subject_words(facts_, subject));
        words.emplace("code", subject);
        stops_.lines.push_back({refusal, subject, std::move(words)});
    }

    bool is_paired() const { return returned_.mode == "paired"; }

    std::optional<Refused> refuse_taker() const {
        if (is_paired()) return refuse_unpaired(facts_, context_.by);
        if (auto no = refuse_without(facts_, context_.by, Power::issue)) return no;
        if (!returned_.mode) return std::nullopt;
        return refused(
            Refusal::value_unknown, "",
            {{"name", "The mode of a return"}, {"value", *returned_.mode}, {"takes", "paired"}});
    }

    // Who records is refused; that things came back is not.
    void check_the_pair() {
        Pair pair{returned_.receiver,
                  returned_.officer,
                  returned_.receiver_confirmed.has_value(),
                  "",
                  drawn_from_,
                  {}};
        for (const ItemLine& line : returned_.items) {
            pair.places.insert(line.to.value);
            const auto item = facts_.find<Item>(line.item.value);
            const auto model = facts_.find<Model>(item ? item->model.value : "");
            if (model && !model->authorisation.empty())
                pair.classes.emplace(model->authorisation, line.item.value);
        }
        for (const StockLine& line : returned_.stock) pair.places.insert(line.to.value);
        check_pair(facts_, context_, pair,
                   [this](Refusal refusal, const std::string& subject,
                          std::map<std::string, std::string> words) {
                       stop(refusal, subject, std::move(words));
                   });
    }

    // None of a stock that nobody has out: nothing came, and nothing is missing.
    bool says_nothing() const {
        if (!returned_.items.empty() || !returned_.expended.empty()) return false;
        for (const StockLine& line : returned_.stock) {
            if (line.quantity != 0) return false;
            for (const OpenLine& open : facts_.all<OpenLine>(returned_.officer.value + "/"))
                if (open.subject == line.stock.value) return false;
        }
        return true;
    }

    // A slip of the keys is no observation: nothing has been said yet.
    void check_slips() {
        if (returned_.items.empty() && returned_.stock.empty() && returned_.expended.empty())
            stop(Refusal::basket_empty, "");
        std::set<std::string> seen;
        for (const ItemLine& line : returned_.items) {
            if (!facts_.row(Table::item, line.item.value))
                stop(Refusal::code_unknown, line.item.value);
            if (!seen.insert(line.item.value).second) stop(Refusal::line_repeated, line.item.value);
            if (line.rounds.value_or(0) < 0) stop(Refusal::quantity_not_positive, line.item.value);
            check_taker(line.to);
        }
        for (const StockLine& line : returned_.stock) {
            check_stock(line.stock);
            if (line.quantity < 0 || !boxes_fit(line))
                stop(Refusal::quantity_not_positive, line.stock.value);
            if (!seen.insert(line.stock.value).second)
                stop(Refusal::line_repeated, line.stock.value);
            check_taker(line.to);
        }
        for (const Expended& line : returned_.expended) {
            check_stock(line.stock);
            if (line.quantity <= 0) stop(Refusal::quantity_not_positive, line.stock.value);
            if (!facts_.row(Table::reference, "expenditure/" + line.reason))
                stop(Refusal::purpose_unknown, line.reason, {{"purpose", line.reason}});
        }
        for (const Attendee& line : returned_.attendees) {
            check_stock(line.stock);
            if (line.quantity <= 0) stop(Refusal::quantity_not_positive, line.stock.value);
            if (!facts_.row(Table::officer, line.officer.value))
                stop(Refusal::code_unknown, line.officer.value);
        }
    }

    void check_stock(const StockId& stock) {
        if (!facts_.row(Table::batch, stock.value) && !facts_.row(Table::model, stock.value))
            stop(Refusal::code_unknown, stock.value);
    }

    // A place takes things back; what went to another officer would be an issue.
    void check_taker(const HolderId& to) {
        if (!to.empty() && !facts_.row(Table::location, to.value))
            stop(Refusal::code_wrong_kind, to.value,
                 {{"code", holder_words(facts_, to.value)}, {"wanted", "a location"}});
    }

    bool boxes_fit(const StockLine& line) const {
        const std::int64_t boxes = line.boxes.value_or(0);
        const auto batch = facts_.find<Batch>(line.stock.value);
        const std::int64_t size = batch ? batch->box_size : 0;
        return boxes == 0 || (boxes > 0 && size > 0 && boxes <= line.quantity / size);
    }

    // Scanning any held weapon names the officer.
    void find_officer() {
        for (const ItemLine& line : returned_.items) {
            if (!returned_.officer.empty()) return;
            const auto item = facts_.find<Item>(line.item.value);
            if (item && item->holder.value.starts_with("o-"))
                returned_.officer.value = item->holder.value;
        }
    }

    void check_people() {
        if (returned_.officer.empty() && !(returned_.stock.empty() && returned_.expended.empty()))
            stop(Refusal::code_unknown, "", {{"code", "The officer who returns this"}});
        // Whoever has it by the book gives it, whatever name the return is made in.
        std::set<std::string> givers{returned_.officer.value, returned_.brought_by.value};
        for (const ItemLine& line : returned_.items) {
            const auto item = facts_.find<Item>(line.item.value);
            if (item && item->holder.value.starts_with("o-")) givers.insert(item->holder.value);
        }
        givers.erase("");
        const PersonId receiver = person_of(facts_, context_.by.value);
        for (const std::string& giver : givers) {
            if (!facts_.row(Table::officer, giver))
                stop(Refusal::code_unknown, giver);
            else if (person_of(facts_, giver) == receiver)
                stop(Refusal::receive_from_self, giver);
        }
        check_second(receiver, givers);
    }

    void check_second(const PersonId& receiver, const std::set<std::string>& givers) {
        if (returned_.second.empty()) return;
        const PersonId second = person_of(facts_, returned_.second.value);
        if (second == receiver) stop(Refusal::second_is_issuer, returned_.second.value);
        for (const std::string& giver : givers)
            if (second == person_of(facts_, giver))
                stop(Refusal::second_is_officer, returned_.second.value);
        if (!has_power(facts_, returned_.second, Power::witness))
            stop(Refusal::second_lacks_power, returned_.second.value,
                 {{"second", user_words(facts_, returned_.second.value)}});
    }

    void open_discrepancy(const std::string& sort, const std::string& subject,
                          const std::string& holder, std::int64_t expected, std::int64_t found) {
        discrepancies_.push_back({sort, subject, holder, expected, found, context_.next});
    }

    // What is away under something else comes back by that: a seized weapon that a return took in
    // would be issued again, and its seizure forgotten.
    void check_custody(const Item& item) {
        if (item.location_status == "issued" || item.location_status == "in_store" ||
            item.location_status == "in_vehicle_safe")
            return;
        stop(Refusal::status_forbids, item.key,
             {{"status", status_words(item.location_status)},
              {"holder", holder_words(facts_, item.holder.value)},
              {"step", "a return"},
              {"wanted", status_words("issued")}});
    }

    // A part comes back with its item, or is taken off it first.
    void check_mounted() {
        for (const Item& part : parts_without_host(facts_, returned_.items))
            stop(Refusal::item_is_mounted, part.key,
                 {{"host", item_words(facts_, part.mounted_on.value)}});
    }

    void note_draw(const OpenLine& open) {
        drawn_from_.insert(open.from.value);
        // What is keyed from paper may have the day wrong. Two clocks that differ stop nothing
        // (FORMATS §1).
        constexpr std::int64_t ms_per_minute = 60'000;
        const bool keyed = context_.paper.has_value();
        if (keyed && open.since && context_.happened_at.ms + ms_per_minute < open.since->ms)
            stop(Refusal::value_unknown, open.subject,
                 {{"name", "The time of the return"},
                  {"value", uk_time_text(context_.happened_at)},
                  {"takes", "a time after its draw, " + uk_time_text(*open.since)}});
    }

    void take_item(ItemLine& line) {
        const Item item = *facts_.find<Item>(line.item.value);
        check_custody(item);
        line.from = item.holder;
        line.issue.reset();
        LocationId drawn_from = item.home;
        for (const OpenLine& open : facts_.all<OpenLine>(returned_.officer.value + "/"))
            if (open.subject == item.key) {
                line.issue = open.issue;
                drawn_from = open.from;
                note_draw(open);
            }
        // What was never out lies where the book has it, and that is whence a pair would take it.
        if (!line.issue && facts_.row(Table::location, item.holder.value))
            drawn_from_.insert(item.holder.value);
        if (line.to.empty()) line.to = HolderId{drawn_from.value};
        if (!line.issue) open_discrepancy("return_not_out", item.key, item.holder.value, 0, 1);
    }

    StockAccount& account(const StockId& stock) {
        const auto [at, is_new] = accounts_.try_emplace(stock.value);
        if (!is_new) return at->second;
        for (const OpenLine& open : facts_.all<OpenLine>(returned_.officer.value + "/"))
            if (open.subject == stock.value) {
                at->second.open += open.quantity;
                at->second.from = open.from;
                note_draw(open);
            }
        at->second.balance = balance_of(facts_, HolderId{returned_.officer.value}, stock).quantity;
        return at->second;
    }

    std::optional<std::int64_t> book(StockAccount& of, std::int64_t quantity) {
        const std::int64_t taken = std::min(quantity, std::max<std::int64_t>(of.balance, 0));
        of.named += quantity;
        of.balance -= taken;
        return taken == quantity ? std::nullopt : std::optional{taken};
    }

    void take_stock(StockLine& line) {
        StockAccount& of = account(line.stock);
        line.from = HolderId{returned_.officer.value};
        if (line.to.empty())
            line.to = HolderId{of.from.empty() ? home_of_armoury() : of.from.value};
        line.booked = book(of, line.quantity);
    }

    std::string home_of_armoury() const {
        for (const Location& place : facts_.all<Location>())
            if (place.armoury == context_.armoury && place.parent.empty()) return place.key;
        return "l-1";
    }

    void take_expended(Expended& line) {
        line.booked = book(account(line.stock), line.quantity);
        check_used(facts_, line, returned_.officer.value, context_, discrepancies_);
    }

    void compare_stock() {
        for (const auto& [stock, of] : accounts_) {
            if (of.named < of.open && !returned_.partial)
                open_discrepancy("return_short", stock, returned_.officer.value, of.open, of.named);
            if (of.named > of.open)
                open_discrepancy("return_over", stock, returned_.officer.value, of.open, of.named);
        }
    }

    Returned returned_;
    const Facts& facts_;
    const Context& context_;
    Refused stops_;
    std::map<std::string, StockAccount> accounts_;
    std::set<std::string> drawn_from_;  ///< places whence what comes back was drawn
    std::vector<DiscrepancyOpened> discrepancies_;
};

}  // namespace

Decision decide_one(const Returned& body, const Facts& facts, const Context& context) {
    return ReturnDecision{body, facts, context}.decide();
}

void apply_one(const Returned& body, const Entry& entry, Changes& changes) {
    for (const ItemLine& line : body.items) {
        const auto item = changes.find<Item>(line.item.value);
        if (!item) continue;
        // Whoever had it open no longer does: it is here.
        if (item->holder.value.starts_with("o-"))
            close_open_lines(changes, OfficerId{item->holder.value}, item->key, 1, false);
        move_item(changes, *item, line.to, status_in(changes, line.to), entry.number);
        if (line.rounds) add_rounds(changes, item->key, *line.rounds);
    }
    if (body.mode) changes.put(mode_of(entry, *body.mode, body.officer));
    std::map<std::string, std::int64_t> named;
    const HolderId officer{body.officer.value};
    for (const StockLine& line : body.stock) {
        const std::int64_t moved = line.booked.value_or(line.quantity);
        named[line.stock.value] += line.quantity;
        if (moved == 0) continue;
        // A sealed box of which the book takes only a part is not sealed by the book.
        const auto batch = changes.find<Batch>(line.stock.value);
        const std::int64_t size = batch ? batch->box_size : 0;
        const std::int64_t boxes =
            size > 0 ? std::min(line.boxes.value_or(0), moved / size) : std::int64_t{0};
        add_stock(changes, officer, line.stock, -moved, -boxes, entry.number);
        add_stock(changes, line.to, line.stock, moved, boxes, entry.number);
    }
    for (const Expended& line : body.expended) {
        named[line.stock.value] += line.quantity;
        if (const std::int64_t used = line.booked.value_or(line.quantity); used != 0)
            add_stock(changes, officer, line.stock, -used, 0, entry.number);
    }
    for (const auto& [stock, quantity] : named)
        close_open_lines(changes, body.officer, stock, quantity, body.partial);
}

}  // namespace muster::core
