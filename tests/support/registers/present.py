# SPDX-License-Identifier: MIT
"""Records as one force or another would write them: which columns, and in what shape."""
from . import shapes, words
from .tables import Column, Row, Table


class Habits:
    """What one clerk does throughout a file."""

    def __init__(self, rng, csv):
        self.csv = csv
        self.text_dates = 1.0 if csv else rng.choice([0.0, 0.3, 0.3, 0.7, 1.0])
        self.collar_numbers = 0.0 if csv else rng.choice([0.0, 0.5, 1.0])
        self.model_numbers = not csv and rng.random() < 0.3
        self.formulas = 0.0 if csv or rng.random() < 0.6 else 0.1
        self.lower = rng.choice([0.0, 0.0, 0.1])
        # Numbers where they do no harm: a tag, batch or calibre of digits with no zero before.
        self.numbers = 0.0 if csv else rng.choice([0.0, 0.5, 1.0])

    def number(self, rng, text):
        """A text of digits as a number, where this clerk does that."""
        plain = text.isdigit() and not text.startswith("0")
        return int(text) if plain and rng.random() < self.numbers else shapes.stray(rng, text, 0.06)


def heading(rng, kind, name):
    text = rng.choice(words.HEADINGS[kind][name])
    return rng.choice([text] * 6 + [text + " ", text.upper(), text.lower()])


def columns(rng, kind, names):
    """The columns of a table in the clerk's order, some of them nobody's business."""
    chosen = [Column(name, heading(rng, kind, name)) for name in names]
    others = rng.sample(words.OTHER_COLUMNS[kind], rng.randint(0, 2))
    others += rng.sample(words.REMARKS, rng.randint(0, 1))
    if rng.random() < 0.5:
        rng.shuffle(chosen)
    for other in others:
        chosen.insert(rng.randint(0, len(chosen)), Column("other:" + other, other))
    return chosen


def other_value(rng, name, csv):
    """Fills a column that is nobody's business, with what would be a fault in another column."""
    if rng.random() < 0.5:
        return None
    if name in words.REMARKS:
        texts = ["see log", "sight fitted", "32/13/2019", "repaired 2023", "was with 99999",
                 "qty approx 200",
                 "Total loss of finish", "Summary sent", "totally refurbished"]
        return rng.choice(texts + [shapes.Verbatim(text) for text in words.INJECTIONS]
                          + ["two lines\nof remarks, and \"quotes\"", "caf\u00e9; 5 \u00a3"])
    return rng.choice(["X1", 17, "n/a", "31.5", -4, "n/k", shapes.Error(),
                       True]) if not csv else rng.choice(["X1", "17", "n/a", "-4"])


def fill_others(rng, table, habits):
    for row in table.stock():
        for column in table.columns:
            if column.field.startswith("other:"):
                row.cells[column.field] = other_value(rng, column.field[6:], habits.csv)


def serial_cell(rng, serial, habits):
    if rng.random() < habits.formulas:
        return shapes.Formula(f'UPPER("{serial.lower()}")', serial)
    return shapes.stray(rng, serial.lower() if rng.random() < habits.lower else serial)


def model_cells(rng, record, split, habits):
    make, model = record["make"], record["model"]
    if rng.random() < 0.15:
        make, model = make.upper(), model.upper()
    if not split:
        return {"make_model": shapes.stray(rng, f"{make} {model}", 0.04)}
    number = habits.model_numbers and model.isdigit()
    return {"make": make, "model": int(model) if number else shapes.stray(rng, model, 0.04)}


def item_columns(rng, split, with_collar):
    names = ["make", "model"] if split else ["make_model"]
    names = (["type"] if rng.random() < 0.85 else []) + names
    names += (["calibre"] if rng.random() < 0.6 else []) + ["serial", "location"]
    names = (["tag"] if rng.random() < 0.85 else []) + names
    names += (["rack"] if rng.random() < 0.6 else []) + ["status"]
    names += ["received"] if rng.random() < 0.9 else []
    return names + (["issued_to"] if with_collar else [])


