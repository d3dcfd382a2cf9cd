// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/screens/movement_row.hpp"
#include "app/screens/stock_forms.hpp"
#include "app/screens/written_table.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/core/case_facts.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/movement_line.hpp"
#include "muster/storage/lists.hpp"

namespace muster::app {
namespace {

constexpr const char* hidden = "in a blind count";
constexpr std::int64_t ledger_rows_max = 500;
constexpr std::int64_t expires_soon_days = 90;

bool in_our_places(const core::HolderId& holder) {
    return holder.value.starts_with("l-");
}

std::string with_sign(std::int64_t change) {
    return (change > 0 ? "+" : "") + grouped(change);
}

/// One batch's dossier, or counted stock's, while it is put together.
class StockDossier {
public:
    StockDossier(const Desk& desk, StockShown stock)
        : desk_{desk}, facts_{desk.facts}, stock_{std::move(stock)} {}

    Dossier made() {
        dossier_.id = stock_.id;
        dossier_.title = stock_.words;
        dossier_.subtitle = stock_.batch ? "Batch" : "Counted stock, without number";
        identity();
        if (desk_.is_blind()) {
            hide();
            return std::move(dossier_);
        }
        balances();
        holds();
        seals();
        ledger();
        if (stock_.batch)
            dossier_.papers.push_back({"label", "Print label...", "label.pdf"});
        add_stock_movement_forms(desk_, stock_, dossier_);
        add_stock_custody_forms(desk_, stock_, dossier_);
        return std::move(dossier_);
    }

private:
    void know(const char* id, const char* label, const std::string& words,
              Tone tone = Tone::plain) {
        dossier_.known.push_back({id, label, words.empty() ? "none" : words, tone});
    }

    void identity() {
        know("model", "Model", stock_.model);
        if (!stock_.batch) return;
        know("number", "Batch number", stock_.batch->number);
        know("use", "Use", capital(core::status_words(stock_.batch->use)));
        expiry();
        know("box-size", "In a sealed box",
             stock_.batch->box_size > 0 ? grouped(stock_.batch->box_size) : "no boxes");
        if (stock_.batch->owner) know("owner", "Owner", *stock_.batch->owner + " (a visitor's)");
    }

    void expiry() {
        const auto& last = stock_.batch->expiry;
        if (!last) return know("expiry", "Last day of use", "no expiry");
        const std::int64_t left = last->days - desk_.today().days;
        const Tone tone = left < 0                    ? Tone::stop
                          : left <= expires_soon_days ? Tone::warning
                                                      : Tone::plain;
        know("expiry", "Last day of use", core::people_text(*last) + (left < 0 ? ", EXPIRED" : ""),
             tone);
        if (left < 0)
            dossier_.notices.push_back(
                {Tone::stop, "EXPIRED " + core::people_text(*last) +
                                 ". It belongs in quarantine; an issue of it needs an override."});
    }

    void hide() {
        know("total", "In all", hidden);
        know("holds", "Holds", hidden);
        dossier_.notices.push_back(
            {Tone::warning,
             "You are in a blind count: how much there is, and where, is hidden "
             "from you until your count is handed in."});
    }

    void balances() {
        auto table = std::make_shared<WrittenTable>(
            std::vector<TableColumn>{
                {"Holder", 40}, {"Quantity", 12}, {"Sealed boxes", 14}, {"Loose", 12}},
            false);
        DossierTable holders{"balances",
                             "Who has how much of it; a place opens its balance as a plot",
                             "Nobody has any of it.",
                             table,
                             {}};
        std::vector<WrittenTable::Row> rows;
        std::int64_t total = 0;
        for (const core::Balance& balance : stock_.balances) {
            total += balance.quantity;
            const std::int64_t sealed = stock_.batch ? balance.boxes * stock_.batch->box_size : 0;
            rows.push_back(
                {Tone::plain,
                 {core::holder_words(facts_, balance.holder.value), grouped(balance.quantity),
                  grouped(balance.boxes), grouped(balance.quantity - sealed)}});
            const bool opens = !in_our_places(balance.holder);
            holders.keys.push_back(opens
                                       ? balance.holder.value
                                       : "plot balance " + stock_.id + " " + balance.holder.value);
        }
        table->set(std::move(rows));
        know("total", "In all, wherever it is", grouped(total));
        dossier_.tables.push_back(std::move(holders));
    }

