// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "golden/spoiled_pack.hpp"

using namespace muster;
using namespace muster::testing;

namespace {

using Numbers = std::set<int>;

struct Expected {
    int exit_code;
    Numbers failing;
    std::string file;  ///< that some failing check names; empty where none fails
};

void judge(const pack::PackFiles& files, const Expected& expected,
           const pack::VerifyOptions& options = golden().trusting()) {
    const auto verdict = pack::verify(bytes_of(files), options);
    INFO(told(verdict));
    CHECK(verdict.exit_code == expected.exit_code);
    CHECK(failed(verdict) == expected.failing);
    if (!expected.file.empty()) CHECK(names(verdict, expected.file));
}

pack::PackFiles good() {
    return files_of(golden().first);
}

pack::PackFiles cheated(const pack::PackFiles& files) {
    return signed_again(files, golden().keys.preparer);
}

/// The pack of a ledger that somebody with the ledger key spoiled while it was written.
std::string pack_of_spoiled(const SampleLedger::Change& change) {
    return golden().packed(SampleLedger{golden().keys, change}, golden().ledger.first());
}

}  // namespace

TEST_CASE("golden: changed-csv-cell") {
    auto files = good();
    replace(files["tables/batches.csv"], ",999,", ",998,");
    judge(files, {1, {2, 12}, "tables/batches.csv"});
    judge(cheated(files), {1, {12}, "tables/batches.csv"});
}

TEST_CASE("golden: changed-ledger-line") {
    auto files = good();
    replace(files["ledger.jsonl"], "XX0001", "XX0009");
    const auto verdict = pack::verify(bytes_of(files), golden().trusting());
    INFO(told(verdict));
    CHECK(verdict.exit_code == 1);
    CHECK(failed(verdict).count(2) == 1);
    CHECK(failed(verdict).count(7) == 1);
    CHECK(names(verdict, "ledger.jsonl"));
}

TEST_CASE("golden: removed-file") {
    auto files = good();
    files.erase("certificate.txt");
    judge(files, {1, {2, 14}, "certificate.txt"});
}

TEST_CASE("golden: unlisted-file") {
    auto files = good();
    files["notes.txt"] = "by the way";
    judge(files, {1, {2, 18}, "notes.txt"});
}

TEST_CASE("golden: unlisted-sign-off, a text without its signature") {
    auto files = good();
    files["signoff/03-head-of-audit.txt"] = files["signoff/02-auditor.txt"];
    judge(files, {1, {3}, "signoff/03-head-of-audit.txt"});
}

TEST_CASE("golden: reordered-signoff") {
    auto files = good();
    for (const char* end : {".txt", ".p7s"}) {
        files["signoff/01-auditor" + std::string{end}] =
            files["signoff/02-auditor" + std::string{end}];
        files["signoff/02-senior-officer" + std::string{end}] =
            files["signoff/01-senior-officer" + std::string{end}];
        files.erase("signoff/02-auditor" + std::string{end});
        files.erase("signoff/01-senior-officer" + std::string{end});
    }
    judge(files, {1, {3, 5}, "signoff/01-auditor.txt"});
}

TEST_CASE("golden: stripped-signoff, from the middle") {
    auto files = good();
    for (const char* end : {".txt", ".p7s"}) {
        files.erase("signoff/01-senior-officer" + std::string{end});
        files["signoff/01-auditor" + std::string{end}] =
            files["signoff/02-auditor" + std::string{end}];
        files.erase("signoff/02-auditor" + std::string{end});
    }
    judge(files, {1, {3}, "signoff/01-auditor.txt"});
}

TEST_CASE("golden: stripped-signoff, the one that policy asks for, is never sound") {
    auto files = good();
    for (const char* name : {"signoff/01-senior-officer", "signoff/02-auditor"})
        for (const char* end : {".txt", ".p7s"}) files.erase(std::string{name} + end);
    judge(files, {3, {}, ""});
}

