// SPDX-License-Identifier: MIT
#pragma once

#include <xlsxwriter.h>

#include <string>

#include "layout.hpp"
#include "muster/core/tables.hpp"

namespace muster::report {

/// The formats every sheet shares. They belong to the workbook.
struct Formats {
    lxw_format* title;
    lxw_format* description;
    lxw_format* back;
    lxw_format* header;
    lxw_format* text;
    lxw_format* wrapped;
    lxw_format* integer;
    lxw_format* date;
    lxw_format* local_time;
    lxw_format* link;
    lxw_format* alert;
    lxw_format* cover_title;
    lxw_format* cover_heading;
    lxw_format* cover_label;
    lxw_format* cover_value;
    lxw_format* cover_mono;
    lxw_format* cover_box;
    lxw_format* banner;
};
Formats make_formats(lxw_workbook* book);

/// A workbook while it is drawn.
struct Book {
    lxw_workbook* workbook;
    Formats formats;
    const Layout& layout;
    const core::PeriodSheets& sheets;
    bool flat;  ///< rows go to the disk at once, and sheets have no Excel Table
};

/// Throws ReportError unless the library says that it did what was asked.
void must(lxw_error error);

void draw_cover(const Book& book);
void draw_sheet(const Book& book, const core::Sheet& sheet);
/// Page set-up, header and footer of every sheet.
void set_up_page(const Book& book, lxw_worksheet* paper, const std::string& ref, bool landscape);

}  // namespace muster::report
