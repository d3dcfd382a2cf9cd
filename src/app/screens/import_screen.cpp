// SPDX-License-Identifier: MIT
#include "muster/app/import_screen.hpp"

#include <algorithm>

#include "app/screens/import_tables.hpp"
#include "muster/app/errors.hpp"
#include "muster/app/status_screen.hpp"

namespace muster::app {

struct ImportScreen::Inspected {
    ImportReport report;
    bool needs_approver = true;
    std::vector<std::string> models;
    std::string saved_mapping;
};

ImportScreen::ImportScreen(ImportUseCases use, Background& background, Prompter& prompter)
    : use_{std::move(use)},
      background_{background},
      prompter_{prompter},
      sheets_{std::make_unique<WrittenTable>(
          std::vector<TableColumn>{
              {"Sheet", 28}, {"Holds", 24}, {"Rows", 8}, {"Headings in row", 16}, {"Remarks", 30}},
          true)},
      columns_{std::make_unique<WrittenTable>(std::vector<TableColumn>{{"State", 12},
                                                                       {"Column", 8},
                                                                       {"Heading in the file", 26},
                                                                       {"Means", 26},
                                                                       {"Examples", 30}},
                                              true)},
      faults_{std::make_unique<Faults>(report_, kept_, confirmed_)},
      imports_{std::make_unique<WrittenTable>(std::vector<TableColumn>{{"Entry", 9},
                                                                       {"When", 18},
                                                                       {"By", 12},
                                                                       {"File", 24},
                                                                       {"Rows", 8},
                                                                       {"Left out", 9},
                                                                       {"State", 24}},
                                              false)},
      slow_{background} {
    for (const std::string& kind : use_.templates)
        state_.templates.push_back({kind, import_kind_words(kind)});
    fill_imports();
    redraw();
}

ImportScreen::~ImportScreen() = default;

Table& ImportScreen::sheets() {
    return *sheets_;
}
Table& ImportScreen::columns() {
    return *columns_;
}
Table& ImportScreen::faults() {
    return *faults_;
}
Table& ImportScreen::imports() {
    return *imports_;
}

bool ImportScreen::has_work() const {
    return recording_ || (!path_.empty() && state_.step != Step::result);
}

// --- slow work ---------------------------------------------------------------------------------

void ImportScreen::run(const std::string& words, bool may_cancel, SlowWork::Piece work,
                       std::function<void()> done) {
    slow_.run(words, may_cancel, std::move(work),
              [this, done = std::move(done)](const std::exception_ptr& thrown) {
                  state_.busy = slow_.is_busy();
                  state_.may_cancel = false;
                  recording_ = false;
                  if (!thrown) {
                      done();
                  } else {
                      // A file that cannot be read is none.
                      if (state_.step == Step::file) path_.clear();
                      say(Tone::stop, describe(thrown).sentence);
                  }
                  redraw();
              });
    state_.busy = true;
    state_.busy_words = words;
    state_.may_cancel = may_cancel;
    state_.notice = {};
    redraw();
}

ImportRequest ImportScreen::request() const {
    ImportRequest request;
    request.path = path_;
    request.mapping = mapping_;
    request.confirmed = confirmed_;
    request.skip_faulty = state_.skip_faulty;
    return request;
}

bool ImportScreen::is_inspected() const {
    return mapping_ == inspected_mapping_ && confirmed_ == inspected_confirmed_;
}

void ImportScreen::inspect(Step next) {
    const auto found = std::make_shared<Inspected>();
    run(
        "Reading " + state_.file_name, true,
        [use = use_, request = request(), found](const ImportWatch& watch) {
            ImportRequest watched = request;
            watched.watch = watch;
            found->report = use.inspect(watched);
            found->needs_approver = use.needs_approver();
            found->models = use.models();
        },
        [this, found, next] {
            needs_approver_ = found->needs_approver;
            models_ = std::move(found->models);
            // A person who said stop is obeyed, even where the reading was done just before.
            if (slow_.is_stopped()) found->report.cancelled = true;
            take_report(std::move(found->report), next);
        });
}

// The first look also looks for a mapping that was saved for such files.
void ImportScreen::inspect_first() {
    const auto saved = std::make_shared<std::string>();
    run(
        "Reading " + state_.file_name, false,
        [use = use_, path = path_, saved](const ImportWatch&) { *saved = use.find_mapping(path); },
        [this, saved] {
            inspect(Step::sheets);
            if (saved->empty()) return;
            prompter_.ask({"Use the saved mapping?",
                           import_file_name(*saved) +
                               " lies beside the file. It says what sheets and headings mean, as "
                               "somebody settled it before.",
                           "Use it", "Start afresh"},
                          [this, path = *saved, here = std::weak_ptr{here_}] {
                              if (!here.expired()) use_mapping(path);
                          });
        });
}

// --- the file ----------------------------------------------------------------------------------

void ImportScreen::choose_file(const std::string& path) {
    if (state_.busy || path.empty()) return;
    start_over();
    path_ = path;
    state_.file_name = import_file_name(path);
    inspect_first();
}

void ImportScreen::read_again() {
    if (state_.busy || path_.empty() || state_.step == Step::result) return;
    inspect(state_.step);
}

void ImportScreen::start_over() {
    if (state_.busy) return;
    path_.clear();
    mapping_ = {};
    confirmed_.clear();
    kept_.clear();
    request_.reset();
    report_ = {};
    state_.file_name.clear();
    state_.file_words.clear();
    state_.skip_faulty = false;
    state_.sheet = state_.column = state_.fault = state_.tab = 0;
    state_.notice = {};
    state_.result.reset();
    fill_sheets();
    fill_columns();
    fill_faults();
    go(Step::file);
}

void ImportScreen::take_report(ImportReport report, Step next) {
    if (report.cancelled) {
        if (state_.step == Step::file) start_over();
        return say(Tone::plain, "Stopped. Nothing was changed.");
    }
    if (report.sheets.empty() && !report.faults.empty()) {
        start_over();
        return say(Tone::stop, report.faults.front().words);
    }
    const std::vector<ImportFault> before = std::move(report_.faults);
    report_ = std::move(report);
    // What the corrected file no longer holds needs no confirmation.
    for (const std::string& cell : report_.unconfirmed) confirmed_.erase(cell);
    inspected_mapping_ = mapping_;
    inspected_confirmed_ = confirmed_;
    request_.reset();
    kept_ = confirmed_before(kept_, before, report_.faults, confirmed_);
    state_.file_words = import_count(std::ssize(report_.sheets), "sheet", "sheets") + ", " +
                        import_count(report_.rows(), "row", "rows");
    state_.sheet = std::min(state_.sheet, report_.sheets.empty() ? 0 : report_.sheets.size() - 1);
    fill_sheets();
    fill_columns();
    go_to_unsettled();
    fill_faults();
    if (report_.before)
        say(Tone::stop, "This very file was imported before, as entry #" +
                            grouped(*report_.before) +
                            ". Take that import back first, or choose another file.");
    const bool unsettled = unsettled_columns() > 0;
    const bool faulty = open_faults() > 0 && !state_.skip_faulty;
    if (unsettled && next > Step::columns) next = Step::columns;
    if (faulty && next > Step::faults) next = Step::faults;
    go(next);
}

}  // namespace muster::app
