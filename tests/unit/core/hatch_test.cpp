// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "muster/core/held_too_long.hpp"
#include "muster/core/issue_warnings.hpp"
#include "muster/core/kits.hpp"
#include "unit/core/hatch.hpp"

using namespace muster::testing;

namespace {

using Desk = StockedArmoury;

template <class T>
T body_at(const Desk& desk, EntryNumber number) {
    return std::get<T>(desk.entries.at(static_cast<std::size_t>(number - 1)).body);
}

std::vector<std::string> passed_by(const Issued& issued) {
    std::vector<std::string> codes;
    for (const PassedStop& stop : issued.passed) codes.push_back(stop.stop);
    return codes;
}

std::vector<std::string> codes_of(const std::vector<RefusedLine>& lines) {
    std::vector<std::string> codes;
    for (const RefusedLine& line : lines) codes.push_back(words_of(line.refusal).code);
    return codes;
}

}  // namespace

TEST_CASE("urgent: what is not unsafe or evidence is passed by, and the entry says what") {
    Desk desk;
    set_policy(desk, "urgent_issue", "yes");
    Issued asked = urgent_issue(desk, {desk.carbine_1});
    asked.officer = desk.pistol_only;
    const EntryNumber number = desk.apply_all("u-ann", asked);
    CHECK(passed_by(body_at<Issued>(desk, number)) ==
          std::vector<std::string>{"authorisation_absent"});
    CHECK(desk.fact<Item>(desk.carbine_1.value).holder.value == desk.pistol_only.value);
    CHECK(desk.replayed() == desk.facts);
}

TEST_CASE("urgent: a hold, a defect and a missing weapon stop it, whoever asks") {
    Desk desk;
    set_policy(desk, "urgent_issue", "yes");
    desk.apply_all("u-ann", DefectReported{{{desk.pistol_1, {}, {}, {}}}, private_text("sight")});
    CHECK(desk.verdict("u-ann", urgent_issue(desk, {desk.pistol_1})) == "item_unserviceable");
    desk.facts.put(Table::hold,
                   row_of(Hold{desk.pistol_2.value + "/9", desk.pistol_2.value, "pip", 9}));
    CHECK(desk.verdict("u-ann", urgent_issue(desk, {desk.pistol_2})) == "item_on_hold");
    desk.apply_all("u-ann",
                   ReportedMissing{{{desk.carbine_1, {}, {}, {}}}, {}, private_text("gone"), {}});
    CHECK(desk.verdict("u-ann", urgent_issue(desk, {desk.carbine_1})) == "item_missing");
    CHECK(desk.verdict("u-mia", urgent_issue(desk, {desk.carbine_2})) == "power_missing");
}

TEST_CASE("urgent: only the basket that was frozen is confirmed, and once") {
    Desk desk;
    set_policy(desk, "urgent_issue", "yes");
    const EntryNumber number = desk.apply_all("u-ann", urgent_issue(desk, {desk.pistol_1}));
    const auto confirmation = [&](char basket) {
        return IssueConfirmed{number, {}, Confirmation{desk.now, "pin", std::string(64, basket)}};
    };
    CHECK(desk.verdict("u-ben", confirmation('c')) == "confirmation_missing");
    CHECK(desk.verdict("u-mia", confirmation('b')) == "power_missing");
    const EntryNumber confirmed = desk.apply_all("u-ben", confirmation('b'));
    CHECK(body_at<IssueConfirmed>(desk, confirmed).officer == desk.pc);
    CHECK(desk.verdict("u-ben", confirmation('b')) == "not_provisional");
}

TEST_CASE("urgent: the handover of the duty finds what is unconfirmed, and each once") {
    Desk desk;
    set_policy(desk, "urgent_issue", "yes");
    desk.apply_all("u-ann", urgent_issue(desk, {desk.pistol_1}));
    const DutyHandedOver first{desk.site, UserId{"u-ben"}, {}, {}};
    desk.apply_all("u-ann", first);
    CHECK(desk.discrepancies().size() == 1);
    CHECK(desk.discrepancies().front().starts_with("urgent_unconfirmed movement "));
    desk.apply_all("u-ben", DutyHandedOver{desk.site, UserId{"u-ann"}, {}, {}});
    CHECK(desk.discrepancies().size() == 1);
}

