// SPDX-License-Identifier: MIT
#pragma once

#include <wx/dataview.h>

#include "muster/app/table.hpp"

namespace muster::ui {

/// A table of any length; a row is asked for when it is drawn.
class TableView final : public wxDataViewCtrl {
public:
    TableView(wxWindow* parent, const char* id, const wxString& spoken, app::Table& table);
    /// The rows are others now.
    void reload();

private:
    class Rows;
    wxObjectDataPtr<Rows> rows_;
};

}  // namespace muster::ui
