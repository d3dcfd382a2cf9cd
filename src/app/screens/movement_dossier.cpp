// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/basket.hpp"
#include "app/custody_rows.hpp"
#include "app/movement_circumstances.hpp"
#include "app/screens/correction_form.hpp"
#include "app/screens/hatch_forms.hpp"
#include "app/screens/movement_row.hpp"
#include "app/screens/written_table.hpp"
#include "muster/app/listing.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/core/case_facts.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/movement_line.hpp"
#include "muster/core/people_facts.hpp"

namespace muster::app {
namespace {

/// One movement's dossier while it is put together.
class MovementDossier {
public:
    MovementDossier(const Desk& desk, const core::Entry& entry,
                    std::vector<core::MovementLine> lines)
        : desk_{desk}, facts_{desk.facts}, entry_{entry}, lines_{std::move(lines)} {}

    Dossier made() {
        dossier_.id = std::to_string(entry_.number);
        dossier_.title = movement_kind_words(lines_.front().kind) + ", #" + grouped(entry_.number);
        dossier_.subtitle = core::uk_time_text(entry_.happened_at);
        details();
        still_out();
        still_away();
        table();
        corrections();
        add_confirmation_form(desk_, entry_.number, dossier_);
        if (desk_.may(core::Power::correct) && may_be_corrected(desk_, entry_))
            dossier_.forms.push_back(correction_form(desk_, entry_, lines_));
        dossier_.papers.push_back(
            {"receipt", "Save the receipt (PDF)...", "receipt " + dossier_.id + ".pdf"});
        return std::move(dossier_);
    }

private:
    void know(const char* id, const char* label, const std::string& words,
              Tone tone = Tone::plain) {
        if (!words.empty()) dossier_.known.push_back({id, label, words, tone});
    }

    void details() {
        const core::MovementLine& first = lines_.front();
        know("happened", "Happened", core::uk_time_text(entry_.happened_at));
        const bool late = entry_.recorded_at.ms != entry_.happened_at.ms;
        know("recorded", "Recorded",
             core::uk_time_text(entry_.recorded_at) + (late ? ", LATER" : ""),
             late ? Tone::warning : Tone::plain);
        know("paper", "Page of the paper form", entry_.paper.value_or(""));
        if (!first.officer.empty())
            know("officer", "Officer", core::officer_words(facts_, first.officer.value));
        know("purpose", "Purpose", capital(core::status_words(first.purpose)));
        know("reference", "Reference", first.reference);
        know("by", "Recorded by", core::user_words(facts_, entry_.by.value));
        if (!first.second.empty())
            know("second", "Second person", core::user_words(facts_, first.second.value));
        for (const Circumstance& each : circumstances_of(facts_, entry_))
            know(each.id.c_str(), each.label.c_str(), capital(each.words),
                 each.odd ? Tone::warning : Tone::plain);
        if (late)
            dossier_.notices.push_back(
                {Tone::warning, "Keyed later from paper" +
                                    (entry_.paper ? ", page " + *entry_.paper : std::string{}) +
                                    ": it happened " + core::uk_time_text(entry_.happened_at) +
                                    " and was recorded " + core::uk_time_text(entry_.recorded_at) +
                                    "."});
    }

    // Of an issue: what of it is still out, and since when it should be back.
    void still_out() {
        const auto* issued = std::get_if<core::Issued>(&entry_.body);
        if (issued == nullptr) return;
        std::string words;
        bool overdue = false;
        for (const auto& line : facts_.all<core::OpenLine>(issued->officer.value + "/")) {
            if (line.issue != entry_.number) continue;
            overdue = overdue || (line.due && *line.due < desk_.session->reading->now());
            words += (words.empty() ? "" : ", ") +
                     (line.quantity == 1 ? std::string{} : grouped(line.quantity) + " x ") +
                     core::subject_words(facts_, line.subject);
        }
        if (words.empty()) return know("state", "State", "All of it came back");
        if (issued->due) words += "; due back " + core::uk_time_text(*issued->due);
        know("state", "State", "Still out: " + words + (overdue ? ", OVERDUE" : ""),
             overdue ? Tone::stop : Tone::warning);
    }

