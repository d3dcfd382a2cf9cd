// SPDX-License-Identifier: MIT
#include "muster/app/receipts.hpp"

#include "app/basket.hpp"
#include "app/movement_circumstances.hpp"
#include "app/short_of_commit.hpp"
#include "muster/app/listing.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/movement_line.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/powers.hpp"
#include "muster/core/transitions.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/report/receipt.hpp"

namespace muster::app {
namespace {

std::string capital(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

MovementShown shown(const core::Facts& facts, const core::Entry& entry,
                    const std::vector<core::MovementLine>& lines) {
    MovementShown movement;
    movement.number = entry.number;
    movement.happened = core::uk_time_text(entry.happened_at);
    if (entry.recorded_at.ms != entry.happened_at.ms)
        movement.recorded = core::uk_time_text(entry.recorded_at);
    movement.paper = entry.paper.value_or("");
    movement.by = core::user_words(facts, entry.by.value);
    for (Circumstance& each : circumstances_of(facts, entry)) {
        if (each.id == "confirmed")
            movement.confirmed = each.words;
        else if (each.odd)
            movement.circumstances.push_back({std::move(each.label), std::move(each.words)});
    }
    for (const core::MovementLine& line : lines) {
        movement.title = capital(core::status_words(line.kind));
        if (!line.officer.empty()) {
            const auto officer = facts.find<core::Officer>(line.officer.value);
            movement.officer = core::officer_words(facts, line.officer.value);
            if (officer)
                movement.officer += " " + facts.disclosed(officer->name.digest).value_or("");
        }
        if (!line.second.empty()) movement.second = core::user_words(facts, line.second.value);
        if (!line.purpose.empty()) movement.purpose = line.purpose;
        if (!line.reference.empty()) movement.reference = line.reference;
        const auto holder = [&](const core::HolderId& id) {
            return id.empty() ? std::string{} : core::holder_words(facts, id.value);
        };
        movement.lines.push_back({core::subject_words(facts, line.subject),
                                  std::to_string(line.quantity), holder(line.from),
                                  holder(line.to)});
    }
    return movement;
}

}  // namespace

core::Result<MovementShown> show_movement(OpenLedger& ledger, core::EntryNumber number,
                                          const std::optional<core::UserId>& viewer) {
    std::optional<core::Refused> no;
    MovementShown movement;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        no = refuse_blind(facts, viewer);
        if (no) return;
        const auto entry = entry_of(tx, number);
        const auto lines = entry ? core::movement_lines(*entry) : std::vector<core::MovementLine>{};
        if (lines.empty()) {
            no = core::refused(core::Refusal::code_unknown, "movement " + std::to_string(number));
            return;
        }
        movement = shown(facts, *entry, lines);
        movement.short_form = short_of_commit(tx, number, ledger.public_key());
    });
    if (no) return std::move(*no);
    return movement;
}

void save_receipt(OpenLedger& ledger, const MovementShown& movement, const std::string& path) {
    report::Receipt receipt;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        const auto force = facts.find<core::Force>("force").value_or(core::Force{});
        receipt.force = force.name;
        receipt.practice = force.practice;
        receipt.classification = core::policy(facts, "classification", "OFFICIAL-SENSITIVE");
    });
    receipt.title = movement.title + " " + std::to_string(movement.number);
    receipt.facts = {{"Happened", movement.happened},  {"Recorded", movement.recorded},
                     {"Paper page", movement.paper},   {"Officer", movement.officer},
                     {"Purpose", movement.purpose},    {"Reference", movement.reference},
                     {"Recorded by", movement.by},     {"Second person", movement.second},
                     {"Confirmed", movement.confirmed}};
    for (const MovementShown::Circumstance& each : movement.circumstances)
        receipt.facts.push_back({each.label, each.words});
    for (const MovementShown::Line& line : movement.lines)
        receipt.lines.push_back({line.quantity, line.subject, line.from, line.to});
    receipt.short_form = movement.short_form;
    files::write_file_atomically(path, report::draw_receipt(receipt, core::text_of(ledger.now())));
}

}  // namespace muster::app
