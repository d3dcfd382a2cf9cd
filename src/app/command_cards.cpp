// SPDX-License-Identifier: MIT
#include "muster/app/command_cards.hpp"

#include <algorithm>

namespace muster::app {

const std::vector<CommandCard>& command_cards() {
    static const std::vector<CommandCard> cards{
        {CounterCommand::cancel_line, "C-CANCEL-LINE", "CANCEL LINE", "Takes the last line out"},
        {CounterCommand::cancel_all, "C-CANCEL-ALL", "CANCEL ALL", "Drops the whole basket"},
        {CounterCommand::next_officer, "C-NEXT-OFFICER", "NEXT OFFICER",
         "Clears the counter where no basket is open"},
    };
    return cards;
}

const CommandCard* command_card(const std::string& code) {
    const auto& cards = command_cards();
    const auto found = std::find_if(cards.begin(), cards.end(),
                                    [&](const CommandCard& card) { return card.code == code; });
    return found == cards.end() ? nullptr : &*found;
}

}  // namespace muster::app
