// SPDX-License-Identifier: MIT
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "fuzz/harness.hpp"

/// What libFuzzer calls. The harness is chosen by `--harness=NAME`, which libFuzzer passes over.
namespace {

const muster::fuzz::Harness* chosen = nullptr;

void print_names() {
    for (const auto& harness : muster::fuzz::harnesses())
        std::printf("%.*s\n", static_cast<int>(harness.name.size()), harness.name.data());
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
    constexpr std::string_view option = "--harness=";
    for (int i = 1; i < *argc; ++i) {
        const std::string_view word{(*argv)[i]};
        if (word == "--list") {
            print_names();
            std::exit(0);
        }
        if (word.substr(0, option.size()) == option)
            chosen = &muster::fuzz::harness_named(word.substr(option.size()));
    }
    if (chosen == nullptr) {
        std::fputs("muster_fuzz --list | --harness=NAME [CORPUS…]\n", stderr);
        std::exit(2);
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    chosen->run({reinterpret_cast<const char*>(data), size});
    return 0;
}
