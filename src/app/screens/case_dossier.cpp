// SPDX-License-Identifier: MIT
#include "app/screens/desk.hpp"
#include "app/screens/written_table.hpp"
#include "muster/app/listing.hpp"
#include "muster/app/movements.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/core/case_facts.hpp"
#include "muster/core/codes.hpp"

/// Why, with whom and until when stock is away, and how it comes back.
namespace muster::app {
namespace {

const char* sort_words(const std::string& sort) {
    if (sort == "consignment") return "Consignment on its way";
    if (sort == "loan_out") return "Loan to another force";
    if (sort == "loan_in") return "Loan from another force";
    if (sort == "repair") return "At a workshop";
    if (sort == "seizure") return "Seizure";
    return "Loss";
}

std::string state_words(const std::string& state) {
    if (state == "closed_short") return "Closed, something was short";
    return capital(state);
}

/// One case's dossier while it is put together.
class CaseDossier {
public:
    CaseDossier(const Desk& desk, core::Case about)
        : desk_{desk}, facts_{desk.facts}, case_{std::move(about)} {}

    Dossier made() {
        dossier_.id = case_.key;
        dossier_.title = capital(core::case_words(facts_, case_.key));
        dossier_.subtitle = sort_words(case_.sort);
        details();
        lines();
        if (desk_.may(core::Power::handle)) forms();
        if (desk_.may(core::Power::approve) && case_.sort == "loss" && case_.state == "open")
            dossier_.forms.push_back(decision_form());
        return std::move(dossier_);
    }

private:
    void know(const char* id, const char* label, const std::string& words,
              Tone tone = Tone::plain) {
        if (!words.empty()) dossier_.known.push_back({id, label, words, tone});
    }

    void details() {
        const bool is_open = case_.state == "open";
        const bool overdue = is_open && case_.due && *case_.due < desk_.session->reading->now();
        know("state", "State", state_words(case_.state));
        know("since", "Since", core::uk_time_text(case_.since) + ", #" + grouped(case_.opened));
        know("due", case_.sort == "loss" ? "To be escalated by" : "Due",
             case_.due ? core::uk_time_text(*case_.due) + (overdue ? ", OVERDUE" : "") : "",
             overdue ? Tone::stop : Tone::plain);
        know("other", "With whom", case_.other);
        if (!case_.to.empty())
            know("to", case_.sort == "consignment" ? "On its way to" : "Lies in",
                 core::holder_words(facts_, case_.to.value));
        if (case_.person)
            know("person", "Person there",
                 facts_.disclosed(case_.person->digest).value_or("(withheld)"));
        know("reference", case_.sort == "seizure" ? "Exhibit" : "Reference", case_.reference);
        know("seal", "Seal", case_.seal);
        know("by", "Recorded by", core::user_words(facts_, case_.by.value));
        if (case_.sort == "loan_out" || case_.sort == "loan_in") acknowledgements();
        if (overdue)
            dossier_.notices.push_back(
                {Tone::stop, "OVERDUE since " + core::uk_time_text(*case_.due) + "."});
    }

    void acknowledgements() {
        const bool handover = case_.acknowledged != 0;
        know("acknowledged", "Other end confirmed the handover",
             handover ? "Yes, #" + grouped(case_.acknowledged) : "NOT YET",
             handover ? Tone::plain : Tone::warning);
        if (case_.state == "open") return;
        const bool back = case_.return_acknowledged != 0;
        know("return-acknowledged", "Other end confirmed the return",
             back ? "Yes, #" + grouped(case_.return_acknowledged) : "NOT YET",
             back ? Tone::plain : Tone::warning);
    }

