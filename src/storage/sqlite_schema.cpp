// SPDX-License-Identifier: MIT
#include <array>
#include <utility>

#include "engines.hpp"
#include "muster_sql/statements.hpp"
#include "rows.hpp"
#include "schema_findings.hpp"

namespace muster::storage {
namespace {

using Name = std::pair<std::string, std::string>;  // type and name
using Objects = std::map<Name, std::string>;

Objects objects_of(Transaction& tx) {
    Objects objects;
    tx.each(sql::sqlite_objects, {}, [&](const Row& row) {
        objects.emplace(Name{text_at(row, 0), text_at(row, 1)}, text_or_empty_at(row, 3));
        return true;
    });
    return objects;
}

std::vector<Row> columns_of(Transaction& tx, const std::string& table) {
    return tx.query(sql::sqlite_columns, std::array{Value{table}});
}

}  // namespace

std::vector<SchemaFinding> sqlite_schema_findings(Database& database) {
    const auto model = sqlite_in_memory();
    const auto wanted_tx = model->begin(Access::read);
    const auto tx = database.begin(Access::read);
    const Objects wanted = objects_of(*wanted_tx);
    const Objects found = objects_of(*tx);
    std::vector<SchemaFinding> findings;
    for (const auto& [name, sql] : wanted) {
        const auto& [type, object] = name;
        const auto at = found.find(name);
        const bool is_table = type == "table";
        if (at == found.end()) {
            findings.push_back({type + " " + object, is_missing, !is_table});
        } else if (at->second != sql) {
            const bool readable =
                !is_table || columns_of(*tx, object) == columns_of(*wanted_tx, object);
            findings.push_back({type + " " + object, is_changed, readable});
        }
    }
    for (const auto& [name, sql] : found)
        if (wanted.count(name) == 0)
            findings.push_back({name.first + " " + name.second, is_not_ours, true});
    return findings;
}

std::map<std::string, std::vector<ExpectedColumn>> expected_tables() {
    const auto model = sqlite_in_memory();
    const auto tx = model->begin(Access::read);
    std::map<std::string, std::vector<ExpectedColumn>> tables;
    for (const auto& [name, sql] : objects_of(*tx)) {
        if (name.first != "table") continue;
        for (const Row& row : columns_of(*tx, name.second))
            tables[name.second].push_back({text_at(row, 0), text_at(row, 1) == "TEXT",
                                           number_at(row, 2) != 0, number_at(row, 3)});
    }
    return tables;
}

}  // namespace muster::storage
