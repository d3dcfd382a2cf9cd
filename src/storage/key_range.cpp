// SPDX-License-Identifier: MIT
#include "key_range.hpp"

namespace muster::storage {
namespace {

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

char32_t last_code_point(const std::string& text, std::size_t& begin) {
    begin = text.size() - 1;
    while (begin > 0 && is_continuation(text[begin])) --begin;
    const auto lead = static_cast<unsigned char>(text[begin]);
    char32_t point = lead < 0x80   ? lead
                     : lead < 0xE0 ? lead & 0x1FU
                     : lead < 0xF0 ? lead & 0x0FU
                                   : lead & 0x07U;
    for (std::size_t i = begin + 1; i < text.size(); ++i)
        point = (point << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    return point;
}

void append_byte(std::string& text, char32_t byte) {
    text += static_cast<char>(static_cast<unsigned char>(byte));
}

void append_code_point(std::string& text, char32_t point) {
    if (point < 0x80) {
        append_byte(text, point);
    } else if (point < 0x800) {
        append_byte(text, 0xC0U | (point >> 6U));
        append_byte(text, 0x80U | (point & 0x3FU));
    } else if (point < 0x10000) {
        append_byte(text, 0xE0U | (point >> 12U));
        append_byte(text, 0x80U | ((point >> 6U) & 0x3FU));
        append_byte(text, 0x80U | (point & 0x3FU));
    } else {
        append_byte(text, 0xF0U | (point >> 18U));
        append_byte(text, 0x80U | ((point >> 12U) & 0x3FU));
        append_byte(text, 0x80U | ((point >> 6U) & 0x3FU));
        append_byte(text, 0x80U | (point & 0x3FU));
    }
}

}  // namespace

std::string end_of_prefix(const std::string& prefix) {
    std::string end = prefix;
    while (!end.empty()) {
        std::size_t begin = 0;
        char32_t point = last_code_point(end, begin);
        end.resize(begin);
        if (point >= 0x10FFFF) continue;
        // Surrogates are no characters: PostgreSQL refuses a text that holds one.
        point = point == 0xD7FF ? 0xE000 : point + 1;
        append_code_point(end, point);
        return end;
    }
    return after_every_key;
}

}  // namespace muster::storage
