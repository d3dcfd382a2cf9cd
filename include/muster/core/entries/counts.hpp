// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/entries/counter.hpp"
#include "muster/core/fields.hpp"

/// Entries of a count (DOMAIN §6). Counting never edits the register.
namespace muster::core {

/// How many lines one entry of a count holds at most, so that a line stays far below 256 KiB.
inline constexpr std::size_t count_lines_max = 500;

/// A count began: its ledger position is this entry's number, its id `c-` and that number.
struct CountStarted {
    static constexpr const char* kind = "count_started";
    static constexpr std::int64_t version = 1;
    std::string sort;
    bool blind = true;
    std::vector<LocationId> scope;
    UserId counter_a;
    UserId counter_b;
    std::optional<bool> frozen{};           ///< nothing of the scope is issued without an override
    std::vector<std::string> categories{};  ///< only models of these; all where none is named
    std::vector<LocationId> route{};        ///< the scope in the random order it is walked
    std::optional<OverrideOffer> offer{};   ///< what answers the rules of a team
    std::vector<Override> overrides{};      ///< filled in by `decide`
    static constexpr void fields(auto visit) {
        visit("sort", &CountStarted::sort, "what kind of count");
        visit("blind", &CountStarted::blind, "the book is hidden from the counters");
        visit("scope", &CountStarted::scope, "the locations counted");
        visit("counter_a", &CountStarted::counter_a, "first counter");
        visit("counter_b", &CountStarted::counter_b, "second counter");
        visit("frozen", &CountStarted::frozen, "its scope is not to be issued from");
        visit("categories", &CountStarted::categories, "only models of these categories");
        visit("route", &CountStarted::route, "the order in which the places are walked");
        visit("offer", &CountStarted::offer, "what answers the rules of a team");
        visit("overrides", &CountStarted::overrides, "the rules that were overridden");
    }
};

/// What a counter saw: one line of a sheet.
struct SeenLine {
    LocationId location;
    std::string
        subject;  ///< item, batch or model; `?` for what nobody knows; `-` for "nothing more here"
    std::int64_t quantity = 0;           ///< loose and sealed together
    std::vector<std::string> seals;      ///< sealed boxes, by seal
    std::optional<PrivateText> label;    ///< what an unknown thing says on it
    std::optional<PrivateText> skipped;  ///< why a place was not counted
    std::vector<std::string> opened{};   ///< seals of boxes opened and counted to the round
    std::optional<std::string> photo{};  ///< SHA-256 of a photograph of an unknown thing
    static constexpr void fields(auto visit) {
        visit("location", &SeenLine::location, "where");
        visit("subject", &SeenLine::subject, "item, batch, model, ? or -");
        visit("quantity", &SeenLine::quantity, "loose and sealed together");
        visit("seals", &SeenLine::seals, "seals of the boxes within");
        visit("label", &SeenLine::label, "what an unknown thing says on it");
        visit("skipped", &SeenLine::skipped, "why the place was not counted");
        visit("opened", &SeenLine::opened, "seals of the boxes opened and counted");
        visit("photo", &SeenLine::photo, "SHA-256 of a photograph");
    }
};

/// One counter's sheet, or a part of it, handed in. It cannot be changed afterwards.
struct CountSubmitted {
    static constexpr const char* kind = "count_submitted";
    static constexpr std::int64_t version = 1;
    CountId count;
    UserId counter;
    std::int64_t part = 1;
    std::int64_t parts = 1;
    std::vector<SeenLine> lines;
    std::optional<std::string> auditor_note{};  ///< encrypted to the auditor, always as long
    static constexpr void fields(auto visit) {
        visit("count", &CountSubmitted::count, "the count");
        visit("counter", &CountSubmitted::counter, "whose sheet");
        visit("part", &CountSubmitted::part, "which part of the sheet, from 1");
        visit("parts", &CountSubmitted::parts, "of how many");
        visit("lines", &CountSubmitted::lines, "what was seen");
        visit("auditor_note", &CountSubmitted::auditor_note, "encrypted to the auditor, base64");
    }
};

/// How one line came out: agreed · elsewhere_in_scope · elsewhere_out_of_scope · not_found ·
/// unknown · excluded; until the counters are done also uncounted, disagreed.
struct ResultLine {
    LocationId location;
    std::string subject;
    std::string result;
    std::int64_t expected = 0;
    std::int64_t moved = 0;
    std::int64_t counted = 0;
    static constexpr void fields(auto visit) {
        visit("location", &ResultLine::location, "where");
        visit("subject", &ResultLine::subject, "item, batch, model or unknown");
        visit("result", &ResultLine::result, "one of the six, or still open");
        visit("expected", &ResultLine::expected, "by the book at the start");
        visit("moved", &ResultLine::moved, "moved since, in less out");
        visit("counted", &ResultLine::counted, "what was counted");
    }
};

/// The sheets were compared with the book as it stood at the start. All lines, agreed ones
/// included.
struct CountReconciled {
    static constexpr const char* kind = "count_reconciled";
    static constexpr std::int64_t version = 1;
    CountId count;
    std::int64_t part = 1;
    std::int64_t parts = 1;
    std::vector<ResultLine> lines;
    static constexpr void fields(auto visit) {
        visit("count", &CountReconciled::count, "the count");
        visit("part", &CountReconciled::part, "which part, from 1");
        visit("parts", &CountReconciled::parts, "of how many");
        visit("lines", &CountReconciled::lines, "how each line came out");
    }
};

/// A third person was asked to count, blind, because two differ or left places out. What they found
/// first stays in its entries.
struct CountRecountAsked {
    static constexpr const char* kind = "count_recount_asked";
    static constexpr std::int64_t version = 1;
    CountId count;
    UserId counter;
    static constexpr void fields(auto visit) {
        visit("count", &CountRecountAsked::count, "the count");
        visit("counter", &CountRecountAsked::counter, "who counts once more");
    }
};

/// A count was closed by two people; its variances follow as discrepancies.
struct CountClosed {
    static constexpr const char* kind = "count_closed";
    static constexpr std::int64_t version = 1;
    CountId count;
    UserId second;
    std::int64_t agreed = 0;                 ///< filled in by `decide`
    std::int64_t variances = 0;              ///< filled in by `decide`
    std::string certificate;                 ///< filled in by `decide`
    std::optional<PrivateText> left_open{};  ///< why it is closed with lines that are not settled
    static constexpr void fields(auto visit) {
        visit("count", &CountClosed::count, "the count");
        visit("second", &CountClosed::second, "who signed with the closer");
        visit("agreed", &CountClosed::agreed, "lines that agreed");
        visit("variances", &CountClosed::variances, "lines that did not");
        visit("certificate", &CountClosed::certificate, "the sentence both signed");
        visit("left_open", &CountClosed::left_open, "why lines were left unsettled");
    }
};

}  // namespace muster::core
