// SPDX-License-Identifier: MIT
#include "muster/files/whole_file.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace muster;
namespace fs = std::filesystem;

namespace {

struct Folder {
    fs::path path = fs::path{MUSTER_BINARY_DIR} / "files_tests_folder";
    Folder() {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~Folder() { fs::remove_all(path); }
};

}  // namespace

TEST_CASE("files: a file is replaced whole, and nothing is left beside it") {
    const Folder folder;
    const std::string path = (folder.path / "a.json").string();
    files::write_file_atomically(path, "old");
    files::write_file_atomically(path, std::string{"new\0", 4});
    CHECK(files::read_file(path) == std::string{"new\0", 4});
    CHECK(std::distance(fs::directory_iterator{folder.path}, fs::directory_iterator{}) == 1);
}

TEST_CASE("files: a file that cannot be read or written says which, and why") {
    const Folder folder;
    const std::string absent = (folder.path / "absent").string();
    CHECK_THROWS_AS(files::read_file(absent), files::FileError);
    CHECK_THROWS_AS(files::read_file(folder.path.string()), files::FileError);
    CHECK_THROWS_AS(files::write_file_atomically(absent + "/x", "y"), files::FileError);
    const std::string path = (folder.path / "five").string();
    files::write_file_atomically(path, "12345");
    CHECK(files::read_file(path, 5) == "12345");
    CHECK_THROWS_AS(files::read_file(path, 4), files::FileTooLarge);
    try {
        files::read_file(absent);
    } catch (const files::FileError& error) {
        CHECK(std::string{error.what()}.find("absent") != std::string::npos);
    }
}

TEST_CASE("files: where the new file cannot take its place, the old one stands") {
    const Folder folder;
    const fs::path taken = folder.path / "taken";
    fs::create_directories(taken / "inside");
    CHECK_THROWS_AS(files::write_file_atomically(taken.string(), "x"), files::FileError);
    CHECK(fs::exists(taken / "inside"));
    CHECK_FALSE(fs::exists(folder.path / "taken.part"));
}
