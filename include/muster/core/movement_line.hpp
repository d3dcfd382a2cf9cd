// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "muster/core/fields.hpp"

namespace muster::core {

struct Entry;

/// One line of a movement, as lists, histories and the workbook show it. Derived from one entry
/// alone, so that storage can keep it beside the ledger and anybody can make it again.
struct MovementLine {
    EntryNumber entry = 0;
    std::int64_t line = 1;
    std::string kind;  ///< issue, return, receive, expend …
    Instant happened_at;
    Instant recorded_at;
    std::string subject;  ///< item, batch or model of counted stock
    std::int64_t quantity = 1;
    HolderId from;  ///< empty where stock came from outside
    HolderId to;    ///< empty where it was used up
    OfficerId officer;
    UserId by;
    UserId second;
    std::string purpose;
    std::string reference;
    static constexpr void fields(auto visit) {
        visit("entry", &MovementLine::entry, "number of the entry; also the receipt's");
        visit("line", &MovementLine::line, "line of the movement, from 1");
        visit("kind", &MovementLine::kind, "issue, return, receive, expend …");
        visit("happened_at", &MovementLine::happened_at, "when it happened");
        visit("recorded_at", &MovementLine::recorded_at, "when it was recorded");
        visit("subject", &MovementLine::subject, "item, batch or model");
        visit("quantity", &MovementLine::quantity, "pieces or rounds");
        visit("from_holder", &MovementLine::from, "who or what gave");
        visit("to_holder", &MovementLine::to, "who or what received");
        visit("officer", &MovementLine::officer, "the officer concerned");
        visit("by_user", &MovementLine::by, "who recorded it");
        visit("second", &MovementLine::second, "the second person");
        visit("purpose", &MovementLine::purpose, "operational, training …");
        visit("reference", &MovementLine::reference, "deployment, course or report");
    }
};

/// The movement lines of an entry; none where it moves no stock.
std::vector<MovementLine> movement_lines(const Entry& entry);

}  // namespace muster::core
