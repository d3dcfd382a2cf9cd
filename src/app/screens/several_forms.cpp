// SPDX-License-Identifier: MIT
#include "app/screens/several_forms.hpp"

#include <algorithm>

#include "muster/app/movements.hpp"

namespace muster::app {
namespace {

MovementForm page_form(const char* id, const char* label, const char* title, const char* words,
                       const char* done) {
    MovementForm form;
    form.id = id;
    form.label = label;
    form.title = title;
    form.words = words;
    form.done = done;
    return form;
}

}  // namespace

std::vector<Choice> hold_reasons() {
    return {{"unsafe", "Unsafe"},
            {"evidence", "Evidence"},
            {"pip", "Post-incident procedure (PIP)"},
            {"recall", "Recall by a technical notice"}};
}

std::vector<Choice> models_with_serials(const Desk& desk) {
    std::vector<Choice> choices;
    for (const core::Model& model : desk.facts.all<core::Model>())
        if (model.tracking == "item") choices.push_back({model.name, model.name});
    std::sort(choices.begin(), choices.end(),
              [](const Choice& one, const Choice& other) { return one.title < other.title; });
    return choices;
}

void add_things(MovementForm& form, const char* items_hint) {
    MovementField items = text_field("items", "Items", items_hint);
    items.sort = MovementField::Sort::codes;
    MovementField amounts =
        text_field("batches", "Quantities", "Batch or model, a blank, how many; one a line");
    amounts.sort = MovementField::Sort::quantities;
    form.fields.push_back(items);
    form.fields.push_back(amounts);
}

// Rounds are seized as they are found: in the officer's magazine as in the weapon.
MovementForm seizure_form(const Desk& desk, MovementForm form, const std::string& item) {
    if (item.empty()) add_things(form, "Scan each; one a line");
    const auto needed = [&](const char* id, const char* label, const char* detail,
                            const char* hint) {
        MovementField field = required(text_field(id, label, hint));
        field.detail = detail;
        form.fields.push_back(field);
    };
    needed("exhibit", "Exhibit number", "the exhibit number", "");
    needed("seal", "Number of the seal", "the number of the seal", "");
    needed("receiver", "Who receives it", "the name of who receives it", "Kept private");
    MovementField cage =
        place_field("place", "Our own evidence cage", desk.places({"evidence", "quarantine"}));
    cage.hint = "Leave it empty where it leaves the armoury";
    if (!cage.choices.empty()) form.fields.push_back(optional(cage));
    MovementField review =
        date_field("review", "To be reviewed on", "Empty: as policy says. Like 31/03/2026");
    review.detail = "a review day that is still to come";
    form.fields.push_back(review);
    form.fields.push_back(text_field("reference", "Reference of the incident"));
    if (!item.empty()) add_things(form, "What is seized with it; one a line");
    MovementField officer = text_field("officer", "With which officer the rounds are",
                                       "Collar number; empty where they lie in store");
    officer.sort = MovementField::Sort::officer;
    form.fields.push_back(officer);
    add_second(desk, form, {"seize"});
    form.fields.push_back(note_field());
    form.record = [session = desk.session, item](const FormAnswers& answers, Secrets& secrets) {
        SeizureRequest request;
        request.things = {answers.codes("items"), answers.quantities("batches"), {}};
        if (!item.empty()) request.things.items.insert(request.things.items.begin(), item);
        request.collar = answers.given("officer");
        request.exhibit = answers.text("exhibit");
        request.seal = answers.text("seal");
        request.receiver = answers.text("receiver");
        request.place = answers.given("place");
        request.review = answers.date("review");
        request.reference = answers.text("reference");
        request.second = answers.given("second");
        request.note = answers.given("note");
        request.details = answers.details();
        return recorded(*session, "Seized",
                        seize(*session->ledger, session->author, request, secrets));
    };
    return form;
}

MovementForm seize_several_form(const Desk& desk) {
    return seizure_form(desk,
                        page_form("seize_several", "Seize several...", "Seize several things",
                                  "Weapons and rounds of one incident, as one exhibit under one "
                                  "seal. They stay in our totals until they are released.",
                                  "Record the seizure"),
                        "");
}

MovementForm hold_range_form(const Desk& desk) {
    MovementForm form =
        page_form("hold_range", "Hold by serials...", "Hold every weapon between two serials",
                  "For a technical notice. Each is released by its own inspection, by another "
                  "person.",
                  "Record the hold");
    form.fields.push_back(choice_field("model", "Model", models_with_serials(desk)));
    form.fields.push_back(required(text_field("serial_from", "From serial")));
    form.fields.push_back(required(text_field("serial_to", "To serial", "Both belong to it")));
    MovementField why = choice_field("reason", "Why", hold_reasons());
    why.value = "recall";
    form.fields.push_back(why);
    form.fields.push_back(text_field("notice", "Reference of the notice"));
    form.fields.push_back(note_field());
    form.record = [session = desk.session](const FormAnswers& answers, Secrets&) {
        HoldRequest request;
        request.reason = answers.text("reason");
        request.model = answers.text("model");
        request.serial_from = answers.text("serial_from");
        request.serial_to = answers.text("serial_to");
        request.notice = answers.text("notice");
        request.note = answers.given("note");
        request.details = answers.details();
        return recorded(*session, "Held", place_hold(*session->ledger, session->author, request));
    };
    return form;
}

}  // namespace muster::app
