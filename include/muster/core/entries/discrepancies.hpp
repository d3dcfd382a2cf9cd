// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/fields.hpp"

/// What is done about a discrepancy, from who looks into it to its approval (DOMAIN §6).
namespace muster::core {

/// Somebody looks into it from now on.
struct DiscrepancyAssigned {
    static constexpr const char* kind = "discrepancy_assigned";
    static constexpr std::int64_t version = 1;
    DiscrepancyId discrepancy;
    UserId to;
    static constexpr void fields(auto visit) {
        visit("discrepancy", &DiscrepancyAssigned::discrepancy, "which");
        visit("to", &DiscrepancyAssigned::to, "who looks into it");
    }
};

/// Something was done or learned: a note, a piece of evidence, or that it was reported upwards.
struct DiscrepancyNoted {
    static constexpr const char* kind = "discrepancy_noted";
    static constexpr std::int64_t version = 1;
    DiscrepancyId discrepancy;
    std::string action;  ///< note, evidence, reported
    PrivateText note;
    std::optional<std::string> evidence;  ///< SHA-256 of the attachment
    static constexpr void fields(auto visit) {
        visit("discrepancy", &DiscrepancyNoted::discrepancy, "which");
        visit("action", &DiscrepancyNoted::action, "note, evidence or reported");
        visit("note", &DiscrepancyNoted::note, "what was done or learned");
        visit("evidence", &DiscrepancyNoted::evidence, "SHA-256 of the attachment");
    }
};

/// Somebody says what became of it. The book changes only once another person approves.
struct DiscrepancyResolved {
    static constexpr const char* kind = "discrepancy_resolved";
    static constexpr std::int64_t version = 1;
    DiscrepancyId discrepancy;
    std::string outcome;  ///< found, clerical, loss, theft
    PrivateText words;
    std::optional<PrivateText> lessons;
    std::optional<std::int64_t> adjustment;  ///< what the book of that place is to change by
    static constexpr void fields(auto visit) {
        visit("discrepancy", &DiscrepancyResolved::discrepancy, "which");
        visit("outcome", &DiscrepancyResolved::outcome, "found, clerical, loss or theft");
        visit("words", &DiscrepancyResolved::words, "what became of it");
        visit("lessons", &DiscrepancyResolved::lessons, "what is done so that it does not recur");
        visit("adjustment", &DiscrepancyResolved::adjustment, "what the book is to change by");
    }
};

/// A person who neither counted nor resolved it approves, and the book is adjusted.
struct DiscrepancyApproved {
    static constexpr const char* kind = "discrepancy_approved";
    static constexpr std::int64_t version = 1;
    DiscrepancyId discrepancy;
    std::string outcome;                     ///< filled in by `decide`
    std::optional<std::int64_t> adjustment;  ///< filled in by `decide`
    std::string subject;                     ///< filled in by `decide`
    HolderId holder;                         ///< filled in by `decide`
    static constexpr void fields(auto visit) {
        visit("discrepancy", &DiscrepancyApproved::discrepancy, "which");
        visit("outcome", &DiscrepancyApproved::outcome, "what it came to");
        visit("adjustment", &DiscrepancyApproved::adjustment, "what the book changed by");
        visit("subject", &DiscrepancyApproved::subject, "of which item or batch");
        visit("holder", &DiscrepancyApproved::holder, "and where");
    }
};

}  // namespace muster::core
