// SPDX-License-Identifier: MIT
#include "ui/dossier_view.hpp"

#include <wx/sizer.h>
#include <wx/utils.h>
#include <wx/wrapsizer.h>

#include "ui/accessible.hpp"
#include "ui/file_asking.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

using Place = app::DossierState::Place;

}  // namespace

DossierView::DossierView(wxWindow* parent, const std::string& id, const std::string& title,
                         app::DossierUseCases use, const MakeList& make_list,
                         app::Background& background, app::Prompter& prompter,
                         std::function<void()> committed)
    : Page{parent},
      title_{title},
      screen_{std::move(use), background, prompter},
      ear_{this},
      rows_{new wxBoxSizer{wxVERTICAL}} {
    SetBackgroundColour(Palette::page());
    make_accessible(this, id.c_str(), shown(title));
    make_top();
    notice_ = new NoticeBand{this, "page-notice"};
    const int edge = 2 * gap(this);
    rows_->Add(notice_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, edge));
    book_ = new wxSimplebook{this};
    this->make_list(make_list);
    dossier_ = new DossierPanel{book_, screen_};
    form_ = new MovementFormPanel{book_, screen_.form()};
    form_->left = [this] { screen_.back(); };
    make_receipt();
    // In the order of `Place`.
    for (wxWindow* page : std::initializer_list<wxWindow*>{list_page_, dossier_, form_, receipt_})
        book_->AddPage(page, "");
    rows_->Add(book_, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, edge));
    SetSizer(rows_);
    ear_.heard = [this](const std::string& code, wxTextCtrl* field) { return hear(code, field); };
    screen_.committed = std::move(committed);
    screen_.changed = [this] { redraw(); };
    redraw();
}

void DossierView::make_top() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    back_ = make_button(this, "page-back", "&Back  Esc");
    back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { screen_.back(); }); });
    row->Add(back_, wxSizerFlags{}.Centre().Border(wxRIGHT, 2 * gap(this)));
    heading_ = make_short_text(this, "page-heading", TypeSize::title, true);
    row->Add(heading_, wxSizerFlags{1}.Centre());
    subtitle_ = make_text(this, "page-subtitle", "", TypeSize::body, false, Palette::quiet());
    row->Add(subtitle_, wxSizerFlags{}.Centre().Border(wxLEFT, 2 * gap(this)));
    rows_->Add(row, wxSizerFlags{}.Expand().Border(wxALL, 2 * gap(this)));
}

void DossierView::make_list(const MakeList& make_list) {
    list_page_ = new wxPanel{book_};
    list_page_->SetBackgroundColour(Palette::page());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    list_forms_ = new wxWrapSizer{wxHORIZONTAL, wxREMOVE_LEADING_SPACES};
    list_ = make_list(list_page_);
    list_->opened = [this](const std::string& thing) {
        if (!open_elsewhere_ || !open_elsewhere_(thing)) screen_.open(thing);
    };
    rows->Add(list_, wxSizerFlags{1}.Expand());
    rows->Add(list_forms_, wxSizerFlags{}.Expand());
    list_page_->SetSizer(rows);
}

void DossierView::make_receipt() {
    receipt_ = new wxPanel{book_};
    receipt_->SetBackgroundColour(Palette::page());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    card_ = new ResultCard{receipt_};
    rows->Add(card_, wxSizerFlags{1}.Expand());
    auto* buttons = new wxBoxSizer{wxHORIZONTAL};
    save_ = make_button(receipt_, "receipt-save", "&Save the receipt (PDF)...");
    save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { save_receipt(); });
    buttons->Add(save_, wxSizerFlags{}.Expand());
    buttons->AddStretchSpacer();
    done_ = make_button(receipt_, "receipt-done", "&Done  Esc", true);
    done_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { screen_.back(); }); });
    buttons->Add(done_, wxSizerFlags{}.Expand());
    rows->Add(buttons, wxSizerFlags{}.Expand().Border(wxTOP, 2 * gap(this)));
    receipt_->SetSizer(rows);
}

void DossierView::save_list(bool on_paper) {
    if (screen_.state().place != Place::list) return;
    const wxString csv = "CSV, for a spreadsheet (*.csv)|*.csv";
    const wxString pdf = "PDF, to print (*.pdf)|*.pdf";
    ask_where_to_save(this, on_paper ? "Print: save as PDF" : "Save the list",
                      title_ + (on_paper ? ".pdf" : ".csv"),
                      on_paper ? pdf + "|" + csv : csv + "|" + pdf,
                      [this](const std::string& path) {
                          wxBusyCursor busy;
                          screen_.save_list(list_->saved(), path);
                      });
}

void DossierView::save_receipt() {
    const auto& receipt = screen_.form().state().receipt;
    if (!receipt) return;
    ask_where_to_save(this, "Save the receipt",
                      "receipt " + std::to_string(receipt->movement) + ".pdf", "PDF (*.pdf)|*.pdf",
                      [this](const std::string& path) { screen_.save_receipt(path); });
}

// --- keys and scans ----------------------------------------------------------------------------

