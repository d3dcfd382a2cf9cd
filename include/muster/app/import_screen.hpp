// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "muster/app/background.hpp"
#include "muster/app/import_register.hpp"
#include "muster/app/notice.hpp"
#include "muster/app/prompter.hpp"
#include "muster/app/sign_in_screen.hpp"
#include "muster/app/slow_work.hpp"
#include "muster/app/table.hpp"

namespace muster::app {

class WrittenTable;

/// What the Import screen does through the ledger and the disk. All of it but the last three may
/// be slow and is called away from the window's thread.
struct ImportUseCases {
    std::function<ImportReport(const ImportRequest&)> inspect;
    std::function<core::Result<ImportReport>(const ImportRequest&, Secrets&)> take_over;
    std::function<core::Result<UndoReport>(const UndoRequest&, Secrets&)> undo;
    std::function<std::vector<ListedImport>()> list;
    std::function<void(const ImportRequest&, const ImportReport&, const std::string& out)>
        save_marked_up;
    /// A mapping that was saved beside the file; empty where there is none, or more than one that
    /// could be meant.
    std::function<std::string(const std::string& file)> find_mapping;
    std::function<ImportMapping(const std::string& path)> read_mapping;
    std::function<void(const ImportMapping&, const std::string& path)> save_mapping;
    std::function<void(const std::string& kind, const std::string& out)> save_template;
    std::function<bool()> needs_approver;
    /// A fresh request id: asking again after a lost answer must not import twice.
    std::function<std::string()> new_request;
    std::function<std::vector<ImportField>(const std::string& kind)> fields;
    std::vector<std::string> kinds;
    std::vector<std::string> templates;
    std::vector<std::string> statuses;  ///< words for statuses, of which each means something else
    /// The models of the ledger.
    std::function<std::vector<std::string>()> models;
};
/// The real ones, over the session's ledger.
ImportUseCases import_use_cases(std::shared_ptr<Session> session);

/// What can be said of one sheet or column, for the controls under its table.
struct ImportChoice {
    std::string words;  ///< what is being decided; empty where no row is chosen
    std::vector<Choice> choices;
    std::string chosen;  ///< its code
    bool may_accept = false;
};

/// What stands on the screen once something was recorded.
struct ImportResult {
    std::string title;   ///< `259 rows imported`
    std::string number;  ///< `#12`
    std::string short_form;
    std::vector<std::string> lines;
    std::string remark;
    std::optional<core::EntryNumber> may_undo;
};

/// What the view draws; it keeps nothing else but the tables.
struct ImportState {
    enum class Step { file, sheets, columns, faults, import, result };
    Step step = Step::file;
    Notice notice;
    std::string file_name;
    std::string file_words;  ///< `3 sheets, 280 rows`
    bool busy = false;
    std::string busy_words;
    bool may_cancel = false;  ///< what is under way can be stopped
    bool may_next = false;
    std::string next_label;
    std::string next_words;  ///< what is missing before the next step, or what comes next

    std::vector<Choice> templates;
    std::string imports_words;  ///< empty state of the list of imports, or how many
    bool may_undo = false;      ///< the chosen import can be taken back

    std::size_t sheet = 0;          ///< the one chosen, also whose columns are shown
    std::vector<std::string> tabs;  ///< the sheets that have columns to be understood
    std::size_t tab = 0;
    ImportChoice sheet_choice;
    std::size_t column = 0;
    ImportChoice column_choice;
    Notice columns_notice;               ///< what is unsure or missing in this sheet
    std::vector<Choice> missing_fields;  ///< needed, and no column of this sheet gives them

    std::string faults_words;  ///< `21 faults in 18 rows, 12 warnings`
    std::size_t fault = 0;
    Notice fault_detail;   ///< the chosen one in full
    ImportChoice meaning;  ///< of its word, where a person may say it; else without words
    bool may_confirm = false;
    std::string confirm_label;
    bool may_skip = false;
    bool skip_faulty = false;
    std::string skip_label;

    std::vector<std::string> summary;
    std::string digest;  ///< of the file that was looked at, in words
    std::optional<ImportResult> result;
    /// Count up where a table's rows are others now.
    int sheets_version = 0;
    int columns_version = 0;
    int faults_version = 0;
    int imports_version = 0;
};

/// A force's own register, from the file to the receipt (SCREENS 2, row 17). It decides nothing
/// about rows: every fault, guess and refusal comes from the use cases.
class ImportScreen {
public:
    using Step = ImportState::Step;
    enum class Showing { all, faults, warnings };

    ImportScreen(ImportUseCases use, Background& background, Prompter& prompter);
    ~ImportScreen();

    std::function<void()> changed = [] {};
    /// Something was recorded.
    std::function<void()> committed = [] {};

    const ImportState& state() const { return state_; }
    Table& sheets();
    Table& columns();
    Table& faults();
    Table& imports();
    /// Asked by a clock while `state().busy`.
    WorkProgress work() const { return slow_.progress(); }

    /// Reads the list of imports again.
    void refresh_imports();
    void choose_file(const std::string& path);
    /// The file was corrected: reads it again, under all that was said of it.
    void read_again();
    void use_mapping(const std::string& path);
    void save_mapping(const std::string& path);
    /// The path that `save_mapping` is offered.
    std::string mapping_path() const;
    void save_template(const std::string& kind, const std::string& path);

