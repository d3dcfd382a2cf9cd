// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/facts.hpp"

/// The facts of discrepancies, of who counted what when, and of senior oversight (DOMAIN §6).
namespace muster::core {

/// One thing done about a discrepancy.
struct DiscrepancyAction {
    static constexpr Table table = Table::discrepancy_action;
    std::string key;  ///< `<discrepancy>/<entry, 12 digits>`
    DiscrepancyId discrepancy;
    EntryNumber entry = 0;
    Instant at;
    UserId by;
    std::string action;  ///< assigned, note, evidence, reported, resolved, lessons, approved
    std::optional<PrivateText> note;
    std::optional<std::string> evidence;
    static constexpr void fields(auto visit) {
        visit("key", &DiscrepancyAction::key, "discrepancy and entry");
        visit("discrepancy", &DiscrepancyAction::discrepancy, "which");
        visit("entry", &DiscrepancyAction::entry, "the entry that says so");
        visit("at", &DiscrepancyAction::at, "when");
        visit("by", &DiscrepancyAction::by, "who");
        visit("action", &DiscrepancyAction::action, "what was done");
        visit("note", &DiscrepancyAction::note, "in words");
        visit("evidence", &DiscrepancyAction::evidence, "SHA-256 of the attachment");
    }
};

/// How often a location was counted in a quarter, and by whom last.
struct CountCoverage {
    static constexpr Table table = Table::count_coverage;
    std::string key;  ///< `<location>/<sort>/<2026-Q3>`, so that the latest is the last of a prefix
    LocationId location;
    std::string sort;
    std::string quarter;
    std::int64_t counts = 0;
    std::int64_t blind = 0;
    std::int64_t outside = 0;  ///< with an outsider among the counters
    CountId last;
    Instant last_at;
    UserId lead;
    std::int64_t running = 0;  ///< how many in a row that lead has led
    static constexpr void fields(auto visit) {
        visit("key", &CountCoverage::key, "location, kind of count and quarter");
        visit("location", &CountCoverage::location, "where");
        visit("sort", &CountCoverage::sort, "what kind of count");
        visit("quarter", &CountCoverage::quarter, "quarter of the year");
        visit("counts", &CountCoverage::counts, "counts that were closed in it");
        visit("blind", &CountCoverage::blind, "of these blind");
        visit("outside", &CountCoverage::outside, "of these with an outsider counting");
        visit("last", &CountCoverage::last, "the last of them");
        visit("last_at", &CountCoverage::last_at, "when that was closed");
        visit("lead", &CountCoverage::lead, "who led it");
        visit("running", &CountCoverage::running, "how many in a row they have led");
    }
};

/// When a user last gave up a role that handles stock.
struct LeftStock {
    static constexpr Table table = Table::left_stock;
    std::string key;  ///< the UserId
    Instant at;
    static constexpr void fields(auto visit) {
        visit("user", &LeftStock::key, "who");
        visit("at", &LeftStock::at, "when they last gave up a stock role");
    }
};

/// Who is in charge of a location and all below it.
struct Custodian {
    static constexpr Table table = Table::custodian;
    std::string key;  ///< the LocationId
    UserId user;
    EntryNumber since = 0;
    static constexpr void fields(auto visit) {
        visit("location", &Custodian::key, "the place");
        visit("user", &Custodian::user, "who is in charge of it");
        visit("since", &Custodian::since, "the entry that says so");
    }
};

/// Who signs for a senior officer, and on which days.
struct Deputy {
    static constexpr Table table = Table::deputy;
    std::string key;  ///< `<deputy>/<entry, 12 digits>`
    UserId principal;
    UserId deputy;
    Date from;
    Date to;
    static constexpr void fields(auto visit) {
        visit("key", &Deputy::key, "deputy and entry");
        visit("principal", &Deputy::principal, "for whom they sign");
        visit("deputy", &Deputy::deputy, "who signs");
        visit("from", &Deputy::from, "first day");
        visit("to", &Deputy::to, "last day");
    }
};

/// A chief officer's own test on foot.
struct DipTest {
    static constexpr Table table = Table::dip_test;
    std::string key;  ///< its DipTestId
    LocationId place;
    Instant drawn_at;
    UserId walked_by;
    std::optional<Instant> keyed_at;
    std::int64_t agreed = 0;
    std::int64_t differs = 0;
    static constexpr void fields(auto visit) {
        visit("test", &DipTest::key, "the dip-test's id");
        visit("place", &DipTest::place, "the armoury or place it is of");
        visit("drawn_at", &DipTest::drawn_at, "when it was drawn");
        visit("walked_by", &DipTest::walked_by, "who went on foot");
        visit("keyed_at", &DipTest::keyed_at, "when its sheet was keyed");
        visit("agreed", &DipTest::agreed, "positions that agreed");
        visit("differs", &DipTest::differs, "positions that did not");
    }
};

/// One position of a dip-test.
struct DipTestLine {
    static constexpr Table table = Table::dip_test_line;
    std::string key;  ///< `<dip-test>/<line, 3 digits>`
    LocationId location;
    std::string position;
    ItemId item;
    std::string result;  ///< empty until it is keyed, then agreed, moved or differs
    static constexpr void fields(auto visit) {
        visit("key", &DipTestLine::key, "dip-test and line");
        visit("location", &DipTestLine::location, "where");
        visit("position", &DipTestLine::position, "which place there");
        visit("item", &DipTestLine::item, "what the book had there");
        visit("result", &DipTestLine::result, "agreed, moved since, or differs");
    }
};

/// That something of the armoury was signed off by a senior officer.
struct OversightSignature {
    static constexpr Table table = Table::oversight_signature;
    std::string key;  ///< `<what>|<signer>`
    std::string what;
    UserId signer;
    UserId principal;
    std::string method;
    UserId witness;
    Instant at;
    EntryNumber entry = 0;
    static constexpr void fields(auto visit) {
        visit("key", &OversightSignature::key, "what and who");
        visit("what", &OversightSignature::what, "what was signed");
        visit("signer", &OversightSignature::signer, "who signed");
        visit("principal", &OversightSignature::principal, "for whom a deputy signed");
        visit("method", &OversightSignature::method, "key, card or ink");
        visit("witness", &OversightSignature::witness, "who saw the ink");
        visit("at", &OversightSignature::at, "when");
        visit("entry", &OversightSignature::entry, "the entry that says so");
    }
};

/// That entries were made by a clock that stood behind the ledger's, until two people put it right.
/// There is one row at most.
struct ClockAlarm {
    static constexpr Table table = Table::clock_alarm;
    std::string key;
    EntryNumber first = 0;
    EntryNumber last = 0;
    std::int64_t entries = 0;
    static constexpr void fields(auto visit) {
        visit("key", &ClockAlarm::key, "always clock");
        visit("first", &ClockAlarm::first, "the first entry made by a clock behind");
        visit("last", &ClockAlarm::last, "the last such entry");
        visit("entries", &ClockAlarm::entries, "how many there are");
    }
};
inline constexpr const char* clock_alarm_key = "clock";

}  // namespace muster::core
