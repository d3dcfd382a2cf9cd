// SPDX-License-Identifier: MIT
#include "muster/app/nightly_import.hpp"

#include <chrono>

#include "app/basket.hpp"
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
