// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "app/single_commit.hpp"
#include "muster/app/people.hpp"
#include "muster/app/setup.hpp"
#include "muster/app/sign_in.hpp"

namespace muster::app::testing {

/// Everybody's secret is their name and a few words.
class EverybodysSecrets final : public Secrets {
public:
    std::string secret(const std::string& who) override { return who + " has a long secret"; }
    bool has(const std::string&) override { return true; }
};

/// A practice ledger in a folder of its own, gone with it; the clock is the test's.
class RealLedger {
public:
    EverybodysSecrets secrets;
    std::unique_ptr<OpenLedger> ledger;

    explicit RealLedger(const char* now) {
        std::string pattern =
            (std::filesystem::temp_directory_path() / "muster-app-XXXXXX").string();
        REQUIRE(mkdtemp(pattern.data()) != nullptr);
        folder_ = pattern;
        const InitRequest request{folder_ + "/a.db", "Example Force", "HQ Armoury", "admin", true};
        create_ledger(request, secrets, given(now));
        at(now);
    }
    RealLedger(const RealLedger&) = delete;
    RealLedger& operator=(const RealLedger&) = delete;
    ~RealLedger() {
        ledger.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }

    /// Opens the ledger again at that instant.
    void at(const char* now) {
        ledger.reset();
        ledger = open_ledger(folder_ + "/a.db", &secrets, given(now));
    }
    Author as(const std::string& user) {
        auto author = sign_in(*ledger, user, secrets);
        REQUIRE(author);
        return author.value();
    }
    void user(const std::string& name, const std::string& role) {
        require(add_user(*ledger, as("admin"), name, {}, std::nullopt, secrets));
        require(grant_role(*ledger, as("admin"), name, role, std::nullopt, secrets));
    }
    void commit(const std::string& user, core::Body body) {
        require(commit_one(*ledger, as(user), std::move(body)));
    }
    template <class Result>
    static void require(const Result& result) {
        if (!result) FAIL(core::sentence_of(result.error().lines.front()));
    }

    /// Writes a file below the folder; its path.
    std::string write(const std::string& name, const std::string& text) const {
        const std::filesystem::path path = folder_ + "/" + name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream{path, std::ios::binary} << text;
        return path.string();
    }
    const std::string& folder() const { return folder_; }

private:
    static Given given(const char* now) { return {core::instant_of(now), std::nullopt}; }
    std::string folder_;
};

}  // namespace muster::app::testing
