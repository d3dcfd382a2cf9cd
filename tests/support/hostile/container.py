# SPDX-License-Identifier: MIT
"""Containers by hand: ZIP archives that may lie, compound files of old and encrypted workbooks."""
import struct
import zlib

TYPES = ('<?xml version="1.0" encoding="UTF-8"?>'
         '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" ContentType='
         '"application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/>'
         '<Override PartName="/xl/workbook.xml" ContentType='
         '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>')
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


class Member:
    """One member, compressed as it comes, so that two gigabytes need no memory here."""

    def __init__(self, name, claims=None):
        self.name, self.size, self.crc, self.parts = name.encode(), 0, 0, []
        self.claims = claims  # the size it says it unpacks to, where that is a lie
        self.packer = zlib.compressobj(9, zlib.DEFLATED, -15)

    def add(self, data, times=1):
        if times == 1:
            self.parts.append(self.packer.compress(data))
            self.count(data)
            return self
        # A block that ends on a byte repeats as the same bytes.
        self.parts.append(self.packer.flush(zlib.Z_FULL_FLUSH))
        block = zlib.compressobj(9, zlib.DEFLATED, -15)
        self.parts.append((block.compress(data) + block.flush(zlib.Z_FULL_FLUSH)) * times)
        for _ in range(times):
            self.count(data)
        self.packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        return self

    def count(self, data):
        self.crc = zlib.crc32(data, self.crc)
        self.size += len(data)

    def packed(self):
        return b"".join(self.parts) + self.packer.flush()


def member(name, text):
    return Member(name).add(text.encode() if isinstance(text, str) else text)


def write_zip(path, members):
    """An archive of these members, also where names repeat or climb out of it."""
    directory, at = b"", 0
    with open(path, "wb") as file:
        for entry in members:
            packed = entry.packed()
            common = struct.pack("<HHHHHIII", 20, 0x800, 8, 0, 0x5A21, entry.crc, len(packed),
                                 entry.claims or entry.size)
            common += struct.pack("<HH", len(entry.name), 0)
            file.write(b"PK\3\4" + common + entry.name + packed)
            directory += b"PK\1\2" + struct.pack("<H", 20) + common
            directory += struct.pack("<HHHII", 0, 0, 0, 0, at) + entry.name
            at += 30 + len(entry.name) + len(packed)
        file.write(directory)
        file.write(b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, len(members), len(members),
                                           len(directory), at, 0))


def skeleton(sheets=1, target="worksheets/sheet{}.xml", mode="", shared=False, styles=False):
    """What every workbook has, for so many sheets; the sheets themselves are the caller's."""
    names = "".join(f'<sheet name="Weapons{index or ""}" sheetId="{index + 1}" '
                    f'r:id="rId{index + 1}"/>' for index in range(sheets))
    relations = "".join(f'<Relationship Id="rId{index + 1}" Type="{OFFICE}/worksheet" '
                        f'Target="{target.format(index + 1)}"{mode}/>' for index in range(sheets))
    if shared:
        relations += (f'<Relationship Id="rIdS" Type="{OFFICE}/sharedStrings" '
                      'Target="sharedStrings.xml"/>')
    if styles:
        relations += f'<Relationship Id="rIdT" Type="{OFFICE}/styles" Target="styles.xml"/>'
    return [member("[Content_Types].xml", TYPES),
            member("_rels/.rels", f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
                   f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
            member("xl/workbook.xml",
                   f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
                   f'<sheets>{names}</sheets></workbook>'),
            member("xl/_rels/workbook.xml.rels",
                   f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>')]


def cell(place, text):
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


HEADINGS = ["Asset No", "Type", "Make / Model", "Serial No.", "Location", "Status"]


def row(number, values):
    cells = "".join(cell(f"{letter}{number}", value) for letter, value in zip("ABCDEF", values))
    return f'<row r="{number}">{cells}</row>'


STOCK = ["ZZ1", "Pistol", "Glock 19", "FAKE123", "HQ Armoury", "In store"]


def sheet(rows="", before="", after="", head=""):
    """A sheet of weapons with one good row, and what the caller adds."""
    good = row(1, HEADINGS) + row(2, STOCK)
    return (f'<?xml version="1.0"?>{head}<worksheet xmlns="{MAIN}">{before}'
            f'<sheetData>{good}{rows}</sheetData>{after}</worksheet>')


def compound_file(streams):
    """An OLE compound file with these empty streams, as .xls and encrypted workbooks are."""
    def entry(name, kind, left, child):
        text = name.encode("utf-16-le") + b"\0\0"
        return (text.ljust(64, b"\0") + struct.pack("<HBB", len(text), kind, 1)
                + struct.pack("<III", left, 0xFFFFFFFF, child)
                + b"\0" * 36 + struct.pack("<IQ", 0xFFFFFFFE, 0))
    header = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + b"\0" * 16
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<IIIII", 0, 1, 1, 0, 4096)
    header += struct.pack("<IIIII", 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    table = struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE).ljust(512, b"\xFF")
    entries = entry("Root Entry", 5, 0xFFFFFFFF, 1)
    for index, name in enumerate(streams):
        following = index + 2 if index + 1 < len(streams) else 0xFFFFFFFF
        entries += entry(name, 2, following, 0xFFFFFFFF)
    return header.ljust(512, b"\xFF") + table + entries.ljust(512, b"\0")
