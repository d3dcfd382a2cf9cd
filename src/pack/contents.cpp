// SPDX-License-Identifier: MIT
#include "contents.hpp"

#include <algorithm>

#include "entry_of_line.hpp"
#include "lines.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/powers.hpp"
#include "muster/files/csv.hpp"
#include "muster/ledger/canonical.hpp"
#include "muster/ledger/digest.hpp"
#include "muster/ledger/short_form.hpp"

namespace muster::pack {
namespace {

/// So many parsed entries are kept between the sheets; longer ledgers are parsed for each sheet
/// anew.
constexpr std::size_t parsed_bytes_max = 32 * 1024 * 1024;

void each_parsed(const std::string& lines, const std::function<void(core::Entry)>& visit) {
    each_line_of(lines, [&](std::int64_t, std::string_view line) {
        auto entry = entry_of_line(line);
        if (auto* read = std::get_if<core::Entry>(&entry)) visit(std::move(*read));
        return true;
    });
}

std::string text_member(const core::Value& value, const char* name) {
    const core::Value* member = value.member(name);
    return member != nullptr && member->text() != nullptr ? *member->text() : std::string{};
}

}  // namespace

std::vector<std::string> required_roles(const core::Facts& closing) {
    const std::string text = core::policy(closing, "pack_roles", "senior_officer");
    std::vector<std::string> roles;
    std::string role;
    for (const char c : text + " ") {
        const bool divides = c == ' ' || c == ',';
        if (!divides)
            role += c;
        else if (!role.empty())
            roles.push_back(std::move(role));
        if (divides) role.clear();
    }
    return roles;
}

std::string pack_json(const PackPeriod& period, const Making& making) {
    const auto force = period.closing->find<core::Force>("force").value_or(core::Force{});
    core::Value::Array roles;
    for (const std::string& role : required_roles(*period.closing)) roles.emplace_back(role);
    return ledger::canonical(
               core::Value{core::Value::Object{{"built_at", core::text_of(making.built_at)},
                                               {"classification", classification},
                                               {"first", period.first},
                                               {"force", force.name},
                                               {"format", format_name},
                                               {"last", period.last},
                                               {"ledger_key", force.ledger_key},
                                               {"name", period.name},
                                               {"origin", force.origin},
                                               {"period", period.label},
                                               {"practice", force.practice},
                                               {"prepared_by", making.prepared_by},
                                               {"program", making.program},
                                               {"required_roles", std::move(roles)}}}) +
           "\n";
}

std::optional<Making> read_making(std::string_view bytes) {
    if (bytes.empty() || bytes.back() != '\n') return std::nullopt;
    const auto read = ledger::read_canonical(bytes.substr(0, bytes.size() - 1));
    const auto* value = std::get_if<core::Value>(&read);
    if (value == nullptr || text_member(*value, "format") != format_name) return std::nullopt;
    const auto built_at = core::instant_of(text_member(*value, "built_at"));
    if (!built_at) return std::nullopt;
    return Making{text_member(*value, "program"), text_member(*value, "prepared_by"), *built_at};
}

core::EachEntry entries_of(std::shared_ptr<const std::string> ledger_lines) {
    if (ledger_lines->size() > parsed_bytes_max)
        return [ledger_lines](const std::function<void(const core::Entry&)>& visit) {
            each_parsed(*ledger_lines, [&](const core::Entry& entry) { visit(entry); });
        };
    auto entries = std::make_shared<std::vector<core::Entry>>();
    each_parsed(*ledger_lines, [&](core::Entry entry) { entries->push_back(std::move(entry)); });
    return [entries](const std::function<void(const core::Entry&)>& visit) {
        for (const core::Entry& entry : *entries) visit(entry);
    };
}

core::PeriodSheets sheets_of(const PackPeriod& period, const Making& making, const PackFiles& files,
                             core::EachEntry each_entry) {
    core::PeriodSource source;
    source.pack = period.name;
    source.label = period.label;
    source.first = period.first;
    source.last = period.last;
    source.closed_at = period.closed_at;
    source.program = making.program;
    source.prepared_by = making.prepared_by;
    source.prepared_at = making.built_at;
    source.classification = classification;
    source.short_form = ledger::short_form(period.checkpoint);
    if (period.previous) source.previous_short = ledger::short_form(*period.previous);
    source.root = ledger::base64(period.checkpoint.root.view());
    source.required_roles = required_roles(*period.closing);
    for (const char* name :
         {"checkpoint.txt", "consistency.json", "disclosures.jsonl", "frontier.txt", "ledger.jsonl",
          "opening.jsonl", "previous-checkpoint.txt"})
        if (const auto file = files.find(name); file != files.end())
            source.files.push_back({name, ledger::hex(ledger::sha256(file->second))});
    source.opening = period.opening;
    source.closing = period.closing;
    source.each_entry = std::move(each_entry);
    return core::PeriodSheets{std::move(source)};
}

std::string csv_name(const core::Sheet& sheet) {
    return "tables/" + sheet.name + ".csv";
}

std::string csv_of(const core::PeriodSheets& sheets, const core::Sheet& sheet) {
    std::vector<std::string> fields;
    for (const core::SheetColumn& column : sheet.columns) fields.push_back(column.name);
    std::string csv = files::csv_line(fields);
    sheets.each_row(sheet.id, [&](const core::SheetRow& row) {
        fields.clear();
        for (const core::SheetCell& cell : row) fields.push_back(core::cell_text(cell));
        csv += files::csv_line(fields);
    });
    return csv;
}

std::string verify_page(const PackPeriod& period) {
    const std::string& name = period.name;
    return "# How to check " + name +
           "\n\n"
           "This file came with the pack, so it proves nothing. Get the verifier from where you "
           "get\n"
           "your other tools, and the force's CA certificate, here called `CA.pem`, from somebody "
           "you\n"
           "know and not with this pack.\n\n"
           "Five commands to type:\n\n"
           "    unzip -d " +
           name + " " + name + ".zip && cd " + name +
           "\n"
           "    sha256sum --strict -c SHA256SUMS\n"
           "    openssl cms -verify -cades -binary -no-CApath -no-CAstore -CAfile CA.pem -inform "
           "DER "
           "-in SHA256SUMS.p7s -content SHA256SUMS -out /dev/null\n"
           "    for t in signoff/*.txt; do cat $t; openssl cms -verify -cades -binary -no-CApath "
           "-no-CAstore -CAfile CA.pem -inform DER -in ${t%.txt}.p7s -content $t -out /dev/null; "
           "done\n"
           "    muster-verify ../" +
           name +
           ".zip --trust CA.pem\n\n"
           "`sha256sum` ignores files that it was not told of and openssl does not know in what "
           "order\n"
           "people sign; `muster-verify` knows both, and recomputes every table from the "
           "ledger.\n\n"
           "The checkpoint of this pack, to be compared with one that you have from elsewhere:\n\n"
           "    " +
           ledger::short_form(period.checkpoint) +
           "\n\nNone of this shows that what was typed was true. Counts by other people show "
           "that.\n";
}

std::vector<std::string> storing_order(const PackFiles& files) {
    static const std::vector<std::string> leading{
        "pack.json",       "workbook.xlsx",     "certificate.txt",
        "ledger.jsonl",    "disclosures.jsonl", "opening.jsonl",
        "frontier.txt",    "checkpoint.txt",    "previous-checkpoint.txt",
        "consistency.json"};
    const auto rank = [&](const std::string& name) {
        if (name.rfind("tables/", 0) == 0) return leading.size();
        if (name == "VERIFY.md") return leading.size() + 1;
        if (name == manifest_name) return leading.size() + 2;
        if (name == manifest_signature_name) return leading.size() + 3;
        if (is_sign_off_name(name)) return leading.size() + 4;
        return static_cast<std::size_t>(std::find(leading.begin(), leading.end(), name) -
                                        leading.begin());
    };
    std::vector<std::string> names;
    for (const auto& [name, bytes] : files) names.push_back(name);
    std::stable_sort(names.begin(), names.end(),
                     [&](const std::string& a, const std::string& b) { return rank(a) < rank(b); });
    return names;
}

}  // namespace muster::pack
