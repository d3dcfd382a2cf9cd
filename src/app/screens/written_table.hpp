// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

#include "muster/app/table.hpp"

namespace muster::app {

/// A short table that is written down whole.
class WrittenTable final : public Table {
public:
    struct Row {
        Tone tone = Tone::plain;
        std::vector<std::string> cells;
    };
    WrittenTable(std::vector<TableColumn> columns, bool has_tones)
        : columns_{std::move(columns)}, has_tones_{has_tones} {}
    void set(std::vector<Row> rows) { rows_ = std::move(rows); }

    const std::vector<TableColumn>& columns() const override { return columns_; }
    std::int64_t row_count() const override { return std::ssize(rows_); }
    std::string cell(std::int64_t row, std::size_t column) override {
        const Row* line = at(row);
        return line != nullptr && column < line->cells.size() ? line->cells[column] : std::string{};
    }
    bool has_tones() const override { return has_tones_; }
    Tone tone(std::int64_t row) override {
        const Row* line = at(row);
        return line == nullptr ? Tone::plain : line->tone;
    }

private:
    const Row* at(std::int64_t row) const {
        return row < 0 || row >= row_count() ? nullptr : &rows_[static_cast<std::size_t>(row)];
    }

    std::vector<TableColumn> columns_;
    bool has_tones_;
    std::vector<Row> rows_;
};

}  // namespace muster::app
