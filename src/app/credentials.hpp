// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "muster/app/open_ledger.hpp"
#include "muster/ledger/secret.hpp"
#include "muster/storage/private_store.hpp"

namespace muster::app {

/// A secret's stored record and the commitment to it, made before the transaction that keeps them.
struct PreparedSecret {
    std::string nonce;  ///< 32 random bytes, hex
    std::string record;
    std::string commitment;
};
PreparedSecret prepare_secret(const std::string& secret, ledger::Randomness& randomness,
                              ledger::ScryptCost cost);
/// Adds the credential_changed entry and keeps the record beside the ledger, in one transaction.
core::Result<void> put_secret(Proposal& proposal, const std::string& holder,
                              const PreparedSecret& secret, const core::UserId& approver);
/// Whether the record kept beside the ledger is the one that the ledger commits to, so that whoever
/// can write the database cannot give one person another's secret.
bool is_committed(const core::Facts& facts, const storage::CredentialRecord& record);
/// Throws UsageError with what is wrong with a password or PIN.
void require_password(const std::string& who, const std::string& password);
void require_pin(const std::string& who, const std::string& pin);
/// The file of a SQLite address.
std::string database_path(const std::string& address);

}  // namespace muster::app
