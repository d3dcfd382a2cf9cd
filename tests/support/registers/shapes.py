# SPDX-License-Identifier: MIT
"""The shapes in which one value may stand in a cell: dates, quantities, text, collar numbers."""
import calendar
import datetime
from dataclasses import dataclass

NBSP = "\u00a0"
DATE_FORMATS = ["dd/mm/yyyy", "d-mmm-yy", "mm-dd-yy", "yyyy-mm-dd", "[$-809]dd mmmm yyyy",
                "dd.mm.yy", "d/m/yy;@"]
# Formats of numbers that a careless reader takes for dates: a colour, a quoted word, an exponent.
NUMBER_FORMATS = ["General", "0", "@", "0.00E+00", "#,##0;[Red]-#,##0", "0\" dd\"", "00000000",
                  "\"My no. \"0"]
IMPOSSIBLE = ["32/13/2019", "31/02/2020", "29/02/2023", "31.04.2018", "30-Feb-2021", "2019-13-05",
              "31 June 2019",
              "04/25/2019", "00/01/2020", "31/9/21"]


@dataclass(frozen=True)
class Number:
    """A number, shown in a number format of its own."""
    value: float
    shown: str = "General"


@dataclass(frozen=True)
class Date:
    """A date cell, as the spreadsheet program keeps it."""
    day: datetime.date
    shown: str = "dd/mm/yyyy"


@dataclass(frozen=True)
class Formula:
    """A formula and its kept result, a text or a number."""
    formula: str
    result: object


@dataclass(frozen=True)
class Error:
    """What a formula left where it could not be worked out."""
    text: str = "#N/A"


@dataclass(frozen=True)
class Verbatim:
    """A text that begins like a formula and is none."""
    text: str


def text_date(rng, day):
    short = calendar.month_abbr[day.month]
    if day.month == 9 and rng.random() < 0.3:
        short = "Sept"
    return rng.choice([
        f"{day.day}/{day.month}/{day.year % 100:02}", f"{day.day:02}/{day.month:02}/{day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
                       f"{day.day:02}.{day.month:02}.{day.year % 100:02}",
        f"{day.day}-{short}-{day.year}", f"{day.day:02}-{short}-{day.year % 100:02}",
        f"{day.day} {calendar.month_name[day.month]} {day.year}", day.isoformat(),
        f"{day.day:02}-{day.month:02}-{day.year}", f"{day.day:02} {short.upper()} {day.year}",
        f" {day.day}/{day.month}/{day.year} "])


def date_cell(rng, day, as_text):
    """A day as a text (share `as_text` of them) or as a date cell."""
    if day is None:
        return None
    if rng.random() < as_text:
        return text_date(rng, day)
    return Date(day, rng.choice(DATE_FORMATS))


def stray(rng, text, share=0.08):
    """The same text with blanks about it, now and then."""
    if rng.random() >= share:
        return text
    return rng.choice([text + " ", " " + text, text + NBSP, "  " + text, text + "\t", text + " \n"])


def thousands(rng, quantity):
    """A whole number as people type it."""
    if quantity >= 1000 and rng.random() < 0.4:
        return f"{quantity:,}"
    return rng.choice([quantity, quantity, quantity, str(quantity), f" {quantity}"])


def collar_cell(rng, collar, as_number):
    return int(collar) if rng.random() < as_number else stray(rng, collar, 0.1)


def text_of(value):
    """What a person sees, in a file that knows only text."""
    if value is None:
        return ""
    if isinstance(value, Date):
        return value.day.strftime("%d/%m/%Y")
    if isinstance(value, Number):
        return str(value.value)
    if isinstance(value, Formula):
        return str(value.result)
    return value.text if isinstance(value, (Verbatim, Error)) else str(value)
