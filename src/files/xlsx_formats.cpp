// SPDX-License-Identifier: MIT
#include "xlsx_formats.hpp"

#include <array>
#include <utility>

namespace muster::files {

namespace {

constexpr std::array<std::pair<int, const char*>, 31> builtin_codes{{
    {1, "0"},
    {2, "0.00"},
    {3, "#,##0"},
    {4, "#,##0.00"},
    {9, "0%"},
    {10, "0.00%"},
    {11, "0.00E+00"},
    {12, "# ?/?"},
    {13, "# ?\?/?\?"},
    {14, "mm-dd-yy"},
    {15, "d-mmm-yy"},
    {16, "d-mmm"},
    {17, "mmm-yy"},
    {18, "h:mm AM/PM"},
    {19, "h:mm:ss AM/PM"},
    {20, "h:mm"},
    {21, "h:mm:ss"},
    {22, "m/d/yy h:mm"},
    {37, "#,##0 ;(#,##0)"},
    {38, "#,##0 ;[Red](#,##0)"},
    {39, "#,##0.00;(#,##0.00)"},
    {40, "#,##0.00;[Red](#,##0.00)"},
    {41, "_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"_);_(@_)"},
    {42, "_(\"$\"* #,##0_);_(\"$\"* \\(#,##0\\);_(\"$\"* \"-\"_);_(@_)"},
    {43, "_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"?\?_);_(@_)"},
    {44, "_(\"$\"* #,##0.00_);_(\"$\"* \\(#,##0.00\\);_(\"$\"* \"-\"?\?_);_(@_)"},
    {45, "mm:ss"},
    {46, "[h]:mm:ss"},
    {47, "mmss.0"},
    {48, "##0.0E+0"},
    {49, "@"},
}};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_date_letter(char c) {
    const char l = lower(c);
    return l == 'y' || l == 'm' || l == 'd' || l == 'h' || l == 's';
}

/// `[h]` and `[mm]` count time; `[Red]`, `[$-809]`, `[>100]` do not.
bool is_elapsed_time(std::string_view bracketed) {
    if (bracketed.empty()) return false;
    for (const char c : bracketed)
        if (lower(c) != 'h' && lower(c) != 'm' && lower(c) != 's') return false;
    return true;
}

}  // namespace

bool is_date_format(std::string_view code) {
    if (code.size() == 7 && lower(code[0]) == 'g' && lower(code[1]) == 'e')
        return false;  // General
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '"') {
            i = code.find('"', i + 1);
            if (i == std::string_view::npos) return false;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '[') {
            const auto close = code.find(']', i);
            if (close == std::string_view::npos) return false;
            if (is_elapsed_time(code.substr(i + 1, close - i - 1))) return true;
            i = close;
        } else if (is_date_letter(c)) {
            return true;
        }
    }
    return false;
}

std::string builtin_format(std::int64_t id) {
    for (const auto& [known, code] : builtin_codes)
        if (known == id) return code;
    return "General";
}

bool is_builtin_date(std::int64_t id) {
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
           (id >= 50 && id <= 58);
}

}  // namespace muster::files
