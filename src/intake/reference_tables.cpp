// SPDX-License-Identifier: MIT
#include "reference_tables.hpp"

#include <stdexcept>

#include "folding.hpp"
#include "intake/reference.hpp"
#include "muster/files/csv.hpp"

namespace muster::intake {

namespace {

StatusMeaning status_of(const std::string& meaning) {
    StatusMeaning status;
    const auto space = meaning.find(' ');
    status.location_status = meaning.substr(0, space);
    std::string rest = meaning.substr(space + 1);
    if (const auto at = rest.find(" place:"); at != std::string::npos) {
        status.place = rest.substr(at + 7);
        rest.resize(at);
    }
    if (const auto at = rest.find(" evidence"); at != std::string::npos) {
        status.evidence_hold = true;
        rest.resize(at);
    }
    status.condition_status = rest;
    return status;
}

void take_line(const ReferenceLine& line, WordTables& tables) {
    const auto words = divided(line[2]);
    if (line[0] == "status") tables.usual_statuses.push_back(words.at(0));
    for (const auto& word : words) {
        if (line[0] == "make") {
            tables.makes.emplace_back(upper(word) + " ", line[1]);
            continue;
        }
        const bool by_marks = line[0] == "blank" || line[0] == "ditto" || line[0] == "placeholder";
        const std::string key = by_marks ? upper(word) : words_key(word);
        if (!tables.lists[line[0]].emplace(key, line[1]).second)
            throw std::logic_error{"import_words.csv has '" + word + "' twice in " + line[0]};
        if (line[0] == "status") tables.statuses.emplace(key, status_of(line[1]));
    }
}

WordTables read_words() {
    WordTables tables;
    for (const auto& line : reference_lines(reference::import_words, 3)) take_line(line, tables);
    return tables;
}

}  // namespace

std::vector<ReferenceLine> reference_lines(std::string_view table, std::size_t columns) {
    std::vector<ReferenceLine> lines;
    bool below_heading = false;
    auto reader = files::CsvReader::open(std::string{table}, ',');
    if (reader.fault() != nullptr) throw std::logic_error{reader.fault()->words};
    const auto fault =
        reader.value().read_rows([&](std::int64_t number, const std::vector<std::string>& cells) {
            if (cells[0].starts_with('#')) return;
            if (cells.size() != columns)
                throw std::logic_error{"line " + std::to_string(number) +
                                       " of reference data has not its columns"};
            if (below_heading) lines.push_back(cells);
            below_heading = true;
        });
    if (fault) throw std::logic_error{"reference data: " + fault->words};
    return lines;
}

std::vector<std::string> divided(std::string_view list) {
    std::vector<std::string> words;
    while (!list.empty()) {
        const auto bar = list.find('|');
        if (bar != 0) words.emplace_back(list.substr(0, bar));
        if (bar == std::string_view::npos) break;
        list.remove_prefix(bar + 1);
    }
    return words;
}

std::string_view WordTables::meaning(std::string_view list, const std::string& key) const {
    const auto words = lists.find(list);
    if (words == lists.end()) throw std::logic_error{"no such list of words"};
    const auto found = words->second.find(key);
    return found == words->second.end() ? std::string_view{} : std::string_view{found->second};
}

bool WordTables::has(std::string_view list, const std::string& key) const {
    const auto words = lists.find(list);
    if (words == lists.end()) throw std::logic_error{"no such list of words"};
    return words->second.contains(key);
}

const WordTables& word_tables() {
    static const WordTables tables = read_words();
    return tables;
}

}  // namespace muster::intake