TEST_CASE("paired: each issues the other's, and the movement says how it was made") {
    Desk desk;
    make_paired(desk);
    const EntryNumber number = desk.apply_all("u-pat", issue_in_pair(desk, {desk.pistol_1}));
    const auto modes = desk.facts.all<MovementMode>();
    REQUIRE(modes.size() == 1);
    CHECK(modes.front().mode == "paired");
    CHECK(modes.front().movement == number);
    Returned back = desk.giving_back({desk.pistol_1});
    back.mode = "paired";
    back.receiver = OfficerId{"o-800"};
    CHECK(desk.verdict("u-pat", back) == "confirmation_missing");
    back.receiver_confirmed = Confirmation{desk.now, "pin", std::string(64, 'a')};
    CHECK(desk.verdict("u-aud", back) == "power_missing");
    desk.apply_all("u-pat", back);
    CHECK(desk.fact<Item>(desk.pistol_1.value).location_status == "in_store");
}

TEST_CASE("paired: the nearest place with a policy of its own says who attends") {
    Desk desk;
    make_paired(desk);
    set_policy(desk, ("attendance." + desk.rack.value).c_str(), "attended");
    CHECK(desk.verdict("u-pat", issue_in_pair(desk, {desk.pistol_1})) == "not_paired_here");
}

TEST_CASE("kits: nothing fills two lines, and a model's own line chooses first") {
    Desk desk;
    KitSet kit;
    kit.name = "Two pistols";
    kit.parts = {{{}, "pistol", 1}, {desk.pistol, {}, 1}};
    const auto id = created_id<KitId>('k', desk.apply_all("u-mia", kit));
    const auto open = [&](const std::vector<ItemLine>& items) {
        const KitFilling filling = fill_kits(desk.facts, {{id, {}}}, items, {});
        return open_kit_words(desk.facts, filling.needs, id);
    };
    CHECK(open({}) == "pistol, Pistol P1");
    CHECK(open({{desk.pistol_1, {}, {}, {}}}) == "pistol");
    CHECK(open({{desk.pistol_1, {}, {}, {}}, {desk.pistol_2, {}, {}, {}}}).empty());
}

TEST_CASE("kits: what was drawn with a kit stays open by line, and knows its kit") {
    Desk desk;
    const KitId kit = add_kit(desk);
    Issued asked = desk.issue({desk.pistol_1, desk.carbine_1}, {Desk::of(desk.batch_a, 12)});
    asked.kits = {{kit, {}}};
    desk.apply_all("u-ann", asked);
    desk.apply_all("u-ben", desk.giving_back({desk.pistol_1}, {Desk::of(desk.batch_a, 12)}));
    const auto left = desk.facts.all<OpenLine>(desk.pc.value + "/");
    REQUIRE(left.size() == 1);
    CHECK(left.front().subject == desk.carbine_1.value);
    CHECK(left.front().kit == kit);
    CHECK(desk.replayed() == desk.facts);
}

TEST_CASE("kits: a label that names something else is not taken, a withdrawn kit not drawn") {
    Desk desk;
    KitSet kit;
    kit.name = "Pistols";
    kit.label = "T-1";
    kit.parts = {{{}, "pistol", 1}};
    CHECK(desk.verdict("u-mia", kit) == "name_taken");
    CHECK(desk.verdict("u-ann", kit) == "power_missing");
    const KitId id = add_kit(desk);
    KitSet withdrawn;
    withdrawn.kit = id;
    withdrawn.withdrawn = true;
    desk.apply_all("u-mia", withdrawn);
    Issued asked = desk.issue({desk.pistol_1});
    asked.kits = {{id, {}}};
    CHECK(desk.verdict("u-ann", asked) == "code_unknown");
    CHECK(things_called(desk.facts, "K-ARV").empty());
}

