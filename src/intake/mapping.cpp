// SPDX-License-Identifier: MIT
#include "muster/intake/mapping.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "muster/core/value.hpp"
#include "muster/ledger/canonical.hpp"
#include "synonyms.hpp"

namespace muster::intake {

namespace {

using core::Value;
constexpr const char* format = "muster-mapping-1";

Value pair_of(const char* first, const std::string& a, const char* second, const std::string& b) {
    return Value{Value::Object{{first, Value{ledger::fit_for_line(a)}},
                               {second, Value{ledger::fit_for_line(b)}}}};
}

Value::Array pairs_of(const std::map<std::string, std::string>& map, const char* first,
                      const char* second) {
    Value::Array list;
    for (const auto& [a, b] : map) list.push_back(pair_of(first, a, second, b));
    return list;
}

/// Reads members of text, and remembers the first thing that is not as it should be.
struct Reading {
    std::string trouble;

    std::string text(const Value& value, const char* name) {
        const Value* member = value.member(name);
        if (member != nullptr && member->text() != nullptr) return *member->text();
        if (trouble.empty()) trouble = std::string{"a '"} + name + "' is missing";
        return {};
    }
    const Value::Array& list(const Value& value, const char* name) {
        static const Value::Array none;
        const Value* member = value.member(name);
        if (member == nullptr) return none;
        if (member->array() != nullptr) return *member->array();
        if (trouble.empty()) trouble = std::string{"'"} + name + "' is no list";
        return none;
    }
    void expect(bool is_so, const std::string& words) {
        if (!is_so && trouble.empty()) trouble = words;
    }
};

bool is_field_of(const std::optional<SheetKind>& kind, const std::string& field) {
    return std::any_of(std::begin(all_kinds), std::end(all_kinds), [&](SheetKind each) {
        return (!kind || *kind == each) && field_called(each, field).has_value();
    });
}

void read_heading(const Value& value, Mapping& mapping, Reading& reading) {
    Mapping::Heading heading{reading.text(value, "kind"), reading.text(value, "heading"),
                             reading.text(value, "field")};
    const auto kind = kind_called(heading.kind);
    reading.expect(heading.kind.empty() || kind, "there is no kind '" + heading.kind + "'");
    reading.expect(heading.field.empty() || is_field_of(kind, heading.field),
                   "there is no field '" + heading.field + "'");
    mapping.headings.push_back(std::move(heading));
}

void read_constant(const Value& value, Mapping& mapping, Reading& reading) {
    Mapping::Constant constant{reading.text(value, "kind"), reading.text(value, "sheet"),
                               reading.text(value, "field"), reading.text(value, "value")};
    const auto kind = kind_called(constant.kind);
    reading.expect(constant.kind.empty() || kind, "there is no kind '" + constant.kind + "'");
    reading.expect(is_field_of(kind, constant.field), "there is no field '" + constant.field + "'");
    mapping.constants.push_back(std::move(constant));
}

Mapping mapping_of(const Value& value, Reading& reading) {
    Mapping mapping;
    reading.expect(reading.text(value, "format") == format,
                   std::string{"its format is not "} + format);
    for (const Value& sheet : reading.list(value, "sheets")) {
        const std::string kind = reading.text(sheet, "kind");
        reading.expect(kind == "none" || kind_called(kind), "there is no kind '" + kind + "'");
        mapping.sheets[reading.text(sheet, "sheet")] = kind;
    }
    for (const Value& heading : reading.list(value, "headings"))
        read_heading(heading, mapping, reading);
    for (const Value& constant : reading.list(value, "constants"))
        read_constant(constant, mapping, reading);
    for (const Value& model : reading.list(value, "models"))
        mapping.models[reading.text(model, "theirs")] = reading.text(model, "ours");
    for (const Value& status : reading.list(value, "statuses")) {
        const std::string ours = reading.text(status, "ours");
        reading.expect(is_status_word(ours), "'" + ours + "' is no status of ours");
        mapping.statuses[reading.text(status, "theirs")] = ours;
    }
    return mapping;
}

files::FileFault not_readable(const std::string& trouble) {
    return {"mapping_not_readable",
            "The mapping cannot be used: " + trouble + ". Make it anew from the spreadsheet."};
}

}  // namespace

std::string mapping_text(const Mapping& mapping) {
    Value::Array headings;
    for (const auto& heading : mapping.headings) {
        Value value = pair_of("field", heading.field, "heading", heading.heading);
        std::get<Value::Object>(value.data)["kind"] = Value{heading.kind};
        headings.push_back(std::move(value));
    }
    Value::Object members{{"format", Value{format}},
                          {"headings", Value{std::move(headings)}},
                          {"models", Value{pairs_of(mapping.models, "theirs", "ours")}},
                          {"sheets", Value{pairs_of(mapping.sheets, "sheet", "kind")}},
                          {"statuses", Value{pairs_of(mapping.statuses, "theirs", "ours")}}};
    Value::Array constants;
    for (const auto& constant : mapping.constants) {
        Value each = pair_of("field", constant.field, "value", constant.value);
        std::get<Value::Object>(each.data)["kind"] = Value{constant.kind};
        std::get<Value::Object>(each.data)["sheet"] = Value{ledger::fit_for_line(constant.sheet)};
        constants.push_back(std::move(each));
    }
    if (!constants.empty()) members.emplace("constants", Value{std::move(constants)});
    return ledger::canonical(Value{std::move(members)}) + "\n";
}

files::OrFault<Mapping> read_mapping(std::string_view bytes) {
    const auto read = ledger::read_json(bytes);
    if (const auto* fault = std::get_if<ledger::LineFault>(&read))
        return not_readable(fault->words.substr(0, fault->words.find_last_not_of('.') + 1));
    Reading reading;
    Mapping mapping = mapping_of(std::get<Value>(read), reading);
    if (!reading.trouble.empty()) return not_readable(reading.trouble);
    return mapping;
}

const std::vector<std::string>& kinds() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> list;
        for (const SheetKind kind : all_kinds) list.emplace_back(kind_name(kind));
        return list;
    }();
    return names;
}

std::vector<FieldWords> fields_of(std::string_view name) {
    const auto kind = kind_called(name);
    if (!kind) throw std::logic_error{"there is no kind of sheet " + std::string{name}};
    std::vector<FieldWords> fields;
    for (const bool needed : {true, false})
        for (const auto& field : fields_of_kind(*kind))
            if (field.needed == needed)
                fields.push_back(
                    {std::string{field_name(field.field)}, field.heading, field.words, needed});
    if (*kind != SheetKind::officers && *kind != SheetKind::authorisations) return fields;
    for (const std::string weapon_class :
         {"pistol", "carbine", "rifle", "shotgun", "taser", "baton_gun", "specialist"}) {
        std::string words = weapon_class;
        for (char& c : words)
            if (c == '_') c = ' ';
        fields.push_back(
            {"to:" + weapon_class, words + " expiry", "until when for " + words, false});
        fields.push_back(
            {"from:" + weapon_class, words + " from", "from when for " + words, false});
    }
    return fields;
}

bool is_status_word(const std::string& word) {
    return status_meaning(word).has_value() ||
           employment_of(word).says != Employment::Says::nothing_known;
}

std::vector<std::string> status_words() {
    return usual_statuses();
}

}  // namespace muster::intake
