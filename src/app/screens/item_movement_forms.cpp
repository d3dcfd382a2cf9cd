// SPDX-License-Identifier: MIT
#include "app/screens/item_forms.hpp"

/// Forms that move an item from place to place, and change what is mounted on it.
namespace muster::app {
namespace {

MovementForm move_form(const Desk& desk, const core::Item& item) {
    MovementForm form = item_form(
        desk, item, "move", "Move...", "Move",
        "To another place of the armoury: at once, or sent on its way to be received there.",
        "Record the move");
    form.fields.push_back(place_field("to", "Where it goes", desk.places()));
    form.fields.push_back(
        yes_no_field("in_transit", "It is sent, and received there by somebody else"));
    add_second(desk, form, {"transfer", "send"});
    form.fields.push_back(note_field());
    form.record = [session = desk.session, id = item.key](const FormAnswers& answers,
                                                          Secrets& secrets) {
        TransferRequest request;
        request.things.items = {id};
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

MovementForm arrive_form(const Desk& desk, const core::Item& item) {
    MovementForm form =
        item_form(desk, item, "arrive", "Received here...", "Receive",
                  "It has arrived where it was sent. Whoever sent it does not receive it.",
                  "Record the receipt");
    add_second(desk, form, {"arrive"});
    form.fields.push_back(note_field());
    form.record = [session = desk.session, item](const FormAnswers& answers, Secrets& secrets) {
        return recorded(
            *session, "Received from its way",
            receive_transit(*session->ledger, session->author, item_back(item, answers), secrets));
    };
    return form;
}

MovementForm lend_form(const Desk& desk, const core::Item& item) {
    MovementForm form = item_form(desk, item, "lend", "Lend...", "Lend",
                                  "To another force. It stays in our totals, and the loan is "
                                  "acknowledged by the other end.",
                                  "Record the loan");
    form.fields.push_back(needed_field("other", "To which force", "the other force"));
    form.fields.push_back(required(date_field("due", "Due back")));
    form.fields.push_back(text_field("reference", "Reference of the loan"));
    form.fields.push_back(text_field("contact", "Whom to ask there", "Kept private"));
    add_second(desk, form, {"lend"});
    form.record = [session = desk.session, id = item.key](const FormAnswers& answers,
                                                          Secrets& secrets) {
        LoanRequest request;
        request.things.items = {id};
        request.other = answers.text("other");
        request.due = answers.date("due").value_or(core::Date{});
        request.reference = answers.text("reference");
        request.contact = answers.given("contact");
        request.second = answers.given("second");
        request.details = answers.details();
        return recorded(*session, "Lent",
                        lend(*session->ledger, session->author, request, secrets));
    };
    return form;
}

MovementForm loan_back_form(const Desk& desk, const core::Item& item) {
    const bool ours = item.location_status == "on_loan_out";
    MovementForm form =
        item_form(desk, item, "loan_back", ours ? "Back from the loan..." : "Give it back...",
                  ours ? "Take back" : "Give back",
                  ours ? "It is here again." : "It goes back to the force that lent it.",
                  ours ? "Record that it is back" : "Record that it went back");
    if (ours)
        form.fields.push_back(place_field("to", "Where it is put", desk.places(), item.home.value));
    add_second(desk, form, {ours ? "loan_back" : "give_back"});
    form.fields.push_back(note_field());
    form.record = [session = desk.session, item, ours](const FormAnswers& answers,
                                                       Secrets& secrets) {
        return recorded(
            *session, ours ? "Back from the loan" : "Given back",
            return_loan(*session->ledger, session->author, item_back(item, answers), secrets));
    };
    return form;
}

MovementForm mount_form(const Desk& desk, const core::Item& item) {
    MovementForm form = item_form(desk, item, "mount", "Mount a part...", "Mount a part on",
                                  "A part with a serial number of its own; it then goes wherever "
                                  "this goes.",
                                  "Record the part");
    MovementField part = needed_field("part", "The part", "", "Scan it, or type its tag");
    part.sort = MovementField::Sort::item;
    form.fields.push_back(part);
    form.fields.push_back(note_field());
    form.record = [session = desk.session, id = item.key](const FormAnswers& answers, Secrets&) {
        SwapRequest request;
        request.host = id;
        request.fit = answers.given("part");
        request.note = answers.given("note");
        request.details = answers.details();
        return recorded(*session, "Mounted", swap_part(*session->ledger, session->author, request));
    };
    return form;
}

MovementForm unmount_form(const Desk& desk, const core::Item& item, const std::string& host,
                          std::vector<Choice> parts) {
    MovementForm form = item_form(desk, item, "unmount", "Take a part off...", "Take a part off",
                                  "The part is a thing by itself again.", "Record that it is off");
    const bool is_part = host != item.key;
    if (is_part) {
        form.label = "Take it off...";
        form.title = "Take " + core::item_words(desk.facts, item.key) + " off " +
                     core::item_words(desk.facts, host);
    } else {
        form.fields.push_back(choice_field("part", "The part", std::move(parts)));
    }
    const auto home = is_part ? item.home.value : std::string{};
    MovementField to = place_field("to", "Where the part is put", desk.places(), home);
    form.fields.push_back(is_part ? to : optional(to));
    form.fields.push_back(note_field());
    form.record = [session = desk.session, host, id = item.key, is_part](const FormAnswers& answers,
                                                                         Secrets&) {
        SwapRequest request;
        request.host = host;
        request.remove = is_part ? id : answers.text("part");
        request.to = answers.given("to");
        request.note = answers.given("note");
        request.details = answers.details();
        return recorded(*session, "Taken off",
                        swap_part(*session->ledger, session->author, request));
    };
    return form;
}

void add_part_forms(const Desk& desk, const core::Item& item, Dossier& dossier) {
    if (!item.mounted_on.empty()) {
        dossier.forms.push_back(unmount_form(desk, item, item.mounted_on.value, {}));
        return;
    }
    if (!may_step(item, "swap_on")) return;
    std::vector<Choice> parts;
    for (const core::Mounted& mounted : desk.facts.all<core::Mounted>(item.key + "/"))
        parts.push_back({mounted.part.value, core::item_words(desk.facts, mounted.part.value)});
    dossier.forms.push_back(mount_form(desk, item));
    if (!parts.empty())
        dossier.forms.push_back(unmount_form(desk, item, item.key, std::move(parts)));
}

}  // namespace

void add_item_movement_forms(const Desk& desk, const core::Item& item, Dossier& dossier) {
    if (!desk.may(core::Power::handle)) return;
    const bool by_itself = item.mounted_on.empty();
    if (by_itself && may_step(item, "transfer")) dossier.forms.push_back(move_form(desk, item));
    if (by_itself && item.location_status == "in_transit")
        dossier.forms.push_back(arrive_form(desk, item));
    if (by_itself && (may_step(item, "loan_back") || may_step(item, "give_back")))
        dossier.forms.push_back(loan_back_form(desk, item));
    if (by_itself && may_step(item, "lend")) dossier.forms.push_back(lend_form(desk, item));
    add_part_forms(desk, item, dossier);
}

}  // namespace muster::app
