// SPDX-License-Identifier: MIT
#pragma once

#include <wx/choice.h>

#include "muster/app/import_screen.hpp"
#include "ui/table_view.hpp"

namespace muster::ui {

/// The first step: which file, an empty one to fill in, and what was imported before.
class ImportFilePanel final : public wxPanel {
public:
    ImportFilePanel(wxWindow* parent, app::ImportScreen& screen);
    void show(const app::ImportState& state);
    void begin();

private:
    wxSizer* make_choosing();
    wxSizer* make_template();
    wxSizer* make_imports();

    app::ImportScreen& screen_;
    wxButton* choose_;
    wxChoice* templates_;
    wxStaticText* imports_words_;
    TableView* imports_;
    wxButton* undo_;
    int drawn_ = -1;
};

}  // namespace muster::ui
