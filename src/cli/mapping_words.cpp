// SPDX-License-Identifier: MIT
#include "cli/mapping_words.hpp"

namespace muster::cli {
namespace {

// What a column can be, of any kind of sheet; nothing is a column that is not wanted.
void require_field(const char* option, const std::string& wanted) {
    if (wanted.empty()) return;
    std::string fields;
    for (const std::string& kind : app::import_kinds())
        for (const app::ImportField& field : app::import_fields(kind)) {
            if (field.field == wanted) return;
            if (fields.find(" " + field.field + ",") == std::string::npos)
                fields += " " + field.field + ",";
        }
    // The dates of one class of weapon: to:pistol, from:pistol.
    if (wanted.starts_with("to:") || wanted.starts_with("from:")) return;
    throw app::UsageError{std::string{"--"} + option + " does not know the field " + wanted +
                          ". There are:" + fields + " and to:CLASS and from:CLASS."};
}

// `Expires:to:pistol` is the end of an authorisation.
std::pair<std::string, std::string> heading_and_field(const std::string& text) {
    for (const std::string_view side : {":to:", ":from:"})
        if (const auto at = text.rfind(side); at != std::string::npos && at > 0)
            return {text.substr(0, at), text.substr(at + 1)};
    return split_last(text, "--column takes HEADING:FIELD");
}

// `Glocks!model=Glock 17`; a value may hold either sign.
app::ImportMapping::Constant constant_of(const std::string& text) {
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size())
        throw app::UsageError{"--every takes FIELD=VALUE or SHEET!FIELD=VALUE, not " + text};
    const auto mark = text.rfind('!', equals);
    const std::size_t begin = mark == std::string::npos ? 0 : mark + 1;
    app::ImportMapping::Constant constant{"", text.substr(0, begin == 0 ? 0 : begin - 1),
                                          text.substr(begin, equals - begin),
                                          text.substr(equals + 1)};
    require_field("every", constant.field);
    return constant;
}

}  // namespace

std::vector<Option> mapping_options() {
    return {
        {"map", "FILE", "a saved mapping of its headings"},
        {"save-map", "FILE", "write the mapping that was used, for next time"},
        {"column", "HEADING:FIELD", "read this heading as that field", true},
        {"every", "[SHEET!]FIELD=VALUE", "what holds for every row without such a column", true},
        {"status", "WORD=OURS", "what the file's word for a status means: Out=Issued", true}};
}

app::ImportMapping mapping_said(const Words& words) {
    app::ImportMapping said;
    for (const std::string& pair : words.all("column")) {
        const auto [heading, field] = heading_and_field(pair);
        require_field("column", field);
        said.headings.insert(said.headings.begin(), {"", heading, field});
    }
    for (const std::string& text : words.all("every"))
        said.constants.insert(said.constants.begin(), constant_of(text));
    for (const std::string& text : words.all("status")) {
        const auto equals = text.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == text.size())
            throw app::UsageError{"--status takes WORD=OURS, such as Out=Issued, not " + text};
        said.statuses[text.substr(0, equals)] = text.substr(equals + 1);
    }
    return said;
}

void save_map(const Words& words, const app::ImportMapping& used, Outcome& outcome) {
    const auto path = words.get("save-map");
    if (!path) return;
    app::save_import_mapping(used, *path);
    outcome.result["map"] = *path;
    outcome.text.push_back("Mapping: " + *path);
}

}  // namespace muster::cli
