// SPDX-License-Identifier: MIT
#include <algorithm>

#include "cli/command.hpp"

namespace muster::cli {
namespace {

constexpr Option approver{"approver", "USER", "who approves; they give their own secret"};

core::Date date_option(const Words& words, const char* name) {
    const std::string text = words.need(name);
    const auto date = core::date_of(text);
    if (!date)
        throw app::UsageError{std::string{"--"} + name + " takes a date as 2026-03-01, not " +
                              text};
    return *date;
}

// A word that people say for a role.
std::string role_called(const std::string& asked) {
    return asked == "manager" ? "armoury_manager" : asked;
}

Outcome user_add(Run& run) {
    const std::string name = run.words.word(0, "the user's NAME");
    std::vector<std::string> roles = run.words.all("role");
    std::transform(roles.begin(), roles.end(), roles.begin(), role_called);
    Outcome outcome =
        recorded(app::add_user(*run.ledger, run.author, name, roles, run.words.get("approver"),
                               run.secrets, run.words.get("officer")),
                 "User " + name + " was added.");
    if (!outcome.refused)
        for (const std::string& role : roles)
            outcome.text.push_back(name + " is now " + role + ".");
    return outcome;
}

Outcome user_grant(Run& run) {
    const std::string name = run.words.word(0, "the user's NAME");
    std::vector<std::string> roles = run.words.all("role");
    if (roles.empty()) roles.push_back(run.words.word(1, "a ROLE"));
    Outcome outcome;
    for (const std::string& asked : roles) {
        const std::string role = role_called(asked);
        auto granted = app::grant_role(*run.ledger, run.author, name, role,
                                       run.words.get("approver"), run.secrets);
        if (!granted) return refusal(granted.error());
        put_receipt(outcome, granted.value());
        outcome.text.push_back(name + " is now " + role + ". Entry " +
                               std::to_string(granted.value().entries.front()) + ".");
    }
    return outcome;
}

Outcome user_withdraw(Run& run) {
    const std::string name = run.words.word(0, "the user's NAME");
    const auto role = run.words.get("role");
    return recorded(
        app::withdraw(*run.ledger, run.author, name, role),
        role ? name + " is no longer " + *role + "." : "The account of " + name + " is withdrawn.");
}

Outcome user_passwd(Run& run) {
    const std::string name = run.words.word(0, "the user's NAME");
    return recorded(
        app::change_password(*run.ledger, run.author, name, run.words.get("approver"), run.secrets),
        "The password of " + name + " was changed.");
}

Outcome officer_add(Run& run) {
    const app::NewOfficer officer{run.words.word(0, "the COLLAR number"), run.words.need("name"),
                                  run.words.get("rank").value_or("pc"),
                                  run.words.get("unit").value_or("")};
    return recorded(app::add_officer(*run.ledger, run.author, officer),
                    "Officer " + officer.collar + " was added.");
}

Outcome officer_pin(Run& run) {
    const std::string collar = run.words.word(0, "the COLLAR number");
    return recorded(
        app::set_pin(*run.ledger, run.author, collar, run.words.get("approver"), run.secrets),
        "The PIN of " + collar + " was set.");
}

Outcome officer_authorise(Run& run) {
    app::NewAuthorisation wanted;
    wanted.collar = run.words.word(0, "the COLLAR number");
    wanted.weapon_class = run.words.need("class");
    wanted.to = date_option(run.words, "to");
    if (run.words.has("from")) wanted.from = date_option(run.words, "from");
    if (const auto source = run.words.get("source")) wanted.source = *source;
    return recorded(app::authorise(*run.ledger, run.author, wanted),
                    wanted.collar + " is authorised in " + wanted.weapon_class + " to " +
                        core::people_text(wanted.to) + ".");
}

Outcome officer_suspend(Run& run) {
    const std::string collar = run.words.word(0, "the COLLAR number");
    return recorded(app::suspend(*run.ledger, run.author, collar, run.words.get("class"),
                                 run.words.need("reason")),
                    "The authorisation of " + collar + " is suspended.");
}

Outcome policy_set(Run& run) {
    const std::string name = run.words.word(0, "the policy's NAME");
    const std::string value = run.words.word(1, "its VALUE");
    return recorded(app::set_policy(*run.ledger, run.author, name, value, run.words.get("approver"),
                                    run.secrets),
                    "Policy " + name + " is " + value + ".");
}

Outcome location_set(Run& run) {
    const std::string name = run.words.word(0, "the location's NAME");
    return recorded(
        app::add_location(*run.ledger, run.author, name, run.words.get("sort").value_or("rack"),
                          run.words.get("parent")),
        "Location " + name + " was added.");
}

Outcome model_set(Run& run) {
    const core::ModelAdded model{run.words.get("make").value_or(""),
                                 run.words.word(0, "the model's NAME"),
                                 run.words.need("category"),
                                 run.words.get("calibre").value_or(""),
                                 "item",
                                 ""};
    return recorded(app::add_model(*run.ledger, run.author, model),
                    "Model " + model.name + " was added.");
}

Outcome reference_set(Run& run) {
    core::ReferenceSet set{run.words.word(0, "the LIST"),
                           run.words.word(1, "the CODE"),
                           run.words.need("title"),
                           {},
                           {},
                           {}};
    set.tracking = run.words.get("tracking");
    set.authorisation = run.words.get("class");
    return recorded(
        app::set_reference(*run.ledger, run.author, set, run.words.get("approver"), run.secrets),
        set.list + " " + set.code + " is set.");
}

}  // namespace

std::vector<Command> people_commands() {
    return {
        {"user add",
         "NAME",
         "Create an account; its password is the secret of NAME",
         Needs::commit,
         {{"role", "ROLE", "grant this role too", true},
          {"officer", "COLLAR", "the officer whose own account it is"},
          approver},
         user_add},
        {"user grant",
         "NAME [ROLE]",
         "Grant a role",
         Needs::commit,
         {{"role", "ROLE", "the role", true}, approver},
         user_grant},
        {"user withdraw",
         "NAME",
         "Withdraw a role, or the whole account",
         Needs::commit,
         {{"role", "ROLE", "only this role"}},
         user_withdraw},
        {"user passwd",
         "NAME",
         "Change a password; the new one is the secret new:NAME",
         Needs::commit,
         {approver},
         user_passwd},
        {"officer add",
         "COLLAR",
         "Record an officer who may draw",
         Needs::commit,
         {{"name", "NAME", "the officer's name"},
          {"rank", "CODE", "rank, as in the list rank"},
          {"unit", "UNIT", "unit"}},
         officer_add},
        {"officer pin",
         "COLLAR",
         "Set an officer's PIN, the secret officer:COLLAR",
         Needs::commit,
         {approver},
         officer_pin},
        {"officer authorise",
         "COLLAR",
         "Grant, renew or restore an authorisation",
         Needs::commit,
         {{"class", "CLASS", "class of weapon"},
          {"from", "DATE", "first day; today where absent"},
          {"to", "DATE", "last day"},
          {"source", "WORDS", "who says so"}},
         officer_authorise},
        {"officer suspend",
         "COLLAR",
         "Suspend an authorisation, or all of them",
         Needs::commit,
         {{"class", "CLASS", "only this class"}, {"reason", "WORDS", "why; only the CFI sees it"}},
         officer_suspend},
    };
}

std::vector<Command> reference_commands() {
    return {
        {"policy set", "NAME VALUE", "Set a policy", Needs::commit, {approver}, policy_set},
        {"location set",
         "NAME",
         "Add a location",
         Needs::commit,
         {{"sort", "SORT", "rack, safe, bench, vehicle_safe …"},
          {"parent", "LOCATION", "the location it is part of"}},
         location_set},
        {"model set",
         "NAME",
         "Add a model to the catalogue",
         Needs::commit,
         {{"category", "CODE", "as in the list category"},
          {"make", "MAKE", "who makes it"},
          {"calibre", "CALIBRE", "as marked"}},
         model_set},
        {"reference set",
         "LIST CODE",
         "Add or change a code of a reference list",
         Needs::commit,
         {{"title", "WORDS", "its words"},
          {"tracking", "WORD", "of a category: item, batch or counted"},
          {"class", "CLASS", "of a category: the class an officer needs"},
          approver},
         reference_set},
    };
}

}  // namespace muster::cli