// A dossier is built anew, and not while a key of one of its own controls is being handled.
void DossierView::read_again() {
    CallAfter([this] {
        if (screen_.state().place == Place::list) list_->refresh();
        screen_.refresh();
        begin_place();
    });
}

void DossierView::shown_now() {
    read_again();
}

bool DossierView::take_key(int code) {
    const Place place = screen_.state().place;
    if ((code == WXK_ESCAPE || code == WXK_BROWSER_BACK) && place != Place::list) {
        CallAfter([this] { screen_.back(); });
        return true;
    }
    const bool letter = code == 'E' || code == 'P';
    if (letter && place == Place::list && wxGetKeyState(WXK_CONTROL)) {
        save_list(code == 'P');
        return true;
    }
    if (code == WXK_F9 && place == Place::form) {
        form_->submit();
        return true;
    }
    if (code != WXK_F5) return false;
    read_again();
    return true;
}

bool DossierView::hear(const std::string& code, wxTextCtrl* field) {
    const bool in_form = screen_.state().place == Place::form;
    if (in_form && field != nullptr && form_->keeps_scan(field)) return false;
    if (in_form && field != nullptr) return screen_.scan_into_form(code);
    CallAfter([this, code] {
        screen_.scan(code);
        if (screen_.state().place == Place::form) form_->begin();
    });
    return true;
}

app::Question DossierView::leaving_question() const {
    return {"Leave the form?", "What was typed is dropped. Nothing of it is recorded.",
            "Leave and drop it", "Stay"};
}

std::string DossierView::must_stay() const {
    return screen_.is_recording() ? "The ledger is being written. Wait until it is done." : "";
}

// --- drawing -----------------------------------------------------------------------------------

void DossierView::redraw() {
    const app::DossierState& state = screen_.state();
    redraw_top();
    redraw_list_forms();
    if (state.place == Place::dossier) dossier_->show(state);
    show_place();
    if (state.place == Place::form) form_->show(screen_.form().state());
    if (state.place == Place::receipt) {
        card_->show(screen_.form().state().receipt->shown);
        save_->Show(state.may_save_receipt);
        receipt_->Layout();
    }
    Layout();
}

void DossierView::redraw_top() {
    const app::DossierState& state = screen_.state();
    std::string heading = title_;
    std::string subtitle;
    if (state.place == Place::dossier) {
        heading = state.dossier.title;
        subtitle = state.dossier.subtitle;
    }
    if (state.place == Place::form) heading = screen_.form().state().title;
    if (state.place == Place::receipt) heading = "Recorded";
    heading_->SetLabel(as_label(heading));
    subtitle_->SetLabel(as_label(subtitle));
    back_->Show(state.place == Place::dossier);
    notice_->show(state.place == Place::form ? screen_.form().state().notice : state.notice);
}

void DossierView::redraw_list_forms() {
    std::string labels;
    for (const app::MovementForm& form : screen_.state().list_forms) labels += form.label + "\n";
    for (const app::DossierPaper& paper : screen_.state().list_papers) labels += paper.label + "\n";
    if (labels == list_forms_drawn_) return;
    list_forms_drawn_ = labels;
    list_forms_->Clear(true);
    const auto& forms = screen_.state().list_forms;
    for (std::size_t at = 0; at < forms.size(); ++at) {
        wxButton* button =
            make_button(list_page_, ("action-" + forms[at].id).c_str(), as_label(forms[at].label));
        button->Bind(wxEVT_BUTTON, [this, at](wxCommandEvent&) {
            CallAfter([this, at] { screen_.begin_list_form(at); });
        });
        list_forms_->Add(button, wxSizerFlags{}.Border(wxRIGHT | wxTOP, gap(this)));
    }
    const auto& papers = screen_.state().list_papers;
    for (std::size_t at = 0; at < papers.size(); ++at) {
        wxButton* button =
            make_button(list_page_, ("paper-" + papers[at].id).c_str(), as_label(papers[at].label));
        button->Bind(wxEVT_BUTTON, [this, at, name = papers[at].file_name](wxCommandEvent&) {
            ask_where_to_save(
                this, "Save the paper", name, "PDF (*.pdf)|*.pdf",
                [this, at](const std::string& path) { screen_.save_list_paper(at, path); });
        });
        list_forms_->Add(button, wxSizerFlags{}.Border(wxRIGHT | wxTOP, gap(this)));
    }
    list_page_->Layout();
}

// The focus follows to where the next thing is to be done.
void DossierView::show_place() {
    const app::DossierState& state = screen_.state();
    const auto page = static_cast<int>(state.place);
    const bool same = book_->GetSelection() == page;
    if (same && (state.place != Place::dossier || shown_version_ == state.version)) return;
    shown_version_ = state.version;
    if (!same) book_->ChangeSelection(static_cast<std::size_t>(page));
    if (state.place == Place::list) list_->refresh();
    begin_place();
}

void DossierView::begin_place() {
    switch (screen_.state().place) {
        case Place::list:
            return list_->begin();
        case Place::dossier:
            return dossier_->begin();
        case Place::form:
            return form_->begin();
        case Place::receipt:
            return done_->SetFocus();
    }
}

}  // namespace muster::ui
