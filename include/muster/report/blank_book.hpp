// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

/// A workbook for somebody to fill in.
namespace muster::report {

/// One column to be filled in.
struct BlankColumn {
    enum class Sort {
        text,    ///< kept as typed, whatever it looks like: the column is formatted as text
        date,    ///< a day
        moment,  ///< a day and a time of it
        number,  ///< whole, zero or more
        choice   ///< one of `choices`
    };
    std::string heading;
    std::string words;  ///< what goes in, for the instructions
    std::string example;
    Sort sort = Sort::text;
    bool needed = false;
    std::vector<std::string> choices;
    int width = 16;
};

struct BlankSheet {
    std::string name;
    std::string words;  ///< what it is for, for the instructions
    std::vector<BlankColumn> columns;
};

struct BlankBook {
    std::string title;
    std::vector<std::string> instructions;
    std::vector<BlankSheet> sheets;
};

/// How many rows below the headings refuse what the column does not take.
inline constexpr int blank_rows = 5'000;
inline constexpr const char* instructions_sheet = "Instructions";
inline constexpr const char* lists_sheet = "Lists";
/// How the headings of that sheet begin.
inline constexpr const char* lists_heading = "To choose from for ";

/// The workbook as .xlsx: first `Instructions` with every column, what goes in and an invented
/// example; then the sheets, headings in row 1 and nothing below; last `Lists`, the choices where
/// they are too many for a cell's own list. Throws ReportError.
std::string draw_blank(const BlankBook& book);

}  // namespace muster::report
