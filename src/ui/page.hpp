// SPDX-License-Identifier: MIT
#pragma once

#include <wx/panel.h>

#include "muster/app/prompter.hpp"

namespace muster::ui {

/// A view that fills the frame beside the navigation.
class Page : public wxPanel {
public:
    explicit Page(wxWindow* parent) : wxPanel{parent} {}
    /// It has just come to the front.
    virtual void shown_now() {}
    /// A function key that the frame does not know. Whether the page knew it.
    virtual bool take_key(int) { return false; }
    /// Whether leaving now would lose something that a person typed or scanned.
    virtual bool would_lose_work() const { return false; }
    /// What that is, as the question before leaving.
    virtual app::Question leaving_question() const { return {}; }
    /// Shows what has that id, where the page shows such things.
    virtual void open(const std::string&) {}
    /// A code that was scanned on another page, and is for this one.
    virtual void scan(const std::string&) {}
    /// Goes back to where the page begins: its key was pressed.
    virtual void begin_again() {}
    /// Why nobody may go to another page just now; empty where they may.
    virtual std::string must_stay() const { return {}; }
};

}  // namespace muster::ui
