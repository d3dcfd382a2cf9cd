# SPDX-License-Identifier: MIT
"""A practice ledger that has grown: made by `simulate`, and what an issue there needs to be told."""
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess

OWNERS = ("admin", "ca", "ledger")


class Grown:
    """A ledger of at least so many movements in `folder`. It is played where writing costs nothing
    and copied to the disk on which it is measured."""

    def __init__(self, musterctl, folder, movements):
        self.musterctl, self.folder = musterctl, pathlib.Path(folder)
        self.folder.mkdir(parents=True)
        self.db = str(self.folder / "grown.db")
        for who in OWNERS:
            self.secret(who, f"{who} has a long secret")
        made = self.play(movements)
        self.entries = made["size"]
        for one in made["users"]:
            self.secret(one["user"], one["password"])
        for one in made["officers"]:
            self.secret("officer:" + one["collar"], one["pin"])

    def secret(self, who, text):
        path = self.folder / who.replace(":", "-")
        path.write_text(text + "\n")
        path.chmod(0o600)

    def play(self, movements):
        fast = pathlib.Path("/dev/shm")
        home = fast / f"muster-bench-{os.getpid()}" if fast.is_dir() else self.folder / "played"
        home.mkdir()
        try:
            done = subprocess.run(
                [self.musterctl, "--json", "--db", str(home / "grown.db"), "simulate", "--seed", "1",
                 "--movements", str(movements),
                 *(f"--secret-file={who}={self.folder / who}" for who in OWNERS)],
                stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
            if done.returncode != 0:
                raise SystemExit(f"simulate: exit {done.returncode}\n{done.stderr[-2000:]}")
            for file in home.iterdir():
                shutil.move(str(file), self.folder / file.name)
            return json.loads(done.stdout)["result"]
        finally:
            shutil.rmtree(home, ignore_errors=True)

    def to_issue(self):
        """The environment of the benchmark of an issue: who, to whom, what, and at which moment."""
        facts = sqlite3.connect(self.db)

        def one(statement, *values):
            return facts.execute(statement, values).fetchone()[0]

        now = one("SELECT recorded_at FROM ledger_head")
        today = now[:10]
        return {
            "MUSTER_BENCH_DB": self.db, "MUSTER_BENCH_SECRETS": str(self.folder),
            "MUSTER_BENCH_FOLDER": str(self.folder), "MUSTER_BENCH_NOW": now,
            "MUSTER_BENCH_SECOND": "harper",
            "MUSTER_BENCH_USER": one(
                "SELECT user FROM user_account JOIN disclosure ON name = digest WHERE text = 'hughes'"),
            "MUSTER_BENCH_COLLAR": one(
                "SELECT text FROM authorisation JOIN officer USING (officer) JOIN disclosure ON "
                "collar = digest WHERE class = 'pistol' AND suspended = 0 AND \"to\" >= ? AND as_at "
                "> date(?, '-20 days') AND officer NOT IN (SELECT officer FROM open_line) "
                "ORDER BY text LIMIT 1", today, today),
            "MUSTER_BENCH_ITEM": one(
                "SELECT item.tag FROM item JOIN location ON holder = location JOIN model USING "
                "(model) WHERE location.name = 'HQ Rack' AND condition_status = 'serviceable' AND "
                "model.name = 'Glock 17' AND item NOT IN (SELECT subject FROM hold) ORDER BY tag "
                "LIMIT 1"),
            "MUSTER_BENCH_BATCH": one(
                "SELECT number FROM balance JOIN batch ON stock = batch JOIN location ON "
                "holder = location WHERE name = 'HQ Munitions' AND number LIKE 'A-%' AND "
                "quantity > 100 ORDER BY number LIMIT 1")}
