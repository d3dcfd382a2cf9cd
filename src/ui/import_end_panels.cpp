// SPDX-License-Identifier: MIT
#include "ui/import_end_panels.hpp"

#include <wx/sizer.h>

#include "ui/accessible.hpp"
#include "ui/look.hpp"
#include "ui/notice_band.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int card_width_dip = 760;
constexpr int gauge_height_dip = 18;
constexpr int gauge_steps = 1'000;

// A white card in the middle of the page, to be filled from above.
wxPanel* make_card(wxWindow* parent, wxSizer* rows) {
    auto* card = new wxPanel{parent};
    card->SetBackgroundColour(Palette::card());
    card->SetMinSize({parent->FromDIP(card_width_dip), -1});
    card->SetSizer(new wxBoxSizer{wxVERTICAL});
    rows->AddStretchSpacer();
    rows->Add(card, wxSizerFlags{}.CentreHorizontal());
    rows->AddStretchSpacer(2);
    return card;
}

void add_line(wxPanel* card, wxStaticText* text, int above) {
    const int edge = 3 * gap(card);
    text->Wrap(card->FromDIP(card_width_dip) - 2 * edge);
    card->GetSizer()->AddSpacer(above);
    card->GetSizer()->Add(text, wxSizerFlags{}.Border(wxLEFT | wxRIGHT, edge));
}

}  // namespace

// --- before ------------------------------------------------------------------------------------

ImportSummaryPanel::ImportSummaryPanel(wxWindow* parent) : wxPanel{parent} {
    SetBackgroundColour(Palette::page());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    card_ = make_card(this, rows);
    SetSizer(rows);
}

void ImportSummaryPanel::show(const app::ImportState& state) {
    std::vector<std::string> lines = state.summary;
    lines.insert(lines.begin(), state.next_label + " of " + state.file_name);
    lines.push_back(state.digest);
    if (lines == drawn_) return;
    drawn_ = lines;
    card_->GetSizer()->Clear(true);
    add_line(card_,
             make_text(card_, "summary-title", as_label(lines.front()), TypeSize::title, true),
             3 * gap(this));
    for (std::size_t at = 1; at + 1 < lines.size(); ++at)
        add_line(card_, make_text(card_, "summary-line", as_label(lines[at]), TypeSize::strong),
                 gap(this));
    add_line(card_,
             make_text(card_, "summary-after",
                       "All of it becomes entries of the ledger in one step, or none of it does. "
                       "It can be taken back as a whole while nothing of it has moved.",
                       TypeSize::body, false, Palette::quiet()),
             2 * gap(this));
    add_line(card_,
             make_text(card_, "summary-digest", as_label(lines.back()), TypeSize::small, false,
                       Palette::quiet()),
             gap(this));
    card_->GetSizer()->AddSpacer(3 * gap(this));
    Layout();
}

// --- meanwhile ---------------------------------------------------------------------------------

ImportWorkPanel::ImportWorkPanel(wxWindow* parent, app::ImportScreen& screen)
    : wxPanel{parent}, screen_{screen} {
    SetBackgroundColour(Palette::page());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    wxPanel* card = make_card(this, rows);
    const wxSizerFlags inside =
        wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxTOP, 3 * gap(this));
    title_ = make_short_text(card, "work-title", TypeSize::strong, true);
    card->GetSizer()->Add(title_, inside);
    gauge_ = new wxGauge{
        card, wxID_ANY, gauge_steps, wxDefaultPosition, {-1, FromDIP(gauge_height_dip)}};
    make_accessible(gauge_, "work-gauge", "How far the work has come");
    card->GetSizer()->Add(gauge_, inside);
    words_ = make_text(card, "work-words", "", TypeSize::body, false, Palette::quiet());
    card->GetSizer()->Add(words_, inside);
    cancel_ = make_button(card, "work-cancel", "&Cancel  Esc");
    cancel_->Bind(wxEVT_BUTTON,
                  [this](wxCommandEvent&) { CallAfter([this] { screen_.escape(); }); });
    card->GetSizer()->Add(cancel_, wxSizerFlags{}.Right().Border(wxALL, 3 * gap(this)));
    SetSizer(rows);
}

void ImportWorkPanel::show(const app::ImportState& state) {
    const app::ImportScreen::Work work = screen_.work();
    title_->SetLabel(as_label(state.busy_words));
    words_->SetLabel(shown(work.words == state.busy_words ? "" : work.words));
    if (work.total > 0)
        gauge_->SetValue(static_cast<int>(work.done * gauge_steps / work.total));
    else
        gauge_->Pulse();
    cancel_->Enable(state.may_cancel);
    Layout();
}

// --- afterwards --------------------------------------------------------------------------------

ImportResultPanel::ImportResultPanel(wxWindow* parent, app::ImportScreen& screen)
    : wxPanel{parent}, screen_{screen} {
    SetBackgroundColour(Palette::page());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    card_ = make_card(this, rows);
    undo_ = make_button(this, "result-undo", "&Take this import back...");
    undo_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        CallAfter([this] {
            const auto& result = screen_.state().result;
            if (result && result->may_undo) screen_.undo(*result->may_undo);
        });
    });
    rows->Add(undo_, wxSizerFlags{}.Left());
    SetSizer(rows);
}

void ImportResultPanel::show(const app::ImportState& state) {
    const std::string now = state.result ? state.result->title + state.result->number : "";
    undo_->Show(state.result && state.result->may_undo);
    if (now != drawn_) {
        drawn_ = now;
        card_->GetSizer()->Clear(true);
        if (state.result) draw(*state.result);
    }
    Layout();
}

void ImportResultPanel::draw(const app::ImportResult& result) {
    auto* band = new NoticeBand{card_, "result-title"};
    card_->GetSizer()->Add(band, wxSizerFlags{}.Expand());
    band->show({app::Tone::good, result.title + ". It is recorded."});
    const auto add_label = [this](const char* id, const char* words) {
        add_line(card_, make_text(card_, id, words, TypeSize::small, true, Palette::quiet()),
                 2 * gap(this));
    };
    add_label("result-number-label", "ENTRY NUMBER");
    add_line(card_, make_text(card_, "result-number", shown(result.number), TypeSize::huge, true),
             0);
    for (const std::string& line : result.lines)
        add_line(card_, make_text(card_, "result-line", as_label(line), TypeSize::strong),
                 gap(this));
    add_label("result-short-label", "CHECKPOINT, SHORT FORM");
    auto* short_form = make_text(card_, "result-short", shown(result.short_form), TypeSize::body);
    wxFont fixed = short_form->GetFont();
    fixed.SetFamily(wxFONTFAMILY_TELETYPE);
    short_form->SetFont(fixed);
    add_line(card_, short_form, 0);
    card_->GetSizer()->AddSpacer(3 * gap(this));
    if (result.remark.empty()) return;
    auto* remark = new NoticeBand{card_, "result-remark"};
    card_->GetSizer()->Add(remark, wxSizerFlags{}.Expand());
    remark->show({app::Tone::warning, result.remark});
}

}  // namespace muster::ui
