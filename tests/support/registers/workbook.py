# SPDX-License-Identifier: MIT
"""Writes tables as a workbook with openpyxl, then gives it what openpyxl cannot write."""
import re
import zipfile

import openpyxl
from openpyxl.comments import Comment
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
    elif isinstance(value, shapes.Error):
        cell.value, cell.data_type = value.text, "e"
    else:
        cell.value = value.text if isinstance(value, shapes.Verbatim) else value
        if isinstance(cell.value, str):
            cell.data_type = "s"


def decorate(rng, sheet, table):
    """What a person leaves behind who works with a sheet: hidden rows are stock all the same."""
    first, last = table.heading_row + 1, table.rows[-1].number
    for number in rng.sample(range(first, last), min(3, last - first)):
        sheet.row_dimensions[number].hidden = True
    sheet.column_dimensions[table.columns[-1].letter].hidden = True
    sheet.auto_filter.ref = f"{table.columns[0].letter}{first - 1}:{table.columns[-1].letter}{last}"
    sheet.freeze_panes = f"B{first}"
    cell = sheet[f"{table.columns[0].letter}{table.heading_row}"]
    cell.comment = Comment("Ask before you sort this.", "PC Nobody")


def write_table(rng, book, table, kept):
    sheet = book.create_sheet(table.sheet)
    for row, letter, value in layout.grid(table):
        put(sheet[f"{letter}{row}"], value, kept)
    for first, last in table.merged:
        sheet.merge_cells(f"{first}:{last}")
    for column in table.columns:
        cell = sheet[f"{column.letter}{table.heading_row}"]
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DDDDDD")
        sheet.column_dimensions[column.letter].width = 14
    if rng.random() < 0.3:
        decorate(rng, sheet, table)
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
            write_table(rng, book, part, kept.setdefault(part.sheet, {}))
    book.save(path)
    polish(path, book.sheetnames, kept, {trait for trait, share in TRAITS.items()
                                         if rng.random() < share})


# What other programs do that openpyxl does not: texts in two fonts, texts inside their cells, a
# prefix before every element, places of parts counted from the folder.
TRAITS = {"rich": 0.3, "inline": 0.2, "prefixed": 0.15, "relative": 0.5}


def polish(path, names, kept, traits):
    """Gives the workbook the results of its formulas and the traits of another program."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    shared = parts.get("xl/sharedStrings.xml", b"").decode()
    texts = re.findall(r"<si>(.*?)</si>", shared, re.S)
    for index, name in enumerate(names):
        part = f"xl/worksheets/sheet{index + 1}.xml"
        text = with_results(parts[part].decode(), kept.get(name, {}))
        text = in_the_cells(text, texts) if "inline" in traits else text
        parts[part] = (prefixed(text) if "prefixed" in traits else text).encode()
    if "rich" in traits:
        shared = re.sub(r"<si><t>([^<&]{4,})</t></si>", in_two_fonts, shared)
    parts["xl/sharedStrings.xml"] = (prefixed(shared) if "prefixed" in traits else shared).encode()
    if "relative" in traits:
        relations = "xl/_rels/workbook.xml.rels"
        parts[relations] = parts[relations].replace(b'Target="/xl/', b'Target="')
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def with_results(text, results):
    for place, result in results.items():
        kind = ' t="str"' if isinstance(result, str) else ""
        text, count = re.subn(rf'<c r="{place}"([^>]*)><f>(.*?)</f><v ?/?>(?:</v>)?</c>',
                              rf'<c r="{place}"\1{kind}><f>\2</f><v>{result}</v></c>', text)
        if count != 1:
            raise AssertionError(f"the formula in {place} was not found")
    return text


def prefixed(text):
    """The same elements under a prefix, as many exporting programs write them."""
    text = re.sub(r"<(/?)([A-Za-z]+)(?=[\s/>])", r"<\1x:\2", text)
    return text.replace(' xmlns="', ' xmlns:x="', 1)


def in_two_fonts(match):
    text = match.group(1)
    return (f'<si><r><t xml:space="preserve">{text[:2]}</t></r><r><rPr><b/></rPr>'
            f'<t xml:space="preserve">{text[2:]}</t></r></si>')


def in_the_cells(text, texts):
    def inside(cell):
        return (f'<c r="{cell[1]}"{cell[2]} t="inlineStr">'
                f'<is>{texts[int(cell[3])]}</is></c>')
    return re.sub(r'<c r="([A-Z]+\d+)"([^>]*) t="s"><v>(\d+)</v></c>', inside, text)
