// SPDX-License-Identifier: MIT
#include "ui/table_view.hpp"

#include "ui/accessible.hpp"
#include "ui/look.hpp"
#include "ui/text.hpp"

namespace muster::ui {

class TableView::Rows final : public wxDataViewVirtualListModel {
public:
    explicit Rows(app::Table& table) : table_{table} {
        Reset(static_cast<unsigned>(table.row_count()));
    }
    void reload() { Reset(static_cast<unsigned>(table_.row_count())); }
    unsigned GetColumnCount() const override {
        return static_cast<unsigned>(table_.columns().size());
    }
    wxString GetColumnType(unsigned) const override { return "string"; }
    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override {
        value = shown(table_.cell(row, column));
    }
    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

private:
    app::Table& table_;
};

TableView::TableView(wxWindow* parent, const char* id, const wxString& spoken, app::Table& table)
    : wxDataViewCtrl{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                     wxDV_ROW_LINES | wxDV_SINGLE},
      rows_{new Rows{table}} {
    set_type(this, TypeSize::body);
    AssociateModel(rows_.get());
    unsigned at = 0;
    for (const app::TableColumn& column : table.columns())
        AppendTextColumn(shown(column.title), at++, wxDATAVIEW_CELL_INERT,
                         column.width_characters * GetCharWidth() + 2 * gap(this), wxALIGN_LEFT,
                         wxDATAVIEW_COL_RESIZABLE);
    make_table_accessible(this, id, spoken);
}

void TableView::reload() {
    rows_->reload();
}

}  // namespace muster::ui
