// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "muster/app/clock.hpp"
#include "muster/app/errors.hpp"
#include "muster/core/entry.hpp"
#include "muster/ledger/disclosure.hpp"
#include "muster/ledger/keys.hpp"
#include "muster/storage/database.hpp"

/// The one way into the ledger. A use case proposes bodies; here they are decided, numbered,
/// salted, applied, hashed and signed in one transaction, so that an acknowledged movement is on
/// disk.
namespace muster::app {

/// Who makes an entry, and at which armoury's desk.
struct Author {
    core::UserId user;
    core::ArmouryId armoury;
};

/// What else a commit may say of itself.
struct CommitDetails {
    std::optional<core::Instant> happened_at;  ///< where it happened before it was recorded
    std::optional<std::string> paper;          ///< page of the paper form
    std::optional<std::string> request;        ///< repeating a request returns its recorded result
    std::string request_content;  ///< what it asks for, secrets apart; may be empty. The same name
                                  ///< for something else is its sender's mistake: UsageError
};

/// What was recorded.
struct Receipt {
    std::vector<core::EntryNumber> entries;
    std::string checkpoint;  ///< the signed note
    std::string short_form;  ///< SHORT, for paper and screen
    bool repeated = false;   ///< an earlier request's result, recorded then
};

/// Bodies on their way into the ledger, within the transaction that will hold them all.
class Proposal {
public:
    virtual ~Proposal() = default;
    /// The facts, the proposed changes included.
    virtual const core::Facts& facts() const = 0;
    /// The number the next added body will have.
    virtual core::EntryNumber next() const = 0;
    virtual core::Instant now() const = 0;
    /// Decides the body and takes it with what follows from it, or says why the rules refuse it.
    virtual core::Result<core::EntryNumber> add(core::Body body) = 0;
    /// The entries that were made since the beginning, or since `relieve` last wrote, in order.
    virtual const std::vector<core::Entry>& made() const = 0;
    /// Writes what was proposed so far into the open transaction where it has become much, so that
    /// a proposal of any length needs little memory. It stays one transaction, all or nothing. Not
    /// to be called while visiting `facts()`.
    virtual void relieve() = 0;
    /// The storage beside the ledger: credentials and drafts, in the same transaction.
    virtual storage::Transaction& transaction() = 0;
};

/// What fills a proposal. A refusal leaves nothing behind.
using Propose = std::function<core::Result<void>(Proposal&)>;

/// An open database with its ledger, and, while somebody may commit, its key.
class OpenLedger {
public:
    struct Parts {
        std::unique_ptr<storage::Database> database;
        Clock clock;
        std::optional<ledger::LedgerKey> key;  ///< absent where nothing is appended
        std::shared_ptr<ledger::Randomness> randomness;
        bool clock_is_given = false;  ///< a practice ledger's own time, whatever the server says
    };
    explicit OpenLedger(Parts parts);

    /// Appends what `propose` adds, as one transaction, or nothing.
    ///
    /// Throws TamperError where the head is not what its checkpoint signed, StorageError where the
    /// disk or server fails, UsageError without the ledger key. Time never stops a commit: a clock
    /// behind the head is flagged (FORMATS §1).
    core::Result<Receipt> commit(const Author& author, const Propose& propose,
                                 const CommitDetails& details = {});

    /// Reads in one snapshot. `look` gets the facts and the transaction they are read through.
    void read(const std::function<void(storage::Transaction&, const core::Facts&)>& look);
    /// Writes beside the ledger (drafts, failed sign-ins), appending nothing.
    void write_beside(const std::function<void(storage::Transaction&)>& write);

    /// Names the next commit that has no request of its own, so that repeating it returns its
    /// recorded result.
    void name_next_commit(std::string request, std::string content) {
        next_.request = std::move(request);
        next_.request_content = std::move(content);
    }
    /// The receipt of that request where this user made it before. Throws UsageError where its name
    /// was given to something else, or by another user.
    std::optional<Receipt> recorded_request(const core::UserId& user, const CommitDetails& details);

    core::Instant now() const { return parts_.clock(); }
    ledger::Randomness& randomness() { return *parts_.randomness; }
    storage::Database& database() { return *parts_.database; }
    bool may_commit() const { return parts_.key.has_value(); }
    void set_key(ledger::LedgerKey key) { parts_.key = std::move(key); }
    /// What a secret's record costs to make: cheap on a practice ledger.
    ledger::ScryptCost secret_cost() const {
        return practice_ ? ledger::practice_scrypt_cost : ledger::real_scrypt_cost;
    }
    bool is_practice() const { return practice_; }
    /// The first armoury, at whose desk this computer stands unless told otherwise.
    const core::ArmouryId& armoury() const { return armoury_; }
    const std::string& origin() const { return origin_; }
    const ledger::LedgerPublicKey& public_key() const { return *public_key_; }

private:
    friend class Appending;
    Parts parts_;
    std::optional<ledger::LedgerPublicKey> public_key_;
    std::string origin_;
    core::ArmouryId armoury_;
    bool practice_ = false;
    CommitDetails next_;    ///< names the next commit
    std::string own_note_;  ///< the last note this process wrote; it need not be verified again
};

/// Gives every private value of a body that has none its digest. The disclosures made are appended.
struct MadeDisclosure {
    ledger::Disclosure disclosure;
    std::string text;
};
void close_private_values(core::Body& body, ledger::Randomness& randomness,
                          std::vector<MadeDisclosure>& made);

/// Where the key files of a database lie: beside it, or for a server under the name given.
struct KeyPaths {
    std::string ledger_key;     ///< `<db>.ledger.pem`
    std::string ledger_public;  ///< `<db>.ledger.pub`
    std::string ca;             ///< `<db>.ca.pem`
    std::string ca_key;         ///< `<db>.ca.key`
    static KeyPaths beside(const std::string& address);
};

}  // namespace muster::app
