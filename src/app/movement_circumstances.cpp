// SPDX-License-Identifier: MIT
#include "app/movement_circumstances.hpp"

#include "muster/core/codes.hpp"
#include "muster/core/result.hpp"
#include "muster/core/transitions.hpp"

namespace muster::app {
namespace {

/// The circumstances of one movement while they are put together.
class Circumstances {
public:
    Circumstances(const core::Facts& facts, const core::Entry& entry)
        : facts_{facts}, entry_{entry} {}

    std::vector<Circumstance> all() {
        if (const auto* issued = std::get_if<core::Issued>(&entry_.body)) tell(*issued);
        if (const auto* returned = std::get_if<core::Returned>(&entry_.body)) tell(*returned);
        if (entry_.clock.value_or("") == "behind")
            say("clock", "Clock", "the computer's clock stood behind the ledger's", true);
        return std::move(all_);
    }

private:
    void say(const char* id, const char* label, const std::string& words, bool odd = false) {
        if (!words.empty()) all_.push_back({id, label, words, odd});
    }

    void tell(const core::Issued& issued) {
        tell_confirmation(issued.confirmed);
        tell_mode(issued.mode, issued.issuer);
        for (const core::Override& each : issued.overrides)
            say("override", "Overridden",
                core::status_words(each.stop) + about(each.subject) + ", by " +
                    core::user_words(facts_, each.by.value) + ": " + text_of(each.reason),
                true);
        for (const core::PassedStop& each : issued.passed)
            say("passed", "Passed, being urgent",
                core::status_words(each.stop) + about(each.subject), true);
        if (issued.note) say("note", "Note", text_of(*issued.note));
    }

    void tell(const core::Returned& returned) {
        tell_confirmation(returned.confirmed);
        tell_mode(returned.mode, returned.receiver);
        if (!returned.brought_by.empty() && returned.brought_by != returned.officer)
            say("brought", "Brought by another",
                core::officer_words(facts_, returned.brought_by.value), true);
        if (returned.range_declared.value_or(false))
            say("range", "Range", "the end-of-range declaration was made");
        if (returned.unloaded)
            say("unloaded", "Weapons",
                *returned.unloaded ? "seen unloaded and clear" : "NOT seen unloaded",
                !*returned.unloaded);
        for (const core::StockLine& line : returned.stock)
            if (line.reason)
                say("short", returned.partial ? "Still out" : "Short",
                    core::subject_words(facts_, line.stock.value) + ": " + text_of(*line.reason),
                    true);
        if (returned.note) say("note", "Note", text_of(*returned.note));
    }

    void tell_confirmation(const std::optional<core::Confirmation>& confirmed) {
        if (!confirmed) return say("confirmed", "Confirmed", "not confirmed by the officer", true);
        if (confirmed->method == "paper")
            return say("confirmed", "Confirmed",
                       "by the officer's signature on page " + entry_.paper.value_or("?"));
        say("confirmed", "Confirmed",
            "by the officer's own " +
                (confirmed->method == "pin" ? std::string{"PIN"} : confirmed->method) + ", " +
                core::uk_time_text(confirmed->at));
    }

    void tell_mode(const std::optional<std::string>& mode, const core::OfficerId& other) {
        if (!mode) return;
        if (*mode == "paired")
            return say("mode", "Mode",
                       "by a pair of officers, with " + core::officer_words(facts_, other.value),
                       true);
        say("mode", "Mode", core::status_words(*mode), true);
    }

    std::string about(const std::string& subject) const {
        return subject.empty() ? std::string{} : " (" + core::subject_words(facts_, subject) + ")";
    }

    std::string text_of(const core::PrivateText& text) const {
        return facts_.disclosed(text.digest).value_or("(withheld)");
    }

    const core::Facts& facts_;
    const core::Entry& entry_;
    std::vector<Circumstance> all_;
};

}  // namespace

std::vector<Circumstance> circumstances_of(const core::Facts& facts, const core::Entry& entry) {
    return Circumstances{facts, entry}.all();
}

}  // namespace muster::app
