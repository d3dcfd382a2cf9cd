// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/fields.hpp"

/// Entries about users, their roles and secrets, and about officers and their authorisations.
namespace muster::core {

/// An account was created. It has no role yet.
struct UserAdded {
    static constexpr const char* kind = "user_added";
    static constexpr std::int64_t version = 1;
    UserId user;
    PersonId person;
    PrivateText name;
    static constexpr void fields(auto visit) {
        visit("user", &UserAdded::user, "the new account");
        visit("person", &UserAdded::person, "the human behind it");
        visit("name", &UserAdded::name, "what they sign in as");
    }
};

/// A role was granted, by two people once set-up is closed.
struct RoleGranted {
    static constexpr const char* kind = "role_granted";
    static constexpr std::int64_t version = 1;
    UserId user;
    std::string role;
    UserId approver;
    static constexpr void fields(auto visit) {
        visit("user", &RoleGranted::user, "to whom");
        visit("role", &RoleGranted::role, "which role");
        visit("approver", &RoleGranted::approver, "who approved it");
    }
};

/// A role, or with none named the whole account, was withdrawn.
struct RoleWithdrawn {
    static constexpr const char* kind = "role_withdrawn";
    static constexpr std::int64_t version = 1;
    UserId user;
    std::optional<std::string> role;
    static constexpr void fields(auto visit) {
        visit("user", &RoleWithdrawn::user, "from whom");
        visit("role", &RoleWithdrawn::role, "which role; absent for the account");
    }
};

/// A user or officer has a new secret. The line only commits to it (FORMATS §1).
struct CredentialChanged {
    static constexpr const char* kind = "credential_changed";
    static constexpr std::int64_t version = 1;
    std::string holder;  ///< UserId or OfficerId
    std::string commitment;
    UserId approver;
    static constexpr void fields(auto visit) {
        visit("holder", &CredentialChanged::holder, "user or officer");
        visit("commitment", &CredentialChanged::commitment, "SHA-256(32 random bytes, record)");
        visit("approver", &CredentialChanged::approver, "who approved another's secret");
    }
};

/// An officer who may draw was recorded.
struct OfficerAdded {
    static constexpr const char* kind = "officer_added";
    static constexpr std::int64_t version = 1;
    OfficerId officer;
    PersonId person;
    PrivateText collar;
    PrivateText name;
    std::string rank;
    std::string unit;
    static constexpr void fields(auto visit) {
        visit("officer", &OfficerAdded::officer, "the new officer");
        visit("person", &OfficerAdded::person, "the human");
        visit("collar", &OfficerAdded::collar, "collar number");
        visit("name", &OfficerAdded::name, "name");
        visit("rank", &OfficerAdded::rank, "code in the list rank");
        visit("unit", &OfficerAdded::unit, "unit");
    }
};

/// What is known of an officer changed: rank, unit, name, or they left or came back. Absent members
/// stay as they are. A leaver's competences end on the day before `as_at`; who comes back is
/// authorised anew.
struct OfficerChanged {
    static constexpr const char* kind = "officer_changed";
    static constexpr std::int64_t version = 1;
    OfficerId officer;
    std::optional<PrivateText> name;
    std::optional<std::string> rank;
    std::optional<std::string> unit;
    std::optional<bool> active;  ///< false for a leaver
    std::string source;
    Date as_at;
    static constexpr void fields(auto visit) {
        visit("officer", &OfficerChanged::officer, "whose");
        visit("name", &OfficerChanged::name, "name");
        visit("rank", &OfficerChanged::rank, "code in the list rank");
        visit("unit", &OfficerChanged::unit, "unit");
        visit("active", &OfficerChanged::active, "false for a leaver");
        visit("source", &OfficerChanged::source, "who says so");
        visit("as_at", &OfficerChanged::as_at, "the day that was true");
    }
};

/// An officer's competence in one class was granted, renewed or restored (CFI only after set-up).
struct AuthorisationGranted {
    static constexpr const char* kind = "authorisation_granted";
    static constexpr std::int64_t version = 1;
    OfficerId officer;
    std::string weapon_class;
    Date from;
    Date to;
    std::string source;
    Date as_at;
    bool suspended = false;  ///< true only in an import that says so
    static constexpr void fields(auto visit) {
        visit("officer", &AuthorisationGranted::officer, "whose");
        visit("class", &AuthorisationGranted::weapon_class, "class of weapon");
        visit("from", &AuthorisationGranted::from, "first day");
        visit("to", &AuthorisationGranted::to, "last day");
        visit("source", &AuthorisationGranted::source, "who says so");
        visit("as_at", &AuthorisationGranted::as_at, "the day that was true");
        visit("suspended", &AuthorisationGranted::suspended, "imported as suspended");
    }
};

/// An authorisation, or with no class named all of an officer's, was suspended.
struct AuthorisationSuspended {
    static constexpr const char* kind = "authorisation_suspended";
    static constexpr std::int64_t version = 1;
    OfficerId officer;
    std::optional<std::string> weapon_class;
    PrivateText reason;
    static constexpr void fields(auto visit) {
        visit("officer", &AuthorisationSuspended::officer, "whose");
        visit("class", &AuthorisationSuspended::weapon_class, "absent for all");
        visit("reason", &AuthorisationSuspended::reason, "for the CFI only");
    }
};

}  // namespace muster::core
