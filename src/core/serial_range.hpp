// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

namespace muster::core {

/// A range of serials as a technical notice has it: the same letters around a number, from the
/// lower to the higher. A serial stays a text; only the digits between those letters are compared.
class SerialRange {
public:
    /// Nothing where the two are no range.
    static std::optional<SerialRange> of(const std::string& first, const std::string& last);
    /// Whether that serial has the same letters and a number in the range.
    bool holds(const std::string& serial) const;

private:
    std::string before_;
    std::string after_;
    std::string first_;
    std::string last_;
};

}  // namespace muster::core