    void holds() {
        std::string all;
        for (const core::Hold& hold : facts_.all<core::Hold>(stock_.id + "/")) {
            all += (all.empty() ? "" : ", ") + hold_words(hold.reason);
            dossier_.notices.push_back({Tone::stop, "ON HOLD: " + hold_words(hold.reason) +
                                                        ", since #" + grouped(hold.since) +
                                                        ". It cannot be issued."});
        }
        know("holds", "Holds", all, all.empty() ? Tone::plain : Tone::stop);
    }

    void seals() {
        std::vector<WrittenTable::Row> rows;
        DossierTable seals{"seals", "Seals of its boxes, as they were delivered", "", nullptr, {}};
        for (const core::Seal& seal : facts_.all<core::Seal>(stock_.id + "/")) {
            rows.push_back({Tone::plain, {seal.seal, "#" + grouped(seal.since)}});
            seals.keys.push_back(std::to_string(seal.since));
        }
        if (rows.empty()) return;
        auto table = std::make_shared<WrittenTable>(
            std::vector<TableColumn>{{"Seal", 24}, {"Received", 12}}, false);
        table->set(std::move(rows));
        seals.table = table;
        dossier_.tables.push_back(std::move(seals));
    }

    // From what lies in our places now, back to what lay there before each movement.
    void ledger() {
        auto table = std::make_shared<WrittenTable>(std::vector<TableColumn>{{"Number", 9},
                                                                             {"Happened", 16},
                                                                             {"Recorded", 16},
                                                                             {"What", 16},
                                                                             {"Change", 10},
                                                                             {"Balance", 10},
                                                                             {"From", 18},
                                                                             {"To", 18},
                                                                             {"Reference", 22},
                                                                             {"By", 12}},
                                                    false);
        DossierTable ledger{"ledger",
                            "Ledger of what lies in our own places, newest first",
                            "Nothing has moved yet.",
                            table,
                            {}};
        std::int64_t balance = 0;
        for (const core::Balance& each : stock_.balances)
            if (in_our_places(each.holder)) balance += each.quantity;
        std::vector<WrittenTable::Row> rows;
        const auto lines =
            storage::movements_before(desk_.tx, {stock_.id, ""}, {}, ledger_rows_max);
        for (const core::MovementLine& line : lines) {
            const std::int64_t change = (in_our_places(line.to) ? line.quantity : 0) -
                                        (in_our_places(line.from) ? line.quantity : 0);
            rows.push_back(
                {Tone::plain,
                 {"#" + grouped(line.entry), movement_when(line),
                  core::uk_time_text(line.recorded_at), movement_kind_words(line.kind),
                  change == 0 ? "" : with_sign(change), grouped(balance),
                  holder_or_nothing(facts_, line.from), holder_or_nothing(facts_, line.to),
                  movement_detail(facts_, line), core::user_words(facts_, line.by.value)}});
            ledger.keys.push_back(std::to_string(line.entry));
            balance -= change;
        }
        if (std::ssize(lines) == ledger_rows_max)
            ledger.title = "The latest 500 lines of what lies in our own places, newest first";
        table->set(std::move(rows));
        dossier_.tables.push_back(std::move(ledger));
    }

    const Desk& desk_;
    const core::Facts& facts_;
    StockShown stock_;
    Dossier dossier_;
};

}  // namespace

core::Result<Dossier> stock_dossier(const Desk& desk, const std::string& id) {
    StockShown stock;
    stock.id = id;
    stock.batch = desk.facts.find<core::Batch>(id);
    const auto model = desk.facts.find<core::Model>(stock.batch ? stock.batch->model.value : id);
    if (!model || (!stock.batch && model->tracking != "counted"))
        return core::refused(core::Refusal::code_unknown, id, {{"code", id}});
    stock.words = core::stock_words(desk.facts, id);
    stock.model = model->name;
    for (const core::Balance& balance : desk.facts.all<core::Balance>())
        if (balance.stock.value == id && (balance.quantity != 0 || balance.boxes != 0))
            stock.balances.push_back(balance);
    return StockDossier{desk, std::move(stock)}.made();
}

}  // namespace muster::app
