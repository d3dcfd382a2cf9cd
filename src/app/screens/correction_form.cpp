// SPDX-License-Identifier: MIT
#include "app/screens/correction_form.hpp"

#include <algorithm>
#include <array>

#include "app/custody_rows.hpp"
#include "muster/app/movements.hpp"
#include "muster/app/scan_text.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/core/codes.hpp"

/// Corrections: the original on the left, what is entered in its place on the right.
namespace muster::app {
namespace {

/// A line of the original, and the fields that stand in its place.
struct EnteredLine {
    std::string subject;
    std::string field;     ///< of its code
    std::string quantity;  ///< of its quantity; empty for an item
    std::string original;  ///< its code, as shown
    bool expended = false;
    std::string reason;
    std::string reference;
};

// What a person types to name it: a tag, or model and serial; a batch's number.
std::string code_of(const core::Facts& facts, const std::string& subject) {
    if (const auto item = facts.find<core::Item>(subject)) {
        if (!item->tag.empty()) return item->tag;
        const auto model = facts.find<core::Model>(item->model.value);
        return (model ? model->name + "/" : std::string{}) + item->serial;
    }
    if (const auto batch = facts.find<core::Batch>(subject)) return batch->number;
    const auto model = facts.find<core::Model>(subject);
    return model ? model->name : subject;
}

bool is_registration(const core::Entry& entry) {
    return std::holds_alternative<core::ItemReceived>(entry.body) ||
           std::holds_alternative<core::ItemRegistered>(entry.body);
}

MovementField beside(const std::string& id, const std::string& label, const std::string& value) {
    MovementField field = text_field(id, label);
    field.value = value;
    field.original = value;
    return field;
}

// The parts of an item go with it, and are entered by the rules.
bool is_carried(const Desk& desk, const std::vector<core::MovementLine>& lines,
                const core::MovementLine& line) {
    const auto item = desk.facts.find<core::Item>(line.subject);
    return item && !item->mounted_on.empty() &&
           std::any_of(lines.begin(), lines.end(), [&](const core::MovementLine& other) {
               return other.subject == item->mounted_on.value;
           });
}

std::vector<EnteredLine> add_lines(const Desk& desk, MovementForm& form,
                                   const std::vector<core::MovementLine>& lines) {
    std::vector<EnteredLine> all;
    for (const core::MovementLine& line : lines) {
        if (line.purpose == "reversed" || is_carried(desk, lines, line)) continue;
        EnteredLine entered;
        const std::string number = std::to_string(all.size() + 1);
        entered.subject = line.subject;
        entered.field = "line" + number;
        entered.original = code_of(desk.facts, line.subject);
        entered.expended = line.kind == "expend";
        entered.reason = line.purpose;
        entered.reference = line.reference;
        MovementField code = beside(entered.field, "Line " + number, entered.original);
        code.hint =
            core::subject_words(desk.facts, line.subject) + ". Empty: this line did not happen";
        form.fields.push_back(code);
        if (!line.subject.starts_with("i-")) {
            entered.quantity = "quantity" + number;
            MovementField quantity = beside(entered.quantity, "Quantity of line " + number,
                                            std::to_string(line.quantity));
            quantity.sort = MovementField::Sort::number;
            form.fields.push_back(quantity);
        }
        all.push_back(entered);
    }
    return all;
}

// A code that was left as it was means the very thing it stood for.
std::string code_entered(const EnteredLine& line, const FormAnswers& answers) {
    const std::string typed = answers.text(line.field);
    return typed == line.original ? line.subject : typed;
}

CorrectionRequest request_of(core::EntryNumber of, const std::vector<EnteredLine>& lines,
                             const FormAnswers& answers) {
    CorrectionRequest request;
    request.of = of;
    for (const EnteredLine& line : lines) {
        const std::string code = code_entered(line, answers);
        if (code.empty()) continue;
        if (line.quantity.empty())
            request.entered.items.push_back(code);
        else if (line.expended)
            request.expended.push_back(
                {code, answers.number(line.quantity), line.reason, line.reference});
        else
            request.entered.batches.push_back({code, answers.number(line.quantity)});
    }
    request.reason = answers.text("words");
    request.approver = answers.given("approver");
    request.details = answers.details();
    return request;
}

}  // namespace

bool may_be_corrected(const Desk& desk, const core::Entry& entry) {
    constexpr std::array<std::string_view, 10> kinds{
        "issued",           "returned",        "transferred",
        "stock_expended",   "item_registered", "item_received",
        "batch_registered", "stock_received",  "counted_registered",
        "corrected"};
    return std::find(kinds.begin(), kinds.end(), core::kind_of(entry.body)) != kinds.end() &&
           !corrected_by(desk.facts, entry.number);
}

MovementForm correction_form(const Desk& desk, const core::Entry& entry,
                             const std::vector<core::MovementLine>& lines) {
    MovementForm form;
    form.id = "correct";
    form.label = "Correct...";
    form.title =
        "Correct #" + grouped(entry.number) + ", " + movement_kind_words(lines.front().kind);
    form.words = is_registration(entry)
                     ? "It is taken off the register as if it had never been entered; the entry "
                       "stays readable. A second person approves it."
                     : "The entry stays as it is. Its lines are taken back, and those on the "
                       "right are entered in their place. A second person approves it.";
    form.done = "Record the correction";
    std::vector<EnteredLine> entered;
    if (!is_registration(entry)) entered = add_lines(desk, form, lines);
    form.fields.push_back(needed_field("words", "Why", "the reason", "Kept private"));
    add_person(form, "approver", "Approver's user name");
    form.record = [session = desk.session, of = entry.number, entered](const FormAnswers& answers,
                                                                       Secrets& secrets) {
        return recorded(*session, "Corrected",
                        correct_movement(*session->ledger, session->author,
                                         request_of(of, entered, answers), secrets));
    };
    return form;
}

}  // namespace muster::app
