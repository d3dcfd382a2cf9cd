// SPDX-License-Identifier: MIT
#include "app/screens/source_file_rows.hpp"

#include "app/screens/import_tables.hpp"

namespace muster::app {
namespace {

bool is_leaver(const DeltaChange& change) {
    return change.what == "left" || change.what == "ended";
}

std::string place_words(const ImportFault& fault) {
    const std::string place = import_place(fault);
    if (fault.sheet.empty()) return "The whole file";
    return place.empty() ? fault.sheet : fault.sheet + ", " + place;
}

std::string what_becomes(const DeltaChange& change) {
    if (change.held.empty()) return change.words;
    return (change.words.empty() ? "" : change.words + ". ") + "Still holds " + change.held;
}

}  // namespace

bool is_about_leaver(const ImportFault& warning) {
    return warning.code == "leaver_holds";
}

void SourceFileScreen::Rows::reload(Showing showing) {
    lines_.clear();
    const auto shows = [showing](Showing part) {
        return showing == Showing::all || showing == part;
    };
    if (shows(Showing::faults)) {
        for (std::size_t at = 0; at < report_.faults.size(); ++at)
            lines_.push_back({Sort::fault, at});
        for (std::size_t at = 0; at < kept_.size(); ++at) lines_.push_back({Sort::confirmed, at});
        for (std::size_t at = 0; at < report_.warnings.size(); ++at)
            if (!is_about_leaver(report_.warnings[at])) lines_.push_back({Sort::warning, at});
    }
    const auto add = [this](Sort sort, const auto& wanted) {
        for (std::size_t at = 0; at < report_.changes.size(); ++at)
            if (wanted(report_.changes[at])) lines_.push_back({sort, at});
    };
    if (shows(Showing::leavers)) {
        add(Sort::leaver_holding, [](const DeltaChange& one) { return !one.held.empty(); });
        add(Sort::leaver,
            [](const DeltaChange& one) { return is_leaver(one) && one.held.empty(); });
    }
    if (shows(Showing::changes))
        add(Sort::change, [](const DeltaChange& one) { return !is_leaver(one); });
}

const std::vector<TableColumn>& SourceFileScreen::Rows::columns() const {
    static const std::vector<TableColumn> columns{
        {"What", 17}, {"Whom or what it is about", 28}, {"What becomes of it, or what to do", 62}};
    return columns;
}

const ImportFault* SourceFileScreen::Rows::marked(const Line& line) const {
    switch (line.sort) {
        case Sort::fault:
            return &report_.faults[line.at];
        case Sort::confirmed:
            return &kept_[line.at];
        case Sort::warning:
            return &report_.warnings[line.at];
        case Sort::leaver_holding:
        case Sort::leaver:
        case Sort::change:
            break;
    }
    return nullptr;
}

const char* SourceFileScreen::Rows::state_words(const Line& line) const {
    switch (line.sort) {
        case Sort::fault:
            return "Fault";
        case Sort::confirmed:
            return "Confirmed";
        case Sort::warning:
            return "Warning";
        case Sort::leaver_holding:
            return "Left, holds stock";
        case Sort::leaver:
            return change(line).what == "left" ? "Left" : "Ended";
        case Sort::change:
            break;
    }
    const std::string& what = change(line).what;
    return what == "new" ? "New" : what == "changed" ? "Changed" : "Confirmed again";
}

std::string SourceFileScreen::Rows::cell(std::int64_t row, std::size_t column) {
    const Line* one = row < 0 ? nullptr : line(static_cast<std::size_t>(row));
    if (one == nullptr) return {};
    const ImportFault* mark = marked(*one);
    switch (column) {
        case 0:
            return state_words(*one);
        case 1:
            return mark != nullptr ? place_words(*mark) : change(*one).subject;
        case 2:
            return mark != nullptr ? mark->words : what_becomes(change(*one));
        default:
            return {};
    }
}

Tone SourceFileScreen::Rows::tone(std::int64_t row) {
    const Line* one = row < 0 ? nullptr : line(static_cast<std::size_t>(row));
    if (one == nullptr) return Tone::plain;
    switch (one->sort) {
        case Sort::fault:
            return Tone::stop;
        case Sort::confirmed:
            return Tone::good;
        case Sort::warning:
        case Sort::leaver_holding:
            return Tone::warning;
        case Sort::leaver:
        case Sort::change:
            break;
    }
    return Tone::plain;
}

std::string SourceFileScreen::Rows::words(std::size_t row) const {
    const Line* one = line(row);
    if (one == nullptr) return {};
    if (const ImportFault* mark = marked(*one))
        return place_words(*mark) + ": " + mark->words +
               (one->sort == Sort::confirmed ? " Confirmed as right by you." : "");
    const std::string rest = what_becomes(change(*one));
    return std::string{state_words(*one)} + ": " + change(*one).subject +
           (rest.empty() ? "" : ". " + rest);
}

const ImportFault* SourceFileScreen::Rows::fault(std::size_t row) const {
    const Line* one = line(row);
    const bool is_one =
        one != nullptr && (one->sort == Sort::fault || one->sort == Sort::confirmed);
    return is_one ? marked(*one) : nullptr;
}

bool SourceFileScreen::Rows::is_confirmed(std::size_t row) const {
    const Line* one = line(row);
    return one != nullptr && one->sort == Sort::confirmed;
}

}  // namespace muster::app
