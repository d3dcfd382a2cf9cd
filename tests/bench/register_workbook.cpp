// SPDX-License-Identifier: MIT
#include "bench/register_workbook.hpp"

#include <xlsxwriter.h>

#include <array>
#include <stdexcept>

#include "muster/files/zip_archive.hpp"

namespace muster::bench {
namespace {

using Cells = std::array<std::string, 14>;

const Cells headings{"Asset No",  "Type",    "Make / Model", "Calibre",    "Serial No.",
                     "Location",  "Rack",    "Status",       "Date Rec'd", "Last inspected",
                     "Issued to", "Remarks", "Unit",         "Cost centre"};

std::string padded(std::int64_t number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
}

/// Serials without O, I, B and S, so that no two look alike.
std::string serial_of(std::int64_t number) {
    return "K" + padded(number, 7) + "X";
}

Cells row_of(std::int64_t number) {
    static const std::array<std::array<const char*, 3>, 4> models{{{"Pistol", "Glock 17", "9x19"},
                                                                   {"Carbine", "H&K G36C", "5.56"},
                                                                   {"Pistol", "Glock 19", "9x19"},
                                                                   {"Carbine", "SIG MCX", "5.56"}}};
    const auto& model = models[static_cast<std::size_t>(number % 4)];
    return {"WM" + padded(number, 7),
            model[0],
            model[1],
            model[2],
            serial_of(number * 7),
            "HQ Armoury",
            "R" + std::to_string(number % 40 + 1) + "-" + std::to_string(number % 25 + 1),
            "In store",
            "",
            "",
            "",
            number % 9 == 0 ? "Checked against the invoice" : "",
            "Firearms",
            "CC" + std::to_string(number % 30 + 100)};
}

}  // namespace

void write_register(const std::string& path, std::int64_t rows) {
    lxw_workbook* book = workbook_new(path.c_str());
    lxw_worksheet* sheet = workbook_add_worksheet(book, "Weapons");
    lxw_format* day = workbook_add_format(book);
    format_set_num_format(day, "dd/mm/yyyy");
    const auto write = [&](std::int64_t row, const Cells& cells) {
        for (std::size_t column = 0; column < cells.size(); ++column)
            if (!cells[column].empty())
                worksheet_write_string(sheet, static_cast<lxw_row_t>(row),
                                       static_cast<lxw_col_t>(column), cells[column].c_str(),
                                       nullptr);
    };
    write(0, headings);
    for (std::int64_t row = 1; row <= rows; ++row) {
        write(row, row_of(row));
        const auto place = static_cast<lxw_row_t>(row);
        worksheet_write_number(sheet, place, 8, static_cast<double>(40'000 + row % 5'000), day);
        worksheet_write_number(sheet, place, 9, static_cast<double>(45'800 + row % 200), day);
    }
    if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR)
        throw std::runtime_error{path + ": " + lxw_strerror(error)};
}

std::string first_sheet(const std::string& path) {
    const auto archive = files::ZipArchive::open_file(path, files::ZipCare::foreign);
    return archive.value().read("xl/worksheets/sheet1.xml").value();
}

}  // namespace muster::bench
