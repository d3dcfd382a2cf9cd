// SPDX-License-Identifier: MIT
#include "app/screens/desk.hpp"

#include <algorithm>

#include "muster/app/listing.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/core/people_facts.hpp"

namespace muster::app {
namespace {

constexpr int places_deep_max = 20;

std::string place_words(const core::Facts& facts, const core::Location& place) {
    std::string words = place.name;
    std::string parent = place.parent.value;
    for (int depth = 0; depth < places_deep_max && !parent.empty(); ++depth) {
        const auto above = facts.find<core::Location>(parent);
        if (!above) break;
        words = above->name + ", " + words;
        parent = above->parent.value;
    }
    return words;
}

bool has(core::Statuses statuses, const std::string& status) {
    return std::find(statuses.begin(), statuses.end(), status) != statuses.end();
}

}  // namespace

bool Desk::may(core::Power power) const {
    return core::has_power(facts, session->author.user, power);
}

bool Desk::is_blind() const {
    return refuse_blind(facts, session->author.user).has_value();
}

core::Date Desk::today() const {
    return core::uk_date(session->reading->now());
}

std::vector<Choice> Desk::places(const std::vector<std::string>& sorts) const {
    std::vector<Choice> choices;
    for (const core::Location& place : facts.all<core::Location>())
        if (sorts.empty() || std::find(sorts.begin(), sorts.end(), place.sort) != sorts.end())
            choices.push_back({place.key, place_words(facts, place)});
    std::sort(choices.begin(), choices.end(),
              [](const Choice& one, const Choice& other) { return one.title < other.title; });
    return choices;
}

std::vector<Choice> Desk::references(const std::string& list) const {
    std::vector<Choice> choices;
    for (const core::Reference& each : facts.all<core::Reference>(list + "/"))
        choices.push_back({each.code, each.title});
    return choices;
}

bool Desk::wants_second(const std::vector<std::string>& steps) const {
    return std::any_of(steps.begin(), steps.end(), [&](const std::string& step) {
        return core::policy(facts, "second_person_at." + step, "no") == "yes";
    });
}

bool may_step(const core::Item& item, std::string_view step) {
    const core::Transition& row = core::transition(step);
    return has(row.from, item.location_status) && has(row.conditions, item.condition_status);
}

// --- fields ------------------------------------------------------------------------------------

MovementField text_field(const std::string& id, const std::string& label, const std::string& hint) {
    MovementField field{id, label};
    field.hint = hint;
    return field;
}

MovementField needed_field(const std::string& id, const std::string& label,
                           const std::string& detail, const std::string& hint) {
    MovementField field = text_field(id, label, hint);
    field.detail = detail;
    field.required = true;
    return field;
}

MovementField date_field(const std::string& id, const std::string& label, const std::string& hint) {
    MovementField field = text_field(id, label, hint.empty() ? "Like 31/03/2026" : hint);
    field.sort = MovementField::Sort::date;
    return field;
}

MovementField number_field(const std::string& id, const std::string& label) {
    MovementField field{id, label, MovementField::Sort::number};
    field.required = true;
    return field;
}

MovementField choice_field(const std::string& id, const std::string& label,
                           std::vector<Choice> choices) {
    MovementField field{id, label, MovementField::Sort::choice};
    field.choices = std::move(choices);
    field.required = true;
    return field;
}

MovementField place_field(const std::string& id, const std::string& label,
                          std::vector<Choice> places, const std::string& chosen) {
    MovementField field = choice_field(id, label, std::move(places));
    field.sort = MovementField::Sort::place;
    field.hint = "Choose it, or scan the place's label";
    for (const Choice& place : field.choices)
        if (place.code == chosen) field.value = chosen;
    return field;
}

MovementField yes_no_field(const std::string& id, const std::string& label,
                           const std::string& hint) {
    MovementField field = text_field(id, label, hint);
    field.sort = MovementField::Sort::yes_no;
    return field;
}

MovementField note_field() {
    return text_field("note", "Note", "Kept private");
}

MovementField optional(MovementField field) {
    field.required = false;
    return field;
}

MovementField required(MovementField field) {
    field.required = true;
    return field;
}

namespace {

void add_with_secret(MovementForm& form, MovementField person, const std::string& secret_label,
                     const std::string& prefix) {
    MovementField secret{person.id + "_secret", secret_label, MovementField::Sort::secret};
    secret.whose = person.id;
    secret.detail = prefix;
    person.required = true;
    form.fields.push_back(std::move(person));
    form.fields.push_back(std::move(secret));
}

}  // namespace

void add_person(MovementForm& form, const std::string& id, const std::string& label,
                const std::string& hint) {
    add_with_secret(form, text_field(id, label, hint), "Their own password", "");
}

void add_officer(MovementForm& form, const std::string& id, const std::string& label,
                 const std::string& hint) {
    MovementField officer = text_field(id, label, hint);
    officer.sort = MovementField::Sort::officer;
    add_with_secret(form, std::move(officer), "Their own PIN", "officer:");
}

void add_second(const Desk& desk, MovementForm& form, const std::vector<std::string>& steps) {
    if (desk.wants_second(steps)) add_person(form, "second", "Second person's user name");
}

// --- receipts ----------------------------------------------------------------------------------

core::Result<FormReceipt> recorded(const Session& session, const std::string& title,
                                   const core::Result<MovementReceipt>& done) {
    if (!done) return done.error();
    const MovementReceipt& movement = done.value();
    FormReceipt receipt;
    receipt.movement = movement.number;
    receipt.shown.title = title;
    receipt.shown.number = "#" + grouped(movement.number);
    receipt.shown.short_form = movement.receipt.short_form;
    receipt.shown.lines = movement.lines;
    for (const core::EntryNumber number : movement.discrepancies)
        receipt.shown.remark +=
            (receipt.shown.remark.empty() ? "" : "\n") + discrepancy_words(*session.ledger, number);
    if (movement.receipt.repeated)
        receipt.shown.remark = "This had been recorded already; nothing was recorded twice.";
    return receipt;
}

core::Result<FormReceipt> recorded(const std::string& title, const core::Result<Receipt>& done,
                                   const std::vector<std::string>& lines) {
    if (!done) return done.error();
    FormReceipt receipt;
    receipt.shown.title = title;
    receipt.shown.number = "#" + grouped(done.value().entries.front());
    receipt.shown.short_form = done.value().short_form;
    receipt.shown.lines = lines;
    return receipt;
}

// --- words -------------------------------------------------------------------------------------

std::string hold_words(const std::string& reason) {
    return reason == "pip" ? "post-incident procedure (PIP)" : reason;
}

std::string capital(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

}  // namespace muster::app
