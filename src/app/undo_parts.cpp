// SPDX-License-Identifier: MIT
#include "app/undo_parts.hpp"

#include <algorithm>

#include "muster/app/open_ledger.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/replay.hpp"
#include "muster/ledger/canonical.hpp"
#include "muster/storage/ledger_store.hpp"

namespace muster::app {
namespace {

core::PrivateText as_known(const core::PrivateText& text) {
    return {text.digest, {}};
}

std::optional<core::PrivateText> as_known(const std::optional<core::PrivateText>& text) {
    return text ? std::optional{as_known(*text)} : std::nullopt;
}

bool is_same(const core::Authorisation& one, const core::Authorisation& other) {
    return one.from == other.from && one.to == other.to && one.suspended == other.suspended &&
           one.source == other.source && one.as_at == other.as_at;
}

// No entry forgets a competence: it is left with a last day before its first, so that no day was
// ever covered by it.
core::AuthorisationGranted never_in_force(const core::Authorisation& held) {
    const core::Date first = std::min(held.from, held.as_at);
    return {held.officer, held.weapon_class, first,         core::Date{first.days - 1},
            held.source,  held.as_at,        held.suspended};
}

core::AuthorisationGranted granted_again(const core::Authorisation& before) {
    return {before.officer, before.weapon_class, before.from,     before.to,
            before.source,  before.as_at,        before.suspended};
}

}  // namespace

ReadLine read_line(core::EntryNumber number, const std::string& line) {
    auto read = ledger::read_canonical(line);
    auto* value = std::get_if<core::Value>(&read);
    std::vector<core::ShapeFault> faults;
    auto entry = value != nullptr ? core::read_entry(*value, faults) : std::nullopt;
    if (!entry)
        throw TamperError{"Entry " + std::to_string(number) +
                          " cannot be read. Run `musterctl ledger verify`."};
    return {std::move(*value), std::move(*entry)};
}

std::string deployment_subject(const std::string& log) {
    return "deployment " + core::normal_code(log);
}

void StoodBefore::note(const core::Entry& entry, const std::set<std::string>& created) {
    if (const auto* change = std::get_if<core::OfficerChanged>(&entry.body)) {
        if (created.contains(change->officer.value)) return;
        officers_.insert(change->officer.value);
        if (change->active) whole_.insert(change->officer.value);
    } else if (const auto* granted = std::get_if<core::AuthorisationGranted>(&entry.body)) {
        if (created.contains(granted->officer.value)) return;
        officers_.insert(granted->officer.value);
        keys_.insert(granted->officer.value + "/" + granted->weapon_class);
    } else if (const auto* stop = std::get_if<core::AuthorisationSuspended>(&entry.body)) {
        if (created.contains(stop->officer.value)) return;
        officers_.insert(stop->officer.value);
        if (stop->weapon_class)
            keys_.insert(stop->officer.value + "/" + *stop->weapon_class);
        else
            whole_.insert(stop->officer.value);
    } else if (const auto* deployment = std::get_if<core::DeploymentRecorded>(&entry.body)) {
        deployments_.insert(core::normal_code(deployment->log));
    }
}

bool StoodBefore::concerns(const core::Entry& earlier) const {
    const auto is_of = [&](const core::OfficerId& officer) {
        return officers_.contains(officer.value);
    };
    if (const auto* added = std::get_if<core::OfficerAdded>(&earlier.body))
        return is_of(added->officer);
    if (const auto* change = std::get_if<core::OfficerChanged>(&earlier.body))
        return is_of(change->officer);
    if (const auto* granted = std::get_if<core::AuthorisationGranted>(&earlier.body))
        return is_of(granted->officer);
    if (const auto* stop = std::get_if<core::AuthorisationSuspended>(&earlier.body))
        return is_of(stop->officer);
    if (const auto* deployment = std::get_if<core::DeploymentRecorded>(&earlier.body))
        return deployments_.contains(core::normal_code(deployment->log));
    const auto* back = std::get_if<core::RegistrationReversed>(&earlier.body);
    if (back == nullptr) return false;
    return officers_.contains(back->subject) ||
           std::any_of(deployments_.begin(), deployments_.end(), [&](const std::string& log) {
               return back->subject == deployment_subject(log);
           });
}

void StoodBefore::look_back(storage::Transaction& tx, core::EntryNumber import) {
    std::vector<core::Entry> earlier;
    for (const char* kind : {core::OfficerAdded::kind, core::OfficerChanged::kind,
                             core::AuthorisationGranted::kind, core::AuthorisationSuspended::kind,
                             core::RegistrationReversed::kind, core::DeploymentRecorded::kind})
        storage::each_of_kind(tx, kind, 1, [&](const storage::StoredEntry& stored) {
            if (stored.number >= import) return false;
            core::Entry entry = read_line(stored.number, stored.line).entry;
            if (concerns(entry)) earlier.push_back(std::move(entry));
            return true;
        });
    std::sort(earlier.begin(), earlier.end(),
              [](const auto& a, const auto& b) { return a.number < b.number; });
    for (const core::Entry& entry : earlier) core::apply_to(before_, entry);
}

std::vector<std::string> StoodBefore::changed_by(const core::Entry& later) const {
    std::vector<std::string> changed;
    const auto competence = [&](const core::OfficerId& officer, const std::string& weapon_class) {
        if (whole_.contains(officer.value) || keys_.contains(officer.value + "/" + weapon_class))
            changed.push_back(officer.value);
    };
    if (const auto* change = std::get_if<core::OfficerChanged>(&later.body)) {
        if (officers_.contains(change->officer.value)) changed.push_back(change->officer.value);
    } else if (const auto* granted = std::get_if<core::AuthorisationGranted>(&later.body)) {
        competence(granted->officer, granted->weapon_class);
    } else if (const auto* stop = std::get_if<core::AuthorisationSuspended>(&later.body)) {
        if (stop->weapon_class)
            competence(stop->officer, *stop->weapon_class);
        else if (officers_.contains(stop->officer.value))
            changed.push_back(stop->officer.value);
    } else if (const auto* back = std::get_if<core::RegistrationReversed>(&later.body)) {
        if (officers_.contains(back->subject)) changed.push_back(back->subject);
    } else if (const auto* deployment = std::get_if<core::DeploymentRecorded>(&later.body)) {
        if (deployments_.contains(core::normal_code(deployment->log)))
            changed.push_back(deployment_subject(deployment->log));
    }
    return changed;
}

std::vector<core::Body> StoodBefore::bodies(const core::Facts& now, core::Date today) const {
    std::vector<core::Body> bodies;
    for (const std::string& id : officers_) put_back_officer(now, id, today, bodies);
    for (const std::string& log : deployments_) {
        const auto before = before_.find<core::Deployment>(log);
        if (before)
            bodies.emplace_back(core::DeploymentRecorded{
                before->log, before->started, before->ended, before->decision,
                as_known(before->commander), before->level, as_known(before->reason), before->arv,
                before->discharge});
        else if (now.row(core::Table::deployment, log))
            bodies.emplace_back(core::RegistrationReversed{deployment_subject(log), {}, 0});
    }
    return bodies;
}

// Only who is at work can be granted something: who comes back does so first, who goes goes last.
void StoodBefore::put_back_officer(const core::Facts& now, const std::string& id, core::Date today,
                                   std::vector<core::Body>& bodies) const {
    const auto is = now.find<core::Officer>(id);
    const auto was = before_.find<core::Officer>(id);
    if (!is || !was) return;
    core::OfficerChanged change;
    change.officer.value = id;
    change.source = "undone import";
    change.as_at = today;
    if (is->name.digest != was->name.digest) change.name = as_known(was->name);
    if (is->rank != was->rank) change.rank = was->rank;
    if (is->unit != was->unit) change.unit = was->unit;
    if (is->active != was->active) change.active = was->active;
    const bool differs = change.name || change.rank || change.unit || change.active;
    if (differs && was->active) bodies.emplace_back(change);
    if (is->active || was->active) put_back_competences(now, id, bodies);
    if (differs && !was->active) bodies.emplace_back(change);
}

void StoodBefore::put_back_competences(const core::Facts& now, const std::string& id,
                                       std::vector<core::Body>& bodies) const {
    const auto concerns = [&](const std::string& key) {
        return whole_.contains(id) || keys_.contains(key);
    };
    for (const auto& was : before_.all<core::Authorisation>(id + "/")) {
        const auto is = now.find<core::Authorisation>(was.key);
        if (!concerns(was.key) || !is || is_same(*is, was)) continue;
        // A renewal ahead would go on from what is in force, which was not so before.
        if (is->from < was.from) bodies.emplace_back(never_in_force(*is));
        bodies.emplace_back(granted_again(was));
    }
    for (const auto& is : now.all<core::Authorisation>(id + "/"))
        if (concerns(is.key) && !before_.row(core::Table::authorisation, is.key))
            bodies.emplace_back(never_in_force(is));
}

}  // namespace muster::app
