#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Two people, each at a machine of their own, put one count on their own sheets at the same time.

    two_at_one_count_test.py MUSTERCTL FOLDER [ITEMS]

Meanwhile a third hands out and takes back at the hatch. Nobody may be refused for the others, no
scan be lost or land on another's sheet, and the sheets compared afterwards must agree with what was
scanned. Where MUSTER_TEST_POSTGRES names a server the same is done there.
"""
import json
import os
import shutil
import subprocess
import sys
import threading

from two_counters_test import FOLDER, MUSTERCTL, Hatch

ITEMS = int(sys.argv[3]) if len(sys.argv) > 3 else 24
A_CALL = 3  # items named by one call


class Counter(threading.Thread):
    """One process after another, as a handheld sends what it has scanned."""

    def __init__(self, hatch, user, count, place, tags):
        super().__init__()
        self.hatch, self.user, self.count, self.place, self.tags = hatch, user, count, place, tags
        self.wrong, self.recorded = [], 0

    def run(self):
        for at in range(0, len(self.tags), A_CALL):
            words = [word for tag in self.tags[at:at + A_CALL] for word in ("--item", tag)]
            answer = self.hatch.ask(self.user, "count", "scan", self.count, "--location", self.place, *words)
            if answer.returncode != 0:
                self.wrong.append(answer.stdout + answer.stderr)
                continue
            self.recorded += json.loads(answer.stdout)["result"]["recorded"]


def at_the_hatch(hatch, tag, collar, until, told, wrong):
    """Somebody draws and returns a weapon of another place while it is counted."""
    while not until.is_set():
        for words in (("issue", "--to", collar, "--item", tag, "--second", "harper"),
                      ("return", "--item", tag)):
            answer = hatch.ask("hughes", *words, needs=("harper", "officer:" + collar))
            if answer.returncode == 0:
                told.append(words[0])
            else:
                wrong.append(answer.stdout + answer.stderr)


def who_may_draw(hatch, tag):
    """The first officer to whom that weapon is issued; it is taken back at once."""
    for collar in hatch.collars:
        drawn = hatch.ask("hughes", "issue", "--to", collar, "--item", tag, "--second", "harper",
                          needs=("harper", "officer:" + collar))
        if drawn.returncode == 0:
            must(hatch.ask("hughes", "return", "--item", tag))
            return collar
    raise AssertionError("nobody of the invented force may draw " + tag)


def must(answer):
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return json.loads(answer.stdout)["result"]


def play(folder, address):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    hatch = Hatch(folder, address)
    # Of the invented force: who keeps the armouries, two who only count, a supervisor.
    manager, counters, second = "manning", ("counter1", "counter2"), "shaw"
    rows = [row for row in hatch.rows("items") if row["location_status"] == "in_store"]
    place = max({row["holder"] for row in rows}, key=lambda name: sum(row["holder"] == name for row in rows))
    tags = [row["tag"] for row in rows if row["holder"] == place][:ITEMS]
    assert len(tags) >= 12, (place, len(tags))
    elsewhere = [row["tag"] for row in rows if row["holder"] != place and row["model"] == "Glock 17"]
    assert elsewhere, "nothing lies anywhere else"
    started = must(hatch.ask(manager, "count", "start", "--location", place, "--counter", counters[0],
                             "--counter", counters[1], "--override", second, "--reason", "a trial",
                             needs=(second,)))
    count = str(started["count"])
    # Each goes through the place the other way round, and one of them scans everything twice.
    both = [Counter(hatch, counters[0], count, place, tags),
            Counter(hatch, counters[1], count, place, tags[::-1] + tags[:6])]
    until, told, wrong = threading.Event(), [], []
    collar = who_may_draw(hatch, elsewhere[0])
    hand = threading.Thread(target=at_the_hatch, args=(hatch, elsewhere[0], collar, until, told, wrong))
    hand.start()
    for one in both:
        one.start()
    for one in both:
        one.join()
    until.set()
    hand.join()
    assert not wrong, wrong[:3]
    assert {"issue", "return"} <= set(told), told
    for one in both:
        assert not one.wrong, one.wrong[:3]
        assert one.recorded == len(tags), (one.user, one.recorded, len(tags))
        own = must(hatch.ask(one.user, "count", "mine", count))
        assert sum(each["scans"] for each in own["places"]) == len(tags), own
    # Both hand in at once.
    answers = []
    hands = [threading.Thread(target=lambda who=one.user: answers.append(hatch.ask(who, "count", "submit", count)))
             for one in both]
    for one in hands:
        one.start()
    for one in hands:
        one.join()
    for answer in answers:
        must(answer)
    compared = must(hatch.ask(manager, "count", "reconcile", count))
    counted = {line["words"] for line in compared["lines"] if line["counted"] > 0}
    lost = [tag for tag in tags if not any(f"({tag})" in words for words in counted)]
    assert not lost, lost
    assert "disagreed" not in compared["totals"], compared["totals"]
    verified = hatch.ask(None, "ledger", "verify")
    assert verified.returncode == 0, verified.stdout
    return len(tags)


def main():
    done = play(FOLDER / "sqlite", str(FOLDER / "sqlite" / "count.db"))
    print(f"SQLite: {done} items on two sheets at once; none lost, none refused, verified")
    server = os.environ.get("MUSTER_TEST_POSTGRES", "")
    if "/muster?" not in server:
        print("PostgreSQL: MUSTER_TEST_POSTGRES names no server; not played there")
        return
    for command in ("DROP DATABASE IF EXISTS two_at_one_count", "CREATE DATABASE two_at_one_count"):
        subprocess.run(["psql", "-q", server, "-c", command], check=True, stderr=subprocess.DEVNULL)
    done = play(FOLDER / "postgres", server.replace("/muster?", "/two_at_one_count?"))
    print(f"PostgreSQL: {done} items on two sheets at once; none lost, none refused, verified")


if __name__ == "__main__":
    main()
