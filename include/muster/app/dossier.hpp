// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "muster/app/movement_form.hpp"
#include "muster/app/plots.hpp"
#include "muster/app/table.hpp"

namespace muster::app {

/// One thing that is known: `Holder`, `Rack 2`.
struct Known {
    std::string id;
    std::string label;
    std::string words;
    Tone tone = Tone::plain;
};

/// A table of a dossier. A row leads to what `keys` has for it; an empty key leads nowhere.
struct DossierTable {
    std::string id;
    std::string title;
    std::string empty_words;  ///< what is said where it has no rows
    std::shared_ptr<Table> table;
    std::vector<std::string> keys;
};

/// A plot, laid out for as much room as there is. A table of the same dossier says it in figures.
struct DossierPlot {
    std::string id;
    std::string title;
    std::function<Picture(double width, double height)> lay_out;
};

/// A paper that can be saved as a PDF.
struct DossierPaper {
    std::string id;
    std::string label;      ///< on its button
    std::string file_name;  ///< suggested
};

/// Everything known of one item, officer, batch, movement or case in words, and what the person
/// who looks may do about it. What they may not do is not in it.
struct Dossier {
    std::string id;  ///< of what it is about
    std::string title;
    std::string subtitle;
    std::vector<Notice> notices;  ///< what must not be overlooked
    std::vector<Known> known;
    std::vector<DossierPlot> plots;
    std::vector<DossierTable> tables;
    std::vector<MovementForm> forms;
    std::vector<DossierPaper> papers;
};

}  // namespace muster::app
