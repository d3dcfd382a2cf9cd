// SPDX-License-Identifier: MIT
#include "muster/app/status_screen.hpp"

#include "muster/app/clock_alarm.hpp"
#include "muster/app/nightly_import.hpp"
#include "muster/core/case_facts.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/powers.hpp"
#include "muster/core/stock_facts.hpp"
#include "muster/storage/ledger_store.hpp"

namespace muster::app {

std::string grouped(std::int64_t number) {
    std::string digits = std::to_string(number);
    for (auto at = std::ssize(digits) - 3; at > 0; at -= 3)
        if (digits[static_cast<std::size_t>(at - 1)] != '-')
            digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

namespace {

/// The alarm of the ledger as it stands at a head and a day. The strip asks every few seconds, and
/// the answer takes a look at every import; so it is kept until one of the two is another.
class KeptAlarm {
public:
    const std::string& at(core::EntryNumber head, core::Date day, OpenLedger& ledger) {
        if (head == head_ && day == day_) return words_;
        words_ = clock_alarm(ledger).value_or("");
        if (const auto stale = stale_alarm(source_ages(ledger)))
            words_ += (words_.empty() ? "" : " ") + *stale;
        head_ = head;
        day_ = day;
        return words_;
    }

private:
    std::optional<core::EntryNumber> head_;
    core::Date day_;
    std::string words_;
};

}  // namespace

StatusScreen::Read status_of(std::shared_ptr<Session> session) {
    return [session, alarm = std::make_shared<KeptAlarm>()] {
        StatusState state;
        OpenLedger& ledger = *session->reading;
        const core::Instant now = ledger.now();
        core::EntryNumber entries = 0;
        ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
            if (const auto force = facts.find<core::Force>("force")) state.force = force->name;
            for (const core::Location& place : facts.all<core::Location>())
                if (place.armoury == session->author.armoury && place.sort == "armoury" &&
                    state.armoury.empty())
                    state.armoury = place.name;
            for (const core::Location& place : facts.all<core::Location>())
                if (place.armoury == session->author.armoury && place.parent.empty())
                    if (const auto duty = facts.find<core::Duty>(place.key))
                        state.duty = "duty: " + core::user_words(facts, duty->user.value);
            state.classification = core::policy(facts, "classification", "OFFICIAL-SENSITIVE");
            const auto account = facts.find<core::User>(session->author.user.value);
            state.withdrawn = !account || !account->active;
            const auto head = storage::head(tx);
            entries = head ? head->number : 0;
        });
        state.entries = "#" + grouped(entries);
        state.alarm = alarm->at(entries, core::uk_date(now), ledger);
        state.user = session->user_name;
        state.clock = core::uk_time_text(now) + (core::is_uk_summer_time(now) ? " BST" : " GMT");
        if (ledger.is_practice())
            state.banner = "PRACTICE - invented stock. Nothing done here is real.";
        return state;
    };
}

void StatusScreen::refresh() {
    state_ = read_();
    changed();
}

}  // namespace muster::app