    void choose_sheet(std::size_t row);
    /// What the chosen sheet holds; `none` leaves it out.
    void choose_kind(const std::string& kind);
    /// The sheet whose columns are shown, by its place in `state().tabs`.
    void choose_tab(std::size_t tab);
    void choose_column(std::size_t row);
    /// What the chosen column means; an empty field: not wanted.
    void choose_field(const std::string& field);
    /// What holds for every row of the shown sheet, which has no column for it.
    void say_for_every_row(const std::string& field, const std::string& value);
    /// The guess for the chosen column is right.
    void accept_column();

    void show(Showing showing);
    void choose_fault(std::size_t row);
    /// A person says that the chosen fault is right as it stands, or takes that back.
    void confirm_fault();
    /// What the word of the chosen fault means, of `state().meaning`; the file is read again.
    void choose_meaning(const std::string& ours);
    void skip_faulty(bool skip);
    void save_marked_up(const std::string& path);
    std::string marked_up_path() const;

    /// To the next step; on the last one it asks for the approver and imports.
    void next();
    void back();
    /// Stops the work under way, or goes one step back.
    void escape();
    /// Lets go of the file.
    void start_over();

    void choose_import(std::size_t row);
    /// Takes the chosen import back, asking why.
    void undo_chosen();
    void undo(core::EntryNumber import);

    /// Whether leaving now would lose what was said of a file.
    bool has_work() const;
    /// Whether the ledger is being written, when no other screen may use the same connection.
    bool is_recording() const { return recording_; }

private:
    class Faults;
    /// One thing a person said that is no column's meaning.
    struct Said {
        std::string what;     ///< `Every row`, `Model`, `Status`
        std::string theirs;   ///< the file's word; empty of every row
        std::string meaning;  ///< the field in words
        std::string value;
        std::string subject() const;
    };
    /// What the work found out before the window looks at it.
    struct Inspected;
    void run(const std::string& words, bool may_cancel, SlowWork::Piece work,
             std::function<void()> done);
    void inspect(Step next);
    void inspect_first();
    void take_report(ImportReport report, Step next);
    bool is_inspected() const;
    ImportRequest request() const;
    const ImportSheet* shown_sheet() const;
    bool is_settled(const ImportSheet& sheet, const ImportColumn& column) const;
    std::optional<std::size_t> next_unsettled(std::size_t from) const;
    void go_to_unsettled();
    std::string field_of(const ImportSheet& sheet, const ImportColumn& column) const;
    std::string kind_of(const ImportSheet& sheet) const;
    /// The needed fields that neither a column nor a person gives.
    std::vector<std::string> missing_of(const ImportSheet& sheet) const;
    std::vector<ImportMapping::Constant> constants_of(const ImportSheet& sheet) const;
    const Said* chosen_said() const;
    void fill_said();
    void take_said();
    void take_back_said(Said said);
    void redraw_meaning();
    std::string field_list(const std::string& kind, const std::vector<std::string>& fields) const;
    std::string field_words(const std::string& kind, const std::string& field) const;
    void set_heading(const ImportSheet& sheet, const ImportColumn& column,
                     const std::string& field);
    void go(Step step);
    void ask_and_import();
    void record(const std::string& approver, const std::string& password);
    void finish(ImportReport report);
    void take_back(core::EntryNumber import, const std::string& reason, const std::string& approver,
                   const std::string& password);
    void show_refusal(const core::Refused& refused, const std::string& what);
    void show_undone(core::EntryNumber import, const UndoReport& report);
    std::int64_t open_faults() const;
    std::int64_t faulty_rows() const;
    std::int64_t rows_to_import() const;
    std::size_t unsettled_columns() const;
    void fill_sheets();
    void fill_columns();
    void fill_faults();
    void fill_imports();
    void redraw();
    void redraw_choices();
    void redraw_faults();
    void redraw_next();
    void redraw_summary();
    void say(Tone tone, const std::string& words);

    ImportUseCases use_;
    Background& background_;
    Prompter& prompter_;
    ImportState state_;
    std::string path_;
    ImportMapping mapping_;
    std::vector<std::string> models_;  ///< of the ledger
    std::vector<Said> said_;           ///< shown below the columns of the sheet
    std::set<std::string> confirmed_;
    ImportMapping inspected_mapping_;
    std::set<std::string> inspected_confirmed_;
    ImportReport report_;
    std::vector<ImportFault> kept_;  ///< confirmed ones that the report no longer has
    Showing showing_ = Showing::all;
    std::optional<std::string> request_;
    std::vector<ListedImport> listed_;
    std::size_t chosen_import_ = 0;
    bool needs_approver_ = true;
    bool recording_ = false;
    std::string approver_;  ///< the last one, offered again
    std::unique_ptr<WrittenTable> sheets_;
    std::unique_ptr<WrittenTable> columns_;
    std::unique_ptr<Faults> faults_;
    std::unique_ptr<WrittenTable> imports_;
    std::vector<std::size_t> tab_sheets_;
    SlowWork slow_;
    std::shared_ptr<int> here_ = std::make_shared<int>();
};

/// What a kind of sheet is called on screen.
std::string import_kind_words(const std::string& kind);

}  // namespace muster::app
