# SPDX-License-Identifier: MIT
"""Sheets that lie about in a force's workbook and hold no stock."""


def vehicles(rng):
    rows = [["Reg", "Make", "Model", "Mileage", "MOT due"]]
    return "Vehicles", rows + [[f"ZZ{rng.randint(10, 99)} FAK", "Fordson", "Patrol",
                                rng.randint(100, 90000), "6/4/26"]
                               for _ in range(5)]


def notes(rng):
    rows = [["How to use this workbook"], ["1. Do not sort"], [None, "Ring the office on 00000"],
            ["TOTAL weapons are on the first sheet"]]
    return "Notes", rows[:rng.randint(1, 4)]


def lists(_):
    return "Lists", [["Choices"], ["In store"], ["Issued"], ["Workshop"], ["Evidence"], ["U/S"]]


def contacts(_):
    return "Contacts", [["Department", "Telephone"], ["Stores", "00000 1"], ["Workshop", "00000 2"]]


def ranges(rng):
    days = [[f"{day}/4/26", rng.randint(1, 8), "Training"] for day in range(1, 9)]
    return "Range bookings", [["Day", "Lane", "Booked for"], *days]


def empty(_):
    return "Sheet9", []


ALL = [vehicles, notes, lists, contacts, ranges, empty]
