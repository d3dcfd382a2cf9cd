// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <stdexcept>

#include "muster/app/background.hpp"
#include "muster/app/prompter.hpp"

/// What a window gives a screen, answered from a script.
namespace muster::app::testing {

/// Answers every question as told beforehand; an unexpected one fails the test.
class ScriptedPrompter final : public Prompter {
public:
    std::deque<std::vector<std::string>> answers;  ///< of forms, in order
    std::deque<bool> yes;                          ///< of questions, in order
    std::vector<std::string> asked;                ///< every title, in order

    void ask(const Question& question, std::function<void()> on_yes) override {
        asked.push_back(question.title);
        if (yes.empty()) throw std::logic_error{"unexpected question: " + question.words};
        const bool answer = yes.front();
        yes.pop_front();
        if (answer) on_yes();
    }
    void fill(const Form& form,
              std::function<void(const std::vector<std::string>&)> filled) override {
        asked.push_back(form.title);
        if (answers.empty()) throw std::logic_error{"unexpected form: " + form.title};
        const auto answer = answers.front();
        answers.pop_front();
        filled(answer);
    }
    void tell(const std::string& title, const std::string&) override { asked.push_back(title); }
};

/// Holds work back until the test lets it go on, so that what happens meanwhile can be seen.
class HeldBackground final : public Background {
public:
    void run(Work work, Done done) override {
        pieces_.push_back({std::move(work), std::move(done)});
    }
    void go_on() {
        while (!pieces_.empty()) go_one();
    }
    /// One piece only.
    void go_one() {
        auto [work, done] = std::move(pieces_.front());
        pieces_.pop_front();
        std::exception_ptr thrown;
        try {
            work();
        } catch (const std::exception&) {
            thrown = std::current_exception();
        }
        done(thrown);
    }
    bool is_waiting() const { return !pieces_.empty(); }

private:
    std::deque<std::pair<Work, Done>> pieces_;
};

}  // namespace muster::app::testing
