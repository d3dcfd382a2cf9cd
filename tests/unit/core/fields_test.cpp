// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <functional>
#include <set>

#include "support/armoury.hpp"

using namespace muster::core;
using muster::testing::pretended_digest;

namespace {

template <HasFields T>
std::size_t field_count() {
    std::size_t count = 0;
    each_field<T>([&](const auto&) { ++count; });
    return count;
}

/// Gives every member of a thing a value that differs from its default and from the others.
class Filling {
public:
    template <class T>
    void fill(T& thing) {
        ++count_;
        if constexpr (is_optional_v<T>)
            fill(thing.emplace());
        else if constexpr (is_vector_v<T>) {
            fill(thing.emplace_back());
            fill(thing.emplace_back());
        } else if constexpr (std::is_same_v<T, bool>)
            thing = true;
        else if constexpr (std::is_same_v<T, std::int64_t>)
            thing = count_;
        else if constexpr (std::is_same_v<T, std::string>)
            thing = "text " + std::to_string(count_);
        else if constexpr (is_id_v<T>)
            thing.value = "x-" + std::to_string(count_);
        else if constexpr (std::is_same_v<T, Instant>)
            thing.ms = 1'772'000'000'000 + count_;
        else if constexpr (std::is_same_v<T, Date>)
            thing.days = 20'000 + count_;
        else if constexpr (std::is_same_v<T, PrivateText>)
            thing.digest = pretended_digest(std::to_string(count_));
        else
            each_field<T>([&](const auto& f) { fill(thing.*f.member); });
    }

private:
    std::int64_t count_ = 0;
};

template <class Kind>
Entry full_entry() {
    Entry entry;
    entry.number = 7;
    entry.first = 6;
    entry.happened_at = Instant{1'772'000'000'000};
    entry.recorded_at = Instant{1'772'000'000'001};
    entry.by = UserId{"u-7k2m"};
    entry.armoury = ArmouryId{"a-1"};
    entry.salt = "00112233445566778899aabbccddeeff";
    entry.setup = true;
    entry.clock = "raised";
    entry.paper = "page 12";
    Filling filling;
    filling.fill(entry.body.emplace<Kind>());
    return entry;
}

template <class Visit, std::size_t I = 0>
void each_kind(Visit&& visit) {
    if constexpr (I < std::variant_size_v<AnyBody>) {
        visit.template operator()<std::variant_alternative_t<I, AnyBody>>();
        each_kind<Visit, I + 1>(std::forward<Visit>(visit));
    }
}

bool is_fault(const Value& line) {
    std::vector<ShapeFault> faults;
    const auto read = read_entry(line, faults);
    CHECK(read.has_value() == faults.empty());
    for (const ShapeFault& fault : faults) CHECK_FALSE(fault.words.empty());
    return !read;
}

/// Every value within `line`, by a way to it and by its name.
struct Spot {
    std::string path;
    std::function<Value&(Value&)> in;
};

void find_spots(const Value& value, const Spot& here, std::vector<Spot>& spots) {
    spots.push_back(here);
    if (const auto* object = value.object())
        for (const auto& [name, member] : *object)
            find_spots(member,
                       {here.path + "." + name,
                        [in = here.in, name = name](Value& line) -> Value& {
                            return std::get<Value::Object>(in(line).data).at(name);
                        }},
                       spots);
    if (const auto* array = value.array())
        for (std::size_t i = 0; i < array->size(); ++i)
            find_spots((*array)[i],
                       {here.path + "." + std::to_string(i),
                        [in = here.in, i](Value& line) -> Value& {
                            return std::get<Value::Array>(in(line).data).at(i);
                        }},
                       spots);
}

std::vector<Spot> spots_of(const Value& line) {
    std::vector<Spot> spots;
    find_spots(line, {"", [](Value& whole) -> Value& { return whole; }}, spots);
    return spots;
}

template <class Member>
constexpr bool may_be_absent = is_optional_v<Member> || is_vector_v<Member> || is_id_v<Member>;

}  // namespace

TEST_CASE("entry: every kind reads back as it was written, each member of its table present") {
    int kinds = 0;
    each_kind([&]<class Kind>() {
        CAPTURE(Kind::kind);
        const Entry entry = full_entry<Kind>();
        const Value line = value_of(entry);
        CHECK(line.object()->size() == 13);
        CHECK(line.member("body")->object()->size() == field_count<Kind>());
        CHECK(*line.member("kind")->text() == Kind::kind);
        std::vector<ShapeFault> faults;
        const auto read = read_entry(line, faults);
        REQUIRE(read);
        CHECK(faults.empty());
        CHECK(read->body.index() == entry.body.index());
        CHECK(value_of(*read) == line);
        each_field<Kind>([&](const auto& f) {
            CAPTURE(f.name);
            const auto& wanted = std::get<Kind>(entry.body).*f.member;
            CHECK(value_of(std::get<Kind>(read->body).*f.member) == value_of(wanted));
        });
        ++kinds;
    });
    CHECK(kinds == 80);
}

TEST_CASE("entry: a member of another type is a fault, in every kind, wherever it stands") {
    each_kind([&]<class Kind>() {
        CAPTURE(Kind::kind);
        const Value line = value_of(full_entry<Kind>());
        for (const Spot& spot : spots_of(line)) {
            CAPTURE(spot.path);
            Value probe = line;
            const std::size_t type = spot.in(probe).data.index();
            for (const Value& other : {Value{true}, Value{7}, Value{"-"}, Value{Value::Array{}},
                                       Value{Value::Object{}}}) {
                if (other.data.index() == type) continue;
                Value changed = line;
                spot.in(changed) = other;
                CHECK(is_fault(changed));
            }
        }
    });
}

