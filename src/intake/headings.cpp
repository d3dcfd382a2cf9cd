// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <stdexcept>
#include <unordered_map>
#include <unordered_set>

#include "folding.hpp"
#include "intake/reference.hpp"
#include "reference_tables.hpp"
#include "synonyms.hpp"

namespace muster::intake {

namespace {

constexpr std::array<std::string_view, 6> kind_names{"officers", "authorisations", "items",
                                                     "batches",  "deployments",    "movements"};

constexpr std::array<std::string_view, static_cast<std::size_t>(Field::count)> field_names{
    "",          "model",        "serial",         "location",  "status",
    "tag",       "type",         "make",           "calibre",   "rack",
    "issued_to", "acquired",     "last_inspected", "remarks",   "condition",
    "hold",      "batch_number", "quantity",       "expiry",    "sealed_boxes",
    "box_size",  "use",          "collar",         "rank",      "surname",
    "forename",  "name",         "unit",           "suspended", "left",
    "class",     "to",           "from",           "log",       "started",
    "decision",  "time",         "ended",          "commander", "level",
    "reason",    "arv",          "discharge",      "at",        "sort",
    "number",    "officer",      "reference"};

/// A heading of a class alone, or with its dates: these come after all others.
constexpr int class_rank = 1'000;

Field field_named(std::string_view name) {
    const auto found = std::find(field_names.begin() + 1, field_names.end(), name);
    if (found == field_names.end())
        throw std::logic_error{"import_headings.csv names the field " + std::string{name}};
    return static_cast<Field>(found - field_names.begin());
}

struct HeadingTable {
    std::vector<KindField> fields;
    std::unordered_map<std::string, HeadingMeaning> meanings;
};
using HeadingTables = std::array<HeadingTable, kind_names.size()>;

void take_headings(HeadingTable& table, Field field, const std::string& list, bool sure) {
    int rank = 0;
    for (const auto& heading : divided(list))
        table.meanings.emplace(words_key(heading), HeadingMeaning{{field, {}}, sure, rank++});
}

HeadingTables read_headings() {
    HeadingTables tables;
    const auto lines = reference_lines(reference::import_headings, 6);
    const auto table_of = [&](const ReferenceLine& line) -> HeadingTable& {
        const auto kind = kind_called(line[0]);
        if (!kind) throw std::logic_error{"import_headings.csv names the kind " + line[0]};
        return tables[static_cast<std::size_t>(*kind)];
    };
    for (const auto& line : lines) {
        const Field field = field_named(line[1]);
        table_of(line).fields.push_back({field, line[2] == "yes", line[3], divided(line[4]).at(0)});
        take_headings(table_of(line), field, line[4], true);
    }
    // What surely means one field is never a guess at another.
    for (const auto& line : lines)
        take_headings(table_of(line), field_named(line[1]), line[5], false);
    return tables;
}

const HeadingTable& headings(SheetKind kind) {
    static const HeadingTables tables = read_headings();
    return tables[static_cast<std::size_t>(kind)];
}

/// Whether one letter too many, too few, another or two swapped make one the other.
bool is_mistyped(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1) return false;
    const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin());
    const auto at = static_cast<std::size_t>(left - a.begin());
    if (a.size() < b.size()) return a.substr(at) == b.substr(at + 1);
    if (at == a.size() || a.substr(at + 1) == b.substr(at + 1)) return true;
    return a.size() > at + 1 && a[at] == b[at + 1] && a[at + 1] == b[at] &&
           a.substr(at + 2) == b.substr(at + 2);
}

std::optional<HeadingMeaning> mistyped_heading(SheetKind kind, const std::string& key) {
    constexpr std::size_t shortest = 6;  // of shorter words too many are one letter apart
    if (key.size() < shortest) return std::nullopt;
    std::optional<HeadingMeaning> best;
    for (const auto& [heading, meaning] : headings(kind).meanings)
        if (meaning.sure && heading.size() >= shortest && is_mistyped(key, heading) &&
            (!best || meaning.what.field < best->what.field))
            best = meaning;
    if (best) best->sure = false;
    return best;
}

