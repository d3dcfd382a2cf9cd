// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/basket.hpp"
#include "app/screens/desk.hpp"
#include "app/screens/listing_rows.hpp"
#include "app/screens/movement_row.hpp"
#include "muster/app/listing.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/app/thing_list.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/movement_line.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/storage/ledger_store.hpp"

/// The list of corrections: what was recorded, what stands in its place, or both.
namespace muster::app {
namespace {

constexpr std::int64_t corrections_on_a_page = 50;

/// One page of corrections while it is put together.
class CorrectionRows {
public:
    CorrectionRows(storage::Transaction& tx, const core::Facts& facts, const std::string& view,
                   ThingPage& page)
        : tx_{tx}, facts_{facts}, view_{view}, page_{page} {}

    void add(core::EntryNumber number) {
        const auto entry = entry_of(tx_, number);
        if (!entry) return;
        const auto* corrected = std::get_if<core::Corrected>(&entry->body);
        if (corrected != nullptr && view_ != "corrected") add_original(corrected->of);
        for (const core::MovementLine& line : core::movement_lines(*entry)) {
            const bool reversed = line.purpose == "reversed";
            if (view_ == "original" || (view_ == "corrected" && reversed)) continue;
            const char* state = reversed                    ? "Taken back"
                                : line.purpose == "entered" ? "Entered instead"
                                                            : "Register corrected";
            add_row(reversed ? Tone::plain : Tone::good, state, line);
        }
    }

private:
    void add_original(core::EntryNumber number) {
        const auto entry = entry_of(tx_, number);
        if (!entry) return;
        for (const core::MovementLine& line : core::movement_lines(*entry))
            add_row(Tone::warning, "Original, corrected", line);
    }

    void add_row(Tone tone, const std::string& state, const core::MovementLine& line) {
        page_.rows.push_back(
            {std::to_string(line.entry),
             tone,
             {state, "#" + grouped(line.entry), movement_when(line), movement_kind_words(line.kind),
              core::subject_words(facts_, line.subject), grouped(line.quantity),
              holder_or_nothing(facts_, line.from), holder_or_nothing(facts_, line.to),
              movement_detail(facts_, line), core::user_words(facts_, line.by.value),
              line.second.empty() ? "" : core::user_words(facts_, line.second.value)}});
    }

    storage::Transaction& tx_;
    const core::Facts& facts_;
    const std::string& view_;
    ThingPage& page_;
};

// Corrections are few by nature: their numbers are gathered, and their entries read by the page.
std::vector<core::EntryNumber> correction_numbers(storage::Transaction& tx) {
    std::vector<core::EntryNumber> numbers;
    for (const char* kind : {core::Corrected::kind, core::ItemCorrected::kind})
        storage::each_of_kind(tx, kind, 1, [&](const storage::StoredEntry& entry) {
            numbers.push_back(entry.number);
            return true;
        });
    std::sort(numbers.rbegin(), numbers.rend());
    return numbers;
}

ThingPage page_of(storage::Transaction& tx, const core::Facts& facts, const ThingAsk& ask) {
    ThingPage page;
    const std::string view = ask.filters.at("view");
    const core::EntryNumber before = ask.after.empty() ? INT64_MAX : std::stoll(ask.after);
    std::int64_t shown = 0;
    const std::string wanted = core::normal_code(ask.text);
    for (const core::EntryNumber number : correction_numbers(tx)) {
        if (number >= before) continue;
        if (shown == corrections_on_a_page) {
            page.next = std::to_string(number + 1);
            break;
        }
        ThingPage one;
        CorrectionRows{tx, facts, view, one}.add(number);
        const bool matches = wanted.empty() || std::any_of(one.rows.begin(), one.rows.end(),
                                                           [&](const ThingRow& row) {
                                                               return has_words(row, wanted);
                                                           });
        if (!matches) continue;
        shown += 1;
        page.rows.insert(page.rows.end(), one.rows.begin(), one.rows.end());
    }
    return page;
}

}  // namespace

ThingListUseCases corrections_list(std::shared_ptr<Session> session) {
    ThingListUseCases use;
    use.id = "corrections";
    use.spoken = "Corrections";
    use.search_label = "Search tag, number, name or reference";
    use.columns = {{"State", 19},     {"Number", 9},   {"Happened", 16},   {"What", 12},
                   {"Of what", 26},   {"Quantity", 9}, {"From", 16},       {"To", 16},
                   {"Reference", 22}, {"By", 12},      {"Approved by", 12}};
    use.has_tones = true;
    use.filters = {{"view",
                    "Show",
                    {{"original", "The original only"}, {"corrected", "What is right only"}},
                    "",
                    "Both"}};
    use.one = "line";
    use.many = "lines";
    use.empty_words = "Nothing was corrected. A movement is corrected from its own page.";
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
