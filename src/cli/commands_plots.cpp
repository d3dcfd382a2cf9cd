// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "muster/app/plots.hpp"

// Plots: each as a table, and with --out as a picture above it.
namespace muster::cli {
namespace {

constexpr double width_mm = 180;
constexpr double height_mm = 90;

Outcome told(Run& run, const std::string& title, const app::PlotTable& table,
             const app::Picture& picture) {
    Outcome outcome;
    outcome.rows.emplace();
    for (std::size_t i = 1; i < table.size(); ++i) {
        core::Value::Object row;
        std::string line;
        for (std::size_t column = 0; column < table[i].size(); ++column) {
            row.emplace(table[0][column], table[i][column]);
            line += (column == 0 ? "" : "  ") + table[i][column];
        }
        outcome.rows->emplace_back(std::move(row));
        outcome.text.push_back(line);
    }
    if (const auto path = run.words.get("out")) {
        const auto receipt =
            app::export_picture(*run.ledger, run.author, title, picture, table, *path);
        if (!receipt) return refusal(receipt.error());
        put_receipt(outcome, receipt.value());
        outcome.result["file"] = *path;
        outcome.text.push_back("Plot: " + *path);
    }
    return outcome;
}

Outcome balance(Run& run) {
    const auto series = app::balance_series(*run.ledger, run.words.word(0, "a batch's CODE"),
                                            run.words.need("location"), run.viewer);
    if (!series) return refusal(series.error());
    return told(run, series.value().title, app::table_of(series.value()),
                app::lay_out_balance(series.value(), width_mm, height_mm));
}

Outcome ages(Run& run) {
    const auto bars = app::discrepancy_ages(*run.ledger, run.viewer);
    if (!bars) return refusal(bars.error());
    return told(run, "How old the discrepancies are", app::table_of(bars.value()),
                app::lay_out_ages(bars.value(), width_mm, height_mm));
}

Outcome coverage(Run& run) {
    const auto cells = app::coverage_cells(*run.ledger);
    if (!cells) return refusal(cells.error());
    return told(run, "What was counted in which quarter", app::table_of(cells.value()),
                app::lay_out_coverage(cells.value(), width_mm, height_mm));
}

}  // namespace

std::vector<Command> plot_commands() {
    const Option out{"out", "FILE.pdf", "draw it above its table"};
    return {{"plot balance",
             "CODE",
             "A batch's balance at a place as steps, with what counts found there",
             Needs::viewing,
             {{"location", "LOCATION", "the place"}, out},
             balance},
            {"plot discrepancies",
             "",
             "How old the discrepancies are that are not approved",
             Needs::viewing,
             {out},
             ages},
            {"plot coverage",
             "",
             "Which place was counted in which quarter",
             Needs::viewing,
             {out},
             coverage}};
}

}  // namespace muster::cli
