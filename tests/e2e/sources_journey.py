# SPDX-License-Identifier: MIT
"""What other systems say, through the real window: a folder approved by two people, the alarm that
everybody sees, a staff list from which a holder of a weapon has gone, what waits in a folder, and
another register beside ours."""
import argparse
import csv
import os
import shutil
import sys
import time

from armoury import ROOT, Armoury
from window import Failed, Window, check

SCENARIOS = os.path.join(ROOT, "tests", "scenarios")
# Six days after everything was imported: what comes every night is stale after two.
LATER = "2026-03-09T06:30:00.000Z"
# Before that, as a file's time: what was just written is left for next time.
EARLIER = 1_772_900_000


def build(armoury):
    for who in ("admin", "ca", "ledger"):
        armoury.secret(who)
    armoury.ctl("init", "--practice", "--force", "Example Force", "--armoury", "HQ Armoury",
                "--admin", "admin")
    for kind in ("officers", "items"):
        armoury.ctl("--as", "admin", "import", kind, os.path.join(SCENARIOS, f"{kind}.csv"))
    for name, role in (("manager", "armoury_manager"), ("cfi", "cfi"), ("armourer", "armourer")):
        armoury.secret(name)
        armoury.ctl("--as", "admin", "user", "add", name, "--role", role)
    armoury.ctl("--as", "admin", "setup", "close")


def write_files(folder):
    """A staff list without the officer who holds a weapon, one that comes by night, and another
    register in which one weapon has another serial and one is missing."""
    files = {"list": os.path.join(folder, "officers-2026-03-08.csv"),
             "nightly": os.path.join(folder, "in"),
             "register": os.path.join(folder, "other register.csv")}
    shutil.copy(os.path.join(SCENARIOS, "leaver_holding.csv"), files["list"])
    os.makedirs(files["nightly"])
    waiting = os.path.join(files["nightly"], "officers-2026-03-09.csv")
    with open(files["list"], encoding="utf-8") as source, \
            open(waiting, "w", encoding="utf-8") as file:
        file.write(source.read().replace("Baker,ARV A", "Baker,ARV C"))
    os.utime(waiting, (EARLIER, EARLIER))
    with open(os.path.join(SCENARIOS, "items.csv"), encoding="utf-8") as source, \
            open(files["register"], "w", encoding="utf-8") as file:
        file.writelines(line.replace("SAMPLE001", "SAMPLE901") for line in source
                        if "SAMPLE202" not in line)
    return files


def sign_in(window, armoury, user):
    window.wait_focus("user-name")
    for who, value in (("user-name", user), ("password", armoury.secrets[user][0]),
                       ("ledger-secret", armoury.secrets["ledger"][0])):
        window.wait_focus(who)
        window.type(value + "\n")
    window.wait("the pages", lambda: window.find("navigation"))


def sign_out(window):
    window.key("F12")
    window.wait_gone("navigation")


def pick(window, title, path):
    """The desktop's own chooser: it takes a path once Ctrl+L is pressed."""
    window.wait("the chooser", lambda: window.dialog(title))
    window.key("ctrl+l")
    window.fill_focused(path)
    window.key("Return")


def rows_of(window, table):
    return [window.cells(table, row) for row in range(window.rows(table))]


def approve(window, armoury, name):
    window.wait_focus("approver")
    window.key("ctrl+a")
    window.type(name + "\t")
    window.wait_focus("approver-password")
    window.type(armoury.secrets[name][0] + "\n")


def head(armoury):
    return armoury.ctl("--as", "admin", "ledger", "verify")["result"]


def open_page(window):
    window.key("shift+F11")
    window.wait_text("sources-heading", "Other systems")
    window.wait("the sources", lambda: len(rows_of(window, "sources-table")) == 3)


def approve_folder(window, armoury, files):
    """The administrator and the manager: staff lists may come by themselves."""
    sign_in(window, armoury, "admin")
    check(window.find("stale-alarm") is None, "nothing is too old as long as it comes by hand")
    open_page(window)
    window.wait_text("sources-in-date", "Nothing that other systems say is too old.")
    window.picture("in-date")
    window.check_names()
    window.press("sources-approve")
    window.wait_focus("folder")
    window.fill_focused(files["nightly"])
    window.key("Tab")
    window.wait_focus("approver")
    window.picture("approving")
    approve(window, armoury, "manager")
    window.wait_text("sources-notice", "may come by themselves from")
    window.wait("the folder in the table",
                lambda: rows_of(window, "sources-table")[0][7] == files["nightly"])
    alarm = window.wait_text("stale-alarm", "too old")
    check("officers" in alarm and "limit 2" in alarm, alarm)
    window.picture("approved")
    sign_out(window)


def look_as_armourer(window, armoury):
    """Sees the alarm at the counter, and no action that would be refused."""
    sign_in(window, armoury, "armourer")
    window.wait_text("stale-alarm", "Ask its source for a file and import it")
    window.picture("alarm-at-the-counter")
    open_page(window)
    window.wait_text("sources-powers", "You may look and compare.")
    for button in ("sources-import", "sources-waiting", "sources-approve", "sources-end"):
        check(window.find(button) is None, f"{button} is not for an armourer")
    window.wait_focus("sources-compare")
    window.picture("armourer")
    window.check_names()
    sign_out(window)


