# SPDX-License-Identifier: MIT
"""A blind count by two people through the real window: a plan held to the rules of a team, sheets
that tell nothing of the book, a pause, a thing nobody can name, a third person where two differ, two
signatures, discrepancies to their approval, and what a senior officer reads, draws and signs."""
import argparse
import os
import subprocess
import sys

import pyatspi
from armoury import Armoury
from stock_journey import NOW, build, done, fill, record, sign_in, sign_out
from window import Failed, Window, check


def build_more(armoury):
    build(armoury)
    armoury.ctl("--as", "armourer", "move", "--item", "P-2", "--batch", "A-100:60", "--to",
                "ARV safe")
    armoury.secret("senior")
    armoury.secret("key:senior-key")
    armoury.ctl("--as", "admin", "user", "add", "senior", "--role", "senior_officer",
                "--approver", "manager")
    armoury.ctl("--as", "senior", "key", "create", "senior-key", "--out",
                os.path.join(armoury.folder, "senior.p12"))
    armoury.ctl("--as", "admin", "key", "certify", "senior-key", "--approver", "manager")
    armoury.ctl("--as", "manager", "custodian", "set", "--location", "ARV safe", "--user", "relief")
    armoury.ctl("--as", "manager", "custodian", "set", "--location", "HQ Armoury", "--user",
                "armourer")
    subprocess.run(["convert", "-size", "60x40", "xc:gray", os.path.join(armoury.folder, "it.png")],
                   check=True)


def wait_lines(window, words):
    """What stands in a field of several lines, whose text lies in a node without an id."""
    window.wait(f"{words} in a field", lambda: any(
        words in " ".join(text.split()) for _, text in window.texts()))


def open_form(window, action):
    window.press(f"action-{action}")
    window.wait("the form", lambda: window.find("form-record"))


def open_first(window, page, key, words):
    """The page, its search, and Enter: the one that is found is opened."""
    window.key(key)
    window.wait_focus(f"{page}-search")
    window.key("ctrl+a")
    window.type(words + "\n")


def open_count(window, count):
    open_first(window, "counts", "F7", count)
    window.wait_text("page-heading", f"Count {count}")


def plan(window, armoury):
    sign_in(window, armoury, "manager")
    window.key("F7")
    window.wait_text("page-heading", "Counts")
    window.choose("counts-state", "Due or overdue")
    window.wait("what is due", lambda: window.rows("counts-table") > 3)
    window.picture("due")
    window.choose("counts-state", "All")
    open_form(window, "start_count")
    window.choose("form-place", "ARV safe")
    window.choose("form-sort", "Full")
    fill(window, "a", "relief")
    fill(window, "b", "relief")
    # The rules speak while the team is put together.
    window.wait_text("page-notice", "two")
    window.picture("team-checked")
    window.check_names()
    fill(window, "b", "outsider")
    window.wait("no objection", lambda: not window.text("page-notice"))
    record(window, "The count has begun")
    done(window)
    window.wait("the count", lambda: window.rows("counts-table") == 1)
    count = next(cell for cell in window.cells("counts-table", 0) if cell.startswith("c-"))
    window.picture("begun")
    sign_out(window)
    return count


def tells_nothing(window):
    """Nothing on screen of the book: neither figures nor a table of them."""
    for where, text in window.texts():
        check(not where.startswith("table-compared"), f"a comparison is shown: {where}")
        check("60" not in text, f"the book's quantity in {where}: {text}")


def scan_items(window, tags):
    window.scan("ARV safe")
    window.wait("the place", lambda: window.find("form-items"))
    seen = ""
    for tag in tags:
        window.scan(tag)
        seen = (seen + " " + tag).strip()
        wait_lines(window, seen)


def scan_stock(window):
    # A field of several lines tells no assistive tool on GTK that it has the focus.
    window.key("Tab")
    window.scan("A-100")
    wait_lines(window, "A-100")
    window.type("9")
    wait_lines(window, "A-100 9")
    window.key("Tab")
    window.scan("A-100")
    window.scan("S1")
    wait_lines(window, "A-100 S1")


def relief_counts(window, armoury, count):
    sign_in(window, armoury, "relief")
    open_count(window, count)
    tells_nothing(window)
    window.picture("own-sheet")
    window.check_names()
    open_form(window, "scan")
    # What is not there by the book, and what nobody has, is taken without a word.
    scan_items(window, ("T-2", "P-2"))
    scan_stock(window)
    fill(window, "unknown", "SAMPLEOO1, no tag")
    fill(window, "photo", os.path.join(armoury.folder, "it.png"))
    window.picture("scanned")
    window.check_names()
    window.key("F9")
    window.wait_text("page-notice", "Recorded")
    tells_nothing(window)
    window.picture("recorded")
    window.scan("T-2")
    wait_lines(window, "T-2")
    window.key("F9")
    window.wait_text("page-notice", "already counted")
    window.picture("already")
    window.key("Escape")
    window.wait_text("known-last", "P-2")
    # A pause: the draft is there for whoever wrote it, and hidden from the other.
    sign_out(window)
    sign_in(window, armoury, "relief")
    open_count(window, count)
    window.wait_text("known-last", "P-2")
    tells_nothing(window)
    window.picture("after-the-pause")
    hand_in(window)


