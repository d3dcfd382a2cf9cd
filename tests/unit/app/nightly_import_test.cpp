// SPDX-License-Identifier: MIT
#include "muster/app/nightly_import.hpp"

#include <chrono>

#include "app/basket.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/people_facts.hpp"
#include "unit/app/real_ledger.hpp"

using namespace muster;
using namespace muster::app;
using app::testing::RealLedger;

namespace {

constexpr const char* heading = "Collar,Rank,Surname,Forename,Unit\n";

/// An armoury of ten officers, set-up closed, with a folder `in` for the nights.
struct Armoury : RealLedger {
    Armoury() : RealLedger{"2026-03-02T09:00:00.000Z"} {
        user("night", "cfi");
        user("manager", "armoury_manager");
        DeltaRequest first;
        first.path = write("first.csv", staff(10));
        first.kind = "officers";
        first.as_at = core::date_of("2026-03-01");
        const auto imported = import_delta(*ledger, as("admin"), first, secrets);
        require(imported);
        REQUIRE(imported.value().receipt);
        REQUIRE(imported.value().added == 10);
        require(close_setup(*ledger, as("admin")));
    }

    static std::string staff(int officers, const char* unit = "ARV A") {
        std::string text = heading;
        for (int i = 0; i < officers; ++i)
            text += std::to_string(1001 + i) + ",PC,Sample,Able," + unit + "\n";
        return text;
    }
    void approve(const std::string& kind) {
        require(set_policy(*ledger, as("admin"), "nightly_import." + kind, folder() + "/in",
                           "manager", secrets));
    }
    std::vector<NightlyFile> night(std::int64_t settle = 0) {
        NightlyRequest request;
        request.folder = folder() + "/in";
        request.settle_seconds = settle;
        return import_nightly(*ledger, as("night"), request, secrets);
    }
    std::string outcomes(const std::vector<NightlyFile>& files) {
        std::string all;
        for (const NightlyFile& file : files) {
            INFO(file.words);
            all += file.file + " " + name_of(file.outcome) + "; ";
        }
        return all;
    }
};

}  // namespace

TEST_CASE("nightly: files come by kind and day, each once, and nothing is moved or deleted") {
    Armoury armoury;
    armoury.approve("officers");
    armoury.at("2026-03-06T02:00:00.000Z");
    armoury.write("in/officers-2026-03-05.csv", Armoury::staff(10, "ARV C"));
    armoury.write("in/officers-2026-03-04.csv", Armoury::staff(11, "ARV B"));
    armoury.write("in/officers-2026-03-06.csv.part", "Collar");
    armoury.write("in/readme.txt", "not ours");
    armoury.write("in/Officers.tmp", "not yet");
    CHECK(armoury.outcomes(armoury.night()) ==
          "officers-2026-03-04.csv imported; officers-2026-03-05.csv imported; ");
    CHECK(armoury.outcomes(armoury.night()) ==
          "officers-2026-03-04.csv known; officers-2026-03-05.csv known; ");
    CHECK(std::filesystem::exists(armoury.folder() + "/in/officers-2026-03-04.csv"));
    // A file that was late by two nights.
    armoury.write("in/officers-2026-03-03.csv", Armoury::staff(9));
    CHECK(armoury.outcomes(armoury.night()) ==
          "officers-2026-03-03.csv older; officers-2026-03-04.csv known; "
          "officers-2026-03-05.csv known; ");
    CHECK_FALSE(wants_a_person(NightlyFile::Outcome::older));
    CHECK_FALSE(wants_a_person(NightlyFile::Outcome::known));
}

TEST_CASE(
    "nightly: the approver of the policy stands in the entry, and what says that it was night") {
    Armoury armoury;
    armoury.write("in/officers-2026-03-02.csv", Armoury::staff(10, "ARV C"));
    auto files = armoury.night();
    REQUIRE(files.size() == 1);
    CHECK(files[0].outcome == NightlyFile::Outcome::refused);
    CHECK(files[0].refusal->gravest() == core::Refusal::approver_missing);
    armoury.approve("officers");
    files = armoury.night();
    REQUIRE(files[0].outcome == NightlyFile::Outcome::imported);
    armoury.ledger->read([&](storage::Transaction& tx, const core::Facts& facts) {
        const auto entry = entry_of(tx, files[0].report.receipt->entries.front());
        const auto* imported = entry ? std::get_if<core::Imported>(&entry->body) : nullptr;
        REQUIRE(imported != nullptr);
        CHECK(imported->what == "nightly officers");
        CHECK(imported->as_at == core::date_of("2026-03-02"));
        CHECK(core::user_words(facts, imported->approver.value) == "manager");
        CHECK(core::user_words(facts, entry->by.value) == "night");
    });
}

