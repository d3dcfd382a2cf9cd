// SPDX-License-Identifier: MIT
#include "muster/core/entry.hpp"

namespace muster::core {
namespace {

template <class T>
void visit_private(T& thing, const std::function<void(PrivateText&)>& visit) {
    if constexpr (std::is_same_v<T, PrivateText>)
        visit(thing);
    else if constexpr (is_optional_v<T>) {
        if (thing) visit_private(*thing, visit);
    } else if constexpr (is_vector_v<T>) {
        for (auto& element : thing) visit_private(element, visit);
    } else if constexpr (HasFields<T>) {
        each_field<T>([&](const auto& f) { visit_private(thing.*f.member, visit); });
    }
}

template <class T>
std::string type_word() {
    if constexpr (is_optional_v<T>)
        return type_word<typename T::value_type>() + ", may be absent";
    else if constexpr (is_vector_v<T>)
        return "list of " + type_word<typename T::value_type>();
    else if constexpr (std::is_same_v<T, bool>)
        return "true or false";
    else if constexpr (std::is_same_v<T, std::int64_t>)
        return "whole number";
    else if constexpr (std::is_same_v<T, Instant>)
        return "instant";
    else if constexpr (std::is_same_v<T, Date>)
        return "date";
    else if constexpr (std::is_same_v<T, PrivateText>)
        return "private value";
    else if constexpr (is_id_v<T>)
        return "id";
    else if constexpr (HasFields<T>)
        return "object";
    else
        return "text";
}

template <class T>
void describe_fields(std::vector<FieldMeaning>& all, const std::string& kind,
                     const std::string& path) {
    each_field<T>([&](const auto& f) {
        using Member = std::remove_cvref_t<decltype(std::declval<T>().*f.member)>;
        all.push_back({kind, path + f.name, type_word<Member>(), f.meaning});
        if constexpr (is_vector_v<Member> || is_optional_v<Member>) {
            using Inner = typename Member::value_type;
            if constexpr (HasFields<Inner>) describe_fields<Inner>(all, kind, path + f.name + ".");
        }
    });
}

template <std::size_t I = 0>
void describe_kinds(std::vector<FieldMeaning>& all) {
    if constexpr (I < std::variant_size_v<AnyBody>) {
        using Kind = std::variant_alternative_t<I, AnyBody>;
        describe_fields<Kind>(all, Kind::kind, "");
        describe_kinds<I + 1>(all);
    }
}

template <std::size_t I = 0>
bool read_body(const std::string& kind, std::int64_t version, const Value& value, Body& body,
               std::vector<ShapeFault>& faults) {
    if constexpr (I < std::variant_size_v<AnyBody>) {
        using Kind = std::variant_alternative_t<I, AnyBody>;
        if (kind != Kind::kind || version != Kind::version)
            return read_body<I + 1>(kind, version, value, body, faults);
        read_value(value, body.emplace<Kind>(), "body", faults);
        return true;
    } else {
        return false;
    }
}

template <class T>
void take(const Value& line, const char* name, T& member, std::vector<ShapeFault>& faults) {
    const Value* value = line.member(name);
    if (value == nullptr)
        faults.push_back({name, "expected this member, which is absent"});
    else
        read_value(*value, member, name, faults);
}

template <class T>
void take_if_there(const Value& line, const char* name, T& member, std::size_t& known,
                   std::vector<ShapeFault>& faults) {
    const Value* value = line.member(name);
    if (value == nullptr) return;
    ++known;
    read_value(*value, member, name, faults);
}

}  // namespace

std::string_view kind_of(const Body& body) {
    return std::visit(
        [](const auto& b) { return std::string_view{std::remove_cvref_t<decltype(b)>::kind}; },
        body);
}

std::int64_t version_of(const Body& body) {
    return std::visit([](const auto& b) { return std::remove_cvref_t<decltype(b)>::version; },
                      body);
}

Value body_value(const Body& body) {
    return std::visit([](const auto& b) { return value_of(b); }, body);
}

Value value_of(const Entry& entry) {
    Value::Object line{{"number", entry.number},
                       {"first", entry.first},
                       {"kind", std::string{kind_of(entry.body)}},
                       {"v", version_of(entry.body)},
                       {"happened_at", text_of(entry.happened_at)},
                       {"recorded_at", text_of(entry.recorded_at)},
                       {"by", entry.by.value},
                       {"armoury", entry.armoury.value},
                       {"salt", entry.salt},
                       {"body", body_value(entry.body)}};
    if (entry.setup) line.emplace("setup", true);
    if (entry.clock) line.emplace("clock", *entry.clock);
    if (entry.paper) line.emplace("paper", *entry.paper);
    return Value{std::move(line)};
}

std::optional<Entry> read_entry(const Value& line, std::vector<ShapeFault>& faults) {
    const std::size_t before = faults.size();
    Entry entry;
    std::string kind;
    std::int64_t version = 0;
    take(line, "number", entry.number, faults);
    take(line, "first", entry.first, faults);
    take(line, "kind", kind, faults);
    take(line, "v", version, faults);
    take(line, "happened_at", entry.happened_at, faults);
    take(line, "recorded_at", entry.recorded_at, faults);
    take(line, "by", entry.by, faults);
    take(line, "armoury", entry.armoury, faults);
    take(line, "salt", entry.salt, faults);
    std::size_t known = 10;
    take_if_there(line, "setup", entry.setup, known, faults);
    take_if_there(line, "clock", entry.clock, known, faults);
    take_if_there(line, "paper", entry.paper, known, faults);
    const Value* body = line.member("body");
    if (body == nullptr)
        faults.push_back({"body", "expected this member, which is absent"});
    else if (!read_body(kind, version, *body, entry.body, faults))
        faults.push_back({"kind", "this program does not know entries of kind " + kind +
                                      " version " + std::to_string(version)});
    if (faults.size() == before && line.object()->size() != known)
        faults.push_back({"", "has a member that an entry does not have"});
    if (entry.salt.size() != 32 || !is_lower_hex(entry.salt))
        faults.push_back({"salt", "expected 16 bytes in hex"});
    // What value_of would not write back is no canonical line.
    if (line.member("setup") != nullptr && !entry.setup)
        faults.push_back({"setup", "expected true, or no such member"});
    if (entry.clock && *entry.clock != "raised" && *entry.clock != "behind")
        faults.push_back({"clock", "expected raised or behind"});
    if (faults.size() != before) return std::nullopt;
    return entry;
}

void each_private(Body& body, const std::function<void(PrivateText&)>& visit) {
    std::visit([&](auto& b) { visit_private(b, visit); }, body);
}

const std::vector<FieldMeaning>& dictionary() {
    static const std::vector<FieldMeaning> all = [] {
        std::vector<FieldMeaning> fields;
        describe_kinds(fields);
        return fields;
    }();
    return all;
}

}  // namespace muster::core
