// SPDX-License-Identifier: MIT
#include "app/basket.hpp"
#include "app/screens/desk.hpp"
#include "app/screens/hatch_forms.hpp"
#include "app/screens/people_forms.hpp"
#include "app/screens/written_table.hpp"
#include "muster/app/people.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/storage/ledger_store.hpp"

namespace muster::app {
namespace {

/// How one authorisation stands on a day.
struct Standing {
    std::string words;
    Tone tone;
};

Standing standing_of(const core::Authorisation& held, core::Date today) {
    constexpr std::int64_t lapses_soon_days = 30;
    if (held.suspended) return {"Suspended: see CFI", Tone::stop};
    if (held.to < today) return {"Ended", Tone::stop};
    if (today < held.from) return {"Not yet begun", Tone::warning};
    if (held.to.days - today.days <= lapses_soon_days) return {"Lapses soon", Tone::warning};
    return {"In force", Tone::good};
}

/// One officer's dossier while it is put together.
class OfficerDossier {
public:
    OfficerDossier(const Desk& desk, core::Officer officer)
        : desk_{desk}, facts_{desk.facts}, officer_{std::move(officer)}, blind_{desk.is_blind()} {}

    Dossier made() {
        dossier_.id = officer_.key;
        dossier_.title = core::officer_words(facts_, officer_.key) + " " +
                         facts_.disclosed(officer_.name.digest).value_or("(name withheld)");
        dossier_.subtitle = "Officer";
        details();
        authorisations();
        if (blind_) {
            dossier_.notices.push_back(
                {Tone::warning,
                 "You are in a blind count: what this officer holds is hidden from "
                 "you until your count is handed in."});
        } else {
            holdings();
            dossier_.tables.push_back(timeline(desk_, "", officer_.key));
            dossier_.papers.push_back({"holdings", "Print holdings (PDF)...", "holdings.pdf"});
            dossier_.papers.push_back({"label", "Print label...", "label.pdf"});
        }
        forms();
        return std::move(dossier_);
    }

private:
    void know(const char* id, const char* label, const std::string& words,
              Tone tone = Tone::plain) {
        dossier_.known.push_back({id, label, words.empty() ? "not recorded" : words, tone});
    }

    void details() {
        const auto rank = facts_.find<core::Reference>("rank/" + officer_.rank);
        know("name", "Name", facts_.disclosed(officer_.name.digest).value_or("(withheld)"));
        know("collar", "Collar number", collar_of(facts_, core::OfficerId{officer_.key}));
        know("rank", "Rank", rank ? rank->title : officer_.rank);
        know("unit", "Unit", officer_.unit);
        know("active", "In the force", officer_.active ? "Yes" : "LEAVER",
             officer_.active ? Tone::plain : Tone::stop);
        const bool has_pin = facts_.row(core::Table::credential, officer_.key).has_value();
        know("pin", "Own PIN", has_pin ? "Set" : "Not set: cannot confirm a basket yet",
             has_pin ? Tone::plain : Tone::warning);
        if (!officer_.active)
            dossier_.notices.push_back({Tone::stop, "LEAVER. Nothing can be issued to them."});
    }

    void authorisations() {
        auto table = std::make_shared<WrittenTable>(std::vector<TableColumn>{{"State", 18},
                                                                             {"Class", 30},
                                                                             {"From", 12},
                                                                             {"To", 12},
                                                                             {"Source", 16},
                                                                             {"As at", 12}},
                                                    true);
        std::vector<WrittenTable::Row> rows;
        std::string suspended;
        for (const auto& held : facts_.all<core::Authorisation>(officer_.key + "/")) {
            const auto reference = facts_.find<core::Reference>("class/" + held.weapon_class);
            const std::string title = reference ? reference->title : held.weapon_class;
            const Standing standing = standing_of(held, desk_.today());
            classes_.push_back({held.weapon_class, title});
            if (held.suspended) suspended += (suspended.empty() ? "" : ", ") + title;
            rows.push_back(
                {standing.tone,
                 {standing.words, title, core::people_text(held.from), core::people_text(held.to),
                  held.source, core::people_text(held.as_at)}});
        }
        if (!suspended.empty()) warn_of_suspension(suspended);
        const std::size_t count = rows.size();
        table->set(std::move(rows));
        dossier_.tables.push_back({"authorisations", "Authorisations",
                                   "No authorisations recorded: nothing can be issued.", table,
                                   std::vector<std::string>(count)});
    }

    // Why is for who may grant them again, and for nobody else (DOMAIN 5).
    void warn_of_suspension(const std::string& classes) {
        std::string words = "SUSPENDED: " + classes + ": see CFI.";
        if (desk_.may(core::Power::authorise)) {
            std::string why;
            storage::each_of_kind(
                desk_.tx, core::AuthorisationSuspended::kind, 1,
                [&](const storage::StoredEntry& stored) {
                    if (stored.line.find("\"" + officer_.key + "\"") == std::string::npos)
                        return true;
                    const auto entry = entry_of(desk_.tx, stored.number);
                    if (!entry) return true;
                    const auto* body = std::get_if<core::AuthorisationSuspended>(&entry->body);
                    if (body != nullptr && body->officer.value == officer_.key)
                        why = facts_.disclosed(body->reason.digest).value_or("(withheld)") + " (#" +
                              grouped(stored.number) + ")";
                    return true;
                });
            if (!why.empty()) words += " Why, for the CFI: " + why;
        }
        dossier_.notices.push_back({Tone::stop, words});
    }

