// SPDX-License-Identifier: MIT
#include "muster/core/people_facts.hpp"
#include "rows.hpp"

namespace muster::core::tables {

void dictionary_rows(const Visit& visit) {
    for (const Sheet& sheet : sheets())
        for (const SheetColumn& column : sheet.columns)
            visit({sheet.ref + " " + column.name, sheet.title, column.name,
                   std::string{word_of(column.type)}, column.meaning});
    for (const FieldMeaning& field : dictionary())
        visit({field.kind + "." + field.field, field.kind, field.field, field.type, field.meaning});
}

void integrity_rows(const PeriodSource& source, const Visit& visit) {
    const auto force = source.closing->find<Force>("force");
    const auto say = [&](const std::string& key, const std::string& value, const char* meaning) {
        visit({key, value, std::string{meaning}});
    };
    say("Pack", source.pack, "name of the pack this workbook belongs to");
    if (force) {
        say("Ledger", force->origin, "the ledger's origin line");
        say("Ledger key", force->ledger_key, "Ed25519 public key that signs checkpoints, hex");
    }
    say("First entry", std::to_string(source.first), "of the period");
    say("Last entry", std::to_string(source.last), "of the period: the entry that closed it");
    say("Root", source.root, "root of the ledger's tree at the last entry, base64");
    say("Checkpoint", source.short_form, "the same, short enough to type");
    if (!source.previous_short.empty())
        say("Previous checkpoint", source.previous_short, "at the end of the period before");
    for (const SiblingFile& file : source.files)
        say("SHA-256 of " + file.name, file.sha256, "digest of that file of the pack");
}

}  // namespace muster::core::tables
