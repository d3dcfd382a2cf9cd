// SPDX-License-Identifier: MIT
#include "muster/app/import_register.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "muster/core/time.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/files/xlsx_book.hpp"

using namespace muster;

namespace {

const core::Instant now = *core::instant_of("2026-03-02T09:00:00.000Z");

/// A folder of the test's own, gone with it.
class Folder {
public:
    Folder() { std::filesystem::create_directories(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    std::string path(const std::string& name) const { return (path_ / name).string(); }
    app::ImportRequest file(const std::string& text, const char* kind = "items") const {
        std::ofstream{path("stock.csv")} << text;
        app::ImportRequest request;
        request.path = path("stock.csv");
        request.kind = kind;
        return request;
    }

private:
    std::filesystem::path path_ = std::filesystem::path{MUSTER_BINARY_DIR} / "import_register_test";
};

const char* two_rows =
    "Our ref,Make / Model,Serial No.,Location,Status\n"
    "T-1,Glock 17,0042,HQ Armoury,In store\n"
    "T-2,Glock 17,,HQ Armoury,In store\n";

}  // namespace

TEST_CASE("import: a look without a ledger says how each column was understood") {
    const Folder folder;
    const auto report = app::inspect_register(folder.file(two_rows), nullptr, now);
    REQUIRE(report.sheets.size() == 1);
    const app::ImportSheet& sheet = report.sheets.front();
    CHECK(sheet.kind == "items");
    CHECK(sheet.heading_row == 1);
    CHECK(sheet.rows == 2);
    REQUIRE(sheet.columns.size() == 5);
    CHECK(sheet.columns[0].heading == "Our ref");
    CHECK(sheet.columns[2].letters == "C");
    CHECK(sheet.columns[2].field == "serial");
    REQUIRE(sheet.preview.size() == 3);
    CHECK(sheet.preview[0].cells.front() == "Our ref");
    CHECK(sheet.preview[1].row == 2);
    CHECK(sheet.preview[1].cells.at(2) == "0042");
    REQUIRE(report.faults.size() == 1);
    CHECK(report.faults.front().code == "serial_missing");
    CHECK(report.faults.front().cell() == "stock!C3");
    CHECK(report.skipped == 1);
}

TEST_CASE("import: the mapping used is what was given and what was found") {
    const Folder folder;
    auto request = folder.file(two_rows);
    request.mapping.headings.push_back({"", "Our ref", "tag"});
    request.mapping.models["G17"] = "Glock 17";
    const auto used = app::inspect_register(request, nullptr, now).used;
    CHECK(used.models.at("G17") == "Glock 17");
    CHECK(used.sheets.at("stock") == "items");
    REQUIRE(used.headings.size() == 5);
    CHECK(used.headings[0] == app::ImportMapping::Heading{"", "Our ref", "tag"});
    CHECK(used.headings[2] == app::ImportMapping::Heading{"items", "Serial No.", "serial"});
}

TEST_CASE("import: a mapping that was saved is read as it was") {
    const Folder folder;
    app::ImportMapping mapping;
    mapping.sheets["Sheet1"] = "items";
    mapping.sheets["Old"] = "none";
    mapping.headings = {{"items", "Our ref", "tag"}, {"", "Colour", ""}};
    mapping.models["G36"] = "H&K G36C";
    mapping.statuses["In the cage"] = "In store";
    app::save_import_mapping(mapping, folder.path("map.json"));
    CHECK(app::read_import_mapping(folder.path("map.json")) == mapping);
    std::ofstream{folder.path("edited.json")}
        << "{\n  \"sheets\": [{\"sheet\": \"Old\", \"kind\": \"none\"}],\n"
           "  \"format\": \"muster-mapping-1\"\n}\n";
    CHECK(app::read_import_mapping(folder.path("edited.json")).sheets.at("Old") == "none");
    std::ofstream{folder.path("bad.json")} << "{\"sheets\":";
    CHECK_THROWS_AS(app::read_import_mapping(folder.path("bad.json")), app::UsageError);
}

TEST_CASE("import: a copy of a CSV file is a workbook with the fault in its cell") {
    const Folder folder;
    const auto request = folder.file(two_rows);
    app::write_marked_up(request, app::inspect_register(request, nullptr, now),
                         folder.path("copy.xlsx"));
    const auto book = files::XlsxBook::open_file(folder.path("copy.xlsx"));
    REQUIRE(book.fault() == nullptr);
    REQUIRE(book.value().sheets().size() == 2);
    CHECK(book.value().sheets()[1].name == "stock");
    auto again = request;
    again.path = folder.path("copy.xlsx");
    const auto report = app::inspect_register(again, nullptr, now);
    REQUIRE(report.faults.size() == 1);
    CHECK(report.faults.front().cell() == "stock!C3");
    CHECK(report.item_rows == 2);
}

TEST_CASE("import: a marked-up copy never takes the place of its original") {
    const Folder folder;
    const auto request = folder.file(two_rows);
    const std::string before = files::read_file(request.path);
    const auto report = app::inspect_register(request, nullptr, now);
    CHECK_THROWS_AS(app::write_marked_up(request, report, request.path), app::UsageError);
    CHECK(files::read_file(request.path) == before);
}

TEST_CASE("import: a watch stops the reading") {
    const Folder folder;
    auto request = folder.file(two_rows);
    request.watch = [](const app::ImportProgress&) { return false; };
    CHECK(app::inspect_register(request, nullptr, now).cancelled);
}

TEST_CASE("import: every template has the fields of its kind and is empty") {
    const Folder folder;
    for (const std::string& kind : app::template_kinds()) {
        INFO(kind);
        app::write_import_template(kind, folder.path("template.xlsx"));
        app::ImportRequest request;
        request.path = folder.path("template.xlsx");
        const auto report = app::inspect_register(request, nullptr, now);
        CHECK(report.faults.empty());
        CHECK(report.rows() == 0);
        std::size_t understood = 0;
        for (const app::ImportSheet& sheet : report.sheets) {
            if (sheet.kind == "none") continue;  // our own instructions and lists
            ++understood;
            CHECK(sheet.missing.empty());
            CHECK(sheet.unsure.empty());
            for (const app::ImportColumn& column : sheet.columns) {
                INFO(column.heading);
                CHECK_FALSE(column.field.empty());
            }
        }
        CHECK(understood == (kind == "workbook" ? 3 : 1));
    }
    CHECK_THROWS_AS(app::write_import_template("pigeons", folder.path("template.xlsx")),
                    app::UsageError);
}

TEST_CASE("import: every kind says which fields it needs") {
    for (const std::string& kind : app::import_kinds()) {
        const auto fields = app::import_fields(kind);
        INFO(kind);
        REQUIRE_FALSE(fields.empty());
        CHECK(fields.front().needed);
    }
    CHECK(app::import_fields("pigeons").empty());
}
