#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The note to the auditor as openssl reads it: every sheet carries one, written or not, all of one length;
the auditor's key opens it and nothing else does; before an auditor has a certificate there is none.

  auditor_note_test.py MUSTERCTL FOLDER     exit 77 where openssl is missing
"""
import base64
import json
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "e2e"))
from armoury import NOW, Armoury  # noqa: E402
from stock_journey import build  # noqa: E402

WORDS = "I was told to write what the sheet says."
PADDED = 4096


def openssl(*words):
    return subprocess.run(["openssl", *words], capture_output=True, check=False)


def count_by_two(armoury, note=None):
    """A count of the safe, handed in by both, the first with a note."""
    count = str(armoury.ctl("--as", "manager", "count", "start", "--location", "ARV safe", "--counter",
                            "relief", "--counter", "outsider")["result"]["count"])
    for user in ("relief", "outsider"):
        armoury.ctl("--as", user, "count", "scan", count, "--location", "ARV safe", "--item", "T-2")
        with_note = ["--note-file", note] if note and user == "relief" else []
        armoury.ctl("--as", user, "count", "submit", count, *with_note)
    armoury.ctl("--as", "manager", "count", "reconcile", count)
    armoury.ctl("--as", "manager", "count", "close", count, "--second", "supervisor")
    return count


def notes(armoury, count, folder):
    path = folder / f"{count}.jsonl"
    # It answers with the ledger's lines, not with an object of its own.
    given = [f"--secret-file={who}={secret}" for who, (_, secret) in armoury.secrets.items()]
    subprocess.run([f"{armoury.programs}/musterctl", "--db", armoury.db, "--now", NOW, *given, "--as", "admin",
                    "ledger", "export", "--out", str(path)], check=True, capture_output=True)
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        body = json.loads(line).get("body", {})
        if body.get("count") == f"c-{count}" and "counter" in body and "lines" in body:
            found.append(body.get("auditor_note"))
    return found


def main():
    if not shutil.which("openssl"):
        print("openssl is missing")
        sys.exit(77)
    musterctl, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    armoury = Armoury(str(musterctl.parent), str(folder))
    build(armoury)
    first = count_by_two(armoury)
    assert notes(armoury, first, folder) == [None, None], "nobody could read a note yet"

    p12 = folder / "auditor.p12"
    armoury.secret("auditor")
    armoury.secret("key:auditor-key")
    armoury.ctl("--as", "admin", "user", "add", "auditor", "--role", "auditor", "--approver", "manager")
    armoury.ctl("--as", "auditor", "key", "create", "auditor-key", "--out", str(p12))
    armoury.ctl("--as", "admin", "key", "certify", "auditor-key", "--approver", "manager")
    note = folder / "note.txt"
    note.write_text(WORDS, encoding="ascii")
    second = count_by_two(armoury, str(note))
    sealed = notes(armoury, second, folder)
    assert len(sealed) == 2 and all(sealed), sealed
    sizes = {len(one) for one in sealed}
    assert max(sizes) - min(sizes) <= 8, f"the length tells who wrote something: {sizes}"
    assert len(set(sealed)) == 2, "the same bytes twice would tell that both are empty"

    key = folder / "auditor.pem"
    made = openssl("pkcs12", "-in", str(p12), "-nodes", "-passin",
                   "pass:" + armoury.secrets["key:auditor-key"][0], "-out", str(key))
    assert made.returncode == 0, made.stderr
    said = []
    for at, one in enumerate(sealed):
        path = folder / f"note-{at}.der"
        path.write_bytes(base64.b64decode(one))
        opened = openssl("cms", "-decrypt", "-inform", "DER", "-in", str(path), "-inkey", str(key), "-binary")
        assert opened.returncode == 0, opened.stderr
        assert len(opened.stdout) == PADDED, len(opened.stdout)
        said.append(opened.stdout.decode("ascii").strip())
        assert WORDS.encode("ascii") not in path.read_bytes(), "it lies open"
    assert sorted(said) == ["", WORDS], said
    other = folder / "other.pem"
    openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", str(other))
    refused = openssl("cms", "-decrypt", "-inform", "DER", "-in", str(folder / "note-0.der"), "-inkey", str(other))
    assert refused.returncode != 0 or refused.stdout.strip() not in (b"", WORDS.encode("ascii")), "anybody's key opens it"
    print(f"two sheets, one note: {len(sealed[0])} characters each; opened by the auditor's key alone")


if __name__ == "__main__":
    main()
