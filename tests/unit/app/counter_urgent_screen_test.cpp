// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <set>
#include "muster/app/counter_screen.hpp"
#include "muster/app/errors.hpp"
#include "unit/app/scripted_window.hpp"

using namespace muster::app;
using namespace muster;
using Mode = CounterState::Mode;

namespace {

/// A counter where ten officers (O0 … O9) draw any of thirty things (I0 … I29); KIT is a kit of one
/// pistol, BOX a batch of fifty a box.
class BusyHatch {
public:
    BusyHatch() : screen{use_cases(), background, prompter} {}

    std::vector<IssueRequest> issued;
    std::set<std::string> stopped;        ///< ids that the rules stop
    std::optional<core::Refused> refuse;  ///< what the next commit answers
    bool fail = false;                    ///< the commit's answer is lost
    testing::ScriptedPrompter prompter;
    testing::HeldBackground background;
    CounterScreen screen;

    const CounterState& state() const { return screen.state(); }

private:
    CounterUseCases use_cases() {
        CounterUseCases use;
        use.scan = [](const std::string& code) -> ScannedThing {
            using Sort = ScannedThing::Sort;
            if (code[0] == 'O') return {Sort::officer, "o-" + code, "PC " + code, "", {}};
            if (code[0] == 'I') return {Sort::item, "i-" + code, "Thing " + code, "o-X", {}};
            if (code == "KIT") return {Sort::kit, "k-1", "ARV standard", "", {}};
            if (code == "BOX") return {Sort::stock, "b-1", "9x19 22-117", "", {}, 50};
            return {};
        };
        use.card = [](const std::string& who) -> core::Result<OfficerCard> {
            OfficerCard card;
            card.officer.value = "o-" + who;
            card.collar = who;
            card.words = "PC " + who;
            return card;
        };
        use.preview = [this](const IssueRequest& request) { return preview(request); };
        use.issue = [this](const IssueRequest& request, Secrets&) -> core::Result<MovementReceipt> {
            if (refuse) return *std::exchange(refuse, std::nullopt);
            issued.push_back(request);
            if (fail) throw UsageError{"The disk is gone."};
            MovementReceipt receipt;
            receipt.number = static_cast<core::EntryNumber>(issued.size());
            receipt.mode = request.urgent ? "urgent" : "";
            receipt.confirmed = !request.urgent;
            return receipt;
        };
        use.take_back = [](const ReturnRequest&, Secrets&) -> core::Result<MovementReceipt> {
            return core::refused(core::Refusal::basket_empty);
        };
        use.discrepancy_words = [](core::EntryNumber) { return std::string{}; };
        use.new_request = [this] { return "r" + std::to_string(++requests_); };
        use.purposes = {{"operational", "Operational"}};
        return use;
    }
    BasketPreview preview(const IssueRequest& request) const {
        BasketPreview preview;
        for (const std::string& item : request.items) {
            BasketLine line{item, item, item, 1, "item", {}};
            if (stopped.contains(item))
                line.stops.push_back({"item_on_hold", "STOP: held.", false});
            preview.lines.push_back(line);
        }
        for (const CodeQuantity& batch : request.batches)
            preview.lines.push_back(
                {batch.code, batch.code, batch.code, batch.quantity, "stock", {}});
        for (const std::string& kit : request.kits) {
            preview.kits.push_back({kit, "ARV standard", {}});
            if (request.items.empty()) preview.kits.back().open.push_back("pistol");
        }
        return preview;
    }
    int requests_ = 0;
};

}  // namespace

TEST_CASE("urgent: ten officers draw three things each in forty scans, and no key is touched") {
    BusyHatch hatch;
    hatch.screen.toggle_urgent();
    CHECK(hatch.state().urgent.starts_with("URGENT ISSUE."));
    int scans = 0;
    for (int officer = 0; officer < 10; ++officer) {
        hatch.screen.scan("O" + std::to_string(officer));
        ++scans;
        for (int thing = 0; thing < 3; ++thing, ++scans)
            hatch.screen.scan("I" + std::to_string(officer * 3 + thing));
        hatch.background.go_on();
    }
    CHECK(scans == 40);
    // The last basket has no card behind it: nothing more being scanned records it.
    CHECK(hatch.issued.size() == 9);
    CHECK(hatch.screen.urgent_waits());
    hatch.screen.record_waiting();
    hatch.background.go_on();
    CHECK_FALSE(hatch.screen.urgent_waits());
    REQUIRE(hatch.issued.size() == 10);
    for (int officer = 0; officer < 10; ++officer) {
        const IssueRequest& one = hatch.issued[static_cast<std::size_t>(officer)];
        CHECK(one.urgent);
        CHECK(one.collar == "O" + std::to_string(officer));
        CHECK(one.items.size() == 3);
    }
    hatch.screen.toggle_urgent();
    CHECK(hatch.state().urgent.empty());
}