/// `pistol`, `pistol expiry`, `valid from pistol`.
std::optional<HeadingMeaning> class_heading(const std::string& key) {
    const auto alone = weapon_class_of_word(key);
    if (!alone.empty()) return HeadingMeaning{{Field::to, std::string{alone}}, true, class_rank};
    for (std::size_t space = key.find(' '); space != std::string::npos;
         space = key.find(' ', space + 1)) {
        const std::string start = key.substr(0, space);
        const std::string rest = key.substr(space + 1);
        for (const auto& [name, about] : {std::pair{start, rest}, std::pair{rest, start}}) {
            const auto named = class_of_word(name);
            if (named.empty()) continue;
            if (word_tables().has("until", about))
                return HeadingMeaning{{Field::to, std::string{named}}, true, class_rank};
            if (word_tables().has("since", about))
                return HeadingMeaning{{Field::from, std::string{named}}, true, class_rank};
        }
    }
    return std::nullopt;
}

bool has_class_columns(SheetKind kind) {
    return kind == SheetKind::officers || kind == SheetKind::authorisations;
}

}  // namespace

std::string_view kind_name(SheetKind kind) {
    return kind_names.at(static_cast<std::size_t>(kind));
}

std::optional<SheetKind> kind_called(std::string_view name) {
    for (const SheetKind kind : all_kinds)
        if (kind_name(kind) == name) return kind;
    return std::nullopt;
}

std::string_view field_name(Field field) {
    return field_names.at(static_cast<std::size_t>(field));
}

std::string ColumnField::name() const {
    const std::string name{field_name(field)};
    return weapon_class.empty() ? name : name + ":" + weapon_class;
}

std::optional<HeadingMeaning> meaning_of_heading(SheetKind kind, std::string_view heading) {
    const std::string key = words_key(heading);
    if (key.empty()) return std::nullopt;
    const auto& meanings = headings(kind).meanings;
    const auto found = meanings.find(key);
    if (found != meanings.end() && found->second.sure) return found->second;
    if (has_class_columns(kind))
        if (auto meaning = class_heading(key)) return meaning;
    if (found != meanings.end()) return found->second;
    if (auto meaning = mistyped_heading(kind, key)) return meaning;
    // Whatever else it says: to pass over a suspension would hand out weapons.
    const bool stops = key.find("suspen") != key.npos || key.find("restrict") != key.npos;
    if (has_class_columns(kind) && stops) return HeadingMeaning{{Field::suspended, {}}, false, 0};
    return std::nullopt;
}

std::optional<ColumnField> field_called(SheetKind kind, std::string_view name) {
    for (const auto& known : headings(kind).fields)
        if (field_name(known.field) == name) return ColumnField{known.field, {}};
    if (!has_class_columns(kind)) return std::nullopt;
    for (const Field field : {Field::to, Field::from}) {
        const std::string start = std::string{field_name(field)} + ":";
        if (!name.starts_with(start)) continue;
        const std::string_view code = name.substr(start.size());
        for (const auto& [word, meaning] : word_tables().lists.at("class"))
            if (meaning == code) return ColumnField{field, std::string{code}};
    }
    return std::nullopt;
}

bool is_any_heading(const std::string& key) {
    static const std::unordered_set<std::string> sure = [] {
        std::unordered_set<std::string> keys;
        for (const SheetKind kind : all_kinds)
            for (const auto& [heading, meaning] : headings(kind).meanings)
                if (meaning.sure) keys.insert(heading);
        return keys;
    }();
    return sure.contains(key);
}

const std::vector<KindField>& fields_of_kind(SheetKind kind) {
    return headings(kind).fields;
}

}  // namespace muster::intake
