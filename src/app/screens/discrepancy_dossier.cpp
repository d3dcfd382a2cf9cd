// SPDX-License-Identifier: MIT
#include "app/screens/desk.hpp"
#include "app/screens/oversight_forms.hpp"
#include "app/screens/written_table.hpp"
#include "muster/app/discrepancies.hpp"
#include "muster/app/status_screen.hpp"

/// What does not add up, what was done about it, and what its viewer may do.
namespace muster::app {
namespace {

const char* state_words(const std::string& state) {
    if (state == "open") return "Open";
    if (state == "resolved") return "Resolved, waits for approval";
    return "Approved";
}

/// One discrepancy's dossier while it is put together.
class DiscrepancyDossier {
public:
    DiscrepancyDossier(const Desk& desk, const DiscrepancyFile& file) : desk_{desk}, file_{file} {}

    Dossier made() {
        dossier_.id = file_.id;
        dossier_.title = file_.subject;
        dossier_.subtitle = "Discrepancy " + file_.id + " at " + file_.holder;
        if (file_.overdue)
            dossier_.notices.push_back(
                {Tone::stop, "It should have been reported upwards by " + file_.due + "."});
        for (const std::string& cause : file_.likely)
            dossier_.notices.push_back({Tone::warning, "Look into this first: " + cause});
        details();
        steps();
        forms();
        return std::move(dossier_);
    }

private:
    void know(const char* id, const char* label, const std::string& words,
              Tone tone = Tone::plain) {
        if (!words.empty()) dossier_.known.push_back({id, label, words, tone});
    }
    void details() {
        know("state", "State", state_words(file_.state),
             file_.state == "approved" ? Tone::good : Tone::warning);
        know("figures", "By the book / found",
             grouped(file_.expected) + " / " + grouped(file_.found));
        know("opened", "Found",
             file_.opened_at + (file_.found_by.empty() ? "" : " by " + file_.found_by));
        know("count", "In count", file_.count);
        know("severity", "Severity", capital(file_.severity));
        know("due", "Report upwards by", file_.due, file_.overdue ? Tone::stop : Tone::plain);
        know("reported", "Reported upwards", file_.reported);
        know("assigned", "Looked into by", file_.assigned);
        know("outcome", "Outcome", capital(file_.outcome));
        if (file_.adjustment) know("adjustment", "Change of the book", grouped(*file_.adjustment));
        know("resolved", "Resolved by", file_.resolved_by);
        know("approved", "Approved by", file_.approved_by);
    }
    void steps() {
        auto table = std::make_shared<WrittenTable>(
            std::vector<TableColumn>{
                {"When", 17}, {"Who", 14}, {"What", 12}, {"In words", 60}, {"Entry", 9}},
            false);
        std::vector<WrittenTable::Row> rows;
        for (const DiscrepancyStep& step : file_.steps)
            rows.push_back(
                {Tone::plain,
                 {step.when, step.by, capital(step.action),
                  step.note +
                      (step.evidence.empty() ? "" : "  [" + step.evidence.substr(0, 12) + "]"),
                  "#" + grouped(step.entry)}});
        table->set(std::move(rows));
        dossier_.tables.push_back(
            {"steps", "What was done", "Nothing yet. Say who looks into it.", table, {}});
    }

