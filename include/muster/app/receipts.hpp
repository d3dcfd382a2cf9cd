// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "muster/app/open_ledger.hpp"

/// What a person takes away from the hatch.
namespace muster::app {

/// A movement as its receipt says it.
struct MovementShown {
    core::EntryNumber number = 0;
    std::string title;  ///< `Issue` or `Return`
    std::string happened;
    std::string recorded;  ///< empty where it is when it happened
    std::string paper;     ///< page of the paper form, for a late entry
    std::string officer;
    std::string by;
    std::string second;     ///< empty where there was none
    std::string confirmed;  ///< how the officer confirmed it, or that they did not
    std::string purpose;
    std::string reference;
    struct Line {
        std::string subject;
        std::string quantity;
        std::string from;
        std::string to;
    };
    std::vector<Line> lines;
    /// What was not as usual: who brought it, stops that were overridden, a pair, a clock behind.
    struct Circumstance {
        std::string label;
        std::string words;
    };
    std::vector<Circumstance> circumstances;
    std::string short_form;  ///< of the commit that recorded it: an anchor in somebody's pocket
};

/// The movement of that number, at any later time. Refuses `code_unknown` where the entry is none,
/// `in_blind_count` while the viewer counts blind.
core::Result<MovementShown> show_movement(OpenLedger& ledger, core::EntryNumber number,
                                          const std::optional<core::UserId>& viewer);
/// Writes the same as an A5 page. It is no export: whoever moved the stock may have it. Throws
/// files::FileError where it cannot be written.
void save_receipt(OpenLedger& ledger, const MovementShown& movement, const std::string& path);

}  // namespace muster::app
