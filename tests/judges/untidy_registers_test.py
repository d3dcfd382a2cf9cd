# SPDX-License-Identifier: MIT
"""Judges the import's eye for faults by untidy registers, whose faults are known for being planted.

For each seed: the faults that `import workbook FILE --dry-run` names are exactly those planted
(sheet, row, column, code), the rows are all counted, and the same serial under another model is a
warning. A few are judged again after LibreOffice has written them anew.

Usage: untidy_registers_test.py MUSTERCTL FOLDER [SEEDS [FIRST]]
"""
import json
import multiprocessing
import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
try:
    from registers.make import make
except ImportError as absent:
    print(f"SKIPPED: {absent}; install python3-openpyxl")
    sys.exit(77)


def inspect(musterctl, path):
    done = subprocess.run([musterctl, "--json", "import", "workbook", path, "--dry-run"],
                          stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, check=False, timeout=60)
    if done.returncode not in (0, 1):
        said = done.stderr.strip() or done.stdout[:300]
        raise ValueError(f"ended with {done.returncode}: {said}")
    answer = json.loads(done.stdout)
    if (done.returncode == 1) != bool(answer.get("faults")):
        raise ValueError(f"ended with {done.returncode} and {len(answer.get('faults', []))} faults")
    return answer


def place(fault):
    # A column that is not there has no letter; the heading row is its place.
    column = "" if fault["code"] == "column_missing" else fault["column"]
    return fault["sheet"], fault["row"], column, fault["code"]


def cell_text(register, sheet, row, column):
    for table in register.tables:
        for line in table.rows:
            if table.sheet == sheet and line.number == row:
                names = [known for known in table.columns if known.letter == column]
                return repr(line.cells.get(names[0].field)) if names else f"a {line.sort} row"
    return "outside the tables"


def disagreements(register, answer):
    found = [place(fault) for fault in answer["faults"]]
    planted = register.faults()
    words = {place(fault): fault["words"] for fault in answer["faults"]}
    for fault in sorted(planted - set(found)):
        yield f"not found {fault}: {cell_text(register, *fault[:3])}"
    for fault in sorted(set(found) - planted):
        yield f"false {fault}: {cell_text(register, *fault[:3])}; {words[fault]}"
    for fault in sorted({fault for fault in found if found.count(fault) > 1}):
        yield f"named twice {fault}"
    for kind, rows in register.rows().items():
        # Rows of a table that lacks a needed column need not be counted.
        lacking = any(plant.code == "column_missing" and plant.table.kind == kind
                      for plant in register.plants)
        if answer["result"].get(kind, 0) != rows and not lacking:
            yield f"{kind}: {answer['result'].get(kind)} rows counted, {rows} written"
    warned = {(warning["sheet"], warning["row"], warning["column"])
              for warning in answer["warnings"]}
    for cell in sorted(register.warned - warned):
        yield f"no warning {cell}: the same serial under another model"


def judge(work):
    musterctl, folder, seed = work
    register = make(seed, folder)
    try:
        said = list(disagreements(register, inspect(musterctl, register.path)))
    except (ValueError, KeyError, subprocess.TimeoutExpired) as failure:
        said = [str(failure)]
    codes = [fault[3] for fault in register.faults()]
    if not said:
        os.remove(register.path)
    return seed, register.about, said, codes


def written_anew(musterctl, folder, seeds):
    """The same registers as LibreOffice writes them: another program's file, the same faults."""
    if not shutil.which("soffice"):
        print("SKIPPED: registers written by LibreOffice; install libreoffice-calc-nogui")
        return
    there, back = os.path.join(folder, "there"), os.path.join(folder, "back")
    os.makedirs(there)
    registers = [make(seed, there, csv_share=0.0) for seed in seeds]
    profile = "-env:UserInstallation=file://" + os.path.abspath(os.path.join(folder, "profile"))
    subprocess.run(["soffice", "--headless", profile, "--convert-to", "xlsx", "--outdir", back,
                    *[register.path for register in registers]], stdin=subprocess.DEVNULL,
                   capture_output=True, check=True, timeout=120)
    for register in registers:
        path = os.path.join(back, os.path.basename(register.path))
        for words in disagreements(register, inspect(musterctl, path)):
            yield register.seed, words


def main():
    musterctl, folder = sys.argv[1:3]
    seeds = int(sys.argv[3]) if len(sys.argv) > 3 else 200
    first = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    bad, codes = 0, {}
    with multiprocessing.Pool(2) as pool:
        work = [(musterctl, folder, first + n) for n in range(seeds)]
        for seed, about, said, planted in pool.imap(judge, work):
            for code in planted:
                codes[code] = codes.get(code, 0) + 1
            bad += bool(said)
            for words in said:
                print(f"seed {seed} ({about}): {words}")
    again = range(first + 100000, first + 100000 + min(seeds // 10, 20))
    anew = set()
    for seed, words in written_anew(musterctl, folder, again):
        anew.add(seed)
        print(f"seed {seed}, written anew by LibreOffice: {words}")
    bad += len(anew)
    print(f"{seeds} registers and {len(again)} written anew, {sum(codes.values())} faults "
          f"of {len(codes)} codes planted; {bad} disagree")
    print(", ".join(f"{code} {count}" for code, count in sorted(codes.items())))
    if bad:
        print(f"those that disagree are in {folder}; "
              "tests/support/untidy_registers.py makes any seed again")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
