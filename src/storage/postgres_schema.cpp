// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "muster_sql/statements.hpp"
#include "rows.hpp"
#include "schema_findings.hpp"

namespace muster::storage {
namespace {

using Findings = std::vector<SchemaFinding>;

/// The words of a statement with the space between them as one, and without what PostgreSQL adds
/// when it prints one or we may leave out: our schema's name, quotes, the usual kind of index.
std::string plain(std::string_view sql) {
    std::string text;
    for (const char c : sql) {
        if (c == '"') continue;
        const bool space = c == ' ' || c == '\n' || c == '\t';
        if (!space)
            text += c;
        else if (!text.empty() && text.back() != ' ')
            text += ' ';
    }
    for (const std::string_view extra : {"muster.", "USING btree "})
        for (std::size_t at = text.find(extra); at != text.npos; at = text.find(extra))
            text.erase(at, extra.size());
    while (!text.empty() && (text.back() == ' ' || text.back() == ';')) text.pop_back();
    return text.substr(std::min(text.find_first_not_of(' '), text.size()));
}

/// Every migration that PostgreSQL gets, comments left out.
std::string migration_text() {
    std::string text;
    for (const auto& migration : sql::migrations) {
        if (migration.engine == "sqlite") continue;
        std::string_view rest = migration.sql;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            const std::string_view line = rest.substr(0, end);
            if (line.substr(0, 2) != "--") text.append(line).append("\n");
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return text;
}

/// The statements `CREATE <sort> <name> …;` by name, plain. Functions are not among them: their
/// bodies hold semicolons.
std::map<std::string, std::string> created(const std::string& text, const std::string& sort) {
    const std::string mark = "CREATE " + sort + " ";
    std::map<std::string, std::string> all;
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) {
        const std::string statement = plain(text.substr(at, text.find(';', at) - at));
        const std::size_t name = mark.size();
        all.emplace(statement.substr(name, statement.find(' ', name) - name), statement);
    }
    return all;
}

/// The bodies of functions by name, plain.
std::map<std::string, std::string> function_bodies(const std::string& text) {
    const std::string mark = "CREATE FUNCTION muster.";
    std::map<std::string, std::string> all;
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) {
        const std::size_t name = at + mark.size();
        const std::size_t begin = text.find("$$", at) + 2;
        all.emplace(text.substr(name, text.find('(', name) - name),
                    plain(text.substr(begin, text.find("$$", begin) - begin)));
    }
    return all;
}

std::set<std::string> constraint_names(const std::string& text) {
    const std::string mark = " CONSTRAINT ";
    std::set<std::string> names;
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) {
        const std::size_t name = at + mark.size();
        names.insert(text.substr(name, text.find(' ', name) - name));
    }
    return names;
}

/// Compares by name what is wanted with what is found, both plain.
void compare(const std::string& sort, const std::map<std::string, std::string>& wanted,
             const std::map<std::string, std::string>& found, bool readable, Findings& findings) {
    for (const auto& [name, text] : wanted) {
        const auto at = found.find(name);
        if (at == found.end())
            findings.push_back({sort + " " + name, is_missing, readable});
        else if (at->second != text)
            findings.push_back({sort + " " + name, is_changed, true});
    }
    for (const auto& [name, text] : found)
        if (wanted.count(name) == 0) findings.push_back({sort + " " + name, is_not_ours, true});
}

void compare_columns(Transaction& tx, Findings& findings) {
    std::map<std::string, std::map<std::string, Row>> found;
    tx.each(sql::postgres_columns, {}, [&](const Row& row) {
        found[text_at(row, 0)].emplace(text_at(row, 1), row);
        return true;
    });
    const auto wanted = expected_tables();
    for (const auto& [table, columns] : wanted) {
        const auto at = found.find(table);
        if (at == found.end()) {
            findings.push_back({"table " + table, is_missing, false});
            continue;
        }
        for (const ExpectedColumn& column : columns) {
            const std::string object = "column " + table + "." + column.name;
            const auto row = at->second.find(column.name);
            if (row == at->second.end()) {
                findings.push_back({object, is_missing, false});
                continue;
            }
            const std::string type = column.is_text ? "text" : "bigint";
            const bool same_type = text_at(row->second, 2) == type;
            const bool same = same_type && (number_at(row->second, 3) != 0) == column.required &&
                              text_at(row->second, 4) == (column.is_text ? "C" : "") &&
                              number_at(row->second, 5) == column.key_place;
            if (!same) findings.push_back({object, is_changed, same_type});
        }
        if (at->second.size() > columns.size())
            findings.push_back({"table " + table, "has a column that Muster did not make.", true});
    }
    for (const auto& [table, columns] : found)
        if (wanted.count(table) == 0) findings.push_back({"table " + table, is_not_ours, true});
}

std::map<std::string, std::string> named(Transaction& tx, const Statement& statement) {
    std::map<std::string, std::string> all;
    tx.each(statement, {}, [&](const Row& row) {
        all.emplace(text_at(row, 0), row.size() > 1 ? plain(text_at(row, 1)) : std::string{});
        return true;
    });
    return all;
}

void refuse_switched_off(Transaction& tx, Findings& findings) {
    constexpr const char* always = "A";
    tx.each(sql::postgres_triggers, {}, [&](const Row& row) {
        if (text_at(row, 2) != always)
            findings.push_back({"trigger " + text_at(row, 0), "is switched off.", true});
        return true;
    });
    tx.each(sql::postgres_indexes, {}, [&](const Row& row) {
        if (number_at(row, 2) == 0)
            findings.push_back({"index " + text_at(row, 0), "is not valid.", true});
        return true;
    });
}

}  // namespace

std::vector<SchemaFinding> postgres_schema_findings(Database& database) {
    const std::string text = migration_text();
    const auto tx = database.begin(Access::read);
    Findings findings;
    compare_columns(*tx, findings);
    compare("trigger", created(text, "TRIGGER"), named(*tx, sql::postgres_triggers), true,
            findings);
    compare("index", created(text, "INDEX"), named(*tx, sql::postgres_indexes), true, findings);
    compare("function", function_bodies(text), named(*tx, sql::postgres_functions), true, findings);
    auto views = created(text, "VIEW");
    for (auto& [name, statement] : views) statement.erase(0, statement.find(" AS ") + 4);
    compare("view", views, named(*tx, sql::postgres_views), true, findings);
    std::map<std::string, std::string> checks;
    for (const std::string& name : constraint_names(text)) checks.emplace(name, std::string{});
    compare("constraint", checks, named(*tx, sql::postgres_checks), true, findings);
    refuse_switched_off(*tx, findings);
    return findings;
}

}  // namespace muster::storage
