# SPDX-License-Identifier: MIT
"""An armourer's morning in the real window: signs in, issues, is stopped, takes back short, and
the ledger holds exactly that."""
import argparse
import os
import sys

from armoury import NOW, Armoury
from window import Failed, Window, check

DRAWN = "36"
BACK = "34"


def sign_in(window, armoury):
    window.wait("sign-in", lambda: window.find("user-name"))
    window.wait_focus("user-name")
    window.type("armourer")
    window.key("Tab")
    window.wait_focus("password")
    # A scanner that fires into a secret is refused, and its Enter confirms nothing.
    window.scan("WM0118100")
    window.wait_text("sign-in-notice", "A scanner typed into a secret field")
    window.picture("sign-in")
    window.type(armoury.secrets["armourer"][0] + "\n")
    window.wait_focus("ledger-secret")
    window.type(armoury.secrets["ledger"][0] + "\n")
    # The register names several sites, and this desk stands at one of them.
    window.wait_text("dialog-words", "What is issued is taken from there")
    window.picture("which-armoury")
    window.press("dialog-done")
    window.wait("the counter", lambda: window.find("scan"))
    window.wait_text("practice-banner", "PRACTICE")
    window.wait_text("classification", "OFFICIAL-SENSITIVE")
    window.wait_text("place", "Example Force, HQ Armoury")
    window.wait_text("who", "armourer")
    window.wait_text("invitation", "Scan an officer's card")
    window.wait_focus("scan")


def issue(window, armoury):
    window.scan(armoury.collar)
    window.wait_text("counter-heading", "Issue to")
    window.scan(armoury.pistol)
    window.wait_text("line-verdict-0", "OK")
    check(armoury.pistol in window.text("line-words-0"), "the line names the pistol")
    window.scan(armoury.held)
    window.wait_text("line-verdict-1", "STOP")
    stop = window.wait_text("line-reason-1-0", "STOP: ")
    check("hold" in stop, f"the stop says why: {stop}")
    window.picture("stop")
    # While a line is stopped nothing can be confirmed.
    window.key("F9")
    window.wait_text("notice", "This cannot be confirmed yet")
    check(window.find("read-back") is None, "no read-back while a line is stopped")
    window.press("line-remove-1")
    window.wait_gone("line-verdict-1")
    # The focus is on a button; the scanner is heard all the same.
    window.focus("cancel")
    window.scan(armoury.rounds)
    window.wait_text("asked", "How many of")
    window.wait_focus("quantity")
    window.type(DRAWN + "\n")
    window.wait_text("line-amount-1", DRAWN)
    window.focus("reference")
    window.type("LOG-0303")
    # The scanner fires while somebody types elsewhere: heard, and not left in the field.
    window.scan(armoury.pistol)
    window.wait_text("notice", "is in the basket already")
    check(window.text("reference") == "LOG-0303", "the scan left nothing in the reference field")
    window.picture("basket")
    window.key("F9")
    window.wait_text("read-back", "You are taking 1 weapon or item, 1 line of munitions.")
    window.wait_focus("second")
    window.picture("read-back")
    confirm(window, armoury, "second")
    number = window.wait_text("receipt-number", "#")
    window.wait_text("receipt-title", "Issued to")
    check(len(window.text("receipt-short").split()) == 11, "the short form has its eleven groups")
    window.wait_gone("officer")
    window.picture("receipt")
    return int(number.lstrip("#").replace(",", ""))


def confirm(window, armoury, second):
    if second:
        window.type(second + "\n")
    window.wait_focus("second-password")
    window.type(armoury.secrets["second"][0] + "\n")
    window.wait_focus("pin")
    # A wrong PIN first: refused in words, and the basket is still there to confirm.
    window.type("000000\n")
    window.wait_text("notice", "is not right")
    window.wait_focus("pin")
    window.type(armoury.secrets[f"officer:{armoury.collar}"][0] + "\n")


