// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "app/screens/desk.hpp"
#include "app/screens/oversight_forms.hpp"
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

// `D-400 S1`: what stands behind the last blank is the seal.
std::pair<std::string, std::string> code_and_seal(const std::string& line) {
    const auto blank = line.find_last_of(" \t:");
    if (blank == line.npos) return {line, ""};
    return {line.substr(0, line.find_last_not_of(" \t:", blank) + 1), line.substr(blank + 1)};
}

// A box without its seal could be any box.
std::optional<core::Refused> refuse_unsealed(const CountScan& scan) {
    std::string bare;
    for (const SealedBox& box : scan.boxes)
        if (box.seal.empty()) bare = box.code;
    for (const OpenedBox& box : scan.opened)
        if (box.seal.empty()) bare = box.code;
    if (bare.empty()) return std::nullopt;
    return core::refused(core::Refusal::value_unknown, bare,
                         {{"name", "Sealed box"},
                          {"value", bare},
                          {"takes", "the batch, a blank and the seal on the box"}});
}

// What of a form becomes a counter's scans.
CountScan scan_of(const FormAnswers& answers) {
    CountScan scan;
    scan.location = answers.text("place");
    scan.items = answers.codes("items");
    scan.batches = answers.quantities("batches");
    for (const std::string& line : answers.codes("boxes")) {
        const auto [code, seal] = code_and_seal(line);
        scan.boxes.push_back({code, seal});
    }
    for (const CodeQuantity& line : answers.quantities("opened")) {
        const auto [code, seal] = code_and_seal(line.code);
        scan.opened.push_back({code, seal, line.quantity});
    }
    if (const auto unknown = answers.given("unknown")) scan.unknown = {*unknown};
    if (!scan.unknown.empty()) scan.photo = answers.given("photo");
    scan.nothing_more = answers.yes("nothing_more");
    scan.skipped = answers.given("skip");
    return scan;
}

