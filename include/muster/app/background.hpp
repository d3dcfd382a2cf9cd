// SPDX-License-Identifier: MIT
#pragma once

#include <exception>
#include <functional>
#include <memory>

/// Slow work away from the window's thread.
namespace muster::app {

/// Runs work one piece after another, in the order given.
class Background {
public:
    using Work = std::function<void()>;
    /// Called on the window's thread; what the work threw, or null.
    using Done = std::function<void(const std::exception_ptr&)>;

    virtual ~Background() = default;
    virtual void run(Work work, Done done) = 0;
};

/// A Background with a thread of its own.
///
/// Its destructor waits for the piece of work under way and drops the others; no `done` is posted
/// afterwards.
class WorkerThread final : public Background {
public:
    /// Brings a call to the window's thread.
    using Post = std::function<void(std::function<void()>)>;

    explicit WorkerThread(Post post);
    ~WorkerThread() override;
    void run(Work work, Done done) override;

private:
    struct Queue;
    std::unique_ptr<Queue> queue_;
};

}  // namespace muster::app
