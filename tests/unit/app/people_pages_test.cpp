// SPDX-License-Identifier: MIT
#include "muster/app/counter.hpp"
#include "muster/app/counts.hpp"
#include "muster/app/sign_in.hpp"
#include "muster/app/thing_list.hpp"
#include "muster/core/case_facts.hpp"
#include "unit/app/desk_stage.hpp"

using namespace muster;
using namespace muster::app;
using app::testing::DeskStage;
using app::testing::Page;

namespace {

std::string row_of(ThingList& list, const std::string& word) {
    for (std::int64_t row = 0; row < list.row_count(); ++row) {
        std::string words;
        bool found = false;
        for (std::size_t at = 0; at < list.columns().size(); ++at) {
            words += list.cell(row, at) + "|";
            found = found || list.cell(row, at) == word;
        }
        if (found) return words;
    }
    return {};
}

}  // namespace

TEST_CASE("users page: an account is made by two people, granted a role, and withdrawn") {
    DeskStage stage;
    Page list{stage, "admin", "users"};
    list.screen.refresh();
    CHECK(list.list_actions() == std::vector<std::string>{"new_user"});
    list.begin_from_list("new_user");
    list.record({{"name", "newcomer"}, {"role", "armourer"}});
    CHECK(list.problem("approver") == "This is needed.");
    CHECK(list.recorded({{"name", "newcomer"}, {"role", "armourer"}, {"approver", "manager"}}) ==
          "Account created; newcomer");
    ThingList users{users_list(stage.sign_in_as("admin"))};
    CHECK(row_of(users, "newcomer") == "In use|newcomer|Armourer|");
    CHECK(row_of(users, "outsider") == "In use|outsider|Counter (outsider)|");
    users.search("newcomer");
    REQUIRE(users.row_count() == 1);
    Page page{stage, "admin", "users"};
    page.screen.open(users.key_of(0));
    CHECK(page.actions() ==
          std::vector<std::string>{"grant_role", "withdraw_user", "set_password"});
    page.begin("grant_role");
    page.recorded({{"role", "counter"}, {"approver", "manager"}});
    CHECK(page.table("roles").table->row_count() == 2);
    page.begin("set_password");
    page.recorded({{"name", "newcomer"}, {"approver", "manager"}});
    page.begin("withdraw_user");
    page.recorded({{"what", "account"}});
    CHECK(page.known("state") == "Withdrawn");
    CHECK(page.actions().empty());
}

TEST_CASE("users page: whoever does not administer reads it, and changes only their own password") {
    DeskStage stage;
    Page list{stage, "armourer", "users"};
    list.screen.refresh();
    CHECK(list.list_actions().empty());
    ThingList users{users_list(stage.sign_in_as("armourer"))};
    users.search("manager");
    REQUIRE(users.row_count() >= 1);
    Page page{stage, "armourer", "users"};
    const auto open = [&](const std::string& name) {
        for (std::size_t row = 0; row < static_cast<std::size_t>(users.row_count()); ++row)
            if (users.cell(static_cast<std::int64_t>(row), 1) == name)
                return page.screen.open(users.key_of(row));
        FAIL(name);
    };
    open("manager");
    CHECK(page.actions().empty());
    users.search("armourer");
    open("armourer");
    REQUIRE(page.actions() == std::vector<std::string>{"set_password"});
    // An open window is not its user.
    page.begin("set_password");
    page.screen.form().record(
        {{"present_secret", "not what it is"}, {"name_secret", "another long secret"}});
    stage.background.go_on();
    CHECK_FALSE(page.screen.form().state().receipt);
    CHECK_FALSE(page.problem("present_secret").empty());
    CHECK(page.recorded({{"name", "armourer"}}) == "Password set; armourer");
    const OpenSession sign_in =
        open_session({core::instant_of("2026-03-02T08:05:00.000Z"), std::nullopt});
    const auto with = [&](const std::string& password) {
        return sign_in(
            {stage.folder() + "/a.db", "armourer", password, stage.secrets.secret("ledger")});
    };
    CHECK_FALSE(with("armourer has a long secret"));
    CHECK(with("new:armourer has a long secret"));
}

TEST_CASE("settings page: every policy is listed, and changed by two people") {
    DeskStage stage;
    ThingList settings{settings_list(stage.sign_in_as("admin"))};
    CHECK(settings.row_count() > 20);
    CHECK(row_of(settings, "second_person_at_issue").find("needs a second person") !=
          std::string::npos);
    Page page{stage, "admin", "settings"};
    page.screen.open("policy urgent_issue");
    CHECK(page.known("takes") == "Yes or no");
    page.begin("change_policy");
    page.record({{"value", "maybe"}, {"approver", "manager"}});
    CHECK_FALSE(page.screen.form().state().receipt);
    page.recorded({{"value", "yes"}, {"approver", "manager"}});
    CHECK(page.known("value") == "yes");
    Page reader{stage, "armourer", "settings"};
    reader.screen.open("policy urgent_issue");
    CHECK(reader.actions().empty());
}

