// SPDX-License-Identifier: MIT
#include "folding.hpp"

namespace muster::intake {

namespace {

bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// Spreadsheets that went through a web page hold no-break spaces, which nobody sees.
std::string with_plain_blanks(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) == "\xc2\xa0") {
            plain += ' ';
            ++i;
        } else {
            plain += is_blank(text[i]) ? ' ' : text[i];
        }
    }
    return plain;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string trimmed(std::string_view text) {
    const std::string plain = with_plain_blanks(text);
    const auto first = plain.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return plain.substr(first, plain.find_last_not_of(' ') - first + 1);
}

std::string squeezed(std::string_view text) {
    std::string result;
    for (const char c : trimmed(text))
        if (c != ' ' || result.back() != ' ') result += c;
    return result;
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
    for (const char c : with_plain_blanks(text)) {
        const bool kept = (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') ||
                          static_cast<unsigned char>(c) >= 0x80;
        if (kept)
            key += lower(c);
        else if (!key.empty() && key.back() != ' ')
            key += ' ';
    }
    if (!key.empty() && key.back() == ' ') key.pop_back();
    return key;
}

std::string look_alike_key(std::string serial) {
    for (char& c : serial) {
        if (c == 'O') c = '0';
        if (c == 'I') c = '1';
        if (c == 'B') c = '8';
        if (c == 'S') c = '5';
    }
    return serial;
}

}  // namespace muster::intake
