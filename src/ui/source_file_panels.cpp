// SPDX-License-Identifier: MIT
#include "ui/source_file_panels.hpp"

#include <wx/sizer.h>

#include <algorithm>

#include "ui/accessible.hpp"
#include "ui/file_asking.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr const char* mapping_kinds = "Mappings (*.json)|*.json";
constexpr int label_width_dip = 150;
constexpr int day_width_dip = 220;
constexpr int table_height_dip = 90;  // its heading and two rows at least

// A label of the form's left edge; whatever it names is created right after it.
wxStaticText* add_label(wxWindow* parent, wxSizer* row, const char* id, const wxString& words) {
    auto* label = make_text(parent, id, words, TypeSize::body, true);
    label->SetMinSize({parent->FromDIP(label_width_dip), -1});
    row->Add(label, wxSizerFlags{}.Centre().Border(wxRIGHT, gap(parent)));
    return label;
}

wxCheckBox* add_box(wxWindow* parent, wxSizer* rows, const char* id,
                    std::function<void(bool)> ticked) {
    auto* box = new wxCheckBox{parent, wxID_ANY, ""};
    set_type(box, TypeSize::body, true);
    box->SetMinSize({-1, finger(parent)});
    make_accessible(box, id);
    box->Bind(wxEVT_CHECKBOX, [box, ticked = std::move(ticked)](wxCommandEvent&) {
        box->CallAfter([box, ticked] { ticked(box->GetValue()); });
    });
    rows->Add(box, wxSizerFlags{}.Border(wxRIGHT, 3 * gap(parent)));
    return box;
}

void show_box(wxCheckBox* box, const char* id, char mnemonic, const app::TickBox& state) {
    wxString label = as_label(state.label);
    const auto at = label.find(mnemonic);
    if (at != wxString::npos) label.insert(at, "&");
    box->SetLabel(label);
    make_accessible(box, id, shown(state.label));
    box->SetValue(state.ticked);
    box->Show(state.shown);
}

}  // namespace

SourceFilePanel::SourceFilePanel(wxWindow* parent, app::SourceFileScreen& screen)
    : wxScrolledWindow{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                       wxVSCROLL | wxTAB_TRAVERSAL},
      screen_{screen} {
    SetScrollRate(0, gap(this));
    SetBackgroundColour(Palette::page());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    const wxSizerFlags line = wxSizerFlags{}.Expand().Border(wxTOP, 2 * gap(this));
    rows->Add(make_kind(), line);
    kind_words_ = new WrappedText{this, "source-kind-words", TypeSize::body, false};
    auto* under = new wxBoxSizer{wxHORIZONTAL};
    under->AddSpacer(FromDIP(label_width_dip) + gap(this));
    under->Add(kind_words_, wxSizerFlags{1}.Expand());
    rows->Add(under, wxSizerFlags{}.Expand().Border(wxTOP, gap(this)));
    rows->Add(make_file(), line);
    rows->Add(make_day(), line);
    rows->Add(make_mapping(), line);
    SetSizer(rows);
}

wxSizer* SourceFilePanel::make_kind() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    add_label(this, row, "source-kind-label", "Kind");
    kind_ = new wxChoice{this, wxID_ANY};
    set_type(kind_, TypeSize::body);
    kind_->SetMinSize({FromDIP(day_width_dip), finger(this)});
    make_accessible(kind_, "source-kind", "What the file holds");
    kind_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        screen_.choose_kind(kinds_.at(static_cast<std::size_t>(kind_->GetSelection())).code);
    });
    row->Add(kind_, wxSizerFlags{}.Centre());
    return row;
}

wxSizer* SourceFilePanel::make_file() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    add_label(this, row, "source-file-label", "File");
    choose_ = make_button(this, "source-choose", "&Choose a file...");
    choose_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        ask_for_file(this, "Choose a file", register_kinds,
                     [this](const std::string& path) { screen_.choose_file(path); });
    });
    row->Add(choose_, wxSizerFlags{}.Centre().Border(wxRIGHT, gap(this)));
    file_ = make_short_text(this, "source-file", TypeSize::strong, true);
    row->Add(file_, wxSizerFlags{1}.Centre());
    return row;
}

