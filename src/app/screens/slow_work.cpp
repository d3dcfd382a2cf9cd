// SPDX-License-Identifier: MIT
#include "muster/app/slow_work.hpp"

#include <atomic>

#include "muster/app/status_screen.hpp"

namespace muster::app {

// Written by the working thread, read by the window's.
struct SlowWork::Progress {
    std::atomic<const char*> step{""};
    std::atomic<std::int64_t> done{0};
    std::atomic<std::int64_t> total{0};
    std::atomic<bool> rows{false};
    std::atomic<bool> stop{false};
};

SlowWork::SlowWork(Background& background)
    : background_{background}, progress_{std::make_shared<Progress>()} {}

SlowWork::~SlowWork() {
    stop();
}

void SlowWork::run(const std::string& words, bool may_cancel, Piece piece, Background::Done done) {
    progress_ = std::make_shared<Progress>();
    words_ = words;
    may_cancel_ = may_cancel;
    ++under_way_;
    const ImportWatch watch = [progress = progress_](const ImportProgress& now) {
        progress->step = now.step;
        progress->done = now.done;
        progress->total = now.total;
        progress->rows = now.rows;
        return !progress->stop;
    };
    background_.run([piece = std::move(piece), watch] { piece(watch); },
                    [this, done = std::move(done),
                     here = std::weak_ptr{here_}](const std::exception_ptr& thrown) {
                        if (here.expired()) return;
                        --under_way_;
                        done(thrown);
                    });
}

void SlowWork::stop() {
    progress_->stop = true;
}

bool SlowWork::is_stopped() const {
    return progress_->stop;
}

WorkProgress SlowWork::progress() const {
    WorkProgress work{words_, progress_->done, progress_->total};
    const std::string step = progress_->step.load();
    if (!step.empty()) work.words = step;
    if (progress_->rows && work.total > 0)
        work.words += " " + grouped(work.done) + " of " + grouped(work.total) + " rows";
    if (progress_->stop) work.words = "Stopping. Nothing will be changed.";
    return work;
}

}  // namespace muster::app
