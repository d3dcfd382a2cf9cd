// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "contract/engines.hpp"
#include "muster/app/import_register.hpp"
#include "muster/app/integrity.hpp"
#include "muster/app/setup.hpp"
#include "muster/app/sign_in.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/stock_facts.hpp"
#include "muster/storage/ledger_store.hpp"

using namespace muster;

namespace {

class LongSecrets final : public app::Secrets {
public:
    std::string secret(const std::string& who) override { return who + " has a long secret"; }
    bool has(const std::string&) override { return true; }
};

/// A ledger in set-up, with its keys in a folder of its own.
class Desk {
public:
    explicit Desk(const std::string& postgres)
        : before_{std::filesystem::current_path()},
          address_{postgres.empty() ? folder_.path("ledger.db") : postgres} {
        std::filesystem::current_path(folder_.folder());  // a server's keys lie here
        ledger_ = app::create_ledger({address_, "Example Force", "HQ Armoury", "admin", true},
                                     secrets_, {core::instant_of("2026-03-02T09:00:00.000Z"), 7});
        author_ = app::sign_in(*ledger_, "admin", secrets_).value();
    }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;
    ~Desk() { std::filesystem::current_path(before_); }

    std::string file(const std::string& name, const std::string& text) const {
        std::ofstream{folder_.path(name)} << text;
        return folder_.path(name);
    }
    std::string items(std::int64_t count, const std::string& name = "items.csv") const {
        std::string text = "Asset No,Make / Model,Serial No.,Location,Status,Remarks\n";
        for (std::int64_t i = 1; i <= count; ++i) {
            // Digits of two kinds only, so that no two serials look alike.
            std::string serial;
            for (std::int64_t rest = i; rest > 0; rest /= 4) serial += "2347"[rest % 4];
            text += "T-" + std::to_string(i) + ",Glock 17,N" + serial + ",HQ Armoury,In store,r" +
                    std::to_string(i) + "\n";
        }
        return file(name, text);
    }
    app::ImportRequest request(const std::string& path, const char* kind) const {
        app::ImportRequest request;
        request.path = path;
        request.kind = kind;
        return request;
    }
    app::ImportReport import(const app::ImportRequest& request) {
        auto report = app::import_register(*ledger_, author_, request, secrets_);
        REQUIRE(report.has_value());
        for (const app::ImportFault& fault : report.value().faults) MESSAGE(fault.words);
        return std::move(report).value();
    }
    core::Result<app::UndoReport> undo(core::EntryNumber entry) {
        app::UndoRequest request;
        request.import = entry;
        request.reason = "wrong file";
        return app::undo_import(*ledger_, author_, request, secrets_);
    }

    template <class Fact>
    std::size_t count() {
        std::size_t number = 0;
        ledger_->read([&](storage::Transaction&, const core::Facts& facts) {
            facts.rows(Fact::table, "", [&](const core::Row&) { return ++number, true; });
        });
        return number;
    }
    core::EntryNumber head() {
        core::EntryNumber number = 0;
        ledger_->read([&](storage::Transaction& tx, const core::Facts&) {
            number = storage::head(tx)->number;
        });
        return number;
    }
    void check_sound() {
        CHECK(app::verify_ledger(*ledger_).sound());
        CHECK(app::replay_differences(*ledger_).empty());
    }

    app::OpenLedger& ledger() { return *ledger_; }
    const app::Author& author() const { return author_; }

private:
    contract::TemporaryFolder folder_;
    std::filesystem::path before_;
    std::string address_;
    LongSecrets secrets_;
    std::unique_ptr<app::OpenLedger> ledger_;
    app::Author author_;
};

void at_every_desk(const std::function<void(Desk&)>& check) {
    {
        Desk desk{""};
        INFO("sqlite");
        check(desk);
    }
    const std::string postgres = contract::empty_postgres();
    if (postgres.empty()) return;
    Desk desk{postgres};
    INFO("postgresql");
    check(desk);
}

}  // namespace

TEST_CASE("contract: an import longer than memory keeps of it is one sound transaction") {
    at_every_desk([](Desk& desk) {
        constexpr std::int64_t rows = 4'500;  // written out twice on the way
        const core::EntryNumber before = desk.head();
        const auto report = desk.import(desk.request(desk.items(rows), "items"));
        REQUIRE(report.receipt);
        CHECK(report.imported == rows);
        CHECK(report.receipt->entries.front() == before + 1);
        CHECK(report.receipt->entries.back() == desk.head());
        CHECK(desk.count<core::Item>() == rows);
        const core::EntryNumber head = desk.head();
        desk.ledger().read([&](storage::Transaction& tx, const core::Facts& facts) {
            const auto last = storage::entry(tx, head);
            CHECK(last->first == before + 1);
            CHECK(facts.all<core::Code>("T-4500|").size() == 1);
        });
        desk.check_sound();
    });
}

TEST_CASE("contract: a file that changed since it was looked at is not imported") {
    at_every_desk([](Desk& desk) {
        auto request = desk.request(desk.items(3), "items");
        request.reviewed =
            app::inspect_register(request, &desk.ledger(), desk.ledger().now()).sha256;
        const core::EntryNumber before = desk.head();
        std::ofstream{request.path, std::ios::app} << "\n";
        CHECK_THROWS_AS(desk.import(request), app::UsageError);
        CHECK(desk.head() == before);
        request.reviewed =
            app::inspect_register(request, &desk.ledger(), desk.ledger().now()).sha256;
        CHECK(desk.import(request).imported == 3);
    });
}

