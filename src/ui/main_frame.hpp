// SPDX-License-Identifier: MIT
#pragma once

#include <wx/dataview.h>
#include <wx/frame.h>
#include <wx/simplebook.h>
#include <wx/timer.h>

#include "muster/app/page_access.hpp"
#include "muster/app/sign_in_screen.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/app/thing_list.hpp"
#include "ui/list_panel.hpp"
#include "ui/notice_band.hpp"
#include "ui/page.hpp"
#include "ui/sign_in_view.hpp"
#include "ui/window_prompter.hpp"

namespace muster::ui {

/// The window: a status strip, a list of screens, and the screen in front. It knows the screens
/// only by its table.
class MainFrame final : public wxFrame {
public:
    /// `asks_where`: at which armoury the desk stands is asked for, where a ledger has several.
    MainFrame(app::OpenSession open, app::Background& background, const std::string& address,
              bool asks_where);

    /// Says what went wrong where no screen could.
    void tell_failure(const std::string& sentence);

private:
    /// Beside the codes of all keys: Shift is held.
    static constexpr int shifted = 1 << 20;

    /// A screen in the navigation.
    struct Entry {
        const char* title;
        int key;  ///< with `shifted` where Shift is held
        const char* key_name;
        const char* words;  ///< as F1 lists it
        const char* shows;  ///< first letters of the ids of what a scan shows there
        std::function<Page*(wxWindow*)> make_view;
    };
    using MakeThingList = app::ThingListUseCases (*)(std::shared_ptr<app::Session>);
    /// A function key, as F1 lists it.
    struct Key {
        int code;  ///< likewise
        const char* name;
        const char* words;
        std::function<void()> act;  ///< empty where the page in front acts
    };

    void make_keys();
    void make_entries();
    void make_later_entries(const app::PageAccess& access);
    Page* make_counter(wxWindow* parent);
    Page* make_dossiers(wxWindow* parent, const char* id, const char* title,
                        const std::function<ListPanel*(wxWindow*)>& make_panel);
    Page* make_today(wxWindow* parent);
    void show_palette();
    Page* make_list(wxWindow* parent, const char* id, const char* title,
                    const MakeThingList& make_things);
    std::size_t entry_for(const std::string& thing) const;
    void ask_where();
    void begin_session(std::shared_ptr<app::Session> session);
    wxWindow* make_strip(wxWindow* parent);
    wxWindow* make_navigation(wxWindow* parent);
    void widen_navigation();
    void go_to(std::size_t entry);
    bool go_to_key(int key);
    void sign_out();
    bool must_stay();
    void leave_then(const std::function<void()>& leave);
    void end_session();
    void end_withdrawn();
    void show_help();
    void zoom(int percent);
    void on_key(wxKeyEvent& event);
    void redraw_status();
    Page* front() const;

    app::Background& background_;
    WindowPrompter prompter_;
    app::SignInScreen sign_in_;
    bool asks_where_;
    std::shared_ptr<app::Session> session_;
    std::unique_ptr<app::StatusScreen> status_;
    std::vector<Key> keys_;
    std::vector<Entry> entries_;
    wxTimer minute_;
    bool beside_counter_ = false;  ///< an item was scanned at the counter, and is shown

    NoticeBand* failure_;
    NoticeBand* alarm_ = nullptr;  ///< what other systems say is too old
    wxSimplebook* root_;
    SignInView* sign_in_view_;
    wxPanel* desk_ = nullptr;
    wxPanel* banner_ = nullptr;
    wxStaticText* banner_words_ = nullptr;
    wxStaticText* place_ = nullptr;
    wxStaticText* marking_ = nullptr;
    wxStaticText* who_ = nullptr;
    wxDataViewListCtrl* navigation_ = nullptr;
    wxSimplebook* pages_ = nullptr;
};

}  // namespace muster::ui
