# SPDX-License-Identifier: MIT
"""A practice armoury for a journey, made by musterctl from the fixture register."""
import json
import os
import secrets
import shutil
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
REGISTER = os.path.join(ROOT, "tests", "fixtures", "register.xlsx")
# Whole ledgers are written at one given time: the register's authorisations are dated.
NOW = "2026-03-03T06:30:00.000Z"


class Armoury:
    def __init__(self, programs, folder):
        self.programs = programs
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(os.path.join(folder, "secrets"))
        self.folder = folder
        self.db = os.path.join(folder, "armoury.db")
        self.secrets = {}

    def secret(self, who, pin=False):
        # Three digits, then three more above them: never repeated, as no PIN may be.
        value = secrets.token_hex(8)
        if pin:
            value = f"{secrets.randbelow(400):03}{400 + secrets.randbelow(600):03}"
            value = "271828" if value in "012345678901234" else value
        path = os.path.join(self.folder, "secrets", who.replace(":", "-"))
        with open(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600), "w", encoding="ascii") as file:
            file.write(value + "\n")
        self.secrets[who] = (value, path)
        return value

    def ctl(self, *command, now=NOW):
        """Runs musterctl; its JSON answer."""
        given = [f"--secret-file={who}={path}" for who, (_, path) in self.secrets.items()]
        done = subprocess.run(
            [os.path.join(self.programs, "musterctl"), "--db", self.db,
             *(("--now", now) if now else ()), "--json", *given, *command],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise AssertionError(f"musterctl {' '.join(command)} ended with {done.returncode}:\n"
                                 f"{done.stderr}{done.stdout}")
        # What writes a file of its own says nothing.
        return json.loads(done.stdout) if done.stdout.strip() else {}

    def build(self):
        for who in ("admin", "ca", "ledger"):
            self.secret(who)
        self.ctl("init", "--practice", "--force", "Example Force", "--armoury", "HQ Armoury",
                 "--admin", "admin")
        self.ctl("--as", "admin", "import", "workbook", REGISTER, "--skip-faulty")
        for name, role in (("armourer", "armourer"), ("second", "supervisor")):
            self.secret(name)
            self.ctl("--as", "admin", "user", "add", name, "--role", role)
        self.choose()
        self.secret(f"officer:{self.collar}", pin=True)
        self.ctl("--as", "admin", "officer", "pin", self.collar)
        self.ctl("--as", "admin", "setup", "close")

    def choose(self):
        """An officer who may draw a pistol, one to draw, one that is stopped, and rounds."""
        officers = self.ctl("--as", "admin", "officers", "--limit", "1000")["rows"]
        stock = self.ctl("--as", "armourer", "holdings", "--limit", "5000")["rows"]
        busy = {row["holder"] for row in stock}
        for officer in officers:
            classes = {a["class"]: a for a in officer["authorisations"]}
            pistol = classes.get("pistol")
            if pistol and not pistol.get("suspended") and officer["officer"] not in busy \
                    and str(officer["collar"]) not in busy and pistol["to"] > NOW[:10]:
                self.collar = str(officer["collar"])
                break
        items = [row for row in stock if row.get("tag")]
        free = [row for row in items if row["location_status"] == "in_store"
                and row["condition_status"] == "serviceable" and not row.get("holds")]
        self.pistol = next(r["tag"] for r in free if "glock" in r["model"].lower())
        self.held = next(r["tag"] for r in items if r.get("holds"))
        self.rounds = next(r["batch_number"] for r in stock
                           if r.get("batch_number") and r["quantity"] >= 100
                           and "9x19 operational" in r["model"].lower() and not r.get("holds"))
