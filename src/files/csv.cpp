// SPDX-License-Identifier: MIT
#include "muster/files/csv.hpp"

#include <csv.h>

#include <algorithm>
#include <array>
#include <exception>
#include <memory>

namespace muster::files {

namespace {

constexpr std::size_t sniffed_lines = 30;

/// What Windows-1252 has at 0x80–0x9f; 0 where it has nothing (Unicode's CP1252.TXT).
constexpr std::array<std::uint16_t, 32> windows_1252_high{
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

void append_utf8(std::string& text, std::uint32_t code) {
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xc0 | code >> 6);
        text += static_cast<char>(0x80 | (code & 0x3f));
    } else {
        text += static_cast<char>(0xe0 | code >> 12);
        text += static_cast<char>(0x80 | (code >> 6 & 0x3f));
        text += static_cast<char>(0x80 | (code & 0x3f));
    }
}

/// Bytes of the well-formed UTF-8 character at the beginning; 0 where there is none.
std::size_t utf8_size(std::string_view bytes) {
    const auto at = [&](std::size_t n) -> std::uint32_t {
        return n < bytes.size() ? static_cast<unsigned char>(bytes[n]) : 0;
    };
    const std::uint32_t first = at(0);
    if (first < 0x80) return 1;
    if (first < 0xc2 || first > 0xf4) return 0;
    const std::size_t more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    for (std::size_t n = 1; n <= more; ++n)
        if ((at(n) & 0xc0) != 0x80) return 0;
    const std::uint32_t second = at(1);
    if ((first == 0xe0 && second < 0xa0) || (first == 0xed && second > 0x9f) ||
        (first == 0xf0 && second < 0x90) || (first == 0xf4 && second > 0x8f))
        return 0;
    return more + 1;
}

bool is_windows_1252(std::string_view bytes) {
    for (const char c : bytes) {
        const auto code = static_cast<unsigned char>(c);
        if (code >= 0x80 && code < 0xa0 && windows_1252_high[code - 0x80u] == 0) return false;
    }
    return true;
}

/// A piece of the file as UTF-8. CRLF and lone CR become LF, so that every line is counted once;
/// `after_cr` goes from one piece to the next.
void append_text(std::string_view piece, bool windows_1252, bool& after_cr, std::string& text) {
    for (const char c : piece) {
        const auto code = static_cast<unsigned char>(c);
        const bool ends_pair = c == '\n' && after_cr;
        after_cr = c == '\r';
        if (ends_pair) continue;
        if (after_cr)
            text += '\n';
        else if (!windows_1252 || code < 0x80)
            text += c;
        else
            append_utf8(text, code < 0xa0 ? windows_1252_high[code - 0x80u] : code);
    }
}

/// Two files that somebody put together: letters in UTF-8 beside some in Windows-1252. In a file of
/// the one kind or the other this does not happen: two letters of Windows-1252 that read like one
/// of UTF-8 are a capital with an accent and a sign behind it.
bool is_mixed(std::string_view bytes) {
    bool any_utf8 = false, any_other = false;
    for (std::size_t i = 0; i < bytes.size() && !(any_utf8 && any_other);) {
        const std::size_t size = utf8_size(bytes.substr(i, 4));
        any_utf8 = any_utf8 || size > 1;
        any_other = any_other || size == 0;
        i += size == 0 ? 1 : size;
    }
    return any_utf8 && any_other;
}

/// Such a file in UTF-8, empty where a byte is of neither; `line` is the first that had a letter in
/// Windows-1252.
std::string unmixed(std::string_view bytes, std::int64_t& line) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    std::int64_t here = 1;
    line = 0;
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t size = utf8_size(bytes.substr(i, 4));
        if (bytes[i] == '\n') ++here;
        if (size > 0) {
            text += bytes.substr(i, size);
        } else {
            if (!is_windows_1252(bytes.substr(i, 1))) return {};
            const auto code = static_cast<unsigned char>(bytes[i]);
            append_utf8(text, code < 0xa0 ? windows_1252_high[code - 0x80u] : code);
            if (line == 0) line = here;
        }
        i += size == 0 ? 1 : size;
    }
    return text;
}

