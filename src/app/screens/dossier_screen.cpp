// SPDX-License-Identifier: MIT
#include "muster/app/dossier_screen.hpp"

#include "muster/app/errors.hpp"

namespace muster::app {
namespace {

constexpr const char* receipt_paper = "receipt";

}  // namespace

DossierScreen::DossierScreen(DossierUseCases use, Background& background, Prompter& prompter)
    : use_{std::move(use)}, prompter_{prompter}, form_{background, use_.new_request} {
    form_.changed = [this] { form_changed(); };
    form_.committed = [this] { committed(); };
    state_.list_papers = use_.list_papers;
    state_.list_forms = use_.forms();
}

// --- opening and going back --------------------------------------------------------------------

void DossierScreen::open(std::string id) {
    if (id.empty() || is_recording() || state_.place == Place::form) return;
    state_.notice = {};
    show(std::move(id));
}

// By value: the id may stand in the dossier that goes.
void DossierScreen::show(std::string id) {
    auto found = use_.open(id);
    if (!found) {
        state_.notice = {Tone::stop, window_sentence(found.error().lines.front())};
        return redraw();
    }
    state_.dossier = std::move(found).value();
    if (opened_.empty() || opened_.back() != id) opened_.push_back(std::move(id));
    state_.place = Place::dossier;
    ++state_.version;
    redraw();
}

void DossierScreen::refresh() {
    state_.list_forms = use_.forms();
    if (state_.place == Place::dossier && !opened_.empty()) return show(opened_.back());
    redraw();
}

void DossierScreen::back() {
    if (is_recording()) return;
    if (state_.place == Place::form) {
        if (!form_.has_work()) return leave_form();
        return prompter_.ask({"Leave the form?", "What was typed is dropped. Nothing is recorded.",
                              "Leave it", "Stay"},
                             [this, here = std::weak_ptr{here_}] {
                                 if (!here.expired()) leave_form();
                             });
    }
    if (state_.place == Place::receipt) return leave_form();
    state_.notice = {};
    if (!opened_.empty()) opened_.pop_back();
    if (!opened_.empty()) return show(opened_.back());
    state_.place = Place::list;
    redraw();
}

void DossierScreen::leave_form() {
    state_.notice = {};
    if (!opened_.empty()) return show(opened_.back());
    state_.place = Place::list;
    redraw();
}

void DossierScreen::close() {
    if (is_recording() || state_.place == Place::form) return;
    opened_.clear();
    state_.notice = {};
    state_.place = Place::list;
    redraw();
}

bool DossierScreen::has_work() const {
    return is_recording() || (state_.place == Place::form && form_.has_work());
}

// --- scanning ----------------------------------------------------------------------------------

void DossierScreen::scan(const std::string& code) {
    if (is_recording()) return;
    const bool blind = state_.place == Place::form && form_.writes_down();
    const ScannedThing thing = blind ? ScannedThing{} : use_.scan(code);
    using Sort = ScannedThing::Sort;
    if (state_.place == Place::form) {
        if (!form_.take_scanned(code, thing))
            form_.notify({Tone::warning, "Nothing in this form takes " + code +
                                             ". Record the form or leave it (Esc) first."});
        return;
    }
    if (thing.sort == Sort::nothing || thing.sort == Sort::several) {
        std::string words = thing.sort == Sort::nothing ? "Nothing here is called " + code + "."
                                                        : code + " names more than one thing:";
        for (const std::string& choice : thing.choices) words += " " + choice + ".";
        return notify({Tone::stop, words + (thing.sort == Sort::nothing ? " Check the label."
                                                                        : " Scan the tag.")});
    }
    if (thing.sort == Sort::location)
        return notify({Tone::plain, thing.words +
                                        " is a place. Scan an item, a batch or an "
                                        "officer's card to see all that is known of it."});
    if (!leave_to_others(code, thing)) open(thing.id);
}

bool DossierScreen::scan_into_form(const std::string& code) {
    if (state_.place != Place::form) return false;
    return form_.take_scanned(code, form_.writes_down() ? ScannedThing{} : use_.scan(code));
}

// --- forms and papers --------------------------------------------------------------------------

void DossierScreen::begin_form(std::size_t which) {
    if (state_.place != Place::dossier || which >= state_.dossier.forms.size()) return;
    state_.notice = {};
    state_.place = Place::form;
    form_.begin(state_.dossier.forms[which]);
}

void DossierScreen::begin_list_form(std::size_t which) {
    if (state_.place != Place::list || which >= state_.list_forms.size()) return;
    state_.notice = {};
    state_.place = Place::form;
    form_.begin(state_.list_forms[which]);
}

void DossierScreen::form_changed() {
    if (state_.place == Place::form && form_.state().receipt) {
        state_.place = Place::receipt;
        state_.may_save_receipt = form_.state().receipt->movement != 0;
    }
    redraw();
}

void DossierScreen::tell_saved(const std::function<core::Result<std::string>()>& save,
                               bool commits) {
    try {
        const auto saved = save();
        if (!saved) return notify({Tone::stop, window_sentence(saved.error().lines.front())});
        if (commits) committed();
        notify({Tone::good, saved.value()});
    } catch (const std::exception&) {
        notify({Tone::stop, describe(std::current_exception()).sentence});
    }
}

void DossierScreen::save_paper(std::size_t which, const std::string& path) {
    if (which >= state_.dossier.papers.size()) return;
    tell_saved([&] { return use_.save(state_.dossier.id, state_.dossier.papers[which].id, path); },
               true);
}

void DossierScreen::save_list_paper(std::size_t which, const std::string& path) {
    if (state_.place != Place::list || which >= state_.list_papers.size()) return;
    tell_saved([&] { return use_.save("", state_.list_papers[which].id, path); }, true);
}

void DossierScreen::save_receipt(const std::string& path) {
    if (state_.place != Place::receipt || !form_.state().receipt) return;
    const std::string movement = std::to_string(form_.state().receipt->movement);
    tell_saved([&] { return use_.save(movement, receipt_paper, path); }, false);
}

void DossierScreen::save_list(const SavedList& list, const std::string& path) {
    if (state_.place != Place::list) return;
    tell_saved([&] { return use_.save_list(list, path); }, true);
}

void DossierScreen::notify(Notice notice) {
    state_.notice = std::move(notice);
    redraw();
}

void DossierScreen::redraw() {
    changed();
}

}  // namespace muster::app
