// SPDX-License-Identifier: MIT
#include "app/screens/oversight_forms.hpp"
#include "app/screens/written_table.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/app/supervision.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/oversight_facts.hpp"

/// A dip-test: where to look, and once its sheet is keyed, what was found.
namespace muster::app {
namespace {

std::string seen_field(std::size_t line) {
    return "seen-" + std::to_string(line);
}

std::string where(const Desk& desk, const core::DipTestLine& line) {
    return core::holder_words(desk.facts, line.location.value) +
           (line.position.empty() ? "" : ", " + line.position);
}

// What the book has is told only once the sheet is keyed: until then it would be the answer.
DossierTable positions(const Desk& desk, const core::DipTest& test,
                       const std::vector<core::DipTestLine>& lines) {
    auto table = std::make_shared<WrittenTable>(
        std::vector<TableColumn>{{"Line", 6}, {"Where", 40}, {"By the book", 40}, {"Result", 14}},
        true);
    std::vector<WrittenTable::Row> rows;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string& result = lines[i].result;
        rows.push_back({result == "agreed"    ? Tone::good
                        : result == "differs" ? Tone::stop
                                              : Tone::plain,
                        {std::to_string(i + 1), where(desk, lines[i]),
                         test.keyed_at ? core::item_words(desk.facts, lines[i].item.value) : "",
                         result.empty() ? "Not keyed yet" : capital(result)}});
    }
    table->set(std::move(rows));
    return {"positions", "Positions", "", table, {}};
}

MovementForm key_form(const Desk& desk, const core::DipTest& test,
                      const std::vector<core::DipTestLine>& lines) {
    MovementForm made;
    made.id = "key_dip";
    made.label = "Key the sheet...";
    made.title = "Key dip-test " + test.key;
    made.words =
        "What was written down at each position; nothing where it was empty. What differs "
        "becomes a discrepancy.";
    made.done = "Record what was seen";
    made.may_be_late = false;
    made.fields.push_back(
        needed_field("walked_by", "Who went on foot (user name)", "the senior officer who went"));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        made.fields.push_back(
            text_field(seen_field(i + 1), std::to_string(i + 1) + ": " + where(desk, lines[i])));
        made.fields.back().sort = MovementField::Sort::item;
    }
    made.record = [session = desk.session, id = test.key, count = lines.size()](
                      const FormAnswers& answers, Secrets&) -> core::Result<FormReceipt> {
        std::vector<SeenAt> seen;
        for (std::size_t i = 1; i <= count; ++i)
            seen.push_back({static_cast<std::int64_t>(i), answers.text(seen_field(i))});
        const auto keyed =
            key_dip_test(*session->ledger, session->author, id, answers.text("walked_by"), seen);
        if (!keyed) return keyed.error();
        std::vector<std::string> said{grouped(keyed.value().agreed) + " positions agreed, " +
                                      grouped(keyed.value().differs) + " did not."};
        for (const core::EntryNumber number : keyed.value().discrepancies)
            said.push_back("Discrepancy d-" + std::to_string(number) + " was opened.");
        return recorded("Keyed", keyed.value().receipt, said);
    };
    return made;
}

}  // namespace

core::Result<Dossier> dip_test_dossier(const Desk& desk, const std::string& id) {
    if (const auto no = refuse_blind(desk.facts, desk.session->author.user)) return *no;
    const auto test = desk.facts.find<core::DipTest>(id);
    if (!test) return core::refused(core::Refusal::dip_test_unknown, id, {{"test", id}});
    const auto lines = desk.facts.all<core::DipTestLine>(id + "/");
    Dossier dossier;
    dossier.id = id;
    dossier.title = "Dip-test " + id;
    dossier.subtitle = core::holder_words(desk.facts, test->place.value);
    dossier.known.push_back({"drawn", "Drawn", core::uk_time_text(test->drawn_at), Tone::plain});
    if (test->keyed_at) {
        dossier.known.push_back(
            {"keyed", "Keyed", core::uk_time_text(*test->keyed_at), Tone::plain});
        dossier.known.push_back({"walked_by", "Who went",
                                 core::user_words(desk.facts, test->walked_by.value), Tone::plain});
        dossier.known.push_back(
            {"result", "Result",
             grouped(test->agreed) + " agreed, " + grouped(test->differs) + " did not",
             test->differs > 0 ? Tone::stop : Tone::good});
        add_sign_off(desk, id, dossier);
    } else if (desk.may(core::Power::oversee)) {
        dossier.forms.push_back(key_form(desk, *test, lines));
    }
    dossier.tables.push_back(positions(desk, *test, lines));
    return dossier;
}

}  // namespace muster::app
