// SPDX-License-Identifier: MIT
#include "muster/ledger/key_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "muster/ledger/digest.hpp"
#include "muster/ledger/random.hpp"

namespace muster::ledger {

namespace {

[[noreturn]] void fail(const std::filesystem::path& path, const char* what, int reason) {
    throw KeyFileError(path.string() + " " + what + ": " + std::strerror(reason) + ".");
}

/// An open file descriptor.
class OpenFile {
public:
    explicit OpenFile(int descriptor) : descriptor_{descriptor} {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

void write_all(const OpenFile& file, std::string_view content, const std::filesystem::path& path) {
    while (!content.empty()) {
        const ssize_t count = ::write(file.descriptor(), content.data(), content.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail(path, "could not be written", errno);
        content.remove_prefix(static_cast<std::size_t>(count));
    }
    if (::fsync(file.descriptor()) != 0) fail(path, "could not be written to disk", errno);
}

/// Removes a temporary file however its scope ends.
struct Removed {
    std::filesystem::path path;
    ~Removed() { ::unlink(path.c_str()); }
};

void sync_folder_of(const std::filesystem::path& path) {
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
    const OpenFile file{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (file.descriptor() < 0 || ::fsync(file.descriptor()) != 0)
        fail(folder, "could not be written to disk", errno);
}

void write_new_file(const std::filesystem::path& path, std::string_view content, mode_t mode) {
    std::filesystem::path beside = path;
    beside += "." + hex(random_bytes(8)) + ".new";
    const OpenFile file{::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)};
    if (file.descriptor() < 0) fail(path, "could not be written", errno);
    const Removed removed{beside};
    // The process's umask must not decide who may read a key.
    if (::fchmod(file.descriptor(), mode) != 0) fail(path, "could not be protected", errno);
    write_all(file, content, path);
    // A link, unlike a rename, never replaces what is there.
    if (::link(beside.c_str(), path.c_str()) != 0) {
        if (errno == EEXIST) fail(path, "was not overwritten", errno);
        fail(path, "could not be written", errno);
    }
    sync_folder_of(path);
}

std::string read_file(const std::filesystem::path& path, std::size_t bytes_max, bool is_private) {
    // Not blocking, so that a pipe is refused below instead of waited for.
    const OpenFile file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    if (file.descriptor() < 0) fail(path, "could not be read", errno);
    struct stat about {};
    if (::fstat(file.descriptor(), &about) != 0) fail(path, "could not be read", errno);
    if (!S_ISREG(about.st_mode)) throw KeyFileError(path.string() + " is not a regular file.");
    if (is_private && (about.st_mode & 077) != 0)
        throw KeyFileError(path.string() +
                           " can be read by others; give it mode 0600 (chmod 600).");
    std::string content;
    char buffer[16 * 1024];
    while (const ssize_t count = ::read(file.descriptor(), buffer, sizeof buffer)) {
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail(path, "could not be read", errno);
        content.append(buffer, static_cast<std::size_t>(count));
        if (content.size() > bytes_max)
            throw KeyFileError(path.string() + " is larger than " + std::to_string(bytes_max) +
                               " bytes.");
    }
    return content;
}

}  // namespace

void write_private_file(const std::filesystem::path& path, std::string_view content) {
    write_new_file(path, content, 0600);
}

void write_public_file(const std::filesystem::path& path, std::string_view content) {
    write_new_file(path, content, 0644);
}

std::string read_small_file(const std::filesystem::path& path, std::size_t bytes_max) {
    return read_file(path, bytes_max, false);
}

std::string read_private_file(const std::filesystem::path& path, std::size_t bytes_max) {
    return read_file(path, bytes_max, true);
}

}  // namespace muster::ledger
