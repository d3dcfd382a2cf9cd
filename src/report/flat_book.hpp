// SPDX-License-Identifier: MIT
#pragma once

#include <xlsxwriter.h>

#include <filesystem>
#include <memory>
#include <string>

/// A workbook that goes to the disk row by row while it is drawn, and the disk's part of it.
namespace muster::report {

/// A file nobody else names, gone when this goes.
class TemporaryFile {
public:
    TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile();
    std::string path() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

/// Rows of a sheet must come in order, each once; different sheets may take turns.
class FlatBook {
public:
    /// `title` is the document's.
    explicit FlatBook(const std::string& title);
    FlatBook(const FlatBook&) = delete;
    FlatBook& operator=(const FlatBook&) = delete;

    lxw_workbook* workbook() const { return workbook_.get(); }
    lxw_worksheet* add_sheet(const std::string& name);
    /// A new format in the workbook's own font.
    lxw_format* format(int size = 10);
    /// Ends the drawing and gives the bytes.
    std::string bytes();

private:
    struct Free {
        void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
    };
    TemporaryFile file_;
    std::unique_ptr<lxw_workbook, Free> workbook_;
};

/// How many characters a UTF-8 text has.
int width_of_text(const std::string& text);
/// A name that a sheet may have, made of `name` and unlike those in use: at most 31 characters,
/// none of []:*?/\.
std::string sheet_name_of(const std::string& name, lxw_workbook* workbook);
/// Where a link to a cell leads: `internal:'Armoury'!I58`.
std::string link_to_cell(const std::string& sheet, const std::string& cell);

}  // namespace muster::report
