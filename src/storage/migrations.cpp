// SPDX-License-Identifier: MIT
#include "migrations.hpp"

#include <array>
#include <charconv>
#include <optional>

#include "engines.hpp"
#include "muster/storage/ledger_store.hpp"
#include "muster/storage/schema_check.hpp"
#include "muster_sql/statements.hpp"

namespace muster::storage {
namespace {

bool is_word(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

void replace_all(std::string& text, std::string_view from, std::string_view to, bool whole_word) {
    for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at)) {
        const bool inside =
            whole_word && ((at > 0 && is_word(text[at - 1])) ||
                           (at + from.size() < text.size() && is_word(text[at + from.size()])));
        if (!inside) text.replace(at, from.size(), to);
        at += inside ? from.size() : to.size();
    }
}

std::optional<int> number_of(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0) return std::nullopt;
    return number;
}

using Version = std::array<int, 3>;

std::optional<Version> version_of(std::string_view text) {
    Version version{};
    for (std::size_t i = 0; i < version.size(); ++i) {
        const std::size_t dot = i + 1 < version.size() ? text.find('.') : text.size();
        if (dot == text.npos) return std::nullopt;
        const auto number = number_of(text.substr(0, dot));
        if (!number) return std::nullopt;
        version[i] = *number;
        text.remove_prefix(dot < text.size() ? dot + 1 : dot);
    }
    return version;
}

// The first program that writes what this schema holds as this schema means it.
constexpr const char* minimum_program = "0.1.0";

[[noreturn]] void refuse(StorageTrouble kind, const std::string& address,
                         const std::string& words) {
    throw StorageError{kind, "The ledger at " + address + " " + words};
}

}  // namespace

int newest_migration() {
    int newest = 0;
    for (const auto& migration : sql::migrations)
        if (migration.number > newest) newest = migration.number;
    return newest;
}

std::string in_dialect(std::string_view sql, std::string_view engine) {
    std::string text{sql};
    if (engine == "sqlite") {
        replace_all(text, "BIGINT", "INTEGER", true);
        replace_all(text, ") /* keyed */", ") STRICT, WITHOUT ROWID", false);
        replace_all(text, ") /* numbered */", ") STRICT", false);
    } else {
        replace_all(text, "TEXT", "TEXT COLLATE \"C\"", true);
    }
    return text;
}

void apply_migrations(Transaction& tx, std::string_view engine, int from) {
    const std::string_view own = engine == "sqlite" ? "sqlite" : "postgres";
    const int newest = newest_migration();
    for (int number = from + 1; number <= newest; ++number) {
        for (const auto& migration : sql::migrations)
            if (migration.number == number && migration.engine == "shared")
                tx.script(in_dialect(migration.sql, engine));
        for (const auto& migration : sql::migrations)
            if (migration.number == number && migration.engine == own) tx.script(migration.sql);
    }
    put_meta(tx, "schema", std::to_string(newest));
    put_meta(tx, "minimum_program", minimum_program);
}

int schema_version(Transaction& tx, const std::string& address) {
    const auto text = meta(tx, "schema");
    const auto number = text ? number_of(*text) : std::nullopt;
    if (!number || *number < 1)
        refuse(StorageTrouble::damaged, address,
               "is damaged: it does not say which form it has. Restore it from a backup.");
    return *number;
}

void refuse_unless_usable(Database& database, Access access) {
    const std::string address = database.address();
    {
        const auto tx = database.begin(Access::read);
        const int schema = schema_version(*tx, address);
        if (schema > newest_migration())
            refuse(
                StorageTrouble::newer, address,
                "was made by a newer Muster than this one. Install the newer Muster to open it.");
        if (schema < newest_migration())
            refuse(StorageTrouble::needs_upgrade, address,
                   "was made by an older Muster. Back it up, then run `musterctl upgrade`.");
        const auto minimum = meta(*tx, "minimum_program");
        const auto oldest = minimum ? version_of(*minimum) : std::nullopt;
        if (!oldest)
            refuse(StorageTrouble::damaged, address,
                   "is damaged: it does not say which programs may write to it.");
        if (access == Access::append && *version_of(MUSTER_VERSION) < *oldest)
            refuse(StorageTrouble::older_program_refused, address,
                   "may only be written by Muster " + *minimum + " or newer; this is Muster " +
                       MUSTER_VERSION + ". It can still be read and verified.");
    }
    for (const SchemaFinding& finding : check_schema(database))
        if (!finding.readable)
            refuse(StorageTrouble::damaged, address,
                   "is damaged: " + finding.object + " " + finding.words +
                       " Restore it from a backup.");
}

}  // namespace muster::storage
