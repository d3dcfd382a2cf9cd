// SPDX-License-Identifier: MIT
#pragma once

#include <wx/window.h>

namespace muster::ui {

/// Gives a control its stable id and, where `spoken` is not empty, the name that assistive tools
/// read out. A text that speaks for itself needs only the id.
void make_accessible(wxWindow* window, const char* id, const wxString& spoken = {});

/// The same for a data view, whose table lies within a pane: both are named.
void make_table_accessible(wxWindow* window, const char* id, const wxString& spoken);

/// Names a column of a data view whose header is blank, by its place from the left.
void name_column(wxWindow* window, int column, const wxString& spoken);

/// Table headings and the focus are seen from an arm's length, whatever the desktop's theme.
void show_clearly(wxWindow* frame);

}  // namespace muster::ui
