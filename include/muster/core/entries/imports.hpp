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
    static constexpr auto fields() {
        return std::tuple{
            field("sha256", &Imported::sha256, "digest of the file"),
            field("file_name", &Imported::file_name, "its name without a path"),
            field("mapping", &Imported::mapping, "how its columns were read"),
            field("imported", &Imported::imported, "rows taken"),
            field("skipped", &Imported::skipped, "rows skipped for their faults"),
            field("faults", &Imported::faults, "faults found"),
            field("warnings", &Imported::warnings, "warnings found"),
            field("approver", &Imported::approver, "who approved it"),
            field("what", &Imported::what, "what was asked for"),
            field("as_at", &Imported::as_at, "the day its source was true"),
            field("confirmed", &Imported::confirmed, "cells that a person confirmed as right")};
    }
};

/// The powers that an import needs, by what it is of: `officers and authorisations`, with or
/// without `nightly` before it. Who keeps that part of the record imports it.
std::vector<Power> powers_to_import(std::string_view what);

/// Another name under which a model is known, learnt once from a person.
struct ModelAliasAdded {
    static constexpr const char* kind = "model_alias_added";
    static constexpr std::int64_t version = 1;
    ModelId model;
    std::string alias;
    static constexpr auto fields() {
        return std::tuple{field("model", &ModelAliasAdded::model, "the model"),
                          field("alias", &ModelAliasAdded::alias, "another name for it")};
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
    static constexpr auto fields() {
        return std::tuple{field("import", &ImportUndone::import, "the entry that imported"),
                          field("sha256", &ImportUndone::sha256, "digest of the file"),
                          field("reason", &ImportUndone::reason, "why"),
                          field("approver", &ImportUndone::approver, "who approved it")};
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
    static constexpr auto fields() {
        return std::tuple{field("subject", &RegistrationReversed::subject, "item, batch, officer"),
                          field("holder", &RegistrationReversed::holder, "where it was"),
                          field("quantity", &RegistrationReversed::quantity, "how much of it")};
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
    static constexpr auto fields() {
        return std::tuple{
            field("log", &DeploymentRecorded::log, "number in the log"),
            field("started", &DeploymentRecorded::started, "when it began"),
            field("ended", &DeploymentRecorded::ended, "when it ended"),
            field("decision", &DeploymentRecorded::decision,
                  "authorised, declined, stood_down, self_deployed"),
            field("commander", &DeploymentRecorded::commander, "who decided"),
            field("level", &DeploymentRecorded::level, "level of command"),
            field("reason", &DeploymentRecorded::reason, "why"),
            field("arv", &DeploymentRecorded::arv, "an ARV was involved"),
            field("discharge", &DeploymentRecorded::discharge, "a weapon was discharged")};
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
    static constexpr auto fields() {
        return std::tuple{field("number", &MovementNoted::number, "the other system's number"),
                          field("at", &MovementNoted::at, "when it happened"),
                          field("sort", &MovementNoted::sort, "issue, return, receive …"),
                          field("subject", &MovementNoted::subject, "item, batch, or a text"),
                          field("quantity", &MovementNoted::quantity, "pieces or rounds"),
                          field("officer", &MovementNoted::officer, "the officer concerned"),
                          field("officer_text", &MovementNoted::officer_text,
                                "who, where the register knows them not"),
                          field("from", &MovementNoted::from, "where from, as written"),
                          field("to", &MovementNoted::to, "where to, as written"),
                          field("reference", &MovementNoted::reference, "its reference")};
    }
};

}  // namespace muster::core
