// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "golden/spoiled_pack.hpp"
#include "muster/ledger/short_form.hpp"

using namespace muster;
using namespace muster::testing;

TEST_CASE("golden: the first pack is sound for who trusts the force's CA") {
    const auto verdict = pack::verify(golden().first, golden().trusting());
    INFO(told(verdict));
    CHECK(verdict.exit_code == 0);
    CHECK(verdict.checks.size() == 15);
}

TEST_CASE("golden: without --trust a pack is consistent and never sound") {
    const auto verdict = pack::verify(golden().first, {});
    INFO(told(verdict));
    CHECK(verdict.exit_code == 3);
    CHECK(failed(verdict).empty());
}

TEST_CASE("golden: fingerprints of all signers establish them without a CA") {
    const SampleKeys& keys = golden().keys;
    pack::VerifyOptions options;
    options.fingerprints = {{"preparer", keys.preparer.certificate().fingerprint()},
                            {"senior_officer", keys.senior_officer.certificate().fingerprint()},
                            {"auditor", keys.auditor.certificate().fingerprint()}};
    CHECK(pack::verify(golden().first, options).exit_code == 0);
    options.fingerprints["auditor"] = keys.preparer.certificate().fingerprint();
    CHECK(pack::verify(golden().first, options).exit_code == 3);
}

TEST_CASE("golden: a second pack needs an anchor, and any of three is one") {
    auto options = golden().trusting();
    const auto unanchored = pack::verify(golden().second, options);
    INFO(told(unanchored));
    CHECK(unanchored.exit_code == 3);
    CHECK(failed(unanchored).empty());

    options.against = golden().first;
    const auto against = pack::verify(golden().second, options);
    INFO(told(against));
    CHECK(against.exit_code == 0);

    options.against.reset();
    const std::int64_t size = golden().ledger.first().last;
    options.checkpoint = golden().ledger.note(size);
    CHECK(pack::verify(golden().second, options).exit_code == 0);

    const auto note = ledger::read_note_unverified(*options.checkpoint);
    options.checkpoint = ledger::short_form(std::get<ledger::Checkpoint>(note));
    CHECK(pack::verify(golden().second, options).exit_code == 0);
}

TEST_CASE("golden: an anchor of another history is a fault, one outside the pack is none") {
    auto options = golden().trusting();
    SampleKeys keys;
    const SampleLedger forked{keys, [](core::Entry& entry) {
                                  if (entry.number == 5) entry.salt = std::string(32, '0');
                              }};
    const auto short_of = [](const std::string& text) {
        return ledger::short_form(std::get<ledger::Checkpoint>(ledger::read_note_unverified(text)));
    };
    options.checkpoint = short_of(forked.note(forked.first().last));
    const auto fork = pack::verify(golden().second, options);
    INFO(told(fork));
    CHECK(fork.exit_code == 1);
    CHECK(failed(fork) == std::set<int>{9});
    options.checkpoint = short_of(golden().ledger.note(3));
    CHECK(pack::verify(golden().second, options).exit_code == 3);
    options.checkpoint = "no checkpoint at all";
    CHECK(pack::verify(golden().second, options).exit_code == 3);
}

TEST_CASE("golden: the same ledger, keys and time give the same files but for ECDSA's own chance") {
    Golden& made = golden();
    auto again = files_of(made.packed(made.ledger, made.ledger.first()));
    auto before = files_of(made.first);
    for (const auto& [name, bytes] : before)
        if (name.find(".p7s") == std::string::npos && !pack::is_sign_off_name(name)) {
            INFO(name);
            CHECK(again.at(name) == bytes);
        }
}

TEST_CASE("golden: a pack that waits for its sign-off is consistent and not sound") {
    const Folder folder;
    const auto built = pack::build_pack(golden().ledger.input(golden().ledger.first()),
                                        folder.path(), golden().keys.preparer);
    const auto verdict = pack::verify_file(built.path, golden().trusting());
    INFO(told(verdict));
    CHECK(verdict.exit_code == 3);
    CHECK(built.name == "muster-pack-practice-invented-constabulary-2025-26");
}

TEST_CASE("golden: nobody signs twice, as two, or a damaged pack") {
    const Folder folder;
    const std::string path = folder / "pack.zip";
    files::write_file_atomically(path, golden().first);
    const core::Instant now = at("2026-08-04T10:00:00.000Z");
    CHECK_THROWS_AS(pack::sign_off(path, {"auditor", "Again.", now}, golden().keys.auditor),
                    pack::PackError);
    CHECK_THROWS_AS(pack::sign_off(path, {"head_of_audit", "Also.", now}, golden().keys.auditor),
                    pack::PackError);
    CHECK_THROWS_AS(pack::sign_off(path, {"head_of_audit", "Also.", now}, golden().keys.preparer),
                    pack::PackError);
    auto files = files_of(golden().first);
    files["certificate.txt"] += " ";
    files::write_file_atomically(path, bytes_of(files));
    CHECK_THROWS_AS(pack::standing_of(path), pack::PackError);
}

TEST_CASE("golden: a pack says who has signed it and what it is of") {
    const Folder folder;
    const std::string path = folder / "pack.zip";
    files::write_file_atomically(path, golden().first);
    const auto standing = pack::standing_of(path);
    CHECK(standing.label == "2025-26");
    CHECK(standing.origin == "muster/practice-invented-constabulary/00112233445566aa");
    CHECK(standing.signed_roles == std::vector<std::string>{"senior_officer", "auditor"});
    CHECK(standing.preparer_certificate == golden().keys.preparer.certificate().fingerprint());
}

TEST_CASE("golden: no name, collar number or note stands in ledger.jsonl") {
    const auto files = files_of(golden().first);
    for (const char* text : {"Officer 4471", "\"4471\"", "night", "\"ann\"", "Admin\""}) {
        INFO(text);
        CHECK(files.at("ledger.jsonl").find(text) == std::string::npos);
    }
    CHECK(files.at("disclosures.jsonl").find("Officer 4471") != std::string::npos);
}
