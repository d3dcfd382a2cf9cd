// SPDX-License-Identifier: MIT
#include "muster/app/integrity.hpp"

#include "app/credentials.hpp"
#include "app/single_commit.hpp"
#include "muster/app/listing.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/replay.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/ledger/canonical.hpp"
#include "muster/ledger/checkpoint.hpp"
#include "muster/ledger/confirmation.hpp"
#include "muster/ledger/disclosure.hpp"
#include "muster/ledger/merkle.hpp"
#include "muster/ledger/short_form.hpp"
#include "muster/storage/ledger_store.hpp"
#include "muster/storage/private_store.hpp"
#include "muster/storage/schema_check.hpp"
#include "muster/storage/stored_facts.hpp"

namespace muster::app {
namespace {

/// What is wrong with the texts beside the ledger; empty where nothing is.
std::string changed_disclosure(storage::Transaction& tx) {
    std::string fault;
    storage::each_disclosure(tx, [&](const storage::StoredDisclosure& stored) {
        if (!ledger::is_disclosure_of(stored.digest, stored.line, stored.text))
            fault = "the text behind " + stored.digest + " was changed";
        else if (!storage::is_found_by_its_text(tx, stored))
            fault = "the text behind " + stored.digest + " is found by another word";
        return fault.empty();
    });
    return fault;
}

/// The same of the secrets.
std::string changed_secret(storage::Transaction& tx, const core::Facts& facts) {
    std::string fault;
    storage::each_credential(tx, [&](const storage::CredentialRecord& record) {
        if (!is_committed(facts, record))
            fault = "the secret of " + record.holder + " is not the one that was set";
        return fault.empty();
    });
    return fault;
}

/// A walk over the whole ledger that stops believing at the first broken entry, but goes on to say
/// so.
class LedgerWalk {
public:
    LedgerWalk(OpenLedger& ledger, storage::Transaction& tx) : ledger_{ledger}, tx_{tx} {}

    void take(core::EntryNumber number, const std::string& line, const std::string& leaf) {
        if (number > head_size_)
            return break_at(number, lines_, "it stands behind the end that was signed");
        if (number != expected_) break_at(expected_, lines_, "it is missing");
        expected_ = number + 1;
        read_line(number, line, leaf);
        tree_.append(ledger::leaf_hash(line));
        check_checkpoint(number);
        ++entries;
    }

    void expect_head(const std::optional<storage::Head>& head) {
        head_size_ = head ? head->number : 0;
        head_note_ = head ? head->note : "";
    }

    void finish() {
        if (expected_ <= head_size_)
            break_at(expected_, lines_,
                     "it is missing: the signed end is " + std::to_string(head_size_));
        if (const auto fault = replay_.finish()) break_at(fault->number, rules_, fault->words);
        const auto read = ledger::read_note(head_note_, ledger_.public_key());
        const auto* checkpoint = std::get_if<ledger::Checkpoint>(&read);
        if (checkpoint == nullptr)
            break_at(head_size_, checkpoint_, std::get<ledger::LineFault>(read).words);
        else if (checkpoint->size != tree_.size() || checkpoint->root != tree_.root() ||
                 checkpoint->origin != ledger_.origin())
            break_after(good_checkpoint_, "the newest checkpoint signs another ledger than this");
        else
            short_form = ledger::short_form(*checkpoint);
    }

    IntegrityReport report(const std::vector<std::string>& differences, const std::string& schema) {
        IntegrityReport result;
        result.entries = entries;
        result.first_broken = first_broken_;
        result.short_form = short_form;
        const auto add = [&](const char* name, const std::string& fault, const std::string& fine) {
            result.checks.push_back({static_cast<int>(result.checks.size()) + 1, name,
                                     fault.empty(), fault.empty() ? fine : fault});
        };
        const std::string all = std::to_string(entries);
        add("lines and leaves", lines_,
            all + " entries are dense, canonical and as they were hashed");
        add("checkpoints", checkpoint_,
            std::to_string(checkpoints_read_) + " signed checkpoints fit the entries");
        add("rules re-decided", rules_, "the rules decide every entry again as recorded");
        add("facts", differences.empty() ? "" : differences.front(),
            "the stored facts are what the entries say");
        add("database", schema, "tables and triggers are as Muster makes them");
        if (privates_.empty()) privates_ = changed_disclosure(tx_);
        add("private values", privates_,
            "every name, number and text is what its entry commits to");
        add("secrets", changed_secret(tx_, replay_.facts()),
            "every stored password and PIN is the one that the ledger commits to");
        return result;
    }

    const core::MemoryFacts& facts() const { return replay_.facts(); }
    bool is_whole() const { return lines_.empty(); }

    std::int64_t entries = 0;
    std::string short_form;

private:
    void break_at(core::EntryNumber number, std::string& where, const std::string& words) {
        if (!first_broken_ || number < *first_broken_) first_broken_ = number;
        if (where.empty()) where = "entry " + std::to_string(number) + ": " + words;
    }

