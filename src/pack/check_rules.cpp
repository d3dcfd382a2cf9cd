// SPDX-License-Identifier: MIT
#include "entry_of_line.hpp"
#include "examination.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/replay.hpp"
#include "muster/ledger/canonical.hpp"
#include "muster/ledger/confirmation.hpp"
#include "muster/ledger/digest.hpp"
#include "muster/pack/state.hpp"

namespace muster::pack {
namespace {

constexpr std::int64_t rule_faults_max = 10;

/// Says what is wrong between a closing entry and the facts before it.
void compare_state(Examination& examination, const core::Entry& closing,
                   const core::MemoryFacts& facts) {
    constexpr auto number = CheckNumber::opening_state;
    const auto& closed = std::get<core::PeriodClosed>(closing.body);
    if (closed.state != state_digest(facts))
        examination.fail(number,
                         "The replayed facts are not those that the period was closed with.",
                         "ledger.jsonl");
    if (closed.from != examination.first())
        examination.fail(number,
                         "The period was closed from another entry than the pack begins with.",
                         "ledger.jsonl");
}

std::string words_of(const core::ReplayFault& fault) {
    std::string words = "Entry " + std::to_string(fault.number) + ": " + escaped(fault.words);
    if (fault.expected) words += ": " + escaped(ledger::canonical(*fault.expected));
    return words.back() == '.' ? words : words + ".";
}

}  // namespace

void check_rules(Examination& examination) {
    constexpr auto number = CheckNumber::rules;
    if (examination.entries.empty())
        return examination.open(number, "not examined: the lines cannot be read.");
    if (examination.has(CheckNumber::opening_state))
        return examination.open(number,
                                "not examined: the facts before the period cannot be read.");
    core::Replay replay{examination.opening};
    std::int64_t faults = 0;
    const auto take_fault = [&](const core::ReplayFault& fault) {
        if (++faults <= rule_faults_max) examination.fail(number, words_of(fault), "ledger.jsonl");
    };
    for (const core::Entry& entry : examination.entries) {
        if (&entry == &examination.entries.back())
            compare_state(examination, entry, replay.facts());
        auto fault = replay.take(entry);
        if (!fault && !ledger::confirmation_fits(entry))
            fault = core::ReplayFault{
                entry.number, "what the officer confirmed is another basket than this", {}};
        if (fault) take_fault(*fault);
    }
    if (const auto fault = replay.finish()) take_fault(*fault);
    examination.closing = std::move(replay.facts());
    examination.replayed = true;
    if (!examination.has(number))
        examination.pass(number,
                         "Every entry is what the rules, decided anew, would have written.");
}

void check_opening_state(Examination& examination) {
    constexpr auto number = CheckNumber::opening_state;
    if (examination.entries.empty())
        return examination.open(number, "not examined: the lines cannot be read.");
    const std::string* text = examination.file("opening.jsonl");
    if (examination.first() > 1) {
        if (text == nullptr)
            return examination.fail(number, "The facts before the period are missing.",
                                    "opening.jsonl");
        const auto closing =
            examination.consistency
                ? entry_of_line(examination.consistency->closing_line)
                : std::variant<core::Entry, ledger::LineFault>{ledger::LineFault{}};
        const auto* entry = std::get_if<core::Entry>(&closing);
        const auto* closed =
            entry != nullptr ? std::get_if<core::PeriodClosed>(&entry->body) : nullptr;
        if (closed == nullptr || entry->number != examination.first() - 1)
            examination.fail(number, "It holds no entry that closed the period before.",
                             "consistency.json");
        else if (closed->state != ledger::hex(ledger::sha256(*text)))
            examination.fail(number,
                             "These are not the facts that the period before was closed with.",
                             "opening.jsonl");
    }
    if (!examination.has(number))
        examination.pass(number,
                         examination.first() == 1
                             ? "The pack begins with no facts, and its end has the digest that "
                               "closed the period."
                             : "The facts before and after have the digests that closed the "
                               "periods.");
}

}  // namespace muster::pack