    // Whatever needs an authorisation that is not in force any more is a warning (T24).
    void warn_of_lapse(const core::OpenLine& line) {
        const auto item = facts_.find<core::Item>(line.subject);
        const auto batch = facts_.find<core::Batch>(line.subject);
        const auto model = facts_.find<core::Model>(item    ? item->model.value
                                                    : batch ? batch->model.value
                                                            : line.subject);
        if (!model || model->authorisation.empty()) return;
        const auto held =
            facts_.find<core::Authorisation>(officer_.key + "/" + model->authorisation);
        const core::Date today = desk_.today();
        if (held && !held->suspended && held->from <= today && today <= held->to) return;
        std::string why = "no authorisation";
        if (held && held->suspended) why = "suspended: see CFI";
        if (held && !held->suspended)
            why = held->to < today ? "ended " + core::people_text(held->to) : "not yet begun";
        dossier_.notices.push_back(
            {Tone::stop, "LAPSED WHILE HOLDING: " + core::subject_words(facts_, line.subject) +
                             " (" + why + "). Recall it, or the CFI renews it."});
    }

    void holdings() {
        auto table = std::make_shared<WrittenTable>(std::vector<TableColumn>{{"State", 12},
                                                                             {"What", 34},
                                                                             {"Quantity", 9},
                                                                             {"Issued", 10},
                                                                             {"Purpose", 14},
                                                                             {"Due back", 16}},
                                                    true);
        DossierTable holdings{"holdings", "What they hold now", "They hold nothing.", table, {}};
        std::vector<WrittenTable::Row> rows;
        for (const auto& line : facts_.all<core::OpenLine>(officer_.key + "/")) {
            const bool overdue = line.due && *line.due < desk_.session->reading->now();
            rows.push_back({overdue ? Tone::stop : Tone::plain,
                            {overdue ? "Overdue" : "Out", core::subject_words(facts_, line.subject),
                             grouped(line.quantity), "#" + grouped(line.issue),
                             core::status_words(line.purpose),
                             line.due ? core::uk_time_text(*line.due) : "no limit"}});
            holdings.keys.push_back(line.subject);
            warn_of_lapse(line);
        }
        table->set(std::move(rows));
        dossier_.tables.push_back(std::move(holdings));
    }

    void forms() {
        const std::string collar = collar_of(facts_, core::OfficerId{officer_.key});
        if (collar.empty()) return;
        if (desk_.may(core::Power::suspend) && !classes_.empty())
            dossier_.forms.push_back(suspend_form(collar));
        if (desk_.may(core::Power::authorise) && officer_.active)
            dossier_.forms.push_back(grant_form(collar));
        if (may_set_pins(desk_) && officer_.active)
            dossier_.forms.push_back(pin_form(desk_, collar, dossier_.title));
        add_attestation_forms(desk_, officer_, collar, dossier_);
    }

    MovementForm suspend_form(const std::string& collar) const {
        MovementForm form;
        form.id = "suspend";
        form.label = "Suspend...";
        form.title = "Suspend authorisations of " + dossier_.title;
        form.words =
            "From now on the counter shows \"suspended: see CFI\" and nothing else. Only "
            "the CFI lifts it.";
        form.done = "Record the suspension";
        form.may_be_late = false;
        std::vector<Choice> classes{{"all", "All of them"}};
        classes.insert(classes.end(), classes_.begin(), classes_.end());
        MovementField which = choice_field("class", "Which", std::move(classes));
        which.value = "all";
        form.fields.push_back(which);
        form.fields.push_back(
            needed_field("words", "Why", "the reason", "Kept private; only the CFI is shown it"));
        form.record = [session = desk_.session, collar](const FormAnswers& answers, Secrets&) {
            const std::string named = answers.text("class");
            return recorded("Suspended",
                            suspend(*session->ledger, session->author, collar,
                                    named == "all" ? std::nullopt : std::optional{named},
                                    answers.text("words")),
                            {"The counter stops the next issue at once."});
        };
        return form;
    }

    MovementForm grant_form(const std::string& collar) const {
        MovementForm form;
        form.id = "grant";
        form.label = "Grant, renew or restore...";
        form.title = "Grant an authorisation to " + dossier_.title;
        form.words =
            "One that is recorded already is renewed; one that is suspended is restored. "
            "You may then not issue against it today.";
        form.done = "Record the authorisation";
        form.may_be_late = false;
        form.fields.push_back(choice_field("class", "Class", desk_.references("class")));
        MovementField from = date_field("from", "From", "Empty: today. Like 31/03/2026");
        form.fields.push_back(from);
        form.fields.push_back(required(date_field("to", "Up to and including")));
        MovementField source = text_field("source", "Source", "Who or what says so");
        source.value = "CFI";
        source.required = true;
        form.fields.push_back(source);
        form.record = [session = desk_.session, collar](const FormAnswers& answers, Secrets&) {
            NewAuthorisation wanted;
            wanted.collar = collar;
            wanted.weapon_class = answers.text("class");
            wanted.from = answers.date("from");
            wanted.to = answers.date("to").value_or(core::Date{});
            wanted.source = answers.text("source");
            return recorded("Authorisation recorded",
                            authorise(*session->ledger, session->author, wanted),
                            {capital(wanted.weapon_class) + " up to and including " +
                             core::people_text(wanted.to)});
        };
        return form;
    }

    const Desk& desk_;
    const core::Facts& facts_;
    core::Officer officer_;
    bool blind_;
    std::vector<Choice> classes_;
    Dossier dossier_;
};

}  // namespace

core::Result<Dossier> officer_dossier(const Desk& desk, const std::string& id) {
    const auto officer = desk.facts.find<core::Officer>(id);
    if (!officer) return core::refused(core::Refusal::code_unknown, id, {{"code", id}});
    return OfficerDossier{desk, *officer}.made();
}

}  // namespace muster::app
