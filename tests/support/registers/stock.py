# SPDX-License-Identifier: MIT
"""An invented force: its officers, weapons and munitions, all of it in order and visibly fake."""
import datetime
import string

from . import words

# Whatever is dated is dated about this day; the tables hold dates on both sides of it.
TODAY = datetime.date(2026, 3, 1)
LOOKS = str.maketrans("0185", "OIBS")


class Force:
    """Numbers given out once: no two serials of a force look alike unless they are planted so."""

    def __init__(self, rng):
        self.rng = rng
        self.looks = set()
        self.collars = set()
        self.lots = set()
        self.places = rng.sample(words.PLACES, rng.randint(1, 3))
        self.tag_style = rng.choice(["ZZ{:05}", "EX-{:04}", "FAKE{:04}", "{:06}", "A/{:04}/X",
                                     "1{:05}"])
        self.tags = rng.randint(100, 4000)

    def day(self, first, last):
        days = 365 * (last - first + 1)
        return datetime.date(first, 1, 1) + datetime.timedelta(days=self.rng.randrange(days))

    def tag(self):
        self.tags += 1
        return self.tag_style.format(self.tags)

    def serial(self, shape=None):
        rng = self.rng
        while True:
            letters = "".join(rng.choice("CDEFHJKMNPQRTVWXY") for _ in range(3))
            kind = shape or rng.choice(["letters", "letters", "letters", "digits", "long",
                                        "dashed", "zeros", "month"])
            number = {"letters": f"{letters}{rng.randrange(1000):03}",
                      "digits": str(rng.randrange(1000000, 9999999)),
                      "long": f"X{rng.randrange(10 ** 8):08}",
                      "dashed": f"FK-{rng.randrange(10000):04}-{letters[0]}",
                      "zeros": f"00{rng.randrange(10000, 99999)}",
                      "exponent": f"{rng.randrange(1, 9)}E{rng.randrange(100, 999)}",
                      "month": rng.choice(["MAR", "SEP", "DEC"]) + f"{rng.randrange(1000, 9999)}",
                      "paired": "".join(rng.sample("0B1S8O5I", 2)) + letters
                      + str(rng.randrange(100, 999))}[kind]
            if self.take(number):
                return number

    def take(self, serial):
        """True where nothing given out so far equals the serial or looks like it."""
        look = serial.strip().upper().translate(LOOKS)
        # A lost zero would make two of them one; such pairs come from plants only.
        if look in self.looks or look.lstrip("O") in self.looks:
            return False
        self.looks |= {look, look.lstrip("O")}
        return True

    def collar(self):
        while True:
            collar = str(self.rng.randrange(1000, 9999))
            if collar not in self.collars:
                self.collars.add(collar)
                return collar

    def unknown_collar(self):
        return self.rng.choice(["99999", "10001", "98765", "Z4471"])

    def lot(self):
        while True:
            lot = self.rng.choice(["EX-{}", "FAKE/{}", "ZZ-{}-24", "L{}",
                                   "7{}"]).format(self.rng.randrange(100, 9999))
            if lot not in self.lots:
                self.lots.add(lot)
                return lot


def officer(force, wide):
    rng = force.rng
    record = {"collar": force.collar(), "rank": rng.choice(words.RANKS),
              "forename": rng.choice(words.FORENAMES),
              "surname": rng.choice(words.SURNAMES + (words.SURNAMES_WIDE if wide else [])),
              "unit": rng.choice(words.UNITS), "suspended": rng.random() < 0.06}
    for weapon in ("pistol", "carbine", "taser", "shotgun"):
        # Some are over: that is a warning for whoever holds such a weapon, and no fault.
        record[weapon] = force.day(2025, 2028) if rng.random() < 0.8 else None
    return record


def item(force, collars):
    rng = force.rng
    kind, make, model, calibre = rng.choice(words.MODELS)
    states = ["in_store"] * 6 + ["workshop", "unserviceable", "evidence",
                                 "arv_safe"] + ["issued"] * (4 if collars else 0)
    state = rng.choice(states)
    return {"tag": force.tag(), "type": kind, "make": make, "model": model, "calibre": calibre,
            "serial": force.serial(),
            "location": rng.choice(force.places),
            "rack": f"R{rng.randint(1, 5)}-{rng.randint(1, 40):02}", "state": state,
            "received": force.day(2010, 2024), "issued_to": rng.choice(collars)
            if state == "issued" else None}


def batch(force):
    rng = force.rng
    per_box = rng.choice([10, 20, 50, 500])
    boxes = rng.randint(0, 9)
    loose = rng.choice([0, rng.randint(1, per_box), rng.randint(1, 900)])
    return {"nature": rng.choice(words.NATURES), "batch": force.lot(),
            "expiry": force.day(2025, 2030),
            "quantity": boxes * per_box + loose or 1, "boxes": boxes, "per_box": per_box,
            "location": rng.choice(force.places), "use": rng.choice(["Op", "Trg"])}
