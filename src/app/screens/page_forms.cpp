// SPDX-License-Identifier: MIT
#include "app/screens/page_forms.hpp"

#include <algorithm>

#include "app/screens/kit_forms.hpp"
#include "app/screens/oversight_forms.hpp"
#include "app/screens/people_forms.hpp"
#include "app/screens/several_forms.hpp"
#include "app/screens/stock_forms.hpp"
#include "muster/app/clock_alarm.hpp"
#include "muster/app/movements.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/core/case_facts.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/oversight_facts.hpp"

/// The forms that stand beside a list: what is new here, what moves together, who has the duty.
namespace muster::app {
namespace {

MovementForm form_called(const char* id, const char* label, const char* title, const char* words,
                         const char* done) {
    MovementForm form;
    form.id = id;
    form.label = label;
    form.title = title;
    form.words = words;
    form.done = done;
    return form;
}

void add_read_item(const Desk& desk, MovementForm& form) {
    form.fields.push_back(choice_field("model", "Model", models_with_serials(desk)));
    form.fields.push_back(needed_field("serial", "Serial number", "a serial number",
                                       "Scan it, or type it as it stands on the weapon"));
    form.fields.push_back(required(text_field("serial_again", "Serial number, read once more",
                                              "Read it again from the weapon, not from above")));
    form.fields.push_back(text_field("tag", "Asset tag"));
}

ReadItem read_item(const FormAnswers& answers) {
    return {answers.text("model"), answers.text("serial"), answers.text("serial_again"),
            answers.text("tag")};
}

MovementForm new_item_form(const Desk& desk) {
    MovementForm form = form_called("receive_item", "Receive a new item...", "Receive a new item",
                                    "A weapon or other item with a serial number that is not on "
                                    "the register. Its serial is read twice.",
                                    "Record the delivery");
    add_read_item(desk, form);
    form.fields.push_back(place_field("to", "Where it is put", desk.places()));
    form.fields.push_back(text_field("position", "The place there"));
    form.fields.push_back(text_field("supplier", "Who delivered it"));
    form.fields.push_back(text_field("order", "Order or delivery note"));
    add_second(desk, form, {"receive"});
    form.fields.push_back(note_field());
    form.record = [session = desk.session](const FormAnswers& answers, Secrets& secrets) {
        DeliveryRequest request;
        request.items = {read_item(answers)};
        request.location = answers.text("to");
        request.position = answers.text("position");
        request.supplier = answers.text("supplier");
        request.order = answers.text("order");
        request.second = answers.given("second");
        request.note = answers.given("note");
        request.details = answers.details();
        return recorded(*session, "Received",
                        receive_delivery(*session->ledger, session->author, request, secrets));
    };
    return form;
}

MovementForm borrow_form(const Desk& desk) {
    MovementForm form = form_called("borrow", "Borrow an item...", "Borrow from another force",
                                    "A visitor's item is held here and counted apart from our own "
                                    "totals. Its serial is read twice.",
                                    "Record the loan");
    form.fields.push_back(needed_field("other", "From which force", "the other force"));
    form.fields.push_back(required(date_field("due", "To go back by")));
    add_read_item(desk, form);
    form.fields.push_back(place_field("to", "Where it is put", desk.places()));
    form.fields.push_back(text_field("reference", "Reference of the loan"));
    form.fields.push_back(text_field("contact", "Whom to ask there", "Kept private"));
    add_second(desk, form, {"borrow"});
    form.record = [session = desk.session](const FormAnswers& answers, Secrets& secrets) {
        LoanRequest request;
        request.items = {read_item(answers)};
        request.other = answers.text("other");
        request.due = answers.date("due").value_or(core::Date{});
        request.location = answers.given("to");
        request.reference = answers.text("reference");
        request.contact = answers.given("contact");
        request.second = answers.given("second");
        request.details = answers.details();
        return recorded(*session, "Borrowed",
                        borrow(*session->ledger, session->author, request, secrets));
    };
    return form;
}

MovementForm move_several_form(const Desk& desk) {
    MovementForm form = form_called("move_several", "Move several...", "Move several things",
                                    "As one movement: at once, or as one consignment to be "
                                    "received where it goes.",
                                    "Record the move");
    add_things(form, "Scan each; one a line");
    MovementField from = place_field("from", "Quantities are taken from", desk.places());
    from.hint = "Only where one place alone does not have them";
    form.fields.push_back(optional(from));
    form.fields.push_back(place_field("to", "Where it goes", desk.places()));
    form.fields.push_back(
        yes_no_field("in_transit", "It is sent, and received there by somebody else"));
    add_second(desk, form, {"transfer", "send"});
    form.fields.push_back(note_field());
    form.record = [session = desk.session](const FormAnswers& answers, Secrets& secrets) {
        TransferRequest request;
        request.things = {answers.codes("items"), answers.quantities("batches"),
                          answers.given("from")};
        request.to = answers.text("to");
        request.in_transit = answers.yes("in_transit");
        request.second = answers.given("second");
        request.note = answers.given("note");
        request.details = answers.details();
        return recorded(*session, request.in_transit ? "Sent on its way" : "Moved",
                        transfer(*session->ledger, session->author, request, secrets));
    };
    return form;
}

// --- handovers ---------------------------------------------------------------------------------

std::string duty_words(const Desk& desk) {
    for (const core::Duty& duty : desk.facts.all<core::Duty>())
        if (duty.user == desk.session->author.user)
            return "By the book you have the duty at " + core::holder_words(desk.facts, duty.key) +
                   " since #" + grouped(duty.since) + ". ";
    return {};
}

MovementForm duty_form(const Desk& desk) {
    MovementForm form = form_called("hand_over_duty", "Hand over the duty...", "Hand over the duty",
                                    "", "Record the handover");
    form.words = duty_words(desk) + "Who takes it over gives their own password.";
    add_person(form, "to", "Who takes over (user name)");
    MovementField place = place_field("place", "Where", desk.places({"armoury"}));
    place.hint = "Empty: this armoury";
    form.fields.push_back(optional(place));
    const bool joint = core::policy(desk.facts, "joint_count_at_handover", "no") == "yes";
    MovementField count = text_field("count", "The joint count", "Its number, like c-90");
    count.required = joint;
    form.fields.push_back(count);
    MovementField note = text_field("note", "Note", "Keys, seals, what is open. Kept private");
    form.fields.push_back(note);
    form.record = [session = desk.session](const FormAnswers& answers, Secrets& secrets) {
        return recorded(*session, "Duty handed over",
                        hand_over_duty(*session->ledger, session->author, answers.text("to"),
                                       answers.given("place"), answers.given("count"),
                                       answers.given("note"), secrets, answers.details()));
    };
    return form;
}

MovementForm vehicle_form(const Desk& desk, const char* stage) {
    const std::string_view at{stage};
    MovementForm form = form_called(
        at == "start" ? "vehicle_start"
        : at == "end" ? "vehicle_end"
                      : "vehicle_handover",
        at == "start" ? "ARV safe: start of a shift..."
        : at == "end" ? "ARV safe: end of a shift..."
                      : "ARV safe: handover...",
        at == "start" ? "Check an ARV's safe at the start"
        : at == "end" ? "Check an ARV's safe at the end"
                      : "Hand over an ARV's safe",
        "Look into the safe and enter what is there. What the book says is not shown; where it "
        "differs you are told, and the check is then closed only with what is known of it.",
        "Record the check");
    form.fields.push_back(
        place_field("vehicle", "The vehicle's safe", desk.places({"vehicle_safe"})));
    add_things(form, "Scan each that is in the safe; one a line");
    if (at != "start") add_officer(form, "from", "Officer who gives it (collar number)");
    if (at != "end") add_officer(form, "to", "Officer who takes it (collar number)");
    form.fields.push_back(
        text_field("words", "If it differs: what is known of it", "Empty at first. Kept private"));
    form.record = [session = desk.session, stage](const FormAnswers& answers, Secrets& secrets) {
        VehicleCheckRequest request;
        request.vehicle = answers.text("vehicle");
        request.stage = stage;
        request.from = answers.given("from");
        request.to = answers.given("to");
        request.seen = {answers.codes("items"), answers.quantities("batches"), {}};
        request.explanation = answers.given("words");
        request.details = answers.details();
        return recorded(*session, "Checked",
                        check_vehicle(*session->ledger, session->author, request, secrets));
    };
    return form;
}

MovementForm clock_form(const Desk& desk) {
    MovementForm form = form_called(
        "clock_corrected", "The clock is right again...", "A clock was put right",
        "Entries were made by a computer whose clock stood behind. They stay, and say so. Set the "
        "clock first; then a second person who may approve gives their own password.",
        "Record it");
    form.fields.push_back(needed_field("reason", "What was wrong with it", "what was wrong",
                                       "Battery, time zone, set by hand. Kept private"));
    add_person(form, "approver", "Approver's user name");
    form.record = [session = desk.session](const FormAnswers& answers, Secrets& secrets) {
        return recorded("Clock put right",
                        correct_clock(*session->ledger, session->author, answers.text("reason"),
                                      answers.given("approver"), secrets),
                        {});
    };
    return form;
}

}  // namespace

std::vector<MovementForm> page_forms(const Desk& desk, const std::string& page) {
    std::vector<MovementForm> forms;
    if (page == "counts" && desk.may(core::Power::count) && !desk.is_blind())
        forms.push_back(start_count_form(desk));
    if (page == "oversight" && !desk.is_blind()) return oversight_page_forms(desk);
    if (page == "kits") return kit_page_forms(desk);
    if (page == "due" && desk.may(core::Power::correct) &&
        desk.facts.find<core::ClockAlarm>(core::clock_alarm_key))
        forms.push_back(clock_form(desk));
    if (page == "users") return users_page_forms(desk);
    if (page == "settings") return settings_page_forms(desk);
    // Whoever counts blind would be told what the book says by what it refuses.
    if (!desk.may(core::Power::handle) || desk.is_blind()) return forms;
    if (page == "munitions") forms.push_back(delivery_form(desk, nullptr));
    if (page == "today") {
        forms.push_back(take_over_form(desk));
        forms.push_back(take_over_alone_form(desk));
        forms.push_back(duty_form(desk));
    }
    if (page != "movements") return forms;
    forms.push_back(new_item_form(desk));
    forms.push_back(move_several_form(desk));
    forms.push_back(seize_several_form(desk));
    forms.push_back(hold_range_form(desk));
    forms.push_back(borrow_form(desk));
    forms.push_back(duty_form(desk));
    if (!desk.places({"vehicle_safe"}).empty())
        for (const char* stage : {"start", "handover", "end"})
            forms.push_back(vehicle_form(desk, stage));
    return forms;
}

}  // namespace muster::app
