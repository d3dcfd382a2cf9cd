// SPDX-License-Identifier: MIT
#include "ui/table_view.hpp"

#include <algorithm>
#include <array>

#include "ui/accessible.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {
namespace {

constexpr int picture_dip = 18;
constexpr int narrowest_percent = 65;
constexpr std::array tones{app::Tone::plain, app::Tone::good, app::Tone::warning, app::Tone::stop};

}  // namespace

// The picture is the model's last column, so that a text keeps the number it has in the table.
class TableView::Rows final : public wxDataViewVirtualListModel {
public:
    explicit Rows(app::Table& table) : table_{table} {
        for (const app::Tone tone : tones)
            pictures_[static_cast<std::size_t>(tone)] = picture_of(tone, picture_dip);
        Reset(static_cast<unsigned>(table.row_count()));
    }
    void reload() { Reset(static_cast<unsigned>(table_.row_count())); }
    unsigned GetColumnCount() const override { return picture_column() + 1; }
    unsigned picture_column() const { return static_cast<unsigned>(table_.columns().size()); }
    wxString GetColumnType(unsigned column) const override {
        return column == picture_column() ? wxDataViewBitmapRenderer::GetDefaultType()
                                          : wxString{"string"};
    }
    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override {
        if (column == picture_column())
            value << pictures_[static_cast<std::size_t>(table_.tone(row))];
        else
            value = shown(table_.cell(row, column));
    }
    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }
    bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& look) const override {
        if (column != 0 || !table_.has_tones()) return false;
        look.SetColour(colours_of(table_.tone(row)).text);
        look.SetBold(true);
        return true;
    }

private:
    app::Table& table_;
    std::array<wxBitmapBundle, tones.size()> pictures_;
};

TableView::TableView(wxWindow* parent, const char* id, const wxString& spoken, app::Table& table)
    : wxDataViewCtrl{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                     wxDV_ROW_LINES | wxDV_SINGLE},
      rows_{new Rows{table}},
      table_{table} {
    set_type(this, TypeSize::body);
    AssociateModel(rows_.get());
    if (table.has_tones())
        AppendBitmapColumn("", rows_->picture_column(), wxDATAVIEW_CELL_INERT,
                           FromDIP(picture_dip) + 2 * gap(this));
    unsigned at = 0;
    for (const app::TableColumn& column : table.columns())
        AppendTextColumn(shown(column.title), at++, wxDATAVIEW_CELL_INERT,
                         column.width_characters * GetCharWidth() + 2 * gap(this), wxALIGN_LEFT,
                         wxDATAVIEW_COL_RESIZABLE)
            ->GetRenderer()
            ->EnableEllipsize(wxELLIPSIZE_END);
    Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        const wxDataViewItem item = GetSelection();
        if (item.IsOk()) chosen(rows_->GetRow(item));
    });
    Bind(wxEVT_DATAVIEW_COLUMN_HEADER_CLICK, [this](wxDataViewEvent& event) {
        const wxDataViewColumn* column = event.GetDataViewColumn();
        if (column == nullptr || !may_sort_) return;
        const auto which = static_cast<std::size_t>(column->GetModelColumn());
        if (which < table_.columns().size()) sorted(which);
    });
    Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { activated(); });
    make_table_accessible(this, id, spoken);
    if (table.has_tones()) name_column(this, 0, "Sign");
}

int TableView::natural_width(std::size_t column) const {
    return table_.columns()[column].width_characters * GetCharWidth() + 2 * gap(this);
}

void TableView::fit_to_width() {
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        CallAfter([this] { fit(); });
    });
}

void TableView::fit() {
    const int first = table_.has_tones() ? 1 : 0;
    const int signs = first * (FromDIP(picture_dip) + 2 * gap(this));
    const int room = GetClientSize().x - signs - 3 * gap(this);
    if (room < finger(this) || fitted_to_ == room * GetCharWidth()) return;
    fitted_to_ = room * GetCharWidth();
    int total = 0;
    const auto columns = table_.columns().size();
    for (std::size_t at = 0; at < columns; ++at) total += natural_width(at);
    const int percent = std::clamp(room * 100 / std::max(total, 1), narrowest_percent, 100);
    for (std::size_t at = 0; at < columns; ++at)
        GetColumn(static_cast<unsigned>(at) + static_cast<unsigned>(first))
            ->SetWidth(natural_width(at) * percent / 100);
}

void TableView::reload() {
    rows_->reload();
}

void TableView::reload(std::size_t row) {
    reload();
    choose(row);
}

std::optional<std::size_t> TableView::chosen_row() const {
    const wxDataViewItem item = GetSelection();
    return item.IsOk() ? std::optional{std::size_t{rows_->GetRow(item)}} : std::nullopt;
}

void TableView::choose(std::size_t row) {
    if (row >= static_cast<std::size_t>(table_.row_count())) return;
    const wxDataViewItem item = rows_->GetItem(static_cast<unsigned>(row));
    if (GetSelection() == item) return;
    SetCurrentItem(item);
    Select(item);
    EnsureVisible(item);
}

}  // namespace muster::ui
