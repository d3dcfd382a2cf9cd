// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "muster/app/labels.hpp"

// What is printed: labels now.
namespace muster::cli {
namespace {

Outcome print_labels(Run& run) {
    app::LabelRequest request;
    request.kind = run.words.word(0, "what the labels are for, KIND");
    request.filter = run.words.get("filter").value_or("");
    request.codes = run.words.all("code");
    request.sheet = run.words.get("sheet").value_or(request.sheet);
    request.symbol = run.words.get("symbol").value_or(request.symbol);
    request.first = run.words.number("first", 1);
    request.viewer = run.viewer;
    const std::string path = run.words.need("out");
    const auto drawn = app::draw_labels(*run.ledger, request);
    if (!drawn) return refusal(drawn.error());
    const app::LabelsReport& report = drawn.value();
    Outcome outcome;
    if (!report.pdf.empty()) {
        const auto receipt = app::export_labels(*run.ledger, run.author, request, report, path);
        if (!receipt) return refusal(receipt.error());
        put_receipt(outcome, receipt.value());
    }
    outcome.exit_code = report.unlabelled.empty() ? 0 : 1;
    outcome.result["labels"] = report.labels;
    outcome.result["pages"] = report.pages;
    outcome.result["next"] = report.next;
    if (!report.pdf.empty()) outcome.result["file"] = path;
    outcome.text.push_back(report.labels == 0 ? std::string{"There is nothing to label."}
                                              : std::to_string(report.labels) + " labels on " +
                                                    std::to_string(report.pages) + " sheets in " +
                                                    path + ". The first label left is number " +
                                                    std::to_string(report.next) +
                                                    ". Print at 100 %, not fitted to the page.");
    core::Value::Array left;
    for (const app::Unlabelled& each : report.unlabelled) {
        left.emplace_back(core::Value::Object{{"thing", each.thing}, {"words", each.words}});
        outcome.text.push_back("No label for " + each.thing + ": " + each.words);
    }
    outcome.result["unlabelled"] = std::move(left);
    return outcome;
}

Outcome list_sheets(Run&) {
    Outcome outcome;
    outcome.rows.emplace();
    for (const app::SheetChoice& sheet : app::label_sheet_choices()) {
        outcome.rows->emplace_back(core::Value::Object{
            {"sheet", sheet.name}, {"words", sheet.words}, {"labels", sheet.labels}});
        outcome.text.push_back(sheet.name + "  " + sheet.words);
    }
    return outcome;
}

}  // namespace

std::vector<Command> paper_commands() {
    return {{"label print",
             "KIND",
             "Print labels of items, batches, officers, locations or commands",
             Needs::viewing,
             {{"out", "FILE.pdf", "where it is written"},
              {"filter", "WORDS", "only what has these words"},
              {"code", "CODE", "only what this names", true},
              {"sheet", "NAME", "the sheet of labels (a4-24); see label sheets"},
              {"symbol", "SYMBOL", "datamatrix (the default), qr or code128"},
              {"first", "N", "the first label of a part-used sheet that is still there"}},
             print_labels},
            {"label sheets", "", "List the sheets of labels", Needs::nothing, {}, list_sheets}};
}

}  // namespace muster::cli
