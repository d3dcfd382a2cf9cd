// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "muster/core/fields.hpp"
#include "muster/core/powers.hpp"

/// Entries about files that were taken over: the file itself, what was learnt from it, its undoing,
/// and the records of other systems (DOMAIN §4, FORMATS §1 and §8).
namespace muster::core {

/// A file was imported; its rows follow in the same transaction, each as an entry of its own.
struct Imported {
    static constexpr const char* kind = "imported";
    static constexpr std::int64_t version = 1;
    std::string sha256;
    std::string file_name;
    std::vector<std::string> mapping;  ///< `sheet!column=field`
    std::int64_t imported = 0;
    std::int64_t skipped = 0;
    std::int64_t faults = 0;
    std::int64_t warnings = 0;
    UserId approver;
    std::optional<std::string> what;     ///< workbook, items, officers …: what was asked for
    std::optional<Date> as_at;           ///< of a delta: the day its source was true
    std::vector<std::string> confirmed;  ///< `sheet!cell code`: faults a person confirmed as right
    static constexpr void fields(auto visit) {
        visit("sha256", &Imported::sha256, "digest of the file");
        visit("file_name", &Imported::file_name, "its name without a path");
        visit("mapping", &Imported::mapping, "how its columns were read");
        visit("imported", &Imported::imported, "rows taken");
        visit("skipped", &Imported::skipped, "rows skipped for their faults");
        visit("faults", &Imported::faults, "faults found");
        visit("warnings", &Imported::warnings, "warnings found");
        visit("approver", &Imported::approver, "who approved it");
        visit("what", &Imported::what, "what was asked for");
        visit("as_at", &Imported::as_at, "the day its source was true");
        visit("confirmed", &Imported::confirmed, "cells that a person confirmed as right");
    }
};

/// What makes two files the same one: their bytes, and the day that they speak for. A source that
/// says the same as a week ago says something new, namely that it is still so.
std::string import_file_key(const std::string& sha256, const std::optional<Date>& as_at);

/// The powers that an import needs, by what it is of: `officers and authorisations`, with or
/// without `nightly` before it. Who keeps that part of the record imports it.
std::vector<Power> powers_to_import(std::string_view what);

/// Another name under which a model is known, learnt once from a person.
struct ModelAliasAdded {
    static constexpr const char* kind = "model_alias_added";
    static constexpr std::int64_t version = 1;
    ModelId model;
    std::string alias;
    static constexpr void fields(auto visit) {
        visit("model", &ModelAliasAdded::model, "the model");
        visit("alias", &ModelAliasAdded::alias, "another name for it");
    }
};

/// An import is taken back: the `registration_reversed` entries of the same transaction say of
/// what. The file may then be imported again.
struct ImportUndone {
    static constexpr const char* kind = "import_undone";
    static constexpr std::int64_t version = 1;
    EntryNumber import = 0;  ///< its `imported` entry
    std::string sha256;      ///< of the file
    PrivateText reason;
    UserId approver;
    static constexpr void fields(auto visit) {
        visit("import", &ImportUndone::import, "the entry that imported");
        visit("sha256", &ImportUndone::sha256, "digest of the file");
        visit("reason", &ImportUndone::reason, "why");
        visit("approver", &ImportUndone::approver, "who approved it");
    }
};

/// An item, batch or officer was put into the register in error. Only what has not moved since can
/// be reversed; its registration stays readable in the ledger.
struct RegistrationReversed {
    static constexpr const char* kind = "registration_reversed";
    static constexpr std::int64_t version = 1;
    std::string subject;        ///< ItemId, BatchId or OfficerId
    HolderId holder;            ///< of an item or batch: where it is; filled in by `decide`
    std::int64_t quantity = 0;  ///< of a batch: all of it; 1 of an item; 0 of an officer
    static constexpr void fields(auto visit) {
        visit("subject", &RegistrationReversed::subject, "item, batch, officer");
        visit("holder", &RegistrationReversed::holder, "where it was");
        visit("quantity", &RegistrationReversed::quantity, "how much of it");
    }
};

/// An armed deployment, or the decision against one, as its log has it (DOMAIN §4, T19). A later
/// entry of the same log number replaces what an earlier one said.
struct DeploymentRecorded {
    static constexpr const char* kind = "deployment_recorded";
    static constexpr std::int64_t version = 1;
    std::string log;
    Instant started;
    std::optional<Instant> ended;
    std::string decision;  ///< authorised, declined, stood_down, self_deployed
    std::optional<PrivateText> commander;
    std::string level;  ///< strategic, tactical, operational; may be empty
    std::optional<PrivateText> reason;
    bool arv = false;
    bool discharge = false;
    static constexpr void fields(auto visit) {
        visit("log", &DeploymentRecorded::log, "number in the log");
        visit("started", &DeploymentRecorded::started, "when it began");
        visit("ended", &DeploymentRecorded::ended, "when it ended");
        visit("decision", &DeploymentRecorded::decision,
              "authorised, declined, stood_down, self_deployed");
        visit("commander", &DeploymentRecorded::commander, "who decided");
        visit("level", &DeploymentRecorded::level, "level of command");
        visit("reason", &DeploymentRecorded::reason, "why");
        visit("arv", &DeploymentRecorded::arv, "an ARV was involved");
        visit("discharge", &DeploymentRecorded::discharge, "a weapon was discharged");
    }
};

/// One line of another system's history, kept as that system had it. It changes no fact: what is
/// held today comes from the register.
struct MovementNoted {
    static constexpr const char* kind = "movement_noted";
    static constexpr std::int64_t version = 1;
    std::string number;  ///< the other system's; may be empty
    Instant at;
    std::string sort;     ///< issue, return, receive, expend, transfer, other
    std::string subject;  ///< id where the register knows it, else the text that stood there
    std::int64_t quantity = 1;
    OfficerId officer;                        ///< where the register knows them
    std::optional<PrivateText> officer_text;  ///< what stood there, where it does not
    std::optional<std::string> from;
    std::optional<std::string> to;
    std::optional<std::string> reference;
    static constexpr void fields(auto visit) {
        visit("number", &MovementNoted::number, "the other system's number");
        visit("at", &MovementNoted::at, "when it happened");
        visit("sort", &MovementNoted::sort, "issue, return, receive …");
        visit("subject", &MovementNoted::subject, "item, batch, or a text");
        visit("quantity", &MovementNoted::quantity, "pieces or rounds");
        visit("officer", &MovementNoted::officer, "the officer concerned");
        visit("officer_text", &MovementNoted::officer_text,
              "who, where the register knows them not");
        visit("from", &MovementNoted::from, "where from, as written");
        visit("to", &MovementNoted::to, "where to, as written");
        visit("reference", &MovementNoted::reference, "its reference");
    }
};

}  // namespace muster::core