TEST_CASE("nightly: a file that may still grow is left for next time") {
    Armoury armoury;
    armoury.approve("officers");
    const std::string path =
        armoury.write("in/officers-2026-03-02.csv", Armoury::staff(10, "ARV C"));
    const auto written = [&](std::int64_t seconds_ago) {
        const auto now = std::chrono::milliseconds{armoury.ledger->now().ms};
        const std::chrono::sys_time<std::chrono::milliseconds> then{
            now - std::chrono::seconds{seconds_ago}};
        std::filesystem::last_write_time(path, std::chrono::file_clock::from_sys(then));
    };
    written(59);
    CHECK(armoury.outcomes(armoury.night(60)) == "officers-2026-03-02.csv waiting; ");
    written(61);
    CHECK(armoury.outcomes(armoury.night(60)) == "officers-2026-03-02.csv imported; ");
}

TEST_CASE("nightly: one bad file does not keep the others out") {
    Armoury armoury;
    armoury.approve("officers");
    armoury.at("2026-03-06T02:00:00.000Z");
    armoury.write("in/officers-2026-03-03.csv", Armoury::staff(2));
    armoury.write("in/officers-2026-03-04.csv", "Collar,Rank,Surname\n,PC,Nobody\n");
    armoury.write("in/officers-2026-03-05.csv", Armoury::staff(10, "ARV C"));
    armoury.write("in/officers.csv", Armoury::staff(10, "ARV D"));
    armoury.write("in/officers-2026-04-01.csv", Armoury::staff(10, "ARV E"));
    armoury.write("in/officers-changes-2026-03-05.csv",
                  heading + std::string{"1001,Sgt,Sample,Able,X\n"});
    const auto files = armoury.night();
    CHECK(armoury.outcomes(files) ==
          "officers.csv faulty; officers-2026-03-03.csv faulty; officers-2026-03-04.csv faulty; "
          "officers-2026-03-05.csv imported; officers-changes-2026-03-05.csv imported; "
          "officers-2026-04-01.csv faulty; ");
    CHECK(files[1].report.faults.front().code == "leavers_many");
    CHECK(files[4].report.changed == 1);
    CHECK(files[4].report.ended == 0);
}

TEST_CASE("nightly: classes on a staff list wait for an approval of their own") {
    Armoury armoury;
    armoury.approve("officers");
    std::string text = "Collar,Rank,Surname,Forename,Unit,Pistol exp\n";
    for (int i = 0; i < 10; ++i)
        text += std::to_string(1001 + i) + ",PC,Sample,Able,ARV A,2027-03-31\n";
    armoury.write("in/officers-2026-03-02.csv", text);
    const auto first = armoury.night();
    REQUIRE(first[0].outcome == NightlyFile::Outcome::imported);
    CHECK(first[0].report.added == 0);
    armoury.approve("authorisations");
    armoury.write("in/officers-2026-03-02.csv", text + "1011,PC,New,Recruit,ARV A,2027-03-31\n");
    const auto second = armoury.night();
    REQUIRE(second[0].outcome == NightlyFile::Outcome::imported);
    CHECK(second[0].report.added == 12);
    std::size_t competences = 0;
    armoury.ledger->read([&](storage::Transaction&, const core::Facts& facts) {
        competences = facts.all<core::Authorisation>().size();
    });
    CHECK(competences == 11);
}

TEST_CASE("nightly: the alarm rings when what should come by itself stops coming") {
    Armoury armoury;
    const auto stale = [&] { return stale_alarm(source_ages(*armoury.ledger)); };
    CHECK_FALSE(stale());
    armoury.approve("officers");
    armoury.at("2026-03-03T06:00:00.000Z");
    CHECK_FALSE(stale());
    armoury.at("2026-03-04T06:00:00.000Z");
    REQUIRE(stale());
    CHECK(stale()->find("officers are as at 1 Mar 2026, 3 days ago (limit 2)") !=
          std::string::npos);
    RealLedger::require(set_policy(*armoury.ledger, armoury.as("admin"),
                                   "import_stale_days.officers", "3", "manager", armoury.secrets));
    CHECK_FALSE(stale());
    // Promised every night, and never seen.
    armoury.approve("deployments");
    REQUIRE(stale());
    CHECK(stale()->find("no deployments file ever came") != std::string::npos);
}

