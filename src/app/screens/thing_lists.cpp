// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/screens/desk.hpp"
#include "app/screens/listing_rows.hpp"
#include "muster/app/listing.hpp"
#include "muster/app/movements.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/app/thing_list.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/people_facts.hpp"

/// The lists of officers, of munitions and of what is away.
namespace muster::app {
namespace {

using Object = core::Value::Object;

constexpr std::int64_t asked_at_once = 1'000;

ListRequest request_of(const Session& session, const ThingAsk& ask) {
    ListRequest request;
    request.filter = ask.text;
    request.after = ask.after;
    request.limit = asked_at_once;
    request.viewer = session.author.user;
    return request;
}

using Lister = core::Result<Listing> (*)(OpenLedger&, const ListRequest&);
using MakeRow = std::function<ThingRow(const core::Facts&, const Object&)>;

// A list that is filtered after it was read may give a page without rows: then it reads on.
core::Result<ThingPage> page_of(const Session& session, const ThingAsk& ask, Lister list,
                                const MakeRow& row) {
    ThingPage page;
    ListRequest request = request_of(session, ask);
    do {
        auto listing = list(*session.reading, request);
        if (!listing) return std::move(listing).error();
        session.reading->read([&](storage::Transaction&, const core::Facts& facts) {
            for (const core::Value& value : listing.value().rows)
                page.rows.push_back(row(facts, *value.object()));
        });
        page.next = listing.value().next;
        request.after = page.next.value_or("");
    } while (page.next && page.rows.empty());
    return page;
}

std::string list_words(const Object& row, const char* name) {
    std::string words;
    const auto found = row.find(name);
    if (found == row.end() || found->second.array() == nullptr) return words;
    for (const core::Value& each : *found->second.array())
        if (each.text() != nullptr) words += (words.empty() ? "" : ", ") + hold_words(*each.text());
    return words;
}

// --- officers ----------------------------------------------------------------------------------

std::string class_title(const core::Facts& facts, const std::string& code) {
    const auto reference = facts.find<core::Reference>("class/" + code);
    return reference ? reference->title : code;
}

ThingRow officer_row(const core::Facts& facts, const Object& row, core::Date today) {
    std::string words;
    bool suspended = false;
    bool in_force = false;
    for (const auto& held : facts.all<core::Authorisation>(text_of(row, "officer") + "/")) {
        suspended = suspended || held.suspended;
        in_force = in_force || (!held.suspended && held.from <= today && today <= held.to);
        const std::string state = held.suspended    ? "suspended: see CFI"
                                  : held.to < today ? "ended " + core::people_text(held.to)
                                                    : "to " + core::people_text(held.to);
        words += (words.empty() ? "" : "; ") + class_title(facts, held.weapon_class) + " " + state;
    }
    const bool active = row.at("active").truth() != nullptr && *row.at("active").truth();
    const std::string rank = text_of(row, "rank");
    const auto title = facts.find<core::Reference>("rank/" + rank);
    const std::string state = !active     ? "Leaver"
                              : suspended ? "Suspended"
                              : in_force  ? "May draw"
                                          : "May draw nothing";
    return {text_of(row, "officer"),
            !active || suspended ? Tone::stop
            : in_force           ? Tone::good
                                 : Tone::plain,
            {state, text_of(row, "collar"), text_of(row, "name"), title ? title->title : rank,
             text_of(row, "unit"), words.empty() ? "none" : words}};
}

// --- munitions ---------------------------------------------------------------------------------

ThingRow batch_row(const Object& row, core::Date today) {
    const auto last = core::date_of(text_of(row, "expiry"));
    const std::string holds = list_words(row, "holds");
    const bool expired = last && *last < today;
    const std::string state = !holds.empty() ? "On hold" : expired ? "Expired" : "In use";
    const std::int64_t box = number_of(row, "box_size");
    return {text_of(row, "batch"),
            !holds.empty() || expired ? Tone::stop : Tone::good,
            {state, text_of(row, "model"), text_of(row, "batch_number"),
             capital(text_of(row, "use")), last ? core::people_text(*last) : "no expiry",
             grouped(number_of(row, "quantity")), box > 0 ? grouped(box) : "", holds}};
}

// What has no number is not among the batches: it follows them on their last page.
void add_counted(const Session& session, const ThingAsk& ask, ThingPage& page) {
    session.reading->read([&](storage::Transaction&, const core::Facts& facts) {
        std::map<std::string, std::int64_t> totals;
        for (const core::Balance& balance : facts.all<core::Balance>())
            if (balance.stock.value.starts_with("m-"))
                totals[balance.stock.value] += balance.quantity;
        const std::string wanted = core::normal_code(ask.text);
        for (const core::Model& model : facts.all<core::Model>()) {
            if (model.tracking != "counted") continue;
            if (core::normal_code(model.name).find(wanted) == std::string::npos) continue;
            page.rows.push_back(
                {model.key,
                 Tone::plain,
                 {"Counted", model.name, "", "", "", grouped(totals[model.key]), "", ""}});
        }
    });
}

// --- what is away ------------------------------------------------------------------------------

const char* away_words(const std::string& sort) {
    if (sort == "consignment") return "On its way";
    if (sort == "loan_out") return "Lent";
    if (sort == "loan_in") return "Borrowed";
    if (sort == "repair") return "At a workshop";
    if (sort == "seizure") return "Seized";
    return "Missing";
}

ThingRow away_row(const Object& row) {
    const std::string sort = text_of(row, "sort");
    const bool loan = sort.starts_with("loan");
    const bool* acknowledged = row.at("acknowledged").truth();
    const bool one_sided = loan && acknowledged != nullptr && !*acknowledged;
    const bool* late = row.at("overdue").truth();
    const std::string state = text_of(row, "state");
    const bool overdue = late != nullptr && *late && state == "open";
    const std::string with =
        !text_of(row, "other").empty() ? text_of(row, "other") : text_of(row, "to");
    // What a register said when it was imported: nobody has recorded why, or until when.
    const bool imported = text_of(row, "case") == "import";
    std::string shown = overdue                                ? "OVERDUE"
                        : imported                             ? "From a register"
                        : one_sided                            ? "Not acknowledged"
                        : state == "lost" || state == "stolen" ? capital(state)
                                                               : "Open";
    return {text_of(row, imported ? "subject_id" : "case"),
            overdue                 ? Tone::stop
            : one_sided || imported ? Tone::warning
                                    : Tone::plain,
            {shown, away_words(sort), text_of(row, "subject"), grouped(number_of(row, "open")),
             text_of(row, "from"), with, text_of(row, "reference"),
             moment_of(text_of(row, "since")), moment_of(text_of(row, "due"))}};
}

}  // namespace

ThingListUseCases officers_list(std::shared_ptr<Session> session) {
    ThingListUseCases use;
    use.id = "officers";
    use.spoken = "Officers";
    use.search_label = "Scan a card, or search collar number, name or unit";
    use.columns = {{"State", 17}, {"Collar", 9}, {"Name", 20},
                   {"Rank", 8},   {"Unit", 16},  {"Authorisations", 60}};
    use.has_tones = true;
    use.sorted_by = 1;
    use.one = "officer";
    use.many = "officers";
    use.empty_words = "No officer is recorded. Import a staff list with Other systems (Shift+F11).";
    use.next_words = "&More";
    use.previous_words = "Bac&k to those before";
    use.page = [session](const ThingAsk& ask) {
        const core::Date today = core::uk_date(session->reading->now());
        return page_of(*session, ask, officers,
                       [today](const core::Facts& facts, const Object& row) {
                           return officer_row(facts, row, today);
                       });
    };
    return use;
}

ThingListUseCases munitions_list(std::shared_ptr<Session> session) {
    ThingListUseCases use;
    use.id = "munitions";
    use.spoken = "Batches and counted stock";
    use.search_label = "Scan, or search batch number or model";
    use.columns = {{"State", 11},    {"Model", 26},  {"Batch", 14},           {"Use", 13},
                   {"Last day", 12}, {"In all", 10}, {"In a sealed box", 14}, {"Holds", 16}};
    use.has_tones = true;
    use.sorted_by = 1;
    use.one = "batch or sort of counted stock";
    use.many = "batches and sorts of counted stock";
    use.empty_words = "No batches. Receive the first delivery with the button below.";
    use.next_words = "&More";
    use.previous_words = "Bac&k to those before";
    use.page = [session](const ThingAsk& ask) {
        const core::Date today = core::uk_date(session->reading->now());
        auto page = page_of(*session, ask, batches, [today](const core::Facts&, const Object& row) {
            return batch_row(row, today);
        });
        if (page && !page.value().next) add_counted(*session, ask, page.value());
        return page;
    };
    return use;
}

ThingListUseCases away_list(std::shared_ptr<Session> session) {
    ThingListUseCases use;
    use.id = "away";
    use.spoken = "What is away";
    use.search_label = "Search what, with whom, or a reference";
    use.columns = {{"State", 17},      {"Why", 14},   {"What", 30},
                   {"Still away", 10}, {"From", 18},  {"With, or to", 20},
                   {"Reference", 14},  {"Since", 16}, {"Due", 16}};
    use.has_tones = true;
    use.one = "line";
    use.many = "lines";
    use.empty_words = "Nothing is away: no consignment, loan, repair, seizure or loss is open.";
    use.next_words = "&More";
    use.previous_words = "Bac&k to those before";
    use.page = [session](const ThingAsk& ask) {
        return page_of(*session, ask, cases,
                       [](const core::Facts&, const Object& row) { return away_row(row); });
    };
    return use;
}

}  // namespace muster::app
