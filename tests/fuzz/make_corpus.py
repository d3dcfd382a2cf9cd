#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes those seeds of tests/fuzz/corpus that are not plain text. All of them are invented.

  tests/fuzz/make_corpus.py [--programs build/bin]

The workbooks of xlsx are the texts of xlsx_parts, zipped; the register harnesses have the same
seeds. With the programs a day of a practice armoury is played, and its signed pack becomes the
seeds of pack, pack_parts, pack_texts, canonical, ledger_texts and signature. Its keys are thrown
away, so those seeds differ from run to run. Crashes that a campaign found are left alone.
"""
import argparse
import io
import pathlib
import struct
import sys
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "e2e"))
from armoury import Armoury  # noqa: E402  (a practice armoury made by musterctl)

CORPUS = HERE / "corpus"


def seed(harness, name, content):
    folder = CORPUS / harness
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)


def seeds_of(harness):
    paths = sorted((CORPUS / harness).iterdir())
    return [path for path in paths if not path.name.startswith("crash")]


def zipped(parts, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 3, 2, 9, 0, 0)), content, method)
    return out.getvalue()


def joined(parts):
    """The text of several files that parts_of of harness.hpp takes apart."""
    return b"\n".join(b"=== " + name.encode() + b"\n" + content for name, content in parts.items())


def parted(text):
    parts = {}
    for piece in ("\n" + text.decode()).split("\n=== ")[1:]:
        name, _, content = piece.partition("\n")
        parts[name] = content
    return parts


def zips():
    plain = zipped({"a.txt": "one", "b/c.txt": "two" * 40})
    stored = zipped({"a.txt": "one", "b.txt": ""}, zipfile.ZIP_STORED)
    directory = stored.index(b"PK\x01\x02")
    encrypted = bytearray(stored)
    encrypted[6] |= 1
    encrypted[directory + 8] |= 1
    lying = bytearray(stored)
    struct.pack_into("<I", lying, directory + 24, 0x00100000)
    return {
        "plain": plain, "stored": stored, "encrypted": bytes(encrypted), "lying_size": bytes(lying),
        "comment": plain[:-2] + b"\x03\x00abc", "empty": zipped({}),
        # A ZIP of other programs may name its members in any bytes at all.
        "raw_name": stored.replace(b"a.txt", b"\xff\xfe.tx"),
        "twice": stored.replace(b"b.txt", b"A.TXT"), "up": stored.replace(b"b.txt", b"../bt"),
        "bomb": zipped({"zeros": b"\0" * 3_000_000})}


def taken_for_workbooks():
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
    ods = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"}
    return {"old_xls": compound, "encrypted": compound + "EncryptedPackage".encode("utf-16-le"),
            "ods": zipped(ods), "xlsb": zipped({"xl/workbook.bin": "x"}),
            "not_a_zip": b"PK but no more"}


REGISTERS = {
    "officers": "Collar,Rank,Name,Unit,Pistol exp\n4471,PC,Sample Person,Firearms,31/12/2026\n",
    "items": "Asset No,Type,Make / Model,Serial No.,Location,Status\n"
             "WM1,Pistol,Glock 17,ABC123,HQ Armoury,In store\n",
    "batches": "Nature,Lot / Batch,Expiry,Qty,Sealed boxes,Per box,Location,Use\n"
               "9x19 operational,22-117,31/12/2029,1000,20,50,HQ Armoury,Operational\n"}
USERS = {"armourer": "armourer", "second": "supervisor", "manager": "armoury_manager",
         "senior": "senior_officer"}


def played_pack(folder, programs):
    """A day of a small armoury, to its signed pack."""
    armoury = Armoury(programs, folder)
    for who in ("admin", "ca", "ledger", *USERS, "key:manager", "key:senior"):
        armoury.secret(who)
    armoury.secret("officer:4471", pin=True)

    def ctl(who, *words):
        return armoury.ctl("--as", who, *words)

    ctl("admin", "init", "--practice", "--force", "Example Force", "--armoury", "HQ Armoury",
        "--admin", "admin")
    for kind, text in REGISTERS.items():
        path = pathlib.Path(folder) / f"{kind}.csv"
        path.write_text(text)
        ctl("admin", "import", kind, str(path))
    for name, role in USERS.items():
        ctl("admin", "user", "add", name, "--role", role)
    ctl("admin", "officer", "pin", "4471")
    for name in ("manager", "senior"):
        ctl(name, "key", "create", name, "--out", f"{folder}/{name}.p12")
    ctl("admin", "key", "certify", "manager", "--approver", "senior")
    ctl("admin", "key", "certify", "senior", "--approver", "manager")
    ctl("admin", "setup", "close")
    drawn = ("--item", "WM1", "--second", "second", "--batch")
    ctl("armourer", "issue", "--to", "4471", *drawn, "22-117:30")
    ctl("armourer", "return", "--from", "4471", *drawn, "22-117:28")
    ctl("manager", "period", "close", "--label", "2026")
    built = ctl("manager", "pack", "build", "--period", "2026", "--key", "manager", "--out", folder)
    pack = built["result"]["pack"]
    ctl("senior", "pack", "sign", pack, "--role", "senior_officer", "--key", "senior")
    return pathlib.Path(pack).read_bytes()


def write_seeds_of_pack(pack):
    archive = zipfile.ZipFile(io.BytesIO(pack))
    files = {name: archive.read(name) for name in archive.namelist()}
    unsigned = {name: content for name, content in files.items()
                if not name.startswith(("SHA256SUMS", "signoff/"))}
    ledger = ("pack.json", "ledger.jsonl", "disclosures.jsonl", "checkpoint.txt")
    seed("pack", "signed", pack)
    seed("pack_parts", "signed", joined(files))
    seed("pack_parts", "unsigned", joined(unsigned))
    seed("pack_parts", "ledger_alone", joined({name: files[name] for name in ledger}))
    for name, content in files.items():
        if name in ("SHA256SUMS", "pack.json") or (name.startswith("signoff/") and "txt" in name):
            seed("pack_texts", name.replace("/", "-"), content)
    seed("ledger_texts", "checkpoint", files["checkpoint.txt"])
    seed("ledger_texts", "disclosure", files["disclosures.jsonl"].splitlines()[0])
    seed("signature", "manifest", files["SHA256SUMS.p7s"])
    kinds = {}
    for line in files["ledger.jsonl"].splitlines():
        kinds.setdefault(line.split(b'"kind":"')[1].split(b'"')[0].decode(), line)
    for kind, line in kinds.items():
        seed("canonical", kind, line)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--programs", type=pathlib.Path)
    programs = parser.parse_args().programs
    for name, content in zips().items():
        seed("zip", name, content)
    for path in seeds_of("csv"):
        seed("register_csv", path.name, path.read_bytes())
    books = {path.name: zipped(parted(path.read_bytes())) for path in seeds_of("xlsx_parts")
             if b"=== xl/workbook.xml" in path.read_bytes()}
    for name, content in {**books, **taken_for_workbooks()}.items():
        seed("xlsx", name, content)
        seed("register_xlsx", name, content)
    for path in seeds_of("xlsx_parts"):
        seed("register_parts", path.name, path.read_bytes())
    if programs:
        with tempfile.TemporaryDirectory() as folder:
            pack = played_pack(folder + "/armoury", str(programs.resolve()))
        write_seeds_of_pack(pack)


if __name__ == "__main__":
    main()
