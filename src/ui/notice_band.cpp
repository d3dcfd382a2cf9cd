// SPDX-License-Identifier: MIT
#include "ui/notice_band.hpp"

#include <wx/sizer.h>
#include <wx/utils.h>

#include "ui/accessible.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {

NoticeBand::NoticeBand(wxWindow* parent, const char* id, bool heard)
    : wxPanel{parent}, heard_{heard} {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    picture_ = new wxStaticBitmap{this, wxID_ANY, picture_of(app::Tone::plain)};
    words_ = make_text(this, id, "", TypeSize::strong, true);
    row->Add(picture_, wxSizerFlags{}.Centre().Border(wxALL, gap(this)));
    row->Add(words_, wxSizerFlags{1}.Centre().Border(wxTOP | wxBOTTOM | wxRIGHT, gap(this)));
    SetSizer(row);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (event.GetSize().x != wrapped_at_) CallAfter([this] { wrap(); });
    });
    Hide();
}

void NoticeBand::show(const app::Notice& notice) {
    const bool is_new = notice.words != notice_.words || notice.said != notice_.said;
    if (heard_ && notice.tone == app::Tone::stop && is_new) wxBell();
    notice_.said = notice.said;
    if (notice.words == notice_.words && notice.tone == notice_.tone) return;
    // Nothing to say is hidden, whatever its tone; nine hidden bands of a form lay nothing out.
    const bool was_silent = notice_.words.empty();
    notice_ = notice;
    if (was_silent && notice.words.empty()) return;
    const ToneColours colours = colours_of(notice.tone);
    SetBackgroundColour(colours.back);
    words_->SetForegroundColour(colours.text);
    picture_->SetBitmap(picture_of(notice.tone));
    make_accessible(picture_, "notice-picture", word_of(notice.tone));
    Show(!notice.words.empty());
    wrap();
    Refresh();
}

bool NoticeBand::SetFont(const wxFont& font) {
    // The words themselves get their font after their band.
    if (words_ != nullptr) CallAfter([this] { wrap(); });
    return wxPanel::SetFont(font);
}

// A static text on GTK keeps its lines; only Wrap breaks them.
void NoticeBand::wrap() {
    if (notice_.words.empty() && !IsShown() && wrapped_at_ == GetClientSize().x) return;
    wrapped_at_ = GetClientSize().x;
    const int room = wrapped_at_ - picture_->GetBestSize().x - 3 * gap(this);
    words_->SetLabel(as_label(notice_.words));
    if (room > finger(this)) words_->Wrap(room);
    if (GetParent() != nullptr) GetParent()->Layout();
}

}  // namespace muster::ui
