# Writes one C++ header holding whole text files, so that a program needs none of them at run time.
# Usage: cmake -DFILES=<a|b|…> -DOUT=<file> -DNAMESPACE=<a::b> -P embed_text.cmake
# Gives <namespace>::files, an array of {name, text}; the name is the file's without its folder.
string(REPLACE "|" ";" FILES "${FILES}")
set(body "")
set(count 0)
foreach(path IN LISTS FILES)
  get_filename_component(name "${path}" NAME)
  file(READ "${path}" text)
  string(APPEND body "    EmbeddedText{\"${name}\", R\"embedded(${text})embedded\"},\n")
  math(EXPR count "${count} + 1")
endforeach()
file(WRITE "${OUT}" "// SPDX-License-Identifier: MIT
// Made from text files by cmake/embed_text.cmake.
#pragma once

#include <array>
#include <string_view>

namespace ${NAMESPACE} {

/// A file of the source tree, as it was when the program was built.
struct EmbeddedText {
    std::string_view name;
    std::string_view text;
};

inline constexpr std::array<EmbeddedText, ${count}> files{
${body}};

}  // namespace ${NAMESPACE}
")
