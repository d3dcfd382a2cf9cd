// SPDX-License-Identifier: MIT
#include "muster/app/simulate.hpp"
#include "muster/app/integrity.hpp"
#include "unit/app/real_ledger.hpp"

using namespace muster::app;
using muster::app::testing::EverybodysSecrets;

namespace {

namespace fs = std::filesystem;

/// A folder of the test's own for ledgers that are made anew.
class Folder {
public:
    Folder() {
        std::string pattern = (fs::temp_directory_path() / "muster-simulate-XXXXXX").string();
        REQUIRE(mkdtemp(pattern.data()) != nullptr);
        folder_ = pattern;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    SimulationRequest request(const std::string& name, std::uint64_t seed) const {
        return {folder_ + "/" + name, seed, 12, 60, 8, 24};
    }

private:
    std::string folder_;
};

bool go_on(const std::string&, std::int64_t, std::int64_t) {
    return true;
}

}  // namespace

TEST_CASE("simulate: a seed makes one ledger, byte for byte, and another seed another") {
    const Folder folder;
    EverybodysSecrets secrets;
    const auto one = simulate(folder.request("one.db", 7), secrets, go_on);
    const auto same = simulate(folder.request("same.db", 7), secrets, go_on);
    const auto other = simulate(folder.request("other.db", 8), secrets, go_on);
    // The short form says the origin, the size and the root.
    CHECK(one.short_form == same.short_form);
    CHECK(one.short_form != other.short_form);
    CHECK(one.issues > 50);
    CHECK(one.returns > 40);
    CHECK(one.refused > 0);
    CHECK(one.origin.starts_with("muster/practice-"));
    const auto ledger = open_ledger(folder.request("one.db", 7).address, nullptr);
    CHECK(verify_ledger(*ledger).sound());
}

TEST_CASE("simulate: whoever stops it has a whole ledger of the days so far") {
    const Folder folder;
    EverybodysSecrets secrets;
    const auto stopped = simulate(folder.request("a.db", 7), secrets,
                                  [](const std::string& step, std::int64_t done, std::int64_t) {
                                      return step != "days" || done < 2;
                                  });
    CHECK(stopped.stopped);
    const auto ledger = open_ledger(folder.request("a.db", 7).address, nullptr);
    CHECK(verify_ledger(*ledger).sound());
}

TEST_CASE("simulate: so many movements are played, by a crowd where the days are few") {
    const Folder folder;
    EverybodysSecrets secrets;
    SimulationRequest request = folder.request("crowd.db", 7);
    request.days = 1;
    request.movements = 130;
    const auto report = simulate(request, secrets, go_on);
    CHECK_FALSE(report.stopped);
    CHECK(report.issues + report.returns >= request.movements);
    // Whoever waits at that moment is still served.
    CHECK(report.issues + report.returns < 2 * request.movements);
    const auto ledger = open_ledger(request.address, nullptr);
    CHECK(verify_ledger(*ledger).sound());
}

TEST_CASE("simulate: what is there already is left alone, and too small a force is not played") {
    const Folder folder;
    EverybodysSecrets secrets;
    SimulationRequest request = folder.request("a.db", 7);
    request.days = 1;
    simulate(request, secrets, go_on);
    CHECK_THROWS(simulate(request, secrets, go_on));
    request.items = 3;
    CHECK_THROWS_AS(simulate(request, secrets, go_on), UsageError);
}
