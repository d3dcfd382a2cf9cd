// SPDX-License-Identifier: MIT
#include "muster/app/register_screen.hpp"

#include <doctest/doctest.h>

#include "muster/app/status_screen.hpp"

using namespace muster::app;

namespace {

/// A register of `items` lines, tags T00000 and up; every tag whose number ends in 7 has an X.
struct Stage {
    std::int64_t items;
    int pages_read = 0;
    explicit Stage(std::int64_t count) : items{count} {}

    std::vector<RegisterLine> all(const std::string& filter) const {
        std::vector<RegisterLine> lines;
        for (std::int64_t at = 0; at < items; ++at) {
            std::string number = std::to_string(100'000 + at);
            if (!filter.empty() && number.back() != '7') continue;
            lines.push_back({"i-" + number, "T" + number, "Sample pistol", "S" + number, "Rack 1",
                             "R1-1", "in_store", "serviceable", ""});
        }
        return lines;
    }
    RegisterUseCases use() {
        return {[this](const std::string& filter, const std::string& after, std::int64_t limit) {
                    ++pages_read;
                    std::vector<RegisterLine> page;
                    for (const RegisterLine& line : all(filter))
                        if (line.item > after && std::ssize(page) < limit) page.push_back(line);
                    return page;
                },
                [this](const std::string& filter) { return std::ssize(all(filter)); }};
    }
};

}  // namespace

TEST_CASE("register: rows are read a page at a time, and only when they are drawn") {
    Stage stage{1'000};
    RegisterScreen screen{stage.use()};
    CHECK(screen.state().words == "1,000 items");
    CHECK(screen.row_count() == 1'000);
    CHECK(stage.pages_read == 0);
    CHECK(screen.cell(0, 0) == "T100000");
    CHECK(screen.cell(199, 0) == "T100199");
    CHECK(stage.pages_read == 1);
    CHECK(screen.cell(999, 2) == "S100999");
    CHECK(screen.cell(0, 5) == "in store");
    const int read = stage.pages_read;
    CHECK(screen.cell(998, 0) == "T100998");
    CHECK(screen.cell(5, 0) == "T100005");
    CHECK(stage.pages_read == read);
}

TEST_CASE("register: a row that is not there is empty, not an error") {
    Stage stage{3};
    RegisterScreen screen{stage.use()};
    CHECK(screen.cell(3, 0).empty());
    CHECK(screen.cell(-1, 0).empty());
    CHECK(screen.cell(0, 99).empty());
    stage.items = 1;  // another desk disposed of two
    screen.refresh();
    CHECK(screen.cell(2, 0).empty());
    CHECK(screen.state().words == "1 item");
}

TEST_CASE("register: pages beyond those kept are read again, and are the same") {
    Stage stage{200 * 25};
    RegisterScreen screen{stage.use()};
    const std::string first = screen.cell(0, 0);
    for (std::int64_t row = 0; row < stage.items; row += RegisterScreen::page_rows)
        CHECK(screen.cell(row, 0) == "T" + std::to_string(100'000 + row));
    const int read = stage.pages_read;
    CHECK(screen.cell(0, 0) == first);
    CHECK(stage.pages_read == read + 1);
}

TEST_CASE("register: a search narrows the rows, says how many, and begins at its own first page") {
    Stage stage{1'000};
    RegisterScreen screen{stage.use()};
    CHECK(screen.cell(1, 0) == "T100001");
    int redraws = 0;
    screen.changed = [&] { ++redraws; };
    screen.search("7");
    CHECK(screen.state().words == "100 items with \"7\"");
    CHECK(screen.cell(1, 0) == "T100017");
    screen.search("7");
    CHECK(redraws == 1);
}

TEST_CASE("register: no row says why and what to do") {
    Stage stage{0};
    RegisterScreen screen{stage.use()};
    CHECK(screen.state().empty_words.starts_with("The register is empty."));
    screen.search("zzz");
    CHECK(screen.state().empty_words.starts_with("Nothing here has \"zzz\""));
}

TEST_CASE("register: numbers are shown with their thousands apart") {
    CHECK(grouped(0) == "0");
    CHECK(grouped(999) == "999");
    CHECK(grouped(1'000) == "1,000");
    CHECK(grouped(41'902) == "41,902");
    CHECK(grouped(-1'234'567) == "-1,234,567");
    CHECK(grouped(-123) == "-123");
}
