// SPDX-License-Identifier: MIT
#include "muster/ledger/checkpoint.hpp"

#include <stdexcept>
#include <vector>

#include "ledger/decimal.hpp"
#include "muster/ledger/merkle.hpp"

namespace muster::ledger {

namespace {

constexpr std::size_t note_bytes_max = 16 * 1024;
constexpr std::size_t note_signatures_max = 16;
constexpr std::size_t key_id_bytes = 4;
constexpr std::size_t signature_bytes = 64;
constexpr std::string_view signature_start = "\xE2\x80\x94 ";  // an em dash and a space
constexpr char ed25519_note = '\1';

struct NoteSignature {
    std::string name;
    std::string bytes;  ///< the key id, then the signature
};

struct NoteParts {
    std::string text;
    std::vector<NoteSignature> signatures;
};

LineFault shape(const char* words) {
    return {"note_shape", words};
}

std::optional<NoteSignature> read_signature_line(std::string_view line) {
    if (!line.starts_with(signature_start)) return std::nullopt;
    line.remove_prefix(signature_start.size());
    const std::size_t space = line.find(' ');
    if (space == 0 || space == std::string_view::npos) return std::nullopt;
    const auto bytes = bytes_of_base64(line.substr(space + 1));
    if (!bytes || bytes->size() <= key_id_bytes) return std::nullopt;
    return NoteSignature{std::string{line.substr(0, space)}, *bytes};
}

std::variant<NoteParts, LineFault> split_note(std::string_view note) {
    if (note.size() > note_bytes_max) return shape("The note is longer than 16 KiB.");
    const std::size_t gap = note.find("\n\n");
    if (gap == std::string_view::npos || note.back() != '\n')
        return shape("The note lacks the empty line before its signatures, or its last newline.");
    NoteParts parts{std::string{note.substr(0, gap + 1)}, {}};
    std::string_view rest = note.substr(gap + 2);
    if (rest.empty()) return shape("The note has no signature line.");
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        auto signature = read_signature_line(rest.substr(0, end));
        if (!signature) return shape("The note has a line that is no signature after its text.");
        if (parts.signatures.size() == note_signatures_max)
            return shape("The note has more than 16 signatures.");
        parts.signatures.push_back(std::move(*signature));
        rest.remove_prefix(end + 1);
    }
    return parts;
}

std::variant<Checkpoint, LineFault> read_text(std::string_view text) {
    const std::size_t first = text.find('\n');
    const std::size_t second = text.find('\n', first + 1);
    if (second == std::string_view::npos || text.find('\n', second + 1) != text.size() - 1)
        return shape("A checkpoint has exactly three lines: origin, size and root.");
    const std::string_view origin = text.substr(0, first);
    if (!is_valid_origin(origin)) return shape("The checkpoint's origin is not one of Muster's.");
    const auto size = decimal_of(text.substr(first + 1, second - first - 1));
    if (!size) return shape("The checkpoint's size is not a plain whole number.");
    const auto root = bytes_of_base64(text.substr(second + 1, text.size() - second - 2));
    if (!root || root->size() != sizeof(Digest))
        return shape("The checkpoint's root is not 32 bytes in base64.");
    Checkpoint checkpoint{std::string{origin}, *size, *digest_of_hex(hex(*root))};
    if (checkpoint.size == 0 && checkpoint.root != empty_root())
        return shape("A checkpoint of an empty ledger has another root.");
    return checkpoint;
}

std::string_view first_line(std::string_view text) {
    return text.substr(0, text.find('\n'));
}

/// The signature of `key` in the note, which must hold exactly one with its name and key id.
std::variant<std::string, LineFault> own_signature(const NoteParts& parts,
                                                   const LedgerPublicKey& key) {
    const std::string_view name = first_line(parts.text);
    const std::string id = key_id(name, key);
    std::string found;
    for (const NoteSignature& signature : parts.signatures) {
        if (signature.name != name || !signature.bytes.starts_with(id)) continue;
        if (!found.empty()) return shape("The note is signed twice by the ledger's key.");
        found = signature.bytes.substr(key_id_bytes);
        if (found.size() != signature_bytes)
            return shape("The note's signature is not 64 bytes long.");
    }
    if (found.empty())
        return LineFault{"note_signature_missing", "The note is not signed by the ledger's key."};
    return found;
}

}  // namespace

std::string note_text(const Checkpoint& checkpoint) {
    if (!is_valid_origin(checkpoint.origin)) throw std::logic_error("note_text: a bad origin");
    if (checkpoint.size < 0) throw std::logic_error("note_text: a negative size");
    return checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" +
           base64(checkpoint.root.view()) + "\n";
}

std::string sign_note(std::string_view text, const LedgerKey& key) {
    const std::string_view name = first_line(text);
    std::string note{text};
    note += "\n";
    note += signature_start;
    note += name;
    note += " " + base64(key_id(name, key.public_key()) + key.sign(text)) + "\n";
    return note;
}

std::variant<Checkpoint, LineFault> read_note(std::string_view note, const LedgerPublicKey& key) {
    const auto split = split_note(note);
    if (const auto* fault = std::get_if<LineFault>(&split)) return *fault;
    const NoteParts& parts = std::get<NoteParts>(split);
    auto checkpoint = read_text(parts.text);
    if (std::holds_alternative<LineFault>(checkpoint)) return checkpoint;
    const auto signature = own_signature(parts, key);
    if (const auto* fault = std::get_if<LineFault>(&signature)) return *fault;
    if (!key.verify(parts.text, std::get<std::string>(signature)))
        return LineFault{"note_signature_wrong",
                         "The signature of the ledger's key is not over this checkpoint."};
    return checkpoint;
}

std::variant<Checkpoint, LineFault> read_note_unverified(std::string_view note) {
    const auto split = split_note(note);
    if (const auto* fault = std::get_if<LineFault>(&split)) return *fault;
    return read_text(std::get<NoteParts>(split).text);
}

std::variant<std::string, LineFault> signature_of(std::string_view note,
                                                  const LedgerPublicKey& key) {
    const auto split = split_note(note);
    if (const auto* fault = std::get_if<LineFault>(&split)) return *fault;
    return own_signature(std::get<NoteParts>(split), key);
}

std::string key_id(std::string_view name, const LedgerPublicKey& key) {
    const std::string hashed = std::string{name} + "\n" + ed25519_note + key.raw();
    return std::string{sha256(hashed).view().substr(0, key_id_bytes)};
}

std::string verifier_key(std::string_view name, const LedgerPublicKey& key) {
    return std::string{name} + "+" + hex(key_id(name, key)) + "+" +
           base64(std::string{ed25519_note} + key.raw());
}

}  // namespace muster::ledger
