#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The papers of counts and oversight as poppler and qpdf see them: the brief is one page of at most 250
words and says the figures that the ledger gives, the blank sheets name every place and nothing of the
stock, the certificate has its SHORT.

  oversight_papers_test.py MUSTERCTL FOLDER     exit 77 where a program is missing
"""
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "e2e"))
from armoury import REGISTER, Armoury  # noqa: E402

faults = []


def run(*words):
    return subprocess.run(words, capture_output=True, text=True, check=False)


def check(truth, words):
    if not truth:
        faults.append(words)


def words_of(pdf):
    return run("pdftotext", "-layout", str(pdf), "-").stdout


def pages_of(pdf):
    return int(re.search(r"Pages:\s+(\d+)", run("pdfinfo", str(pdf)).stdout).group(1))


def check_pdf(pdf):
    done = run("qpdf", "--check", str(pdf))
    check(done.returncode == 0, f"qpdf of {pdf.name}: {done.stdout}{done.stderr}")


def as_user(armoury, user, *words):
    return armoury.ctl("--as", user, *words)


def counted(armoury, folder):
    place = as_user(armoury, "armourer", "location", "list")["rows"][-1]["name"]
    count = as_user(armoury, "manager", "count", "start", "--location", place,
                    "--counter", "counter1", "--counter", "counter2")["result"]["count"]
    sheets = folder / "sheets.pdf"
    as_user(armoury, "manager", "count", "sheets", str(count), "--out", str(sheets))
    check_pdf(sheets)
    said = words_of(sheets)
    check(place in said, f"{place} is not on the blank sheets")
    for row in as_user(armoury, "manager", "holdings", "--limit", "5000")["rows"]:
        for member in ("tag", "serial", "batch_number"):
            check(not row.get(member) or row[member] not in said.split(),
                  f"{row.get(member)} stands on a blank sheet")
    for counter in ("counter1", "counter2"):
        as_user(armoury, counter, "count", "scan", str(count), "--location", place, "--nothing-more")
        as_user(armoury, counter, "count", "submit", str(count))
    lines = as_user(armoury, "manager", "count", "reconcile", str(count))["result"]["lines"]
    closed = as_user(armoury, "manager", "count", "close", str(count), "--second", "second")
    certificate = folder / "certificate.pdf"
    as_user(armoury, "manager", "count", "certificate", str(count), "--out", str(certificate))
    check_pdf(certificate)
    said = " ".join(words_of(certificate).split())
    shown = as_user(armoury, "manager", "count", "show", str(count))["result"]
    for word in shown["short"].split():
        check(word in said, f"{word} of SHORT is not on the certificate")
    check(" ".join(shown["certificate"].split()) in said, "the certificate lacks its sentence")
    check(len(closed["result"]["discrepancies"]) ==
          sum(1 for line in lines if line["result"] not in ("agreed", "excluded")),
          "as many discrepancies as lines that did not agree")


def brief(armoury, folder):
    pdf = folder / "brief.pdf"
    told = as_user(armoury, "senior", "oversight", "brief", "--month", "2026-03", "--out", str(pdf))
    check_pdf(pdf)
    check(pages_of(pdf) == 1, f"the brief has {pages_of(pdf)} pages")
    said = words_of(pdf)
    check(len(said.split()) <= 250, f"the brief has {len(said.split())} words")
    lines = [" ".join(line.split()) for line in said.splitlines()]
    for row in told["rows"]:
        wanted = f"{row['figure']} {row['now']}" + (f" {row['before']}" if "before" in row else "")
        check(any(line.startswith(wanted) for line in lines), f"\"{wanted}\" is not on the brief")
        # Each figure is traced: as many entries as it counts, or one that stands for several.
        check(row["now"] == 0 or row["entries"], f"{row['figure']} leads to no entry")
    kinds = {row["figure"]: row for row in told["rows"]}
    movements = {row["number"] for row in
                 as_user(armoury, "manager", "movements", "--limit", "5000")["rows"]}
    check(set(kinds["Movements"]["entries"]) <= movements, "what it calls movements are movements")


def main():
    for program in ("pdftotext", "pdfinfo", "qpdf"):
        if shutil.which(program) is None:
            print(f"{program} is not installed: nothing was judged")
            return 77
    musterctl, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    armoury = Armoury(str(musterctl.parent), str(folder))
    for who in ("admin", "ca", "ledger"):
        armoury.secret(who)
    armoury.ctl("init", "--practice", "--force", "Example Force", "--armoury", "HQ Armoury",
                "--admin", "admin")
    as_user(armoury, "admin", "import", "workbook", REGISTER, "--skip-faulty")
    for name, role in (("armourer", "armourer"), ("second", "supervisor"),
                       ("manager", "armoury_manager"), ("senior", "senior_officer"),
                       ("counter1", "counter"), ("counter2", "counter")):
        armoury.secret(name)
        as_user(armoury, "admin", "user", "add", name, "--role", role)
    as_user(armoury, "admin", "setup", "close")
    counted(armoury, folder)
    brief(armoury, folder)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
