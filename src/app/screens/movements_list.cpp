// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/custody_rows.hpp"
#include "app/screens/desk.hpp"
#include "app/screens/movement_row.hpp"
#include "muster/app/listing.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/app/thing_list.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/movement_line.hpp"
#include "muster/storage/ledger_store.hpp"
#include "muster/storage/lists.hpp"

/// The list of movements. There may be ten million: it is read backwards in pieces, and a search
/// that finds little stops after so many lines and says how far it has come.
namespace muster::app {
namespace {

constexpr std::int64_t piece_lines = 1'000;
constexpr std::int64_t lines_looked_through = 50'000;

/// What a person typed to narrow the list, as what it names.
struct Wanted {
    storage::MovementFilter filter;
    std::string holder;  ///< a location
    std::string words;   ///< what names nothing is looked for in purposes and references
    core::EntryNumber number = 0;
    std::string kind;
    std::optional<core::Date> day;
};

Wanted wanted_of(storage::Transaction& tx, const core::Facts& facts, const ThingAsk& ask) {
    Wanted wanted;
    wanted.kind = ask.filters.at("kind");
    wanted.day = typed_date(ask.filters.at("day"));
    if (ask.text.empty()) return wanted;
    if (ask.text.front() == '#') {
        std::string digits;
        for (const char c : ask.text)
            if (c >= '0' && c <= '9' && digits.size() < 15) digits += c;
        wanted.number = digits.empty() ? -1 : std::stoll(digits);
        return wanted;
    }
    wanted.filter.officer = storage::officer_by_collar(tx, ask.text).value_or("");
    if (!wanted.filter.officer.empty()) return wanted;
    const auto found = core::things_called(facts, ask.text);
    if (found.empty())
        wanted.words = core::normal_code(ask.text);
    else if (found.front().thing.starts_with("l-"))
        wanted.holder = found.front().thing;
    else
        wanted.filter.subject = found.front().thing;
    return wanted;
}

bool matches(const core::Facts& facts, const Wanted& wanted, const core::MovementLine& line) {
    if (wanted.number != 0 && line.entry != wanted.number) return false;
    if (!wanted.kind.empty() && line.kind != wanted.kind) return false;
    if (wanted.day && core::uk_date(line.recorded_at) != *wanted.day) return false;
    if (!wanted.holder.empty() && line.from.value != wanted.holder &&
        line.to.value != wanted.holder)
        return false;
    if (wanted.words.empty()) return true;
    for (const std::string& text : {line.purpose, line.reference})
        if (core::normal_code(text).find(wanted.words) != std::string::npos) return true;
    return core::normal_code(core::subject_words(facts, line.subject)).find(wanted.words) !=
           std::string::npos;
}

// Entries stand in the order they were recorded, so that a day is found by halving.
core::EntryNumber first_after(storage::Transaction& tx, core::Date day) {
    const auto head = storage::head(tx);
    core::EntryNumber low = 1;
    core::EntryNumber high = head ? head->number + 1 : 1;
    while (low < high) {
        const core::EntryNumber middle = low + (high - low) / 2;
        const auto entry = storage::entry(tx, middle);
        const auto recorded =
            entry ? core::instant_of(entry->recorded_at) : std::optional<core::Instant>{};
        if (recorded && core::uk_date(*recorded) > day)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

storage::MovementKey key_of(const std::string& text) {
    const auto dot = text.find('.');
    if (dot == std::string::npos) return {};
    return {std::stoll(text.substr(0, dot)), std::stoll(text.substr(dot + 1))};
}

std::string text_of(const storage::MovementKey& key) {
    return std::to_string(key.entry) + "." + std::to_string(key.line);
}

ThingRow row_of(const core::Facts& facts, const core::MovementLine& line) {
    const bool late = line.recorded_at.ms != line.happened_at.ms;
    return {std::to_string(line.entry),
            Tone::plain,
            {"#" + grouped(line.entry), movement_when(line), movement_kind_words(line.kind),
             core::subject_words(facts, line.subject), grouped(line.quantity),
             holder_or_nothing(facts, line.from), holder_or_nothing(facts, line.to),
             movement_detail(facts, line), core::user_words(facts, line.by.value),
             late ? movement_recorded(line) : ""}};
}

storage::MovementKey beginning(storage::Transaction& tx, const Wanted& wanted,
                               const std::string& after) {
    if (!after.empty()) return key_of(after);
    if (wanted.number > 0) return {wanted.number + 1, 0};
    if (wanted.day) return {first_after(tx, *wanted.day), 0};
    return {};
}

ThingPage page_of(storage::Transaction& tx, const core::Facts& facts, const ThingAsk& ask) {
    const Wanted wanted = wanted_of(tx, facts, ask);
    ThingPage page;
    if (wanted.number < 0) return page;
    storage::MovementKey before = beginning(tx, wanted, ask.after);
    for (std::int64_t looked = 0; looked < lines_looked_through;) {
        const auto lines = storage::movements_before(tx, wanted.filter, before, piece_lines);
        for (const core::MovementLine& line : lines) {
            const bool past = (wanted.number > 0 && line.entry < wanted.number) ||
                              (wanted.day && core::uk_date(line.recorded_at) < *wanted.day);
            if (past) return page;
            if (matches(facts, wanted, line)) page.rows.push_back(row_of(facts, line));
            before = {line.entry, line.line};
            if (std::ssize(page.rows) < ask.limit) continue;
            page.next = text_of(before);
            return page;
        }
        if (std::ssize(lines) < piece_lines) return page;
        looked += std::ssize(lines);
    }
    page.next = text_of(before);
    page.words = "Looked back to #" + grouped(before.entry) + "; Older looks further";
    return page;
}

std::vector<Choice> kinds() {
    std::vector<Choice> choices;
    for (const char* kind : {"receive",        "issue",  "return",   "transfer", "send",
                             "arrive",         "expend", "loan_out", "loan_in",  "loan_back",
                             "give_back",      "hold",   "release",  "defect",   "maintenance_out",
                             "maintenance_in", "fit",    "swap",     "seize",    "seizure_back",
                             "missing",        "lose",   "recover",  "assign",   "unassign",
                             "give_up",        "keep",   "dispose",  "correct",  "noted",
                             "stopped"})
        choices.push_back({kind, movement_kind_words(kind)});
    return choices;
}

}  // namespace

ThingListUseCases movements_list(std::shared_ptr<Session> session) {
    ThingListUseCases use;
    use.id = "movements";
    use.spoken = "Movements";
    use.search_label = "Tag, batch, collar, place, #number or words";
    use.columns = {{"Number", 9},
                   {"Happened", 16},
                   {"What happened", 18},
                   {"Of what", 26},
                   {"Quantity", 9},
                   {"From", 18},
                   {"To", 18},
                   {"Reference", 22},
                   {"By", 12},
                   {"Recorded later", 16}};
    use.filters = {{"kind", "Kind", kinds(), "", "All"}, {"day", "Recorded on", {}, "", ""}};
    use.one = "line";
    use.many = "lines";
    use.empty_words = "Nothing has moved yet.";
    use.page = [session](const ThingAsk& ask) -> core::Result<ThingPage> {
        std::optional<core::Refused> no;
        ThingPage page;
        session->reading->read([&](storage::Transaction& tx, const core::Facts& facts) {
            no = refuse_blind(facts, session->author.user);
            if (!no) page = page_of(tx, facts, ask);
        });
        if (no) return std::move(*no);
        return page;
    };
    return use;
}

}  // namespace muster::app
