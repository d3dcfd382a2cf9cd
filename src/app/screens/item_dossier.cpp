// SPDX-License-Identifier: MIT
#include "app/screens/desk.hpp"
#include "app/screens/hatch_forms.hpp"
#include "app/screens/last_count.hpp"
#include "app/screens/written_table.hpp"
#include "muster/app/listing.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/core/case_facts.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/people_facts.hpp"

namespace muster::app {
namespace {

constexpr const char* hidden = "in a blind count";
constexpr std::int64_t inspection_soon_days = 14;

std::string date_words(const std::optional<core::Date>& date) {
    return date ? core::people_text(*date) : "not recorded";
}

/// One item's dossier while it is put together.
class ItemDossier {
public:
    ItemDossier(const Desk& desk, core::Item item)
        : desk_{desk}, facts_{desk.facts}, item_{std::move(item)}, blind_{desk.is_blind()} {}

    Dossier made() {
        dossier_.id = item_.key;
        dossier_.title = core::item_words(facts_, item_.key);
        identity();
        if (blind_) {
            hide();
        } else {
            whereabouts();
            upkeep();
            warn();
            parts();
            dossier_.tables.push_back(timeline(desk_, item_.key, ""));
            add_function_test_form(desk_, item_, dossier_);
            add_item_movement_forms(desk_, item_, dossier_);
            add_item_custody_forms(desk_, item_, dossier_);
            add_item_end_forms(desk_, item_, dossier_);
            dossier_.papers.push_back({"label", "Print label...", "label.pdf"});
        }
        return std::move(dossier_);
    }

private:
    void know(const char* id, const char* label, const std::string& words,
              Tone tone = Tone::plain) {
        dossier_.known.push_back({id, label, words.empty() ? "none" : words, tone});
    }

    void identity() {
        const auto model = facts_.find<core::Model>(item_.model.value).value_or(core::Model{});
        const auto category = facts_.find<core::Reference>("category/" + model.category);
        dossier_.subtitle = category ? capital(category->title) : model.category;
        know("model", "Model", model.name);
        know("serial", "Serial number", item_.serial);
        know("tag", "Asset tag", item_.tag);
        know("calibre", "Calibre", model.calibre.empty() ? "not recorded" : model.calibre);
        if (item_.owner) know("owner", "Owner", *item_.owner + " (a visitor's, not our own)");
    }

    // What the book says is not told to whoever counts blind (DOMAIN 6).
    void hide() {
        know("location-status", "Where it is", hidden);
        know("holder", "Holder", hidden);
        know("condition-status", "Condition", hidden);
        know("holds", "Holds", hidden);
        dossier_.notices.push_back(
            {Tone::warning,
             "You are in a blind count: what the book says of this item, and what "
             "can be done with it, is hidden from you until your count is handed "
             "in."});
    }

    void whereabouts() {
        const bool here =
            item_.location_status == "in_store" || item_.location_status == "in_vehicle_safe";
        know("location-status", "Where it is", capital(core::status_words(item_.location_status)),
             here ? Tone::plain : Tone::warning);
        know("holder", "Holder", core::holder_words(facts_, item_.holder.value));
        const bool fit = item_.condition_status == "serviceable";
        know("condition-status", "Condition", capital(core::status_words(item_.condition_status)),
             fit ? Tone::plain : Tone::warning);
        know("home", "Home",
             core::holder_words(facts_, item_.home.value) +
                 (item_.position.empty() ? "" : ", " + item_.position));
        know("assigned", "Set aside for",
             item_.assigned_to.empty() ? "nobody"
                                       : core::officer_words(facts_, item_.assigned_to.value));
        if (!item_.under.empty())
            know("case", "Away under", core::case_words(facts_, item_.under.value), Tone::warning);
        if (!item_.mounted_on.empty())
            know("mounted-on", "Mounted on", core::item_words(facts_, item_.mounted_on.value));
    }

    void upkeep() {
        know("acquired", "Received", date_words(item_.acquired));
        know("inspected", "Last inspected", date_words(item_.last_inspected));
        const bool overdue = item_.next_inspection && *item_.next_inspection < desk_.today();
        know("next-inspection", "Next inspection",
             date_words(item_.next_inspection) + (overdue ? ", OVERDUE" : ""),
             overdue ? Tone::stop : Tone::plain);
        know("counted", "Last counted", last_count_words(desk_, item_.key));
    }

    void warn() {
        std::string holds;
        for (const core::Hold& hold : facts_.all<core::Hold>(item_.key + "/")) {
            holds += (holds.empty() ? "" : ", ") + hold_words(hold.reason);
            dossier_.notices.push_back({Tone::stop, "ON HOLD: " + hold_words(hold.reason) +
                                                        ", since #" + grouped(hold.since) +
                                                        ". It cannot be issued."});
        }
        know("holds", "Holds", holds, holds.empty() ? Tone::plain : Tone::stop);
        if (item_.location_status == "missing")
            dossier_.notices.push_back(
                {Tone::stop, "REPORTED MISSING. If it is here, keep it and record it recovered."});
        if (facts_.row(core::Table::unfit, item_.key))
            dossier_.notices.push_back(
                {Tone::warning,
                 "It came back and waits to be signed fit, by somebody else than "
                 "who recorded its receipt."});
        const auto& next = item_.next_inspection;
        if (next && *next < desk_.today())
            dossier_.notices.push_back(
                {Tone::warning, "Its inspection was due " + core::people_text(*next) + "."});
        else if (next && next->days - desk_.today().days <= inspection_soon_days)
            dossier_.notices.push_back(
                {Tone::plain, "Its inspection is due " + core::people_text(*next) + "."});
    }

    void parts() {
        std::vector<WrittenTable::Row> rows;
        DossierTable parts{"parts", "Parts mounted on it", "", nullptr, {}};
        for (const core::Mounted& mounted : facts_.all<core::Mounted>(item_.key + "/")) {
            rows.push_back({Tone::plain, {core::item_words(facts_, mounted.part.value)}});
            parts.keys.push_back(mounted.part.value);
        }
        know("parts", "Mounted parts", rows.empty() ? "" : std::to_string(rows.size()));
        if (rows.empty()) return;
        auto table = std::make_shared<WrittenTable>(std::vector<TableColumn>{{"Part", 40}}, false);
        table->set(std::move(rows));
        parts.table = table;
        dossier_.tables.push_back(std::move(parts));
    }

    const Desk& desk_;
    const core::Facts& facts_;
    core::Item item_;
    bool blind_;
    Dossier dossier_;
};

}  // namespace

core::Result<Dossier> item_dossier(const Desk& desk, const std::string& id) {
    const auto item = desk.facts.find<core::Item>(id);
    if (!item) return core::refused(core::Refusal::code_unknown, id, {{"code", id}});
    return ItemDossier{desk, *item}.made();
}

}  // namespace muster::app
