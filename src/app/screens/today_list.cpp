// SPDX-License-Identifier: MIT
#include <set>

#include "app/screens/listing_rows.hpp"
#include "app/screens/people_forms.hpp"
#include "muster/app/confirmations.hpp"
#include "muster/app/count_plan.hpp"
#include "muster/app/listing.hpp"
#include "muster/app/movements.hpp"
#include "muster/app/sign_in.hpp"
#include "muster/app/status_screen.hpp"
#include "muster/app/thing_list.hpp"
#include "muster/core/case_facts.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/count_facts.hpp"
#include "muster/core/counter_facts.hpp"
#include "muster/core/people_facts.hpp"

/// What this day asks for, each with the page that has it; and who has the duty.
namespace muster::app {
namespace {

constexpr std::int64_t ms_per_hour = 3'600'000;
constexpr std::int64_t shift_hours = 12;
constexpr int expiring_days = 90;
constexpr int lapsing_days = 30;

struct Tile {
    const char* page;
    std::string what;
    std::int64_t count = 0;
    Tone if_any = Tone::warning;
    std::string words;
};

class Today {
public:
    Today(const core::Facts& facts, core::Instant now) : facts_{facts}, now_{now} {}

    std::vector<Tile> tiles() {
        drawn();
        store();
        people();
        return std::move(tiles_);
    }

private:
    // Row by row: a force has more of some of these than should stand in memory at once.
    template <core::Fact T>
    void each(auto visit) const {
        facts_.rows(T::table, "", [&](const core::Row& row) {
            visit(core::fact_of<T>(row));
            return true;
        });
    }
    template <core::Fact T>
    std::int64_t count(auto is_one) const {
        std::int64_t found = 0;
        each<T>([&](const T& fact) { found += is_one(fact) ? 1 : 0; });
        return found;
    }

    void drawn() {
        std::int64_t out = 0, late = 0, soon = 0;
        each<core::OpenLine>([&](const core::OpenLine& line) {
            ++out;
            if (!line.due) return;
            if (*line.due < now_)
                ++late;
            else if (line.due->ms < now_.ms + shift_hours * ms_per_hour)
                ++soon;
        });
        const std::int64_t unconfirmed =
            count<core::MovementMode>([](const core::MovementMode& row) {
                return row.mode == "urgent" && row.confirmed == 0;
            });
        tiles_.push_back({"Officers", "Out now", out, Tone::plain, "lines with officers"});
        tiles_.push_back({"What is due", "Overdue", late, Tone::stop, "out beyond their time"});
        tiles_.push_back({"What is due", "Due back within 12 hours", soon, Tone::plain, ""});
        tiles_.push_back({"What is due", "Urgent, not confirmed", unconfirmed, Tone::warning,
                          "wait for their officer's PIN"});
    }
    void store() {
        const core::Date today = core::uk_date(now_);
        std::set<std::string> soon, expiring;
        each<core::Batch>([&](const core::Batch& batch) {
            if (batch.expiry && batch.expiry->days <= today.days + expiring_days)
                soon.insert(batch.key);
        });
        each<core::Balance>([&](const core::Balance& here) {
            if (here.quantity > 0 && soon.contains(here.stock.value))
                expiring.insert(here.stock.value);
        });
        const auto bench = count<core::Item>(
            [](const core::Item& item) { return item.location_status == "at_maintenance"; });
        const auto held = count<core::Hold>([](const core::Hold& hold) {
            return hold.reason == "evidence" || hold.reason == "pip";
        });
        const auto differences = count<core::Discrepancy>(
            [](const core::Discrepancy& found) { return found.state == "open"; });
        const auto counting = count<core::Stocktake>(
            [](const core::Stocktake& each) { return each.state != "closed"; });
        tiles_.push_back({"What is away", "At a workshop", bench, Tone::plain, ""});
        tiles_.push_back({"Register", "On evidence or PIP hold", held, Tone::plain, ""});
        tiles_.push_back({"Munitions", "Batches that expire within 90 days", std::ssize(expiring),
                          Tone::warning, ""});
        tiles_.push_back({"Discrepancies", "Open discrepancies", differences, Tone::stop, ""});
        tiles_.push_back({"Counts", "Counts that go on", counting, Tone::warning, ""});
    }
    void people() {
        const core::Date today = core::uk_date(now_);
        // Who is suspended, or left, has nothing that could end.
        const auto lapsing = count<core::Authorisation>([&](const core::Authorisation& held) {
            if (held.suspended || held.to < today || held.to.days > today.days + lapsing_days)
                return false;
            const auto officer = facts_.find<core::Officer>(held.officer.value);
            return officer && officer->active;
        });
        tiles_.push_back(
            {"Officers", "Authorisations that end within 30 days", lapsing, Tone::warning, ""});
        std::string duty;
        for (const core::Duty& each : facts_.all<core::Duty>())
            duty += (duty.empty() ? "" : "; ") + core::holder_words(facts_, each.key) + ": " +
                    core::user_words(facts_, each.user.value);
        tiles_.push_back({"Movements", "Who has the duty", -1, Tone::plain,
                          duty.empty() ? "Nobody has taken it over yet" : duty});
    }

