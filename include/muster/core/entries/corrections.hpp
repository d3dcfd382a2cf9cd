// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/fields.hpp"

/// Entries that put an earlier one right: reversal and re-entry, by one person and approved by
/// another. The original is never touched and stays readable (DOMAIN §5).
namespace muster::core {

/// One line that is taken back, or put in its place.
struct CorrectionLine {
    std::string subject;  ///< item, batch or model
    std::int64_t quantity = 1;
    HolderId from;                     ///< empty where stock comes back that was used up
    HolderId to;                       ///< empty where it is used up
    std::optional<EntryNumber> issue;  ///< of a line that is out again: the issue it belongs to
    /// What the officer owes by it, more or less, where the book moved another quantity.
    std::optional<std::int64_t> owed{};
    static constexpr void fields(auto visit) {
        visit("subject", &CorrectionLine::subject, "item, batch or model");
        visit("quantity", &CorrectionLine::quantity, "pieces or rounds");
        visit("from", &CorrectionLine::from, "who or what gave");
        visit("to", &CorrectionLine::to, "who or what received");
        visit("issue", &CorrectionLine::issue, "the issue that is open again");
        visit("owed", &CorrectionLine::owed, "what is owed by it, where that is another quantity");
    }
};

/// A movement was recorded wrongly: its lines are reversed and the right ones entered.
struct Corrected {
    static constexpr const char* kind = "corrected";
    static constexpr std::int64_t version = 1;
    EntryNumber of = 0;   ///< the entry that was wrong
    std::string of_kind;  ///< its kind
    std::vector<CorrectionLine> reversed;
    std::vector<std::string> unregistered;  ///< what that entry put into the register in error
    std::vector<CorrectionLine> entered;
    OfficerId officer;    ///< the officer concerned
    std::string purpose;  ///< of an issue that is open again; else empty
    std::optional<Instant> due;
    std::optional<Instant> since{};  ///< when what is open again was drawn
    PrivateText reason;
    UserId approver;
    static constexpr void fields(auto visit) {
        visit("of", &Corrected::of, "the entry that was wrong");
        visit("of_kind", &Corrected::of_kind, "its kind");
        visit("reversed", &Corrected::reversed, "its lines, taken back");
        visit("unregistered", &Corrected::unregistered, "what it registered in error");
        visit("entered", &Corrected::entered, "the lines that are right");
        visit("officer", &Corrected::officer, "the officer concerned");
        visit("purpose", &Corrected::purpose, "of an issue; else empty");
        visit("due", &Corrected::due, "when such an issue is due back");
        visit("since", &Corrected::since, "when what is open again was drawn");
        visit("reason", &Corrected::reason, "why");
        visit("approver", &Corrected::approver, "who approved it");
    }
};

/// What the register says on an item was wrong: its serial, tag or position. Absent members stay.
struct ItemCorrected {
    static constexpr const char* kind = "item_corrected";
    static constexpr std::int64_t version = 1;
    ItemId item;
    std::optional<std::string> serial;
    std::optional<std::string> serial_again;  ///< as it was read the second time
    std::optional<std::string> tag;
    std::optional<std::string> position;
    std::string serial_before;  ///< filled in by `decide`
    PrivateText reason;
    UserId approver;
    static constexpr void fields(auto visit) {
        visit("item", &ItemCorrected::item, "the item");
        visit("serial", &ItemCorrected::serial, "its serial");
        visit("serial_again", &ItemCorrected::serial_again, "as it was read a second time");
        visit("tag", &ItemCorrected::tag, "its asset tag");
        visit("position", &ItemCorrected::position, "its place at home");
        visit("serial_before", &ItemCorrected::serial_before, "the serial until then");
        visit("reason", &ItemCorrected::reason, "why");
        visit("approver", &ItemCorrected::approver, "who approved it");
    }
};

}  // namespace muster::core
