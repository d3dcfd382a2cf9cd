// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "muster/app/open_ledger.hpp"
#include "muster/app/people.hpp"

/// Periods, signing keys, packs and their sign-off (FORMATS §1, §3, §4).
namespace muster::app {

/// Ends the period with the entry this makes.
core::Result<Receipt> close_period(OpenLedger& ledger, const Author& author,
                                   const std::string& label);

/// Makes a key for the author and puts it, under the passphrase `key:NAME`, into `p12_path`. It
/// signs nothing until it is certified.
void create_key(OpenLedger& ledger, const Author& author, const std::string& name,
                const std::string& p12_path, Secrets& secrets);
/// Takes the key on the author's card for theirs: its address `uri` (`pkcs11:…`, without the PIN),
/// the card's PKCS#11 driver, and as the secret `key:NAME` its PIN. Nothing leaves the card.
void use_card(OpenLedger& ledger, const Author& author, const std::string& name,
              const std::string& uri, const std::string& driver, Secrets& secrets);
/// Certifies a created key with the force CA (secret `ca`).
core::Result<Receipt> certify_key(OpenLedger& ledger, const Author& author, const std::string& name,
                                  const Approver& approver, Secrets& secrets);

struct BuiltPackFile {
    std::string path;
    std::string manifest;  ///< SHA-256 of SHA256SUMS, hex
    Receipt receipt;
};
/// Builds the pack of a closed period into a folder, signed by the author's key.
core::Result<BuiltPackFile> build_pack_of(OpenLedger& ledger, const Author& author,
                                          const std::string& period, const std::string& key,
                                          const std::string& out_dir, Secrets& secrets);

struct SignedPackFile {
    int order = 0;
    Receipt receipt;
};
/// Signs a pack off in a role the author holds. Who prepared it cannot.
core::Result<SignedPackFile> sign_pack(OpenLedger& ledger, const Author& author,
                                       const std::string& pack_path, const std::string& role,
                                       const std::string& key, Secrets& secrets);

}  // namespace muster::app
