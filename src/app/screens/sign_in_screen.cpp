// SPDX-License-Identifier: MIT
#include "muster/app/sign_in_screen.hpp"

#include "app/screens/given_secrets.hpp"
#include "muster/app/sign_in.hpp"

namespace muster::app {

OpenSession open_session(const Given& given) {
    return [given](const SignInRequest& request) -> core::Result<std::shared_ptr<Session>> {
        GivenSecrets secrets;
        secrets.give(request.user, request.password);
        // An account may be called like the key; the key's secret is asked for first, on its own.
        GivenSecrets key;
        key.give("ledger", request.ledger_secret);
        auto session = std::make_shared<Session>();
        session->address = request.address;
        session->user_name = request.user;
        session->ledger = open_ledger(request.address, &key, given);
        auto author = app::sign_in(*session->ledger, request.user, secrets);
        if (!author) return std::move(author).error();
        session->author = author.value();
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
    state_.invitation =
        address.empty() ? "No armoury ledger is open. Open one, or begin one with: musterctl init"
                        : "Sign in with your own name and password.";
    state_.notice = {};
    changed();
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
