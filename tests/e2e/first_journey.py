# SPDX-License-Identifier: MIT
"""The first hour, without a terminal: an armoury is begun in the window, a slip in a secret is told, the
administrator signs in to it, and an empty list is saved for a spreadsheet and to print."""
import argparse
import hashlib
import os
import sys

from armoury import Armoury
from window import Failed, Window, check

NAMES = (("new-force", "Example Force"), ("new-armoury", "HQ Armoury"), ("new-admin", "admin"))


def type_secrets(window, secrets):
    for at, (accessible_id, value) in enumerate(secrets):
        window.wait_focus(accessible_id)
        window.type(value + ("\n" if at + 1 < len(secrets) else ""))
    window.press("dialog-done")


def save_as(window, title, path):
    window.wait(title, lambda: window.dialog(title))
    window.key("ctrl+a")
    window.fill_focused(path)
    window.key("Return")


def begin(window, armoury):
    window.wait_text("sign-in-invitation", "begin a new armoury")
    window.picture("nothing-yet")
    window.press("begin-armoury")
    for accessible_id, value in NAMES:
        window.wait_focus(accessible_id)
        window.type(value + "\n")
    window.picture("names")
    window.check_names()
    window.press("dialog-done")
    password, ledger, authority = (armoury.secret(who) for who in ("admin", "ledger", "ca"))
    typed = [("new-password", password), ("new-password-again", password), ("new-ledger", ledger),
             ("new-ledger-again", ledger + "x"), ("new-authority", authority), ("new-authority-again", authority)]
    type_secrets(window, typed)
    window.wait_text("sign-in-notice", "The ledger secret was not typed the same twice.")
    typed[3] = ("new-ledger-again", ledger)
    window.picture("secrets")
    type_secrets(window, typed)
    save_as(window, "Where the ledger is kept", armoury.db)
    window.wait_text("sign-in-notice", "The armoury is begun")
    window.picture("begun")


def sign_in(window, armoury):
    for who, value in (("user-name", "admin"), ("password", armoury.secrets["admin"][0]),
                       ("ledger-secret", armoury.secrets["ledger"][0])):
        window.focus(who)
        window.type(value + "\n")
    window.wait("the pages", lambda: window.find("navigation"))
    window.picture("signed-in")


def save_lists(window, armoury):
    """Ctrl+E for a spreadsheet, Ctrl+P to print: both are told and both are in the ledger."""
    for key, name, title in (("ctrl+e", "register.csv", "Save the list"),
                             ("ctrl+p", "register.pdf", "Print: save as PDF")):
        path = os.path.join(armoury.folder, name)
        window.key("F3")
        window.wait_text("page-heading", "Register")
        window.wait_focus("register-search")
        window.key(key)
        save_as(window, title, path)
        window.wait_text("page-notice", "saved in")
        check(os.path.getsize(path) > 0, path)
    window.picture("saved")


def look_into_the_ledger(armoury):
    verified = armoury.ctl("ledger", "verify", now=None)
    check(verified["ok"], str(verified))
    out = os.path.join(armoury.folder, "lines.jsonl")
    armoury.ctl("--as", "admin", "ledger", "export", "--out", out, now=None)
    with open(out, encoding="utf-8") as file:
        lines = file.read()
    for name in ("register.csv", "register.pdf"):
        with open(os.path.join(armoury.folder, name), "rb") as file:
            check(hashlib.sha256(file.read()).hexdigest() in lines, f"{name} is in the ledger")


def main():
    words = argparse.ArgumentParser()
    words.add_argument("--programs", required=True)
    words.add_argument("--folder", required=True)
    words = words.parse_args()
    armoury = Armoury(words.programs, words.folder)
    window = Window([os.path.join(words.programs, "muster")], words.folder)
    try:
        begin(window, armoury)
        sign_in(window, armoury)
        save_lists(window, armoury)
        check(window.close() == 0, "the program ended well")
    finally:
        window.kill()
    complaints = window.complaints()
    check(not complaints, "on stderr:\n" + "\n".join(complaints))
    look_into_the_ledger(armoury)
    print(f"an armoury begun without a terminal; pictures in {words.folder}")


if __name__ == "__main__":
    try:
        main()
    except Failed as failed:
        sys.exit(f"first journey: {failed}")
