# SPDX-License-Identifier: MIT
"""Judges what musterctl makes of hostile files: bombs, lies, and what only looks like a register.

Each must end by itself with exit 1 and a sentence (or 0 where the file is merely odd), within five
seconds of processor time and 300 MB resident, and show nothing of the machine it runs on.

Usage: hostile_files_test.py MUSTERCTL FOLDER [NAME]
"""
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys

SUPPORT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support")
SECONDS, KIBIBYTES, HANGS_AFTER = 5, 300 * 1024, 60
EXITS = {"refused": {1}, "odd": {0}, "either": {0, 1}}
# Traces of a program that was surprised, not of one that answers.
SURPRISED = re.compile(r"std::|basic_string|what\(\)|bad_alloc|exception|terminate|assert", re.I)
CANARY = "CANARY-OF-THE-MACHINE"


def limits():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS * 2, SECONDS * 2))
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(command, folder):
    """Exit (negative: a signal), what was used, what was said."""
    said = os.path.join(folder, "said")
    with open(said + ".out", "wb") as out, open(said + ".err", "wb") as err:
        # Forked and not spawned: a spawned child would be charged with this program's own memory.
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err,
                                 preexec_fn=limits)
        signal.signal(signal.SIGALRM, lambda *_: child.kill())
        signal.alarm(HANGS_AFTER)
        _, status, used = os.wait4(child.pid, 0)
        signal.alarm(0)
        child.returncode = os.waitstatus_to_exitcode(status)
    size = os.path.getsize(said + ".out") + os.path.getsize(said + ".err")
    with open(said + ".out", "rb") as out, open(said + ".err", "rb") as err:
        return child.returncode, used, out.read(1 << 24), err.read(1 << 20), size


def sentences(answer, errors):
    """Whatever a person is told: words of faults, of a refusal, or on stderr."""
    told = [fault["words"] for fault in answer.get("faults", [])]
    refusal = answer.get("refusal") or {}
    told += [refusal["words"]] if refusal else []
    return told + [line for line in errors.splitlines() if line.strip()]


def complaints(expected, code, used, output, errors, size):
    if code < 0:
        yield f"was ended by signal {-code}"
        return
    seconds = used.ru_utime + used.ru_stime
    if seconds > SECONDS:
        yield f"took {seconds:.1f} s of processor time"
    if used.ru_maxrss > KIBIBYTES:
        yield f"used {used.ru_maxrss // 1024} MB"
    if code not in EXITS[expected]:
        yield f"ended with {code}, where {sorted(EXITS[expected])} was expected"
    if size > 1 << 24:
        yield f"said {size >> 20} MB"
        return
    output, errors = output.decode("utf-8", "strict"), errors.decode("utf-8", "strict")
    told = sentences(json.loads(output) if output else {}, errors)
    if code == 1 and not any(len(words.split()) >= 4 and words.rstrip().endswith(".")
                             for words in told):
        yield f"told nothing in a sentence: {told[:3]}"
    for words in told:
        if SURPRISED.search(words) or re.search(r"[\x00-\x08\x0b-\x1f\x7f]", words):
            yield f"told {words[:200]!r}"
    if CANARY in output + errors or "root:" in output + errors:
        yield "showed a file of the machine"


def judge(musterctl, folder, name):
    made = subprocess.run([sys.executable, os.path.join(SUPPORT, "hostile_files.py"), folder, name],
                          capture_output=True, text=True, check=True).stdout
    _, path, expected = made.strip().split("\t")
    small = os.path.getsize(path) < 100000
    plain = run([musterctl, "import", "workbook", path, "--dry-run"], folder) if small else None
    code, used, output, errors, size = run([musterctl, "--json", "import", "workbook", path,
                                            "--dry-run"], folder)
    try:
        bad = list(complaints(expected, code, used, output, errors, size))
        if plain and plain[0] != code:
            bad.append(f"ended with {plain[0]} without --json")
        if plain and re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", plain[2] + plain[3]):
            bad.append("wrote control characters to the terminal")
    except ValueError as failure:
        bad = [f"answered unreadably: {failure}"]
    told = errors.decode("utf-8", "replace").strip()
    if not bad and output:
        told = (sentences(json.loads(output), told) or ["nothing"])[0]
    seconds = used.ru_utime + used.ru_stime
    print(f"{'DIFFERS' if bad else 'ok     '} {name}: exit {code}, {seconds:.2f} s, "
          f"{used.ru_maxrss // 1024} MB; {'; '.join(bad) or told[:120]}", flush=True)
    os.remove(path)
    return not bad


def main():
    musterctl, folder = sys.argv[1:3]
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    sys.path.insert(0, SUPPORT)
    from hostile_files import makers
    names = sys.argv[3:] or list(makers())
    well = [judge(musterctl, folder, name) for name in names]
    climbed = [place for place in ("climbed.txt", "../climbed.txt", "../../climbed.txt")
               if os.path.exists(os.path.join(folder, place))]
    if climbed:
        print(f"files were written outside: {climbed}")
    print(f"{len(well)} hostile files, {well.count(False)} not answered as they should be")
    sys.exit(0 if all(well) and not climbed else 1)


if __name__ == "__main__":
    main()