TEST_CASE("entry: a member that nobody knows is a fault, in every kind, wherever it stands") {
    each_kind([&]<class Kind>() {
        CAPTURE(Kind::kind);
        const Value line = value_of(full_entry<Kind>());
        for (const Spot& spot : spots_of(line)) {
            Value changed = line;
            auto* object = std::get_if<Value::Object>(&spot.in(changed).data);
            if (object == nullptr) continue;
            CAPTURE(spot.path);
            object->emplace("zz_unknown", 1);
            CHECK(is_fault(changed));
        }
    });
}

TEST_CASE("entry: a missing member is a fault unless its table lets it be absent") {
    each_kind([&]<class Kind>() {
        CAPTURE(Kind::kind);
        const Value line = value_of(full_entry<Kind>());
        each_field<Kind>([&](const auto& f) {
            CAPTURE(f.name);
            using Member = std::remove_cvref_t<decltype(std::declval<Kind>().*f.member)>;
            Value changed = line;
            auto& members = std::get<Value::Object>(changed.data);
            std::get<Value::Object>(members.at("body").data).erase(f.name);
            CHECK(is_fault(changed) == !may_be_absent<Member>);
        });
    });
}

TEST_CASE("entry: each of the ten members of a line must be there, and keep its form") {
    const Value line = value_of(full_entry<SignedIn>());
    const auto with = [&](const char* name, const Value& value) {
        Value changed = line;
        std::get<Value::Object>(changed.data).insert_or_assign(name, value);
        return changed;
    };
    for (const char* name : {"number", "first", "kind", "v", "happened_at", "recorded_at", "by",
                             "armoury", "salt", "body"}) {
        CAPTURE(name);
        Value changed = line;
        std::get<Value::Object>(changed.data).erase(name);
        CHECK(is_fault(changed));
    }
    for (const char* name : {"setup", "clock", "paper"}) {
        Value changed = line;
        std::get<Value::Object>(changed.data).erase(name);
        CHECK_FALSE(is_fault(changed));
    }
    CHECK(is_fault(with("setup", false)));
    CHECK(is_fault(with("clock", "late")));
    CHECK(is_fault(with("kind", "unheard_of")));
    CHECK(is_fault(with("v", 2)));
    CHECK(is_fault(with("by", "")));
    CHECK(is_fault(with("salt", "00112233445566778899AABBCCDDEEFF")));
    CHECK(is_fault(with("salt", "0011")));
    CHECK(is_fault(with("happened_at", "2026-03-01")));
    CHECK(is_fault(Value{"a text"}));
    CHECK(is_fault(Value{Value::Array{}}));
}

TEST_CASE("entry: an empty list, a loose digest and an impossible date are faults in a body") {
    const auto body_with = [](const Value& line, const char* name, const Value& value) {
        Value changed = line;
        auto& body = std::get<Value::Object>(std::get<Value::Object>(changed.data).at("body").data);
        body.insert_or_assign(name, value);
        return changed;
    };
    const Value issued = value_of(full_entry<Issued>());
    CHECK(is_fault(body_with(issued, "items", Value{Value::Array{}})));
    CHECK(is_fault(body_with(issued, "officer", "")));
    const Value user = value_of(full_entry<UserAdded>());
    const auto closed = [](const std::string& digest) {
        return Value{Value::Object{{"private", digest}}};
    };
    CHECK_FALSE(is_fault(body_with(user, "name", closed(std::string(64, 'a')))));
    CHECK(is_fault(body_with(user, "name", closed(std::string(64, 'A')))));
    CHECK(is_fault(body_with(user, "name", closed(std::string(64, 'g')))));
    CHECK(is_fault(body_with(user, "name", closed(std::string(63, 'a')))));
    const Value batch = value_of(full_entry<BatchRegistered>());
    CHECK(is_fault(body_with(batch, "expiry", "2026-02-30")));
}

TEST_CASE("entry: kinds have names of their own, in snake_case, and version 1") {
    std::set<std::string> names;
    each_kind([&]<class Kind>() {
        const std::string name = Kind::kind;
        CHECK(names.insert(name).second);
        CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == name.npos);
        CHECK(kind_of(Body{Kind{}}) == name);
        CHECK(version_of(Body{Kind{}}) == 1);
    });
}

TEST_CASE("entry: member names suit a canonical line, and the dictionary explains each") {
    std::map<std::string, std::size_t> explained;
    for (const FieldMeaning& field : dictionary()) {
        CAPTURE(field.kind);
        CAPTURE(field.field);
        CHECK(field.field.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.") ==
              field.field.npos);
        CHECK_FALSE(field.meaning.empty());
        CHECK_FALSE(field.type.empty());
        if (field.field.find('.') == field.field.npos) ++explained[field.kind];
    }
    each_kind([&]<class Kind>() { CHECK(explained[Kind::kind] == field_count<Kind>()); });
}

TEST_CASE("entry: every private value is visited, those in lists and optional ones too") {
    const auto visited = [](Body body) {
        int count = 0;
        each_private(body, [&](PrivateText&) { ++count; });
        return count;
    };
    CHECK(visited(full_entry<OfficerAdded>().body) == 2);
    CHECK(visited(full_entry<Issued>().body) == 6);  // offer, two overrides, two lines, note
    CHECK(visited(full_entry<CountSubmitted>().body) == 4);  // label and skipped of two lines
    CHECK(visited(Issued{}) == 0);
    CHECK(visited(full_entry<SignedIn>().body) == 0);
}
