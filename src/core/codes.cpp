// SPDX-License-Identifier: MIT
#include "muster/core/codes.hpp"

#include <algorithm>

#include "muster/core/case_facts.hpp"
#include "muster/core/counter_facts.hpp"
#include "muster/core/people_facts.hpp"

namespace muster::core {

std::string normal_code(std::string_view text) {
    std::string normal;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (blank && (normal.empty() || normal.back() == ' ')) continue;
        if (blank)
            normal += ' ';
        else if (c == '|')
            normal += '/';  // the separator of a code's key
        else
            normal += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    if (!normal.empty() && normal.back() == ' ') normal.pop_back();
    return normal;
}

std::vector<Code> things_called(const Facts& facts, std::string_view code,
                                const std::vector<std::string>& sorts) {
    std::vector<Code> found;
    const std::string text{code};
    for (const Table table : {Table::item, Table::batch, Table::location, Table::model, Table::kit})
        if (facts.row(table, text)) found.push_back({text, text, "id"});
    if (!found.empty()) return found;
    for (Code& named : facts.all<Code>(normal_code(code) + "|")) {
        if (!sorts.empty() && std::find(sorts.begin(), sorts.end(), named.sort) == sorts.end())
            continue;
        const auto same = [&](const Code& other) { return other.thing == named.thing; };
        if (std::none_of(found.begin(), found.end(), same)) found.push_back(std::move(named));
    }
    return found;
}

std::vector<std::string> items_ending(const Facts& facts, std::string_view code, std::size_t most) {
    std::vector<std::string> found;
    const std::string wanted = normal_code(code);
    if (wanted.size() != serial_end_characters) return found;
    facts.rows(Table::item, "", [&](const Row& row) {
        const Item item = fact_of<Item>(row);
        const std::string serial = normal_code(item.serial);
        if (serial.size() > wanted.size() && serial.ends_with(wanted)) found.push_back(item.key);
        return found.size() < most;
    });
    return found;
}

std::string item_words(const Facts& facts, const std::string& id) {
    const auto item = facts.find<Item>(id);
    if (!item) return id;
    const auto model = facts.find<Model>(item->model.value);
    std::string words = model ? model->name + " " + item->serial : item->serial;
    if (!item->tag.empty()) words += " (" + item->tag + ")";
    return words;
}

std::string stock_words(const Facts& facts, const std::string& id) {
    if (const auto batch = facts.find<Batch>(id)) {
        const auto model = facts.find<Model>(batch->model.value);
        return model ? model->name + " " + batch->number : batch->number;
    }
    const auto model = facts.find<Model>(id);
    return model ? model->name : id;
}

std::string officer_words(const Facts& facts, const std::string& id) {
    const auto officer = facts.find<Officer>(id);
    if (!officer) return id;
    const auto collar = facts.disclosed(officer->collar.digest);
    const auto rank = facts.find<Reference>("rank/" + officer->rank);
    const std::string title = rank ? rank->title : officer->rank;
    return collar ? title + " " + *collar : id;
}

std::string user_words(const Facts& facts, const std::string& id) {
    const auto user = facts.find<User>(id);
    if (!user) return id.empty() ? "nobody" : id;
    return facts.disclosed(user->name.digest).value_or(id);
}

std::string holder_words(const Facts& facts, const std::string& id) {
    if (id.starts_with("o-")) return officer_words(facts, id);
    if (is_case(id)) return case_words(facts, id);
    if (id.starts_with("x-")) return "left with entry " + id.substr(2);
    const auto location = facts.find<Location>(id);
    return location ? location->name : id;
}

std::string case_words(const Facts& facts, const std::string& id) {
    const auto found = facts.find<Case>(id);
    if (!found) return id;
    const std::string named = found->other.empty() ? "" : " " + found->other;
    if (found->sort == "consignment")
        return "consignment " + id + " to " + holder_words(facts, found->to.value);
    if (found->sort == "loan_out") return "loan " + id + " to" + named;
    if (found->sort == "loan_in") return "loan " + id + " from" + named;
    if (found->sort == "repair") return "repair " + id + (named.empty() ? "" : " at" + named);
    if (found->sort == "seizure") return "seizure " + id + ", exhibit " + found->reference;
    return "loss " + id;
}

std::string subject_words(const Facts& facts, const std::string& id) {
    if (id.starts_with("i-")) return item_words(facts, id);
    if (id.starts_with("b-") || id.starts_with("m-")) return stock_words(facts, id);
    if (id.starts_with("u-")) return user_words(facts, id);
    if (id.starts_with("k-")) {
        const auto kit = facts.find<Kit>(id);
        return kit ? kit->name : id;
    }
    return holder_words(facts, id);
}

}  // namespace muster::core
