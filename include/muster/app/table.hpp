// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "muster/app/notice.hpp"

namespace muster::app {

/// A column as a view draws it.
struct TableColumn {
    std::string title;
    int width_characters = 12;
};

/// Rows that a view draws one by one, as many as there are: nothing needs them all at once.
class Table {
public:
    virtual ~Table() = default;
    virtual const std::vector<TableColumn>& columns() const = 0;
    virtual std::int64_t row_count() const = 0;
    /// The text of a cell; empty beyond the last row, which another writer may have removed.
    virtual std::string cell(std::int64_t row, std::size_t column) = 0;
    /// Whether rows have a tone, which a view then shows before the first column.
    virtual bool has_tones() const { return false; }
    virtual Tone tone(std::int64_t) { return Tone::plain; }
};

}  // namespace muster::app
