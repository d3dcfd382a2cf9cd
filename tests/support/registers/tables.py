# SPDX-License-Identifier: MIT
"""Tables before they have a place in a file: values by field, and what was planted."""
from dataclasses import dataclass, field


@dataclass(eq=False)
class Row:
    """One line of a table. `sort` is stock, blank, total or header; only stock rows are judged."""
    cells: dict
    sort: str = "stock"
    truth: dict = field(default_factory=dict)  # what the row means once it is corrected
    number: int = 0                            # its row in the file, known after layout


@dataclass(eq=False)
class Column:
    field: str
    heading: str
    letter: str = ""


@dataclass(eq=False)
class Table:
    kind: str
    sheet: str
    columns: list
    rows: list
    heading_row: int = 0
    above: list = field(default_factory=list)   # rows of plain values above the headings
    merged: list = field(default_factory=list)  # ranges

    def stock(self):
        return [row for row in self.rows if row.sort == "stock"]

    def column(self, name):
        return next((column for column in self.columns if column.field == name), None)


@dataclass(eq=False)
class Plant:
    """A fault put into a cell on purpose, and what a person would type to be rid of it."""
    table: Table
    row: Row
    field: str
    code: str
    fix: object = None

    def where(self):
        return (self.table.sheet, self.row.number, self.table.column(self.field).letter, self.code)
