// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "import_desk.hpp"

using namespace muster;
using namespace muster::app;
using Step = ImportState::Step;
using Desk = testing::ImportDesk;

TEST_CASE("import: where a column is missing a person says what every row has, and takes it back") {
    Desk desk;
    desk.no_place = true;
    desk.unsure = false;
    desk.screen.choose_file("/tmp/stock.xlsx");
    desk.background.go_on();
    CHECK(desk.screen.sheets().cell(0, 4) == "No column was found for: Rack position.");
    desk.screen.next();
    REQUIRE(desk.screen.state().missing_fields.size() == 1);
    CHECK(desk.screen.state().missing_fields[0].title == "Rack position");
    CHECK(desk.screen.state().columns_notice.words ==
          "No column gives: Rack position. Say which column it is, or what holds for every row.");
    desk.screen.say_for_every_row("rack", "");
    CHECK(desk.screen.state().missing_fields.size() == 1);  // nothing was said
    desk.screen.say_for_every_row("rack", "2-04");
    CHECK(desk.screen.state().missing_fields.empty());
    CHECK(desk.row(desk.screen.columns(), 3) == "Every row|||Rack position|2-04");

    SUBCASE("it goes to the reading, and into the mapping that is saved") {
        desk.screen.save_mapping("/tmp/m.json");
        desk.background.go_on();
        const std::vector<ImportMapping::Constant> said{{"items", "Armoury", "rack", "2-04"}};
        CHECK(desk.saved_mapping.constants == said);
        desk.screen.next();
        desk.background.go_on();
        CHECK(desk.inspected.back().mapping.constants == said);
        CHECK(desk.screen.state().step == Step::faults);
        desk.screen.back();
        CHECK(desk.screen.state().missing_fields.empty());
        CHECK(desk.row(desk.screen.columns(), 3) == "Every row|||Rack position|2-04");
        desk.screen.choose_column(3);
        desk.screen.choose_field("");
        CHECK(desk.screen.state().missing_fields.size() == 1);
    }
    SUBCASE("it is taken back") {
        desk.screen.choose_column(3);
        CHECK(desk.screen.state().column_choice.words == "What was said of every row");
        desk.screen.choose_field("rack");
        CHECK(desk.screen.state().missing_fields.empty());
        desk.screen.choose_field("");
        CHECK(desk.screen.state().missing_fields.size() == 1);
        CHECK(desk.screen.columns().row_count() == 3);
    }
    SUBCASE("or a column that is said to be it goes before") {
        desk.screen.choose_column(2);
        desk.screen.choose_field("rack");
        CHECK(desk.screen.columns().row_count() == 3);
        CHECK(desk.screen.state().missing_fields.empty());
    }
}

TEST_CASE("import: a person says what the file's own words mean, and the file is read again") {
    Desk desk;
    desk.odd_words = true;
    desk.at_faults();
    const auto choose = [&](const std::string& found) {
        for (std::size_t at = 0; desk.screen.faults().row_count() > static_cast<std::int64_t>(at);
             ++at) {
            desk.screen.choose_fault(at);
            if (desk.screen.state().meaning.words.find(found) != std::string::npos) return true;
        }
        return false;
    };
    REQUIRE(choose("\"G17\" is"));
    std::string offered;
    for (const Choice& each : desk.screen.state().meaning.choices) offered += each.title + ", ";
    CHECK(offered == "A new model, G19, Glock 17, Sample Carbine, ");
    desk.screen.choose_meaning("Glock 17");
    CHECK(desk.screen.state().busy);
    desk.background.go_on();
    CHECK(desk.inspected.back().mapping.models ==
          std::map<std::string, std::string>{{"G17", "Glock 17"}});
    CHECK(desk.screen.state().step == Step::faults);
    CHECK_FALSE(choose("G17"));
    REQUIRE(choose("\"wibble\" means"));
    desk.screen.choose_meaning("In store");
    desk.background.go_on();
    CHECK_FALSE(choose("wibble"));
    // What was said is seen, and taken back, below the columns.
    desk.screen.back();
    CHECK(desk.row(desk.screen.columns(), 3) == "Model||G17|Model|Glock 17");
    CHECK(desk.row(desk.screen.columns(), 4) == "Status||wibble|Status|In store");
    desk.screen.choose_column(3);
    CHECK(desk.screen.state().column_choice.words == "What was said of \"G17\"");
    desk.screen.choose_field("");
    CHECK(desk.screen.columns().row_count() == 4);
    desk.screen.next();
    desk.background.go_on();
    CHECK(desk.inspected.back().mapping.models.empty());
    CHECK(choose("G17"));
}

TEST_CASE("import: a mapping saved beside the file is offered, and used when wanted") {
    Desk desk;
    desk.mapping_beside = "/tmp/old.mapping.json";
    desk.saved_mapping.headings = {{"items", "Ref", "rack"}};
    SUBCASE("wanted") {
        desk.prompter.yes = {true};
        desk.screen.choose_file("/tmp/stock.xlsx");
        desk.background.go_on();
        CHECK(desk.prompter.asked == std::vector<std::string>{"Use the saved mapping?"});
        CHECK(desk.screen.columns().cell(2, 3) == "Rack position");
    }
    SUBCASE("not wanted") {
        desk.prompter.yes = {false};
        desk.screen.choose_file("/tmp/stock.xlsx");
        desk.background.go_on();
        CHECK(desk.screen.columns().cell(2, 3) == "Tag");
    }
    CHECK_FALSE(desk.screen.state().busy);
    CHECK(desk.screen.state().step == Step::sheets);
}

TEST_CASE("import: what was settled is saved as a mapping") {
    Desk desk;
    desk.screen.choose_file("/tmp/stock.xlsx");
    desk.background.go_on();
    desk.screen.next();
    desk.screen.choose_column(2);
    desk.screen.accept_column();
    CHECK(desk.screen.mapping_path() == "/tmp/stock.xlsx.mapping.json");
    desk.screen.save_mapping(desk.screen.mapping_path());
    desk.background.go_on();
    CHECK(desk.saved_mapping.headings ==
          std::vector<ImportMapping::Heading>{{"items", "Ref", "tag"}});
    CHECK(desk.screen.state().notice.tone == Tone::good);
}
