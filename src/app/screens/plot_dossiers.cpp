// SPDX-License-Identifier: MIT
#include "app/screens/oversight_forms.hpp"
#include "app/screens/written_table.hpp"
#include "muster/app/plots.hpp"

/// A plot on a page of its own, and beside it the table that says the same.
namespace muster::app {
namespace {

constexpr double paper_width_mm = 180;
constexpr double paper_height_mm = 90;

struct Plotted {
    std::string title;
    std::function<Picture(double width, double height)> lay_out;
    PlotTable table;
};

template <class Series>
Plotted plotted(std::string title, const Series& series,
                Picture (*lay_out)(const Series&, double, double)) {
    return {
        std::move(title),
        [series, lay_out](double width, double height) { return lay_out(series, width, height); },
        table_of(series)};
}

core::Result<Plotted> plot_of(OpenLedger& ledger, const std::string& id,
                              const core::UserId& viewer) {
    if (id == "plot ages") {
        const auto bars = discrepancy_ages(ledger, viewer);
        if (!bars) return bars.error();
        return plotted("How old the discrepancies are", bars.value(), lay_out_ages);
    }
    if (id == "plot coverage") {
        const auto cells = coverage_cells(ledger);
        if (!cells) return cells.error();
        return plotted("What was counted in which quarter", cells.value(), lay_out_coverage);
    }
    constexpr std::string_view balance = "plot balance ";
    const auto blank = id.rfind(' ');
    if (!id.starts_with(balance) || blank < balance.size())
        return core::refused(core::Refusal::code_unknown, id, {{"code", id}});
    const auto series = balance_series(ledger, id.substr(balance.size(), blank - balance.size()),
                                       id.substr(blank + 1), viewer);
    if (!series) return series.error();
    return plotted(series.value().title, series.value(), lay_out_balance);
}

}  // namespace

core::Result<Dossier> plot_dossier(const Desk& desk, const std::string& id) {
    auto made = plot_of(*desk.session->open_reading(), id, desk.session->author.user);
    if (!made) return made.error();
    Plotted& plot = made.value();
    Dossier dossier;
    dossier.id = id;
    dossier.title = plot.title;
    dossier.subtitle = "Plot, with its table";
    std::vector<TableColumn> columns;
    for (const std::string& title : plot.table.front()) columns.push_back({capital(title), 24});
    auto table = std::make_shared<WrittenTable>(std::move(columns), false);
    std::vector<WrittenTable::Row> rows;
    for (auto line = plot.table.begin() + 1; line != plot.table.end(); ++line)
        rows.push_back({Tone::plain, *line});
    table->set(std::move(rows));
    dossier.plots.push_back({"plot", plot.title, std::move(plot.lay_out)});
    dossier.tables.push_back({"figures", "The same in figures", "Nothing to show.", table, {}});
    dossier.papers.push_back({"plot", "Save as PDF...", "plot.pdf"});
    return dossier;
}

core::Result<std::string> save_plot(Session& session, const std::string& id,
                                    const std::string& path) {
    const auto made = plot_of(*session.reading, id, session.author.user);
    if (!made) return made.error();
    const Plotted& plot = made.value();
    const auto saved =
        export_picture(*session.ledger, session.author, plot.title,
                       plot.lay_out(paper_width_mm, paper_height_mm), plot.table, path);
    if (!saved) return saved.error();
    return "It is saved, and that it was is recorded. Print it from " + path + ".";
}

}  // namespace muster::app
