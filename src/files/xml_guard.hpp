// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "muster/files/limits.hpp"

namespace muster::files {

/// Looks at the bytes of an XML part, piece by piece, before libxml2 sees them: makes sure that no
/// DTD can exist and that no tag, comment or instruction is large enough to make libxml2 slow or
/// fat.
class XmlGuard {
public:
    explicit XmlGuard(const XmlLimits& limits) : limits_{limits} {}

    /// Why the part must not be read on, in words that follow its name; nothing where it may.
    std::optional<std::string> judge(std::string_view piece);

private:
    enum class Inside { text, opening, tag, comment, cdata, instruction };
    const char* judge_encoding(std::string_view piece);
    const char* classify(char c);
    const char* in_tag(char c);
    const char* in_other(char c);

    XmlLimits limits_;
    Inside inside_ = Inside::text;
    std::string opening_;  ///< `<` and what follows, until it tells what it opens
    std::string start_;    ///< the first bytes of the part, for its declaration
    bool start_judged_ = false;
    char quote_ = 0;
    char last_ = 0;  ///< the two bytes before the present one
    char before_last_ = 0;
    std::int64_t size_ = 0;  ///< of the present tag, comment or instruction
    std::int64_t attributes_ = 0;
};

}  // namespace muster::files
