// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "synonyms.hpp"

namespace muster::intake {

/// One line of a table of reference data: its cells, lists not yet divided.
using ReferenceLine = std::vector<std::string>;
/// The lines of such a table below its heading, comments left out. Throws std::logic_error where it
/// is not as it should be: it is our own.
std::vector<ReferenceLine> reference_lines(std::string_view table, std::size_t columns);
/// What stands between bars.
std::vector<std::string> divided(std::string_view list);

/// import_words.csv as it is looked up: list, then folded word, then meaning.
struct WordTables {
    std::map<std::string, std::unordered_map<std::string, std::string>, std::less<>> lists;
    std::vector<std::pair<std::string, std::string>> makes;  ///< how a name begins, its make
    std::vector<std::string> usual_statuses;
    std::unordered_map<std::string, StatusMeaning> statuses;

    /// The meaning of a folded word; empty where it has none.
    std::string_view meaning(std::string_view list, const std::string& key) const;
    bool has(std::string_view list, const std::string& key) const;
};
const WordTables& word_tables();

}  // namespace muster::intake
