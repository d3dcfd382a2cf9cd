// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/screens/desk.hpp"
#include "app/screens/written_table.hpp"
#include "muster/app/count_plan.hpp"
#include "muster/app/count_results.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/count_facts.hpp"

/// A count: to its counters their own sheet and nothing of the book; to whoever may see the book
/// every comparison, and what remains to be done.
namespace muster::app {
namespace {

const char* result_words(const std::string& result) {
    if (result == "agreed") return "Agreed";
    if (result == "elsewhere_in_scope") return "Elsewhere in scope";
    if (result == "elsewhere_out_of_scope") return "Elsewhere out of scope";
    if (result == "not_found") return "Not found";
    if (result == "unknown") return "Unknown";
    if (result == "excluded") return "Excluded";
    return result == "uncounted" ? "Not yet counted" : "Counters differ";
}

Tone result_tone(const std::string& result) {
    if (result == "agreed") return Tone::good;
    if (result == "not_found") return Tone::stop;
    return result == "excluded" ? Tone::plain : Tone::warning;
}

// What of a form becomes a counter's scans.
CountScan scan_of(const FormAnswers& answers) {
    CountScan scan;
    scan.location = answers.text("place");
    scan.items = answers.codes("items");
    scan.batches = answers.quantities("batches");
    if (const auto unknown = answers.given("unknown")) scan.unknown = {*unknown};
    if (!scan.unknown.empty()) scan.photo = answers.given("photo");
    scan.nothing_more = answers.yes("nothing_more");
    scan.skipped = answers.given("skip");
    return scan;
}

/// One count's dossier while it is put together.
class CountDossier {
public:
    CountDossier(const Desk& desk, core::Stocktake count) : desk_{desk}, count_{std::move(count)} {}

    core::Result<Dossier> made() {
        dossier_.id = count_.key;
        const auto title = desk_.facts.find<core::Reference>("count_sort/" + count_.sort);
        dossier_.title = "Count " + count_.key;
        dossier_.subtitle = (title ? title->title : count_.sort) + (count_.blind ? ", blind" : "");
        know("state", "State", capital(count_.state));
        know("counters", "Counted by",
             user(count_.counter_a) + " and " + user(count_.counter_b) +
                 (count_.counter_third.empty() ? "" : ", once more " + user(count_.counter_third)));
        if (is_counter() && count_.state != "closed")
            if (auto done = own(); !done) return std::move(done).error();
        if (!desk_.is_blind())
            if (auto done = results(); !done) return std::move(done).error();
        return std::move(dossier_);
    }

private:
    std::string user(const core::UserId& id) const {
        return core::user_words(desk_.facts, id.value);
    }
    void know(const char* id, const char* label, const std::string& words) {
        if (!words.empty()) dossier_.known.push_back({id, label, words, Tone::plain});
    }
    // A third counts once they are asked; before that nobody is one.
    bool is_counter() const {
        const core::UserId& me = desk_.session->author.user;
        return me == count_.counter_a || me == count_.counter_b || me == count_.counter_third;
    }
    MovementForm form(const char* id, const char* label, const std::string& title,
                      const char* words, const char* done) const {
        MovementForm made;
        made.id = id;
        made.label = label;
        made.title = title;
        made.words = words;
        made.done = done;
        made.may_be_late = false;
        return made;
    }

    core::Result<void> own() {
        const auto sheet =
            own_sheet(*desk_.session->reading, desk_.session->author, core::CountId{count_.key});
        if (!sheet) return sheet.error();
        auto table = std::make_shared<WrittenTable>(
            std::vector<TableColumn>{{"Place", 34}, {"Your sheet", 20}}, false);
        std::vector<WrittenTable::Row> rows;
        for (const OwnSheet::Place& place : sheet.value().places)
            rows.push_back(
                {Tone::plain,
                 {place.location, place.skipped      ? "Skipped"
                                  : place.scans == 0 ? "Not yet counted"
                                                     : grouped(place.scans) + " scans"}});
        table->set(std::move(rows));
        dossier_.tables.push_back({"own", "Your own sheet, in the order to walk", "", table, {}});
        std::string last;
        for (const std::string& scan : sheet.value().last)
            last += (last.empty() ? "" : "; ") + scan;
        know("last", "Your last scans", last);
        if (sheet.value().handed_in) {
            know("handed_in", "Your sheet", "Handed in");
            return boost::outcome_v2::success();
        }
        dossier_.forms.push_back(scan_form());
        dossier_.forms.push_back(hand_in_form());
        return boost::outcome_v2::success();
    }

