// SPDX-License-Identifier: MIT
#include "muster/app/open_ledger.hpp"

#include "app/appending.hpp"
#include "app/kept_facts.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/ledger/canonical.hpp"
#include "muster/ledger/digest.hpp"
#include "muster/storage/stored_facts.hpp"

namespace muster::app {
namespace {

std::string path_of(const std::string& address) {
    constexpr std::string_view sqlite = "sqlite:";
    if (address.starts_with(sqlite)) return address.substr(sqlite.size());
    if (!address.starts_with("postgresql://")) return address;
    // A server's keys lie in the working folder under the database's name.
    std::string name = address.substr(0, address.find('?'));
    name = name.substr(name.rfind('/') + 1);
    return name.empty() ? "muster" : name;
}

}  // namespace

OpenLedger::OpenLedger(Parts parts) : parts_{std::move(parts)} {
    const auto tx = parts_.database->begin(storage::Access::read);
    const storage::StoredFacts facts{*tx};
    const auto force = facts.find<core::Force>("force");
    if (!force) {
        // A ledger that is about to be begun has a key and no facts yet.
        if (parts_.key) public_key_ = parts_.key->public_key();
        return;
    }
    origin_ = force->origin;
    armoury_ = force->armoury;
    practice_ = force->practice;
    public_key_ =
        ledger::LedgerPublicKey::from_raw(ledger::bytes_of_hex(force->ledger_key).value_or(""));
    if (!public_key_)
        throw TamperError{
            "The ledger names no usable public key. Restore a backup, and tell the auditor."};
}

core::Result<Receipt> OpenLedger::commit(const Author& author, const Propose& propose,
                                         const CommitDetails& details) {
    if (!parts_.key)
        throw UsageError{"This needs the ledger key. Give its secret: --secret-file ledger=PATH"};
    CommitDetails named = details;
    if (!named.request) {
        named.request = next_.request;
        named.request_content = next_.request_content;
    }
    Appending appending{*this, author, named};
    if (auto before = appending.recorded_before()) return std::move(*before);
    if (auto filled = propose(appending); !filled) return std::move(filled).error();
    Receipt receipt = appending.commit();
    next_ = {};
    return receipt;
}

std::optional<Receipt> OpenLedger::recorded_request(const core::UserId& user,
                                                    const CommitDetails& details) {
    const auto tx = parts_.database->begin(storage::Access::read);
    return recorded_receipt(*tx, user, details);
}

void OpenLedger::read(const std::function<void(storage::Transaction&, const core::Facts&)>& look) {
    const auto tx = parts_.database->begin(storage::Access::read);
    const storage::StoredFacts stored{*tx};
    const KeptFacts facts{stored};
    look(*tx, facts);
}

void OpenLedger::write_beside(const std::function<void(storage::Transaction&)>& write) {
    const auto tx = parts_.database->begin(storage::Access::append);
    write(*tx);
    tx->commit();
}

void close_private_values(core::Body& body, ledger::Randomness& randomness,
                          std::vector<MadeDisclosure>& made) {
    core::each_private(body, [&](core::PrivateText& value) {
        if (!value.digest.empty()) return;
        const std::string text = ledger::fit_for_line(value.text.value_or(""));
        auto disclosure = ledger::disclose(randomness.bytes(ledger::salt_bytes), text);
        value.digest = disclosure.digest;
        value.text = text;
        made.push_back({std::move(disclosure), text});
    });
}

KeyPaths KeyPaths::beside(const std::string& address) {
    const std::string base = path_of(address);
    return {base + ".ledger.pem", base + ".ledger.pub", base + ".ca.pem", base + ".ca.key"};
}

}  // namespace muster::app
