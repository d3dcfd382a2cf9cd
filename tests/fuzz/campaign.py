#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Fuzzes every harness for a while and says what came of it.

  tests/fuzz/campaign.py --program build/fuzz/bin/muster_fuzz [--seconds 120] [--report FILE.md]
                         [HARNESS…]

What is learnt stays in build/fuzz/corpus. Each new crash is put into tests/fuzz/corpus/HARNESS,
named by its fault, where the ordinary build's test `fuzz` fails until it is mended. Exit 1 where
one was found.
"""
import argparse
import datetime
import hashlib
import os
import pathlib
import re
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
CRASHES_MAX = 5  # of one harness; more of the same teach nothing

# How the sanitizers and libFuzzer say what went wrong, the most telling first.
FAULTS = (r"what\(\):\s*(.+)", r"(runtime error: .+)", r"SUMMARY: \w+: (.+)",
          r"ERROR: (libFuzzer: .+)")


def fault_of(output):
    for pattern in FAULTS:
        found = re.search(pattern, output)
        if found:
            return re.sub(r"0x[0-9a-f]+|/\S*/|\(.*?\)", "", found.group(1)).strip()[:120]
    return "it ended without a word"


def number(pattern, output):
    found = re.findall(pattern, output)
    return int(found[-1]) if found else 0


class Harness:
    def __init__(self, program, name):
        self.program, self.name = program, name
        self.executions = self.edges = self.seconds = 0
        self.crashes = []
        self.learnt = pathlib.Path(program).resolve().parent.parent / "corpus" / name
        self.learnt.mkdir(parents=True, exist_ok=True)
        self.seeds = HERE / "corpus" / name

    def run(self, seconds):
        artifact = self.learnt.parent / f"{self.name}-artifact"
        artifact.unlink(missing_ok=True)
        begun = time.monotonic()
        done = subprocess.run(
            [self.program, f"--harness={self.name}", f"-max_total_time={seconds}", "-timeout=10",
             "-rss_limit_mb=1536", "-print_final_stats=1", f"-dict={HERE / 'words.dict'}",
             f"-exact_artifact_path={artifact}", str(self.learnt), str(self.seeds)],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        output = done.stdout.decode(errors="replace")
        self.seconds += time.monotonic() - begun
        self.executions += number(r"stat::number_of_executed_units:\s*(\d+)", output)
        self.edges = max(self.edges, number(r"cov: (\d+)", output))
        if done.returncode != 0:
            self.keep_crash(artifact, output)
        return done.returncode == 0

    def keep_crash(self, artifact, output):
        fault = fault_of(output)
        kept = "no input was left"
        if artifact.exists():
            content = artifact.read_bytes()
            words = re.sub(r"[^a-z0-9]+", "-", fault.lower()).strip("-")[:60]
            digest = hashlib.sha256(content).hexdigest()[:8]
            path = self.seeds / f"crash-{words}-{digest}"
            path.write_bytes(content)
            kept = str(path.relative_to(ROOT))
        self.crashes.append((fault, kept))
        print(f"-- {self.name}: {fault} ({kept})\n{output[-3000:]}", flush=True)

    def campaign(self, seconds):
        ends = time.monotonic() + seconds
        while len(self.crashes) < CRASHES_MAX and ends - time.monotonic() >= 1:
            if self.run(round(ends - time.monotonic())):
                break


def said(*command):
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def report(harnesses, seconds):
    commit = said("git", "rev-parse", "--short", "HEAD") or "none"
    changed = said("git", "status", "--porcelain", "src", "include")
    out = [f"# Fuzzing, {datetime.date.today()}", "",
           f"Commit {commit}{' with local changes' if changed else ''}; clang's libFuzzer with "
           f"AddressSanitizer and UndefinedBehaviorSanitizer, {seconds} s a harness, one job, "
           f"{os.cpu_count()} cores. Edges are those of the whole program that a harness reached; "
           "crashes are those still there.", "",
           "| Harness | Seconds | Executions | Edges | Crashes |", "|---|---:|---:|---:|---:|"]
    for harness in harnesses:
        out.append(f"| {harness.name} | {harness.seconds:.0f} | {harness.executions} | "
                   f"{harness.edges} | {len(harness.crashes)} |")
    for harness in harnesses:
        out += [f"\n- **{harness.name}**: {fault} (`{kept}`)" for fault, kept in harness.crashes]
    return "\n".join(out) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--report", type=pathlib.Path)
    parser.add_argument("harness", nargs="*")
    arguments = parser.parse_args()
    harnesses = []
    for name in arguments.harness or said(os.path.abspath(arguments.program), "--list").split():
        harness = Harness(arguments.program, name)
        harness.campaign(arguments.seconds)
        print(f"fuzz: {name}: {harness.executions} executions, {harness.edges} edges, "
              f"{len(harness.crashes)} crashes", flush=True)
        harnesses.append(harness)
    text = report(harnesses, arguments.seconds)
    if arguments.report:
        arguments.report.write_text(text)
    else:
        print(text)
    return 1 if not harnesses or any(h.crashes for h in harnesses) else 0


if __name__ == "__main__":
    raise SystemExit(main())
