#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Papers as other programs see them: qpdf finds nothing wrong with them, poppler reads every thing of the
register out of the emergency lists, openssl opens what was encrypted.

  papers_test.py MUSTERCTL FOLDER     exit 77 where a program is missing
"""
import pathlib
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


def check_pdf(pdf):
    done = run("qpdf", "--check", str(pdf))
    check(done.returncode == 0, f"qpdf of {pdf.name}: {done.stdout}{done.stderr}")


def lists(armoury, folder):
    pdf = folder / "lists.pdf"
    done = armoury.ctl("--as", "admin", "emergency", "lists", "--blank-pages", "3", "--out", str(pdf))
    check_pdf(pdf)
    said = words_of(pdf)
    held = armoury.ctl("--as", "admin", "holdings", "--limit", "5000")["rows"]
    check(len(held) > 100, "there is a register to list")
    for row in held:
        for member in ("tag", "serial"):
            if row.get(member):
                check(row[member] in said, f"{row[member]} is not in the lists")
    # What must not be issued says why: whoever reads this has no program to stop them.
    defective = [row for row in held if row["condition_status"] == "defective" and not row["holds"]]
    check(defective, "the register has a defective weapon")
    lines = said.splitlines()
    for row in defective:
        check(any(row["serial"] in line and "defective" in line for line in lines),
              f"{row['serial']} is listed without its defect")
    check(any("expired" in line for line in lines), "no batch is said to have expired")
    for number in (done["result"]["first_page"], done["result"]["last_page"]):
        check(number in said, f"page {number} is not in the lists")
    return said


def encrypted(armoury, folder, said):
    key, certificate, out = folder / "key.pem", folder / "cert.pem", folder / "lists.cms"
    run("openssl", "req", "-x509", "-nodes", "-subj", "/CN=Example", "-newkey", "rsa:2048",
        "-keyout", str(key), "-out", str(certificate))
    armoury.ctl("--as", "admin", "emergency", "lists", "--blank-pages", "0", "--out", str(out),
                "--encrypt-to", str(certificate))
    opened = folder / "opened.pdf"
    done = run("openssl", "cms", "-decrypt", "-inform", "DER", "-binary", "-in", str(out),
               "-inkey", str(key), "-out", str(opened))
    check(done.returncode == 0, f"openssl: {done.stderr}")
    check_pdf(opened)
    check(words_of(opened).splitlines()[2:9] == said.splitlines()[2:9], "another list was encrypted")


def receipt(armoury, folder):
    first = armoury.ctl("--as", "admin", "movements", "--limit", "1")["rows"][0]
    pdf = folder / "receipt.pdf"
    shown = armoury.ctl("--as", "admin", "receipt", str(first["number"]), "--pdf", str(pdf))
    check_pdf(pdf)
    said = " ".join(words_of(pdf).split())
    for part in shown["result"]["short"].split() + [str(first["number"])]:
        check(part in said, f"{part} is not on the receipt")


def labels(armoury, folder):
    pdf = folder / "labels.pdf"
    armoury.ctl("--as", "admin", "label", "print", "items", "--out", str(pdf))
    check_pdf(pdf)


def main():
    musterctl, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    missing = [tool for tool in ("qpdf", "pdftotext", "openssl") if shutil.which(tool) is None]
    if missing:
        print("skipped: no " + ", ".join(missing))
        return 77
    armoury = Armoury(str(musterctl.parent), str(folder))
    for who in ("admin", "ca", "ledger"):
        armoury.secret(who)
    armoury.ctl("init", "--practice", "--force", "Example Force", "--armoury", "HQ Armoury",
                "--admin", "admin")
    armoury.ctl("--as", "admin", "import", "workbook", REGISTER, "--skip-faulty")
    encrypted(armoury, folder, lists(armoury, folder))
    receipt(armoury, folder)
    labels(armoury, folder)
    for fault in faults[:40]:
        print(fault)
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
