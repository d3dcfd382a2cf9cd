#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Makes hostile files: bombs, lies and things that only look like a register.

Usage: hostile_files.py FOLDER [NAME]
writes them, or the one of that name, and prints a line for each: name, file, what is expected.
"""
import os
import sys

from hostile import texts, workbooks


def makers():
    """Name to (file name, function)."""
    found = {"workbook_" + name: (f"{name}.{workbooks.ENDINGS.get(name, 'xlsx')}", act)
             for name, act in workbooks.NAMED.items()}
    return found | {"text_" + act.__name__: (f"{act.__name__}.csv", act) for act in texts.ALL}


def main():
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    for name, (file, act) in makers().items():
        if len(sys.argv) < 3 or sys.argv[2] == name:
            path = os.path.join(folder, file)
            print(name, path, act(path), sep="\t", flush=True)


if __name__ == "__main__":
    main()
