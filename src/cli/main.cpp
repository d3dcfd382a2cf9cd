// SPDX-License-Identifier: MIT
#include <iostream>
#include <string>
#include <vector>

#include "cli/cli.hpp"

int main(int count, char** words) {
    std::ios::sync_with_stdio(false);
    const int result = muster::cli::run({words + 1, words + count}, std::cout, std::cerr);
    std::cout.flush();
    return std::cout.good() ? result : 4;
}
