# SPDX-License-Identifier: MIT
"""Hostile text files. Each function writes one and says what is expected."""
from .container import HEADINGS, STOCK
from .workbooks import EITHER, ODD, REFUSED

HEAD = (",".join(HEADINGS) + "\n").encode()
GOOD = (",".join(STOCK) + "\n").encode()


def write(path, *parts):
    with open(path, "wb") as file:
        for part in parts:
            file.write(part)


def nul_bytes(path):
    write(path, HEAD, GOOD, b"ZZ2,Pistol,Glock\0 19,FA\0KE124,HQ Armoury,In store\n", b"\0" * 1000)
    return REFUSED


def unclosed_quote(path):
    """A quote that never ends takes the rest of the file into one cell."""
    write(path, HEAD, GOOD, b'ZZ2,Pistol,"Glock 19,FAKE124,HQ Armoury,In store\n', GOOD * 20)
    return REFUSED


def unclosed_quote_far_from_the_end(path):
    write(path, HEAD, GOOD, b'ZZ2,Pistol,"Glock 19,FAKE124,HQ Armoury,In store\n',
          *[GOOD * 1000] * 300)
    return REFUSED


def one_long_line(path):
    """A hundred megabytes without an end of line."""
    write(path, *[b"A" * (1 << 20)] * 100)
    return REFUSED


def million_columns(path):
    write(path, HEAD, b"," * 1000000, b"\n", GOOD)
    return REFUSED


def quotes_only(path):
    write(path, *[b'"' * (1 << 20)] * 20)
    return REFUSED


def empty(path):
    write(path)
    return REFUSED


def wide_characters(path):
    """UTF-16, as some programs export "Unicode text"."""
    write(path, (HEAD + GOOD).decode().replace(",", "\t").encode("utf-16"))
    return EITHER


def broken_characters(path):
    """Neither UTF-8 nor Windows-1252: bytes that the latter leaves undefined."""
    write(path, HEAD, b"ZZ1,Pistol,Glock 19,FA\x81KE\x8d\xff\xfe,HQ Armoury,In store\n")
    return EITHER


def formula_injection(path):
    write(path, HEAD, b"ZZ1,Pistol,Glock 19,=cmd|' /C calc'!A0,HQ Armoury,In store\n")
    return ODD


def no_workbook_at_all(path):
    write(path, b"%PDF-1.7\n", bytes(range(256)) * 40)
    return REFUSED


def escape_codes(path):
    """Codes that would rewrite a terminal, in a status that the answer must name."""
    write(path, HEAD, b"ZZ1,Pistol,Glock 19,FAKE1,HQ Armoury,\x1b[31mpurple\x1b]0;x\x07\n")
    return REFUSED


ALL = [nul_bytes, unclosed_quote, unclosed_quote_far_from_the_end, one_long_line, million_columns,
       quotes_only, empty, wide_characters,
       broken_characters, formula_injection, no_workbook_at_all, escape_codes]
