# SPDX-License-Identifier: MIT
"""Where things stand on a sheet: what is above the headings, between the rows and below them."""
from openpyxl.utils import get_column_letter

from . import words
from .tables import Row


def lay_out(rng, table, csv):
    """Gives every column its letter and every row its number; adds what clerks add."""
    offset = rng.choice([0, 0, 0, 0, 1, 2]) if not csv else 0
    for index, column in enumerate(table.columns):
        column.letter = get_column_letter(index + 1 + offset)
    table.heading_row = rng.choice([1, 1, 2, 3, rng.randint(4, 12), rng.randint(13, 30)])
    add_title(rng, table, csv)
    add_between(rng, table)
    if rng.random() < 0.6:
        if rng.random() < 0.5:
            table.rows.append(Row({}, "blank"))
        table.rows.append(total_row(rng, table))
    for index, row in enumerate(table.rows):
        row.number = table.heading_row + 1 + index


def add_title(rng, table, csv):
    width = len(table.columns)
    first = [f"{rng.choice(['EXAMPLE FORCE', 'Invented Constabulary'])} - {table.kind.upper()}"]
    table.above = [[] for _ in range(table.heading_row - 1)]
    if not table.above:
        return
    table.above[0] = first
    if not csv and rng.random() < 0.6:
        table.merged.append(("A1", f"{table.columns[-1].letter}1"))
    for index in range(1, len(table.above)):
        if rng.random() < 0.4:
            table.above[index] = [rng.choice(words.NOTES)]
        elif rng.random() < 0.1:
            others = [["Version", "3"], ["Total weapons", 45], [None, None, "Page 1 of 1"]]
            table.above[index] = rng.choice(others)
    if table.heading_row > 6 and rng.random() < 0.2:
        # A legend that reads like headings.
        table.above[2:5] = [["Status", "Meaning"], ["Workshop", "with the armourer"], []]
    # A row of groups over the headings, each merged over several columns.
    if not csv and table.heading_row > 2 and width > 5 and rng.random() < 0.3:
        before = [None] * (ord(table.columns[0].letter) - ord("A"))
        group = [*before, "WHAT", *[None] * (width // 2 - 1), "DETAILS"]
        table.above[-1] = group
        row = table.heading_row - 1
        table.merged.append((f"{table.columns[0].letter}{row}",
                             f"{table.columns[width // 2 - 1].letter}{row}"))


def add_between(rng, table):
    blanks = rng.choice([0, 0, 0.03, 0.1])
    sums = rng.choice([0, 0, 0, 0.05])
    every = rng.choice([0, 0, 0, rng.randint(8, 25)])
    rows = []
    for index, row in enumerate(table.rows):
        if every and index and index % every == 0:
            rows.append(Row({column.field: column.heading for column in table.columns}, "header"))
        elif rng.random() < blanks:
            name = rng.choice(table.columns).field
            rows.append(Row({name: rng.choice([None, None, "  "])}, "blank"))
        elif index and rng.random() < sums:
            rows.append(total_row(rng, table))
        rows.append(row)
    table.rows = rows


def total_row(rng, table):
    label, amount = table.columns[0].field, table.columns[1].field
    if table.column("quantity"):
        amount = "quantity"
        if label == amount:
            label = table.columns[1].field
    return Row({label: rng.choice(words.TOTALS), amount: rng.choice([len(table.stock()), 4711])},
               "total")


def merge_places(rng, table):
    """One merged cell says where several weapons lie: the value stands in its first row only."""
    place = table.column("location")
    rows = table.rows
    start = 0
    while start < len(rows):
        end = start
        while (end + 1 < len(rows) and end - start < 4 and rows[end + 1].sort == "stock"
               and rows[start].sort == "stock"
               and same_place(rows[start], rows[end + 1])):
            end += 1
        if end > start and rng.random() < 0.7:
            for row in rows[start + 1:end + 1]:
                row.cells["location"] = None
            table.merged.append((f"{place.letter}{rows[start].number}",
                                 f"{place.letter}{rows[end].number}"))
        start = end + 1


def same_place(first, other):
    return bool(first.cells.get("location")) and bool(other.cells.get("location")) \
        and str(first.cells["location"]).strip() == str(other.cells["location"]).strip()


def grid(table):
    """The whole sheet as (row, column letter, value), in order."""
    for index, above in enumerate(table.above):
        for column, value in enumerate(above):
            if value is not None:
                yield index + 1, get_column_letter(column + 1), value
    for column in table.columns:
        yield table.heading_row, column.letter, column.heading
    for row in table.rows:
        for column in table.columns:
            value = row.cells.get(column.field)
            if value is not None:
                yield row.number, column.letter, value
