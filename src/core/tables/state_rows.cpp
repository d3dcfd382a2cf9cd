// SPDX-License-Identifier: MIT
#include <algorithm>

#include "muster/core/people_facts.hpp"
#include "muster/core/stock_facts.hpp"
#include "rows.hpp"
#include "shown.hpp"

/// The sheets that show the facts at the period's end.
namespace muster::core::tables {
namespace {

std::string holds_on(const Facts& facts, const std::string& subject) {
    std::string reasons;
    for (const Hold& hold : facts.all<Hold>(subject + "/")) {
        if (!reasons.empty()) reasons += ", ";
        reasons += hold.reason;
    }
    return reasons;
}

std::string authorisations_of(const Facts& facts, const std::string& officer) {
    std::string words;
    for (const Authorisation& one : facts.all<Authorisation>(officer + "/")) {
        if (!words.empty()) words += "; ";
        words += one.weapon_class + " " + text_of(one.from) + " to " + text_of(one.to);
        if (one.suspended) words += " suspended";
    }
    return words;
}

}  // namespace

void item_rows(const PeriodSource& source, const Visit& visit) {
    const Facts& facts = *source.closing;
    std::vector<std::string> keys;
    facts.rows(Table::item, "", [&](const Row& row) {
        keys.push_back(std::get<std::string>(row.front()));
        return true;
    });
    // By number: an auditor expects i-9 before i-10, bytes would put it behind.
    std::sort(keys.begin(), keys.end(), [](const std::string& a, const std::string& b) {
        return number_of(a) != number_of(b) ? number_of(a) < number_of(b) : a < b;
    });
    for (const std::string& key : keys) {
        const Item item = *facts.find<Item>(key);
        const Subject subject = subject_of(facts, key);
        visit({item.key, item.tag, item.serial, subject.model, subject.category,
               item.location_status, item.condition_status, item.holder.value,
               holder_name(facts, item.holder.value), holder_name(facts, item.home.value),
               item.position, holds_on(facts, key), date_cell(item.acquired),
               date_cell(item.last_inspected), date_cell(item.next_inspection), item.moved});
    }
}

void batch_rows(const PeriodSource& source, const Visit& visit) {
    const Facts& facts = *source.closing;
    facts.rows(Table::balance, "", [&](const Row& row) {
        const auto balance = fact_of<Balance>(row);
        const Subject subject = subject_of(facts, balance.stock.value);
        const auto batch = facts.find<Batch>(balance.stock.value);
        visit({balance.key, balance.stock.value, subject.number, subject.model, subject.category,
               batch ? batch->use : std::string{}, batch ? date_cell(batch->expiry) : SheetCell{},
               balance.holder.value, holder_name(facts, balance.holder.value), balance.quantity,
               balance.boxes, holds_on(facts, balance.stock.value)});
        return true;
    });
}

void officer_rows(const PeriodSource& source, const Visit& visit) {
    const Facts& facts = *source.closing;
    facts.rows(Table::officer, "", [&](const Row& row) {
        const auto officer = fact_of<Officer>(row);
        std::int64_t rounds = 0;
        for (const Balance& balance : facts.all<Balance>(officer.key + "/"))
            rounds += balance.quantity;
        const auto items = static_cast<std::int64_t>(facts.all<Held>(officer.key + "/").size());
        const auto open = static_cast<std::int64_t>(facts.all<OpenLine>(officer.key + "/").size());
        visit({officer.key, officer.rank, officer.unit, yes_or_no(officer.active),
               authorisations_of(facts, officer.key), items, rounds, open});
        return true;
    });
}

void discrepancy_rows(const PeriodSource& source, const Visit& visit) {
    const Facts& facts = *source.closing;
    std::vector<Discrepancy> all = facts.all<Discrepancy>();
    std::sort(all.begin(), all.end(), [](const Discrepancy& a, const Discrepancy& b) {
        return number_of(a.key) < number_of(b.key);
    });
    for (const Discrepancy& one : all) {
        const Subject subject = subject_of(facts, one.subject);
        SheetRow row{one.key};
        push_instant(row, one.opened_at);
        for (const std::string& text : {one.sort, one.subject, subject.tag, subject.number,
                                        subject.model, one.holder, holder_name(facts, one.holder)})
            row.emplace_back(text);
        row.emplace_back(one.expected);
        row.emplace_back(one.found);
        row.emplace_back(one.found - one.expected);
        row.emplace_back(one.opened_by);
        row.emplace_back(one.state);
        row.emplace_back(yes_or_no(number_of(one.key) >= source.first));
        visit(std::move(row));
    }
}

}  // namespace muster::core::tables