TEST_CASE("officer page: a new PIN takes two people, and unlocks it") {
    DeskStage stage;
    Page page{stage, "cfi"};
    page.open("1001");
    page.begin("set_pin");
    page.record({{"officer", "1001"}});
    CHECK(page.problem("approver") == "This is needed.");
    // Five wrong ones lock it, and then the right one does not open it either.
    const auto session = stage.sign_in_as("armourer");
    const std::string officer = DeskStage::id_of(*session, "1001");
    const auto refusal_of = [&](const std::string& pin) -> std::optional<core::Refusal> {
        const auto checked = check_secret_of(*session->ledger, officer, "1001", pin);
        return checked ? std::nullopt : std::optional{checked.error().lines.front().refusal};
    };
    CHECK_FALSE(refusal_of("271828"));
    for (int tries = 0; tries < 5; ++tries) CHECK(refusal_of("999999"));
    CHECK(refusal_of("271828") == core::Refusal::secret_locked);
    CHECK(page.recorded({{"officer", "1001"}, {"approver", "manager"}}) == "PIN set");
    CHECK_FALSE(refusal_of("271828"));
    Page armourer{stage, "armourer"};
    armourer.open("1001");
    CHECK_FALSE(armourer.offers("set_pin"));
}

TEST_CASE("today: what there is to do leads to its page, and the duty is taken over by two") {
    DeskStage stage;
    ThingList today{today_list(stage.sign_in_as("armourer"))};
    REQUIRE(today.row_count() > 8);
    CHECK(row_of(today, "Out now").ends_with("Officers|"));
    CHECK(row_of(today, "Overdue").find("|Nothing to do|What is due|") != std::string::npos);
    CHECK(today.key_of(0) == "page Officers");
    CHECK(row_of(today, "Who has the duty").find("Nobody has taken it over") != std::string::npos);
    Page page{stage, "relief", "today"};
    page.screen.refresh();
    page.begin_from_list("take_over_duty");
    page.recorded({{"from", "armourer"}, {"own", "relief"}});
    ThingList after{today_list(stage.sign_in_as("armourer"))};
    CHECK(row_of(after, "Who has the duty").find("relief") != std::string::npos);
    // Whoever does not have it cannot give it away.
    Page second{stage, "relief", "today"};
    second.screen.refresh();
    second.begin_from_list("take_over_duty");
    second.record({{"from", "supervisor"}, {"own", "relief"}});
    CHECK_FALSE(second.screen.form().state().receipt);
    // Who went without leaves it to be taken alone, with a reason.
    Page alone{stage, "armourer", "today"};
    alone.screen.refresh();
    alone.begin_from_list("take_over_alone");
    alone.record({{"reason", " "}});
    CHECK_FALSE(alone.screen.form().state().receipt);
    CHECK(alone.recorded({{"reason", "gone home sick"}}).starts_with("Duty taken over alone"));
    ThingList then{today_list(stage.sign_in_as("armourer"))};
    CHECK(row_of(then, "Who has the duty").find(": armourer|") != std::string::npos);
}

TEST_CASE("today: the emergency lists are saved from there, and whoever counts blind gets none") {
    DeskStage stage;
    Page page{stage, "armourer", "today"};
    REQUIRE(page.screen.state().list_papers.size() == 1);
    const std::string out = stage.folder() + "/emergency.pdf";
    page.screen.save_list_paper(0, out);
    CHECK(page.screen.state().notice.words.find("blank pages") != std::string::npos);
    CHECK(std::filesystem::file_size(out) > 1'000);
    {
        const auto manager = stage.sign_in_as("manager");
        CountPlan plan;
        plan.locations = {"HQ Armoury"};
        plan.counter_a = "armourer";
        plan.counter_b = "outsider";
        DeskStage::require(start_count(*manager->ledger, manager->author, plan, stage.everybodys));
    }
    page.screen.save_list_paper(0, stage.folder() + "/hidden.pdf");
    CHECK(page.screen.state().notice.tone == Tone::stop);
    CHECK_FALSE(std::filesystem::exists(stage.folder() + "/hidden.pdf"));
}

TEST_CASE("overrides page: which stop, by whom, why, newest first") {
    DeskStage stage;
    ThingList none{overrides_list(stage.sign_in_as("auditor"))};
    CHECK(none.row_count() == 0);
    {
        const auto session = stage.sign_in_as("armourer");
        IssueRequest request;
        request.collar = "1005";
        request.items = {"C-1"};
        request.second = "relief";
        request.overridden_by = "supervisor";
        request.override_reason = "two rifles for the range";
        DeskStage::require(issue(*session->ledger, session->author, request, stage.everybodys));
    }
    ThingList list{overrides_list(stage.sign_in_as("auditor"))};
    REQUIRE(list.row_count() == 1);
    CHECK(list.cell(0, 0) == "Overridden");
    CHECK(list.cell(0, 4) == "supervisor");
    CHECK(list.cell(0, 5) == "two rifles for the range");
    list.search("nothing like it");
    CHECK(list.row_count() == 0);
}
