// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "muster/files/xlsx_book.hpp"
#include "muster/files/xml_reader.hpp"
#include "xml_feed.hpp"

namespace muster::files {

/// What a cell's style says of its value.
struct CellStyle {
    std::string format = "General";
    bool is_date = false;
    CellLook look = {};
};

/// All shared strings, one after the other in one block.
class SharedStrings {
public:
    /// `part_struck`: some of its letters are crossed out.
    void add(std::string_view text, bool part_struck);
    std::int64_t size() const { return static_cast<std::int64_t>(ends_.size()); }
    std::int64_t bytes() const { return static_cast<std::int64_t>(bytes_.size()); }
    std::string_view at(std::int64_t index) const;
    bool is_part_struck(std::int64_t index) const { return part_struck_.contains(index); }

private:
    std::string bytes_;
    std::unordered_set<std::int64_t> part_struck_;
    std::vector<std::uint32_t> ends_;
};

/// Whether an element of a run of letters says that these are crossed out.
bool is_strike(std::string_view name, const XmlAttributes& attributes);

/// What an open workbook keeps.
struct XlsxBook::Contents {
    ZipArchive archive;
    XlsxLimits limits;
    std::vector<Sheet> sheets;
    Epoch epoch = Epoch::y1900;
    std::vector<CellStyle> styles;
    SharedStrings strings;
};

/// One line of a relationships part.
struct Relationship {
    std::string type;  ///< the last word of the type's address: `worksheet`
    std::string part;
};

/// The bytes of a part that is read whole; refused where it is too large for that.
OrFault<std::string> read_small_part(const ZipArchive& archive, const std::string& part);
/// The relationships of `part` by id; none where it has no such part. Outside targets are left out.
OrFault<std::map<std::string, Relationship>> read_relationships(const ZipArchive& archive,
                                                                const std::string& part);
/// The cell styles in the order in which cells name them. `theme` has the colours of the theme.
OrFault<std::vector<CellStyle>> read_styles(const ZipArchive& archive, const std::string& part,
                                            const XlsxLimits& limits,
                                            const std::vector<std::uint32_t>& theme);
/// The shared strings, rich text run together, phonetic hints left out.
OrFault<SharedStrings> read_shared_strings(const ZipArchive& archive, const std::string& part,
                                           const XlsxLimits& limits);

/// Inflates a part piece by piece into a handler, until its end or until the handler wants no more.
/// The fault that stopped it, other than one of the handler's own.
std::optional<FileFault> feed_part(const ZipArchive& archive, const std::string& part,
                                   XmlHandler& handler, const BytesRead& progress = {});

/// Reads the rows of one sheet.
SheetEnd read_sheet(const XlsxBook::Contents& book, const Sheet& sheet,
                    const std::function<Walk(const Row&)>& visit, const BytesRead& progress);
/// The merged ranges of one sheet, at most XlsxLimits::merges of them.
OrFault<std::vector<Merge>> read_merges(const XlsxBook::Contents& book, const Sheet& sheet);

/// A fault `xlsx_not_readable` in those words.
FileFault unreadable_book(const std::string& words);
/// Reads digits only, at most nine; anything else is nothing.
std::optional<std::int64_t> index_of(std::string_view digits);

}  // namespace muster::files
