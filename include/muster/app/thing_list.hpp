// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "muster/app/list_paper.hpp"
#include "muster/app/notice.hpp"
#include "muster/app/prompter.hpp"
#include "muster/app/sign_in_screen.hpp"
#include "muster/app/table.hpp"
#include "muster/core/result.hpp"

/// Lists of any length, a page at a time: never more than one page is in memory.
namespace muster::app {

/// A row, and the id of what it is about.
struct ThingRow {
    std::string key;
    Tone tone = Tone::plain;
    std::vector<std::string> cells;
};

/// What a list is narrowed to, and where the page begins.
struct ThingAsk {
    std::string text;
    std::map<std::string, std::string> filters;  ///< by their ids
    std::string after;                           ///< the `next` of the page before
    std::int64_t limit = 200;
};

struct ThingPage {
    std::vector<ThingRow> rows;
    std::optional<std::string> next;  ///< where the page after this begins, if there is one
    std::string words;                ///< how far was looked, where that is not all
};

/// One of a list's filters: a choice, or without choices a day that is typed.
struct ThingFilter {
    std::string id;
    std::string label;
    std::vector<Choice> choices;
    std::string value;
    std::string all_words = "All";  ///< what it is called where nothing is chosen
};

/// What a list shows and where its rows come from.
struct ThingListUseCases {
    std::string id;      ///< `movements`
    std::string spoken;  ///< what the table is called
    std::string search_label;
    std::vector<TableColumn> columns;
    bool has_tones = false;
    std::vector<ThingFilter> filters;
    std::string one;          ///< `movement`
    std::string many;         ///< `movements`
    std::string empty_words;  ///< where there is nothing at all
    std::string next_words = "&Older";
    std::string previous_words = "&Newer";
    std::optional<std::size_t> sorted_by;  ///< the column it is sorted by at first, where it can be
    /// Refuses what the viewer may not see.
    std::function<core::Result<ThingPage>(const ThingAsk&)> page;
};
ThingListUseCases officers_list(std::shared_ptr<Session> session);
ThingListUseCases munitions_list(std::shared_ptr<Session> session);
ThingListUseCases movements_list(std::shared_ptr<Session> session);
/// What somebody has to be asked about: overdue, held without authorisation, urgent and not
/// confirmed, long-term kit.
ThingListUseCases due_list(std::shared_ptr<Session> session);
/// What is drawn together, line by line.
ThingListUseCases kits_list(std::shared_ptr<Session> session);
ThingListUseCases away_list(std::shared_ptr<Session> session);
ThingListUseCases corrections_list(std::shared_ptr<Session> session);
ThingListUseCases counts_list(std::shared_ptr<Session> session);
ThingListUseCases discrepancies_list(std::shared_ptr<Session> session);
/// The month's brief, dip-tests, and who signed them off.
ThingListUseCases oversight_list(std::shared_ptr<Session> session);

/// What this day asks for; a row leads to the page that is named behind `today_leads_to`.
ThingListUseCases today_list(std::shared_ptr<Session> session);
inline constexpr std::string_view today_leads_to = "page ";
/// Which stops were answered by whom and why.
ThingListUseCases overrides_list(std::shared_ptr<Session> session);
ThingListUseCases users_list(std::shared_ptr<Session> session);
/// The policies, whether set or not.
ThingListUseCases settings_list(std::shared_ptr<Session> session);

struct ThingListState {
    std::string text;
    std::vector<ThingFilter> filters;
    std::string words;        ///< `200 movements`
    std::string empty_words;  ///< why there is no row, and what to do
    Notice notice;
    bool may_next = false;
    bool may_previous = false;
    /// Only a list that is all there can be sorted: a page by itself would be sorted wrongly.
    bool may_sort = false;
    std::optional<std::size_t> sorted_by;
    bool descending = false;
};

/// One list while it is looked through.
class ThingList final : public Table {
public:
    explicit ThingList(ThingListUseCases use);

    std::function<void()> changed = [] {};

    const ThingListState& state() const { return state_; }
    const ThingListUseCases& use() const { return use_; }
    void search(const std::string& text);
    void set_filter(const std::string& filter, const std::string& value);
    /// The page after this one, or before it.
    void next();
    void previous();
    /// Sorts by a column; by the same one again, the other way round.
    void sort_by(std::size_t column);
    /// Reads the page again, because the ledger may have grown.
    void refresh();
    /// All of it as it is narrowed now, whatever page is in front.
    SavedList saved() const;
    /// The id of what a row is about; empty beyond the last.
    std::string key_of(std::size_t row) const;

    const std::vector<TableColumn>& columns() const override { return use_.columns; }
    std::int64_t row_count() const override { return std::ssize(rows_); }
    std::string cell(std::int64_t row, std::size_t column) override;
    bool has_tones() const override { return use_.has_tones; }
    Tone tone(std::int64_t row) override;

private:
    void begin_again();
    void read();
    void describe_rows(const ThingPage& page);
    void sort_rows();

    ThingListUseCases use_;
    ThingListState state_;
    std::vector<ThingRow> rows_;
    std::vector<std::string> starts_;  ///< where the pages up to this one begin
    std::optional<std::string> next_;
};

}  // namespace muster::app
