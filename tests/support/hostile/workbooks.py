# SPDX-License-Identifier: MIT
"""Hostile workbooks. Each function writes one and says what is expected: refused, or odd."""
import os

from .container import (HEADINGS, MAIN, STOCK, Member, cell, compound_file, member, row, sheet,
                        skeleton, write_zip)

REFUSED, ODD, EITHER = "refused", "odd", "either"
MEBIBYTE = 1 << 20
OPEN = f'<worksheet xmlns="{MAIN}"><sheetData>'.encode()
CLOSE = b"</sheetData></worksheet>"


def book(path, text, extra=(), **options):
    write_zip(path, skeleton(**options) + [member("xl/worksheets/sheet1.xml", text), *extra])


def book_with_texts(path, texts):
    """A serial by its number in the shared texts."""
    book(path, sheet('<row r="3"><c r="D3" t="s"><v>0</v></c></row>'),
         [member("xl/sharedStrings.xml", texts)], shared=True)


def book_with_serial(path, serial, extra=(), **options):
    """A weapon in row 3 whose serial cell is the caller's."""
    before = "".join(cell(f"{letter}3", text) for letter, text in zip("ABC", ["ZZ9", *STOCK[1:]]))
    after = cell("E3", "HQ Armoury") + cell("F3", "In store")
    book(path, sheet(f'<row r="3">{before}{serial}{after}</row>'), extra, **options)


def zip_bomb(path):
    """A gigabyte and a half of blanks in as many megabytes."""
    bomb = Member("xl/worksheets/sheet1.xml").add(OPEN)
    write_zip(path, skeleton() + [bomb.add(b" " * MEBIBYTE, 1536).add(CLOSE)])
    return REFUSED


def zip_bomb_of_rows(path):
    """The same, with rows that must each be looked at."""
    bomb = Member("xl/worksheets/sheet1.xml").add(OPEN)
    bomb.add(b"<row>" + b'<c t="n"><v>1</v></c>' * 50000 + b"</row>", 600)
    write_zip(path, skeleton() + [bomb.add(CLOSE)])
    return REFUSED


def nested_zip(path):
    """A workbook whose workbook part is a workbook."""
    inner = path + ".inner"
    book(inner, sheet())
    with open(inner, "rb") as file:
        data = file.read()
    os.remove(inner)
    members = [entry for entry in skeleton() if entry.name != b"xl/workbook.xml"]
    write_zip(path, members + [member("xl/workbook.xml", data)])
    return REFUSED


def letters(number):
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


def million_columns(path):
    """A row of a million cells, past the last column there is."""
    wide = Member("xl/worksheets/sheet1.xml").add(OPEN).add(b'<row r="1">')
    for start in range(1, 1000001, 10000):
        wide.add("".join(f'<c r="{letters(n)}1"><v>1</v></c>'
                         for n in range(start, start + 10000)).encode())
    write_zip(path, skeleton() + [wide.add(b"</row>" + CLOSE)])
    return REFUSED


def million_rows_claimed(path):
    """Claims the largest sheet there is; holds one weapon, and one in the last row."""
    book(path, sheet(row(1048576, ["ZZ2", *STOCK[1:3], "FAKE124", *STOCK[4:]]),
                     before='<dimension ref="A1:XFD1048576"/>'))
    return ODD


def row_beyond_the_last(path):
    book(path, sheet(row(99999999999999999999, STOCK)))
    return REFUSED


def entity_bomb(path):
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<!DOCTYPE worksheet [<!ENTITY l0 "lol">{levels}]>'
    book(path, sheet(row(3, ["&l9;", *STOCK[1:]]), head=head))
    return REFUSED


def entity_bomb_of_strings(path):
    """The same in the shared texts, by one long entity used often."""
    head = f'<!DOCTYPE sst [<!ENTITY a "{"A" * 50000}">]>'
    book_with_texts(path, f'{head}<sst xmlns="{MAIN}"><si><t>{"&a;" * 20000}</t></si></sst>')
    return REFUSED


