# SPDX-License-Identifier: MIT
"""What comes back, and who answers for what, through the real window: a course returns with its
attendees and opens no discrepancy; a stop is overridden, after one who may not is told so at once;
two officers issue in a pair, one confirming in a window of their own; and the pages of the day, of
overrides, of users and of policies."""
import argparse
import os
import sys

from armoury import Armoury
from stock_journey import NOW, SCENARIOS, done, fill, record, sign_in, sign_out
from window import Failed, Window, check


def build(armoury):
    for who in ("admin", "ca", "ledger"):
        armoury.secret(who)
    armoury.ctl("init", "--practice", "--force", "Example Force", "--armoury", "HQ Armoury",
                "--admin", "admin")
    for kind in ("officers", "items", "batches"):
        armoury.ctl("--as", "admin", "import", kind, os.path.join(SCENARIOS, f"{kind}.csv"))
    for name, role in (("armourer", "armourer"), ("relief", "armourer"),
                       ("supervisor", "supervisor"), ("manager", "armoury_manager"),
                       ("cfi", "cfi")):
        armoury.secret(name)
        armoury.ctl("--as", "admin", "user", "add", name, "--role", role)
    armoury.secret("able")
    armoury.ctl("--as", "admin", "user", "add", "able", "--role", "paired_officer",
                "--officer", "1001")
    for collar in ("1001", "1003", "1005"):
        armoury.secret(f"officer:{collar}", pin=True)
        armoury.ctl("--as", "admin", "officer", "pin", collar)
    for name, value in (("second_person_at_issue", "no"), ("training_consumption", "yes")):
        armoury.ctl("--as", "admin", "policy", "set", name, value)
    armoury.ctl("--as", "admin", "location", "attend", "HQ Armoury", "paired")
    armoury.ctl("--as", "admin", "setup", "close")


def type_pin(window, armoury, collar):
    window.wait_focus("pin")
    window.type(armoury.secrets[f"officer:{collar}"][0] + "\n")


def draw_for_a_course(window, armoury):
    window.wait_focus("scan")
    window.scan("1001")
    window.wait_text("counter-heading", "Issue to PC 1001")
    window.choose("purpose", "Training")
    window.wait_text("reference-label", "Course")
    window.focus("reference")
    window.type("CRS-7")
    window.focus("scan")
    window.scan("P-1")
    window.wait_text("line-verdict-0", "OK")
    window.scan("T-200")
    window.wait_focus("quantity")
    window.type("100\n")
    window.wait_text("line-amount-1", "100")
    window.key("F9")
    type_pin(window, armoury, "1001")
    window.wait_text("receipt-title", "Issued to PC 1001")


def bring_it_back(window, armoury):
    window.wait_focus("scan")
    window.scan("P-1")
    window.wait_text("counter-heading", "Return from PC 1001")
    window.scan("T-200")
    window.wait_focus("quantity")
    window.type("40\n")
    window.wait_text("line-verdict-1", "60 SHORT")
    window.press("line-used-1")
    window.wait_focus("used-quantity")
    window.picture("used")
    # Enter goes from field to field: how many, what for (a list), the reference, by whom.
    window.key("Return", "Tab")
    window.wait_focus("used-reference")
    window.key("Return")
    window.wait_focus("used-attendees")
    window.type("1003 25, 1005 35\n")
    window.wait_text("line-verdict-1", "60 USED")
    window.key("ctrl+d")
    window.wait_focus("details-note")
    window.type("bay 2")
    window.focus("rounds-0")
    window.type("60\n")
    window.wait_text("line-reason-0-0", "60 rounds were fired")
    window.key("ctrl+l")
    window.key("ctrl+g")
    window.picture("course-back")
    window.check_names()
    window.key("F9")
    window.wait_text("read-back-lines", "40 back, 60 used (Training")
    check("USED: 40" not in window.text("read-back-lines"), "40 came back; 60 were used")
    window.picture("course-read-back")
    type_pin(window, armoury, "1001")
    window.wait_text("receipt-title", "Taken back from PC 1001")
    check(window.find("receipt-discrepancy") is None, "nothing is left to ask")
    window.picture("course-receipt")


def override(window, armoury):
    """1005 holds a carbine already; a second one takes somebody who answers for it."""
    window.wait_focus("scan")
    window.scan("1005")
    window.wait_text("counter-heading", "Issue to PC 1005")
    window.scan("C-1")
    window.wait_text("line-verdict-0", "STOP")
    for who, seen in (("relief", "may not override"), ("supervisor", "")):
        window.key("F8")
        window.wait_focus("override-user")
        window.type(who + "\n")
        window.wait_focus("override-password")
        window.type(armoury.secrets[who][0] + "\n")
        window.wait_focus("override-reason")
        window.type("two rifles for the range\n")
        if seen:
            window.wait_text("notice", seen)
            window.picture("may-not-override")
    window.wait_text("line-verdict-0", "OVERRIDDEN")
    window.picture("overridden")
    window.key("F9")
    type_pin(window, armoury, "1005")
    window.wait_text("receipt-remark", "overridden")


