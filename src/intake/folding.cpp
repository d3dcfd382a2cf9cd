// SPDX-License-Identifier: MIT
#include "folding.hpp"
#include "muster/intake/look_alike.hpp"

#include <algorithm>

namespace muster::intake {

namespace {

bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Most texts are: no letter beyond ASCII and no blank but the space.
bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x80 && (c == ' ' || !is_blank(c));
    });
}

// Spreadsheets that went through a web page hold blanks of many widths, and some of none, which
// nobody sees.
std::string with_plain_blanks(std::string_view text) {
    std::string plain;
    if (is_plain(text)) return plain.assign(text);
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto three = text.substr(i, 3);
        if (static_cast<unsigned char>(text[i]) < 0x80) {
            plain += is_blank(text[i]) ? ' ' : text[i];
        } else if (text.substr(i, 2) == "\xc2\xa0") {
            plain += ' ';
            ++i;
        } else if (three == "\xe2\x80\x8b" || three == "\xef\xbb\xbf") {
            i += 2;
        } else if (three == "\xe2\x80\xaf" || three == "\xe2\x80\x87" || three == "\xe2\x80\x89") {
            plain += ' ';
            i += 2;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

/// Dashes and quotation marks of typographers: U+2010 to U+201F.
bool is_fine_punctuation(std::string_view text) {
    return text.size() >= 3 && text.substr(0, 2) == "\xe2\x80" &&
           static_cast<unsigned char>(text[2]) >= 0x90 &&
           static_cast<unsigned char>(text[2]) <= 0x9f;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string trimmed(std::string_view text) {
    std::string plain;
    if (!is_plain(text)) text = plain = with_plain_blanks(text);
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return std::string{text.substr(first, text.find_last_not_of(' ') - first + 1)};
}

std::string squeezed(std::string_view text) {
    std::string result = trimmed(text);
    const auto is_second_blank = [](char a, char b) { return a == ' ' && b == ' '; };
    result.erase(std::unique(result.begin(), result.end(), is_second_blank), result.end());
    return result;
}

std::string cut(std::string_view text, std::size_t bytes_max) {
    if (text.size() <= bytes_max) return std::string{text};
    while (bytes_max > 0 && (static_cast<unsigned char>(text[bytes_max]) & 0xc0u) == 0x80u)
        --bytes_max;
    return std::string{text.substr(0, bytes_max)} + "...";
}

std::string upper(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

std::string name_key(std::string_view name) {
    std::string key;
    for (const char c : with_plain_blanks(name))
        if (c != ' ') key += c;
    return upper(std::move(key));
}

std::string words_key(std::string_view text) {
    std::string key;
    const std::string plain = with_plain_blanks(text);
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const char c = plain[i];
        const bool fine = is_fine_punctuation(std::string_view{plain}.substr(i));
        const bool kept = (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') ||
                          (static_cast<unsigned char>(c) >= 0x80 && !fine);
        if (fine) i += 2;
        if (kept)
            key += lower(c);
        else if (!key.empty() && key.back() != ' ')
            key += ' ';
    }
    if (!key.empty() && key.back() == ' ') key.pop_back();
    return key;
}

std::string look_alike_key(std::string serial) {
    std::erase_if(serial, [](char c) { return c == ' ' || c == '-'; });
    for (char& c : serial) {
        if (c == 'O') c = '0';
        if (c == 'I') c = '1';
        if (c == 'B') c = '8';
        if (c == 'S') c = '5';
    }
    return serial;
}

}  // namespace muster::intake
