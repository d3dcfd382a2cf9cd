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
        // A time or an attribute in a header is no file's content.
        if (verdict.exit_code == 0)
            CHECK(files_of(bytes) == files_of(sound));
        else
            CHECK((verdict.exit_code == 1 || verdict.exit_code == 2));
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
