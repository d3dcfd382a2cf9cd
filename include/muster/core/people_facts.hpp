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
    static constexpr auto fields() {
        return std::tuple{
            field("key", &Force::key, "always force"),
            field("name", &Force::name, "the force"),
            field("origin", &Force::origin, "the ledger's origin line"),
            field("armoury", &Force::armoury, "the first armoury"),
            field("first_administrator", &Force::first_administrator, "who set it up"),
            field("practice", &Force::practice, "1 on a practice ledger"),
            field("setup_open", &Force::setup_open, "1 until setup close"),
            field("ledger_key", &Force::ledger_key, "public key, hex")};
    }
};

/// A policy in force.
struct Setting {
    static constexpr Table table = Table::setting;
    std::string key;
    std::string value;
    EntryNumber since = 0;
    static constexpr auto fields() {
        return std::tuple{field("name", &Setting::key, "the policy"),
                          field("value", &Setting::value, "its value"),
                          field("since", &Setting::since, "the entry that set it")};
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
    static constexpr auto fields() {
        return std::tuple{
            field("key", &Reference::key, "list and code"),
            field("list", &Reference::list, "category, class, rank, purpose, reason …"),
            field("code", &Reference::code, "the code"),
            field("title", &Reference::title, "its words"),
            field("tracking", &Reference::tracking, "of a category: item, batch, counted"),
            field("authorisation", &Reference::authorisation, "of a category: the class")};
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
    static constexpr auto fields() {
        return std::tuple{field("user", &User::key, "the user's id"),
                          field("person", &User::person, "the human behind the account"),
                          field("name", &User::name, "what they sign in as"),
                          field("active", &User::active, "0 once withdrawn"),
                          field("added_by", &User::added_by, "who created the account")};
    }
};

/// A role a user holds.
struct Role {
    static constexpr Table table = Table::role;
    std::string key;  ///< `<user>/<role>`
    UserId user;
    std::string role;
    EntryNumber since = 0;
    static constexpr auto fields() {
        return std::tuple{field("key", &Role::key, "user and role"),
                          field("user", &Role::user, "who holds it"),
                          field("role", &Role::role, "DOMAIN 2"),
                          field("since", &Role::since, "the entry that granted it")};
    }
};

/// That a user or officer has a secret; the secret's hash is kept elsewhere (FORMATS §1).
struct Credential {
    static constexpr Table table = Table::credential;
    std::string key;  ///< UserId or OfficerId
    std::string commitment;
    EntryNumber since = 0;
    static constexpr auto fields() {
        return std::tuple{
            field("holder", &Credential::key, "user or officer"),
            field("commitment", &Credential::commitment, "commits to the stored secret"),
            field("since", &Credential::since, "the entry that set it")};
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
    static constexpr auto fields() {
        return std::tuple{field("officer", &Officer::key, "the officer's id"),
                          field("person", &Officer::person, "the human"),
                          field("collar", &Officer::collar, "collar number"),
                          field("name", &Officer::name, "name"),
                          field("rank", &Officer::rank, "code in the list rank"),
                          field("unit", &Officer::unit, "unit"),
                          field("active", &Officer::active, "0 for a leaver")};
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
    static constexpr auto fields() {
        return std::tuple{
            field("key", &Authorisation::key, "officer and class"),
            field("officer", &Authorisation::officer, "whose"),
            field("class", &Authorisation::weapon_class, "class of weapon"),
            field("from", &Authorisation::from, "first day"),
            field("to", &Authorisation::to, "last day"),
            field("suspended", &Authorisation::suspended, "1 while suspended"),
            field("source", &Authorisation::source, "who says so"),
            field("as_at", &Authorisation::as_at, "the day the source was true"),
            field("granted_by", &Authorisation::granted_by, "who recorded it"),
            field("granted_on", &Authorisation::granted_on, "the day it was recorded")};
    }
};

/// A closed period: a range of entry numbers (FORMATS §1).
struct Period {
    static constexpr Table table = Table::period;
    std::string key;  ///< its label
    EntryNumber first = 0;
    EntryNumber last = 0;
    std::string state;  ///< SHA-256 of the facts in force at its end, hex
    static constexpr auto fields() {
        return std::tuple{field("label", &Period::key, "the period's label"),
                          field("first", &Period::first, "its first entry"),
                          field("last", &Period::last, "its last entry, the one that closed it"),
                          field("state", &Period::state, "SHA-256 of the facts at its end")};
    }
};

/// A file that was imported; the same bytes are refused a second time.
struct ImportFile {
    static constexpr Table table = Table::import_file;
    std::string key;  ///< SHA-256 of its bytes, hex
    EntryNumber entry = 0;
    static constexpr auto fields() {
        return std::tuple{field("sha256", &ImportFile::key, "digest of the file"),
                          field("entry", &ImportFile::entry, "the entry that imported it")};
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
    static constexpr auto fields() {
        return std::tuple{field("certificate", &Certificate::key, "SHA-256 of the certificate"),
                          field("name", &Certificate::name, "the key's name"),
                          field("user", &Certificate::user, "whose"),
                          field("method", &Certificate::method, "pkcs12, pkcs11 or ink"),
                          field("since", &Certificate::since, "the entry that certified it")};
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
    static constexpr auto fields() {
        return std::tuple{
            field("key", &Deployment::key, "log number, as compared"),
            field("log", &Deployment::log, "number in the log"),
            field("started", &Deployment::started, "when it began"),
            field("ended", &Deployment::ended, "when it ended"),
            field("decision", &Deployment::decision, "authorised, declined …"),
            field("commander", &Deployment::commander, "who decided"),
            field("level", &Deployment::level, "level of command"),
            field("reason", &Deployment::reason, "why"),
            field("arv", &Deployment::arv, "1 where an ARV was involved"),
            field("discharge", &Deployment::discharge, "1 where a weapon was discharged"),
            field("since", &Deployment::since, "the entry that last said so")};
    }
};

}  // namespace muster::core