CountPlan plan_of(const FormAnswers& answers) {
    CountPlan plan;
    plan.locations = {answers.text("place")};
    plan.sort = answers.text("sort");
    plan.counter_a = answers.text("a");
    plan.counter_b = answers.text("b");
    plan.blind = !answers.yes("open");
    plan.frozen = answers.yes("frozen");
    plan.override_by = answers.given("override");
    plan.override_reason = answers.text("reason");
    return plan;
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
        const auto sheet = own_sheet(*desk_.session->open_reading(), desk_.session->author,
                                     core::CountId{count_.key});
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
        dossier_.forms.push_back(filled_sheet_form());
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
        made.writes_down = made.goes_on = true;
        made.fields.push_back(place_field("place", "Where you are", scope()));
        using Sort = MovementField::Sort;
        const auto lines = [&](const char* id, const char* label, const char* hint, Sort sort) {
            made.fields.push_back(text_field(id, label, hint));
            made.fields.back().sort = sort;
        };
        lines("items", "Items", "Scan each, or type its serial; one a line", Sort::codes);
        lines("batches", "Loose quantities", "Batch or model, a blank, how many; one a line",
              Sort::quantities);
        lines("boxes", "Sealed boxes", "Batch, a blank, the box's seal; one box a line",
              Sort::codes);
        made.fields.back().in_pairs = true;
        lines("opened", "Boxes opened and counted", "Batch, seal, how many rounds were in it",
              Sort::quantities);
        made.fields.push_back(text_field("unknown", "A thing nobody can name",
                                         "What stands on it, or what it looks like"));
        lines("photo", "A picture of it", "What the camera wrote into it is taken out", Sort::file);
        made.fields.push_back(yes_no_field("nothing_more", "There is nothing more here"));
        made.fields.push_back(text_field("skip", "Not counted, because", "Why, in a few words"));
        made.record = [session = desk_.session, id = core::CountId{count_.key}](
                          const FormAnswers& answers, Secrets&) -> core::Result<FormReceipt> {
            const CountScan scan = scan_of(answers);
            if (const auto no = refuse_unsealed(scan)) return *no;
            const auto done = scan_count(*session->ledger, session->author, id, scan);
            if (!done) return done.error();
            FormReceipt receipt;
            receipt.shown.title = "Recorded";
            receipt.shown.lines = done.value().already;
            return receipt;
        };
        return made;
    }

    MovementForm filled_sheet_form() const {
        MovementForm made = form(
            "filled", "Take a filled sheet...", "A filled sheet of " + count_.key,
            "What was written down on paper or elsewhere, as a CSV file: location, what, code, "
            "quantity, seal, note. All of it, or nothing.",
            "Take it onto your sheet");
        made.fields.push_back(needed_field("file", "The file", "the filled sheet"));
        made.fields.back().sort = MovementField::Sort::file;
        made.record = [session = desk_.session, id = core::CountId{count_.key}](
                          const FormAnswers& answers, Secrets&) -> core::Result<FormReceipt> {
            const auto taken =
                import_count_sheet(*session->ledger, session->author, id, answers.text("file"));
            if (!taken) return taken.error();
            FormReceipt receipt;
            receipt.shown.title = taken.value().faults.empty() ? "Recorded" : "Nothing was taken";
            receipt.shown.lines = taken.value().already;
            for (const SheetFault& fault : taken.value().faults)
                receipt.shown.lines.push_back("Row " + std::to_string(fault.row) + ", " +
                                              fault.column + ": " + fault.words);
            return receipt;
        };
        return made;
    }

    MovementForm hand_in_form() const {
        MovementForm made =
            form("hand_in", "Hand your sheet in...", "Hand in your sheet of " + count_.key,
                 "It cannot be changed afterwards.", "Hand it in");
        made.fields.push_back(
            text_field("note", "A note for the auditor alone",
                       "A file of up to 4 kB. Nobody sees whether you wrote one"));
        made.fields.back().sort = MovementField::Sort::file;
        made.record = [session = desk_.session, id = core::CountId{count_.key}](
                          const FormAnswers& answers, Secrets&) {
            return recorded(
                "Handed in",
                submit_count(*session->ledger, session->author, id, answers.given("note")), {});
        };
        return made;
    }

    core::Result<void> results() {
        const auto shown = show_count(*desk_.session->open_reading(), core::CountId{count_.key},
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
        if (count_.state == "closed") add_sign_off(desk_, count_.key, dossier_);
        if (count_.state != "closed")
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
                                                                             {"Moved since", 13},
                                                                             {"Counted", 9},
                                                                             {"Movements", 18}},
                                                    true);
        std::vector<std::pair<WrittenTable::Row, std::string>> lines;
        for (const CountLine& line : comparison.lines) {
            std::string moves;
            for (const core::EntryNumber number : line.movements)
                moves += (moves.empty() ? "#" : ", #") + grouped(number);
            lines.emplace_back(
                WrittenTable::Row{
                    result_tone(line.result),
                    {result_words(line.result), line.location, line.words, grouped(line.expected),
                     grouped(line.moved), grouped(line.counted), moves}},
                line.movements.empty() ? "" : std::to_string(line.movements.back()));
        }
        std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) {
            return (a.first.tone != Tone::good) > (b.first.tone != Tone::good);
        });
        DossierTable shown{"compared-" + std::to_string(comparison.entry),
                           (newest ? "Compared with the book, " : "The first comparison, ") +
                               comparison.when + totals_of(comparison),
                           "No line.",
                           table,
                           {}};
        std::vector<WrittenTable::Row> rows;
        for (auto& [row, key] : lines) {
            rows.push_back(std::move(row));
            shown.keys.push_back(std::move(key));
        }
        table->set(std::move(rows));
        dossier_.tables.push_back(std::move(shown));
    }

    // All classes by their numbers, so that a screen of rows need not be counted.
    static std::string totals_of(const ComparisonOfCount& comparison) {
        std::map<std::string, std::int64_t> totals;
        for (const CountLine& line : comparison.lines) ++totals[line.result];
        std::string words;
        for (const auto& [result, number] : totals)
            words += std::string{words.empty() ? ": " : ", "} + grouped(number) + " " +
                     result_words(result);
        return words;
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
        close.fields.push_back(
            text_field("left_open", "Lines that are not settled: why they stay so",
                       "Only where counting once more settles nothing; they are not missing"));
        close.record = [session = desk_.session, id = core::CountId{count_.key}](
                           const FormAnswers& answers,
                           Secrets& secrets) -> core::Result<FormReceipt> {
            const auto done =
                close_count(*session->ledger, session->author, id, answers.text("second"),
                            answers.given("left_open"), secrets);
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
    made.fields.push_back(yes_no_field("frozen", "Nothing is issued from there meanwhile"));
    made.fields.push_back(yes_no_field("open", "Not blind", "The counters may see the book"));
    made.fields.push_back(
        text_field("override", "Who answers a rule of the team: user name",
                   "Only where the team breaks one: both in charge of the place, the same lead "
                   "again, nobody from outside"));
    MovementField secret{"override_secret", "Their own password", MovementField::Sort::secret};
    secret.whose = "override";
    made.fields.push_back(secret);
    made.fields.push_back(text_field("reason", "And why", "Kept private"));
    made.advise = [session = desk.session](const FormAnswers& answers) -> std::vector<std::string> {
        const CountPlan plan = plan_of(answers);
        if (plan.locations.front().empty() || plan.counter_a.empty() || plan.counter_b.empty())
            return {};
        // A name that is still being typed is nobody's yet.
        const auto stops = check_team(*session->reading, plan);
        return stops ? stops.value() : std::vector<std::string>{};
    };
    made.record = [session = desk.session](const FormAnswers& answers, Secrets& secrets) {
        return recorded("The count has begun",
                        start_count(*session->ledger, session->author, plan_of(answers), secrets),
                        {"It is in the list now."});
    };
    return made;
}

}  // namespace muster::app
