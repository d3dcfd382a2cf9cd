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
    static constexpr auto fields() {
        return std::tuple{field("user", &UserAdded::user, "the new account"),
                          field("person", &UserAdded::person, "the human behind it"),
                          field("name", &UserAdded::name, "what they sign in as")};
    }
};

/// A role was granted, by two people once set-up is closed.
struct RoleGranted {
    static constexpr const char* kind = "role_granted";
    static constexpr std::int64_t version = 1;
    UserId user;
    std::string role;
    UserId approver;
    static constexpr auto fields() {
        return std::tuple{field("user", &RoleGranted::user, "to whom"),
                          field("role", &RoleGranted::role, "which role"),
                          field("approver", &RoleGranted::approver, "who approved it")};
    }
};

/// A role, or with none named the whole account, was withdrawn.
struct RoleWithdrawn {
    static constexpr const char* kind = "role_withdrawn";
    static constexpr std::int64_t version = 1;
    UserId user;
    std::optional<std::string> role;
    static constexpr auto fields() {
        return std::tuple{
            field("user", &RoleWithdrawn::user, "from whom"),
            field("role", &RoleWithdrawn::role, "which role; absent for the account")};
    }
};

/// A user or officer has a new secret. The line only commits to it (FORMATS §1).
struct CredentialChanged {
    static constexpr const char* kind = "credential_changed";
    static constexpr std::int64_t version = 1;
    std::string holder;  ///< UserId or OfficerId
    std::string commitment;
    UserId approver;
    static constexpr auto fields() {
        return std::tuple{
            field("holder", &CredentialChanged::holder, "user or officer"),
            field("commitment", &CredentialChanged::commitment, "SHA-256(32 random bytes, record)"),
            field("approver", &CredentialChanged::approver, "who approved another's secret")};
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
    static constexpr auto fields() {
        return std::tuple{field("officer", &OfficerAdded::officer, "the new officer"),
                          field("person", &OfficerAdded::person, "the human"),
                          field("collar", &OfficerAdded::collar, "collar number"),
                          field("name", &OfficerAdded::name, "name"),
                          field("rank", &OfficerAdded::rank, "code in the list rank"),
                          field("unit", &OfficerAdded::unit, "unit")};
    }
};

/// What is known of an officer changed: rank, unit, name, or they left or came back. Absent members
/// stay as they are.
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
    static constexpr auto fields() {
        return std::tuple{field("officer", &OfficerChanged::officer, "whose"),
                          field("name", &OfficerChanged::name, "name"),
                          field("rank", &OfficerChanged::rank, "code in the list rank"),
                          field("unit", &OfficerChanged::unit, "unit"),
                          field("active", &OfficerChanged::active, "false for a leaver"),
                          field("source", &OfficerChanged::source, "who says so"),
                          field("as_at", &OfficerChanged::as_at, "the day that was true")};
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
    static constexpr auto fields() {
        return std::tuple{
            field("officer", &AuthorisationGranted::officer, "whose"),
            field("class", &AuthorisationGranted::weapon_class, "class of weapon"),
            field("from", &AuthorisationGranted::from, "first day"),
            field("to", &AuthorisationGranted::to, "last day"),
            field("source", &AuthorisationGranted::source, "who says so"),
            field("as_at", &AuthorisationGranted::as_at, "the day that was true"),
            field("suspended", &AuthorisationGranted::suspended, "imported as suspended")};
    }
};

/// An authorisation, or with no class named all of an officer's, was suspended.
struct AuthorisationSuspended {
    static constexpr const char* kind = "authorisation_suspended";
    static constexpr std::int64_t version = 1;
    OfficerId officer;
    std::optional<std::string> weapon_class;
    PrivateText reason;
    static constexpr auto fields() {
        return std::tuple{field("officer", &AuthorisationSuspended::officer, "whose"),
                          field("class", &AuthorisationSuspended::weapon_class, "absent for all"),
                          field("reason", &AuthorisationSuspended::reason, "for the CFI only")};
    }
};

}  // namespace muster::core
