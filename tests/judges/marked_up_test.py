# SPDX-License-Identifier: MIT
"""Judges the round trip through the marked-up copy, with openpyxl as the person who corrects it.

For some seeds: the copy that `import workbook FILE --dry-run --marked-up COPY` writes holds what
the file held, looks as it looked where somebody painted, crossed out or hid, has a comment with the code on every faulty cell, and a sheet "Faults" that lists them
all. Corrected cell by cell it has no fault left, and imported into a fresh ledger it gives the
holdings that the generator meant.

Usage: marked_up_test.py MUSTERCTL FOLDER [SEEDS [FIRST]]
"""
import json
import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
try:
    import openpyxl
    from registers import person
    from registers.make import make
except ImportError as absent:
    print(f"SKIPPED: {absent}; install python3-openpyxl")
    sys.exit(77)

SECRETS = {"admin": "a long enough secret", "ledger": "the ledger's own secret",
           "ca": "the secret of the CA"}
STATES = {"in_store": ("in_store", "serviceable"), "issued": ("issued", "serviceable"),
          "workshop": ("at_maintenance", "under_repair"),
          "unserviceable": ("in_store", "defective"),
          "evidence": ("in_store", "serviceable"), "arv_safe": ("in_vehicle_safe", "serviceable")}


def ctl(musterctl, *words):
    done = subprocess.run([musterctl, "--json", *words], stdin=subprocess.DEVNULL,
                          capture_output=True, text=True,
                          check=False, timeout=120)
    try:
        answer = json.loads(done.stdout)
        answer["stderr"] = done.stderr.strip()
        return done.returncode, answer
    except ValueError as failure:
        raise AssertionError(f"{' '.join(words[:3])} ended with {done.returncode}: "
                             f"{done.stderr.strip()}") from failure


def given(folder):
    for who, secret in SECRETS.items():
        path = os.path.join(folder, who + ".secret")
        if not os.path.exists(path):
            with open(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600), "w",
                      encoding="utf-8") as file:
                file.write(secret + "\n")
        yield f"--secret-file={who}={path}"


def compare_copy(register, copy):
    """Nothing a person wrote may be lost on the way."""
    before, after = openpyxl.load_workbook(register.path), openpyxl.load_workbook(copy)
    for sheet in before:
        if sheet.title not in after.sheetnames:
            yield f"the copy has no sheet {sheet.title!r}"
            continue
        for row in sheet.iter_rows():
            for cell in row:
                other = after[sheet.title][cell.coordinate]
                # What could not be worked out may stand there as a formula that cannot either.
                same = {cell.value, f"={cell.value}"} if cell.data_type == "e" else {cell.value}
                if other.value not in same and not (cell.value == "" and other.value is None):
                    yield (f"{sheet.title}!{cell.coordinate}: {other.value!r} in the copy, "
                           f"{cell.value!r} in the file")
        merged = {str(area) for area in sheet.merged_cells.ranges}
        if merged != {str(area) for area in after[sheet.title].merged_cells.ranges}:
            yield f"{sheet.title}: merged cells differ"


def paint(register):
    """What a person says by the look of cells, where nothing is wrong; the places by what was done."""
    book = openpyxl.load_workbook(register.path)
    spoilt = {(sheet, row) for sheet, row, *_ in register.faults()}
    sheet = max(book, key=lambda each: each.max_row)
    rows = [row for row in range(sheet.max_row, 1, -1) if (sheet.title, row) not in spoilt
            and any(cell.value is not None for cell in sheet[row])][:4]
    if len(rows) < 4:
        raise AssertionError(f"no four sound rows in {sheet.title}")
    first = [next(cell for cell in sheet[row] if cell.value is not None) for row in rows]
    solid = openpyxl.styles.PatternFill
    first[0].fill = solid("solid", fgColor="FFFFFF00")
    first[1].fill = solid("solid", fgColor=openpyxl.styles.Color(theme=4))
    for cell in sheet[rows[2]]:
        cell.font = openpyxl.styles.Font(strike=True, bold=True, color="FFC00000")
    sheet.row_dimensions[rows[3]].hidden = True
    book.save(register.path)
    return {"sheet": sheet.title, "yellow": first[0].coordinate, "theme": first[1].coordinate,
            "struck": first[2].coordinate, "hidden": rows[3]}


def compare_looks(painted, copy):
    sheet = openpyxl.load_workbook(copy)[painted["sheet"]]
    for place, colour in (("yellow", "FFFFFF00"), ("theme", "FF4F81BD")):
        seen = sheet[painted[place]].fill.fgColor.rgb
        if seen != colour:
            yield f"{painted['sheet']}!{painted[place]} has the fill {seen}, not {colour}"
    font = sheet[painted["struck"]].font
    if not (font.strike and font.bold and font.color.rgb == "FFC00000"):
        yield f"{painted['sheet']}!{painted['struck']} is no longer crossed out in red"
    if not sheet.row_dimensions[painted["hidden"]].hidden:
        yield f"{painted['sheet']} row {painted['hidden']} was hidden and is no longer"


