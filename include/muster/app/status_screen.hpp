// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

#include "muster/app/sign_in_screen.hpp"

namespace muster::app {

/// What the frame says of the whole ledger.
struct StatusState {
    std::string force;
    std::string armoury;
    std::string classification;  ///< the marking, from policy
    std::string user;
    std::string clock;       ///< UK time with its zone, `2026-03-01 06:41 GMT`
    std::string entries;     ///< the log badge, `#41,902`
    std::string duty;        ///< who has the duty here, `duty: relief`; empty where nobody took it
    std::string banner;      ///< unmissable where not empty: a practice ledger
    std::string alarm;       ///< what other systems say is too old; empty while it is not
    bool withdrawn = false;  ///< the account was taken away while its window was open
};

/// The strip that stands above every screen.
class StatusScreen {
public:
    using Read = std::function<StatusState()>;
    explicit StatusScreen(Read read) : read_{std::move(read)} { state_ = read_(); }

    std::function<void()> changed = [] {};

    const StatusState& state() const { return state_; }
    /// Reads again: the clock moved on, or the ledger grew.
    void refresh();

private:
    Read read_;
    StatusState state_;
};

/// The real reader, over the session's reading connection.
StatusScreen::Read status_of(std::shared_ptr<Session> session);
/// A number with its thousands set apart: `41,902`.
std::string grouped(std::int64_t number);

}  // namespace muster::app