def hand_in(window):
    open_form(window, "hand_in")
    window.picture("hand-in")
    record(window, "Handed in")
    done(window)
    window.wait_text("known-handed_in", "Handed in")
    check(window.find("action-scan") is None, "a sheet that is handed in takes no more")
    sign_out(window)


def another_counts(window, armoury, count, user, tags):
    sign_in(window, armoury, user)
    open_count(window, count)
    tells_nothing(window)
    check("T-2" not in (window.text("known-last") or ""), "another's sheet is hidden")
    open_form(window, "scan")
    scan_items(window, tags)
    scan_stock(window)
    window.key("F9")
    window.wait_text("page-notice", "Recorded")
    window.key("Escape")
    window.wait_text("known-last", "T-2")
    hand_in(window)


def compare(window, count):
    open_count(window, count)
    open_form(window, "compare")
    record(window, "Compared")
    window.picture("compared-card")
    done(window)


def results(window):
    """The newest comparison: what is called how."""
    table = window.wait("a comparison", lambda: next(
        (where for where, _ in window.texts() if where.startswith("table-compared-")), None))
    return [" ".join(row) for row in window.table_rows(table)]


def reconcile(window, armoury, count):
    sign_in(window, armoury, "manager")
    compare(window, count)
    check(any("Counters differ" in row for row in results(window)), str(results(window)))
    window.picture("counters-differ")
    window.check_names()
    open_form(window, "recount")
    fill(window, "counter", "relief")
    window.key("F9")
    window.wait_text("problem-counter", "counted already")
    window.picture("no-third")
    fill(window, "counter", "armourer")
    record(window, "Asked")
    done(window)
    sign_out(window)
    another_counts(window, armoury, count, "armourer", ("T-2", "P-2"))


def close(window, armoury, count):
    sign_in(window, armoury, "manager")
    compare(window, count)
    tables = [where for where, _ in window.texts() if where.startswith("table-compared-")]
    check(len(tables) == 2, f"both comparisons are kept: {tables}")
    window.picture("both-comparisons")
    open_form(window, "close")
    fill(window, "second", "supervisor")
    window.focus("form-second_secret")
    window.type(armoury.secrets["supervisor"][0])
    window.picture("close")
    record(window, "Closed")
    window.picture("certificate")
    done(window)
    window.wait_text("known-state", "Closed")
    window.wait_text("known-signed", "supervisor")
    window.picture("closed")
    window.check_names()


def resolve(window, armoury):
    window.key("shift+F7")
    window.wait("two discrepancies", lambda: window.rows("discrepancies-table") == 2)
    window.picture("discrepancies")
    window.check_names()
    open_first(window, "discrepancies", "shift+F7", "A-100")
    window.wait_text("page-heading", "A-100")
    open_form(window, "assign")
    fill(window, "to", "supervisor")
    record(window, "Assigned")
    done(window)
    open_form(window, "note")
    fill(window, "words", "the box was weighed again")
    fill(window, "file", os.path.join(armoury.folder, "it.png"))
    window.picture("evidence")
    record(window, "On the file")
    done(window)
    open_form(window, "resolve")
    window.choose("form-outcome", "Lost")
    fill(window, "words", "one round lost on the range")
    window.focus("form-adjust")
    window.key("minus", "1")
    record(window, "Resolved")
    done(window)
    window.picture("resolved")
    window.check_names()
    sign_out(window)
    sign_in(window, armoury, "senior")
    open_first(window, "discrepancies", "shift+F7", "A-100")
    window.wait_text("page-heading", "A-100")
    open_form(window, "approve")
    record(window, "Approved")
    done(window)
    window.wait_text("known-state", "Approved")
    window.picture("approved")


def plot(window, row, heading):
    open_first(window, "oversight", "shift+F8", row)
    window.wait_text("page-heading", heading)
    check(window.find("plot-plot") is not None, "the plot is drawn, and has a name")
    check(window.rows("table-figures") >= 1, "and its table")
    path = window.picture("plot")
    window.check_names()
    window.key("Escape")
    return path


