// SPDX-License-Identifier: MIT
#include "muster/app/source_file_screen.hpp"

#include <algorithm>

#include "app/delta_file.hpp"
#include "app/screens/import_tables.hpp"
#include "app/screens/source_file_rows.hpp"
#include "muster/app/errors.hpp"

namespace muster::app {
SourceFileScreen::SourceFileScreen(SourceFileUseCases use, Background& background,
                                   Prompter& prompter)
    : use_{std::move(use)},
      background_{background},
      prompter_{prompter},
      rows_{std::make_unique<Rows>(report_, kept_)},
      slow_{background} {}

SourceFileScreen::~SourceFileScreen() = default;

Table& SourceFileScreen::rows() {
    return *rows_;
}

bool SourceFileScreen::has_work() const {
    return recording_ || state_.step == Step::changes || (slow_.is_busy() && !path_.empty());
}

void SourceFileScreen::say(Tone tone, const std::string& words) {
    state_.notice = {tone, words};
}

void SourceFileScreen::refuse(const core::Refused& refused, const std::string& what) {
    state_.notice = refusal_notice(refused, what, prompter_);
}

void SourceFileScreen::run(const std::string& words, bool may_cancel, SlowWork::Piece piece,
                           std::function<void()> done) {
    slow_.run(words, may_cancel, std::move(piece),
              [this, done = std::move(done)](const std::exception_ptr& thrown) {
                  recording_ = false;
                  if (!thrown)
                      done();
                  else
                      say(Tone::stop, describe(thrown).sentence);
                  redraw();
              });
    state_.notice = {};
    redraw();
}

// --- the file ----------------------------------------------------------------------------------

void SourceFileScreen::begin(const SourcePowers& powers, const std::string& kind) {
    if (slow_.is_busy()) return;
    state_.kinds.clear();
    bool may = false;
    for (const std::string& each : powers.kinds) {
        state_.kinds.push_back({each, import_kind_words(each)});
        may = may || each == kind;
    }
    needs_approver_ = powers.needs_approver;
    path_.clear();
    mapping_.clear();
    confirmed_.clear();
    kept_.clear();
    report_ = {};
    day_.reset();
    day_is_typed_ = false;
    state_.file_name.clear();
    state_.as_at.clear();
    state_.mapping_name.clear();
    state_.notice = {};
    state_.result.reset();
    for (TickBox* box : {&state_.partial, &state_.skip_faulty, &state_.leavers, &state_.lift})
        box->ticked = false;
    state_.kind = may ? kind : state_.kinds.empty() ? std::string{} : state_.kinds.front().code;
    fill_rows();
    go(Step::file);
}

void SourceFileScreen::choose_kind(const std::string& kind) {
    const bool may = std::any_of(state_.kinds.begin(), state_.kinds.end(),
                                 [&](const Choice& each) { return each.code == kind; });
    if (slow_.is_busy() || state_.step != Step::file || !may) return;
    state_.kind = kind;
    redraw();
}

void SourceFileScreen::choose_file(const std::string& path) {
    if (slow_.is_busy() || state_.step != Step::file || path.empty()) return;
    path_ = path;
    confirmed_.clear();
    state_.file_name = import_file_name(path);
    state_.notice = {};
    if (!day_is_typed_) {
        const auto day = as_at_in_name(path);
        state_.as_at = day ? core::text_of(*day) : "";
    }
    redraw();
}

void SourceFileScreen::type_day(const std::string& text) {
    if (slow_.is_busy() || state_.step != Step::file || text == state_.as_at) return;
    state_.as_at = text;
    day_is_typed_ = !text.empty();
    redraw();
}

void SourceFileScreen::use_mapping(const std::string& path) {
    if (slow_.is_busy() || state_.step != Step::file || path.empty()) return;
    mapping_ = path;
    state_.mapping_name = import_file_name(path);
    redraw();
}

// Nothing typed leaves it to the file's own heading.
bool SourceFileScreen::take_day() {
    day_ = date_in_text(state_.as_at);
    const bool understood = day_ || state_.as_at.empty() || is_history();
    if (!understood)
        say(Tone::stop, "\"" + state_.as_at +
                            "\" is no day. Type it as 2026-03-01, 01/03/2026 or 1 March 2026.");
    return understood;
}

DeltaRequest SourceFileScreen::delta_request() const {
    DeltaRequest request;
    request.path = path_;
    request.kind = state_.kind;
    request.as_at = day_;
    if (!mapping_.empty()) request.map = mapping_;
    request.partial = state_.partial.ticked;
    request.skip_faulty = state_.skip_faulty.ticked;
    request.confirm_leavers = state_.leavers.ticked;
    request.lift_suspensions = state_.lift.ticked;
    request.confirmed = confirmed_;
    return request;
}

HistoryRequest SourceFileScreen::history_request() const {
    HistoryRequest request;
    request.path = path_;
    if (!mapping_.empty()) request.map = mapping_;
    request.skip_faulty = state_.skip_faulty.ticked;
    request.confirmed = confirmed_;
    return request;
}

void SourceFileScreen::inspect() {
    const auto found = std::make_shared<std::optional<core::Result<DeltaReport>>>();
    const bool history = is_history();
    run(
        "Reading " + state_.file_name, history,
        [use = use_, history, delta = delta_request(), noted = history_request(),
         found](const ImportWatch& watch) {
            if (!history) {
                found->emplace(use.inspect(delta));
                return;
            }
            HistoryRequest watched = noted;
            watched.watch = watch;
            HistoryReport seen = use.inspect_history(watched);
            DeltaReport report;
            report.kind = "movements";
            report.faults = std::move(seen.faults);
            report.warnings = std::move(seen.warnings);
            report.rows = seen.rows;
            report.skipped = seen.skipped;
            report.sha256 = seen.sha256;
            found->emplace(std::move(report));
        },
        [this, found] {
            if (slow_.is_stopped()) return say(Tone::plain, "Stopped. Nothing was changed.");
            if (!**found) return refuse((*found)->error(), "Nothing was changed.");
            take_report(std::move((*found)->value()));
        });
}

void SourceFileScreen::take_report(DeltaReport report) {
    const std::vector<ImportFault> before = std::move(report_.faults);
    report_ = std::move(report);
    kept_ = confirmed_before(kept_, before, report_.faults, confirmed_);
    fill_rows();
    go(Step::changes);
}

// --- what is said of it ------------------------------------------------------------------------

void SourceFileScreen::show(Showing showing) {
    if (showing == showing_) return;
    showing_ = showing;
    state_.row = 0;
    fill_rows();
    redraw();
}

void SourceFileScreen::choose_row(std::size_t row) {
    if (row == state_.row || row >= static_cast<std::size_t>(rows_->row_count())) return;
    state_.row = row;
    redraw();
}

void SourceFileScreen::confirm_fault() {
    const ImportFault* fault = rows_->fault(state_.row);
    if (slow_.is_busy() || !state_.may_confirm || fault == nullptr) return;
    const std::string cell = fault->cell();
    if (confirmed_.erase(cell) == 0) confirmed_.insert(cell);
    inspect();
}

void SourceFileScreen::tick(TickBox& box, bool ticked, bool reads) {
    if (slow_.is_busy() || box.ticked == ticked || state_.step != Step::changes) return;
    box.ticked = ticked;
    if (reads) return inspect();
    redraw();
}

void SourceFileScreen::tick_partial(bool ticked) {
    tick(state_.partial, ticked, true);
}
void SourceFileScreen::tick_skip_faulty(bool ticked) {
    tick(state_.skip_faulty, ticked, false);
}
void SourceFileScreen::tick_leavers(bool ticked) {
    tick(state_.leavers, ticked, true);
}
void SourceFileScreen::tick_lift(bool ticked) {
    tick(state_.lift, ticked, true);
}

void SourceFileScreen::read_again() {
    if (!slow_.is_busy() && state_.step == Step::changes) inspect();
}

void SourceFileScreen::fill_rows() {
    rows_->reload(showing_);
    if (state_.row >= static_cast<std::size_t>(rows_->row_count())) state_.row = 0;
    ++state_.rows_version;
}

}  // namespace muster::app
