// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

/// Commands that may be scanned from a card at the hatch. They can only cancel or clear (DOMAIN
/// §5): a label stuck over another can hand nothing out.
namespace muster::app {

enum class CounterCommand { cancel_line, cancel_all, next_officer };

struct CommandCard {
    CounterCommand command;
    std::string code;
    std::string title;
    std::string meaning;
};
const std::vector<CommandCard>& command_cards();
/// Null where the code is no command.
const CommandCard* command_card(const std::string& code);

}  // namespace muster::app
