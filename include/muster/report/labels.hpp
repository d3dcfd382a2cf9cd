// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// Sheets of labels for items, batches, officers, locations, and cards of commands.
namespace muster::report {

enum class Symbol { data_matrix, qr, code_128 };
/// `datamatrix`, `qr` or `code128`.
std::optional<Symbol> symbol_of(const std::string& word);

/// What stands on one label: the code that a scanner reads, and lines for people, the first in
/// bold.
struct Label {
    std::string code;
    std::vector<std::string> lines;
};

/// How the labels lie on a sheet that is bought ready cut. Millimetres.
struct LabelSheet {
    std::string name;
    std::string words;
    double page_width = 0;
    double page_height = 0;
    std::size_t columns = 0;
    std::size_t rows = 0;
    double label_width = 0;
    double label_height = 0;
    double left = 0;    ///< of the first label
    double top = 0;     ///< of the first label
    double across = 0;  ///< from one label's left to the next one's
    double down = 0;    ///< from one label's top to the next one's

    std::size_t labels() const { return columns * rows; }
};
/// The sheets of `reports/label_sheets.layout`.
const std::vector<LabelSheet>& label_sheets();
const LabelSheet* label_sheet(const std::string& name);

/// Why this code does not fit on a label of that sheet in that symbol, in words with what to do;
/// nothing where it does. Bars thinner than 0.19 mm and modules smaller than 0.25 mm are not read
/// by a usual scanner from usual paper.
std::optional<std::string> label_fault(const Label& label, const LabelSheet& sheet, Symbol symbol);

/// A PDF of all labels, row by row; `first`, from 1, is the first label of a part-used sheet that
/// is still there. A label that does not fit is std::logic_error: ask label_fault first.
std::string draw_labels(const std::vector<Label>& labels, const LabelSheet& sheet, Symbol symbol,
                        std::size_t first, const std::string& created);

}  // namespace muster::report