TEST_CASE("golden: stripped-preparer") {
    auto files = good();
    files.erase("SHA256SUMS.p7s");
    judge(files, {1, {3}, "SHA256SUMS.p7s"});
}

TEST_CASE("golden: forged-ca reaches exactly 3") {
    SampleKeys forged{99};
    const SampleLedger ledger{forged};
    const Folder folder;
    const auto built =
        pack::build_pack(ledger.input(ledger.first()), folder.path(), forged.preparer);
    pack::sign_off(built.path, {"senior_officer", "Fine.", at("2026-08-02T10:00:00.000Z")},
                   forged.senior_officer);
    const auto verdict = pack::verify_file(built.path, golden().trusting());
    INFO(told(verdict));
    CHECK(verdict.exit_code == 3);
    CHECK(failed(verdict).empty());
}

TEST_CASE("golden: workbook-cell-edited") {
    auto files = good();
    std::string& book = files["workbook.xlsx"];
    SUBCASE("a text") {
        book = with_part(book, "xl/sharedStrings.xml",
                         [](std::string& xml) { replace(xml, "return_short", "return_shorn"); });
        judge(cheated(files), {1, {13}, "workbook.xlsx"});
    }
    SUBCASE("a figure") {
        book = with_part(book, "xl/worksheets/sheet4.xml",
                         [](std::string& xml) { replace(xml, "<v>999</v>", "<v>998</v>"); });
        judge(cheated(files), {1, {13}, "workbook.xlsx"});
    }
    SUBCASE("a figure that became a formula with the same result") {
        book = with_part(book, "xl/worksheets/sheet4.xml", [](std::string& xml) {
            replace(xml, "<v>999</v>", "<f>990+9</f><v>999</v>");
        });
        judge(cheated(files), {1, {13}, "workbook.xlsx"});
    }
    SUBCASE("a cell beside the table") {
        book = with_part(book, "xl/worksheets/sheet4.xml", [](std::string& xml) {
            replace(xml, "</row></sheetData>", "<c r=\"ZZ9\"><v>1</v></c></row></sheetData>");
        });
        const auto verdict = pack::verify(bytes_of(cheated(files)), golden().trusting());
        CHECK(failed(verdict) == Numbers{13});
    }
    SUBCASE("a hidden sheet") {
        book = with_part(book, "xl/workbook.xml", [](std::string& xml) {
            replace(xml, "<sheet name=\"Discrepancies\"",
                    "<sheet state=\"veryHidden\" name=\"Discrepancies\"");
        });
        judge(cheated(files), {1, {13}, "workbook.xlsx"});
    }
    SUBCASE("a macro") {
        book = with_part(book, "xl/vbaProject.bin", [](std::string& bin) { bin = "x"; });
        judge(cheated(files), {1, {13}, "workbook.xlsx"});
    }
    SUBCASE("a link outside") {
        book = with_part(book, "xl/worksheets/_rels/sheet2.xml.rels", [](std::string& xml) {
            replace(xml, "</Relationships>",
                    "<Relationship Id=\"rIdX\" Type=\"http://schemas.openxmlformats.org/"
                    "officeDocument/2006/relationships/hyperlink\" Target=\"http://x.invalid/\" "
                    "TargetMode=\"External\"/></Relationships>");
        });
        judge(cheated(files), {1, {13}, "workbook.xlsx"});
    }
}

TEST_CASE("golden: certificate-text-edited") {
    auto files = good();
    replace(files["certificate.txt"], "Discrepancies open      2", "Discrepancies open      0");
    judge(cheated(files), {1, {14}, "certificate.txt"});
}

TEST_CASE("golden: rules-broken, a second person who is the issuer") {
    const auto spoiled = pack_of_spoiled([](core::Entry& entry) {
        if (auto* issued = std::get_if<core::Issued>(&entry.body)) issued->second = entry.by;
    });
    judge(files_of(spoiled), {1, {10}, "ledger.jsonl"});
}

