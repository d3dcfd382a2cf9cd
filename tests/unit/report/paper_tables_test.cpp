// SPDX-License-Identifier: MIT
#include "muster/report/paper_tables.hpp"

#include <doctest/doctest.h>

using namespace muster::report;

namespace {

PaperHeading heading() {
    return {"Emergency lists",   "Example Force", "HQ Armoury", "OFFICIAL",
            "2 Mar 2026, 06:30", "YCSR 1",        true};
}

PaperTable table(std::size_t rows) {
    return {"Who holds what",
            "Nobody holds anything.",
            {{"Officer", 60}, {"Model", 60}, {"Quantity", 20, Side::right}},
            std::vector<std::vector<std::string>>(rows, {"PC 4471", "Sample Pistol", "1"})};
}

std::size_t pages_of(const std::string& pdf) {
    std::size_t count = 0;
    for (auto at = pdf.find("/Type /Page %"); at != pdf.npos;
         at = pdf.find("/Type /Page %", at + 1))
        ++count;
    return count;
}

std::size_t pages(std::size_t rows, const std::vector<std::string>& blank) {
    return pages_of(draw_emergency_paper(heading(), {table(rows)}, blank, "2026-03-02T06:30:00Z"));
}

}  // namespace

TEST_CASE("paper: a list has a page even where it is empty, and as many as its rows need") {
    CHECK(pages(0, {}) == 1);
    CHECK(pages(1, {}) == 1);
    CHECK(pages(42, {}) == 1);
    CHECK(pages(43, {}) == 2);
    CHECK(pages(1000, {}) == 24);
    CHECK(pages(0, {"P1-1", "P1-2"}) == 3);
}

TEST_CASE("paper: a list drawn twice is the same file") {
    const auto draw = [] {
        return draw_emergency_paper(heading(), {table(3)}, {"P1-1"}, "2026-03-02T06:30:00Z");
    };
    CHECK(draw() == draw());
}
