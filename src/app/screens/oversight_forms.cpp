// SPDX-License-Identifier: MIT
#include "app/screens/oversight_forms.hpp"

#include "muster/app/status_screen.hpp"
#include "muster/app/supervision.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/oversight_facts.hpp"

/// What senior officers do at a window: sign off, let somebody sign for them, draw a dip-test.
namespace muster::app {
namespace {

constexpr const char* positions_usual = "5";

MovementField secret_of(const char* whose, const char* label, const char* before = "") {
    MovementField secret{std::string{whose} + "_secret", label, MovementField::Sort::secret};
    secret.whose = whose;
    secret.detail = before;
    return secret;
}

MovementForm form_of(const char* id, const char* label, const std::string& title, const char* words,
                     const char* done) {
    MovementForm made;
    made.id = id;
    made.label = label;
    made.title = title;
    made.words = words;
    made.done = done;
    made.may_be_late = false;
    return made;
}

core::Result<FormReceipt> signed_by_form(const std::shared_ptr<Session>& session,
                                         const std::string& what, const FormAnswers& answers,
                                         Secrets& secrets) {
    SignOff sign;
    sign.what = what;
    sign.key = answers.given("key");
    sign.signer = answers.given("signer");
    sign.witness = answers.given("witness");
    sign.remark = answers.text("remark");
    if (!sign.key && (!sign.signer || !sign.witness))
        return core::refused(
            core::Refusal::detail_missing, what,
            {{"detail", "the name of your key, or of ink on paper who signed and who saw it"}});
    return recorded("Signed off", sign_off(*session->ledger, session->author, sign, secrets), {});
}

MovementForm sign_off_form(const Desk& desk, const std::string& what) {
    MovementForm made = form_of(
        "sign_off", "Sign off...", "Sign off " + what,
        "By a certified key of your own; or record ink on paper that somebody saw.", "Sign off");
    made.fields.push_back(text_field("key", "Your key's name", "Empty of ink on paper"));
    made.fields.push_back(secret_of("key", "Its passphrase", "key:"));
    made.fields.push_back(text_field("signer", "Of ink: who signed (user name)"));
    made.fields.push_back(text_field("witness", "Of ink: who saw it (user name)"));
    made.fields.push_back(secret_of("witness", "Their own password"));
    made.fields.push_back(text_field("remark", "What is to be done", "Kept private"));
    made.record = [session = desk.session, what](const FormAnswers& answers, Secrets& secrets) {
        return signed_by_form(session, what, answers, secrets);
    };
    return made;
}

MovementForm draw_form(const Desk& desk) {
    MovementForm made = form_of("draw_dip", "Draw a dip-test...", "Draw a dip-test",
                                "Random positions with blanks, to be looked at on foot. The sheet "
                                "does not say what the book has there.",
                                "Draw it and write the sheet");
    made.fields.push_back(place_field("place", "Armoury or place", desk.places()));
    made.fields.push_back(number_field("positions", "How many positions"));
    made.fields.back().value = positions_usual;
    made.fields.push_back(needed_field("sheet", "The sheet (PDF)", "where the sheet goes"));
    made.fields.back().sort = MovementField::Sort::new_file;
    made.record = [session = desk.session](const FormAnswers& answers,
                                           Secrets&) -> core::Result<FormReceipt> {
        const auto drawn = draw_dip_test(*session->ledger, session->author, answers.text("place"),
                                         answers.number("positions"), answers.text("sheet"));
        if (!drawn) return drawn.error();
        return recorded("Drawn", drawn.value().receipt,
                        {"Dip-test " + drawn.value().id + ". Print " + answers.text("sheet") +
                         " and carry it."});
    };
    return made;
}

MovementForm deputy_form(const Desk& desk) {
    MovementForm made =
        form_of("deputise", "Name a deputy...", "Who signs for you",
                "On those days their signature stands for yours, and says so.", "Record it");
    made.fields.push_back(needed_field("to", "User name", "who signs for you"));
    made.fields.push_back(required(date_field("first", "First day")));
    made.fields.push_back(required(date_field("last", "Last day")));
    made.fields.push_back(needed_field("reason", "Why", "the reason", "Kept private"));
    made.record = [session = desk.session](const FormAnswers& answers, Secrets&) {
        return recorded(
            "Named",
            name_deputy(*session->ledger, session->author, answers.text("to"),
                        answers.date("first").value_or(core::Date{}),
                        answers.date("last").value_or(core::Date{}), answers.text("reason")),
            {answers.text("to") + " signs for you on those days."});
    };
    return made;
}

}  // namespace

void add_sign_off(const Desk& desk, const std::string& what, Dossier& dossier) {
    std::string names;
    for (const auto& each : desk.facts.all<core::OversightSignature>(what + "|")) {
        names += (names.empty() ? "" : "; ") + core::user_words(desk.facts, each.signer.value);
        if (!each.principal.empty() && each.principal != each.signer)
            names += " for " + core::user_words(desk.facts, each.principal.value);
        names += ", " + each.method + ", " + core::uk_time_text(each.at);
    }
    if (!names.empty()) dossier.known.push_back({"signed_off", "Signed off by", names, Tone::good});
    if (desk.may(core::Power::oversee) || desk.may(core::Power::approve))
        dossier.forms.push_back(sign_off_form(desk, what));
}

std::vector<MovementForm> oversight_page_forms(const Desk& desk) {
    std::vector<MovementForm> forms;
    if (desk.may(core::Power::oversee)) forms.push_back(draw_form(desk));
    const core::UserId& user = desk.session->author.user;
    if (desk.facts.row(core::Table::role, user.value + "/senior_officer"))
        forms.push_back(deputy_form(desk));
    return forms;
}

}  // namespace muster::app
