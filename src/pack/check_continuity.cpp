// SPDX-License-Identifier: MIT
#include "entry_of_line.hpp"
#include "examination.hpp"
#include "muster/files/zip_archive.hpp"
#include "muster/ledger/short_form.hpp"

/// What came before the pack: its own account of it, and anchors that the verifier brought along.
namespace muster::pack {
namespace {

constexpr auto number = CheckNumber::continuity;

bool starts_the_ledger(const Examination& examination) {
    return examination.first() == 1;
}

/// A first pack has nothing before it, and so must bring nothing.
void check_first(Examination& examination) {
    for (const char* name :
         {"opening.jsonl", "frontier.txt", "previous-checkpoint.txt", "consistency.json"})
        if (examination.file(name) != nullptr)
            examination.fail(number, "A pack that begins at entry 1 has no such file.", name);
    if (!std::holds_alternative<core::Initialised>(examination.entries.front().body))
        examination.fail(number, "The first entry does not begin a ledger.", "ledger.jsonl");
}

/// previous-checkpoint.txt and frontier.txt say the same, and the key signed it.
void check_previous(Examination& examination) {
    const std::string* note = examination.file("previous-checkpoint.txt");
    if (note == nullptr)
        return examination.fail(number, "The checkpoint before the period is missing.",
                                "previous-checkpoint.txt");
    if (!examination.key) return;
    const auto read = ledger::read_note(*note, *examination.key);
    if (const auto* fault = std::get_if<ledger::LineFault>(&read))
        return examination.fail(number, escaped(fault->words), "previous-checkpoint.txt");
    const auto& previous = std::get<ledger::Checkpoint>(read);
    if (examination.checkpoint && previous.origin != examination.checkpoint->origin)
        return examination.fail(number, "It is of another ledger.", "previous-checkpoint.txt");
    if (!examination.before || examination.before->size() != previous.size ||
        previous.size != examination.first() - 1 || examination.before->root() != previous.root)
        return examination.fail(number,
                                "It does not have the root of the checkpoint before the period.",
                                "frontier.txt");
    examination.previous = previous;
}

void check_proofs(Examination& examination) {
    constexpr char file[] = "consistency.json";
    if (!examination.consistency)
        return examination.fail(number,
                                "The proof that nothing was changed before the period is "
                                "missing or unreadable.",
                                file);
    if (!examination.previous || !examination.checkpoint) return;
    const Consistency& said = *examination.consistency;
    const auto& previous = *examination.previous;
    const auto& now = *examination.checkpoint;
    if (said.old_size != previous.size || said.new_size != now.size ||
        ledger::verify_consistency(previous.size, now.size, said.proof, previous.root, now.root))
        return examination.fail(number, "The ledger before the period is no beginning of this one.",
                                file);
    if (ledger::verify_inclusion(ledger::leaf_hash(said.closing_line), previous.size - 1,
                                 previous.size, said.closing_proof, previous.root))
        return examination.fail(number,
                                "The entry that closed the period before is not in the "
                                "ledger.",
                                file);
}

/// The root that the ledger had at that size; nothing where the pack cannot know.
std::optional<ledger::Digest> root_at(const Examination& examination, std::int64_t size) {
    if (!examination.before || size < examination.before->size() || size > examination.last())
        return std::nullopt;
    ledger::Frontier tree = *examination.before;
    for (const ledger::Digest& leaf : examination.leaves) {
        if (tree.size() == size) break;
        tree.append(leaf);
    }
    return tree.root();
}

enum class Anchor { holds, contradicts, too_far };

/// Holds an anchor of that size against the pack.
Anchor compare(Examination& examination, const ledger::ShortForm& anchor) {
    const auto root = root_at(examination, anchor.size);
    const std::string& origin = examination.checkpoint->origin;
    const ledger::Checkpoint ours{origin, anchor.size, root.value_or(ledger::Digest{})};
    const auto match = ledger::matches(anchor, ours);
    if (match == ledger::ShortMatch::other_ledger) {
        examination.fail(number, "The checkpoint you brought is of another ledger.",
                         "checkpoint.txt");
        return Anchor::contradicts;
    }
    if (!root) {
        examination.open(number, "not established: the checkpoint you brought, of entry " +
                                     std::to_string(anchor.size) + ", lies outside this pack.");
        return Anchor::too_far;
    }
    if (match == ledger::ShortMatch::same) return Anchor::holds;
    examination.fail(number,
                     "The ledger was changed: at entry " + std::to_string(anchor.size) +
                         " it had another root than the checkpoint you brought.",
                     "ledger.jsonl");
    return Anchor::contradicts;
}

std::optional<ledger::ShortForm> short_of(const ledger::Checkpoint& checkpoint) {
    const auto read = ledger::read_short(ledger::short_form(checkpoint));
    const auto* form = std::get_if<ledger::ShortForm>(&read);
    return form != nullptr ? std::optional{*form} : std::nullopt;
}

/// A note or a SHORT, as a SHORT; says why it is neither.
std::optional<ledger::ShortForm> anchor_of(Examination& examination, const std::string& text) {
    if (examination.key && text.find("\n\n") != std::string::npos) {
        const auto note = ledger::read_note(text, *examination.key);
        if (const auto* checkpoint = std::get_if<ledger::Checkpoint>(&note))
            return short_of(*checkpoint);
        examination.open(number,
                         "not established: the checkpoint you brought is not signed by this "
                         "ledger's key.");
        return std::nullopt;
    }
    const auto read = ledger::read_short(text);
    if (const auto* fault = std::get_if<ledger::LineFault>(&read)) {
        examination.open(number, "not established: " + escaped(fault->words));
        return std::nullopt;
    }
    return std::get<ledger::ShortForm>(read);
}

/// The checkpoint of an older pack.
std::optional<ledger::ShortForm> anchor_of_pack(Examination& examination,
                                                const std::string& bytes) {
    const auto archive = files::ZipArchive::open(bytes, files::ZipCare::every_byte);
    if (archive.fault() == nullptr) {
        const auto note = archive.value().read("checkpoint.txt");
        if (note.fault() == nullptr) return anchor_of(examination, note.value());
    }
    examination.open(number, "not established: the older pack cannot be read.");
    return std::nullopt;
}

}  // namespace

void check_continuity(Examination& examination) {
    if (examination.entries.empty() || !examination.checkpoint)
        return examination.open(number, "not examined: lines or checkpoint are not right.");
    if (starts_the_ledger(examination)) {
        check_first(examination);
    } else {
        check_previous(examination);
        check_proofs(examination);
    }
    bool anchored = starts_the_ledger(examination);
    std::vector<std::optional<ledger::ShortForm>> anchors;
    if (examination.options.against)
        anchors.push_back(anchor_of_pack(examination, *examination.options.against));
    if (examination.options.checkpoint)
        anchors.push_back(anchor_of(examination, *examination.options.checkpoint));
    for (const auto& anchor : anchors)
        if (anchor && compare(examination, *anchor) == Anchor::holds) anchored = true;
    if (examination.has(number)) return;
    if (!anchored)
        return examination.open(number,
                                "not established: bring an older pack (--against) or a "
                                "checkpoint that you noted (--checkpoint).");
    examination.pass(number, anchors.empty()
                                 ? "The pack begins at entry 1: nothing came before."
                                 : "The ledger is the one of the checkpoint you brought.");
}

}  // namespace muster::pack
