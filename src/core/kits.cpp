// SPDX-License-Identifier: MIT
#include "muster/core/kits.hpp"

#include <algorithm>
#include <map>

#include "muster/core/codes.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/stock_facts.hpp"

namespace muster::core {
namespace {

/// What of a basket is not yet used to fill a line.
struct Unused {
    std::string subject;
    ModelId model;
    std::string category;
    std::int64_t quantity = 1;
};

std::vector<Unused> unused_of(const Facts& facts, const std::vector<ItemLine>& items,
                              const std::vector<StockLine>& stock) {
    std::vector<Unused> all;
    const auto add = [&](const std::string& subject, const std::string& model_id,
                         std::int64_t quantity) {
        const auto model = facts.find<Model>(model_id);
        if (model)
            all.push_back({subject, ModelId{model->key}, model->category, std::max(quantity, {})});
    };
    for (const ItemLine& line : items) {
        const auto item = facts.find<Item>(line.item.value);
        if (item) add(item->key, item->model.value, 1);
    }
    for (const StockLine& line : stock) {
        const auto batch = facts.find<Batch>(line.stock.value);
        add(line.stock.value, batch ? batch->model.value : line.stock.value, line.quantity);
    }
    return all;
}

bool fits(const KitLine& line, const Unused& thing) {
    return line.model.empty() ? line.category == thing.category : line.model == thing.model;
}

void fill(KitNeed& need, KitDrawn& kit, std::vector<Unused>& unused) {
    for (Unused& thing : unused) {
        const std::int64_t taken = std::min(need.line.quantity - need.filled, thing.quantity);
        if (taken <= 0 || !fits(need.line, thing)) continue;
        need.filled += taken;
        thing.quantity -= taken;
        if (std::find(kit.subjects.begin(), kit.subjects.end(), thing.subject) ==
            kit.subjects.end())
            kit.subjects.push_back(thing.subject);
    }
}

}  // namespace

KitFilling fill_kits(const Facts& facts, const std::vector<KitDrawn>& kits,
                     const std::vector<ItemLine>& items, const std::vector<StockLine>& stock) {
    KitFilling filling;
    std::vector<Unused> unused = unused_of(facts, items, stock);
    for (const KitDrawn& kit : kits) {
        filling.drawn.push_back({kit.kit, {}});
        for (KitLine& line : facts.all<KitLine>(kit.kit.value + "/"))
            filling.needs.push_back({std::move(line), 0});
    }
    for (const bool by_model : {true, false})
        for (KitNeed& need : filling.needs) {
            if (need.line.model.empty() == by_model) continue;
            const auto kit =
                std::find_if(filling.drawn.begin(), filling.drawn.end(),
                             [&](const KitDrawn& drawn) { return drawn.kit == need.line.kit; });
            fill(need, *kit, unused);
        }
    for (KitDrawn& kit : filling.drawn) std::sort(kit.subjects.begin(), kit.subjects.end());
    return filling;
}

std::string kit_line_words(const Facts& facts, const KitLine& line, std::int64_t quantity) {
    std::string words;
    if (line.model.empty()) {
        const auto category = facts.find<Reference>("category/" + line.category);
        words = category ? category->title : line.category;
    } else {
        const auto model = facts.find<Model>(line.model.value);
        words = model ? model->name : line.model.value;
    }
    return quantity == 1 ? words : std::to_string(quantity) + " of " + words;
}

std::string open_kit_words(const Facts& facts, const std::vector<KitNeed>& needs,
                           const KitId& kit) {
    std::string words;
    for (const KitNeed& need : needs)
        if (need.line.kit == kit && need.is_open())
            words += (words.empty() ? "" : ", ") +
                     kit_line_words(facts, need.line, need.line.quantity - need.filled);
    return words;
}

}  // namespace muster::core
