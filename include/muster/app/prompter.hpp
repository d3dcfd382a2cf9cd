// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

/// Questions to the person at the window, so that a test can answer them from a script.
namespace muster::app {

/// One of a list: a code and its words.
struct Choice {
    std::string code;
    std::string title;
};

/// A yes-or-no question. `yes` and `no` are the words on the buttons, never "OK".
struct Question {
    std::string title;
    std::string words;
    std::string yes;
    std::string no;
};

/// One field of a form: free text, a secret, or one of `choices`.
struct FormField {
    std::string id;  ///< stable, for assistive tools and tests
    std::string label;
    std::string initial;
    bool secret = false;
    std::vector<Choice> choices;
};

/// A few fields that are asked for together.
struct Form {
    std::string title;
    std::string words;
    std::vector<FormField> fields;
    std::string done;  ///< the words on the button that finishes it
};

/// Asks a person. An answer comes later, on the window's thread; where the person declines, the
/// callback is never called.
class Prompter {
public:
    virtual ~Prompter() = default;
    /// Calls `yes` where the answer is yes.
    virtual void ask(const Question& question, std::function<void()> yes) = 0;
    /// Gives one answer per field, in their order; of a choice its code.
    virtual void fill(const Form& form,
                      std::function<void(const std::vector<std::string>&)> filled) = 0;
    /// Tells something longer than a notice, and waits for nothing.
    virtual void tell(const std::string& title, const std::string& words) = 0;
};

}  // namespace muster::app