def look_at_pages(window):
    window.key("shift+F9")
    window.wait_text("page-heading", "Overrides")
    window.wait("the override", lambda: window.rows("overrides-table") == 1)
    check("two rifles for the range" in window.cells("overrides-table", 0), "the reason is there")
    window.picture("overrides")
    window.check_names()
    window.key("shift+F1")
    window.wait_text("page-heading", "Today")
    window.wait("today", lambda: window.rows("today-table") > 8)
    window.picture("today")
    window.check_names()
    # By name, without a mouse.
    window.key("ctrl+k")
    window.wait("the palette", lambda: window.find("palette-page"))
    window.picture("palette")
    window.key("Escape")
    window.key("shift+F12")
    window.wait_text("page-heading", "Settings")
    window.focus("settings-search")
    window.type("urgent_issue\n")
    window.wait_text("known-takes", "Yes or no")
    window.picture("policy")


def take_over(window, armoury):
    window.key("shift+F1")
    window.wait_text("page-heading", "Today")
    window.press("action-take_over_duty")
    window.wait("the form", lambda: window.find("form-record"))
    fill(window, "from", "relief")
    for field, who in (("from_secret", "relief"), ("own_secret", "armourer")):
        window.focus(f"form-{field}")
        window.type(armoury.secrets[who][0])
    window.picture("take-over")
    record(window, "Duty taken over")
    done(window)


def unlock(window, armoury):
    """A new PIN, typed by the officer, takes two people; it unlocks one that was locked."""
    window.key("F4")
    window.wait("the officers", lambda: window.rows("officers-table") == 5)
    window.focus("officers-search")
    window.type("1005\n")
    window.wait("the officer", lambda: window.find("action-set_pin"))
    window.press("action-set_pin")
    window.wait("the form", lambda: window.find("form-record"))
    fresh = armoury.secret("officer:1005", pin=True)
    window.focus("form-officer_secret")
    window.type(fresh)
    fill(window, "approver", "manager")
    window.focus("form-approver_secret")
    window.type(armoury.secrets["manager"][0])
    window.picture("new-pin")
    record(window, "PIN set")
    done(window)


def users(window):
    window.key("shift+F10")
    window.wait_text("page-heading", "Users")
    window.wait("the users", lambda: window.rows("users-table") == 7)
    window.picture("users")
    window.check_names()


def issue_in_a_pair(window, armoury):
    window.wait_focus("scan")
    window.key("ctrl+o")
    window.wait_text("officer-words", "Please wait")
    window.scan("1005")
    window.wait_text("counter-heading", "Issue to PC 1005")
    window.scan("P-2")
    window.wait_text("line-verdict-0", "OK")
    window.picture("pair")
    window.key("F9")
    window.wait_text("giver-pin-label", "PC 1001")
    window.wait("what the officer reads", lambda: "P-2" in (window.text("officer-lines") or ""))
    window.picture("officer-window")
    window.wait_focus("giver-pin")
    window.type(armoury.secrets["officer:1001"][0] + "\n")
    window.wait_focus("officer-pin")
    window.type(armoury.secrets["officer:1005"][0] + "\n")
    window.wait_text("receipt-title", "Issued to PC 1005")
    window.wait_text("officer-words", "Issued to PC 1005")
    window.picture("pair-receipt")


def look_into_the_ledger(armoury):
    rows = armoury.ctl("--as", "manager", "movements", "--filter", "P-2")["rows"]
    check(rows[-1]["mode"] == "paired", str(rows))
    found = armoury.ctl("--as", "manager", "discrepancies")["rows"]
    check(not found, f"nothing was left to ask: {found}")
    check(armoury.ctl("--as", "admin", "ledger", "verify")["ok"], "the ledger verifies")


def main():
    words = argparse.ArgumentParser()
    words.add_argument("--programs", required=True)
    words.add_argument("--folder", required=True)
    words = words.parse_args()
    armoury = Armoury(words.programs, words.folder)
    build(armoury)
    window = Window([os.path.join(words.programs, "muster"), "--db", armoury.db, "--now", NOW],
                    words.folder)
    try:
        sign_in(window, armoury, "armourer")
        draw_for_a_course(window, armoury)
        bring_it_back(window, armoury)
        override(window, armoury)
        look_at_pages(window)
        take_over(window, armoury)
        sign_out(window)
        sign_in(window, armoury, "cfi")
        unlock(window, armoury)
        users(window)
        sign_out(window)
        sign_in(window, armoury, "able")
        issue_in_a_pair(window, armoury)
        check(window.close() == 0, "the program ended well")
    finally:
        window.kill()
    complaints = window.complaints()
    check(not complaints, "on stderr:\n" + "\n".join(complaints))
    look_into_the_ledger(armoury)
    print(f"pictures in {words.folder}")


if __name__ == "__main__":
    try:
        main()
    except Failed as failed:
        sys.exit(f"course journey: {failed}")
