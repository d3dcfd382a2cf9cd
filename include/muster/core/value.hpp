// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace muster::core {

/// What a member of a ledger line can hold: a truth, a whole number, a text, a list, or named
/// members.
///
/// There is no null and no floating point: an absent member is absent, and quantities are whole.
/// Members are kept sorted by name in byte order, the order of a canonical line.
struct Value {
    using Array = std::vector<Value>;
    using Object = std::map<std::string, Value, std::less<>>;

    std::variant<bool, std::int64_t, std::string, Array, Object> data;

    Value() : data{Object{}} {}
    Value(bool truth) : data{truth} {}
    Value(std::int64_t number) : data{number} {}
    Value(int number) : data{std::int64_t{number}} {}
    Value(std::string text) : data{std::move(text)} {}
    Value(const char* text) : data{std::string{text}} {}
    Value(Array array) : data{std::move(array)} {}
    Value(Object object) : data{std::move(object)} {}

    const bool* truth() const { return std::get_if<bool>(&data); }
    const std::int64_t* number() const { return std::get_if<std::int64_t>(&data); }
    const std::string* text() const { return std::get_if<std::string>(&data); }
    const Array* array() const { return std::get_if<Array>(&data); }
    const Object* object() const { return std::get_if<Object>(&data); }

    /// The member of that name, or null where this is no object or lacks it.
    const Value* member(std::string_view name) const {
        const Object* members = object();
        if (members == nullptr) return nullptr;
        const auto found = members->find(name);
        return found == members->end() ? nullptr : &found->second;
    }

    bool operator==(const Value&) const = default;
};

}  // namespace muster::core
