// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <set>

#include "core/issue_stops.hpp"
#include "core/moves.hpp"
#include "core/rules.hpp"
#include "muster/core/mounted.hpp"

namespace muster::core {
namespace {

constexpr std::int64_t ms_per_hour = 3'600'000;
// Ten years. A policy may say anything; an instant has room for four digits of a year.
constexpr std::int64_t due_back_hours_max = 87'600;

/// The basket of one issue while it is decided: every stop is gathered, none hides another.
class IssueDecision {
public:
    IssueDecision(const Issued& asked, const Facts& facts, const Context& context)
        : issue_{asked}, facts_{facts}, context_{context}, today_{uk_date(context.happened_at)} {}

    Decision decide() {
        if (const auto no = refuse_issuer()) return *no;
        const auto officer = facts_.find<Officer>(issue_.officer.value);
        if (!officer)
            return refused(Refusal::code_unknown, issue_.officer.value,
                           {{"code", issue_.officer.value}});
        officer_ = *officer;
        check_basket();
        check_people();
        carry_mounted(facts_, issue_.items);
        for (ItemLine& line : issue_.items) check_item(line);
        check_mounted();
        for (StockLine& line : issue_.stock) check_stock(line);
        check_stock_repeated();
        check_live_apart(facts_, issue_.officer, issue_.stock, stopping());
        check_kits(facts_, issue_, stopping());
        if (is_paired()) check_the_pair();
        check_authority();
        pass_stops();
        answer_stops();
        if (!stops_.lines.empty()) {
            sort_by_precedence(stops_);
            return stops_;
        }
        set_due();
        std::vector<Body> bodies{Body{issue_}};
        for (DiscrepancyOpened& found : discrepancies_) bodies.emplace_back(std::move(found));
        return bodies;
    }

private:
    void stop(Refusal refusal, const std::string& subject,
              std::map<std::string, std::string> words = {}) {
        words.emplace("subject", subject_words(facts_, subject));
        words.emplace("officer", officer_words(facts_, officer_.key));
        stops_.lines.push_back({refusal, subject, std::move(words)});
    }

    void stop(const RefusedLine& line) { stop(line.refusal, line.subject, line.words); }

    StopAt stopping() {
        return [this](Refusal refusal, const std::string& subject,
                      std::map<std::string, std::string> words) {
            stop(refusal, subject, std::move(words));
        };
    }

    bool is_urgent() const { return issue_.mode == "urgent"; }
    bool is_paired() const { return issue_.mode == "paired"; }

    std::optional<Refused> refuse_issuer() const {
        if (is_paired()) return refuse_unpaired(facts_, context_.by);
        if (auto no = refuse_without(facts_, context_.by, Power::issue)) return no;
        if (!issue_.mode) return std::nullopt;
        if (!is_urgent())
            return refused(Refusal::value_unknown, "",
                           {{"name", "The mode of an issue"},
                            {"value", *issue_.mode},
                            {"takes", "urgent or paired"}});
        if (policy(facts_, "urgent_issue", "no") != "yes")
            return refused(Refusal::urgent_not_allowed);
        return std::nullopt;
    }

    void check_the_pair() {
        Pair pair{
            issue_.issuer, issue_.officer, issue_.issuer_confirmed.has_value(), issue_.purpose, {},
            classes_};
        // What is out with somebody is stopped for that; it lies at no place.
        for (const ItemLine& line : issue_.items)
            if (facts_.row(Table::location, line.from.value)) pair.places.insert(line.from.value);
        for (const StockLine& line : issue_.stock) pair.places.insert(line.from.value);
        check_pair(facts_, context_, pair, stopping());
    }

    void open_discrepancy(const char* sort, const std::string& subject, const std::string& holder,
                          std::int64_t expected, std::int64_t found) {
        discrepancies_.push_back({sort, subject, holder, expected, found, context_.next});
    }

    // What cannot wait passes whatever is neither evidence nor unsafe, and the entry says so.
    void pass_stops() {
        issue_.passed.clear();
        if (!is_urgent()) return;
        issue_.offer.reset();
        std::erase_if(stops_.lines, [&](const RefusedLine& line) {
            if (holds_when_urgent(line.refusal)) return false;
            if (line.refusal != Refusal::second_missing)
                issue_.passed.push_back({words_of(line.refusal).code, line.subject});
            return true;
        });
    }

