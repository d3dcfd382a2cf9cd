// SPDX-License-Identifier: MIT
#include "muster/core/entries/imports.hpp"

#include <algorithm>
#include <array>

#include "core/moves.hpp"
#include "core/rules.hpp"

namespace muster::core {
namespace {

Refused unknown(const std::string& id) {
    return refused(Refusal::code_unknown, id, {{"code", id}});
}

Refused changed_since(const Facts& facts, const std::string& subject) {
    return refused(Refusal::changed_since, subject, {{"subject", subject_words(facts, subject)}});
}

/// The number in an id that an entry created: 412 of `i-412`.
std::string created_by(const std::string& id) {
    return id.substr(std::min<std::size_t>(id.size(), 2));
}

void forget_codes(Changes& changes, const std::string& thing,
                  std::initializer_list<std::string> codes) {
    for (const std::string& code : codes)
        if (const std::string normal = normal_code(code); !normal.empty())
            changes.remove<Code>(normal + "|" + thing);
}

std::string model_name(const Facts& facts, const ModelId& id) {
    const auto model = facts.find<Model>(id.value);
    return model ? model->name : id.value;
}

void forget_holds(Changes& changes, const std::string& subject) {
    for (const Hold& hold : changes.all<Hold>(subject + "/")) {
        changes.remove<Hold>(hold.key);
        changes.remove<Placer>(hold.key);
    }
}

void forget_item(Changes& changes, const Item& item) {
    changes.remove<Held>(item.holder.value + "/" + item.key);
    forget_holds(changes, item.key);
    changes.remove<Unfit>(item.key);
    for (const OpenLine& open : changes.all<OpenLine>(item.holder.value + "/"))
        if (open.subject == item.key) changes.remove<OpenLine>(open.key);
    forget_codes(changes, item.key,
                 {item.tag, item.serial, model_name(changes, item.model) + "/" + item.serial});
    changes.remove<Item>(item.key);
}

void forget_batch(Changes& changes, const Batch& batch, const RegistrationReversed& body,
                  EntryNumber by) {
    if (body.quantity != 0)
        add_stock(changes, body.holder, StockId{batch.key}, -body.quantity, 0, by);
    forget_holds(changes, batch.key);
    forget_codes(changes, batch.key,
                 {batch.number, model_name(changes, batch.model) + "/" + batch.number});
    changes.remove<Batch>(batch.key);
}

// A record of the control room's log, as `registration_reversed` names it.
constexpr std::string_view of_deployment = "deployment ";

std::string deployment_key(const std::string& subject) {
    return subject.starts_with(of_deployment) ? normal_code(subject.substr(of_deployment.size()))
                                              : std::string{};
}

// What an import brought decides who may take it back, and every entry that does so is decided by
// its own rule. One of the three powers is always needed.
std::optional<Refused> refuse_undoing(const Facts& facts, const UserId& by) {
    for (const Power power : {Power::keep_officers, Power::authorise})
        if (!refuse_without(facts, by, power, true)) return std::nullopt;
    return refuse_without(facts, by, Power::keep_register, true);
}

constexpr std::string_view by_night = "nightly ";
constexpr std::string_view joint = " and ";
constexpr std::string_view of_sheet = " sheet ";

constexpr std::string_view only = " only";

// ` sheet Pistols` of `items sheet Pistols`: one sheet of a file is not the file.
std::string_view sheet_in(std::string_view what) {
    const auto at = what.find(of_sheet);
    return at == what.npos ? std::string_view{} : what.substr(at);
}

// ` items only` of `items only sheet Pistols`: nor is what a file has of one kind.
std::string kind_in(std::string_view what) {
    what.remove_suffix(sheet_in(what).size());
    return what.ends_with(only) ? " " + std::string{what} : std::string{};
}

/// The keys under which the file, what it has of that kind, and that sheet of it stand; the last is
/// the import's own.
std::array<std::string, 3> keys_of(const Imported& body) {
    const std::string what = body.what.value_or("");
    const std::string file = import_file_key(body.sha256, body.as_at);
    const std::string kind = file + kind_in(what);
    return {file, kind, kind + std::string{sheet_in(what)}};
}

// The kinds in `nightly officers and authorisations`.
std::vector<std::string> kinds_in(std::string_view what) {
    what.remove_suffix(sheet_in(what).size());
    if (what.ends_with(only)) what.remove_suffix(only.size());
    if (what.starts_with(by_night)) what.remove_prefix(by_night.size());
    std::vector<std::string> kinds;
    while (!what.empty()) {
        const std::size_t end = std::min(what.find(joint), what.size());
        kinds.emplace_back(what.substr(0, end));
        what.remove_prefix(std::min(end + joint.size(), what.size()));
    }
    return kinds;
}

// Nobody stands by at night: two people approve it beforehand, by a policy that names the folder.
bool lacks_standing_approval(const Facts& facts, std::string_view what) {
    if (!what.starts_with(by_night)) return false;
    for (const std::string& kind : kinds_in(what)) {
        const std::string folder = policy(facts, "nightly_import." + kind, "no");
        if (folder.empty() || folder == "no") return true;
    }
    return false;
}

constexpr std::array<std::string_view, 4> decisions{"authorised", "declined", "stood_down",
                                                    "self_deployed"};

}  // namespace

std::string import_file_key(const std::string& sha256, const std::optional<Date>& as_at) {
    return as_at ? sha256 + " " + text_of(*as_at) : sha256;
}

// The training records' export is the CFI's, the staff list is for whoever keeps officers. The rows
// are decided again, each by its own rule.
std::vector<Power> powers_to_import(std::string_view what) {
    std::vector<Power> powers;
    for (const std::string& kind : kinds_in(what))
        powers.push_back(kind == "authorisations" ? Power::authorise
                         : kind == "officers"     ? Power::keep_officers
                                                  : Power::keep_register);
    if (powers.empty()) powers.push_back(Power::keep_register);
    return powers;
}

Decision decide_one(const Imported& body, const Facts& facts, const Context& context) {
    const std::string what = body.what.value_or("");
    for (const Power power : powers_to_import(what))
        if (const auto no = refuse_without(facts, context.by, power, true)) return *no;
    if (lacks_standing_approval(facts, what))
        return refused(Refusal::approver_missing, context.by.value);
    if (const auto no = refuse_unapproved(facts, context.by, body.approver)) return *no;
    for (const std::string& key : keys_of(body))
        if (const auto before = facts.find<ImportFile>(key))
            return refused(Refusal::file_imported_before, body.sha256,
                           {{"entry", std::to_string(before->entry)}});
    return alone(body);
}

void apply_one(const Imported& body, const Entry& entry, Changes& changes) {
    changes.put(ImportFile{keys_of(body).back(), entry.number});
}

Decision decide_one(const ModelAliasAdded& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::keep_register, true)) return *no;
    if (!facts.row(Table::model, body.model.value)) return unknown(body.model.value);
    if (normal_code(body.alias).empty()) return unknown("an empty name");
    if (!things_called(facts, body.alias, {"model"}).empty())
        return refused(Refusal::name_taken, body.alias, {{"name", body.alias}});
    return alone(body);
}

