// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muster/storage/database.hpp"

/// What may be forgotten, and therefore stands in no ledger line: disclosures, credentials, drafts
/// and attachments (FORMATS §1).
namespace muster::storage {

/// A private value: its digest, its canonical line `["<salt>","<text>"]` and the text in it.
struct StoredDisclosure {
    std::string digest;
    std::string line;
    std::string text;
};

/// Keeps a disclosure; saving the same again changes nothing.
void save_disclosure(Transaction& tx, const std::string& digest, const std::string& line,
                     const std::string& text);
/// Throws StorageError `damaged` where what is stored is not what the digest commits to.
std::optional<StoredDisclosure> disclosure(Transaction& tx, const std::string& digest);
/// Whether something is stored for the digest, whatever it is.
bool has_disclosure(Transaction& tx, const std::string& digest);
/// Whether people_by_word finds it by its own text and no other.
bool is_found_by_its_text(Transaction& tx, const StoredDisclosure& stored);
/// Visits every disclosure by digest as it is stored, until `visit` returns false.
void each_disclosure(Transaction& tx, const std::function<bool(const StoredDisclosure&)>& visit);
/// Forgets the text; for an `erased` entry and nothing else. Returns how many there were, 0 or 1.
std::int64_t erase_disclosure(Transaction& tx, const std::string& digest);
/// Throws StorageError `damaged` where one is found by a word that is not its text.
/// Digests of the texts equal to `word` but for the case of A–Z. Texts of more than 64 characters
/// cannot be found. At most 1,000.
std::vector<std::string> people_by_word(Transaction& tx, std::string_view word);

/// What stands beside a `credential_changed` entry, and how often its holder failed since.
struct CredentialRecord {
    std::string holder;  ///< user or officer
    std::string nonce;   ///< 32 random bytes, hex
    std::string record;  ///< the stored secret, as scrypt made it
    std::int64_t failed = 0;
    bool locked = false;
};
std::optional<CredentialRecord> credential(Transaction& tx, const std::string& holder);
/// Puts all of it, replacing what was there.
void put_credential(Transaction& tx, const CredentialRecord& record);
/// Counts one failure, locking at `limit`; returns failures so far, 0 where there is no credential.
std::int64_t count_failure(Transaction& tx, const std::string& holder, std::int64_t limit);
/// Sets the count of failures to 0; does not unlock.
void clear_failures(Transaction& tx, const std::string& holder);
/// Every credential, by holder, until `visit` returns false.
void each_credential(Transaction& tx, const std::function<bool(const CredentialRecord&)>& visit);

/// Something not yet decided: a count's scans, a half-typed form.
struct Draft {
    std::string key;
    std::string value;
    std::string owner;  ///< whose: drafts of one person are never listed to another
};
void put_draft(Transaction& tx, const Draft& draft);
std::optional<Draft> draft(Transaction& tx, const std::string& key);
/// Visits one owner's drafts whose keys begin with `prefix`, by key, until `visit` returns false.
void each_draft(Transaction& tx, const std::string& owner, const std::string& prefix,
                const std::function<bool(const Draft&)>& visit);
/// Visits everybody's; for reconciling a count, never for somebody who counts.
void each_draft_of_all(Transaction& tx, const std::string& prefix,
                       const std::function<bool(const Draft&)>& visit);
void remove_draft(Transaction& tx, const std::string& key);
/// Removes everybody's drafts whose keys begin with `prefix`; returns how many.
std::int64_t remove_drafts(Transaction& tx, const std::string& prefix);

/// Keeps part `part` (from 0) of the file with that SHA-256, base64.
void put_attachment_part(Transaction& tx, const std::string& digest, std::int64_t part,
                         const std::string& base64);
/// The parts of a file in order, until `visit` returns false; none where it is not there.
void each_attachment_part(Transaction& tx, const std::string& digest,
                          const std::function<bool(const std::string& base64)>& visit);
/// Forgets a file; returns how many parts it had.
std::int64_t erase_attachment(Transaction& tx, const std::string& digest);

}  // namespace muster::storage
