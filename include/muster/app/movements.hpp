// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "muster/app/counter.hpp"
#include "muster/app/listing.hpp"
#include "muster/app/open_ledger.hpp"
#include "muster/app/people.hpp"
#include "muster/app/secrets.hpp"

/// Every movement besides issue and return (DOMAIN §4, §5). Each use case takes plain values and
/// records one movement whole, or refuses it whole. Whoever is named as a second person, signer,
/// witness or approver gives their own secret.
namespace muster::app {

/// What moves: codes of items, codes with quantities, and where quantities are taken from.
struct MovedThings {
    std::vector<std::string> items;
    std::vector<CodeQuantity> batches;
    std::optional<std::string> from;  ///< a location, a collar number or a case
};

/// A serialised thing as it was read off the label, twice.
struct ReadItem {
    std::string model;
    std::string serial;
    std::string serial_again;
    std::string tag;
};

/// A quantity of a batch as its label has it, or of counted stock (no batch number).
struct ReadStock {
    std::string model;
    std::string number;
    std::int64_t quantity = 0;
    std::optional<core::Date> expiry;
    std::int64_t box_size = 0;
    std::int64_t boxes = 0;
    std::vector<std::string> seals;
    std::string use;
};

struct DeliveryRequest {
    std::vector<ReadItem> items;
    std::vector<ReadStock> stock;
    std::string location;
    std::string position;
    std::string supplier;
    std::string order;
    std::optional<std::string> second;
    std::optional<std::string> note;
    CommitDetails details;
};
/// Receives a delivery: one entry for each item and each batch, in one transaction.
core::Result<MovementReceipt> receive_delivery(OpenLedger& ledger, const Author& author,
                                               const DeliveryRequest& request, Secrets& secrets);

/// Whether set-up is open and the author is the first administrator, who then receives alone.
bool is_setting_up(OpenLedger& ledger, const Author& author);

struct TransferRequest {
    MovedThings things;
    std::string to;
    bool in_transit = false;
    std::optional<std::string> second;
    std::optional<std::string> note;
    CommitDetails details;
};
/// Moves stock to another place, at once or as a consignment `t-N` that is received there.
core::Result<MovementReceipt> transfer(OpenLedger& ledger, const Author& author,
                                       const TransferRequest& request, Secrets& secrets);

/// What comes back of a case: a consignment, a loan, a seizure, a loss.
struct CaseReturnRequest {
    std::string number;  ///< of the case, with its letter or without
    MovedThings things;
    std::optional<std::string> to;
    bool complete = false;  ///< nothing more is to come: the rest is a discrepancy
    std::string words;      ///< authority of a release, or where a loss was found
    std::optional<std::string> second;
    std::optional<std::string> note;
    CommitDetails details;
};
core::Result<MovementReceipt> receive_transit(OpenLedger& ledger, const Author& author,
                                              const CaseReturnRequest& request, Secrets& secrets);
core::Result<MovementReceipt> return_loan(OpenLedger& ledger, const Author& author,
                                          const CaseReturnRequest& request, Secrets& secrets);
core::Result<MovementReceipt> end_seizure(OpenLedger& ledger, const Author& author,
                                          const CaseReturnRequest& request, Secrets& secrets);
core::Result<MovementReceipt> recover(OpenLedger& ledger, const Author& author,
                                      const CaseReturnRequest& request, Secrets& secrets);

struct ExpendRequest {
    std::vector<CodeExpended> lines;
    std::optional<std::string> location;
    std::optional<std::string> collar;  ///< the officer who drew them
    std::optional<std::string> course;
    std::optional<std::string> second;
    std::optional<std::string> note;
    CommitDetails details;
};
core::Result<MovementReceipt> expend(OpenLedger& ledger, const Author& author,
                                     const ExpendRequest& request, Secrets& secrets);

/// Sets an item aside for the officer of that collar number; with none, for nobody.
core::Result<MovementReceipt> assign(OpenLedger& ledger, const Author& author,
                                     const std::string& item,
                                     const std::optional<std::string>& collar,
                                     const CommitDetails& details);

struct LoanRequest {
    MovedThings things;            ///< lent; or borrowed before and now again
    std::vector<ReadItem> items;   ///< borrowed for the first time
    std::vector<ReadStock> stock;  ///< borrowed
    std::string other;             ///< the other force
    core::Date due;
    std::string reference;
    std::optional<std::string> location;  ///< where borrowed stock is put
    std::optional<std::string> contact;
    std::optional<std::string> second;
    CommitDetails details;
};
core::Result<MovementReceipt> lend(OpenLedger& ledger, const Author& author,
                                   const LoanRequest& request, Secrets& secrets);
core::Result<MovementReceipt> borrow(OpenLedger& ledger, const Author& author,
                                     const LoanRequest& request, Secrets& secrets);
/// Records that the other end confirmed the handover, or the return.
core::Result<MovementReceipt> acknowledge_loan(OpenLedger& ledger, const Author& author,
                                               const std::string& number, bool of_return,
                                               const std::string& who, const std::string& reference,
                                               const CommitDetails& details);

struct MaintenanceRequest {
    std::vector<std::string> items;
    std::optional<std::string> to;        ///< a bench of ours; or where they come back to
    std::optional<std::string> workshop;  ///< a firm
    std::string words;                    ///< the defect, or the work that was done
    std::optional<core::Date> due;        ///< back by then; of a signature: next inspection
    std::optional<std::string> signed_by;
    std::string reference;
    CommitDetails details;
};
core::Result<MovementReceipt> report_defect(OpenLedger& ledger, const Author& author,
                                            const MaintenanceRequest& request);
core::Result<MovementReceipt> send_to_maintenance(OpenLedger& ledger, const Author& author,
                                                  const MaintenanceRequest& request);
/// Takes items in from maintenance; with `signed_by` they are signed fit in the same transaction.
core::Result<MovementReceipt> take_from_maintenance(OpenLedger& ledger, const Author& author,
                                                    const MaintenanceRequest& request,
                                                    Secrets& secrets);
core::Result<MovementReceipt> sign_fit(OpenLedger& ledger, const Author& author,
                                       const MaintenanceRequest& request, Secrets& secrets);

struct SwapRequest {
    std::string host;
    std::optional<std::string> fit;
    std::optional<std::string> remove;
    std::optional<std::string> to;  ///< where the removed part goes; else to its home
    std::optional<std::string> note;
    CommitDetails details;
};
core::Result<MovementReceipt> swap_part(OpenLedger& ledger, const Author& author,
                                        const SwapRequest& request);

struct SeizureRequest {
    MovedThings things;
    std::optional<std::string> collar;  ///< the officer who had it
    std::string exhibit;
    std::string seal;
    std::string receiver;
    std::optional<std::string> place;
    std::optional<core::Date> review;
    std::string reference;
    std::optional<std::string> second;
    std::optional<std::string> note;
    CommitDetails details;
};
core::Result<MovementReceipt> seize(OpenLedger& ledger, const Author& author,
                                    const SeizureRequest& request, Secrets& secrets);

struct HoldRequest {
    std::string reason;
    std::vector<std::string> items;
    std::vector<std::string> batches;
    std::optional<std::string> model;  ///< with a range of serials
    std::string serial_from;
    std::string serial_to;
    std::string notice;
    std::optional<std::string> note;
    CommitDetails details;
};
core::Result<MovementReceipt> place_hold(OpenLedger& ledger, const Author& author,
                                         const HoldRequest& request);
/// Lifts one hold on one thing. `hold` is the entry that placed it, needed where there are several.
core::Result<MovementReceipt> release_hold(OpenLedger& ledger, const Author& author,
                                           const std::string& code, core::EntryNumber hold,
                                           const std::string& inspection,
                                           const CommitDetails& details);

core::Result<MovementReceipt> report_missing(OpenLedger& ledger, const Author& author,
                                             const MovedThings& things,
                                             const std::string& circumstances,
                                             const CommitDetails& details);
core::Result<MovementReceipt> decide_loss(OpenLedger& ledger, const Author& author,
                                          const std::string& number, const std::string& outcome,
                                          const std::string& reference, const std::string& reason,
                                          const CommitDetails& details);

/// Marks items for disposal, or with `withdrawn` keeps them after all; an approver allows it.
core::Result<MovementReceipt> mark_disposal(OpenLedger& ledger, const Author& author,
                                            const std::vector<std::string>& items, bool withdrawn,
                                            const std::string& reason, const Approver& approver,
                                            Secrets& secrets, const CommitDetails& details);

struct DisposalRequest {
    MovedThings things;
    std::string method = "destroyed";
    std::string certificate;
    std::vector<std::string> witnesses;  ///< names of two users
    std::optional<std::string> note;
    CommitDetails details;
};
core::Result<MovementReceipt> dispose(OpenLedger& ledger, const Author& author,
                                      const DisposalRequest& request, Secrets& secrets);

struct CorrectionRequest {
    core::EntryNumber of = 0;
    MovedThings entered;                 ///< what stands in its place; may be nothing
    std::vector<CodeExpended> expended;  ///< likewise, of what was used up
    std::string reason;
    Approver approver;
    CommitDetails details;
};
/// Takes the lines of a movement back and enters the right ones, as one entry that an approver
/// allows. The original stays readable.
core::Result<MovementReceipt> correct_movement(OpenLedger& ledger, const Author& author,
                                               const CorrectionRequest& request, Secrets& secrets);

struct ItemCorrectionRequest {
    std::string item;
    std::optional<std::string> serial;
    std::optional<std::string> serial_again;
    std::optional<std::string> tag;
    std::optional<std::string> position;
    std::string reason;
    Approver approver;
    CommitDetails details;
};
core::Result<MovementReceipt> correct_item(OpenLedger& ledger, const Author& author,
                                           const ItemCorrectionRequest& request, Secrets& secrets);

/// Hands the duty at a place (else the author's armoury) to another user, who gives their secret.
core::Result<MovementReceipt> hand_over_duty(OpenLedger& ledger, const Author& author,
                                             const std::string& to,
                                             const std::optional<std::string>& place,
                                             const std::optional<std::string>& count,
                                             const std::optional<std::string>& note,
                                             Secrets& secrets, const CommitDetails& details);

/// Takes the duty at a place over where whoever had it went without handing it over; a discrepancy
/// asks them for it. Refuses `handover_to_self` who has it already, and an empty reason.
core::Result<MovementReceipt> take_over_alone(OpenLedger& ledger, const Author& author,
                                              const std::optional<std::string>& place,
                                              const std::optional<std::string>& count,
                                              const std::string& reason,
                                              const CommitDetails& details);

struct VehicleCheckRequest {
    std::string vehicle;
    std::string stage;
    std::optional<std::string> from;  ///< collar numbers; each gives their PIN
    std::optional<std::string> to;
    MovedThings seen;
    std::optional<std::string> explanation;
    CommitDetails details;
};
core::Result<MovementReceipt> check_vehicle(OpenLedger& ledger, const Author& author,
                                            const VehicleCheckRequest& request, Secrets& secrets);

/// What is away, why, with whom and until when: one row for each subject of each case that is not
/// closed, the filter `all` shows closed ones too, and any other filter narrows by its words.
core::Result<Listing> cases(OpenLedger& ledger, const ListRequest& request);

}  // namespace muster::app
