// SPDX-License-Identifier: MIT
#include <zip.h>

#include <memory>
#include <stdexcept>

#include "muster/files/csv.hpp"
#include "muster/files/zip_archive.hpp"
#include "zip_layout.hpp"

namespace muster::files {

namespace {

struct DosTime {
    std::uint16_t time = 0;
    std::uint16_t date = (1 << 5) | 1;
};

// zip_file_set_mtime would use the local zone of the machine.
DosTime dos_time(core::Instant instant) {
    constexpr std::int64_t ms_per_day = 86'400'000;
    const std::int64_t days = instant.ms / ms_per_day;
    const auto civil = core::civil_of(core::Date{days});
    if (instant.ms < 0 || civil.year < 1980 || civil.year > 2107) return {};
    const std::int64_t seconds = instant.ms % ms_per_day / 1000;
    const auto time = (seconds / 3600) << 11 | (seconds / 60 % 60) << 5 | seconds % 60 / 2;
    const auto date = (civil.year - 1980) << 9 | civil.month << 5 | civil.day;
    return {static_cast<std::uint16_t>(time), static_cast<std::uint16_t>(date)};
}

struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct DiscardZip {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};

[[noreturn]] void cannot() {
    throw FileError{"The ZIP cannot be made: out of memory."};
}

void add_part(zip_t* archive, const std::string& name, const std::string& bytes, bool deflated,
              DosTime time) {
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    if (source == nullptr) cannot();
    const zip_int64_t added = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (added < 0) {
        zip_source_free(source);
        cannot();
    }
    const auto index = static_cast<zip_uint64_t>(added);
    const zip_int32_t method = deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
    constexpr zip_uint32_t plain_file = 0100644U << 16;
    if (zip_set_file_compression(archive, index, method, 9) != 0 ||
        zip_file_set_dostime(archive, index, time.time, time.date, 0) != 0 ||
        zip_file_set_external_attributes(archive, index, 0, ZIP_OPSYS_UNIX, plain_file) != 0)
        cannot();
}

std::string bytes_of(zip_source_t* source) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_open(source) != 0 || zip_source_stat(source, &stat) != 0) cannot();
    std::string bytes(stat.size, '\0');
    const zip_int64_t got = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (got != static_cast<zip_int64_t>(bytes.size())) cannot();
    return bytes;
}

}  // namespace

ZipBuilder::ZipBuilder(core::Instant time) : time_{time} {}

void ZipBuilder::add(std::string name, std::string bytes, Storing storing) {
    if (!unsafe_name_reason(name).empty() || name.back() == '/' || !is_utf8(name) ||
        static_cast<std::int64_t>(name.size()) > ZipLimits{}.name_bytes)
        throw std::logic_error{"unsafe name for a ZIP: " + name};
    for (const auto& part : parts_)
        if (folded_name(part.name) == folded_name(name))
            throw std::logic_error{"a name is twice in a ZIP: " + name};
    parts_.push_back({std::move(name), std::move(bytes), storing});
}

std::string ZipBuilder::bytes() const {
    const std::unique_ptr<zip_source_t, FreeSource> source{
        zip_source_buffer_create(nullptr, 0, 0, nullptr)};
    if (source == nullptr) cannot();
    zip_source_keep(source.get());
    std::unique_ptr<zip_t, DiscardZip> archive{
        zip_open_from_source(source.get(), ZIP_CREATE | ZIP_TRUNCATE, nullptr)};
    if (archive == nullptr) {
        zip_source_free(source.get());
        cannot();
    }
    for (const auto& part : parts_)
        add_part(archive.get(), part.name, part.bytes, part.storing == Storing::deflated,
                 dos_time(time_));
    if (parts_.empty()) throw std::logic_error{"a ZIP without files"};
    if (zip_close(archive.get()) != 0) cannot();
    static_cast<void>(archive.release());
    return bytes_of(source.get());
}

}  // namespace muster::files
