// SPDX-License-Identifier: MIT
#include "muster/files/zip_archive.hpp"

#include <zip.h>

#include <stdexcept>

#include "muster/files/whole_file.hpp"
#include "zip_layout.hpp"

namespace muster::files {

namespace {

struct CloseMember {
    void operator()(zip_file_t* member) const { zip_fclose(member); }
};

FileFault damaged(std::string_view name) {
    return {"zip_member_damaged", quoted_name(name) + " in the ZIP is damaged."};
}

}  // namespace

void ZipArchive::CloseZip::operator()(zip* archive) const {
    zip_discard(archive);
}

ZipArchive::ZipArchive(std::unique_ptr<const std::string> bytes,
                       std::unique_ptr<zip, CloseZip> archive)
    : bytes_{std::move(bytes)}, archive_{std::move(archive)} {}
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

OrFault<ZipArchive> ZipArchive::open(std::string bytes, ZipCare care, const ZipLimits& limits) {
    auto layout = read_zip_layout(bytes, care, limits);
    if (layout.fault() != nullptr) return *layout.fault();
    auto kept = std::make_unique<const std::string>(std::move(bytes));
    const FileFault fault{"zip_not_readable", "The file is not a ZIP that can be read."};
    zip_source_t* source = zip_source_buffer_create(kept->data(), kept->size(), 0, nullptr);
    if (source == nullptr) return fault;
    std::unique_ptr<zip, CloseZip> opened{zip_open_from_source(source, ZIP_RDONLY, nullptr)};
    if (opened == nullptr) {
        zip_source_free(source);
        return fault;
    }
    const auto& entries = layout.value();
    if (zip_get_num_entries(opened.get(), 0) != static_cast<zip_int64_t>(entries.size()))
        return fault;
    ZipArchive archive{std::move(kept), std::move(opened)};
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].is_directory()) continue;
        archive.members_.push_back({entries[i].name, entries[i].size});
        archive.indexes_.push_back(static_cast<std::int64_t>(i));
    }
    return archive;
}

OrFault<ZipArchive> ZipArchive::open_file(const std::string& path, ZipCare care,
                                          const ZipLimits& limits) {
    return open(read_file(path), care, limits);
}

bool ZipArchive::has(std::string_view name) const {
    for (const auto& member : members_)
        if (member.name == name) return true;
    return false;
}

OrFault<std::string> ZipArchive::read(std::string_view name) const {
    std::string bytes;
    const auto fault = read_pieces(name, [&](std::string_view piece) {
        bytes += piece;
        return Walk::go_on;
    });
    if (fault) return *fault;
    return bytes;
}

std::int64_t ZipArchive::size_of(std::string_view name) const {
    for (const auto& member : members_)
        if (member.name == name) return member.size;
    return 0;
}

std::optional<FileFault> ZipArchive::read_pieces(
    std::string_view name, const std::function<Walk(std::string_view)>& take) const {
    std::size_t place = 0;
    while (place < members_.size() && members_[place].name != name) ++place;
    if (place == members_.size())
        return FileFault{"zip_member_missing", "The ZIP lacks " + quoted_name(name) + "."};
    const std::unique_ptr<zip_file_t, CloseMember> member{
        zip_fopen_index(archive_.get(), static_cast<zip_uint64_t>(indexes_[place]), 0)};
    if (member == nullptr) return damaged(name);
    std::int64_t size = 0;
    std::vector<char> buffer(65'536);
    // libzip compares the checksum only when read to the end; a longer stream than declared stops
    // here.
    while (true) {
        const zip_int64_t got = zip_fread(member.get(), buffer.data(), buffer.size());
        if (got < 0 || size + got > members_[place].size) return damaged(name);
        if (got == 0) break;
        size += got;
        if (take({buffer.data(), static_cast<std::size_t>(got)}) == Walk::stop) return std::nullopt;
    }
    if (size != members_[place].size) return damaged(name);
    return std::nullopt;
}

}  // namespace muster::files
