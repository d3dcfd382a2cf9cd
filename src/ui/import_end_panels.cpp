// SPDX-License-Identifier: MIT
#include "ui/import_end_panels.hpp"

#include <wx/sizer.h>

#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {

// --- before ------------------------------------------------------------------------------------

ImportSummaryPanel::ImportSummaryPanel(wxWindow* parent) : wxPanel{parent} {
    SetBackgroundColour(Palette::page());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    card_ = new Card{this, rows};
    SetSizer(rows);
}

void ImportSummaryPanel::show(const app::ImportState& state) {
    std::vector<std::string> lines = state.summary;
    lines.insert(lines.begin(), state.next_label + " of " + state.file_name);
    lines.push_back(state.digest);
    if (lines == drawn_) return;
    drawn_ = lines;
    card_->GetSizer()->Clear(true);
    card_->add_line(
        make_text(card_, "summary-title", as_label(lines.front()), TypeSize::title, true),
        3 * gap(this));
    for (std::size_t at = 1; at + 1 < lines.size(); ++at)
        card_->add_line(make_text(card_, "summary-line", as_label(lines[at]), TypeSize::strong),
                        gap(this));
    card_->add_line(
        make_text(card_, "summary-after",
                  "All of it becomes entries of the ledger in one step, or none of it does. "
                  "It can be taken back as a whole while nothing of it has moved.",
                  TypeSize::body, false, Palette::quiet()),
        2 * gap(this));
    card_->add_line(make_text(card_, "summary-digest", as_label(lines.back()), TypeSize::small,
                              false, Palette::quiet()),
                    gap(this));
    card_->GetSizer()->AddSpacer(3 * gap(this));
    Layout();
}

// --- afterwards --------------------------------------------------------------------------------

ImportResultPanel::ImportResultPanel(wxWindow* parent, app::ImportScreen& screen)
    : wxPanel{parent}, screen_{screen} {
    SetBackgroundColour(Palette::page());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    card_ = new ResultCard{this};
    rows->Add(card_, wxSizerFlags{1}.Expand());
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
    undo_->Show(state.result && state.result->may_undo);
    card_->show(state.result);
    Layout();
}

}  // namespace muster::ui
