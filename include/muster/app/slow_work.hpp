// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "muster/app/background.hpp"
#include "muster/app/import_register.hpp"

namespace muster::app {

/// How far the work under way has come; `total` is 0 while nobody knows.
struct WorkProgress {
    std::string words;  ///< `Recording 1,200 of 3,000 rows`
    std::int64_t done = 0;
    std::int64_t total = 0;
};

/// A screen's slow work: in the background, watched from the window, and stopped where a person
/// says so or the screen goes. Where the screen has gone nobody is told how it ended.
class SlowWork {
public:
    using Piece = std::function<void(const ImportWatch&)>;

    explicit SlowWork(Background& background);
    ~SlowWork();
    SlowWork(const SlowWork&) = delete;
    SlowWork& operator=(const SlowWork&) = delete;

    /// Runs the piece after those before it; then `done`, on the window's thread.
    void run(const std::string& words, bool may_cancel, Piece piece, Background::Done done);
    /// Asks the work under way to stop.
    void stop();

    bool is_busy() const { return under_way_ > 0; }
    bool may_cancel() const { return is_busy() && may_cancel_; }
    /// Whether a person said stop since the last piece began.
    bool is_stopped() const;
    /// What is being done: `Reading officers.csv`.
    const std::string& words() const { return words_; }
    /// Asked by a clock while it is busy.
    WorkProgress progress() const;

private:
    struct Progress;
    Background& background_;
    std::string words_;
    bool may_cancel_ = false;
    int under_way_ = 0;
    std::shared_ptr<Progress> progress_;
    std::shared_ptr<int> here_ = std::make_shared<int>();
};

}  // namespace muster::app
