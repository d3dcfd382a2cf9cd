#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Two counters, each a process of its own, issue and return on one ledger for some seconds.

    two_counters_test.py MUSTERCTL FOLDER [SECONDS]

They race for the same weapons on purpose. Nobody may be refused for time: neither by a clock nor by
waiting for the other. Afterwards every movement that either was told of must be in the ledger once,
nothing else, the entries' numbers dense, and the ledger must verify. Where MUSTER_TEST_POSTGRES names a server the
same is done there.
"""
import datetime
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import threading
import time

MUSTERCTL, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
SECONDS = float(sys.argv[3]) if len(sys.argv) > 3 else 4
# What a race for six weapons may be refused for.
RACED = {"item_already_out", "same_kind_held", "authorisation_expired", "authorisation_absent"}
PAIRS = [("hughes", "harper"), ("harper", "hughes")]
BEHIND = datetime.timedelta(seconds=5)  # what the second counter's clock is slow by


class Hatch:
    """One ledger, its people's secrets, and how to ask it something."""

    def __init__(self, folder, address):
        self.folder, self.address = folder, address
        self.secrets, self.last = {}, None
        for who in ("admin", "ca", "ledger"):
            self.secret(who, f"{who} has a long secret")
        made = self.ask(None, "simulate", "--days", "1", "--items", "60", "--officers", "24", "--batches", "8")
        assert made.returncode == 0, made.stderr + made.stdout
        result = json.loads(made.stdout)["result"]
        for user in result["users"]:
            self.secret(user["user"], user["password"])
        self.collars = [one["collar"] for one in result["officers"]]
        for one in result["officers"]:
            self.secret("officer:" + one["collar"], one["pin"])
        # The invented force lives in a time of its own: it goes on from its last movement.
        self.told_at = time.monotonic()
        self.last = max(datetime.datetime.fromisoformat(row["recorded_at"].replace("Z", "+00:00"))
                        for row in self.rows("movements")) + BEHIND

    def secret(self, who, text):
        path = self.folder / (who.replace(":", "-") + ".secret")
        path.write_text(text + "\n")
        path.chmod(0o600)
        self.secrets[who] = path

    def ask(self, user, *words, needs=(), slow=datetime.timedelta()):
        line = [MUSTERCTL, "--json", "--db", self.address, *words]
        if self.last:
            now = self.last + datetime.timedelta(seconds=time.monotonic() - self.told_at) - slow
            line += ["--now", now.isoformat(timespec="milliseconds").replace("+00:00", "Z")]
        if user:
            line += ["--as", user]
        for who in {"ledger", *needs, *([user] if user else ["admin", "ca"])}:
            line += ["--secret-file", f"{who}={self.secrets[who]}"]
        return subprocess.run(line, capture_output=True, text=True, cwd=self.folder, check=False)

    def rows(self, *words):
        rows, after = [], []
        while True:
            page = json.loads(self.ask("hughes", *words, "--limit", "5000", *after).stdout)
            rows += page["rows"]
            if "next" not in page:
                return rows
            after = ["--after", page["next"]]


def work(hatch, me, second, slow, tags, collars, until, told, wrong):
    """Issues and returns until the time is up, and both once at least on a slow machine; notes what the program
    said had been recorded."""
    chance, done = random.Random(me), set()
    while time.monotonic() < until + (0 if len(done) == 2 else 60):
        tag, collar = chance.choice(tags), chance.choice(collars)
        words = ("issue", "--to", collar, "--item", tag, "--second", second) if chance.random() < 0.5 else (
            "return", "--item", tag)
        answer = hatch.ask(me, *words, needs=(second, "officer:" + collar), slow=slow)
        if answer.returncode == 0:
            told.append(json.loads(answer.stdout)["result"]["number"])
            done.add(words[0])
        elif answer.returncode != 3 or json.loads(answer.stdout)["refusal"]["code"] not in RACED:
            wrong.append(" ".join(words) + ": " + answer.stdout + answer.stderr)


def play(folder, address, seconds):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    hatch = Hatch(folder, address)
    before = {row["number"] for row in hatch.rows("movements")}
    tags = [row["tag"] for row in hatch.rows("items") if row["location_status"] == "in_store"
            and row["holder"] == "HQ Rack" and row["model"] == "Glock 17"][:6]
    assert len(tags) == 6, tags
    until, wrong, told = time.monotonic() + seconds, [], ([], [])
    threads = [threading.Thread(target=work, args=(hatch, me, second, i * BEHIND, tags, hatch.collars[:12], until, told[i], wrong))
               for i, (me, second) in enumerate(PAIRS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong, wrong[:3]
    acknowledged = told[0] + told[1]
    assert len(acknowledged) == len(set(acknowledged)), "a number was given twice"
    movements = [row for row in hatch.rows("movements") if row["number"] not in before]
    recorded = {row["number"] for row in movements if row["kind"] in ("issue", "return")}
    assert recorded == set(acknowledged), (recorded ^ set(acknowledged))
    exported = hatch.ask("hughes", "ledger", "export", "--out", str(folder / "lines.jsonl"))
    assert exported.returncode == 0, exported.stderr
    numbers = [json.loads(line)["number"] for line in (folder / "lines.jsonl").open(encoding="utf-8")]
    assert numbers == list(range(1, len(numbers) + 1)), "the numbers are not dense"
    verified = hatch.ask(None, "ledger", "verify")
    assert verified.returncode == 0, verified.stdout
    # Whatever they raced for, a weapon went out and came in by turns.
    for tag in tags:
        kinds = [row["kind"] for row in movements if f"({tag})" in row["subject"] and row["kind"] in ("issue", "return")]
        assert all(a != "issue" or b == "return" for a, b in zip(kinds, kinds[1:])), (tag, kinds)
    for kind in ("issue", "return"):
        done = {row["number"] for row in movements if row["kind"] == kind}
        assert all(done & set(each) for each in told), f"one of the two recorded no {kind}"
    return len(acknowledged)


def main():
    done = play(FOLDER / "sqlite", str(FOLDER / "sqlite" / "two.db"), SECONDS)
    print(f"SQLite: {done} movements by two counters in {SECONDS:g} s, all acknowledged ones there, verified")
    server = os.environ.get("MUSTER_TEST_POSTGRES", "")
    if "/muster?" not in server:
        print("PostgreSQL: MUSTER_TEST_POSTGRES names no server; not played there")
        return
    for command in ("DROP DATABASE IF EXISTS two_counters", "CREATE DATABASE two_counters"):
        subprocess.run(["psql", "-q", server, "-c", command], check=True, stderr=subprocess.DEVNULL)
    done = play(FOLDER / "postgres", server.replace("/muster?", "/two_counters?"), SECONDS)
    print(f"PostgreSQL: {done} movements by two counters in {SECONDS:g} s, all acknowledged ones there, verified")


if __name__ == "__main__":
    main()
