// SPDX-License-Identifier: MIT
#include "app/last_imports.hpp"

#include <algorithm>

#include "app/basket.hpp"
#include "muster/app/delta_import.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/ledger/canonical.hpp"

namespace muster::app {
namespace {

constexpr std::string_view joint = " and ";
constexpr std::string_view sheet_joint = " sheet ";

bool maps(const core::Imported& imported, const char* field) {
    const std::string end = std::string{"="} + field;
    return std::any_of(imported.mapping.begin(), imported.mapping.end(),
                       [&](const std::string& line) { return line.ends_with(end); });
}

bool maps_classes(const core::Imported& imported) {
    return std::any_of(imported.mapping.begin(), imported.mapping.end(),
                       [](const std::string& line) { return line.find("=to:") != line.npos; });
}

}  // namespace

std::string what_of(const std::vector<std::string>& kinds, bool nightly) {
    std::string what{nightly ? nightly_prefix : std::string_view{}};
    for (std::size_t i = 0; i < kinds.size(); ++i)
        what += (i == 0 ? "" : std::string{joint}) + kinds[i];
    return what;
}

std::string of_sheet(const std::optional<std::string>& sheet) {
    return sheet ? std::string{sheet_joint} + ledger::fit_for_line(*sheet) : std::string{};
}

std::string only_of(const std::string& kind) {
    return kind + " only";
}

std::optional<core::EntryNumber> imported_as(const core::Facts& facts, const std::string& sha256,
                                             const std::optional<core::Date>& as_at,
                                             const std::optional<std::string>& sheet,
                                             const std::string& what) {
    const std::string whole = core::import_file_key(sha256, as_at);
    const std::string part = whole + (what.empty() ? "" : " " + what);
    for (const std::string& key : {whole, part, part + of_sheet(sheet)})
        if (const auto file = facts.find<core::ImportFile>(key)) return file->entry;
    return std::nullopt;
}

std::vector<std::string> kinds_of_register(const core::Imported& imported) {
    std::vector<std::string> kinds;
    if (maps(imported, "collar")) kinds.emplace_back("officers");
    if (maps_classes(imported) || maps(imported, "class")) kinds.emplace_back("authorisations");
    if (maps(imported, "log")) kinds.emplace_back("deployments");
    return kinds;
}

std::vector<std::string> kinds_of(const core::Imported& imported) {
    // A register says what it was asked for at most; its columns say what it brought.
    if (!imported.as_at) return kinds_of_register(imported);
    std::string_view rest = imported.what ? std::string_view{*imported.what} : "";
    if (rest.starts_with(nightly_prefix)) rest.remove_prefix(nightly_prefix.size());
    rest = rest.substr(0, rest.find(sheet_joint));
    std::vector<std::string> kinds;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(joint), rest.size());
        kinds.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + joint.size(), rest.size()));
    }
    return kinds;
}

std::map<std::string, LastImport> last_imports(storage::Transaction& tx, const core::Facts& facts) {
    std::vector<core::EntryNumber> numbers;
    for (const core::ImportFile& file : facts.all<core::ImportFile>())
        numbers.push_back(file.entry);
    std::sort(numbers.rbegin(), numbers.rend());
    std::map<std::string, LastImport> last;
    for (const core::EntryNumber number : numbers) {
        // No file older than the last of its kind is taken, so that the newest entry has the day.
        if (last.size() == std::size(delta_kinds)) break;
        const auto entry = entry_of(tx, number);
        const auto* imported = entry ? std::get_if<core::Imported>(&entry->body) : nullptr;
        if (imported == nullptr) continue;
        for (const std::string& kind : kinds_of(*imported)) {
            const bool is_delta = std::find(std::begin(delta_kinds), std::end(delta_kinds), kind) !=
                                  std::end(delta_kinds);
            if (is_delta)
                last.emplace(kind, LastImport{number, imported->as_at.value_or(
                                                          core::uk_date(entry->recorded_at))});
        }
    }
    return last;
}

}  // namespace muster::app
