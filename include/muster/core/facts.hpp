// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "muster/core/fields.hpp"

/// What is true now, as typed rows by key. Entries change them through `apply`, and nothing else
/// does.
namespace muster::core {

/// What one column of a row holds. Instants, dates, ids and digests are texts.
using Scalar = std::variant<std::monostate, std::int64_t, std::string>;
using Row = std::vector<Scalar>;

/// The tables of facts. A row's first column is its key; keys sort by bytes.
enum class Table {
    force,
    setting,
    reference,
    user,
    role,
    credential,
    officer,
    authorisation,
    location,
    model,
    item,
    held,
    hold,
    batch,
    balance,
    code,
    open_line,
    discrepancy,
    stocktake,
    stocktake_scope,
    stocktake_expected,
    stocktake_moved,
    stocktake_line,
    stocktake_result,
    period,
    import_file,
    certificate,
    deployment,
    away_case,
    away_line,
    mounted,
    unfit,
    hold_placer,
    seal,
    correction,
    duty,
    kit,
    kit_line,
    movement_mode,
    function_test,
    attestation,
    discrepancy_action,
    count_coverage,
    left_stock,
    custodian,
    deputy,
    dip_test,
    dip_test_line,
    oversight_signature,
    clock_alarm,
};
inline constexpr std::size_t table_count = 50;

/// Read access to the facts: the only way a rule learns anything.
class Facts {
public:
    virtual ~Facts() = default;
    /// The row of that key, or nothing.
    virtual std::optional<Row> row(Table table, const std::string& key) const = 0;
    /// Visits the rows whose keys begin with `prefix`, in byte order, until `visit` returns false.
    virtual void rows(Table table, const std::string& prefix,
                      const std::function<bool(const Row&)>& visit) const = 0;
    /// The text behind a private value's digest, or nothing where it was erased or withheld.
    virtual std::optional<std::string> disclosed(const std::string& digest) const = 0;

    template <class T>
    std::optional<T> find(const std::string& key) const;
    template <class T>
    std::vector<T> all(const std::string& prefix = {}) const;
};

/// Facts kept in memory: what replay, the verifier and tests use.
class MemoryFacts final : public Facts {
public:
    std::optional<Row> row(Table table, const std::string& key) const override;
    void rows(Table table, const std::string& prefix,
              const std::function<bool(const Row&)>& visit) const override;
    std::optional<std::string> disclosed(const std::string& digest) const override;

    void put(Table table, Row row);
    void remove(Table table, const std::string& key);
    void disclose(std::string digest, std::string text);
    bool operator==(const MemoryFacts& other) const { return tables_ == other.tables_; }

private:
    std::array<std::map<std::string, Row, std::less<>>, table_count> tables_;
    std::map<std::string, std::string> disclosures_;
};

/// Facts as they will be once the changes in here are saved. Reads see the changes.
class Changes final : public Facts {
public:
    explicit Changes(const Facts& base) : base_{base} {}

    std::optional<Row> row(Table table, const std::string& key) const override;
    void rows(Table table, const std::string& prefix,
              const std::function<bool(const Row&)>& visit) const override;
    std::optional<std::string> disclosed(const std::string& digest) const override;

    template <class T>
    void put(const T& fact);
    template <class T>
    void remove(const std::string& key) {
        change(T::table, key, std::nullopt);
    }

    /// Visits every change by table and key; no row means that the key is gone.
    void each(const std::function<void(Table, const std::string& key, const std::optional<Row>&)>&
                  visit) const;
    /// Makes `facts` what this says, and forgets the changes.
    void save_to(MemoryFacts& facts);
    bool empty() const;

private:
    void change(Table table, const std::string& key, std::optional<Row> row);

