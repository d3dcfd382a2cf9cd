// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include "import_stage.hpp"

namespace muster::app::testing {

/// The Import screen over an invented workbook.
struct ImportDesk : ImportStage {
    ImportScreen screen{use(), background, prompter};

    /// With the file read and its one unsure column settled.
    void at_faults() {
        unsure = false;
        screen.choose_file("/tmp/stock.xlsx");
        background.go_on();
        screen.next();
        screen.next();
        REQUIRE(screen.state().step == ImportState::Step::faults);
    }
    void at_import() {
        at_faults();
        screen.skip_faulty(true);
        screen.next();
        background.go_on();
        REQUIRE(screen.state().step == ImportState::Step::import);
    }
    std::string row(Table& table, std::int64_t at) const {
        std::string cells;
        for (std::size_t column = 0; column < table.columns().size(); ++column)
            cells += (column == 0 ? "" : "|") + table.cell(at, column);
        return cells;
    }
};

}  // namespace muster::app::testing
