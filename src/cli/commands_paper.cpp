// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "muster/app/emergency.hpp"
#include "muster/app/labels.hpp"
#include "muster/app/receipts.hpp"

// What is printed: labels, and the lists for the day that the program is down.
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

Outcome print_emergency_lists(Run& run) {
    app::EmergencyRequest request;
    request.blank_pages = run.words.number("blank-pages", request.blank_pages);
    request.viewer = run.viewer;
    const std::string path = run.words.need("out");
    const auto paper = app::draw_emergency_lists(*run.ledger, request);
    if (!paper) return refusal(paper.error());
    const auto receipt = app::export_emergency_lists(*run.ledger, run.author, paper.value(), path,
                                                     run.words.get("encrypt-to"));
    Outcome outcome = recorded(receipt, "Emergency lists: " + path + ".");
    if (outcome.refused) return outcome;
    outcome.result["file"] = path;
    outcome.result["first_page"] = paper.value().first_page;
    outcome.result["last_page"] = paper.value().last_page;
    if (run.words.has("encrypt-to"))
        outcome.text.push_back("To open it: openssl cms -decrypt -inform DER -in " + path +
                               " -inkey KEY.pem -out lists.pdf");
    return outcome;
}

Outcome show_receipt(Run& run) {
    const auto number =
        quantity_of(run.words.word(0, "a movement's number N"), "receipt takes a number");
    const auto shown = app::show_movement(*run.ledger, number, run.viewer);
    if (!shown) return refusal(shown.error());
    const app::MovementShown& movement = shown.value();
    Outcome outcome;
    outcome.text = {movement.title + " " + std::to_string(movement.number),
                    movement.happened + "  " + movement.officer + "  by " + movement.by +
                        (movement.second.empty() ? "" : ", second person " + movement.second)};
    if (!movement.recorded.empty())
        outcome.text.push_back("Recorded later, " + movement.recorded +
                               (movement.paper.empty() ? "" : ", from page " + movement.paper));
    if (!movement.confirmed.empty()) outcome.text.push_back("Confirmed: " + movement.confirmed);
    for (const app::MovementShown::Circumstance& each : movement.circumstances)
        outcome.text.push_back(each.label + ": " + each.words);
    core::Value::Array lines;
    for (const app::MovementShown::Line& line : movement.lines) {
        outcome.text.push_back(line.quantity + "  " + line.subject + "  " + line.from + " to " +
                               line.to);
        lines.emplace_back(core::Value::Object{{"subject", line.subject},
                                               {"quantity", line.quantity},
                                               {"from", line.from},
                                               {"to", line.to}});
    }
    outcome.text.push_back(movement.short_form);
    core::Value::Array circumstances;
    for (const app::MovementShown::Circumstance& each : movement.circumstances)
        circumstances.emplace_back(
            core::Value::Object{{"label", each.label}, {"words", each.words}});
    outcome.result = {{"number", movement.number},     {"title", movement.title},
                      {"happened", movement.happened}, {"recorded", movement.recorded},
                      {"paper", movement.paper},       {"circumstances", std::move(circumstances)},
                      {"officer", movement.officer},   {"by", movement.by},
                      {"second", movement.second},     {"confirmed", movement.confirmed},
                      {"short", movement.short_form},  {"lines", std::move(lines)}};
    if (const auto path = run.words.get("pdf")) {
        app::save_receipt(*run.ledger, movement, *path);
        outcome.result["file"] = *path;
        outcome.text.push_back("Receipt: " + *path);
    }
    return outcome;
}

}  // namespace

std::vector<Command> paper_commands() {
    return {{"label print",
             "KIND",
             "Print labels of items, batches, officers, locations, kits or commands",
             Needs::viewing,
             {{"out", "FILE.pdf", "where it is written"},
              {"filter", "WORDS", "only what has these words"},
              {"code", "CODE", "only what this names", true},
              {"sheet", "NAME", "the sheet of labels (a4-24); see label sheets"},
              {"symbol", "SYMBOL", "datamatrix (the default), qr or code128"},
              {"first", "N", "the first label of a part-used sheet that is still there"}},
             print_labels},
            {"emergency lists",
             "",
             "Print who holds what, who may draw what, what lies where, and blank pages",
             Needs::viewing,
             {{"out", "FILE.pdf", "where it is written"},
              {"blank-pages", "N", "numbered pages to fill in by hand (10)"},
              {"encrypt-to", "CERT.pem", "encrypt it to this certificate, as CMS"}},
             print_emergency_lists},
            {"receipt",
             "N",
             "Show a movement's receipt again",
             Needs::viewing,
             {{"pdf", "FILE.pdf", "draw it, for the officer to keep"}},
             show_receipt},
            {"label sheets", "", "List the sheets of labels", Needs::nothing, {}, list_sheets}};
}

}  // namespace muster::cli
