// SPDX-License-Identifier: MIT
#include "ui/wrapped_text.hpp"

#include <wx/sizer.h>

#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {

WrappedText::WrappedText(wxWindow* parent, const char* id, int percent, bool bold)
    : wxPanel{parent}, text_{make_text(this, id, "", percent, bold)} {
    auto* rows = new wxBoxSizer{wxVERTICAL};
    text_->SetMinSize({1, -1});
    rows->Add(text_, wxSizerFlags{}.Expand());
    SetSizer(rows);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (event.GetSize().x != wrapped_at_) CallAfter([this] { wrap(); });
    });
}

void WrappedText::show(const std::string& words) {
    if (words == words_) return;
    words_ = words;
    wrap();
}

bool WrappedText::SetFont(const wxFont& font) {
    // The text itself gets its font after its panel.
    if (text_ != nullptr) CallAfter([this] { wrap(); });
    return wxPanel::SetFont(font);
}

// A static text on GTK keeps its lines; only Wrap breaks them.
void WrappedText::wrap() {
    wrapped_at_ = GetClientSize().x;
    text_->SetLabel(as_label(words_));
    if (wrapped_at_ > finger(this)) text_->Wrap(wrapped_at_);
    text_->InvalidateBestSize();
    InvalidateBestSize();
    if (GetParent() != nullptr) GetParent()->Layout();
}

}  // namespace muster::ui
