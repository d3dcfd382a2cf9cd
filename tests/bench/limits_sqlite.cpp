// SPDX-License-Identifier: MIT
#include <openssl/evp.h>
#include <sqlite3.h>

#include <array>
#include <filesystem>
#include <stdexcept>
#include <vector>

#include "bench/limits.hpp"

namespace muster::bench {
namespace {

using Hash = std::array<unsigned char, 32>;

/// SHA-256 with one context for all, as the fastest program would.
class Hasher {
public:
    Hash hash(unsigned char prefix, std::string_view a, std::string_view b = {}) {
        Hash out{};
        EVP_DigestInit_ex(context_.get(), digest_.get(), nullptr);
        EVP_DigestUpdate(context_.get(), &prefix, 1);
        EVP_DigestUpdate(context_.get(), a.data(), a.size());
        EVP_DigestUpdate(context_.get(), b.data(), b.size());
        EVP_DigestFinal_ex(context_.get(), out.data(), nullptr);
        return out;
    }

private:
    std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> digest_{
        EVP_MD_fetch(nullptr, "SHA256", nullptr), EVP_MD_free};
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_{EVP_MD_CTX_new(),
                                                                     EVP_MD_CTX_free};
};

std::string_view view(const Hash& hash) {
    return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

/// The root that grows: complete subtrees, smallest last.
class Tree {
public:
    void add(Hash leaf) {
        for (std::int64_t left = leaves_++; (left & 1) != 0; left >>= 1) {
            leaf = hasher_.hash(1, view(peaks_.back()), view(leaf));
            peaks_.pop_back();
        }
        peaks_.push_back(leaf);
    }
    Hasher& hasher() { return hasher_; }
    std::string frontier() const {
        std::string bytes;
        for (const Hash& peak : peaks_) bytes += view(peak);
        return bytes;
    }

private:
    Hasher hasher_;
    std::vector<Hash> peaks_;
    std::int64_t leaves_ = 0;
};

/// A line as long as the ledger's are; numbers make each another.
std::string line_of(std::int64_t number) {
    std::string line =
        "{\"armoury\":\"a-1\",\"body\":{\"items\":[\"i-" + std::to_string(number * 7919 % 1200) +
        "\"],\"officer\":\"o-" + std::to_string(number * 104'729 % 300) +
        "\"},\"kind\":\"issued\",\"number\":" + std::to_string(number) + ",\"note\":\"";
    line.append(398 - line.size(), static_cast<char>('a' + number % 26));
    return line + "\"}";
}

constexpr std::int64_t items = 1200;
constexpr std::int64_t stocks = 60;

}  // namespace

LimitStatement::LimitStatement(sqlite3* database, const char* sql) {
    if (sqlite3_prepare_v2(database, sql, -1, &statement_, nullptr) != SQLITE_OK)
        throw std::runtime_error{sqlite3_errmsg(database)};
}
LimitStatement::~LimitStatement() {
    sqlite3_finalize(statement_);
}
LimitStatement& LimitStatement::bind(int place, std::int64_t number) {
    sqlite3_bind_int64(statement_, place, number);
    return *this;
}
LimitStatement& LimitStatement::bind(int place, std::string_view text, bool blob) {
    const int size = static_cast<int>(text.size());
    if (blob)
        sqlite3_bind_blob(statement_, place, text.data(), size, SQLITE_STATIC);
    else
        sqlite3_bind_text(statement_, place, text.data(), size, SQLITE_STATIC);
    return *this;
}
void LimitStatement::run() {
    const int result = sqlite3_step(statement_);
    if (result != SQLITE_DONE && result != SQLITE_ROW)
        throw std::runtime_error{sqlite3_errstr(result)};
    sqlite3_reset(statement_);
}

struct LimitDatabase::Six {
    explicit Six(sqlite3* database)
        : begin{database, "BEGIN IMMEDIATE"},
          commit{database, "COMMIT"},
          entry{database, "INSERT INTO entry VALUES (?, ?, ?, ?, ?)"},
          item{database, "UPDATE item SET holder = ?, since = ? WHERE id = ?"},
          stock{database, "UPDATE stock SET quantity = quantity + ?, since = ? WHERE id = ?"},
          head{database, "UPDATE head SET size = ?, frontier = ? WHERE id = 1"} {}
    LimitStatement begin, commit, entry, item, stock, head;
    Tree tree;
};

LimitDatabase::LimitDatabase(const std::string& folder) : path_{folder + "/limit.db"} {
    std::filesystem::remove(path_);
    if (sqlite3_open(path_.c_str(), &database_) != SQLITE_OK)
        throw std::runtime_error{path_ + " cannot be opened"};
    execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536");
    execute(
        "CREATE TABLE entry (number INTEGER PRIMARY KEY, at INTEGER, by INTEGER, leaf BLOB, line "
        "TEXT);"
        "CREATE TABLE item (id INTEGER PRIMARY KEY, holder INTEGER, since INTEGER);"
        "CREATE TABLE stock (id INTEGER PRIMARY KEY, quantity INTEGER, since INTEGER);"
        "CREATE TABLE head (id INTEGER PRIMARY KEY, size INTEGER, frontier BLOB);"
        "CREATE INDEX entry_at ON entry (at); CREATE INDEX entry_by ON entry (by);"
        "INSERT INTO head VALUES (1, 0, x'')");
    execute("BEGIN");
    LimitStatement item{database_, "INSERT INTO item VALUES (?, 0, 0)"};
    for (std::int64_t i = 0; i < items; ++i) item.bind(1, i).run();
    LimitStatement stock{database_, "INSERT INTO stock VALUES (?, 10000, 0)"};
    for (std::int64_t i = 0; i < stocks; ++i) stock.bind(1, i).run();
    execute("COMMIT");
    six_ = std::make_unique<Six>(database_);
}

LimitDatabase::~LimitDatabase() {
    six_.reset();
    sqlite3_close(database_);
    for (const char* more : {"", "-wal", "-shm"}) {
        std::error_code ignored;
        std::filesystem::remove(path_ + more, ignored);
    }
}

void LimitDatabase::execute(const char* sql) {
    char* words = nullptr;
    if (sqlite3_exec(database_, sql, nullptr, nullptr, &words) != SQLITE_OK)
        throw std::runtime_error{words};
}

void LimitDatabase::insert_entry(LimitStatement& insert) {
    const std::string line = line_of(++entries_);
    const Hash leaf = six_->tree.hasher().hash(0, line);
    six_->tree.add(leaf);
    insert.bind(1, entries_)
        .bind(2, 1'700'000'000 + entries_ * 60)
        .bind(3, entries_ * 104'729 % 300)
        .bind(4, view(leaf), true)
        .bind(5, line)
        .run();
}

void LimitDatabase::bulk(std::int64_t rows) {
    six_->begin.run();
    for (std::int64_t i = 0; i < rows; ++i) insert_entry(six_->entry);
    six_->head.bind(1, entries_).bind(2, six_->tree.frontier(), true).run();
    six_->commit.run();
}

void LimitDatabase::commit_six() {
    six_->begin.run();
    insert_entry(six_->entry);
    for (std::int64_t i = 0; i < 2; ++i) {
        six_->item.bind(1, entries_ % 300).bind(2, entries_);
        six_->item.bind(3, (entries_ * 7919 + i) % items).run();
        six_->stock.bind(1, std::int64_t{-30}).bind(2, entries_);
        six_->stock.bind(3, (entries_ * 31 + i) % stocks).run();
    }
    const std::string frontier = six_->tree.frontier();
    six_->head.bind(1, entries_).bind(2, frontier, true).run();
    six_->commit.run();
}

}  // namespace muster::bench
