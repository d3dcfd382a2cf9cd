// SPDX-License-Identifier: MIT
#pragma once

#include <wx/dataview.h>

#include <functional>
#include <optional>

#include "muster/app/table.hpp"

namespace muster::ui {

/// A table of any length; a row is asked for when it is drawn. Where its rows have tones, each
/// begins with the tone's picture, and its first text has the tone's colour.
class TableView final : public wxDataViewCtrl {
public:
    TableView(wxWindow* parent, const char* id, const wxString& spoken, app::Table& table);

    /// A person chose a row.
    std::function<void(std::size_t row)> chosen = [](std::size_t) {};
    /// A person pressed Enter on a row, or double-clicked it.
    std::function<void()> activated = [] {};

    /// A person clicked a column's heading, where the table lets itself be sorted.
    std::function<void(std::size_t column)> sorted = [](std::size_t) {};
    /// Whether headings can be clicked to sort.
    void let_sort(bool may_sort) { may_sort_ = may_sort; }

    /// Narrows the columns to the room there is, as long as their texts can still be told.
    void fit_to_width();

    /// The rows are others now.
    void reload();
    /// The same, with a row chosen afterwards.
    void reload(std::size_t row);
    /// Chooses a row without a word to `chosen`.
    void choose(std::size_t row);
    /// The row that is chosen, if one is.
    std::optional<std::size_t> chosen_row() const;

private:
    class Rows;
    int natural_width(std::size_t column) const;
    void fit();

    wxObjectDataPtr<Rows> rows_;
    app::Table& table_;
    bool may_sort_ = false;
    int fitted_to_ = 0;
};

}  // namespace muster::ui
