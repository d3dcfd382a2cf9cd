#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Labels as a scanner sees them: printed by musterctl, drawn by poppler, read by libdmtx and ZBar.

  labels_test.py MUSTERCTL FOLDER     exit 77 where a reader is missing

Every label of a sheet must be read as the code that names its thing, and as nothing else.
"""
import json
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "e2e"))
from armoury import NOW, REGISTER, Armoury  # noqa: E402

MM = 300 / 25.4
SHEET = {"columns": 3, "width": 70 * MM, "height": 37 * MM, "top": 0.5 * MM}
WANTED = 9


def run(*words):
    return subprocess.run(words, capture_output=True, text=True, check=False)


def page_of(folder, pdf):
    run("pdftoppm", "-r", "300", "-gray", "-png", "-singlefile", pdf, str(folder / "page"))
    return folder / "page.png"


def cell_of(folder, page, at):
    left = int(at % SHEET["columns"] * SHEET["width"])
    top = int(SHEET["top"] + at // SHEET["columns"] * SHEET["height"])
    cell = folder / "cell.png"
    run("convert", str(page), "-crop",
        f"{int(SHEET['width'])}x{int(SHEET['height'])}+{left}+{top}", "+repage", str(cell))
    return str(cell)


def read(symbol, cell):
    if symbol == "datamatrix":
        return run("dmtxread", "-N", "1", "-m", "4000", cell).stdout
    return run("zbarimg", "-q", "--raw", cell).stdout.rstrip("\n")


def main():
    musterctl, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    missing = [tool for tool in ("dmtxread", "zbarimg", "pdftoppm", "convert")
               if shutil.which(tool) is None]
    if missing:
        print("skipped: no " + ", ".join(missing))
        return 77
    armoury = Armoury(str(musterctl.parent), str(folder))
    for who in ("admin", "ca", "ledger"):
        armoury.secret(who)
    armoury.ctl("init", "--practice", "--force", "Example Force", "--armoury", "HQ Armoury",
                "--admin", "admin")
    armoury.ctl("--as", "admin", "import", "workbook", REGISTER, "--skip-faulty")
    kinds = {"items": ("items", "tag"), "officers": ("officers", "collar"),
             "batches": ("batches", "batch_number")}
    faults, seen = [], 0
    for kind, (listing, member) in kinds.items():
        rows = armoury.ctl("--as", "admin", listing, "--limit", "5000")["rows"]
        codes = [row[member] for row in rows if row[member]][:WANTED]
        if not codes:
            faults.append(f"{kind}: nothing to label")
        for symbol in ("datamatrix", "qr", "code128"):
            pdf = str(folder / f"{kind}-{symbol}.pdf")
            chosen = [word for code in codes for word in ("--code", code)]
            done = armoury.ctl("--as", "admin", "label", "print", kind, "--symbol", symbol,
                               "--sheet", "a4-24", "--out", pdf, *chosen)
            if done["result"]["labels"] != len(codes):
                faults.append(f"{kind} {symbol}: {json.dumps(done['result'])}")
                continue
            page = page_of(folder, pdf)
            for at, code in enumerate(codes):
                found = read(symbol, cell_of(folder, page, at))
                seen += 1
                if found != code.upper():
                    faults.append(f"{kind} {symbol} label {at + 1}: read {found!r}, is {code!r}")
    for fault in faults:
        print(fault)
    print(f"{seen} labels read, {len(faults)} faults, at {NOW}")
    return 1 if faults or seen < 3 * 3 * 3 else 0


if __name__ == "__main__":
    sys.exit(main())
