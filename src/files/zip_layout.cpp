// SPDX-License-Identifier: MIT
#include "zip_layout.hpp"

#include <algorithm>
#include <set>

#include "muster/files/csv.hpp"

namespace muster::files {

namespace {

constexpr std::uint32_t local_signature = 0x04034b50;
constexpr std::uint32_t central_signature = 0x02014b50;
constexpr std::uint32_t end_signature = 0x06054b50;
constexpr std::int64_t local_size = 30;
constexpr std::int64_t central_size = 46;
constexpr std::int64_t end_size = 22;
constexpr std::uint32_t only_in_zip64 = 0xffffffff;
constexpr std::uint16_t flag_encrypted = 0x0001;
constexpr std::uint16_t flag_strong_encryption = 0x0040;
constexpr std::uint16_t flags_harmless = 0x0806;  // UTF-8 names, and how hard deflate tried
constexpr std::uint16_t made_by = 0x033f;         // Unix, version 6.3, as ZipBuilder says
constexpr std::uint32_t plain_file = 0100644U << 16;

FileFault not_readable(const std::string& words) {
    return {"zip_not_readable", "The file is not a ZIP that can be read: " + words + "."};
}

std::uint32_t number_at(std::string_view bytes, std::int64_t at, int width) {
    std::uint32_t value = 0;
    for (int i = width - 1; i >= 0; --i)
        value = value << 8 | static_cast<unsigned char>(
                                 bytes[static_cast<std::size_t>(at) + static_cast<std::size_t>(i)]);
    return value;
}

std::uint16_t short_at(std::string_view bytes, std::int64_t at) {
    return static_cast<std::uint16_t>(number_at(bytes, at, 2));
}
std::uint32_t long_at(std::string_view bytes, std::int64_t at) {
    return number_at(bytes, at, 4);
}

std::string_view piece(std::string_view bytes, std::int64_t at, std::int64_t size) {
    return bytes.substr(static_cast<std::size_t>(at), static_cast<std::size_t>(size));
}

/// Where the end record starts, or -1. A comment is only looked for in foreign files.
std::int64_t find_end(std::string_view bytes, ZipCare care) {
    const auto total = static_cast<std::int64_t>(bytes.size());
    const std::int64_t comment_max = care == ZipCare::foreign ? 65'535 : 0;
    for (std::int64_t comment = 0; comment <= comment_max && total - end_size - comment >= 0;
         ++comment) {
        const std::int64_t at = total - end_size - comment;
        if (long_at(bytes, at) == end_signature && short_at(bytes, at + 20) == comment) return at;
    }
    return -1;
}

/// Whether an end record stands further up, so that what follows it was added to a whole ZIP.
bool has_end_before(std::string_view bytes) {
    const auto at = bytes.rfind(std::string_view{"PK\x05\x06", 4});
    return at != std::string_view::npos && bytes.size() - at > static_cast<std::size_t>(end_size);
}

/// Whether the directory describes a member as ZipBuilder does.
bool is_as_built(const ZipEntryLayout& entry) {
    const std::uint16_t needed = entry.method == 0 ? 10 : 20;
    return entry.made_by == made_by && entry.version_needed == needed && entry.disk_and_kind == 0 &&
           entry.attributes == plain_file;
}

class LayoutWalk {
public:
    LayoutWalk(std::string_view bytes, ZipCare care, const ZipLimits& limits)
        : bytes_{bytes}, care_{care}, limits_{limits} {}

    OrFault<std::vector<ZipEntryLayout>> walk();

private:
    std::optional<FileFault> read_directory(std::int64_t end_at);
    std::optional<FileFault> read_central(std::int64_t& at, std::int64_t directory_end);
    std::optional<FileFault> judge(const ZipEntryLayout& entry);
    std::optional<FileFault> judge_sizes(const ZipEntryLayout& entry);
    std::optional<FileFault> judge_local(const ZipEntryLayout& entry);
    std::optional<FileFault> judge_cover() const;

