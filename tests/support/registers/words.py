# SPDX-License-Identifier: MIT
"""How forces name their sheets, columns and states; nothing is taken from the program judged."""

HEADINGS = {
    "items": {
        "tag": ["Asset No", "Asset Number", "Asset No.", "Asset Tag", "Asset ID", "Asset Ref",
                "Inventory No",
                "Force Asset No", "ASSET", "Property No"],
        "type": ["Type", "Category", "Weapon Type", "Kind"],
        "make": ["Make", "Manufacturer", "Maker"],
        "model": ["Model", "Weapon Model", "Model Name"],
        "make_model": ["Make / Model", "Make & Model", "Make/Model", "Make and Model", "Weapon",
                       "Model",
                       "Weapon Make/Model", "MAKE / MODEL"],
        "calibre": ["Cal.", "Calibre", "Cal", "Caliber", "Calibre / Gauge"],
        "serial": ["Serial No.", "Serial Number", "Serial", "S/N", "Ser No", "Ser. No.",
                   "Weapon Serial",
                   "Weapon No", "SERIAL NUMBER", "Serial #", "Serial\nNo.", "Serial no:",
                   "Weapon Serial No"],
        "location": ["Location", "Armoury", "Site", "Station", "Where held", "Held at", "Base",
                     "LOCATION"],
        "rack": ["Rack", "Rack No", "Rack Position", "Shelf", "Bin", "Slot"],
        "status": ["Status", "State", "Current Status", "Weapon Status", "STATUS", "Stock status"],
        "received": ["Date Rec'd", "Date Received", "Received", "Date Acquired", "Acquired",
                     "Purchase Date",
                     "Date of Purchase", "Date rec\u2019d", "Date of receipt"],
        "issued_to": ["Issued To (Collar)", "Issued To", "Issued to (Collar No.)", "Collar",
                      "Collar No",
                      "Issued to:", "Current Holder", "Held by"],
    },
    "batches": {
        "nature": ["Nature", "Munition", "Ammunition Type", "Ammo Type", "Nature of ammunition",
                   "Ammunition",
                   "Description", "Product"],
        "batch": ["Lot / Batch", "Batch", "Lot", "Batch No", "Batch Number", "Lot No.",
                  "Lot Number",
                  "Batch/Lot No.", "BATCH NO"],
        "expiry": ["Expiry", "Expiry Date", "Exp", "Exp. Date", "Use By", "Expires",
                   "Shelf Life Expiry"],
        "quantity": ["Qty", "Quantity", "Qty held", "Total Qty", "No. of rounds", "Rounds", "QTY",
                     "Balance",
                     "On hand"],
        "boxes": ["Sealed boxes", "Boxes", "No. of Boxes", "Full boxes", "Unopened boxes",
                  "Sealed Boxes"],
        "per_box": ["Per box", "Box Qty", "Rounds per box", "Box size", "Pack size", "Qty per box"],
        "location": ["Location", "Armoury", "Site", "Store", "Where held"],
        "use": ["Use", "Purpose", "Op/Trg"],
    },
    "officers": {
        "collar": ["Collar", "Collar No", "Collar Number", "Shoulder No", "Shoulder Number",
                   "Collar No.",
                   "Collar #", "COLLAR", "Force No"],
        "rank": ["Rank", "RANK", "Grade"],
        "surname": ["Surname", "Last name", "Family name", "SURNAME"],
        "forename": ["Forename", "First name", "Given name", "Forename(s)"],
        "name": ["Name", "Officer Name", "Full name", "Officer"],
        "unit": ["Unit", "Team", "Department", "Section", "Dept"],
        "pistol": ["Pistol exp", "Pistol Expiry", "Pistol", "Pistol valid to", "Pistol expires"],
        "carbine": ["Carbine exp", "Carbine Expiry", "Carbine", "Carbine valid to",
                    "Carbine expires"],
        "taser": ["Taser exp", "TASER Expiry", "Taser", "Taser valid to", "TASER expires"],
        "shotgun": ["Shotgun exp", "Shotgun Expiry", "Shotgun", "Shotgun valid to",
                    "Shotgun expires"],
        "suspended": ["Suspended?", "Suspended", "SUSPENDED", "Susp."],
        "classes": ["Authorised for", "Authorisations", "Tickets"],
    },
    "authorisations": {
        "collar": ["Collar", "Collar No", "Collar Number", "Shoulder No", "Officer collar"],
        "class": ["Class", "Weapon class", "Authorisation", "Weapon"],
        "from": ["From", "Valid from", "Start date", "Authorised from"],
        "to": ["To", "Valid to", "Expiry", "Expires", "Authorised to", "Expiry date"],
        "suspended": ["Suspended?", "Suspended"],
    },
}

