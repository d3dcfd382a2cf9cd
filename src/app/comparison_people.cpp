// SPDX-License-Identifier: MIT
#include "app/comparison.hpp"
#include "muster/core/codes.hpp"

namespace muster::app {
namespace {

std::string yes_or_no(bool truth) {
    return truth ? "yes" : "no";
}

}  // namespace

PeopleComparison::PeopleComparison(const core::Facts& facts, CompareReport& report)
    : facts_{facts}, report_{report} {
    for (core::Officer& officer : facts.all<core::Officer>()) {
        const auto collar = facts.disclosed(officer.collar.digest);
        if (collar && officer.active)
            officers_.emplace(core::normal_code(*collar), std::move(officer));
    }
}

const core::Officer* PeopleComparison::officer(const std::string& collar) const {
    const auto at = officers_.find(core::normal_code(collar));
    return at == officers_.end() ? nullptr : &at->second;
}

void PeopleComparison::only_in_file(const char* kind, const std::string& subject,
                                    const std::string& sheet, std::int64_t row) {
    ++report_.counts[kind].only_in_file;
    report_.differences.push_back({kind, "only_in_file", subject, {}, {}, {}, {}, sheet, row});
}

void PeopleComparison::take(const intake::OfficerRow& row) {
    const core::Officer* known = officer(row.collar);
    const std::string rank = row.rank_code.empty() ? row.rank : row.rank_code;
    if (known == nullptr) {
        if (!row.left) only_in_file("officer", rank + " " + row.collar, row.sheet, row.row);
        return;
    }
    named_.insert(core::normal_code(row.collar));
    RowComparison fields{report_, "officer", core::officer_words(facts_, known->key), row.sheet,
                         row.row};
    if (row.left) fields.differs("at work", "no", "yes");
    const std::string name = row.forename + " " + row.surname;
    if (const auto held = facts_.disclosed(known->name.digest)) fields.text("name", name, *held);
    fields.text("rank", rank, known->rank);
    fields.text("unit", row.unit, known->unit);
    fields.close();
    for (const intake::ClassDates& dates : row.authorisations)
        take(intake::AuthorisationRow{row.sheet, row.row, row.collar, dates.weapon_class,
                                      dates.from, dates.to, row.suspended});
}

void PeopleComparison::take(const intake::AuthorisationRow& row) {
    if (const core::Officer* known = officer(row.collar)) return compare(row, *known);
    only_in_file("authorisation", row.collar + " " + row.weapon_class, row.sheet, row.row);
}

void PeopleComparison::compare(const intake::AuthorisationRow& row, const core::Officer& officer) {
    const std::string key = officer.key + "/" + row.weapon_class;
    competences_.insert(key);
    const std::string subject = core::officer_words(facts_, officer.key) + " " + row.weapon_class;
    const auto held = facts_.find<core::Authorisation>(key);
    if (!held) return only_in_file("authorisation", subject, row.sheet, row.row);
    RowComparison fields{report_, "authorisation", subject, row.sheet, row.row};
    if (row.from) fields.day("from", row.from, held->from);
    fields.day("to", row.to, held->to);
    fields.text("suspended", yes_or_no(row.suspended), yes_or_no(held->suspended));
    fields.close();
}

void PeopleComparison::finish_officers() {
    for (const auto& [collar, known] : officers_) {
        if (named_.contains(collar)) continue;
        ++report_.counts["officer"].only_in_ledger;
        report_.differences.push_back({"officer",
                                       "only_in_ledger",
                                       core::officer_words(facts_, known.key),
                                       {},
                                       {},
                                       {},
                                       {},
                                       {},
                                       0});
    }
}

void PeopleComparison::finish_authorisations(core::Date today) {
    for (const auto& [collar, known] : officers_)
        for (const auto& held : facts_.all<core::Authorisation>(known.key + "/")) {
            if (competences_.contains(held.key) || held.to < today) continue;
            ++report_.counts["authorisation"].only_in_ledger;
            report_.differences.push_back(
                {"authorisation",
                 "only_in_ledger",
                 core::officer_words(facts_, known.key) + " " + held.weapon_class,
                 {},
                 {},
                 {},
                 {},
                 {},
                 0});
        }
}

}  // namespace muster::app
