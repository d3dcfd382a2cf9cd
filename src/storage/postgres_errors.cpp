// SPDX-License-Identifier: MIT
#ifdef MUSTER_POSTGRES

#include "postgres_errors.hpp"

namespace muster::storage {
namespace {

bool begins_with(const std::string& text, const char* prefix) {
    return text.rfind(prefix, 0) == 0;
}

/// The server's first line, without libpq's `ERROR:`.
std::string first_line(const std::string& words) {
    std::string line = words.substr(0, words.find('\n'));
    constexpr std::string_view mark{"ERROR:"};
    if (begins_with(line, mark.data())) line.erase(0, line.find_first_not_of(' ', mark.size()));
    return line;
}

}  // namespace

std::string without_password(const std::string& address) {
    std::string shown = address;
    const std::size_t begin = shown.find("://");
    if (begin == shown.npos) return shown;
    const std::size_t end = shown.find_first_of("/?", begin + 3);
    const std::size_t at = shown.rfind('@', end);
    const std::size_t colon = shown.find(':', begin + 3);
    if (at != shown.npos && at > begin && colon < at) shown.erase(colon, at - colon);
    const std::size_t word = shown.find("password=");
    if (word != shown.npos) {
        const std::size_t value = word + 9;
        const std::size_t stop = shown.find('&', value);
        shown.replace(value, stop == shown.npos ? stop : stop - value, "…");
    }
    return shown;
}

StorageError postgres_error(const pqxx::sql_error& error, const std::string& shown) {
    const std::string& state = error.sqlstate();
    const std::string ledger = "The ledger at " + shown;
    const auto say = [&](StorageTrouble kind, const std::string& words) {
        return StorageError{kind, words, error.what()};
    };
    if (state == "55P03" || state == "40P01")
        return say(StorageTrouble::locked,
                   ledger +
                       " is being written by another program, which did not finish in time. "
                       "Nothing was saved; try again.");
    if (state == "25006")
        return say(StorageTrouble::read_only,
                   ledger + " may be read here but not written. Nothing was saved.");
    if (state == "42501")
        return say(StorageTrouble::read_only,
                   "This user of the server lacks a right that the ledger at " + shown +
                       " needs: " + first_line(error.what()) + ".");
    if (state == "53100")
        return say(StorageTrouble::full, "There is no room left on the server's disk for " +
                                             ledger +
                                             ". Nothing was saved; make room and try again.");
    if (begins_with(state, "23"))
        return say(StorageTrouble::refused,
                   ledger + " refused a change: " + first_line(error.what()) + ".");
    if (state == "25P03" || begins_with(state, "57") || begins_with(state, "08"))
        return say(StorageTrouble::other, "The server ended the connection to " + ledger +
                                              ". Nothing was saved; try again.");
    if (state == "42P01" || state == "42703" || begins_with(state, "XX"))
        return say(StorageTrouble::damaged, ledger + " is damaged. Restore it from a backup: " +
                                                first_line(error.what()) + ".");
    return say(StorageTrouble::other,
               ledger + " cannot be used: " + first_line(error.what()) + ".");
}

StorageError postgres_error(const pqxx::broken_connection& error, const std::string& shown) {
    const std::string words = error.what();
    if (words.find("does not exist") != words.npos)
        return StorageError{StorageTrouble::missing,
                            "There is no database or user as " + shown + " names them.", words};
    return StorageError{StorageTrouble::other,
                        "The server of " + shown + " cannot be reached, or ended the connection.",
                        words};
}

StorageError postgres_error(const pqxx::in_doubt_error& error, const std::string& shown) {
    return StorageError{StorageTrouble::other,
                        "The connection to " + shown +
                            " broke while saving: whether it was saved is not known. Repeat the "
                            "same request; it will not be saved twice.",
                        error.what()};
}

}  // namespace muster::storage

#endif
