// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "muster/files/xlsx_book.hpp"
#include "muster/files/xml_reader.hpp"

namespace muster::files {

/// One number format as a cell's style names it.
struct CellStyle {
    std::string format = "General";
    bool is_date = false;
};

/// What an open workbook keeps.
struct XlsxBook::Contents {
    ZipArchive archive;
    XlsxLimits limits;
    std::vector<Sheet> sheets;
    Epoch epoch = Epoch::y1900;
    std::vector<CellStyle> styles;
    std::vector<std::string> strings;
};

/// One line of a relationships part.
struct Relationship {
    std::string type;  ///< the last word of the type's address: `worksheet`
    std::string part;
};

/// The relationships of `part` by id; none where it has no such part. Outside targets are left out.
OrFault<std::map<std::string, Relationship>> read_relationships(const ZipArchive& archive,
                                                                const std::string& part);
/// The cell styles in the order in which cells name them.
OrFault<std::vector<CellStyle>> read_styles(const ZipArchive& archive, const std::string& part,
                                            const XlsxLimits& limits);
/// The shared strings, rich text run together, phonetic hints left out.
OrFault<std::vector<std::string>> read_shared_strings(const ZipArchive& archive,
                                                      const std::string& part,
                                                      const XlsxLimits& limits);
/// Reads on from an `is` or `si` element to its end: all `t` texts but those of phonetic hints.
OrFault<std::string> read_rich_text(XmlReader& xml);

/// Reads the rows of one sheet.
SheetEnd read_sheet(const XlsxBook::Contents& book, const Sheet& sheet,
                    const std::function<void(const Row&)>& visit);

/// A fault `xlsx_not_readable` in those words.
FileFault unreadable_book(const std::string& words);
/// Reads digits only, at most nine; anything else is nothing.
std::optional<std::int64_t> index_of(std::string_view digits);

}  // namespace muster::files
