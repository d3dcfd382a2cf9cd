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
    /// Of a key on a card, whose address `path` then is: the card's driver.
    std::optional<std::string> driver{};
    static constexpr void fields(auto visit) {
        visit("user", &KeyNote::user);
        visit("path", &KeyNote::path);
        visit("uncertified", &KeyNote::uncertified);
        visit("certified", &KeyNote::certified);
        visit("driver", &KeyNote::driver);
    }
};

std::optional<KeyNote> key_note(storage::Transaction& tx, const std::string& name);
void keep_key_note(storage::Transaction& tx, const std::string& name, const KeyNote& note);

/// The author's certified key, opened with the secret `key:NAME`: its file's passphrase, or its
/// card's PIN. Refuses `key_unknown`.
core::Result<ledger::SigningKey> signing_key(OpenLedger& ledger, const Author& author,
                                             const std::string& name, Secrets& secrets);

/// Whether that key is on a card.
bool is_on_card(OpenLedger& ledger, const std::string& name);

}  // namespace muster::app
