// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "muster/app/background.hpp"
#include "muster/app/notice.hpp"
#include "muster/app/open_ledger.hpp"
#include "muster/app/setup.hpp"

namespace muster::app {

/// Somebody signed in at a ledger that may be committed to.
struct Session {
    std::unique_ptr<OpenLedger> ledger;   ///< commits; used by one thread at a time
    std::unique_ptr<OpenLedger> reading;  ///< a connection of its own for lists and the status line
    Author author;
    std::string user_name;
    std::string address;
    /// One more reading connection, for slow work on another thread.
    std::function<std::unique_ptr<OpenLedger>()> open_reading;
};

/// What a person types to begin.
struct SignInRequest {
    std::string address;
    std::string user;
    std::string password;
    std::string ledger_secret;
};

/// Opens the ledger with its key, checks the user, and records that they signed in. Throws as
/// open_ledger does.
using OpenSession = std::function<core::Result<std::shared_ptr<Session>>(const SignInRequest&)>;
/// The real one; `given` is for practice ledgers only.
OpenSession open_session(const Given& given = {});

struct SignInState {
    std::string address;  ///< empty until a ledger is chosen
    std::string invitation;
    Notice notice;
    bool busy = false;
};

/// The screen before all others: which ledger, and who.
class SignInScreen {
public:
    SignInScreen(OpenSession open, Background& background, std::string address);

    std::function<void()> changed = [] {};
    /// Called once for each successful sign-in.
    std::function<void(std::shared_ptr<Session>)> signed_in = [](std::shared_ptr<Session>) {};

    const SignInState& state() const { return state_; }
    void choose_ledger(const std::string& address);
    /// Opening and checking take a moment, in the background; `state().busy` meanwhile.
    void sign_in(const std::string& user, const std::string& password,
                 const std::string& ledger_secret);
    /// Something to say before anybody signs in: locked, or a scanner typed into a secret.
    void notify(Notice notice);

private:
    OpenSession open_;
    Background& background_;
    SignInState state_;
    std::shared_ptr<int> here_ = std::make_shared<int>();
};

}  // namespace muster::app
