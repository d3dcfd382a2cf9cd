// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "muster/app/delta_import.hpp"
#include "muster/app/history_import.hpp"
#include "muster/app/import_screen.hpp"
#include "muster/app/nightly_import.hpp"
#include "muster/app/slow_work.hpp"

namespace muster::app {

/// What the screen of one file does through the ledger. All of it may be slow and is called away
/// from the window's thread.
struct SourceFileUseCases {
    std::function<core::Result<DeltaReport>(const DeltaRequest&)> inspect;
    std::function<core::Result<DeltaReport>(const DeltaRequest&, Secrets&)> take;
    std::function<HistoryReport(const HistoryRequest&)> inspect_history;
    std::function<core::Result<HistoryReport>(const HistoryRequest&, Secrets&)> take_history;
};
/// The real ones, over the session's ledger.
SourceFileUseCases source_file_use_cases(std::shared_ptr<Session> session);

/// A box to be ticked, where it means something.
struct TickBox {
    bool shown = false;
    bool ticked = false;
    std::string label;
};

/// What the view draws; it keeps nothing else but the table.
struct SourceFileState {
    enum class Step { file, changes, result };
    Step step = Step::file;
    Notice notice;
    bool busy = false;
    std::string busy_words;
    bool may_cancel = false;
    bool may_next = false;
    std::string next_label;
    std::string next_words;  ///< what is missing before the next step

    std::vector<Choice> kinds;  ///< those that this person may import
    std::string kind;
    std::string kind_words;  ///< what such a file is, and what comes of it
    std::string file_name;
    std::string as_at;  ///< as typed, or as the file's name says
    bool wants_day = true;
    std::string day_words;     ///< whence the day is taken
    std::string mapping_name;  ///< of the saved mapping that is used; may be empty

    std::string summary;      ///< `Officers as at 2 Mar 2026: 1 new, 2 left, 296 unchanged`
    std::string count_words;  ///< `2 faults, 1 warning, 1 leaver who still holds something`
    std::string digest;
    std::size_t row = 0;
    Notice detail;  ///< the chosen row in full
    bool may_confirm = false;
    std::string confirm_label;
    TickBox partial;
    TickBox skip_faulty;
    TickBox leavers;
    TickBox lift;

    std::optional<ImportResult> result;
    int rows_version = 0;  ///< counts up where the table's rows are others now
};

/// One file of another system, from the choice to the receipt: what it is, every change and fault
/// before anything is recorded, and a second person. It decides nothing about rows.
class SourceFileScreen {
public:
    using Step = SourceFileState::Step;
    enum class Showing { all, faults, leavers, changes };

    SourceFileScreen(SourceFileUseCases use, Background& background, Prompter& prompter);
    ~SourceFileScreen();

    std::function<void()> changed = [] {};
    /// Something was recorded.
    std::function<void()> committed = [] {};
    /// A person is done here, or went back from the first step.
    std::function<void()> left = [] {};

    const SourceFileState& state() const { return state_; }
    /// Faults, confirmed ones, warnings, leavers, and every other change, in that order.
    Table& rows();
    WorkProgress work() const { return slow_.progress(); }

    /// Begins anew, for a person with these powers; `kind` is offered first where they may.
    void begin(const SourcePowers& powers, const std::string& kind);
    void choose_kind(const std::string& kind);
    void choose_file(const std::string& path);
    /// The day the file speaks for, as a person writes it.
    void type_day(const std::string& text);
    void use_mapping(const std::string& path);

    void show(Showing showing);
    void choose_row(std::size_t row);
    /// A person says that the chosen fault is right as it stands, or takes that back.
    void confirm_fault();
    void tick_partial(bool ticked);
    void tick_skip_faulty(bool ticked);
    void tick_leavers(bool ticked);
    void tick_lift(bool ticked);
    /// The file was corrected: reads it again, under all that was said of it.
    void read_again();

    /// To the next step; on the second one it asks for the approver and records.
    void next();
    void back();
    /// Stops the work under way, or goes one step back.
    void escape();

    /// Whether leaving now would lose what was said of a file.
    bool has_work() const;
    bool is_recording() const { return recording_; }
    std::string file_name() const { return state_.file_name; }

private:
    class Rows;
    bool is_history() const { return state_.kind == "movements"; }
    void run(const std::string& words, bool may_cancel, SlowWork::Piece piece,
             std::function<void()> done);
    bool take_day();
    void inspect();
    void take_report(DeltaReport report);
    void tick(TickBox& box, bool ticked, bool reads);
    DeltaRequest delta_request() const;
    HistoryRequest history_request() const;
    void ask_and_record();
    void record(const std::string& approver, const std::string& password);
    void finish(const DeltaReport& report);
    void finish(const HistoryReport& report);
    void show_receipt(const Receipt& receipt, ImportResult result);
    void refuse(const core::Refused& refused, const std::string& what);
    std::int64_t recorded_count() const;
    void go(Step step);
    void fill_rows();
    void redraw();
    void redraw_file();
    void redraw_changes();
    void redraw_next();
    void say(Tone tone, const std::string& words);

    SourceFileUseCases use_;
    Background& background_;
    Prompter& prompter_;
    SourceFileState state_;
    std::string path_;
    std::string mapping_;
    std::optional<core::Date> day_;
    bool day_is_typed_ = false;
    std::set<std::string> confirmed_;
    std::vector<ImportFault> kept_;  ///< confirmed ones that the report no longer has
    DeltaReport report_;             ///< of history too, which changes nothing and only has faults
    Showing showing_ = Showing::all;
    bool needs_approver_ = true;
    bool recording_ = false;
    std::string approver_;  ///< the last one, offered again
    std::unique_ptr<Rows> rows_;
    SlowWork slow_;
    std::shared_ptr<int> here_ = std::make_shared<int>();
};

}  // namespace muster::app
