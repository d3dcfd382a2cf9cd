// SPDX-License-Identifier: MIT
#include "app/screens/item_forms.hpp"
#include "app/screens/several_forms.hpp"
#include "muster/app/status_screen.hpp"

/// Forms of holds, maintenance, seizures and losses of one item.
namespace muster::app {
namespace {

MovementForm hold_form(const Desk& desk, const core::Item& item) {
    MovementForm form = item_form(desk, item, "hold", "Hold...", "Hold",
                                  "It cannot be issued, lent or moved (but to quarantine) until "
                                  "the hold is released by another person.",
                                  "Record the hold");
    form.fields.push_back(choice_field("reason", "Why", hold_reasons()));
    form.fields.push_back(text_field("notice", "Reference of the notice, if there is one"));
    form.fields.push_back(note_field());
    form.record = [session = desk.session, id = item.key](const FormAnswers& answers, Secrets&) {
        HoldRequest request;
        request.reason = answers.text("reason");
        request.items = {id};
        request.notice = answers.text("notice");
        request.note = answers.given("note");
        request.details = answers.details();
        return recorded(*session, "Held", place_hold(*session->ledger, session->author, request));
    };
    return form;
}

MovementForm release_form(const Desk& desk, const core::Item& item,
                          const std::vector<core::Hold>& holds) {
    MovementForm form = item_form(desk, item, "release", "Release from hold...", "Release",
                                  "After its own inspection. Whoever placed the hold does not "
                                  "release it.",
                                  "Record the release");
    MovementField which = choice_field("hold", "Which hold", {});
    for (const core::Hold& hold : holds)
        which.choices.push_back({std::to_string(hold.since),
                                 capital(hold_words(hold.reason)) + ", #" + grouped(hold.since)});
    if (holds.size() == 1) which.value = which.choices.front().code;
    form.fields.push_back(which);
    form.fields.push_back(needed_field("inspection", "Reference of the inspection",
                                       "the reference of its own inspection"));
    form.record = [session = desk.session, id = item.key](const FormAnswers& answers, Secrets&) {
        return recorded(*session, "Released",
                        release_hold(*session->ledger, session->author, id, answers.number("hold"),
                                     answers.text("inspection"), answers.details()));
    };
    return form;
}

MaintenanceRequest maintenance_of(const core::Item& item, const FormAnswers& answers) {
    MaintenanceRequest request;
    request.items = {item.key};
    request.to = answers.given("to");
    request.workshop = answers.given("workshop");
    request.words = answers.text("words");
    request.due = answers.date("due");
    request.signed_by = answers.given("signed_by");
    request.reference = answers.text("reference");
    request.details = answers.details();
    return request;
}

MovementForm defect_form(const Desk& desk, const core::Item& item) {
    MovementForm form = item_form(desk, item, "defect", "Report a defect...", "Report a defect of",
                                  "It stays where it is, and cannot be issued until it is signed "
                                  "fit.",
                                  "Record the defect");
    form.fields.push_back(needed_field("words", "What is wrong", "what is wrong", "Kept private"));
    form.record = [session = desk.session, item](const FormAnswers& answers, Secrets&) {
        return recorded(
            *session, "Marked defective",
            report_defect(*session->ledger, session->author, maintenance_of(item, answers)));
    };
    return form;
}

MovementForm workshop_form(const Desk& desk, const core::Item& item) {
    MovementForm form =
        item_form(desk, item, "maintenance_out", "Out to maintenance...", "Send to maintenance:",
                  "To a bench of ours, or to a workshop outside. Fill in one of the two.",
                  "Record that it is out");
    MovementField bench = place_field("to", "A bench of ours", desk.places());
    bench.hint = "Choose it, or leave it empty for a workshop";
    form.fields.push_back(optional(bench));
    MovementField workshop = text_field("workshop", "Or a workshop");
    workshop.detail = "the bench it goes to, or the workshop";
    form.fields.push_back(workshop);
    form.fields.push_back(
        needed_field("words", "What is to be done", "what is to be done", "Kept private"));
    form.fields.push_back(date_field("due", "Back by"));
    form.record = [session = desk.session, item](const FormAnswers& answers, Secrets&) {
        return recorded(
            *session, "Out to maintenance",
            send_to_maintenance(*session->ledger, session->author, maintenance_of(item, answers)));
    };
    return form;
}

MovementForm workshop_back_form(const Desk& desk, const core::Item& item) {
    MovementForm form = item_form(
        desk, item, "maintenance_in", "In from maintenance...",
        "Take in from maintenance:", "It then waits to be signed fit, by somebody else than you.",
        "Record that it is in");
    form.fields.push_back(needed_field("words", "What was done", "what was done", "Kept private"));
    form.fields.push_back(place_field("to", "Where it is put", desk.places(), item.home.value));
    form.record = [session = desk.session, item](const FormAnswers& answers, Secrets& secrets) {
        return recorded(*session, "In from maintenance",
                        take_from_maintenance(*session->ledger, session->author,
                                              maintenance_of(item, answers), secrets));
    };
    return form;
}

MovementForm fit_form(const Desk& desk, const core::Item& item) {
    MovementForm form =
        item_form(desk, item, "fit", "Sign fit for issue...",
                  "Sign fit for issue:", "By a named person who did not record its receipt.",
                  "Record the signature");
    add_person(form, "signed_by", "Who signs it fit (user name)",
               "Leave both empty to sign it yourself");
    form.fields.front().required = false;
    form.fields.push_back(text_field("reference", "Inspection sheet"));
    form.fields.push_back(date_field("due", "Next inspection"));
    form.record = [session = desk.session, item](const FormAnswers& answers, Secrets& secrets) {
        return recorded(
            *session, "Signed fit for issue",
            sign_fit(*session->ledger, session->author, maintenance_of(item, answers), secrets));
    };
    return form;
}

MovementForm seize_form(const Desk& desk, const core::Item& item) {
    return seizure_form(desk,
                        item_form(desk, item, "seize", "Seize...", "Seize",
                                  "As evidence, or after an incident. It stays in our totals until "
                                  "it is released.",
                                  "Record the seizure"),
                        item.key);
}

MovementForm seizure_back_form(const Desk& desk, const core::Item& item) {
    MovementForm form = item_form(
        desk, item, "seizure_back", "Back from the seizure...",
        "Take back from the seizure:", "It then waits to be signed fit, by somebody else than you.",
        "Record that it is back");
    form.fields.push_back(needed_field("words", "The investigator's release (reference)",
                                       "the investigator's release"));
    form.fields.push_back(place_field("to", "Where it is put", desk.places(), item.home.value));
    add_second(desk, form, {"end_seizure"});
    form.fields.push_back(note_field());
    form.record = [session = desk.session, item](const FormAnswers& answers, Secrets& secrets) {
        CaseReturnRequest request = item_back(item, answers);
        request.words = answers.text("words");
        return recorded(*session, "Back from the seizure",
                        end_seizure(*session->ledger, session->author, request, secrets));
    };
    return form;
}

MovementForm missing_form(const Desk& desk, const core::Item& item) {
    MovementForm form =
        item_form(desk, item, "missing", "Report missing...", "Report missing:",
                  "Whoever had it last is kept as they stand, and the escalation clock runs from "
                  "now.",
                  "Record it as missing");
    form.fields.push_back(
        needed_field("words", "What is known of it", "what is known of it", "Kept private"));
    form.record = [session = desk.session, id = item.key](const FormAnswers& answers, Secrets&) {
        MovedThings things;
        things.items = {id};
        return recorded(*session, "Reported missing",
                        report_missing(*session->ledger, session->author, things,
                                       answers.text("words"), answers.details()));
    };
    return form;
}

MovementForm lost_form(const Desk& desk, const core::Item& item) {
    MovementForm form =
        item_form(desk, item, "lost", "Lost or stolen...", "Decide that it is lost or stolen:",
                  "For all that this loss still lacks. Another person than who reported it "
                  "decides. It stays on the register.",
                  "Record the decision");
    form.fields.push_back(
        choice_field("outcome", "Which", {{"lost", "Lost"}, {"stolen", "Stolen"}}));
    form.fields.push_back(needed_field("reference", "Reference of the crime or the report",
                                       "the reference of the crime or the report"));
    form.fields.push_back(needed_field("words", "Why", "the reason", "Kept private"));
    form.record = [session = desk.session, loss = item.under.value](const FormAnswers& answers,
                                                                    Secrets&) {
        return recorded(
            *session, answers.text("outcome") == "lost" ? "Decided: lost" : "Decided: stolen",
            decide_loss(*session->ledger, session->author, loss, answers.text("outcome"),
                        answers.text("reference"), answers.text("words"), answers.details()));
    };
    return form;
}

MovementForm recovered_form(const Desk& desk, const core::Item& item) {
    MovementForm form =
        item_form(desk, item, "recovered", "Recovered...", "Record as recovered:",
                  "It is here again. It then waits to be signed fit, by somebody else than you.",
                  "Record that it is here");
    form.fields.push_back(needed_field("words", "Where and how it was found",
                                       "where and how it was found", "Kept private"));
    form.fields.push_back(place_field("to", "Where it is put", desk.places(), item.home.value));
    add_second(desk, form, {"recover"});
    form.record = [session = desk.session, item](const FormAnswers& answers, Secrets& secrets) {
        CaseReturnRequest request = item_back(item, answers);
        request.words = answers.text("words");
        return recorded(*session, "Recovered",
                        recover(*session->ledger, session->author, request, secrets));
    };
    return form;
}

void add_loss_forms(const Desk& desk, const core::Item& item, Dossier& dossier) {
    if (desk.may(core::Power::handle) && may_step(item, "report_missing"))
        dossier.forms.push_back(missing_form(desk, item));
    if (item.location_status != "missing") return;
    if (desk.may(core::Power::handle)) dossier.forms.push_back(recovered_form(desk, item));
    const auto loss = desk.facts.find<core::Case>(item.under.value);
    if (desk.may(core::Power::approve) && loss && loss->state == "open")
        dossier.forms.push_back(lost_form(desk, item));
}

}  // namespace

void add_item_custody_forms(const Desk& desk, const core::Item& item, Dossier& dossier) {
    const bool handles = desk.may(core::Power::handle);
    if (handles && may_step(item, "hold")) dossier.forms.push_back(hold_form(desk, item));
    const auto holds = desk.facts.all<core::Hold>(item.key + "/");
    if (desk.may(core::Power::release_hold) && !holds.empty())
        dossier.forms.push_back(release_form(desk, item, holds));
    if (handles) {
        if (may_step(item, "report_defect")) dossier.forms.push_back(defect_form(desk, item));
        if (may_step(item, "to_maintenance")) dossier.forms.push_back(workshop_form(desk, item));
        if (may_step(item, "from_maintenance"))
            dossier.forms.push_back(workshop_back_form(desk, item));
        if (may_step(item, "sign_fit")) dossier.forms.push_back(fit_form(desk, item));
        if (may_step(item, "seize")) dossier.forms.push_back(seize_form(desk, item));
        if (may_step(item, "end_seizure")) dossier.forms.push_back(seizure_back_form(desk, item));
    }
    add_loss_forms(desk, item, dossier);
}

}  // namespace muster::app