def import_leavers(window, armoury, files):
    sign_in(window, armoury, "cfi")
    window.wait_text("stale-alarm", "too old")
    open_page(window)
    check(rows_of(window, "sources-table")[0][1] == "Stale", "the state is said in words")
    window.wait_focus("sources-import")
    window.picture("stale")
    window.key("alt+i")
    window.wait_text("sources-heading", "Import a file")
    window.wait_focus("source-choose")
    check(not window.is_enabled("source-next"), "without a file there is nothing to look at")
    window.picture("choosing")
    window.check_names()
    window.key("alt+c")
    pick(window, "Choose a file", files["list"])
    window.wait_text("source-file", "officers-2026-03-08.csv")
    check(window.text("source-day") == "2026-03-08", "the day is the one in the file's name")
    window.picture("chosen")
    window.key("alt+l")
    window.wait_text("sources-heading", "What it changes")
    window.wait_text("changes-summary", "Officers as at 8 Mar 2026: 0 new, 0 changed, 1 left")
    seen = rows_of(window, "changes-table")
    check([row[1] for row in seen] == ["Fault", "Left, holds stock"], str(seen))
    check("SAMPLE106" in seen[1][3], f"what the leaver holds is named: {seen[1]}")
    window.picture("leaver")
    window.check_names()
    check(not window.is_enabled("source-next"), "so many leavers at once stop the import")
    window.key("alt+y")
    window.wait("a person's word is enough", lambda: window.is_enabled("source-next"))
    window.picture("leavers-right")
    before = len(armoury.ctl("--as", "admin", "import", "list")["rows"])
    window.key("alt+r")
    window.wait_focus("approver")
    window.key("Escape")
    window.wait_gone("approver")
    check(len(armoury.ctl("--as", "admin", "import", "list")["rows"]) == before,
          "a dialog that was left recorded nothing")
    window.key("alt+r")
    approve(window, armoury, "manager")
    window.wait_text("result-title", "Officers as at 8 Mar 2026 imported. It is recorded.")
    window.wait_gone("stale-alarm")
    window.picture("recorded")
    window.check_names()
    officers = armoury.ctl("--as", "admin", "officers", "--limit", "100")["rows"]
    check({str(o["collar"]): o["active"] for o in officers}["1005"] is False,
          "1005 has left in the ledger")
    window.key("alt+d")
    window.wait_text("sources-heading", "Other systems")
    window.wait("the list is in date",
                lambda: rows_of(window, "sources-table")[0][1] == "In date")


def take_what_waits(window):
    window.key("alt+w")
    window.wait_text("sources-heading", "What waited in the folders")
    window.wait_text("waiting-words", "1 file lies in the folders, 1 imported now")
    check(rows_of(window, "waiting-table")[0][1] == "Imported",
          str(rows_of(window, "waiting-table")))
    window.picture("waited")
    window.check_names()
    window.key("Escape")
    window.wait_text("sources-heading", "Other systems")


def compare(window, armoury, files):
    before = head(armoury)
    window.key("alt+c")
    window.wait_text("sources-heading", "Compare with another register")
    window.wait_focus("compare-choose")
    window.picture("compare-empty")
    window.check_names()
    window.key("alt+c")
    pick(window, "Choose another register", files["register"])
    window.wait_text("compare-file", "other register.csv")
    window.wait_text("compare-counts", "1 different, 0 only in the file, 1 only here")
    seen = rows_of(window, "compare-table")
    check([row[1] for row in seen] == ["Differs", "Only here"], str(seen))
    check(seen[0][5] == "SAMPLE901" and "SAMPLE202" in seen[1][3], str(seen))
    window.picture("compared")
    window.check_names()
    window.focus("compare-search")
    window.type("SAMPLE901")
    window.wait_text("compare-words", "1 of 2 shown")
    check(rows_of(window, "compare-table") == seen[:1], "only rows with what was searched for")
    window.picture("searched")
    check(head(armoury) == before, "looking at it recorded nothing")
    window.key("alt+s")
    out = os.path.join(window.folder, "differences.csv")
    pick(window, "Save the differences", out)
    window.wait_text("sources-notice", "That they left the ledger is recorded, #")
    window.picture("saved")
    with open(out, encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    check(len(lines) == len(seen) + 1, f"all differences are saved: {lines}")
    check(head(armoury) != before, "that they left the ledger is recorded")
    window.key("Escape")
    window.wait_text("sources-heading", "Other systems")


def main():
    words = argparse.ArgumentParser()
    words.add_argument("--programs", required=True)
    words.add_argument("--folder", required=True)
    words = words.parse_args()
    armoury = Armoury(words.programs, words.folder)
    build(armoury)
    files = write_files(words.folder)
    window = Window([os.path.join(words.programs, "muster"), "--db", armoury.db, "--now", LATER],
                    words.folder)
    began = time.monotonic()
    try:
        approve_folder(window, armoury, files)
        look_as_armourer(window, armoury)
        import_leavers(window, armoury, files)
        take_what_waits(window)
        compare(window, armoury, files)
        check(window.close() == 0, "the program ended well")
    finally:
        window.kill()
    complaints = window.complaints()
    check(not complaints, "on stderr:\n" + "\n".join(complaints))
    verified = armoury.ctl("--as", "admin", "ledger", "verify")
    check(verified["ok"], str(verified))
    print(f"sources in {time.monotonic() - began:.0f} s; pictures in {words.folder}")


if __name__ == "__main__":
    try:
        main()
    except Failed as failed:
        sys.exit(f"sources journey: {failed}")
