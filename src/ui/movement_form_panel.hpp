// SPDX-License-Identifier: MIT
#pragma once

#include <wx/button.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <map>

#include "muster/app/movement_form.hpp"
#include "ui/notice_band.hpp"
#include "ui/secret_field.hpp"
#include "ui/wrapped_text.hpp"

namespace muster::ui {

/// A form of a movement, whatever it is: one row for each field, with its problem below it.
class MovementFormPanel final : public wxPanel {
public:
    MovementFormPanel(wxWindow* parent, app::MovementFormScreen& screen);

    /// A person wants to leave it.
    std::function<void()> left = [] {};

    void show(const app::MovementFormState& state);
    /// Puts the focus into the field to go on with.
    void begin();
    /// Records what was typed.
    void submit();
    /// Whether that field takes what a scanner types into it.
    bool keeps_scan(const wxTextCtrl* field) const;

private:
    struct Shown {
        std::string id;
        wxWindow* control = nullptr;
        NoticeBand* problem = nullptr;
        wxStaticText* changed = nullptr;
        std::string original;
        app::MovementField::Sort sort = app::MovementField::Sort::text;
    };

    bool is_built_for(const app::MovementFormState& state) const;
    void build(const app::MovementFormState& state);
    void add_field(wxFlexGridSizer* grid, const app::MovementField& field, bool compares);
    wxWindow* make_control(const app::MovementField& field);
    wxWindow* make_text_control(const app::MovementField& field);
    wxWindow* make_choice(const app::MovementField& field);
    wxWindow* make_file_button(const app::MovementField& field, wxWindow* control);
    wxWindow* make_secret(const app::MovementField& field);
    void take_over(const Shown& one, const app::MovementField& field);
    void answer(const std::string& id, const std::string& value);
    void go_on(const std::string& id);

    app::MovementFormScreen& screen_;
    WrappedText* words_;
    wxScrolledWindow* fields_;
    wxButton* late_;
    wxButton* back_;
    wxButton* record_;
    std::vector<Shown> shown_;
    std::vector<app::MovementField> built_;  ///< as they were when the fields were made
    std::map<std::string, SecretField*> secrets_;
    int drawn_ = -1;
    int zoom_ = 0;
    bool was_busy_ = false;
};

}  // namespace muster::ui
