// SPDX-License-Identifier: MIT
#include "xml_guard.hpp"

#include <cstring>

#include "xml_declaration.hpp"

namespace muster::files {

namespace {

constexpr std::size_t declaration_bytes = 256;
constexpr const char* not_utf8 = "is not in UTF-8";
constexpr const char* own_type = "declares a document type of its own";
constexpr const char* too_long = "has an element with too many or too long attributes";

}  // namespace

/// The declaration is judged as soon as it is there in full, which is before anything else is.
const char* XmlGuard::judge_encoding(std::string_view piece) {
    start_ += piece.substr(0, declaration_bytes - start_.size());
    std::string_view start = start_;
    if (start.substr(0, 3) == "\xef\xbb\xbf") start.remove_prefix(3);
    const bool is_whole = start.find("?>") != std::string_view::npos ||
                          start_.size() == declaration_bytes ||
                          (start.size() >= 5 && start.substr(0, 5) != "<?xml");
    if (!is_whole) return nullptr;
    start_judged_ = true;
    return declares_other_encoding(start) ? not_utf8 : nullptr;
}

/// Goes on reading what a `<` opens.
const char* XmlGuard::classify(char c) {
    opening_ += c;
    if (opening_ == "<?") {
        inside_ = Inside::instruction;
    } else if (opening_ == "<!--") {
        inside_ = Inside::comment;
    } else if (opening_ == "<![CDATA[") {
        inside_ = Inside::cdata;
    } else if (opening_[1] != '!') {
        inside_ = Inside::tag;
    } else if (std::string_view{"<!--"}.substr(0, opening_.size()) != opening_ &&
               std::string_view{"<![CDATA["}.substr(0, opening_.size()) != opening_) {
        return own_type;
    } else {
        return nullptr;
    }
    size_ = 0;
    attributes_ = 0;
    last_ = before_last_ = quote_ = 0;
    return inside_ == Inside::tag ? in_tag(c) : nullptr;
}

const char* XmlGuard::in_tag(char c) {
    if (++size_ > limits_.attribute_bytes) return too_long;
    if (quote_ != 0) {
        if (c == quote_) quote_ = 0;
    } else if (c == '"' || c == '\'') {
        quote_ = c;
        if (++attributes_ > limits_.attributes_per_element) return too_long;
    } else if (c == '>') {
        inside_ = Inside::text;
    }
    return nullptr;
}

const char* XmlGuard::in_other(char c) {
    const bool ends =
        c == '>' && (inside_ == Inside::instruction ? last_ == '?'
                     : inside_ == Inside::comment   ? last_ == '-' && before_last_ == '-'
                                                    : last_ == ']' && before_last_ == ']');
    // A comment is gathered by libxml2 before it is dropped; text inside CDATA is handed on.
    if (inside_ != Inside::cdata && ++size_ > limits_.attribute_bytes)
        return "has a comment or an instruction that is too long";
    before_last_ = last_;
    last_ = c;
    if (ends) inside_ = Inside::text;
    return nullptr;
}

std::optional<std::string> XmlGuard::judge(std::string_view piece) {
    if (std::memchr(piece.data(), 0, piece.size()) != nullptr) return not_utf8;
    if (!start_judged_)
        if (const char* reason = judge_encoding(piece)) return reason;
    const char* reason = nullptr;
    for (std::size_t at = 0; at < piece.size() && reason == nullptr; ++at) {
        switch (inside_) {
            case Inside::text: {
                const void* found = std::memchr(piece.data() + at, '<', piece.size() - at);
                if (found == nullptr) return std::nullopt;
                at = static_cast<std::size_t>(static_cast<const char*>(found) - piece.data());
                opening_ = "<";
                inside_ = Inside::opening;
                break;
            }
            case Inside::opening:
                reason = classify(piece[at]);
                break;
            case Inside::tag:
                reason = in_tag(piece[at]);
                break;
            default:
                reason = in_other(piece[at]);
        }
    }
    if (reason == nullptr) return std::nullopt;
    return reason;
}

}  // namespace muster::files
