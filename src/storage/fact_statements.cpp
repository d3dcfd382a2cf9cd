// SPDX-License-Identifier: MIT
#include "fact_statements.hpp"

#include <stdexcept>
#include <vector>

#include "muster_sql/statements.hpp"

namespace muster::storage {
namespace {

Statement named(const std::string& name) {
    for (const Statement& statement : sql::all_shared)
        if (statement.name == name) return statement;
    throw std::logic_error{"data/queries has no statement " + name};
}

std::vector<FactStatements> all_statements() {
    std::vector<FactStatements> all;
    for (std::size_t i = 0; i < core::table_count; ++i) {
        const std::string name{core::table_name(static_cast<core::Table>(i))};
        all.push_back({named(name + "_get"), named(name + "_range"), named(name + "_put"),
                       named(name + "_remove"), named(name + "_clear")});
    }
    return all;
}

}  // namespace

const FactStatements& statements_of(core::Table table) {
    static const std::vector<FactStatements> all = all_statements();
    return all.at(static_cast<std::size_t>(table));
}

}  // namespace muster::storage
