// SPDX-License-Identifier: MIT
#include "app/credentials.hpp"

#include "muster/core/people_facts.hpp"
#include "muster/ledger/digest.hpp"
#include "muster/storage/private_store.hpp"

namespace muster::app {

PreparedSecret prepare_secret(const std::string& secret, ledger::Randomness& randomness,
                              ledger::ScryptCost cost) {
    const std::string nonce = randomness.bytes(32);
    const ledger::SecretRecord record = ledger::make_secret_record(secret, randomness, cost);
    return {ledger::hex(nonce), record.text,
            ledger::hex(ledger::credential_commitment(nonce, record))};
}

core::Result<void> put_secret(Proposal& proposal, const std::string& holder,
                              const PreparedSecret& secret, const core::UserId& approver) {
    auto added = proposal.add(core::CredentialChanged{holder, secret.commitment, approver});
    if (!added) return std::move(added).error();
    storage::put_credential(proposal.transaction(),
                            {holder, secret.nonce, secret.record, 0, false});
    return boost::outcome_v2::success();
}

bool is_committed(const core::Facts& facts, const storage::CredentialRecord& record) {
    const auto committed = facts.find<core::Credential>(record.holder);
    const auto nonce = ledger::bytes_of_hex(record.nonce);
    return committed && nonce &&
           committed->commitment ==
               ledger::hex(ledger::credential_commitment(*nonce, {record.record}));
}

void require_password(const std::string& who, const std::string& password) {
    if (const auto fault = ledger::password_fault(password))
        throw UsageError{"The password of " + who + " will not do: " + fault->words};
}

void require_pin(const std::string& who, const std::string& pin) {
    if (const auto fault = ledger::pin_fault(pin))
        throw UsageError{"The PIN of " + who + " will not do: " + fault->words};
}

std::string database_path(const std::string& address) {
    constexpr std::string_view sqlite = "sqlite:";
    return address.starts_with(sqlite) ? address.substr(sqlite.size()) : address;
}

}  // namespace muster::app