    // Of what opened a case: how that stands.
    void still_away() {
        for (const char letter : {'t', 'n', 'w', 's', 'z'}) {
            const auto id = core::created_id<core::CaseId>(letter, entry_.number);
            const auto found = facts_.find<core::Case>(id.value);
            if (!found) continue;
            const bool overdue =
                found->state == "open" && found->due && *found->due < desk_.session->reading->now();
            know("state", "State",
                 capital(core::case_words(facts_, id.value)) + ": " +
                     core::status_words(found->state) + (overdue ? ", OVERDUE" : ""),
                 overdue ? Tone::stop : Tone::plain);
            auto table =
                std::make_shared<WrittenTable>(std::vector<TableColumn>{{"Case", 40}}, false);
            table->set({{Tone::plain, {capital(core::case_words(facts_, id.value))}}});
            dossier_.tables.push_back({"case", "What is away under it", "", table, {id.value}});
        }
    }

    void table() {
        auto table = std::make_shared<WrittenTable>(
            std::vector<TableColumn>{
                {"What", 34}, {"Quantity", 9}, {"From", 24}, {"To", 24}, {"Detail", 26}},
            false);
        DossierTable all{"lines", "What moved", "Nothing moved.", table, {}};
        std::vector<WrittenTable::Row> rows;
        for (const core::MovementLine& line : lines_) {
            rows.push_back({Tone::plain,
                            {core::subject_words(facts_, line.subject), grouped(line.quantity),
                             holder_or_nothing(facts_, line.from),
                             holder_or_nothing(facts_, line.to), movement_detail(facts_, line)}});
            all.keys.push_back(line.subject);
        }
        table->set(std::move(rows));
        dossier_.tables.push_back(std::move(all));
    }

    void corrections() {
        std::vector<WrittenTable::Row> rows;
        DossierTable all{"corrections", "Corrections", "", nullptr, {}};
        if (const auto by = corrected_by(facts_, entry_.number)) {
            dossier_.notices.push_back({Tone::warning, "CORRECTED by #" + grouped(*by) +
                                                           ". What stands here is as it was "
                                                           "recorded at first."});
            rows.push_back({Tone::plain, {"Corrected by #" + grouped(*by)}});
            all.keys.push_back(std::to_string(*by));
        }
        if (const auto* body = std::get_if<core::Corrected>(&entry_.body)) {
            rows.push_back({Tone::plain, {"Corrects #" + grouped(body->of)}});
            all.keys.push_back(std::to_string(body->of));
            know("reason", "Why", facts_.disclosed(body->reason.digest).value_or("(withheld)"));
        }
        if (rows.empty()) return;
        auto table =
            std::make_shared<WrittenTable>(std::vector<TableColumn>{{"Movement", 40}}, false);
        table->set(std::move(rows));
        all.table = table;
        dossier_.tables.push_back(std::move(all));
    }

    const Desk& desk_;
    const core::Facts& facts_;
    const core::Entry& entry_;
    std::vector<core::MovementLine> lines_;
    Dossier dossier_;
};

}  // namespace

core::Result<Dossier> movement_dossier(const Desk& desk, core::EntryNumber number) {
    if (const auto no = refuse_blind(desk.facts, desk.session->author.user)) return *no;
    const auto entry = entry_of(desk.tx, number);
    auto lines = entry ? core::movement_lines(*entry) : std::vector<core::MovementLine>{};
    if (lines.empty())
        return core::refused(core::Refusal::code_unknown, "",
                             {{"code", "movement #" + grouped(number)}});
    return MovementDossier{desk, *entry, std::move(lines)}.made();
}

}  // namespace muster::app
