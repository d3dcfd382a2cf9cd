// SPDX-License-Identifier: MIT
#include <set>

#include "app/import_parts.hpp"
#include "muster/core/entry.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/stock_facts.hpp"
#include "muster/ledger/canonical.hpp"
#include "muster/storage/ledger_store.hpp"

namespace muster::app {
namespace {

/// Reads one body of a ledger line; nothing where it is of another kind.
template <class Kind>
std::optional<Kind> body_of(const storage::StoredEntry& stored) {
    const auto read = ledger::read_canonical(stored.line);
    const auto* line = std::get_if<core::Value>(&read);
    std::vector<core::ShapeFault> faults;
    auto entry = line != nullptr ? core::read_entry(*line, faults) : std::nullopt;
    if (!entry) throw TamperError{"Entry " + std::to_string(stored.number) + " cannot be read."};
    auto* body = std::get_if<Kind>(&entry->body);
    return body != nullptr ? std::optional{std::move(*body)} : std::nullopt;
}

/// Collects what intake compares rows with.
class Knowing {
public:
    Knowing(storage::Transaction& tx, const core::Facts& facts) : tx_{tx}, facts_{facts} {}

    intake::KnownThings all() {
        for (const core::Location& place : facts_.all<core::Location>()) {
            places_[place.key] = place;
            known_.locations.push_back(place.name);
        }
        for (const core::Model& model : facts_.all<core::Model>()) models_[model.key] = model.name;
        know_models(tx_, facts_, known_);
        officers();
        items();
        batches();
        deployments();
        return std::move(known_);
    }

private:
    // A place and those around it, so that a register which names only the site still agrees.
    std::vector<std::string> names_of(const std::string& place) const {
        std::vector<std::string> names;
        for (auto at = places_.find(place); at != places_.end() && names.size() < 16;
             at = places_.find(at->second.parent.value))
            names.push_back(at->second.name);
        return names;
    }

    void officers() {
        const auto reversed = reversed_officers(tx_);
        std::map<std::string, std::vector<core::Authorisation>> held;
        for (core::Authorisation& one : facts_.all<core::Authorisation>())
            held[one.officer.value].push_back(std::move(one));
        for (const core::Officer& officer : facts_.all<core::Officer>()) {
            if (!officer.active && reversed.contains(officer.key)) continue;
            intake::KnownThings::Officer known;
            known.collar = facts_.disclosed(officer.collar.digest).value_or("");
            known.details = intake::KnownThings::OfficerDetails{
                facts_.disclosed(officer.name.digest).value_or(""), officer.rank, officer.unit,
                officer.active};
            for (const core::Authorisation& one : held[officer.key]) {
                known.suspended = known.suspended || one.suspended;
                known.authorisations.push_back({one.weapon_class, one.to, one.from});
            }
            collars_[officer.key] = known.collar;
            known_.officers.push_back(std::move(known));
        }
    }

    void items() {
        std::set<std::string> evidence;
        facts_.rows(core::Table::hold, "", [&](const core::Row& row) {
            const auto hold = core::fact_of<core::Hold>(row);
            if (hold.reason == "evidence") evidence.insert(hold.subject);
            return true;
        });
        facts_.rows(core::Table::item, "", [&](const core::Row& row) {
            const auto item = core::fact_of<core::Item>(row);
            intake::KnownThings::ItemDetails details;
            details.places = names_of(item.home.value);
            details.rack = item.position;
            details.location_status = item.location_status;
            details.condition_status = item.condition_status;
            if (const auto at = collars_.find(item.holder.value); at != collars_.end())
                details.issued_to = at->second;
            details.acquired = item.acquired;
            details.last_inspected = item.last_inspected;
            details.evidence_hold = evidence.contains(item.key);
            known_.items.push_back(
                {item.tag, models_[item.model.value], item.serial, std::move(details)});
            return true;
        });
    }

    void batches() {
        std::map<std::string, intake::KnownThings::BatchDetails> lying;
        facts_.rows(core::Table::balance, "", [&](const core::Row& row) {
            const auto balance = core::fact_of<core::Balance>(row);
            auto& details = lying[balance.stock.value];
            details.quantity += balance.quantity;
            details.sealed_boxes += balance.boxes;
            for (std::string& name : names_of(balance.holder.value))
                details.places.push_back(std::move(name));
            return true;
        });
        for (const core::Batch& batch : facts_.all<core::Batch>()) {
            auto details = lying[batch.key];
            details.expiry = batch.expiry;
            details.box_size = batch.box_size;
            details.use = batch.use;
            known_.batches.push_back(
                {models_[batch.model.value], batch.number, std::move(details)});
        }
    }

    void deployments() {
        const auto text = [&](const std::optional<core::PrivateText>& value) {
            return value ? facts_.disclosed(value->digest).value_or("") : std::string{};
        };
        for (const core::Deployment& one : facts_.all<core::Deployment>()) {
            intake::DeploymentRow row;
            row.log = one.log;
            row.started = one.started;
            row.ended = one.ended;
            row.decision = one.decision;
            row.commander = text(one.commander);
            row.level = one.level;
            row.reason = text(one.reason);
            row.arv = one.arv;
            row.discharge = one.discharge;
            known_.deployments.push_back({one.log, std::move(row)});
        }
    }

    storage::Transaction& tx_;
    const core::Facts& facts_;
    intake::KnownThings known_;
    std::map<std::string, core::Location> places_;
    std::map<std::string, std::string> models_;
    std::map<std::string, std::string> collars_;
};

}  // namespace

std::set<std::string> reversed_officers(storage::Transaction& tx) {
    std::set<std::string> reversed;
    storage::each_of_kind(tx, core::RegistrationReversed::kind, 1,
                          [&](const storage::StoredEntry& stored) {
                              if (stored.line.find(R"("subject":"o-)") == std::string::npos)
                                  return true;
                              if (const auto body = body_of<core::RegistrationReversed>(stored))
                                  reversed.insert(body->subject);
                              return true;
                          });
    return reversed;
}

// The entries have the names as people write them; the index of codes only as they compare.
void know_models(storage::Transaction& tx, const core::Facts& facts, intake::KnownThings& known) {
    std::map<std::string, std::string> names;
    for (const core::Model& model : facts.all<core::Model>()) {
        names[model.key] = model.name;
        known.models.push_back(model.name);
        if (model.tracking == "item" && model.authorisation != "other")
            known.model_classes[model.name] = model.authorisation;
    }
    storage::each_of_kind(tx, core::ModelAliasAdded::kind, 1,
                          [&](const storage::StoredEntry& stored) {
                              if (const auto learnt = body_of<core::ModelAliasAdded>(stored))
                                  known.model_aliases[learnt->alias] = names[learnt->model.value];
                              return true;
                          });
}

intake::KnownThings known_to(OpenLedger& ledger) {
    intake::KnownThings known;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        known = Knowing{tx, facts}.all();
    });
    return known;
}

}  // namespace muster::app
