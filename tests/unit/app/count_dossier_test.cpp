// SPDX-License-Identifier: MIT
#include <filesystem>
#include <fstream>

#include "muster/app/counts.hpp"
#include "muster/app/thing_list.hpp"
#include "muster/core/count_facts.hpp"
#include "unit/app/desk_stage.hpp"

using namespace muster;
using namespace muster::app;
using app::testing::DeskStage;
using app::testing::Page;

namespace {

std::string newest_count(Session& session) {
    std::string id;
    session.reading->read([&](storage::Transaction&, const core::Facts& facts) {
        for (const auto& each : facts.all<core::Stocktake>()) id = each.key;
    });
    return id;
}

std::string safe_of(Page& page) {
    return page.place("place", "ARV safe");
}

/// Starts a count of the safe, by the form.
std::string start(Page& page, Session& session) {
    page.begin_from_list("start_count");
    page.recorded({{"place", safe_of(page)}, {"sort", "full"}, {"a", "relief"}, {"b", "outsider"}});
    return newest_count(session);
}

/// Sees one thing at the safe and hands the sheet in.
void count_as(DeskStage& stage, const std::string& user, const std::string& count,
              std::map<std::string, std::string> seen) {
    Page page{stage, user, "counts"};
    page.screen.open(count);
    page.begin("scan");
    seen["place"] = safe_of(page);
    page.record(seen);
    REQUIRE(page.screen.form().state().notice.words.starts_with("Recorded."));
    page.screen.back();
    page.begin("hand_in");
    page.recorded({});
}

std::string results(Page& page) {
    std::string all;
    const DossierTable& table = page.screen.state().dossier.tables.back();
    for (std::int64_t row = 0; row < table.table->row_count(); ++row)
        all += table.table->cell(row, 0) + " " + table.table->cell(row, 2) + "\n";
    return all;
}

}  // namespace

TEST_CASE("count page: the rules speak while a team is put together") {
    DeskStage stage;
    const auto session = stage.sign_in_as("manager");
    Page page{stage, session, "counts"};
    page.begin_from_list("start_count");
    MovementFormScreen& form = page.screen.form();
    form.set("place", safe_of(page));
    form.set("a", "relief");
    form.set("b", "rel");
    CHECK(form.state().notice.words.empty());
    form.set("b", "relief");
    CHECK(form.state().notice.words.find("two") != std::string::npos);
    CHECK(form.state().notice.tone == Tone::warning);
    form.set("b", "outsider");
    CHECK(form.state().notice.words.empty());
}

TEST_CASE("count page: a blind counter sees their own sheet and nothing of the book") {
    DeskStage stage;
    const auto session = stage.sign_in_as("manager");
    Page planner{stage, session, "counts"};
    const std::string count = start(planner, *session);
    Page page{stage, "relief", "counts"};
    page.screen.open(count);
    CHECK(page.screen.state().dossier.tables.size() == 1);
    CHECK(page.cell("own", 0, 1) == "Not yet counted");
    CHECK(page.known("started").empty());
    CHECK_FALSE(page.offers("compare"));
    CHECK(page.list_actions().empty());
    CHECK(page.offers("filled"));
}

TEST_CASE("count page: scans are written down as they are, known or not, and places stand apart") {
    DeskStage stage;
    const auto session = stage.sign_in_as("manager");
    Page planner{stage, session, "counts"};
    const std::string count = start(planner, *session);
    Page page{stage, "relief", "counts"};
    page.screen.open(count);
    page.begin("scan");
    MovementFormScreen& form = page.screen.form();
    const auto value = [&](const std::string& id) {
        for (const MovementField& each : form.state().fields)
            if (each.id == id) return each.value;
        return std::string{};
    };
    page.screen.scan("ARV safe");
    CHECK(value("place") == safe_of(page));
    page.screen.scan("T-2");
    page.screen.scan("NOBODY-KNOWS-IT");
    // A batch and an officer's card are no less a scan: nothing tells them apart.
    page.screen.scan("A-100");
    CHECK(value("items") == "T-2\nNOBODY-KNOWS-IT\nA-100\n");
    form.set_focus("boxes");
    for (const char* code : {"A-100", "S1", "A-100", "S2"}) page.screen.scan(code);
    CHECK(value("boxes") == "A-100 S1\nA-100 S2\n");
    form.set("items", "T-2\n");
    page.record({});
    CHECK(form.state().notice.words == "Recorded.");
    // It goes on at the same place; the same box is told to its own counter alone.
    CHECK(value("place") == safe_of(page));
    CHECK(value("items").empty());
    form.set_focus("boxes");
    page.screen.scan("A-100");
    page.record({});
    CHECK(page.problem("boxes") + form.state().notice.words != "");
    CHECK(form.state().notice.tone == Tone::stop);
    page.screen.scan("S1");
    page.record({});
    CHECK(form.state().notice.words.find("already counted") != std::string::npos);
}

