// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace muster::app {

/// How something stands. A view shows each by colour, picture and word together.
enum class Tone { plain, good, warning, stop };

/// What a screen has to say of the last action; no words, nothing to say.
struct Notice {
    Tone tone = Tone::plain;
    std::string words;
    int said = 0;  ///< counts up where the same is said once more, so that it is heard once more
};

}  // namespace muster::app
