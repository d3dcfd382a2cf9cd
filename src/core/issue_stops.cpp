// SPDX-License-Identifier: MIT
#include "core/issue_stops.hpp"

#include "muster/core/count_facts.hpp"
#include "muster/core/kits.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/policies.hpp"

namespace muster::core {
namespace {

/// What a batch's rounds are, where they must not be mixed: live, blank, drill; empty for what is
/// no round.
std::string nature_of(const Facts& facts, const std::string& stock) {
    const auto batch = facts.find<Batch>(stock);
    if (!batch) return {};
    const auto model = facts.find<Model>(batch->model.value);
    if (!model || model->category != "ammunition") return {};
    return batch->use == "blank" || batch->use == "drill" ? batch->use : "live";
}

std::string rounds_words(const std::string& nature) {
    return nature + " rounds";
}

}  // namespace

void check_function_test(const Facts& facts, const Item& item, const Model& model, Date today,
                         const StopAt& stop) {
    if (!policy_names(facts, "function_test_categories", model.category)) return;
    const auto test = facts.find<FunctionTest>(item.key);
    if (!test || !test->passed || test->on != today)
        stop(Refusal::function_test_missing, item.key, {});
}

void check_live_apart(const Facts& facts, const OfficerId& officer,
                      const std::vector<StockLine>& stock, const StopAt& stop) {
    if (policy(facts, "keep_live_apart", "no") != "yes") return;
    std::string first;
    for (const OpenLine& open : facts.all<OpenLine>(officer.value + "/"))
        if (first.empty()) first = nature_of(facts, open.subject);
    for (const StockLine& line : stock) {
        const std::string nature = nature_of(facts, line.stock.value);
        if (nature.empty() || nature == first) continue;
        if (first.empty())
            first = nature;
        else
            stop(Refusal::live_and_blank_apart, line.stock.value,
                 {{"use", nature}, {"other", rounds_words(first)}});
    }
}

void check_frozen(const Facts& facts, const std::string& subject, const HolderId& from,
                  const StopAt& stop) {
    for (const StocktakeScope& scope : facts.all<StocktakeScope>(from.value + "/")) {
        const auto count = facts.find<Stocktake>(scope.count.value);
        if (count && count->frozen.value_or(false) && count->state != "closed")
            stop(Refusal::frozen_for_count, subject,
                 {{"place", holder_words(facts, from.value)}, {"count", "count " + count->key}});
    }
}

void check_kits(const Facts& facts, Issued& issue, const StopAt& stop) {
    for (const KitDrawn& drawn : issue.kits) {
        const auto kit = facts.find<Kit>(drawn.kit.value);
        if (!kit || !kit->active)
            stop(Refusal::code_unknown, drawn.kit.value, {{"code", drawn.kit.value}});
    }
    const KitFilling filling = fill_kits(facts, issue.kits, issue.items, issue.stock);
    issue.kits = filling.drawn;
    for (const KitDrawn& drawn : issue.kits) {
        const std::string missing = open_kit_words(facts, filling.needs, drawn.kit);
        if (!missing.empty())
            stop(Refusal::kit_incomplete, drawn.kit.value,
                 {{"kit", subject_words(facts, drawn.kit.value)}, {"missing", missing}});
    }
}

bool is_past_once_it_happened(Refusal refusal) {
    switch (refusal) {
        case Refusal::item_on_hold:
        case Refusal::item_unserviceable:
        case Refusal::batch_on_hold:
        case Refusal::authorisation_absent:
        case Refusal::authorisation_expired:
        case Refusal::authorisation_suspended:
        case Refusal::authorisation_not_started:
        case Refusal::granted_today_by_issuer:
        case Refusal::function_test_missing:
        case Refusal::live_and_blank_apart:
            return true;
        default:
            return false;
    }
}

bool holds_when_urgent(Refusal refusal) {
    switch (refusal) {
        case Refusal::second_missing:
        case Refusal::authorisation_absent:
        case Refusal::authorisation_expired:
        case Refusal::authorisation_suspended:
        case Refusal::authorisation_not_started:
        case Refusal::granted_today_by_issuer:
        case Refusal::function_test_missing:
        case Refusal::live_and_blank_apart:
        case Refusal::kit_incomplete:
        case Refusal::course_missing:
            return false;
        default:
            return words_of(refusal).severity == Severity::hard;
    }
}

}  // namespace muster::core
