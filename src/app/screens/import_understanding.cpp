// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/screens/import_tables.hpp"
#include "muster/app/status_screen.hpp"

// What sheets and columns were taken for, and what a person says to that.
namespace muster::app {
namespace {

constexpr const char* left_out = "none";
constexpr std::size_t examples_max = 4;
constexpr std::size_t letters_in_alphabet = 26;

// The place of column `AB` from the left, from 0.
std::size_t place_of(const std::string& letters) {
    std::size_t place = 0;
    for (const char letter : letters)
        place = place * letters_in_alphabet + static_cast<std::size_t>(letter - 'A') + 1;
    return place == 0 ? 0 : place - 1;
}

std::string examples_of(const ImportSheet& sheet, const ImportColumn& column) {
    const std::size_t place = place_of(column.letters);
    std::vector<std::string> seen;
    for (const ImportSheet::PreviewRow& row : sheet.preview) {
        if (row.row <= sheet.heading_row || place >= row.cells.size()) continue;
        const std::string& cell = row.cells[place];
        if (cell.empty() || std::find(seen.begin(), seen.end(), cell) != seen.end()) continue;
        seen.push_back(cell);
        if (seen.size() == examples_max) break;
    }
    return import_list(seen);
}

}  // namespace

std::string ImportScreen::kind_of(const ImportSheet& sheet) const {
    const auto said = mapping_.sheets.find(sheet.sheet);
    const std::string kind = said == mapping_.sheets.end() ? sheet.kind : said->second;
    return kind == left_out ? std::string{} : kind;
}

std::string ImportScreen::field_of(const ImportSheet& sheet, const ImportColumn& column) const {
    for (const ImportMapping::Heading& each : mapping_.headings)
        if (each.heading == column.heading && (each.kind.empty() || each.kind == kind_of(sheet)))
            return each.field;
    return column.field;
}

bool ImportScreen::is_settled(const ImportSheet& sheet, const ImportColumn& column) const {
    return column.sure || std::any_of(mapping_.headings.begin(), mapping_.headings.end(),
                                      [&](const ImportMapping::Heading& each) {
                                          return each.heading == column.heading &&
                                                 (each.kind.empty() || each.kind == kind_of(sheet));
                                      });
}

std::vector<std::string> ImportScreen::missing_of(const ImportSheet& sheet) const {
    const std::vector<ImportMapping::Constant> said = constants_of(sheet);
    const auto is_given = [&](const std::string& field) {
        return std::any_of(
                   sheet.columns.begin(), sheet.columns.end(),
                   [&](const ImportColumn& column) { return field_of(sheet, column) == field; }) ||
               std::any_of(said.begin(), said.end(),
                           [&](const auto& each) { return each.field == field; });
    };
    std::vector<std::string> fields = sheet.missing;
    // What was said and was taken back again.
    for (const auto& [field, value] : sheet.constants)
        if (std::find(fields.begin(), fields.end(), field) == fields.end()) fields.push_back(field);
    std::erase_if(fields, is_given);
    return fields;
}

std::string ImportScreen::field_list(const std::string& kind,
                                     const std::vector<std::string>& fields) const {
    std::vector<std::string> words;
    for (const std::string& field : fields) words.push_back(field_words(kind, field));
    return import_list(words);
}

std::string ImportScreen::field_words(const std::string& kind, const std::string& field) const {
    if (field.empty()) return "Not wanted";
    for (const ImportField& each : use_.fields(kind))
        if (each.field == field) return each.words;
    return field;
}

std::size_t ImportScreen::unsettled_columns() const {
    std::size_t unsettled = 0;
    for (const ImportSheet& sheet : report_.sheets)
        if (!kind_of(sheet).empty())
            for (const ImportColumn& column : sheet.columns)
                if (!is_settled(sheet, column)) ++unsettled;
    return unsettled;
}

const ImportSheet* ImportScreen::shown_sheet() const {
    return state_.tab < tab_sheets_.size() ? &report_.sheets[tab_sheets_[state_.tab]] : nullptr;
}

// --- what a person says ------------------------------------------------------------------------

void ImportScreen::choose_sheet(std::size_t row) {
    if (row >= report_.sheets.size() || row == state_.sheet) return;
    state_.sheet = row;
    redraw();
}

void ImportScreen::choose_kind(const std::string& kind) {
    if (state_.busy || state_.sheet >= report_.sheets.size()) return;
    mapping_.sheets[report_.sheets[state_.sheet].sheet] = kind;
    request_.reset();
    fill_sheets();
    fill_columns();
    redraw();
}

void ImportScreen::choose_tab(std::size_t tab) {
    if (tab >= tab_sheets_.size() || tab == state_.tab) return;
    state_.tab = tab;
    state_.column = next_unsettled(0).value_or(0);
    fill_columns();
    redraw();
}

// The first unsure column of the shown sheet from `from` on, and then from its left.
std::optional<std::size_t> ImportScreen::next_unsettled(std::size_t from) const {
    const ImportSheet* sheet = shown_sheet();
    if (sheet == nullptr) return std::nullopt;
    for (std::size_t step = 0; step < sheet->columns.size(); ++step) {
        const std::size_t at = (from + step) % sheet->columns.size();
        if (!is_settled(*sheet, sheet->columns[at])) return at;
    }
    return std::nullopt;
}

// So that a person may settle all sheets from one button.
void ImportScreen::go_to_unsettled() {
    if (const auto column = next_unsettled(state_.column)) {
        state_.column = *column;
        return;
    }
    const std::size_t here = state_.tab;
    for (std::size_t step = 1; step < tab_sheets_.size(); ++step) {
        state_.tab = (here + step) % tab_sheets_.size();
        const auto column = next_unsettled(0);
        if (!column) continue;
        state_.column = *column;
        return fill_columns();
    }
    state_.tab = here;
}

void ImportScreen::choose_column(std::size_t row) {
    const ImportSheet* sheet = shown_sheet();
    if (sheet == nullptr || row >= sheet->columns.size() + said_.size() || row == state_.column)
        return;
    state_.column = row;
    redraw();
}

void ImportScreen::set_heading(const ImportSheet& sheet, const ImportColumn& column,
                               const std::string& field) {
    const std::string kind = kind_of(sheet);
    std::erase_if(mapping_.headings, [&](const ImportMapping::Heading& each) {
        return each.heading == column.heading && (each.kind.empty() || each.kind == kind);
    });
    mapping_.headings.push_back({kind, column.heading, field});
    request_.reset();
    state_.notice = {};
    fill_columns();
    redraw();
}

void ImportScreen::choose_field(const std::string& field) {
    const ImportSheet* sheet = shown_sheet();
    if (state_.busy || sheet == nullptr) return;
    if (const Said* said = chosen_said()) {
        if (field.empty()) take_back_said(*said);
        return;
    }
    if (state_.column < sheet->columns.size())
        set_heading(*sheet, sheet->columns[state_.column], field);
}

void ImportScreen::accept_column() {
    const ImportSheet* sheet = shown_sheet();
    if (state_.busy || sheet == nullptr || state_.column >= sheet->columns.size()) return;
    const ImportColumn& column = sheet->columns[state_.column];
    set_heading(*sheet, column, field_of(*sheet, column));
    go_to_unsettled();
    redraw();
}

// --- tables ------------------------------------------------------------------------------------

void ImportScreen::fill_sheets() {
    std::vector<WrittenTable::Row> rows;
    for (const ImportSheet& sheet : report_.sheets) {
        const std::string kind = kind_of(sheet);
        const std::vector<std::string> missing = missing_of(sheet);
        WrittenTable::Row row{Tone::good, {sheet.sheet, import_kind_words(kind)}};
        row.cells.push_back(kind.empty() ? "" : grouped(sheet.rows));
        row.cells.push_back(sheet.heading_row > 0 ? std::to_string(sheet.heading_row) : "");
        std::string remarks;
        if (kind.empty()) {
            row.tone = Tone::plain;
            if (sheet.kind.empty() && !mapping_.sheets.contains(sheet.sheet))
                remarks = "Nothing that Muster keeps was recognised in it.";
        } else if (kind != sheet.kind) {
            remarks = "Is read anew with the next step.";
        } else if (!missing.empty()) {
            row.tone = Tone::warning;
            remarks = "No column was found for: " + field_list(kind, missing) + ".";
        } else if (!sheet.unsure.empty()) {
            row.tone = Tone::warning;
            remarks = "Unsure: " + import_list(sheet.unsure) + ".";
        }
        row.cells.push_back(remarks);
        rows.push_back(std::move(row));
    }
    sheets_->set(std::move(rows));
    ++state_.sheets_version;
}

void ImportScreen::fill_columns() {
    tab_sheets_.clear();
    state_.tabs.clear();
    for (std::size_t at = 0; at < report_.sheets.size(); ++at) {
        if (kind_of(report_.sheets[at]).empty()) continue;
        tab_sheets_.push_back(at);
        state_.tabs.push_back(report_.sheets[at].sheet);
    }
    if (state_.tab >= tab_sheets_.size()) state_.tab = 0;
    std::vector<WrittenTable::Row> rows;
    if (const ImportSheet* sheet = shown_sheet())
        for (const ImportColumn& column : sheet->columns) {
            const std::string field = field_of(*sheet, column);
            const bool settled = is_settled(*sheet, column);
            const bool said = settled && !column.sure;
            rows.push_back({!settled        ? Tone::warning
                            : field.empty() ? Tone::plain
                                            : Tone::good,
                            {!settled        ? "Unsure"
                             : said          ? "Settled"
                             : field.empty() ? "Not used"
                                             : "Sure",
                             column.letters, column.heading, field_words(kind_of(*sheet), field),
                             examples_of(*sheet, column)}});
        }
    fill_said();
    for (const Said& each : said_)
        rows.push_back({Tone::good, {each.what, "", each.theirs, each.meaning, each.value}});
    if (state_.column >= rows.size()) state_.column = 0;
    columns_->set(std::move(rows));
    ++state_.columns_version;
}

void ImportScreen::redraw_choices() {
    state_.sheet_choice = {};
    state_.column_choice = {};
    state_.columns_notice = {};
    state_.missing_fields.clear();
    if (state_.sheet < report_.sheets.size()) {
        const ImportSheet& sheet = report_.sheets[state_.sheet];
        ImportChoice& choice = state_.sheet_choice;
        choice.words = "The sheet " + sheet.sheet + " holds";
        for (const std::string& kind : use_.kinds)
            choice.choices.push_back({kind, import_kind_words(kind)});
        choice.choices.push_back({left_out, import_kind_words(left_out)});
        const std::string kind = kind_of(sheet);
        choice.chosen = kind.empty() ? left_out : kind;
    }
    const ImportSheet* sheet = shown_sheet();
    if (sheet == nullptr) return;
    const std::vector<std::string> missing = missing_of(*sheet);
    if (!missing.empty())
        state_.columns_notice = {Tone::warning,
                                 "No column gives: " + field_list(kind_of(*sheet), missing) +
                                     ". Say which column it is, or what holds for every row."};
    for (const std::string& field : missing)
        state_.missing_fields.push_back({field, field_words(kind_of(*sheet), field)});
    if (const Said* said = chosen_said()) {
        state_.column_choice.words = "What was said of " + said->subject();
        state_.column_choice.choices = {{"stays", "stays so"}, {"", "is taken back"}};
        state_.column_choice.chosen = "stays";
        return;
    }
    if (state_.column >= sheet->columns.size()) return;
    const ImportColumn& column = sheet->columns[state_.column];
    ImportChoice& choice = state_.column_choice;
    choice.words = "Column " + column.letters + ", \"" + column.heading + "\", means";
    choice.chosen = field_of(*sheet, column);
    choice.may_accept = !is_settled(*sheet, column);
    choice.choices.push_back({"", "Not wanted"});
    for (const ImportField& field : use_.fields(kind_of(*sheet)))
        choice.choices.push_back({field.field, field.words + (field.needed ? " (needed)" : "")});
    const bool listed = std::any_of(choice.choices.begin(), choice.choices.end(),
                                    [&](const Choice& each) { return each.code == choice.chosen; });
    if (!listed) choice.choices.push_back({choice.chosen, choice.chosen});
}

}  // namespace muster::app