wxSizer* SourceFilePanel::make_day() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    day_label_ = add_label(this, row, "source-day-label", "As at");
    day_ = new wxTextCtrl{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER};
    set_type(day_, TypeSize::strong);
    day_->SetMinSize({FromDIP(day_width_dip), finger(this)});
    make_accessible(day_, "source-day", "As at, the day the file speaks for");
    day_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { screen_.type_day(typed(day_->GetValue())); });
    day_->Bind(wxEVT_TEXT_ENTER,
               [this](wxCommandEvent&) { CallAfter([this] { screen_.next(); }); });
    row->Add(day_, wxSizerFlags{}.Centre().Border(wxRIGHT, gap(this)));
    day_words_ = make_short_text(this, "source-day-words", TypeSize::body, false, Palette::quiet());
    row->Add(day_words_, wxSizerFlags{1}.Centre());
    return row;
}

wxSizer* SourceFilePanel::make_mapping() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    add_label(this, row, "source-mapping-label", "Headings");
    wxButton* use = make_button(this, "source-use-mapping", "Use a &saved mapping...");
    use->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        ask_for_file(this, "Use a saved mapping", mapping_kinds,
                     [this](const std::string& path) { screen_.use_mapping(path); });
    });
    row->Add(use, wxSizerFlags{}.Centre().Border(wxRIGHT, gap(this)));
    mapping_ = make_short_text(this, "source-mapping", TypeSize::body, false, Palette::quiet());
    row->Add(mapping_, wxSizerFlags{1}.Centre());
    return row;
}

void SourceFilePanel::begin() {
    choose_->SetFocus();
}

void SourceFilePanel::show(const app::SourceFileState& state) {
    const bool same =
        std::equal(kinds_.begin(), kinds_.end(), state.kinds.begin(), state.kinds.end(),
                   [](const auto& one, const auto& other) { return one.code == other.code; });
    if (!same) {
        kinds_ = state.kinds;
        kind_->Clear();
        for (const app::Choice& each : kinds_) kind_->Append(shown(each.title));
    }
    for (std::size_t at = 0; at < kinds_.size(); ++at)
        if (kinds_[at].code == state.kind) kind_->SetSelection(static_cast<int>(at));
    kind_words_->show(state.kind_words);
    file_->SetLabel(as_label(state.file_name.empty() ? "None chosen yet" : state.file_name));
    if (typed(day_->GetValue()) != state.as_at) day_->ChangeValue(shown(state.as_at));
    for (wxWindow* each : std::initializer_list<wxWindow*>{day_label_, day_, day_words_})
        each->Show(state.wants_day);
    day_words_->SetLabel(as_label(state.day_words));
    mapping_->SetLabel(as_label(state.mapping_name.empty() ? "As the file's own headings say."
                                                           : state.mapping_name));
    Layout();
    FitInside();
}

// --- changes -----------------------------------------------------------------------------------

