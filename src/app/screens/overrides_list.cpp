// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/basket.hpp"
#include "app/screens/desk.hpp"
#include "app/screens/listing_rows.hpp"
#include "muster/app/listing.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/app/thing_list.hpp"
#include "muster/core/codes.hpp"
#include "muster/storage/ledger_store.hpp"

/// The override register: which stops were answered by whom and why, and which urgency passed by.
namespace muster::app {
namespace {

// Entries that are looked through for one page, at most.
constexpr std::int64_t looked_at_once = 20'000;

class Overrides {
public:
    Overrides(const core::Facts& facts, const ThingAsk& ask) : facts_{facts}, ask_{ask} {}

    void look_at(const core::Entry& entry) {
        if (const auto* issued = std::get_if<core::Issued>(&entry.body)) {
            const std::string who = core::officer_words(facts_, issued->officer.value);
            for (const core::Override& each : issued->overrides) add(entry, each, who);
            for (const core::PassedStop& each : issued->passed)
                put(entry, Tone::warning,
                    {"Passed, urgent", core::status_words(each.stop), about(each.subject), who,
                     core::user_words(facts_, entry.by.value), ""});
        }
        if (const auto* count = std::get_if<core::CountStarted>(&entry.body))
            for (const core::Override& each : count->overrides) add(entry, each, "a count");
    }
    std::vector<ThingRow> newest_first() {
        std::reverse(rows_.begin(), rows_.end());
        return std::move(rows_);
    }

private:
    void add(const core::Entry& entry, const core::Override& each, const std::string& who) {
        put(entry, Tone::stop,
            {"Overridden", core::status_words(each.stop), about(each.subject), who,
             core::user_words(facts_, each.by.value),
             facts_.disclosed(each.reason.digest).value_or("(withheld)")});
    }
    std::string about(const std::string& subject) const {
        return subject.empty() ? "" : core::subject_words(facts_, subject);
    }
    void put(const core::Entry& entry, Tone tone, std::vector<std::string> words) {
        words.push_back(core::uk_time_text(entry.recorded_at));
        words.push_back("#" + grouped(entry.number));
        ThingRow row{std::to_string(entry.number), tone, std::move(words)};
        if (has_words(row, ask_.text)) rows_.push_back(std::move(row));
    }

    const core::Facts& facts_;
    const ThingAsk& ask_;
    std::vector<ThingRow> rows_;
};

core::Result<ThingPage> overrides_page(const Session& session, const ThingAsk& ask) {
    ThingPage page;
    std::optional<core::Refused> no;
    session.reading->read([&](storage::Transaction& tx, const core::Facts& facts) {
        no = refuse_blind(facts, session.author.user);
        const auto head = storage::head(tx);
        if (no || !head) return;
        const core::EntryNumber last = ask.after.empty() ? head->number : std::stoll(ask.after);
        const core::EntryNumber first = std::max<core::EntryNumber>(1, last - looked_at_once + 1);
        Overrides found{facts, ask};
        each_entry_from(tx, first, [&](const core::Entry& entry) {
            if (entry.number <= last) found.look_at(entry);
            return entry.number < last;
        });
        page.rows = found.newest_first();
        if (first > 1) page.next = std::to_string(first - 1);
        if (first > 1 || !ask.after.empty())
            page.words = "Of entries #" + grouped(first) + " to #" + grouped(last);
    });
    if (no) return std::move(*no);
    return page;
}

}  // namespace

ThingListUseCases overrides_list(std::shared_ptr<Session> session) {
    ThingListUseCases use;
    use.id = "overrides";
    use.spoken = "Overrides";
    use.search_label = "Search stop, person or reason";
    use.columns = {{"What", 14},        {"Stop", 26},   {"About", 28},    {"Officer", 12},
                   {"Answered by", 14}, {"Reason", 30}, {"Recorded", 17}, {"Number", 9}};
    use.has_tones = true;
    use.one = "override";
    use.many = "overrides";
    use.empty_words = "No stop was overridden, and none passed by urgency.";
    use.page = [session](const ThingAsk& ask) { return overrides_page(*session, ask); };
    return use;
}

}  // namespace muster::app
