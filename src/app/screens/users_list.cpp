// SPDX-License-Identifier: MIT
#include "app/screens/listing_rows.hpp"
#include "app/screens/people_forms.hpp"
#include "app/screens/written_table.hpp"
#include "muster/app/listing.hpp"
#include "muster/app/people.hpp"
#include "muster/app/sign_in.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/app/thing_list.hpp"
#include "muster/core/codes.hpp"

/// Accounts, their roles, and secrets that are set anew.
namespace muster::app {
namespace {

using Object = core::Value::Object;

MovementForm account_form(const char* id, const char* label, std::string title, const char* words,
                          const char* done) {
    MovementForm form;
    form.id = id;
    form.label = label;
    form.title = std::move(title);
    form.words = words;
    form.done = done;
    form.may_be_late = false;
    return form;
}

// The owner of a secret is named by a field, and `before` stands before their name.
void add_new_secret(MovementForm& form, const std::string& owner, const std::string& label,
                    const std::string& before) {
    MovementField secret{owner + "_secret", label, MovementField::Sort::secret};
    secret.whose = owner;
    secret.detail = before;
    form.fields.push_back(std::move(secret));
}

// During set-up one person does alone what later takes two.
void add_approver(const Desk& desk, MovementForm& form) {
    if (!core::may_in_setup(desk.facts, desk.session->author.user))
        add_person(form, "approver", "Who approves it (user name)",
                   "A second person who may approve; not whom it is about");
}

std::vector<Choice> roles() {
    std::vector<Choice> choices;
    for (const core::RolePowers& each : core::role_powers())
        choices.push_back({each.role, each.title});
    return choices;
}

std::string role_title(const std::string& code) {
    for (const core::RolePowers& each : core::role_powers())
        if (code == each.role) return each.title;
    return code;
}

std::string roles_of(const core::Facts& facts, const std::string& user) {
    std::string words;
    for (const core::Role& role : facts.all<core::Role>(user + "/"))
        words += (words.empty() ? "" : ", ") + role_title(role.role);
    return words.empty() ? "none" : words;
}

MovementField name_field(const char* label, const std::string& name) {
    MovementField field = required(text_field("name", label));
    field.value = name;
    return field;
}

MovementForm new_user_form(const Desk& desk) {
    MovementForm form = account_form("new_user", "New user...", "Create an account",
                                     "Whoever signs in with it types the first password here "
                                     "themselves.",
                                     "Create the account");
    form.fields.push_back(name_field("Name to sign in with", ""));
    add_new_secret(form, "name", "Their password", "");
    MovementField role = optional(choice_field("role", "Role", roles()));
    role.hint = "More roles are granted on the account's own page";
    form.fields.push_back(role);
    form.fields.push_back(
        text_field("collar", "Collar number", "Where the account is an officer's own"));
    add_approver(desk, form);
    form.record = [session = desk.session](const FormAnswers& answers, Secrets& secrets) {
        std::vector<std::string> granted;
        if (const auto first = answers.given("role")) granted.push_back(*first);
        return recorded("Account created",
                        add_user(*session->ledger, session->author, answers.text("name"), granted,
                                 answers.given("approver"), secrets, answers.given("collar")),
                        {answers.text("name")});
    };
    return form;
}

MovementForm grant_form(const Desk& desk, const std::string& name) {
    MovementForm form = account_form("grant_role", "Grant a role...", "Grant a role to " + name,
                                     "Roles that issue, witness, count, override or approve take "
                                     "two people.",
                                     "Grant the role");
    form.fields.push_back(choice_field("role", "Role", roles()));
    add_approver(desk, form);
    form.record = [session = desk.session, name](const FormAnswers& answers, Secrets& secrets) {
        return recorded("Role granted",
                        grant_role(*session->ledger, session->author, name, answers.text("role"),
                                   answers.given("approver"), secrets),
                        {name + ": " + role_title(answers.text("role"))});
    };
    return form;
}

MovementForm withdraw_form(const Desk& desk, const std::string& user, const std::string& name) {
    MovementForm form = account_form("withdraw_user", "Withdraw...", "Withdraw from " + name,
                                     "An account is never deleted: what it recorded stays under "
                                     "its name.",
                                     "Record that it is withdrawn");
    std::vector<Choice> what;
    for (const core::Role& role : desk.facts.all<core::Role>(user + "/"))
        what.push_back({role.role, role_title(role.role)});
    what.push_back({"account", "The whole account"});
    form.fields.push_back(choice_field("what", "What is withdrawn", std::move(what)));
    form.record = [session = desk.session, name](const FormAnswers& answers, Secrets&) {
        const std::string chosen = answers.text("what");
        return recorded("Withdrawn",
                        withdraw(*session->ledger, session->author, name,
                                 chosen == "account" ? std::nullopt : std::optional{chosen}),
                        {name});
    };
    return form;
}

MovementForm password_form(const Desk& desk, const std::string& name) {
    const bool own = name == desk.session->user_name;
    MovementForm form =
        account_form("set_password", "New password...", "A new password of " + name,
                     "It also unlocks an account whose password was mistyped too often. Whose it "
                     "is types it here themselves.",
                     "Set the password");
    form.fields.push_back(name_field("User name", name));
    if (own) {
        MovementField present{"present_secret", "Your present password",
                              MovementField::Sort::secret};
        present.whose = "name";
        form.fields.push_back(std::move(present));
    }
    add_new_secret(form, "name", "The new password", "new:");
    if (!own) add_approver(desk, form);
    form.record = [session = desk.session, name](const FormAnswers& answers, Secrets& secrets) {
        if (answers.text("name") != name)
            throw UsageError{"This form is for " + name + ". Open the other account's own page."};
        return recorded("Password set",
                        change_password(*session->ledger, session->author, name,
                                        answers.given("approver"), secrets),
                        {name});
    };
    return form;
}

ThingRow user_row(const core::Facts& facts, const Object& row) {
    const std::string user = text_of(row, "user");
    const bool active = truth_of(row, "active");
    return {user,
            active ? Tone::plain : Tone::stop,
            {active ? "In use" : "Withdrawn", text_of(row, "name"), roles_of(facts, user)}};
}

}  // namespace

bool may_set_pins(const Desk& desk) {
    return desk.may(core::Power::keep_officers) || desk.may(core::Power::administer) ||
           core::may_in_setup(desk.facts, desk.session->author.user);
}

MovementForm pin_form(const Desk& desk, const std::string& collar, const std::string& who) {
    MovementForm form =
        account_form("set_pin", "New PIN...", "A new PIN of " + who,
                     "It also unlocks a PIN that was mistyped too often, which takes two people. "
                     "The officer types it here themselves: six digits or more, none repeated.",
                     "Set the PIN");
    MovementField officer = required(text_field("officer", "Officer (collar number)"));
    officer.sort = MovementField::Sort::officer;
    officer.value = collar;
    form.fields.push_back(officer);
    add_new_secret(form, "officer", "The new PIN", "officer:");
    add_approver(desk, form);
    form.record = [session = desk.session](const FormAnswers& answers, Secrets& secrets) {
        return recorded("PIN set",
                        set_pin(*session->ledger, session->author, answers.text("officer"),
                                answers.given("approver"), secrets),
                        {});
    };
    return form;
}

std::vector<MovementForm> users_page_forms(const Desk& desk) {
    const bool may = desk.may(core::Power::administer) ||
                     core::may_in_setup(desk.facts, desk.session->author.user);
    return may ? std::vector{new_user_form(desk)} : std::vector<MovementForm>{};
}

core::Result<Dossier> user_dossier(const Desk& desk, const std::string& id) {
    const auto user = desk.facts.find<core::User>(id);
    if (!user) return core::refused(core::Refusal::code_unknown, id, {{"code", id}});
    const std::string name = desk.facts.disclosed(user->name.digest).value_or("");
    Dossier dossier;
    dossier.id = id;
    dossier.title = name.empty() ? id : name;
    dossier.subtitle = "Account";
    dossier.known = {
        {"state", "State", user->active ? "In use" : "Withdrawn",
         user->active ? Tone::plain : Tone::stop},
        {"added-by", "Created by", core::user_words(desk.facts, user->added_by.value)}};
    auto table = std::make_shared<WrittenTable>(
        std::vector<TableColumn>{{"Role", 36}, {"Granted in", 14}}, false);
    DossierTable held{"roles", "Roles", "No role: the account may only read.", table, {}};
    std::vector<WrittenTable::Row> rows;
    for (const core::Role& role : desk.facts.all<core::Role>(id + "/")) {
        rows.push_back({Tone::plain, {role_title(role.role), "#" + grouped(role.since)}});
        held.keys.emplace_back();
    }
    table->set(std::move(rows));
    dossier.tables.push_back(std::move(held));
    if (name.empty() || !user->active) return dossier;
    const bool may = desk.may(core::Power::administer) ||
                     core::may_in_setup(desk.facts, desk.session->author.user);
    if (may) {
        dossier.forms.push_back(grant_form(desk, name));
        dossier.forms.push_back(withdraw_form(desk, id, name));
    }
    if (may || name == desk.session->user_name) dossier.forms.push_back(password_form(desk, name));
    return dossier;
}

ThingListUseCases users_list(std::shared_ptr<Session> session) {
    ThingListUseCases use;
    use.id = "users";
    use.spoken = "Users";
    use.search_label = "Search name or role";
    use.columns = {{"State", 12}, {"Name", 26}, {"Roles", 70}};
    use.has_tones = true;
    use.sorted_by = 1;
    use.one = "account";
    use.many = "accounts";
    use.empty_words = "No account. Create the first with the button below.";
    use.next_words = "&More";
    use.previous_words = "Bac&k to those before";
    use.page = [session](const ThingAsk& ask) -> core::Result<ThingPage> {
        ListRequest request;
        request.after = ask.after;
        request.limit = ask.limit;
        request.viewer = session->author.user;
        const auto listing = users(*session->reading, request);
        if (!listing) return listing.error();
        ThingPage page;
        page.next = listing.value().next;
        session->reading->read([&](storage::Transaction&, const core::Facts& facts) {
            for (const core::Value& value : listing.value().rows)
                if (ThingRow row = user_row(facts, *value.object()); has_words(row, ask.text))
                    page.rows.push_back(std::move(row));
        });
        return page;
    };
    return use;
}

}  // namespace muster::app
