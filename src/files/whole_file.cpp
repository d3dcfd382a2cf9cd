// SPDX-License-Identifier: MIT
#include "muster/files/whole_file.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#ifdef _WIN32
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace muster::files {

namespace {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using OpenFile = std::unique_ptr<std::FILE, CloseFile>;

[[noreturn]] void fail(const std::string& path, const char* what, int error) {
    throw FileError{"The file " + path + " " + what + ": " + std::strerror(error) + "."};
}

void flush_to_disk(std::FILE* file, const std::string& path) {
    if (std::fflush(file) != 0) fail(path, "cannot be written", errno);
#ifdef _WIN32
    if (_commit(_fileno(file)) != 0) fail(path, "cannot be written", errno);
#else
    if (fsync(fileno(file)) != 0) fail(path, "cannot be written", errno);
#endif
}

// The new name itself is only safe once its folder is on the disk.
void flush_folder(const std::filesystem::path& folder) {
#ifndef _WIN32
    const int descriptor = open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY);
    if (descriptor < 0) return;  // a folder that cannot be opened still holds the renamed file
    fsync(descriptor);
    close(descriptor);
#else
    static_cast<void>(folder);
#endif
}

}  // namespace

std::string read_file(const std::string& path, std::int64_t bytes_max) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        throw FileError{"The file " + path + " cannot be read: it is a folder."};
    OpenFile file{std::fopen(path.c_str(), "rb")};
    if (file == nullptr) fail(path, "cannot be read", errno);
    std::string bytes;
    const auto size = std::filesystem::file_size(path, error);
    if (!error && size <= static_cast<std::uintmax_t>(bytes_max))
        bytes.reserve(static_cast<std::size_t>(size));
    char buffer[65536];
    // Read to the end instead of trusting the stated size: it may grow, or state none at all.
    while (const std::size_t got = std::fread(buffer, 1, sizeof buffer, file.get())) {
        bytes.append(buffer, got);
        if (static_cast<std::int64_t>(bytes.size()) > bytes_max)
            throw FileTooLarge{"The file " + path + " is longer than the limit of " +
                               std::to_string(bytes_max) + " bytes."};
    }
    if (std::ferror(file.get()) != 0) fail(path, "cannot be read", errno);
    return bytes;
}

GrowingFile::GrowingFile(const std::string& path)
    : path_{path}, neighbour_{path + ".part"}, file_{std::fopen(neighbour_.c_str(), "wb")} {
    if (file_ == nullptr) fail(path_, "cannot be written", errno);
}

GrowingFile::~GrowingFile() {
    if (file_ == nullptr) return;
    std::fclose(file_);
    std::error_code ignored;
    std::filesystem::remove(neighbour_, ignored);
}

void GrowingFile::write(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size())
        fail(path_, "cannot be written", errno);
}

void GrowingFile::put_in_place() {
    flush_to_disk(file_, path_);
    std::error_code error;
    std::FILE* file = std::exchange(file_, nullptr);
    const bool closed = std::fclose(file) == 0;
    if (closed) std::filesystem::rename(neighbour_, path_, error);
    if (!closed || error) {
        std::error_code ignored;
        std::filesystem::remove(neighbour_, ignored);
        throw FileError{"The file " + path_ + " cannot be written: " +
                        (error ? error.message() : "closing it failed") + "."};
    }
    flush_folder(std::filesystem::path{path_}.parent_path());
}

void write_file_atomically(const std::string& path, std::string_view bytes) {
    GrowingFile file{path};
    file.write(bytes);
    file.put_in_place();
}

}  // namespace muster::files
