// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/screens/listing_rows.hpp"
#include "app/screens/people_forms.hpp"
#include "muster/app/people.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/app/thing_list.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/policies.hpp"

/// The policies: what each is, what it may be, and how it stands.
namespace muster::app {
namespace {

const core::PolicyRule* rule_of(const std::string& name) {
    for (const core::PolicyRule& rule : core::policy_rules()) {
        const std::string_view known = rule.name;
        if (name == known || (known.ends_with(".") && name.starts_with(known))) return &rule;
    }
    return nullptr;
}

std::string taken_words(const core::PolicyRule& rule) {
    if (std::string_view{rule.sort} == "number")
        return "a whole number from 0 to " + std::to_string(rule.most);
    std::string words;
    for (const char* choice : rule.choices)
        words += (words.empty() ? "" : " or ") + std::string{choice};
    return words.empty() ? std::string{rule.sort} : words;
}

std::string meaning_of(const core::PolicyRule& rule) {
    return capital(rule.meaning);
}

// `second_person_at.issue` as `Second person at: issue`; the name is what the command line takes.
std::string policy_title(const std::string& name) {
    std::string title = capital(name);
    std::replace(title.begin(), title.end(), '_', ' ');
    const auto dot = title.find('.');
    if (dot == title.npos) return title;
    const std::string of = title.substr(dot + 1);
    return title.substr(0, dot) + (of.empty() ? ": one for each" : ": " + of);
}

bool may_set(const Desk& desk) {
    return desk.may(core::Power::administer) ||
           core::may_in_setup(desk.facts, desk.session->author.user);
}

// A family has one policy for each of many, like due_back_hours.training.
MovementForm policy_form(const Desk& desk, const std::string& name, const std::string& value) {
    MovementForm form;
    form.id = name.empty() ? "set_policy" : "change_policy";
    form.label = name.empty() ? "Set a policy..." : "Change...";
    form.title = name.empty() ? "Set a policy" : "Change: " + policy_title(name);
    form.words =
        "From then on the rules go by it; what was recorded before stays as it was decided then.";
    form.done = "Record the policy";
    form.may_be_late = false;
    MovementField which = required(
        text_field("policy", "Policy", "Of one that ends with a dot, with what it is for"));
    which.value = name;
    MovementField set = required(text_field("value", "Value"));
    set.value = value;
    if (const core::PolicyRule* rule = name.empty() ? nullptr : rule_of(name))
        set.hint = capital(taken_words(*rule));
    form.fields = {which, set};
    if (!core::may_in_setup(desk.facts, desk.session->author.user))
        add_person(form, "approver", "Who approves it (user name)");
    form.record = [session = desk.session](const FormAnswers& answers, Secrets& secrets) {
        return recorded("The policy is set",
                        set_policy(*session->ledger, session->author, answers.text("policy"),
                                   answers.text("value"), answers.given("approver"), secrets),
                        {answers.text("policy") + ": " + answers.text("value")});
    };
    return form;
}

}  // namespace

std::vector<MovementForm> settings_page_forms(const Desk& desk) {
    return may_set(desk) ? std::vector{policy_form(desk, "", "")} : std::vector<MovementForm>{};
}

core::Result<Dossier> policy_dossier(const Desk& desk, const std::string& id) {
    const std::string name = id.substr(id.find(' ') + 1);
    const core::PolicyRule* rule = rule_of(name);
    if (rule == nullptr) return core::refused(core::Refusal::code_unknown, id, {{"code", name}});
    const auto set = desk.facts.find<core::Setting>(name);
    Dossier dossier;
    dossier.id = id;
    dossier.title = policy_title(name);
    dossier.subtitle = "Policy";
    dossier.known = {{"name", "Name", name},
                     {"value", "Value", set ? set->value : "not set: the rules' own"},
                     {"since", "Set in", set ? "#" + grouped(set->since) : ""},
                     {"takes", "What it may be", capital(taken_words(*rule))},
                     {"meaning", "What it says", meaning_of(*rule)}};
    if (may_set(desk)) dossier.forms.push_back(policy_form(desk, name, set ? set->value : ""));
    return dossier;
}

ThingListUseCases settings_list(std::shared_ptr<Session> session) {
    ThingListUseCases use;
    use.id = "settings";
    use.spoken = "Policies";
    use.search_label = "Search policy or meaning";
    use.columns = {
        {"Policy", 32}, {"Value", 20}, {"Set in", 10}, {"What it says", 66}, {"Name", 30}};
    use.has_tones = false;
    use.sorted_by = 0;
    use.one = "policy";
    use.many = "policies";
    use.empty_words = "No policy has such words.";
    use.page = [session](const ThingAsk& ask) -> core::Result<ThingPage> {
        ThingPage page;
        const auto add = [&](const std::string& name, const std::string& value,
                             core::EntryNumber since, const core::PolicyRule& rule) {
            ThingRow row{"policy " + name,
                         Tone::plain,
                         {policy_title(name), value, since > 0 ? "#" + grouped(since) : "",
                          meaning_of(rule), name}};
            if (has_words(row, ask.text)) page.rows.push_back(std::move(row));
        };
        session->reading->read([&](storage::Transaction&, const core::Facts& facts) {
            for (const core::PolicyRule& rule : core::policy_rules())
                if (!facts.find<core::Setting>(rule.name)) add(rule.name, "", 0, rule);
            for (const core::Setting& each : facts.all<core::Setting>())
                if (const core::PolicyRule* rule = rule_of(each.key))
                    add(each.key, each.value, each.since, *rule);
        });
        return page;
    };
    return use;
}

}  // namespace muster::app
