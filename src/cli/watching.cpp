// SPDX-License-Identifier: MIT
#include "cli/watching.hpp"

#include <csignal>
#include <ostream>

namespace muster::cli {
namespace {

volatile std::sig_atomic_t asked_to_stop = 0;

void ask_to_stop(int) {
    asked_to_stop = 1;
}

constexpr std::chrono::milliseconds quiet_at_first{1'000};
constexpr std::chrono::milliseconds between{250};

}  // namespace

Watching::Watching(std::ostream& err)
    : err_{err}, begun_{std::chrono::steady_clock::now()}, told_{begun_} {
    asked_to_stop = 0;
    before_ = std::signal(SIGINT, ask_to_stop);
}

Watching::~Watching() {
    if (before_ != SIG_ERR) std::signal(SIGINT, before_);
    if (has_told_) err_ << '\n';
}

bool Watching::tell(const std::string& step, std::int64_t done, std::int64_t total, bool rows) {
    const auto now = std::chrono::steady_clock::now();
    if (now - begun_ >= quiet_at_first && now - told_ >= between) {
        const std::int64_t percent = total > 0 ? done * 100 / total : 0;
        const std::string how_far =
            rows ? grouped(done) + " of " + grouped(total) : std::to_string(percent) + " %";
        err_ << '\r' << step << ": " << how_far << "   " << std::flush;
        told_ = now;
        has_told_ = true;
    }
    return asked_to_stop == 0;
}

std::string grouped(std::int64_t number) {
    std::string text = std::to_string(number);
    for (auto at = static_cast<std::int64_t>(text.size()) - 3; at > (number < 0 ? 1 : 0); at -= 3)
        text.insert(static_cast<std::size_t>(at), 1, ',');
    return text;
}

}  // namespace muster::cli
