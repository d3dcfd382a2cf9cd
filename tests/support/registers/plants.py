# SPDX-License-Identifier: MIT
"""Plants faults, one code of FORMATS §8 a cell, and near misses that are none."""
import datetime

from . import shapes, words
from .tables import Plant


# Each character for the one it is mistaken for.
SWAP = str.maketrans("0O1IB8S5", "O0I18B5S")


class Planter:
    """Plants into one register; its tables stand in the order of the file."""

    def __init__(self, rng, force, tables, habits, collars):
        self.rng, self.force, self.csv, self.collars = rng, force, habits.csv, collars
        self.formulas = habits.formulas > 0
        self.tables = tables
        self.plants = []
        self.other_models = []  # (table, row): the same serial under another model, worth a warning
        self.used = set()  # rows that others are compared with, or that are planted
        self.codes = []

    def rows(self, kind):
        return [(table, row) for table in self.tables if table.kind == kind
                for row in table.stock()]

    def free(self, kind, fits=lambda table, row: True):
        """A row that nothing was done to yet, or nothing at all."""
        rows = [(table, row) for table, row in self.rows(kind) if id(row) not in self.used
                and fits(table, row)]
        if not rows:
            return None, None
        table, row = self.rng.choice(rows)
        self.used.add(id(row))
        return table, row

    def pair(self, kind, fits=lambda table, row: True):
        """Two free rows, the earlier first."""
        rows = [pair for pair in self.rows(kind) if id(pair[1]) not in self.used and fits(*pair)]
        if len(rows) < 2:
            return None
        first, second = sorted(self.rng.sample(range(len(rows)), 2))
        self.used |= {id(rows[first][1]), id(rows[second][1])}
        return rows[first], rows[second]

    def put(self, table, row, name, value, code, fix):
        row.cells[name] = value
        self.plants.append(Plant(table, row, name, code, fix))

    def plant(self, share):
        """Every code that this register can hold, each with that chance; some more than once."""
        for act in ACTS:
            for _ in range(2):
                if self.rng.random() < share:
                    act(self)
        for act in NEAR_MISSES:
            if self.rng.random() < 0.6:
                act(self)


def put_model(table, row, record):
    """The row becomes one of the model that the record has."""
    for key in ("type", "make", "model", "calibre"):
        row.truth[key] = record[key]
    row.cells.update({"type": record["type"], "calibre": record["calibre"]})
    if table.column("make_model"):
        row.cells["make_model"] = f"{record['make']} {record['model']}"
    else:
        row.cells.update({"make": record["make"], "model": record["model"]})


def model_case(planter, table, row):
    """Models are compared case-blind; now and then the later row shouts."""
    if planter.rng.random() < 0.3:
        name = "make_model" if table.column("make_model") else "model"
        row.cells[name] = str(row.cells[name]).upper()


def new_serial(planter, row):
    row.truth["serial"] = planter.force.serial()
    return row.truth["serial"]


def serial_missing(planter):
    table, row = planter.free("items")
    if row:
        value = planter.rng.choice([None, None, "  ", shapes.NBSP])
        planter.put(table, row, "serial", value, "serial_missing", new_serial(planter, row))


def serial_is_date(planter):
    table, row = planter.free("items")
    if not row:
        return
    day = planter.rng.choice([datetime.date(2025, 3, 1), datetime.date(1917, 4, 6),
                              planter.force.day(2000, 2025)])
    value = shapes.Date(day, planter.rng.choice(["mmm-yy", "dd/mm/yyyy", "d-mmm", "yyyy-mm-dd"]))
    planter.put(table, row, "serial", value, "serial_is_date", new_serial(planter, row))


def number_serial(planter):
    """A serial that lost its text: a plain number, or in a text file what is left of one."""
    rng = planter.rng
    if planter.csv:
        return f"{rng.randrange(1, 9)}.{rng.randrange(10000, 99999)}E+{rng.randrange(10, 15)}"
    while True:
        digits = str(rng.randrange(10 ** rng.choice([5, 6, 9, 14]), 10 ** 15 - 1))
        if planter.force.take(digits):
            if rng.random() < 0.1 and planter.formulas:
                return shapes.Formula(f"SUM({digits},0)", int(digits))
            return shapes.Number(int(digits), rng.choice(shapes.NUMBER_FORMATS))


