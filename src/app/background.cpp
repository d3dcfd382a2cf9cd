// SPDX-License-Identifier: MIT
#include "muster/app/background.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace muster::app {

struct WorkerThread::Queue {
    struct Piece {
        Work work;
        Done done;
    };
    Post post;
    std::mutex mutex;
    std::condition_variable something;
    std::deque<Piece> pieces;
    bool ending = false;
    std::thread thread;

    void work_on() {
        for (;;) {
            Piece piece;
            {
                std::unique_lock lock{mutex};
                something.wait(lock, [&] { return ending || !pieces.empty(); });
                if (ending) return;
                piece = std::move(pieces.front());
                pieces.pop_front();
            }
            std::exception_ptr thrown;
            try {
                piece.work();
            } catch (...) {
                thrown = std::current_exception();
            }
            // What the work holds is let go on this thread, before anybody hears that it ended.
            piece.work = nullptr;
            const std::lock_guard lock{mutex};
            if (ending) return;
            post([done = std::move(piece.done), thrown] { done(thrown); });
        }
    }
};

WorkerThread::WorkerThread(Post post) : queue_{std::make_unique<Queue>()} {
    queue_->post = std::move(post);
    queue_->thread = std::thread{[queue = queue_.get()] { queue->work_on(); }};
}

WorkerThread::~WorkerThread() {
    {
        const std::lock_guard lock{queue_->mutex};
        queue_->ending = true;
    }
    queue_->something.notify_one();
    queue_->thread.join();
}

void WorkerThread::run(Work work, Done done) {
    {
        const std::lock_guard lock{queue_->mutex};
        queue_->pieces.push_back({std::move(work), std::move(done)});
    }
    queue_->something.notify_one();
}

}  // namespace muster::app
