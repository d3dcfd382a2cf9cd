// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/facts.hpp"

/// The facts of the counter beside stock: kits, urgent and paired movements, function tests, and
/// what officers confirmed to hold (DOMAIN §5).
namespace muster::core {

/// A kit: a template of what is drawn together. It names no serial.
struct Kit {
    static constexpr Table table = Table::kit;
    std::string key;  ///< its KitId
    std::string name;
    std::string label;  ///< code on its label; may be empty
    bool active = true;
    EntryNumber since = 0;
    static constexpr void fields(auto visit) {
        visit("kit", &Kit::key, "the kit's id");
        visit("name", &Kit::name, "what people call it");
        visit("label", &Kit::label, "code on its label");
        visit("active", &Kit::active, "0 once withdrawn");
        visit("since", &Kit::since, "the entry that last set it");
    }
};

/// One line of a kit: so many of one model, or of any model of a category.
struct KitLine {
    static constexpr Table table = Table::kit_line;
    std::string key;  ///< `<kit>/<line, 2 digits>`
    KitId kit;
    ModelId model;         ///< empty where any of the category will do
    std::string category;  ///< code in the list category; empty where a model is named
    std::int64_t quantity = 1;
    static constexpr void fields(auto visit) {
        visit("key", &KitLine::key, "kit and line");
        visit("kit", &KitLine::kit, "the kit");
        visit("model", &KitLine::model, "the model, where one is named");
        visit("category", &KitLine::category, "else the category");
        visit("quantity", &KitLine::quantity, "how many");
    }
};

/// The key of such a row, and of a correction, by the movement's number: 12 digits, which sort.
std::string movement_key(EntryNumber movement);

/// A movement that was not made as usual: urgent, or by a pair of officers. Its row stays.
struct MovementMode {
    static constexpr Table table = Table::movement_mode;
    std::string key;  ///< the movement's number, 12 digits
    EntryNumber movement = 0;
    std::string mode;  ///< urgent, paired
    OfficerId officer;
    ArmouryId armoury;
    Instant since;                 ///< when it happened
    std::optional<Instant> until;  ///< of an urgent issue: to be confirmed by then
    std::string basket;            ///< of an urgent issue: digest of what is to be confirmed
    EntryNumber confirmed = 0;     ///< the entry in which the officer confirmed it
    EntryNumber handover = 0;      ///< the handover that found it unconfirmed
    static constexpr void fields(auto visit) {
        visit("key", &MovementMode::key, "number of the movement, 12 digits");
        visit("movement", &MovementMode::movement, "the movement");
        visit("mode", &MovementMode::mode, "urgent or paired");
        visit("officer", &MovementMode::officer, "who drew or returned");
        visit("armoury", &MovementMode::armoury, "the site where it was made");
        visit("since", &MovementMode::since, "when it happened");
        visit("until", &MovementMode::until, "to be confirmed by then");
        visit("basket", &MovementMode::basket, "digest of what is to be confirmed");
        visit("confirmed", &MovementMode::confirmed, "the entry that confirmed it");
        visit("handover", &MovementMode::handover, "the handover that found it unconfirmed");
    }
};

/// The last function test of an item.
struct FunctionTest {
    static constexpr Table table = Table::function_test;
    std::string key;  ///< its ItemId
    Date on;
    bool passed = false;
    UserId by;
    EntryNumber since = 0;
    static constexpr void fields(auto visit) {
        visit("item", &FunctionTest::key, "the item");
        visit("on", &FunctionTest::on, "the day of its last function test");
        visit("passed", &FunctionTest::passed, "1 where it passed");
        visit("by", &FunctionTest::by, "who tested it");
        visit("since", &FunctionTest::since, "the entry of the test");
    }
};

/// That an officer was asked to confirm what they hold, and when they last did.
struct Attestation {
    static constexpr Table table = Table::attestation;
    std::string key;  ///< the OfficerId
    EntryNumber asked = 0;
    std::optional<Instant> due;  ///< of the open question: to be answered by then
    EntryNumber answered = 0;
    std::optional<Instant> answered_at;
    static constexpr void fields(auto visit) {
        visit("officer", &Attestation::key, "the officer");
        visit("asked", &Attestation::asked, "the entry that last asked");
        visit("due", &Attestation::due, "to be answered by then; absent once answered");
        visit("answered", &Attestation::answered, "the entry of the last answer");
        visit("answered_at", &Attestation::answered_at, "when that was");
    }
};

}  // namespace muster::core
