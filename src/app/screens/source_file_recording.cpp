// SPDX-License-Identifier: MIT
#include "app/screens/given_secrets.hpp"
#include "app/screens/import_tables.hpp"
#include "app/screens/source_file_rows.hpp"
#include "muster/app/status_screen.hpp"

// What is written to the ledger: one file of another system.
namespace muster::app {
namespace {

constexpr std::size_t leavers_told_max = 4;

void tell_leavers(const DeltaReport& report, std::vector<std::string>& lines) {
    std::size_t told = 0;
    for (const DeltaChange& change : report.changes) {
        if (change.held.empty() || ++told > leavers_told_max) continue;
        lines.push_back(change.subject + " has left and still holds " + change.held);
    }
    if (told > leavers_told_max)
        lines.push_back("and " + std::to_string(told - leavers_told_max) + " more leavers");
}

}  // namespace

void SourceFileScreen::ask_and_record() {
    const std::string words = state_.summary + ". All of it is recorded together, or nothing.";
    const auto here = std::weak_ptr{here_};
    if (!needs_approver_)
        return prompter_.ask({state_.next_label + "?", words, state_.next_label, "Not yet"},
                             [this, here] {
                                 if (!here.expired()) record("", "");
                             });
    Form form{state_.next_label, words, {}, state_.next_label};
    add_approver(form, approver_);
    prompter_.fill(form, [this, here](const auto& answers) {
        if (!here.expired()) record(answers.at(0), answers.at(1));
    });
}

void SourceFileScreen::record(const std::string& approver, const std::string& password) {
    if (slow_.is_busy() || state_.step != Step::changes) return;
    if (needs_approver_ && (approver.empty() || password.empty())) {
        say(Tone::stop, "An import needs the name and the password of a second person.");
        return redraw();
    }
    approver_ = approver;
    const auto secrets = std::make_shared<GivenSecrets>();
    secrets->give(approver, password);
    const Approver second = approver.empty() ? Approver{} : Approver{approver};
    recording_ = true;
    if (is_history()) {
        HistoryRequest wanted = history_request();
        wanted.reviewed = report_.sha256;
        wanted.approver = second;
        const auto result = std::make_shared<std::optional<core::Result<HistoryReport>>>();
        return run(
            "Noting " + state_.file_name, true,
            [use = use_, wanted, secrets, result](const ImportWatch& watch) {
                HistoryRequest watched = wanted;
                watched.watch = watch;
                result->emplace(use.take_history(watched, *secrets));
            },
            [this, result] {
                if (!**result) return refuse((*result)->error(), "Nothing was recorded.");
                finish((*result)->value());
            });
    }
    DeltaRequest wanted = delta_request();
    wanted.as_at = report_.as_at;
    wanted.reviewed = report_.sha256;
    wanted.approver = second;
    const auto result = std::make_shared<std::optional<core::Result<DeltaReport>>>();
    run(
        "Recording " + state_.file_name, false,
        [use = use_, wanted, secrets, result](const ImportWatch&) {
            result->emplace(use.take(wanted, *secrets));
        },
        [this, result] {
            if (!**result) return refuse((*result)->error(), "Nothing was recorded.");
            finish((*result)->value());
        });
}

void SourceFileScreen::finish(const DeltaReport& report) {
    if (!report.receipt) {
        take_report(report);
        return say(Tone::stop,
                   "Nothing was recorded: the ledger has changed since the file was looked at. "
                   "Look at it again.");
    }
    ImportResult result;
    result.title =
        import_kind_words(report.kind) + " as at " + core::people_text(report.as_at) + " imported";
    result.lines.push_back(summary_of(report));
    tell_leavers(report, result.lines);
    show_receipt(*report.receipt, std::move(result));
}

void SourceFileScreen::finish(const HistoryReport& report) {
    if (report.cancelled) return say(Tone::plain, "Stopped. Nothing was recorded.");
    if (!report.receipt)
        return say(Tone::stop, "Nothing was recorded: the file has faults. Look at it again.");
    ImportResult result;
    result.title = import_count(report.noted, "past movement noted", "past movements noted");
    result.lines.push_back(grouped(report.linked) + " of them about things that we know");
    if (report.held > 0)
        result.lines.push_back(import_count(report.held, "row", "rows") + " noted before");
    if (report.skipped > 0)
        result.lines.push_back(import_count(report.skipped, "row", "rows") +
                               " left out for faults; correct and import them later");
    show_receipt(*report.receipt, std::move(result));
}

void SourceFileScreen::show_receipt(const Receipt& receipt, ImportResult result) {
    result.lines.push_back("From " + state_.file_name + ", approved by " +
                           (approver_.empty() ? "nobody else: the set-up is open" : approver_));
    if (!receipt.entries.empty()) result.number = "#" + grouped(receipt.entries.front());
    result.short_form = receipt.short_form;
    if (receipt.repeated)
        result.remark = "This had been recorded already; nothing was recorded twice.";
    path_.clear();
    state_.notice = {};
    state_.result = std::move(result);
    go(Step::result);
    committed();
}

}  // namespace muster::app
