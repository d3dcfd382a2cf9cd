# SPDX-License-Identifier: MIT
"""Judges the way of a faulty workbook through a person's hands, with openpyxl as the person.

  the marked-up copy has every value and type of its source, a comment and a fill on every faulty cell
  and a link to it; imported as it is it has the same faults; corrected it has none, and is taken in;
  a template filled in, of every kind, has none.
Usage: import_round_trip.py MUSTERCTL REGISTER.xlsx FOLDER
"""
import datetime
import json
import os
import shutil
import subprocess
import sys

import openpyxl

musterctl, register, folder = sys.argv[1:]
shutil.rmtree(folder, ignore_errors=True)
os.makedirs(folder)
db = os.path.join(folder, "armoury.db")
secrets = {"admin": "a long enough secret", "ledger": "the ledger's own secret", "ca": "the secret of the CA"}


def secret_files():
    for who, text in secrets.items():
        path = os.path.join(folder, who + ".secret")
        with open(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
            file.write(text + "\n")
        yield f"--secret-file={who}={path}"


given = list(secret_files())


def ctl(*words):
    command = [musterctl, "--json", "--as", "admin", "--db", db, *given, *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not done.stdout:
        sys.exit(f"import_round_trip: {words[:3]}: {done.stderr}")
    return done.returncode, json.loads(done.stdout)


def must(holds, words):
    if not holds:
        sys.exit("import_round_trip: " + words)


def faults_of(answer):
    return sorted((each["sheet"], each["row"], each["column"], each["code"]) for each in answer["faults"])


def value_and_type(cell):
    value = cell.value
    if isinstance(value, datetime.datetime):
        return ("date", value)
    return (type(value).__name__, value)


def judge_copy(copy, faults):
    source = openpyxl.load_workbook(register)
    book = openpyxl.load_workbook(copy)
    must(book.sheetnames == ["Faults"] + source.sheetnames, f"sheets are {book.sheetnames}")
    for sheet in source:
        for row in sheet.iter_rows():
            for cell in row:
                twin = book[sheet.title][cell.coordinate]
                if cell.value is None and twin.value is None:
                    continue
                must(value_and_type(cell) == value_and_type(twin),
                     f"{sheet.title}!{cell.coordinate} was {value_and_type(cell)}, is {value_and_type(twin)}")
    commented = {(sheet.title, cell.row, cell.column_letter) for sheet in book for row in sheet.iter_rows()
                 for cell in row if cell.comment and sheet.title != "Faults"}
    wanted = {(sheet, row, column) for sheet, row, column, _ in faults}
    must(commented == wanted, f"comments and faults differ: {sorted(commented ^ wanted)[:5]}")
    for sheet, row, column, code in faults:
        cell = book[sheet][f"{column}{row}"]
        must(code in cell.comment.text, f"{sheet}!{column}{row} says {cell.comment.text!r}, not {code}")
        must(cell.fill.fill_type == "solid", f"{sheet}!{column}{row} has no fill")
    links = {cell.hyperlink.location for row in book["Faults"].iter_rows(max_col=2) for cell in row if cell.hyperlink}
    must(links == {f"'{sheet}'!{column}{row}" for sheet, row, column, _ in faults}, f"links are {sorted(links)[:5]}")
    return book


def correct(book, faults):
    """What a person would type, cell by cell; each serial is a new one that looks like no other."""
    for number, (sheet, row, column, code) in enumerate(faults):
        cell = book[sheet][f"{column}{row}"]
        if code.startswith("serial"):
            cell.value, cell.number_format = f"NEW{'ACDEFGHJKL'[number // 10]}{'ACDEFGHJKL'[number % 10]}", "@"
        elif code in ("status_contradicts", "status_unknown"):
            cell.value = "In store"
            for other in book[sheet][row]:
                if other.column_letter == "K":
                    other.value = None
        elif code == "officer_unknown":
            cell.value = book["AFOs"]["A2"].value
        elif code == "date_impossible":
            cell.value = datetime.datetime(2020, 1, 6)
        else:
            must(code.startswith("quantity") or code == "boxes_exceed_quantity", f"no cure for {code}")
            cell.value = 5000


def judge_round_trip():
    copy = os.path.join(folder, "copy.xlsx")
    code, answer = ctl("import", "workbook", register, "--marked-up", copy)
    must(code == 1 and answer["faults"], "the register has no fault")
    faults = faults_of(answer)
    book = judge_copy(copy, faults)
    code, again = ctl("import", "workbook", copy, "--dry-run")
    must(faults_of(again) == faults, "the copy as it is has other faults than its source")
    kinds = {sheet["sheet"]: sheet["kind"] for sheet in again["result"]["sheets"]}
    must(kinds.pop("Faults") == "none" and "none" not in kinds.values(), f"sheets were taken for {kinds}")
    corrected = os.path.join(folder, "corrected.xlsx")
    for _ in range(3):  # what was hidden behind a fault may be one itself
        correct(book, faults)
        book.save(corrected)
        code, answer = ctl("import", "workbook", corrected, "--dry-run")
        faults = faults_of(answer)
    must(not faults, f"after three corrections there are still {faults}")
    code, answer = ctl("import", "workbook", corrected)
    must(code == 0 and answer["result"]["imported"] > 250, f"the corrected copy: {answer}")
    entry = str(answer["entries"][0])
    code, answer = ctl("import", "undo", entry, "--reason", "only a rehearsal")
    must(code == 0 and answer["result"]["reversed"] > 250, f"the undo: {answer}")


def judge_templates():
    for kind in ("workbook", "items", "batches", "officers", "authorisations", "deployments"):
        path = os.path.join(folder, f"{kind}.xlsx")
        must(ctl("import", "template", kind, "--out", path)[0] == 0, f"no template {kind}")
        book = openpyxl.load_workbook(path)
        must(book.sheetnames[0] == "Instructions", f"{kind}: {book.sheetnames}")
        examples = {}
        section = None
        for cells in book["Instructions"].iter_rows(values_only=True):
            if cells[0] in book.sheetnames:
                section = cells[0]
                examples[section] = {}
            elif section and cells[0] and cells[1] != "Needed":
                examples[section][cells[0]] = cells[3]
        filled = 0
        for name in book.sheetnames:
            if name in ("Instructions", "Lists"):
                continue
            sheet = book[name]
            must(sheet.data_validations.dataValidation, f"{kind}: {name} checks nothing")
            for cell in sheet[1]:
                must(cell.value in examples[name], f"{kind}: {name} does not explain {cell.value}")
                example = examples[name][cell.value]
                if example is None:
                    continue
                column = sheet.column_dimensions[cell.column_letter]
                style = column.number_format if column.has_style else "General"
                if style.startswith("yyyy"):
                    example = datetime.datetime.fromisoformat(example)
                elif style == "0":
                    example = int(example)
                target = sheet.cell(2, cell.column)
                target.value, target.number_format = example, style
                filled += 1
        must(filled >= 3, f"{kind}: only {filled} cells to fill in")
        book.save(path)
        code, answer = ctl("import", "workbook" if kind == "workbook" else "items", path, "--dry-run") \
            if kind in ("workbook", "items") else ctl("import", "workbook", path, "--dry-run")
        # A weapon that is issued, or an authorisation, needs its officer: the kinds by themselves miss them.
        unforeseen = [each for each in answer["faults"] if each["code"] != "officer_unknown"]
        must(not unforeseen, f"a filled-in {kind}: {unforeseen}")
        rows = sum(sheet["rows"] for sheet in answer["result"]["sheets"])
        must(rows == len([name for name in book.sheetnames if name not in ("Instructions", "Lists")]),
             f"a filled-in {kind} has {rows} rows: {answer['result']['sheets']}")


must(ctl("init", "--practice", "--force", "Example", "--armoury", "HQ Armoury", "--admin", "admin")[0] == 0, "init")
judge_round_trip()
judge_templates()
print("import_round_trip: the copy is faithful, corrected it is taken in, and templates fill in without a fault")
