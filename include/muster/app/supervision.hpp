// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "muster/app/listing.hpp"
#include "muster/app/secrets.hpp"

/// Senior oversight: the monthly brief, dip-tests, sign-offs and deputies (DOMAIN §6).
namespace muster::app {

/// One figure of the brief, and the entries it can be traced to.
struct BriefFigure {
    std::string name;
    std::int64_t now = 0;
    std::optional<std::int64_t> before;  ///< at the end of the month before; absent of what is
                                         ///< counted within a month only
    std::vector<core::EntryNumber> entries;
};

/// Something that a senior officer must decide.
struct BriefDecision {
    std::string words;
    std::string by;  ///< until when
};

/// A month in one page.
struct Brief {
    std::string month;  ///< `2026-03`
    std::string title;  ///< `March 2026`
    core::EntryNumber first = 0;
    core::EntryNumber last = 0;
    std::vector<BriefFigure> figures;
    std::vector<BriefDecision> decisions;
    std::vector<std::string> coverage;  ///< one line for each armoury
};

/// What the ledger says of a month: its figures as at its end, or now where it still runs, and as
/// at the end of the month before. Throws UsageError where `month` is none.
core::Result<Brief> make_brief(OpenLedger& ledger, const std::string& month,
                               const std::optional<core::UserId>& viewer);
/// The words of the page, at most so many.
inline constexpr std::int64_t brief_words_max = 250;
/// Draws it as one A4 page and records the export. `path` may be a folder: then the file is called
/// `brief-2026-03.pdf`. Gives the path through `written`.
core::Result<Receipt> export_brief(OpenLedger& ledger, const Author& author, const Brief& brief,
                                   const std::string& path, std::string& written);

/// Draws positions at random, records them, and writes the sheet to carry. Gives the dip-test's id.
struct DrawnDipTest {
    std::string id;
    Receipt receipt;
};
core::Result<DrawnDipTest> draw_dip_test(OpenLedger& ledger, const Author& author,
                                         const std::string& place, std::int64_t positions,
                                         const std::string& path);
/// What was written down at one position; empty where nothing was there.
struct SeenAt {
    std::int64_t line = 0;
    std::string code;
};
struct KeyedDipTest {
    Receipt receipt;
    std::int64_t agreed = 0;
    std::int64_t differs = 0;
    std::vector<core::EntryNumber> discrepancies;
};
/// Keys a sheet that a senior officer, or their deputy, brought back.
core::Result<KeyedDipTest> key_dip_test(OpenLedger& ledger, const Author& author,
                                        const std::string& id, const std::string& walked_by,
                                        const std::vector<SeenAt>& seen);
core::Result<Listing> dip_tests(OpenLedger& ledger, const ListRequest& request);

/// Says who signs for the author, from a day to a day.
core::Result<Receipt> name_deputy(OpenLedger& ledger, const Author& author,
                                  const std::string& deputy, core::Date from, core::Date to,
                                  const std::string& reason);

/// A signature of a senior officer.
struct SignOff {
    std::string what;                    ///< `brief 2026-03`, or a count, discrepancy or dip-test
    std::optional<std::string> key;      ///< of the author; the passphrase is the secret key:NAME
    std::optional<std::string> signer;   ///< of ink: who signed on paper
    std::optional<std::string> witness;  ///< of ink: who saw it; they give their own secret
    std::string remark;
};
/// Signs off by one's own certified key, or records ink that somebody saw.
core::Result<Receipt> sign_off(OpenLedger& ledger, const Author& author, const SignOff& sign,
                               Secrets& secrets);
core::Result<Listing> sign_offs(OpenLedger& ledger, const ListRequest& request);

}  // namespace muster::app
