// SPDX-License-Identifier: MIT
#include "app/screens/hatch_forms.hpp"

#include "app/basket.hpp"
#include "app/screens/item_forms.hpp"
#include "muster/app/confirmations.hpp"
#include "muster/app/listing.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/core/counter_facts.hpp"
#include "muster/core/held_too_long.hpp"
#include "muster/core/policies.hpp"

namespace muster::app {
namespace {

/// The officer stands at the hatch and gives their own PIN.
void add_this_officer(MovementForm& form, const std::string& collar) {
    add_officer(form, "officer", "Officer (collar number)");
    for (MovementField& field : form.fields)
        if (field.id == "officer") field.value = collar;
}

MovementForm plain_form(const char* id, const char* label, std::string title, const char* words,
                        const char* done) {
    MovementForm form;
    form.id = id;
    form.label = label;
    form.title = std::move(title);
    form.words = words;
    form.done = done;
    form.may_be_late = false;
    return form;
}

MovementForm ask_form(const Desk& desk, const std::string& collar, const std::string& who) {
    MovementForm form =
        plain_form("ask_attestation", "Ask to confirm holdings...",
                   "Ask " + who + " to confirm what they hold",
                   "They answer at the hatch with their PIN. Until then the page What is due names "
                   "them, as overdue after the days that policy gives.",
                   "Record that they are asked");
    form.record = [session = desk.session, collar](const FormAnswers&, Secrets&) {
        return recorded("Asked", ask_attestation(*session->ledger, session->author, {collar}), {});
    };
    return form;
}

MovementForm attest_form(const Desk& desk, const std::string& collar, const std::string& who) {
    MovementForm form = plain_form(
        "attest", "Confirm what they hold...", who + " confirms what they hold",
        "They look at each thing. What is as the book has it needs no word; what differs is "
        "entered below and opens a discrepancy.",
        "Record the confirmation");
    MovementField otherwise =
        text_field("otherwise", "What differs",
                   "Code, a blank, how many there are (0: none); one a line. Empty: all agrees");
    otherwise.sort = MovementField::Sort::quantities;
    form.fields.push_back(otherwise);
    add_this_officer(form, collar);
    form.record = [session = desk.session](const FormAnswers& answers, Secrets& secrets) {
        std::vector<SeenOtherwise> seen;
        for (const CodeQuantity& each : answers.quantities("otherwise"))
            seen.push_back({each.code, each.quantity});
        return recorded(
            *session, "Confirmed",
            attest(*session->ledger, session->author, answers.text("officer"), seen, secrets));
    };
    return form;
}

MovementForm cartridges_form(const Desk& desk, const std::string& collar, const std::string& who) {
    MovementForm form = plain_form(
        "cartridges", "Swap cartridges...", "Swap cartridges of " + who,
        "Spent ones come back and fresh ones go out in one act; the device stays with the officer.",
        "Record the swap");
    MovementField spent = text_field("spent", "Spent", "Batch, a blank, how many; one a line");
    spent.sort = MovementField::Sort::quantities;
    spent.required = true;
    form.fields.push_back(spent);
    form.fields.push_back(choice_field("reason", "Why", desk.references("expenditure")));
    form.fields.push_back(text_field("reference", "Reference", "Log or report number"));
    MovementField fresh = text_field("fresh", "Fresh", "Batch, a blank, how many; one a line");
    fresh.sort = MovementField::Sort::quantities;
    form.fields.push_back(fresh);
    form.fields.push_back(text_field("download", "Reference of the device's download"));
    if (core::policy(desk.facts, "second_person_at_issue", "yes") == "yes")
        add_person(form, "second", "Second person's user name");
    add_this_officer(form, collar);
    form.record = [session = desk.session](const FormAnswers& answers, Secrets& secrets) {
        CartridgeSwapRequest request;
        request.collar = answers.text("officer");
        for (const CodeQuantity& each : answers.quantities("spent"))
            request.spent.push_back(
                {each.code, each.quantity, answers.text("reason"), answers.text("reference")});
        request.fresh = answers.quantities("fresh");
        request.download = answers.given("download");
        request.second = answers.given("second");
        request.details = answers.details();
        return recorded(*session, "Swapped",
                        swap_cartridges(*session->ledger, session->author, request, secrets));
    };
    return form;
}

}  // namespace

void add_function_test_form(const Desk& desk, const core::Item& item, Dossier& dossier) {
    const auto model = desk.facts.find<core::Model>(item.model.value);
    const bool asked =
        model && core::policy_names(desk.facts, "function_test_categories", model->category);
    if (!asked || !desk.may(core::Power::handle) || !may_step(item, "test")) return;
    MovementForm form =
        item_form(desk, item, "test", "Function test...", "Function test of",
                  "Today's test. Without it the device is not issued; one that failed is a defect.",
                  "Record the test");
    form.fields.push_back(yes_no_field("failed", "It failed"));
    form.fields.push_back(text_field("words", "What was wrong", "Only where it failed"));
    form.fields.push_back(optional(number_field("battery", "Charge in per cent, as shown")));
    form.record = [session = desk.session, id = item.key](const FormAnswers& answers, Secrets&) {
        FunctionTestRequest request;
        request.items = {id};
        if (answers.yes("failed")) request.failed = answers.text("words");
        if (answers.given("battery")) request.battery = answers.number("battery");
        request.details = answers.details();
        const bool failed = request.failed.has_value();
        return recorded(failed ? "Failed, and reported defective" : "Passed today",
                        test_function(*session->ledger, session->author, request), {});
    };
    dossier.forms.push_back(std::move(form));
}

void add_attestation_forms(const Desk& desk, const core::Officer& officer,
                           const std::string& collar, Dossier& dossier) {
    if (desk.is_blind() || desk.facts.all<core::OpenLine>(officer.key + "/").empty()) return;
    if (desk.may(core::Power::handle))
        dossier.forms.push_back(ask_form(desk, collar, dossier.title));
    if (!desk.may(core::Power::issue)) return;
    dossier.forms.push_back(attest_form(desk, collar, dossier.title));
    if (core::policy(desk.facts, "download_categories", "no") != "no")
        dossier.forms.push_back(cartridges_form(desk, collar, dossier.title));
}

void add_confirmation_form(const Desk& desk, core::EntryNumber movement, Dossier& dossier) {
    const auto mode = desk.facts.find<core::MovementMode>(core::movement_key(movement));
    if (!mode || mode->mode != "urgent") return;
    if (mode->confirmed != 0) {
        dossier.notices.push_back({Tone::plain, "Urgent issue, confirmed by its officer in #" +
                                                    grouped(mode->confirmed) + "."});
        return;
    }
    dossier.notices.push_back(
        {Tone::warning, "URGENT ISSUE, not yet confirmed by its officer" +
                            (mode->until ? ": due " + core::uk_time_text(*mode->until) : "") +
                            "."});
    if (!desk.may(core::Power::issue)) return;
    MovementForm form = plain_form(
        "confirm_issue", "Confirm...", "Confirm " + dossier.title + ", afterwards",
        "The officer looks at what stands here and gives their PIN.", "Record the confirmation");
    add_this_officer(form, collar_of(desk.facts, mode->officer));
    form.record = [session = desk.session, movement](const FormAnswers&, Secrets& secrets) {
        return recorded("Confirmed",
                        confirm_issue(*session->ledger, session->author, movement, secrets), {});
    };
    dossier.forms.push_back(std::move(form));
}

}  // namespace muster::app
