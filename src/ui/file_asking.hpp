// SPDX-License-Identifier: MIT
#pragma once

#include <wx/window.h>

#include <functional>
#include <string>

namespace muster::ui {

/// What a register or another system's file may be.
inline constexpr const char* register_kinds =
    "Workbooks and CSV files (*.xlsx;*.csv)|*.xlsx;*.XLSX;*.csv;*.CSV|All files|*";

/// Lets a person choose a file with the desktop's own chooser, after the present event. `chosen`
/// is not called where they decline. `kinds` are wx's wildcards.
void ask_for_file(wxWindow* parent, const wxString& title, const wxString& kinds,
                  std::function<void(const std::string&)> chosen);
/// The same for a file to be written; one that exists is asked about.
void ask_where_to_save(wxWindow* parent, const wxString& title, const std::string& suggested,
                       const wxString& kinds, std::function<void(const std::string&)> chosen);

}  // namespace muster::ui