void apply_one(const ModelAliasAdded& body, const Entry&, Changes& changes) {
    name_thing(changes, body.alias, body.model.value, "model");
}

Decision decide_one(const ImportUndone& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_undoing(facts, context.by)) return *no;
    if (const auto no = refuse_unapproved(facts, context.by, body.approver)) return *no;
    const auto files = facts.all<ImportFile>(body.sha256);
    if (std::none_of(files.begin(), files.end(),
                     [&](const ImportFile& file) { return file.entry == body.import; }))
        return refused(Refusal::import_unknown, "", {{"entry", std::to_string(body.import)}});
    return alone(body);
}

void apply_one(const ImportUndone& body, const Entry&, Changes& changes) {
    for (const ImportFile& file : changes.all<ImportFile>(body.sha256))
        if (file.entry == body.import) changes.remove<ImportFile>(file.key);
}

Decision decide_one(const RegistrationReversed& body, const Facts& facts, const Context& context) {
    // Who keeps officers takes them back, too.
    const bool of_people = facts.row(Table::officer, body.subject).has_value() &&
                           has_power(facts, context.by, Power::keep_officers);
    if (!of_people)
        if (const auto no = refuse_without(facts, context.by, Power::keep_register, true))
            return *no;
    RegistrationReversed whole = body;
    if (const auto item = facts.find<Item>(body.subject)) {
        if (std::to_string(item->moved) != created_by(item->key))
            return changed_since(facts, body.subject);
        whole.holder = item->holder;
        whole.quantity = 1;
    } else if (facts.row(Table::batch, body.subject)) {
        const Balance there = balance_of(facts, body.holder, StockId{body.subject});
        if (there.quantity != body.quantity) return changed_since(facts, body.subject);
    } else if (const auto officer = facts.find<Officer>(body.subject)) {
        bool holds_something = false;
        facts.rows(Table::open_line, officer->key + "/", [&](const Row&) {
            holds_something = true;
            return false;
        });
        if (holds_something) return changed_since(facts, body.subject);
        whole.holder = {};
        whole.quantity = 0;
    } else if (facts.row(Table::deployment, deployment_key(body.subject))) {
        whole.holder = {};
        whole.quantity = 0;
    } else {
        return unknown(body.subject);
    }
    return alone(std::move(whole));
}

void apply_one(const RegistrationReversed& body, const Entry& entry, Changes& changes) {
    if (const auto item = changes.find<Item>(body.subject)) {
        forget_item(changes, *item);
    } else if (const auto batch = changes.find<Batch>(body.subject)) {
        forget_batch(changes, *batch, body, entry.number);
    } else if (auto officer = changes.find<Officer>(body.subject)) {
        // People keep their row: entries name them.
        officer->active = false;
        changes.put(*officer);
        for (const Authorisation& held : changes.all<Authorisation>(officer->key + "/"))
            changes.remove<Authorisation>(held.key);
    } else if (const std::string key = deployment_key(body.subject); !key.empty()) {
        changes.remove<Deployment>(key);
    }
}

Decision decide_one(const DeploymentRecorded& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::keep_register, true)) return *no;
    if (normal_code(body.log).empty()) return unknown("an empty log number");
    if (std::find(decisions.begin(), decisions.end(), body.decision) == decisions.end())
        return unknown("decision " + body.decision);
    return alone(body);
}

void apply_one(const DeploymentRecorded& body, const Entry& entry, Changes& changes) {
    changes.put(Deployment{normal_code(body.log), body.log, body.started, body.ended, body.decision,
                           body.commander, body.level, body.reason, body.arv, body.discharge,
                           entry.number});
}

Decision decide_one(const MovementNoted& body, const Facts& facts, const Context& context) {
    if (const auto no = refuse_without(facts, context.by, Power::keep_register, true)) return *no;
    if (!body.officer.empty() && !facts.row(Table::officer, body.officer.value))
        return unknown(body.officer.value);
    if (body.quantity < 0)
        return refused(Refusal::quantity_not_positive, body.subject,
                       {{"subject", subject_words(facts, body.subject)}});
    return alone(body);
}

// What another system remembers changes nothing that is held today.
void apply_one(const MovementNoted&, const Entry&, Changes&) {}

}  // namespace muster::core
