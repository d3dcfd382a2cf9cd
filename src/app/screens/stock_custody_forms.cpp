// SPDX-License-Identifier: MIT
#include "app/screens/stock_forms.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/core/case_facts.hpp"
#include "muster/core/codes.hpp"

/// Forms of holds, losses and the end of quantities.
namespace muster::app {
namespace {

MovementForm stock_form(const StockShown& stock, const char* id, const char* label,
                        const char* verb, const char* words, const char* done) {
    MovementForm form;
    form.id = id;
    form.label = label;
    form.title = std::string{verb} + " " + stock.words;
    form.words = words;
    form.done = done;
    return form;
}

MovementField holder_field(const Desk& desk, const std::vector<core::Balance>& balances,
                           const char* label) {
    std::vector<Choice> holders;
    for (const core::Balance& balance : balances)
        holders.push_back(
            {balance.holder.value, core::holder_words(desk.facts, balance.holder.value) + " (" +
                                       grouped(balance.quantity) + ")"});
    MovementField field = place_field("from", label, std::move(holders));
    field.hint.clear();
    if (field.choices.size() == 1) field.value = field.choices.front().code;
    return field;
}

MovementForm hold_form(const Desk& desk, const StockShown& stock) {
    MovementForm form = stock_form(stock, "hold", "Hold...", "Hold batch",
                                   "None of it can be issued, wherever it lies, until the hold is "
                                   "released by another person.",
                                   "Record the hold");
    form.fields.push_back(choice_field("reason", "Why",
                                       {{"recall", "Recall by a technical notice"},
                                        {"unsafe", "Unsafe"},
                                        {"evidence", "Evidence"},
                                        {"pip", "Post-incident procedure (PIP)"}}));
    form.fields.push_back(text_field("notice", "Reference of the notice, if there is one"));
    form.fields.push_back(note_field());
    form.record = [session = desk.session, id = stock.id](const FormAnswers& answers, Secrets&) {
        HoldRequest request;
        request.reason = answers.text("reason");
        request.batches = {id};
        request.notice = answers.text("notice");
        request.note = answers.given("note");
        request.details = answers.details();
        return recorded(*session, "Held", place_hold(*session->ledger, session->author, request));
    };
    return form;
}

MovementForm release_form(const Desk& desk, const StockShown& stock,
                          const std::vector<core::Hold>& holds) {
    MovementForm form = stock_form(stock, "release", "Release from hold...", "Release batch",
                                   "After an inspection or the maker's word. Whoever placed the "
                                   "hold does not release it.",
                                   "Record the release");
    MovementField which = choice_field("hold", "Which hold", {});
    for (const core::Hold& hold : holds)
        which.choices.push_back({std::to_string(hold.since),
                                 capital(hold_words(hold.reason)) + ", #" + grouped(hold.since)});
    if (holds.size() == 1) which.value = which.choices.front().code;
    form.fields.push_back(which);
    form.fields.push_back(needed_field("inspection", "Reference of the inspection",
                                       "the reference of its own inspection"));
    form.record = [session = desk.session, id = stock.id](const FormAnswers& answers, Secrets&) {
        return recorded(*session, "Released",
                        release_hold(*session->ledger, session->author, id, answers.number("hold"),
                                     answers.text("inspection"), answers.details()));
    };
    return form;
}

MovementForm missing_form(const Desk& desk, const StockShown& stock,
                          const std::vector<core::Balance>& balances) {
    MovementForm form =
        stock_form(stock, "missing", "Report missing...", "Report missing:",
                   "Whoever had it last is kept as they stand, and the escalation clock runs from "
                   "now.",
                   "Record it as missing");
    form.fields.push_back(number_field("quantity", "How many"));
    form.fields.push_back(holder_field(desk, balances, "Where, or with whom, it was"));
    form.fields.push_back(
        needed_field("words", "What is known of it", "what is known of it", "Kept private"));
    form.record = [session = desk.session, id = stock.id](const FormAnswers& answers, Secrets&) {
        MovedThings things;
        things.batches = {{id, answers.number("quantity")}};
        things.from = answers.given("from");
        return recorded(*session, "Reported missing",
                        report_missing(*session->ledger, session->author, things,
                                       answers.text("words"), answers.details()));
    };
    return form;
}

MovementForm recovered_form(const Desk& desk, const StockShown& stock, std::vector<Choice> losses) {
    MovementForm form =
        stock_form(stock, "recovered", "Recovered...", "Record as recovered:", "It is here again.",
                   "Record that it is here");
    MovementField which = choice_field("loss", "Of which loss", std::move(losses));
    if (which.choices.size() == 1) which.value = which.choices.front().code;
    form.fields.push_back(which);
    form.fields.push_back(number_field("quantity", "How many"));
    form.fields.push_back(needed_field("words", "Where and how it was found",
                                       "where and how it was found", "Kept private"));
    form.fields.push_back(place_field("to", "Where it is put", desk.places()));
    add_second(desk, form, {"recover"});
    form.record = [session = desk.session, id = stock.id](const FormAnswers& answers,
                                                          Secrets& secrets) {
        CaseReturnRequest request;
        request.number = answers.text("loss");
        request.things.batches = {{id, answers.number("quantity")}};
        request.to = answers.given("to");
        request.words = answers.text("words");
        request.second = answers.given("second");
        request.details = answers.details();
        return recorded(*session, "Recovered",
                        recover(*session->ledger, session->author, request, secrets));
    };
    return form;
}

MovementForm dispose_form(const Desk& desk, const StockShown& stock,
                          const std::vector<core::Balance>& quarantined) {
    MovementForm form =
        stock_form(stock, "dispose", "Dispose...", "Dispose of",
                   "From quarantine, before two witnesses, neither of them you, and with a "
                   "certificate. This cannot be taken back.",
                   "Record the disposal");
    form.fields.push_back(number_field("quantity", "How many"));
    form.fields.push_back(holder_field(desk, quarantined, "From which quarantine"));
    form.fields.push_back(choice_field(
        "method", "How",
        {{"destroyed", "Destroyed"}, {"sold", "Sold"}, {"transferred", "Transferred for good"}}));
    form.fields.push_back(needed_field("certificate", "Reference of the certificate",
                                       "the reference of the certificate"));
    add_person(form, "witness_a", "First witness's user name");
    add_person(form, "witness_b", "Second witness's user name");
    form.fields.push_back(note_field());
    form.record = [session = desk.session, id = stock.id](const FormAnswers& answers,
                                                          Secrets& secrets) {
        DisposalRequest request;
        request.things.batches = {{id, answers.number("quantity")}};
        request.things.from = answers.given("from");
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

// The losses that still lack some of it.
std::vector<Choice> losses_of(const Desk& desk, const StockShown& stock) {
    std::vector<Choice> losses;
    for (const core::Case& each : desk.facts.all<core::Case>("z-")) {
        const auto line = desk.facts.find<core::CaseLine>(each.key + "/" + stock.id);
        if (line && line->open > 0)
            losses.push_back({each.key, core::case_words(desk.facts, each.key) + ", " +
                                            grouped(line->open) + " still missing"});
    }
    return losses;
}

}  // namespace

void add_stock_custody_forms(const Desk& desk, const StockShown& stock, Dossier& dossier) {
    const auto holds = desk.facts.all<core::Hold>(stock.id + "/");
    if (desk.may(core::Power::release_hold) && !holds.empty())
        dossier.forms.push_back(release_form(desk, stock, holds));
    if (!desk.may(core::Power::handle)) return;
    if (stock.batch) dossier.forms.push_back(hold_form(desk, stock));
    std::vector<core::Balance> present;
    std::vector<core::Balance> quarantined;
    for (const core::Balance& balance : stock.balances) {
        const auto place = desk.facts.find<core::Location>(balance.holder.value);
        if (place || balance.holder.value.starts_with("o-")) present.push_back(balance);
        if (place && place->sort == "quarantine") quarantined.push_back(balance);
    }
    if (!present.empty()) dossier.forms.push_back(missing_form(desk, stock, present));
    if (auto losses = losses_of(desk, stock); !losses.empty())
        dossier.forms.push_back(recovered_form(desk, stock, std::move(losses)));
    if (!quarantined.empty()) dossier.forms.push_back(dispose_form(desk, stock, quarantined));
}

}  // namespace muster::app
