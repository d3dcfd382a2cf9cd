# SPDX-License-Identifier: MIT
"""Everything that is not an issue or a return, through the real window: a weapon held and released
by another, moved, missing and recovered, to the bench and back, signed fit by another; rounds used
up; a movement corrected by two people; and a blind counter who is told nothing."""
import argparse
import os
import sys
import time

from armoury import ROOT, Armoury
from window import Failed, Window, check

SCENARIOS = os.path.join(ROOT, "tests", "scenarios")
NOW = "2026-03-03T06:30:00.000Z"


def build(armoury):
    for who in ("admin", "ca", "ledger"):
        armoury.secret(who)
    armoury.ctl("init", "--practice", "--force", "Example Force", "--armoury", "HQ Armoury",
                "--admin", "admin")
    for kind in ("officers", "items", "batches"):
        armoury.ctl("--as", "admin", "import", kind, os.path.join(SCENARIOS, f"{kind}.csv"))
    for name, role in (("armourer", "armourer"), ("relief", "armourer"),
                       ("supervisor", "supervisor"), ("manager", "armoury_manager"),
                       ("cfi", "cfi"), ("outsider", "counter")):
        armoury.secret(name)
        armoury.ctl("--as", "admin", "user", "add", name, "--role", role)
    armoury.ctl("--as", "admin", "setup", "close")


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


def find_item(window, code):
    """F3, the code, Enter: one row found is opened at once."""
    window.key("F3")
    window.wait_focus("register-search")
    window.key("ctrl+a")
    window.type(code + "\n")
    window.wait_text("page-heading", f"({code})")


def record(window, title):
    """Records the form in front; the number of what was recorded."""
    window.key("F9")
    window.wait_text("result-title", title)
    number = int(window.text("result-number").lstrip("#").replace(",", ""))
    check(len(window.text("result-short").split()) == 11, "the short form has its groups")
    return number


def done(window):
    window.wait_focus("receipt-done")
    window.key("Return")
    window.wait_gone("result-title")


def fill(window, field, text):
    window.focus(f"form-{field}")
    window.key("ctrl+a")
    window.type(text)


def entries(armoury):
    return armoury.ctl("--as", "admin", "ledger", "verify")["result"]


def scan_at_the_counter(window):
    """An item before the card: its page; then the card: back at the counter with that officer."""
    window.wait_focus("scan")
    window.scan("C-5")
    window.wait_text("page-heading", "(C-5)")
    window.wait_text("known-condition-status", "Defective")
    window.scan("1001")
    window.wait_text("counter-heading", "Issue to PC 1001")
    window.wait_focus("scan")
    window.key("Escape")
    window.wait_text("counter-heading", "Counter")


def enlarge(window):
    """At one and a half times the size everything is still there."""
    for _ in range(2):
        window.key("ctrl+plus")
    window.wait("two columns", lambda: window.find("known-holds"))
    window.picture("item-large")
    window.press("action-seize")
    window.wait_focus("form-exhibit")
    window.picture("seize-large")
    check(window.find("form-record") is not None, "the button to record it is on screen")
    window.key("Escape")
    window.wait_text("page-heading", "(C-1)")
    window.key("F4")
    window.wait("the officers", lambda: window.rows("officers-table") == 5)
    window.picture("officers-large")
    for _ in range(2):
        window.key("ctrl+minus")
    window.key("F3")


def hold(window, armoury):
    find_item(window, "C-1")
    check(window.text("known-location-status") == "In store", "where it is, in words")
    check(window.find("action-release") is None, "nobody holds it, so nobody releases it")
    window.picture("item")
    window.check_names()
    before = entries(armoury)
    window.press("action-hold")
    window.wait_text("page-heading", "Hold SIG MCX")
    window.picture("hold-form")
    window.check_names()
    window.key("F9")
    window.wait_text("problem-reason", "Choose one.")
    window.picture("hold-refused")
    window.key("Escape")
    window.wait_text("page-heading", "(C-1)")
    check(entries(armoury) == before, "a form that was left recorded nothing")
    window.press("action-hold")
    window.wait("the form", lambda: window.find("form-record"))
    window.choose("form-reason", "Unsafe")
    fill(window, "note", "trigger guard bent")
    window.key("Escape")
    window.wait("the question", lambda: window.find("dialog-done"))
    window.key("Escape")
    window.wait_gone("dialog-done")
    number = record(window, "Held")
    window.picture("held")
    window.check_names()
    done(window)
    window.wait_text("known-holds", "unsafe")
    check("Held" in window.cells("table-history", 0), str(window.cells("table-history", 0)))
    window.picture("on-hold")
    return number


