// SPDX-License-Identifier: MIT
#include "muster/report/labels.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "muster/report/paper.hpp"
#include "report/bar_code.hpp"

using namespace muster::report;

namespace {

constexpr char created[] = "2026-03-01T06:41:12Z";

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
    return count;
}

std::size_t pages_of(const std::string& pdf) {
    return count_of(pdf, "/Type /Page %");
}

}  // namespace

TEST_CASE("labels: every sheet's labels lie on its page and not over one another") {
    REQUIRE(label_sheets().size() == 5);
    for (const LabelSheet& sheet : label_sheets()) {
        INFO(sheet.name);
        CHECK(sheet.across >= sheet.label_width);
        CHECK(sheet.down >= sheet.label_height);
        const auto columns = static_cast<double>(sheet.columns - 1);
        const auto rows = static_cast<double>(sheet.rows - 1);
        CHECK(sheet.left + columns * sheet.across + sheet.label_width <= sheet.page_width + 0.05);
        CHECK(sheet.top + rows * sheet.down + sheet.label_height <= sheet.page_height + 0.05);
        CHECK(label_sheet(sheet.name) == &sheet);
    }
    CHECK(label_sheet("a4-25") == nullptr);
}

TEST_CASE("labels: a part-used sheet begins at its first label, and the next sheet at its own") {
    const LabelSheet& sheet = *label_sheet("a4-24");
    const std::vector<Label> labels(24, Label{"W-0192", {"W-0192", "Sample Pistol"}});
    CHECK(pages_of(draw_labels(labels, sheet, Symbol::qr, 1, created)) == 1);
    CHECK(pages_of(draw_labels(labels, sheet, Symbol::qr, 2, created)) == 2);
    CHECK_THROWS_AS(draw_labels(labels, sheet, Symbol::qr, 0, created), std::logic_error);
    CHECK_THROWS_AS(draw_labels(labels, sheet, Symbol::qr, 25, created), std::logic_error);
}

TEST_CASE("labels: the same labels give the same bytes") {
    const std::vector<Label> labels{{"W-0192", {"W-0192", "Sample Pistol", "Serial AB123"}}};
    const LabelSheet& sheet = *label_sheet("a4-65");
    const std::string drawn = draw_labels(labels, sheet, Symbol::data_matrix, 7, created);
    CHECK(drawn == draw_labels(labels, sheet, Symbol::data_matrix, 7, created));
    CHECK(drawn != draw_labels(labels, sheet, Symbol::data_matrix, 8, created));
    CHECK(drawn.starts_with("%PDF-"));
}

TEST_CASE("labels: a code too long for its label is said, and where it fits") {
    const std::string code(40, 'W');
    const LabelSheet& small = *label_sheet("a4-65");
    const auto fault = label_fault({code, {code}}, small, Symbol::code_128);
    REQUIRE(fault);
    CHECK(fault->find("Data Matrix") != std::string::npos);
    CHECK_FALSE(label_fault({code, {code}}, small, Symbol::data_matrix));
    CHECK(label_fault({"", {}}, small, Symbol::qr));
    CHECK_THROWS_AS(draw_labels({{code, {}}}, small, Symbol::code_128, 1, created),
                    std::logic_error);
}

TEST_CASE("labels: a code's bars are what its symbol says") {
    const auto matrix = bar_code("W-0192", Symbol::data_matrix);
    REQUIRE(matrix);
    CHECK(matrix->width == matrix->height);
    // A Data Matrix has a whole bar below and on its left.
    CHECK(matrix->bars.back().width == matrix->width);
    CHECK(matrix->bars.back().y == matrix->height - 1);
    const auto bars = bar_code("W-0192", Symbol::code_128);
    REQUIRE(bars);
    CHECK(bars->height == 1);
    // Three bars each of the start, W - 0, a change of code set, 19 and 2 as pairs or digits, and
    // the check; the stop has four.
    CHECK(bars->bars.size() % 3 == 1);
    CHECK(bars->width == 11 * double((bars->bars.size() - 4) / 3) + 13);
    CHECK_FALSE(bar_code("", Symbol::qr));
    CHECK(symbol_of("qr") == Symbol::qr);
    CHECK_FALSE(symbol_of("pdf417"));
}

TEST_CASE("paper: words are cut at a whole letter, no wider than asked") {
    Paper paper{{}, "Test", created};
    const std::string words = "Réserve d'\u00c9t\u00e9 de la Gare";
    CHECK(paper.fitted(words, 200, 10) == words);
    const std::string cut = paper.fitted(words, 12, 10);
    CHECK(cut.ends_with("\u2026"));
    CHECK(paper.width_of(cut, 10) <= 12);
    CHECK(words.starts_with(cut.substr(0, cut.size() - 3)));
    CHECK(paper.width_of(words, 10, Face::bold) > paper.width_of(words, 10));
    CHECK(paper.fitted(words, 0.1, 10) == "\u2026");
}
