#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures Muster against what this machine allows, and writes a report.

  tests/bench/bench.py [--programs build/bin] [--report FILE.md] [--rows 100000] [--pairs 5]
                       [--movements 100000]
                       [--only reading reading_memory importing movements issuing reconciling
                               growing]

Each line is a limit and the product, run in turns on the same disk in the same minute; the ratio is
the median of the pairs. Time and peak memory of whole processes are the kernel's own (wait4).
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(HERE), str(HERE.parent / "e2e")]
import armoury  # noqa: E402  (a practice armoury made by musterctl)
from grown import Grown  # noqa: E402
from measured import Report, Run, in_turns, real_time  # noqa: E402
from registers import write_movements, set_up_counter  # noqa: E402


def middle(values):
    return statistics.median(values)


class Bench:
    def __init__(self, arguments):
        self.programs = arguments.programs.resolve()
        self.rows, self.pairs = arguments.rows, arguments.pairs
        self.movements_most = arguments.movements
        self.folder = self.programs.parent / "bench"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.report = Report()
        self.bench = str(self.programs / "muster_bench")
        self.real_time = real_time()

    def register(self, rows):
        path = self.folder / f"register-{rows}.xlsx"
        if not path.exists():
            Run([self.bench, "make-register", str(rows), str(path)])
        return str(path)

    def empty_armoury(self, name):
        made = armoury.Armoury(str(self.programs), str(self.folder / name))
        for who in ("admin", "ca", "ledger"):
            made.secret(who)
        made.ctl("init", "--practice", "--force", "Example Force", "--armoury", "HQ Armoury",
                 "--admin", "admin")
        return made

    def musterctl(self, made, *words):
        given = [f"--secret-file={who}={path}" for who, (_, path) in made.secrets.items()]
        return [str(self.programs / "musterctl"), "--db", made.db, "--now", armoury.NOW, *given,
                "--as", "admin", *words]

    def dry_run(self, made, path, *kind):
        return Run(self.musterctl(made, "import", *(kind or ("workbook",)), path, "--dry-run"))

    def counters(self, name, env):
        """What a benchmark of muster_bench counted."""
        command = [*self.real_time, self.bench, f"--benchmark_filter=^{name}/",
                   "--benchmark_format=json"]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              env={**os.environ, **env}, check=False)
        if done.returncode != 0:
            raise SystemExit(f"{name}: exit {done.returncode}\n{done.stderr[-2000:]}")
        return json.loads(done.stdout)["benchmarks"][0]

    # --- what is measured -------------------------------------------------------------------------

    def reading(self):
        path = self.register(self.rows)
        made = self.empty_armoury("dry")
        runs = in_turns(self.pairs, lambda _: Run([self.bench, "limit-xml", path]),
                        lambda _: self.dry_run(made, path))
        self.report.slower(
            f"`import workbook --dry-run`, {self.rows} × 14, whole processes; limit: libxml2's "
            "reader over the same sheet",
            f"{middle(limit.wall for limit, _ in runs):.2f} s",
            f"{middle(product.wall for _, product in runs):.2f} s",
            middle(product.wall / limit.wall for limit, product in runs), 3)
        inside = self.counters("read_register", {"MUSTER_BENCH_REGISTER": path})
        self.report.slower(
            f"the register reader alone, {self.rows} × 14, in one process; same limit, the sheet "
            "inflated beforehand",
            f"{inside['limit_ms'] / 1000:.2f} s", f"{inside['product_ms'] / 1000:.2f} s",
            inside["ratio"], 3)

    def reading_memory(self):
        made = self.empty_armoury("memory")
        small, large = (
            middle(self.dry_run(made, self.register(rows)).peak for _ in range(3))
            for rows in (self.rows // 10, self.rows))
        self.report.slower(
            f"peak memory of `import workbook --dry-run`, {self.rows} rows against "
            f"{self.rows // 10}", f"{small:.0f} MB", f"{large:.0f} MB", large / small, 1.3)

    def importing(self):
        path = self.register(self.rows)

        def limit(_):
            return Run([*self.real_time, self.bench, "limit-bulk", str(self.rows),
                        str(self.folder)])

        def product(turn):
            made = self.empty_armoury(f"import-{turn}")
            return Run([*self.real_time, *self.musterctl(made, "import", "workbook", path)])

        runs = in_turns(max(1, self.pairs // 2), limit, product)
        self.report.faster(
            f"`import workbook` of {self.rows} rows into SQLite, rows a second; limit: bulk insert "
            "with hashes, root and two indexes",
            f"{self.rows / middle(run.wall for run, _ in runs):.0f}/s",
            f"{self.rows / middle(run.wall for _, run in runs):.0f}/s",
            middle(one.wall / other.wall for one, other in runs), 0.6)
        self.report.note(
            f"That import took {middle(run.cpu for _, run in runs):.1f} s of processor and "
            f"{middle(run.peak for _, run in runs):.0f} MB at most, the limit "
            f"{middle(run.cpu for run, _ in runs):.1f} s.")

    def movements(self):
        shown = Run([str(self.programs / "musterctl"), "--help"], expect=(0, 2)).output
        if "import movements" not in shown:
            self.report.note("Not measured: CSV of a million movements. This musterctl does not "
                             "know `import movements`.")
            return
        lines = self.rows * 10
        path = str(self.folder / "movements.csv")
        write_movements(path, lines)
        made = self.empty_armoury("movements")
        runs = in_turns(max(1, self.pairs // 2), lambda _: Run([self.bench, "limit-csv", path]),
                        lambda _: self.dry_run(made, path, "movements"))
        took = middle(run.wall for _, run in runs)
        self.report.note(
            f"CSV of {lines} movements, `--dry-run`: {took:.1f} s, {lines / took:.0f} lines a "
            f"second, {middle(run.peak for _, run in runs):.0f} MB; libcsv alone "
            f"{middle(run.wall for run, _ in runs):.1f} s.")

    def issuing(self):
        made = self.empty_armoury("counter")
        set_up_counter(made)
        users = {row["name"]: row["user"] for row in made.ctl("--as", "admin", "user",
                                                              "list")["rows"]}
        inside = self.counters("issue_beside_commit", {
            "MUSTER_BENCH_DB": made.db, "MUSTER_BENCH_SECRETS": f"{made.folder}/secrets",
            "MUSTER_BENCH_USER": users["armourer"], "MUSTER_BENCH_SECOND": "second", "MUSTER_BENCH_COLLAR": "4471",
            "MUSTER_BENCH_NOW": armoury.NOW, "MUSTER_BENCH_ITEM": "WM1", "MUSTER_BENCH_BATCH": "22-117",
            "MUSTER_BENCH_FOLDER": str(self.folder)})
        self.report.faster(
            "one issue with all checks, two people's secrets, checkpoint signed (scrypt apart), each "
            "a durable commit; limit: six durable rows",
            f"{inside['limit_ms']:.2f} ms, {inside['limit_cpu_ms'] * 1000:.0f} µs CPU",
            f"{inside['product_ms']:.2f} ms, {inside['product_cpu_ms'] * 1000:.0f} µs CPU",
            1 / inside["ratio"], 0.8)
        self.report.slower(
            "the slowest hundredth of those issues against their median (the limit's own beside)",
            f"{inside['limit_p99_ms']:.2f} ms", f"{inside['product_p99_ms']:.2f} ms",
            inside["product_p99_ms"] / inside["product_ms"], 3)

    def reconciling(self):
        inside = self.counters("reconcile_beside_pass", {})
        self.report.slower(
            "a count of 5,000 items and 200 batches, two sheets of it compared with the book by the "
            "rules; limit: one pass over the same rows",
            f"{inside['limit_ms']:.1f} ms", f"{inside['product_ms']:.1f} ms", inside["ratio"], 5)

    def growing(self):
        """The same issue, and a whole verification, as the ledger grows."""
        sizes = [10_000 * 10**power for power in range(len(str(self.movements_most)) - 4)]
        issues, checks = [], []
        for movements in sizes:
            grown = Grown(str(self.programs / "musterctl"), self.folder / f"grown-{movements}",
                          movements)
            issues.append(self.counters("issue_beside_commit", grown.to_issue()))
            checks.append((grown.entries, *(
                Run([str(self.programs / "musterctl"), "--db", grown.db, *command])
                for command in (("ledger", "verify"), ("replay",)))))
            shutil.rmtree(grown.folder)
        small, large = (f"{entries:,} entries" for entries in (checks[0][0], checks[-1][0]))
        for what, unit in (("product_ms", "ms"), ("product_cpu_ms", "ms CPU")):
            self.report.slower(
                f"the same issue in a ledger of {large}; limit: in one of {small}",
                f"{issues[0][what]:.2f} {unit}", f"{issues[-1][what]:.2f} {unit}",
                issues[-1][what] / issues[0][what], 1.2)
        for name, at in (("ledger verify", 1), ("replay", 2)):
            rates = [check[0] / check[at].wall for check in checks]
            self.report.slower(
                f"peak memory of `{name}`, {large}; limit: {small}",
                f"{checks[0][at].peak:.0f} MB", f"{checks[-1][at].peak:.0f} MB",
                checks[-1][at].peak / checks[0][at].peak, 1.3)
            self.report.note(f"`{name}`, entries a second: " + ", ".join(
                f"{rate:,.0f} of {check[0]:,}" for rate, check in zip(rates, checks)) + ".")


def main():
    steps = ("reading", "reading_memory", "importing", "movements", "issuing", "reconciling", "growing")
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--programs", type=pathlib.Path, default=ROOT / "build/bin")
    parser.add_argument("--report", type=pathlib.Path)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--movements", type=int, default=100_000,
                        help="of the largest ledger that is grown, a power of ten")
    parser.add_argument("--only", nargs="*", choices=steps, default=steps)
    arguments = parser.parse_args()
    bench = Bench(arguments)
    for step in arguments.only:
        getattr(bench, step)()
    text = bench.report.text(ROOT, bench.real_time)
    if arguments.report:
        arguments.report.write_text(text)
    else:
        print(text)
    shutil.rmtree(bench.folder, ignore_errors=True)


if __name__ == "__main__":
    main()
