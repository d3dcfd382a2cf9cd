// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>

#include "support/stocked_armoury.hpp"

using namespace muster::testing;

namespace {

using Desk = StockedArmoury;

/// What somebody asks.
struct Request {
    std::string by;
    Body body;
};

/// A request that one refusal must stop before any other.
struct Stopped {
    Refusal refusal;
    std::function<Request(Desk&)> make;
};

Request issue_of(Desk& desk, const std::function<void(Issued&)>& change,
                 const std::string& by = "u-ann") {
    Issued asked = desk.issue({desk.pistol_1});
    change(asked);
    return {by, asked};
}

Request return_of(Desk& desk, const std::function<void(Returned&)>& change,
                  const std::string& by = "u-ben") {
    Returned back = desk.giving_back({desk.pistol_1});
    change(back);
    return {by, back};
}

Request issue_with_status(Desk& desk, const char* place, const char* condition) {
    Item item = desk.fact<Item>(desk.pistol_1.value);
    item.location_status = place;
    item.condition_status = condition;
    desk.facts.put(Table::item, row_of(item));
    return {"u-ann", desk.issue({desk.pistol_1})};
}

Request issue_with_hold(Desk& desk, const std::string& subject, const Issued& asked) {
    desk.facts.put(Table::hold, row_of(Hold{subject + "/9", subject, "recall", 9}));
    return {"u-ann", asked};
}

Request issue_with_dates(Desk& desk, const char* from, const char* to, const char* as_at) {
    AuthorisationGranted grant = grant_of(desk.pc, "pistol");
    grant.from = day(from);
    grant.to = day(to);
    grant.as_at = day(as_at);
    desk.apply_all("u-cfi", grant);
    return {"u-ann", desk.issue({desk.pistol_1})};
}

Request override_by(Desk& desk, const char* user, const char* reason) {
    Issued asked = desk.issue({}, {Desk::of(desk.magazine, 1)});
    Item item = desk.fact<Item>(desk.pistol_1.value);
    item.assigned_to = desk.pistol_only;
    desk.facts.put(Table::item, row_of(item));
    asked.items = {{desk.pistol_1, {}, {}, {}}};
    asked.offer = OverrideOffer{UserId{user}, private_text(reason)};
    return {"u-ann", asked};
}

CountStarted count_of(const Desk& desk, const char* a = "u-kim", const char* b = "u-ben") {
    return {"spot", true, {desk.rack}, UserId{a}, UserId{b}};
}

CountId start(Desk& desk) {
    return created_id<CountId>('c', desk.apply_all("u-mia", count_of(desk)));
}

CountSubmitted sheet(const CountId& count, const char* counter, const LocationId& place) {
    SeenLine line;
    line.location = place;
    line.subject = "-";
    return {count, UserId{counter}, 1, 1, {line}};
}

CountId both_submitted(Desk& desk) {
    const CountId count = start(desk);
    for (const char* counter : {"u-kim", "u-ben"})
        desk.apply_all(counter, sheet(count, counter, desk.rack));
    return count;
}

CountId reconciled(Desk& desk) {
    const CountId count = both_submitted(desk);
    desk.apply_all("u-mia", CountReconciled{count, 1, 1, {}});
    return count;
}

CountClosed close_of(const CountId& count, const char* second) {
    return {count, UserId{second}, 0, 0, ""};
}

void close_period(Desk& desk, const char* label) {
    desk.apply_all("u-mia", PeriodClosed{label, 0, std::string(64, 'a')});
}

Request signing(Desk& desk, const char* period, const char* role, bool certified) {
    close_period(desk, "2025-26");
    if (certified)
        desk.apply_all("u-admin", KeyCertified{"acc", UserId{"u-acc"}, "cert", "pkcs12",
                                               UserId{"u-mia"}});
    return {"u-acc", PackSigned{period, "manifest", role, "cert", "signature"}};
}

std::vector<Stopped> stopped_people() {
    return {
        {Refusal::user_unknown,
         [](Desk&) { return Request{"u-none", SignedIn{UserId{"u-none"}, 0}}; }},
        {Refusal::user_withdrawn,
         [](Desk& desk) {
             desk.apply_all("u-admin", RoleWithdrawn{UserId{"u-ann"}, {}});
             return Request{"u-ann", Exported{"items", {}, "digest"}};
         }},
        {Refusal::power_missing,
         [](Desk&) { return Request{"u-ann", SignedIn{UserId{"u-ben"}, 0}}; }},
        {Refusal::setup_is_closed, [](Desk&) { return Request{"u-admin", SetupClosed{}}; }},
        {Refusal::approver_missing,
         [](Desk&) { return Request{"u-admin", PolicySet{"any", "1", {}}}; }},
        {Refusal::approver_is_requester,
         [](Desk&) { return Request{"u-admin", PolicySet{"any", "1", UserId{"u-admin"}}}; }},
        {Refusal::approver_lacks_power,
         [](Desk&) { return Request{"u-admin", PolicySet{"any", "1", UserId{"u-ann"}}}; }},
        {Refusal::role_unknown,
         [](Desk&) {
             return Request{"u-admin", RoleGranted{UserId{"u-ann"}, "king", UserId{"u-mia"}}};
         }},
        {Refusal::role_not_held,
         [](Desk&) { return Request{"u-admin", RoleWithdrawn{UserId{"u-ann"}, "cfi"}}; }},
        {Refusal::role_not_held,
         [](Desk& desk) { return signing(desk, "2025-26", "auditor", true); }},
        {Refusal::issue_to_self,
         [](Desk& desk) {
             return issue_of(desk, [&](Issued& asked) { asked.officer = desk.ann_officer; });
         }},
        {Refusal::receive_from_self,
         [](Desk& desk) {
             return return_of(
                 desk, [&](Returned& back) { back.officer = desk.ann_officer; }, "u-ann");
         }},
        {Refusal::second_missing,
         [](Desk& desk) { return issue_of(desk, [](Issued& asked) { asked.second = {}; }); }},
        {Refusal::second_is_issuer,
         [](Desk& desk) {
             return issue_of(desk, [](Issued& asked) { asked.second = UserId{"u-ann"}; });
         }},
        {Refusal::second_is_officer,
         [](Desk& desk) {
             return issue_of(
                 desk,
                 [&](Issued& asked) {
                     asked.officer = desk.ann_officer;
                     asked.second = UserId{"u-ann"};
                 },
                 "u-ben");
         }},
        {Refusal::second_lacks_power,
         [](Desk& desk) {
             return issue_of(desk, [](Issued& asked) { asked.second = UserId{"u-aud"}; });
         }},
        {Refusal::confirmation_missing,
         [](Desk& desk) { return issue_of(desk, [](Issued& asked) { asked.confirmed.reset(); }); }},
    };
}

std::vector<Stopped> stopped_names() {
    return {
        {Refusal::code_unknown,
         [](Desk&) { return Request{"u-cfi", grant_of(OfficerId{"o-none"}, "pistol")}; }},
        {Refusal::code_unknown,
         [](Desk& desk) { return Request{"u-cfi", grant_of(desk.pc, "artillery")}; }},
        {Refusal::code_wrong_kind,
         [](Desk& desk) {
             return Request{"u-mia", CountedRegistered{desk.pistol, desk.rack, 1}};
         }},
        {Refusal::name_taken,
         [](Desk& desk) { return Request{"u-mia", LocationAdded{"rack 2", "rack", desk.site}}; }},
        {Refusal::name_taken, [](Desk&) { return Request{"u-admin", Initialised{}}; }},
        {Refusal::basket_empty,
         [](Desk& desk) { return issue_of(desk, [](Issued& asked) { asked.items.clear(); }); }},
        {Refusal::quantity_not_positive,
         [](Desk& desk) {
             return Request{"u-mia", CountedRegistered{desk.magazine, desk.rack, 0}};
         }},
        {Refusal::quantity_not_positive,
         [](Desk& desk) {
             BatchRegistered batch;
             batch.model = desk.round;
             batch.number = "B-X";
             batch.box_size = 50;
             batch.boxes = 3;
             batch.quantity = 149;
             batch.location = desk.safe;
             return Request{"u-mia", batch};
         }},
        {Refusal::line_repeated,
         [](Desk& desk) {
             return issue_of(desk, [](Issued& asked) { asked.items.push_back(asked.items[0]); });
         }},
        {Refusal::purpose_unknown,
         [](Desk& desk) {
             return issue_of(desk, [](Issued& asked) { asked.purpose = "display"; });
         }},
        {Refusal::officer_left,
         [](Desk& desk) {
             Officer officer = desk.fact<Officer>(desk.pc.value);
             officer.active = false;
             desk.facts.put(Table::officer, row_of(officer));
             return Request{"u-cfi", grant_of(desk.pc, "pistol")};
         }},
        {Refusal::follows_only, [](Desk&) { return Request{"u-mia", DiscrepancyOpened{}}; }},
    };
}

std::vector<Stopped> hard_stops() {
    return {
        {Refusal::item_on_hold,
         [](Desk& desk) {
             return issue_with_hold(desk, desk.pistol_1.value, desk.issue({desk.pistol_1}));
         }},
        {Refusal::item_missing,
         [](Desk& desk) { return issue_with_status(desk, "missing", "serviceable"); }},
        {Refusal::item_unserviceable,
         [](Desk& desk) { return issue_with_status(desk, "in_store", "defective"); }},
        {Refusal::item_at_maintenance,
         [](Desk& desk) { return issue_with_status(desk, "at_maintenance", "serviceable"); }},
        {Refusal::item_not_available,
         [](Desk& desk) { return issue_with_status(desk, "on_loan_out", "serviceable"); }},
        {Refusal::item_already_out,
         [](Desk& desk) {
             desk.apply_all("u-ann", desk.issue({desk.pistol_1}));
             return Request{"u-ann", desk.issue({desk.pistol_1})};
         }},
        {Refusal::batch_on_hold,
         [](Desk& desk) {
             return issue_with_hold(desk, desk.batch_a.value,
                                    desk.issue({}, {Desk::of(desk.batch_a, 1)}));
         }},
        {Refusal::authorisation_absent,
         [](Desk& desk) {
             return issue_of(desk, [&](Issued& asked) {
                 asked.officer = desk.pistol_only;
                 asked.items[0].item = desk.carbine_1;
             });
         }},
        {Refusal::authorisation_absent,
         [](Desk& desk) {
             return Request{"u-sue", AuthorisationSuspended{desk.pistol_only, "carbine",
                                                            private_text("why")}};
         }},
        {Refusal::authorisation_expired,
         [](Desk& desk) { return issue_with_dates(desk, "2025-01-01", "2026-03-01", "2026-03-01"); }},
        {Refusal::authorisation_suspended,
         [](Desk& desk) {
             desk.apply_all("u-sue",
                            AuthorisationSuspended{desk.pc, "pistol", private_text("why")});
             return Request{"u-ann", desk.issue({desk.pistol_1})};
         }},
        {Refusal::authorisation_not_started,
         [](Desk& desk) { return issue_with_dates(desk, "2026-03-03", "2027-03-01", "2026-03-01"); }},
        {Refusal::granted_today_by_issuer,
         [](Desk& desk) {
             desk.apply_all("u-admin", RoleGranted{UserId{"u-ann"}, "cfi", UserId{"u-mia"}});
             desk.apply_all("u-ann", grant_of(desk.pc, "pistol"));
             return Request{"u-ann", desk.issue({desk.pistol_1})};
         }},
        {Refusal::balance_too_low,
         [](Desk& desk) {
             return Request{"u-ann", desk.issue({}, {Desk::of(desk.magazine, 41)})};
         }},
        {Refusal::course_missing,
         [](Desk& desk) {
             return issue_of(desk, [](Issued& asked) { asked.purpose = "training"; });
         }},
    };
}

std::vector<Stopped> overridable_stops() {
    return {
        {Refusal::authorisation_data_old,
         [](Desk& desk) { return issue_with_dates(desk, "2025-01-01", "2026-12-31", "2026-01-01"); }},
        {Refusal::batch_expired,
         [](Desk& desk) {
             return Request{"u-ann", desk.issue({}, {Desk::of(desk.old_batch, 1)})};
         }},
        {Refusal::same_kind_held,
         [](Desk& desk) {
             desk.apply_all("u-ann", desk.issue({desk.pistol_1}));
             return Request{"u-ann", desk.issue({desk.pistol_2})};
         }},
        {Refusal::item_assigned_to_other,
         [](Desk& desk) {
             Request request = override_by(desk, "u-sue", "x");
             std::get<Issued>(request.body).offer.reset();
             return request;
         }},
        {Refusal::deployment_to_follow,
         [](Desk& desk) {
             desk.apply_all("u-admin",
                            PolicySet{"operational_authority", "specific", UserId{"u-mia"}});
             return Request{"u-ann", desk.issue({desk.pistol_1})};
         }},
    };
}

std::vector<Stopped> stopped_counts() {
    return {
        {Refusal::count_unknown,
         [](Desk&) { return Request{"u-mia", close_of(CountId{"c-999"}, "u-ben")}; }},
        {Refusal::count_closed,
         [](Desk& desk) {
             const CountId count = start(desk);
             Stocktake closed = desk.fact<Stocktake>(count.value);
             closed.state = "closed";
             desk.facts.put(Table::stocktake, row_of(closed));
             return Request{"u-mia", close_of(count, "u-ben")};
         }},
        {Refusal::count_needs_two,
         [](Desk& desk) { return Request{"u-mia", count_of(desk, "u-ben", "u-ben")}; }},
        {Refusal::counter_not_of_count,
         [](Desk& desk) { return Request{"u-sue", sheet(start(desk), "u-sue", desk.rack)}; }},
        {Refusal::counter_submitted_already,
         [](Desk& desk) {
             return Request{"u-kim", sheet(both_submitted(desk), "u-kim", desk.rack)};
         }},
        {Refusal::location_outside_count,
         [](Desk& desk) { return Request{"u-kim", sheet(start(desk), "u-kim", desk.safe)}; }},
        {Refusal::count_overlaps,
         [](Desk& desk) {
             start(desk);
             return Request{"u-mia", count_of(desk)};
         }},
        {Refusal::count_unfinished,
         [](Desk& desk) { return Request{"u-mia", CountReconciled{start(desk), 1, 1, {}}}; }},
        {Refusal::count_not_reconciled,
         [](Desk& desk) { return Request{"u-mia", close_of(both_submitted(desk), "u-ben")}; }},
        {Refusal::second_missing,
         [](Desk& desk) { return Request{"u-mia", close_of(reconciled(desk), "")}; }},
        {Refusal::second_counted,
         [](Desk& desk) { return Request{"u-mia", close_of(reconciled(desk), "u-mia")}; }},
    };
}

std::vector<Stopped> stopped_papers() {
    return {
        {Refusal::period_label_taken,
         [](Desk& desk) {
             close_period(desk, "2025-26");
             return Request{"u-mia", PeriodClosed{"2025-26", 0, std::string(64, 'a')}};
         }},
        {Refusal::period_empty,
         [](Desk& desk) {
             close_period(desk, "2025-26");
             return Request{"u-mia", PeriodClosed{"2026-27", 0, std::string(64, 'a')}};
         }},
        {Refusal::period_unknown,
         [](Desk& desk) { return signing(desk, "1999-00", "senior_officer", true); }},
        {Refusal::key_unknown,
         [](Desk& desk) { return signing(desk, "2025-26", "senior_officer", false); }},
        {Refusal::key_unknown,
         [](Desk& desk) {
             signing(desk, "2025-26", "senior_officer", true);
             // Another person's certificate is no key of one's own.
             return Request{"u-mia", PackBuilt{"2025-26", "manifest", "cert"}};
         }},
        {Refusal::name_taken,
         [](Desk& desk) {
             signing(desk, "2025-26", "senior_officer", true);
             return Request{"u-admin", KeyCertified{"other name", UserId{"u-mia"}, "cert", "ink",
                                                    UserId{"u-acc"}}};
         }},
        {Refusal::file_imported_before,
         [](Desk& desk) {
             const Imported file{std::string(64, 'f'), "r.csv", {}, 1, 0, 0, 0, UserId{"u-acc"}};
             desk.apply_all("u-mia", file);
             return Request{"u-mia", file};
         }},
        {Refusal::override_by_missing, [](Desk& desk) { return override_by(desk, "", "x"); }},
        {Refusal::override_reason_missing,
         [](Desk& desk) { return override_by(desk, "u-sue", ""); }},
        {Refusal::override_lacks_power, [](Desk& desk) { return override_by(desk, "u-ben", "x"); }},
    };
}

std::vector<Stopped> every_stop() {
    std::vector<Stopped> all;
    for (const auto& part : {stopped_people(), stopped_names(), hard_stops(), overridable_stops(),
                             stopped_counts(), stopped_papers()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

// The overrides' own stops come after the stop that they would have answered.
bool stands_behind_another(Refusal refusal) {
    return refusal == Refusal::override_by_missing || refusal == Refusal::override_reason_missing ||
           refusal == Refusal::override_lacks_power;
}

/// The refusals that a source names, `Refusal::code` each.
std::set<std::string> named_in(const std::filesystem::path& source) {
    std::ifstream file{source};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    const std::string mark = "Refusal::";
    std::set<std::string> codes;
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at)) {
        at += mark.size();
        const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", at);
        codes.insert(text.substr(at, end - at));
    }
    return codes;
}

std::string blanks_left(const RefusedLine& line) {
    std::string left;
    const std::string sentence = words_of(line.refusal).sentence;
    for (std::size_t at = sentence.find('{'); at != sentence.npos; at = sentence.find('{', at + 1)) {
        const std::string blank = sentence.substr(at + 1, sentence.find('}', at) - at - 1);
        if (!line.words.contains(blank)) left += blank + " ";
    }
    return left;
}

}  // namespace

TEST_CASE("refusals: each stops what it is for, with every blank of its sentence filled") {
    for (const Stopped& one : every_stop()) {
        const std::string code = words_of(one.refusal).code;
        CAPTURE(code);
        Desk desk;
        const Request request = one.make(desk);
        const auto lines = desk.stops(request.by, request.body);
        REQUIRE_FALSE(lines.empty());
        const std::size_t expected = stands_behind_another(one.refusal) ? 1 : 0;
        REQUIRE(lines.size() > expected);
        CHECK(std::string{words_of(lines[expected].refusal).code} == code);
        for (const RefusedLine& line : lines) CHECK(blanks_left(line) == "");
    }
}

TEST_CASE("refusals: whatever refusal the rules name, a request here is stopped by it") {
    std::set<std::string> exercised;
    for (const Stopped& one : every_stop()) exercised.insert(words_of(one.refusal).code);
    std::set<std::string> named;
    const std::filesystem::path core = std::filesystem::path{MUSTER_SOURCE_DIR} / "src/core";
    for (const auto& file : std::filesystem::recursive_directory_iterator{core})
        if (file.is_regular_file()) named.merge(named_in(file.path()));
    CHECK(named.size() > 50);
    for (const std::string& code : named) {
        CAPTURE(code);
        CHECK(exercised.contains(code));
    }
}

TEST_CASE("refusals: a refused request changes nothing") {
    for (const Stopped& one : every_stop()) {
        Desk desk;
        const Request request = one.make(desk);
        const MemoryFacts before = desk.facts;
        desk.stops(request.by, request.body);
        CHECK(desk.facts == before);
    }
}

TEST_CASE("precedence: who asks comes before what is asked, and that before everything else") {
    Desk desk;
    const auto verdict = [&](const char* by, const Body& body) { return desk.verdict(by, body); };
    CountStarted count = count_of(desk, "u-kim", "u-kim");
    count.scope = {LocationId{"l-999"}};
    CHECK(verdict("u-aud", count) == "power_missing");
    CHECK(verdict("u-mia", count) == "code_unknown");
    CHECK(verdict("u-aud", sheet(CountId{"c-9"}, "u-ben", desk.rack)) == "power_missing");
    CHECK(verdict("u-admin", RoleGranted{UserId{"u-none"}, "king", {}}) == "user_unknown");
    CHECK(verdict("u-admin", RoleGranted{UserId{"u-ann"}, "king", {}}) == "approver_missing");
    CHECK(verdict("u-mia", LocationAdded{"Rack 2", "rack", LocationId{"l-999"}}) == "code_unknown");
    CHECK(verdict("u-mia", ModelAdded{"", "Pistol P1", "none", "", "item", ""}) == "code_unknown");
    CHECK(verdict("u-mia", ModelAdded{"", "New", "pistol", "", "weighed", ""}) == "code_unknown");
    CHECK(verdict("u-mia", CountClosed{CountId{"c-9"}, {}, 0, 0, ""}) == "second_missing");
}

TEST_CASE("ledger: entry 1 is made by the administrator it creates, and there is one") {
    MemoryFacts empty;
    Initialised begun;
    begun.administrator = UserId{"u-admin"};
    begun.person = PersonId{"p-admin"};
    const auto code = [&](const char* by, EntryNumber next) {
        const Context context{at("2026-03-02T09:00:00.000Z"), {}, UserId{by}, {}, next};
        const auto bodies = decide(begun, empty, context);
        return bodies ? "allowed" : words_of(bodies.error().gravest()).code;
    };
    CHECK(code("u-admin", 1) == std::string{"allowed"});
    CHECK(code("u-other", 1) == std::string{"user_unknown"});
    CHECK(code("", 1) == std::string{"user_unknown"});
    CHECK(code("u-admin", 2) == std::string{"name_taken"});
}

TEST_CASE("ledger: a period begins where the last one ended, whatever was said") {
    Desk desk;
    const EntryNumber one = desk.apply_all("u-mia", PeriodClosed{"one", 77, std::string(64, 'a')});
    desk.apply_all("u-ann", SignedIn{UserId{"u-ann"}, 0});
    const EntryNumber two = desk.apply_all("u-mia", PeriodClosed{"two", 77, std::string(64, 'b')});
    CHECK(desk.fact<Period>("one").first == 1);
    CHECK(desk.fact<Period>("one").last == one);
    CHECK(desk.fact<Period>("two").first == one + 1);
    CHECK(desk.fact<Period>("two").last == two);
}