TEST_CASE("contract: an import stopped after it was partly written leaves nothing") {
    at_every_desk([](Desk& desk) {
        const core::EntryNumber before = desk.head();
        std::int64_t recorded = 0;
        auto request = desk.request(desk.items(4'500), "items");
        request.watch = [&](const app::ImportProgress& progress) {
            if (progress.rows) recorded = progress.done;
            return recorded < 4'400;
        };
        const auto stopped = desk.import(request);
        CHECK(stopped.cancelled);
        CHECK_FALSE(stopped.receipt);
        CHECK(recorded >= 4'400);
        CHECK(desk.head() == before);
        CHECK(desk.count<core::Item>() == 0);
        desk.check_sound();
        request.watch = {};
        CHECK(desk.import(request).imported == 4'500);
    });
}

TEST_CASE("contract: a text recorded and written out is read back before the commit") {
    at_every_desk([](Desk& desk) {
        const std::string officers = "Collar,Rank,Surname,Forename,Unit\n9901,PC,Example,Alex,A\n";
        desk.import(desk.request(desk.file("officers.csv", officers), "officers"));
        // The rows that follow are refused or not by what the facts say of earlier rows.
        std::string early, late;
        const auto done = desk.ledger().commit(desk.author(), [&](app::Proposal& proposal) {
            core::UserAdded user;
            user.user = core::UserId{"u-early"};
            user.person = core::PersonId{"p-early"};
            user.name = core::private_text("Early");
            auto added = proposal.add(user);
            for (int i = 0; added && i < 2'500; ++i) {
                added = proposal.add(core::LocationAdded{"Rack " + std::to_string(i), "rack", {}});
                proposal.relieve();
            }
            const auto found = proposal.facts().find<core::User>("u-early");
            if (found) early = proposal.facts().disclosed(found->name.digest).value_or("lost");
            late = proposal.facts().all<core::Code>("RACK 7|").empty() ? "lost" : "found";
            if (!added) return core::Result<void>{std::move(added).error()};
            return core::Result<void>{boost::outcome_v2::success()};
        });
        CHECK(done.has_value());
        CHECK(early == "Early");
        CHECK(late == "found");
        desk.check_sound();
    });
}

TEST_CASE("contract: an undone import leaves no stock behind and can be done again") {
    at_every_desk([](Desk& desk) {
        const auto request = desk.request(desk.items(2'300), "items");
        const auto first = desk.import(request);
        const auto undone = desk.undo(first.receipt->entries.front());
        REQUIRE(undone.has_value());
        CHECK(undone.value().reversed == 2'300);
        CHECK(desk.count<core::Item>() == 0);
        CHECK(desk.count<core::Held>() == 0);
        CHECK(desk.count<core::ImportFile>() == 0);
        desk.check_sound();
        CHECK(desk.import(request).imported == 2'300);
        const auto all = app::list_imports(desk.ledger(), std::nullopt);
        REQUIRE(all.size() == 2);
        CHECK(all.front().undone == undone.value().receipt->entries.front());
        CHECK_FALSE(all.back().undone);
        CHECK(all.back().by == "admin");
        desk.check_sound();
    });
}

TEST_CASE("contract: an undo is refused with everything that has changed since") {
    at_every_desk([](Desk& desk) {
        const std::string rows =
            "Collar,Rank,Surname,Forename,Unit\n9901,PC,Example,Alex,A\n9902,PC,Example,Bo,A\n"
            "9903,PC,Example,Chris,A\n";
        const auto report = desk.import(desk.request(desk.file("officers.csv", rows), "officers"));
        for (const char* collar : {"9901", "9903"})
            REQUIRE(app::authorise(desk.ledger(), desk.author(),
                                   {collar, "pistol", {}, *core::date_of("2027-03-31"), "CFI"})
                        .has_value());
        const core::EntryNumber before = desk.head();
        const auto undone = desk.undo(report.receipt->entries.front());
        REQUIRE_FALSE(undone.has_value());
        CHECK(undone.error().lines.size() == 2);
        for (const auto& line : undone.error().lines)
            CHECK(line.refusal == core::Refusal::changed_since);
        CHECK(desk.head() == before);
        CHECK(desk.count<core::ImportFile>() == 1);
        desk.check_sound();
    });
}

TEST_CASE("contract: an undo stopped on its way leaves the import as it was") {
    at_every_desk([](Desk& desk) {
        const auto report = desk.import(desk.request(desk.items(2'300), "items"));
        app::UndoRequest request;
        request.import = report.receipt->entries.front();
        request.reason = "wrong file";
        request.watch = [](const app::ImportProgress& progress) { return progress.done < 2'200; };
        LongSecrets secrets;
        const auto stopped = app::undo_import(desk.ledger(), desk.author(), request, secrets);
        REQUIRE(stopped.has_value());
        CHECK(stopped.value().cancelled);
        CHECK_FALSE(stopped.value().receipt);
        CHECK(desk.count<core::Item>() == 2'300);
        desk.check_sound();
    });
}
