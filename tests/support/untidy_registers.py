#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Makes untidy force registers, by seed, with a list of exactly the faults that were planted.

Usage: untidy_registers.py FOLDER FIRST_SEED [COUNT]
writes register-SEED.xlsx (or .csv) and register-SEED.json, which says what is wrong in it.
Everything in them is invented. The same seed gives the same register.
"""
import json
import os
import sys

from registers.make import make


def truth(register):
    return {"seed": register.seed, "file": os.path.basename(register.path), "about": register.about,
            "rows": register.rows(),
            "faults": [dict(zip(("sheet", "row", "column", "code"), fault))
                       for fault in sorted(register.faults())]}


def main():
    folder, first = sys.argv[1], int(sys.argv[2])
    os.makedirs(folder, exist_ok=True)
    for seed in range(first, first + int(sys.argv[3] if len(sys.argv) > 3 else 1)):
        register = make(seed, folder)
        with open(os.path.splitext(register.path)[0] + ".json", "w", encoding="utf-8") as file:
            json.dump(truth(register), file, indent=1, ensure_ascii=False)


if __name__ == "__main__":
    main()