SHEETS = {
    "items": ["Weapons Register", "Weapons", "Firearms", "Armoury", "Sheet1", "Inventory",
              "Arms register",
              "Weapon list 2024", "Register", "WEAPONS (all)", "Guns & Tasers"],
    "items_more": ["North weapons", "Weapons (2)", "Firearms - North", "Register p2"],
    "batches": ["Munitions", "Ammo", "Ammunition", "Rounds", "Sheet2", "Ammo stock", "AMMO"],
    "officers": ["AFOs", "Officers", "Authorised officers", "People", "Shots", "Sheet3", "Staff"],
    "authorisations": ["Authorisations", "Tickets", "Quals", "Currency"],
}

# What else stands in such tables and is nobody's business here. None may be read as a field.
OTHER_COLUMNS = {
    "items": ["Cost code", "PO number", "Supplier", "Sling", "Optic", "Zeroed by", "Old ref",
              "Colour", "Insured"],
    "batches": ["Supplier", "PO number", "Hazard class", "Price", "Cost code"],
    "officers": ["E-mail", "Shoe size", "Mentor", "Locker", "Extension"],
    "authorisations": ["Course tutor", "Venue"],
}
REMARKS = ["Remarks", "Notes", "Comments"]

# The same stock in words: how a force says where a weapon is.
STATES = {
    "in_store": ["In Stock", "In store", "IN STORE", "in stock", "In Store ", "in store",
                 "In  Stock"],
    "issued": ["Issued", "ISSUED", "issued", " Issued", "On issue"],
    "workshop": ["Workshop", "WORKSHOP", "workshop", "In workshop", "Under repair",
                 "At maintenance"],
    "unserviceable": ["U/S", "u/s", "Unserviceable", "Defective", "U/s "],
    "evidence": ["Evidence", "EVIDENCE", "evidence", "Held as evidence"],
    "arv_safe": ["ARV safe", "ARV Safe", "ARV SAFE", "arv safe"],
}
NOT_STATES = ["??", "see Dave", "ask armourer", "purple", "Q7", "as last year", "row 12?"]

MODELS = [
    ("Pistol", "Glock", "17 Gen 4", "9mm"), ("Pistol", "Glock", "19", "9x19"),
    ("Carbine", "H&K", "G36C", "5.56"), ("Carbine", "H&K", "MP5 A3", "9mm"),
    ("Carbine", "SIG", "MCX", "5.56mm"), ("Rifle", "H&K", "417", "7.62"),
    ("Shotgun", "Remington", "870", "12 bore"), ("Shotgun", "Benelli", "M4", "12 bore"),
    ("Taser", "TASER", "7", None), ("Taser", "TASER", "X2", None),
    ("Baton gun", "L104A2", "launcher", "37mm"),
]
NATURES = ["9x19 operational", "9x19 training", "5.56 operational", "5.56 training", "12 bore",
           "L60A2 AEP",
           "TASER X2 cartridge", "CS irritant round", "Distraction device", "7.62 drill",
           "Smoke device"]
PLACES = ["HQ Armoury", "North Armoury", "Example Road", "Fictionville Station"]
RANKS = ["PC", "PS", "Sgt", "Insp", "Ch Insp"]
SURNAMES = ["Sample", "Example", "O'Invent", "Placeholder", "Ní Cheap", "Zoë-Test", "Fiction",
            "Nobody", "Dummy-Smith"]
SURNAMES_WIDE = ["Łampel", "Šablona", "Übungsmann"]
FORENAMES = ["Able", "Baker", "Charlie", "Dog", "Easy", "Fox", "Zoë", "Siân"]
UNITS = ["ARV A", "ARV B", "Training", "TFU", "CTSFO"]
TOTALS = ["TOTAL", "Total", "Totals", "TOTAL:", "Grand Total", "GRAND TOTAL", "Sub-total",
          "Subtotal", "Total held"]
NOTES = ["OFFICIAL-SENSITIVE (when complete)", "Do not sort this sheet!!", "Owner: Insp Example",
         "Ask Sgt Sample before you change anything", "Printed 06/04/2024",
         "Status key: ask the office",
         "v3 FINAL (use this one)", "Retyped from the old book, 2 rows illegible",
         "Checked by: PC Nobody"]
INJECTIONS = ["=cmd|' /C calc'!A0", "=HYPERLINK(\"http://invalid.example\",\"x\")", "+SUM(1,1)",
              "@SUM(A1)", "-2+3"]