    MovementForm form(const char* id, const char* label, const char* title, const char* words,
                      const char* done) const {
        MovementForm made;
        made.id = id;
        made.label = label;
        made.title = std::string{title} + " " + file_.id;
        made.words = words;
        made.done = done;
        made.may_be_late = false;
        return made;
    }
    void forms() {
        const bool looks = desk_.may(core::Power::count) || desk_.may(core::Power::handle) ||
                           desk_.may(core::Power::approve);
        if (looks && file_.state == "open") {
            dossier_.forms.push_back(assign_form());
            dossier_.forms.push_back(note_form());
            dossier_.forms.push_back(resolve_form());
        }
        if (desk_.may(core::Power::approve) && file_.state == "resolved")
            dossier_.forms.push_back(approve_form());
        if (file_.state == "approved") add_sign_off(desk_, file_.id, dossier_);
    }
    MovementForm assign_form() const {
        MovementForm made = form("assign", "Say who looks into it...", "Who looks into",
                                 "Somebody by name, until it is resolved.", "Record it");
        made.fields.push_back(needed_field("to", "User name", "who looks into it"));
        made.record = [session = desk_.session, id = core::DiscrepancyId{file_.id}](
                          const FormAnswers& answers, Secrets&) {
            return recorded(
                "Assigned",
                assign_discrepancy(*session->ledger, session->author, id, answers.text("to")),
                {answers.text("to") + " looks into it."});
        };
        return made;
    }
    MovementForm note_form() const {
        MovementForm made =
            form("note", "Add a note or evidence...", "Put on the file of",
                 "What was done or learned. A file is kept beside the ledger; a photograph loses "
                 "what its camera wrote into it.",
                 "Put it on the file");
        made.fields.push_back(
            needed_field("words", "In words", "words that say what was done", "Kept private"));
        made.fields.push_back(
            text_field("file", "A file as evidence", "Up to 10 MB. Empty where there is none"));
        made.fields.back().sort = MovementField::Sort::file;
        made.fields.push_back(
            yes_no_field("reported", "It was reported upwards", "The clock stops"));
        made.record = [session = desk_.session, id = core::DiscrepancyId{file_.id}](
                          const FormAnswers& answers, Secrets&) {
            return recorded("On the file",
                            note_discrepancy(*session->ledger, session->author, id,
                                             answers.yes("reported") ? "reported" : "note",
                                             answers.text("words"), answers.given("file")),
                            {answers.text("words")});
        };
        return made;
    }
    MovementForm resolve_form() const {
        MovementForm made = form("resolve", "Resolve...", "What became of",
                                 "The book stays as it is until somebody approves who neither "
                                 "counted nor resolved this.",
                                 "Record what became of it");
        made.fields.push_back(choice_field("outcome", "Outcome",
                                           {{"found", "Found"},
                                            {"clerical", "A slip in the records"},
                                            {"loss", "Lost"},
                                            {"theft", "Stolen"}}));
        made.fields.push_back(needed_field("words", "What became of it",
                                           "words that say what became of it", "Kept private"));
        made.fields.push_back(
            text_field("lessons", "What is done so that it does not happen again", "Kept private"));
        made.fields.push_back(text_field(
            "adjust", "Change of the book",
            "Of a batch: like -3 or +3, made once it is approved. Empty where nothing changes"));
        made.record = [session = desk_.session, id = core::DiscrepancyId{file_.id}](
                          const FormAnswers& answers, Secrets&) -> core::Result<FormReceipt> {
            Resolution resolution{answers.text("outcome"), answers.text("words"),
                                  answers.given("lessons"), std::nullopt};
            if (const auto change = answers.given("adjust")) {
                resolution.adjustment = signed_number(*change);
                if (!resolution.adjustment)
                    return core::refused(core::Refusal::value_unknown, "adjust",
                                         {{"name", "Change of the book"},
                                          {"value", *change},
                                          {"takes", "a whole number such as -3 or +3"}});
            }
            return recorded("Resolved",
                            resolve_discrepancy(*session->ledger, session->author, id, resolution),
                            {"Somebody who did not count approves it."});
        };
        return made;
    }
    MovementForm approve_form() const {
        MovementForm made =
            form("approve", "Approve...", "Approve what became of",
                 "Only by somebody who neither counted nor resolved it. The book then changes as "
                 "stated.",
                 "Approve");
        made.record = [session = desk_.session, id = core::DiscrepancyId{file_.id}](
                          const FormAnswers&, Secrets&) {
            return recorded("Approved", approve_discrepancy(*session->ledger, session->author, id),
                            {});
        };
        return made;
    }
    static std::optional<std::int64_t> signed_number(const std::string& text) {
        constexpr std::size_t digits_max = 9;
        const bool has_sign = text.starts_with("-") || text.starts_with("+");
        const std::string digits = has_sign ? text.substr(1) : text;
        if (digits.empty() || digits.size() > digits_max ||
            digits.find_first_not_of("0123456789") != digits.npos)
            return std::nullopt;
        const std::int64_t number = std::stoll(digits);
        return text.starts_with("-") ? -number : number;
    }

    const Desk& desk_;
    const DiscrepancyFile& file_;
    Dossier dossier_;
};

}  // namespace

core::Result<Dossier> discrepancy_dossier(const Desk& desk, const std::string& id) {
    const auto file = show_discrepancy(*desk.session->open_reading(), core::DiscrepancyId{id},
                                       desk.session->author.user);
    if (!file) return file.error();
    return DiscrepancyDossier{desk, file.value()}.made();
}

}  // namespace muster::app
