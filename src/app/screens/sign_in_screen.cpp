// SPDX-License-Identifier: MIT
#include "muster/app/sign_in_screen.hpp"

#include "app/screens/given_secrets.hpp"
#include "muster/app/sign_in.hpp"
#include "muster/core/codes.hpp"
#include "muster/ledger/secret.hpp"

namespace muster::app {

OpenSession open_session(const Given& given, const std::string& armoury) {
    return
        [given, armoury](const SignInRequest& request) -> core::Result<std::shared_ptr<Session>> {
            GivenSecrets secrets;
            secrets.give(request.user, request.password);
            // An account may be called like the key; the key's secret is asked for first, on its
            // own.
            GivenSecrets key;
            key.give("ledger", request.ledger_secret);
            auto session = std::make_shared<Session>();
            session->address = request.address;
            session->user_name = request.user;
            session->ledger = open_ledger(request.address, &key, given);
            auto author = app::sign_in(*session->ledger, request.user, secrets);
            if (!author) return std::move(author).error();
            session->author = author.value();
            if (!armoury.empty()) {
                auto here = armoury_called(*session->ledger, armoury);
                if (!here) return std::move(here).error();
                session->author.armoury = here.value();
            }
            auto recorded = record_sign_in(*session->ledger, session->author);
            if (!recorded) return std::move(recorded).error();
            session->open_reading = [address = request.address, given] {
                return open_ledger(address, nullptr, given);
            };
            session->reading = session->open_reading();
            return session;
        };
}

SignInScreen::SignInScreen(OpenSession open, Background& background, std::string address)
    : open_{std::move(open)}, background_{background} {
    choose_ledger(address);
}

void SignInScreen::choose_ledger(const std::string& address) {
    state_.address = address;
    state_.invitation = address.empty()
                            ? "No armoury ledger is open. Open one, or begin a new armoury."
                            : "Sign in with your own name and password.";
    state_.notice = {};
    changed();
}

std::string SignInScreen::fault_of_names(const NewArmoury& made) {
    const auto missing = [](const std::string& text) { return core::normal_code(text).empty(); };
    if (missing(made.named.force)) return "Type the force's name.";
    if (missing(made.named.armoury)) return "Type the armoury's name: the site, not the force.";
    if (missing(made.named.admin)) return "Type the name you will sign in with.";
    return {};
}

std::string SignInScreen::fault_of_secrets(const NewArmoury& made) {
    for (const auto& [secret, words] :
         {std::pair{&made.password, "Your password"}, std::pair{&made.ledger, "The ledger secret"},
          std::pair{&made.authority, "The authority's secret"}}) {
        if (secret->first != secret->again)
            return std::string{words} + " was not typed the same twice.";
        if (const auto fault = ledger::password_fault(secret->first))
            return std::string{words} + " will not do: " + fault->words;
    }
    const bool shared = made.ledger.first == made.password.first ||
                        made.authority.first == made.password.first ||
                        made.authority.first == made.ledger.first;
    return shared ? "Three secrets, each another: whoever learns one must not have all." : "";
}

void SignInScreen::begin_armoury(const NewArmoury& made) {
    if (state_.busy) return;
    for (const std::string& fault : {fault_of_names(made), fault_of_secrets(made)})
        if (!fault.empty()) return notify({Tone::stop, fault});
    state_.busy = true;
    state_.notice = {Tone::plain, "Making the ledger, its key and its signing authority..."};
    changed();
    background_.run(
        [create = create, made] {
            GivenSecrets secrets;
            // An account may be called like a key; what it is for is asked for by that name first.
            secrets.give(made.named.admin, made.password.first);
            secrets.give("ca", made.authority.first);
            secrets.give("ledger", made.ledger.first);
            create(made.named, secrets);
        },
        [this, address = made.named.address,
         here = std::weak_ptr{here_}](const std::exception_ptr& thrown) {
            if (here.expired()) return;
            state_.busy = false;
            if (thrown) return notify({Tone::stop, describe(thrown).sentence});
            choose_ledger(address);
            notify({Tone::good,
                    "The armoury is begun. Keep its key and the ledger secret safe: without them "
                    "nothing can be recorded. Sign in, then import your register (F11)."});
        });
}

void SignInScreen::notify(Notice notice) {
    state_.notice = std::move(notice);
    changed();
}

void SignInScreen::sign_in(const std::string& user, const std::string& password,
                           const std::string& ledger_secret) {
    if (state_.busy) return;
    if (state_.address.empty()) return notify({Tone::stop, "Open an armoury ledger first."});
    if (user.empty()) return notify({Tone::stop, "Type your user name."});
    if (password.empty()) return notify({Tone::stop, "Type your password."});
    if (ledger_secret.empty())
        return notify({Tone::stop, "Type the ledger secret. Without it nothing can be recorded."});
    state_.busy = true;
    state_.notice = {Tone::plain, "Opening the ledger and checking who you are..."};
    changed();
    const SignInRequest request{state_.address, user, password, ledger_secret};
    const auto result = std::make_shared<std::optional<core::Result<std::shared_ptr<Session>>>>();
    background_.run(
        [open = open_, request, result] { result->emplace(open(request)); },
        [this, result, here = std::weak_ptr{here_}](const std::exception_ptr& thrown) {
            if (here.expired()) return;
            state_.busy = false;
            if (thrown) return notify({Tone::stop, describe(thrown).sentence});
            if (!**result)
                return notify({Tone::stop, core::sentence_of((*result)->error().lines.front())});
            state_.notice = {};
            changed();
            signed_in((*result)->value());
        });
}

}  // namespace muster::app
