# SPDX-License-Identifier: MIT
"""The person at the spreadsheet: corrects what was planted and keeps everything else."""
import datetime

from openpyxl.utils import get_column_letter

from . import shapes


def type_in(cell, value):
    """What typing the value into the cell would leave there."""
    if isinstance(value, datetime.date):
        cell.value, cell.number_format = value, "dd/mm/yyyy"
    elif isinstance(value, str):
        cell.value, cell.number_format, cell.data_type = value, "@", "s"
    else:
        cell.value = value
        if cell.is_date:
            cell.number_format = "General"


def correct(book, register):
    for plant in register.plants:
        sheet = book[plant.table.sheet]
        if plant.code == "column_missing":
            add_column(sheet, plant)
        else:
            type_in(sheet[f"{plant.table.column(plant.field).letter}{plant.row.number}"], plant.fix)


def add_column(sheet, plant):
    """The column that was left out, to the right of the others."""
    table = plant.table
    letter = get_column_letter(max(sheet[f"{column.letter}1"].column
                                   for column in table.columns) + 1)
    sheet[f"{letter}{table.heading_row}"].value = plant.column.heading
    for row in table.rows:
        value = row.cells.get(plant.field)
        if row.sort == "header":
            value = plant.column.heading
        if isinstance(value, (str, int, float)):
            type_in(sheet[f"{letter}{row.number}"], value)
        elif isinstance(value, shapes.Formula):
            type_in(sheet[f"{letter}{row.number}"], value.result)


def expected_items(register):
    """(model, serial) to what the ledger must hold of it, once all is corrected."""
    found = {}
    for table in register.tables:
        if table.kind == "items":
            for row in table.stock():
                truth = row.truth
                model = f"{truth['make']} {truth['model']}".strip().casefold()
                found[model, truth["serial"].strip().upper()] = {
                    "tag": truth["tag"] if table.column("tag") else "", "state": truth["state"],
                    "collar": truth["issued_to"], "place": truth["location"]}
    return found


def expected_batches(register):
    found = {}
    for table in register.tables:
        if table.kind == "batches":
            for row in table.stock():
                truth = row.truth
                found[truth["nature"].casefold(), truth["batch"],
                      truth["location"]] = truth["quantity"]
    return found
