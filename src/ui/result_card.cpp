// SPDX-License-Identifier: MIT
#include "ui/result_card.hpp"

#include <wx/sizer.h>

#include "ui/look.hpp"
#include "ui/notice_band.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int card_width_dip = 760;

}  // namespace

Card::Card(wxWindow* parent, wxSizer* rows) : wxPanel{parent} {
    SetBackgroundColour(Palette::card());
    SetMinSize({FromDIP(card_width_dip), -1});
    SetSizer(new wxBoxSizer{wxVERTICAL});
    rows->AddStretchSpacer();
    rows->Add(this, wxSizerFlags{}.CentreHorizontal());
    rows->AddStretchSpacer(2);
}

void Card::add_line(wxStaticText* text, int above) {
    const int edge = 3 * gap(this);
    text->Wrap(FromDIP(card_width_dip) - 2 * edge);
    GetSizer()->AddSpacer(above);
    GetSizer()->Add(text, wxSizerFlags{}.Border(wxLEFT | wxRIGHT, edge));
}

ResultCard::ResultCard(wxWindow* parent) : wxPanel{parent} {
    SetBackgroundColour(Palette::page());
    auto* rows = new wxBoxSizer{wxVERTICAL};
    card_ = new Card{this, rows};
    SetSizer(rows);
}

void ResultCard::show(const std::optional<app::ImportResult>& result) {
    const std::string now = result ? result->title + result->number : "";
    if (now == drawn_) return;
    drawn_ = now;
    card_->GetSizer()->Clear(true);
    if (result) draw(*result);
    Layout();
}

void ResultCard::add_label(const char* id, const char* words) {
    card_->add_line(make_text(card_, id, words, TypeSize::small, true, Palette::quiet()),
                    2 * gap(this));
}

void ResultCard::draw(const app::ImportResult& result) {
    auto* band = new NoticeBand{card_, "result-title"};
    card_->GetSizer()->Add(band, wxSizerFlags{}.Expand());
    band->show({app::Tone::good, result.title + ". It is recorded."});
    add_label("result-number-label", "ENTRY NUMBER");
    card_->add_line(make_text(card_, "result-number", shown(result.number), TypeSize::huge, true),
                    0);
    for (const std::string& line : result.lines)
        card_->add_line(make_text(card_, "result-line", as_label(line), TypeSize::strong),
                        gap(this));
    add_label("result-short-label", "CHECKPOINT, SHORT FORM");
    auto* short_form = make_text(card_, "result-short", shown(result.short_form), TypeSize::body);
    wxFont fixed = short_form->GetFont();
    fixed.SetFamily(wxFONTFAMILY_TELETYPE);
    short_form->SetFont(fixed);
    card_->add_line(short_form, 0);
    card_->GetSizer()->AddSpacer(3 * gap(this));
    if (result.remark.empty()) return;
    auto* remark = new NoticeBand{card_, "result-remark"};
    card_->GetSizer()->Add(remark, wxSizerFlags{}.Expand());
    remark->show({app::Tone::warning, result.remark});
}

}  // namespace muster::ui
