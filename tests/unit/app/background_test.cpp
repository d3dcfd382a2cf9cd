// SPDX-License-Identifier: MIT
#include "muster/app/background.hpp"

#include <doctest/doctest.h>

#include <deque>
#include <future>
#include <mutex>
#include <stdexcept>

using namespace muster::app;

namespace {

/// The window's thread: calls wait here until the test runs them.
struct Posted {
    std::mutex mutex;
    std::condition_variable something;
    std::deque<std::function<void()>> calls;

    WorkerThread::Post post() {
        return [this](std::function<void()> call) {
            {
                const std::lock_guard lock{mutex};
                calls.push_back(std::move(call));
            }
            something.notify_one();
        };
    }
    void run_one() {
        std::function<void()> call;
        {
            std::unique_lock lock{mutex};
            something.wait(lock, [&] { return !calls.empty(); });
            call = std::move(calls.front());
            calls.pop_front();
        }
        call();
    }
};

}  // namespace

TEST_CASE("background: work runs in order on another thread, and its end is told on this one") {
    Posted window;
    WorkerThread worker{window.post()};
    const auto here = std::this_thread::get_id();
    std::vector<int> order;
    for (const int piece : {1, 2, 3})
        worker.run(
            [&, piece] {
                if (std::this_thread::get_id() != here) order.push_back(piece);
            },
            [&](const std::exception_ptr& thrown) {
                CHECK_FALSE(thrown);
                const bool told_here = std::this_thread::get_id() == here;
                CHECK(told_here);
            });
    for (int piece = 0; piece < 3; ++piece) window.run_one();
    CHECK(order == std::vector<int>{1, 2, 3});
}

TEST_CASE("background: what the work throws reaches the window") {
    Posted window;
    WorkerThread worker{window.post()};
    std::string words;
    worker.run([] { throw std::runtime_error{"the disk is full"}; },
               [&](const std::exception_ptr& thrown) {
                   REQUIRE(thrown);
                   try {
                       std::rethrow_exception(thrown);
                   } catch (const std::runtime_error& error) {
                       words = error.what();
                   }
               });
    window.run_one();
    CHECK(words == "the disk is full");
}

TEST_CASE("background: ending waits for the piece under way") {
    Posted window;
    std::promise<void> begun, go_on;
    bool finished = false;
    auto worker = std::make_unique<WorkerThread>(window.post());
    worker->run(
        [&] {
            begun.set_value();
            go_on.get_future().wait();
            finished = true;
        },
        [](const std::exception_ptr&) { FAIL("nobody is there to be told"); });
    begun.get_future().wait();
    auto ending = std::async(std::launch::async, [&] { worker.reset(); });
    go_on.set_value();
    ending.wait();
    CHECK(finished);
}
