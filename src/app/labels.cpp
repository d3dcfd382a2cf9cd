// SPDX-License-Identifier: MIT
#include "muster/app/labels.hpp"

#include <algorithm>

#include "app/basket.hpp"
#include "app/single_commit.hpp"
#include "muster/app/command_cards.hpp"
#include "muster/app/errors.hpp"
#include "muster/app/scan_text.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/kits.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/ledger/digest.hpp"
#include "muster/report/labels.hpp"
#include "muster/storage/lists.hpp"

namespace muster::app {
namespace {

/// A thing that wants a label: codes that may name it, the best first, and what people read.
struct Wanted {
    std::string thing;
    std::vector<std::string> codes;
    std::vector<std::string> lines;
};

class Labelling {
public:
    Labelling(storage::Transaction& tx, const core::Facts& facts, const LabelRequest& request)
        : tx_{tx}, facts_{facts}, request_{request} {}

    std::optional<core::Refused> collect() {
        const bool stock = request_.kind == "items" || request_.kind == "batches";
        if (stock && !request_.codes.empty()) return collect_named();
        if (request_.kind == "commands")
            for (const CommandCard& card : command_cards())
                wanted_.push_back({card.title, {card.code}, {card.title, card.meaning}});
        if (request_.kind == "items") collect_items();
        if (request_.kind == "batches") collect_batches();
        if (request_.kind == "officers") collect_officers();
        if (request_.kind == "locations") collect_locations();
        if (request_.kind == "kits") collect_kits();
        return keep_asked();
    }

    /// The labels whose code is readable and means one thing; what is left out is told.
    std::vector<report::Label> labels(const report::LabelSheet& sheet, report::Symbol symbol,
                                      std::vector<Unlabelled>& unlabelled) const {
        std::vector<report::Label> all;
        for (const Wanted& wanted : wanted_) {
            const auto code = code_of(wanted);
            if (!code) {
                unlabelled.push_back({wanted.lines.front(),
                                      "Nothing that a scanner reads names it alone: give it a tag "
                                      "or a name of letters, digits, blanks, and . / -"});
                continue;
            }
            report::Label label{*code, wanted.lines};
            if (const auto fault = report::label_fault(label, sheet, symbol))
                unlabelled.push_back({wanted.lines.front(), *fault});
            else
                all.push_back(std::move(label));
        }
        return all;
    }

private:
    bool passes(const std::vector<std::string>& lines) const {
        const std::string filter = core::normal_code(request_.filter);
        return filter.empty() || std::any_of(lines.begin(), lines.end(), [&](const auto& line) {
                   return core::normal_code(line).find(filter) != std::string::npos;
               });
    }

    void collect_items() {
        const auto rows = storage::register_page(tx_, request_.filter, "", labels_max + 1);
        for (const storage::RegisterRow& row : rows) {
            if (row.holder.holder.starts_with("x-")) continue;  // it left for good
            add_item(row.item, row.tag, row.model, row.serial);
        }
    }

    void add_item(const std::string& item, const std::string& tag, const std::string& model,
                  const std::string& serial) {
        Wanted wanted{item, {model + "/" + serial, serial}, {tag.empty() ? serial : tag, model}};
        if (!tag.empty()) wanted.codes.insert(wanted.codes.begin(), tag);
        if (!tag.empty()) wanted.lines.push_back("Serial " + serial);
        wanted_.push_back(std::move(wanted));
    }

    void collect_batches() {
        const auto rows = storage::batches_page(tx_, request_.filter, "", labels_max + 1);
        for (const storage::BatchRow& row : rows)
            add_batch(row.batch, row.number, row.model,
                      row.expiry ? core::date_of(*row.expiry) : std::nullopt);
    }

    void add_batch(const std::string& batch, const std::string& number, const std::string& model,
                   const std::optional<core::Date>& expiry) {
        Wanted wanted{batch, {number, model + "/" + number}, {number, model}};
        if (expiry) wanted.lines.push_back("Expires " + core::people_text(*expiry));
        wanted_.push_back(std::move(wanted));
    }

    // By key, however long the register is.
    std::optional<core::Refused> collect_named() {
        for (const std::string& code : request_.codes) {
            const auto named =
                request_.kind == "items" ? find_item(facts_, code) : find_stock(facts_, code);
            if (!named) return named.error();
            const std::size_t before = wanted_.size();
            add_named(named.value());
            if (wanted_.size() == before)
                return core::refused(core::Refusal::code_unknown, code, {{"code", code}});
        }
        return std::nullopt;
    }

    // Nothing for what left for good, and for counted stock, which no label names.
    void add_named(const std::string& thing) {
        const auto model = [&](const core::ModelId& id) {
            const auto found = facts_.find<core::Model>(id.value);
            return found ? found->name : id.value;
        };
        const auto item = facts_.find<core::Item>(thing);
        if (item && !item->holder.value.starts_with("x-"))
            add_item(thing, item->tag, model(item->model), item->serial);
        if (const auto batch = facts_.find<core::Batch>(thing))
            add_batch(thing, batch->number, model(batch->model), batch->expiry);
    }

    void collect_officers() {
        for (const core::Officer& officer : facts_.all<core::Officer>()) {
            if (!officer.active) continue;
            const auto collar = facts_.disclosed(officer.collar.digest);
            if (!collar) continue;
            Wanted wanted{officer.key, {*collar}, {core::officer_words(facts_, officer.key)}};
            if (!officer.unit.empty()) wanted.lines.push_back(officer.unit);
            if (passes(wanted.lines)) wanted_.push_back(std::move(wanted));
        }
    }

    void collect_locations() {
        for (const core::Location& place : facts_.all<core::Location>()) {
            Wanted wanted{place.key, {place.name}, {place.name}};
            if (passes(wanted.lines)) wanted_.push_back(std::move(wanted));
        }
    }

