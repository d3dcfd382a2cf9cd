// SPDX-License-Identifier: MIT
#include "ui/scan_ear.hpp"

#include <wx/dataview.h>

#include <algorithm>

#include "ui/secret_field.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

bool is_enter(const wxKeyEvent& event) {
    return event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
}

bool writes(const wxKeyEvent& event) {
    return event.GetUnicodeKey() >= WXK_SPACE && event.GetUnicodeKey() != WXK_DELETE &&
           !event.ControlDown() && !event.AltDown();
}

}  // namespace

ScanEar::ScanEar(wxWindow* page) {
    page->Bind(wxEVT_CHAR_HOOK, &ScanEar::hear, this);
}

void ScanEar::hear(wxKeyEvent& event) {
    wxWindow* focus = wxWindow::FindFocus();
    // Secrets look after themselves.
    if (dynamic_cast<SecretField*>(focus) != nullptr) return event.Skip();
    if (auto* field = dynamic_cast<wxTextCtrl*>(focus)) return hear_in_field(event, field);
    hear_beside(event);
}

void ScanEar::hear_in_field(wxKeyEvent& event, wxTextCtrl* field) {
    const std::int64_t at = event.GetTimestamp();
    beside_.clear();
    if (writes(event)) bursts_.key(at);
    const bool ends = is_enter(event) && bursts_.ends_burst(at);
    if (!ends) {
        if (is_enter(event)) bursts_.forget();
        return event.Skip();
    }
    const long end = field->GetInsertionPoint();
    const long begin = std::max<long>(0, end - bursts_.run());
    bursts_.forget();
    const wxString before = field->GetRange(0, begin);
    const wxString code = field->GetRange(begin, end);
    const wxString after = field->GetRange(end, field->GetLastPosition());
    if (!heard(typed(code), field)) return event.Skip();
    // The page may have put another text into the field, or have gone to another place.
    if (wxWindow::FindFocus() == field && field->GetValue() == before + code + after)
        field->Remove(begin, end);
}

// On a button or a list a scan must press nothing: its blanks and its Enter are kept from it.
// Nobody types there, so that a short code is one too.
void ScanEar::hear_beside(wxKeyEvent& event) {
    const std::int64_t at = event.GetTimestamp();
    const bool goes_on = !beside_.empty() && at - beside_ms_ < app::KeyBursts::gap_ms;
    if (is_enter(event)) {
        const wxString code = beside_;
        beside_.clear();
        if (!goes_on || code.length() < 2 || !heard(typed(code), nullptr)) event.Skip();
        return;
    }
    if (!writes(event)) return event.Skip();
    if (!goes_on) beside_.clear();
    beside_ += wxString{event.GetUnicodeKey()};
    beside_ms_ = at;
    // A table would begin a search of its own, and take the rest of the scan.
    const bool in_table = dynamic_cast<wxDataViewCtrl*>(wxWindow::FindFocus()) != nullptr;
    const bool blank = event.GetUnicodeKey() == WXK_SPACE;
    if (!goes_on && (blank || !in_table)) event.Skip();
}

}  // namespace muster::ui