TEST_CASE("golden: rules-broken, a discrepancy that was made smaller") {
    const auto spoiled = pack_of_spoiled([](core::Entry& entry) {
        if (auto* opened = std::get_if<core::DiscrepancyOpened>(&entry.body)) opened->found += 1;
    });
    judge(files_of(spoiled), {1, {10}, "ledger.jsonl"});
}

TEST_CASE("golden: rules-broken, work alone in set-up that does not say so") {
    const auto spoiled = pack_of_spoiled([](core::Entry& entry) {
        if (entry.number == 7) entry.setup = false;
    });
    judge(files_of(spoiled), {1, {10}, "ledger.jsonl"});
}

TEST_CASE("golden: wrong-state, a period closed over other facts") {
    const auto spoiled = pack_of_spoiled([](core::Entry& entry) {
        if (auto* closed = std::get_if<core::PeriodClosed>(&entry.body))
            closed->state = std::string(64, 'a');
    });
    judge(files_of(spoiled), {1, {11}, "ledger.jsonl"});
}

TEST_CASE("golden: wrong-ledger-key") {
    auto files = good();
    const auto note = ledger::read_note_unverified(files["checkpoint.txt"]);
    const auto other = ledger::LedgerKey::generate(golden().keys.randomness);
    files["checkpoint.txt"] =
        ledger::sign_note(ledger::note_text(std::get<ledger::Checkpoint>(note)), other);
    judge(cheated(files), {1, {8}, "checkpoint.txt"});
}

TEST_CASE("golden: missing-disclosure and disclosure-of-nothing") {
    auto files = good();
    std::string& disclosures = files["disclosures.jsonl"];
    const std::string first = disclosures.substr(0, disclosures.find('\n') + 1);
    disclosures.erase(0, first.size());
    auto verdict = pack::verify(bytes_of(cheated(files)), golden().trusting());
    INFO(told(verdict));
    CHECK(verdict.exit_code == 1);
    CHECK(failed(verdict).count(6) == 1);
    disclosures += first;  // there again, out of order
    verdict = pack::verify(bytes_of(cheated(files)), golden().trusting());
    CHECK(failed(verdict).count(6) == 1);
    CHECK(names(verdict, "disclosures.jsonl"));
}

TEST_CASE("golden: opening-state-changed, frontier-changed, consistency-changed") {
    const auto options = [] {
        auto chosen = golden().trusting();
        chosen.against = golden().first;
        return chosen;
    }();
    const auto second = files_of(golden().second);
    auto files = second;
    replace(files["opening.jsonl"], "\"in_store\"", "\"missing\"");
    auto verdict = pack::verify(bytes_of(cheated(files)), options);
    INFO(told(verdict));
    CHECK(failed(verdict).count(11) == 1);
    CHECK(names(verdict, "opening.jsonl"));

    files = second;
    files["frontier.txt"].front() = files["frontier.txt"].front() == '0' ? '1' : '0';
    verdict = pack::verify(bytes_of(cheated(files)), options);
    CHECK(failed(verdict) == Numbers{7, 9});
    CHECK(names(verdict, "frontier.txt"));

    files = second;
    replace(files["consistency.json"], "\"proof\":[\"",
            "\"proof\":[\"" + std::string(64, '0') + "\",\"");
    verdict = pack::verify(bytes_of(cheated(files)), options);
    CHECK(failed(verdict).count(9) == 1);
    CHECK(names(verdict, "consistency.json"));
}

TEST_CASE("golden: preparer-signs-off") {
    auto files = good();
    files = cheated(files);
    const Folder folder;
    files::write_file_atomically(folder / "p.zip", bytes_of(files));
    CHECK_THROWS_AS(pack::sign_off(folder / "p.zip",
                                   {"senior_officer", "Me too.", at("2026-08-02T10:00:00.000Z")},
                                   golden().keys.preparer),
                    pack::PackError);
}

