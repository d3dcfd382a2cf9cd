// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/screens/given_secrets.hpp"
#include "app/screens/import_tables.hpp"
#include "muster/app/status_screen.hpp"

// What is written to the ledger: an import, and its undoing.
namespace muster::app {
namespace {

std::string entry_words(core::EntryNumber number) {
    return "#" + grouped(number);
}

}  // namespace

// --- importing ---------------------------------------------------------------------------------

void ImportScreen::ask_and_import() {
    const std::string rows = import_count(rows_to_import(), "row", "rows");
    const std::string words =
        rows + " of " + state_.file_name + " are recorded together, or none of them.";
    const auto here = std::weak_ptr{here_};
    if (!needs_approver_)
        return prompter_.ask({"Import " + rows + "?", words, "Import " + rows, "Not yet"},
                             [this, here] {
                                 if (!here.expired()) record("", "");
                             });
    Form form{"Import " + rows, words, {}, "Import " + rows};
    add_approver(form, approver_);
    prompter_.fill(form, [this, here](const auto& answers) {
        if (!here.expired()) record(answers.at(0), answers.at(1));
    });
}

void ImportScreen::record(const std::string& approver, const std::string& password) {
    if (state_.busy || state_.step != Step::import) return;
    if (needs_approver_ && (approver.empty() || password.empty())) {
        say(Tone::stop, "An import needs the name and the password of a second person.");
        return redraw();
    }
    approver_ = approver;
    if (!request_) request_ = use_.new_request();
    ImportRequest wanted = request();
    wanted.request = request_;
    wanted.reviewed = report_.sha256;
    if (!approver.empty()) wanted.approver = approver;
    const auto secrets = std::make_shared<GivenSecrets>();
    secrets->give(approver, password);
    const auto result = std::make_shared<std::optional<core::Result<ImportReport>>>();
    recording_ = true;
    run(
        "Importing " + state_.file_name, true,
        [use = use_, wanted, secrets, result](const ImportWatch& watch) {
            ImportRequest watched = wanted;
            watched.watch = watch;
            result->emplace(use.take_over(watched, *secrets));
        },
        [this, result] {
            if (!**result) return show_refusal((*result)->error(), "Nothing was imported.");
            finish(std::move((*result)->value()));
        });
}

void ImportScreen::finish(ImportReport report) {
    if (report.cancelled) return say(Tone::plain, "Stopped. Nothing was imported.");
    if (!report.receipt) {
        take_report(std::move(report), Step::faults);
        return say(Tone::stop,
                   "Nothing was imported: the file or the register has changed since it was "
                   "looked at. Look at the faults again.");
    }
    ImportResult result;
    const Receipt& receipt = *report.receipt;
    result.title = import_count(report.imported, "row imported", "rows imported");
    if (!receipt.entries.empty()) {
        result.number = entry_words(receipt.entries.front());
        result.may_undo = receipt.entries.front();
    }
    result.short_form = receipt.short_form;
    result.lines.push_back("From " + state_.file_name + ", approved by " +
                           (approver_.empty() ? "nobody else: the set-up is open" : approver_));
    if (report.skipped > 0)
        result.lines.push_back(import_count(report.skipped, "row", "rows") +
                               " left out for faults; correct and import them later");
    if (report.held > 0)
        result.lines.push_back(import_count(report.held, "row", "rows") +
                               " in the register already");
    if (!report.learnt.empty())
        result.lines.push_back("Model names learnt: " + import_list(report.learnt));
    result.lines.push_back(
        "If it was the wrong file, take it back: as corrections, while nothing of it has moved.");
    if (receipt.repeated)
        result.remark = "This had been recorded already; nothing was recorded twice.";
    path_.clear();
    request_.reset();
    state_.notice = {};
    state_.result = std::move(result);
    go(Step::result);
    committed();
    refresh_imports();
}

void ImportScreen::show_refusal(const core::Refused& refused, const std::string& what) {
    state_.notice = refusal_notice(refused, what, prompter_);
}

// --- taking back -------------------------------------------------------------------------------

void ImportScreen::refresh_imports() {
    struct Found {
        std::vector<ListedImport> listed;
        bool needs_approver = true;
    };
    const auto found = std::make_shared<Found>();
    background_.run(
        [use = use_, found] {
            found->listed = use.list();
            found->needs_approver = use.needs_approver();
        },
        [this, found, here = std::weak_ptr{here_}](const std::exception_ptr& thrown) {
            if (here.expired()) return;
            if (thrown) {
                say(Tone::stop, describe(thrown).sentence);
            } else {
                listed_ = std::move(found->listed);
                needs_approver_ = found->needs_approver;
                // The newest first: it is the one that somebody wants back.
                std::reverse(listed_.begin(), listed_.end());
                fill_imports();
            }
            redraw();
        });
}

void ImportScreen::fill_imports() {
    std::vector<WrittenTable::Row> rows;
    for (const ListedImport& each : listed_)
        rows.push_back({Tone::plain,
                        {entry_words(each.entry), core::uk_time_text(each.at), each.by,
                         each.file_name, grouped(each.imported), grouped(each.skipped),
                         each.undone ? "Taken back, " + entry_words(*each.undone) : "In force"}});
    state_.imports_words =
        listed_.empty() ? "Nothing was imported yet."
                        : import_count(std::ssize(listed_), "import so far", "imports so far");
    imports_->set(std::move(rows));
    ++state_.imports_version;
    if (chosen_import_ >= listed_.size()) chosen_import_ = 0;
    state_.may_undo = chosen_import_ < listed_.size() && !listed_[chosen_import_].undone;
}

void ImportScreen::choose_import(std::size_t row) {
    if (row >= listed_.size()) return;
    chosen_import_ = row;
    const bool may = !listed_[row].undone;
    if (may == state_.may_undo) return;
    state_.may_undo = may;
    changed();
}

void ImportScreen::undo_chosen() {
    if (state_.may_undo && chosen_import_ < listed_.size()) undo(listed_[chosen_import_].entry);
}

void ImportScreen::undo(core::EntryNumber import) {
    if (state_.busy) return;
    Form form{"Take back import " + entry_words(import),
              "What it created is reversed by corrections, and what it changed is put back as it "
              "stood; the ledger keeps both. It is refused where any of that has moved or changed "
              "since.",
              {{"undo-reason", "Reason", "", false, {}}},
              "Take it back"};
    if (needs_approver_) add_approver(form, approver_);
    prompter_.fill(form, [this, import, here = std::weak_ptr{here_}](const auto& answers) {
        if (here.expired()) return;
        const bool approved = answers.size() > 2;
        take_back(import, answers.at(0), approved ? answers.at(1) : "",
                  approved ? answers.at(2) : "");
    });
}

void ImportScreen::take_back(core::EntryNumber import, const std::string& reason,
                             const std::string& approver, const std::string& password) {
    if (state_.busy) return;
    const bool unapproved = needs_approver_ && (approver.empty() || password.empty());
    if (reason.empty() || unapproved) {
        say(Tone::stop, reason.empty()
                            ? "Say in words why the import is taken back."
                            : "Taking it back needs the name and password of a second person.");
        return redraw();
    }
    approver_ = approver;
    UndoRequest wanted;
    wanted.import = import;
    wanted.reason = reason;
    if (!approver.empty()) wanted.approver = approver;
    wanted.request = use_.new_request();
    const auto secrets = std::make_shared<GivenSecrets>();
    secrets->give(approver, password);
    const auto result = std::make_shared<std::optional<core::Result<UndoReport>>>();
    recording_ = true;
    run(
        "Taking back import " + entry_words(import), true,
        [use = use_, wanted, secrets, result](const ImportWatch& watch) {
            UndoRequest watched = wanted;
            watched.watch = watch;
            result->emplace(use.undo(watched, *secrets));
        },
        [this, import, result] {
            if (!**result) return show_refusal((*result)->error(), "Nothing was taken back.");
            show_undone(import, (*result)->value());
        });
}

void ImportScreen::show_undone(core::EntryNumber import, const UndoReport& report) {
    if (report.cancelled || !report.receipt)
        return say(Tone::plain, "Stopped. Nothing was taken back.");
    ImportResult result;
    result.title = "Import " + entry_words(import) + " taken back";
    if (!report.receipt->entries.empty())
        result.number = entry_words(report.receipt->entries.front());
    result.short_form = report.receipt->short_form;
    result.lines.push_back(import_count(report.reversed, "registration", "registrations") +
                           " reversed, " +
                           import_count(report.restored, "entry that puts back what was changed",
                                        "entries that put back what was changed") +
                           ". The file may be imported again.");
    if (!report.stays.empty()) result.lines.push_back("What stays: " + import_list(report.stays));
    if (report.receipt->repeated)
        result.remark = "This had been recorded already; nothing was recorded twice.";
    start_over();
    state_.result = std::move(result);
    go(Step::result);
    committed();
    refresh_imports();
}

}  // namespace muster::app
