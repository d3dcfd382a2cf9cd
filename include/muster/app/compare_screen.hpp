// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "muster/app/compare.hpp"
#include "muster/app/notice.hpp"
#include "muster/app/sign_in_screen.hpp"
#include "muster/app/slow_work.hpp"
#include "muster/app/table.hpp"

namespace muster::app {

/// What the comparison does through the ledger and the disk, away from the window's thread.
struct CompareUseCases {
    std::function<core::Result<CompareReport>(const CompareRequest&)> compare;
    std::function<core::Result<Receipt>(const CompareReport&, const std::string& out)> save;
};
/// The real ones, over the session's ledger, for its user.
CompareUseCases compare_use_cases(std::shared_ptr<Session> session);

/// What the view draws; it keeps nothing else but the table.
struct CompareState {
    Notice notice;
    bool busy = false;
    std::string busy_words;
    bool may_cancel = false;
    std::string file_name;            ///< empty until one was compared
    std::string words;                ///< `3 differences` …
    std::vector<std::string> counts;  ///< a line a kind
    std::string shown_words;          ///< how many of the rows stand in the table
    std::size_t row = 0;
    Notice detail;  ///< the chosen row in full
    bool may_save = false;
    int rows_version = 0;  ///< counts up where the table's rows are others now
};

/// Another register beside the ledger. Nothing is recorded by looking; a list that is saved leaves
/// the ledger, and that is.
class CompareScreen {
public:
    enum class Showing { all, differs, only_in_file, only_here, not_compared };

    CompareScreen(CompareUseCases use, Background& background);
    ~CompareScreen();

    std::function<void()> changed = [] {};
    /// An export was recorded.
    std::function<void()> committed = [] {};
    /// A person went back.
    std::function<void()> left = [] {};

    const CompareState& state() const { return state_; }
    Table& rows();
    WorkProgress work() const { return slow_.progress(); }

    void choose_file(const std::string& path);
    /// The same file again, as it is now.
    void read_again();
    void show(Showing showing);
    /// Only rows with these words anywhere in them.
    void search(const std::string& text);
    void choose_row(std::size_t row);
    /// Writes all differences as CSV, whatever is shown.
    void save(const std::string& path);
    /// The path that `save` is offered.
    std::string save_path() const;
    /// Stops the work under way, or goes back.
    void escape();
    void back();

    bool is_recording() const { return recording_; }

private:
    class Rows;
    void run(const std::string& words, bool may_cancel, SlowWork::Piece piece,
             std::function<void()> done);
    void compare(const std::string& path);
    void take_report(CompareReport report, const std::string& path);
    void fill_rows();
    void redraw();
    void say(Tone tone, const std::string& words);

    CompareUseCases use_;
    CompareState state_;
    std::string path_;
    CompareReport report_;
    Showing showing_ = Showing::all;
    std::string search_;
    bool recording_ = false;
    std::unique_ptr<Rows> rows_;
    SlowWork slow_;
};

}  // namespace muster::app