def serial_is_number(planter):
    table, row = planter.free("items")
    if row:
        planter.put(table, row, "serial", number_serial(planter), "serial_is_number",
                    new_serial(planter, row))


def number_over_duplicate(planter):
    """The number stands below the same digits as text: it is a number before it is a duplicate."""
    pair = None if planter.csv else planter.pair("items")
    if pair:
        (_, first), (table, row) = pair
        first.truth["serial"] = first.cells["serial"] = planter.force.serial("digits")
        put_model(table, row, first.truth)
        planter.put(table, row, "serial", shapes.Number(int(first.cells["serial"])),
                    "serial_is_number",
                    new_serial(planter, row))


def duplicate_of_number(planter):
    """A number takes part as its digits: the text below it is a duplicate."""
    pair = None if planter.csv else planter.pair("items")
    if pair:
        (above, first), (table, row) = pair
        digits = planter.force.serial("digits")
        planter.put(above, first, "serial", shapes.Number(int(digits)), "serial_is_number",
                    new_serial(planter, first))
        put_model(table, row, first.truth)
        planter.put(table, row, "serial", digits, "serial_duplicate", new_serial(planter, row))


def serial_duplicate(planter):
    pair = planter.pair("items")
    if pair:
        (_, first), (table, row) = pair
        put_model(table, row, first.truth)
        model_case(planter, table, row)
        serial = first.truth["serial"]
        value = planter.rng.choice([serial, serial, serial.lower(), f" {serial}", serial
                                    + shapes.NBSP])
        planter.put(table, row, "serial", value, "serial_duplicate", new_serial(planter, row))


def serial_several(planter):
    """Marked, headed, a range, or with a remark: more than the serial alone."""
    table, row = planter.free("items")
    if row:
        serial = planter.force.serial("letters")
        value = planter.rng.choice([f"{serial}*", f"{serial}?", f"#{serial}", f"S/N {serial}",
                                    f"No. {serial}", f"{serial} scrapped", f"old {serial}",
                                    f"{serial[:3]}100-110", f"{serial}/{serial[:3]}999"])
        planter.put(table, row, "serial", value, "serial_several", new_serial(planter, row))


def serial_small_l(planter):
    table, row = planter.free("items")
    if row:
        value = planter.force.serial("letters") + planter.rng.choice(["l", "l7"])
        planter.put(table, row, "serial", value, "serial_small_l", new_serial(planter, row))


def serial_placeholder(planter):
    table, row = planter.free("items")
    if row:
        value = planter.rng.choice(["N/K", "TBC", "See log", "SCRAPPED", "Spare", "pending", "?"])
        planter.put(table, row, "serial", value, "serial_placeholder", new_serial(planter, row))


def serial_look_alike(planter):
    pair = planter.pair("items")
    if pair:
        (_, first), (table, row) = pair
        first.truth["serial"] = first.cells["serial"] = planter.force.serial("paired")
        put_model(table, row, first.truth)
        model_case(planter, table, row)
        text = first.cells["serial"]
        place = planter.rng.choice([0, 1])
        other = text[:place] + text[place].translate(SWAP) + text[place + 1:]
        planter.put(table, row, "serial", planter.rng.choice([other, other.lower(), other + " "]),
                    "serial_look_alike",
                    new_serial(planter, row))


def tag_duplicate(planter):
    pair = planter.pair("items", lambda table, row: table.column("tag") and row.cells.get("tag"))
    if pair:
        (_, first), (table, row) = pair
        row.truth["tag"] = planter.force.tag()
        planter.put(table, row, "tag", first.truth["tag"] + planter.rng.choice(["", "", " "]),
                    "tag_duplicate",
                    row.truth["tag"])


def model_missing(planter):
    table, row = planter.free("items")
    if row:
        name = "make_model" if table.column("make_model") else "model"
        right = row.truth["model"]
        if name == "make_model":
            right = f"{row.truth['make']} {right}"
        row.cells["make"] = None if planter.rng.random() < 0.5 else row.truth["make"]
        planter.put(table, row, name, None, "model_missing", right)
        if row.cells["make"] is None and name == "model":
            row.truth["make"] = ""


