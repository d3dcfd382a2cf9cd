// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "muster/app/open_ledger.hpp"
#include "muster/app/secrets.hpp"
#include "muster/ledger/certificates.hpp"

namespace muster::app {

/// What is kept beside the ledger about a key: public things, and where its file lies.
struct KeyNote {
    std::string user;
    std::string path;
    std::string uncertified;  ///< certificate as created, PEM
    std::string certified;    ///< certificate of the force CA, PEM; empty until certified
    static constexpr void fields(auto visit) {
        visit("user", &KeyNote::user);
        visit("path", &KeyNote::path);
        visit("uncertified", &KeyNote::uncertified);
        visit("certified", &KeyNote::certified);
    }
};

std::optional<KeyNote> key_note(storage::Transaction& tx, const std::string& name);
void keep_key_note(storage::Transaction& tx, const std::string& name, const KeyNote& note);

/// The author's certified key, opened with the passphrase `key:NAME`. Refuses `key_unknown`.
core::Result<ledger::SigningKey> signing_key(OpenLedger& ledger, const Author& author,
                                             const std::string& name, Secrets& secrets);

}  // namespace muster::app