    void check_basket() {
        if (issue_.items.empty() && issue_.stock.empty()) stop(Refusal::basket_empty, "");
        std::set<std::string> seen;
        for (const ItemLine& line : issue_.items)
            if (!seen.insert(line.item.value).second) stop(Refusal::line_repeated, line.item.value);
        if (!facts_.row(Table::reference, "purpose/" + issue_.purpose))
            stop(Refusal::purpose_unknown, issue_.purpose, {{"purpose", issue_.purpose}});
        if (!officer_.active) stop(Refusal::officer_left, officer_.key);
    }

    // Once every line says where it comes from: two lines from one place would each be measured
    // against all that is there.
    void check_stock_repeated() {
        std::set<std::string> seen;
        for (const StockLine& line : issue_.stock)
            if (!seen.insert(line.stock.value + "@" + line.from.value).second)
                stop(Refusal::line_repeated, line.stock.value);
    }

    void set_due() {
        const std::int64_t hours = policy_number(facts_, "due_back_hours." + issue_.purpose, 24);
        issue_.due.reset();
        if (hours > 0)
            issue_.due = Instant{context_.happened_at.ms +
                                 std::min(hours, due_back_hours_max) * ms_per_hour};
    }

    // Issuer, second person and officer are three humans, whatever accounts they have (DOMAIN §5).
    void check_people() {
        const PersonId issuer = person_of(facts_, context_.by.value);
        if (issuer == officer_.person) stop(Refusal::issue_to_self, context_.by.value);
        if (issue_.second.empty()) {
            if (!is_paired() && policy(facts_, "second_person_at_issue", "yes") == "yes")
                stop(Refusal::second_missing, "");
        } else {
            const PersonId second = person_of(facts_, issue_.second.value);
            if (second == issuer) stop(Refusal::second_is_issuer, issue_.second.value);
            if (second == officer_.person) stop(Refusal::second_is_officer, issue_.second.value);
            if (!has_power(facts_, issue_.second, Power::witness))
                stop(Refusal::second_lacks_power, issue_.second.value,
                     {{"second", user_words(facts_, issue_.second.value)}});
        }
        // An urgent issue is frozen for its officer to confirm afterwards.
        const bool to_follow = is_urgent() && issue_.frozen;
        if ((!issue_.confirmed && !to_follow) || is_signed_on_no_paper())
            stop(Refusal::confirmation_missing, officer_.key);
    }

    // A signature on a page confirms what was drawn before it could be keyed, and nothing of now.
    bool is_signed_on_no_paper() const {
        return issue_.confirmed && issue_.confirmed->method == "paper" &&
               (!context_.paper || context_.happened_at >= context_.now);
    }

    void check_item(ItemLine& line) {
        const auto item = facts_.find<Item>(line.item.value);
        if (!item) return stop(Refusal::code_unknown, line.item.value, {{"code", line.item.value}});
        line.from = item->holder;
        line.to = HolderId{issue_.officer.value};
        line.issue.reset();
        for (const Hold& hold : facts_.all<Hold>(item->key + "/"))
            stop(Refusal::item_on_hold, item->key, {{"hold", hold.reason}});
        check_status(*item);
        check_kept(line.from, item->key);
        if (const auto model = facts_.find<Model>(item->model.value)) {
            check_authorisation(model->authorisation, item->key);
            // A sight on each of two carbines is no second weapon.
            if (item->mounted_on.empty()) check_same_kind(*item, *model);
            check_function_test(facts_, *item, *model, today_, stopping());
        }
        check_frozen(facts_, item->key, line.from, stopping());
        if (!item->assigned_to.empty() && item->assigned_to != issue_.officer)
            stop(Refusal::item_assigned_to_other, item->key);
    }

    // What lies in quarantine or as evidence is moved out of it before it is issued, by whoever
    // may.
    void check_kept(const HolderId& from, const std::string& subject) {
        if (const auto place = kept_apart(facts_, from.value))
            stop(facts_.row(Table::item, subject) ? Refusal::item_on_hold : Refusal::batch_on_hold,
                 subject, {{"hold", "kept in " + place->name}});
    }

    void check_mounted() {
        for (const Item& part : parts_without_host(facts_, issue_.items))
            stop(Refusal::item_is_mounted, part.key,
                 {{"host", item_words(facts_, part.mounted_on.value)}});
    }

