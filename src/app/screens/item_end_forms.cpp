// SPDX-License-Identifier: MIT
#include "app/screens/item_forms.hpp"

/// Forms of personal issue, of disposal, and of what is wrong on the register itself.
namespace muster::app {
namespace {

MovementForm assign_form(const Desk& desk, const core::Item& item) {
    const bool set_aside = !item.assigned_to.empty();
    MovementForm form = item_form(
        desk, item, "assign", set_aside ? "No longer set aside..." : "Set aside for an officer...",
        set_aside ? "Set aside no longer:" : "Set aside",
        set_aside ? "It is nobody's personal weapon any more."
                  : "As that officer's personal weapon. This issues nothing.",
        "Record it");
    if (!set_aside) {
        MovementField officer = needed_field("officer", "Collar number", "");
        officer.sort = MovementField::Sort::officer;
        form.fields.push_back(officer);
    }
    form.record = [session = desk.session, id = item.key, set_aside](const FormAnswers& answers,
                                                                     Secrets&) {
        return recorded(*session, set_aside ? "No longer set aside" : "Set aside",
                        assign(*session->ledger, session->author, id, answers.given("officer"),
                               answers.details()));
    };
    return form;
}

MovementForm mark_form(const Desk& desk, const core::Item& item, bool keeps) {
    MovementForm form = item_form(
        desk, item, keeps ? "keep" : "mark", keeps ? "Keep after all..." : "Mark for disposal...",
        keeps ? "Keep after all:" : "Mark for disposal:",
        keeps ? "It waits to be signed fit. A second person approves it."
              : "It then waits to be disposed of before two witnesses. A second person approves "
                "it.",
        keeps ? "Record that it is kept" : "Record the mark");
    form.fields.push_back(needed_field("words", "Why", "the reason", "Kept private"));
    add_person(form, "approver", "Approver's user name");
    form.record = [session = desk.session, id = item.key, keeps](const FormAnswers& answers,
                                                                 Secrets& secrets) {
        return recorded(
            *session, keeps ? "Kept after all" : "Marked for disposal",
            mark_disposal(*session->ledger, session->author, {id}, keeps, answers.text("words"),
                          answers.given("approver"), secrets, answers.details()));
    };
    return form;
}

MovementForm dispose_form(const Desk& desk, const core::Item& item) {
    MovementForm form =
        item_form(desk, item, "dispose", "Dispose...", "Dispose of",
                  "Before two witnesses, neither of them you, and with a certificate. This cannot "
                  "be taken back.",
                  "Record the disposal");
    form.fields.push_back(choice_field(
        "method", "How",
        {{"destroyed", "Destroyed"}, {"sold", "Sold"}, {"transferred", "Transferred for good"}}));
    form.fields.push_back(needed_field("certificate", "Reference of the certificate",
                                       "the reference of the certificate"));
    add_person(form, "witness_a", "First witness's user name");
    add_person(form, "witness_b", "Second witness's user name");
    form.fields.push_back(note_field());
    form.record = [session = desk.session, id = item.key](const FormAnswers& answers,
                                                          Secrets& secrets) {
        DisposalRequest request;
        request.things.items = {id};
        request.method = answers.text("method");
        request.certificate = answers.text("certificate");
        request.witnesses = {answers.text("witness_a"), answers.text("witness_b")};
        request.note = answers.given("note");
        request.details = answers.details();
        return recorded(*session, "Disposed of",
                        dispose(*session->ledger, session->author, request, secrets));
    };
    return form;
}

MovementField corrected(const char* id, const char* label, const std::string& original) {
    MovementField field = text_field(id, label);
    field.value = original;
    field.original = original;
    return field;
}

// Only what was changed is entered.
std::optional<std::string> changed(const FormAnswers& answers, const char* id,
                                   const std::string& original) {
    const std::string now = answers.text(id);
    return now == original ? std::nullopt : std::optional{now};
}

MovementForm correct_form(const Desk& desk, const core::Item& item) {
    MovementForm form =
        item_form(desk, item, "correct_item", "Correct serial or tag...", "Correct",
                  "What the register has stands on the left and stays readable. A second person "
                  "approves the correction.",
                  "Record the correction");
    form.fields.push_back(corrected("serial", "Serial number", item.serial));
    MovementField again =
        text_field("serial_again", "Serial number, read once more", "Only where it is corrected");
    form.fields.push_back(again);
    form.fields.push_back(corrected("tag", "Asset tag", item.tag));
    form.fields.push_back(corrected("position", "Place at home", item.position));
    form.fields.push_back(needed_field("words", "Why", "the reason", "Kept private"));
    add_person(form, "approver", "Approver's user name");
    form.record = [session = desk.session, item](const FormAnswers& answers, Secrets& secrets) {
        ItemCorrectionRequest request;
        request.item = item.key;
        request.serial = changed(answers, "serial", item.serial);
        if (request.serial) request.serial_again = answers.given("serial_again");
        request.tag = changed(answers, "tag", item.tag);
        request.position = changed(answers, "position", item.position);
        request.reason = answers.text("words");
        request.approver = answers.given("approver");
        request.details = answers.details();
        return recorded(*session, "Corrected on the register",
                        correct_item(*session->ledger, session->author, request, secrets));
    };
    return form;
}

}  // namespace

void add_item_end_forms(const Desk& desk, const core::Item& item, Dossier& dossier) {
    if (desk.may(core::Power::handle)) {
        if (may_step(item, "assign")) dossier.forms.push_back(assign_form(desk, item));
        if (may_step(item, "give_up")) dossier.forms.push_back(mark_form(desk, item, false));
        if (may_step(item, "keep")) dossier.forms.push_back(mark_form(desk, item, true));
        if (may_step(item, "dispose")) dossier.forms.push_back(dispose_form(desk, item));
    }
    if (desk.may(core::Power::correct)) dossier.forms.push_back(correct_form(desk, item));
}

}  // namespace muster::app