    std::vector<Choice> scope() const {
        std::vector<Choice> places;
        for (const auto& each : desk_.facts.all<core::StocktakeScope>())
            if (each.count.value == count_.key)
                places.push_back(
                    {each.location.value, core::holder_words(desk_.facts, each.location.value)});
        return places;
    }

    MovementForm scan_form() const {
        MovementForm made =
            form("scan", "Put what you see on your sheet...", "Your sheet of " + count_.key,
                 "What you see, one thing a line. Nothing is looked up: the answer "
                 "is the same whatever the book says.",
                 "Put it on your sheet");
        made.fields.push_back(place_field("place", "Where you are", scope()));
        MovementField items = text_field("items", "Items", "Scan each; one a line");
        items.sort = MovementField::Sort::codes;
        made.fields.push_back(items);
        MovementField amounts = text_field("batches", "Loose quantities",
                                           "Batch or model, a blank, how many; one a line");
        amounts.sort = MovementField::Sort::quantities;
        made.fields.push_back(amounts);
        made.fields.push_back(text_field("unknown", "A thing nobody can name",
                                         "What stands on it, or what it looks like"));
        made.fields.push_back(text_field("photo", "A picture of it", "The path of the file"));
        made.fields.push_back(yes_no_field("nothing_more", "There is nothing more here"));
        made.fields.push_back(text_field("skip", "Not counted, because", "Why, in a few words"));
        made.record = [session = desk_.session, id = core::CountId{count_.key}](
                          const FormAnswers& answers, Secrets&) -> core::Result<FormReceipt> {
            const auto done = scan_count(*session->ledger, session->author, id, scan_of(answers));
            if (!done) return done.error();
            FormReceipt receipt;
            receipt.shown.title = "Recorded";
            receipt.shown.lines = done.value().already;
            return receipt;
        };
        return made;
    }

    MovementForm hand_in_form() const {
        MovementForm made =
            form("hand_in", "Hand your sheet in...", "Hand in your sheet of " + count_.key,
                 "It cannot be changed afterwards.", "Hand it in");
        made.fields.push_back(text_field("note", "A note for the auditor alone",
                                         "The path of a file of up to 4 kB. Nobody sees whether "
                                         "you wrote one"));
        made.record = [session = desk_.session, id = core::CountId{count_.key}](
                          const FormAnswers& answers, Secrets&) {
            return recorded(
                "Handed in",
                submit_count(*session->ledger, session->author, id, answers.given("note")), {});
        };
        return made;
    }

    core::Result<void> results() {
        const auto shown = show_count(*desk_.session->reading, core::CountId{count_.key},
                                      desk_.session->author.user);
        if (!shown) return shown.error();
        const CountFile& file = shown.value();
        know("started", "Began", file.started + ", at entry #" + grouped(file.position));
        know("closed", "Closed", file.closed);
        know("signed", "Signed by",
             file.closed_by.empty() ? "" : file.closed_by + " and " + file.second);
        know("certificate", "Certificate", file.certificate);
        for (const std::string& each : file.overrides)
            dossier_.notices.push_back({Tone::warning, "A rule was overridden: " + each});
        for (std::size_t i = 0; i < file.comparisons.size(); ++i)
            add_comparison(file.comparisons[i], i + 1 == file.comparisons.size());
        if (desk_.may(core::Power::count) && count_.state != "closed") closing_forms(file);
        if (count_.state == "closed")
            dossier_.papers.push_back(
                {"certificate", "Save the certificate...", "certificate-" + count_.key + ".pdf"});
        else
            dossier_.papers.push_back(
                {"sheets", "Save blank sheets...", "sheets-" + count_.key + ".pdf"});
        return boost::outcome_v2::success();
    }

    // What did not agree stands first; agreed lines are kept, and shown, for ever.
    void add_comparison(const ComparisonOfCount& comparison, bool newest) {
        auto table = std::make_shared<WrittenTable>(std::vector<TableColumn>{{"Result", 22},
                                                                             {"Place", 22},
                                                                             {"What", 40},
                                                                             {"Book", 9},
                                                                             {"Moved since", 11},
                                                                             {"Counted", 9}},
                                                    true);
        std::vector<WrittenTable::Row> rows;
        for (const CountLine& line : comparison.lines)
            rows.push_back({result_tone(line.result),
                            {result_words(line.result), line.location, line.words,
                             grouped(line.expected), grouped(line.moved), grouped(line.counted)}});
        std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
            return (a.tone != Tone::good) > (b.tone != Tone::good);
        });
        table->set(std::move(rows));
        dossier_.tables.push_back(
            {"compared-" + std::to_string(comparison.entry),
             (newest ? "Compared with the book, " : "The first comparison, ") + comparison.when,
             "No line.",
             table,
             {}});
    }