def move(window):
    """Scanned from the page of another weapon; the place is scanned too."""
    window.scan("P-1")
    window.wait_text("page-heading", "(P-1)")
    window.press("action-move")
    window.wait("the form", lambda: window.find("form-record"))
    window.scan("ARV SAFE")
    window.focus("form-note")
    # The scanner fires while somebody types elsewhere: the place is chosen, the note stays.
    window.type("for the night ")
    window.scan("HQ ARMOURY")
    window.wait("the scan left the note alone",
                lambda: window.text("form-note") == "for the night")
    window.scan("ARV SAFE")
    window.wait("the scan left the note alone",
                lambda: window.text("form-note") == "for the night")
    window.picture("move-form")
    number = record(window, "Moved")
    check("ARV safe" in window.text("result-line"), window.text("result-line"))
    done(window)
    window.wait_text("known-holder", "ARV safe")
    window.wait_text("known-location-status", "In vehicle safe")
    return number


def report_missing(window):
    window.scan("P-2")
    window.wait_text("page-heading", "(P-2)")
    window.press("action-missing")
    window.wait_focus("form-words")
    window.type("not on the rack")
    record(window, "Reported missing")
    done(window)
    window.wait_text("known-location-status", "Missing")
    window.picture("missing")
    check(window.find("action-lost") is None, "an armourer does not decide that it is lost")
    window.key("shift+F3")
    window.wait_text("page-heading", "What is away")
    # Beside it stands what the imported register already had at a workshop.
    window.wait("the loss", lambda: window.rows("away-table") == 2)
    check("Missing" in window.cells("away-table", 0), str(window.cells("away-table", 0)))
    window.picture("away")
    window.check_names()


def maintain(window, armoury):
    find_item(window, "C-2")
    window.press("action-maintenance_out")
    window.wait("the form", lambda: window.find("form-record"))
    fill(window, "workshop", "Example Gunsmiths")
    fill(window, "words", "sight loose")
    record(window, "Out to maintenance")
    done(window)
    window.wait_text("known-location-status", "At maintenance")
    window.press("action-maintenance_in")
    window.wait_focus("form-words")
    window.type("sight fixed")
    record(window, "In from maintenance")
    done(window)
    window.press("action-fit")
    window.wait_focus("form-signed_by")
    window.key("F9")
    window.wait_text("page-notice", "Another person must sign it fit.")
    fill(window, "signed_by", "relief")
    fill(window, "due", "01/09/2026")
    window.key("F9")
    window.wait_text("problem-signed_by_secret", "their own secret")
    window.focus("form-signed_by_secret")
    window.type(armoury.secrets["armourer"][0])
    window.key("F9")
    window.wait_text("problem-signed_by_secret", "is not right")
    window.picture("fit-refused")
    window.focus("form-signed_by_secret")
    window.type(armoury.secrets["relief"][0])
    record(window, "Signed fit for issue")
    done(window)
    window.wait_text("known-condition-status", "Serviceable")
    window.wait_text("known-next-inspection", "1 Sep 2026")


def munitions(window):
    window.key("F6")
    window.wait_focus("munitions-search")
    window.wait("the batches", lambda: window.rows("munitions-table") >= 5)
    window.picture("munitions")
    window.check_names()
    window.type("T-200\n")
    window.wait_text("page-heading", "T-200")
    window.wait_text("known-total", "2,000")
    window.press("action-expend")
    window.wait_focus("form-quantity")
    window.type("30")
    window.choose("form-reason", "Training")
    fill(window, "course", "COURSE-7")
    window.picture("expend-form")
    record(window, "Used up")
    done(window)
    window.wait_text("known-total", "1,970")
    row = window.cells("table-ledger", 0)
    check("Used up" in row and "-30" in row and "1,970" in row, str(row))
    window.picture("batch")
    window.check_names()
    window.scan("A-100")
    window.wait_text("page-heading", "A-100")
    window.press("action-move")
    window.wait_focus("form-quantity")
    window.type("5")
    window.choose("form-to", "ARV safe")
    number = record(window, "Moved")
    done(window)
    return number


def release_and_recover(window):
    find_item(window, "C-1")
    window.wait_text("dossier-notice", "ON HOLD: unsafe")
    window.press("action-release")
    window.wait("the form", lambda: window.find("form-record"))
    fill(window, "inspection", "INS-7")
    record(window, "Released")
    done(window)
    window.wait_text("known-holds", "none")
    find_item(window, "P-2")
    window.picture("missing-as-manager")
    check(window.find("action-lost") is not None, "a manager may decide that it is lost")
    window.press("action-recovered")
    window.wait_focus("form-words")
    window.type("behind the safe")
    record(window, "Recovered")
    done(window)
    window.wait_text("known-condition-status", "Under repair")


