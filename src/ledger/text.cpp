// SPDX-License-Identifier: MIT
#include <utf8proc.h>

#include <cstdlib>
#include <memory>
#include <stdexcept>

#include "muster/ledger/canonical.hpp"

namespace muster::ledger {

namespace {

/// The code point that begins at `at`, and its length in bytes; -1 and 1 where there is none.
std::pair<utf8proc_int32_t, std::size_t> next_character(std::string_view text, std::size_t at) {
    utf8proc_int32_t character = -1;
    const auto length =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                         static_cast<utf8proc_ssize_t>(text.size() - at), &character);
    if (length <= 0) return {-1, 1};
    return {character, static_cast<std::size_t>(length)};
}

bool is_control(utf8proc_int32_t character) {
    return character < 0x20 || (character >= 0x7F && character < 0xA0);
}

bool is_ascii(std::string_view text) {
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    return true;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const auto [character, length] = next_character(text, at);
        if (character < 0) return false;
        at += length;
    }
    return true;
}

std::optional<LineFault> text_fault(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto [character, length] = next_character(text, at);
        if (character < 0) return LineFault{"text_not_utf8", "A text is not UTF-8."};
        if (is_control(character) && character != '\n')
            return LineFault{"text_control_character",
                             "A text holds a control character other than a line break."};
        at += length;
    }
    if (!is_ascii(text) && nfc(text) != text)
        return LineFault{"text_not_nfc", "A text is not in Unicode normal form C."};
    return std::nullopt;
}

bool is_valid_text(std::string_view text) {
    return !text_fault(text);
}

std::string nfc(std::string_view text) {
    utf8proc_uint8_t* composed = nullptr;
    const auto length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                     static_cast<utf8proc_ssize_t>(text.size()), &composed,
                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner{composed, &std::free};
    if (length < 0) throw std::logic_error("nfc: a text that is not UTF-8");
    return {reinterpret_cast<const char*>(composed), static_cast<std::size_t>(length)};
}

std::string fit_for_line(std::string_view text) {
    std::string fit;
    for (std::size_t at = 0; at < text.size();) {
        const auto [character, length] = next_character(text, at);
        const bool before_newline = at + 1 < text.size() && text[at + 1] == '\n';
        if (character < 0)
            fit += "\xEF\xBF\xBD";
        else if (character == '\r')
            fit += before_newline ? "" : "\n";
        else if (is_control(character) && character != '\n')
            fit += ' ';
        else
            fit += text.substr(at, length);
        at += length;
    }
    return is_ascii(fit) ? fit : nfc(fit);
}

}  // namespace muster::ledger
