// SPDX-License-Identifier: MIT
#include "core/serial_range.hpp"

#include "muster/core/codes.hpp"

namespace muster::core {
namespace {

constexpr const char* digits = "0123456789";

struct Parts {
    std::string before;
    std::string number;  ///< without leading zeros
    std::string after;
};

// The last run of digits is the number: makers put the year and the model before it.
std::optional<Parts> parts_of(const std::string& serial) {
    const std::string text = normal_code(serial);
    const auto end = text.find_last_of(digits);
    if (end == text.npos) return std::nullopt;
    const auto gap = text.find_last_not_of(digits, end);
    const auto begin = gap == text.npos ? 0 : gap + 1;
    const auto first = text.find_first_not_of('0', begin);
    return Parts{text.substr(0, begin), first > end ? "" : text.substr(first, end + 1 - first),
                 text.substr(end + 1)};
}

bool is_less(const std::string& one, const std::string& other) {
    return one.size() != other.size() ? one.size() < other.size() : one < other;
}

}  // namespace

std::optional<SerialRange> SerialRange::of(const std::string& first, const std::string& last) {
    const auto low = parts_of(first);
    const auto high = parts_of(last);
    if (!low || !high || low->before != high->before || low->after != high->after ||
        is_less(high->number, low->number))
        return std::nullopt;
    SerialRange range;
    range.before_ = low->before;
    range.after_ = low->after;
    range.first_ = low->number;
    range.last_ = high->number;
    return range;
}

bool SerialRange::holds(const std::string& serial) const {
    const auto parts = parts_of(serial);
    return parts && parts->before == before_ && parts->after == after_ &&
           !is_less(parts->number, first_) && !is_less(last_, parts->number);
}

}  // namespace muster::core