def correct(window, armoury, number):
    """The supervisor finds the movement of five rounds that were fifty; the manager approves."""
    window.key("shift+F2")
    window.wait_focus("movements-search")
    window.wait("the movements", lambda: window.rows("movements-table") > 5)
    window.picture("movements")
    window.check_names()
    window.choose("movements-kind", "Moved")
    window.wait("only moves", lambda: {row[2] for row in window.table_rows("movements-table")}
                == {"Moved"})
    window.type(f"#{number}\n")
    window.wait_text("page-heading", f"Moved, #{number}")
    window.picture("movement")
    window.check_names()
    window.press("action-correct")
    window.wait_focus("form-line1")
    check(window.text("original-quantity1") == "5", "the original stands on the left")
    check(window.find("changed-quantity1") is None, "nothing is changed yet")
    fill(window, "quantity1", "50")
    window.wait_text("changed-quantity1", "changed")
    fill(window, "words", "nought left out")
    fill(window, "approver", "supervisor")
    window.focus("form-approver_secret")
    window.type(armoury.secrets["supervisor"][0])
    window.key("F9")
    window.wait_text("problem-approver", "cannot approve what they ask for themselves")
    window.picture("correction-refused")
    fill(window, "approver", "manager")
    window.focus("form-approver_secret")
    window.type(armoury.secrets["manager"][0] + "\n")
    window.wait_text("result-title", "Corrected")
    window.picture("corrected")
    done(window)
    window.wait_text("dossier-notice", "CORRECTED by")
    window.key("shift+F4")
    window.wait_text("page-heading", "Corrections")
    window.wait("the correction", lambda: window.rows("corrections-table") == 3)
    states = [row[1] for row in window.table_rows("corrections-table")]
    check(states == ["Original, corrected", "Taken back", "Entered instead"], str(states))
    window.picture("corrections")
    window.check_names()
    window.choose("corrections-view", "The original only")
    window.wait("one line", lambda: window.rows("corrections-table") == 1)


def authorise(window):
    window.key("F4")
    window.wait_focus("officers-search")
    window.wait("the officers", lambda: window.rows("officers-table") == 5)
    window.picture("officers")
    window.check_names()
    check([row[2] for row in window.table_rows("officers-table")]
          == ["1001", "1002", "1003", "1004", "1005"], "sorted by collar at first")
    window.key("ctrl+2")
    window.wait("the other way round",
                lambda: window.table_rows("officers-table")[0][2] == "1005")
    window.wait_text("officers-count", "sorted by Collar, the last first")
    window.scan("1004")
    window.wait_text("page-heading", "1004")
    window.wait_text("dossier-notice", "see CFI")
    window.picture("officer-suspended")
    window.check_names()
    window.press("action-grant")
    window.wait("the form", lambda: window.find("form-record"))
    window.choose("form-class", "Pistol")
    fill(window, "to", "31/03/2027")
    record(window, "Authorisation recorded")
    done(window)
    window.wait("in force again", lambda: any(
        row[1] == "In force" and row[2] == "Pistol"
        for row in window.table_rows("table-authorisations")))


def count_blind(window, armoury):
    """Relief counts blind: the pages tell what things are, and nothing that the book says."""
    armoury.ctl("--as", "manager", "count", "start", "--location", "HQ Armoury", "--counter",
                "relief", "--counter", "outsider")
    sign_in(window, armoury, "relief")
    find_item(window, "C-3")
    window.wait_text("known-holder", "in a blind count")
    for told in ("home", "counted"):
        check(window.find(f"known-{told}") is None, f"{told} is not told")
    check(window.find("table-history") is None, "nor what happened to it")
    check(window.find("action-hold") is None, "nor is there an action whose refusal would tell")
    window.picture("blind-item")
    for key, page in (("F6", "munitions"), ("shift+F2", "movements"), ("shift+F3", "away"),
                      ("shift+F4", "corrections")):
        window.key(key)
        window.wait_text(f"{page}-notice", "In a blind count")
        check(window.rows(f"{page}-table") == 0, f"{page} shows no row")
    window.picture("blind-list")
    sign_out(window)
    sign_in(window, armoury, "outsider")
    window.wait_text("page-heading", "Register")
    check(window.rows("navigation") == 2, "an outsider who counts has the register and the counts")
    sign_out(window)


def main():
    words = argparse.ArgumentParser()
    words.add_argument("--programs", required=True)
    words.add_argument("--folder", required=True)
    words = words.parse_args()
    armoury = Armoury(words.programs, words.folder)
    build(armoury)
    window = Window([os.path.join(words.programs, "muster"), "--db", armoury.db, "--now", NOW],
                    words.folder)
    began = time.monotonic()
    try:
        sign_in(window, armoury, "armourer")
        scan_at_the_counter(window)
        hold(window, armoury)
        enlarge(window)
        move(window)
        report_missing(window)
        maintain(window, armoury)
        moved = munitions(window)
        sign_out(window)
        sign_in(window, armoury, "manager")
        release_and_recover(window)
        sign_out(window)
        sign_in(window, armoury, "supervisor")
        correct(window, armoury, moved)
        sign_out(window)
        sign_in(window, armoury, "cfi")
        authorise(window)
        sign_out(window)
        count_blind(window, armoury)
        check(window.close() == 0, "the program ended well")
    finally:
        window.kill()
    complaints = window.complaints()
    check(not complaints, "on stderr:\n" + "\n".join(complaints))
    verified = armoury.ctl("--as", "admin", "ledger", "verify")
    check(verified["ok"], str(verified))
    print(f"stock in {time.monotonic() - began:.0f} s; pictures in {words.folder}")


if __name__ == "__main__":
    try:
        main()
    except Failed as failed:
        sys.exit(f"stock journey: {failed}")