char sniffed_delimiter(std::string_view text) {
    constexpr std::array<char, 3> candidates{',', ';', '\t'};
    if (text.substr(0, 4) == "sep=" && text.size() > 5 && (text[5] == '\n' || text[5] == '\r'))
        for (const char c : candidates)
            if (text[4] == c) return c;
    std::array<std::int64_t, 3> seen{};
    bool quoted = false;
    std::size_t lines = 0;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if ((c == '\n' || c == '\r') && ++lines == sniffed_lines) break;
        for (std::size_t i = 0; i < candidates.size(); ++i)
            if (c == candidates[i]) ++seen[i];
    }
    std::size_t best = 0;
    for (std::size_t i = 1; i < candidates.size(); ++i)
        if (seen[i] > seen[best]) best = i;
    return candidates[best];
}

/// What libcsv's callbacks, which are C functions, work on. They must not throw through C, so that
/// what the visitor throws waits here.
struct Reading {
    const std::function<Walk(std::int64_t, const std::vector<std::string>&)>& visit;
    const CsvLimits& limits;
    std::vector<std::string> fields;  ///< kept from row to row, so that their memory is
    std::size_t used = 0;
    std::int64_t row = 0;
    std::int64_t row_bytes = 0;
    bool too_large = false;
    bool stopped = false;
    std::exception_ptr thrown;

    bool is_over() const { return too_large || stopped || thrown; }
};

void take_field(void* bytes, std::size_t size, void* data) {
    auto& reading = *static_cast<Reading*>(data);
    if (reading.is_over()) return;
    reading.row_bytes += static_cast<std::int64_t>(size);
    if (static_cast<std::int64_t>(size) > reading.limits.field_bytes ||
        reading.row_bytes > reading.limits.row_bytes ||
        static_cast<std::int64_t>(reading.used) >= reading.limits.fields_per_row) {
        reading.too_large = true;
        return;
    }
    if (reading.used == reading.fields.size()) reading.fields.emplace_back();
    reading.fields[reading.used++].assign(static_cast<const char*>(bytes), size);
}

void take_row(int, void* data) {
    auto& reading = *static_cast<Reading*>(data);
    if (reading.is_over()) return;
    if (++reading.row > reading.limits.rows) {
        reading.too_large = true;
        return;
    }
    reading.fields.resize(reading.used == 0 ? 1 : reading.used);
    if (reading.used == 0) reading.fields[0].clear();
    reading.used = 0;
    reading.row_bytes = 0;
    try {
        reading.stopped = reading.visit(reading.row, reading.fields) == Walk::stop;
    } catch (const std::exception&) {
        reading.thrown = std::current_exception();
    }
}

int is_no_space(unsigned char) {
    return 0;
}

/// Follows the quotes as the parser does. What stands behind a closing quote makes the parser go on
/// inside of the field, over line ends and into the next rows, without a word.
struct QuoteCheck {
    enum class In { field_start, plain, quoted, closed };
    char delimiter;
    In in = In::field_start;
    std::int64_t row = 1;
    std::int64_t opened_in = 0;  ///< row in which the last quote opened

    /// Whether all is well so far.
    bool feed(std::string_view text) {
        for (const char c : text)
            if (!take(c)) return false;
        return true;
    }

private:
    bool take(char c) {
        if (in == In::quoted) {
            if (c == '"') in = In::closed;
            return true;
        }
        if (in == In::closed && c == '"') {  // two of them stand for one
            in = In::quoted;
        } else if (c == delimiter || c == '\n') {
            in = In::field_start;
            row += c == '\n' ? 1 : 0;
        } else if (in == In::closed) {
            return false;
        } else if (in == In::field_start && c == '"') {
            in = In::quoted;
            opened_in = row;
        } else {
            in = In::plain;
        }
        return true;
    }
};

struct FreeParser {
    void operator()(csv_parser* parser) const { csv_free(parser); }
};

/// libcsv's buffer grows with an open field, which is refused before it ends.
std::size_t buffer_max(const CsvLimits& limits) {
    return static_cast<std::size_t>(limits.field_bytes) * 2 + 65'536;
}

FileFault behind_quote(std::int64_t row) {
    return {"csv_quote_inside",
            "In row " + std::to_string(row) +
                " something stands behind a closing quote, so that nobody can tell where the field "
                "ends. Write every quote inside of a quoted field twice, or save the file as CSV "
                "from a spreadsheet."};
}

FileFault unknown_letters() {
    return {"csv_encoding_unknown",
            "The letters of the file cannot be told. Save it as 'CSV UTF-8'."};
}

FileFault too_large() {
    return {"csv_too_large",
            "The CSV file is larger than Muster accepts. Divide it into several files."};
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t size = utf8_size(bytes.substr(i, 4));
        if (size == 0) return false;
        i += size;
    }
    return true;
}

