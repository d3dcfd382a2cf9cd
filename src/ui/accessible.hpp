// SPDX-License-Identifier: MIT
#pragma once

#include <wx/window.h>

namespace muster::ui {

/// Gives a control its stable id and, where `spoken` is not empty, the name that assistive tools
/// read out. A text that speaks for itself needs only the id.
void make_accessible(wxWindow* window, const char* id, const wxString& spoken = {});

}  // namespace muster::ui