    const Facts& base_;
    std::array<std::map<std::string, std::optional<Row>, std::less<>>, table_count> tables_;
};

/// A struct that is one row: a table, and a field table of scalars whose first is the key, a text.
template <class T>
concept Fact = HasFields<T> && requires {
    { T::table } -> std::convertible_to<Table>;
};

template <Fact T>
Row row_of(const T& fact);
template <Fact T>
T fact_of(const Row& row);

/// A table's name in the database, in opening.jsonl and in the dictionary.
std::string_view table_name(Table table);
/// The columns of a table, in order, with what each means.
struct Column {
    std::string name;
    std::string type;  ///< `text`, `integer`, `instant`, `date`, `private`
    std::string meaning;
    bool optional = false;
};
const std::vector<Column>& columns_of(Table table);
/// A row as an object, absent columns left out: the form of opening.jsonl.
Value value_of_row(Table table, const Row& row);
/// Reads what `value_of_row` wrote; what is wrong is appended to `faults`.
Row row_of_value(Table table, const Value& value, std::vector<ShapeFault>& faults);

// --- the machinery behind the templates --------------------------------------------------------

namespace detail {

template <class T>
Scalar scalar_of(const T& thing) {
    if constexpr (is_optional_v<T>)
        return thing ? scalar_of(*thing) : Scalar{};
    else if constexpr (std::is_same_v<T, bool>)
        return Scalar{std::int64_t{thing}};
    else if constexpr (std::is_same_v<T, std::int64_t>)
        return Scalar{thing};
    else if constexpr (std::is_same_v<T, std::string>)
        return Scalar{thing};
    else if constexpr (is_id_v<T>)
        return thing.empty() ? Scalar{} : Scalar{thing.value};
    else if constexpr (std::is_same_v<T, PrivateText>)
        return Scalar{thing.digest};
    else
        return Scalar{text_of(thing)};
}

template <class T>
void read_scalar(const Scalar& scalar, T& thing) {
    if constexpr (is_optional_v<T>) {
        if (std::holds_alternative<std::monostate>(scalar))
            thing.reset();
        else
            read_scalar(scalar, thing.emplace());
    } else if constexpr (std::is_same_v<T, bool>)
        thing = std::get<std::int64_t>(scalar) != 0;
    else if constexpr (std::is_same_v<T, std::int64_t>)
        thing = std::get<std::int64_t>(scalar);
    else if constexpr (std::is_same_v<T, std::string>)
        thing = std::get<std::string>(scalar);
    else if constexpr (is_id_v<T>) {
        const auto* text = std::get_if<std::string>(&scalar);
        thing.value = text != nullptr ? *text : std::string{};
    } else if constexpr (std::is_same_v<T, PrivateText>)
        thing.digest = std::get<std::string>(scalar);
    else if constexpr (std::is_same_v<T, Instant>)
        thing = *instant_of(std::get<std::string>(scalar));
    else
        thing = *date_of(std::get<std::string>(scalar));
}

}  // namespace detail

template <Fact T>
Row row_of(const T& fact) {
    Row row;
    each_field<T>([&](const auto& f) { row.push_back(detail::scalar_of(fact.*f.member)); });
    return row;
}

template <Fact T>
T fact_of(const Row& row) {
    T fact;
    std::size_t column = 0;
    each_field<T>([&](const auto& f) { detail::read_scalar(row.at(column++), fact.*f.member); });
    return fact;
}

template <class T>
std::optional<T> Facts::find(const std::string& key) const {
    const auto found = row(T::table, key);
    if (!found) return std::nullopt;
    return fact_of<T>(*found);
}

template <class T>
std::vector<T> Facts::all(const std::string& prefix) const {
    std::vector<T> facts;
    rows(T::table, prefix, [&](const Row& found) {
        facts.push_back(fact_of<T>(found));
        return true;
    });
    return facts;
}

template <class T>
void Changes::put(const T& fact) {
    Row row = row_of(fact);
    const std::string key = std::get<std::string>(row.front());
    change(T::table, key, std::move(row));
}

}  // namespace muster::core