    const core::Facts& facts_;
    core::Instant now_;
    std::vector<Tile> tiles_;
};

core::Result<ThingPage> today_page(const Session& session, const ThingAsk& ask) {
    ThingPage page;
    std::optional<core::Refused> no;
    session.reading->read([&](storage::Transaction&, const core::Facts& facts) {
        no = refuse_blind(facts, session.author.user);
        if (no) return;
        for (const Tile& tile : Today{facts, session.reading->now()}.tiles()) {
            const bool none = tile.count == 0;
            ThingRow row{std::string{today_leads_to} + tile.page,
                         none ? Tone::good : tile.if_any,
                         {tile.what, tile.count < 0 ? "" : grouped(tile.count),
                          none ? "Nothing to do" : tile.words, tile.page}};
            if (has_words(row, ask.text)) page.rows.push_back(std::move(row));
        }
    });
    if (no) return std::move(*no);
    ListRequest request;
    request.viewer = session.author.user;
    request.filter = "overdue";
    if (const auto due = counts_due(*session.reading, request)) {
        const std::int64_t count = std::ssize(due.value().rows);
        ThingRow row{
            std::string{today_leads_to} + "Counts",
            count == 0 ? Tone::good : Tone::stop,
            {"Counts overdue", grouped(count), count == 0 ? "Nothing to do" : "", "Counts"}};
        if (has_words(row, ask.text)) page.rows.push_back(std::move(row));
    }
    return page;
}

}  // namespace

MovementForm take_over_form(const Desk& desk) {
    MovementForm form;
    form.id = "take_over_duty";
    form.label = "Take over the duty...";
    form.title = "Take over the duty";
    form.words =
        "Whoever has the duty stands beside you and signs with their own password; you sign with "
        "yours. Keys, seals and what is open are looked at together.";
    form.done = "Record the handover";
    add_person(form, "from", "Who hands over (user name)");
    MovementField own = required(text_field("own", "You (user name)"));
    own.value = desk.session->user_name;
    form.fields.push_back(own);
    MovementField secret{"own_secret", "Your own password", MovementField::Sort::secret};
    secret.whose = "own";
    form.fields.push_back(secret);
    MovementField place = place_field("place", "Where", desk.places({"armoury"}));
    place.hint = "Empty: this armoury";
    form.fields.push_back(optional(place));
    MovementField count = text_field("count", "The joint count", "Its number, like c-90");
    count.required = core::policy(desk.facts, "joint_count_at_handover", "no") == "yes";
    form.fields.push_back(count);
    form.fields.push_back(text_field("note", "Note", "Keys, seals, what is open. Kept private"));
    form.record = [session = desk.session](const FormAnswers& answers,
                                           Secrets& secrets) -> core::Result<FormReceipt> {
        const auto giver = confirm_by(*session->ledger, answers.text("from"), secrets);
        if (!giver) return giver.error();
        // Whoever hands over is who records it: they signed for it just now.
        const Author author{giver.value(), session->author.armoury};
        return recorded(*session, "Duty taken over",
                        hand_over_duty(*session->ledger, author, answers.text("own"),
                                       answers.given("place"), answers.given("count"),
                                       answers.given("note"), secrets, answers.details()));
    };
    return form;
}

MovementForm take_over_alone_form(const Desk& desk) {
    MovementForm form;
    form.id = "take_over_alone";
    form.label = "Take over alone...";
    form.title = "Take over the duty alone";
    form.words =
        "For where whoever had the duty went without handing it over. A discrepancy asks them for "
        "it.";
    form.done = "Record that you take over alone";
    form.fields.push_back(optional(place_field("place", "Where", desk.places({"armoury"}))));
    form.fields.back().hint = "Empty: this armoury";
    MovementField reason = required(text_field("reason", "Why nobody hands it over"));
    reason.detail = "why nobody hands the duty over";
    form.fields.push_back(reason);
    form.record = [session = desk.session](const FormAnswers& answers, Secrets&) {
        return recorded(*session, "Duty taken over alone",
                        take_over_alone(*session->ledger, session->author, answers.given("place"),
                                        std::nullopt, answers.text("reason"), answers.details()));
    };
    return form;
}

ThingListUseCases today_list(std::shared_ptr<Session> session) {
    ThingListUseCases use;
    use.id = "today";
    use.spoken = "Today";
    use.search_label = "Search";
    use.columns = {{"What", 40}, {"How many", 10}, {"What it is", 40}, {"Page", 18}};
    use.has_tones = true;
    use.one = "line";
    use.many = "lines";
    use.empty_words = "Nothing has such words.";
    use.page = [session](const ThingAsk& ask) { return today_page(*session, ask); };
    return use;
}

}  // namespace muster::app