TEST_CASE("function test: today's counts, yesterday's does not, and a failed one is a defect") {
    Desk desk;
    set_policy(desk, "function_test_categories", "pistol");
    FunctionTested passed;
    passed.items = {{desk.pistol_1, {}, {}, {}}};
    desk.apply_all("u-ann", passed);
    CHECK(desk.verdict("u-ann", desk.issue({desk.pistol_1})) == "allowed");
    desk.now.ms += 86'400'000;
    CHECK(desk.verdict("u-ann", desk.issue({desk.pistol_1})) == "function_test_missing");
    FunctionTested failed = passed;
    failed.passed = false;
    CHECK(desk.verdict("u-ann", failed) == "detail_missing");
    failed.note = private_text("no light");
    desk.apply_all("u-ann", failed);
    CHECK(desk.fact<Item>(desk.pistol_1.value).condition_status == "defective");
    CHECK(desk.verdict("u-kim", passed) == "power_missing");
}

TEST_CASE("rounds: inspection is due once a category's limit was fired since the last") {
    Desk desk;
    set_policy(desk, "inspection_rounds.pistol", "500");
    const auto fire = [&](std::int64_t rounds) {
        desk.apply_all("u-ann", desk.issue({desk.pistol_1}));
        Returned back = desk.giving_back({desk.pistol_1});
        back.items.front().rounds = rounds;
        desk.apply_all("u-ben", back);
        return desk.fact<Item>(desk.pistol_1.value).condition_status;
    };
    CHECK(fire(499) == "serviceable");
    CHECK(fire(1) == "inspection_due");
    FitForIssue fit;
    fit.items = {{desk.pistol_1, {}, {}, {}}};
    desk.apply_all("u-ann", fit);
    CHECK(fire(499) == "serviceable");
    CHECK(desk.fact<Item>(desk.pistol_1.value).rounds == 999);
}

TEST_CASE("warnings: a lapse, an inspection and something overdue are told, and stop nothing") {
    Desk desk;
    AuthorisationGranted ending = grant_of(desk.pc, "pistol");
    ending.to = day("2026-03-20");
    desk.apply_all("u-cfi", ending);
    Item item = desk.fact<Item>(desk.pistol_1.value);
    item.next_inspection = day("2026-03-10");
    desk.facts.put(Table::item, row_of(item));
    const auto warned = [&](const Issued& asked) {
        return codes_of(issue_warnings(asked, desk.facts, desk.context_of("u-ann")));
    };
    const Issued asked = desk.issue({desk.pistol_1});
    CHECK(warned(asked) ==
          std::vector<std::string>{"inspection_due_soon", "authorisation_lapses_soon"});
    CHECK(desk.verdict("u-ann", asked) == "allowed");
    CHECK(warned(desk.issue({desk.carbine_1})).empty());
    desk.apply_all("u-ann", desk.issue({desk.carbine_1}));
    desk.now.ms += 3 * 86'400'000;
    CHECK(warned(desk.issue({desk.carbine_2})) == std::vector<std::string>{"something_overdue"});
}

TEST_CASE("lapsed: the day after an authorisation ends, what is held under it is to be recalled") {
    Desk desk;
    AuthorisationGranted ending = grant_of(desk.pc, "pistol");
    ending.to = day("2026-03-20");
    desk.apply_all("u-cfi", ending);
    desk.apply_all("u-ann", desk.issue({desk.pistol_1, desk.carbine_1}));
    CHECK(lapsed_holdings(desk.facts, day("2026-03-20")).empty());
    const auto lapsed = lapsed_holdings(desk.facts, day("2026-03-21"));
    REQUIRE(lapsed.size() == 1);
    CHECK(lapsed.front().line.subject == desk.pistol_1.value);
    CHECK(lapsed.front().why == "ended");
}