def take_back(window, armoury):
    window.scan(armoury.pistol)
    window.wait_text("counter-heading", "Return from")
    window.wait_text("line-verdict-0", "BACK")
    window.wait_text("line-verdict-1", "COUNT IT")
    told = [text for _, text in window.texts() if text and DRAWN in text.split()]
    check(not told, f"the expected quantity is on screen before it was counted: {told}")
    window.press("line-count-1")
    window.wait_focus("quantity")
    window.type(BACK + "\n")
    window.wait_text("line-verdict-1", "2 SHORT")
    window.wait_text("line-reason-1-0", f"{DRAWN} went out, {BACK} counted back")
    window.picture("short")
    window.press("line-short-1")
    window.wait_focus("short-reason")
    window.type("not in the pouch")
    window.press("dialog-done")
    window.wait_text("line-reason-1-1", "Short: not in the pouch")
    # Nobody is held up for it, but it is asked: has the weapon been seen unloaded?
    window.key("F9")
    window.wait_text("notice", "unloaded and clear")
    window.key("ctrl+l")
    window.wait_gone("notice")
    window.key("F9")
    window.wait_text("read-back", "You are handing back 1 weapon or item, 1 line of munitions.")
    confirm(window, armoury, "")
    number = window.wait_text("receipt-number", "#")
    window.wait_text("receipt-title", "Taken back from")
    window.wait_text("receipt-discrepancy", f"{DRAWN} expected, {BACK} found")
    window.picture("discrepancy")
    return int(number.lstrip("#").replace(",", ""))


def find_in_register(window, armoury):
    window.key("F3")
    window.wait_focus("register-search")
    window.wait_text("register-count", " items")
    window.picture("register")
    window.type(armoury.pistol)
    window.wait_text("register-count", "1 item with")
    cells = window.cells("register-table", 0)
    check(armoury.pistol in cells and "in store" in cells, f"the row found: {cells}")
    window.picture("register-search")
    window.check_names()
    window.key("F12")
    window.wait("signed out", lambda: window.find("user-name"))
    check(window.find("scan") is None, "after F12 no counter is left")
    check(not window.text("password"), "after F12 no secret is left")


def look_into_the_ledger(armoury, issued, returned):
    rows = armoury.ctl("--as", "armourer", "movements", "--limit", "5000")["rows"]
    kinds = {}
    for row in rows:
        kinds.setdefault(row["number"], []).append(row)
    check(issued in kinds and returned in kinds,
          f"movements {issued} and {returned} are in the ledger: {sorted(kinds)[-4:]}")
    check(sorted(row["quantity"] for row in kinds[issued]) == [1, int(DRAWN)], str(kinds[issued]))
    check(sorted(row["quantity"] for row in kinds[returned]) == [1, int(BACK)],
          str(kinds[returned]))
    found = armoury.ctl("--as", "armourer", "discrepancies")["rows"]
    check([(d["sort"], d["expected"], d["found"]) for d in found if d["beside"] == returned]
          == [("return_short", int(DRAWN), int(BACK))], str(found))
    verified = armoury.ctl("--as", "armourer", "ledger", "verify")
    check(verified["ok"], str(verified))


def main():
    words = argparse.ArgumentParser()
    words.add_argument("--programs", required=True)
    words.add_argument("--folder", required=True)
    words = words.parse_args()
    armoury = Armoury(words.programs, words.folder)
    armoury.build()
    window = Window([os.path.join(words.programs, "muster"), "--db", armoury.db, "--now", NOW],
                    words.folder)
    try:
        sign_in(window, armoury)
        issued = issue(window, armoury)
        window.check_names()
        returned = take_back(window, armoury)
        find_in_register(window, armoury)
        check(window.close() == 0, "the program ended well")
    finally:
        window.kill()
    complaints = window.complaints()
    check(not complaints, "on stderr:\n" + "\n".join(complaints))
    look_into_the_ledger(armoury, issued, returned)
    print(f"movements {issued} and {returned}; pictures in {words.folder}")


if __name__ == "__main__":
    try:
        main()
    except Failed as failed:
        sys.exit(f"counter journey: {failed}")
