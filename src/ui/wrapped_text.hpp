// SPDX-License-Identifier: MIT
#pragma once

#include <wx/panel.h>
#include <wx/stattext.h>

#include <string>

namespace muster::ui {

/// A text that breaks its lines anew whenever its room changes.
class WrappedText final : public wxPanel {
public:
    WrappedText(wxWindow* parent, const char* id, int percent, bool bold);
    void show(const std::string& words);
    /// Larger type needs other lines.
    bool SetFont(const wxFont& font) override;

private:
    void wrap();

    wxStaticText* text_ = nullptr;
    std::string words_;
    int wrapped_at_ = 0;
};

}  // namespace muster::ui