def location_missing(planter):
    kind = planter.rng.choice(["items", "batches"])
    # A weapon in an ARV's safe is where its status says, and an issued one is with its officer.
    table, row = planter.free(kind, lambda table,
                              row: row.truth.get("state", "in_store") == "in_store")
    if row:
        row.cells["rack"] = None
        planter.put(table, row, "location", planter.rng.choice([None, " "]), "location_missing",
                    row.truth["location"])


def status_unknown(planter):
    table, row = planter.free("items", lambda table, row: row.truth["state"] == "in_store")
    if row:
        planter.put(table, row, "status", planter.rng.choice(words.NOT_STATES), "status_unknown",
                    "In store")


def status_contradicts(planter):
    table, row = planter.free("items", lambda table, row: table.column("issued_to")
                              and row.truth["state"] == "in_store")
    if row and planter.collars:
        row.cells["issued_to"] = row.truth["issued_to"] = planter.rng.choice(planter.collars)
        row.truth["state"] = "issued"
        planter.put(table, row, "status", planter.rng.choice(["In store", "IN STOCK", "in stock"]),
                    "status_contradicts",
                    "Issued")


def officer_unknown(planter):
    table, row = planter.free("items", lambda table, row: table.column("issued_to")
                              and row.truth["state"] == "issued")
    if row:
        unknown = planter.force.unknown_collar()
        number = unknown.isdigit() and not planter.csv and planter.rng.random() < 0.5
        value = int(unknown) if number else unknown
        planter.put(table, row, "issued_to", value, "officer_unknown", row.truth["issued_to"])


def issued_to_nobody(planter):
    """Issued, and the cell that says to whom is empty."""
    table, row = planter.free("items", lambda table, row: table.column("issued_to")
                              and row.truth["state"] == "issued")
    if row:
        planter.put(table, row, "issued_to", planter.rng.choice([None, " "]), "officer_unknown",
                    row.truth["issued_to"])


def authorised_unknown(planter):
    table, row = planter.free("authorisations")
    if row:
        planter.put(table, row, "collar", planter.force.unknown_collar(), "officer_unknown",
                    row.truth["collar"])


def date_impossible(planter):
    kind, names = planter.rng.choice([("items", ["received"]), ("batches", ["expiry"]),
                                      ("officers", ["pistol", "carbine", "taser", "shotgun"]),
                                      ("authorisations", ["from", "to"])])
    name = planter.rng.choice(names)
    rows = [(table, row) for table, row in planter.rows(kind) if table.column(name)
            and not any(plant.row is row and plant.field == name for plant in planter.plants)]
    if rows:
        table, row = planter.rng.choice(rows)
        right = row.truth.get(name) or planter.force.day(2020, 2024)
        row.truth[name] = right
        planter.put(table, row, name, planter.rng.choice(shapes.IMPOSSIBLE), "date_impossible",
                    right)


def quantity(planter, code, value_of):
    table, row = planter.free("batches")
    if row:
        planter.put(table, row, "quantity", value_of(row), code, row.truth["quantity"])


def quantity_not_number(planter):
    texts = ["approx 200", "twelve", "c. 300", "lots", "2 boxes", "see ledger", "200?"]
    quantity(planter, "quantity_not_number", lambda row: planter.rng.choice(texts))


def quantity_not_whole(planter):
    # Below zero as well: not whole comes first.
    value = planter.rng.choice([31.5, 0.25, "12.5", -31.5, "-7.5"])
    quantity(planter, "quantity_not_whole", lambda row: str(value) if planter.csv else value)


def quantity_negative(planter):
    value = planter.rng.choice([-87, -1, "-5"])
    quantity(planter, "quantity_negative", lambda row: str(value) if planter.csv else value)


def boxes_exceed_quantity(planter):
    table, row = planter.free("batches", lambda table, row: table.column("boxes")
                              and row.truth["boxes"] > 0)
    if row:
        held = row.truth["boxes"] * row.truth["per_box"]
        planter.put(table, row, "quantity", held - planter.rng.randint(1, 9),
                    "boxes_exceed_quantity",
                    row.truth["quantity"])


def batch_missing(planter):
    table, row = planter.free("batches")
    if row:
        planter.put(table, row, "batch", planter.rng.choice([None, "  "]), "batch_missing",
                    row.truth["batch"])