    // A root says only that something behind the last good checkpoint is wrong; an entry that is
    // known to be wrong itself says it better.
    void break_after(core::EntryNumber good, const std::string& words) {
        const auto known = first_broken_;
        break_at(good + 1, checkpoint_, words);
        if (known && *known > good) first_broken_ = known;
    }

    void read_line(core::EntryNumber number, const std::string& line, const std::string& leaf) {
        if (ledger::hex(ledger::leaf_hash(line)) != leaf)
            return break_at(number, lines_, "it is not the line that was hashed");
        const auto read = ledger::read_canonical(line);
        const auto* value = std::get_if<core::Value>(&read);
        if (value == nullptr)
            return break_at(number, lines_, std::get<ledger::LineFault>(read).words);
        std::vector<core::ShapeFault> faults;
        const auto entry = core::read_entry(*value, faults);
        if (!entry)
            return break_at(number, lines_, faults.front().path + " " + faults.front().words);
        if (entry->number != number) return break_at(number, lines_, "it carries another number");
        if (!ledger::confirmation_fits(*entry))
            break_at(number, rules_, "its confirmation is of another basket");
        core::Body body = entry->body;
        core::each_private(body, [&](const core::PrivateText& text) {
            if (!storage::has_disclosure(tx_, text.digest))
                break_at(number, privates_, "a private value of it has no text any more");
        });
        if (const auto fault = replay_.take(*entry)) break_at(fault->number, rules_, fault->words);
    }

    // There is one for each commit: some of them at a time, from that size on.
    void read_checkpoints(core::EntryNumber from) {
        constexpr std::size_t read_at_once = 500;
        checkpoints_.clear();
        checkpoints_read_to_ = INT64_MAX;
        storage::each_checkpoint(tx_, from, [&](const storage::StoredCheckpoint& stored) {
            checkpoints_.emplace(stored.size, stored.note);
            ++checkpoints_read_;
            if (checkpoints_.size() < read_at_once) return true;
            checkpoints_read_to_ = stored.size;
            return false;
        });
    }

    void check_checkpoint(core::EntryNumber number) {
        if (number > checkpoints_read_to_) read_checkpoints(number);
        const auto at = checkpoints_.find(number);
        if (at == checkpoints_.end()) return;
        const auto read = ledger::read_note(at->second, ledger_.public_key());
        const auto* checkpoint = std::get_if<ledger::Checkpoint>(&read);
        if (checkpoint == nullptr)
            return break_at(number, checkpoint_,
                            "the checkpoint of size " + std::to_string(number) + ": " +
                                std::get<ledger::LineFault>(read).words);
        if (checkpoint->size != number || checkpoint->root != tree_.root())
            return break_after(good_checkpoint_, "an entry from here to " + std::to_string(number) +
                                                     " is not the one that was signed");
        good_checkpoint_ = number;
    }

