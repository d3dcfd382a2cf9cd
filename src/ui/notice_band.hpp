// SPDX-License-Identifier: MIT
#pragma once

#include <wx/panel.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>

#include "muster/app/notice.hpp"

namespace muster::ui {

/// One notice as a coloured band with a picture and words; nothing while there are no words. A
/// stop is also heard.
class NoticeBand final : public wxPanel {
public:
    /// `heard`: a stop in it also sounds. What a person merely looks through is not heard.
    NoticeBand(wxWindow* parent, const char* id, bool heard = true);
    void show(const app::Notice& notice);
    /// Larger type needs other lines.
    bool SetFont(const wxFont& font) override;

private:
    void wrap();

    wxStaticBitmap* picture_ = nullptr;
    wxStaticText* words_ = nullptr;
    app::Notice notice_;
    bool heard_;
    int wrapped_at_ = 0;
};

}  // namespace muster::ui
