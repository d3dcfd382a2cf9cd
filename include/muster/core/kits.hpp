// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "muster/core/counter_facts.hpp"
#include "muster/core/entries/counter.hpp"

namespace muster::core {

/// One line of a kit, and what of a basket fills it. A serial is never guessed: only what was
/// scanned fills a line.
struct KitNeed {
    KitLine line;
    std::int64_t filled = 0;
    bool is_open() const { return filled < line.quantity; }
};

/// How a basket fills kits: every line of every kit drawn, in order, and the subjects that fill
/// each kit. Lines that name a model choose before those that take any of a category; nothing fills
/// two lines.
struct KitFilling {
    std::vector<KitNeed> needs;
    std::vector<KitDrawn> drawn;
};
KitFilling fill_kits(const Facts& facts, const std::vector<KitDrawn>& kits,
                     const std::vector<ItemLine>& items, const std::vector<StockLine>& stock);

/// What a kit's line asks for, in words: `pistol`, `2 of Pistol magazine`; of a line that is partly
/// filled, the rest.
std::string kit_line_words(const Facts& facts, const KitLine& line, std::int64_t quantity);
/// The open lines of one kit in words, divided by commas.
std::string open_kit_words(const Facts& facts, const std::vector<KitNeed>& needs, const KitId& kit);

}  // namespace muster::core
