// SPDX-License-Identifier: MIT
#include "muster/app/status_screen.hpp"

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

StatusScreen::Read status_of(std::shared_ptr<Session> session) {
    return [session] {
        StatusState state;
        OpenLedger& ledger = *session->reading;
        const core::Instant now = ledger.now();
        ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
            if (const auto force = facts.find<core::Force>("force")) state.force = force->name;
            for (const core::Location& place : facts.all<core::Location>())
                if (place.armoury == session->author.armoury && place.sort == "armoury" &&
                    state.armoury.empty())
                    state.armoury = place.name;
            state.classification = core::policy(facts, "classification", "OFFICIAL-SENSITIVE");
            const auto head = storage::head(tx);
            state.entries = "#" + grouped(head ? head->number : 0);
        });
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
