// SPDX-License-Identifier: MIT
#include "book.hpp"
#include "colours.hpp"

namespace muster::report {
namespace {

lxw_format* plain(lxw_workbook* book, int size = 10) {
    lxw_format* format = workbook_add_format(book);
    format_set_font_name(format, "Arial");
    format_set_font_size(format, size);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
}

lxw_format* coloured(lxw_workbook* book, int size, lxw_color_t colour, bool bold) {
    lxw_format* format = plain(book, size);
    format_set_font_color(format, colour);
    if (bold) format_set_bold(format);
    return format;
}

lxw_format* cell(lxw_workbook* book, const char* number_format) {
    lxw_format* format = plain(book);
    format_set_num_format(format, number_format);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_border(format, LXW_BORDER_HAIR);
    format_set_border_color(format, line);
    return format;
}

lxw_format* text_cell(lxw_workbook* book) {
    lxw_format* format = cell(book, "@");
    format_set_indent(format, 1);  // else a text touches the figure on its left
    return format;
}

lxw_format* header(lxw_workbook* book) {
    lxw_format* format = coloured(book, 10, LXW_COLOR_WHITE, true);
    format_set_bg_color(format, slate);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_indent(format, 1);
    format_set_border(format, LXW_BORDER_HAIR);
    format_set_border_color(format, grey);
    return format;
}

lxw_format* cover_text(lxw_workbook* book, lxw_color_t colour, bool bold) {
    lxw_format* format = coloured(book, 11, colour, bold);
    format_set_num_format(format, "@");
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_indent(format, 1);
    format_set_bottom(format, LXW_BORDER_HAIR);
    format_set_bottom_color(format, line);
    return format;
}

void make_cover_formats(lxw_workbook* book, Formats& formats) {
    formats.cover_title = coloured(book, 24, slate, true);
    formats.cover_heading = coloured(book, 13, brass, true);
    format_set_bottom(formats.cover_heading, LXW_BORDER_MEDIUM);
    format_set_bottom_color(formats.cover_heading, brass);
    format_set_align(formats.cover_heading, LXW_ALIGN_VERTICAL_BOTTOM);
    formats.cover_label = cover_text(book, grey, false);
    formats.cover_value = cover_text(book, slate, false);
    formats.cover_mono = cover_text(book, slate, true);
    format_set_font_name(formats.cover_mono, "Courier New");
    formats.cover_box = cover_text(book, slate, false);
    format_set_bg_color(formats.cover_box, pale);
    format_set_border(formats.cover_box, LXW_BORDER_THIN);
    format_set_border_color(formats.cover_box, brass);
    formats.banner = coloured(book, 13, LXW_COLOR_WHITE, true);
    format_set_bg_color(formats.banner, red);
    format_set_align(formats.banner, LXW_ALIGN_VERTICAL_CENTER);
}

}  // namespace

Formats make_formats(lxw_workbook* book) {
    Formats formats{};
    formats.title = coloured(book, 16, slate, true);
    formats.description = coloured(book, 10, grey, false);
    formats.back = coloured(book, 9, brass, false);
    format_set_underline(formats.back, LXW_UNDERLINE_SINGLE);
    formats.header = header(book);
    formats.text = text_cell(book);
    formats.wrapped = text_cell(book);
    format_set_text_wrap(formats.wrapped);
    formats.integer = cell(book, "#,##0");
    formats.date = cell(book, "yyyy-mm-dd");
    formats.local_time = cell(book, "yyyy-mm-dd hh:mm");
    formats.link = text_cell(book);
    format_set_font_color(formats.link, brass);
    format_set_underline(formats.link, LXW_UNDERLINE_SINGLE);
    formats.alert = workbook_add_format(book);
    format_set_font_color(formats.alert, red);
    format_set_bold(formats.alert);
    make_cover_formats(book, formats);
    return formats;
}

}  // namespace muster::report
