// SPDX-License-Identifier: MIT
#include <algorithm>

#include "examination.hpp"
#include "lines.hpp"
#include "muster/files/csv.hpp"

/// Everything that is made from the ledger, made again and compared.
namespace muster::pack {
namespace {

PackPeriod period_of(const Examination& examination) {
    const auto& closed = std::get<core::PeriodClosed>(examination.entries.back().body);
    PackPeriod period;
    period.label = closed.label;
    period.first = examination.first();
    period.last = examination.last();
    period.closed_at = examination.entries.back().recorded_at;
    period.checkpoint = *examination.checkpoint;
    period.previous = examination.previous;
    period.name = pack_name(period.checkpoint.origin, closed.label);
    period.opening = &examination.opening;
    period.closing = &examination.closing;
    return period;
}

/// A first pack needs no `previous`; any other cannot be made again without it.
bool can_remake(const Examination& examination) {
    return examination.replayed && examination.checkpoint && examination.making &&
           (examination.first() == 1 || examination.previous);
}

/// Where two CSV texts first differ, in words.
std::string difference(const std::string& found, const std::string& expected,
                       const core::Sheet& sheet) {
    std::vector<std::vector<std::string>> wanted;
    const auto collect = [](std::vector<std::vector<std::string>>& rows, const std::string& text) {
        const auto reader = files::CsvReader::open(text, ',');
        if (reader.fault() != nullptr) return;
        reader.value().read_rows(
            [&](std::int64_t, const std::vector<std::string>& fields) { rows.push_back(fields); });
    };
    std::vector<std::vector<std::string>> got;
    collect(wanted, expected);
    collect(got, found);
    for (std::size_t row = 0; row < std::min(wanted.size(), got.size()); ++row)
        for (std::size_t c = 0; c < std::min(wanted[row].size(), got[row].size()); ++c)
            if (wanted[row][c] != got[row][c])
                return "Row " + std::to_string(row + 1) + ", column " +
                       (c < sheet.columns.size() ? sheet.columns[c].name : std::to_string(c + 1)) +
                       ": the file says " + in_quotes(got[row][c]) + ", the ledger " +
                       in_quotes(wanted[row][c]) + ".";
    if (wanted.size() != got.size())
        return "It has " + std::to_string(got.size()) + " rows and should have " +
               std::to_string(wanted.size()) + ".";
    return "Its cells are written otherwise than they should be.";
}

void compare_csv(Examination& examination, const core::PeriodSheets& sheets) {
    constexpr auto number = CheckNumber::csv;
    for (const core::Sheet& sheet : core::sheets()) {
        const std::string name = csv_name(sheet);
        const std::string* found = examination.file(name);
        const std::string expected = csv_of(sheets, sheet);
        if (found == nullptr)
            examination.fail(number, "This table is missing.", name);
        else if (*found != expected)
            examination.fail(number, difference(*found, expected, sheet), name);
    }
    for (auto at = examination.files.lower_bound("tables/");
         at != examination.files.end() && at->first.rfind("tables/", 0) == 0; ++at) {
        const auto& all = core::sheets();
        const bool known = std::any_of(all.begin(), all.end(), [&](const core::Sheet& sheet) {
            return csv_name(sheet) == at->first;
        });
        if (!known) examination.fail(number, "There is no such table.", at->first);
    }
    if (!examination.has(number))
        examination.pass(number, std::to_string(core::sheets().size()) +
                                     " tables say cell by cell what the ledger says.");
}

void compare_certificate(Examination& examination, const core::PeriodSheets& sheets) {
    constexpr auto number = CheckNumber::certificate_text;
    constexpr char name[] = "certificate.txt";
    const std::string* found = examination.file(name);
    if (found == nullptr) return examination.fail(number, "The certificate is missing.", name);
    const std::string expected = sheets.certificate();
    if (*found == expected)
        return examination.pass(number, "The certificate says what the ledger says.");
    const auto wanted = lines_of(expected);
    const auto got = lines_of(*found);
    for (std::size_t i = 0; i < std::min(wanted.size(), got.size()); ++i)
        if (wanted[i] != got[i])
            return examination.fail(number,
                                    "Line " + std::to_string(i + 1) + " says " + in_quotes(got[i]) +
                                        " and should say " + in_quotes(wanted[i]) + ".",
                                    name);
    examination.fail(number, "It has more or fewer lines than it should.", name);
}

void not_examined(Examination& examination, CheckNumber number) {
    examination.open(number,
                     "not examined: the ledger could not be replayed, or pack.json not read.");
}

}  // namespace

void check_tables(Examination& examination) {
    if (!can_remake(examination)) {
        not_examined(examination, CheckNumber::csv);
        not_examined(examination, CheckNumber::workbook);
        return not_examined(examination, CheckNumber::certificate_text);
    }
    const auto& entries = examination.entries;
    const core::PeriodSheets sheets =
        sheets_of(period_of(examination), *examination.making, examination.files,
                  [&entries](const std::function<void(const core::Entry&)>& visit) {
                      for (const core::Entry& entry : entries) visit(entry);
                  });
    compare_csv(examination, sheets);
    compare_workbook(examination, sheets);
    if (!examination.has(CheckNumber::workbook))
        examination.pass(
            CheckNumber::workbook,
            "Every cell of every sheet says what the ledger says; nothing is hidden, and "
            "there are no macros, links or parts that do not belong.");
    compare_certificate(examination, sheets);
}

void check_helper_files(Examination& examination) {
    constexpr auto number = CheckNumber::helper_files;
    const std::string* json = examination.file("pack.json");
    if (json == nullptr)
        return examination.fail(number, "The pack does not say what it is.", "pack.json");
    if (!examination.making)
        return examination.fail(number, "It is not shaped as the description of a pack.",
                                "pack.json");
    if (!can_remake(examination)) return not_examined(examination, number);
    const PackPeriod period = period_of(examination);
    if (*json != pack_json(period, *examination.making))
        examination.fail(number, "It says otherwise than the ledger.", "pack.json");
    const std::string* page = examination.file("VERIFY.md");
    if (page == nullptr || *page != verify_page(period))
        examination.fail(number, "It is not the page of this version of the format.", "VERIFY.md");
    for (const auto& [name, bytes] : examination.files) {
        static const std::set<std::string> known{"pack.json",
                                                 "workbook.xlsx",
                                                 "certificate.txt",
                                                 "ledger.jsonl",
                                                 "disclosures.jsonl",
                                                 "opening.jsonl",
                                                 "frontier.txt",
                                                 "checkpoint.txt",
                                                 "previous-checkpoint.txt",
                                                 "consistency.json",
                                                 "VERIFY.md",
                                                 manifest_name,
                                                 manifest_signature_name};
        if (known.count(name) == 0 && name.rfind("tables/", 0) != 0 && !is_sign_off_name(name))
            examination.fail(number, "A pack of this version has no such file.", name);
    }
    if (!examination.has(number))
        examination.pass(number, "pack.json and VERIFY.md say what the ledger says.");
}

}  // namespace muster::pack
