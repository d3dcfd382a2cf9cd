// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/entries/counter.hpp"

/// Entries beside the movements of the counter: late confirmations, function tests, and what
/// officers confirm to hold (DOMAIN §5).
namespace muster::core {

/// The officer confirmed an urgent issue afterwards, with their own PIN.
struct IssueConfirmed {
    static constexpr const char* kind = "issue_confirmed";
    static constexpr std::int64_t version = 1;
    EntryNumber issue = 0;
    OfficerId officer;  ///< filled in by `decide`
    std::optional<Confirmation> confirmed;
    static constexpr void fields(auto visit) {
        visit("issue", &IssueConfirmed::issue, "number of the urgent issue");
        visit("officer", &IssueConfirmed::officer, "who drew");
        visit("confirmed", &IssueConfirmed::confirmed, "the officer's confirmation");
    }
};

/// An item's function was tested before a shift. One that fails is defective.
struct FunctionTested {
    static constexpr const char* kind = "function_tested";
    static constexpr std::int64_t version = 1;
    std::vector<ItemLine> items;
    bool passed = true;
    std::optional<std::int64_t> battery;  ///< charge in per cent, as shown
    std::optional<PrivateText> note;
    static constexpr void fields(auto visit) {
        visit("items", &FunctionTested::items, "the items");
        visit("passed", &FunctionTested::passed, "whether they passed");
        visit("battery", &FunctionTested::battery, "charge in per cent");
        visit("note", &FunctionTested::note, "what was seen");
    }
};

/// An officer was asked to confirm what they hold.
struct AttestationAsked {
    static constexpr const char* kind = "attestation_asked";
    static constexpr std::int64_t version = 1;
    OfficerId officer;
    std::optional<Instant> due;  ///< filled in by `decide` from policy
    static constexpr void fields(auto visit) {
        visit("officer", &AttestationAsked::officer, "who is asked");
        visit("due", &AttestationAsked::due, "to be answered by then");
    }
};

/// What an officer confirmed to hold, or not to hold, of one line.
struct HeldLine {
    std::string subject;
    std::int64_t quantity = 1;         ///< by the book
    std::optional<std::int64_t> seen;  ///< by the officer, where it differs
    static constexpr void fields(auto visit) {
        visit("subject", &HeldLine::subject, "item, batch or model");
        visit("quantity", &HeldLine::quantity, "by the book");
        visit("seen", &HeldLine::seen, "by the officer, where it differs");
    }
};

/// An officer confirmed what they hold, with their own PIN. Moves nothing; what they do not have is
/// a discrepancy beside it.
struct Attested {
    static constexpr const char* kind = "attested";
    static constexpr std::int64_t version = 1;
    OfficerId officer;
    std::vector<HeldLine> lines;  ///< completed by `decide` with all they hold by the book
    std::optional<Confirmation> confirmed;
    static constexpr void fields(auto visit) {
        visit("officer", &Attested::officer, "who holds it");
        visit("lines", &Attested::lines, "what they hold");
        visit("confirmed", &Attested::confirmed, "the officer's confirmation");
    }
};

}  // namespace muster::core
