// SPDX-License-Identifier: MIT
#pragma once

#include <set>

#include "core/moves.hpp"
#include "core/rules.hpp"
#include "muster/core/day_ends.hpp"

/// What the rules of all movements share. Every stop is gathered, none hides another.
namespace muster::core {

class MoveRules {
public:
    /// For a movement that is, or begins with, that step of the table.
    MoveRules(const Facts& facts, const Context& context, std::string_view step);

    /// Stops the movement; the subject's words fill {subject} and {code}.
    void stop(Refusal refusal, const std::string& subject = {},
              std::map<std::string, std::string> words = {});
    void stop(const RefusedLine& line) { stop(line.refusal, line.subject, line.words); }
    /// Stops it unless the text says something.
    void need(const std::string& text, const char* detail);
    /// The same for a private text, which a ledger line holds by digest only.
    void need(const PrivateText& text, const char* detail);
    /// Stops an empty basket.
    void need_lines(std::size_t lines);
    /// The second person, where policy `second_person_at.<step>` asks for one or one is named; `at`
    /// is the policy's word where it is not the step.
    void check_second(const UserId& second, const char* at = nullptr);
    /// That the second person is none of those who give.
    void check_second_is_not(const UserId& second, const std::string& officer);
    /// Nobody takes from or gives to themselves.
    void check_not_self(const OfficerId& officer);
    void check_place(const LocationId& place);
    /// The place, if it is known and one of those sorts.
    void check_place_sort(const LocationId& place, const std::set<std::string>& sorts,
                          const char* wanted);
    /// The case, if it is of that sort and something is away under it.
    std::optional<Case> open_case(const CaseId& id, std::string_view sort);
    /// The same; where no case is named, what an imported register said was away. That has items
    /// only, and no case.
    std::optional<Case> open_case_or_import(const CaseId& id, std::string_view sort,
                                            const std::vector<StockLine>& stock);

    /// Completes the lines of items that go to `to`, with the parts mounted on them, and holds each
    /// to the table of transitions.
    void check_items(std::vector<ItemLine>& lines, const HolderId& to);
    /// The same for items that stay where they are, each by itself, without its parts.
    void check_items_alone(std::vector<ItemLine>& lines);
    /// That each item is away under that case.
    void check_under(const std::vector<ItemLine>& lines, const CaseId& under);
    /// Completes lines of quantities that are asked for: there must be enough of each in one place.
    void check_stock(std::vector<StockLine>& lines, const HolderId& to);
    /// Completes lines of quantities that were seen: the book takes what it can, and what it cannot
    /// becomes a discrepancy of that sort.
    void take_stock(std::vector<StockLine>& lines, const HolderId& from, const HolderId& to,
                    const char* over);
    /// Of a case that is to be complete: what it still has and no line names is a discrepancy.
    void compare_case(const CaseId& under, const std::vector<ItemLine>& items,
                      const std::vector<StockLine>& stock, const char* shortage);
    void open_discrepancy(const std::string& sort, const std::string& subject,
                          const std::string& holder, std::int64_t expected, std::int64_t found);

    /// The stops of another part of the same movement.
    void take_stops(const MoveRules& part);

    bool allows() const { return stops_.lines.empty(); }
    /// The stops in order of precedence; or the body and the discrepancies beside it.
    Decision answer(Body body);

    const Facts& facts() const { return facts_; }
    const Context& context() const { return context_; }
    Date today() const { return uk_date(context_.happened_at); }
    PersonId author() const { return person_of(facts_, context_.by.value); }

private:
    void check_item(const Item& item);
    void check_each(std::vector<ItemLine>& lines, const HolderId& to);
    void check_mounted(const std::vector<ItemLine>& lines);
    bool check_line(const StockLine& line);
    void check_balance(const StockLine& line);

    const Facts& facts_;
    const Context& context_;
    const Transition& step_;
    Refused stops_;
    std::vector<DiscrepancyOpened> discrepancies_;
};

}  // namespace muster::core
