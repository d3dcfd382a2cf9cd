# SPDX-License-Identifier: MIT
"""Judges an import with tools Muster did not write: openpyxl reads the sheet, sqlite3 spoils the ledger.

  holdings after --skip-faulty equal the sheet; no name, collar number, PIN or password stands in the
  ledger; an edited, a deleted and an appended row are each named as the first broken entry.
Usage: register_in.py MUSTERCTL REGISTER.xlsx TRUTH.json FOLDER
"""
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys

import openpyxl

musterctl, register, truth_path, folder = sys.argv[1:]
shutil.rmtree(folder, ignore_errors=True)
os.makedirs(folder)
db = os.path.join(folder, "armoury.db")
secrets = {"admin": "a long enough secret", "ledger": "the ledger's own secret", "ca": "the secret of the CA",
           "officer:2154": "738291"}


def secret_files():
    for who, text in secrets.items():
        path = os.path.join(folder, who.replace(":", "-") + ".secret")
        with open(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
            file.write(text + "\n")
        yield f"--secret-file={who}={path}"


given = list(secret_files())


def ctl(*words, where=db):
    command = [musterctl, "--json", "--as", "admin", "--db", where, *given, *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, json.loads(done.stdout)


def must(holds, words):
    if not holds:
        sys.exit("register_in: " + words)


def text(cell):
    return "" if cell is None else str(cell).strip()


def expected_holdings():
    """What the sheet says of each row without a fault: tag to serial, status and collar."""
    truth = json.load(open(truth_path, encoding="utf-8"))
    faulty = {(fault["sheet"], fault["row"]) for fault in truth["faults"]}
    book = openpyxl.load_workbook(register)
    weapons, munitions = book["Weapons Register"], book["Munitions"]
    items, batches = {}, {}
    for row in range(4, weapons.max_row + 1):
        tag = text(weapons.cell(row, 1).value)
        if tag and tag != "TOTAL" and ("Weapons Register", row) not in faulty:
            items[tag] = (text(weapons.cell(row, 5).value).upper(), text(weapons.cell(row, 8).value).lower(),
                          text(weapons.cell(row, 11).value), text(weapons.cell(row, 6).value))
    for row in range(2, munitions.max_row + 1):
        if munitions.cell(row, 2).value and ("Munitions", row) not in faulty:
            batches[text(munitions.cell(row, 2).value)] = munitions.cell(row, 4).value
    people = [text(cell) for row in book["AFOs"].iter_rows(min_row=2, max_col=4, values_only=True)
              for cell in (row[0], row[2], row[3])]
    return items, batches, {word for word in people if word}


def judge_holdings(items, batches):
    rows = ctl("holdings", "--limit", "5000")[1]["rows"]
    found = {row["tag"]: row for row in rows if row.get("tag")}
    must(set(found) == set(items), f"items differ: {sorted(set(found) ^ set(items))[:5]}")
    for tag, (serial, status, collar, place) in items.items():
        row = found[tag]
        must(row["serial"] == serial, f"{tag}: serial {row['serial']}, the sheet has {serial}")
        held_by = collar if status == "issued" else "ARV safe" if status == "arv safe" else place
        must(row["holder"].endswith(held_by), f"{tag}: held by {row['holder']}, the sheet has {held_by}")
        must(("evidence" in row["holds"]) == (status == "evidence"), f"{tag}: holds {row['holds']}")
    amounts = {row["batch_number"]: row["quantity"] for row in rows if row.get("batch_number")}
    must(amounts == batches, "batch quantities differ")
    return len(items), len(batches)


def judge_privacy(people):
    path = os.path.join(folder, "ledger.jsonl")
    must(ctl_raw("ledger", "export", "--out", path) == 0, "the ledger cannot be exported")
    lines = open(path, encoding="utf-8").read()
    must(lines.count("\n") > 400, "the exported ledger is too short to judge")
    # Digests and salts hold every short number somewhere; they are hex and nothing else.
    words = set(re.findall(r"[^\s\"',:;{}\[\]()]+", re.sub(r'"[0-9a-f]{32,}"', '""', lines)))
    leaked = (people | set(secrets.values())) & words
    leaked |= {word for word in secrets.values() if word in lines}
    must(not leaked, f"private words in the ledger: {sorted(leaked)[:5]}")
    return len(people)


def ctl_raw(*words):
    return subprocess.run([musterctl, "--as", "admin", "--db", db, *given, *words],
                          capture_output=True, check=False).returncode


def judge_spoiling():
    head = ctl("ledger", "verify")[1]["result"]["entries_read"]
    spoilers = {
        200: "UPDATE ledger SET line = replace(line, '\"by\"', '\"bY\"') WHERE number = 200",
        150: "DELETE FROM ledger WHERE number = 150",
        head + 1: f"INSERT INTO ledger SELECT {head + 1}, first, kind, recorded_at, line, leaf FROM ledger"
                  " WHERE number = 100",
    }
    for broken, statement in spoilers.items():
        spoilt = os.path.join(folder, f"spoilt-{broken}.db")
        source, copy = sqlite3.connect(db), sqlite3.connect(spoilt)
        source.backup(copy)
        for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            copy.execute(f"DROP TRIGGER {name}")
        copy.execute(statement)
        copy.commit()
        copy.close()
        code, said = ctl("ledger", "verify", where=spoilt)
        must(code == 1, f"{statement}: ended with {code}")
        must(said["result"].get("first_broken") == broken,
             f"{statement}: names {said['result'].get('first_broken')}, not {broken}")


must(ctl("init", "--force", "Example Force", "--armoury", "HQ Armoury", "--admin", "admin")[0] == 0, "init failed")
code, answer = ctl("import", "workbook", register, "--skip-faulty")
must(code == 0 and answer["result"]["skipped"] == 21, f"import: {code} {answer['result']}")
must(ctl("import", "workbook", register, "--skip-faulty")[0] == 3, "the same file was imported twice")
must(ctl("officer", "pin", "2154")[0] == 0, "no PIN could be set")
sheet_items, sheet_batches, sheet_people = expected_holdings()
counts = judge_holdings(sheet_items, sheet_batches)
words_looked_for = judge_privacy(sheet_people)
judge_spoiling()
print(f"{counts[0]} items and {counts[1]} batches equal the sheet; none of {words_looked_for} private words leaked; "
      "three spoilt ledgers were named")
