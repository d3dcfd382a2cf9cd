// SPDX-License-Identifier: MIT
#include "muster/app/compare_screen.hpp"

#include <filesystem>

#include "app/screens/compare_rows.hpp"
#include "app/screens/import_tables.hpp"
#include "muster/app/errors.hpp"
#include "muster/app/status_screen.hpp"

namespace muster::app {
namespace {

std::string count_words(const std::string& kind, const CompareCount& count) {
    return kind + ": " + grouped(count.agreed) + " agreed, " + grouped(count.differing) +
           " different, " + grouped(count.only_in_file) + " only in the file, " +
           grouped(count.only_in_ledger) + " only here";
}

// What a kind of thing is called where there are many.
std::string many_of(const std::string& kind) {
    if (kind == "item") return "Weapons and other items";
    if (kind == "batch") return "Munitions";
    if (kind == "officer") return "Officers";
    return kind == "authorisation" ? "Authorisations" : kind;
}

}  // namespace

CompareUseCases compare_use_cases(std::shared_ptr<Session> session) {
    CompareUseCases use;
    // A large register takes its time; a connection of its own leaves the others to the window.
    use.compare = [session](const CompareRequest& request) {
        CompareRequest wanted = request;
        wanted.viewer = session->author.user;
        return compare_register(*session->open_reading(), wanted);
    };
    use.save = [session](const CompareReport& report, const std::string& out) {
        return export_comparison(*session->ledger, session->author, report, out);
    };
    return use;
}

CompareScreen::CompareScreen(CompareUseCases use, Background& background)
    : use_{std::move(use)}, rows_{std::make_unique<Rows>(report_)}, slow_{background} {}

CompareScreen::~CompareScreen() = default;

Table& CompareScreen::rows() {
    return *rows_;
}

void CompareScreen::say(Tone tone, const std::string& words) {
    state_.notice = {tone, words};
}

void CompareScreen::run(const std::string& words, bool may_cancel, SlowWork::Piece piece,
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

void CompareScreen::choose_file(const std::string& path) {
    if (!slow_.is_busy() && !path.empty()) compare(path);
}

void CompareScreen::read_again() {
    if (!slow_.is_busy() && !path_.empty()) compare(path_);
}

void CompareScreen::compare(const std::string& path) {
    const auto result = std::make_shared<std::optional<core::Result<CompareReport>>>();
    run(
        "Comparing " + import_file_name(path), true,
        [use = use_, path, result](const ImportWatch& watch) {
            CompareRequest request;
            request.path = path;
            request.watch = watch;
            result->emplace(use.compare(request));
        },
        [this, path, result] {
            if (!**result)
                return say(Tone::stop, core::sentence_of((*result)->error().lines.front()) +
                                           " Nothing was compared.");
            take_report(std::move((*result)->value()), path);
        });
}

void CompareScreen::take_report(CompareReport report, const std::string& path) {
    if (report.cancelled || slow_.is_stopped())
        return say(Tone::plain, "Stopped. Nothing was compared.");
    report_ = std::move(report);
    path_ = path;
    state_.file_name = import_file_name(path);
    state_.counts.clear();
    for (const auto& [kind, count] : report_.counts)
        state_.counts.push_back(count_words(many_of(kind), count));
    state_.row = 0;
    fill_rows();
    if (report_.counts.empty())
        say(Tone::stop, "Nothing in " + state_.file_name +
                            " could be compared: no sheet of it has headings that are understood.");
    else if (report_.agrees())
        say(Tone::good, state_.file_name + " and the ledger say the same.");
}

void CompareScreen::show(Showing showing) {
    if (showing == showing_) return;
    showing_ = showing;
    fill_rows();
    redraw();
}

void CompareScreen::search(const std::string& text) {
    if (text == search_) return;
    search_ = text;
    fill_rows();
    redraw();
}

void CompareScreen::choose_row(std::size_t row) {
    if (row == state_.row || row >= static_cast<std::size_t>(rows_->row_count())) return;
    state_.row = row;
    redraw();
}

std::string CompareScreen::save_path() const {
    const std::filesystem::path path{path_};
    return (path.parent_path() / (path.stem().string() + " against the ledger.csv")).string();
}

void CompareScreen::save(const std::string& path) {
    if (slow_.is_busy() || !state_.may_save || path.empty()) return;
    if (path == path_)
        return say(Tone::stop, "Choose another name: the file itself is never written over.");
    const auto result = std::make_shared<std::optional<core::Result<Receipt>>>();
    recording_ = true;
    run(
        "Saving " + import_file_name(path), false,
        [use = use_, report = report_, path, result](const ImportWatch&) {
            result->emplace(use.save(report, path));
        },
        [this, path, result] {
            if (!**result)
                return say(Tone::stop, core::sentence_of((*result)->error().lines.front()));
            const auto& entries = (*result)->value().entries;
            say(Tone::good, "All differences are saved as " + import_file_name(path) +
                                ". That they left the ledger is recorded" +
                                (entries.empty() ? "." : ", #" + grouped(entries.front()) + "."));
            committed();
        });
}

void CompareScreen::escape() {
    if (!slow_.is_busy()) return back();
    if (!slow_.may_cancel()) return;
    slow_.stop();
    redraw();
}

void CompareScreen::back() {
    if (slow_.is_busy()) return;
    state_.notice = {};
    left();
}

void CompareScreen::fill_rows() {
    rows_->reload(showing_, search_);
    if (state_.row >= static_cast<std::size_t>(rows_->row_count())) state_.row = 0;
    ++state_.rows_version;
}

void CompareScreen::redraw() {
    state_.busy = slow_.is_busy();
    state_.busy_words = slow_.words();
    state_.may_cancel = slow_.may_cancel();
    const std::int64_t differences = std::ssize(report_.differences);
    const std::int64_t faults = std::ssize(report_.faults);
    state_.words = import_count(differences, "difference", "differences");
    if (faults > 0)
        state_.words += ", " + import_count(faults, "fault", "faults") + " in rows not compared";
    const std::int64_t shown = rows_->row_count();
    state_.shown_words = shown == differences + faults
                             ? std::string{}
                             : grouped(shown) + " of " + grouped(differences + faults) + " shown";
    state_.may_save = !state_.busy && !state_.file_name.empty() && differences > 0;
    state_.detail = {rows_->tone(static_cast<std::int64_t>(state_.row)), rows_->words(state_.row)};
    changed();
}

}  // namespace muster::app