TEST_CASE("golden: role-not-held, an auditor who signs as the senior officer") {
    const Folder folder;
    const auto built = pack::build_pack(golden().ledger.input(golden().ledger.first()),
                                        folder.path(), golden().keys.preparer);
    pack::sign_off(built.path, {"senior_officer", "Fine.", at("2026-08-02T10:00:00.000Z")},
                   golden().keys.auditor);
    const auto verdict = pack::verify_file(built.path, golden().trusting());
    INFO(told(verdict));
    CHECK(failed(verdict) == Numbers{4});
}

TEST_CASE("golden: not-a-pack is unusable") {
    CHECK(pack::verify("", {}).exit_code == 2);
    CHECK(pack::verify("PK\003\004 and then nothing", {}).exit_code == 2);
    CHECK(pack::verify(bytes_of({{"hello.txt", "x"}}), {}).exit_code == 2);
    CHECK(pack::verify_file("/nonexistent/pack.zip", {}).exit_code == 2);
}

TEST_CASE("golden: names that a pack may not have are told escaped") {
    auto files = good();
    files["NOTE\xC2\x85.txt"] = "x";
    const auto verdict = pack::verify(bytes_of(files), golden().trusting());
    INFO(told(verdict));
    CHECK(verdict.exit_code == 1);
    CHECK(names(verdict, "NOTE\\xc2\\x85.txt"));
}

TEST_CASE("golden: sign-off-of-another-pack, signed by the right person") {
    const auto signed_otherwise = [](const std::function<void(pack::SignOffText&)>& change) {
        auto files = good();
        auto text = pack::read_sign_off(files.at("signoff/02-auditor.txt")).value();
        change(text);
        const std::string bytes = pack::write_sign_off(text);
        files["signoff/02-auditor.txt"] = bytes;
        files["signoff/02-auditor.p7s"] =
            ledger::sign_detached(bytes, golden().keys.auditor, text.time);
        return files;
    };
    const Expected fault{1, {3}, "signoff/02-auditor.txt"};
    judge(signed_otherwise([](auto&) {}), {0, {}, ""});
    judge(signed_otherwise([](auto& text) { text.manifest = std::string(64, 'a'); }), fault);
    judge(signed_otherwise([](auto& text) { text.previous = std::string(64, 'a'); }), fault);
    judge(signed_otherwise([](auto& text) { text.pack = "muster-pack-other"; }), fault);
    judge(signed_otherwise([](auto& text) { text.checkpoint = "1 AA=="; }), fault);
    judge(signed_otherwise([](auto& text) { text.ledger_key = std::string(64, 'a'); }), fault);
    judge(signed_otherwise([](auto& text) { text.person = "Somebody Else"; }), fault);
    judge(signed_otherwise([](auto& text) { text.order = 3; }), fault);
    // A role that is not in the file's name, and that the ledger did not give them either.
    judge(signed_otherwise([](auto& text) { text.role = "head_of_audit"; }),
          {1, {3, 4}, "signoff/02-auditor.txt"});
}

TEST_CASE("golden: helper-file-edited and signed again") {
    auto files = good();
    replace(files["pack.json"], "Invented Constabulary", "Another Constabulary");
    judge(cheated(files), {1, {18}, "pack.json"});
    files = good();
    replace(files["VERIFY.md"], "Five commands", "No commands");
    judge(cheated(files), {1, {18}, "VERIFY.md"});
    files = good();
    replace(files["pack.json"], "Morgan Example", "Somebody Else");
    const auto verdict = pack::verify(bytes_of(cheated(files)), golden().trusting());
    CHECK(failed(verdict).count(3) == 1);
    CHECK(names(verdict, "pack.json"));
}

TEST_CASE("golden: consistency-proof-changed and signed again") {
    auto options = golden().trusting();
    options.against = golden().first;
    auto files = files_of(golden().second);
    std::string& json = files["consistency.json"];
    const auto at = json.rfind("\"proof\":[\"") + 10;
    json[at] = json[at] == '0' ? '1' : '0';
    // The workbook names the file by its digest, so sheet Z9 and its twin differ as well.
    judge(cheated(files), {1, {9, 12, 13}, "consistency.json"}, options);
}
