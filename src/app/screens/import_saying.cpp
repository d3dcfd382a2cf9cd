// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/screens/import_tables.hpp"

// What a person says besides columns: what every row has, which of our models and statuses the
// file's own words mean.
namespace muster::app {
namespace {

bool is_status_word(const ImportFault& fault) {
    return fault.code == "status_unknown" || fault.code == "condition_unknown";
}

}  // namespace

std::vector<ImportMapping::Constant> ImportScreen::constants_of(const ImportSheet& sheet) const {
    std::vector<ImportMapping::Constant> said;
    for (const ImportMapping::Constant& each : mapping_.constants) {
        const bool fits = (each.kind.empty() || each.kind == kind_of(sheet)) &&
                          (each.sheet.empty() || each.sheet == sheet.sheet);
        const bool given =
            std::any_of(sheet.columns.begin(), sheet.columns.end(),
                        [&](const auto& column) { return field_of(sheet, column) == each.field; });
        const bool before = std::any_of(
            said.begin(), said.end(), [&](const auto& other) { return other.field == each.field; });
        if (fits && !given && !before) said.push_back(each);
    }
    return said;
}

std::string ImportScreen::Said::subject() const {
    return theirs.empty() ? "every row" : "\"" + theirs + "\"";
}

void ImportScreen::fill_said() {
    said_.clear();
    const ImportSheet* sheet = shown_sheet();
    if (sheet == nullptr) return;
    for (const ImportMapping::Constant& each : constants_of(*sheet))
        said_.push_back({"Every row", "", field_words(kind_of(*sheet), each.field), each.value});
    for (const auto& [theirs, ours] : mapping_.models)
        said_.push_back({"Model", theirs, "Model", ours});
    for (const auto& [theirs, ours] : mapping_.statuses)
        said_.push_back({"Status", theirs, "Status", ours});
}

const ImportScreen::Said* ImportScreen::chosen_said() const {
    const ImportSheet* sheet = shown_sheet();
    if (sheet == nullptr || state_.column < sheet->columns.size()) return nullptr;
    const std::size_t at = state_.column - sheet->columns.size();
    return at < said_.size() ? &said_[at] : nullptr;
}

void ImportScreen::take_said() {
    request_.reset();
    state_.notice = {};
    fill_sheets();
    fill_columns();
    redraw();
}

void ImportScreen::take_back_said(Said said) {
    if (said.what == "Model") mapping_.models.erase(said.theirs);
    if (said.what == "Status") mapping_.statuses.erase(said.theirs);
    if (const ImportSheet* sheet = shown_sheet(); sheet != nullptr && said.theirs.empty())
        std::erase_if(mapping_.constants, [&](const ImportMapping::Constant& each) {
            return field_words(kind_of(*sheet), each.field) == said.meaning &&
                   each.value == said.value;
        });
    take_said();
}

void ImportScreen::say_for_every_row(const std::string& field, const std::string& value) {
    const ImportSheet* sheet = shown_sheet();
    if (state_.busy || sheet == nullptr || field.empty() || value.empty()) return;
    mapping_.constants.insert(mapping_.constants.begin(),
                              {kind_of(*sheet), sheet->sheet, field, value});
    take_said();
}

// --- the file's own words ----------------------------------------------------------------------

void ImportScreen::choose_meaning(const std::string& ours) {
    const ImportFault* fault = faults_->at(state_.fault);
    if (state_.busy || fault == nullptr || state_.meaning.words.empty()) return;
    if (ours == state_.meaning.chosen) return;
    (is_status_word(*fault) ? mapping_.statuses : mapping_.models)[fault->found] = ours;
    request_.reset();
    inspect(Step::faults);
}

// A model that is new may be one of ours under another name, or of the file itself.
void ImportScreen::redraw_meaning() {
    const ImportFault* fault = faults_->at(state_.fault);
    if (fault == nullptr) return;
    if (is_status_word(*fault)) {
        state_.meaning.words = "\"" + fault->found + "\" means";
        state_.meaning.choices.push_back({"", "Nothing that is known"});
        for (const std::string& word : use_.statuses)
            state_.meaning.choices.push_back({word, word});
    }
    if (fault->code != "model_unknown" && fault->code != "model_similar") return;
    state_.meaning.words = "\"" + fault->found + "\" is";
    state_.meaning.choices.push_back({"", "A new model"});
    std::vector<std::string> models = models_;
    for (const ImportFault& each : report_.warnings)
        if (each.code == "model_unknown") models.push_back(each.found);
    std::sort(models.begin(), models.end());
    models.erase(std::unique(models.begin(), models.end()), models.end());
    for (const std::string& model : models)
        if (model != fault->found) state_.meaning.choices.push_back({model, model});
}

}  // namespace muster::app