CsvReader::CsvReader(std::string bytes, CsvForm form, const CsvLimits& limits)
    : bytes_{std::move(bytes)}, form_{form}, limits_{limits} {}

OrFault<CsvReader> CsvReader::open(std::string bytes, const CsvLimits& limits) {
    return open(std::move(bytes), '\0', limits);
}

OrFault<CsvReader> CsvReader::open(std::string bytes, char delimiter, const CsvLimits& limits) {
    if (static_cast<std::int64_t>(bytes.size()) > limits.file_bytes) return too_large();
    if (bytes.find('\0') != std::string::npos || bytes.rfind("\xff\xfe", 0) == 0 ||
        bytes.rfind("\xfe\xff", 0) == 0)
        return FileFault{"csv_not_text",
                         "The file is not a CSV in UTF-8 or Windows text. Save it as 'CSV UTF-8'."};
    if (bytes.rfind("\xef\xbb\xbf", 0) == 0) bytes.erase(0, 3);
    CsvForm form;
    if (is_mixed(bytes)) {
        bytes = unmixed(bytes, form.mixed_line);
        if (bytes.empty()) return unknown_letters();
    } else if (!is_utf8(bytes)) {
        if (!is_windows_1252(bytes)) return unknown_letters();
        form.windows_1252 = true;
    }
    form.delimiter = delimiter != '\0' ? delimiter : sniffed_delimiter(bytes);
    return CsvReader{std::move(bytes), form, limits};
}

std::optional<FileFault> CsvReader::read_rows(
    const std::function<void(std::int64_t, const std::vector<std::string>&)>& visit) const {
    return walk_rows([&](std::int64_t row, const std::vector<std::string>& fields) {
        visit(row, fields);
        return Walk::go_on;
    });
}

std::optional<FileFault> CsvReader::walk_rows(
    const std::function<Walk(std::int64_t, const std::vector<std::string>&)>& visit,
    const BytesRead& progress) const {
    csv_parser parser;
    if (csv_init(&parser, CSV_REPALL_NL) != 0)
        throw FileError{"The CSV file cannot be read: out of memory."};
    const std::unique_ptr<csv_parser, FreeParser> freed{&parser};
    csv_set_delim(&parser, static_cast<unsigned char>(form_.delimiter));
    csv_set_space_func(&parser, is_no_space);  // blanks around a field are the reader's to judge
    Reading reading{visit, limits_, {}, 0, 0, 0, false, false, {}};
    constexpr std::size_t slice = 65'536;
    std::string text;
    bool after_cr = false;
    QuoteCheck quotes{form_.delimiter};
    for (std::size_t at = 0; at < bytes_.size(); at += slice) {
        const std::string_view piece = std::string_view{bytes_}.substr(at, slice);
        text.clear();
        append_text(piece, form_.windows_1252, after_cr, text);
        if (!quotes.feed(text)) return behind_quote(quotes.row);
        if (csv_parse(&parser, text.data(), text.size(), take_field, take_row, &reading) !=
            text.size())
            return FileFault{"csv_not_text", "The CSV file cannot be read."};
        if (reading.thrown) std::rethrow_exception(reading.thrown);
        if (reading.stopped) return std::nullopt;
        if (reading.too_large || csv_get_buffer_size(&parser) > buffer_max(limits_))
            return too_large();
        if (progress) progress(static_cast<std::int64_t>(at + piece.size()));
    }
    // Strict only now, so that it asks for the closing quote but lets quotes inside of fields pass.
    csv_set_opts(&parser, CSV_REPALL_NL | CSV_STRICT | CSV_STRICT_FINI);
    const int ended = csv_fini(&parser, take_field, take_row, &reading);
    if (reading.thrown) std::rethrow_exception(reading.thrown);
    if (reading.stopped) return std::nullopt;
    if (ended != 0)
        return FileFault{"csv_quote_open",
                         "The quoted field that begins in row " + std::to_string(quotes.opened_in) +
                             " is never closed. Close it, or take its quote out."};
    if (reading.too_large) return too_large();
    return std::nullopt;
}

std::string csv_line(std::span<const std::string> fields) {
    std::string line;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0) line += ',';
        const std::string& field = fields[i];
        if (field.find_first_of(",\"\r\n") == std::string::npos) {
            line += field;
            continue;
        }
        line += '"';
        for (const char c : field) {
            if (c == '"') line += '"';
            line += c;
        }
        line += '"';
    }
    return line + '\n';
}

}  // namespace muster::files
