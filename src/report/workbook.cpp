// SPDX-License-Identifier: MIT
#include "muster/report/workbook.hpp"

#include <algorithm>
#include <memory>

#include "book.hpp"
#include "flat_book.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/files/csv.hpp"
#include "muster/files/whole_file.hpp"

namespace muster::report {
namespace {

/// `&` begins a code in a header, and a digit would lengthen the size before it; a header holds
/// 255 characters at most.
std::string for_header(const std::string& text) {
    std::string safe = !text.empty() && text[0] >= '0' && text[0] <= '9' ? " " : "";
    for (const char c : text.substr(0, 60)) safe += c == '&' ? std::string{"&&"} : std::string{c};
    while (!files::is_utf8(safe)) safe.pop_back();  // a letter that was cut
    return safe;
}

std::int64_t longest_table(const core::PeriodSheets& sheets) {
    std::int64_t rows = 0;
    for (const core::Sheet& sheet : core::sheets())
        rows = std::max(rows, sheets.total(sheet.id).rows);
    return rows;
}

void set_properties(lxw_workbook* book, const core::PeriodSource& source) {
    std::string title = "Audit workbook, " + source.label;
    std::string author = source.prepared_by;
    std::string category = source.classification;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = author.data();
    properties.category = category.data();
    // Without it the library writes the moment of drawing, and no two workbooks were equal.
    properties.created = static_cast<time_t>(source.closed_at.ms / 1000);
    must(workbook_set_properties(book, &properties));
}

}  // namespace

void must(lxw_error error) {
    if (error != LXW_NO_ERROR)
        throw ReportError{std::string{"The workbook could not be drawn: "} + lxw_strerror(error)};
}

void set_up_page(const Book& book, lxw_worksheet* paper, const std::string& ref, bool landscape) {
    const core::PeriodSource& source = book.sheets.source();
    const auto force = source.closing->find<core::Force>("force").value_or(core::Force{});
    constexpr std::uint8_t a4 = 9;
    if (landscape) worksheet_set_landscape(paper);
    worksheet_set_paper(paper, a4);
    worksheet_fit_to_pages(paper, 1, 0);
    worksheet_set_margins(paper, 0.5, 0.5, 0.8, 0.8);
    const std::string practice = force.practice ? "PRACTICE - " : "";
    const std::string header = "&L&8" + practice + for_header(source.classification) + "&C&8" +
                               for_header(force.name) + "&R&8" + ref;
    const std::string footer =
        "&L&8" + for_header(source.pack) + "&C&8Page &P of &N&R&8Prepared ______  Reviewed ______";
    must(worksheet_set_header(paper, header.c_str()));
    must(worksheet_set_footer(paper, footer.c_str()));
}

std::string draw_workbook(const core::PeriodSheets& sheets) {
    // From here on libxlsxwriter would keep more cells in memory than a small PC has.
    constexpr std::int64_t rows_with_table_max = 100'000;
    return draw_workbook_flat_above(rows_with_table_max, sheets);
}

std::string draw_workbook_flat_above(std::int64_t rows_with_table_max,
                                     const core::PeriodSheets& sheets) {
    const TemporaryFile file;
    const std::string path = file.path();
    lxw_workbook_options options{};
    options.constant_memory = longest_table(sheets) > rows_with_table_max ? 1 : 0;
    struct Free {
        void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
    };
    std::unique_ptr<lxw_workbook, Free> workbook{workbook_new_opt(path.c_str(), &options)};
    if (workbook == nullptr) must(LXW_ERROR_MEMORY_MALLOC_FAILED);
    set_properties(workbook.get(), sheets.source());
    const Book book{workbook.get(), make_formats(workbook.get()), workbook_layout(), sheets,
                    options.constant_memory != 0};
    draw_cover(book);
    for (const core::Sheet& sheet : core::sheets()) draw_sheet(book, sheet);
    must(workbook_close(workbook.release()));  // frees it, whatever comes of it
    return files::read_file(path);
}

}  // namespace muster::report
