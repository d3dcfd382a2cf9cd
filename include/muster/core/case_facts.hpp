// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/facts.hpp"

/// The facts about stock that is away, or not yet fit, and about who has the duty (DOMAIN §5).
namespace muster::core {

/// Why, with whom and until when stock is away: a consignment, a loan, a repair, a seizure, a loss.
///
/// Its id holds what is in no place of ours: quantities always, an item unless it lies in a place
/// of ours (a bench, an evidence cage). Cases stay when they are closed.
struct Case {
    static constexpr Table table = Table::away_case;
    std::string key;   ///< its CaseId
    std::string sort;  ///< consignment, loan_out, loan_in, repair, seizure, loss
    EntryNumber opened = 0;
    Instant since;                      ///< when it happened
    UserId by;                          ///< who recorded it
    LocationId to;                      ///< where it goes, or lies meanwhile
    std::string other;                  ///< the other force, firm or body; may be empty
    std::optional<PrivateText> person;  ///< who has it there
    std::string reference;              ///< exhibit, loan or crime reference; may be empty
    std::string seal;                   ///< of an exhibit; may be empty
    std::optional<Instant> due;    ///< back, to arrive, to be reviewed, or to be escalated by then
    EntryNumber acknowledged = 0;  ///< the entry in which the other end confirmed
    EntryNumber return_acknowledged = 0;  ///< the entry in which they confirmed the return
    std::string state;                    ///< open, closed, closed_short, lost, stolen
    static constexpr void fields(auto visit) {
        visit("case", &Case::key, "the case's id");
        visit("sort", &Case::sort, "consignment, loan_out, loan_in, repair, seizure, loss");
        visit("opened", &Case::opened, "the entry that opened it");
        visit("since", &Case::since, "when that happened");
        visit("by", &Case::by, "who recorded it");
        visit("to", &Case::to, "where it goes, or lies meanwhile");
        visit("other", &Case::other, "the other force, firm or body");
        visit("person", &Case::person, "who has it there");
        visit("reference", &Case::reference, "exhibit, loan or crime reference");
        visit("seal", &Case::seal, "seal of an exhibit");
        visit("due", &Case::due, "back, arrived, reviewed or escalated by then");
        visit("acknowledged", &Case::acknowledged, "the entry that confirmed the other end");
        visit("return_acknowledged", &Case::return_acknowledged,
              "the entry that confirmed the return there");
        visit("state", &Case::state, "open, closed, closed_short, lost or stolen");
    }
};

/// One subject of a case. A loss keeps its lines for ever: they freeze the last custodian.
struct CaseLine {
    static constexpr Table table = Table::away_line;
    std::string key;  ///< `<case>/<subject>`
    CaseId under;
    std::string subject;
    std::int64_t quantity = 0;  ///< that went away
    std::int64_t open = 0;      ///< of it, what is still away
    HolderId from;              ///< who or what had it last
    std::string status;         ///< an item's location status until then; empty for quantities
    CaseId before;              ///< the case it was in until then
    std::string outcome;        ///< of a loss: lost, stolen, recovered; else empty
    static constexpr void fields(auto visit) {
        visit("key", &CaseLine::key, "case and subject");
        visit("case", &CaseLine::under, "the case");
        visit("subject", &CaseLine::subject, "item, batch or model");
        visit("quantity", &CaseLine::quantity, "what went away");
        visit("open", &CaseLine::open, "what is still away");
        visit("from", &CaseLine::from, "who or what had it last");
        visit("status", &CaseLine::status, "an item's location status until then");
        visit("before", &CaseLine::before, "the case it was in until then");
        visit("outcome", &CaseLine::outcome, "of a loss: lost, stolen, recovered");
    }
};

/// That a part is mounted on an item; found by item. Kept equal to `Item::mounted_on`.
struct Mounted {
    static constexpr Table table = Table::mounted;
    std::string key;  ///< `<item>/<part>`
    ItemId host;
    ItemId part;
    static constexpr void fields(auto visit) {
        visit("key", &Mounted::key, "item and part");
        visit("host", &Mounted::host, "the item it is mounted on");
        visit("part", &Mounted::part, "the part");
    }
};

/// An item that came back from a workshop, a seizure or a loss and waits to be signed fit by
/// another person than who recorded its receipt.
struct Unfit {
    static constexpr Table table = Table::unfit;
    std::string key;  ///< its ItemId
    UserId received_by;
    EntryNumber since = 0;
    static constexpr void fields(auto visit) {
        visit("item", &Unfit::key, "the item");
        visit("received_by", &Unfit::received_by, "who recorded its receipt");
        visit("since", &Unfit::since, "the entry of the receipt");
    }
};

/// Who placed a hold; another person releases it. A hold that an import brought has none.
struct Placer {
    static constexpr Table table = Table::hold_placer;
    std::string key;  ///< the hold's: `<item or batch>/<entry>`
    UserId user;
    static constexpr void fields(auto visit) {
        visit("key", &Placer::key, "subject and entry of the hold");
        visit("user", &Placer::user, "who placed it");
    }
};

/// A sealed box as it was delivered; the same seal is refused a second time.
struct Seal {
    static constexpr Table table = Table::seal;
    std::string key;  ///< `<batch>/<seal, as codes are compared>`
    StockId batch;
    std::string seal;
    EntryNumber since = 0;
    static constexpr void fields(auto visit) {
        visit("key", &Seal::key, "batch and seal, as compared");
        visit("batch", &Seal::batch, "the batch");
        visit("seal", &Seal::seal, "what is on the seal");
        visit("since", &Seal::since, "the entry that received it");
    }
};

/// That an entry was corrected, by which other.
struct Correction {
    static constexpr Table table = Table::correction;
    std::string key;  ///< the corrected entry's number, 12 digits
    EntryNumber corrected = 0;
    EntryNumber by = 0;
    static constexpr void fields(auto visit) {
        visit("key", &Correction::key, "number of the corrected entry, 12 digits");
        visit("corrected", &Correction::corrected, "the entry that was corrected");
        visit("by", &Correction::by, "the entry that corrected it");
    }
};

/// Who has the duty at a place.
struct Duty {
    static constexpr Table table = Table::duty;
    std::string key;  ///< the LocationId
    UserId user;
    EntryNumber since = 0;
    static constexpr void fields(auto visit) {
        visit("place", &Duty::key, "the place");
        visit("user", &Duty::user, "who has the duty");
        visit("since", &Duty::since, "the handover that gave it to them");
    }
};

/// Whether an id names a case (`t-`, `n-`, `w-`, `s-`, `z-`).
bool is_case(const std::string& id);

}  // namespace muster::core
