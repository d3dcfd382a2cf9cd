# SPDX-License-Identifier: MIT
"""Writes tables as a workbook with openpyxl, then gives it what openpyxl cannot write."""
import re
import zipfile

import openpyxl
from openpyxl.styles import Font, PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from . import layout, shapes


def put(cell, value, kept):
    """One value into one cell; what a formula gives is kept for later."""
    if isinstance(value, shapes.Date):
        cell.value, cell.number_format = value.day, value.shown
    elif isinstance(value, shapes.Number):
        cell.value, cell.number_format = value.value, value.shown
    elif isinstance(value, shapes.Formula):
        cell.value = "=" + value.formula
        kept[cell.coordinate] = value.result
    else:
        cell.value = value.text if isinstance(value, shapes.Verbatim) else value
        if isinstance(cell.value, str):
            cell.data_type = "s"


def write_table(book, table, kept):
    sheet = book.create_sheet(table.sheet)
    for row, letter, value in layout.grid(table):
        put(sheet[f"{letter}{row}"], value, kept)
    for first, last in table.merged:
        sheet.merge_cells(f"{first}:{last}")
    for column in table.columns:
        cell = sheet[f"{column.letter}{table.heading_row}"]
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DDDDDD")
        sheet.column_dimensions[column.letter].width = 14
    # A formatted cell far below is what makes a sheet look longer than it is.
    sheet[f"C{table.rows[-1].number + 40}"].font = Font(bold=True)


def write_plain(book, name, rows):
    sheet = book.create_sheet(name)
    for row in rows:
        sheet.append(row)


def write(path, rng, sheets):
    """The sheets in their order: tables, and (name, rows) of what is none."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    if rng.random() < 0.3:
        book.epoch = CALENDAR_MAC_1904
    kept = {}
    for part in sheets:
        if isinstance(part, tuple):
            write_plain(book, *part)
        else:
            write_table(book, part, kept.setdefault(part.sheet, {}))
    book.save(path)
    polish(path, book.sheetnames, kept, rich=rng.random() < 0.3, inline=rng.random() < 0.2)


def polish(path, names, kept, rich, inline):
    """Results of formulas, texts in two fonts, texts inside the cells instead of the shared table."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    shared = parts.get("xl/sharedStrings.xml", b"").decode()
    texts = re.findall(r"<si>(.*?)</si>", shared, re.S)
    for index, name in enumerate(names):
        part = f"xl/worksheets/sheet{index + 1}.xml"
        text = with_results(parts[part].decode(), kept.get(name, {}))
        parts[part] = (in_the_cells(text, texts) if inline else text).encode()
    if rich:
        parts["xl/sharedStrings.xml"] = re.sub(r"<si><t>([^<&]{4,})</t></si>", in_two_fonts, shared).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def with_results(text, results):
    for place, result in results.items():
        text, count = re.subn(rf'<c r="{place}"([^>]*)><f>(.*?)</f><v ?/?>(?:</v>)?</c>',
                              rf'<c r="{place}"\1 t="str"><f>\2</f><v>{result}</v></c>', text)
        if count != 1:
            raise AssertionError(f"the formula in {place} was not found")
    return text


def in_two_fonts(match):
    text = match.group(1)
    return (f'<si><r><t xml:space="preserve">{text[:2]}</t></r><r><rPr><b/></rPr>'
            f'<t xml:space="preserve">{text[2:]}</t></r></si>')


def in_the_cells(text, texts):
    return re.sub(r'<c r="([A-Z]+\d+)"([^>]*) t="s"><v>(\d+)</v></c>',
                  lambda cell: f'<c r="{cell[1]}"{cell[2]} t="inlineStr"><is>{texts[int(cell[3])]}</is></c>', text)
