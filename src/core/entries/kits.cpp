// SPDX-License-Identifier: MIT
#include "muster/core/entries/kits.hpp"

#include <algorithm>

#include "core/moves.hpp"
#include "core/rules.hpp"
#include "muster/core/kits.hpp"

namespace muster::core {
namespace {

constexpr std::size_t kit_parts_max = 50;

std::optional<Refused> refuse_part(const Facts& facts, const KitPart& part) {
    if (part.quantity <= 0)
        return refused(Refusal::quantity_not_positive, part.model.value,
                       {{"subject", "each line of the kit"}});
    if (part.model.empty()) {
        const std::string category = part.category.value_or("");
        if (!facts.row(Table::reference, "category/" + category))
            return refused(Refusal::code_unknown, category, {{"code", "Category " + category}});
    } else if (!facts.row(Table::model, part.model.value)) {
        return refused(Refusal::code_unknown, part.model.value, {{"code", part.model.value}});
    }
    return std::nullopt;
}

// A scan of the kit must mean the kit, and nothing else.
std::optional<Refused> refuse_names(const Facts& facts, const KitSet& body) {
    for (const std::string& text : {body.name, body.label})
        if (std::any_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }))
            return refused(Refusal::value_unknown, "",
                           {{"name", "The kit's name"},
                            {"value", "a text with control characters"},
                            {"takes", "letters, figures and signs"}});
    for (const std::string& code : {body.name, body.label})
        for (const Code& named : things_called(facts, code))
            if (named.thing != body.kit.value)
                return refused(Refusal::name_taken, code, {{"name", code}});
    return std::nullopt;
}

void forget(Changes& changes, const Kit& kit) {
    for (const std::string& code : {kit.name, kit.label})
        if (const std::string normal = normal_code(code); !normal.empty())
            changes.remove<Code>(normal + "|" + kit.key);
    for (const KitLine& line : changes.all<KitLine>(kit.key + "/"))
        changes.remove<KitLine>(line.key);
}

}  // namespace

Decision decide_one(const KitSet& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::keep_register, true)) return *no;
    KitSet whole = body;
    const auto known = facts.find<Kit>(body.kit.value);
    if (!body.kit.empty() && (!known || !known->active))
        return refused(Refusal::code_unknown, body.kit.value, {{"code", body.kit.value}});
    if (body.withdrawn.value_or(false)) {
        if (!known) return refused(Refusal::code_unknown, "", {{"code", "The kit"}});
        whole.name = known->name;
        whole.label = known->label;
        whole.parts.clear();
        whole.withdrawn = true;
        return alone(whole);
    }
    whole.withdrawn.reset();
    if (normal_code(body.name).empty())
        return refused(Refusal::detail_missing, "", {{"detail", "the kit's name"}});
    if (body.parts.empty()) return refused(Refusal::basket_empty);
    if (body.parts.size() > kit_parts_max)
        return refused(Refusal::value_unknown, "",
                       {{"name", "A kit"},
                        {"value", std::to_string(body.parts.size()) + " lines"},
                        {"takes", "at most " + std::to_string(kit_parts_max)}});
    if (const auto no = refuse_names(facts, body)) return *no;
    for (const KitPart& part : body.parts)
        if (const auto no = refuse_part(facts, part)) return *no;
    for (KitPart& part : whole.parts)
        if (!part.model.empty()) part.category.reset();
    return alone(whole);
}

void apply_one(const KitSet& body, const Entry& entry, Changes& changes) {
    const KitId id = body.kit.empty() ? created_id<KitId>('k', entry.number) : body.kit;
    if (const auto before = changes.find<Kit>(id.value)) forget(changes, *before);
    const bool active = !body.withdrawn.value_or(false);
    changes.put(Kit{id.value, body.name, body.label, active, entry.number});
    if (!active) return;
    name_thing(changes, body.name, id.value, "kit");
    name_thing(changes, body.label, id.value, "kit");
    for (std::size_t i = 0; i < body.parts.size(); ++i) {
        const KitPart& part = body.parts[i];
        const std::string line = std::to_string(i + 1);
        changes.put(KitLine{id.value + "/" + (line.size() < 2 ? "0" : "") + line, id, part.model,
                            part.category.value_or(""), part.quantity});
    }
}

}  // namespace muster::core
