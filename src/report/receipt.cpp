// SPDX-License-Identifier: MIT
#include "muster/report/receipt.hpp"

#include "bar_code.hpp"
#include "muster/report/paper.hpp"

namespace muster::report {
namespace {

constexpr PaperSize a5{148, 210};
constexpr double left = 12;
constexpr double right = 136;
constexpr double lines_bottom = 168;
constexpr double points = 9;

void draw_head(Paper& paper, const Receipt& receipt) {
    paper.text(left, 13, receipt.force, 7.5);
    paper.text(right, 13, (receipt.practice ? "PRACTICE  " : "") + receipt.classification, 7.5,
               Face::bold, Side::right);
    paper.text(left, 24, receipt.title, 16, Face::bold);
    paper.line(left, 28, right, 28, 0.4);
}

double draw_facts(Paper& paper, const Receipt& receipt) {
    constexpr double words_left = left + 28;
    double y = 35;
    for (const auto& [name, words] : receipt.facts) {
        if (words.empty()) continue;
        paper.text(left, y, name, points);
        paper.text(words_left, y, paper.fitted(words, right - words_left, points, Face::bold),
                   points, Face::bold);
        y += 5.5;
    }
    return y + 3;
}

// So that it can be read by a telephone and compared later.
void draw_short(Paper& paper, const Receipt& receipt) {
    if (receipt.short_form.empty()) return;
    constexpr double top = 176;
    constexpr double side = 22;
    const auto code = bar_code(receipt.short_form, Symbol::qr);
    double words_left = left;
    if (code) {
        const double module = side / (code->width + 2 * quiet_modules(Symbol::qr));
        const double quiet = module * quiet_modules(Symbol::qr);
        for (const BarCode::Bar& bar : code->bars)
            paper.bar(left + quiet + bar.x * module, top + quiet + bar.y * module,
                      bar.width * module, bar.height * module);
        words_left = left + side + 3;
    }
    paper.text(words_left, top + 6,
               "Keep this. It fixes every entry of the ledger up to this one:", 7.5);
    const auto half = receipt.short_form.find(' ', receipt.short_form.size() / 2);
    paper.text(words_left, top + 12, receipt.short_form.substr(0, half), 9, Face::mono);
    if (half != receipt.short_form.npos)
        paper.text(words_left, top + 17, receipt.short_form.substr(half + 1), 9, Face::mono);
}

}  // namespace

std::string draw_receipt(const Receipt& receipt, const std::string& created) {
    constexpr double step = 10;
    Paper paper{a5, receipt.title, created};
    draw_head(paper, receipt);
    double y = draw_facts(paper, receipt);
    for (const Receipt::Line& line : receipt.lines) {
        if (y > lines_bottom) {
            draw_short(paper, receipt);
            paper.next_page();
            draw_head(paper, receipt);
            y = 35;
        }
        paper.line(left, y - 4.5, right, y - 4.5, 0.1);
        paper.text(left + 10, y, line.quantity, points, Face::bold, Side::right);
        paper.text(left + 14, y, paper.fitted(line.subject, right - left - 14, points, Face::bold),
                   points, Face::bold);
        std::string way = line.from;
        if (!line.to.empty()) way += (way.empty() ? "to " : " to ") + line.to;
        paper.text(left + 14, y + 4, paper.fitted(way, right - left - 14, 7.5), 7.5);
        y += step;
    }
    draw_short(paper, receipt);
    return paper.finish();
}

}  // namespace muster::report