TEST_CASE("count page: what was seen at one place is recorded before another is scanned") {
    DeskStage stage;
    const auto session = stage.sign_in_as("manager");
    Page planner{stage, session, "counts"};
    planner.begin_from_list("start_count");
    planner.recorded({{"place", planner.place("place", "HQ Armoury")},
                      {"sort", "full"},
                      {"a", "relief"},
                      {"b", "outsider"}});
    Page page{stage, "relief", "counts"};
    page.screen.open(newest_count(*session));
    page.begin("scan");
    page.screen.scan("ARV safe");
    page.screen.scan("T-2");
    page.screen.scan("HQ Armoury");
    CHECK(page.screen.form().state().notice.words.find("First record") != std::string::npos);
    page.record({});
    page.screen.scan("HQ Armoury");
    for (const MovementField& each : page.screen.form().state().fields)
        if (each.id == "place") CHECK(each.value == page.place("place", "HQ Armoury"));
}

TEST_CASE("count page: a filled sheet is taken whole or not at all") {
    DeskStage stage;
    const auto session = stage.sign_in_as("manager");
    Page planner{stage, session, "counts"};
    const std::string count = start(planner, *session);
    const std::string file = stage.folder() + "/filled.csv";
    std::ofstream{file} << "location,what,code,quantity,seal,note\n"
                           "ARV safe,item,T-2,,,\nARV safe,nonsense,X,,,\n";
    Page page{stage, "relief", "counts"};
    page.screen.open(count);
    page.begin("filled");
    CHECK(page.recorded({{"file", file}}).starts_with("Nothing was taken; Row 3"));
    CHECK(page.cell("own", 0, 1) == "Not yet counted");
    std::ofstream{file} << "location,what,code,quantity,seal,note\nARV safe,item,T-2,,,\n";
    page.begin("filled");
    CHECK(page.recorded({{"file", file}}).starts_with("Recorded"));
    CHECK(page.known("last").find("T-2") != std::string::npos);
}

TEST_CASE("count page: compared, recounted by a third, closed by two; both comparisons stay") {
    DeskStage stage;
    const auto session = stage.sign_in_as("manager");
    Page page{stage, session, "counts"};
    const std::string count = start(page, *session);
    count_as(stage, "relief", count, {{"items", "T-2"}, {"unknown", "SAMPLEOO1"}});
    count_as(stage, "outsider", count, {{"nothing_more", "yes"}});
    page.screen.open(count);
    page.begin("compare");
    CHECK(page.recorded({}).find("1  Counters differ") != std::string::npos);
    CHECK(results(page).find("Counters differ TASER 7") != std::string::npos);
    CHECK(results(page).find("Unknown") != std::string::npos);
    page.begin("recount");
    page.recorded({{"counter", "armourer"}});
    count_as(stage, "armourer", count, {{"items", "T-2"}});
    page.screen.open(count);
    page.begin("compare");
    page.recorded({});
    CHECK(results(page).find("Agreed TASER 7") != std::string::npos);
    CHECK(page.screen.state().dossier.tables.size() == 2);
    page.begin("close");
    const std::string closed = page.recorded({{"second", "supervisor"}});
    CHECK(closed.find("A third person counted once more") != std::string::npos);
    CHECK(closed.find("Discrepancy d-") != std::string::npos);
    CHECK(page.known("state") == "Closed");
    CHECK(page.known("signed") == "manager and supervisor");
    CHECK_FALSE(page.offers("compare"));
    REQUIRE(page.screen.state().dossier.papers.size() == 1);
    page.screen.save_paper(0, stage.folder() + "/certificate.pdf");
    CHECK(std::filesystem::file_size(stage.folder() + "/certificate.pdf") > 1000);
}

TEST_CASE("count page: a movement while it ran stands beside its line, by its number") {
    DeskStage stage;
    const auto session = stage.sign_in_as("manager");
    Page page{stage, session, "counts"};
    const std::string count = start(page, *session);
    Page mover{stage, "armourer"};
    mover.open("T-2");
    mover.begin("move");
    mover.recorded({{"to", mover.place("to", "HQ Armoury")}});
    count_as(stage, "relief", count, {{"nothing_more", "yes"}});
    count_as(stage, "outsider", count, {{"nothing_more", "yes"}});
    page.screen.open(count);
    page.begin("compare");
    page.recorded({});
    const DossierTable& table = page.screen.state().dossier.tables.back();
    CHECK(table.table->cell(0, 0) == "Excluded");
    CHECK(table.table->cell(0, 4) == "-1");
    CHECK(table.table->cell(0, 6).starts_with("#"));
    CHECK(!table.keys.at(0).empty());
}

TEST_CASE("counts list: what policy asks for and nobody did") {
    DeskStage stage;
    ThingList list{counts_list(stage.sign_in_as("manager"))};
    CHECK(list.row_count() == 0);
    list.set_filter("state", "due");
    REQUIRE(list.row_count() > 0);
    CHECK(list.cell(0, 1) == "Never counted");
    CHECK(list.tone(0) == Tone::stop);
}
