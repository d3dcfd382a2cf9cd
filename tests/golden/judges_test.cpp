// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cstdlib>

#include "golden/spoiled_pack.hpp"

/// Judges we did not write: coreutils, openssl, openpyxl, LibreOffice; and our own program as a
/// stranger runs it.
using namespace muster;
using namespace muster::testing;

namespace {

int run(const std::string& command) {
    const int status = std::system((command + " >/dev/null 2>&1").c_str());
    return status < 0 ? status : status / 256;
}

/// Whether the tool is there; says so where it is not.
bool has(const std::string& probe, const char* tool) {
    const bool there = run(probe) == 0;
    if (!there) MESSAGE("skipped, because there is no " << tool);
    return there;
}

/// The good pack beside the CA, and unpacked into `files`.
struct Unpacked {
    Folder folder;
    Unpacked() {
        files::write_file_atomically(folder / "pack.zip", golden().first);
        files::write_file_atomically(folder / "CA.pem", golden().keys.ca.certificate_pem);
        for (const auto& [name, bytes] : files_of(golden().first)) {
            const std::filesystem::path path{folder / ("files/" + name)};
            std::filesystem::create_directories(path.parent_path());
            files::write_file_atomically(path.string(), bytes);
        }
    }
    std::string inside() const { return "cd '" + folder / "files" + "' && "; }
};

const char* cms =
    "openssl cms -verify -cades -binary -no-CApath -no-CAstore -CAfile ../CA.pem "
    "-inform DER -out /dev/null ";

}  // namespace

TEST_CASE("golden: sha256sum and openssl cms accept what VERIFY.md tells people to type") {
    const Unpacked pack;
    CHECK(run(pack.inside() + "sha256sum --strict -c SHA256SUMS") == 0);
    if (!has("openssl version", "openssl")) return;
    CHECK(run(pack.inside() + cms + "-in SHA256SUMS.p7s -content SHA256SUMS") == 0);
    for (const char* stem : {"signoff/01-senior-officer", "signoff/02-auditor"})
        CHECK(run(pack.inside() + cms + "-in " + stem + ".p7s -content " + stem + ".txt") == 0);
    CHECK(run(pack.inside() + cms + "-in SHA256SUMS.p7s -content certificate.txt") != 0);
}

TEST_CASE("golden: openpyxl reads the workbook with its Tables, dates and texts") {
    if (!has("/usr/bin/python3 -c 'import openpyxl'", "openpyxl")) return;
    const Unpacked pack;
    files::write_file_atomically(pack.folder / "judge.py", R"(
import csv, datetime, openpyxl
book = openpyxl.load_workbook("workbook.xlsx")
assert book.sheetnames[0] == "Cover" and book.sheetnames[1] == "Index", book.sheetnames
for index in list(book["Index"].iter_rows(min_row=5, values_only=True)):
    sheet = book[index[1]]
    table = list(sheet.tables.values())[0]
    rows = list(sheet.iter_rows(min_row=5, values_only=True))
    rows = [row for row in rows if any(cell is not None for cell in row)]
    assert len(rows) == index[2], (index, len(rows))
    with open(index[5], newline="", encoding="utf-8") as twin:
        plain = list(csv.reader(twin))
    assert [cell.value for cell in sheet[4]] == plain[0]
    for row, texts in zip(rows, plain[1:]):
        for cell, text in zip(row, texts):
            if isinstance(cell, datetime.datetime):
                shown = cell.strftime("%Y-%m-%d %H:%M")
                assert text in (shown, shown[:10]), (cell, text)
            else:
                assert ("" if cell is None else str(cell)) == text, (cell, text)
moves = [[c.value for c in row] for row in book["Movements"].iter_rows(min_row=5)]
assert any(row[23] == "=DEP-1" for row in moves)
assert book["Movements"].freeze_panes == "B5"
assert book.properties.created.year == 2026
)");
    CHECK(run(pack.inside() + "/usr/bin/python3 ../judge.py") == 0);
}

TEST_CASE("golden: LibreOffice opens the workbook") {
    if (!has("command -v soffice", "LibreOffice")) return;
    const Unpacked pack;
    const std::string home = "-env:UserInstallation=file://" + pack.folder.path() + "/home ";
    CHECK(run(pack.inside() + "soffice --headless " + home +
              "--convert-to csv --outdir .. workbook.xlsx") == 0);
    CHECK(files::read_file(pack.folder / "workbook.csv").find("Audit workbook") == 0);
}

TEST_CASE("golden: muster-verify exits 0, 3, 1 and 2 as a stranger sees it") {
    const Unpacked pack;
    const std::string program = std::string{"'"} + MUSTER_VERIFY + "' ";
    CHECK(run(pack.inside() + program + "../pack.zip --trust ../CA.pem") == 0);
    CHECK(run(pack.inside() + program + "../pack.zip") == 3);
    auto files = files_of(golden().first);
    files["certificate.txt"][10] = 'X';
    files::write_file_atomically(pack.folder / "changed.zip", bytes_of(files));
    CHECK(run(pack.inside() + program + "../changed.zip --trust ../CA.pem") == 1);
    CHECK(run(pack.inside() + program + "../CA.pem") == 2);
    CHECK(run(pack.inside() + program + "../pack.zip --trust ../absent.pem") == 2);
    CHECK(run(pack.inside() + program + "--no-such-option") == 2);
}

TEST_CASE("golden: muster-verify --json is one document with the checks of FORMATS 7") {
    if (!has("/usr/bin/python3 -c 'import json'", "python3")) return;
    const Unpacked pack;
    files::write_file_atomically(pack.folder / "judge.py", R"(
import json, subprocess, sys
command = [sys.argv[1], "../pack.zip", "--trust", "../CA.pem", "--json"]
out = subprocess.run(command, capture_output=True).stdout
said = json.loads(out)
assert said["ok"] is True and said["command"] == "verify"
members = {"number", "name", "ok", "words", "file"}
assert all(set(c) == members for c in said["checks"])
assert [c["number"] for c in said["checks"]] == [1,2,3,4,5,6,7,8,9,10,11,12,13,14,18]
assert b"sound" not in subprocess.run([sys.argv[1], "../pack.zip"], capture_output=True).stdout
)");
    CHECK(run(pack.inside() + "/usr/bin/python3 ../judge.py '" + MUSTER_VERIFY + "'") == 0);
}
