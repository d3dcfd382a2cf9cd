// SPDX-License-Identifier: MIT
#include "xml_declaration.hpp"

#include <string>

namespace muster::files {

bool declares_other_encoding(std::string_view start) {
    if (start.substr(0, 5) != "<?xml") return false;
    const auto end = start.find("?>");
    const std::string_view declaration = start.substr(0, end);
    const auto at = declaration.find("encoding");
    if (at == std::string_view::npos) return end == std::string_view::npos;
    const auto quote = declaration.find_first_of("\"'", at);
    if (quote == std::string_view::npos) return true;
    std::string name{
        declaration.substr(quote + 1, declaration.find(declaration[quote], quote + 1) - quote - 1)};
    for (char& c : name)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return name != "utf-8" && name != "us-ascii";
}

}  // namespace muster::files
