// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "muster/core/codes.hpp"
#include "muster/core/count_facts.hpp"
#include "muster/core/discrepancy_words.hpp"
#include "muster/core/entry.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/powers.hpp"
#include "muster/core/stock_facts.hpp"

/// An armoury in memory, for tests of whatever stands on the rules.
namespace muster::testing {

using namespace core;

/// 64 hex digits that stand for the digest of a private text; two texts share them only by accident
/// that no test will see (FNV-1a, four times).
inline std::string pretended_digest(const std::string& text) {
    std::string digest;
    std::uint64_t hash = 14'695'981'039'346'656'037U;
    for (int block = 0; block < 4; ++block) {
        for (const char c : text + "#" + std::to_string(block))
            hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
        for (int digit = 0; digit < 16; ++digit)
            digest += "0123456789abcdef"[hash >> (4 * digit) & 15U];
    }
    return digest;
}

/// The instant of a text in the ledger's form; throws where it is none.
inline Instant at(std::string_view text) {
    const auto instant = instant_of(text);
    if (!instant) throw std::logic_error{"no instant: " + std::string{text}};
    return *instant;
}

/// The date of a text in the ledger's form; throws where it is none.
inline Date day(std::string_view text) {
    const auto date = date_of(text);
    if (!date) throw std::logic_error{"no date: " + std::string{text}};
    return *date;
}

/// A ledger that lives as long as the test: `apply_all` decides, numbers and applies bodies, and
/// checks with each one what must hold for all: that deciding the completed body again gives the
/// same bodies, and that a line of the ledger reads back as it was written.
class Armoury {
public:
    MemoryFacts facts;
    std::vector<Entry> entries;
    Instant now = at("2026-03-02T09:00:00.000Z");  ///< a Monday morning

    /// Entry 1 only: the force, its armoury `l-1` and the administrator `u-admin`; set-up is open.
    Armoury() {
        Initialised begun;
        begun.force = "Invented Constabulary";
        begun.origin = "muster/practice-invented-constabulary/00112233445566aa";
        begun.armoury_name = "Mill Lane";
        begun.administrator = UserId{"u-admin"};
        begun.person = PersonId{"p-admin"};
        begun.user_name = private_text("Admin");
        begun.ledger_key = std::string(64, '0');
        begun.program = "armoury in memory";
        begun.practice = true;
        apply_all("u-admin", begun);
    }

    /// The number the next entry will have.
    EntryNumber next() const { return static_cast<EntryNumber>(entries.size()) + 1; }

    Context context_of(const std::string& by) const {
        return {now,        happened_at.value_or(now),
                UserId{by}, ArmouryId{"a-1"},
                next(),     happened_at ? std::optional{paper} : std::nullopt};
    }

    /// What the rules make of a body; its private texts get their digests first.
    Result<std::vector<Body>> decided(const std::string& by, Body body) {
        close_privates(body);
        return decide(body, facts, context_of(by));
    }

    /// Decides and applies, and returns the number of the first entry. Throws where it is refused.
    EntryNumber apply_all(const std::string& by, Body body) {
        const auto bodies = decided(by, std::move(body));
        if (!bodies) throw std::logic_error{words_of_refusal(bodies.error())};
        return apply_decided(by, bodies.value());
    }

    /// Applies what `decided` gave, and returns the number of the first entry.
    EntryNumber apply_decided(const std::string& by, const std::vector<Body>& bodies) {
        check_decided_again(by, bodies);
        const EntryNumber lead = next();
        const bool setup = is_made_alone_in_setup(bodies.front(), facts);
        for (const Body& each : bodies) {
            Entry entry;
            entry.number = next();
            entry.first = lead;
            entry.happened_at = happened_at.value_or(now);
            entry.recorded_at = now;
            if (happened_at) entry.paper = paper;
            entry.by = UserId{by};
            entry.armoury = ArmouryId{"a-1"};
            entry.salt = pretended_digest("salt").substr(0, 32);
            entry.setup = setup && entry.number == lead;
            entry.body = each;
            take(entry);
        }
        return lead;
    }

