// SPDX-License-Identifier: MIT
#include "muster/app/page_access.hpp"
#include "ui/counter_view.hpp"
#include "ui/dossier_view.hpp"
#include "ui/import_view.hpp"
#include "ui/main_frame.hpp"
#include "ui/register_panel.hpp"
#include "ui/sources_view.hpp"
#include "ui/thing_list_panel.hpp"

/// The table of pages, and how a scan finds the page that shows what it names.
namespace muster::ui {

// Only what the roles of whoever signed in have a use for; the first is where they begin.
void MainFrame::make_entries() {
    const app::PageAccess access = app::page_access(*session_);
    entries_.clear();
    const auto add = [this](bool has_use, Entry entry) {
        if (has_use) entries_.push_back(std::move(entry));
    };
    add(access.counter, {"Counter", WXK_F2, "F2", "Counter: issue and return", "",
                         [this](wxWindow* parent) { return make_counter(parent); }});
    add(access.stock,
        {"Today", WXK_F1 | shifted, "Shift+F1", "Today: what is due, who has the duty", "",
         [this](wxWindow* parent) { return make_today(parent); }});
    add(true, {"Register", WXK_F3, "F3", "Register: find a weapon or other item", "i",
               [this](wxWindow* parent) {
                   return make_dossiers(parent, "register", "Register", [this](wxWindow* page) {
                       return new RegisterPanel{page, app::register_use_cases(session_)};
                   });
               }});
    add(access.officers, {"Officers", WXK_F4, "F4", "Officers: authorisations and holdings", "o",
                          [this](wxWindow* parent) {
                              return make_list(parent, "officers", "Officers", app::officers_list);
                          }});
    add(access.stock, {"Munitions", WXK_F6, "F6", "Munitions: batches and their ledgers", "bm",
                       [this](wxWindow* parent) {
                           return make_list(parent, "munitions", "Munitions", app::munitions_list);
                       }});
    add(access.stock, {"Movements", WXK_F2 | shifted, "Shift+F2",
                       "Movements; deliveries, handovers", "", [this](wxWindow* parent) {
                           return make_list(parent, "movements", "Movements", app::movements_list);
                       }});
    add(access.stock,
        {"What is away", WXK_F3 | shifted, "Shift+F3",
         "What is away: in transit, lent, seized, missing", "", [this](wxWindow* parent) {
             return make_list(parent, "away", "What is away", app::away_list);
         }});
    add(access.stock, {"What is due", WXK_F5 | shifted, "Shift+F5",
                       "What is due: overdue, lapsed, unconfirmed", "", [this](wxWindow* parent) {
                           return make_list(parent, "due", "What is due", app::due_list);
                       }});
    add(access.stock,
        {"Kits", WXK_F6 | shifted, "Shift+F6", "Kits: what is drawn together", "k",
         [this](wxWindow* parent) { return make_list(parent, "kits", "Kits", app::kits_list); }});
    add(access.stock, {"Corrections", WXK_F4 | shifted, "Shift+F4",
                       "Corrections: original, corrected, both", "", [this](wxWindow* parent) {
                           return make_list(parent, "corrections", "Corrections",
                                            app::corrections_list);
                       }});
    make_later_entries(access);
}

// Behind what is done with stock: who counts, resolves, answers, and what comes from outside.
void MainFrame::make_later_entries(const app::PageAccess& access) {
    const auto add = [this](bool has_use, Entry entry) {
        if (has_use) entries_.push_back(std::move(entry));
    };
    add(access.counts, {"Counts", WXK_F7, "F7", "Counts: start, count, compare, close", "c",
                        [this](wxWindow* parent) {
                            return make_list(parent, "counts", "Counts", app::counts_list);
                        }});
    add(access.stock,
        {"Discrepancies", WXK_F7 | shifted, "Shift+F7",
         "Discrepancies: clocks, evidence, resolution", "d", [this](wxWindow* parent) {
             return make_list(parent, "discrepancies", "Discrepancies", app::discrepancies_list);
         }});
    add(access.oversight,
        {"Oversight", WXK_F8 | shifted, "Shift+F8", "Oversight: the month's brief, dip-tests", "q",
         [this](wxWindow* parent) {
             return make_list(parent, "oversight", "Oversight", app::oversight_list);
         }});
    add(access.people, {"Overrides", WXK_F9 | shifted, "Shift+F9",
                        "Overrides: which stops, by whom, why", "", [this](wxWindow* parent) {
                            return make_list(parent, "overrides", "Overrides", app::overrides_list);
                        }});
    add(access.people, {"Users", WXK_F10 | shifted, "Shift+F10", "Users and their roles", "u",
                        [this](wxWindow* parent) {
                            return make_list(parent, "users", "Users", app::users_list);
                        }});
    add(access.people, {"Settings", WXK_F12 | shifted, "Shift+F12", "Settings: the policies", "",
                        [this](wxWindow* parent) {
                            return make_list(parent, "settings", "Settings", app::settings_list);
                        }});
    add(access.import,
        {"Import", WXK_F11, "F11", "Import a register", "", [this](wxWindow* parent) {
             return new ImportView{parent, app::import_use_cases(session_), background_, prompter_,
                                   [this] { status_->refresh(); }};
         }});
    add(access.other_systems,
        {"Other systems", WXK_F11 | shifted, "Shift+F11",
         "Other systems: import, compare, how old it is", "", [this](wxWindow* parent) {
             return new SourcesView{parent, app::sources_use_cases(session_), background_,
                                    prompter_, [this] { status_->refresh(); }};
         }});
}

Page* MainFrame::make_counter(wxWindow* parent) {
    auto* counter = new CounterView{parent, app::counter_use_cases(session_), background_,
                                    prompter_, [this] { status_->refresh(); }};
    counter->mark_by([this] { return status_->state(); });
    counter->show_items_by([this](const std::string& item) {
        CallAfter([this, item] {
            go_to(entry_for(item));
            front()->open(item);
            beside_counter_ = true;
        });
    });
    return counter;
}

Page* MainFrame::make_dossiers(wxWindow* parent, const char* id, const char* title,
                               const std::function<ListPanel*(wxWindow*)>& make_panel) {
    auto* view =
        new DossierView{parent,     id,          title,     app::dossier_use_cases(session_, id),
                        make_panel, background_, prompter_, [this] { status_->refresh(); }};
    view->leave_scans_to([this, view](const std::string& code, const app::ScannedThing& thing) {
        // Who scanned an item at the counter before the card goes on there.
        const bool for_counter = beside_counter_ && thing.sort == app::ScannedThing::Sort::officer;
        const std::size_t at = for_counter ? 0 : entry_for(thing.id);
        if (at >= entries_.size() || pages_->GetPage(at) == view) return false;
        go_to(at);
        if (for_counter)
            front()->scan(code);
        else
            front()->open(thing.id);
        return true;
    });
    return view;
}

// A line of today leads to the page that has what it counts.
Page* MainFrame::make_today(wxWindow* parent) {
    auto* view = new DossierView{parent,
                                 "today",
                                 "Today",
                                 app::dossier_use_cases(session_, "today"),
                                 [this](wxWindow* page) {
                                     return new ThingListPanel{page, app::today_list(session_)};
                                 },
                                 background_,
                                 prompter_,
                                 [this] { status_->refresh(); }};
    view->leave_openings_to([this](const std::string& thing) {
        if (!thing.starts_with(app::today_leads_to)) return false;
        const std::string title = thing.substr(app::today_leads_to.size());
        for (std::size_t at = 0; at < entries_.size(); ++at)
            if (title == entries_[at].title) CallAfter([this, at] { go_to(at); });
        return true;
    });
    return view;
}

Page* MainFrame::make_list(wxWindow* parent, const char* id, const char* title,
                           const MakeThingList& make_things) {
    return make_dossiers(parent, id, title, [this, make_things](wxWindow* page) {
        return new ThingListPanel{page, make_things(session_)};
    });
}

// A scanned thing is shown on the page whose list has such things.
std::size_t MainFrame::entry_for(const std::string& thing) const {
    for (std::size_t at = 0; at < entries_.size(); ++at)
        if (!thing.empty() &&
            std::string_view{entries_[at].shows}.find(thing.front()) != std::string_view::npos)
            return at;
    return entries_.size();
}

}  // namespace muster::ui
