// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "desk.hpp"

namespace muster::intake {

/// What a person should know of a table as a whole: data under columns that are not used, columns
/// and rows that nobody sees, rows that were crossed out, marks that were filled in.
class SheetNotes {
public:
    explicit SheetNotes(const Table& table);
    /// A row of stock or people.
    void take(const files::Row& row);
    /// A row that says something under unused columns only.
    void pass(const files::Row& row) { count_unused(row); }
    /// Everything that was noted, as warnings.
    void give(Desk& desk, std::int64_t dittos) const;

private:
    struct Rows {
        std::int64_t count = 0;
        std::vector<std::int64_t> first;
        void add(std::int64_t row);
        std::string words() const;
    };
    void count_unused(const files::Row& row);
    bool stands_twice(std::int64_t column) const;
    Fault about(std::string_view code, std::int64_t column, const std::string& found,
                const std::string& other) const;

    const Table& table_;
    std::vector<bool> used_;  ///< by column: used, or not wanted
    std::vector<std::int64_t> unused_;
    Rows hidden_;
    Rows struck_;
};

}  // namespace muster::intake
