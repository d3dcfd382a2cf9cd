// SPDX-License-Identifier: MIT
#include "app/appending.hpp"

#include <algorithm>

#include "app/basket.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/movement_line.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/ledger/canonical.hpp"
#include "muster/ledger/checkpoint.hpp"
#include "muster/ledger/digest.hpp"
#include "muster/ledger/short_form.hpp"
#include "muster/storage/private_store.hpp"

namespace muster::app {
namespace {

constexpr std::int64_t clock_tolerance_ms = 5'000;

/// Entries whose changes of facts and new texts are kept in memory, some kilobytes each.
constexpr core::EntryNumber entries_unsaved_max = 2'000;

const char* tampered =
    "The ledger's end is not what its checkpoint signed. Nothing was written. Run `musterctl "
    "ledger verify`, keep the file as it is, and tell the auditor. What differs: ";

ledger::Frontier frontier_of(const std::optional<storage::Head>& head) {
    if (!head) return {};
    std::vector<ledger::Digest> peaks;
    for (const std::string& peak : head->peaks)
        if (const auto digest = ledger::digest_of_hex(peak)) peaks.push_back(*digest);
    const auto frontier = ledger::Frontier::of(head->number, std::move(peaks));
    if (!frontier) throw TamperError{std::string{tampered} + "its frontier."};
    return *frontier;
}

std::string request_digest(const core::UserId& user, const CommitDetails& details) {
    return ledger::hex(ledger::sha256(user.value + "\n" + details.request_content));
}

core::Value receipt_value(const Receipt& receipt) {
    core::Value::Array entries;
    for (const core::EntryNumber number : receipt.entries) entries.emplace_back(number);
    return core::Value{core::Value::Object{{"entries", std::move(entries)},
                                           {"checkpoint", receipt.checkpoint},
                                           {"short", receipt.short_form}}};
}

}  // namespace

std::optional<std::string> Appending::FactsWithNewTexts::disclosed(
    const std::string& digest) const {
    const auto found = new_texts_.find(digest);
    return found != new_texts_.end() ? found->second : stored_.disclosed(digest);
}

Appending::Appending(OpenLedger& ledger, const Author& author, const CommitDetails& details)
    : ledger_{ledger},
      author_{author},
      details_{details},
      tx_{ledger.parts_.database->begin(storage::Access::append)},
      stored_{*tx_},
      kept_{stored_},
      base_{kept_, new_texts_},
      changes_{base_},
      head_{storage::head(*tx_)},
      tree_{frontier_of(head_)} {
    check_head();
    first_ = next_ = saved_to_ = head_ ? head_->number + 1 : 1;
    read_clock();
}

// Whoever can write the file but lacks the key is found here, before anything is built on it.
void Appending::check_head() {
    if (!head_ || head_->number == 0) return;
    if (head_->note == ledger_.own_note_) return;
    const auto read = ledger::read_note(head_->note, *ledger_.public_key_);
    const auto* checkpoint = std::get_if<ledger::Checkpoint>(&read);
    if (checkpoint == nullptr)
        throw TamperError{std::string{tampered} + std::get<ledger::LineFault>(read).words};
    if (checkpoint->origin != ledger_.origin_ || checkpoint->size != head_->number)
        throw TamperError{std::string{tampered} + "its size or origin."};
    if (checkpoint->root != tree_.frontier().root())
        throw TamperError{std::string{tampered} + "its root."};
    const auto last = storage::entry(*tx_, head_->number);
    if (!last || ledger::hex(ledger::leaf_hash(last->line)) != last->leaf)
        throw TamperError{std::string{tampered} + "entry " + std::to_string(head_->number) + "."};
    if (storage::entry(*tx_, head_->number + 1))
        throw TamperError{std::string{tampered} + "there is an entry " +
                          std::to_string(head_->number + 1) + " behind it."};
}

void Appending::read_clock() {
    const bool server =
        ledger_.parts_.database->engine() == "postgres" && !ledger_.parts_.clock_is_given;
    now_ = server ? storage::clock_of(*tx_) : ledger_.parts_.clock();
    const auto head_time = head_ ? core::instant_of(head_->recorded_at) : std::nullopt;
    if (!head_time || now_ >= *head_time) return;
    if (head_time->ms - now_.ms <= clock_tolerance_ms) {
        now_ = *head_time;
        clock_flag_ = "raised";
    } else {
        clock_flag_ = "behind";
    }
}

void Appending::close_privates(core::Body& body) {
    const std::size_t before = made_.size();
    close_private_values(body, *ledger_.parts_.randomness, made_);
    for (std::size_t i = before; i < made_.size(); ++i)
        new_texts_[made_[i].disclosure.digest] = made_[i].text;
}

// The movement that took a thing where it is now, by when it happened: a correction stands for what
// it corrects, and a register tells where something is, not since when.
std::optional<core::Entry> Appending::last_in_fact(core::EntryNumber moved) {
    auto entry = entry_of(*tx_, moved);
    while (entry) {
        const auto* correction = std::get_if<core::Corrected>(&entry->body);
        if (correction == nullptr) break;
        entry = entry_of(*tx_, correction->of);
    }
    if (entry && std::holds_alternative<core::ItemRegistered>(entry->body)) return std::nullopt;
    return entry;
}

// Pages are keyed in the order in which things happened: nothing moves before it was where it moves
// from.
std::optional<core::Refused> Appending::refuse_out_of_order(const core::Body& body) {
    if (!details_.happened_at || std::holds_alternative<core::Corrected>(body)) return std::nullopt;
    core::Entry told;
    told.body = body;
    for (const core::MovementLine& line : core::movement_lines(told)) {
        const auto item = changes_->find<core::Item>(line.subject);
        const auto before = item ? last_in_fact(item->moved) : std::nullopt;
        if (!before || before->happened_at <= *details_.happened_at) continue;
        return core::refused(core::Refusal::value_unknown, line.subject,
                             {{"name", "The time on the page"},
                              {"value", core::uk_time_text(*details_.happened_at)},
                              {"takes", "a time after " + core::uk_time_text(before->happened_at) +
                                            ", when " + core::item_words(*changes_, line.subject) +
                                            " last moved (#" + std::to_string(before->number) +
                                            "). Pages are keyed in the order in which things "
                                            "happened"}});
    }
    return std::nullopt;
}

core::Result<core::EntryNumber> Appending::add(core::Body body) {
    close_privates(body);
    const bool setup = core::is_made_alone_in_setup(body, *changes_);
    const core::Context context{now_,         details_.happened_at.value_or(now_),
                                author_.user, author_.armoury,
                                next_,        details_.paper};
    auto decided = core::decide(body, *changes_, context);
    if (!decided) return std::move(decided).error();
    if (auto no = refuse_out_of_order(decided.value().front())) return std::move(*no);
    const core::EntryNumber lead = next_;
    bool follows = false;
    for (core::Body& each : decided.value()) {
        record(std::move(each), follows ? false : setup);
        follows = true;
    }
    return lead;
}

void Appending::record(core::Body body, bool setup) {
    core::Entry entry;
    entry.number = next_++;
    entry.first = first_;
    entry.recorded_at = now_;
    entry.happened_at = details_.happened_at.value_or(now_);
    entry.by = author_.user;
    // Entry 1 makes the armoury it names.
    entry.armoury =
        author_.armoury.empty() ? core::created_id<core::ArmouryId>('a', 1) : author_.armoury;
    entry.salt = ledger::hex(ledger_.parts_.randomness->bytes(ledger::salt_bytes));
    entry.setup = setup;
    entry.clock = clock_flag_;
    entry.paper = details_.paper;
    entry.body = std::move(body);
    const std::string line = ledger::canonical(core::value_of(entry));
    if (line.size() > ledger::line_bytes_max)
        throw UsageError{"This is too much for one entry. Record it in parts."};
    core::apply(entry, *changes_);
    const ledger::Digest leaf = ledger::leaf_hash(line);
    for (const ledger::TileHash& hash : tree_.append(leaf))
        storage::add_tile_hash(*tx_, hash.level, hash.index, ledger::hex(hash.hash));
    storage::append(*tx_, {entry.number, entry.first, std::string{core::kind_of(entry.body)},
                           core::text_of(entry.recorded_at), line, ledger::hex(leaf)});
    storage::add_movement_lines(*tx_, core::movement_lines(entry));
    entries_.push_back(std::move(entry));
}

void Appending::relieve() {
    if (next_ - saved_to_ >= entries_unsaved_max) save_so_far();
}

void Appending::save_so_far() {
    for (const MadeDisclosure& made : made_)
        storage::save_disclosure(*tx_, made.disclosure.digest, made.disclosure.line, made.text);
    storage::save(*tx_, *changes_);
    kept_.forget();
    entries_.clear();
    made_.clear();
    new_texts_.clear();
    changes_.emplace(base_);
    saved_to_ = next_;
}

std::optional<Receipt> recorded_receipt(storage::Transaction& tx, const core::UserId& user,
                                        const CommitDetails& details) {
    if (!details.request) return std::nullopt;
    const auto stored = storage::find_request(tx, *details.request);
    if (!stored) return std::nullopt;
    if (stored->digest != request_digest(user, details))
        throw UsageError{"The request " + *details.request +
                         " was made before, by somebody else or for something else. A new request "
                         "needs a new name."};
    const auto read = ledger::read_canonical(stored->result);
    const auto* value = std::get_if<core::Value>(&read);
    if (value == nullptr) throw TamperError{"The recorded result of this request is damaged."};
    Receipt receipt;
    receipt.repeated = true;
    for (const core::Value& number : *value->member("entries")->array())
        receipt.entries.push_back(*number.number());
    receipt.checkpoint = *value->member("checkpoint")->text();
    receipt.short_form = *value->member("short")->text();
    return receipt;
}

Receipt Appending::commit() {
    if (next_ == first_) throw std::logic_error{"a commit without an entry"};
    save_so_far();
    // Of a ledger that only now begins; once committed the transaction can read no more.
    const auto force = changes_->find<core::Force>("force");
    const std::string origin = ledger_.origin_.empty() ? force->origin : ledger_.origin_;
    const ledger::Checkpoint checkpoint{origin, tree_.frontier().size(), tree_.frontier().root()};
    const std::string note = ledger::sign_note(ledger::note_text(checkpoint), *ledger_.parts_.key);
    Receipt receipt;
    for (core::EntryNumber number = first_; number < next_; ++number)
        receipt.entries.push_back(number);
    receipt.checkpoint = note;
    receipt.short_form = ledger::short_form(checkpoint);
    storage::Head head{next_ - 1, core::text_of(now_), ledger::hex(checkpoint.root), {}, note};
    // A clock that stood behind does not drag the head's time back with it.
    if (head_ && clock_flag_ == "behind") head.recorded_at = head_->recorded_at;
    for (const ledger::Digest& peak : tree_.frontier().peaks())
        head.peaks.push_back(ledger::hex(peak));
    storage::save_head(*tx_, head);
    storage::add_checkpoint(*tx_, checkpoint.size, note);
    if (details_.request)
        storage::put_request(*tx_,
                             {*details_.request, first_, request_digest(author_.user, details_),
                              ledger::canonical(receipt_value(receipt))});
    tx_->commit();
    ledger_.own_note_ = note;
    if (ledger_.origin_.empty()) {
        ledger_.origin_ = force->origin;
        ledger_.armoury_ = force->armoury;
        ledger_.practice_ = force->practice;
    }
    return receipt;
}

}  // namespace muster::app
