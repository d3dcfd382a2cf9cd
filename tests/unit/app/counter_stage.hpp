// SPDX-License-Identifier: MIT
#pragma once

#include "muster/app/counter_screen.hpp"
#include "muster/app/errors.hpp"
#include "unit/app/scripted_window.hpp"

namespace muster::app::testing {

/// A counter screen over use cases that are plain tables: two officers, two weapons, one batch.
class CounterStage {
public:
    CounterStage() : screen{use_cases(), background, prompter} {
        screen.changed = [this] { ++redraws; };
        screen.committed = [this] { ++commits; };
    }

    /// What a code names; the use case `scan` looks here.
    std::map<std::string, ScannedThing> things{
        {"4471", {ScannedThing::Sort::officer, "o-a", "PC 4471", "", {}}},
        {"4472", {ScannedThing::Sort::officer, "o-b", "PC 4472", "", {}}},
        {"WM1", {ScannedThing::Sort::item, "i-1", "Glock 17 A1 (WM1)", "l-1", {}}},
        {"WM2", {ScannedThing::Sort::item, "i-2", "MCX B2 (WM2)", "l-1", {}}},
        {"WM9", {ScannedThing::Sort::item, "i-9", "Glock 17 C9 (WM9)", "o-a", {}}},
        {"5", {ScannedThing::Sort::stock, "b-2", "X2 cartridge 5", "", {}}},
        {"22-117", {ScannedThing::Sort::stock, "b-1", "9x19 22-117", "", {}}},
        {"RACK 2", {ScannedThing::Sort::location, "l-2", "Rack 2", "", {}}},
        {"A1", {ScannedThing::Sort::several, "", "", "", {"Glock 17 A1", "G36 A1"}}}};
    /// What PC 4471 has out; PC 4472 has nothing.
    std::vector<OfficerCard::Held> held;
    /// Stops by subject, as the rules would give them; "" for the whole basket.
    std::map<std::string, std::vector<BasketLine::Stop>> stops;
    std::optional<core::Refused> refuse;  ///< what the next commit answers
    std::string throw_words;              ///< what the next commit throws
    std::vector<core::EntryNumber> discrepancies;
    bool confirmed = true;
    CounterPair pair;          ///< who hands out where no armourer attends
    std::string no_overrider;  ///< why nobody may override
    std::string giver_pin;     ///< as the commit was given it

    std::vector<IssueRequest> issued;
    std::vector<IssueRequest> attempted;  ///< what a suspension stopped
    std::vector<ReturnRequest> taken_back;
    std::map<std::string, std::string> secrets_seen;
    int redraws = 0;
    int commits = 0;

    ScriptedPrompter prompter;
    HeldBackground background;
    CounterScreen screen;

    const CounterState& state() const { return screen.state(); }
    void confirm(const std::string& pin, const std::string& second = "SECOND",
                 const std::string& second_password = "second's") {
        screen.confirm({second, second_password, pin});
        background.go_on();
    }

private:
    CounterUseCases use_cases() {
        CounterUseCases use;
        use.scan = [this](const std::string& code) {
            const auto found = things.find(code);
            return found == things.end() ? ScannedThing{} : found->second;
        };
        use.card = [this](const std::string& who) -> core::Result<OfficerCard> {
            const bool first = who == "4471" || who == "o-a";
            if (!first && who != "4472") return core::refused(core::Refusal::code_unknown, who);
            OfficerCard card;
            card.officer.value = first ? "o-a" : "o-b";
            card.collar = first ? "4471" : "4472";
            card.words = first ? "PC 4471 Sample Person" : "PC 4472 Other Person";
            if (first) card.held = held;
            card.competences = {{"pistol", "Pistol to 31 Mar 2027", true}};
            return card;
        };
        use.preview = [this](const IssueRequest& request) { return preview(request); };
        use.issue = [this](const IssueRequest& request, Secrets& secrets) {
            issued.push_back(request);
            return answer(request.collar, request.second, request.overridden_by, secrets);
        };
        use.pair = [this] { return pair; };
        use.refuse_overrider = [this](const std::string&, const std::string&) {
            return no_overrider;
        };
        use.attempted = [this](const IssueRequest& request) { attempted.push_back(request); };
        use.take_back = [this](const ReturnRequest& request, Secrets& secrets) {
            taken_back.push_back(request);
            return answer(request.collar.value_or(""), request.second, std::nullopt, secrets);
        };
        use.discrepancy_words = [](core::EntryNumber number) {
            return "Discrepancy d-" + std::to_string(number) + ": SHORT";
        };
        use.new_request = [this] { return "request" + std::to_string(++requests_); };
        use.purposes = {{"operational", "Operational"}, {"training", "Training"}};
        use.expenditures = {{"operational", "Operational"}, {"training", "Training"}};
        return use;
    }

    BasketPreview preview(const IssueRequest& request) const {
        BasketPreview preview;
        const auto add = [&](const std::string& id, std::int64_t quantity, const char* sort) {
            BasketLine line{id, id, words_of(id), quantity, sort, {}};
            if (const auto found = stops.find(id); found != stops.end()) line.stops = found->second;
            preview.lines.push_back(std::move(line));
        };
        for (const std::string& item : request.items) add(item, 1, "item");
        for (const CodeQuantity& batch : request.batches) add(batch.code, batch.quantity, "stock");
        if (const auto found = stops.find(""); found != stops.end()) preview.stops = found->second;
        return preview;
    }
    std::string words_of(const std::string& id) const {
        for (const auto& [code, thing] : things)
            if (thing.id == id) return thing.words;
        return id;
    }
    core::Result<MovementReceipt> answer(const std::string& collar,
                                         const std::optional<std::string>& second,
                                         const std::optional<std::string>& overrider,
                                         Secrets& secrets) {
        for (const std::string& who :
             {"officer:" + collar, second.value_or(""), overrider.value_or("")})
            if (secrets.has(who)) secrets_seen[who] = secrets.secret(who);
        if (!pair.collar.empty() && secrets.has("officer:" + pair.collar))
            giver_pin = secrets.secret("officer:" + pair.collar);
        if (!throw_words.empty()) throw UsageError{std::exchange(throw_words, {})};
        if (refuse) return *std::exchange(refuse, std::nullopt);
        MovementReceipt receipt;
        receipt.number = 41'903;
        receipt.receipt.short_form = "YCSR 104857 000G";
        receipt.lines = {"Glock 17 A1 (WM1)"};
        receipt.discrepancies = discrepancies;
        receipt.confirmed = confirmed;
        return receipt;
    }

    int requests_ = 0;
};

}  // namespace muster::app::testing
