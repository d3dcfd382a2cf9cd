// SPDX-License-Identifier: MIT
#include "muster/core/facts.hpp"

#include "muster/core/case_facts.hpp"
#include "muster/core/count_facts.hpp"
#include "muster/core/counter_facts.hpp"
#include "muster/core/oversight_facts.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/stock_facts.hpp"

namespace muster::core {
namespace {

std::size_t index(Table table) {
    return static_cast<std::size_t>(table);
}

bool begins_with(const std::string& key, const std::string& prefix) {
    return key.compare(0, prefix.size(), prefix) == 0;
}

template <class T>
const char* type_word() {
    if constexpr (is_optional_v<T>)
        return type_word<typename T::value_type>();
    else if constexpr (std::is_same_v<T, bool> || std::is_same_v<T, std::int64_t>)
        return "integer";
    else if constexpr (std::is_same_v<T, Instant>)
        return "instant";
    else if constexpr (std::is_same_v<T, Date>)
        return "date";
    else if constexpr (std::is_same_v<T, PrivateText>)
        return "private";
    else
        return "text";
}

struct TableShape {
    std::string_view name;
    std::vector<Column> columns;
};

template <Fact T>
void describe(std::vector<TableShape>& shapes, std::string_view name) {
    TableShape& shape = shapes.at(index(T::table));
    shape.name = name;
    each_field<T>([&](const auto& f) {
        using Member = std::remove_cvref_t<decltype(std::declval<T>().*f.member)>;
        shape.columns.push_back(
            {f.name, type_word<Member>(), f.meaning, is_optional_v<Member> || is_id_v<Member>});
    });
}

std::vector<TableShape> make_shapes() {
    std::vector<TableShape> shapes(table_count);
    describe<Force>(shapes, "force");
    describe<Setting>(shapes, "setting");
    describe<Reference>(shapes, "reference");
    describe<User>(shapes, "user_account");
    describe<Role>(shapes, "user_role");
    describe<Credential>(shapes, "credential");
    describe<Officer>(shapes, "officer");
    describe<Authorisation>(shapes, "authorisation");
    describe<Location>(shapes, "location");
    describe<Model>(shapes, "model");
    describe<Item>(shapes, "item");
    describe<Held>(shapes, "held");
    describe<Hold>(shapes, "hold");
    describe<Batch>(shapes, "batch");
    describe<Balance>(shapes, "balance");
    describe<Code>(shapes, "code");
    describe<OpenLine>(shapes, "open_line");
    describe<Discrepancy>(shapes, "discrepancy");
    describe<Stocktake>(shapes, "stocktake");
    describe<StocktakeScope>(shapes, "stocktake_scope");
    describe<StocktakeExpected>(shapes, "stocktake_expected");
    describe<StocktakeMoved>(shapes, "stocktake_moved");
    describe<StocktakeLine>(shapes, "stocktake_line");
    describe<StocktakeResult>(shapes, "stocktake_result");
    describe<Period>(shapes, "period");
    describe<ImportFile>(shapes, "import_file");
    describe<Certificate>(shapes, "certificate");
    describe<Deployment>(shapes, "deployment");
    describe<Case>(shapes, "away_case");
    describe<CaseLine>(shapes, "away_line");
    describe<Mounted>(shapes, "mounted");
    describe<Unfit>(shapes, "unfit");
    describe<Placer>(shapes, "hold_placer");
    describe<Seal>(shapes, "seal");
    describe<Correction>(shapes, "correction");
    describe<Duty>(shapes, "duty");
    describe<Kit>(shapes, "kit");
    describe<KitLine>(shapes, "kit_line");
    describe<MovementMode>(shapes, "movement_mode");
    describe<FunctionTest>(shapes, "function_test");
    describe<Attestation>(shapes, "attestation");
    describe<DiscrepancyAction>(shapes, "discrepancy_action");
    describe<CountCoverage>(shapes, "count_coverage");
    describe<LeftStock>(shapes, "left_stock");
    describe<Custodian>(shapes, "custodian");
    describe<Deputy>(shapes, "deputy");
    describe<DipTest>(shapes, "dip_test");
    describe<DipTestLine>(shapes, "dip_test_line");
    describe<OversightSignature>(shapes, "oversight_signature");
    describe<ClockAlarm>(shapes, "clock_alarm");
    return shapes;
}

const std::vector<TableShape>& shapes() {
    static const std::vector<TableShape> all = make_shapes();
    return all;
}

}  // namespace

std::optional<Row> MemoryFacts::row(Table table, const std::string& key) const {
    const auto& rows = tables_.at(index(table));
    const auto found = rows.find(key);
    if (found == rows.end()) return std::nullopt;
    return found->second;
}

void MemoryFacts::rows(Table table, const std::string& prefix,
                       const std::function<bool(const Row&)>& visit) const {
    const auto& rows = tables_.at(index(table));
    for (auto at = rows.lower_bound(prefix); at != rows.end() && begins_with(at->first, prefix);
         ++at)
        if (!visit(at->second)) return;
}

std::optional<std::string> MemoryFacts::disclosed(const std::string& digest) const {
    const auto found = disclosures_.find(digest);
    if (found == disclosures_.end()) return std::nullopt;
    return found->second;
}

void MemoryFacts::put(Table table, Row row) {
    std::string key = std::get<std::string>(row.front());
    tables_.at(index(table)).insert_or_assign(std::move(key), std::move(row));
}

void MemoryFacts::remove(Table table, const std::string& key) {
    tables_.at(index(table)).erase(key);
}

void MemoryFacts::disclose(std::string digest, std::string text) {
    disclosures_.insert_or_assign(std::move(digest), std::move(text));
}

std::optional<Row> Changes::row(Table table, const std::string& key) const {
    const auto& changed = tables_.at(index(table));
    const auto found = changed.find(key);
    return found == changed.end() ? base_.row(table, key) : found->second;
}

// Merges the base's rows with the changed ones, both in key order; a changed row replaces its base.
void Changes::rows(Table table, const std::string& prefix,
                   const std::function<bool(const Row&)>& visit) const {
    const auto& changed = tables_.at(index(table));
    auto at = changed.lower_bound(prefix);
    const auto within = [&] { return at != changed.end() && begins_with(at->first, prefix); };
    bool wanted = true;
    base_.rows(table, prefix, [&](const Row& row) {
        const std::string& key = std::get<std::string>(row.front());
        while (wanted && within() && at->first < key) {
            if (at->second) wanted = visit(*at->second);
            ++at;
        }
        if (!wanted) return false;
        if (within() && at->first == key) {
            if (at->second) wanted = visit(*at->second);
            ++at;
        } else {
            wanted = visit(row);
        }
        return wanted;
    });
    for (; wanted && within(); ++at)
        if (at->second) wanted = visit(*at->second);
}

std::optional<std::string> Changes::disclosed(const std::string& digest) const {
    return base_.disclosed(digest);
}

void Changes::each(const std::function<void(Table, const std::string& key,
                                            const std::optional<Row>&)>& visit) const {
    for (std::size_t table = 0; table < table_count; ++table)
        for (const auto& [key, row] : tables_[table]) visit(static_cast<Table>(table), key, row);
}

void Changes::save_to(MemoryFacts& facts) {
    each([&](Table table, const std::string& key, const std::optional<Row>& row) {
        if (row)
            facts.put(table, *row);
        else
            facts.remove(table, key);
    });
    for (auto& rows : tables_) rows.clear();
}

bool Changes::empty() const {
    for (const auto& rows : tables_)
        if (!rows.empty()) return false;
    return true;
}

void Changes::change(Table table, const std::string& key, std::optional<Row> row) {
    tables_.at(index(table)).insert_or_assign(key, std::move(row));
}

std::string_view table_name(Table table) {
    return shapes().at(index(table)).name;
}

const std::vector<Column>& columns_of(Table table) {
    return shapes().at(index(table)).columns;
}

Value value_of_row(Table table, const Row& row) {
    const auto& columns = columns_of(table);
    Value::Object object;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (const auto* number = std::get_if<std::int64_t>(&row.at(i)))
            object.emplace(columns[i].name, *number);
        else if (const auto* text = std::get_if<std::string>(&row.at(i)))
            object.emplace(columns[i].name, *text);
    }
    return Value{std::move(object)};
}

Row row_of_value(Table table, const Value& value, std::vector<ShapeFault>& faults) {
    Row row;
    std::size_t known = 0;
    for (const Column& column : columns_of(table)) {
        const Value* member = value.member(column.name);
        Scalar& scalar = row.emplace_back();
        if (member == nullptr) {
            if (!column.optional)
                faults.push_back({column.name, "expected this column, which is absent"});
            continue;
        }
        ++known;
        if (const auto* number = member->number(); number != nullptr && column.type == "integer")
            scalar = *number;
        else if (const auto* text = member->text(); text != nullptr && column.type != "integer")
            scalar = *text;
        else
            faults.push_back({column.name, "expected " + column.type});
        const auto* text = member->text();
        if (column.type == "date" && (text == nullptr || !date_of(*text)))
            faults.push_back({column.name, "expected a date"});
        if (column.type == "instant" && (text == nullptr || !instant_of(*text)))
            faults.push_back({column.name, "expected an instant"});
    }
    const Value::Object* object = value.object();
    if (object == nullptr || known != object->size())
        faults.push_back({"", "has a column that this table does not know"});
    return row;
}

}  // namespace muster::core
