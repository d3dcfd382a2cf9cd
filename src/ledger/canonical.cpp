// SPDX-License-Identifier: MIT
#include "muster/ledger/canonical.hpp"

#include <charconv>
#include <limits>
#include <stdexcept>
#include <utility>

#include "ledger/line_reader.hpp"

namespace muster::ledger {

namespace {

class LineWriter {
public:
    explicit LineWriter(std::size_t bytes_max) : bytes_max_{bytes_max} {}
    std::string line;

    void write(const core::Value& value, int depth) {
        if (const bool* truth = value.truth()) {
            line += *truth ? "true" : "false";
        } else if (const std::int64_t* number = value.number()) {
            write_number(*number);
        } else if (const std::string* text = value.text()) {
            write_text(*text);
        } else {
            if (depth > line_depth_max) throw std::logic_error("canonical: deeper than 8 levels");
            if (const auto* array = value.array())
                write_array(*array, depth);
            else
                write_object(*value.object(), depth);
        }
        if (line.size() > bytes_max_)
            throw std::length_error("canonical: a line of more than 256 KiB");
    }

private:
    void write_number(std::int64_t number) {
        if (number > line_number_max || number < -line_number_max)
            throw std::logic_error("canonical: a number of 2^53 or more");
        char digits[24];
        const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
        line.append(digits, end);
    }

    void write_text(std::string_view text) {
        if (const auto fault = text_fault(text))
            throw std::logic_error("canonical: " + fault->words);
        line.push_back('"');
        for (const char c : text) {
            // The other escapes of RFC 8785 are for characters that text_fault refuses.
            if (c == '"' || c == '\\') line.push_back('\\');
            if (c == '\n')
                line += "\\n";
            else
                line.push_back(c);
        }
        line.push_back('"');
    }

    void write_array(const core::Value::Array& array, int depth) {
        char before = '[';
        for (const core::Value& element : array) {
            line.push_back(std::exchange(before, ','));
            write(element, depth + 1);
        }
        line += array.empty() ? "[]" : "]";
    }

    void write_object(const core::Value::Object& object, int depth) {
        char before = '{';
        for (const auto& [key, member] : object) {
            if (!is_valid_key(key)) throw std::logic_error("canonical: a bad key: " + key);
            line.push_back(std::exchange(before, ','));
            line += '"' + key + "\":";
            write(member, depth + 1);
        }
        line += object.empty() ? "{}" : "}";
    }

    std::size_t bytes_max_;
};

}  // namespace

std::string canonical(const core::Value& value) {
    LineWriter writer{line_bytes_max};
    writer.write(value, 1);
    return std::move(writer.line);
}

std::string json_document(const core::Value& value) {
    LineWriter writer{std::numeric_limits<std::size_t>::max()};
    writer.write(value, 1);
    return std::move(writer.line);
}

std::variant<core::Value, LineFault> read_json(std::string_view text) {
    if (text.size() > line_bytes_max)
        return LineFault{"line_too_long", "It is longer than 256 KiB."};
    return parse_line(text);
}

std::variant<core::Value, LineFault> read_canonical(std::string_view line) {
    if (line.size() > line_bytes_max)
        return LineFault{"line_too_long", "The line is longer than 256 KiB."};
    auto read = parse_line(line);
    const core::Value* value = std::get_if<core::Value>(&read);
    // This catches every other spelling: spaces, key order, escapes, -0, a byte order mark.
    if (value != nullptr && canonical(*value) != line)
        return LineFault{"line_not_canonical",
                         "The line is JSON, but not written in the one canonical way."};
    return read;
}

bool is_valid_key(std::string_view key) {
    if (key.empty() || key[0] < 'a' || key[0] > 'z') return false;
    for (const char c : key)
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_')) return false;
    return true;
}

}  // namespace muster::ledger
