// SPDX-License-Identifier: MIT
#include "cli/movement_words.hpp"

/// Maintenance, parts, personal issue, seizures, holds, losses, disposal.
namespace muster::cli {
namespace {

using namespace movement_option;

app::MaintenanceRequest maintenance_request(const Run& run, const char* words_option) {
    app::MaintenanceRequest request;
    request.items = run.words.all("item");
    request.to = run.words.get("to");
    request.workshop = run.words.get("with");
    request.words = run.words.get(words_option).value_or("");
    request.due = date_of(run.words, "due");
    request.signed_by = run.words.get("fit-by");
    request.reference = run.words.get("reference").value_or("");
    request.details = details_of(run);
    return request;
}

Outcome maintain(Run& run) {
    const Words& words = run.words;
    if (words.has("faulty"))
        return movement(
            run, app::report_defect(*run.ledger, run.author, maintenance_request(run, "defect")),
            "Marked defective");
    if (words.has("out"))
        return movement(
            run,
            app::send_to_maintenance(*run.ledger, run.author, maintenance_request(run, "defect")),
            "Out to maintenance");
    app::MaintenanceRequest request = maintenance_request(run, "work");
    request.due = date_of(words, "next");
    if (words.has("in"))
        return movement(run,
                        app::take_from_maintenance(*run.ledger, run.author, request, run.secrets),
                        "In from maintenance");
    if (!words.has("fit"))
        throw app::UsageError{"Which step? maintain --faulty, --out, --in or --fit"};
    return movement(run, app::sign_fit(*run.ledger, run.author, request, run.secrets),
                    "Signed fit for issue");
}

Outcome swap(Run& run) {
    const app::SwapRequest request{run.words.need("host"),  run.words.get("fit"),
                                   run.words.get("remove"), run.words.get("to"),
                                   run.words.get("note"),   details_of(run)};
    return movement(run, app::swap_part(*run.ledger, run.author, request), "Changed");
}

Outcome assign(Run& run) {
    return movement(run,
                    app::assign(*run.ledger, run.author, run.words.need("item"),
                                run.words.need("to"), details_of(run)),
                    "Set aside");
}

Outcome unassign(Run& run) {
    return movement(
        run, app::assign(*run.ledger, run.author, run.words.need("item"), {}, details_of(run)),
        "No longer set aside");
}

app::CaseReturnRequest case_return(const Run& run, const std::string& number,
                                   const char* words_option) {
    app::CaseReturnRequest request;
    request.number = number;
    request.things = {run.words.all("item"), quantities_of(run.words, "batch"), {}};
    request.to = run.words.get("to");
    request.words = run.words.get(words_option).value_or("");
    request.second = run.words.get("second");
    request.note = run.words.get("note");
    request.details = details_of(run);
    return request;
}

Outcome seize(Run& run) {
    const Words& words = run.words;
    if (const auto number = words.get("back"))
        return movement(run,
                        app::end_seizure(*run.ledger, run.author,
                                         case_return(run, *number, "authority"), run.secrets),
                        "Back from the seizure");
    app::SeizureRequest request;
    request.things = {words.all("item"), quantities_of(words, "batch"), words.get("location")};
    request.collar = words.get("from");
    request.exhibit = words.get("exhibit").value_or("");
    request.seal = words.get("seal").value_or("");
    request.receiver = words.get("receiver").value_or("");
    request.place = words.get("place");
    request.review = date_of(words, "review");
    request.reference = words.get("reference").value_or("");
    request.second = words.get("second");
    request.note = words.get("note");
    request.details = details_of(run);
    return movement(run, app::seize(*run.ledger, run.author, request, run.secrets), "Seized");
}

Outcome hold(Run& run) {
    const Words& words = run.words;
    const app::HoldRequest request{words.need("reason"),
                                   words.all("item"),
                                   words.all("batch"),
                                   words.get("model"),
                                   words.get("serial-from").value_or(""),
                                   words.get("serial-to").value_or(""),
                                   words.get("notice").value_or(""),
                                   words.get("note"),
                                   details_of(run)};
    return movement(run, app::place_hold(*run.ledger, run.author, request), "Held");
}

Outcome release(Run& run) {
    const Words& words = run.words;
    const auto code = words.has("item") ? words.get("item") : words.get("batch");
    if (!code || (words.has("item") && words.has("batch")))
        throw app::UsageError{"Release one thing at a time: --item CODE or --batch CODE."};
    return movement(run,
                    app::release_hold(*run.ledger, run.author, *code, words.number("hold", 0),
                                      words.get("inspection").value_or(""), details_of(run)),
                    "Released");
}

Outcome missing(Run& run) {
    const Words& words = run.words;
    if (const auto outcome = words.get("outcome"))
        return movement(run,
                        app::decide_loss(*run.ledger, run.author, words.word(0, "the loss N"),
                                         *outcome, words.get("reference").value_or(""),
                                         words.get("reason").value_or(""), details_of(run)),
                        "Decided");
    return movement(run,
                    app::report_missing(*run.ledger, run.author, things_of(words),
                                        words.get("circumstances").value_or(""), details_of(run)),
                    "Reported missing");
}

Outcome recover(Run& run) {
    return movement(
        run,
        app::recover(*run.ledger, run.author,
                     case_return(run, run.words.word(0, "the loss N"), "where"), run.secrets),
        "Recovered");
}

Outcome dispose(Run& run) {
    const Words& words = run.words;
    if (words.has("mark") || words.has("keep"))
        return movement(run,
                        app::mark_disposal(*run.ledger, run.author, words.all("item"),
                                           words.has("keep"), words.get("reason").value_or(""),
                                           words.get("approver"), run.secrets, details_of(run)),
                        words.has("keep") ? "Kept after all" : "Marked for disposal");
    if (words.all("witness").size() > 2)
        throw app::UsageError{"Disposal takes two witnesses: --witness A --witness B"};
    const app::DisposalRequest request{things_of(words),
                                       words.get("method").value_or("destroyed"),
                                       words.get("certificate").value_or(""),
                                       words.all("witness"),
                                       words.get("note"),
                                       details_of(run)};
    return movement(run, app::dispose(*run.ledger, run.author, request, run.secrets),
                    "Disposed of");
}

Command maintain_command() {
    return {"maintain",
            "",
            "Maintenance: report a defect, out, in, and sign fit for issue",
            Needs::commit,
            {{"faulty", nullptr, "it stays where it is, defective until signed fit"},
             {"out", nullptr, "out --to a bench of ours, or --with a workshop"},
             {"in", nullptr, "in again; it waits to be signed fit"},
             {"fit", nullptr, "signed fit, by another than who took it in"},
             item,
             {"defect", "WORDS", "what is wrong, or to be done; kept private"},
             {"work", "WORDS", "what was done; kept private"},
             {"to", "LOCATION", "the bench; of --in the place, else its home"},
             {"with", "WORDS", "the workshop"},
             {"due", "DATE", "back by then"},
             {"fit-by", "USER", "who signs it fit; they give their own secret"},
             {"next", "DATE", "day of the next inspection"},
             {"reference", "REF", "inspection sheet"},
             happened,
             paper},
            maintain};
}

Command seize_command() {
    return {"seize",
            "",
            "Seize items and rounds as found, or take them back",
            Needs::commit,
            {item,
             batch,
             {"from", "COLLAR", "the officer who had it"},
             {"location", "LOCATION", "or where rounds were taken from"},
             {"exhibit", "NUMBER", "exhibit number"},
             {"seal", "NUMBER", "number of the seal"},
             {"receiver", "NAME", "who took it; kept private"},
             {"place", "LOCATION", "an evidence cage of ours"},
             {"review", "DATE", "looked at again then; else as policy says"},
             {"reference", "REF", "of the incident"},
             {"back", "N", "what comes back of seizure N; `import`: of one before this ledger"},
             {"to", "LOCATION", "where that is put"},
             {"authority", "REF", "the investigator's release"},
             second,
             happened,
             paper,
             note},
            seize};
}

std::vector<Command> hold_commands() {
    return {
        {"hold",
         "",
         "Hold things from issue whatever their status, or a whole range of serials",
         Needs::commit,
         {{"reason", "WORD", "evidence, pip, recall or unsafe"},
          item,
          {"batch", "CODE", "a batch", true},
          {"model", "MODEL", "all items of a model, with a range of serials"},
          {"serial-from", "SERIAL", "first of the range"},
          {"serial-to", "SERIAL", "last of the range"},
          {"notice", "REF", "technical notice"},
          happened,
          paper,
          note},
         hold},
        {"release",
         "",
         "Release one thing from one hold, after its own inspection",
         Needs::commit,
         {{"item", "CODE", "an item"},
          {"batch", "CODE", "a batch"},
          {"hold", "N", "the entry that placed the hold, where there are several"},
          {"inspection", "REF", "reference of its own inspection"},
          happened,
          paper},
         release},
    };
}

std::vector<Command> loss_commands() {
    return {
        {"missing",
         "[N]",
         "Report things missing; or decide that what loss N lacks is lost or stolen",
         Needs::commit,
         {item,
          batch,
          {"from", "HOLDER", "where, or with which officer, quantities were"},
          {"circumstances", "WORDS", "what is known; kept private"},
          {"outcome", "WORD", "lost or stolen"},
          {"reference", "REF", "crime or report reference"},
          {"reason", "WORDS", "why; kept private"},
          happened,
          paper},
         missing},
        {"recover",
         "N",
         "What loss N lacked is here again (`import`: what was missing before this ledger)",
         Needs::commit,
         {item,
          batch,
          {"to", "LOCATION", "where it is put"},
          {"where", "WORDS", "where and how it was found; kept private"},
          second,
          happened,
          paper,
          note},
         recover},
    };
}

}  // namespace

std::vector<Command> custody_commands() {
    const Option one{"item", "CODE", "an item: tag, MODEL/SERIAL or serial"};
    std::vector<Command> all{
        maintain_command(),
        {"swap",
         "",
         "Change a part with a serial of its own on an item",
         Needs::commit,
         {{"host", "CODE", "the item"},
          {"fit", "CODE", "the part that is mounted"},
          {"remove", "CODE", "the part that is taken off"},
          {"to", "LOCATION", "where that goes; else to its home"},
          happened,
          paper,
          note},
         swap},
        {"assign",
         "",
         "Set an item aside as an officer's personal weapon; that issues nothing",
         Needs::commit,
         {one, {"to", "COLLAR", "the officer"}, happened, paper},
         assign},
        {"unassign",
         "",
         "An item is nobody's personal weapon any more",
         Needs::commit,
         {one, happened, paper},
         unassign},
        seize_command(),
        {"dispose",
         "",
         "Mark for disposal with an approver; then dispose of before two witnesses",
         Needs::commit,
         {{"mark", nullptr, "mark items, which an approver allows"},
          {"keep", nullptr, "keep marked items after all"},
          item,
          batch,
          {"from", "LOCATION", "the quarantine that quantities are taken from"},
          {"reason", "WORDS", "why; kept private"},
          {"approver", "USER", "who approves; they give their own secret"},
          {"method", "WORDS", "destroyed (default), sold, transferred"},
          {"certificate", "REF", "reference of the certificate"},
          {"witness", "USER", "a witness, twice; they give their own secret", true},
          happened,
          paper,
          note},
         dispose}};
    for (auto family : {hold_commands(), loss_commands()})
        all.insert(all.end(), family.begin(), family.end());
    return all;
}

}  // namespace muster::cli
