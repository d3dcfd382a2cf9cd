# SPDX-License-Identifier: MIT
"""A force brings its own register in through the real window: chooses the workbook, sees every
fault, stops once, leaves the faulty rows out, imports by two people, and takes it back."""
import argparse
import json
import os
import sys

from armoury import NOW, REGISTER, ROOT, Armoury
from window import Failed, Window, check

TRUTH = json.load(open(os.path.join(ROOT, "tests", "fixtures", "register_truth.json"),
                       encoding="utf-8"))
SERIALS = os.path.join(ROOT, "tests", "scenarios", "imports", "serials_only.csv")
# So many that no machine reads them before somebody has pressed Escape.
MANY = 2_500_000


def build(armoury):
    """An armoury with nothing in it, after set-up: whatever comes in needs two people."""
    for who in ("admin", "ca", "ledger"):
        armoury.secret(who)
    armoury.ctl("init", "--practice", "--force", "Example Force", "--armoury", "HQ Armoury",
                "--admin", "admin")
    for name, role in (("manager", "armoury_manager"), ("senior", "senior_officer")):
        armoury.secret(name)
        armoury.ctl("--as", "admin", "user", "add", name, "--role", role)
    # A register and the authorisations beside it are two powers, and no one role has both.
    armoury.ctl("--as", "admin", "user", "grant", "manager", "--role", "cfi")
    armoury.ctl("--as", "admin", "setup", "close")


def write_many(path):
    with open(path, "w", encoding="utf-8") as file:
        file.write("Serial Number,Make,Model,Calibre\n")
        for at in range(MANY):
            file.write(f"LONG{at:07},Example,Sample Carbine,5.56\n")


def sign_in(window, armoury):
    window.wait_focus("user-name")
    for who, value in (("user-name", "manager"), ("password", armoury.secrets["manager"][0]),
                       ("ledger-secret", armoury.secrets["ledger"][0])):
        window.wait_focus(who)
        window.type(value + "\n")
    window.wait("the pages", lambda: window.find("navigation"))


def choose(window, path):
    """Alt+C, and the desktop's own chooser: it takes a path once Ctrl+L is pressed."""
    window.wait_text("import-heading", "Import a register")
    window.wait_focus("import-choose")
    window.key("alt+c")
    window.wait("the file chooser", lambda: window.dialog("Choose a register"))
    window.key("ctrl+l")
    window.fill_focused(path)
    window.key("Return")


def stop_reading(window, armoury, path):
    """A long file, and a person who thinks better of it."""
    choose(window, path)
    window.wait_focus("work-cancel")
    window.picture("reading")
    window.key("Escape")
    window.wait_text("import-notice", "Stopped. Nothing was changed.")
    window.wait_text("import-heading", "Import a register")
    check(entries(armoury) == [], "a stopped reading recorded nothing")


def entries(armoury):
    return armoury.ctl("--as", "admin", "import", "list")["rows"]


def bring_in_serials(window):
    """A list of serials alone, of which a person says the rest; then they think better of it."""
    choose(window, SERIALS)
    window.wait_text("import-heading", "What each sheet holds")
    window.pick("sheet-kind", 2)
    window.wait("it holds weapons", lambda: "Weapons" in window.cells("sheets-table", 0)[2])
    window.key("alt+n")
    window.wait_text("import-heading", "What each column means")
    window.wait_text("columns-notice", "or what holds for every row")
    window.picture("serials")
    window.check_names()
    for value in ("Sample Pistol", "HQ Armoury", "In store"):
        before = window.rows("columns-table")
        window.focus("every-row-value")
        window.type(value + "\n")
        window.wait("it is said", lambda: window.rows("columns-table") == before + 1)
    window.wait_gone("every-row-value")
    window.picture("every-row")
    settle(window)
    window.key("alt+n")
    window.wait_text("faults-count", "No faults")
    window.wait_text("fault-detail", "Sample Pistol")
    window.picture("meaning")
    window.check_names()
    window.key("Escape", "Escape", "Escape")
    window.wait("the question", lambda: any("is dropped" in text for _, text in window.texts()))
    window.key("Tab", "Return")
    window.wait_text("import-heading", "Import a register")


def understand(window):
    choose(window, REGISTER)
    window.wait_text("import-heading", "What each sheet holds")
    window.wait_text("import-file", "register.xlsx")
    held = [window.cells("sheets-table", row) for row in range(window.rows("sheets-table"))]
    kinds = {row[1]: row[2] for row in held}
    check(kinds.get("Weapons Register") == "Weapons and other items", str(held))
    check(kinds.get("Munitions") == "Munitions by batch", str(held))
    window.picture("sheets")
    window.check_names()
    window.key("alt+n")
    window.wait_text("import-heading", "What each column means")
    window.check_names()
    window.picture("columns")
    settle(window)
    window.key("alt+n")
    window.wait_text("import-heading", "What is wrong with it")


def settle(window):
    """Every guess that the program is unsure of is right in this file."""
    while "unsure" in (window.text("import-next-words") or ""):
        before = window.text("import-next-words")
        window.press("accept-column")
        window.wait("one unsure column less",
                    lambda: (window.text("import-next-words") or "") != before)


