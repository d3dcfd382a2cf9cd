// SPDX-License-Identifier: MIT
#include <cstring>

#include "xlsx_contents.hpp"
#include "xml_feed.hpp"

namespace muster::files {

namespace {

constexpr std::string_view element{"mergeCell "};

/// `B3:B9`, or one cell alone.
std::optional<Merge> merge_of(std::string_view reference) {
    Merge merge;
    std::int64_t* const columns[]{&merge.first_column, &merge.last_column};
    std::int64_t* const rows[]{&merge.first_row, &merge.last_row};
    const auto colon = reference.find(':');
    for (int end = 0; end < 2; ++end) {
        std::string_view place = end == 0
                                     ? reference.substr(0, colon)
                                     : reference.substr(colon == reference.npos ? 0 : colon + 1);
        std::int64_t column = 0;
        std::size_t letters = 0;
        for (; letters < place.size() && place[letters] >= 'A' && place[letters] <= 'Z'; ++letters)
            if (letters < 3) column = column * 26 + (place[letters] - 'A' + 1);
        const auto row = index_of(place.substr(letters));
        if (letters == 0 || letters > 3 || !row || *row == 0) return std::nullopt;
        *columns[end] = column - 1;
        *rows[end] = *row;
    }
    const bool in_order =
        merge.first_row <= merge.last_row && merge.first_column <= merge.last_column;
    if (!in_order) return std::nullopt;
    return merge;
}

/// Looks for `<mergeCell ref="…"/>` in the bytes as they go by. They stand behind the rows, which
/// need them: so they are fetched by a search that is far quicker than reading the XML twice. In a
/// well-formed part a `<` begins nothing but a tag, comments and CDATA apart; a merge made up there
/// could as well have been declared.
class MergeSearch {
public:
    explicit MergeSearch(std::size_t max) : max_{max} {}
    std::vector<Merge> found;

    void take(std::string_view piece) {
        kept_.append(piece);
        std::size_t at = 0;
        while (found.size() < max_) {
            const auto next = kept_.find(element, at);
            if (next == std::string::npos) break;
            const auto end = kept_.find('>', next);
            if (end == std::string::npos && kept_.size() - next < tag_max) {
                kept_.erase(0, next - (next > 0 ? 1 : 0));
                return;
            }
            take_tag(next, std::string_view{kept_}.substr(next, end - next));
            at = next + element.size();
        }
        kept_.erase(0, std::max(at, kept_.size() - std::min(kept_.size(), element.size())));
    }

private:
    static constexpr std::size_t tag_max = 256;

    void take_tag(std::size_t at, std::string_view tag) {
        if (at == 0 || (kept_[at - 1] != '<' && kept_[at - 1] != ':')) return;
        const auto from = tag.find("ref=");
        if (from == std::string_view::npos || from + 5 >= tag.size()) return;
        const auto end = tag.find(tag[from + 4], from + 5);
        if (const auto merge = merge_of(tag.substr(from + 5, end - from - 5)))
            found.push_back(*merge);
    }

    std::size_t max_;
    std::string kept_;
};

}  // namespace

OrFault<std::vector<Merge>> read_merges(const XlsxBook::Contents& book, const Sheet& sheet) {
    MergeSearch search{static_cast<std::size_t>(book.limits.merges)};
    const auto fault = book.archive.read_pieces(sheet.part, [&](std::string_view piece) {
        search.take(piece);
        return Walk::go_on;
    });
    if (fault) return *fault;
    return search.found;
}

}  // namespace muster::files