TEST_CASE("attestation: asked, answered otherwise, and the book stays as it was") {
    Desk desk;
    desk.apply_all("u-ann", desk.issue({desk.pistol_1}, {Desk::of(desk.batch_a, 30)}));
    CHECK(long_term_holders(desk.facts, desk.now).empty());
    desk.now.ms += std::int64_t{29} * 86'400'000;
    REQUIRE(long_term_holders(desk.facts, desk.now).size() == 1);
    CHECK(long_term_holders(desk.facts, desk.now).front().state == "unasked");
    desk.apply_all("u-ann", AttestationAsked{desk.pc, {}});
    Attested answer;
    answer.officer = desk.pc;
    answer.lines = {{desk.batch_a.value, 0, 28}};
    CHECK(desk.verdict("u-ann", answer) == "confirmation_missing");
    answer.confirmed = Confirmation{desk.now, "pin", std::string(64, 'a')};
    const MemoryFacts before = desk.facts;
    desk.apply_all("u-ann", answer);
    CHECK(desk.discrepancies() ==
          std::vector<std::string>{"attested_otherwise " + desk.batch_a.value + " 30 28"});
    CHECK(desk.balance(desk.pc.value, desk.batch_a.value) == 30);
    CHECK(long_term_holders(desk.facts, desk.now).front().state == "confirmed");
    CHECK(desk.replayed() == desk.facts);
}

TEST_CASE("training: who used what must add up, and somebody declares the range clear") {
    Desk desk;
    set_policy(desk, "training_consumption", "yes");
    Issued asked = desk.issue({}, {Desk::of(desk.batch_a, 50)});
    asked.purpose = "training";
    asked.course = "CRS-1";
    const auto give_back = [&](std::int64_t told, bool declared) {
        desk.apply_all("u-ann", asked);
        Returned back = desk.giving_back({}, {Desk::of(desk.batch_a, 20)});
        back.expended = {{StockId{desk.batch_a.value}, 30, "training", {}, {}}};
        if (told > 0) back.attendees = {{desk.pistol_only, StockId{desk.batch_a.value}, told}};
        if (declared) back.range_declared = true;
        const std::size_t before = desk.discrepancies().size();
        desk.apply_all("u-ben", back);
        return desk.discrepancies().size() - before;
    };
    CHECK(give_back(30, true) == 0);
    CHECK(give_back(29, true) == 1);
    CHECK(give_back(0, false) == 2);
}

TEST_CASE("urgent: nobody's own line is closed by the issue that they record") {
    Desk desk;
    set_policy(desk, "urgent_issue", "yes");
    Officer ann = desk.fact<Officer>(desk.ann_officer.value);
    Item pistol = desk.fact<Item>(desk.pistol_1.value);
    pistol.holder = HolderId{ann.key};
    pistol.location_status = "issued";
    desk.facts.put(Table::item, row_of(pistol));
    CHECK(desk.verdict("u-ann", urgent_issue(desk, {desk.pistol_1})) == "item_already_out");
    CHECK(desk.verdict("u-ben", urgent_issue(desk, {desk.pistol_1})) == "allowed");
}

TEST_CASE("paired: a pair takes nothing back that was drawn where an armourer attends") {
    Desk desk;
    desk.apply_all("u-ann", desk.issue({desk.pistol_1}));
    make_paired(desk);
    set_policy(desk, ("attendance." + desk.rack.value).c_str(), "attended");
    Returned back = desk.giving_back({desk.pistol_1});
    back.items.front().to = HolderId{desk.vehicle.value};
    back.mode = "paired";
    back.receiver = OfficerId{"o-800"};
    back.receiver_confirmed = Confirmation{desk.now, "pin", std::string(64, 'a')};
    CHECK(desk.verdict("u-pat", back) == "not_paired_here");
}

TEST_CASE("late: a test that is keyed later does not undo today's, nor a grant allow yesterday") {
    Desk desk;
    set_policy(desk, "function_test_categories", "pistol");
    const FunctionTested passed{{{desk.pistol_1, {}, {}, {}}}, true, {}, {}};
    desk.apply_all("u-ann", passed);
    desk.happened_at = Instant{desk.now.ms - 86'400'000};
    desk.apply_all("u-ann", passed);
    desk.happened_at.reset();
    CHECK(desk.verdict("u-ann", desk.issue({desk.pistol_1})) == "allowed");
}

TEST_CASE("authority: blanks are no course and no deployment") {
    Desk desk;
    Issued asked = desk.issue({desk.pistol_1});
    asked.purpose = "training";
    asked.course = " ";
    CHECK(desk.verdict("u-ann", asked) == "course_missing");
}