    void check_status(const Item& item) {
        const std::string& place = item.location_status;
        if (place == "missing")
            stop(Refusal::item_missing, item.key);
        else if (place == "at_maintenance")
            stop(Refusal::item_at_maintenance, item.key);
        else if (place == "issued" && is_urgent() && item.holder.value != officer_.key &&
                 person_of(facts_, item.holder.value) != person_of(facts_, context_.by.value))
            open_discrepancy("urgent_not_in_store", item.key, item.holder.value, 1, 0);
        else if (place == "issued")
            stop(Refusal::item_already_out, item.key,
                 {{"holder", holder_words(facts_, item.holder.value)}});
        else if (place != "in_store" && place != "in_vehicle_safe") {
            std::string status = place;
            std::replace(status.begin(), status.end(), '_', ' ');
            stop(Refusal::item_not_available, item.key, {{"status", status}});
        }
        if (item.condition_status != "serviceable" && item.condition_status != "inspection_due") {
            std::string condition = item.condition_status;
            std::replace(condition.begin(), condition.end(), '_', ' ');
            stop(Refusal::item_unserviceable, item.key, {{"condition", condition}});
        }
    }

    void check_authorisation(const std::string& weapon_class, const std::string& subject) {
        if (weapon_class.empty()) return;
        classes_.emplace(weapon_class, subject);
        const auto reference = facts_.find<Reference>("class/" + weapon_class);
        const std::string title = reference ? reference->title : weapon_class;
        const auto held = facts_.find<Authorisation>(officer_.key + "/" + weapon_class);
        if (!held) return stop(Refusal::authorisation_absent, subject, {{"class", title}});
        if (held->to < today_)
            stop(Refusal::authorisation_expired, subject,
                 {{"class", title}, {"date", people_text(held->to)}});
        if (held->suspended) stop(Refusal::authorisation_suspended, subject, {{"class", title}});
        if (!has_begun(*held, context_))
            stop(Refusal::authorisation_not_started, subject,
                 {{"class", title}, {"date", people_text(held->from)}});
        // The person, whichever of their accounts they granted it with (DOMAIN §3).
        // What is keyed later happened before the grant, or on its day.
        if (held->granted_on >= today_ &&
            person_of(facts_, held->granted_by.value) == person_of(facts_, context_.by.value))
            stop(Refusal::granted_today_by_issuer, subject, {{"class", title}});
        const std::int64_t limit = policy_number(facts_, "authorisation_data_days", 30);
        const std::int64_t age = today_.days - held->as_at.days;
        if (age > limit)
            stop(Refusal::authorisation_data_old, subject,
                 {{"days", std::to_string(age)}, {"limit", std::to_string(limit)}});
    }

    // Rounds are of no class; whoever is suspended in all that they have draws none either
    // (DOMAIN §11, scenario 4).
    void check_suspended_whole(const std::string& subject) {
        const auto all = facts_.all<Authorisation>(officer_.key + "/");
        const bool any = std::any_of(all.begin(), all.end(), [&](const Authorisation& held) {
            return is_in_force(held, context_);
        });
        const bool suspended = std::any_of(all.begin(), all.end(), [&](const Authorisation& held) {
            return held.suspended && today_ <= held.to;
        });
        if (!any && suspended)
            stop(Refusal::authorisation_suspended, subject, {{"class", "Every"}});
    }

    void check_same_kind(const Item& item, const Model& model) {
        const auto reference = facts_.find<Reference>("category/" + model.category);
        const std::string kind = reference ? reference->title : model.category;
        for (const OpenLine& open : facts_.all<OpenLine>(officer_.key + "/")) {
            const auto other = facts_.find<Item>(open.subject);
            if (!other || other->key == item.key) continue;
            const auto other_model = facts_.find<Model>(other->model.value);
            if (other_model && other_model->category == model.category)
                return stop(Refusal::same_kind_held, item.key,
                            {{"kind", kind}, {"held", item_words(facts_, other->key)}});
        }
        if (!categories_.insert(model.category).second)
            stop(Refusal::same_kind_held, item.key,
                 {{"kind", kind}, {"held", "another one in this basket"}});
    }

