// SPDX-License-Identifier: MIT
#include <algorithm>
#include <sstream>

#include "app/screens/form_reading.hpp"
#include "muster/app/errors.hpp"
#include "muster/app/scan_text.hpp"
#include "muster/core/time.hpp"

/// What people type into a form, read.
namespace muster::app {
namespace {

using Sort = MovementField::Sort;

constexpr std::int64_t ms_per_hour = 3'600'000;

// The numbers of `31/03/2026`, in the order they stand; nothing where something else stands there.
std::vector<int> numbers_between(std::string_view text, char divider) {
    std::vector<int> numbers{0};
    std::size_t digits = 0;
    for (const char c : text) {
        if (c == divider && digits > 0) {
            numbers.push_back(0);
            digits = 0;
        } else if (c >= '0' && c <= '9' && ++digits <= 4) {
            numbers.back() = numbers.back() * 10 + (c - '0');
        } else {
            return {};
        }
    }
    return digits > 0 ? numbers : std::vector<int>{};
}

std::optional<std::pair<std::string, std::int64_t>> code_and_quantity(const std::string& line) {
    const auto blank = line.find_last_of(" \t:");
    if (blank == std::string::npos) return std::nullopt;
    const auto quantity = typed_quantity(line.substr(blank + 1));
    const std::string code = without_blanks(line.substr(0, blank));
    if (!quantity || code.empty()) return std::nullopt;
    return std::pair{code, *quantity};
}

std::string problem_of_text(const MovementField& field) {
    switch (field.sort) {
        case Sort::date:
            return typed_date(field.value) ? "" : "No such day. Type it like 31/03/2026.";
        case Sort::moment:
            return typed_moment(field.value) ? "" : "No such time. Type it like 31/03/2026 06:41.";
        case Sort::number:
            return typed_quantity(field.value).value_or(0) > 0 ? ""
                                                               : "Type a whole number, 1 or more.";
        case Sort::quantities:
            for (const std::string& line : typed_lines(field.value))
                if (!code_and_quantity(line))
                    return "\"" + line + "\" has no quantity. Type the code, a blank and a number.";
            return "";
        default:
            return "";
    }
}

}  // namespace

std::string without_blanks(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::vector<std::string> typed_lines(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream all{text};
    for (std::string line; std::getline(all, line);)
        if (line = without_blanks(line); !line.empty()) lines.push_back(line);
    return lines;
}

std::string problem_of(const MovementField& field) {
    if (!without_blanks(field.value).empty()) return problem_of_text(field);
    if (!field.required) return {};
    const bool chosen = field.sort == Sort::choice || field.sort == Sort::place;
    return chosen ? "Choose one." : "This is needed.";
}

std::optional<core::Date> typed_date(const std::string& text) {
    const std::string date = without_blanks(text);
    const auto numbers = numbers_between(date, '/');
    if (numbers.size() == 3)
        return core::date_of(core::CivilDate{numbers[2], numbers[1], numbers[0]});
    return core::date_of(date);
}

// In the hour that an October night has twice, the first is meant.
std::optional<core::Instant> typed_moment(const std::string& text) {
    const std::string whole = without_blanks(text);
    const auto blank = whole.find_last_of(" \t");
    if (blank == std::string::npos) return std::nullopt;
    const auto day = typed_date(whole.substr(0, blank));
    const auto clock = numbers_between(whole.substr(blank + 1), ':');
    if (!day || clock.size() != 2 || clock[0] > 23 || clock[1] > 59) return std::nullopt;
    const core::Instant as_utc{day->days * 24 * ms_per_hour + clock[0] * ms_per_hour +
                               clock[1] * (ms_per_hour / 60)};
    const core::Instant summer{as_utc.ms - ms_per_hour};
    return core::is_uk_summer_time(summer) ? summer : as_utc;
}

FormAnswers::FormAnswers(const std::vector<MovementField>& fields, CommitDetails details)
    : details_{std::move(details)} {
    for (const MovementField& field : fields)
        if (field.sort != Sort::secret) values_[field.id] = without_blanks(field.value);
}

std::string FormAnswers::text(const std::string& id) const {
    const auto found = values_.find(id);
    return found == values_.end() ? std::string{} : found->second;
}

std::optional<std::string> FormAnswers::given(const std::string& id) const {
    const std::string value = text(id);
    return value.empty() ? std::nullopt : std::optional{value};
}

std::optional<core::Date> FormAnswers::date(const std::string& id) const {
    return typed_date(text(id));
}

std::int64_t FormAnswers::number(const std::string& id) const {
    return typed_quantity(text(id)).value_or(0);
}

bool FormAnswers::yes(const std::string& id) const {
    return text(id) == "yes";
}

std::vector<std::string> FormAnswers::codes(const std::string& id) const {
    return typed_lines(text(id));
}

std::vector<CodeQuantity> FormAnswers::quantities(const std::string& id) const {
    std::vector<CodeQuantity> all;
    for (const std::string& line : typed_lines(text(id)))
        if (const auto read = code_and_quantity(line)) all.push_back({read->first, read->second});
    return all;
}

}  // namespace muster::app