    std::string_view bytes_;
    ZipCare care_;
    ZipLimits limits_;
    std::int64_t directory_at_ = 0;
    std::int64_t total_size_ = 0;
    std::set<std::string> folded_;
    std::vector<ZipEntryLayout> entries_;
    std::vector<std::pair<std::int64_t, std::int64_t>> extents_;
};

std::optional<FileFault> LayoutWalk::judge_sizes(const ZipEntryLayout& entry) {
    total_size_ += entry.size;
    const bool bomb =
        entry.size > limits_.ratio_from_bytes && entry.size / limits_.ratio > entry.stored_size;
    if (entry.size <= limits_.member_bytes && total_size_ <= limits_.total_bytes && !bomb)
        return std::nullopt;
    return FileFault{"zip_too_large",
                     "The file says that it unpacks to more than Muster accepts (" +
                         quoted_name(entry.name) + "). It was not unpacked."};
}

std::optional<FileFault> LayoutWalk::judge(const ZipEntryLayout& entry) {
    if (const std::string reason = unsafe_name_reason(entry.name); !reason.empty())
        return FileFault{"zip_unsafe_name", "The ZIP holds a file whose name " + reason + "."};
    if (static_cast<std::int64_t>(entry.name.size()) > limits_.name_bytes)
        return FileFault{"zip_unsafe_name", "The ZIP holds a file whose name is too long."};
    std::string folded = folded_name(entry.name);
    if (!folded_.insert(std::move(folded)).second)
        return FileFault{"zip_duplicate_name",
                         "The ZIP holds two files named " + quoted_name(entry.name) + "."};
    if ((entry.flags & (flag_encrypted | flag_strong_encryption)) != 0)
        return FileFault{"zip_encrypted", "The ZIP is protected by a password (" +
                                              quoted_name(entry.name) + "). Save it without one."};
    constexpr std::uint32_t type_mask = 0170000;
    constexpr std::uint32_t regular = 0100000;
    constexpr std::uint32_t folder = 0040000;
    const std::uint32_t type = entry.made_by >> 8 == 3 ? entry.attributes >> 16 & type_mask : 0;
    if (type != 0 && type != regular && type != folder)
        return FileFault{"zip_link",
                         "The ZIP holds a link or device (" + quoted_name(entry.name) + ")."};
    if (entry.method != 0 && entry.method != 8)
        return FileFault{"zip_method_unknown", "The ZIP holds a file packed in an unusual way (" +
                                                   quoted_name(entry.name) + ")."};
    if (care_ != ZipCare::foreign && entry.is_directory())
        return FileFault{"zip_stray_bytes",
                         "The ZIP holds a folder entry, which a pack never has."};
    if (care_ == ZipCare::every_byte && !is_as_built(entry))
        return FileFault{"zip_headers_disagree", "The ZIP describes " + quoted_name(entry.name) +
                                                     " otherwise than a pack does."};
    return judge_sizes(entry);
}

std::optional<FileFault> LayoutWalk::judge_local(const ZipEntryLayout& entry) {
    const std::int64_t at = entry.header_at;
    if (at + local_size > directory_at_ || long_at(bytes_, at) != local_signature)
        return not_readable("the header of " + quoted_name(entry.name) + " is missing");
    const std::int64_t name_size = short_at(bytes_, at + 26);
    const std::int64_t data_at = at + local_size + name_size + short_at(bytes_, at + 28);
    if (data_at + entry.stored_size > directory_at_)
        return not_readable(quoted_name(entry.name) + " ends outside of the file");
    if (piece(bytes_, at + local_size, name_size) != entry.name)
        return FileFault{"zip_headers_disagree",
                         "The ZIP has two names for " + quoted_name(entry.name) + "."};
    extents_.emplace_back(at, data_at + entry.stored_size);
    if (care_ == ZipCare::foreign) return std::nullopt;
    const bool agree =
        short_at(bytes_, at + 4) == entry.version_needed &&
        short_at(bytes_, at + 6) == entry.flags && short_at(bytes_, at + 8) == entry.method &&
        long_at(bytes_, at + 10) == entry.moment && long_at(bytes_, at + 14) == entry.crc &&
        long_at(bytes_, at + 18) == entry.stored_size && long_at(bytes_, at + 22) == entry.size &&
        short_at(bytes_, at + 28) == 0 && (entry.flags & ~flags_harmless) == 0;
    if (agree) return std::nullopt;
    return FileFault{"zip_headers_disagree",
                     "The two descriptions of " + quoted_name(entry.name) + " in the ZIP differ."};
}

std::optional<FileFault> LayoutWalk::read_central(std::int64_t& at, std::int64_t directory_end) {
    if (at + central_size > directory_end || long_at(bytes_, at) != central_signature)
        return not_readable("its directory is damaged");
    ZipEntryLayout entry;
    entry.made_by = short_at(bytes_, at + 4);
    entry.version_needed = short_at(bytes_, at + 6);
    entry.flags = short_at(bytes_, at + 8);
    entry.method = short_at(bytes_, at + 10);
    entry.moment = long_at(bytes_, at + 12);
    entry.crc = long_at(bytes_, at + 16);
    entry.stored_size = long_at(bytes_, at + 20);
    entry.size = long_at(bytes_, at + 24);
    entry.disk_and_kind = long_at(bytes_, at + 34);
    entry.attributes = long_at(bytes_, at + 38);
    entry.header_at = long_at(bytes_, at + 42);
    const std::int64_t name_size = short_at(bytes_, at + 28);
    const std::int64_t rest = short_at(bytes_, at + 30) + std::int64_t{short_at(bytes_, at + 32)};
    if (at + central_size + name_size + rest > directory_end)
        return not_readable("its directory is damaged");
    entry.name = piece(bytes_, at + central_size, name_size);
    if (entry.size == only_in_zip64 || entry.stored_size == only_in_zip64 ||
        entry.header_at == only_in_zip64)
        return FileFault{"zip_too_large",
                         "The ZIP is of the 64-bit kind, which Muster does not read."};
    if (care_ != ZipCare::foreign && rest != 0)
        return FileFault{"zip_stray_bytes",
                         "The ZIP has notes beside " + quoted_name(entry.name) + "."};
    at += central_size + name_size + rest;
    if (auto fault = judge(entry)) return fault;
    if (auto fault = judge_local(entry)) return fault;
    entries_.push_back(std::move(entry));
    return std::nullopt;
}

std::optional<FileFault> LayoutWalk::read_directory(std::int64_t end_at) {
    const std::int64_t count = short_at(bytes_, end_at + 10);
    const std::int64_t size = long_at(bytes_, end_at + 12);
    directory_at_ = long_at(bytes_, end_at + 16);
    if (long_at(bytes_, end_at + 4) != 0 || short_at(bytes_, end_at + 8) != count)
        return not_readable("it is one part of several");
    const std::int64_t shifted = end_at - size;
    if (care_ != ZipCare::foreign && shifted > directory_at_ && size >= central_size &&
        long_at(bytes_, shifted) == central_signature)
        return FileFault{"zip_stray_bytes", "Something stands before the first file of the ZIP."};
    if (directory_at_ + size != end_at)
        return not_readable("its directory is not where it should be");
    if (count > limits_.members)
        return FileFault{"zip_too_large", "The ZIP holds more files than Muster accepts."};
    std::int64_t at = directory_at_;
    for (std::int64_t i = 0; i < count; ++i)
        if (auto fault = read_central(at, end_at)) return fault;
    if (at != end_at) return not_readable("its directory is damaged");
    return std::nullopt;
}

/// Overlapping members are refused always; in packs every byte belongs to one.
std::optional<FileFault> LayoutWalk::judge_cover() const {
    auto extents = extents_;
    if (care_ == ZipCare::foreign) std::sort(extents.begin(), extents.end());
    std::int64_t covered = 0;
    for (const auto& [from, to] : extents) {
        if (from < covered) return not_readable("files in it overlap");
        if (from > covered && care_ != ZipCare::foreign)
            return FileFault{"zip_stray_bytes",
                             "The ZIP holds bytes that belong to no file in it."};
        covered = to;
    }
    if (care_ != ZipCare::foreign && covered != directory_at_)
        return FileFault{"zip_stray_bytes", "The ZIP holds bytes that belong to no file in it."};
    return std::nullopt;
}

OrFault<std::vector<ZipEntryLayout>> LayoutWalk::walk() {
    const std::int64_t end_at = find_end(bytes_, care_);
    if (end_at < 0 && care_ != ZipCare::foreign && has_end_before(bytes_))
        return FileFault{"zip_stray_bytes", "Something was added behind the end of the ZIP."};
    if (end_at < 0) return not_readable("it has no end record, or something follows it");
    if (auto fault = read_directory(end_at)) return *fault;
    if (auto fault = judge_cover()) return *fault;
    return std::move(entries_);
}

bool is_part_unsafe(std::string_view part) {
    return part.empty() || part == "." || part == "..";
}

}  // namespace

OrFault<std::vector<ZipEntryLayout>> read_zip_layout(std::string_view bytes, ZipCare care,
                                                     const ZipLimits& limits) {
    return LayoutWalk{bytes, care, limits}.walk();
}

std::string unsafe_name_reason(std::string_view name) {
    if (name.empty()) return "is empty";
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7f) return "holds a control character";
        if (c == '\\') return "holds a backslash";
        if (c == ':') return "holds a colon";
    }
    if (name.back() == '/') name.remove_suffix(1);
    if (name.empty() || name.front() == '/') return "starts at the root";
    while (true) {
        const auto slash = name.find('/');
        if (is_part_unsafe(name.substr(0, slash))) return "leads to another folder";
        if (slash == std::string_view::npos) return {};
        name.remove_prefix(slash + 1);
    }
}

std::string quoted_name(std::string_view name) {
    constexpr std::size_t shown_max = 200;
    constexpr char digits[] = "0123456789abcdef";
    const auto is_plain = [](char c) { return c >= 0x20 && c < 0x7f; };
    const bool control = std::any_of(name.begin(), name.end(), [&](char c) {
        return static_cast<unsigned char>(c) < 0x80 && !is_plain(c);
    });
    if (name.size() <= shown_max && !control && is_utf8(name)) return "'" + std::string{name} + "'";
    std::string shown;
    for (const char c : name.substr(0, shown_max)) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_plain(c))
            shown += c;
        else
            shown += {'\\', 'x', digits[byte >> 4], digits[byte & 15]};
    }
    return "'" + shown + (name.size() > shown_max ? "…'" : "'");
}

std::string folded_name(std::string_view name) {
    std::string folded{name};
    for (char& c : folded)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return folded;
}

}  // namespace muster::files