def item_table(rng, sheet, records, habits, with_collar):
    split = rng.random() < 0.4
    names = item_columns(rng, split, with_collar)
    table = Table("items", sheet, columns(rng, "items", names), [])
    if split:
        # "Weapon" beside "Make" would be a riddle and no heading.
        table.column("model").heading = rng.choice(words.HEADINGS["items"]["model"])
    for record in records:
        cells = {**model_cells(rng, record, split, habits), "type": record["type"],
                 "calibre": record["calibre"],
                 "serial": serial_cell(rng, record["serial"], habits),
                 "location": shapes.stray(rng, record["location"], 0.04),
                 "rack": record["rack"], "status": rng.choice(words.STATES[record["state"]]),
                 "received": shapes.date_cell(rng, record["received"] if rng.random() < 0.9
                                              else None, habits.text_dates),
                 "tag": habits.number(rng, record["tag"])}
        if record["calibre"] == "5.56" and rng.random() < habits.numbers:
            cells["calibre"] = 5.56
        if record["issued_to"]:
            cells["issued_to"] = shapes.collar_cell(rng, record["issued_to"], habits.collar_numbers)
        table.rows.append(Row(cells, truth=dict(record)))
    fill_others(rng, table, habits)
    return table


def quantity_cell(rng, quantity, habits):
    if rng.random() < habits.formulas:
        return shapes.Formula(f"SUM({quantity - 1},1)", quantity)
    return shapes.thousands(rng, quantity)


def batch_table(rng, sheet, records, habits):
    names = ["nature", "batch", "expiry", "quantity"]
    names += ["boxes", "per_box"] if rng.random() < 0.8 else []
    names += ["location"] + (["use"] if rng.random() < 0.4 else [])
    table = Table("batches", sheet, columns(rng, "batches", names), [])
    for record in records:
        table.rows.append(Row({**record,
                               "expiry": shapes.date_cell(rng, record["expiry"], habits.text_dates),
                               "batch": habits.number(rng, record["batch"]),
                               "quantity": quantity_cell(rng, record["quantity"], habits)},
                              truth=dict(record)))
    fill_others(rng, table, habits)
    return table


def suspended_cell(rng, suspended, habits):
    if habits.numbers == 1.0:
        return suspended
    return rng.choice(["Y", "Yes", "y"]) if suspended else rng.choice([None, "N", "No"])


def officer_table(rng, sheet, records, habits, wide):
    one_name = rng.random() < 0.3
    names = ["collar", "rank"] + (["name"] if one_name else ["surname", "forename"])
    names += ["unit"] if rng.random() < 0.8 else []
    classes = rng.sample(["pistol", "carbine", "taser", "shotgun"],
                         rng.randint(1, 4)) if wide else []
    names += classes + (["suspended"] if wide and rng.random() < 0.7 else [])
    names += ["classes"] if not wide and rng.random() < 0.3 else []
    table = Table("officers", sheet, columns(rng, "officers", names), [])
    for record in records:
        collar = shapes.collar_cell(rng, record["collar"], habits.collar_numbers)
        cells = {**record, "collar": collar,
                 "name": f"{record['forename']} {record['surname']}",
                 "suspended": suspended_cell(rng, record["suspended"], habits),
                 "classes": ", ".join(name for name in ("Pistol", "Carbine")
                                      if record[name.lower()])}
        for name in classes:
            cells[name] = shapes.date_cell(rng, record[name], habits.text_dates)
        table.rows.append(Row(cells, truth=dict(record)))
    fill_others(rng, table, habits)
    return table


def authorisation_table(rng, sheet, officers, force, habits):
    """The long form: a row an officer and class."""
    names = ["collar", "class"] + (["from"] if rng.random() < 0.6 else []) + ["to"]
    names += ["suspended"] if rng.random() < 0.4 else []
    table = Table("authorisations", sheet, columns(rng, "authorisations", names), [])
    for record in officers:
        for weapon in ("pistol", "carbine", "taser", "shotgun"):
            if record[weapon]:
                since = force.day(2022, 2024)
                collar = shapes.collar_cell(rng, record["collar"], habits.collar_numbers)
                cells = {"collar": collar, "suspended": None,
                         "class": rng.choice([weapon.capitalize(), weapon.upper(), weapon]),
                         "to": shapes.date_cell(rng, record[weapon], habits.text_dates),
                         "from": shapes.date_cell(rng, since, habits.text_dates)}
                truth = {"collar": record["collar"], "class": weapon, "from": since,
                         "to": record[weapon]}
                table.rows.append(Row(cells, truth=truth))
    fill_others(rng, table, habits)
    return table