def compare_marks(register, copy):
    book = openpyxl.load_workbook(copy)
    lines = book["Faults"].iter_rows(values_only=True) if "Faults" in book.sheetnames else []
    listed = [{str(value).strip() for value in row if value is not None} for row in lines]
    for sheet, row, column, code in sorted(register.faults()):
        # A column that is not there has no cell of its own; its comment is somewhere in its row.
        cells = [book[sheet][f"{column}{row}"]] if column else book[sheet][row]
        if not any(cell.comment and code in cell.comment.text for cell in cells):
            yield f"{sheet}!{column}{row} has no comment that names {code}"
        place = f"{column}{row}" if column else f"row {row}"
        if not any({sheet, place, code} <= line for line in listed):
            yield f"the sheet Faults does not list {sheet}!{place} {code}"
    commented = {(sheet.title, cell.row, cell.column_letter)
                 for sheet in book if sheet.title != "Faults"
                 for line in sheet.iter_rows() for cell in line
                 if cell.comment and "_" in cell.comment.text
                 and not cell.comment.text.startswith("column_missing")}
    meant = {fault[:3] for fault in register.faults()} | register.warned
    for place in sorted(commented - meant):
        text = book[place[0]][f"{place[2]}{place[1]}"].comment.text
        # A warning may be marked as well; it must not read like a fault.
        if any(code in text for code in {fault[3] for fault in register.faults()}):
            yield f"{place[0]}!{place[2]}{place[1]} has a comment and no fault: {text[:80]!r}"


def compare_items(register, rows):
    held = {(row["model"].casefold(), row["serial"]): row for row in rows if row.get("serial")}
    meant = person.expected_items(register)
    for key in sorted(set(held) ^ set(meant)):
        yield f"{key} is {'held and was not meant' if key in held else 'meant and not held'}"
    for key, truth in meant.items():
        row = held.get(key)
        if row is None:
            continue
        place = truth["collar"] if truth["state"] == "issued" else truth["place"]
        if truth["state"] == "arv_safe":
            place = "arv safe"
        if not row["holder"].casefold().endswith(place.casefold()):
            yield f"{key} is held by {row['holder']!r}, meant {place!r}"
        if (row["location_status"], row["condition_status"]) != STATES[truth["state"]]:
            yield (f"{key} is {row['location_status']}, {row['condition_status']}; "
                   f"meant {truth['state']}")
        kept = "evidence" in row["holds"]
        if (row.get("tag") or "") != truth["tag"] or kept != (truth["state"] == "evidence"):
            yield f"{key} has tag {row.get('tag')!r} and holds {row['holds']}; meant {truth}"


def compare_batches(register, rows):
    held = {}
    for row in rows:
        if row.get("batch_number"):
            key = (row["model"].casefold(), row["batch_number"], row["holder"])
            held[key] = held.get(key, 0) + row["quantity"]
    meant = person.expected_batches(register)
    if held != meant:
        yield (f"batches differ: held {sorted(held.items() - meant.items())[:4]}, "
               f"meant {sorted(meant.items() - held.items())[:4]}")


def judge(musterctl, folder, seed):
    register = make(seed, folder, formulas=False, csv_share=0.0)
    copy = os.path.join(folder, f"marked-{seed}.xlsx")
    painted = paint(register)
    code, answer = ctl(musterctl, "import", "workbook", register.path, "--dry-run", "--marked-up",
                       copy)
    if code not in (0, 1) or not os.path.exists(copy):
        yield f"no marked-up copy: exit {code}, {answer.get('refusal') or answer['stderr']}"
        return
    yield from compare_copy(register, copy)
    yield from compare_looks(painted, copy)
    yield from compare_marks(register, copy)
    book = openpyxl.load_workbook(copy)
    person.correct(book, register)
    book.save(copy)
    yield from judge_corrected(musterctl, folder, register, copy)


def judge_corrected(musterctl, folder, register, copy):
    _, answer = ctl(musterctl, "import", "workbook", copy, "--dry-run")
    for fault in answer["faults"]:
        yield (f"after correction {fault['sheet']}!{fault['column']}{fault['row']} "
               f"{fault['code']}: {fault['words']}")
    if answer["faults"]:
        return
    shutil.rmtree(os.path.join(folder, "ledger"), ignore_errors=True)
    os.makedirs(os.path.join(folder, "ledger"))
    as_admin = ["--as", "admin", "--db", os.path.join(folder, "ledger", "armoury.db"),
                *given(folder)]
    code, answer = ctl(musterctl, *as_admin, "init", "--force", "Example Force", "--armoury",
                       "HQ Armoury", "--admin",
                       "admin")
    if code != 0:
        raise AssertionError(f"no ledger could be made: {answer['stderr']}")
    code, answer = ctl(musterctl, *as_admin, "import", "workbook", copy)
    if code != 0:
        yield f"the import ended with {code}: {answer['stderr']} {answer.get('refusal')}"
        return
    rows = ctl(musterctl, *as_admin, "holdings", "--limit", "5000")[1]["rows"]
    yield from compare_items(register, rows)
    yield from compare_batches(register, rows)


def main():
    musterctl, folder = sys.argv[1:3]
    seeds = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    first = int(sys.argv[4]) if len(sys.argv) > 4 else 1001
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    bad = 0
    for seed in range(first, first + seeds):
        try:
            said = list(judge(musterctl, folder, seed))
        except (AssertionError, KeyError) as failure:
            said = [f"{type(failure).__name__}: {failure}"]
        bad += bool(said)
        for words in said[:12]:
            print(f"seed {seed}: {words}", flush=True)
    print(f"{seeds} registers marked up, corrected and imported; {bad} disagree")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
