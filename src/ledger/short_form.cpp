// SPDX-License-Identifier: MIT
#include "muster/ledger/short_form.hpp"

#include <stdexcept>
#include <vector>

#include "ledger/decimal.hpp"

namespace muster::ledger {

namespace {

constexpr std::size_t tag_letters = 4;
constexpr std::size_t root_letters = 32;
constexpr std::size_t check_letters = 4;
constexpr std::size_t typed_bytes_max = 200;

std::string tag_of(std::string_view origin) {
    return crockford(sha256("muster-ledger-1\n" + std::string{origin} + "\n").view(),
                     tag_letters * 5);
}

std::string root_start_of(const Digest& root) {
    return crockford(root.view(), root_letters * 5);
}

std::string check_of(const ShortForm& form) {
    const std::string hashed = "muster-short-1\n" + form.tag + " " + std::to_string(form.size) +
                               " " + form.root_start + "\n";
    return crockford(sha256(hashed).view(), check_letters * 5);
}

/// What was meant by a typed character: a Crockford letter, a space, or 0 for neither.
char meant_by(char c) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O') return '0';
    if (c == 'I' || c == 'L') return '1';
    if (c == '-' || c == ' ' || c == '\t' || c == '\n' || c == '\r') return ' ';
    const bool letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z' && c != 'U');
    return letter ? c : '\0';
}

std::optional<std::vector<std::string>> words_of(std::string_view text) {
    std::vector<std::string> words;
    bool inside = false;
    for (const char typed : text) {
        const char c = meant_by(typed);
        if (c == '\0') return std::nullopt;
        if (c != ' ' && !inside) words.emplace_back();
        if (c != ' ') words.back().push_back(c);
        inside = c != ' ';
    }
    return words;
}

}  // namespace

std::string short_form(const Checkpoint& checkpoint) {
    if (!is_valid_origin(checkpoint.origin) || checkpoint.size < 0)
        throw std::logic_error("short_form: a checkpoint with a bad origin or size");
    const ShortForm form{tag_of(checkpoint.origin), checkpoint.size,
                         root_start_of(checkpoint.root)};
    std::string text = form.tag + " " + std::to_string(form.size);
    for (std::size_t i = 0; i < root_letters; i += 4) text += " " + form.root_start.substr(i, 4);
    return text + " " + check_of(form);
}

std::variant<ShortForm, LineFault> read_short(std::string_view text) {
    const LineFault shape{
        "short_shape", "A short checkpoint is four characters, a number, and nine groups of four."};
    if (text.size() > typed_bytes_max) return shape;
    const auto words = words_of(text);
    if (!words || words->size() < 3) return shape;
    const auto size = decimal_of((*words)[1]);
    std::string rest;
    for (std::size_t i = 2; i < words->size(); ++i) rest += (*words)[i];
    if ((*words)[0].size() != tag_letters || !size || rest.size() != root_letters + check_letters)
        return shape;
    ShortForm form{(*words)[0], *size, rest.substr(0, root_letters)};
    if (rest.substr(root_letters) != check_of(form))
        return LineFault{"short_typing",
                         "The check characters at the end say that this was "
                         "mistyped. Compare it with the paper once more."};
    return form;
}

ShortMatch matches(const ShortForm& typed, const Checkpoint& checkpoint) {
    if (typed.tag != tag_of(checkpoint.origin)) return ShortMatch::other_ledger;
    if (typed.size != checkpoint.size) return ShortMatch::other_size;
    if (typed.root_start != root_start_of(checkpoint.root)) return ShortMatch::forked;
    return ShortMatch::same;
}

}  // namespace muster::ledger
