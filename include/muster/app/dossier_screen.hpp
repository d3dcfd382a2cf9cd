// SPDX-License-Identifier: MIT
#pragma once

#include "muster/app/dossier.hpp"
#include "muster/app/list_paper.hpp"
#include "muster/app/sign_in_screen.hpp"

namespace muster::app {

/// What a page of dossiers does through the ledger.
struct DossierUseCases {
    /// The dossier of an item, officer, batch, counted stock or case by its id, of a movement by
    /// its number. Refuses `code_unknown`, and what the viewer may not see.
    std::function<core::Result<Dossier>(const std::string& id)> open;
    std::function<ScannedThing(const std::string& code)> scan;
    /// Writes a paper of that dossier to a file; what came of it, in words.
    std::function<core::Result<std::string>(const std::string& id, const std::string& paper,
                                            const std::string& path)>
        save;
    /// Writes a list whole; what came of it, in words.
    std::function<core::Result<std::string>(const SavedList& list, const std::string& path)>
        save_list;
    std::vector<DossierPaper> list_papers{};  ///< beside the list; `save` writes them, for no id
    /// The forms that need no dossier: `receive` a delivery, hand over the duty …
    std::function<std::vector<MovementForm>()> forms;
    std::function<std::string()> new_request;
};
/// The real ones, over the session's ledger. `page` says which forms stand beside its list:
/// `munitions`, `movements`, else none.
DossierUseCases dossier_use_cases(std::shared_ptr<Session> session, const std::string& page);

struct DossierState {
    enum class Place { list, dossier, form, receipt };
    Place place = Place::list;
    Notice notice;
    Dossier dossier;
    std::vector<MovementForm> list_forms;
    std::vector<DossierPaper> list_papers;
    bool may_save_receipt = false;
    int version = 0;  ///< counts up where the dossier is another now
};

/// A page: its list, what is opened from it, a form, and the receipt of what was recorded.
class DossierScreen {
public:
    using Place = DossierState::Place;

    DossierScreen(DossierUseCases use, Background& background, Prompter& prompter);

    std::function<void()> changed = [] {};
    /// Something was recorded.
    std::function<void()> committed = [] {};
    /// A scanned code named that. A page leaves it to whoever knows all pages; true where they took
    /// it.
    std::function<bool(const std::string& code, const ScannedThing& thing)> leave_to_others =
        [](const std::string&, const ScannedThing&) { return false; };

    const DossierState& state() const { return state_; }
    MovementFormScreen& form() { return form_; }
    const MovementFormScreen& form() const { return form_; }

    /// Opens what has that id over what is open.
    void open(std::string id);
    /// A scanned or typed code: opens what it names. While a form is open it goes into the form.
    void scan(const std::string& code);
    /// A code that was scanned into some field of the form: true where another field took it.
    bool scan_into_form(const std::string& code);
    void begin_form(std::size_t which);
    void begin_list_form(std::size_t which);
    void save_paper(std::size_t which, const std::string& path);
    void save_list_paper(std::size_t which, const std::string& path);
    void save_receipt(const std::string& path);
    /// Writes the list that the page begins with as CSV or PDF, by the path's end.
    void save_list(const SavedList& list, const std::string& path);
    /// One step back: from a form (asking, where something was typed), from a receipt to what it
    /// was about, from a dossier to what it was opened from.
    void back();
    /// Back to the list, dropping nothing that was typed unasked.
    void close();
    /// Reads the open dossier again.
    void refresh();
    void notify(Notice notice);

    bool has_work() const;
    bool is_recording() const { return form_.state().busy; }

private:
    void show(std::string id);
    void tell_saved(const std::function<core::Result<std::string>()>& save, bool commits);
    void leave_form();
    void form_changed();
    void redraw();

    DossierUseCases use_;
    Prompter& prompter_;
    DossierState state_;
    std::vector<std::string> opened_;  ///< ids, the last is in front
    MovementFormScreen form_;
    std::shared_ptr<int> here_ = std::make_shared<int>();
};

}  // namespace muster::app
