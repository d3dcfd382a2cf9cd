# SPDX-License-Identifier: MIT
"""One process measured from outside, and the table of what was measured."""
import datetime
import os
import shutil
import subprocess


class Run:
    """Seconds on the wall and on the processor, and peak memory in MB, of one process."""

    def __init__(self, command, expect=(0,)):
        begun = os.times().elapsed
        with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT) as process:
            self.output = process.stdout.read().decode(errors="replace")
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        self.wall = os.times().elapsed - begun
        self.cpu = used.ru_utime + used.ru_stime
        self.peak = used.ru_maxrss / 1024
        if process.returncode not in expect:
            raise SystemExit(f"{' '.join(command)}: exit {process.returncode}\n"
                             f"{self.output[-2000:]}")


def real_time():
    """A real-time class for whatever waits for the disk, where we may have it."""
    wanted = ["chrt", "-r", "3"]
    if not shutil.which("chrt"):
        return []
    tried = subprocess.run([*wanted, "true"], stderr=subprocess.DEVNULL, check=False)
    return wanted if tried.returncode == 0 else []


def in_turns(pairs, limit, product):
    return [(limit(turn), product(turn)) for turn in range(pairs)]


class Report:
    """Lines of what, limit, product, ratio and aim; a missed aim is said, and fails nothing."""

    def __init__(self):
        self.rows, self.notes = [], []

    def slower(self, what, limit, product, ratio, at_most):
        self.line(what, limit, product, ratio, f"≤ {at_most}", ratio <= at_most)

    def faster(self, what, limit, product, ratio, at_least):
        self.line(what, limit, product, ratio, f"≥ {at_least}", ratio >= at_least)

    def line(self, what, limit, product, ratio, aim, held):
        self.rows.append((what, limit, product, f"{ratio:.2f}", aim, "yes" if held else "**no**"))
        print("bench: " + " | ".join(self.rows[-1]), flush=True)

    def note(self, words):
        self.notes.append(words)
        print("bench: " + words, flush=True)

    def text(self, root, used_real_time):
        def said(*command):
            done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
            return done.stdout.strip()

        commit = said("git", "rev-parse", "--short", "HEAD") or "none"
        changed = said("git", "status", "--porcelain", "src", "include", "tests/bench")
        out = [f"# Bench, {datetime.date.today()}", "",
               f"Commit {commit}{' with local changes' if changed else ''}, {os.cpu_count()} "
               f"cores, load {os.getloadavg()[0]:.1f} at the end; what waits for the disk ran "
               f"{'under ' + ' '.join(used_real_time) if used_real_time else 'as all else'}. "
               "Limit and product in turns; times are medians, ratios the medians of the pairs.",
               "", "| What | Limit | Product | Ratio | Aim | Held |",
               "|---|---|---|---|---|---|"]
        out += ["| " + " | ".join(row) + " |" for row in self.rows]
        return "\n".join(out + [""] + [note + "\n" for note in self.notes]).rstrip() + "\n"
