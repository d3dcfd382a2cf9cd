// SPDX-License-Identifier: MIT
#include "ledger/line_reader.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "muster/ledger/canonical.hpp"

namespace muster::ledger {

namespace {

using Json = nlohmann::json;

/// Takes the parser's events and builds core values, refusing at the first breach of a limit.
/// Every member is nlohmann's SAX interface; false stops the parser.
class LineEvents {
public:
    LineFault fault;
    core::Value result;

    bool null() {
        return refuse("value_null", "The line holds a null; absent members are left out.");
    }
    bool boolean(bool truth) { return place(core::Value{truth}); }
    bool number_integer(std::int64_t number) {
        if (number < -line_number_max || number > line_number_max)
            return refuse("number_too_large", "The line holds a number of 2^53 or more.");
        return place(core::Value{number});
    }
    bool number_unsigned(std::uint64_t number) {
        if (number > static_cast<std::uint64_t>(line_number_max))
            return refuse("number_too_large", "The line holds a number of 2^53 or more.");
        return place(core::Value{static_cast<std::int64_t>(number)});
    }
    bool number_float(double, const std::string& text) {
        // Digits alone arrive here only where they overflow 64 bits.
        if (text.find_first_not_of("-0123456789") == std::string::npos)
            return refuse("number_too_large", "The line holds a number of 2^53 or more.");
        return refuse("number_not_whole",
                      "The line holds a number that is not written as a whole.");
    }
    bool string(std::string& text) {
        if (auto wrong = text_fault(text)) return refuse(std::move(*wrong));
        return place(core::Value{std::move(text)});
    }
    bool binary(Json::binary_t&) { return refuse("line_not_json", "The line is not JSON."); }
    bool start_object(std::size_t) { return open(core::Value{core::Value::Object{}}); }
    bool start_array(std::size_t) { return open(core::Value{core::Value::Array{}}); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string& name) {
        if (!is_valid_key(name))
            return refuse("key_invalid", "The line holds a key that is not [a-z][a-z0-9_]*.");
        if (std::get<core::Value::Object>(open_.back().value.data).contains(name))
            return refuse("key_duplicate", "The line holds the key \"" + name + "\" twice.");
        open_.back().key = std::move(name);
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) {
        return refuse("line_not_json",
                      "The line is not JSON, from byte " + std::to_string(position) + " on.");
    }

private:
    struct Open {
        core::Value value;
        std::string key;
    };

    bool refuse(LineFault wrong) {
        fault = std::move(wrong);
        return false;
    }
    bool refuse(const char* code, std::string words) { return refuse({code, std::move(words)}); }

    bool open(core::Value value) {
        if (open_.size() == line_depth_max)
            return refuse("line_too_deep", "The line is nested deeper than 8 levels.");
        open_.push_back({std::move(value), {}});
        return true;
    }

    bool close() {
        core::Value value = std::move(open_.back().value);
        open_.pop_back();
        return place(std::move(value));
    }

    bool place(core::Value value) {
        if (open_.empty()) {
            result = std::move(value);
            return true;
        }
        Open& parent = open_.back();
        if (auto* array = std::get_if<core::Value::Array>(&parent.value.data))
            array->push_back(std::move(value));
        else
            std::get<core::Value::Object>(parent.value.data)
                .emplace(std::move(parent.key), std::move(value));
        return true;
    }

    std::vector<Open> open_;
};

}  // namespace

std::variant<core::Value, LineFault> parse_line(std::string_view line) {
    if (!is_valid_utf8(line)) return LineFault{"text_not_utf8", "The line is not UTF-8."};
    LineEvents events;
    if (!Json::sax_parse(line.begin(), line.end(), &events)) return std::move(events.fault);
    return std::move(events.result);
}

}  // namespace muster::ledger