    void check_stock(StockLine& line) {
        const auto batch = facts_.find<Batch>(line.stock.value);
        const auto model = facts_.find<Model>(batch ? batch->model.value : line.stock.value);
        if (!model)
            return stop(Refusal::code_unknown, line.stock.value, {{"code", line.stock.value}});
        if (line.quantity <= 0) stop(Refusal::quantity_not_positive, line.stock.value);
        for (const Hold& hold : facts_.all<Hold>(line.stock.value + "/"))
            stop(Refusal::batch_on_hold, line.stock.value, {{"hold", hold.reason}});
        check_authorisation(model->authorisation, line.stock.value);
        if (model->authorisation.empty() && model->category == "ammunition")
            check_suspended_whole(line.stock.value);
        if (line.from.empty())
            line.from = place_with(facts_, context_.armoury, line.stock, line.quantity);
        line.to = HolderId{issue_.officer.value};
        line.booked.reset();
        check_kept(line.from, line.stock.value);
        check_balance(line, batch ? batch->box_size : 0);
        check_frozen(facts_, line.stock.value, line.from, stopping());
        if (batch && batch->expiry && *batch->expiry < today_)
            stop(Refusal::batch_expired, line.stock.value, {{"date", people_text(*batch->expiry)}});
    }

    void check_balance(StockLine& line, std::int64_t box_size) {
        // Stock is drawn from a place: what an officer has is returned first.
        if (!line.from.empty() && !facts_.row(Table::location, line.from.value))
            stop(Refusal::code_wrong_kind, line.stock.value,
                 {{"code", holder_words(facts_, line.from.value)}, {"wanted", "a location"}});
        const Balance there = balance_of(facts_, line.from, line.stock);
        if (line.quantity > there.quantity) take_over_book(line, there.quantity);
        if (!line.boxes) return;
        if (*line.boxes < 0 || (*line.boxes > 0 && box_size == 0) ||
            (box_size > 0 && *line.boxes > line.quantity / box_size))
            return stop(Refusal::quantity_not_positive, line.stock.value);
        if (is_urgent() && *line.boxes > there.boxes)
            line.boxes = there.boxes;
        else if (*line.boxes > there.boxes)
            stop(over_balance(facts_, context_.by, line.stock.value,
                              std::to_string(there.boxes) + " sealed boxes",
                              std::to_string(*line.boxes) + " of them"));
    }

    // In an urgent issue they are counted out already: the book takes what it can.
    void take_over_book(StockLine& line, std::int64_t available) {
        if (!is_urgent())
            return stop(over_balance(facts_, context_.by, line.stock.value,
                                     std::to_string(available), std::to_string(line.quantity)));
        line.booked = available;
        open_discrepancy("urgent_over", line.stock.value, line.from.value, available,
                         line.quantity);
    }

    void check_authority() {
        const auto says = [](const std::optional<std::string>& text) {
            return text && !normal_code(*text).empty();
        };
        if (issue_.purpose == "training" && !says(issue_.course)) stop(Refusal::course_missing, "");
        if (issue_.purpose == "operational" && !says(issue_.deployment) &&
            policy(facts_, "operational_authority", "standing") == "specific")
            stop(Refusal::deployment_to_follow, "");
    }

    // A page that is keyed later; one without an earlier time is an issue of now.
    bool was_on_paper() const {
        return context_.happened_at < context_.now && context_.paper &&
               !normal_code(*context_.paper).empty();
    }

    // What is keyed from paper happened. Whoever may override records it all the same, and a
    // discrepancy asks why it was not stopped.
    bool is_answerable(const RefusedLine& line) const {
        return words_of(line.refusal).severity == Severity::overridable ||
               (was_on_paper() && is_past_once_it_happened(line.refusal));
    }

    void answer(const RefusedLine& line, const OverrideOffer& offer) {
        issue_.overrides.push_back(
            {words_of(line.refusal).code, line.subject, offer.by, offer.reason});
        if (words_of(line.refusal).severity != Severity::overridable)
            open_discrepancy("late_past_stop", line.subject, officer_.key, 0, 1);
        else if (line.refusal == Refusal::deployment_to_follow &&
                 policy(facts_, "deployment_review", "no") == "yes")
            open_discrepancy("deployment_to_follow", officer_.key, officer_.key, 1, 0);
    }

