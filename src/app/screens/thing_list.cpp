// SPDX-License-Identifier: MIT
#include "muster/app/thing_list.hpp"

#include <algorithm>
#include <charconv>

#include "app/screens/form_reading.hpp"
#include "muster/app/status_screen.hpp"

namespace muster::app {
namespace {

// Numbers are sorted as numbers: `#1,204` behind `#87`.
std::optional<std::int64_t> number_in(const std::string& cell) {
    std::string digits;
    for (const char c : cell) {
        if (c == '#' || c == ',' || c == '+') continue;
        if (c != '-' && (c < '0' || c > '9')) return std::nullopt;
        digits += c;
    }
    std::int64_t number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool whole = read.ec == std::errc{} && read.ptr == digits.data() + digits.size();
    return whole && !digits.empty() ? std::optional{number} : std::nullopt;
}

// `3 Mar 2026` sorts by the calendar.
std::string sortable(const std::string& cell) {
    static const std::string months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    if (cell.size() < 10 || cell.size() > 11) return cell;
    const std::size_t blank = cell.find(' ');
    if (blank == std::string::npos || blank > 2 || cell.size() != blank + 9) return cell;
    const std::size_t month = months.find(cell.substr(blank + 1, 3));
    if (month == std::string::npos || month % 3 != 0) return cell;
    const std::string number = std::to_string(month / 3 + 1);
    return cell.substr(blank + 5) + (number.size() < 2 ? "0" : "") + number +
           (blank < 2 ? "0" : "") + cell.substr(0, blank);
}

bool comes_before(const std::string& one, const std::string& other) {
    const auto number = number_in(one);
    const auto other_number = number_in(other);
    if (number && other_number) return *number < *other_number;
    return sortable(one) < sortable(other);
}

}  // namespace

ThingList::ThingList(ThingListUseCases use) : use_{std::move(use)} {
    state_.filters = use_.filters;
    starts_ = {""};
    read();
}

void ThingList::begin_again() {
    starts_ = {""};
    read();
    changed();
}

void ThingList::search(const std::string& text) {
    const std::string wanted = without_blanks(text);
    if (wanted == state_.text) return;
    state_.text = wanted;
    begin_again();
}

void ThingList::set_filter(const std::string& id, const std::string& value) {
    for (ThingFilter& filter : state_.filters) {
        if (filter.id != id || filter.value == value) continue;
        filter.value = value;
        return begin_again();
    }
}

void ThingList::next() {
    if (!next_) return;
    starts_.push_back(*next_);
    read();
    changed();
}

void ThingList::previous() {
    if (starts_.size() < 2) return;
    starts_.pop_back();
    read();
    changed();
}

void ThingList::refresh() {
    read();
    changed();
}

void ThingList::read() {
    ThingAsk ask;
    ask.text = state_.text;
    for (const ThingFilter& filter : state_.filters) ask.filters[filter.id] = filter.value;
    ask.after = starts_.back();
    auto page = use_.page(ask);
    rows_.clear();
    next_.reset();
    state_.notice = {};
    state_.words.clear();
    state_.empty_words.clear();
    state_.may_next = state_.may_previous = state_.may_sort = false;
    if (!page) {
        state_.notice = {Tone::warning, core::sentence_of(page.error().lines.front())};
        return;
    }
    rows_ = page.value().rows;
    next_ = page.value().next;
    state_.may_next = next_.has_value();
    state_.may_previous = starts_.size() > 1;
    state_.may_sort = !state_.may_next && !state_.may_previous && rows_.size() > 1;
    if (!state_.may_sort) state_.sorted_by.reset();
    if (state_.may_sort && !state_.sorted_by) state_.sorted_by = use_.sorted_by;
    describe_rows(page.value());
    sort_rows();
}

void ThingList::describe_rows(const ThingPage& page) {
    const bool narrowed =
        !state_.text.empty() ||
        std::any_of(state_.filters.begin(), state_.filters.end(),
                    [](const ThingFilter& filter) { return !filter.value.empty(); });
    const std::int64_t count = row_count();
    state_.words = grouped(count) + " " + (count == 1 ? use_.one : use_.many);
    if (starts_.size() > 1) state_.words += ", page " + std::to_string(starts_.size());
    if (!page.words.empty()) state_.words += ". " + page.words;
    if (state_.sorted_by)
        state_.words += ", sorted by " + use_.columns[*state_.sorted_by].title +
                        (state_.descending ? ", the last first" : "");
    if (count > 0) {
        state_.words += ". Enter on a row shows all that is known of it.";
        return;
    }
    state_.empty_words = !narrowed ? use_.empty_words
                         : next_   ? "None on this page. Look further with the button below."
                                   : "Nothing here matches. Clear the search to see all.";
}

// --- all of it ---------------------------------------------------------------------------------

SavedList ThingList::saved() const {
    ThingAsk ask;
    ask.text = state_.text;
    ask.limit = 1'000;
    SavedList list{use_.spoken, state_.text, use_.columns, {}};
    for (const ThingFilter& filter : state_.filters) {
        ask.filters[filter.id] = filter.value;
        if (filter.value.empty()) continue;
        std::string words = filter.value;
        for (const Choice& choice : filter.choices)
            if (choice.code == filter.value) words = choice.title;
        list.narrowed += (list.narrowed.empty() ? "" : ", ") + words;
    }
    list.each = [page_of = use_.page, ask](const SavedList::TakeRow& take) -> core::Result<void> {
        ThingAsk next = ask;
        for (bool more = true; more;) {
            auto page = page_of(next);
            if (!page) return std::move(page).error();
            for (const ThingRow& row : page.value().rows)
                if (!take(row.cells)) return boost::outcome_v2::success();
            more = page.value().next.has_value();
            if (more) next.after = *page.value().next;
        }
        return boost::outcome_v2::success();
    };
    return list;
}

// --- rows --------------------------------------------------------------------------------------

void ThingList::sort_by(std::size_t column) {
    if (!state_.may_sort || column >= use_.columns.size()) return;
    state_.descending = state_.sorted_by == column && !state_.descending;
    state_.sorted_by = column;
    refresh();
}

void ThingList::sort_rows() {
    if (!state_.sorted_by) return;
    const std::size_t column = *state_.sorted_by;
    std::stable_sort(rows_.begin(), rows_.end(), [&](const ThingRow& one, const ThingRow& other) {
        return state_.descending ? comes_before(other.cells[column], one.cells[column])
                                 : comes_before(one.cells[column], other.cells[column]);
    });
}

std::string ThingList::key_of(std::size_t row) const {
    return row < rows_.size() ? rows_[row].key : std::string{};
}

std::string ThingList::cell(std::int64_t row, std::size_t column) {
    if (row < 0 || row >= row_count()) return {};
    const auto& cells = rows_[static_cast<std::size_t>(row)].cells;
    return column < cells.size() ? cells[column] : std::string{};
}

Tone ThingList::tone(std::int64_t row) {
    if (row < 0 || row >= row_count()) return Tone::plain;
    return rows_[static_cast<std::size_t>(row)].tone;
}

}  // namespace muster::app
