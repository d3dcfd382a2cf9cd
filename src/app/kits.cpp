// SPDX-License-Identifier: MIT
#include "muster/app/kits.hpp"

#include "muster/app/counter.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/kits.hpp"
#include "muster/core/people_facts.hpp"

namespace muster::app {
namespace {

using core::Refusal;
using core::refused;

std::optional<std::string> category_called(const core::Facts& facts, const std::string& words) {
    const std::string wanted = core::normal_code(words);
    for (const core::Reference& each : facts.all<core::Reference>("category/"))
        if (core::normal_code(each.code) == wanted || core::normal_code(each.title) == wanted)
            return each.code;
    return std::nullopt;
}

// A model's own name goes before a category's.
core::Result<core::KitPart> part_of(const core::Facts& facts, const KitPartRequest& asked) {
    const auto models = core::things_called(facts, asked.what, {"model"});
    if (models.size() == 1 && models.front().thing.starts_with("m-"))
        return core::KitPart{core::ModelId{models.front().thing}, {}, asked.quantity};
    if (const auto category = category_called(facts, asked.what))
        return core::KitPart{{}, category, asked.quantity};
    return refused(Refusal::code_unknown, asked.what, {{"code", asked.what}});
}

}  // namespace

core::Result<Receipt> set_kit(OpenLedger& ledger, const Author& author, const KitRequest& request) {
    return ledger.commit(author, [&](Proposal& proposal) -> core::Result<void> {
        core::KitSet kit;
        kit.name = request.name;
        kit.label = request.label;
        if (const auto known = find_kit(proposal.facts(), request.name))
            kit.kit = core::KitId{known.value()};
        for (const KitPartRequest& asked : request.parts) {
            auto part = part_of(proposal.facts(), asked);
            if (!part) return std::move(part).error();
            kit.parts.push_back(part.value());
        }
        if (auto added = proposal.add(kit); !added) return std::move(added).error();
        return boost::outcome_v2::success();
    });
}

core::Result<Receipt> withdraw_kit(OpenLedger& ledger, const Author& author,
                                   const std::string& code) {
    return ledger.commit(author, [&](Proposal& proposal) -> core::Result<void> {
        auto known = find_kit(proposal.facts(), code);
        if (!known) return std::move(known).error();
        core::KitSet kit;
        kit.kit = core::KitId{known.value()};
        kit.withdrawn = true;
        if (auto added = proposal.add(kit); !added) return std::move(added).error();
        return boost::outcome_v2::success();
    });
}

core::Result<Listing> kits(OpenLedger& ledger, const ListRequest& request) {
    Listing listing;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        for (const core::KitLine& line : facts.all<core::KitLine>()) {
            if (!request.after.empty() && line.key <= request.after) continue;
            const auto kit = facts.find<core::Kit>(line.kit.value);
            if (!kit) continue;
            const std::string wanted = core::normal_code(request.filter);
            const std::string what = core::kit_line_words(facts, line, 1);
            if (core::normal_code(kit->name + " " + kit->label + " " + what).find(wanted) ==
                std::string::npos)
                continue;
            core::Value::Object row{{"kit", kit->name},
                                    {"kit_id", kit->key},
                                    {"label", kit->label},
                                    {"what", what},
                                    {"by", line.model.empty() ? "category" : "model"}};
            row.emplace("quantity", line.quantity);
            listing.rows.emplace_back(std::move(row));
            if (static_cast<std::int64_t>(listing.rows.size()) >= request.limit) {
                listing.next = line.key;
                return;
            }
        }
    });
    return listing;
}

}  // namespace muster::app
