// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "muster/core/ids.hpp"
#include "muster/core/private_text.hpp"
#include "muster/core/time.hpp"
#include "muster/core/value.hpp"

/// One field table per struct: JSON, checks, database rows and the workbook's dictionary come from
/// it.
///
/// A struct takes part by having `static constexpr void fields(auto visit)` that calls
/// `visit(name, &Struct::member, meaning)` for each. A template, so that a file which only uses the
/// struct does not pay for its table.
namespace muster::core {

template <class Struct, class Member>
struct Field {
    const char* name;
    Member Struct::*member;
    const char* meaning;
};

namespace detail {
struct NoVisit {
    constexpr void operator()(const auto&...) const {}
};
}  // namespace detail

template <class T>
concept HasFields = requires {
    T::fields(detail::NoVisit{});
};

/// Calls `visit(field)` for every field of `T`, in the order of the table.
template <HasFields T, class Visit>
constexpr void each_field(Visit&& visit) {
    T::fields([&]<class Member>(const char* name, Member T::*member, const char* meaning = "") {
        visit(Field<T, Member>{name, member, meaning});
    });
}

/// A value read from outside had another shape than the field table says.
struct ShapeFault {
    std::string path;   ///< where, as `lines.3.quantity`
    std::string words;  ///< what was expected
};

namespace detail {

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
template <class T>
struct is_vector : std::false_type {};
template <class T>
struct is_vector<std::vector<T>> : std::true_type {};
template <class T>
struct is_id : std::false_type {};
template <class Tag>
struct is_id<Id<Tag>> : std::true_type {};

}  // namespace detail

template <class T>
inline constexpr bool is_optional_v = detail::is_optional<T>::value;
template <class T>
inline constexpr bool is_vector_v = detail::is_vector<T>::value;
template <class T>
inline constexpr bool is_id_v = detail::is_id<T>::value;

/// The value of `thing` by its field table. Absent optionals, empty ids and empty lists are left
/// out.
template <class T>
Value value_of(const T& thing);

/// Reads what `value_of` wrote. Every wrong or unknown member is appended to `faults`.
template <class T>
void read_value(const Value& value, T& thing, const std::string& path,
                std::vector<ShapeFault>& faults);

// --- the machinery behind the two ------------------------------------------------------------

template <class T>
bool is_absent(const T& thing) {
    if constexpr (is_optional_v<T>)
        return !thing.has_value();
    else if constexpr (is_id_v<T> || is_vector_v<T>)
        return thing.empty();
    else
        return false;
}

template <class T>
Value value_of(const T& thing) {
    if constexpr (std::is_same_v<T, bool>)
        return Value{thing};
    else if constexpr (std::is_same_v<T, std::int64_t>)
        return Value{thing};
    else if constexpr (std::is_same_v<T, std::string>)
        return Value{thing};
    else if constexpr (is_id_v<T>)
        return Value{thing.value};
    else if constexpr (std::is_same_v<T, Instant> || std::is_same_v<T, Date>)
        return Value{text_of(thing)};
    else if constexpr (std::is_same_v<T, PrivateText>)
        return Value{Value::Object{{"private", Value{thing.digest}}}};
    else if constexpr (std::is_same_v<T, Value>)
        return thing;
    else if constexpr (is_optional_v<T>)
        return value_of(*thing);
    else if constexpr (is_vector_v<T>) {
        Value::Array array;
        array.reserve(thing.size());
        for (const auto& element : thing) array.push_back(value_of(element));
        return Value{std::move(array)};
    } else {
        Value::Object object;
        each_field<T>([&](const auto& f) {
            const auto& member = thing.*f.member;
            if (!is_absent(member)) object.emplace(f.name, value_of(member));
        });
        return Value{std::move(object)};
    }
}

namespace detail {

inline void expected(const char* what, const std::string& path, std::vector<ShapeFault>& faults) {
    faults.push_back({path, std::string{"expected "} + what});
}

template <class T>
void read_members(const Value& value, T& thing, const std::string& path,
                  std::vector<ShapeFault>& faults) {
    const Value::Object* object = value.object();
    if (object == nullptr) return expected("an object", path, faults);
    std::size_t known = 0;
    each_field<T>([&](const auto& f) {
        using Member = std::remove_cvref_t<decltype(thing.*f.member)>;
        const std::string inner = path.empty() ? f.name : path + "." + f.name;
        if (const Value* member = value.member(f.name)) {
            ++known;
            read_value(*member, thing.*f.member, inner, faults);
        } else if constexpr (!is_optional_v<Member> && !is_vector_v<Member> && !is_id_v<Member>) {
            expected("this member, which is absent", inner, faults);
        }
    });
    if (known != object->size())
        faults.push_back({path, "has a member that this kind does not know"});
}

}  // namespace detail

template <class T>
void read_value(const Value& value, T& thing, const std::string& path,
                std::vector<ShapeFault>& faults) {
    if constexpr (is_optional_v<T>) {
        thing.emplace();
        read_value(value, *thing, path, faults);
    } else if constexpr (is_vector_v<T>) {
        const Value::Array* array = value.array();
        if (array == nullptr) return detail::expected("a list", path, faults);
        if (array->empty())
            return detail::expected("a list that is absent when empty", path, faults);
        for (std::size_t i = 0; i < array->size(); ++i)
            read_value((*array)[i], thing.emplace_back(), path + "." + std::to_string(i), faults);
    } else if constexpr (std::is_same_v<T, Value>) {
        thing = value;
    } else if constexpr (std::is_same_v<T, bool>) {
        if (const bool* truth = value.truth())
            thing = *truth;
        else
            detail::expected("true or false", path, faults);
    } else if constexpr (std::is_same_v<T, std::int64_t>) {
        if (const std::int64_t* number = value.number())
            thing = *number;
        else
            detail::expected("a whole number", path, faults);
    } else if constexpr (std::is_same_v<T, std::string>) {
        if (const std::string* text = value.text())
            thing = *text;
        else
            detail::expected("a text", path, faults);
    } else if constexpr (is_id_v<T>) {
        if (const std::string* text = value.text(); text != nullptr && !text->empty())
            thing.value = *text;
        else
            detail::expected("an id", path, faults);
    } else if constexpr (std::is_same_v<T, Instant>) {
        const std::string* text = value.text();
        const auto instant = text != nullptr ? instant_of(*text) : std::nullopt;
        if (instant)
            thing = *instant;
        else
            detail::expected("an instant", path, faults);
    } else if constexpr (std::is_same_v<T, Date>) {
        const std::string* text = value.text();
        const auto date = text != nullptr ? date_of(*text) : std::nullopt;
        if (date)
            thing = *date;
        else
            detail::expected("a date", path, faults);
    } else if constexpr (std::is_same_v<T, PrivateText>) {
        const Value* digest = value.member("private");
        const std::string* text = digest != nullptr ? digest->text() : nullptr;
        if (text != nullptr && text->size() == 64 && is_lower_hex(*text) &&
            value.object()->size() == 1)
            thing.digest = *text;
        else
            detail::expected("a private value", path, faults);
    } else {
        detail::read_members(value, thing, path, faults);
    }
}

}  // namespace muster::core
