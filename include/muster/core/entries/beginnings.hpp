// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/fields.hpp"

/// Entries about the ledger itself, its policies and its reference data.
namespace muster::core {

/// Entry 1: the ledger, its first armoury and its first administrator begin.
struct Initialised {
    static constexpr const char* kind = "initialised";
    static constexpr std::int64_t version = 1;
    std::string force;
    std::string origin;
    std::string armoury_name;
    UserId administrator;
    PersonId person;
    PrivateText user_name;
    std::string ledger_key;
    std::string program;
    bool practice = false;
    static constexpr auto fields() {
        return std::tuple{
            field("force", &Initialised::force, "the force's name"),
            field("origin", &Initialised::origin, "the ledger's origin line"),
            field("armoury_name", &Initialised::armoury_name, "the first armoury's name"),
            field("administrator", &Initialised::administrator, "the first user"),
            field("person", &Initialised::person, "the human behind it"),
            field("user_name", &Initialised::user_name, "what they sign in as"),
            field("ledger_key", &Initialised::ledger_key, "Ed25519 public key, hex"),
            field("program", &Initialised::program, "name and version that began it"),
            field("practice", &Initialised::practice, "true on a practice ledger")};
    }
};

/// The first administrator may no longer import, create and grant alone.
struct SetupClosed {
    static constexpr const char* kind = "setup_closed";
    static constexpr std::int64_t version = 1;
    std::int64_t entries_alone = 0;  ///< how many entries were made alone during set-up
    static constexpr auto fields() {
        return std::tuple{field("entries_alone", &SetupClosed::entries_alone,
                                "entries that one administrator made alone")};
    }
};

/// A policy took a value. By two people once set-up is closed.
struct PolicySet {
    static constexpr const char* kind = "policy_set";
    static constexpr std::int64_t version = 1;
    std::string name;
    std::string value;
    UserId approver;
    static constexpr auto fields() {
        return std::tuple{field("name", &PolicySet::name, "the policy"),
                          field("value", &PolicySet::value, "its value"),
                          field("approver", &PolicySet::approver, "who approved it")};
    }
};

/// A code of a reference list was added or changed.
struct ReferenceSet {
    static constexpr const char* kind = "reference_set";
    static constexpr std::int64_t version = 1;
    std::string list;
    std::string code;
    std::string title;
    std::optional<std::string> tracking;
    std::optional<std::string> authorisation;
    UserId approver;
    static constexpr auto fields() {
        return std::tuple{
            field("list", &ReferenceSet::list, "category, class, rank, purpose, reason …"),
            field("code", &ReferenceSet::code, "the code"),
            field("title", &ReferenceSet::title, "its words"),
            field("tracking", &ReferenceSet::tracking, "of a category: item, batch or counted"),
            field("authorisation", &ReferenceSet::authorisation,
                  "of a category: class needed to draw"),
            field("approver", &ReferenceSet::approver, "who approved it")};
    }
};

/// Somebody signed in at a desk.
struct SignedIn {
    static constexpr const char* kind = "signed_in";
    static constexpr std::int64_t version = 1;
    UserId user;
    std::int64_t failures_before = 0;
    static constexpr auto fields() {
        return std::tuple{field("user", &SignedIn::user, "who"),
                          field("failures_before", &SignedIn::failures_before,
                                "wrong secrets given since the last success")};
    }
};

}  // namespace muster::core
