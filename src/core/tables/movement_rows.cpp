// SPDX-License-Identifier: MIT
#include "muster/core/movement_line.hpp"
#include "rows.hpp"
#include "shown.hpp"

/// The sheets that show the entries of the period one by one.
namespace muster::core::tables {
namespace {

std::string flags_of(const Entry& entry) {
    std::string flags;
    if (entry.clock) flags = "clock " + *entry.clock;
    const auto add = [&](const std::string& flag) { flags += (flags.empty() ? "" : ", ") + flag; };
    if (entry.paper) add("paper page " + *entry.paper);
    if (const auto* issued = std::get_if<Issued>(&entry.body); issued != nullptr && issued->mode)
        add(*issued->mode);
    if (const auto* back = std::get_if<Returned>(&entry.body); back != nullptr && back->mode)
        add(*back->mode);
    return flags;
}

SheetRow movement_row(const Facts& facts, const Entry& entry, const MovementLine& line) {
    const Subject subject = subject_of(facts, line.subject);
    SheetRow row{line_key(line.entry, line.line), line.entry, line.line, line.kind};
    push_instant(row, line.happened_at);
    push_instant(row, line.recorded_at);
    for (const std::string& text : {line.subject, subject.tag, subject.number, subject.model})
        row.emplace_back(text);
    row.emplace_back(line.quantity);
    for (const std::string& text :
         {line.from.value, holder_name(facts, line.from.value), line.to.value,
          holder_name(facts, line.to.value), line.officer.value, line.by.value,
          user_name(facts, line.by), line.second.value, user_name(facts, line.second), line.purpose,
          line.reference, flags_of(entry)})
        row.emplace_back(text);
    return row;
}

}  // namespace

void movement_rows(const PeriodSource& source, const Visit& visit) {
    source.each_entry([&](const Entry& entry) {
        for (const MovementLine& line : movement_lines(entry))
            visit(movement_row(*source.closing, entry, line));
    });
}

void override_rows(const PeriodSource& source, const Visit& visit) {
    const Facts& facts = *source.closing;
    source.each_entry([&](const Entry& entry) {
        // Stops at the counter, and rules of a team that was sent to count.
        const std::vector<Override>* overrides = nullptr;
        if (const auto* issued = std::get_if<Issued>(&entry.body)) overrides = &issued->overrides;
        if (const auto* count = std::get_if<CountStarted>(&entry.body))
            overrides = &count->overrides;
        if (overrides == nullptr) return;
        std::int64_t line = 0;
        for (const Override& one : *overrides) {
            SheetRow row{line_key(entry.number, ++line), entry.number};
            push_instant(row, entry.recorded_at);
            for (const std::string& text :
                 {one.stop, one.subject, one.by.value, user_name(facts, one.by), entry.by.value,
                  private_shown(facts, one.reason)})
                row.emplace_back(text);
            visit(std::move(row));
        }
    });
}

void alone_rows(const PeriodSource& source, const Visit& visit) {
    source.each_entry([&](const Entry& entry) {
        if (!entry.setup) return;
        SheetRow row{std::to_string(entry.number), entry.number};
        push_instant(row, entry.recorded_at);
        row.emplace_back(std::string{kind_of(entry.body)});
        row.emplace_back(entry.by.value);
        row.emplace_back(user_name(*source.closing, entry.by));
        visit(std::move(row));
    });
}

}  // namespace muster::core::tables
