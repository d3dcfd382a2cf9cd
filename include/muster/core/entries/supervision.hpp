// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/fields.hpp"

/// Entries of senior oversight: who is in charge of a place, dip-tests, sign-offs, deputies
/// (DOMAIN §6).
namespace muster::core {

/// How many places one dip-test looks at, at most.
inline constexpr std::size_t dip_test_lines_max = 50;

/// A user is in charge of a location and all below it from now on; nobody where none is named.
struct CustodianNamed {
    static constexpr const char* kind = "custodian_named";
    static constexpr std::int64_t version = 1;
    LocationId location;
    UserId custodian;
    static constexpr void fields(auto visit) {
        visit("location", &CustodianNamed::location, "the place");
        visit("custodian", &CustodianNamed::custodian, "who is in charge of it");
    }
};

/// A senior officer names who signs for them, for stated days.
struct DeputyNamed {
    static constexpr const char* kind = "deputy_named";
    static constexpr std::int64_t version = 1;
    UserId deputy;
    Date from;
    Date to;
    PrivateText reason;
    static constexpr void fields(auto visit) {
        visit("deputy", &DeputyNamed::deputy, "who signs for whoever made this entry");
        visit("from", &DeputyNamed::from, "first day");
        visit("to", &DeputyNamed::to, "last day");
        visit("reason", &DeputyNamed::reason, "why");
    }
};

/// One position of a dip-test, and what the book had there when it was drawn.
struct DipPosition {
    LocationId location;
    std::string position;  ///< `R2-25`; may be empty
    ItemId item;           ///< not on the sheet that is carried
    static constexpr void fields(auto visit) {
        visit("location", &DipPosition::location, "where");
        visit("position", &DipPosition::position, "which place there");
        visit("item", &DipPosition::item, "what the book had there");
    }
};

/// A dip-test was drawn at random. Its id is `q-` and this entry's number.
struct DipTestDrawn {
    static constexpr const char* kind = "dip_test_drawn";
    static constexpr std::int64_t version = 1;
    LocationId place;
    std::vector<DipPosition> lines;
    static constexpr void fields(auto visit) {
        visit("place", &DipTestDrawn::place, "the armoury or place it is of");
        visit("lines", &DipTestDrawn::lines, "the positions");
    }
};

/// What the senior officer saw at one position.
struct DipSeen {
    std::int64_t line = 0;             ///< from 1
    ItemId item;                       ///< what the words name, where they name an item
    std::optional<PrivateText> words;  ///< what was written down; absent where it was empty
    static constexpr void fields(auto visit) {
        visit("line", &DipSeen::line, "which position, from 1");
        visit("item", &DipSeen::item, "the item that was seen");
        visit("words", &DipSeen::words, "what was written down");
    }
};

/// The sheet of a dip-test was keyed. What differs from the book becomes a discrepancy.
struct DipTestKeyed {
    static constexpr const char* kind = "dip_test_keyed";
    static constexpr std::int64_t version = 1;
    DipTestId test;
    UserId walked_by;  ///< the senior officer who went on foot
    std::vector<DipSeen> lines;
    std::int64_t agreed = 0;   ///< filled in by `decide`
    std::int64_t differs = 0;  ///< filled in by `decide`
    static constexpr void fields(auto visit) {
        visit("test", &DipTestKeyed::test, "which dip-test");
        visit("walked_by", &DipTestKeyed::walked_by, "who went on foot");
        visit("lines", &DipTestKeyed::lines, "what was seen");
        visit("agreed", &DipTestKeyed::agreed, "positions that agreed with the book");
        visit("differs", &DipTestKeyed::differs, "positions that did not");
    }
};

/// A senior officer, or their deputy, signed something of the armoury off.
struct OversightSigned {
    static constexpr const char* kind = "oversight_signed";
    static constexpr std::int64_t version = 1;
    std::string what;    ///< `brief 2026-03`, or the id of a count, discrepancy or dip-test
    UserId signer;       ///< who signed
    std::string method;  ///< key, card, ink
    UserId witness;      ///< of ink: who saw it signed
    UserId principal;    ///< for whom a deputy signed; filled in by `decide`
    std::optional<PrivateText> remark;
    static constexpr void fields(auto visit) {
        visit("what", &OversightSigned::what, "what was signed");
        visit("signer", &OversightSigned::signer, "who signed");
        visit("method", &OversightSigned::method, "key, card or ink");
        visit("witness", &OversightSigned::witness, "who saw the ink");
        visit("principal", &OversightSigned::principal, "for whom a deputy signed");
        visit("remark", &OversightSigned::remark, "what they want done");
    }
};

}  // namespace muster::core
