#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Signing off with a card: SoftHSM is the card, its own tools make the key, and OpenSC reads it.

The key never leaves the card; a wrong PIN signs nothing; what is signed says that it was by card; a pack
signed by it verifies for the program that trusts nobody.

  card_test.py MUSTERCTL FOLDER     exit 77 where SoftHSM, OpenSC or OpenSSL's engine is missing
"""
import glob
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "e2e"))
from armoury import NOW, Armoury  # noqa: E402
from stock_journey import build  # noqa: E402

PIN, OTHER_PIN = "271828", "161803"
DRIVERS = ["/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"]


def run(*words, ok=True):
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert not ok or done.returncode == 0, (words, done.stdout, done.stderr)
    return done


def make_card(folder, driver):
    """An empty card, and two key pairs made on it."""
    tokens = folder / "tokens"
    tokens.mkdir()
    config = folder / "softhsm2.conf"
    config.write_text(f"directories.tokendir = {tokens}\nobjectstore.backend = file\nlog.level = ERROR\n")
    os.environ["SOFTHSM2_CONF"] = str(config)
    run("softhsm2-util", "--init-token", "--free", "--label", "sample", "--pin", PIN, "--so-pin", "314159")
    for number, name in (("01", "senior"), ("02", "manager")):
        run("pkcs11-tool", "--module", driver, "--login", "--pin", PIN, "--token-label", "sample", "--keypairgen",
            "--key-type", "EC:prime256v1", "--label", name, "--id", number, "--usage-sign")
    listed = run("pkcs11-tool", "--module", driver, "--login", "--pin", PIN, "--token-label", "sample", "-O").stdout
    assert listed.count("Private Key Object") == 2 and "never extractable" in listed, listed


def ask(armoury, *words):
    """As Armoury.ctl, but what it ended with is looked at."""
    given = [f"--secret-file={who}={path}" for who, (_, path) in armoury.secrets.items()]
    return run(os.path.join(armoury.programs, "musterctl"), "--db", armoury.db, "--now", NOW, "--json", *given,
               *words, ok=False)


def put_secret(armoury, who, text):
    path = os.path.join(armoury.folder, "secrets", who.replace(":", "-"))
    with open(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
        file.write(text + "\n")
    armoury.secrets[who] = (text, path)


def use(armoury, user, driver, name):
    put_secret(armoury, f"key:{user}", PIN)
    return ask(armoury, "--as", user, "key", "create", user, "--card", f"pkcs11:token=sample;object={name}",
               "--driver", driver)


def main():
    driver = next((path for path in DRIVERS if os.path.exists(path)), None)
    engine = glob.glob("/usr/lib/*/engines-3/pkcs11.so")
    if not driver or not engine or not shutil.which("softhsm2-util") or not shutil.which("pkcs11-tool"):
        print("SoftHSM, OpenSC or OpenSSL's pkcs11 engine is missing: nothing was judged")
        return 77
    folder = pathlib.Path(sys.argv[2]).resolve()
    armoury = Armoury(str(pathlib.Path(sys.argv[1]).resolve().parent), str(folder))
    build(armoury)
    armoury.secret("senior")
    armoury.ctl("--as", "admin", "user", "add", "senior", "--role", "senior_officer", "--approver", "manager")
    make_card(folder, driver)
    missing = use(armoury, "senior", driver, "nobody")
    assert missing.returncode != 0 and "has the key" in missing.stdout + missing.stderr, missing
    nowhere = use(armoury, "senior", "/nonexistent/driver.so", "senior")
    assert nowhere.returncode != 0 and "no driver" in nowhere.stdout + nowhere.stderr, nowhere
    for user in ("senior", "manager"):
        made = use(armoury, user, driver, user)
        assert made.returncode == 0, made.stdout + made.stderr
    early = ask(armoury, "--as", "senior", "oversight", "sign", "brief 2026-03", "--key", "senior")
    assert early.returncode == 3 and "key_unknown" in early.stdout, early.stdout + early.stderr
    for user, approver in (("senior", "manager"), ("manager", "senior")):
        armoury.ctl("--as", "admin", "key", "certify", user, "--approver", approver)
    put_secret(armoury, "key:senior", OTHER_PIN)
    wrong = ask(armoury, "--as", "senior", "oversight", "sign", "brief 2026-03", "--key", "senior")
    assert wrong.returncode != 0 and "PIN" in wrong.stdout + wrong.stderr, wrong.stdout + wrong.stderr
    assert not armoury.ctl("--as", "senior", "oversight", "list")["rows"]
    put_secret(armoury, "key:senior", PIN)
    armoury.ctl("--as", "senior", "oversight", "sign", "brief 2026-03", "--key", "senior")
    rows = armoury.ctl("--as", "senior", "oversight", "list")["rows"]
    assert [row["method"] for row in rows] == ["card"], rows
    other = ask(armoury, "--as", "manager", "oversight", "sign", "brief 2026-03", "--key", "senior")
    assert other.returncode == 3 and "key_unknown" in other.stdout, other.stdout
    # A pack's preparer may sign by card, too.
    armoury.ctl("--as", "manager", "period", "close", "--label", "2025-26")
    pack = armoury.ctl("--as", "manager", "pack", "build", "--period", "2025-26", "--key", "manager", "--out",
                       str(folder))["result"]["pack"]
    verified = run(os.path.join(armoury.programs, "muster-verify"), pack, ok=False)
    # Who its signer is, nobody here says to trust: that stays open, and nothing fails.
    assert "PASS 3 sign-off chain: The preparer" in verified.stdout, verified.stdout
    assert "FAIL" not in verified.stdout, verified.stdout
    # Without the card nothing signs.
    shutil.rmtree(folder / "tokens")
    (folder / "tokens").mkdir()
    gone = ask(armoury, "--as", "manager", "pack", "build", "--period", "2025-26", "--key", "manager", "--out",
               str(folder))
    assert gone.returncode != 0 and "has the key" in gone.stdout + gone.stderr, gone.stdout + gone.stderr
    print("two keys on a card: certified, signed off with, refused without their PIN; a pack verified")
    return 0


if __name__ == "__main__":
    sys.exit(main())