    void lines() {
        auto table = std::make_shared<WrittenTable>(std::vector<TableColumn>{{"What", 36},
                                                                             {"Went", 8},
                                                                             {"Still away", 10},
                                                                             {"Had it last", 26},
                                                                             {"Outcome", 14}},
                                                    false);
        DossierTable all{"lines", "What went away under it", "Nothing.", table, {}};
        std::vector<WrittenTable::Row> rows;
        for (const auto& line : facts_.all<core::CaseLine>(case_.key + "/")) {
            rows.push_back({Tone::plain,
                            {core::subject_words(facts_, line.subject), grouped(line.quantity),
                             grouped(line.open), core::holder_words(facts_, line.from.value),
                             capital(line.outcome)}});
            all.keys.push_back(line.subject);
            is_away_ = is_away_ || line.open > 0;
            (line.subject.starts_with("i-") ? has_items_ : has_stock_) = true;
        }
        table->set(std::move(rows));
        dossier_.tables.push_back(std::move(all));
        auto opening =
            std::make_shared<WrittenTable>(std::vector<TableColumn>{{"Movement", 30}}, false);
        opening->set({{Tone::plain, {"#" + grouped(case_.opened) + ", which opened it"}}});
        dossier_.tables.push_back(
            {"opened", "Movement", "", opening, {std::to_string(case_.opened)}});
    }

    MovementForm form(const char* id, const char* label, const char* verb, const char* words,
                      const char* done) const {
        MovementForm made;
        made.id = id;
        made.label = label;
        made.title = std::string{verb} + " " + core::case_words(facts_, case_.key);
        made.words = words;
        made.done = done;
        return made;
    }

    // What is here is scanned: the book's list would be agreed with unseen.
    void add_things(MovementForm& made) const {
        if (has_items_) {
            MovementField items =
                text_field("items", "Items", "Scan each that is here; one a line");
            items.sort = MovementField::Sort::codes;
            made.fields.push_back(items);
        }
        if (has_stock_) {
            MovementField amounts =
                text_field("batches", "Quantities", "Code, a blank, how many; one a line");
            amounts.sort = MovementField::Sort::quantities;
            made.fields.push_back(amounts);
        }
    }

    void forms() {
        if (!is_away_) {
            if (case_.sort.starts_with("loan")) add_acknowledge_forms();
            return;
        }
        if (case_.sort == "consignment")
            dossier_.forms.push_back(
                back_form(form("arrive", "Receive...", "Receive",
                               "Scan what has arrived. Whoever sent it does not receive it.",
                               "Record the receipt"),
                          "Received from its way", {"arrive"}, false, "", receive_transit));
        if (case_.sort.starts_with("loan")) {
            const bool ours = case_.sort == "loan_out";
            dossier_.forms.push_back(back_form(
                form("loan_back", ours ? "Back from the loan..." : "Give back...",
                     ours ? "Take back from" : "Give back under",
                     ours ? "Scan what is here again." : "Scan what goes back to its owner.",
                     ours ? "Record that it is back" : "Record that it went back"),
                ours ? "Back from the loan" : "Given back", {ours ? "loan_back" : "give_back"},
                ours, "", return_loan));
            add_acknowledge_forms();
        }
        if (case_.sort == "seizure")
            dossier_.forms.push_back(
                back_form(form("seizure_back", "Back from the seizure...", "Take back from",
                               "Scan what is here again. Items then wait to be signed fit.",
                               "Record that it is back"),
                          "Back from the seizure", {"end_seizure"}, true,
                          "The investigator's release (reference)", end_seizure));
        if (case_.sort == "loss")
            dossier_.forms.push_back(
                back_form(form("recovered", "Recovered...", "Recovered of",
                               "Scan what is here again. Items then wait to be signed fit.",
                               "Record that it is here"),
                          "Recovered", {"recover"}, true, "Where and how it was found", recover));
    }

    using Back = core::Result<MovementReceipt> (*)(OpenLedger&, const Author&,
                                                   const CaseReturnRequest&, Secrets&);

