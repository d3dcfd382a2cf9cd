// SPDX-License-Identifier: MIT
#include "ui/waiting_panel.hpp"

#include <wx/sizer.h>
#include <wx/statbmp.h>

#include "ui/accessible.hpp"
#include "ui/look.hpp"
#include "ui/notice_band.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int receipt_width_dip = 720;

}  // namespace

WaitingPanel::WaitingPanel(wxWindow* parent) : wxPanel{parent} {
    SetBackgroundColour(Palette::page());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    rows->AddStretchSpacer();
    receipt_ = new wxPanel{this};
    receipt_->SetBackgroundColour(Palette::card());
    receipt_->SetMinSize({FromDIP(receipt_width_dip), -1});
    receipt_->SetSizer(new wxBoxSizer{wxVERTICAL});
    rows->Add(receipt_, wxSizerFlags{}.CentreHorizontal());
    invitation_ = make_text(this, "invitation", "", TypeSize::title, true, Palette::quiet());
    rows->Add(invitation_, wxSizerFlags{}.CentreHorizontal().Border(wxALL, 4 * gap(this)));
    rows->AddStretchSpacer(2);
    SetSizer(rows);
}

void WaitingPanel::show(const app::CounterState& state) {
    invitation_->SetLabel(shown(state.invitation));
    receipt_->Show(state.receipt.has_value());
    const std::string number = state.receipt ? state.receipt->number : "";
    if (number != drawn_) {
        drawn_ = number;
        receipt_->GetSizer()->Clear(true);
        if (state.receipt) show_receipt(*state.receipt);
    }
    Layout();
}

void WaitingPanel::show_receipt(const app::CounterReceipt& receipt) {
    const int edge = 3 * gap(this);
    wxSizer* rows = receipt_->GetSizer();
    const auto add = [&](wxStaticText* text, int above) {
        text->Wrap(FromDIP(receipt_width_dip) - 2 * edge);
        rows->AddSpacer(above);
        rows->Add(text, wxSizerFlags{}.Border(wxLEFT | wxRIGHT, edge));
    };
    auto* band = new NoticeBand{receipt_, "receipt-title"};
    rows->Add(band, wxSizerFlags{}.Expand());
    band->show({app::Tone::good, receipt.title + ". It is recorded."});
    add(make_text(receipt_, "receipt-label", "RECEIPT NUMBER", TypeSize::small, true,
                  Palette::quiet()),
        2 * gap(this));
    add(make_text(receipt_, "receipt-number", shown(receipt.number), TypeSize::huge, true), 0);
    for (const std::string& line : receipt.lines)
        add(make_text(receipt_, "receipt-line", shown(line), TypeSize::strong), gap(this));
    add(make_text(receipt_, "receipt-short-label", "CHECKPOINT, SHORT FORM", TypeSize::small, true,
                  Palette::quiet()),
        2 * gap(this));
    auto* short_form =
        make_text(receipt_, "receipt-short", shown(receipt.short_form), TypeSize::body);
    wxFont fixed = short_form->GetFont();
    fixed.SetFamily(wxFONTFAMILY_TELETYPE);
    short_form->SetFont(fixed);
    add(short_form, 0);
    rows->AddSpacer(2 * gap(this));
    for (const std::string& each : receipt.discrepancies) {
        auto* found = new NoticeBand{receipt_, "receipt-discrepancy"};
        rows->Add(found, wxSizerFlags{}.Expand().Border(wxTOP, gap(this) / 2));
        found->show({app::Tone::warning, each});
    }
    if (receipt.remark.empty()) return;
    auto* remark = new NoticeBand{receipt_, "receipt-remark"};
    rows->Add(remark, wxSizerFlags{}.Expand().Border(wxTOP, gap(this) / 2));
    remark->show({app::Tone::warning, receipt.remark});
}

}  // namespace muster::ui
