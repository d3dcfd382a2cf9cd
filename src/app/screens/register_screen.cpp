// SPDX-License-Identifier: MIT
#include "muster/app/register_screen.hpp"

#include <algorithm>

#include "muster/app/status_screen.hpp"

namespace muster::app {
namespace {

std::string spaced(std::string status) {
    std::replace(status.begin(), status.end(), '_', ' ');
    return status;
}

}  // namespace

RegisterUseCases register_use_cases(std::shared_ptr<Session> session) {
    return {
        [session](const std::string& filter, const std::string& after, std::int64_t limit) {
            return register_page(*session->reading, filter, after, limit, session->author.user);
        },
        [session](const std::string& filter) { return register_count(*session->reading, filter); }};
}

RegisterScreen::RegisterScreen(RegisterUseCases use) : use_{std::move(use)} {
    reload();
}

void RegisterScreen::search(const std::string& text) {
    if (text == state_.filter) return;
    state_.filter = text;
    refresh();
}

void RegisterScreen::refresh() {
    reload();
    changed();
}

void RegisterScreen::reload() {
    pages_.clear();
    after_ = {{0, ""}};
    state_.rows = use_.count(state_.filter);
    state_.words = grouped(state_.rows) + (state_.rows == 1 ? " item" : " items");
    state_.empty_words.clear();
    if (!state_.filter.empty()) state_.words += " with \"" + state_.filter + "\"";
    if (state_.rows > 0) return;
    state_.empty_words = state_.filter.empty()
                             ? "The register is empty. Bring yours in with Import (F11)."
                             : "Nothing here has \"" + state_.filter +
                                   "\" in its tag, serial or model. Clear the search to see all.";
}

const std::vector<TableColumn>& RegisterScreen::columns() const {
    static const std::vector<TableColumn> columns{
        {"Tag", 12},      {"Model", 26},           {"Serial", 15},    {"Holder", 20},
        {"Position", 10}, {"Location status", 15}, {"Condition", 15}, {"Holds", 16}};
    return columns;
}

const RegisterLine* RegisterScreen::line(std::int64_t row) {
    if (row < 0 || row >= state_.rows) return nullptr;
    const std::vector<RegisterLine>& lines = page(row / page_rows);
    const auto within = static_cast<std::size_t>(row % page_rows);
    return within < lines.size() ? &lines[within] : nullptr;
}

std::string RegisterScreen::item_of(std::int64_t row) {
    const RegisterLine* found = line(row);
    return found == nullptr ? std::string{} : found->item;
}

std::string RegisterScreen::cell(std::int64_t row, std::size_t column) {
    const RegisterLine* found = line(row);
    if (found == nullptr) return {};
    const RegisterLine& line = *found;
    switch (column) {
        case 0:
            return line.tag;
        case 1:
            return line.model;
        case 2:
            return line.serial;
        case 3:
            return line.holder;
        case 4:
            return line.position;
        case 5:
            return spaced(line.location_status);
        case 6:
            return spaced(line.condition_status);
        case 7:
            return spaced(line.holds);
        default:
            return {};
    }
}

// Through a screen of its own, whose pages are none of the window's.
SavedList RegisterScreen::saved() const {
    SavedList list{"Register", state_.filter, columns(), {}};
    list.each = [use = use_,
                 filter = state_.filter](const SavedList::TakeRow& take) -> core::Result<void> {
        RegisterScreen all{use};
        all.search(filter);
        std::vector<std::string> cells(all.columns().size());
        for (std::int64_t row = 0; row < all.row_count(); ++row) {
            for (std::size_t column = 0; column < cells.size(); ++column)
                cells[column] = all.cell(row, column);
            if (!take(cells)) break;
        }
        return boost::outcome_v2::success();
    };
    return list;
}

// A page begins after the key of the one before it, so a jump reads on from the nearest known one.
const std::vector<RegisterLine>& RegisterScreen::page(std::int64_t number) {
    const auto kept = std::find_if(pages_.begin(), pages_.end(),
                                   [&](const Page& each) { return each.number == number; });
    if (kept != pages_.end()) {
        pages_.splice(pages_.begin(), pages_, kept);
        return pages_.front().lines;
    }
    auto known = std::prev(after_.upper_bound(number));
    std::vector<RegisterLine> lines = use_.page(state_.filter, known->second, page_rows);
    for (std::int64_t at = known->first; at < number && !lines.empty(); ++at) {
        after_[at + 1] = lines.back().item;
        lines = use_.page(state_.filter, after_[at + 1], page_rows);
    }
    pages_.push_front({number, std::move(lines)});
    if (pages_.size() > pages_kept) pages_.pop_back();
    return pages_.front().lines;
}

}  // namespace muster::app
