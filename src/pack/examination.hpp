// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "chain.hpp"
#include "consistency.hpp"
#include "contents.hpp"
#include "manifest.hpp"
#include "muster/core/entry.hpp"
#include "muster/ledger/checkpoint.hpp"
#include "muster/ledger/cms.hpp"
#include "muster/ledger/merkle.hpp"
#include "muster/pack/build.hpp"
#include "muster/pack/verify.hpp"

/// A pack under examination. Each check is a function of its own that reads what earlier checks
/// learned, says what it found, and never throws for what the pack holds.
namespace muster::pack {

/// The numbers of FORMATS §6. Those that are missing here are not examined by this version.
enum class CheckNumber {
    container = 1,
    manifest = 2,
    sign_off_chain = 3,
    identities = 4,
    time = 5,
    lines = 6,
    root = 7,
    checkpoint_key = 8,
    continuity = 9,
    rules = 10,
    opening_state = 11,
    csv = 12,
    workbook = 13,
    certificate_text = 14,
    helper_files = 18,
};

/// Somebody whose signature over their text is right.
struct Signer {
    std::string role;  ///< `preparer` for the first
    std::string file;  ///< the .p7s
    ledger::SignedBy by;
};

struct Examination {
    explicit Examination(const VerifyOptions& chosen) : options{chosen} {}

    const VerifyOptions& options;
    std::vector<Check> checks;

    PackFiles files;
    std::vector<Signer> signers;         ///< in order, the preparer first
    std::vector<SignOffText> sign_offs;  ///< in order, those that were read
    std::optional<Making> making;
    core::MemoryFacts opening;  ///< with the period row of the closing entry before
    core::MemoryFacts closing;
    std::optional<Consistency> consistency;
    std::vector<ledger::Digest> leaves;  ///< of the period's lines
    std::vector<core::Entry> entries;    ///< of the period, all of them or none
    std::optional<ledger::Frontier> before;
    std::optional<ledger::LedgerPublicKey> key;
    std::optional<ledger::Checkpoint> checkpoint;
    std::optional<ledger::Checkpoint> previous;
    bool replayed = false;

    void pass(CheckNumber number, std::string words);
    void fail(CheckNumber number, std::string words, std::string file = {});
    /// No fault, but not established; also what could not be examined because something is missing.
    void open(CheckNumber number, std::string words, std::string file = {});
    bool has(CheckNumber number) const;
    const std::string* file(const std::string& name) const;
    core::EntryNumber first() const { return entries.empty() ? 1 : entries.front().number; }
    core::EntryNumber last() const { return entries.empty() ? 0 : entries.back().number; }
};

/// Whether the container could be opened; else the pack is unusable or its container at fault.
enum class Opening { opened, faulty, unusable };
Opening check_container(Examination& examination, std::string bytes);
void check_manifest(Examination& examination);
void check_sign_off_chain(Examination& examination);
void check_identities(Examination& examination);
void check_time(Examination& examination);
void check_lines(Examination& examination);
void check_root_and_key(Examination& examination);
void check_continuity(Examination& examination);
void check_rules(Examination& examination);
void check_opening_state(Examination& examination);
void check_tables(Examination& examination);
/// The workbook against the sheets; adds nothing where all agree.
void compare_workbook(Examination& examination, const core::PeriodSheets& sheets);
void check_helper_files(Examination& examination);

/// `text`, escaped and cut to some 80 characters, in quotation marks.
std::string in_quotes(std::string_view text);

}  // namespace muster::pack
