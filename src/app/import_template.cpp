// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "muster/app/import_register.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/intake/mapping.hpp"
#include "muster/report/blank_book.hpp"

namespace muster::app {
namespace {

using Sort = report::BlankColumn::Sort;

/// How one field is filled in. Examples are invented.
struct Filling {
    const char* kind;  ///< null for every kind
    const char* field;
    Sort sort;
    const char* words;
    const char* example;
    int width;
};

constexpr Filling fillings[] = {
    {nullptr, "tag", Sort::text, "The asset tag, if it has one.", "C-0001", 14},
    {nullptr, "type", Sort::choice, "What it is.", "Carbine", 14},
    {nullptr, "make", Sort::text, "Who made it, where the model does not say so.", "SIG", 14},
    {"items", "model", Sort::text, "Make and model, always written alike.", "SIG MCX", 24},
    {"batches", "model", Sort::text, "What the munition is, always written alike.",
     "9x19 operational", 24},
    {nullptr, "model", Sort::text, "Make and model, always written alike.", "SIG MCX", 24},
    {nullptr, "calibre", Sort::text, "As marked.", "5.56", 10},
    {nullptr, "serial", Sort::text,
     "As stamped, with every leading zero. The column is text: Excel leaves it alone.", "0001EX",
     18},
    {nullptr, "location", Sort::text, "The armoury or place it belongs in.", "HQ Armoury", 20},
    {nullptr, "rack", Sort::text, "Its place there.", "R2-01", 12},
    {"items", "status", Sort::choice, "Where it is and in what state.", "In store", 18},
    {"items", "condition", Sort::choice, "Whether it may go out, where its status does not say.",
     "Serviceable", 16},
    {"items", "hold", Sort::choice, "Y where it is held as evidence.", "N", 14},
    {nullptr, "acquired", Sort::date, "The day it was received.", "2021-05-04", 14},
    {nullptr, "last_inspected", Sort::date, "The day of its last inspection.", "2025-11-30", 14},
    {nullptr, "issued_to", Sort::text, "The collar number of who has it, where it is issued.", "",
     16},
    {nullptr, "remarks", Sort::text, "Anything else worth keeping. No personal details.",
     "Sight refitted", 34},
    {nullptr, "batch_number", Sort::text, "The maker's lot or batch number.", "EX-100", 16},
    {nullptr, "expiry", Sort::date, "The last day of use.", "2029-12-31", 14},
    {nullptr, "quantity", Sort::number, "Rounds or pieces altogether, boxes included.", "500", 12},
    {nullptr, "sealed_boxes", Sort::number, "How many boxes are still sealed.", "8", 14},
    {nullptr, "box_size", Sort::number, "Rounds or pieces in one sealed box.", "50", 12},
    {nullptr, "use", Sort::choice, "What it is for.", "Operational", 14},
    {nullptr, "collar", Sort::text, "The collar number.", "9901", 12},
    {nullptr, "rank", Sort::choice, "The rank.", "PC", 12},
    {nullptr, "surname", Sort::text, "The surname.", "Example", 20},
    {nullptr, "forename", Sort::text, "The forename.", "Alex", 18},
    {nullptr, "name", Sort::text, "The whole name, where it stands in one column.", "", 24},
    {nullptr, "unit", Sort::text, "The unit or team.", "ARV A", 16},
    {nullptr, "suspended", Sort::choice, "Y where every authorisation is suspended.", "", 12},
    {nullptr, "left", Sort::choice, "Y where they have left the force or the team.", "", 10},
    {nullptr, "class", Sort::choice, "The class of weapon.", "Carbine", 16},
    {nullptr, "from", Sort::date, "The first day; empty for the day of the import.", "2026-04-01",
     14},
    {nullptr, "to", Sort::date, "The last day, which still counts.", "2027-03-31", 14},
    {nullptr, "log", Sort::text, "The number in the log.", "L-2026-0001", 18},
    {nullptr, "started", Sort::moment, "When it began, on a UK clock.", "2026-03-01 06:40", 18},
    {nullptr, "ended", Sort::moment, "When it ended, on a UK clock.", "2026-03-01 08:10", 18},
    {nullptr, "decision", Sort::choice, "What was decided. Decisions to decline belong here too.",
     "Declined", 16},
    {nullptr, "commander", Sort::text, "Who decided.", "Insp Example", 22},
    {nullptr, "level", Sort::choice, "At which level of command.", "Tactical", 14},
    {nullptr, "reason", Sort::text, "Why.", "No threat to life", 40},
    {nullptr, "arv", Sort::choice, "Y where an armed response vehicle was involved.", "Y", 8},
    {nullptr, "discharge", Sort::choice, "Y where a weapon was discharged.", "N", 12},
};

const Filling* filling_of(const std::string& kind, const std::string& field) {
    const auto at =
        std::find_if(std::begin(fillings), std::end(fillings), [&](const Filling& each) {
            return field == each.field && (each.kind == nullptr || kind == each.kind);
        });
    return at != std::end(fillings) ? at : nullptr;
}

std::vector<std::string> choices_of(const std::string& field) {
    if (field == "status") return intake::status_words();
    if (field == "condition")
        return {"Serviceable", "Inspection due", "Defective", "Under repair", "Awaiting disposal"};
    if (field == "type")
        return {"Pistol", "Carbine", "Rifle", "Shotgun", "Taser", "Baton gun", "Other"};
    if (field == "class")
        return {"Pistol", "Carbine", "Rifle", "Shotgun", "Taser", "Baton gun", "Specialist"};
    if (field == "use") return {"Operational", "Training", "Blank", "Drill"};
    if (field == "rank")
        return {"PC", "Sgt", "Insp", "Ch Insp", "Supt", "Ch Supt", "ACC", "DCC", "CC"};
    if (field == "decision") return {"Authorised", "Declined", "Stood down", "Self-deployed"};
    if (field == "level") return {"Strategic", "Tactical", "Operational"};
    return {"Y", "N"};
}

/// Of several ways to say the same a template offers one: surname and forename instead of a name,
/// the maker within the model, a moment instead of a day and a time, an authorisation a row.
bool is_offered(const std::string& kind, const std::string& field) {
    if (field == "name" || field == "make" || field == "time") return false;
    if (field.starts_with("from:")) return false;
    // Of one thing there is one, and who left is asked for plainly.
    if ((kind == "items" && field == "quantity") || (kind == "officers" && field == "status"))
        return false;
    return kind != "authorisations" || !field.starts_with("to:");
}

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

report::BlankColumn column_of(const std::string& kind, const intake::FieldWords& field) {
    report::BlankColumn column;
    column.heading = capitalised(field.heading);
    column.needed = field.needed;
    if (field.field.starts_with("to:")) {
        column.sort = Sort::date;
        column.words = "The last day of the authorisation; empty where there is none.";
        column.example = "2027-03-31";
        column.width = 14;
        return column;
    }
    if (const Filling* filling = filling_of(kind, field.field)) {
        column.sort = filling->sort;
        column.words = filling->words;
        column.example = filling->example;
        column.width = filling->width;
    }
    if (column.sort == Sort::choice) column.choices = choices_of(field.field);
    return column;
}

struct Page {
    const char* kind;
    const char* name;
    const char* words;
};
constexpr std::array pages{
    Page{"items", "Weapons", "One row for each thing with a serial number."},
    Page{"batches", "Munitions", "One row for each batch at one place."},
    Page{"officers", "Officers", "One row for each person who draws."},
    Page{"authorisations", "Authorisations", "One row for each officer and class of weapon."},
    Page{"deployments", "Deployments",
         "One row for each armed deployment, and for each decision against one."},
};

report::BlankSheet sheet_of(const Page& page) {
    report::BlankSheet sheet{page.name, page.words, {}};
    for (const intake::FieldWords& field : intake::fields_of(page.kind))
        if (is_offered(page.kind, field.field))
            sheet.columns.push_back(column_of(page.kind, field));
    return sheet;
}

bool is_in(const std::string& kind, const Page& page) {
    const std::string name = page.kind;
    if (kind != "workbook") return kind == name;
    return name == "items" || name == "batches" || name == "officers";
}

}  // namespace

const std::vector<std::string>& template_kinds() {
    static const std::vector<std::string> kinds{"workbook", "items",          "batches",
                                                "officers", "authorisations", "deployments"};
    return kinds;
}

void write_import_template(const std::string& kind, const std::string& out) {
    const auto& kinds = template_kinds();
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
        std::string all;
        for (const std::string& each : kinds) all += (all.empty() ? "" : ", ") + each;
        throw UsageError{"There is no template " + kind + ". Templates are: " + all + "."};
    }
    report::BlankBook book;
    book.title = "Muster: " + kind + " to import";
    book.instructions = {
        "Fill in the sheets that follow, one row for each thing, under the headings as they are. "
        "Brass headings are needed, slate ones may stay empty.",
        "Paste values only (Paste special), so that columns keep their formats and serial numbers "
        "their zeros.",
        "Then look at it: musterctl import " + (kind == "workbook" ? "workbook" : kind) +
            " FILE.xlsx --dry-run, or the Import screen. Nothing is changed until there is no "
            "fault left or you say so.",
        "This sheet and the lists are passed over. The examples here are invented; do not type "
        "them in."};
    for (const Page& page : pages)
        if (is_in(kind, page)) book.sheets.push_back(sheet_of(page));
    files::write_file_atomically(out, report::draw_blank(book));
}

}  // namespace muster::app
