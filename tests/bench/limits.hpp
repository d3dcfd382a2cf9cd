// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

/// What this machine allows, by the shortest way that does the same amount of work: libraries
/// alone, none of our layers. A product is measured against it in the same minute.
namespace muster::bench {

/// How often libxml2's reader steps through a part, every attribute and text of it touched.
struct XmlWalk {
    std::int64_t nodes = 0;
    std::int64_t bytes = 0;
};
XmlWalk walk_xml(std::string_view part);

/// How many fields libcsv finds in a text with commas.
std::int64_t walk_csv(std::string_view text);

/// A prepared statement of the limits' own little schema.
class LimitStatement {
public:
    LimitStatement(sqlite3* database, const char* sql);
    LimitStatement(const LimitStatement&) = delete;
    LimitStatement& operator=(const LimitStatement&) = delete;
    ~LimitStatement();
    LimitStatement& bind(int place, std::int64_t number);
    LimitStatement& bind(int place, std::string_view text, bool blob = false);
    void run();

private:
    sqlite3_stmt* statement_ = nullptr;
};

/// A SQLite file as a ledger needs it: WAL, synchronous FULL, entries with two indexes beside their
/// key, and rows of items, stock and head to change. Gone when it goes.
class LimitDatabase {
public:
    explicit LimitDatabase(const std::string& folder);
    LimitDatabase(const LimitDatabase&) = delete;
    LimitDatabase& operator=(const LimitDatabase&) = delete;
    ~LimitDatabase();

    /// One transaction of `rows` lines of 400 bytes, each hashed, with the root over all.
    void bulk(std::int64_t rows);
    /// One durable transaction of six rows: a line, two items, two quantities and the head.
    void commit_six();

private:
    void execute(const char* sql);
    void insert_entry(LimitStatement& insert);
    void prepare_six();

    struct Six;
    std::string path_;
    sqlite3* database_ = nullptr;
    std::unique_ptr<Six> six_;
    std::int64_t entries_ = 0;
};

}  // namespace muster::bench
