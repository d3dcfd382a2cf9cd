# SPDX-License-Identifier: MIT
"""Invented registers for the benches."""
import datetime
import pathlib

SMALL = {
    "officers": "Collar,Rank,Name,Unit,Pistol exp\n4471,PC,Sample Person,Firearms,31/12/2089\n",
    "items": "Asset No,Type,Make / Model,Serial No.,Location,Status\n"
             "WM1,Pistol,Glock 17,ABC123,HQ Armoury,In store\n",
    "batches": "Nature,Lot / Batch,Expiry,Qty,Sealed boxes,Per box,Location,Use\n"
               "9x19 operational,22-117,31/12/2089,1000,0,50,HQ Armoury,Operational\n"}


def set_up_counter(armoury):
    """An officer, a weapon and rounds, an armourer and a second person."""
    for who in ("armourer", "second"):
        armoury.secret(who)
    armoury.secret("officer:4471", pin=True)
    for kind, text in SMALL.items():
        path = pathlib.Path(armoury.folder) / f"{kind}.csv"
        path.write_text(text)
        armoury.ctl("--as", "admin", "import", kind, str(path))
    for name, role in (("armourer", "armourer"), ("second", "supervisor")):
        armoury.ctl("--as", "admin", "user", "add", name, "--role", role)
    armoury.ctl("--as", "admin", "officer", "pin", "4471")
    armoury.ctl("--as", "admin", "setup", "close")


def write_movements(path, lines):
    """A history as another system gives it: issues and returns in turns."""
    begun = datetime.datetime(2024, 1, 1)
    with open(path, "w", encoding="ascii") as file:
        file.write("Number,Date,Time,Type,Serial,Qty,Officer,From,To,Reference\n")
        for number in range(lines):
            at = begun + datetime.timedelta(minutes=number)
            pair = number // 2
            out = number % 2 == 0
            kind, places = ("Issue", "HQ Armoury,") if out else ("Return", ",HQ Armoury")
            file.write(f"{number + 1},{at:%d/%m/%Y},{at:%H:%M},{kind},K{pair % 1200 * 7:07}X,1,"
                       f"{4000 + pair % 300},{places},T{pair}\n")