TEST_CASE("custody: nothing is issued from quarantine, and no return was before its draw") {
    Desk desk;
    const Transferred away{{{desk.pistol_1, {}, {}, {}}}, {}, desk.quarantine, false, {}, {}, {}};
    desk.apply_all("u-ann", away);
    CHECK(desk.verdict("u-ann", desk.issue({desk.pistol_1})) == "item_on_hold");
    desk.apply_all("u-ann", desk.issue({desk.pistol_2}));
    desk.happened_at = Instant{desk.now.ms - 3'600'000};
    CHECK(desk.verdict("u-ben", desk.giving_back({desk.pistol_2})) == "value_unknown");
    desk.happened_at = desk.now;
    CHECK(desk.verdict("u-ben", desk.giving_back({desk.pistol_2})) == "allowed");
}

TEST_CASE("authority: a renewal that is entered ahead takes nothing away") {
    Desk desk;
    AuthorisationGranted ahead = grant_of(desk.pc, "pistol");
    const auto held = desk.fact<Authorisation>(desk.pc.value + "/pistol");
    ahead.from = Date{held.to.days + 1};
    ahead.to = Date{held.to.days + 365};
    desk.apply_all("u-cfi", ahead);
    CHECK(desk.verdict("u-ann", desk.issue({desk.pistol_1})) == "allowed");
    CHECK(desk.fact<Authorisation>(desk.pc.value + "/pistol").to == ahead.to);
}

TEST_CASE("authority: who is suspended in all that they have draws no rounds either") {
    Desk desk;
    Model round = desk.fact<Model>(desk.round.value);
    round.authorisation.clear();
    desk.facts.put(Table::model, row_of(round));
    const Issued rounds = desk.issue({}, {Desk::of(desk.batch_a, 5)});
    desk.apply_all("u-cfi", AuthorisationSuspended{desk.pc, "pistol", private_text("review")});
    CHECK(desk.verdict("u-ann", rounds) == "allowed");  // the carbine is still in force
    desk.apply_all("u-cfi", AuthorisationSuspended{desk.pc, {}, private_text("review")});
    CHECK(desk.verdict("u-ann", rounds) == "authorisation_suspended");
}

TEST_CASE("paired: what was used up was drawn somewhere, too") {
    Desk desk;
    desk.apply_all("u-ann", desk.issue({}, {Desk::of(desk.batch_a, 20)}));
    make_paired(desk);
    const LocationId from = desk.facts.all<OpenLine>(desk.pc.value + "/").front().from;
    set_policy(desk, ("attendance." + from.value).c_str(), "attended");
    Returned back;
    back.officer = desk.pc;
    back.confirmed = Confirmation{desk.now, "pin", std::string(64, 'a')};
    back.expended = {{StockId{desk.batch_a.value}, 20, "training", {}, {}}};
    back.mode = "paired";
    back.receiver = OfficerId{"o-800"};
    back.receiver_confirmed = Confirmation{desk.now, "pin", std::string(64, 'a')};
    CHECK(desk.verdict("u-pat", back) == "not_paired_here");
}

TEST_CASE("issue: nobody says whence, and a shelf within the evidence cage is not it") {
    Desk desk;
    const auto cage = created_id<LocationId>(
        'l', desk.apply_all("u-mia", LocationAdded{"Cage", "evidence", desk.site}));
    const auto shelf =
        created_id<LocationId>('l', desk.apply_all("u-mia", LocationAdded{"Shelf", "rack", cage}));
    const std::int64_t all = desk.balance(desk.safe.value, desk.batch_a.value);
    desk.apply_all("u-ann",
                   Transferred{{}, {Desk::of(desk.batch_a, all)}, shelf, false, {}, {}, {}});
    CHECK(desk.verdict("u-ann", desk.issue({}, {Desk::of(desk.batch_a, 5)})) == "balance_too_low");
    Issued named = desk.issue({}, {Desk::of(desk.batch_a, 5)});
    named.stock.front().from = HolderId{shelf.value};
    CHECK(desk.verdict("u-ann", named) == "batch_on_hold");
}
