// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <iosfwd>
#include <string>

namespace muster::cli {

/// Slow work in the foreground: after a second says on `err` how far it has come, and takes Ctrl-C
/// as the wish to stop. One at a time; when it goes Ctrl-C ends the program again.
class Watching {
public:
    explicit Watching(std::ostream& err);
    Watching(const Watching&) = delete;
    Watching& operator=(const Watching&) = delete;
    ~Watching();

    /// Whether to go on. `rows` says that `done` and `total` count rows.
    bool tell(const std::string& step, std::int64_t done, std::int64_t total, bool rows);

private:
    std::ostream& err_;
    std::chrono::steady_clock::time_point begun_;
    std::chrono::steady_clock::time_point told_;
    bool has_told_ = false;
    void (*before_)(int);
};

/// A number with its thousands parted: `12,000`.
std::string grouped(std::int64_t number);

}  // namespace muster::cli