TEST_CASE("urgent: after a lost answer the same basket is recorded under the same id") {
    BusyHatch hatch;
    hatch.screen.toggle_urgent();
    hatch.screen.scan("O1");
    hatch.screen.scan("I1");
    hatch.fail = true;
    hatch.prompter.yes = {true};
    hatch.screen.toggle_urgent();
    hatch.background.go_on();
    CHECK(hatch.state().urgent.starts_with("URGENT ISSUE."));  // the basket still is
    hatch.fail = false;
    hatch.screen.record_waiting();
    hatch.background.go_on();
    REQUIRE(hatch.issued.size() == 2);
    CHECK(hatch.issued[0].details.request == hatch.issued[1].details.request);
}

TEST_CASE("urgent: what is scanned while the last basket is recorded is the next officer's") {
    BusyHatch hatch;
    hatch.screen.toggle_urgent();
    for (const char* code : {"O1", "I1", "O2", "I2", "I3", "O3"}) hatch.screen.scan(code);
    CHECK(hatch.state().busy);
    hatch.background.go_on();
    REQUIRE(hatch.issued.size() == 2);
    CHECK(hatch.issued[0].items == std::vector<std::string>{"i-I1"});
    CHECK(hatch.issued[1].collar == "O2");
    CHECK(hatch.issued[1].items == std::vector<std::string>{"i-I2", "i-I3"});
    CHECK(hatch.state().officer == "PC O3");
}

TEST_CASE("urgent: a stopped line is not recorded, and the next officer waits") {
    BusyHatch hatch;
    hatch.stopped = {"i-I1"};
    hatch.screen.toggle_urgent();
    for (const char* code : {"O1", "I1", "I2", "O2"}) hatch.screen.scan(code);
    CHECK_FALSE(hatch.background.is_waiting());
    CHECK(hatch.state().officer == "PC O1");
    CHECK(hatch.state().notice.tone == Tone::stop);
    hatch.screen.remove_line(0);
    hatch.screen.scan("O2");
    hatch.background.go_on();
    REQUIRE(hatch.issued.size() == 1);
    CHECK(hatch.issued[0].items == std::vector<std::string>{"i-I2"});
}

TEST_CASE(
    "urgent: what the rules refuse stays at the counter, and nothing reaches its next officer") {
    BusyHatch hatch;
    hatch.refuse = core::refused(core::Refusal::urgent_not_allowed);
    hatch.screen.toggle_urgent();
    for (const char* code : {"O1", "I1", "O2", "I2"}) hatch.screen.scan(code);
    hatch.background.go_on();
    CHECK(hatch.issued.empty());
    CHECK(hatch.state().officer == "PC O1");
    CHECK(hatch.state().lines.size() == 1);
    CHECK(hatch.state().notice.words.find("Scan the next officer's card again.") !=
          std::string::npos);
}

TEST_CASE("urgent: the same card again records, a box is one scan, a thing needs a card first") {
    BusyHatch hatch;
    hatch.screen.toggle_urgent();
    hatch.screen.scan("I1");
    CHECK(hatch.state().notice.words == "Scan the officer's card first, then Thing I1.");
    for (const char* code : {"O1", "I1", "BOX", "BOX"}) hatch.screen.scan(code);
    CHECK(hatch.state().asked.empty());
    hatch.screen.scan("O1");
    hatch.background.go_on();
    REQUIRE(hatch.issued.size() == 1);
    CHECK(hatch.issued[0].batches.front().quantity == 100);
    CHECK(hatch.state().mode == Mode::waiting);
    REQUIRE(hatch.state().receipt);
    CHECK(hatch.state().receipt->remark.starts_with("Urgent: provisional"));
}

TEST_CASE("kit: a scan of a kit shows its open lines, and they wait for a scan") {
    BusyHatch hatch;
    hatch.screen.scan("KIT");
    CHECK(hatch.state().notice.words == "Scan the officer's card first, then ARV standard.");
    hatch.screen.scan("O1");
    hatch.screen.scan("KIT");
    REQUIRE(hatch.state().lines.size() == 1);
    CHECK(hatch.state().lines[0].verdict == "OPEN");
    CHECK(hatch.state().lines[0].reasons == std::vector<std::string>{"Still to scan: pistol"});
    CHECK_FALSE(hatch.state().may_confirm);
    hatch.screen.scan("I1");
    REQUIRE(hatch.state().lines.size() == 2);
    CHECK(hatch.state().lines[1].verdict == "COMPLETE");
    CHECK(hatch.state().may_confirm);
    hatch.screen.remove_line(1);
    CHECK(hatch.state().lines.size() == 1);
    CHECK(hatch.state().lines[0].words == "i-I1");
}
