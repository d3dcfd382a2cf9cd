// SPDX-License-Identifier: MIT
#include "ui/file_asking.hpp"

#include <wx/filedlg.h>
#include <wx/filename.h>

#include "ui/text.hpp"

namespace muster::ui {

void ask_for_file(wxWindow* parent, const wxString& title, const wxString& kinds,
                  std::function<void(const std::string&)> chosen) {
    parent->CallAfter([=] {
        wxFileDialog dialog{parent, title, "", "", kinds, wxFD_OPEN | wxFD_FILE_MUST_EXIST};
        if (dialog.ShowModal() == wxID_OK) chosen(typed(dialog.GetPath()));
    });
}

void ask_where_to_save(wxWindow* parent, const wxString& title, const std::string& suggested,
                       const wxString& kinds, std::function<void(const std::string&)> chosen) {
    parent->CallAfter([=] {
        const wxFileName name{shown(suggested)};
        wxFileDialog dialog{parent,         title,
                            name.GetPath(), name.GetFullName(),
                            kinds,          wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
        if (dialog.ShowModal() == wxID_OK) chosen(typed(dialog.GetPath()));
    });
}

}  // namespace muster::ui