def batch_duplicate(planter):
    pair = planter.pair("batches")
    if pair:
        (_, first), (table, row) = pair
        for name in ("nature", "location"):
            row.cells[name] = row.truth[name] = first.truth[name]
        row.truth["batch"] = planter.force.lot()
        planter.put(table, row, "batch", first.truth["batch"] + planter.rng.choice(["", " "]),
                    "batch_duplicate",
                    row.truth["batch"])


def collar_missing(planter):
    table, row = planter.free("officers", lambda table,
                              row: row.truth["collar"] not in planter.collars)
    if row:
        planter.put(table, row, "collar", planter.rng.choice([None, " "]), "collar_missing",
                    row.truth["collar"])


def collar_duplicate(planter):
    pair = planter.pair("officers", lambda table, row: row.truth["collar"] not in planter.collars)
    if pair:
        (_, first), (table, row) = pair
        row_collar = row.truth["collar"]
        planter.put(table, row, "collar", first.truth["collar"], "collar_duplicate", row_collar)


def other_model(planter):
    """The same serial under another model is worth a warning, and no fault."""
    pair = planter.pair("items", lambda table, row: True)
    if pair:
        (_, first), (table, row) = pair
        if (first.truth["make"], first.truth["model"]) != (row.truth["make"], row.truth["model"]):
            row.truth["serial"] = row.cells["serial"] = first.truth["serial"]
            planter.other_models.append((table, row))


def look_alike_of_another_model(planter):
    pair = planter.pair("items")
    if pair:
        (_, first), (table, row) = pair
        if (first.truth["make"], first.truth["model"]) != (row.truth["make"], row.truth["model"]):
            serial = planter.force.serial("paired")
            first.truth["serial"] = first.cells["serial"] = serial
            row.truth["serial"] = row.cells["serial"] = serial.translate(SWAP)


def zeros_that_count(planter):
    """00123 and 123 as texts are two weapons of one model."""
    pair = planter.pair("items")
    if pair:
        (_, first), (table, row) = pair
        put_model(table, row, first.truth)
        first.truth["serial"] = first.cells["serial"] = planter.force.serial("zeros")
        row.truth["serial"] = row.cells["serial"] = first.truth["serial"].lstrip("0")


def text_like_a_number(planter):
    """A text that reads like an exponent is the serial as it was engraved."""
    table, row = planter.free("items")
    if row and not planter.csv:
        row.truth["serial"] = row.cells["serial"] = planter.force.serial("exponent")


def untagged(planter):
    for table, row in [planter.free("items", lambda table, row: table.column("tag"))
                       for _ in range(2)]:
        if row:
            row.cells["tag"], row.truth["tag"] = None, ""


def lot_of_another_nature(planter):
    pair = planter.pair("batches")
    if pair and pair[0][1].truth["nature"] != pair[1][1].truth["nature"]:
        (_, first), (_, row) = pair
        row.cells["batch"] = row.truth["batch"] = first.truth["batch"]


def boxes_and_no_loose(planter):
    table, row = planter.free("batches", lambda table, row: table.column("boxes")
                              and row.truth["boxes"] > 0)
    if row:
        row.truth["quantity"] = row.cells["quantity"] = row.truth["boxes"] * row.truth["per_box"]


ACTS = [serial_missing, serial_is_date, serial_is_number, number_over_duplicate,
        duplicate_of_number, serial_duplicate,
        serial_several, serial_small_l, serial_placeholder, serial_look_alike, tag_duplicate, model_missing, location_missing, status_unknown,
        status_contradicts,
        officer_unknown, issued_to_nobody, authorised_unknown, date_impossible, quantity_not_number,
        quantity_not_whole, quantity_negative, boxes_exceed_quantity, batch_missing,
        batch_duplicate, collar_missing, collar_duplicate]
NEAR_MISSES = [other_model, look_alike_of_another_model, zeros_that_count, text_like_a_number,
               untagged,
               lot_of_another_nature, boxes_and_no_loose]


class MissingColumn:
    """A column that is not there; its place is the row of headings, whatever letter is named."""
    code = "column_missing"
    row = fix = None

    def __init__(self, table, column):
        self.table, self.column, self.field = table, column, column.field

    def where(self):
        return (self.table.sheet, self.table.heading_row, "", self.code)
