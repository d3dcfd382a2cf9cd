# SPDX-License-Identifier: MIT
"""Writes one table as a text file: the separators, encodings and line ends that programs export."""
import csv
import io

from . import layout, shapes
from openpyxl.utils import column_index_from_string


def write(path, rng, table):
    width = max(len(table.columns), max([len(row) for row in table.above] or [0]))
    last = table.rows[-1].number
    lines = [[""] * width for _ in range(last)]
    for row, letter, value in layout.grid(table):
        lines[row - 1][column_index_from_string(letter) - 1] = shapes.text_of(value)
    if rng.random() < 0.3:
        # Some programs write an empty line and not a line of separators.
        lines = [line if any(line) else [] for line in lines]
    separator = rng.choice([",", ",", ";", "\t"])
    end = rng.choice(["\r\n", "\n"])
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, lineterminator=end,
                        quoting=rng.choice([csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    writer.writerows(lines)
    content = text.getvalue()
    if rng.random() < 0.2:
        content = content[:-len(end)]  # the last line without its end
    encoding = rng.choice(["utf-8", "utf-8-sig", "cp1252"])
    if encoding == "cp1252":
        content = content.encode("cp1252", "replace")
    else:
        content = content.encode(encoding)
    with open(path, "wb") as file:
        file.write(content)
    return f"{encoding}, separator {separator!r}"
