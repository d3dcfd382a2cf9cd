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
/// The real one; `given` is for practice ledgers only. `armoury` names where this desk stands,
/// where a ledger has several; else it is the one the ledger began with.
OpenSession open_session(const Given& given = {}, const std::string& armoury = {});

/// A secret that is chosen, typed twice.
struct ChosenSecret {
    std::string first;
    std::string again;
};

/// What a person types to begin an armoury (SCREENS 1: first use).
struct NewArmoury {
    InitRequest named;
    ChosenSecret password;   ///< of the administrator
    ChosenSecret ledger;     ///< opens the key without which nothing can be recorded
    ChosenSecret authority;  ///< opens the force's signing authority; kept apart
};

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
    /// What is wrong with the names or the secrets, in words; empty where nothing is.
    static std::string fault_of_names(const NewArmoury& made);
    static std::string fault_of_secrets(const NewArmoury& made);
    /// Begins an armoury at the address it names and chooses its ledger, in the background. An
    /// existing file is never overwritten, and nothing is left behind where it fails.
    void begin_armoury(const NewArmoury& made);
    /// What makes it; a test's own.
    std::function<void(const InitRequest&, Secrets&)> create =
        [](const InitRequest& request, Secrets& secrets) { create_ledger(request, secrets); };
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
