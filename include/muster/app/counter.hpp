// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "muster/app/open_ledger.hpp"
#include "muster/app/secrets.hpp"

/// The counter: issues and returns of items and quantities (DOMAIN §5).
namespace muster::app {

/// A code with a quantity, as scanned or typed.
struct CodeQuantity {
    std::string code;
    std::int64_t quantity = 0;
};

/// What an officer used up: code, quantity, reason, and the report's reference where there is one.
struct CodeExpended {
    std::string code;
    std::int64_t quantity = 0;
    std::string reason;
    std::string reference;
    std::string download{};  ///< the device's that fired them; else that of the whole return
};

/// Why less of something came back than was out.
struct CodeReason {
    std::string code;
    std::string words;
};

/// What one attendee of a course used up.
struct AttendeeUse {
    std::string collar;
    std::string code;
    std::int64_t quantity = 0;
};

/// A basket that is to go out.
struct IssueRequest {
    std::string collar;
    std::vector<std::string> items;
    std::vector<CodeQuantity> batches;
    std::string purpose = "operational";
    std::optional<std::string> location;  ///< where munitions are taken from
    std::optional<std::string> deployment;
    std::optional<std::string> course;
    std::optional<std::string> second;  ///< user name of the second person
    std::optional<std::string> override_reason;
    std::optional<std::string> overridden_by;
    std::optional<std::string> note;
    std::vector<std::string> kits;           ///< codes; what is drawn fills their lines
    bool urgent = false;                     ///< provisional: the officer confirms afterwards
    std::optional<std::string> paired_with;  ///< collar of the officer who hands out, by PIN
    CommitDetails details;
    bool signed_on_paper = false;  ///< of a page that is keyed later: its signature, and no PIN
};

/// What came back.
struct ReturnRequest {
    std::optional<std::string> collar;      ///< found from the items where absent
    std::optional<std::string> brought_by;  ///< collar of who brought it, where another
    std::vector<std::string> items;
    std::vector<CodeQuantity> batches;
    std::vector<CodeExpended> expended;
    std::optional<std::string> location;  ///< where it goes; else whence it was drawn
    bool partial = false;
    std::optional<std::string> second;
    std::optional<std::string> note;
    std::vector<CodeQuantity> rounds;        ///< fired through a weapon, by its code
    std::vector<AttendeeUse> attendees;      ///< of a training draw: who used what
    bool range_declared = false;             ///< the end-of-range declaration was made
    std::optional<std::string> download;     ///< the device's, of cartridges that name no other
    std::optional<std::string> paired_with;  ///< collar of the officer who takes it back, by PIN
    std::vector<CodeReason> shortages;       ///< by the codes of `batches`
    std::optional<bool> unloaded;            ///< its weapons were seen unloaded and clear, or not
    CommitDetails details;
};

/// A line of a basket as the counter shows it: what it is, and every stop in words.
struct BasketLine {
    std::string code;
    std::string subject;  ///< id; empty where the code names nothing
    std::string words;    ///< `Glock 17 Gen 4 ABC123 (WM01181)`
    std::int64_t quantity = 1;
    std::string sort;  ///< item or stock
    struct Stop {
        std::string code;
        std::string words;
        bool overridable = false;
    };
    std::vector<Stop> stops;
    std::vector<std::string> warnings{};  ///< in words; they stop nothing
};

/// A kit of a basket and its lines that nothing fills yet.
struct KitStanding {
    std::string kit;  ///< id
    std::string words;
    std::vector<std::string> open;  ///< `pistol`, `2 of Pistol magazine`
};

/// How a basket stands before anybody confirms it.
struct BasketPreview {
    std::vector<BasketLine> lines;
    std::vector<BasketLine::Stop> stops;  ///< of the whole basket
    std::vector<std::string> warnings;    ///< of the whole basket
    std::vector<KitStanding> kits;
    bool may_confirm() const {
        if (!stops.empty() || lines.empty()) return false;
        for (const BasketLine& line : lines)
            if (!line.stops.empty()) return false;
        return true;
    }
};

/// A movement that was recorded, for the receipt and the screen.
struct MovementReceipt {
    Receipt receipt;
    core::EntryNumber number = 0;
    std::vector<std::string> lines;  ///< in words
    std::vector<core::EntryNumber> discrepancies;
    std::vector<std::string> overrides;  ///< codes of the stops that were overridden
    bool confirmed = true;               ///< by the officer's own secret
    std::string mode;                    ///< urgent, paired; empty where an armourer attends
    std::vector<std::string> warnings;   ///< in words
    std::vector<std::string> still_out;  ///< of a return: what of the same kits did not come back
};

/// Who an officer at the counter is and what they hold, for the screen.
struct OfficerCard {
    core::OfficerId officer;
    std::string collar;
    std::string words;  ///< `PC 4471 Sample Person`
    struct Held {
        std::string subject;
        std::string words;
        std::int64_t quantity = 1;
        core::EntryNumber issue = 0;
        std::string sort;             ///< item or stock
        bool is_weapon = false;       ///< to be seen unloaded when it comes back
        bool is_training = false;     ///< drawn for a course
        bool asks_attendees = false;  ///< of a course: policy asks who used what, and for the range
        bool asks_download = false;   ///< fired, it needs its device's download
    };
    std::vector<Held> held;
    struct Competence {
        std::string weapon_class;
        std::string words;  ///< `Pistol to 31 Mar 2027`, `Carbine: suspended: see CFI`
        bool in_force = false;
    };
    std::vector<Competence> competences;
};

/// What a scanned code is, for a counter that listens to everything.
struct ScannedThing {
    enum class Sort { officer, item, stock, location, nothing, several, kit } sort = Sort::nothing;
    std::string id;
    std::string words;
    std::string holder;  ///< of an item: id of who or what holds it
    std::vector<std::string> choices;
    std::int64_t box_size = 0;  ///< of a batch: rounds in a sealed box
};

/// Looks a code up among collars, tags, serials, batch numbers, models, kits and locations. The
/// last four characters of serials give choices, never an item. A code with any character that no
/// label has (DOMAIN §5) names nothing.
ScannedThing scan(OpenLedger& ledger, const std::string& code);
/// The officer's card. Refuses `code_unknown`.
core::Result<OfficerCard> officer_card(OpenLedger& ledger, const std::string& collar);

/// The item, batch or counted stock a code names. Refuses code_unknown, code_ambiguous,
/// code_wrong_kind.
core::Result<std::string> find_item(const core::Facts& facts, const std::string& code);
core::Result<std::string> find_stock(const core::Facts& facts, const std::string& code);
/// The kit a code names.
core::Result<std::string> find_kit(const core::Facts& facts, const std::string& code);
/// The location a code names.
core::Result<core::LocationId> find_location(const core::Facts& facts, const std::string& code);

/// How the basket stands, every line and stop in words. Writes nothing; the stops about
/// confirmation and second person are left out, because those come last.
BasketPreview preview_issue(OpenLedger& ledger, const Author& author, const IssueRequest& request);

/// Writes down that an officer asked for what a suspension stops, where it does (DOMAIN §11,
/// scenario 4). Nothing otherwise; and nothing is said where it cannot be written.
void note_stopped_attempt(OpenLedger& ledger, const Author& author, const IssueRequest& request);

/// Issues the basket. An urgent one asks for no PIN: the officer confirms it afterwards. Else the
/// officer confirms it with `officer:COLLAR`, second person and overrider with their own secrets,
/// and one movement is appended. What is refused changes nothing.
core::Result<MovementReceipt> issue(OpenLedger& ledger, const Author& author,
                                    const IssueRequest& request, Secrets& secrets);

/// What does not add up, in words: what it is about, by the book, in fact.
std::string discrepancy_words(OpenLedger& ledger, core::EntryNumber number);

/// Takes back what came. The officer confirms with `officer:COLLAR` where that secret can be had; a
/// return without it is recorded all the same, unconfirmed.
core::Result<MovementReceipt> take_back(OpenLedger& ledger, const Author& author,
                                        const ReturnRequest& request, Secrets& secrets);

}  // namespace muster::app