    OpenLedger& ledger_;
    storage::Transaction& tx_;
    std::map<std::int64_t, std::string> checkpoints_;  ///< up to `checkpoints_read_to_`
    core::EntryNumber checkpoints_read_to_ = 0;
    std::int64_t checkpoints_read_ = 0;
    core::Replay replay_;
    ledger::Frontier tree_;
    core::EntryNumber expected_ = 1;
    core::EntryNumber head_size_ = 0;
    core::EntryNumber good_checkpoint_ = 0;
    std::string head_note_;
    std::optional<core::EntryNumber> first_broken_;
    std::string lines_, checkpoint_, rules_, privates_;
};

std::vector<std::string> differences(const core::Facts& stored, const core::MemoryFacts& made) {
    std::vector<std::string> found;
    for (std::size_t i = 0; i < core::table_count && found.size() < 20; ++i) {
        const auto table = static_cast<core::Table>(i);
        const auto differ = [&](const core::Facts& one, const core::Facts& other,
                                const char* words) {
            one.rows(table, "", [&](const core::Row& row) {
                const std::string& key = std::get<std::string>(row.front());
                if (other.row(table, key) != row)
                    found.push_back(std::string{core::table_name(table)} + " " + key + words);
                return found.size() < 20;
            });
        };
        differ(made, stored, ": the stored row is not what the entries say");
        differ(stored, made, ": stored, and not what the entries say");
    }
    return found;
}

}  // namespace

IntegrityReport verify_ledger(OpenLedger& ledger,
                              const std::function<bool(std::int64_t, std::int64_t)>& progress) {
    IntegrityReport report;
    std::string schema;
    for (const storage::SchemaFinding& finding : storage::check_schema(ledger.database()))
        schema += (schema.empty() ? "" : "; ") + finding.object + " " + finding.words;
    ledger.read([&](storage::Transaction& tx, const core::Facts& stored) {
        LedgerWalk walk{ledger, tx};
        const auto head = storage::head(tx);
        walk.expect_head(head);
        storage::each_line(
            tx, 1, INT64_MAX,
            [&](core::EntryNumber number, const std::string& line, const std::string& leaf) {
                walk.take(number, line, leaf);
                return !progress || walk.entries % 1'000 != 0 ||
                       progress(walk.entries, head ? head->number : 0);
            });
        walk.finish();
        report = walk.report(
            walk.is_whole() ? differences(stored, walk.facts()) : std::vector<std::string>{},
            schema);
    });
    return report;
}

std::vector<std::string> replay_differences(OpenLedger& ledger) {
    std::vector<std::string> found;
    ledger.read([&](storage::Transaction& tx, const core::Facts& stored) {
        core::Replay replay;
        storage::each_line(
            tx, 1, INT64_MAX,
            [&](core::EntryNumber number, const std::string& line, const std::string&) {
                const auto read = ledger::read_canonical(line);
                std::vector<core::ShapeFault> faults;
                const auto* value = std::get_if<core::Value>(&read);
                const auto entry =
                    value != nullptr ? core::read_entry(*value, faults) : std::nullopt;
                if (!entry)
                    found.push_back("entry " + std::to_string(number) + " cannot be read");
                else if (const auto fault = replay.take(*entry))
                    found.push_back("entry " + std::to_string(fault->number) + ": " + fault->words);
                return found.size() < 20;
            });
        if (!found.empty()) return;
        found = differences(stored, replay.facts());
    });
    return found;
}

CheckpointShown latest_checkpoint(OpenLedger& ledger) {
    CheckpointShown shown;
    ledger.read([&](storage::Transaction& tx, const core::Facts&) {
        const auto head = storage::head(tx);
        if (!head) throw UsageError{"This ledger has no checkpoint yet."};
        shown.note = head->note;
    });
    const auto read = ledger::read_note(shown.note, ledger.public_key());
    const auto* checkpoint = std::get_if<ledger::Checkpoint>(&read);
    if (checkpoint == nullptr)
        throw TamperError{
            "The newest checkpoint is not signed by the ledger's key. Run `musterctl ledger "
            "verify`."};
    shown.short_form = ledger::short_form(*checkpoint);
    shown.size = checkpoint->size;
    return shown;
}

namespace {

/// The tree's stored hashes: leaves from the ledger, the levels above from tiles.
class StoredTiles final : public ledger::TileSource {
public:
    explicit StoredTiles(storage::Transaction& tx) : tx_{tx} {}
    std::vector<ledger::Digest> tile(int level, std::int64_t index, int width) override {
        const auto texts = level == 0 ? storage::leaves(tx_, index * ledger::tile_width + 1, width)
                                      : storage::load_tile(tx_, level, index);
        std::vector<ledger::Digest> hashes;
        for (const std::string& text : texts)
            if (static_cast<int>(hashes.size()) < width)
                if (const auto digest = ledger::digest_of_hex(text)) hashes.push_back(*digest);
        return hashes;
    }

private:
    storage::Transaction& tx_;
};

}  // namespace

InclusionProof prove_entry(OpenLedger& ledger, core::EntryNumber number) {
    const CheckpointShown newest = latest_checkpoint(ledger);
    if (number < 1 || number > newest.size)
        throw UsageError{"There is no entry " + std::to_string(number) + "."};
    InclusionProof proof{number, newest.size, "", {}, newest.note};
    ledger.read([&](storage::Transaction& tx, const core::Facts&) {
        const auto note = storage::checkpoint_at(tx, newest.size);
        if (!note)
            throw TamperError{"The newest checkpoint is not kept. Run `musterctl ledger verify`."};
        proof.leaf = storage::entry(tx, number)->leaf;
        StoredTiles tiles{tx};
        ledger::TileReader reader{tiles, newest.size};
        for (const ledger::Digest& hash : ledger::inclusion_proof(number - 1, newest.size, reader))
            proof.proof.push_back(ledger::hex(hash));
    });
    return proof;
}

core::Result<Receipt> export_ledger(OpenLedger& ledger, const Author& author,
                                    const std::function<void(std::string_view)>& out) {
    ledger::Sha256 digest;
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        no = refuse_blind(facts, author.user);
        if (no) return;
        storage::each_line(tx, 1, INT64_MAX,
                           [&](core::EntryNumber, const std::string& line, const std::string&) {
                               const std::string bytes = line + "\n";
                               digest.update(bytes);
                               out(bytes);
                               return true;
                           });
    });
    if (no) return std::move(*no);
    return commit_one(ledger, author,
                      core::Exported{"ledger", std::nullopt, ledger::hex(digest.finish())});
}

core::Result<Receipt> export_ledger_to(OpenLedger& ledger, const Author& author,
                                       const std::string& path) {
    files::GrowingFile file{path};
    auto receipt =
        export_ledger(ledger, author, [&](std::string_view bytes) { file.write(bytes); });
    if (receipt) file.put_in_place();
    return receipt;
}

}  // namespace muster::app
