// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/facts.hpp"

/// The facts about the force, its people and what they may do (DOMAIN §2, §4).
namespace muster::core {

/// The owner of the ledger. There is one row, key `force`.
struct Force {
    static constexpr Table table = Table::force;
    std::string key = "force";
    std::string name;
    std::string origin;
    ArmouryId armoury;
    UserId first_administrator;
    bool practice = false;
    bool setup_open = true;
    std::string ledger_key;  ///< the ledger's public key, hex
    static constexpr void fields(auto visit) {
        visit("key", &Force::key, "always force");
        visit("name", &Force::name, "the force");
        visit("origin", &Force::origin, "the ledger's origin line");
        visit("armoury", &Force::armoury, "the first armoury");
        visit("first_administrator", &Force::first_administrator, "who set it up");
        visit("practice", &Force::practice, "1 on a practice ledger");
        visit("setup_open", &Force::setup_open, "1 until setup close");
        visit("ledger_key", &Force::ledger_key, "public key, hex");
    }
};

/// A policy in force.
struct Setting {
    static constexpr Table table = Table::setting;
    std::string key;
    std::string value;
    EntryNumber since = 0;
    static constexpr void fields(auto visit) {
        visit("name", &Setting::key, "the policy");
        visit("value", &Setting::value, "its value");
        visit("since", &Setting::since, "the entry that set it");
    }
};

/// One code of a reference list: a rank, a class, a purpose, a reason.
struct Reference {
    static constexpr Table table = Table::reference;
    std::string key;  ///< `<list>/<code>`
    std::string list;
    std::string code;
    std::string title;
    std::string tracking;       ///< of a category: item, batch or counted
    std::string authorisation;  ///< of a category: the class an officer needs
    static constexpr void fields(auto visit) {
        visit("key", &Reference::key, "list and code");
        visit("list", &Reference::list, "category, class, rank, purpose, reason …");
        visit("code", &Reference::code, "the code");
        visit("title", &Reference::title, "its words");
        visit("tracking", &Reference::tracking, "of a category: item, batch, counted");
        visit("authorisation", &Reference::authorisation, "of a category: the class");
    }
};

/// Somebody who signs in.
struct User {
    static constexpr Table table = Table::user;
    std::string key;  ///< its UserId
    PersonId person;
    PrivateText name;
    bool active = true;
    UserId added_by;
    static constexpr void fields(auto visit) {
        visit("user", &User::key, "the user's id");
        visit("person", &User::person, "the human behind the account");
        visit("name", &User::name, "what they sign in as");
        visit("active", &User::active, "0 once withdrawn");
        visit("added_by", &User::added_by, "who created the account");
    }
};

/// A role a user holds.
struct Role {
    static constexpr Table table = Table::role;
    std::string key;  ///< `<user>/<role>`
    UserId user;
    std::string role;
    EntryNumber since = 0;
    static constexpr void fields(auto visit) {
        visit("key", &Role::key, "user and role");
        visit("user", &Role::user, "who holds it");
        visit("role", &Role::role, "DOMAIN 2");
        visit("since", &Role::since, "the entry that granted it");
    }
};

/// That a user or officer has a secret; the secret's hash is kept elsewhere (FORMATS §1).
struct Credential {
    static constexpr Table table = Table::credential;
    std::string key;  ///< UserId or OfficerId
    std::string commitment;
    EntryNumber since = 0;
    static constexpr void fields(auto visit) {
        visit("holder", &Credential::key, "user or officer");
        visit("commitment", &Credential::commitment, "commits to the stored secret");
        visit("since", &Credential::since, "the entry that set it");
    }
};

/// A person who draws.
struct Officer {
    static constexpr Table table = Table::officer;
    std::string key;  ///< its OfficerId
    PersonId person;
    PrivateText collar;
    PrivateText name;
    std::string rank;
    std::string unit;
    bool active = true;
    static constexpr void fields(auto visit) {
        visit("officer", &Officer::key, "the officer's id");
        visit("person", &Officer::person, "the human");
        visit("collar", &Officer::collar, "collar number");
        visit("name", &Officer::name, "name");
        visit("rank", &Officer::rank, "code in the list rank");
        visit("unit", &Officer::unit, "unit");
        visit("active", &Officer::active, "0 for a leaver");
    }
};

/// An officer's current competence in one class of weapon. Both days are inclusive.
struct Authorisation {
    static constexpr Table table = Table::authorisation;
    std::string key;  ///< `<officer>/<class>`
    OfficerId officer;
    std::string weapon_class;
    Date from;
    Date to;
    bool suspended = false;
    std::string source;
    Date as_at;
    UserId granted_by;
    Date granted_on;
    static constexpr void fields(auto visit) {
        visit("key", &Authorisation::key, "officer and class");
        visit("officer", &Authorisation::officer, "whose");
        visit("class", &Authorisation::weapon_class, "class of weapon");
        visit("from", &Authorisation::from, "first day");
        visit("to", &Authorisation::to, "last day");
        visit("suspended", &Authorisation::suspended, "1 while suspended");
        visit("source", &Authorisation::source, "who says so");
        visit("as_at", &Authorisation::as_at, "the day the source was true");
        visit("granted_by", &Authorisation::granted_by, "who recorded it");
        visit("granted_on", &Authorisation::granted_on, "the day it was recorded");
    }
};

/// A closed period: a range of entry numbers (FORMATS §1).
struct Period {
    static constexpr Table table = Table::period;
    std::string key;  ///< its label
    EntryNumber first = 0;
    EntryNumber last = 0;
    std::string state;  ///< SHA-256 of the facts in force at its end, hex
    static constexpr void fields(auto visit) {
        visit("label", &Period::key, "the period's label");
        visit("first", &Period::first, "its first entry");
        visit("last", &Period::last, "its last entry, the one that closed it");
        visit("state", &Period::state, "SHA-256 of the facts at its end");
    }
};

/// A file that was imported; the same bytes are refused a second time for the same day.
struct ImportFile {
    static constexpr Table table = Table::import_file;
    std::string key;  ///< as `import_file_key` makes it
    EntryNumber entry = 0;
    static constexpr void fields(auto visit) {
        visit("sha256", &ImportFile::key, "digest of the file, and its day");
        visit("entry", &ImportFile::entry, "the entry that imported it");
    }
};

/// A person's signing certificate, as the force certified it.
struct Certificate {
    static constexpr Table table = Table::certificate;
    std::string key;  ///< SHA-256 of the certificate, hex
    std::string name;
    UserId user;
    std::string method;  ///< pkcs12, pkcs11, ink
    EntryNumber since = 0;
    static constexpr void fields(auto visit) {
        visit("certificate", &Certificate::key, "SHA-256 of the certificate");
        visit("name", &Certificate::name, "the key's name");
        visit("user", &Certificate::user, "whose");
        visit("method", &Certificate::method, "pkcs12, pkcs11 or ink");
        visit("since", &Certificate::since, "the entry that certified it");
    }
};

/// An armed deployment or the decision against one, as its log last had it.
struct Deployment {
    static constexpr Table table = Table::deployment;
    std::string key;  ///< its log number, as codes are compared
    std::string log;
    Instant started;
    std::optional<Instant> ended;
    std::string decision;
    std::optional<PrivateText> commander;
    std::string level;
    std::optional<PrivateText> reason;
    bool arv = false;
    bool discharge = false;
    EntryNumber since = 0;
    static constexpr void fields(auto visit) {
        visit("key", &Deployment::key, "log number, as compared");
        visit("log", &Deployment::log, "number in the log");
        visit("started", &Deployment::started, "when it began");
        visit("ended", &Deployment::ended, "when it ended");
        visit("decision", &Deployment::decision, "authorised, declined …");
        visit("commander", &Deployment::commander, "who decided");
        visit("level", &Deployment::level, "level of command");
        visit("reason", &Deployment::reason, "why");
        visit("arv", &Deployment::arv, "1 where an ARV was involved");
        visit("discharge", &Deployment::discharge, "1 where a weapon was discharged");
        visit("since", &Deployment::since, "the entry that last said so");
    }
};

}  // namespace muster::core