def doctype(path):
    """A document type declares nothing, and has no place in a workbook."""
    book(path, sheet(head="<!DOCTYPE worksheet>"))
    return REFUSED


def external_entity(path):
    """Asks for a file of the machine; the test looks for its words in the answer."""
    canary = os.path.abspath(path) + ".canary"
    with open(canary, "w", encoding="ascii") as file:
        file.write("CANARY-OF-THE-MACHINE")
    head = f'<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file://{canary}">]>'
    book(path, sheet(row(3, STOCK[:3] + ["&x;", "HQ Armoury", "&x;"]), head=head))
    return REFUSED


def truncated(path):
    book(path, sheet())
    os.truncate(path, os.path.getsize(path) * 2 // 3)
    return REFUSED


def truncated_xml(path):
    book(path, sheet()[:-40])
    return REFUSED


def encrypted(path):
    with open(path, "wb") as file:
        file.write(compound_file(["EncryptionInfo", "EncryptedPackage"]))
    return REFUSED


def old_xls(path):
    with open(path, "wb") as file:
        file.write(compound_file(["Workbook"]))
    return REFUSED


def open_document(path):
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    write_zip(path, [member("mimetype", kind), member("content.xml", "<office:document-content/>"),
                     member("META-INF/manifest.xml", "<manifest:manifest/>")])
    return REFUSED


def duplicate_members(path):
    """Two sheets of one name: readers disagree which one counts."""
    book(path, sheet(), [member("xl/worksheets/sheet1.xml",
                                sheet(row(3, ["ZZ3", *STOCK[1:3], "OTHER9", *STOCK[4:]])))])
    return REFUSED


def climbing_names(path):
    """Members and a sheet outside the archive."""
    book(path, sheet(), [member("../../climbed.txt", "x"), member("/etc/climbed", "x"),
                         member("xl\\..\\..\\y", "x")])
    return EITHER


def climbing_target(path):
    book(path, sheet(), target="../../../../../../etc/passwd")
    return REFUSED


def target_elsewhere(path):
    """A sheet on somebody's server."""
    book(path, sheet(), target="http://127.0.0.1:9/sheet.xml", mode=' TargetMode="External"')
    return REFUSED


def formula_injection(path):
    texts = ["=cmd|' /C calc'!A0", "@SUM(1)", "+1+1", "-1+1"]
    rows = [row(3 + n, [f"ZZ{n + 5}", *STOCK[1:3], text, *STOCK[4:]])
            for n, text in enumerate(texts)]
    book(path, sheet("".join(rows)))
    return ODD


def deep_xml(path):
    deep = Member("xl/worksheets/sheet1.xml").add(OPEN)
    deep.add(b"<c>" * 1000, 1000).add(b"</c>" * 1000, 1000)
    write_zip(path, skeleton() + [deep.add(CLOSE)])
    return REFUSED


def huge_shared_string(path):
    text = Member("xl/sharedStrings.xml").add(f'<sst xmlns="{MAIN}"><si><t>'.encode())
    text.add(b"A" * MEBIBYTE, 500).add(b"</t></si></sst>")
    book(path, sheet('<row r="3"><c r="D3" t="s"><v>0</v></c></row>'), [text], shared=True)
    return REFUSED


def million_shared_strings(path):
    texts = Member("xl/sharedStrings.xml").add(f'<sst xmlns="{MAIN}" count="4000000000">'.encode())
    for start in range(0, 4000000, 50000):
        texts.add("".join(f"<si><t>text number {n}</t></si>"
                          for n in range(start, start + 50000)).encode())
    book(path, sheet(), [texts.add(b"</sst>")], shared=True)
    return EITHER


def shared_index(path):
    """Texts by numbers that no text has."""
    values = ["99999999", "-1", "4294967296", "abc", "", "1e3"]
    cells = "".join(f'<c r="{letter}3" t="s"><v>{value}</v></c>'
                    for letter, value in zip("ABCDEF", values))
    texts = member("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}"/>')
    book(path, sheet(f'<row r="3">{cells}</row>'), [texts], shared=True)
    return REFUSED


def merge_bomb(path):
    """Half a million merged ranges, each as large as the sheet."""
    merges = '<mergeCells>' + '<mergeCell ref="A3:XFD1048576"/>' * 500000 + "</mergeCells>"
    book(path, sheet(row(3, ["ZZ4", *STOCK[1:3], "FAKE125", *STOCK[4:]]), after=merges))
    return EITHER


def many_sheets(path):
    """Ten thousand sheets, one part."""
    book(path, sheet(), sheets=10000, target="worksheets/sheet1.xml")
    return EITHER


def many_members(path):
    book(path, sheet(), [member(f"xl/media/{n}.png", "") for n in range(60000)])
    return EITHER


def odd_place(place):
    """A cell at a place that no program writes."""
    def write(path):
        book(path, sheet(f'<row r="3">{cell(place, "FAKE999")}</row>'))
        return EITHER
    return write


def odd_number(value):
    """A serial that is a number to some readers only: a fault whatever it is."""
    def write(path):
        book_with_serial(path, f'<c r="D3"><v>{value}</v></c>')
        return REFUSED
    return write


def odd_date(value):
    """A serial kept as a date that no calendar has: whatever it is called, it is a fault."""
    def write(path):
        formats = '<xf numFmtId="0"/><xf numFmtId="14"/>'
        styles = f'<styleSheet xmlns="{MAIN}"><cellXfs>{formats}</cellXfs></styleSheet>'
        book_with_serial(path, f'<c r="D3" s="1"><v>{value}</v></c>',
                         [member("xl/styles.xml", styles)], styles=True)
        return REFUSED
    return write


def odd_style(path):
    book(path, sheet('<row r="3"><c r="D3" s="4000000000"><v>5</v></c></row>'))
    return EITHER


def odd_type(path):
    book(path, sheet('<row r="3"><c r="D3" t="zz"><v>5</v></c><c r="E3" t="b"><v>7</v></c></row>'))
    return EITHER


def rows_backwards(path):
    book(path, sheet(row(2, STOCK) + row(1, HEADINGS) + '<row r="-4"/><row r="x"/>'))
    return EITHER


def zip_bomb_that_lies(path):
    """Says that it unpacks to a thousand bytes."""
    bomb = Member("xl/worksheets/sheet1.xml",
                  claims=1000).add(OPEN)
    write_zip(path, skeleton() + [bomb.add(b" " * MEBIBYTE, 1024).add(CLOSE)])
    return REFUSED


PLACES = {"zero": "A0", "empty": "", "backwards": "3A", "negative": "D-3", "trailing": "D3D",
          "far": "ZZZZZZZZZZZZ3",
          "lower": "d3", "absolute": "$D$3", "other_row": "D9"}
NUMBERS = {"nan": "nan", "infinite": "1e999999", "minus": "-inf", "hexadecimal": "0x10",
           "comma": "1,5", "long": "9" * 400,
           "tiny": "1e-400", "words": "five"}
DATES = {"future": "1e300", "past": "-1e300", "minus": "-1", "zero": "0", "leap_of_1900": "60",
         "last": "2958466",
         "far": "99999999999", "time": "0.5", "nan": "nan"}


ALL = [zip_bomb, zip_bomb_of_rows, nested_zip, million_columns, million_rows_claimed,
       row_beyond_the_last, entity_bomb,
       entity_bomb_of_strings, doctype, external_entity, truncated, truncated_xml, encrypted,
       old_xls, open_document,
       duplicate_members, climbing_names, climbing_target, target_elsewhere, formula_injection,
       deep_xml,
       huge_shared_string, million_shared_strings, shared_index, merge_bomb, many_sheets,
       many_members, odd_style, odd_type,
       rows_backwards, zip_bomb_that_lies]
ENDINGS = {"old_xls": "xls", "open_document": "ods"}
NAMED = ({act.__name__: act for act in ALL} | {"place_" + name: odd_place(place) for name,
                                               place in PLACES.items()}
         | {"number_" + name: odd_number(value) for name, value in NUMBERS.items()}
         | {"date_" + name: odd_date(value) for name, value in DATES.items()})
