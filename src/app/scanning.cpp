// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/basket.hpp"
#include "muster/app/counter.hpp"
#include "muster/app/sign_in.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/policies.hpp"
#include "muster/storage/lists.hpp"

namespace muster::app {
namespace {

constexpr std::size_t scan_length_max = 64;

// The characters of a label (DOMAIN §5), and & because makers' names hold it.
bool is_scannable(const std::string& code) {
    return !code.empty() && code.size() <= scan_length_max &&
           std::all_of(code.begin(), code.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == ' ' || c == '.' ||
                      c == '/' || c == '-' || c == '&';
           });
}

std::string competence_words(const core::Facts& facts, const core::Authorisation& held,
                             core::Date today, bool& in_force) {
    const auto reference = facts.find<core::Reference>("class/" + held.weapon_class);
    const std::string title = reference ? reference->title : held.weapon_class;
    in_force = !held.suspended && held.from <= today && today <= held.to;
    if (held.suspended) return title + ": suspended, see CFI";
    if (held.to < today) return title + ": ended " + core::people_text(held.to);
    if (today < held.from) return title + ": from " + core::people_text(held.from);
    return title + " to " + core::people_text(held.to);
}

}  // namespace

ScannedThing scan(OpenLedger& ledger, const std::string& code) {
    ScannedThing thing;
    const std::string normal = core::normal_code(code);
    if (!is_scannable(normal)) return thing;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        if (const auto officer = storage::officer_by_collar(tx, normal)) {
            thing = {ScannedThing::Sort::officer,
                     *officer,
                     core::officer_words(facts, *officer),
                     "",
                     {}};
            return;
        }
        auto found = core::things_called(facts, normal);
        std::erase_if(found, [&](const core::Code& named) {
            const auto model = facts.find<core::Model>(named.thing);
            return model && model->tracking != "counted";
        });
        if (found.empty()) {
            constexpr std::size_t choices_max = 20;
            for (const std::string& item : core::items_ending(facts, normal, choices_max))
                thing.choices.push_back(core::item_words(facts, item));
            if (!thing.choices.empty()) thing.sort = ScannedThing::Sort::several;
            return;
        }
        if (found.size() > 1) {
            thing.sort = ScannedThing::Sort::several;
            for (const core::Code& named : found)
                thing.choices.push_back(core::subject_words(facts, named.thing));
            return;
        }
        thing.id = found.front().thing;
        thing.words = core::subject_words(facts, thing.id);
        const char letter = thing.id.front();
        thing.sort = letter == 'i'   ? ScannedThing::Sort::item
                     : letter == 'l' ? ScannedThing::Sort::location
                     : letter == 'k' ? ScannedThing::Sort::kit
                                     : ScannedThing::Sort::stock;
        if (const auto item = facts.find<core::Item>(thing.id)) thing.holder = item->holder.value;
        if (const auto batch = facts.find<core::Batch>(thing.id)) thing.box_size = batch->box_size;
    });
    return thing;
}

namespace {

OfficerCard::Held held_of(const core::Facts& facts, const core::OpenLine& line) {
    OfficerCard::Held held{line.subject, core::subject_words(facts, line.subject), line.quantity,
                           line.issue, "stock"};
    held.is_training = line.purpose == "training";
    if (const auto item = facts.find<core::Item>(line.subject)) {
        held.sort = "item";
        const auto model = facts.find<core::Model>(item->model.value);
        held.is_weapon = model && !model->authorisation.empty();
        return held;
    }
    const auto batch = facts.find<core::Batch>(line.subject);
    const auto model = facts.find<core::Model>(batch ? batch->model.value : line.subject);
    held.asks_attendees =
        held.is_training && core::policy(facts, "training_consumption", "no") == "yes";
    held.asks_download = model && core::policy_names(facts, "download_categories", model->category);
    return held;
}

}  // namespace

core::Result<OfficerCard> officer_card(OpenLedger& ledger, const std::string& collar) {
    auto found = officer_with_collar(ledger, collar);
    if (!found) return std::move(found).error();
    OfficerCard card;
    card.officer = found.value();
    card.collar = collar;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        const auto officer = *facts.find<core::Officer>(card.officer.value);
        card.words = core::officer_words(facts, officer.key) + " " +
                     facts.disclosed(officer.name.digest).value_or("");
        for (const core::OpenLine& line : facts.all<core::OpenLine>(officer.key + "/"))
            card.held.push_back(held_of(facts, line));
        const core::Date today = core::uk_date(ledger.now());
        for (const core::Authorisation& held : facts.all<core::Authorisation>(officer.key + "/")) {
            OfficerCard::Competence competence{held.weapon_class, "", false};
            competence.words = competence_words(facts, held, today, competence.in_force);
            card.competences.push_back(std::move(competence));
        }
    });
    return card;
}

}  // namespace muster::app
