// SPDX-License-Identifier: MIT
#include "layout.hpp"

#include <sstream>
#include <stdexcept>

#include "layout_text.hpp"

namespace muster::report {
namespace {

std::string without_escapes(std::string word) {
    for (auto at = word.find("%20"); at != std::string::npos; at = word.find("%20"))
        word.replace(at, 3, " ");
    return word;
}

void take_rule(Layout& layout, const std::string& line) {
    std::istringstream words{line};
    std::string verb;
    std::string subject;
    std::string value;
    words >> verb >> subject >> value;
    subject = without_escapes(subject);
    if (verb == "tab" && subject.size() == 1 && value.size() == 6)
        layout.tabs[subject.front()] = static_cast<std::uint32_t>(std::stoul(value, nullptr, 16));
    else if (verb == "width" && !value.empty())
        layout.widths[subject] = std::stoi(value);
    else if (verb == "alert" && !value.empty())
        layout.alerts.emplace(subject, without_escapes(value));
    else if (verb == "alert_nonzero" && value.empty())
        layout.alerts_nonzero.insert(subject);
    else
        throw std::logic_error{"workbook.layout: not understood: " + line};
}

}  // namespace

Layout read_layout(std::string_view text) {
    Layout layout;
    std::istringstream lines{std::string{text}};
    for (std::string line; std::getline(lines, line);)
        if (!line.empty() && line.front() != '#') take_rule(layout, line);
    return layout;
}

const Layout& workbook_layout() {
    static const Layout layout = read_layout(workbook_layout_text);
    return layout;
}

}  // namespace muster::report
