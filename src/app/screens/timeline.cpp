// SPDX-License-Identifier: MIT
#include <map>

#include "app/custody_rows.hpp"
#include "app/screens/desk.hpp"
#include "app/screens/movement_row.hpp"
#include "app/screens/written_table.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/core/codes.hpp"
#include "muster/storage/lists.hpp"

namespace muster::app {
namespace {

constexpr std::int64_t timeline_rows_max = 200;

}  // namespace

std::string movement_kind_words(const std::string& kind) {
    static const std::map<std::string, std::string> words{{"receive", "Received"},
                                                          {"issue", "Issued"},
                                                          {"return", "Returned"},
                                                          {"transfer", "Moved"},
                                                          {"send", "Sent on its way"},
                                                          {"arrive", "Arrived"},
                                                          {"expend", "Used up"},
                                                          {"assign", "Set aside"},
                                                          {"unassign", "No longer set aside"},
                                                          {"loan_out", "Lent"},
                                                          {"loan_in", "Borrowed"},
                                                          {"give_back", "Given back"},
                                                          {"loan_back", "Back from loan"},
                                                          {"defect", "Reported defective"},
                                                          {"maintenance_out", "Out to maintenance"},
                                                          {"maintenance_in", "In from maintenance"},
                                                          {"fit", "Signed fit"},
                                                          {"swap", "Part changed"},
                                                          {"seize", "Seized"},
                                                          {"seizure_back", "Back from seizure"},
                                                          {"hold", "Held"},
                                                          {"release", "Released"},
                                                          {"missing", "Reported missing"},
                                                          {"lose", "Decided lost or stolen"},
                                                          {"recover", "Recovered"},
                                                          {"give_up", "Marked for disposal"},
                                                          {"keep", "Kept after all"},
                                                          {"dispose", "Disposed of"},
                                                          {"correct", "Corrected"},
                                                          {"noted", "Noted from elsewhere"},
                                                          {"stopped", "Issue stopped"}};
    const auto found = words.find(kind);
    return found == words.end() ? capital(core::status_words(kind)) : found->second;
}

std::string movement_when(const core::MovementLine& line) {
    return core::uk_time_text(line.happened_at);
}

std::string movement_recorded(const core::MovementLine& line) {
    return line.recorded_at.ms == line.happened_at.ms ? std::string{}
                                                      : core::uk_time_text(line.recorded_at);
}

std::string movement_detail(const core::Facts& facts, const core::MovementLine& line) {
    std::string words = core::status_words(line.purpose);
    if (line.kind == "correct" && line.purpose != "register")
        words += " of #" + line.reference;
    else if (!line.reference.empty())
        words += (words.empty() ? "" : ", ") + line.reference;
    if (const auto by = corrected_by(facts, line.entry))
        words += std::string{words.empty() ? "" : ", "} + "corrected by #" + grouped(*by);
    return words;
}

std::string holder_or_nothing(const core::Facts& facts, const core::HolderId& holder) {
    return holder.empty() ? std::string{} : core::holder_words(facts, holder.value);
}

DossierTable timeline(const Desk& desk, const std::string& subject, const std::string& officer) {
    auto table = std::make_shared<WrittenTable>(
        std::vector<TableColumn>{{"Number", 9},
                                 {"Happened", 16},
                                 {"What", 18},
                                 {subject.empty() ? "Of what" : "From", 22},
                                 {subject.empty() ? "Quantity" : "To", subject.empty() ? 9 : 22},
                                 {"Reference", 24},
                                 {"Recorded by", 14},
                                 {"Recorded later", 16}},
        false);
    DossierTable history{"history", "Movements, newest first", "Nothing has moved yet.", table, {}};
    std::vector<WrittenTable::Row> rows;
    const auto lines =
        storage::movements_before(desk.tx, {subject, officer}, {}, timeline_rows_max);
    for (const core::MovementLine& line : lines) {
        const bool thing = !subject.empty();
        rows.push_back(
            {Tone::plain,
             {"#" + grouped(line.entry), movement_when(line), movement_kind_words(line.kind),
              thing ? holder_or_nothing(desk.facts, line.from)
                    : core::subject_words(desk.facts, line.subject),
              thing ? holder_or_nothing(desk.facts, line.to) : std::to_string(line.quantity),
              movement_detail(desk.facts, line), core::user_words(desk.facts, line.by.value),
              movement_recorded(line)}});
        history.keys.push_back(std::to_string(line.entry));
    }
    if (std::ssize(lines) == timeline_rows_max)
        history.title = "The latest 200 movements, newest first; Movements has all of them";
    table->set(std::move(rows));
    return history;
}

}  // namespace muster::app