def see_faults(window):
    faults = len(TRUTH["faults"])
    window.wait_text("faults-count", f"{faults} faults in ")
    seen = [window.cells("faults-table", row) for row in range(window.rows("faults-table"))]
    found = sorted((row[2], int("".join(c for c in row[3] if c.isdigit()))) for row in seen
                   if row[1] == "Fault")
    planted = sorted((fault["sheet"], fault["row"]) for fault in TRUTH["faults"])
    check(found == planted, f"the faults shown are those of the file: {found}")
    window.picture("faults")
    window.wait_text("import-next-words", "leave the faulty rows out")
    check(not window.is_enabled("import-next"), "faults stop the next step")
    # One of a pair that looks alike is another weapon after all; and then it is not.
    alike = next(at for at, row in enumerate(seen) if "differs" in row[5] and row[1] == "Fault")
    window.key("Home", *["Down"] * alike)
    window.wait("it can be confirmed", lambda: window.is_enabled("confirm-fault"))
    window.key("alt+t")
    window.wait_text("faults-count", f"{faults - 1} faults in ")
    window.wait_text("faults-count", "1 confirmed")
    window.picture("confirmed")
    window.key("alt+t")
    window.wait_text("faults-count", f"{faults} faults in ")
    window.check_names()


def bring_in(window, armoury):
    window.key("alt+l")
    window.wait("the next step is open", lambda: window.is_enabled("import-next"))
    window.key("alt+n")
    title = window.wait_text("summary-title", "Import ")
    window.picture("summary")
    # Once without: the dialog is left, and nothing is recorded.
    window.key("alt+i")
    window.wait_focus("approver")
    window.picture("approver")
    window.key("Escape")
    window.wait_gone("approver")
    check(entries(armoury) == [], "a dialog that was left recorded nothing")
    window.key("alt+i")
    window.wait_focus("approver")
    window.type("senior\t")
    window.wait_focus("approver-password")
    window.type(armoury.secrets["senior"][0] + "\n")
    number = window.wait_text("result-number", "#")
    rows = window.wait_text("result-title", "imported. It is recorded.")
    check(rows.split()[0] == title.split()[1], f"as many rows as announced: {title}; {rows}")
    check(len(window.text("result-short").split()) == 11, "the short form has its eleven groups")
    window.picture("result")
    window.check_names()
    return int(number.lstrip("#").replace(",", ""))


def look_into_the_ledger(armoury, number):
    listed = entries(armoury)
    check(len(listed) == 1 and listed[0]["entry"] == number, str(listed))
    check(listed[0]["faults"] == len(TRUTH["faults"]), str(listed))
    stock = armoury.ctl("--as", "admin", "holdings", "--limit", "5000")["rows"]
    items = [row for row in stock if row.get("tag")]
    faulty = {(f["sheet"], f["row"]) for f in TRUTH["faults"]}
    weapons = TRUTH["item_rows"] - sum(1 for sheet, _ in faulty if sheet == "Weapons Register")
    check(len(items) == weapons, f"{len(items)} items in the book, {weapons} rows without a fault")
    verified = armoury.ctl("--as", "admin", "ledger", "verify")
    check(verified["ok"], str(verified))


def take_back(window, armoury):
    window.key("alt+d")
    window.wait_text("imports-words", "1 import so far")
    window.wait("the import is listed", lambda: window.rows("imports-table") == 1)
    window.picture("imports")
    window.key("alt+b")
    window.wait_focus("undo-reason")
    window.type("the wrong year's register\tsenior\t")
    window.wait_focus("approver-password")
    window.type(armoury.secrets["senior"][0] + "\n")
    window.wait_text("result-title", "taken back. It is recorded.")
    window.picture("taken-back")
    stock = armoury.ctl("--as", "admin", "holdings", "--limit", "5000")["rows"]
    check(not [row for row in stock if row.get("tag")], "no item is left of it")
    verified = armoury.ctl("--as", "admin", "ledger", "verify")
    check(verified["ok"], str(verified))


def main():
    words = argparse.ArgumentParser()
    words.add_argument("--programs", required=True)
    words.add_argument("--folder", required=True)
    words = words.parse_args()
    armoury = Armoury(words.programs, words.folder)
    build(armoury)
    many = os.path.join(words.folder, "many.csv")
    write_many(many)
    window = Window([os.path.join(words.programs, "muster"), "--db", armoury.db, "--now", NOW],
                    words.folder)
    try:
        sign_in(window, armoury)
        window.key("F11")
        window.wait_text("imports-words", "Nothing was imported yet.")
        window.picture("empty")
        window.check_names()
        stop_reading(window, armoury, many)
        bring_in_serials(window)
        understand(window)
        see_faults(window)
        number = bring_in(window, armoury)
        look_into_the_ledger(armoury, number)
        take_back(window, armoury)
        check(window.close() == 0, "the program ended well")
    finally:
        window.kill()
    complaints = window.complaints()
    check(not complaints, "on stderr:\n" + "\n".join(complaints))
    os.remove(many)
    print(f"import {number}; pictures in {words.folder}")


if __name__ == "__main__":
    try:
        main()
    except Failed as failed:
        sys.exit(f"import journey: {failed}")
