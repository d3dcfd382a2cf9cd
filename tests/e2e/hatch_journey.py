# SPDX-License-Identifier: MIT
"""The hatch in a hurry, through the real window: a manager makes a kit, a device is tested, an officer
draws pistol, carbine, TASER and three lines of munitions in eight scans and seventeen keys; urgent
issues record themselves, and one is confirmed afterwards."""
import argparse
import os
import sys
import time

import pyatspi
from armoury import Armoury
from stock_journey import NOW, SCENARIOS, done, fill, find_item, record, sign_in, sign_out
from window import Failed, Window, check

SCANS_MOST, KEYS_MOST = 8, 17
# An attack: ten officers, three weapons each, forty scans and no key.
CREW = [str(collar) for collar in range(2001, 2011)]
DRAWN = [f"U-{number:02}" for number in range(1, 31)]
URGENT_SCANS = 40


def build(armoury):
    for who in ("admin", "ca", "ledger"):
        armoury.secret(who)
    armoury.ctl("init", "--practice", "--force", "Example Force", "--armoury", "HQ Armoury",
                "--admin", "admin")
    more = crew_and_weapons()
    for kind in ("officers", "items", "batches"):
        with open(os.path.join(SCENARIOS, f"{kind}.csv"), encoding="utf-8") as file:
            lines = file.read().splitlines() + more.get(kind, [])
        path = os.path.join(armoury.folder, f"{kind}.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        armoury.ctl("--as", "admin", "import", kind, path)
    armoury.ctl("--as", "admin", "model", "set", "Pistol magazine", "--category", "accessory")
    armoury.ctl("--as", "admin", "receive", "--counted", "Pistol magazine:40", "--location",
                "HQ Armoury")
    for name, role in (("armourer", "armourer"), ("supervisor", "supervisor"),
                       ("manager", "armoury_manager")):
        armoury.secret(name)
        armoury.ctl("--as", "admin", "user", "add", name, "--role", role)
    for collar in ("1001", "1002", "1003"):
        armoury.secret(f"officer:{collar}", pin=True)
        armoury.ctl("--as", "admin", "officer", "pin", collar)
    # One person at the hatch: the second person's words are not what is counted here.
    armoury.ctl("--as", "admin", "policy", "set", "second_person_at_issue", "no")
    armoury.ctl("--as", "admin", "policy", "set", "urgent_issue", "yes")
    armoury.ctl("--as", "admin", "setup", "close")


def crew_and_weapons():
    """Rows for the ten and their thirty, below those of the scenarios' registers."""
    officers = [f"{collar},PC,Sample,Crew{at},ARV C,2027-03-31,2027-03-31,2027-03-31,"
                for at, collar in enumerate(CREW)]
    items = [f"{tag},Pistol,Glock 17,9mm,SAMPLEU{at:03},HQ Armoury,R4-{at:02},In store,2020-01-06,,"
             for at, tag in enumerate(DRAWN)]
    return {"officers": officers, "items": items}


class Counted:
    """The hands at the counter: every scan and every key is counted; there is no mouse."""

    def __init__(self, window):
        self.window = window
        self.scans = self.keys = 0

    def scan(self, code):
        self.scans += 1
        self.window.scan(code)

    def type(self, text):
        self.keys += len(text)
        self.window.type(text)

    def key(self, name):
        self.keys += 1
        self.window.key(name)


def has_focus(window, accessible_id):
    node = window.find(accessible_id)
    return node is not None and node.getState().contains(pyatspi.STATE_FOCUSED)


def make_a_kit(window):
    window.key("shift+F6")
    window.wait_text("page-heading", "Kits")
    window.picture("no-kits")
    window.press("action-new_kit")
    window.wait_focus("form-name")
    window.type("ARV standard")
    fill(window, "code", "K-ARV")
    # A field of several lines tells no assistive tool on GTK that it has the focus.
    window.key("Tab")
    for line in ("pistol 1", "carbine 1", "Pistol magazine 3"):
        window.type(line)
        window.key("Return")
    window.picture("kit-form")
    window.check_names()
    record(window, "The kit is set")
    done(window)
    window.wait("the kit", lambda: window.rows("kits-table") == 1)
    check("ARV standard" in window.cells("kits-table", 0), str(window.cells("kits-table", 0)))
    window.picture("kits")
    window.check_names()
    window.scan("K-ARV")
    window.wait_text("page-heading", "ARV standard")
    window.picture("kit")


def test_the_device(window):
    find_item(window, "T-1")
    window.press("action-test")
    window.wait("the form", lambda: window.find("form-record"))
    window.picture("function-test")
    record(window, "Passed today")
    done(window)


def draw(window, armoury):
    hands = Counted(window)
    window.key("F2")
    window.wait_focus("scan")
    hands.scan("1001")
    window.wait_text("counter-heading", "Issue to PC 1001")
    for at, code in enumerate(("P-1", "C-1", "T-1")):
        hands.scan(code)
        window.wait_text(f"line-verdict-{at}", "OK")
    for at, (code, quantity) in enumerate((("A-100", "30"), ("A-101", "15"),
                                           ("Pistol magazine", "3"))):
        hands.scan(code)
        window.wait_focus("quantity")
        hands.type(quantity + "\n")
        window.wait_text(f"line-amount-{3 + at}", quantity)
    window.picture("six-lines")
    hands.key("F9")
    window.wait_text("read-back", "You are taking 3 weapons and items, 3 lines of munitions.")
    window.picture("read-back")
    # As many Tabs as it takes to come to the PIN are keys too.
    window.wait("a field in focus", lambda: has_focus(window, "pin") or
                has_focus(window, "second"))
    while not has_focus(window, "pin") and hands.keys <= KEYS_MOST:
        hands.key("Tab")
        time.sleep(0.3)
    window.wait_focus("pin")
    hands.type(armoury.secrets["officer:1001"][0] + "\n")
    window.wait_text("receipt-title", "Issued to PC 1001")
    window.picture("receipt")
    check(hands.scans <= SCANS_MOST, f"{hands.scans} scans")
    check(hands.keys <= KEYS_MOST, f"{hands.keys} keys")
    return hands


def urgent(window):
    """Two officers, no PIN: the next card records the first, ten seconds without a scan the last."""
    window.wait_focus("scan")
    window.key("ctrl+u")
    window.wait_text("urgent-band", "URGENT ISSUE")
    window.scan("1002")
    window.wait_text("counter-heading", "1002")
    window.scan("P-2")
    window.wait_text("line-verdict-0", "OK")
    window.picture("urgent")
    window.scan("1003")
    window.wait_text("counter-heading", "1003")
    window.scan("C-2")
    # Ten seconds without a scan.
    time.sleep(9)
    window.wait_text("receipt-title", "Issued to PC 1003")
    window.picture("urgent-recorded")
    window.key("ctrl+u")


def attack(window):
    """Nobody waits: each next card records the officer before, and ten seconds of quiet the last."""
    hands = Counted(window)
    window.wait_focus("scan")
    window.key("ctrl+u")
    window.wait_text("urgent-band", "URGENT ISSUE")
    for at, collar in enumerate(CREW):
        hands.scan(collar)
        window.wait_text("counter-heading", collar)
        for line, tag in enumerate(DRAWN[3 * at:3 * at + 3]):
            hands.scan(tag)
            window.wait_text(f"line-words-{line}", tag)
    window.picture("urgent-ten")
    time.sleep(9)
    window.wait_text("receipt-title", "Issued to PC " + CREW[-1])
    check((hands.scans, hands.keys) == (URGENT_SCANS, 0), f"{hands.scans} scans, {hands.keys} keys")
    window.key("ctrl+u")


def confirm_afterwards(window, armoury):
    window.key("shift+F5")
    window.wait_text("page-heading", "What is due")
    window.choose("due-show", "Urgent, not confirmed")
    window.wait("both, and the ten", lambda: window.rows("due-table") == 2 + len(CREW))
    window.picture("due")
    window.check_names()
    window.focus("due-search")
    window.type("1002\n")
    window.wait_text("dossier-notice", "URGENT ISSUE, not yet confirmed")
    window.press("action-confirm_issue")
    window.wait("the form", lambda: window.find("form-record"))
    window.focus("form-officer_secret")
    window.type(armoury.secrets["officer:1003"][0])
    window.key("F9")
    window.wait_text("problem-officer_secret", "is not right")
    window.focus("form-officer_secret")
    window.type(armoury.secrets["officer:1002"][0])
    window.picture("confirm")
    record(window, "Confirmed")
    done(window)
    window.wait_text("dossier-notice", "confirmed by its officer")
    window.picture("confirmed")


def withdraw(window, armoury):
    """An account that is taken away while its window is open shows nothing any more."""
    armoury.ctl("--as", "admin", "user", "withdraw", "armourer")
    window.wait_text("sign-in-notice", "Your account was withdrawn")
    check(window.find("due-table") is None, "no list is left")
    window.picture("withdrawn")


def look_into_the_ledger(armoury):
    rows = armoury.ctl("--as", "manager", "unconfirmed", "--filter", "all")["rows"]
    states = sorted(row["state"] for row in rows)
    check(states == ["confirmed"] + ["provisional"] * (1 + len(CREW)), str(rows))
    for at, collar in enumerate(CREW):
        held = armoury.ctl("--as", "manager", "holdings", "--filter", collar)["rows"]
        check(sorted(row["tag"] for row in held) == DRAWN[3 * at:3 * at + 3], f"{collar}: {held}")
    held = armoury.ctl("--as", "manager", "holdings", "--filter", "1001", "--limit", "100")["rows"]
    check(len(held) == 6, f"six lines are with 1001: {held}")
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
        sign_in(window, armoury, "manager")
        make_a_kit(window)
        sign_out(window)
        sign_in(window, armoury, "armourer")
        test_the_device(window)
        hands = draw(window, armoury)
        urgent(window)
        attack(window)
        confirm_afterwards(window, armoury)
        withdraw(window, armoury)
        check(window.close() == 0, "the program ended well")
    finally:
        window.kill()
    complaints = window.complaints()
    check(not complaints, "on stderr:\n" + "\n".join(complaints))
    look_into_the_ledger(armoury)
    print(f"{hands.scans} scans and {hands.keys} keys; pictures in {words.folder}")


if __name__ == "__main__":
    try:
        main()
    except Failed as failed:
        sys.exit(f"hatch journey: {failed}")
