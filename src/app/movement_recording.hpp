// SPDX-License-Identifier: MIT
#pragma once

#include "muster/app/movements.hpp"
#include "muster/app/sign_in.hpp"

/// From codes to the lines of a movement, and from its entries to a receipt.
namespace muster::app {

/// Codes looked up in the facts; everything that names nothing is gathered, none hides another.
class NamedThings {
public:
    NamedThings(storage::Transaction& tx, const core::Facts& facts) : tx_{tx}, facts_{facts} {}

    std::vector<core::ItemLine> items(const std::vector<std::string>& codes);
    /// Lines of quantities, taken from the place, officer or case that `from` names.
    std::vector<core::StockLine> stock(const MovedThings& things);
    core::ItemId item(const std::string& code);
    core::StockId stock_of(const std::string& code);
    core::LocationId location(const std::optional<std::string>& code);
    core::OfficerId officer(const std::optional<std::string>& collar);
    core::ModelId model(const std::string& code);
    core::HolderId holder(const std::optional<std::string>& code);

    const core::Facts& facts() const { return facts_; }
    storage::Transaction& transaction() { return tx_; }
    core::Refused refused;

private:
    template <class T>
    T settled(core::Result<T> result);

    storage::Transaction& tx_;
    const core::Facts& facts_;
};

/// The bodies of one movement, in order; the number of the first is the movement's.
using MakeBodies = std::function<std::vector<core::Body>(NamedThings&, Proposal&)>;

/// Records the movement in one transaction, or refuses all of it.
core::Result<MovementReceipt> record_movement(OpenLedger& ledger, const Author& author,
                                              const CommitDetails& details, const MakeBodies& make);

/// A named person's id once they gave their own secret; empty where nobody is named.
core::Result<core::UserId> named_person(OpenLedger& ledger, const std::optional<std::string>& name,
                                        Secrets& secrets);
/// `412` or `n-412` as the id of a case with that letter; `import` is no case but what an imported
/// register said was away.
core::CaseId case_called(char letter, const std::string& number);
std::optional<core::PrivateText> private_or_none(const std::optional<std::string>& text);
/// The receipts of things read off their labels, under a loan where one is named.
std::vector<core::Body> received_things(NamedThings& named, const DeliveryRequest& request,
                                        const core::UserId& second, const core::CaseId& loan);

}  // namespace muster::app
