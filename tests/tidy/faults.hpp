// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tidy/source_text.hpp"

namespace muster::tidy {

/// A broken rule: which, where (path:line), and words for whoever has to mend it.
struct RuleFault {
    std::string rule;
    std::string where;
    std::string words;
};

/// Every rule of rules.hpp that a source breaks, in the order of its lines.
std::vector<RuleFault> faults_in(const SourceText& source);

/// Whether the text of compile_commands.json names a source (path from the root).
bool is_compiled(std::string_view path, std::string_view compile_commands);

/// Whether a CMakeLists.txt begins with a comment of prose, the licence line aside.
bool opens_with_prose(std::string_view cmake_lists);

}  // namespace muster::tidy
