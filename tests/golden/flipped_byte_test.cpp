// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "golden/spoiled_pack.hpp"

using namespace muster;
using namespace muster::testing;

namespace {

/// Flips one bit of every file in turn, at three places, and says where that went unnoticed.
void flip_each(const std::string& pack_bytes, const pack::VerifyOptions& options) {
    const auto sound = files_of(pack_bytes);
    for (const auto& [name, bytes] : sound)
        for (const std::size_t at : {std::size_t{0}, bytes.size() / 2, bytes.size() - 1}) {
            auto files = sound;
            std::string& changed = files[name];
            changed[at] = static_cast<char>(changed[at] ^ 1);
            const auto verdict = pack::verify(bytes_of(files), options);
            INFO(name << " at " << at << "\n" << told(verdict));
            CHECK(verdict.exit_code == 1);
            CHECK(names(verdict, name));
        }
}

std::size_t number_at(const std::string& bytes, std::size_t at, std::size_t width) {
    std::size_t value = 0;
    for (std::size_t i = width; i > 0; --i)
        value = value * 256 + static_cast<unsigned char>(bytes[at + i - 1]);
    return value;
}

/// Where the bytes of the container stand: headers, directory and end record.
std::vector<std::size_t> own_bytes(const std::string& zip) {
    std::vector<std::size_t> own;
    const std::size_t directory = number_at(zip, zip.size() - 6, 4);
    std::size_t at = 0;
    while (at < directory) {
        const std::size_t header = 30 + number_at(zip, at + 26, 2);
        const std::size_t stored = number_at(zip, at + 18, 4);
        for (std::size_t i = 0; i < header; ++i) own.push_back(at + i);
        at += header + stored;
    }
    for (at = directory; at < zip.size(); ++at) own.push_back(at);
    return own;
}

}  // namespace

TEST_CASE("golden: one flipped bit of any file of a first pack is a fault that names it") {
    flip_each(golden().first, golden().trusting());
}

TEST_CASE("golden: one flipped bit of any file of a second pack is a fault that names it") {
    auto options = golden().trusting();
    options.against = golden().first;
    flip_each(golden().second, options);
}

TEST_CASE("golden: a flipped byte of the ZIP is sound only where every file inside is the same") {
    const std::string& sound = golden().first;
    const std::size_t step = sound.size() / 150;
    for (std::size_t at = 0; at < sound.size(); at += step) {
        std::string bytes = sound;
        bytes[at] = static_cast<char>(bytes[at] ^ 0x20);
        const auto verdict = pack::verify(bytes, golden().trusting());
        INFO(at << "\n" << told(verdict));
        // A bit that only fills up the last byte of a deflated file is no file's content.
        if (verdict.exit_code == 0)
            CHECK(files_of(bytes) == files_of(sound));
        else
            CHECK((verdict.exit_code == 1 || verdict.exit_code == 2));
    }
}

TEST_CASE("golden: whatever bit of the ZIP's own bytes is flipped, a pack is not sound") {
    const std::string& sound = golden().first;
    const auto own = own_bytes(sound);
    CHECK(own.size() > files_of(sound).size() * (30 + 46) + 22);
    for (const std::size_t at : own)
        for (int bit = 0; bit < 8; ++bit) {
            std::string bytes = sound;
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << bit));
            const auto opened = files::ZipArchive::open(bytes, files::ZipCare::every_byte);
            if (opened.fault() != nullptr) continue;
            // The container holds together; then it is the checks that must find it.
            const auto verdict = pack::verify(bytes, golden().trusting());
            INFO(at << " bit " << bit << "\n" << told(verdict));
            CHECK(verdict.exit_code == 1);
        }
}

TEST_CASE("golden: bytes before, between or behind a pack's files are a fault, not another file") {
    const std::string& sound = golden().first;
    for (const std::string& bytes : {"junk" + sound, sound + "junk", "PK" + sound}) {
        const auto verdict = pack::verify(bytes, golden().trusting());
        INFO(told(verdict));
        CHECK(verdict.exit_code == 1);
        CHECK(failed(verdict) == std::set<int>{1});
    }
}

TEST_CASE("golden: a pack cut anywhere is never sound and never a crash") {
    const std::string& sound = golden().first;
    for (std::size_t part = 0; part < 40; ++part) {
        const auto verdict =
            pack::verify(sound.substr(0, sound.size() * part / 40), golden().trusting());
        CHECK((verdict.exit_code == 1 || verdict.exit_code == 2));
    }
}
