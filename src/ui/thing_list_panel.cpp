// SPDX-License-Identifier: MIT
#include "ui/thing_list_panel.hpp"

#include <wx/sizer.h>
#include <wx/wrapsizer.h>

#include "ui/accessible.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int search_pause_ms = 250;
constexpr int search_width_dip = 220;
constexpr int filter_width_dip = 170;
constexpr int day_width_dip = 120;

}  // namespace

ThingListPanel::ThingListPanel(wxWindow* parent, app::ThingListUseCases use)
    : ListPanel{parent}, list_{std::move(use)}, id_{list_.use().id}, pause_{this} {
    SetBackgroundColour(Palette::page());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    rows->Add(make_top(), wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
    notice_ = new NoticeBand{this, (id_ + "-notice").c_str(), false};
    rows->Add(notice_, wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
    table_ = new TableView{this, (id_ + "-table").c_str(), shown(list_.use().spoken), list_};
    table_->fit_to_width();
    table_->activated = [this] { CallAfter([this] { open_chosen(); }); };
    table_->sorted = [this](std::size_t column) { list_.sort_by(column); };
    rows->Add(table_, wxSizerFlags{1}.Expand());
    empty_ =
        make_text(this, (id_ + "-empty").c_str(), "", TypeSize::strong, false, Palette::quiet());
    rows->Add(empty_, wxSizerFlags{}.Expand().Border(wxTOP, gap(this)));
    rows->Add(make_foot(), wxSizerFlags{}.Expand().Border(wxTOP | wxBOTTOM, gap(this)));
    SetSizer(rows);
    // Nobody types one letter only: the ledger is asked when the typing pauses.
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { take_typed(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const int digit = event.GetKeyCode() - '1';
        if (!event.ControlDown() || digit < 0 || digit > 8) return event.Skip();
        list_.sort_by(static_cast<std::size_t>(digit));
    });
    list_.changed = [this] { redraw(); };
    redraw();
}

wxSizer* ThingListPanel::make_top() {
    auto* row = new wxWrapSizer{wxHORIZONTAL, wxREMOVE_LEADING_SPACES};
    const wxSizerFlags apart = wxSizerFlags{}.Centre().Border(wxRIGHT | wxBOTTOM, gap(this));
    const wxString label = shown(list_.use().search_label);
    row->Add(make_text(this, (id_ + "-search-label").c_str(), label, TypeSize::body), apart);
    search_ =
        new wxTextCtrl{this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER};
    set_type(search_, TypeSize::strong);
    search_->SetMinSize({FromDIP(search_width_dip), finger(this)});
    make_accessible(search_, (id_ + "-search").c_str(), label);
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { pause_.StartOnce(search_pause_ms); });
    search_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { leave_search(); });
    row->Add(search_, apart);
    for (const app::ThingFilter& filter : list_.use().filters) add_filter(row, filter);
    return row;
}

void ThingListPanel::add_filter(wxSizer* row, const app::ThingFilter& filter) {
    const wxSizerFlags apart = wxSizerFlags{}.Centre().Border(wxRIGHT | wxBOTTOM, gap(this));
    const std::string id = id_ + "-" + filter.id;
    row->Add(make_text(this, (id + "-label").c_str(), shown(filter.label), TypeSize::body), apart);
    if (filter.choices.empty()) {
        auto* day = new wxTextCtrl{this,          wxID_ANY,          "", wxDefaultPosition,
                                   wxDefaultSize, wxTE_PROCESS_ENTER};
        set_type(day, TypeSize::strong);
        day->SetMinSize({FromDIP(day_width_dip), finger(this)});
        day->SetHint("31/03/2026");
        make_accessible(day, id.c_str(), shown(filter.label + ", like 31/03/2026"));
        day->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { pause_.StartOnce(search_pause_ms); });
        day->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { leave_search(); });
        days_.emplace_back(filter.id, day);
        row->Add(day, apart);
        return;
    }
    auto* list = new wxChoice{this, wxID_ANY};
    list->Append(shown(filter.all_words));
    for (const app::Choice& choice : filter.choices) list->Append(shown(choice.title));
    list->SetSelection(0);
    set_type(list, TypeSize::body);
    list->SetMinSize({FromDIP(filter_width_dip), finger(this)});
    make_accessible(list, id.c_str(), shown(filter.label));
    list->Bind(wxEVT_CHOICE, [this, of = filter](wxCommandEvent& event) {
        const int at = event.GetSelection();
        list_.set_filter(of.id,
                         at <= 0 ? "" : of.choices.at(static_cast<std::size_t>(at - 1)).code);
    });
    row->Add(list, apart);
}

wxSizer* ThingListPanel::make_foot() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    count_ = make_text(this, (id_ + "-count").c_str(), "", TypeSize::body, false, Palette::quiet());
    row->Add(count_, wxSizerFlags{1}.Centre());
    previous_ = make_button(this, (id_ + "-previous").c_str(),
                            wxString::FromUTF8(list_.use().previous_words));
    previous_->Bind(wxEVT_BUTTON,
                    [this](wxCommandEvent&) { CallAfter([this] { list_.previous(); }); });
    row->Add(previous_, wxSizerFlags{}.Centre().Border(wxLEFT, gap(this)));
    next_ = make_button(this, (id_ + "-next").c_str(), wxString::FromUTF8(list_.use().next_words));
    next_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { list_.next(); }); });
    row->Add(next_, wxSizerFlags{}.Centre().Border(wxLEFT, gap(this)));
    return row;
}

// A day is only a day once it is typed whole.
void ThingListPanel::take_typed() {
    list_.search(typed(search_->GetValue()));
    for (const auto& [filter, day] : days_) {
        const std::string text = typed(day->GetValue());
        if (text.empty() || app::typed_date(text)) list_.set_filter(filter, text);
    }
}

// Enter in the search: the one that was found, or the list of them.
void ThingListPanel::leave_search() {
    pause_.Stop();
    take_typed();
    if (list_.row_count() == 0) return;
    table_->choose(0);
    if (list_.row_count() == 1)
        return CallAfter([this, thing = list_.key_of(0)] { opened(thing); });
    table_->SetFocus();
}

void ThingListPanel::open_chosen() {
    if (const auto row = table_->chosen_row()) opened(list_.key_of(*row));
}

void ThingListPanel::redraw() {
    const app::ThingListState& state = list_.state();
    notice_->show(state.notice);
    table_->reload();
    table_->let_sort(state.may_sort);
    count_->SetLabel(shown(state.words));
    empty_->SetLabel(shown(state.empty_words));
    empty_->Show(!state.empty_words.empty());
    // The focus does not stay on a button that has gone.
    const bool lost =
        (next_->HasFocus() && !state.may_next) || (previous_->HasFocus() && !state.may_previous);
    previous_->Show(state.may_previous);
    next_->Show(state.may_next);
    if (lost) table_->SetFocus();
    Layout();
}

}  // namespace muster::ui
