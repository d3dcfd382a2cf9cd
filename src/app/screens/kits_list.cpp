// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/screens/desk.hpp"
#include "app/screens/kit_forms.hpp"
#include "app/screens/written_table.hpp"
#include "muster/app/kits.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/app/thing_list.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/counter_facts.hpp"
#include "muster/core/kits.hpp"

/// What is drawn together: the list of kits, one kit's page, and the forms that set them.
namespace muster::app {
namespace {

std::vector<core::KitLine> lines_of(const core::Facts& facts, const core::Kit& kit) {
    return facts.all<core::KitLine>(kit.key + "/");
}

std::string words_of(const core::Facts& facts, const core::Kit& kit) {
    std::string words;
    for (const core::KitLine& line : lines_of(facts, kit))
        words += (words.empty() ? "" : ", ") + core::kit_line_words(facts, line, line.quantity);
    return words;
}

// Which officers have something of it out.
std::int64_t out_now(const core::Facts& facts, const core::Kit& kit) {
    std::vector<std::string> draws;
    facts.rows(core::Table::open_line, "", [&](const core::Row& row) {
        const auto line = core::fact_of<core::OpenLine>(row);
        if (line.kit.value == kit.key)
            draws.push_back(line.officer.value + "/" + std::to_string(line.issue));
        return true;
    });
    std::sort(draws.begin(), draws.end());
    return std::distance(draws.begin(), std::unique(draws.begin(), draws.end()));
}

MovementForm kit_form(const Desk& desk, const core::Kit* known) {
    MovementForm form;
    form.id = known == nullptr ? "new_kit" : "change_kit";
    form.label = known == nullptr ? "New kit..." : "Change...";
    form.title = known == nullptr ? "Make a kit" : "Change the kit " + known->name;
    form.words =
        "What is drawn together, never by serial: at the counter each line is filled by scanning "
        "the thing that is handed over.";
    form.done = known == nullptr ? "Record the kit" : "Record the change";
    form.may_be_late = false;
    MovementField name = required(text_field("name", "Name"));
    MovementField label = text_field("code", "Code on its label", "Like K-ARV-STD");
    MovementField lines = required(text_field(
        "lines", "What belongs to it",
        "Category or model, a blank, how many; one a line. Like: pistol 1, Pistol magazine 2"));
    lines.sort = MovementField::Sort::quantities;
    if (known != nullptr) {
        name.value = known->name;
        label.value = known->label;
        for (const core::KitLine& line : lines_of(desk.facts, *known)) {
            const auto model = desk.facts.find<core::Model>(line.model.value);
            lines.value += (lines.value.empty() ? "" : "\n") +
                           (model ? model->name : line.category) + " " +
                           std::to_string(line.quantity);
        }
    }
    form.fields = {name, label, lines};
    form.record = [session = desk.session](const FormAnswers& answers, Secrets&) {
        KitRequest request;
        request.name = answers.text("name");
        request.label = answers.text("code");
        for (const CodeQuantity& line : answers.quantities("lines"))
            request.parts.push_back({line.code, line.quantity});
        return recorded("The kit is set", set_kit(*session->ledger, session->author, request),
                        {request.name});
    };
    return form;
}

MovementForm withdraw_form(const Desk& desk, const core::Kit& kit) {
    MovementForm form;
    form.id = "withdraw_kit";
    form.label = "Withdraw...";
    form.title = "Withdraw the kit " + kit.name;
    form.words =
        "It is drawn no more. What is out of it stays with its officers and comes back as "
        "ever.";
    form.done = "Record that it is withdrawn";
    form.may_be_late = false;
    form.record = [session = desk.session, name = kit.name](const FormAnswers&, Secrets&) {
        return recorded("Withdrawn", withdraw_kit(*session->ledger, session->author, name), {name});
    };
    return form;
}

}  // namespace

std::vector<MovementForm> kit_page_forms(const Desk& desk) {
    if (!desk.may(core::Power::keep_register)) return {};
    return {kit_form(desk, nullptr)};
}

core::Result<Dossier> kit_dossier(const Desk& desk, const std::string& id) {
    const auto kit = desk.facts.find<core::Kit>(id);
    if (!kit) return core::refused(core::Refusal::code_unknown, id, {{"code", id}});
    Dossier dossier;
    dossier.id = kit->key;
    dossier.title = kit->name;
    dossier.subtitle = "Kit";
    dossier.known = {{"label", "Code on its label", kit->label.empty() ? "none" : kit->label},
                     {"state", "State", kit->active ? "In use" : "Withdrawn",
                      kit->active ? Tone::plain : Tone::warning},
                     {"since", "Last set by", "#" + grouped(kit->since)}};
    if (!desk.is_blind())
        dossier.known.push_back(
            {"out", "Drawn and not all back", grouped(out_now(desk.facts, *kit))});
    auto table = std::make_shared<WrittenTable>(
        std::vector<TableColumn>{{"What", 40}, {"How many", 10}}, false);
    DossierTable lines{"lines", "What belongs to it", "Nothing.", table, {}};
    std::vector<WrittenTable::Row> rows;
    for (const core::KitLine& line : lines_of(desk.facts, *kit)) {
        rows.push_back(
            {Tone::plain, {core::kit_line_words(desk.facts, line, 1), grouped(line.quantity)}});
        lines.keys.emplace_back();
    }
    table->set(std::move(rows));
    dossier.tables.push_back(std::move(lines));
    if (kit->active) dossier.papers.push_back({"label", "Print label...", "label.pdf"});
    if (kit->active && desk.may(core::Power::keep_register)) {
        dossier.forms.push_back(kit_form(desk, &*kit));
        dossier.forms.push_back(withdraw_form(desk, *kit));
    }
    return dossier;
}

ThingListUseCases kits_list(std::shared_ptr<Session> session) {
    ThingListUseCases use;
    use.id = "kits";
    use.spoken = "Kits";
    use.search_label = "Scan a kit's label, or search name or content";
    use.columns = {{"State", 12}, {"Kit", 26}, {"Label", 16}, {"What belongs to it", 70}};
    use.sorted_by = 1;
    use.one = "kit";
    use.many = "kits";
    use.empty_words = "No kits. Make the first with the button below.";
    use.page = [session](const ThingAsk& ask) -> core::Result<ThingPage> {
        ThingPage page;
        session->reading->read([&](storage::Transaction&, const core::Facts& facts) {
            const std::string wanted = core::normal_code(ask.text);
            for (const core::Kit& kit : facts.all<core::Kit>()) {
                const std::string words = words_of(facts, kit);
                if (core::normal_code(kit.name + " " + kit.label + " " + words).find(wanted) ==
                    std::string::npos)
                    continue;
                page.rows.push_back(
                    {kit.key,
                     Tone::plain,
                     {kit.active ? "In use" : "Withdrawn", kit.name, kit.label, words}});
            }
        });
        return page;
    };
    return use;
}

}  // namespace muster::app
