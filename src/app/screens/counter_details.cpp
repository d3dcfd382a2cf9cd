// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/screens/basket.hpp"
#include "app/screens/form_reading.hpp"
#include "muster/app/scan_text.hpp"

/// What the counter asks for in forms of its own: what became of what is missing, who answers for a
/// stop, and what stands beside a basket.
namespace muster::app {
namespace {

// `1003 25, 1005 35`: who of a course used how many.
std::optional<std::vector<AttendeeUse>> read_attendees(const std::string& text) {
    std::vector<AttendeeUse> all;
    std::string lines = text;
    for (char& c : lines)
        if (c == ',' || c == ';') c = '\n';
    for (const std::string& line : typed_lines(lines)) {
        const auto blank = line.find_last_of(" \t:");
        if (blank == std::string::npos) return std::nullopt;
        const auto quantity = typed_quantity(line.substr(blank + 1));
        const std::string collar = without_blanks(line.substr(0, blank));
        if (!quantity || *quantity <= 0 || collar.empty()) return std::nullopt;
        all.push_back({collar, "", *quantity});
    }
    return all;
}

std::int64_t sum_of(const std::vector<AttendeeUse>& attendees) {
    std::int64_t sum = 0;
    for (const AttendeeUse& each : attendees) sum += each.quantity;
    return sum;
}

// What a discrepancy would ask for afterwards is asked for while everybody is here.
std::string lacking(const Used& used, const OfficerCard::Held& held) {
    std::string words;
    const auto lack = [&](const std::string& what) { words += (words.empty() ? "" : " ") + what; };
    if (used.reference.empty() && used.reason != "training" && used.reason != "test")
        lack("The reference of its report is not given.");
    if (held.asks_attendees && sum_of(used.attendees) != used.quantity)
        lack("The attendees used " + std::to_string(sum_of(used.attendees)) + " of " +
             std::to_string(used.quantity) + ".");
    if (held.asks_download && used.download.empty() && used.reason != "destroyed")
        lack("The download of the device that fired them is not given.");
    return words;
}

// What is typed most stands first.
std::vector<Choice> reasons_for(std::vector<Choice> reasons, const OfficerCard::Held& held) {
    const std::string wanted = held.is_training ? "training" : "operational";
    std::stable_partition(reasons.begin(), reasons.end(),
                          [&](const Choice& each) { return each.code == wanted; });
    return reasons;
}

}  // namespace

// --- what did not come back --------------------------------------------------------------------

void CounterScreen::explain_used(std::size_t line) {
    if (!basket_ || basket_->missing_of(line) <= 0 || line >= state_.lines.size()) return;
    const OfficerCard::Held* held = basket_->held_of(line);
    if (held == nullptr) return;
    Form form{"Used up",
              state_.lines[line].words,
              {{"used-quantity", "How many", std::to_string(basket_->missing_of(line)), false, {}},
               {"used-reason", "What for", "", false, reasons_for(use_.expenditures, *held)},
               {"used-reference", "Reference of the report", "", false, {}}},
              "Used up"};
    if (held->is_training)
        form.fields.push_back({"used-attendees",
                               "By whom: collar number, a blank, how many; divided by commas",
                               "",
                               false,
                               {}});
    if (held->asks_download)
        form.fields.push_back(
            {"used-download", "Reference of the device's download", "", false, {}});
    prompter_.fill(form, [this, line, here = std::weak_ptr{here_}](const auto& answers) {
        if (!here.expired() && !state_.busy && basket_) take_used(line, answers);
    });
}

void CounterScreen::take_used(std::size_t line, const std::vector<std::string>& answers) {
    const OfficerCard::Held* held = basket_->held_of(line);
    const auto quantity = typed_quantity(answers.at(0));
    if (held == nullptr || !quantity || *quantity > basket_->missing_of(line) || *quantity == 0)
        return notify(
            {Tone::stop, "No more can have been used than is missing, and at least one."});
    Used used{*quantity, answers.at(1), without_blanks(answers.at(2)), {}, {}};
    std::size_t at = 3;
    if (held->is_training) {
        const auto attendees = read_attendees(answers.at(at++));
        if (!attendees)
            return notify({Tone::stop,
                           "Type each attendee's collar number, a blank and a number, like "
                           "1003 25, 1005 35."});
        for (const AttendeeUse& each : *attendees)
            if (!use_.card(each.collar))
                return notify({Tone::stop, "No officer has collar number " + each.collar + "."});
        used.attendees = *attendees;
    }
    if (held->asks_download) used.download = without_blanks(answers.at(at));
    const auto declare = [this, line, used] {
        change([&] {
            state_.notice = {};
            basket_->declare_used(line, used);
        });
    };
    const std::string lacks = lacking(used, *held);
    if (lacks.empty()) return declare();
    prompter_.ask({"Go on without it?", lacks + " Recorded so, a discrepancy asks for it.",
                   "Record it without", "Say it now"},
                  [declare, here = std::weak_ptr{here_}] {
                      if (!here.expired()) declare();
                  });
}

void CounterScreen::explain_short(std::size_t line) {
    if (!basket_ || basket_->missing_of(line) <= 0 || line >= state_.lines.size()) return;
    const std::string missing = std::to_string(basket_->missing_of(line));
    const Form form{
        "Short",
        state_.lines[line].words + ": " + missing + " did not come back. The return goes on.",
        {{"short-reason", "What is known about it", "", false, {}},
         {"short-what",
          "What it is",
          "",
          false,
          {{"short", "Missing: a discrepancy is opened"},
           {"stays", "Still with the officer: the line stays open"}}}},
        "Record as short"};
    prompter_.fill(form, [this, line, here = std::weak_ptr{here_}](const auto& answers) {
        if (here.expired()) return;
        change([&] {
            if (without_blanks(answers.at(0)).empty())
                return void(state_.notice = {Tone::stop, "Say in words what is known about it."});
            state_.notice = {};
            basket_->declare_short(line, without_blanks(answers.at(0)),
                                   answers.size() > 1 && answers.at(1) == "stays");
        });
    });
}

// --- what stands beside it ---------------------------------------------------------------------

void CounterScreen::set_unloaded(bool seen) {
    if (!state_.unloaded_asked) return;
    change([&] {
        state_.notice = {};
        basket_->set_unloaded(seen);
    });
}

void CounterScreen::set_range_declared(bool declared) {
    if (!state_.range_asked) return;
    change([&] {
        state_.notice = {};
        basket_->set_range_declared(declared);
    });
}

void CounterScreen::add_details() {
    if (state_.busy) return;
    if (!basket_) return notify({Tone::plain, state_.invitation});
    Form form{"Beside the basket",
              "A note is kept private. What is keyed from a numbered paper form has its page, and "
              "when it happened.",
              {{"details-note", "Note", basket_->note(), false, {}},
               {"details-paper", "Page of the paper form", basket_->paper(), false, {}},
               {"details-happened",
                "When it happened, like 31/03/2026 06:41",
                basket_->when(),
                false,
                {}}},
              "Keep"};
    for (FormField& field : basket_->rounds_fields()) form.fields.push_back(std::move(field));
    prompter_.fill(form, [this, here = std::weak_ptr{here_}](const auto& answers) {
        if (!here.expired() && !state_.busy && basket_) take_details(answers);
    });
}

void CounterScreen::take_details(const std::vector<std::string>& answers) {
    const std::string page = without_blanks(answers.at(1));
    const std::string when = without_blanks(answers.at(2));
    if (page.empty() != when.empty() || (!when.empty() && !typed_moment(when)))
        return notify({Tone::stop,
                       "A paper form has a page and a time, like 31/03/2026 06:41. Nothing was "
                       "changed."});
    std::vector<std::int64_t> rounds;
    for (std::size_t at = 3; at < answers.size(); ++at) {
        const std::string typed = without_blanks(answers[at]);
        const auto number = typed.empty() ? std::optional<std::int64_t>{0} : typed_quantity(typed);
        if (!number)
            return notify({Tone::stop, "Type rounds in digits: " + typed + " is no number."});
        rounds.push_back(*number);
    }
    change([&] {
        basket_->set_details(without_blanks(answers.at(0)), page, when);
        basket_->set_rounds(rounds);
    });
}

// --- who answers for a stop --------------------------------------------------------------------

void CounterScreen::override_stops() {
    if (state_.busy || !state_.may_override) {
        return notify(
            {Tone::plain, "There is no stop here that a supervisor can override as it stands."});
    }
    const Form form{"Supervisor override",
                    "The supervisor reads the stops marked on screen, and answers for going on.",
                    {{"override-user", "Supervisor's user name", "", false, {}},
                     {"override-password", "Supervisor's password", "", true, {}},
                     {"override-reason", "Reason", "", false, {}}},
                    "Override"};
    prompter_.fill(form, [this, here = std::weak_ptr{here_}](const auto& answers) {
        if (here.expired()) return;
        change([&] {
            if (const std::string no = refuse_override(answers); !no.empty())
                return void(state_.notice = {Tone::stop, no});
            state_.notice = {};
            basket_->offer_override(answers.at(0), answers.at(1), answers.at(2));
        });
    });
}

// Who may not answer is told so now, and not when the officer has typed their PIN.
std::string CounterScreen::refuse_override(const std::vector<std::string>& answers) const {
    if (answers.at(0).empty() || answers.at(1).empty() || without_blanks(answers.at(2)).empty())
        return "An override needs a name, a password and a reason in words.";
    return use_.refuse_overrider ? use_.refuse_overrider(answers.at(0), answers.at(1)) : "";
}

}  // namespace muster::app
