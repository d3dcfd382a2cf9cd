// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/screens/desk.hpp"
#include "app/screens/listing_rows.hpp"
#include "muster/app/confirmations.hpp"
#include "muster/app/listing.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/app/thing_list.hpp"
#include "muster/core/codes.hpp"

/// The list of what somebody has to be asked about: what is out beyond its time, held by those who
/// may no longer, drawn in a hurry and not confirmed, or long out and to be attested.
namespace muster::app {
namespace {

using Object = core::Value::Object;

constexpr std::int64_t rows_of_each = 1'000;

ThingRow overdue_row(const Object& row) {
    return {text_of(row, "officer_id"),
            Tone::stop,
            {"OVERDUE", text_of(row, "officer"), text_of(row, "subject"),
             grouped(number_of(row, "quantity")), "#" + grouped(number_of(row, "issue")),
             moment_of(text_of(row, "due")), capital(core::status_words(text_of(row, "purpose")))}};
}

ThingRow lapsed_row(const Object& row) {
    const auto ended = core::date_of(text_of(row, "to"));
    return {text_of(row, "officer_id"),
            Tone::stop,
            {"May hold it no longer", text_of(row, "officer"), text_of(row, "subject"),
             grouped(number_of(row, "quantity")), "#" + grouped(number_of(row, "issue")),
             ended ? core::people_text(*ended) : "", capital(text_of(row, "why"))}};
}

ThingRow unconfirmed_row(const Object& row) {
    const bool overdue = truth_of(row, "overdue");
    return {std::to_string(number_of(row, "number")),
            overdue ? Tone::stop : Tone::warning,
            {overdue ? "NOT CONFIRMED" : "To be confirmed", text_of(row, "officer"), "Urgent issue",
             "", "#" + grouped(number_of(row, "number")), moment_of(text_of(row, "until")),
             "Their PIN confirms it"}};
}

ThingRow attestation_row(const Object& row) {
    const std::string state = text_of(row, "state");
    const bool confirmed = state == "confirmed";
    return {
        text_of(row, "officer_id"),
        confirmed            ? Tone::good
        : state == "overdue" ? Tone::stop
                             : Tone::warning,
        {state == "unasked"   ? "To be asked"
         : state == "asked"   ? "Asked"
         : state == "overdue" ? "NOT ANSWERED"
                              : "Confirmed",
         text_of(row, "officer"), "Long-term kit", grouped(number_of(row, "lines")), "",
         moment_of(text_of(row, confirmed ? "answered" : "due")), "They look, and confirm by PIN"}};
}

struct Part {
    const char* id;
    const char* title;
    core::Result<Listing> (*list)(OpenLedger&, const ListRequest&);
    ThingRow (*row)(const Object&);
};
constexpr Part parts[] = {{"overdue", "Overdue", overdue, overdue_row},
                          {"lapsed", "Held without authorisation", lapsed, lapsed_row},
                          {"unconfirmed", "Urgent, not confirmed", unconfirmed, unconfirmed_row},
                          {"attestation", "Long-term kit", attestations, attestation_row}};

core::Result<ThingPage> due_page(const Session& session, const ThingAsk& ask) {
    ThingPage page;
    const auto chosen = ask.filters.find("show");
    const std::string wanted = chosen == ask.filters.end() ? "" : chosen->second;
    for (const Part& part : parts) {
        if (!wanted.empty() && wanted != part.id) continue;
        ListRequest request;
        request.filter = std::string_view{part.id} == "unconfirmed" ? "" : ask.text;
        request.limit = rows_of_each;
        request.viewer = session.author.user;
        auto listing = part.list(*session.reading, request);
        if (!listing) return std::move(listing).error();
        for (const core::Value& value : listing.value().rows)
            // What is answered is no longer due; it is shown to who asks for long-term kit.
            if (!wanted.empty() || text_of(*value.object(), "state") != "confirmed")
                page.rows.push_back(part.row(*value.object()));
        if (static_cast<std::int64_t>(listing.value().rows.size()) == rows_of_each)
            page.words = "The first " + grouped(rows_of_each) + " of each";
    }
    std::erase_if(page.rows, [&](const ThingRow& row) { return !has_words(row, ask.text); });
    return page;
}

}  // namespace

ThingListUseCases due_list(std::shared_ptr<Session> session) {
    ThingListUseCases use;
    use.id = "due";
    use.spoken = "What is due";
    use.search_label = "Search officer, thing or purpose";
    use.columns = {{"State", 19}, {"Officer", 11}, {"What", 32}, {"Count", 8},
                   {"Issued", 9}, {"By when", 19}, {"Why", 30}};
    use.has_tones = true;
    ThingFilter show{"show", "Show", {}, "", "Everything"};
    for (const Part& part : parts) show.choices.push_back({part.id, part.title});
    use.filters = {show};
    use.one = "line";
    use.many = "lines";
    use.empty_words =
        "Nothing is due: all is back in time, everybody may hold what they have, and every urgent "
        "issue is confirmed.";
    use.page = [session](const ThingAsk& ask) { return due_page(*session, ask); };
    return use;
}

}  // namespace muster::app
