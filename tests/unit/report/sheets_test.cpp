// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <set>

#include "muster/core/tables.hpp"
#include "support/stocked_armoury.hpp"

/// The cells themselves, before anybody draws them.
using namespace muster;
using namespace muster::testing;

namespace {

struct Sheets {
    core::MemoryFacts opening;
    core::PeriodSheets sheets;

    explicit Sheets(const StockedArmoury& armoury, core::EntryNumber first = 1,
                    core::MemoryFacts before = {})
        : opening{std::move(before)}, sheets{source_of(armoury, first, opening)} {}

    /// The rows of a sheet as text, by column name.
    std::vector<std::map<std::string, std::string>> rows(core::SheetId id) const {
        std::vector<std::map<std::string, std::string>> all;
        sheets.each_row(id, [&](const core::SheetRow& row) {
            auto& texts = all.emplace_back();
            for (std::size_t i = 0; i < row.size(); ++i)
                texts[core::sheet(id).columns[i].name] = core::cell_text(row[i]);
        });
        return all;
    }

private:
    static core::PeriodSheets source_of(const StockedArmoury& armoury, core::EntryNumber first,
                                        const core::MemoryFacts& opening) {
        core::PeriodSource source;
        source.first = first;
        source.last = armoury.entries.back().number;
        source.opening = &opening;
        source.closing = &armoury.facts;
        source.each_entry = [&armoury,
                             first](const std::function<void(const core::Entry&)>& visit) {
            for (const core::Entry& entry : armoury.entries)
                if (entry.number >= first) visit(entry);
        };
        return core::PeriodSheets{std::move(source)};
    }
};

}  // namespace

TEST_CASE("core: sheets have unique names, titles, references and headers") {
    std::set<std::string> names;
    for (const core::Sheet& sheet : core::sheets()) {
        CHECK(names.insert("name " + sheet.name).second);
        CHECK(names.insert("title " + sheet.title).second);
        CHECK(names.insert("ref " + sheet.ref).second);
        CHECK(sheet.title.size() <= 31);
        CHECK(sheet.columns.front().name == (sheet.id == core::SheetId::index ? "Ref" : "Key"));
        CHECK(sheet.columns.back().name == "Sheet");
        std::set<std::string> columns;
        for (const core::SheetColumn& column : sheet.columns) {
            CHECK_MESSAGE(columns.insert(column.name).second, sheet.name << " " << column.name);
            CHECK_MESSAGE(!column.meaning.empty(), sheet.name << " " << column.name);
        }
        CHECK((sheet.control.empty() || columns.count(sheet.control) == 1));
    }
}

TEST_CASE("core: every sheet's keys are unique") {
    StockedArmoury armoury;
    armoury.apply_all("u-ann",
                      armoury.issue({armoury.pistol_1}, {armoury.of(armoury.batch_a, 45)}));
    const Sheets made{armoury};
    for (const core::Sheet& sheet : core::sheets()) {
        std::set<std::string> keys;
        for (const auto& row : made.rows(sheet.id))
            CHECK_MESSAGE(keys.insert(row.at(sheet.columns.front().name)).second,
                          sheet.name << " " << row.at(sheet.columns.front().name));
    }
}

TEST_CASE("core: the book equation holds for every batch, model, location and the officers") {
    StockedArmoury armoury;
    armoury.apply_all("u-ann",
                      armoury.issue({armoury.carbine_1}, {armoury.of(armoury.batch_a, 45)}));
    const core::MemoryFacts middle = armoury.facts;
    const core::EntryNumber next = armoury.next();
    auto back = armoury.giving_back({armoury.carbine_1}, {armoury.of(armoury.batch_a, 40)});
    back.expended.push_back({core::StockId{armoury.batch_a.value}, 3, "operational", "UoF-1", {}});
    armoury.apply_all("u-ann", back);
    armoury.apply_all("u-ann", armoury.issue({armoury.pistol_2}));
    for (const Sheets& made : {Sheets{armoury}, Sheets{armoury, next, middle}}) {
        std::set<std::string> seen;
        for (const auto& row : made.rows(core::SheetId::reconciliation)) {
            CHECK_MESSAGE(row.at("Difference") == "0", row.at("Key"));
            seen.insert(row.at("Key"));
        }
        CHECK(seen.count(armoury.batch_a.value + "/officers") == 1);
        CHECK(seen.count(armoury.pistol.value + "/officers") == 1);
    }
    const Sheets later{armoury, next, middle};
    for (const auto& row : later.rows(core::SheetId::reconciliation))
        if (row.at("Key") == armoury.batch_a.value + "/officers") {
            CHECK(row.at("Opening") == "45");
            CHECK(row.at("Returned") == "-40");
            CHECK(row.at("Expended") == "3");
            CHECK(row.at("Book") == "2");
        }
}

TEST_CASE("core: a difference between book and register is shown, not netted away") {
    StockedArmoury armoury;
    armoury.facts.put(core::Table::balance,
                      core::row_of(core::Balance{armoury.safe.value + "/" + armoury.batch_b.value,
                                                 core::HolderId{armoury.safe.value},
                                                 core::StockId{armoury.batch_b.value}, 497, 9}));
    const Sheets made{armoury};
    CHECK(made.sheets.total(core::SheetId::reconciliation).control == 3);
}

TEST_CASE("core: the index counts every other sheet") {
    const StockedArmoury armoury;
    const Sheets made{armoury};
    const auto index = made.rows(core::SheetId::index);
    CHECK(index.size() == core::sheets().size() - 1);
    for (const auto& row : index)
        for (const core::Sheet& sheet : core::sheets())
            if (sheet.ref == row.at("Ref"))
                CHECK(row.at("Rows") == std::to_string(made.rows(sheet.id).size()));
}

TEST_CASE("core: what one administrator did alone is listed and certified") {
    const StockedArmoury armoury;
    const Sheets made{armoury};
    const auto alone = made.rows(core::SheetId::alone);
    CHECK(alone.size() == armoury.entries.size() - 2);  // all but the first and the last
    CHECK(made.sheets.certificate().find("Entries by one person   " +
                                         std::to_string(alone.size())) != std::string::npos);
}

TEST_CASE("core: no line of a certificate is wider than paper") {
    const StockedArmoury armoury;
    const std::string text = Sheets{armoury}.sheets.certificate();
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = text.find('\n', begin);
        CHECK_MESSAGE(end - begin <= 80, text.substr(begin, end - begin));
        begin = end + 1;
    }
    CHECK(text.find("P R A C T I C E") != std::string::npos);
}

TEST_CASE("core: a text too long for a cell is cut between characters and says so") {
    StockedArmoury armoury;
    std::string serial;
    for (int i = 0; i < 20'000; ++i) serial += "\xC3\x84";
    serial = "x" + serial;
    armoury.add_item(armoury.pistol, serial, "\xEF\xBF\xBF");
    const auto row = Sheets{armoury}.rows(core::SheetId::items).back();
    CHECK(row.at("Serial").size() < 30'100);
    CHECK(row.at("Serial").find("\xC3 ") == std::string::npos);
    CHECK(row.at("Serial").find("ledger.jsonl has all of it") != std::string::npos);
    CHECK(row.at("Tag") == "\xEF\xBF\xBD");
}
