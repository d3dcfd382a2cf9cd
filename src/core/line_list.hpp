// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/entry.hpp"
#include "muster/core/movement_line.hpp"

namespace muster::core {

/// Gathers the lines of one entry, numbered from 1.
class LineList {
public:
    explicit LineList(const Entry& entry) : entry_{entry} {}

    MovementLine& add(const char* kind, const std::string& subject, std::int64_t quantity,
                      HolderId from, HolderId to) {
        MovementLine& line = lines.emplace_back();
        line.entry = entry_.number;
        line.line = static_cast<std::int64_t>(lines.size());
        line.kind = kind;
        line.happened_at = entry_.happened_at;
        line.recorded_at = entry_.recorded_at;
        line.subject = subject;
        line.quantity = quantity;
        // What left for good is with nobody; what comes again comes from outside.
        if (!from.value.starts_with("x-")) line.from = std::move(from);
        if (!to.value.starts_with("x-")) line.to = std::move(to);
        line.by = entry_.by;
        return line;
    }

    std::vector<MovementLine> lines;

private:
    const Entry& entry_;
};

/// The lines of the movements other than issue, return and registration; false for other kinds.
bool gather_other_movement(LineList& list, const Entry& entry);

}  // namespace muster::core
