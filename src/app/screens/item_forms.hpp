// SPDX-License-Identifier: MIT
#pragma once

#include "app/screens/desk.hpp"
#include "muster/app/movements.hpp"
#include "muster/core/case_facts.hpp"
#include "muster/core/codes.hpp"

/// What the forms about one item share.
namespace muster::app {

/// A form about one item, without its fields.
inline MovementForm item_form(const Desk& desk, const core::Item& item, const char* id,
                              const char* label, const char* verb, const char* words,
                              const char* done) {
    MovementForm form;
    form.id = id;
    form.label = label;
    form.title = std::string{verb} + " " + core::item_words(desk.facts, item.key);
    form.words = words;
    form.done = done;
    return form;
}

/// What comes back of the case the item is away under; `import` where an import left it away
/// without one.
inline CaseReturnRequest item_back(const core::Item& item, const FormAnswers& answers) {
    CaseReturnRequest request;
    request.number = item.under.empty() ? "import" : item.under.value;
    request.things.items = {item.key};
    request.to = answers.given("to");
    request.second = answers.given("second");
    request.note = answers.given("note");
    request.details = answers.details();
    return request;
}

}  // namespace muster::app