    // An offered override answers the stops that can be, and only when it could answer them all.
    void answer_stops() {
        issue_.overrides.clear();
        const auto answerable = [this](const RefusedLine& line) { return is_answerable(line); };
        if (!issue_.offer || std::none_of(stops_.lines.begin(), stops_.lines.end(), answerable)) {
            issue_.offer.reset();
            return;
        }
        const UserId by = issue_.offer->by;
        if (by.empty()) return stop(Refusal::override_by_missing, "");
        // A ledger line has the reason's digest only; at the counter its text is at hand.
        const auto& reason = issue_.offer->reason.text;
        if (reason && normal_code(*reason).empty())
            return stop(Refusal::override_reason_missing, by.value);
        const PersonId person = person_of(facts_, by.value);
        if (!has_power(facts_, by, Power::override_stop) || person == officer_.person ||
            person == person_of(facts_, context_.by.value))
            return stop(Refusal::override_lacks_power, by.value,
                        {{"user", user_words(facts_, by.value)}});
        for (const RefusedLine& line : stops_.lines)
            if (answerable(line)) answer(line, *issue_.offer);
        std::erase_if(stops_.lines, answerable);
    }

    Issued issue_;
    const Facts& facts_;
    const Context& context_;
    Date today_;
    Officer officer_;
    Refused stops_;
    std::set<std::string> categories_;
    std::map<std::string, std::string> classes_;  ///< needed, and for what
    std::vector<DiscrepancyOpened> discrepancies_;
};

KitId kit_of(const Issued& body, const std::string& subject) {
    for (const KitDrawn& kit : body.kits)
        if (std::find(kit.subjects.begin(), kit.subjects.end(), subject) != kit.subjects.end())
            return kit.kit;
    return {};
}

}  // namespace

Decision decide_one(const Issued& body, const Facts& facts, const Context& context) {
    return IssueDecision{body, facts, context}.decide();
}

void apply_one(const Issued& body, const Entry& entry, Changes& changes) {
    const HolderId officer{body.officer.value};
    const auto open = [&](const std::string& subject, std::int64_t quantity, const HolderId& from) {
        changes.put(OpenLine{open_line_key(body.officer, entry.number, subject), body.officer,
                             entry.number, subject, quantity, body.purpose, body.due,
                             LocationId{from.value}, kit_of(body, subject), entry.happened_at});
    };
    for (const ItemLine& line : body.items) {
        const auto item = changes.find<Item>(line.item.value);
        if (!item) continue;
        // Urgent, and by the book still with another: it is here, so that one has it no more.
        if (item->holder.value.starts_with("o-"))
            close_open_lines(changes, OfficerId{item->holder.value}, item->key, 1, false);
        move_item(changes, *item, officer, "issued", entry.number);
        open(line.item.value, 1,
             line.from.value.starts_with("o-") ? HolderId{item->home.value} : line.from);
    }
    std::map<std::string, std::int64_t> drawn;
    for (const StockLine& line : body.stock) {
        const std::int64_t moved = line.booked.value_or(line.quantity);
        if (moved != 0) {
            add_stock(changes, line.from, line.stock, -moved, -line.boxes.value_or(0),
                      entry.number);
            add_stock(changes, officer, line.stock, moved, line.boxes.value_or(0), entry.number);
        }
        open(line.stock.value, drawn[line.stock.value] += line.quantity, line.from);
    }
    if (!body.mode) return;
    MovementMode row = mode_of(entry, *body.mode, body.officer);
    if (body.mode == "urgent") {
        const std::int64_t hours = policy_number(changes, "urgent_confirmation_hours", 12);
        row.until =
            Instant{entry.happened_at.ms + std::min(hours, due_back_hours_max) * ms_per_hour};
        row.basket = body.frozen.value_or("");
        if (body.confirmed) row.confirmed = entry.number;
    }
    changes.put(row);
}

Decision decide_one(const IssueStopped& body, const Facts& facts, const Context& context) {
    // One of a pair issues too, and is stopped as well.
    if (const auto no = refuse_unpaired(facts, context.by)) return *no;
    if (!facts.row(Table::officer, body.officer.value))
        return refused(Refusal::code_unknown, body.officer.value, {{"code", body.officer.value}});
    return alone(body);
}

void apply_one(const IssueStopped&, const Entry&, Changes&) {}

}  // namespace muster::core
