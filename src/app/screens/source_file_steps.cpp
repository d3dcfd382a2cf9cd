// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/screens/import_tables.hpp"
#include "app/screens/source_file_rows.hpp"
#include "muster/app/status_screen.hpp"

// From one step to the next, and what the view draws.
namespace muster::app {
namespace {

const char* words_of_kind(const std::string& kind) {
    if (kind == "officers")
        return "The staff list. Who is new on it is added; who no longer stands on it has left.";
    if (kind == "authorisations")
        return "The training record: who may draw what. What it no longer has ends, unless it was "
               "granted here.";
    if (kind == "deployments")
        return "The control room's log: armed deployments, and decisions against one.";
    return "The movements that another system recorded. They are kept beside our own and show in "
           "the history of a weapon or an officer; nothing that is held today changes.";
}

bool is_too_many(const ImportFault& fault) {
    return fault.code == "leavers_many" || fault.code == "endings_many";
}

void add_words(std::string& words, const std::string& more) {
    words += (words.empty() ? "" : ", ") + more;
}

std::string changes_words(std::int64_t changes) {
    return changes == 0 ? "that nothing changed" : import_count(changes, "change", "changes");
}

}  // namespace

void SourceFileScreen::go(Step step) {
    state_.step = step;
    redraw();
}

void SourceFileScreen::next() {
    if (slow_.is_busy() || !state_.may_next) return;
    state_.notice = {};
    switch (state_.step) {
        case Step::file:
            return take_day() ? inspect() : redraw();
        case Step::changes:
            return ask_and_record();
        case Step::result:
            return left();
    }
}

void SourceFileScreen::back() {
    if (slow_.is_busy()) return;
    state_.notice = {};
    if (state_.step == Step::changes) return go(Step::file);
    left();
}

void SourceFileScreen::escape() {
    if (!slow_.is_busy()) return back();
    if (!slow_.may_cancel()) return;
    slow_.stop();
    redraw();
}

std::int64_t SourceFileScreen::recorded_count() const {
    if (is_history()) return report_.rows - report_.skipped;
    return report_.added + report_.changed + report_.ended + report_.renewed;
}

void SourceFileScreen::redraw() {
    state_.busy = slow_.is_busy();
    state_.busy_words = slow_.words();
    state_.may_cancel = slow_.may_cancel();
    redraw_file();
    redraw_changes();
    redraw_next();
    changed();
}

void SourceFileScreen::redraw_file() {
    state_.kind_words = words_of_kind(state_.kind);
    state_.wants_day = !is_history();
    state_.day_words = day_is_typed_          ? "As you say."
                       : state_.as_at.empty() ? "Left empty, the file's own heading has to say it."
                                              : "As the file's name says.";
}

void SourceFileScreen::redraw_changes() {
    const std::string kind = import_kind_words(state_.kind);
    state_.summary = is_history() ? kind + ": " + import_count(report_.rows, "row", "rows")
                                  : kind + " as at " + core::people_text(report_.as_at) + ": " +
                                        summary_of(report_);
    const auto faults = std::ssize(report_.faults);
    const auto holding = std::count_if(report_.changes.begin(), report_.changes.end(),
                                       [](const DeltaChange& one) { return !one.held.empty(); });
    const auto warnings =
        std::count_if(report_.warnings.begin(), report_.warnings.end(),
                      [](const ImportFault& one) { return !is_about_leaver(one); });
    std::string words;
    if (holding > 0)
        add_words(words, import_count(holding, "leaver still holds something",
                                      "leavers still hold something"));
    add_words(words, faults == 0 ? "no faults" : import_count(faults, "fault", "faults"));
    add_words(words, warnings == 0 ? "no warnings" : import_count(warnings, "warning", "warnings"));
    if (!kept_.empty()) add_words(words, grouped(std::ssize(kept_)) + " confirmed");
    state_.count_words = words;
    const std::size_t half = report_.sha256.size() / 2;
    state_.digest = "SHA-256 of the file: " + report_.sha256.substr(0, half) + " " +
                    report_.sha256.substr(half);

    const bool too_many = std::any_of(report_.faults.begin(), report_.faults.end(), is_too_many);
    const bool people = state_.kind == "officers" || state_.kind == "authorisations";
    state_.partial.shown = people;
    state_.partial.label = "It holds changes only: who is missing stays";
    state_.lift.shown = state_.kind == "authorisations";
    state_.lift.label = "The file may also end suspensions";
    state_.leavers.shown = people && (too_many || state_.leavers.ticked);
    state_.leavers.label = state_.kind == "officers" ? "They did leave: the file is whole"
                                                     : "They did end: the file is whole";
    state_.skip_faulty.shown = faults > 0 && report_.skipped > 0;
    state_.skip_faulty.label = "Leave out the " + import_count(report_.skipped, "row", "rows") +
                               " with faults and record the rest";

    const ImportFault* fault = rows_->fault(state_.row);
    const bool confirmed = rows_->is_confirmed(state_.row);
    state_.may_confirm = fault != nullptr && fault->confirmable;
    state_.confirm_label = confirmed ? "Take the confirmation back" : "This is right as it stands";
    state_.detail = {rows_->tone(static_cast<std::int64_t>(state_.row)), rows_->words(state_.row)};
}

void SourceFileScreen::redraw_next() {
    state_.may_next = false;
    state_.next_words.clear();
    switch (state_.step) {
        case Step::file:
            state_.next_label = "Look at the file";
            state_.may_next = !path_.empty() && !state_.kind.empty();
            state_.next_words = path_.empty()
                                    ? "Choose a file first. Looking at it records nothing."
                                    : "Looking at it records nothing.";
            break;
        case Step::changes: {
            const bool open = !report_.faults.empty() && !state_.skip_faulty.ticked;
            const bool nothing = is_history() && recorded_count() == 0;
            state_.next_label = is_history()
                                    ? "Note " + import_count(recorded_count(), "row", "rows")
                                    : "Record " + changes_words(recorded_count());
            state_.may_next = !report_.stopped && !open && !nothing;
            if (nothing)
                state_.next_words = "There is no row that could be noted.";
            else if (state_.leavers.shown && !state_.leavers.ticked)
                state_.next_words = "Say whether so many are right, or correct the file.";
            else if (!state_.may_next)
                state_.next_words =
                    "Correct the file and read it again, confirm what is right" +
                    std::string{state_.skip_faulty.shown ? ", or leave the faulty rows out." : "."};
            break;
        }
        case Step::result:
            state_.next_label = "Done";
            state_.may_next = true;
            break;
    }
    if (state_.busy) state_.may_next = false;
}

}  // namespace muster::app