    void closing_forms(const CountFile& file) {
        MovementForm compare =
            form("compare", "Compare with the book...", "Compare " + count_.key + " with the book",
                 "As the book stood when the count began. Movements since stand "
                 "beside their lines; nothing is netted.",
                 "Compare");
        compare.record = [session = desk_.session, id = core::CountId{count_.key}](
                             const FormAnswers&, Secrets&) -> core::Result<FormReceipt> {
            const auto done = reconcile_count(*session->ledger, session->author, id);
            if (!done) return done.error();
            std::vector<std::string> lines;
            for (const auto& [result, number] : done.value().totals)
                lines.push_back(grouped(number) + "  " + result_words(result));
            return recorded("Compared", done.value().receipt, lines);
        };
        dossier_.forms.push_back(compare);
        if (file.comparisons.empty()) return;
        MovementForm recount =
            form("recount", "Let a third person count...", "Count once more: " + count_.key,
                 "Blind, by somebody who has not counted. Both results stay.", "Ask them");
        recount.fields.push_back(needed_field("counter", "User name", "who counts once more"));
        recount.record = [session = desk_.session, id = core::CountId{count_.key}](
                             const FormAnswers& answers, Secrets&) {
            return recorded(
                "Asked",
                ask_recount(*session->ledger, session->author, id, answers.text("counter")),
                {answers.text("counter") + " counts once more."});
        };
        dossier_.forms.push_back(recount);
        MovementForm close = form("close", "Close and sign...", "Close " + count_.key,
                                  "Two people sign. What did not agree becomes a discrepancy; the "
                                  "register is not edited.",
                                  "Close and sign");
        add_person(close, "second", "Second signature: user name");
        close.record = [session = desk_.session, id = core::CountId{count_.key}](
                           const FormAnswers& answers,
                           Secrets& secrets) -> core::Result<FormReceipt> {
            const auto done =
                close_count(*session->ledger, session->author, id, answers.text("second"), secrets);
            if (!done) return done.error();
            std::vector<std::string> lines{done.value().certificate};
            for (const core::EntryNumber number : done.value().discrepancies)
                lines.push_back("Discrepancy d-" + std::to_string(number) + " was opened.");
            return recorded("Closed", done.value().receipt, lines);
        };
        dossier_.forms.push_back(close);
    }

    const Desk& desk_;
    core::Stocktake count_;
    Dossier dossier_;
};

}  // namespace

core::Result<Dossier> count_dossier(const Desk& desk, const std::string& id) {
    const auto count = desk.facts.find<core::Stocktake>(id);
    if (!count) return core::refused(core::Refusal::count_unknown, id, {{"count", id}});
    return CountDossier{desk, *count}.made();
}

MovementForm start_count_form(const Desk& desk) {
    MovementForm made;
    made.id = "start_count";
    made.label = "Start a count...";
    made.title = "Start a count";
    made.words =
        "It takes the book as it stands now. Two people count, each by themselves; places "
        "are walked in a random order.";
    made.done = "Start the count";
    made.may_be_late = false;
    made.fields.push_back(place_field("place", "Place, with all below it", desk.places()));
    made.fields.push_back(choice_field("sort", "Kind", desk.references("count_sort")));
    made.fields.push_back(needed_field("a", "First counter, who leads: user name", "who leads"));
    made.fields.push_back(needed_field("b", "Second counter: user name", "the second counter"));
    made.fields.push_back(yes_no_field("open", "Not blind", "The counters may see the book"));
    made.fields.push_back(
        text_field("override", "Who answers a rule of the team: user name",
                   "Only where the team breaks one: both in charge of the place, the same lead "
                   "again, nobody from outside"));
    MovementField secret{"override_secret", "Their own password", MovementField::Sort::secret};
    secret.whose = "override";
    made.fields.push_back(secret);
    made.fields.push_back(text_field("reason", "And why", "Kept private"));
    made.record = [session = desk.session](const FormAnswers& answers, Secrets& secrets) {
        CountPlan plan;
        plan.locations = {answers.text("place")};
        plan.sort = answers.text("sort");
        plan.counter_a = answers.text("a");
        plan.counter_b = answers.text("b");
        plan.blind = !answers.yes("open");
        plan.override_by = answers.given("override");
        plan.override_reason = answers.text("reason");
        return recorded("The count has begun",
                        start_count(*session->ledger, session->author, plan, secrets),
                        {"It is in the list now."});
    };
    return made;
}

}  // namespace muster::app