    /// The stops of a body that must be refused; none where it is not.
    std::vector<RefusedLine> stops(const std::string& by, Body body) {
        const auto bodies = decided(by, std::move(body));
        return bodies ? std::vector<RefusedLine>{} : bodies.error().lines;
    }

    /// The code of the gravest stop, or `allowed`.
    std::string verdict(const std::string& by, Body body) {
        const auto lines = stops(by, std::move(body));
        return lines.empty() ? "allowed" : core::words_of(lines.front().refusal).code;
    }

    /// The facts that the entries alone make, from nothing.
    MemoryFacts replayed() const {
        MemoryFacts fresh;
        for (const Entry& entry : entries) {
            Changes changes{fresh};
            apply(entry, changes);
            changes.save_to(fresh);
        }
        return fresh;
    }

    /// Where the next entries happened, if not now.
    std::optional<Instant> happened_at;
    /// The page they are keyed from then.
    std::string paper = "7";

    template <class T>
    T fact(const std::string& key) const {
        const auto found = facts.find<T>(key);
        if (!found) throw std::logic_error{"no such fact: " + key};
        return *found;
    }

    std::int64_t balance(const std::string& holder, const std::string& stock) const {
        const auto found = facts.find<Balance>(holder + "/" + stock);
        return found ? found->quantity : 0;
    }

    /// Every discrepancy as `sort subject expected found`, by the entry that opened it.
    std::vector<std::string> discrepancies() const {
        std::map<EntryNumber, std::string> found;
        for (const Discrepancy& one : facts.all<Discrepancy>())
            found[std::stoll(one.key.substr(2))] = one.sort + " " + one.subject + " " +
                                                   std::to_string(one.expected) + " " +
                                                   std::to_string(one.found);
        std::vector<std::string> list;
        for (const auto& [number, words] : found) list.push_back(words);
        return list;
    }

    /// What is wrong with the facts as a whole; empty while all is well.
    std::string disorder() const {
        std::map<std::string, int> holders;
        for (const Held& held : facts.all<Held>()) {
            const auto item = facts.find<Item>(held.item.value);
            if (!item || item->holder != held.holder) return "the index of " + held.key;
            ++holders[item->key];
        }
        for (const Item& item : facts.all<Item>())
            if (holders[item.key] != 1) return item.key + " has not one holder";
        for (const Balance& balance : facts.all<Balance>())
            if (balance.quantity <= 0 || balance.boxes < 0) return "the balance " + balance.key;
        return {};
    }

private:
    void close_privates(Body& body) {
        each_private(body, [&](PrivateText& value) {
            if (!value.text || !value.digest.empty()) return;
            value.digest = pretended_digest(*value.text);
            facts.disclose(value.digest, *value.text);
        });
    }

    void take(const Entry& entry) {
        std::vector<ShapeFault> faults;
        const Value line = value_of(entry);
        const auto read = read_entry(line, faults);
        if (!read || !(value_of(*read) == line))
            throw std::logic_error{"entry " + std::to_string(entry.number) + " does not read back"};
        // What was read is applied: nothing may hang on what a line does not carry.
        Changes changes{facts};
        apply(*read, changes);
        changes.save_to(facts);
        const auto* opened = std::get_if<DiscrepancyOpened>(&read->body);
        if (opened != nullptr && discrepancy_sort(opened->sort) == nullptr)
            throw std::logic_error{"nobody has words for a discrepancy " + opened->sort};
        entries.push_back(*read);
    }

    void check_decided_again(const std::string& by, const std::vector<Body>& bodies) {
        const auto again = decide(bodies.front(), facts, context_of(by));
        bool same = again.has_value() && again.value().size() == bodies.size();
        for (std::size_t i = 0; same && i < bodies.size(); ++i)
            same = kind_of(again.value()[i]) == kind_of(bodies[i]) &&
                   body_value(again.value()[i]) == body_value(bodies[i]);
        if (!same)
            throw std::logic_error{std::string{kind_of(bodies.front())} +
                                   " is decided otherwise the second time"};
    }

    static std::string words_of_refusal(const Refused& refused) {
        std::string words;
        for (const RefusedLine& line : refused.lines)
            words +=
                std::string{core::words_of(line.refusal).code} + ": " + sentence_of(line) + "\n";
        return words;
    }
};

}  // namespace muster::testing
