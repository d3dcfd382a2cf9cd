// SPDX-License-Identifier: MIT
#pragma once

#include "app/screens/desk.hpp"

/// What is done to several things in one act: seized after an incident, held by a technical notice.
namespace muster::app {

/// A seizure of `item` and what is named beside it, or only of that where it is empty.
MovementForm seizure_form(const Desk& desk, MovementForm form, const std::string& item);
/// The same for several, from the page of movements.
MovementForm seize_several_form(const Desk& desk);
/// A hold on every weapon of a model between two serials.
MovementForm hold_range_form(const Desk& desk);
std::vector<Choice> hold_reasons();
/// Fields `items` and `batches`, one a line.
void add_things(MovementForm& form, const char* items_hint);
/// The models whose weapons have serials.
std::vector<Choice> models_with_serials(const Desk& desk);

}  // namespace muster::app
