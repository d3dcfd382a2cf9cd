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
    static constexpr void fields(auto visit) {
        visit("force", &Initialised::force, "the force's name");
        visit("origin", &Initialised::origin, "the ledger's origin line");
        visit("armoury_name", &Initialised::armoury_name, "the first armoury's name");
        visit("administrator", &Initialised::administrator, "the first user");
        visit("person", &Initialised::person, "the human behind it");
        visit("user_name", &Initialised::user_name, "what they sign in as");
        visit("ledger_key", &Initialised::ledger_key, "Ed25519 public key, hex");
        visit("program", &Initialised::program, "name and version that began it");
        visit("practice", &Initialised::practice, "true on a practice ledger");
    }
};

/// The first administrator may no longer import, create and grant alone.
struct SetupClosed {
    static constexpr const char* kind = "setup_closed";
    static constexpr std::int64_t version = 1;
    std::int64_t entries_alone = 0;  ///< how many entries were made alone during set-up
    static constexpr void fields(auto visit) {
        visit("entries_alone", &SetupClosed::entries_alone,
              "entries that one administrator made alone");
    }
};

/// A policy took a value. By two people once set-up is closed.
struct PolicySet {
    static constexpr const char* kind = "policy_set";
    static constexpr std::int64_t version = 1;
    std::string name;
    std::string value;
    UserId approver;
    static constexpr void fields(auto visit) {
        visit("name", &PolicySet::name, "the policy");
        visit("value", &PolicySet::value, "its value");
        visit("approver", &PolicySet::approver, "who approved it");
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
    static constexpr void fields(auto visit) {
        visit("list", &ReferenceSet::list, "category, class, rank, purpose, reason …");
        visit("code", &ReferenceSet::code, "the code");
        visit("title", &ReferenceSet::title, "its words");
        visit("tracking", &ReferenceSet::tracking, "of a category: item, batch or counted");
        visit("authorisation", &ReferenceSet::authorisation, "of a category: class needed to draw");
        visit("approver", &ReferenceSet::approver, "who approved it");
    }
};

/// Somebody signed in at a desk.
struct SignedIn {
    static constexpr const char* kind = "signed_in";
    static constexpr std::int64_t version = 1;
    UserId user;
    std::int64_t failures_before = 0;
    static constexpr void fields(auto visit) {
        visit("user", &SignedIn::user, "who");
        visit("failures_before", &SignedIn::failures_before,
              "wrong secrets given since the last success");
    }
};

}  // namespace muster::core