    void collect_kits() {
        for (const core::Kit& kit : facts_.all<core::Kit>()) {
            if (!kit.active) continue;
            Wanted wanted{kit.key, {kit.label, kit.name}, {kit.name}};
            for (const core::KitLine& line : facts_.all<core::KitLine>(kit.key + "/"))
                wanted.lines.push_back(core::kit_line_words(facts_, line, line.quantity));
            constexpr std::size_t lines_max = 3;
            wanted.lines.resize(std::min(wanted.lines.size(), lines_max));
            if (passes(wanted.lines)) wanted_.push_back(std::move(wanted));
        }
    }

    std::optional<core::Refused> keep_asked() {
        if (request_.codes.empty()) return std::nullopt;
        std::vector<Wanted> kept;
        for (const std::string& code : request_.codes) {
            const std::string normal = core::normal_code(code);
            const auto named = std::find_if(wanted_.begin(), wanted_.end(), [&](const auto& each) {
                return each.thing == code ||
                       std::any_of(each.codes.begin(), each.codes.end(), [&](const auto& its) {
                           return core::normal_code(its) == normal;
                       });
            });
            if (named == wanted_.end()) return core::refused(core::Refusal::code_unknown, code);
            kept.push_back(*named);
        }
        wanted_ = std::move(kept);
        return std::nullopt;
    }

    std::optional<std::string> code_of(const Wanted& wanted) const {
        for (const std::string& code : wanted.codes) {
            const auto scanned = scan_text(core::normal_code(code));
            if (scanned && means_only(*scanned, wanted)) return scanned;
        }
        return std::nullopt;
    }

    bool means_only(const std::string& code, const Wanted& wanted) const {
        if (request_.kind == "commands") return true;
        const auto officer = storage::officer_by_collar(tx_, code);
        if (request_.kind == "officers") return officer && *officer == wanted.thing;
        const auto named = core::things_called(facts_, code);
        return !officer && named.size() == 1 && named.front().thing == wanted.thing;
    }

    storage::Transaction& tx_;
    const core::Facts& facts_;
    const LabelRequest& request_;
    std::vector<Wanted> wanted_;
};

const report::LabelSheet& sheet_of(const LabelRequest& request) {
    const report::LabelSheet* sheet = report::label_sheet(request.sheet);
    if (sheet == nullptr) {
        std::string names;
        for (const report::LabelSheet& each : report::label_sheets())
            names += (names.empty() ? "" : ", ") + each.name;
        throw UsageError{"There is no sheet of labels called " + request.sheet +
                         ". There are: " + names + "."};
    }
    if (request.first < 1 || request.first > static_cast<std::int64_t>(sheet->labels()))
        throw UsageError{"The first label is one of 1 to " + std::to_string(sheet->labels()) +
                         " on this sheet."};
    return *sheet;
}

}  // namespace

const std::vector<std::string>& label_kinds() {
    static const std::vector<std::string> kinds{"items",     "batches", "officers",
                                                "locations", "kits",    "commands"};
    return kinds;
}

std::vector<SheetChoice> label_sheet_choices() {
    std::vector<SheetChoice> choices;
    for (const report::LabelSheet& sheet : report::label_sheets())
        choices.push_back({sheet.name, sheet.words, static_cast<std::int64_t>(sheet.labels())});
    return choices;
}

core::Result<LabelsReport> draw_labels(OpenLedger& ledger, const LabelRequest& request) {
    const auto& kinds = label_kinds();
    if (std::find(kinds.begin(), kinds.end(), request.kind) == kinds.end())
        throw UsageError{
            "Labels are for items, batches, officers, locations, kits or commands, not " +
            request.kind + "."};
    const auto symbol = report::symbol_of(request.symbol);
    if (!symbol)
        throw UsageError{"A label's symbol is datamatrix, qr or code128, not " + request.symbol +
                         "."};
    const report::LabelSheet& sheet = sheet_of(request);
    LabelsReport drawn;
    std::vector<report::Label> labels;
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        no = refuse_blind(facts, request.viewer);
        if (no) return;
        Labelling labelling{tx, facts, request};
        no = labelling.collect();
        if (!no) labels = labelling.labels(sheet, *symbol, drawn.unlabelled);
    });
    if (no) return std::move(*no);
    drawn.labels = std::ssize(labels);
    if (drawn.labels > labels_max)
        throw UsageError{"More than " + std::to_string(labels_max) +
                         " labels: narrow them with --filter or --code."};
    if (labels.empty()) return drawn;
    const auto on_sheet = static_cast<std::int64_t>(sheet.labels());
    const std::int64_t used = request.first - 1 + drawn.labels;
    drawn.pages = (used + on_sheet - 1) / on_sheet;
    drawn.next = used % on_sheet + 1;
    drawn.pdf = report::draw_labels(labels, sheet, *symbol, static_cast<std::size_t>(request.first),
                                    core::text_of(ledger.now()));
    return drawn;
}

core::Result<Receipt> export_labels(OpenLedger& ledger, const Author& author,
                                    const LabelRequest& request, const LabelsReport& drawn,
                                    const std::string& out) {
    files::write_file_atomically(out, drawn.pdf);
    std::string filter = request.filter;
    for (const std::string& code : request.codes) filter += (filter.empty() ? "" : " ") + code;
    core::Exported exported{"labels of " + request.kind, std::nullopt,
                            ledger::hex(ledger::sha256(drawn.pdf))};
    // Whose card was printed is nothing for a line that can never be erased.
    if (!filter.empty() && request.kind != "officers") exported.filter = filter;
    return commit_one(ledger, author, std::move(exported));
}

}  // namespace muster::app
