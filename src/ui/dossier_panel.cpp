// SPDX-License-Identifier: MIT
#include "ui/dossier_panel.hpp"

#include <wx/sizer.h>
#include <wx/wrapsizer.h>

#include <algorithm>

#include "ui/accessible.hpp"
#include "ui/file_asking.hpp"
#include "ui/look.hpp"
#include "ui/notice_band.hpp"
#include "ui/plot_view.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int columns_of_known = 4;
constexpr int large_zoom = 140;
constexpr int row_dip = 27;
constexpr std::int64_t rows_shown_min = 2;
constexpr std::int64_t rows_shown_max = 9;

int table_height(const wxWindow* window, std::int64_t rows) {
    const auto shown_rows = std::clamp(rows, rows_shown_min, rows_shown_max);
    // One more for the heading, and one for the scroll bar below.
    return window->FromDIP(row_dip) * static_cast<int>(shown_rows + 2) * type_zoom() / 100;
}

}  // namespace

DossierPanel::DossierPanel(wxWindow* parent, app::DossierScreen& screen)
    : wxScrolledWindow{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                       wxVSCROLL | wxTAB_TRAVERSAL},
      screen_{screen} {
    SetScrollRate(0, gap(this));
    SetBackgroundColour(Palette::page());
    SetSizer(new wxBoxSizer{wxVERTICAL});
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        CallAfter([this] { fit(); });
    });
}

// Each text gets its lines by the width there is; how high everything is follows from that.
void DossierPanel::fit() {
    const int width = GetClientSize().x;
    if (width == fitted_to_ || width < finger(this)) return;
    fitted_to_ = width;
    const int columns = columns_now();
    const int room = (width - 4 * gap(this)) / columns - 2 * gap(this);
    for (const auto& [text, words] : texts_) {
        text->SetLabel(words);
        text->Wrap(room);
        text->SetMinSize({room, -1});
    }
    Layout();
    FitInside();
}

int DossierPanel::columns_now() {
    return type_zoom() > large_zoom ? columns_of_known / 2 : columns_of_known;
}

void DossierPanel::show(const app::DossierState& state) {
    if (drawn_ == state.version && zoom_ == type_zoom()) return;
    drawn_ = state.version;
    zoom_ = type_zoom();
    Freeze();
    first_ = nullptr;
    GetSizer()->Clear(true);
    // A table view asks its table for as long as it lives.
    tables_.clear();
    texts_.clear();
    build(state.dossier);
    fitted_to_ = 0;
    fit();
    Scroll(0, 0);
    Thaw();
}

void DossierPanel::begin() {
    if (first_ != nullptr)
        first_->SetFocus();
    else
        SetFocus();
}

void DossierPanel::build(const app::Dossier& dossier) {
    wxSizer* rows = GetSizer();
    for (const app::Notice& notice : dossier.notices) {
        auto* band = new NoticeBand{this, "dossier-notice", false};
        band->show(notice);
        rows->Add(band, wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
    }
    add_known(rows, dossier);
    add_actions(rows, dossier);
    for (const app::DossierPlot& plot : dossier.plots) add_plot(rows, plot);
    for (const app::DossierTable& table : dossier.tables) add_table(rows, table);
}

void DossierPanel::add_plot(wxSizer* rows, const app::DossierPlot& plot) {
    rows->Add(
        make_text(this, ("title-" + plot.id).c_str(), as_label(plot.title), TypeSize::strong, true),
        wxSizerFlags{}.Border(wxTOP | wxBOTTOM, gap(this) / 2));
    rows->Add(new PlotView{this, plot}, wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
}

void DossierPanel::add_known(wxSizer* rows, const app::Dossier& dossier) {
    auto* card = new wxPanel{this};
    card->SetBackgroundColour(Palette::card());
    auto* grid = new wxFlexGridSizer{columns_now(), gap(this), 2 * gap(this)};
    for (const app::Known& each : dossier.known) {
        auto* pair = new wxBoxSizer{wxVERTICAL};
        pair->Add(make_text(card, ("label-" + each.id).c_str(), as_label(each.label),
                            TypeSize::small, false, Palette::quiet()));
        const bool plain = each.tone == app::Tone::plain;
        auto* words = make_text(card, ("known-" + each.id).c_str(), "", TypeSize::body, true,
                                plain ? Palette::text() : colours_of(each.tone).text);
        texts_.emplace_back(words, as_label(each.words));
        pair->Add(words);
        grid->Add(pair, wxSizerFlags{1}.Expand());
    }
    auto* inside = new wxBoxSizer{wxVERTICAL};
    inside->Add(grid, wxSizerFlags{}.Expand().Border(wxALL, 2 * gap(this)));
    card->SetSizer(inside);
    rows->Add(card, wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
}

void DossierPanel::add_actions(wxSizer* rows, const app::Dossier& dossier) {
    auto* row = new wxWrapSizer{wxHORIZONTAL, wxREMOVE_LEADING_SPACES};
    const auto add = [&](const std::string& id, const std::string& label,
                         std::function<void()> act) {
        wxButton* button = make_button(this, id.c_str(), as_label(label));
        button->Bind(wxEVT_BUTTON, [this, act](wxCommandEvent&) { CallAfter(act); });
        if (first_ == nullptr) first_ = button;
        row->Add(button, wxSizerFlags{}.Border(wxRIGHT | wxBOTTOM, gap(this)));
    };
    for (std::size_t at = 0; at < dossier.forms.size(); ++at)
        add("action-" + dossier.forms[at].id, dossier.forms[at].label,
            [this, at] { screen_.begin_form(at); });
    for (std::size_t at = 0; at < dossier.papers.size(); ++at)
        add("paper-" + dossier.papers[at].id, dossier.papers[at].label,
            [this, at, name = dossier.papers[at].file_name] {
                ask_where_to_save(
                    this, "Save as", name, "PDF (*.pdf)|*.pdf",
                    [this, at](const std::string& path) { screen_.save_paper(at, path); });
            });
    rows->Add(row, wxSizerFlags{}.Expand());
}

void DossierPanel::add_table(wxSizer* rows, const app::DossierTable& table) {
    rows->Add(make_text(this, ("title-" + table.id).c_str(), as_label(table.title),
                        TypeSize::strong, true),
              wxSizerFlags{}.Border(wxTOP | wxBOTTOM, gap(this) / 2));
    const std::int64_t count = table.table->row_count();
    if (count == 0) {
        rows->Add(make_text(this, ("empty-" + table.id).c_str(), as_label(table.empty_words),
                            TypeSize::body, false, Palette::quiet()),
                  wxSizerFlags{}.Border(wxBOTTOM, gap(this)));
        return;
    }
    auto* view =
        new TableView{this, ("table-" + table.id).c_str(), as_label(table.title), *table.table};
    tables_.push_back(table.table);
    view->SetMinSize({finger(this), table_height(this, count)});
    view->fit_to_width();
    view->activated = [this, view, keys = table.keys] {
        const auto row = view->chosen_row();
        if (row && *row < keys.size()) CallAfter([this, id = keys[*row]] { screen_.open(id); });
    };
    if (first_ == nullptr) first_ = view;
    rows->Add(view, wxSizerFlags{}.Expand().Border(wxBOTTOM, gap(this)));
}

}  // namespace muster::ui
