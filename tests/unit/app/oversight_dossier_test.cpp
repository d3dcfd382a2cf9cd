// SPDX-License-Identifier: MIT
#include <filesystem>
#include <fstream>

#include "muster/app/discrepancies.hpp"
#include "muster/app/thing_list.hpp"
#include "muster/core/stock_facts.hpp"
#include "unit/app/desk_stage.hpp"

using namespace muster;
using namespace muster::app;
using app::testing::DeskStage;
using app::testing::Page;

namespace {

/// A discrepancy: two rounds used up without a report's reference.
std::string discrepancy_of(DeskStage& stage) {
    Page page{stage, "armourer"};
    page.open("A-101");
    page.begin("expend");
    page.record({{"quantity", "2"}, {"reason", "operational"}});
    const auto session = stage.sign_in_as("manager");
    std::string id;
    session->reading->read([&](storage::Transaction&, const core::Facts& facts) {
        for (const auto& each : facts.all<core::Discrepancy>()) id = each.key;
    });
    return id;
}

std::string row_with(ThingList& list, const std::string& words) {
    for (std::int64_t row = 0; row < list.row_count(); ++row)
        if (list.cell(row, 0).find(words) != std::string::npos)
            return list.key_of(static_cast<std::size_t>(row));
    return {};
}

}  // namespace

TEST_CASE("discrepancy page: assigned, evidence, resolved by one and approved by another") {
    DeskStage stage;
    const std::string id = discrepancy_of(stage);
    Page page{stage, "manager", "discrepancies"};
    page.screen.open(id);
    CHECK(page.known("state") == "Open");
    CHECK_FALSE(page.known("due").empty());
    CHECK_FALSE(page.offers("approve"));
    page.begin("assign");
    page.recorded({{"to", "supervisor"}});
    CHECK(page.known("assigned") == "supervisor");
    const std::string evidence = stage.folder() + "/report.txt";
    std::ofstream{evidence} << "an invented report\n";
    page.begin("note");
    page.recorded({{"words", "the report was found"}, {"file", evidence}, {"reported", "yes"}});
    CHECK_FALSE(page.known("reported").empty());
    CHECK(page.cell("steps", page.table("steps").table->row_count() - 1, 3).find('[') !=
          std::string::npos);
    page.begin("resolve");
    page.record({{"outcome", "clerical"}, {"words", "the reference"}, {"adjust", "-2.5"}});
    CHECK(page.problem("adjust").find("whole number") != std::string::npos);
    page.recorded({{"adjust", ""}});
    CHECK(page.known("state") == "Resolved, waits for approval");
    page.begin("approve");
    page.record({});
    CHECK(page.screen.form().state().notice.tone == Tone::stop);
    CHECK_FALSE(page.screen.form().state().receipt);

    Page senior{stage, "senior", "discrepancies"};
    senior.screen.open(id);
    senior.begin("approve");
    senior.recorded({});
    CHECK(senior.known("state") == "Approved");
    CHECK_FALSE(senior.offers("resolve"));
    CHECK(senior.offers("sign_off"));
}

TEST_CASE("sign-off: by ink that another saw, never by nobody, once by each") {
    DeskStage stage;
    Page page{stage, "senior", "oversight"};
    page.screen.open("brief 2026-03");
    REQUIRE(page.offers("sign_off"));
    page.begin("sign_off");
    page.record({});
    CHECK(page.screen.form().state().notice.words.find("who signed and who saw it") !=
          std::string::npos);
    page.record({{"signer", "senior"}, {"witness", "senior"}});
    CHECK_FALSE(page.screen.form().state().receipt);
    page.recorded({{"signer", "senior"}, {"witness", "supervisor"}, {"remark", "look at rack 3"}});
    CHECK(page.known("signed_off").starts_with("senior, ink, "));
    page.begin("sign_off");
    page.record({{"signer", "senior"}, {"witness", "supervisor"}});
    CHECK_FALSE(page.screen.form().state().receipt);
}

TEST_CASE("sign-off: a deputy signs for whom they were named by, and the page says so") {
    DeskStage stage;
    Page senior{stage, "senior", "oversight"};
    senior.begin_from_list("deputise");
    senior.recorded({{"to", "manager"},
                     {"first", "02/03/2026"},
                     {"last", "09/03/2026"},
                     {"reason", "annual leave"}});
    const auto manager = stage.sign_in_as("manager");
    ThingList list{oversight_list(manager)};
    CHECK(row_with(list, "Deputy of senior").empty());  // it opens nothing
    Page page{stage, manager, "oversight"};
    CHECK(page.list_actions() != senior.list_actions());
    page.screen.open("brief 2026-03");
    page.begin("sign_off");
    page.recorded({{"signer", "manager"}, {"witness", "supervisor"}});
    CHECK(page.known("signed_off").find("manager for senior") != std::string::npos);
}

TEST_CASE("dip-test page: drawn with a sheet, keyed, what differs is a discrepancy, attested") {
    DeskStage stage;
    const auto session = stage.sign_in_as("senior");
    Page page{stage, session, "oversight"};
    const std::string sheet = stage.folder() + "/dip.pdf";
    page.begin_from_list("draw_dip");
    page.recorded(
        {{"place", page.place("place", "ARV safe")}, {"positions", "1"}, {"sheet", sheet}});
    CHECK(std::filesystem::exists(sheet));
    ThingList list{oversight_list(session)};
    page.screen.open(row_with(list, "Dip-test"));
    CHECK(page.cell("positions", 0, 2).empty());
    CHECK_FALSE(page.offers("sign_off"));
    page.begin("key_dip");
    const std::string keyed = page.recorded({{"walked_by", "senior"}, {"seen-1", "C-5"}});
    CHECK(keyed.find("0 positions agreed, 1 did not") != std::string::npos);
    CHECK(keyed.find("Discrepancy d-") != std::string::npos);
    CHECK(page.cell("positions", 0, 2).find("T-2") != std::string::npos);
    CHECK(page.cell("positions", 0, 3) == "Differs");
    CHECK_FALSE(page.offers("key_dip"));
    page.begin("sign_off");
    page.recorded({{"signer", "senior"}, {"witness", "supervisor"}});
    CHECK_FALSE(page.known("signed_off").empty());
}

TEST_CASE("plots: a page draws the layout of its PDF, and says the same in figures") {
    DeskStage stage;
    discrepancy_of(stage);
    Page page{stage, "manager", "oversight"};
    page.screen.open("plot ages");
    const Dossier& ages = page.screen.state().dossier;
    REQUIRE(ages.plots.size() == 1);
    CHECK(ages.plots[0].lay_out(400, 200).boxes.size() == 1);
    CHECK(page.cell("figures", 0, 0) == "up to a day");
    CHECK(page.cell("figures", 0, 1) == "1");
    page.screen.save_paper(0, stage.folder() + "/ages.pdf");
    CHECK(std::filesystem::file_size(stage.folder() + "/ages.pdf") > 1000);
    page.screen.back();
    page.open("A-101");
    page.screen.open(page.table("balances").keys.at(0));
    REQUIRE(page.screen.state().dossier.plots.size() == 1);
    CHECK(page.cell("figures", 0, 2) == "30");
    CHECK(page.cell("figures", 1, 2) == "28");
    page.screen.open("plot nothing");
    CHECK(page.screen.state().notice.tone == Tone::stop);
}
