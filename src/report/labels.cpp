// SPDX-License-Identifier: MIT
#include "muster/report/labels.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "bar_code.hpp"
#include "label_sheets_text.hpp"
#include "muster/report/paper.hpp"

namespace muster::report {
namespace {

constexpr double bar_mm_min = 0.19;
constexpr double module_mm_min = 0.25;
constexpr double module_mm_max = 1.2;
constexpr double bar_mm_max = 0.5;
constexpr double bars_high_mm_min = 6;
constexpr double points_mm = 25.4 / 72;

std::vector<std::string> parts_of(const std::string& line) {
    std::vector<std::string> parts;
    std::istringstream rest{line};
    for (std::string part; std::getline(rest, part, '|');) {
        const auto begin = part.find_first_not_of(' ');
        const auto end = part.find_last_not_of(' ');
        parts.push_back(begin == part.npos ? "" : part.substr(begin, end - begin + 1));
    }
    return parts;
}

LabelSheet sheet_of(const std::string& line) {
    constexpr std::size_t parts_count = 12;
    const std::vector<std::string> parts = parts_of(line);
    if (parts.size() != parts_count)
        throw std::logic_error{"label_sheets.layout: not understood: " + line};
    const auto mm = [&](std::size_t at) { return std::stod(parts[at]) / 10; };
    LabelSheet sheet{
        parts[0], parts[1], mm(2),  mm(3), std::stoul(parts[4]), std::stoul(parts[5]), mm(6), mm(7),
        mm(8),    mm(9),    mm(10), mm(11)};
    return sheet;
}

/// Where on its label the code lies, and where its words do.
struct Placed {
    BarCode code;
    double module = 0;  ///< width of one, in mm
    double high = 0;    ///< height of a row of modules, in mm
    double code_x = 0;  ///< of the code itself, its quiet zone left of it
    double code_y = 0;
    double words_x = 0;
    double words_y = 0;
    double words_width = 0;
    double words_height = 0;
};

// Large labels reach the edge of their page, where no printer prints.
double margin_of(const LabelSheet& sheet) {
    return std::clamp(std::min(sheet.label_width / 15, sheet.label_height / 8), 1.5, 4.5);
}

// Bars lie above their words, a square code beside them.
std::optional<Placed> place(const Label& label, const LabelSheet& sheet, Symbol symbol) {
    auto code = bar_code(label.code, symbol);
    if (!code) return std::nullopt;
    Placed placed;
    const double margin = margin_of(sheet);
    const double width = sheet.label_width - 2 * margin;
    const double height = sheet.label_height - 2 * margin;
    const double quiet = quiet_modules(symbol);
    if (symbol == Symbol::code_128) {
        placed.module = std::min(width / (code->width + 2 * quiet), bar_mm_max);
        placed.high = height / 2;
        placed.code_x = margin + quiet * placed.module;
        placed.code_y = margin;
        placed.words_x = placed.code_x;
        placed.words_y = margin + placed.high + 1;
        placed.words_width = sheet.label_width - margin - placed.words_x;
        if (placed.module < bar_mm_min || placed.high < bars_high_mm_min) return std::nullopt;
    } else {
        const double side = std::min(height, width / 2);
        placed.module = std::min(side / (code->width + 2 * quiet), module_mm_max);
        placed.high = placed.module;
        placed.code_x = margin + quiet * placed.module;
        placed.code_y = (sheet.label_height - placed.module * code->height) / 2;
        placed.words_x = margin + placed.module * (code->width + 2 * quiet) + 1;
        placed.words_y = std::min(placed.code_y, sheet.label_height / 4);
        placed.words_width = sheet.label_width - margin - placed.words_x;
        if (placed.module < module_mm_min) return std::nullopt;
    }
    placed.words_height = sheet.label_height - margin / 2 - placed.words_y;
    placed.code = std::move(*code);
    return placed;
}

void draw_words(Paper& paper, const Label& label, const Placed& placed, double x, double y) {
    constexpr double points_max = 13;
    constexpr double points_min = 4.5;
    constexpr double leading = 1.25;
    if (label.lines.empty()) return;
    const double lines = static_cast<double>(label.lines.size());
    const double points =
        std::clamp(placed.words_height / (lines * leading * points_mm), points_min, points_max);
    const double step = points * leading * points_mm;
    double baseline = y + placed.words_y + points * points_mm;
    for (std::size_t i = 0; i < label.lines.size(); ++i) {
        // What does not fit below is left out: the code and its first words are what counts.
        if (baseline > y + placed.words_y + placed.words_height) return;
        const Face face = i == 0 ? Face::bold : Face::regular;
        const std::string words = paper.fitted(label.lines[i], placed.words_width, points, face);
        paper.text(x + placed.words_x, baseline, words, points, face);
        baseline += step;
    }
}

void draw_label(Paper& paper, const Label& label, const LabelSheet& sheet, Symbol symbol, double x,
                double y) {
    const auto placed = place(label, sheet, symbol);
    if (!placed) throw std::logic_error{"a label that does not fit: " + label.code};
    const double left = x + placed->code_x;
    const double top = y + placed->code_y;
    for (const BarCode::Bar& bar : placed->code.bars)
        paper.bar(left + bar.x * placed->module, top + bar.y * placed->high,
                  bar.width * placed->module, bar.height * placed->high);
    draw_words(paper, label, *placed, x, y);
}

}  // namespace

std::optional<Symbol> symbol_of(const std::string& word) {
    if (word == "datamatrix") return Symbol::data_matrix;
    if (word == "qr") return Symbol::qr;
    if (word == "code128") return Symbol::code_128;
    return std::nullopt;
}

const std::vector<LabelSheet>& label_sheets() {
    static const std::vector<LabelSheet> all = [] {
        std::vector<LabelSheet> sheets;
        std::istringstream lines{label_sheets_text};
        for (std::string line; std::getline(lines, line);)
            if (!line.empty() && line.front() != '#') sheets.push_back(sheet_of(line));
        return sheets;
    }();
    return all;
}

const LabelSheet* label_sheet(const std::string& name) {
    const auto& all = label_sheets();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const LabelSheet& each) { return each.name == name; });
    return found == all.end() ? nullptr : &*found;
}

std::optional<std::string> label_fault(const Label& label, const LabelSheet& sheet, Symbol symbol) {
    if (place(label, sheet, symbol)) return std::nullopt;
    return "The code " + label.code + " is too long for a label of this sheet (" + sheet.words +
           "). Choose larger labels" +
           (symbol == Symbol::data_matrix ? "." : ", or Data Matrix, which is the smallest.");
}

std::string draw_labels(const std::vector<Label>& labels, const LabelSheet& sheet, Symbol symbol,
                        std::size_t first, const std::string& created) {
    if (first < 1 || first > sheet.labels())
        throw std::logic_error{"draw_labels: no such label on a sheet"};
    Paper paper{{sheet.page_width, sheet.page_height}, "Labels", created};
    std::size_t at = first - 1;
    for (const Label& label : labels) {
        if (at == sheet.labels()) {
            paper.next_page();
            at = 0;
        }
        const auto column = static_cast<double>(at % sheet.columns);
        const auto row = static_cast<double>(at / sheet.columns);
        draw_label(paper, label, sheet, symbol, sheet.left + column * sheet.across,
                   sheet.top + row * sheet.down);
        ++at;
    }
    return paper.finish();
}

}  // namespace muster::report
