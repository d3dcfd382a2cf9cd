// SPDX-License-Identifier: MIT
#include "app/screens/basket.hpp"

#include "muster/core/time.hpp"

namespace muster::app {

void Basket::show_details(CounterState& state) const {
    state.giver = pair_.words;
    if (!pair_.words.empty())
        state.basket_notices.push_back(
            {Tone::plain, "In a pair, without an armourer: " + pair_.words +
                              (state.mode == CounterState::Mode::issuing
                                   ? " hands out; both give their own PIN."
                                   : " takes back; both give their own PIN.")});
    if (happened_)
        state.basket_notices.push_back({Tone::warning, "From the paper form, page " + paper_ +
                                                           ": happened " +
                                                           core::uk_time_text(*happened_) + "."});
    if (!note_.empty()) state.basket_notices.push_back({Tone::plain, "Note: " + note_});
}

}  // namespace muster::app