SourceChangesPanel::SourceChangesPanel(wxWindow* parent, app::SourceFileScreen& screen)
    : wxScrolledWindow{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                       wxVSCROLL | wxTAB_TRAVERSAL},
      screen_{screen} {
    SetScrollRate(0, gap(this));
    SetBackgroundColour(Palette::page());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    summary_ = new WrappedText{this, "changes-summary", TypeSize::strong, true};
    rows->Add(summary_, wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
    rows->Add(make_top(), wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
    table_ = new TableView{this, "changes-table", "Changes, faults and warnings", screen_.rows()};
    table_->chosen = [this](std::size_t row) { screen_.choose_row(row); };
    table_->SetMinSize({-1, FromDIP(table_height_dip)});
    rows->Add(table_, wxSizerFlags{1}.Expand());
    detail_ = new NoticeBand{this, "change-detail", false};
    rows->Add(detail_, wxSizerFlags{}.Expand().Border(wxTOP, gap(this)));
    rows->Add(make_actions(), wxSizerFlags{}.Expand().Border(wxTOP, gap(this)));
    make_boxes(rows);
    digest_ = make_short_text(this, "changes-digest", TypeSize::small, false, Palette::quiet());
    rows->Add(digest_, wxSizerFlags{}.Expand().Border(wxTOP, gap(this)));
    SetSizer(rows);
}

wxSizer* SourceChangesPanel::make_top() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    count_ = make_text(this, "changes-count", "", TypeSize::body, true);
    row->Add(count_, wxSizerFlags{1}.Centre());
    row->Add(make_text(this, "changes-showing-label", "Show", TypeSize::body),
             wxSizerFlags{}.Centre().Border(wxRIGHT, gap(this)));
    showing_ = new wxChoice{this, wxID_ANY};
    for (const char* each :
         {"Everything", "Faults and warnings", "Who left and what ended", "What is new or changed"})
        showing_->Append(each);
    showing_->SetSelection(0);
    set_type(showing_, TypeSize::body);
    showing_->SetMinSize({-1, finger(this)});
    make_accessible(showing_, "changes-showing", "Show");
    showing_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        screen_.show(static_cast<app::SourceFileScreen::Showing>(showing_->GetSelection()));
    });
    row->Add(showing_, wxSizerFlags{}.Centre());
    return row;
}

wxSizer* SourceChangesPanel::make_actions() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    confirm_ = make_button(this, "change-confirm", "");
    confirm_->Bind(wxEVT_BUTTON,
                   [this](wxCommandEvent&) { CallAfter([this] { screen_.confirm_fault(); }); });
    row->Add(confirm_, wxSizerFlags{}.Centre());
    row->AddStretchSpacer();
    wxButton* again = make_button(this, "changes-again", "Read the file again  F5");
    again->Bind(wxEVT_BUTTON,
                [this](wxCommandEvent&) { CallAfter([this] { screen_.read_again(); }); });
    row->Add(again, wxSizerFlags{}.Centre());
    return row;
}

// Two in a line: in the smallest window the table still has its room.
void SourceChangesPanel::make_boxes(wxSizer* rows) {
    auto* upper = new wxBoxSizer{wxHORIZONTAL};
    auto* lower = new wxBoxSizer{wxHORIZONTAL};
    partial_ = add_box(this, upper, "changes-partial",
                       [this](bool ticked) { screen_.tick_partial(ticked); });
    leavers_ = add_box(this, upper, "changes-leavers",
                       [this](bool ticked) { screen_.tick_leavers(ticked); });
    lift_ =
        add_box(this, lower, "changes-lift", [this](bool ticked) { screen_.tick_lift(ticked); });
    skip_ = add_box(this, lower, "changes-skip",
                    [this](bool ticked) { screen_.tick_skip_faulty(ticked); });
    rows->Add(upper, wxSizerFlags{}.Expand());
    rows->Add(lower, wxSizerFlags{}.Expand());
}

void SourceChangesPanel::show(const app::SourceFileState& state) {
    summary_->show(state.summary);
    count_->SetLabel(shown(state.count_words));
    if (drawn_ != state.rows_version) {
        drawn_ = state.rows_version;
        table_->reload(state.row);
    }
    table_->choose(state.row);
    detail_->show(state.detail);
    confirm_->SetLabel("&" + shown(state.confirm_label));
    make_accessible(confirm_, "change-confirm", shown(state.confirm_label));
    confirm_->Show(state.may_confirm);
    show_box(partial_, "changes-partial", 'o', state.partial);
    show_box(lift_, "changes-lift", 'e', state.lift);
    show_box(leavers_, "changes-leavers", 'y', state.leavers);
    show_box(skip_, "changes-skip", 'L', state.skip_faulty);
    digest_->SetLabel(as_label(state.digest));
    Layout();
    FitInside();
}

}  // namespace muster::ui
