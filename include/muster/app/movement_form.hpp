// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "muster/app/background.hpp"
#include "muster/app/counter.hpp"
#include "muster/app/import_screen.hpp"
#include "muster/app/notice.hpp"
#include "muster/app/prompter.hpp"
#include "muster/app/secrets.hpp"

/// Every movement besides issue and return is recorded by one form: a list of fields, and what to
/// do with the answers. The screen knows no kind of movement, and the view knows none either.
namespace muster::app {

/// One field of a form.
struct MovementField {
    enum class Sort {
        text,
        codes,       ///< one a line
        quantities,  ///< likewise, a blank and a whole number behind each
        date,        ///< `31/03/2026`, or as text_of writes it
        moment,      ///< `31/03/2026 06:41` on a UK clock, or with the date as text_of writes it
        number,      ///< a whole number of one or more
        choice,
        place,    ///< a choice of locations, which a scanned location also makes
        item,     ///< the code of one item, as scanned
        officer,  ///< a collar number, as scanned
        yes_no,
        file,      ///< the path of one that exists, which a person may also choose
        new_file,  ///< the path of one to be written
        secret     ///< of the person that the field `whose` names
    };
    std::string id{};  ///< stable, for assistive tools and tests
    std::string label{};
    Sort sort = Sort::text;
    bool required = false;
    std::string hint{};   ///< how to fill it in, shown below it
    std::string value{};  ///< as typed; of a choice its code, of yes_no `yes` or nothing
    std::vector<Choice> choices{};
    std::string whose{};                    ///< of a secret: id of the field that names its owner
    std::optional<std::string> original{};  ///< as the ledger has it, to be corrected beside it
    std::string detail{};   ///< what the rules call it where it is missing; of a secret what stands
                            ///< before its owner's name: `officer:` of a PIN
    bool in_pairs = false;  ///< of codes: a line has two scans, a batch and a seal
    bool is_late = false;   ///< asked for only where it is keyed from paper
    std::string problem{};  ///< why it cannot be recorded so
};

/// What was typed into a form, read as what it is. The screen has checked it.
class FormAnswers {
public:
    FormAnswers(const std::vector<MovementField>& fields, CommitDetails details);

    /// Without the blanks at its ends; empty where nothing was typed or nothing was asked.
    std::string text(const std::string& id) const;
    std::optional<std::string> given(const std::string& id) const;
    std::optional<core::Date> date(const std::string& id) const;
    std::int64_t number(const std::string& id) const;
    bool yes(const std::string& id) const;
    std::vector<std::string> codes(const std::string& id) const;
    std::vector<CodeQuantity> quantities(const std::string& id) const;
    const CommitDetails& details() const { return details_; }

private:
    std::map<std::string, std::string> values_;
    CommitDetails details_;
};

/// What was recorded, for the screen and for paper.
struct FormReceipt {
    ImportResult shown;
    core::EntryNumber movement = 0;  ///< whose receipt can be saved; 0 where it is no movement
};

/// A form: what it asks, and how its answers are recorded.
struct MovementForm {
    using Record = std::function<core::Result<FormReceipt>(const FormAnswers&, Secrets&)>;
    std::string id;     ///< `hold`
    std::string label;  ///< on the button that opens it
    std::string title;  ///< what is being done to what
    std::string words;  ///< what it means, in a sentence
    std::string done;   ///< on the button that records it
    std::vector<MovementField> fields;
    bool may_be_late = true;  ///< whether it can be keyed from a numbered paper form
    /// Scanned codes are written down and never looked up, places apart: a sheet of a blind count.
    bool writes_down = false;
    bool goes_on = false;  ///< once recorded it is asked again, for the same place
    Record record;
    /// What the rules have against the answers so far, in words; empty where nothing.
    std::function<std::vector<std::string>(const FormAnswers&)> advise{};
};

/// A date as a person types it, or nothing.
std::optional<core::Date> typed_date(const std::string& text);
/// A moment on a UK clock as a person types it, or nothing.
std::optional<core::Instant> typed_moment(const std::string& text);
/// A refusal's sentence for who sits at a window and has no command line.
std::string window_sentence(const core::RefusedLine& line);

struct MovementFormState {
    std::string title;
    std::string words;
    std::string done;
    std::vector<MovementField> fields;  ///< those that are asked for now, in order
    bool compares = false;              ///< some field has an original beside it
    bool may_be_late = false;
    bool is_late = false;
    Notice notice;
    bool busy = false;
    std::optional<FormReceipt> receipt;  ///< it is recorded
    std::size_t focus = 0;               ///< the field to go on with
    int version = 0;                     ///< counts up where the fields are others now
};

/// One form while it is filled in, until it is recorded.
///
/// Nothing is recorded but by `record`. A refused form keeps what was typed, secrets apart, and
/// every stop stands at its field where it has one.
class MovementFormScreen {
public:
    MovementFormScreen(Background& background, std::function<std::string()> new_request);

    std::function<void()> changed = [] {};
    std::function<void()> committed = [] {};

    const MovementFormState& state() const { return state_; }
    void begin(MovementForm form);
    /// What stands in a field now.
    void set(const std::string& field, const std::string& value);
    /// Asks for the page and the time of a paper form, or no more.
    void be_late(bool late);
    /// A scanned code: a location chooses a place, an officer or a thing goes where its code is
    /// asked for. False where no field takes it.
    bool take_scanned(const std::string& code, const ScannedThing& thing);
    /// Whether a scan is written down as it is, whatever field has the focus.
    bool writes_down() const { return form_.writes_down; }
    /// Which field has the focus: what is written down goes there where it takes codes.
    void set_focus(const std::string& field);
    /// Records it; `secrets` by the ids of their fields.
    void record(const std::map<std::string, std::string>& secrets);
    void notify(Notice notice);
    /// Whether leaving now would lose what was typed.
    bool has_work() const;

private:
    bool check(const std::map<std::string, std::string>& secrets);
    CommitDetails details() const;
    void finish(core::Result<FormReceipt> result);
    void refuse(const core::Refused& refused);
    bool write_down(const std::string& code, const ScannedThing& thing);
    bool take_next_place(std::size_t at, const std::string& place);
    void advise();
    MovementField* field(const std::string& id);
    MovementField* field_of(const core::RefusedLine& line);
    void redraw();

    Background& background_;
    std::function<std::string()> new_request_;
    MovementForm form_;
    MovementFormState state_;
    std::map<std::string, std::string> begun_;  ///< the fields' values at the beginning
    std::string request_;
    std::string advice_;  ///< what the rules last had against the answers
    std::shared_ptr<int> here_ = std::make_shared<int>();
};

}  // namespace muster::app
