// SPDX-License-Identifier: MIT
#pragma once

#include "muster/app/dossier.hpp"
#include "muster/app/sign_in_screen.hpp"
#include "muster/core/powers.hpp"
#include "muster/core/stock_facts.hpp"
#include "muster/core/transitions.hpp"

/// What dossiers and their forms are made from.
namespace muster::app {

/// The session, and the facts as they are while a dossier is made.
class Desk {
public:
    Desk(std::shared_ptr<Session> who, storage::Transaction& reading, const core::Facts& now)
        : session{std::move(who)}, tx{reading}, facts{now} {}

    std::shared_ptr<Session> session;
    storage::Transaction& tx;
    const core::Facts& facts;

    bool may(core::Power power) const;
    /// Whether the viewer counts blind, and must not learn what the book says.
    bool is_blind() const;
    core::Date today() const;
    /// Locations of those sorts, all where none are named; each with the places it is part of.
    std::vector<Choice> places(const std::vector<std::string>& sorts = {}) const;
    /// The codes of a reference list.
    std::vector<Choice> references(const std::string& list) const;
    /// Whether policy asks for a second person at one of those steps.
    bool wants_second(const std::vector<std::string>& steps) const;
};

/// Whether the table of transitions has that step from where the item is.
bool may_step(const core::Item& item, std::string_view step);

// --- fields ------------------------------------------------------------------------------------

MovementField text_field(const std::string& id, const std::string& label,
                         const std::string& hint = {});
/// One that the rules want, and what they call it.
MovementField needed_field(const std::string& id, const std::string& label,
                           const std::string& detail, const std::string& hint = {});
MovementField date_field(const std::string& id, const std::string& label,
                         const std::string& hint = {});
MovementField number_field(const std::string& id, const std::string& label);
MovementField choice_field(const std::string& id, const std::string& label,
                           std::vector<Choice> choices);
MovementField place_field(const std::string& id, const std::string& label,
                          std::vector<Choice> places, const std::string& chosen = {});
MovementField yes_no_field(const std::string& id, const std::string& label,
                           const std::string& hint = {});
MovementField note_field();
/// The same, but nobody has to fill it in; or the other way round.
MovementField optional(MovementField field);
MovementField required(MovementField field);
/// A person by user name, and their own password.
void add_person(MovementForm& form, const std::string& id, const std::string& label,
                const std::string& hint = {});
/// An officer by collar number, and their own PIN.
void add_officer(MovementForm& form, const std::string& id, const std::string& label,
                 const std::string& hint = {});
/// The second person, where policy asks for one at one of the steps.
void add_second(const Desk& desk, MovementForm& form, const std::vector<std::string>& steps);

// --- receipts ----------------------------------------------------------------------------------

/// The receipt of a movement under a title: `Moved`.
core::Result<FormReceipt> recorded(const Session& session, const std::string& title,
                                   const core::Result<MovementReceipt>& done);
/// The same of what is no movement.
core::Result<FormReceipt> recorded(const std::string& title, const core::Result<Receipt>& done,
                                   const std::vector<std::string>& lines);

// --- dossiers ----------------------------------------------------------------------------------

core::Result<Dossier> item_dossier(const Desk& desk, const std::string& id);
core::Result<Dossier> officer_dossier(const Desk& desk, const std::string& id);
core::Result<Dossier> stock_dossier(const Desk& desk, const std::string& id);
core::Result<Dossier> movement_dossier(const Desk& desk, core::EntryNumber number);
core::Result<Dossier> case_dossier(const Desk& desk, const std::string& id);
core::Result<Dossier> discrepancy_dossier(const Desk& desk, const std::string& id);
core::Result<Dossier> count_dossier(const Desk& desk, const std::string& id);
core::Result<Dossier> brief_dossier(const Desk& desk, const std::string& id);

/// The forms of an item that its status and the viewer's powers allow.
void add_item_movement_forms(const Desk& desk, const core::Item& item, Dossier& dossier);
void add_item_custody_forms(const Desk& desk, const core::Item& item, Dossier& dossier);
void add_item_end_forms(const Desk& desk, const core::Item& item, Dossier& dossier);

/// What a kind of movement is called: `Signed fit`.
std::string movement_kind_words(const std::string& kind);
/// The movements of one subject or officer, newest first.
DossierTable timeline(const Desk& desk, const std::string& subject, const std::string& officer);
/// Holds in words: `evidence`, `PIP`.
std::string hold_words(const std::string& reason);
/// A word with its first letter a capital.
std::string capital(std::string words);

}  // namespace muster::app
