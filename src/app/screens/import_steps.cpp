// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "app/screens/import_tables.hpp"
#include "muster/app/status_screen.hpp"

// From one step to the next, and what is wrong with the file.
namespace muster::app {
namespace {

// Names a place in the file for a person: `Munitions, C6`.
std::string place_words(const ImportFault& fault) {
    const std::string place = import_place(fault);
    return fault.sheet + (place.empty() ? "" : ", " + place);
}

}  // namespace

void ImportScreen::say(Tone tone, const std::string& words) {
    state_.notice = {tone, words};
}

void ImportScreen::go(Step step) {
    state_.step = step;
    redraw();
}

void ImportScreen::next() {
    if (state_.busy || !state_.may_next) return;
    state_.notice = {};
    switch (state_.step) {
        case Step::file:
            break;
        case Step::sheets:
            return is_inspected() ? go(Step::columns) : inspect(Step::columns);
        case Step::columns:
            return is_inspected() ? go(Step::faults) : inspect(Step::faults);
        case Step::faults:
            return is_inspected() ? go(Step::import) : inspect(Step::import);
        case Step::import:
            return ask_and_import();
        case Step::result:
            start_over();
            return refresh_imports();
    }
}

void ImportScreen::back() {
    if (state_.busy) return;
    state_.notice = {};
    switch (state_.step) {
        case Step::file:
            return redraw();
        case Step::sheets:
            return prompter_.ask({"Choose another file?",
                                  "What was settled and confirmed for " + state_.file_name +
                                      " is dropped. Nothing was imported.",
                                  "Choose another file", "Stay"},
                                 [this, here = std::weak_ptr{here_}] {
                                     if (!here.expired()) start_over();
                                 });
        case Step::columns:
            return go(Step::sheets);
        case Step::faults:
            return go(Step::columns);
        case Step::import:
            return go(Step::faults);
        case Step::result:
            start_over();
            return refresh_imports();
    }
}

void ImportScreen::escape() {
    if (!state_.busy) return back();
    if (!state_.may_cancel) return;
    slow_.stop();
    redraw();
}

// --- faults ------------------------------------------------------------------------------------

std::int64_t ImportScreen::open_faults() const {
    const auto confirmed = std::count_if(
        report_.faults.begin(), report_.faults.end(), [this](const ImportFault& fault) {
            return fault.confirmable && confirmed_.contains(fault.cell());
        });
    return std::max(report_.faults_found, static_cast<std::int64_t>(report_.faults.size())) -
           confirmed;
}

// The report counts them; only what was confirmed since has to be counted here.
std::int64_t ImportScreen::faulty_rows() const {
    if (confirmed_ == inspected_confirmed_) return report_.skipped;
    std::set<std::pair<std::string, std::int64_t>> rows;
    for (const ImportFault& fault : report_.faults)
        if (fault.row > 0 && !(fault.confirmable && confirmed_.contains(fault.cell())))
            rows.insert({fault.sheet, fault.row});
    return static_cast<std::int64_t>(rows.size());
}

std::int64_t ImportScreen::rows_to_import() const {
    return report_.rows() - report_.held - report_.skipped;
}

void ImportScreen::show(Showing showing) {
    if (showing == showing_) return;
    showing_ = showing;
    state_.fault = 0;
    fill_faults();
    redraw();
}

void ImportScreen::choose_fault(std::size_t row) {
    if (row == state_.fault || faults_->at(row) == nullptr) return;
    state_.fault = row;
    redraw();
}

void ImportScreen::confirm_fault() {
    const ImportFault* fault = faults_->at(state_.fault);
    if (state_.busy || !state_.may_confirm || fault == nullptr) return;
    const std::string cell = fault->cell();
    if (confirmed_.erase(cell) == 0) confirmed_.insert(cell);
    request_.reset();
    state_.notice = {};
    ++state_.faults_version;
    redraw();
}

void ImportScreen::skip_faulty(bool skip) {
    if (state_.busy || skip == state_.skip_faulty) return;
    state_.skip_faulty = skip;
    request_.reset();
    redraw();
}

void ImportScreen::fill_faults() {
    faults_->reload(showing_);
    if (faults_->at(state_.fault) == nullptr) state_.fault = 0;
    ++state_.faults_version;
}

// --- what the view draws -----------------------------------------------------------------------

void ImportScreen::redraw() {
    redraw_choices();
    redraw_faults();
    redraw_summary();
    redraw_next();
    changed();
}

void ImportScreen::redraw_faults() {
    const std::int64_t open = open_faults();
    const std::int64_t rows = faulty_rows();
    const auto warnings = static_cast<std::int64_t>(report_.warnings.size());
    std::string words = open == 0 ? "No faults" : import_count(open, "fault", "faults");
    if (open > 0 && rows > 0) words += " in " + import_count(rows, "row", "rows");
    words += ", " + (warnings == 0 ? "no warnings" : import_count(warnings, "warning", "warnings"));
    if (!confirmed_.empty()) words += ", " + grouped(std::ssize(confirmed_)) + " confirmed";
    const auto listed = static_cast<std::int64_t>(report_.faults.size());
    if (report_.faults_found > listed) words += " (the first " + grouped(listed) + " are listed)";
    state_.faults_words = words;
    state_.may_skip = open > 0 && rows > 0;
    state_.skip_label =
        "Leave out the " + import_count(rows, "row", "rows") + " with faults and import the rest";
    const ImportFault* fault = faults_->at(state_.fault);
    const bool is_fault = fault != nullptr && faults_->is_fault(state_.fault);
    const bool confirmed = faults_->is_confirmed(state_.fault);
    state_.may_confirm = is_fault && fault->confirmable;
    state_.confirm_label = confirmed ? "Take the confirmation back"
                           : fault != nullptr && fault->code == "serial_look_alike"
                               ? "This is right: two different weapons"
                               : "This is right as it stands";
    state_.fault_detail = {};
    state_.meaning = {};
    if (fault == nullptr) return;
    state_.fault_detail.tone = faults_->tone(static_cast<std::int64_t>(state_.fault));
    state_.fault_detail.words = place_words(*fault) + ": " + fault->words;
    if (confirmed) state_.fault_detail.words += " Confirmed as right by you.";
    redraw_meaning();
}

void ImportScreen::redraw_next() {
    state_.next_label = "Next";
    state_.next_words.clear();
    state_.may_next = false;
    switch (state_.step) {
        case Step::file:
            break;
        case Step::sheets:
            state_.may_next = !tab_sheets_.empty() && !report_.before;
            if (tab_sheets_.empty()) state_.next_words = "Say what at least one sheet holds.";
            break;
        case Step::columns: {
            const std::size_t unsettled = unsettled_columns();
            state_.may_next = unsettled == 0;
            if (unsettled > 0)
                state_.next_words =
                    import_count(static_cast<std::int64_t>(unsettled), "column is", "columns are") +
                    " unsure. Say what each means, in every sheet.";
            break;
        }
        case Step::faults:
            state_.may_next = open_faults() == 0 || state_.skip_faulty;
            if (!state_.may_next)
                state_.next_words =
                    "Correct the file and read it again, confirm what is right, "
                    "or leave the faulty rows out.";
            break;
        case Step::import:
            state_.may_next = rows_to_import() > 0;
            state_.next_label = "Import " + import_count(rows_to_import(), "row", "rows");
            if (!state_.may_next)
                state_.next_words =
                    "There is nothing to import: no row is new and without a fault.";
            break;
        case Step::result:
            state_.may_next = true;
            state_.next_label = "Done";
            break;
    }
    if (state_.busy) state_.may_next = false;
}

void ImportScreen::redraw_summary() {
    state_.summary.clear();
    if (state_.step != Step::import) return;
    const auto add = [this](std::int64_t count, const char* one, const char* many) {
        if (count > 0) state_.summary.push_back(import_count(count, one, many));
    };
    add(report_.item_rows, "row of weapons and other items", "rows of weapons and other items");
    add(report_.batch_rows, "row of munitions", "rows of munitions");
    add(report_.officer_rows, "officer", "officers");
    add(report_.authorisation_rows, "authorisation", "authorisations");
    add(report_.deployment_rows, "deployment", "deployments");
    add(report_.movement_rows, "past movement", "past movements");
    if (report_.skipped > 0)
        state_.summary.push_back("Of these " + import_count(report_.skipped, "row is", "rows are") +
                                 " left out for faults");
    if (report_.held > 0)
        state_.summary.push_back("Of these " + import_count(report_.held, "row is", "rows are") +
                                 " in the register already, unchanged");
    add(std::ssize(report_.confirmed), "fault confirmed as right", "faults confirmed as right");
    add(std::ssize(report_.warnings), "warning, counted in the entry",
        "warnings, counted in the entry");
    // In two halves, so that large type breaks it and cuts nothing off.
    const std::size_t half = report_.sha256.size() / 2;
    state_.digest = "SHA-256 of the file: " + report_.sha256.substr(0, half) + " " +
                    report_.sha256.substr(half);
}

}  // namespace muster::app
