// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "muster/app/compare_screen.hpp"
#include "muster/app/nightly_import.hpp"
#include "muster/app/prompter.hpp"
#include "muster/app/source_file_screen.hpp"

namespace muster::app {

class WrittenTable;

/// How old everything is, and what the person may do about it.
struct SourcesFound {
    std::vector<SourceAge> ages;
    SourcePowers powers;
};

/// What the page of other systems does through the ledger, away from the window's thread.
struct SourcesUseCases {
    std::function<SourcesFound()> look;
    std::function<core::Result<Receipt>(const std::string& kind, const std::string& folder,
                                        const std::string& approver, Secrets&)>
        approve;
    std::function<std::vector<NightlyFile>(const std::vector<std::string>& kinds, Secrets&)>
        import_waiting;
    SourceFileUseCases file;
    CompareUseCases comparison;
};
/// The real ones, over the session's ledger.
SourcesUseCases sources_use_cases(std::shared_ptr<Session> session);

/// What the view draws; it keeps nothing else but the tables.
struct SourcesState {
    enum class Place { sources, waiting, file, comparison };
    Place place = Place::sources;
    Notice notice;
    Notice in_date;  ///< that nothing is too old; what is stands above every page
    bool busy = false;
    std::string busy_words;
    bool may_import = false;
    bool may_approve = false;
    std::string approve_label;
    bool may_end = false;
    std::string end_label;
    bool may_run = false;
    std::string powers_words;  ///< for whoever may not import
    std::size_t source = 0;
    std::string waiting_words;  ///< what became of the files that waited
    std::size_t waiting = 0;
    Notice waiting_detail;
    /// Count up where a table's rows are others now.
    int sources_version = 0;
    int waiting_version = 0;
};

/// What other systems say from day to day: how old it is, whence it comes, and what a person can do
/// about it.
class SourcesScreen {
public:
    using Place = SourcesState::Place;

    SourcesScreen(SourcesUseCases use, Background& background, Prompter& prompter);
    ~SourcesScreen();

    std::function<void()> changed = [] {};
    /// Something was recorded.
    std::function<void()> committed = [] {};

    const SourcesState& state() const { return state_; }
    Table& sources();
    /// What became of each file that waited.
    Table& waiting();
    SourceFileScreen& file() { return file_; }
    CompareScreen& comparison() { return comparison_; }
    const SourceFileScreen& file() const { return file_; }
    const CompareScreen& comparison() const { return comparison_; }

    /// Reads how old everything is.
    void refresh();
    void choose_source(std::size_t row);
    void open_file();
    void open_comparison();
    /// The chosen kind of data may come by itself; asks from which folder, and for the second
    /// person.
    void approve();
    /// It comes by itself no more; asks likewise.
    void end_nightly();
    /// Takes what lies in the approved folders.
    void import_waiting();
    void choose_waiting(std::size_t row);
    void back();
    void escape();

    bool has_work() const;
    bool is_recording() const;

private:
    const SourceAge* chosen() const;
    std::vector<std::string> waiting_kinds() const;
    void run(const std::string& words, SlowWork::Piece piece, std::function<void()> done);
    void set_policy(const std::string& kind, const std::string& folder, const std::string& approver,
                    const std::string& password);
    void take_found(SourcesFound found);
    void take_waiting(std::vector<NightlyFile> files);
    void go(Place place);
    void redraw();
    void say(Tone tone, const std::string& words);

    SourcesUseCases use_;
    Background& background_;
    Prompter& prompter_;
    SourcesState state_;
    SourcesFound found_;
    std::vector<NightlyFile> taken_;
    bool recording_ = false;
    std::string approver_;  ///< the last one, offered again
    std::unique_ptr<WrittenTable> sources_;
    std::unique_ptr<WrittenTable> waiting_;
    SourceFileScreen file_;
    CompareScreen comparison_;
    SlowWork slow_;
    std::shared_ptr<int> here_ = std::make_shared<int>();
};

}  // namespace muster::app
