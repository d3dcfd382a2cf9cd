// SPDX-License-Identifier: MIT
#include "lines.hpp"

namespace muster::pack {

bool each_line_of(std::string_view text,
                  const std::function<bool(std::int64_t number, std::string_view line)>& visit) {
    std::int64_t number = 0;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        if (!visit(++number, rest.substr(0, end))) break;
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
    }
    return text.empty() || text.back() == '\n';
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    each_line_of(text, [&](std::int64_t, std::string_view line) {
        lines.emplace_back(line);
        return true;
    });
    return lines;
}

}  // namespace muster::pack