TEST_CASE("nightly: without a folder every approved one is taken, and a missing one is told") {
    Armoury armoury;
    const auto night = [&] {
        NightlyRequest request;
        request.settle_seconds = 0;
        return import_nightly(*armoury.ledger, armoury.as("night"), request, armoury.secrets);
    };
    CHECK_THROWS_AS(night(), UsageError);
    armoury.write("in/officers-2026-03-02.csv", Armoury::staff(10, "ARV C"));
    armoury.approve("officers");
    RealLedger::require(set_policy(*armoury.ledger, armoury.as("admin"),
                                   "nightly_import.authorisations", armoury.folder() + "/gone",
                                   "manager", armoury.secrets));
    const auto files = night();
    REQUIRE(files.size() == 2);
    INFO(files[0].words);
    CHECK(files[0].outcome == NightlyFile::Outcome::imported);
    CHECK(files[1].outcome == NightlyFile::Outcome::unreadable);
    CHECK(files[1].file == armoury.folder() + "/gone");
}

TEST_CASE("nightly: a folder that is not there is not approved, and an empty one ends it") {
    Armoury armoury;
    const auto approve = [&](const std::string& folder) {
        return approve_nightly(*armoury.ledger, armoury.as("admin"), "officers", folder, "manager",
                               armoury.secrets);
    };
    CHECK_THROWS_AS((void)approve(armoury.folder() + "/gone"), UsageError);
    RealLedger::require(approve(armoury.folder()));
    CHECK(source_ages(*armoury.ledger)[0].folder == armoury.folder());
    RealLedger::require(approve(""));
    CHECK_FALSE(source_ages(*armoury.ledger)[0].nightly);
}

TEST_CASE("nightly: what a person may import is what their import would not be refused for") {
    Armoury armoury;
    RealLedger::require(
        add_user(*armoury.ledger, armoury.as("admin"), "counter", {}, "manager", armoury.secrets));
    RealLedger::require(grant_role(*armoury.ledger, armoury.as("admin"), "counter", "armourer",
                                   "manager", armoury.secrets));
    const auto kinds = [&](const char* name) {
        return source_powers(*armoury.ledger, armoury.as(name).user).kinds;
    };
    using Kinds = std::vector<std::string>;
    CHECK(kinds("counter") == Kinds{});
    CHECK(kinds("night") == Kinds{"officers", "authorisations"});
    const SourcePowers admin = source_powers(*armoury.ledger, armoury.as("admin").user);
    CHECK(admin.may_approve_nightly);
    CHECK(admin.needs_approver);
    CHECK_FALSE(source_powers(*armoury.ledger, armoury.as("night").user).may_approve_nightly);
}

TEST_CASE("delta: the file that is imported is the one that was looked at") {
    Armoury armoury;
    DeltaRequest request;
    request.path = armoury.write("officers-2026-03-02.csv", Armoury::staff(10, "ARV C"));
    request.kind = "officers";
    request.approver = "manager";
    const auto looked = inspect_delta(*armoury.ledger, request, armoury.as("night").user);
    RealLedger::require(looked);
    CHECK(looked.value().changes.size() == 10);
    request.reviewed = looked.value().sha256;
    armoury.write("officers-2026-03-02.csv", Armoury::staff(9, "ARV C"));
    CHECK_THROWS_AS(
        (void)import_delta(*armoury.ledger, armoury.as("night"), request, armoury.secrets),
        UsageError);
}

TEST_CASE("status: the strip says what is too old, and stops once something came") {
    Armoury armoury;
    armoury.approve("officers");
    armoury.ledger.reset();
    const auto opened = open_session({core::instant_of("2026-03-06T06:00:00.000Z"), {}})(
        {armoury.folder() + "/a.db", "night", armoury.secrets.secret("night"),
         armoury.secrets.secret("ledger")});
    RealLedger::require(opened);
    const std::shared_ptr<Session> session = opened.value();
    StatusScreen status{status_of(session)};
    CHECK(status.state().alarm.find("officers are as at 1 Mar 2026") != std::string::npos);
    DeltaRequest request;
    request.path = armoury.write("officers-2026-03-06.csv", Armoury::staff(10, "ARV C"));
    request.kind = "officers";
    request.approver = "manager";
    RealLedger::require(import_delta(*session->ledger, session->author, request, armoury.secrets));
    status.refresh();
    CHECK(status.state().alarm.empty());
}
