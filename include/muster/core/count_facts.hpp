// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/facts.hpp"

/// The facts of a count (a stocktake of a scope) while it is open (DOMAIN §6). When it closes, its
/// lines leave the facts: they stand in its entries for ever.
namespace muster::core {

/// A count: who counts what, blind or not, and from which ledger position.
struct Stocktake {
    static constexpr Table table = Table::stocktake;
    std::string key;  ///< its CountId
    EntryNumber started = 0;
    UserId counter_a;
    UserId counter_b;
    UserId counter_third;
    std::string sort;  ///< quantity, serials, full, spot …
    bool blind = true;
    std::string state;                        ///< open, reconciled, closed
    std::optional<bool> frozen{};             ///< whether nothing of its scope is to move meanwhile
    std::optional<std::string> categories{};  ///< only models of these, divided by blanks
    std::optional<bool> outside{};            ///< whether an outsider is among its counters
    std::optional<bool> recount{};            ///< whether the third was asked and is to hand in
    std::optional<EntryNumber> closed{};      ///< the entry that closed it
    std::optional<Instant> closed_at{};
    UserId closed_by{};
    UserId closed_second{};
    static constexpr void fields(auto visit) {
        visit("count", &Stocktake::key, "the count's id");
        visit("started", &Stocktake::started, "its ledger position");
        visit("counter_a", &Stocktake::counter_a, "first counter");
        visit("counter_b", &Stocktake::counter_b, "second counter");
        visit("counter_third", &Stocktake::counter_third, "who decided where they differ");
        visit("sort", &Stocktake::sort, "what kind of count");
        visit("blind", &Stocktake::blind, "1 while the book is hidden from counters");
        visit("state", &Stocktake::state, "open, reconciled or closed");
        visit("frozen", &Stocktake::frozen, "1 while its scope is not to move");
        visit("categories", &Stocktake::categories, "only models of these categories");
        visit("outside", &Stocktake::outside, "1 where an outsider counts");
        visit("recount", &Stocktake::recount, "1 where the third was asked to count");
        visit("closed", &Stocktake::closed, "the entry that closed it");
        visit("closed_at", &Stocktake::closed_at, "when it was closed");
        visit("closed_by", &Stocktake::closed_by, "who closed it");
        visit("closed_second", &Stocktake::closed_second, "who signed with them");
    }
};

/// A location in the scope of an open count; found by location, gone once the count is closed.
struct StocktakeScope {
    static constexpr Table table = Table::stocktake_scope;
    std::string key;  ///< `<location>/<count>`
    CountId count;
    LocationId location;
    static constexpr void fields(auto visit) {
        visit("key", &StocktakeScope::key, "location and count");
        visit("count", &StocktakeScope::count, "the count");
        visit("location", &StocktakeScope::location, "a location of its scope");
    }
};

/// What the book said was there when the count began.
struct StocktakeExpected {
    static constexpr Table table = Table::stocktake_expected;
    std::string key;  ///< `<count>/<location>/<subject>`
    CountId count;
    LocationId location;
    std::string subject;
    std::int64_t quantity = 0;
    static constexpr void fields(auto visit) {
        visit("key", &StocktakeExpected::key, "count, location and subject");
        visit("count", &StocktakeExpected::count, "the count");
        visit("location", &StocktakeExpected::location, "where");
        visit("subject", &StocktakeExpected::subject, "item, batch or model");
        visit("quantity", &StocktakeExpected::quantity, "by the book at the start");
    }
};

/// What movements since the count began did to a subject at a location of its scope.
struct StocktakeMoved {
    static constexpr Table table = Table::stocktake_moved;
    std::string key;  ///< `<count>/<location>/<subject>`
    CountId count;
    LocationId location;
    std::string subject;
    std::int64_t quantity = 0;  ///< in less out
    EntryNumber last = 0;       ///< the latest such movement
    static constexpr void fields(auto visit) {
        visit("key", &StocktakeMoved::key, "count, location and subject");
        visit("count", &StocktakeMoved::count, "the count");
        visit("location", &StocktakeMoved::location, "where");
        visit("subject", &StocktakeMoved::subject, "item, batch or model");
        visit("quantity", &StocktakeMoved::quantity, "moved in less moved out");
        visit("last", &StocktakeMoved::last, "the latest such movement");
    }
};

/// What one counter submitted.
struct StocktakeLine {
    static constexpr Table table = Table::stocktake_line;
    std::string key;  ///< `<count>/<location>/<subject>/<counter>`
    CountId count;
    LocationId location;
    /// Item, batch, model, `?<digest>` for the unknown, `-` for "looked, done"; `+`, without a
    /// location, says how many parts of the counter's sheet are still to come.
    std::string subject;
    UserId counter;
    std::int64_t quantity = 0;
    std::optional<PrivateText> note;
    std::optional<std::int64_t> boxes{};   ///< sealed boxes within
    std::optional<std::int64_t> opened{};  ///< of these opened and counted to the round
    static constexpr void fields(auto visit) {
        visit("key", &StocktakeLine::key, "count, location, subject and counter");
        visit("count", &StocktakeLine::count, "the count");
        visit("location", &StocktakeLine::location, "where it was seen");
        visit("subject", &StocktakeLine::subject, "what was seen");
        visit("counter", &StocktakeLine::counter, "who counted");
        visit("quantity", &StocktakeLine::quantity, "how many");
        visit("note", &StocktakeLine::note, "a label nobody knows, or a reason");
        visit("boxes", &StocktakeLine::boxes, "sealed boxes within");
        visit("opened", &StocktakeLine::opened, "of these opened and counted");
    }
};

/// How a line of the count came out.
struct StocktakeResult {
    static constexpr Table table = Table::stocktake_result;
    std::string key;  ///< `<count>/<location>/<subject>`
    CountId count;
    LocationId location;
    std::string subject;
    std::string result;  ///< agreed, elsewhere_in_scope, elsewhere_out_of_scope, not_found,
                         ///< unknown, excluded, or uncounted, disagreed
    std::int64_t expected = 0;
    std::int64_t moved = 0;
    std::int64_t counted = 0;
    static constexpr void fields(auto visit) {
        visit("key", &StocktakeResult::key, "count, location and subject");
        visit("count", &StocktakeResult::count, "the count");
        visit("location", &StocktakeResult::location, "where");
        visit("subject", &StocktakeResult::subject, "item, batch, model or unknown");
        visit("result", &StocktakeResult::result, "one of the six, or still open");
        visit("expected", &StocktakeResult::expected, "by the book at the start");
        visit("moved", &StocktakeResult::moved, "moved since, in less out");
        visit("counted", &StocktakeResult::counted, "what was counted");
    }
};

}  // namespace muster::core
