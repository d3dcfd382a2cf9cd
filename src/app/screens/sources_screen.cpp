// SPDX-License-Identifier: MIT
#include "muster/app/sources_screen.hpp"

#include <algorithm>

#include "app/screens/given_secrets.hpp"
#include "app/screens/import_tables.hpp"
#include "app/screens/written_table.hpp"
#include "muster/app/errors.hpp"
#include "muster/app/status_screen.hpp"

namespace muster::app {
namespace {

std::string state_words(const SourceAge& age) {
    if (!age.as_at) return age.stale ? "Promised, never came" : "Never came";
    return age.stale ? "Stale" : "In date";
}

Tone tone_of(const SourceAge& age) {
    return age.stale ? Tone::stop : age.as_at ? Tone::good : Tone::plain;
}

std::string days_words(std::int64_t days) {
    return days == 0 ? "today" : import_count(days, "day ago", "days ago");
}

std::string outcome_words(NightlyFile::Outcome outcome) {
    using enum NightlyFile::Outcome;
    switch (outcome) {
        case imported:
            return "Imported";
        case known:
            return "Known already";
        case older:
            return "Older";
        case waiting:
            return "Still growing";
        case faulty:
            return "Faulty";
        case refused:
            return "Refused";
        case unnamed:
            return "Nobody reads it";
        case unreadable:
            break;
    }
    return "Cannot be read";
}

Tone tone_of(const NightlyFile& file) {
    if (wants_a_person(file.outcome)) return Tone::stop;
    return file.outcome == NightlyFile::Outcome::imported ? Tone::good : Tone::plain;
}

}  // namespace

SourcesScreen::SourcesScreen(SourcesUseCases use, Background& background, Prompter& prompter)
    : use_{std::move(use)},
      background_{background},
      prompter_{prompter},
      sources_{
          std::make_unique<WrittenTable>(std::vector<TableColumn>{{"State", 18},
                                                                  {"What", 14},
                                                                  {"As at", 11},
                                                                  {"That is", 10},
                                                                  {"Limit", 8},
                                                                  {"Last entry", 9},
                                                                  {"Comes by itself from", 30}},
                                         true)},
      waiting_{std::make_unique<WrittenTable>(
          std::vector<TableColumn>{
              {"Outcome", 15}, {"File", 32}, {"What", 15}, {"What became of it", 60}},
          true)},
      file_{use_.file, background, prompter},
      comparison_{use_.comparison, background},
      slow_{background} {
    const auto recorded = [this] {
        committed();
        refresh();
    };
    file_.committed = recorded;
    comparison_.committed = recorded;
    file_.left = comparison_.left = [this] { go(Place::sources); };
}

SourcesScreen::~SourcesScreen() = default;

Table& SourcesScreen::sources() {
    return *sources_;
}
Table& SourcesScreen::waiting() {
    return *waiting_;
}

bool SourcesScreen::has_work() const {
    return is_recording() || (state_.place == Place::file && file_.has_work());
}

bool SourcesScreen::is_recording() const {
    return recording_ || file_.is_recording() || comparison_.is_recording();
}

void SourcesScreen::say(Tone tone, const std::string& words) {
    state_.notice = {tone, words};
}

void SourcesScreen::run(const std::string& words, SlowWork::Piece piece,
                        std::function<void()> done) {
    slow_.run(words, false, std::move(piece),
              [this, done = std::move(done)](const std::exception_ptr& thrown) {
                  recording_ = false;
                  if (!thrown)
                      done();
                  else
                      say(Tone::stop, describe(thrown).sentence);
                  redraw();
              });
    redraw();
}

void SourcesScreen::go(Place place) {
    state_.place = place;
    redraw();
}

void SourcesScreen::back() {
    if (state_.place != Place::waiting) return;
    state_.notice = {};
    go(Place::sources);
}

void SourcesScreen::escape() {
    if (state_.place == Place::file) return file_.escape();
    if (state_.place == Place::comparison) return comparison_.escape();
    back();
}

// --- how old everything is ---------------------------------------------------------------------

void SourcesScreen::refresh() {
    const auto found = std::make_shared<SourcesFound>();
    run(
        "Looking at what came", [use = use_, found](const ImportWatch&) { *found = use.look(); },
        [this, found] { take_found(std::move(*found)); });
}

void SourcesScreen::take_found(SourcesFound found) {
    found_ = std::move(found);
    std::vector<WrittenTable::Row> rows;
    for (const SourceAge& age : found_.ages)
        rows.push_back(
            {tone_of(age),
             {state_words(age), import_kind_words(age.kind),
              age.as_at ? core::people_text(*age.as_at) : "", age.as_at ? days_words(age.days) : "",
              import_count(age.limit, "day", "days"),
              age.entry == 0 ? "" : "#" + grouped(age.entry),
              age.nightly ? age.folder : "By hand only"}});
    sources_->set(std::move(rows));
    if (state_.source >= found_.ages.size()) state_.source = 0;
    ++state_.sources_version;
    state_.in_date = stale_alarm(found_.ages)
                         ? Notice{}
                         : Notice{Tone::good, "Nothing that other systems say is too old."};
}

const SourceAge* SourcesScreen::chosen() const {
    return state_.source < found_.ages.size() ? &found_.ages[state_.source] : nullptr;
}

void SourcesScreen::choose_source(std::size_t row) {
    if (row == state_.source || row >= found_.ages.size()) return;
    state_.source = row;
    redraw();
}

void SourcesScreen::open_file() {
    if (slow_.is_busy() || !state_.may_import) return;
    state_.notice = {};
    file_.begin(found_.powers, chosen() == nullptr ? "" : chosen()->kind);
    go(Place::file);
}

void SourcesScreen::open_comparison() {
    state_.notice = {};
    go(Place::comparison);
}

// --- what comes by itself ----------------------------------------------------------------------

void SourcesScreen::approve() {
    const SourceAge* source = chosen();
    if (slow_.is_busy() || !state_.may_approve || source == nullptr) return;
    Form form;
    form.title = import_kind_words(source->kind) + ": a folder for every night";
    form.words = "Every night, files called " + source->kind +
                 "... (.csv or .xlsx) in this folder are imported with nobody standing by. Whoever "
                 "approves it stands as the approver of each of them.";
    form.fields.push_back({"folder", "Folder", source->folder, false, {}});
    form.done = "Approve the folder";
    add_approver(form, approver_);
    prompter_.fill(form,
                   [this, kind = source->kind, here = std::weak_ptr{here_}](const auto& answers) {
                       if (here.expired()) return;
                       if (!answers.at(0).empty())
                           return set_policy(kind, answers.at(0), answers.at(1), answers.at(2));
                       say(Tone::stop, "Type the folder that the files are left in.");
                       redraw();
                   });
}

void SourcesScreen::end_nightly() {
    const SourceAge* source = chosen();
    if (slow_.is_busy() || !state_.may_end || source == nullptr) return;
    Form form{import_kind_words(source->kind) + ": by hand only",
              "No file of this kind is taken unattended any more.",
              {},
              "End it"};
    add_approver(form, approver_);
    prompter_.fill(form,
                   [this, kind = source->kind, here = std::weak_ptr{here_}](const auto& answers) {
                       if (!here.expired()) set_policy(kind, "", answers.at(0), answers.at(1));
                   });
}

void SourcesScreen::set_policy(const std::string& kind, const std::string& folder,
                               const std::string& approver, const std::string& password) {
    if (slow_.is_busy()) return;
    if (approver.empty() || password.empty()) {
        say(Tone::stop, "This takes the name and the password of a second person.");
        return redraw();
    }
    approver_ = approver;
    const auto secrets = std::make_shared<GivenSecrets>();
    secrets->give(approver, password);
    const auto result = std::make_shared<std::optional<core::Result<Receipt>>>();
    recording_ = true;
    run(
        "Recording the approval",
        [use = use_, kind, folder, approver, secrets, result](const ImportWatch&) {
            result->emplace(use.approve(kind, folder, approver, *secrets));
        },
        [this, kind, folder, approver, result] {
            if (!**result) {
                state_.notice =
                    refusal_notice((*result)->error(), "Nothing was changed.", prompter_);
                return;
            }
            const std::string what = import_kind_words(kind);
            say(Tone::good, folder.empty() ? what + " come by hand only from now on."
                                           : what + " may come by themselves from " + folder +
                                                 " from now on, approved by " + approver + ".");
            committed();
            refresh();
        });
}

std::vector<std::string> SourcesScreen::waiting_kinds() const {
    std::vector<std::string> kinds;
    const auto& may = found_.powers.kinds;
    for (const SourceAge& age : found_.ages)
        if (age.nightly && std::find(may.begin(), may.end(), age.kind) != may.end())
            kinds.push_back(age.kind);
    return kinds;
}

void SourcesScreen::import_waiting() {
    if (slow_.is_busy() || !state_.may_run) return;
    const auto taken = std::make_shared<std::vector<NightlyFile>>();
    state_.notice = {};
    recording_ = true;
    run(
        "Importing what waits in the folders",
        [use = use_, kinds = waiting_kinds(), taken](const ImportWatch&) {
            GivenSecrets nobody;
            *taken = use.import_waiting(kinds, nobody);
        },
        [this, taken] { take_waiting(std::move(*taken)); });
}

void SourcesScreen::take_waiting(std::vector<NightlyFile> files) {
    taken_ = std::move(files);
    std::vector<WrittenTable::Row> rows;
    std::int64_t imported = 0;
    std::int64_t wanting = 0;
    for (const NightlyFile& file : taken_) {
        imported += file.outcome == NightlyFile::Outcome::imported ? 1 : 0;
        wanting += wants_a_person(file.outcome) ? 1 : 0;
        rows.push_back(
            {tone_of(file),
             {outcome_words(file.outcome), file.file, import_kind_words(file.kind), file.words}});
    }
    waiting_->set(std::move(rows));
    state_.waiting = 0;
    ++state_.waiting_version;
    state_.waiting_words = taken_.empty()
                               ? "No file waits in the folders."
                               : import_count(std::ssize(taken_), "file lies", "files lie") +
                                     " in the folders, " + grouped(imported) + " imported now";
    if (wanting > 0)
        say(Tone::warning, import_count(wanting, "file needs", "files need") +
                               " a person. Nothing of what it holds was recorded; import it by "
                               "hand to see every fault.");
    go(Place::waiting);
    if (imported == 0) return;
    committed();
    refresh();
}

void SourcesScreen::choose_waiting(std::size_t row) {
    if (row == state_.waiting || row >= taken_.size()) return;
    state_.waiting = row;
    redraw();
}

// --- what the view draws -----------------------------------------------------------------------

void SourcesScreen::redraw() {
    state_.busy = slow_.is_busy();
    state_.busy_words = slow_.words();
    const SourceAge* source = chosen();
    const std::string what = source == nullptr ? "" : import_kind_words(source->kind);
    state_.may_import = !found_.powers.kinds.empty();
    state_.may_approve = found_.powers.may_approve_nightly && source != nullptr;
    state_.approve_label = what + ": approve a folder...";
    state_.may_end = state_.may_approve && source->nightly;
    state_.end_label = what + ": by hand only...";
    state_.may_run = !waiting_kinds().empty();
    state_.powers_words =
        state_.may_import || found_.ages.empty()
            ? std::string{}
            : std::string{state_.may_approve ? "You may look, compare and approve folders."
                                             : "You may look and compare."} +
                  " Whoever keeps officers, authorisations or the register imports what is new.";
    state_.waiting_detail = {};
    if (state_.waiting < taken_.size()) {
        const NightlyFile& file = taken_[state_.waiting];
        state_.waiting_detail = {tone_of(file), file.file + ": " + file.words};
    }
    changed();
}

}  // namespace muster::app
