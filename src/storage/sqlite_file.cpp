// SPDX-License-Identifier: MIT
#include "sqlite_file.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <system_error>

#include "migrations.hpp"

#ifdef __linux__
#include <sys/vfs.h>
#endif
#ifndef _WIN32
#include <unistd.h>
#endif

namespace muster::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view sqlite_mark{"SQLite format 3\0", 16};
constexpr std::size_t header_size = 100;

[[noreturn]] void refuse(StorageTrouble kind, const std::string& sentence) {
    throw StorageError{kind, sentence};
}

// Marked read-only counts for everybody: a superuser could write the file, and is not meant to.
bool may_be_written(const fs::path& path) {
    std::error_code error;
    const auto allowed = fs::status(path, error).permissions();
    using fs::perms;
    if (error ||
        (allowed & (perms::owner_write | perms::group_write | perms::others_write)) == perms::none)
        return false;
#ifndef _WIN32
    if (access(path.c_str(), W_OK) != 0) return false;
#endif
    return true;
}

fs::path folder_of(const std::string& path) {
    const fs::path folder = fs::path{path}.parent_path();
    return folder.empty() ? fs::path{"."} : folder;
}

void refuse_network(const fs::path& path, const std::string& shown) {
#ifdef __linux__
    struct statfs where {};
    if (statfs(path.c_str(), &where) == 0 && is_network_file_system(static_cast<std::uint64_t>(
                                                 static_cast<std::uint32_t>(where.f_type))))
        refuse(StorageTrouble::network_path,
               shown +
                   " is on a network drive, where two computers could write at once. Keep the "
                   "ledger on this computer's own disk, or use PostgreSQL.");
#else
    static_cast<void>(path);
    static_cast<void>(shown);
#endif
}

using Header = std::array<unsigned char, header_size>;

std::uint32_t number_in(const Header& header, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = (number << 8U) | header[at + i];
    return number;
}

struct CloseConnection {
    void operator()(sqlite3* connection) const { sqlite3_close(connection); }
};

// Read through SQLite and never by a file of our own: POSIX drops every lock that this process has
// on a file as soon as it closes any descriptor of it. Another program would then think itself
// alone and take the log away under a connection that goes on acknowledging commits.
Header header_of(const std::string& path) {
    sqlite3* opened = nullptr;
    const int outcome = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READONLY, nullptr);
    const std::unique_ptr<sqlite3, CloseConnection> connection{opened};
    sqlite3_file* file = nullptr;
    if (outcome != SQLITE_OK ||
        sqlite3_file_control(opened, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK ||
        file == nullptr || file->pMethods == nullptr)
        refuse(StorageTrouble::other, path + " may not be read by this user.");
    sqlite3_int64 size = 0;
    Header header{};
    const int length = static_cast<int>(header.size());
    if (file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        refuse(StorageTrouble::other, path + " may not be read by this user.");
    // A shorter file leaves noughts behind its end.
    const int read = file->pMethods->xRead(file, header.data(), length, 0);
    if (read != SQLITE_OK && read != SQLITE_IOERR_SHORT_READ)
        refuse(StorageTrouble::other, path + " cannot be read from its disk.");
    if (size == 0) refuse(StorageTrouble::foreign, path + " is empty: it is not a Muster ledger.");
    const std::string_view start{reinterpret_cast<const char*>(header.data()),
                                 std::min(static_cast<std::size_t>(size), sqlite_mark.size())};
    if (start != sqlite_mark) refuse(StorageTrouble::foreign, path + " is not a Muster ledger.");
    if (size < length)
        refuse(StorageTrouble::damaged,
               "The ledger at " + path + " is damaged: it breaks off. Restore it from a backup.");
    return header;
}

}  // namespace

bool is_network_file_system(std::uint64_t type) {
    // From linux/magic.h: NFS, SMB, CIFS, SMB2, FUSE, AFS, AFS (kernel), Coda, NCP, Ceph.
    constexpr std::array<std::uint64_t, 10> network{0x6969,     0x517B,     0xFF534D42, 0xFE534D42,
                                                    0x65735546, 0x5346414F, 0x6B414653, 0x73757245,
                                                    0x564C,     0x00C36400};
    return std::find(network.begin(), network.end(), type) != network.end();
}

SqliteFileUse inspect_sqlite_file(const std::string& path, Access access) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::exists(status)) refuse(StorageTrouble::missing, "There is no ledger at " + path + ".");
    if (!fs::is_regular_file(status))
        refuse(StorageTrouble::foreign, path + " is not a file: it is not a Muster ledger.");
    refuse_network(path, path);
    const Header header = header_of(path);
    if (number_in(header, 68) != sqlite_application)
        refuse(StorageTrouble::foreign,
               path + " is a database of another program, not a Muster ledger.");
    if (number_in(header, 60) > static_cast<std::uint32_t>(newest_migration()))
        refuse(
            StorageTrouble::newer,
            "The ledger at " + path +
                " was made by a newer Muster than this one. Install the newer Muster to open it.");
    if (may_be_written(path) && may_be_written(folder_of(path))) return SqliteFileUse::write;
    if (access == Access::append)
        refuse(StorageTrouble::read_only,
               "The ledger at " + path +
                   ", or its folder, is read-only for this user. It can be "
                   "listed and verified, not written.");
    const auto log_size = fs::file_size(path + "-wal", error);
    return error || log_size == 0 ? SqliteFileUse::read_alone : SqliteFileUse::read;
}

void inspect_new_sqlite_path(const std::string& path) {
    std::error_code error;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"})
        if (fs::exists(fs::symlink_status(path + suffix, error)))
            refuse(StorageTrouble::exists, "There is already something at " + path + suffix +
                                               ". Choose another name; nothing was changed.");
    const fs::path folder = folder_of(path);
    if (!fs::is_directory(folder, error))
        refuse(StorageTrouble::missing, "There is no folder " + folder.string() + ".");
    refuse_network(folder, folder.string());
    if (!may_be_written(folder))
        refuse(StorageTrouble::read_only,
               "The folder " + folder.string() + " is read-only for this user.");
}

}  // namespace muster::storage
