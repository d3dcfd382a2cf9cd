// SPDX-License-Identifier: MIT
#pragma once

#include <wx/panel.h>

#include <functional>
#include <string>

#include "muster/app/list_paper.hpp"

namespace muster::ui {

/// The list that a page of dossiers begins with.
class ListPanel : public wxPanel {
public:
    explicit ListPanel(wxWindow* parent) : wxPanel{parent} {}
    /// A person wants to see what has that id.
    std::function<void(const std::string& id)> opened = [](const std::string&) {};
    /// The ledger may have grown.
    virtual void refresh() = 0;
    /// All that it lists now.
    virtual app::SavedList saved() const = 0;
    /// Puts the focus where a search is typed.
    virtual void begin() = 0;
};

}  // namespace muster::ui