    MovementForm back_form(MovementForm made, const char* title,
                           const std::vector<std::string>& steps, bool asks_place,
                           const char* words_label, Back back) const {
        add_things(made);
        const bool asks_words = *words_label != '\0';
        if (asks_words)
            made.fields.push_back(needed_field(
                "words", words_label,
                case_.sort == "loss" ? "where and how it was found" : "the investigator's release",
                "Kept private"));
        if (asks_place) made.fields.push_back(place_field("to", "Where it is put", desk_.places()));
        // Seizures and losses stay open for what is still away.
        if (!asks_words)
            made.fields.push_back(yes_no_field("complete", "Nothing more is to come",
                                               "Whatever is still away then opens a discrepancy"));
        add_second(desk_, made, steps);
        made.fields.push_back(note_field());
        made.record = [session = desk_.session, id = case_.key, title = std::string{title}, back](
                          const FormAnswers& answers, Secrets& secrets) {
            CaseReturnRequest request;
            request.number = id;
            request.things.items = answers.codes("items");
            request.things.batches = answers.quantities("batches");
            request.to = answers.given("to");
            request.complete = answers.yes("complete");
            request.words = answers.text("words");
            request.second = answers.given("second");
            request.note = answers.given("note");
            request.details = answers.details();
            return recorded(*session, title,
                            back(*session->ledger, session->author, request, secrets));
        };
        return made;
    }

    void add_acknowledge_forms() {
        if (case_.acknowledged == 0) dossier_.forms.push_back(acknowledge_form(false));
        if (case_.state != "open" && case_.return_acknowledged == 0)
            dossier_.forms.push_back(acknowledge_form(true));
    }

    MovementForm acknowledge_form(bool of_return) const {
        MovementForm made = form(of_return ? "acknowledge_return" : "acknowledge",
                                 of_return ? "Return acknowledged..." : "Handover acknowledged...",
                                 of_return ? "The other end confirmed the return of"
                                           : "The other end confirmed the handover of",
                                 "A loan is one-sided until the other end has confirmed it.",
                                 "Record the acknowledgement");
        made.fields.push_back(needed_field("who", "Who confirmed it there",
                                           "who confirmed it there", "Kept private"));
        made.fields.push_back(text_field("reference", "Their receipt's reference"));
        made.record = [session = desk_.session, id = case_.key, of_return](
                          const FormAnswers& answers, Secrets&) {
            return recorded(*session, "Acknowledged",
                            acknowledge_loan(*session->ledger, session->author, id, of_return,
                                             answers.text("who"), answers.text("reference"),
                                             answers.details()));
        };
        return made;
    }

    MovementForm decision_form() const {
        MovementForm made = form(
            "lost", "Lost or stolen...", "Decide what became of",
            "For all that it still lacks. Another person than who reported it, or had it last, "
            "decides.",
            "Record the decision");
        made.fields.push_back(
            choice_field("outcome", "Which", {{"lost", "Lost"}, {"stolen", "Stolen"}}));
        made.fields.push_back(needed_field("reference", "Reference of the crime or the report",
                                           "the reference of the crime or the report"));
        made.fields.push_back(needed_field("words", "Why", "the reason", "Kept private"));
        made.record = [session = desk_.session, id = case_.key](const FormAnswers& answers,
                                                                Secrets&) {
            return recorded(
                *session, answers.text("outcome") == "lost" ? "Decided: lost" : "Decided: stolen",
                decide_loss(*session->ledger, session->author, id, answers.text("outcome"),
                            answers.text("reference"), answers.text("words"), answers.details()));
        };
        return made;
    }

    const Desk& desk_;
    const core::Facts& facts_;
    core::Case case_;
    bool is_away_ = false;
    bool has_items_ = false;
    bool has_stock_ = false;
    Dossier dossier_;
};

}  // namespace

core::Result<Dossier> case_dossier(const Desk& desk, const std::string& id) {
    if (const auto no = refuse_blind(desk.facts, desk.session->author.user)) return *no;
    const auto found = desk.facts.find<core::Case>(id);
    if (!found) return core::refused(core::Refusal::code_unknown, id, {{"code", id}});
    return CaseDossier{desk, *found}.made();
}

}  // namespace muster::app
