// SPDX-License-Identifier: MIT
#include "shown.hpp"

#include "muster/core/case_facts.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/stock_facts.hpp"

namespace muster::core::tables {
namespace {

Subject of_model(const Facts& facts, const std::string& model_id) {
    Subject subject;
    if (const auto model = facts.find<Model>(model_id)) {
        subject.model = model->name;
        subject.category = model->category;
    }
    return subject;
}

}  // namespace

Subject subject_of(const Facts& facts, const std::string& id) {
    if (id.rfind("i-", 0) == 0) {
        const auto item = facts.find<Item>(id);
        if (!item) return {};
        Subject subject = of_model(facts, item->model.value);
        subject.tag = item->tag;
        subject.number = item->serial;
        return subject;
    }
    if (id.rfind("b-", 0) == 0) {
        const auto batch = facts.find<Batch>(id);
        if (!batch) return {};
        Subject subject = of_model(facts, batch->model.value);
        subject.number = batch->number;
        return subject;
    }
    return of_model(facts, id);
}

std::string private_shown(const Facts& facts, const PrivateText& value) {
    return facts.disclosed(value.digest).value_or(value.shown());
}

std::string user_name(const Facts& facts, const UserId& user) {
    const auto found = facts.find<User>(user.value);
    return found ? private_shown(facts, found->name) : std::string{};
}

std::string officer_name(const Facts& facts, const std::string& id) {
    const auto officer = facts.find<Officer>(id);
    if (!officer) return {};
    return private_shown(facts, officer->collar) + " " + private_shown(facts, officer->name);
}

std::string holder_name(const Facts& facts, const std::string& id) {
    if (id.rfind("o-", 0) == 0) return officer_name(facts, id);
    if (id.rfind("u-", 0) == 0) return user_name(facts, UserId{id});
    if (is_case(id)) return case_words(facts, id);
    const auto location = facts.find<Location>(id);
    return location ? location->name : std::string{};
}

std::string yes_or_no(bool truth) {
    return truth ? "Yes" : "No";
}

void push_instant(SheetRow& row, Instant instant) {
    row.emplace_back(instant);
    row.emplace_back(text_of(instant));
}

SheetCell date_cell(const std::optional<Date>& date) {
    return date ? SheetCell{*date} : SheetCell{};
}

EntryNumber number_of(const std::string& id) {
    EntryNumber number = 0;
    for (std::size_t at = id.find('-') + 1; at < id.size(); ++at) {
        if (id[at] < '0' || id[at] > '9' || number > 900'000'000'000'000) return 0;
        number = number * 10 + (id[at] - '0');
    }
    return number;
}

std::string line_key(EntryNumber entry, std::int64_t line) {
    return std::to_string(entry) + "-" + std::to_string(line);
}

}  // namespace muster::core::tables
