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
    static constexpr auto fields() {
        return std::tuple{field("subject", &CorrectionLine::subject, "item, batch or model"),
                          field("quantity", &CorrectionLine::quantity, "pieces or rounds"),
                          field("from", &CorrectionLine::from, "who or what gave"),
                          field("to", &CorrectionLine::to, "who or what received"),
                          field("issue", &CorrectionLine::issue, "the issue that is open again")};
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
    PrivateText reason;
    UserId approver;
    static constexpr auto fields() {
        return std::tuple{
            field("of", &Corrected::of, "the entry that was wrong"),
            field("of_kind", &Corrected::of_kind, "its kind"),
            field("reversed", &Corrected::reversed, "its lines, taken back"),
            field("unregistered", &Corrected::unregistered, "what it registered in error"),
            field("entered", &Corrected::entered, "the lines that are right"),
            field("officer", &Corrected::officer, "the officer concerned"),
            field("purpose", &Corrected::purpose, "of an issue; else empty"),
            field("due", &Corrected::due, "when such an issue is due back"),
            field("reason", &Corrected::reason, "why"),
            field("approver", &Corrected::approver, "who approved it")};
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
    static constexpr auto fields() {
        return std::tuple{
            field("item", &ItemCorrected::item, "the item"),
            field("serial", &ItemCorrected::serial, "its serial"),
            field("serial_again", &ItemCorrected::serial_again, "as it was read a second time"),
            field("tag", &ItemCorrected::tag, "its asset tag"),
            field("position", &ItemCorrected::position, "its place at home"),
            field("serial_before", &ItemCorrected::serial_before, "the serial until then"),
            field("reason", &ItemCorrected::reason, "why"),
            field("approver", &ItemCorrected::approver, "who approved it")};
    }
};

}  // namespace muster::core
