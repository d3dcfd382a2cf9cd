// SPDX-License-Identifier: MIT
#include "muster/storage/private_store.hpp"

#include <array>

#include "key_range.hpp"
#include "muster/ledger/disclosure.hpp"
#include "muster/storage/storage_error.hpp"
#include "muster_sql/statements.hpp"
#include "rows.hpp"
#include "words.hpp"

namespace muster::storage {
namespace {

Value word_of(std::string_view text) {
    if (characters(text) > word_characters_max) return {};
    return lowered(text);
}

StoredDisclosure disclosure_of(const Row& row) {
    return {text_at(row, 0), text_at(row, 1), text_at(row, 2)};
}

StorageError changed_outside() {
    return StorageError{StorageTrouble::damaged,
                        "A name, number or text beside the ledger was changed outside of Muster. "
                        "Run `musterctl ledger verify`, keep the file as it is, and tell the "
                        "auditor."};
}

// Whoever can write the file could else give one officer another's collar number.
StoredDisclosure require_whole(StoredDisclosure stored) {
    if (!ledger::is_disclosure_of(stored.digest, stored.line, stored.text)) throw changed_outside();
    return stored;
}

CredentialRecord credential_of(const Row& row) {
    return {text_at(row, 0), text_at(row, 1), text_at(row, 2), number_at(row, 3),
            number_at(row, 4) != 0};
}

Draft draft_of(const Row& row) {
    return {text_at(row, 0), text_at(row, 1), text_at(row, 2)};
}

}  // namespace

void save_disclosure(Transaction& tx, const std::string& digest, const std::string& line,
                     const std::string& text) {
    tx.execute(sql::disclosure_save,
               std::array{Value{digest}, Value{line}, Value{text}, word_of(text)});
}

std::optional<StoredDisclosure> disclosure(Transaction& tx, const std::string& digest) {
    const auto rows = tx.query(sql::disclosure_get, std::array{Value{digest}});
    if (rows.empty()) return std::nullopt;
    return require_whole(disclosure_of(rows.front()));
}

void each_disclosure(Transaction& tx, const std::function<bool(const StoredDisclosure&)>& visit) {
    tx.each(sql::disclosure_all, {}, [&](const Row& row) { return visit(disclosure_of(row)); });
}

bool has_disclosure(Transaction& tx, const std::string& digest) {
    return !tx.query(sql::disclosure_get, std::array{Value{digest}}).empty();
}

bool is_found_by_its_text(Transaction& tx, const StoredDisclosure& stored) {
    const Value word = word_of(stored.text);
    if (std::holds_alternative<std::monostate>(word)) return true;
    const auto rows = tx.query(sql::disclosure_word_of, std::array{Value{stored.digest}});
    return !rows.empty() && rows.front().at(0) == word;
}

std::int64_t erase_disclosure(Transaction& tx, const std::string& digest) {
    return tx.execute(sql::disclosure_erase, std::array{Value{digest}});
}

std::vector<std::string> people_by_word(Transaction& tx, std::string_view word) {
    const Value wanted = word_of(word);
    std::vector<std::string> digests;
    if (std::holds_alternative<std::monostate>(wanted)) return digests;
    for (const Row& row : tx.query(sql::disclosure_by_word, std::array{wanted})) {
        digests.push_back(text_at(row, 0));
        // The word is only a way to find the text; whoever moved it points at another person.
        const auto found = disclosure(tx, digests.back());
        if (!found || word_of(found->text) != wanted) throw changed_outside();
    }
    return digests;
}

std::optional<CredentialRecord> credential(Transaction& tx, const std::string& holder) {
    const auto rows = tx.query(sql::credential_record_get, std::array{Value{holder}});
    if (rows.empty()) return std::nullopt;
    return credential_of(rows.front());
}

void put_credential(Transaction& tx, const CredentialRecord& record) {
    tx.execute(sql::credential_record_put,
               std::array{Value{record.holder}, Value{record.nonce}, Value{record.record},
                          Value{record.failed}, Value{std::int64_t{record.locked}}});
}

std::int64_t count_failure(Transaction& tx, const std::string& holder, std::int64_t limit) {
    tx.execute(sql::credential_record_count_failure, std::array{Value{holder}, Value{limit}});
    const auto counted = credential(tx, holder);
    return counted ? counted->failed : 0;
}

void clear_failures(Transaction& tx, const std::string& holder) {
    tx.execute(sql::credential_record_clear_failures, std::array{Value{holder}});
}

void each_credential(Transaction& tx, const std::function<bool(const CredentialRecord&)>& visit) {
    tx.each(sql::credential_record_all, {},
            [&](const Row& row) { return visit(credential_of(row)); });
}

void put_draft(Transaction& tx, const Draft& draft) {
    tx.execute(sql::draft_put,
               std::array{Value{draft.key}, Value{draft.value}, Value{draft.owner}});
}

std::optional<Draft> draft(Transaction& tx, const std::string& key) {
    const auto rows = tx.query(sql::draft_get, std::array{Value{key}});
    if (rows.empty()) return std::nullopt;
    return draft_of(rows.front());
}

void each_draft(Transaction& tx, const std::string& owner, const std::string& prefix,
                const std::function<bool(const Draft&)>& visit) {
    tx.each(sql::draft_range_of_owner,
            std::array{Value{prefix}, Value{end_of_prefix(prefix)}, Value{owner}},
            [&](const Row& row) { return visit(draft_of(row)); });
}

void each_draft_of_all(Transaction& tx, const std::string& prefix,
                       const std::function<bool(const Draft&)>& visit) {
    tx.each(sql::draft_range, std::array{Value{prefix}, Value{end_of_prefix(prefix)}},
            [&](const Row& row) { return visit(draft_of(row)); });
}

void remove_draft(Transaction& tx, const std::string& key) {
    tx.execute(sql::draft_remove, std::array{Value{key}});
}

std::int64_t remove_drafts(Transaction& tx, const std::string& prefix) {
    return tx.execute(sql::draft_remove_range,
                      std::array{Value{prefix}, Value{end_of_prefix(prefix)}});
}

void put_attachment_part(Transaction& tx, const std::string& digest, std::int64_t part,
                         const std::string& base64) {
    tx.execute(sql::attachment_part_put, std::array{Value{digest}, Value{part}, Value{base64}});
}

void each_attachment_part(Transaction& tx, const std::string& digest,
                          const std::function<bool(const std::string&)>& visit) {
    tx.each(sql::attachment_part_all, std::array{Value{digest}},
            [&](const Row& row) { return visit(text_at(row, 0)); });
}

std::int64_t erase_attachment(Transaction& tx, const std::string& digest) {
    return tx.execute(sql::attachment_part_erase, std::array{Value{digest}});
}

}  // namespace muster::storage
