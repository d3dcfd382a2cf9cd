// SPDX-License-Identifier: MIT
#include <set>

#include "entry_of_line.hpp"
#include "examination.hpp"
#include "lines.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/replay.hpp"
#include "muster/ledger/disclosure.hpp"
#include "muster/pack/state.hpp"
#include "privates.hpp"

/// The ledger inside a pack: its lines, what they disclose, its root and who signed that.
namespace muster::pack {
namespace {

constexpr char ledger_file[] = "ledger.jsonl";
constexpr char disclosures_file[] = "disclosures.jsonl";
constexpr std::size_t faults_max = 20;

/// Entry after entry: dense numbers, transactions that begin before they go on, no time that is not
/// the clock's.
std::optional<std::string> fault_of(const core::Entry& entry, const core::Entry* before) {
    if (before == nullptr)
        return entry.first == entry.number
                   ? std::nullopt
                   : std::optional<std::string>{"It begins inside a transaction."};
    if (entry.number != before->number + 1)
        return "Its number is " + std::to_string(entry.number) + " and should be " +
               std::to_string(before->number + 1) + ".";
    if (entry.first != entry.number && entry.first != before->first)
        return "It belongs to a transaction that is not open.";
    const bool earlier = entry.recorded_at < before->recorded_at;
    if (earlier && entry.clock.value_or("") != "behind" && before->clock.value_or("") != "behind")
        return "It was recorded before the entry before it, and is not flagged so.";
    return std::nullopt;
}

void read_lines(Examination& examination, const std::string& text) {
    constexpr auto number = CheckNumber::lines;
    std::size_t faults = 0;
    const auto say = [&](std::int64_t line, const std::string& words) {
        examination.fail(number, "Line " + std::to_string(line) + ": " + escaped(words),
                         ledger_file);
        ++faults;
    };
    const bool ended = each_line_of(text, [&](std::int64_t at, std::string_view line) {
        auto read = entry_of_line(line);
        examination.leaves.push_back(ledger::leaf_hash(line));
        if (const auto* fault = std::get_if<ledger::LineFault>(&read)) {
            say(at, fault->words);
            return faults < faults_max;
        }
        auto& entry = std::get<core::Entry>(read);
        const core::Entry* before =
            examination.entries.empty() ? nullptr : &examination.entries.back();
        if (const auto words = fault_of(entry, before)) say(at, *words);
        examination.entries.push_back(std::move(entry));
        return faults < faults_max;
    });
    if (!ended)
        say(static_cast<std::int64_t>(examination.leaves.size()), "The last line does not end.");
    if (examination.entries.empty() && faults == 0) say(1, "The ledger is empty.");
    if (faults == 0 && !std::holds_alternative<core::PeriodClosed>(examination.entries.back().body))
        say(static_cast<std::int64_t>(examination.leaves.size()),
            "The last entry does not close a period.");
    if (faults != 0) examination.entries.clear();
}

/// The facts before the period: opening.jsonl, then the entry that closed the period before.
void read_opening_facts(Examination& examination) {
    constexpr auto number = CheckNumber::opening_state;
    const std::string* text = examination.file("opening.jsonl");
    if (text == nullptr) return;
    for (const ledger::LineFault& fault : read_opening(*text, examination.opening))
        examination.fail(number, escaped(fault.words), "opening.jsonl");
    const std::string* bytes = examination.file("consistency.json");
    if (bytes != nullptr) examination.consistency = read_consistency(*bytes);
    if (!examination.consistency || examination.has(number)) return;
    const auto closing = entry_of_line(examination.consistency->closing_line);
    if (const auto* entry = std::get_if<core::Entry>(&closing))
        if (std::holds_alternative<core::PeriodClosed>(entry->body))
            core::apply_to(examination.opening, *entry);
}

/// Every private value has its disclosure, and every disclosure its private value.
void read_disclosures(Examination& examination) {
    constexpr auto number = CheckNumber::lines;
    std::set<std::string> wanted;
    for (const core::Entry& entry : examination.entries) add_privates_of(entry, wanted);
    add_privates_of(examination.opening, wanted);
    const std::string* text = examination.file(disclosures_file);
    if (text == nullptr)
        return examination.fail(number, "The private values are missing.", disclosures_file);
    std::string before;
    const bool ended = each_line_of(*text, [&](std::int64_t at, std::string_view line) {
        const std::string digest = ledger::hex(ledger::sha256(line));
        const auto read = ledger::read_disclosure(line);
        const std::string where = "Line " + std::to_string(at) + ": ";
        if (const auto* fault = std::get_if<ledger::LineFault>(&read))
            examination.fail(number, where + escaped(fault->words), disclosures_file);
        else if (wanted.erase(digest) == 0 || digest <= before)
            examination.fail(number,
                             where + "no entry holds this private value, or it is out of order.",
                             disclosures_file);
        else
            examination.opening.disclose(digest, std::get<std::string>(read));
        before = digest;
        return examination.checks.size() < 100;
    });
    if (!ended) examination.fail(number, "The last line does not end.", disclosures_file);
    if (!wanted.empty())
        examination.fail(number,
                         std::to_string(wanted.size()) +
                             " private values are not disclosed, and no erasure says why.",
                         disclosures_file);
}

ledger::Frontier whole_tree(const Examination& examination) {
    ledger::Frontier tree = *examination.before;
    for (const ledger::Digest& leaf : examination.leaves) tree.append(leaf);
    return tree;
}

void check_root(Examination& examination, const std::string& note) {
    constexpr auto number = CheckNumber::root;
    const auto read = ledger::read_note_unverified(note);
    const auto* checkpoint = std::get_if<ledger::Checkpoint>(&read);
    if (checkpoint == nullptr)
        return examination.fail(number, escaped(std::get<ledger::LineFault>(read).words),
                                "checkpoint.txt");
    if (!examination.before)
        return examination.open(number, "not examined: the tree before the period is not there.");
    const ledger::Frontier tree = whole_tree(examination);
    if (tree.size() != checkpoint->size || tree.root() != checkpoint->root)
        return examination.fail(number, "The lines do not have the root that the checkpoint signs.",
                                ledger_file);
    examination.pass(number, std::to_string(examination.leaves.size()) +
                                 " lines, continued from what came before, have the root of the "
                                 "checkpoint of entry " +
                                 std::to_string(checkpoint->size) + ".");
}

void check_key(Examination& examination, const std::string& note) {
    constexpr auto number = CheckNumber::checkpoint_key;
    if (!examination.key)
        return examination.open(number,
                                "not examined: the ledger does not say with which key it signs.");
    const auto read = ledger::read_note(note, *examination.key);
    if (const auto* fault = std::get_if<ledger::LineFault>(&read))
        return examination.fail(number, escaped(fault->words), "checkpoint.txt");
    const auto& checkpoint = std::get<ledger::Checkpoint>(read);
    const auto force = (examination.opening.row(core::Table::force, "force")
                            ? examination.opening.find<core::Force>("force")
                            : std::nullopt);
    const auto* began = std::get_if<core::Initialised>(&examination.entries.front().body);
    const std::string origin = force ? force->origin : began != nullptr ? began->origin : "";
    if (checkpoint.origin != origin)
        return examination.fail(number, "The checkpoint is of another ledger.", "checkpoint.txt");
    // One byte more or less in a note is a changed file, though its signature still holds.
    const auto signature = ledger::signature_of(note, *examination.key);
    if (!std::holds_alternative<std::string>(signature))
        return examination.fail(number, "The checkpoint's signature cannot be read.",
                                "checkpoint.txt");
    examination.checkpoint = checkpoint;
    examination.pass(number, "The checkpoint is signed by the key that the ledger names.");
}

void find_key(Examination& examination) {
    std::string hex;
    if (const auto force = examination.opening.find<core::Force>("force")) hex = force->ledger_key;
    if (!examination.entries.empty())
        if (const auto* began = std::get_if<core::Initialised>(&examination.entries.front().body))
            hex = began->ledger_key;
    if (const auto raw = ledger::bytes_of_hex(hex))
        examination.key = ledger::LedgerPublicKey::from_raw(*raw);
}

}  // namespace

void check_lines(Examination& examination) {
    constexpr auto number = CheckNumber::lines;
    const std::string* text = examination.file(ledger_file);
    if (text == nullptr) return examination.fail(number, "The ledger is missing.", ledger_file);
    read_lines(examination, *text);
    read_opening_facts(examination);
    if (examination.entries.empty()) return;
    read_disclosures(examination);
    if (!examination.has(number))
        examination.pass(number, "Entries " + std::to_string(examination.first()) + " to " +
                                     std::to_string(examination.last()) +
                                     " are canonical, dense, and disclose every private value.");
}

void check_root_and_key(Examination& examination) {
    if (examination.entries.empty()) {
        examination.open(CheckNumber::root, "not examined: the lines cannot be read.");
        return examination.open(CheckNumber::checkpoint_key,
                                "not examined: the lines cannot be read.");
    }
    if (examination.first() == 1) examination.before = ledger::Frontier{};
    if (const std::string* text = examination.file("frontier.txt"))
        if (auto peaks = read_frontier(*text))
            examination.before = ledger::Frontier::of(examination.first() - 1, std::move(*peaks));
    find_key(examination);
    const std::string* note = examination.file("checkpoint.txt");
    if (note == nullptr) {
        examination.fail(CheckNumber::root, "The checkpoint is missing.", "checkpoint.txt");
        return examination.open(CheckNumber::checkpoint_key,
                                "not examined: the checkpoint is missing.");
    }
    check_root(examination, *note);
    check_key(examination, *note);
}

}  // namespace muster::pack
