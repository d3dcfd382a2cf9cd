// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/basket.hpp"
#include "app/screens/given_secrets.hpp"
#include "muster/app/counter_screen.hpp"
#include "muster/app/movement_form.hpp"
#include "muster/app/sign_in.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/discrepancy_words.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/powers.hpp"
#include "muster/ledger/digest.hpp"

namespace muster::app {
namespace {

constexpr std::size_t request_bytes = 16;

std::vector<Choice> choices_of(OpenLedger& ledger, const std::string& list) {
    std::vector<Choice> choices;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        for (const core::Reference& each : facts.all<core::Reference>(list + "/"))
            choices.push_back({each.code, each.title});
    });
    // What is chosen most stands first; the lists themselves are sorted by code.
    std::stable_partition(choices.begin(), choices.end(),
                          [](const Choice& choice) { return choice.code == "operational"; });
    return choices;
}

std::string words_of(const core::Discrepancy& found, const std::string& subject) {
    const std::string numbers =
        std::to_string(found.expected) + " expected, " + std::to_string(found.found) + " found";
    if (found.sort == "return_short") return "SHORT: " + subject + ": " + numbers;
    if (found.sort == "return_over") return "TOO MANY: " + subject + ": " + numbers;
    if (found.sort == "return_not_out")
        return "NOT EXPECTED: " + subject + " came back though the book did not have it out";
    if (found.sort == "download_missing")
        return "DOWNLOAD MISSING: " + std::to_string(found.expected) + " of " + subject +
               " fired without their device's download";
    if (found.sort == "range_undeclared")
        return "RANGE NOT DECLARED: nobody declared the range clear after " + subject;
    if (found.sort == "attendees_differ")
        return "ATTENDEES: of " + std::to_string(found.expected) + " of " + subject +
               " used, attendees account for " + std::to_string(found.found);
    if (found.sort == "reference_missing")
        return "REFERENCE MISSING: " + std::to_string(found.expected) + " of " + subject +
               " used without a report reference";
    return core::discrepancy_title(found.sort) + ": " + subject;
}

core::Result<OfficerCard> card_of(OpenLedger& ledger, const std::string& collar_or_id) {
    std::string collar = collar_or_id;
    if (collar.starts_with("o-"))
        ledger.read([&](storage::Transaction&, const core::Facts& facts) {
            collar = collar_of(facts, core::OfficerId{collar_or_id});
        });
    return officer_card(ledger, collar);
}

// Whoever may issue attends; an officer who may only issue in pairs hands out as themselves.
CounterPair pair_of(const Session& session) {
    CounterPair pair;
    session.ledger->read([&](storage::Transaction&, const core::Facts& facts) {
        const core::UserId& user = session.author.user;
        if (core::has_power(facts, user, core::Power::issue) ||
            !core::has_power(facts, user, core::Power::issue_in_pair))
            return;
        const core::PersonId person = core::person_of(facts, user.value);
        for (const core::Officer& officer : facts.all<core::Officer>()) {
            if (officer.person != person) continue;
            pair.collar = collar_of(facts, core::OfficerId{officer.key});
            pair.words = core::officer_words(facts, officer.key);
        }
    });
    return pair;
}

std::string refuse_overrider(const Session& session, const std::string& user,
                             const std::string& password) {
    GivenSecrets secrets;
    secrets.give(user, password);
    const auto overrider = confirm_by(*session.ledger, user, secrets);
    if (!overrider) return window_sentence(overrider.error().lines.front());
    std::string no;
    session.ledger->read([&](storage::Transaction&, const core::Facts& facts) {
        if (!core::has_power(facts, overrider.value(), core::Power::override_stop) ||
            core::person_of(facts, overrider.value().value) ==
                core::person_of(facts, session.author.user.value))
            no = window_sentence({core::Refusal::override_lacks_power,
                                  overrider.value().value,
                                  {{"user", core::user_words(facts, overrider.value().value)}}});
    });
    return no;
}

}  // namespace

std::string discrepancy_words(OpenLedger& ledger, core::EntryNumber number) {
    const auto id = core::created_id<core::DiscrepancyId>('d', number).value;
    std::string words = "Discrepancy " + id;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        if (const auto found = facts.find<core::Discrepancy>(id))
            words += ": " + words_of(*found, core::subject_words(facts, found->subject));
    });
    return words;
}

CounterUseCases counter_use_cases(std::shared_ptr<Session> session) {
    CounterUseCases use;
    use.scan = [session](const std::string& code) { return scan(*session->ledger, code); };
    use.card = [session](const std::string& who) { return card_of(*session->ledger, who); };
    use.preview = [session](const IssueRequest& request) {
        return preview_issue(*session->ledger, session->author, request);
    };
    use.issue = [session](const IssueRequest& request, Secrets& secrets) {
        return issue(*session->ledger, session->author, request, secrets);
    };
    use.wants_second = [session] {
        bool wants = true;
        session->ledger->read([&](storage::Transaction&, const core::Facts& facts) {
            wants = core::policy(facts, "second_person_at_issue", "yes") == "yes";
        });
        return wants;
    };
    use.pair = [session] { return pair_of(*session); };
    use.refuse_overrider = [session](const std::string& user, const std::string& password) {
        return refuse_overrider(*session, user, password);
    };
    use.attempted = [session](const IssueRequest& request) {
        note_stopped_attempt(*session->ledger, session->author, request);
    };
    use.take_back = [session](const ReturnRequest& request, Secrets& secrets) {
        return take_back(*session->ledger, session->author, request, secrets);
    };
    use.discrepancy_words = [session](core::EntryNumber number) {
        return discrepancy_words(*session->ledger, number);
    };
    use.new_request = [session] {
        return ledger::hex(session->ledger->randomness().bytes(request_bytes));
    };
    use.purposes = choices_of(*session->ledger, "purpose");
    use.expenditures = choices_of(*session->ledger, "expenditure");
    return use;
}

}  // namespace muster::app
