// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "muster/files/csv.hpp"
#include "muster/files/xlsx_book.hpp"

namespace muster::intake {

/// One sheet of whatever the file was.
struct SourceSheet {
    std::string name;
    bool hidden = false;
    std::int64_t bytes = 0;  ///< as the reading of its rows counts them
};

/// A workbook or a CSV file, walked as often as need be; its rows are never kept.
class Source {
public:
    /// The one sheet of a CSV file is called `name`. Refused by code: what XlsxBook and CsvReader
    /// refuse, `file_empty`, and `file_other_format` for web pages, PDF and the like.
    static files::OrFault<Source> open(std::string bytes, const std::string& name);

    const std::vector<SourceSheet>& sheets() const { return sheets_; }
    files::Epoch epoch() const;
    /// The first line of a CSV file in UTF-8 that has a letter in Windows-1252; 0: none.
    std::int64_t mixed_line() const;
    /// The merged ranges of a sheet; none where they cannot be read, which the rows then tell.
    std::vector<files::Merge> merges(std::size_t sheet) const;
    /// The columns of a sheet that nobody sees; none of a CSV file.
    std::vector<files::HiddenColumns> hidden_columns(std::size_t sheet) const;
    /// The rows that hold something, until `visit` says stop. The fault that ended it.
    std::optional<files::FileFault> walk(std::size_t sheet,
                                         const std::function<files::Walk(const files::Row&)>& visit,
                                         const files::BytesRead& progress = {}) const;

private:
    using File = std::variant<files::XlsxBook, files::CsvReader>;
    Source(File file, std::vector<SourceSheet> sheets)
        : file_{std::move(file)}, sheets_{std::move(sheets)} {}
    File file_;
    std::vector<SourceSheet> sheets_;
};

}  // namespace muster::intake
