// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "muster/app/counter.hpp"
#include "muster/app/listing.hpp"
#include "muster/app/people.hpp"
#include "muster/app/secrets.hpp"

/// What is done at the counter beside issues and returns: late confirmations, function tests,
/// cartridges, attendance, and what officers confirm to hold (DOMAIN §5).
namespace muster::app {

/// The officer of an urgent issue confirms it with `officer:COLLAR`. Refuses `not_provisional`
/// where that movement waits for nothing.
core::Result<Receipt> confirm_issue(OpenLedger& ledger, const Author& author,
                                    core::EntryNumber number, Secrets& secrets);
/// Urgent issues whose officers have not confirmed them: number, officer, since, until, overdue,
/// lines, handover. Filter `all` for the confirmed ones too.
core::Result<Listing> unconfirmed(OpenLedger& ledger, const ListRequest& request);

struct FunctionTestRequest {
    std::vector<std::string> items;
    std::optional<std::string> failed;  ///< what was wrong; absent where they passed
    std::optional<std::int64_t> battery;
    CommitDetails details;
};
/// Records the day's function test. What fails is defective.
core::Result<Receipt> test_function(OpenLedger& ledger, const Author& author,
                                    const FunctionTestRequest& request);

struct CartridgeSwapRequest {
    std::string collar;
    std::vector<CodeExpended> spent;
    std::vector<CodeQuantity> fresh;
    std::optional<std::string> download;
    std::optional<std::string> second;
    CommitDetails details;
};
/// Takes spent cartridges off an officer's draw and issues fresh ones, the device staying out: a
/// return and an issue in one transaction, both confirmed with `officer:COLLAR`.
core::Result<MovementReceipt> swap_cartridges(OpenLedger& ledger, const Author& author,
                                              const CartridgeSwapRequest& request,
                                              Secrets& secrets);

/// Says how a location is attended: `attended` or `paired`. A policy, by two people.
core::Result<Receipt> set_attendance(OpenLedger& ledger, const Author& author,
                                     const std::string& location, const std::string& mode,
                                     const Approver& approver, Secrets& secrets);

/// What an officer says of a line they do not hold as the book has it.
struct SeenOtherwise {
    std::string code;
    std::int64_t quantity = 0;
};
/// Asks officers to confirm what they hold; with none named, everybody whose long-term kit nobody
/// has confirmed. One entry each.
core::Result<Receipt> ask_attestation(OpenLedger& ledger, const Author& author,
                                      const std::vector<std::string>& collars);
/// The officer confirms what they hold with `officer:COLLAR`. What they see otherwise opens a
/// discrepancy.
core::Result<MovementReceipt> attest(OpenLedger& ledger, const Author& author,
                                     const std::string& collar,
                                     const std::vector<SeenOtherwise>& otherwise, Secrets& secrets);
/// Holders of long-term kit and how their confirmations stand: officer, lines, state, due,
/// answered. Filter by a state: unasked, asked, overdue, confirmed.
core::Result<Listing> attestations(OpenLedger& ledger, const ListRequest& request);
/// What is with officers whose authorisation for it has lapsed: officer, subject, class, why, to.
core::Result<Listing> lapsed(OpenLedger& ledger, const ListRequest& request);

}  // namespace muster::app
