// SPDX-License-Identifier: MIT
#include "spellings.hpp"

#include <utility>

#include "folding.hpp"
#include "synonyms.hpp"

namespace muster::intake {

namespace {

constexpr std::size_t seen_max = 10'000;
constexpr std::size_t compared_max = 2'000;

}  // namespace

std::string Spellings::key_of(std::string_view name) const {
    if (!by_make_) return name_key(name);
    const std::string plain = squeezed(name);
    const auto make = make_of_model(plain);
    if (make.make.empty() || make.rest == 0) return name_key(plain);
    return name_key(std::string{make.make}) + name_key(std::string_view{plain}.substr(make.rest));
}

void Spellings::add_known(const std::string& name) {
    names_[id(squeezed(name))].known = true;
}

void Spellings::add_alias(const std::string& alias, const std::string& name) {
    const std::uint32_t target = id(squeezed(name));
    ids_.insert_or_assign(key_of(alias), target);
    seen_.clear();
}

std::uint32_t Spellings::id(const std::string& name) {
    if (const auto found = seen_.find(name); found != seen_.end()) return found->second;
    std::string key = key_of(name);
    const auto [place, is_new] = ids_.emplace(key, static_cast<std::uint32_t>(names_.size()));
    if (is_new) names_.push_back(named(name, std::move(key)));
    if (seen_.size() < seen_max) seen_.emplace(name, place->second);
    return place->second;
}

Spellings::Name Spellings::named(const std::string& name, std::string key) const {
    Name named{name, std::move(key), {}, {}, false, false};
    if (!by_make_) return named;
    const std::string plain = squeezed(name);
    const auto make = make_of_model(plain);
    named.make = upper(std::string{make.make});
    for (const char c : words_key(std::string_view{plain}.substr(make.rest)))
        if (c != ' ') named.rest += c;
    named.rest = upper(std::move(named.rest));
    return named;
}

bool Spellings::are_alike(std::uint32_t one, std::uint32_t other) const {
    const Name& a = names_[one];
    const Name& b = names_[other];
    if (a.rest.size() < 2 || b.rest.size() < 2) return false;
    if (!a.make.empty() && !b.make.empty()) return a.make == b.make && a.rest == b.rest;
    if (a.rest == b.rest) return true;
    const Name& full = a.make.empty() ? b : a;
    const Name& brief = a.make.empty() ? a : b;
    return !full.make.empty() && brief.rest == full.make.front() + full.rest;
}

bool Spellings::is_first_mention(std::uint32_t id) {
    return !std::exchange(names_[id].mentioned, true);
}

const std::string* Spellings::similar(std::uint32_t id) const {
    constexpr std::size_t shortest = 3;
    const std::string& key = names_[id].key;
    if (key.size() < shortest) return nullptr;
    for (std::uint32_t other = 0; other < names_.size() && other < compared_max; ++other) {
        if (other == id || (!names_[other].known && other > id)) continue;
        if (are_alike(id, other)) return &names_[other].spelling;
        const std::string& longer = names_[other].key;
        if (longer.size() > key.size() && longer.ends_with(key)) return &names_[other].spelling;
        if (key.size() > longer.size() && longer.size() >= shortest && key.ends_with(longer))
            return &names_[other].spelling;
    }
    return nullptr;
}

}  // namespace muster::intake
