// SPDX-License-Identifier: MIT
#include "flat_book.hpp"

#include <algorithm>

#include "book.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/ledger/digest.hpp"
#include "muster/ledger/random.hpp"

namespace muster::report {

TemporaryFile::TemporaryFile()
    : path_{std::filesystem::temp_directory_path() /
            ("muster-" + ledger::hex(ledger::random_bytes(12)) + ".xlsx")} {}

TemporaryFile::~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
}

FlatBook::FlatBook(const std::string& title) {
    lxw_workbook_options options{};
    options.constant_memory = 1;
    const std::string path = file_.path();
    workbook_.reset(workbook_new_opt(path.c_str(), &options));
    if (workbook_ == nullptr) must(LXW_ERROR_MEMORY_MALLOC_FAILED);
    lxw_doc_properties properties{};
    std::string text = title;
    properties.title = text.data();
    must(workbook_set_properties(workbook_.get(), &properties));
}

lxw_worksheet* FlatBook::add_sheet(const std::string& name) {
    lxw_worksheet* paper = workbook_add_worksheet(workbook_.get(), name.c_str());
    if (paper == nullptr) must(LXW_ERROR_SHEETNAME_ALREADY_USED);
    return paper;
}

lxw_format* FlatBook::format(int size) {
    lxw_format* format = workbook_add_format(workbook_.get());
    format_set_font_name(format, "Arial");
    format_set_font_size(format, size);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    return format;
}

std::string FlatBook::bytes() {
    must(workbook_close(workbook_.release()));  // frees it, whatever comes of it
    return files::read_file(file_.path());
}

int width_of_text(const std::string& text) {
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

std::string sheet_name_of(const std::string& name, lxw_workbook* workbook) {
    constexpr int longest = 31;
    std::string safe;
    for (const char c : name)
        safe += std::string_view{"[]:*?/\\"}.find(c) == std::string_view::npos ? c : '-';
    while (!safe.empty() && safe.front() == '\'') safe.erase(0, 1);
    const auto cut = [](std::string& text, int characters) {
        while (width_of_text(text) > characters || (!text.empty() && text.back() == '\'')) {
            while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80)
                text.pop_back();
            if (!text.empty()) text.pop_back();
        }
    };
    cut(safe, longest);
    if (safe.empty()) safe = "Sheet";
    const auto is_free = [&](const std::string& text) {
        return workbook_validate_sheet_name(workbook, text.c_str()) == LXW_NO_ERROR;
    };
    for (int number = 2; !is_free(safe) && number < 1'000; ++number) {
        cut(safe, longest - 5);
        const std::string numbered = safe + " " + std::to_string(number);
        if (is_free(numbered)) return numbered;
    }
    return safe;
}

std::string link_to_cell(const std::string& sheet, const std::string& cell) {
    std::string quoted;
    for (const char c : sheet) quoted += c == '\'' ? std::string{"''"} : std::string{c};
    return "internal:'" + quoted + "'!" + cell;
}

}  // namespace muster::report
