# SPDX-License-Identifier: MIT
"""One register by seed: which sheets it has, in what order, with which faults."""
import os
import random
from dataclasses import dataclass

from . import csv_file, extras, layout, plants, present, stock, workbook, words


@dataclass
class Register:
    """A file that was written, and everything that is true of it."""
    seed: int
    path: str
    about: str
    tables: list
    plants: list
    warned: set    # (sheet, row, column) of the same serial under another model
    force: object

    def faults(self):
        return {plant.where() for plant in self.plants}

    def rows(self):
        counts = {"items": 0, "batches": 0, "officers": 0}
        for table in self.tables:
            counts[table.kind] = counts.get(table.kind, 0) + len(table.stock())
        return counts


def make(seed, folder, formulas=True, csv_share=0.2):
    rng = random.Random(seed)
    csv = rng.random() < csv_share
    force = stock.Force(rng)
    habits = present.Habits(rng, csv)
    if not formulas:
        habits.formulas = 0.0
    wanted = rng.choice(["items", "batches", "officers"]) if csv else None
    if csv:
        sheets, collars = csv_tables(rng, force, habits, wanted)
    else:
        sheets, collars = book_tables(rng, force, habits)
    tables = [sheet for sheet in sheets if not isinstance(sheet, tuple)]
    planter = plants.Planter(rng, force, list(tables), habits, collars)
    missing = column_missing(rng, planter) if rng.random() < 0.15 else None
    planter.plant(rng.choice([0.0, 0.15, 0.35, 0.6]))
    for table in tables:
        layout.lay_out(rng, table, csv)
        if not csv and rng.random() < 0.3 and table.kind in ("items", "batches"):
            layout.merge_places(rng, table)
    path = os.path.join(folder, f"register-{seed}.{'csv' if csv else 'xlsx'}")
    if csv:
        tables[0].sheet = f"register-{seed}"
        about = "CSV " + csv_file.write(path, rng, tables[0])
    else:
        workbook.write(path, rng, sheets)
        about = "workbook"
    if missing:
        about += f", no {missing.field}"
    warned = {(table.sheet, row.number, table.column("serial").letter) for table,
              row in planter.other_models
              if table.column("serial")}
    return Register(seed, path, about, tables, planter.plants, warned, force)


def csv_tables(rng, force, habits, kind):
    if kind == "items":
        records = [stock.item(force, []) for _ in range(rng.randint(15, 60))]
        return [present.item_table(rng, kind, records, habits, False)], []
    if kind == "batches":
        return [present.batch_table(rng,
                                    kind, [stock.batch(force) for _ in range(rng.randint(6, 30))],
                                    habits)], []
    people = [stock.officer(force, False) for _ in range(rng.randint(6, 30))]
    return [present.officer_table(rng, kind, people, habits, True)], []


def book_tables(rng, force, habits):
    """The sheets of a workbook in their order, and the collar numbers that must stay known."""
    people = [stock.officer(force, True)
              for _ in range(rng.randint(8, 24))] if rng.random() < 0.9 else []
    known = people[:len(people) // 2]
    collars = [record["collar"] for record in known]
    long_form = bool(people) and rng.random() < 0.25
    sheets = item_tables(rng, force, habits, collars)
    if rng.random() < 0.9:
        records = [stock.batch(force) for _ in range(rng.randint(5, 20))]
        sheets.append(present.batch_table(rng, rng.choice(words.SHEETS["batches"]), records,
                                          habits))
    if people:
        sheets.append(present.officer_table(rng, rng.choice(words.SHEETS["officers"]), people,
                                            habits, not long_form))
    if long_form:
        name = rng.choice(words.SHEETS["authorisations"])
        sheets.append(present.authorisation_table(rng, name, known, force, habits))
    sheets += [extra(rng) for extra in rng.sample(extras.ALL, rng.choice([0, 0, 1, 2, 3]))]
    rng.shuffle(sheets)
    return sheets, collars


def item_tables(rng, force, habits, collars):
    with_collar = bool(collars)
    records = [stock.item(force, collars) for _ in range(rng.randint(25, 70))]
    first = rng.choice(words.SHEETS["items"])
    if rng.random() < 0.75:
        return [present.item_table(rng, first, records, habits, with_collar)]
    half = len(records) // 2
    return [present.item_table(rng, first, records[:half], habits, with_collar),
            present.item_table(rng, rng.choice(words.SHEETS["items_more"]), records[half:], habits,
                               with_collar)]


NEEDED = {"items": ["serial"], "batches": ["batch", "quantity"]}


def column_missing(rng, planter):
    """Takes a column away that no table can be without; in that table nothing else is planted."""
    table = rng.choice([table for table in planter.tables if table.kind in NEEDED] or [None])
    if table is None:
        return None
    column = table.column(rng.choice(NEEDED[table.kind]))
    table.columns.remove(column)
    planter.tables.remove(table)
    planter.plants.append(plants.MissingColumn(table, column))
    return column
