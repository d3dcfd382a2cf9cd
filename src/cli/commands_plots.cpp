// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "muster/app/plots.hpp"

// Plots: each as a table, and with --out as a picture above it.
namespace muster::cli {
namespace {

constexpr double width_mm = 180;
constexpr double height_mm = 90;

using Table = std::vector<std::vector<std::string>>;

Outcome told(Run& run, const std::string& title, const Table& table, const app::Picture& picture) {
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
    Table table{{"at", "what", "balance", "variance", "reference"}};
    for (const auto& step : series.value().steps)
        table.push_back({core::uk_time_text(step.at), "movement", std::to_string(step.balance), "",
                         "#" + std::to_string(step.entry)});
    for (const auto& mark : series.value().marks)
        table.push_back({core::uk_time_text(mark.at), "count", std::to_string(mark.counted),
                         std::to_string(mark.variance()), mark.count});
    return told(run, series.value().title, table,
                app::lay_out_balance(series.value(), width_mm, height_mm));
}

Outcome ages(Run& run) {
    const auto bars = app::discrepancy_ages(*run.ledger, run.viewer);
    if (!bars) return refusal(bars.error());
    Table table{{"age", "number"}};
    for (const app::AgeBar& bar : bars.value())
        table.push_back({bar.words, std::to_string(bar.number)});
    return told(run, "How old the discrepancies are", table,
                app::lay_out_ages(bars.value(), width_mm, height_mm));
}

Outcome coverage(Run& run) {
    const auto cells = app::coverage_cells(*run.ledger);
    if (!cells) return refusal(cells.error());
    Table table{{"location", "quarter", "counts"}};
    for (const app::CoverageCell& cell : cells.value())
        if (!cell.quarter.empty())
            table.push_back({cell.place, cell.quarter, std::to_string(cell.counts)});
    return told(run, "What was counted in which quarter", table,
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
