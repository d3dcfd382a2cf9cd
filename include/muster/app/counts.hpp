// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "muster/app/counter.hpp"
#include "muster/app/open_ledger.hpp"

/// Counting, blind, by two people, and comparing with the book (DOMAIN §6). Nothing here edits the
/// register.
namespace muster::app {

struct CountPlan {
    std::vector<std::string> locations;
    std::string counter_a;
    std::string counter_b;
    std::string sort = "full";
    bool blind = true;
    bool frozen = false;  ///< nothing of its scope is issued without an override
    std::optional<std::string> override_by{};  ///< who answers the rules of a team
    std::string override_reason{};
};

/// A box, by the batch it is of and its seal.
struct SealedBox {
    std::string code;
    std::string seal;
};

/// A sealed box that was opened, and how many were in it.
struct OpenedBox {
    std::string code;
    std::string seal;
    std::int64_t quantity = 0;
};

/// What a counter scanned at one location. Codes are kept as scanned: nothing is looked up, because
/// an answer would tell a counter what the book says.
struct CountScan {
    std::string location;
    std::vector<std::string> items;
    std::vector<CodeQuantity> batches;  ///< loose quantities
    std::vector<SealedBox> boxes;
    std::vector<std::string> unknown;    ///< what is on a thing nobody can name
    bool nothing_more = false;           ///< the place was looked at, whatever else was scanned
    std::optional<std::string> skipped;  ///< why the place is not counted
    std::vector<OpenedBox> opened{};     ///< boxes of the sample that is opened
    std::optional<std::string> photo{};  ///< a picture of the last unknown thing: its file
};

/// The only answer a scan gets.
struct ScanAnswer {
    std::int64_t recorded = 0;
    std::vector<std::string> already;  ///< `WM01181: already counted 06:41`
};

struct CountLine {
    std::string location;
    std::string subject;
    std::string words;
    std::string result;
    std::int64_t expected = 0;
    std::int64_t moved = 0;
    std::int64_t counted = 0;
    std::vector<core::EntryNumber> movements{};  ///< that moved it since the count began
};

struct Reconciliation {
    Receipt receipt;
    std::vector<CountLine> lines;
    std::map<std::string, std::int64_t> totals;  ///< lines by result
    std::int64_t open = 0;                       ///< lines still uncounted or disagreed
};

struct ClosedCount {
    Receipt receipt;
    std::string certificate;
    std::vector<core::EntryNumber> discrepancies;
};

/// The count an entry number or id names: `N` or `c-N`.
core::CountId count_id(const std::string& text);

/// Begins a count; its places are walked in a random order. Where the rules of a team stop it,
/// `override_by` gives their own secret.
core::Result<Receipt> start_count(OpenLedger& ledger, const Author& author, const CountPlan& plan,
                                  Secrets& secrets);
/// Keeps what was scanned as the counter's own draft, durable, seen by nobody else.
core::Result<ScanAnswer> scan_count(OpenLedger& ledger, const Author& author,
                                    const core::CountId& count, const CountScan& scan);
/// The longest note to the auditor, in bytes; every note is padded to this.
inline constexpr std::size_t auditor_note_bytes = 4'096;
/// Hands the counter's sheet in. It cannot be changed afterwards. Once an auditor has a certified
/// key, every sheet carries a note that only they can read, as long as any other and empty where
/// no `note_file` is given: nobody can see whether a counter wrote one. Throws UsageError where it
/// is too long, or where there is a note and no auditor to read it.
core::Result<Receipt> submit_count(OpenLedger& ledger, const Author& author,
                                   const core::CountId& count,
                                   const std::optional<std::string>& note_file = {});
/// Asks a third person to count, blind, where two differ or left places out.
core::Result<Receipt> ask_recount(OpenLedger& ledger, const Author& author,
                                  const core::CountId& count, const std::string& counter);
core::Result<Reconciliation> reconcile_count(OpenLedger& ledger, const Author& author,
                                             const core::CountId& count);
/// Closes with two signatures; `second` gives their own secret. Variances become discrepancies.
/// Lines that are not settled stop it, unless `left_open` says why they stay so: they are never
/// missing, their places are not covered, and where the counters differed a discrepancy says so.
core::Result<ClosedCount> close_count(OpenLedger& ledger, const Author& author,
                                      const core::CountId& count, const std::string& second,
                                      const std::optional<std::string>& left_open,
                                      Secrets& secrets);

}  // namespace muster::app