def oversee(window, armoury):
    window.key("shift+F8")
    window.wait_text("page-heading", "Oversight")
    window.picture("oversight")
    window.check_names()
    plot(window, "quarter", "What was counted in which quarter")
    plot(window, "How old", "How old the discrepancies are")
    open_first(window, "munitions", "F6", "A-100")
    window.wait_text("page-heading", "A-100")
    rows = window.table_rows("table-balances")
    safe = next(at for at, row in enumerate(rows) if "ARV safe" in row)
    # The frame about the rows takes no keys; the rows do.
    grid = window.find("table-balances").getChildAtIndex(0)
    grid.queryComponent().grabFocus()
    window.wait("focus in the rows", lambda: grid.getState().contains(pyatspi.STATE_FOCUSED))
    window.key("Home", *["Down"] * safe, "Return")
    window.wait_text("page-heading", "ARV safe")
    check(any("-1" in row for row in window.table_rows("table-figures")), "the variance is there")
    window.picture("balance-plot")
    window.key("shift+F8")
    dip_test(window, armoury)
    sign_brief(window, armoury)


def dip_test(window, armoury):
    sheet = os.path.join(armoury.folder, "dip.pdf")
    open_form(window, "draw_dip")
    window.choose("form-place", "ARV safe")
    fill(window, "positions", "1")
    fill(window, "sheet", sheet)
    window.picture("draw-dip-test")
    window.check_names()
    record(window, "Drawn")
    done(window)
    check(os.path.getsize(sheet) > 500, "the sheet was written")
    open_first(window, "oversight", "shift+F8", "Dip-test")
    window.wait_text("page-heading", "Dip-test q-")
    window.picture("dip-test")
    check(not any("TASER" in cell or "Glock" in cell for cell in window.cells("table-positions", 0)),
          "what the book has is not told")
    open_form(window, "key_dip")
    fill(window, "walked_by", "senior")
    fill(window, "seen-1", "C-5")
    record(window, "Keyed")
    done(window)
    window.wait_text("known-result", "1 did not")
    open_form(window, "sign_off")
    fill(window, "signer", "senior")
    fill(window, "witness", "supervisor")
    window.focus("form-witness_secret")
    window.type(armoury.secrets["supervisor"][0])
    window.picture("sign-ink")
    window.check_names()
    record(window, "Signed off")
    done(window)
    window.wait_text("known-signed_off", "ink")
    window.picture("dip-test-signed")
    window.key("Escape")


def sign_brief(window, armoury):
    open_first(window, "oversight", "shift+F8", "month's brief")
    window.wait_text("page-heading", "Armouries: March 2026")
    window.picture("brief")
    open_form(window, "sign_off")
    window.key("F9")
    window.wait_text("page-notice", "Nothing was recorded")
    fill(window, "key", "senior-key")
    window.focus("form-key_secret")
    window.type(armoury.secrets["key:senior-key"][0])
    record(window, "Signed off")
    done(window)
    window.wait_text("known-signed_off", "key")
    window.picture("brief-signed")
    window.check_names()
    window.key("Escape")
    window.key("shift+F8")
    open_form(window, "deputise")
    fill(window, "to", "manager")
    fill(window, "first", "04/03/2026")
    fill(window, "last", "09/03/2026")
    fill(window, "reason", "annual leave")
    record(window, "Named")
    done(window)
    open_first(window, "oversight", "shift+F8", "Deputy")
    window.wait("the deputy", lambda: window.rows("oversight-table") == 1)
    window.picture("deputy")


def look_into_the_ledger(armoury, count):
    file = armoury.ctl("--as", "manager", "count", "show", count)["result"]
    check(len(file["comparisons"]) == 2, "the first result is kept")
    check(file["state"] == "closed" and file["certificate"], str(file))
    found = {row["state"] for row in armoury.ctl("--as", "manager", "discrepancies")["rows"]}
    check(found == {"open", "approved"}, str(found))
    rows = armoury.ctl("--as", "senior", "oversight", "list")["rows"]
    check(sorted(row["method"] for row in rows) == ["ink", "key"], str(rows))
    check(armoury.ctl("--as", "admin", "ledger", "verify")["ok"], "the ledger verifies")


def main():
    words = argparse.ArgumentParser()
    words.add_argument("--programs", required=True)
    words.add_argument("--folder", required=True)
    words = words.parse_args()
    armoury = Armoury(words.programs, words.folder)
    build_more(armoury)
    window = Window([os.path.join(words.programs, "muster"), "--db", armoury.db, "--now", NOW],
                    words.folder)
    try:
        count = plan(window, armoury)
        relief_counts(window, armoury, count)
        another_counts(window, armoury, count, "outsider", ("T-2",))
        reconcile(window, armoury, count)
        close(window, armoury, count)
        resolve(window, armoury)
        oversee(window, armoury)
        check(window.close() == 0, "the program ended well")
    finally:
        window.kill()
    complaints = window.complaints()
    check(not complaints, "on stderr:\n" + "\n".join(complaints))
    look_into_the_ledger(armoury, count)
    print(f"one count, its discrepancies and their oversight; pictures in {words.folder}")


if __name__ == "__main__":
    try:
        main()
    except Failed as failed:
        sys.exit(f"count journey: {failed}")
