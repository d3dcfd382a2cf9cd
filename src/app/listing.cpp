// SPDX-License-Identifier: MIT
#include "muster/app/listing.hpp"

#include <algorithm>

#include "app/custody_rows.hpp"
#include "app/likely_causes.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/count_facts.hpp"
#include "muster/core/count_team.hpp"
#include "muster/core/discrepancy_words.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/powers.hpp"
#include "muster/storage/lists.hpp"

namespace muster::app {
namespace {

using Object = core::Value::Object;
using Members = std::initializer_list<std::pair<const char*, std::string>>;

Object members(Members texts) {
    Object object;
    for (const auto& [name, text] : texts) object.emplace(name, text);
    return object;
}

core::Value::Array texts_of(const std::vector<std::string>& texts) {
    core::Value::Array array;
    for (const std::string& text : texts) array.emplace_back(text);
    return array;
}

std::string shown(const storage::HolderShown& holder) {
    return holder.sort == "officer" ? holder.collar.value_or(holder.holder) : holder.name;
}

// Whether some text of the row has the words that were asked for.
bool has_words(const Object& row, const std::string& filter) {
    const std::string wanted = core::normal_code(filter);
    return wanted.empty() || std::any_of(row.begin(), row.end(), [&](const auto& member) {
               const std::string* text = member.second.text();
               return text != nullptr && core::normal_code(*text).find(wanted) != text->npos;
           });
}

// A page is full when it has as many rows as were asked for; its last key then leads to the next.
template <class Row>
void page(Listing& listing, const std::vector<Row>& rows, std::int64_t limit,
          const std::string& last, const std::function<Object(const Row&)>& object,
          const std::string& filter = {}) {
    for (const Row& row : rows) {
        Object shown_row = object(row);
        if (has_words(shown_row, filter)) listing.rows.emplace_back(std::move(shown_row));
    }
    if (static_cast<std::int64_t>(rows.size()) == limit) listing.next = last;
}

std::int64_t bounded(std::int64_t limit) {
    return std::clamp<std::int64_t>(limit, 1, list_rows_max);
}

core::Result<Listing> list(
    OpenLedger& ledger, const ListRequest& request, bool tells_the_book,
    const std::function<void(storage::Transaction&, const core::Facts&, Listing&)>& fill) {
    Listing listing;
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        if (tells_the_book) no = refuse_blind(facts, request.viewer);
        if (!no) fill(tx, facts, listing);
    });
    if (no) return std::move(*no);
    return listing;
}

Object item_object(const storage::RegisterRow& row) {
    Object object = members({{"item", row.item},
                             {"tag", row.tag},
                             {"model", row.model},
                             {"serial", row.serial},
                             {"holder", shown(row.holder)},
                             {"holder_id", row.holder.holder},
                             {"position", row.position},
                             {"location_status", row.location_status},
                             {"condition_status", row.condition_status}});
    object.emplace("quantity", 1);
    object.emplace("holds", texts_of(row.holds));
    return object;
}

Object balance_object(const storage::BalanceRow& row) {
    Object object =
        members({{"batch", row.stock},
                 {"model", row.model},
                 {"batch_number", row.batch_number.value_or("")},
                 {"holder", shown(row.holder)},
                 {"holder_id", row.holder.holder},
                 {"expiry", row.expiry.value_or("")},
                 {"location_status", row.holder.sort == "officer" ? "issued" : "in_store"},
                 {"condition_status", "serviceable"}});
    object.emplace("quantity", row.quantity);
    object.emplace("boxes", row.boxes);
    object.emplace("holds", texts_of(row.holds));
    return object;
}

// Facts that are few by nature (places, models, roles) are listed whole, filtered by their words.
template <class Fact>
core::Result<Listing> all_facts(
    OpenLedger& ledger, const ListRequest& request,
    const std::function<Object(const core::Facts&, const Fact&)>& object) {
    return list(
        ledger, request, false,
        [&](storage::Transaction&, const core::Facts& facts, Listing& listing) {
            for (const Fact& fact : facts.all<Fact>()) {
                if (fact.key <= request.after && !request.after.empty()) continue;
                Object row = object(facts, fact);
                if (!has_words(row, request.filter)) continue;
                listing.rows.emplace_back(std::move(row));
                if (static_cast<std::int64_t>(listing.rows.size()) == bounded(request.limit)) {
                    listing.next = fact.key;
                    return;
                }
            }
        });
}

}  // namespace

std::optional<core::Refused> refuse_blind(const core::Facts& facts,
                                          const std::optional<core::UserId>& viewer) {
    if (const auto count = core::counts_blind(facts, viewer))
        return core::refused(core::Refusal::in_blind_count, *count);
    return std::nullopt;
}

core::Result<Listing> items(OpenLedger& ledger, const ListRequest& request) {
    return list(ledger, request, true,
                [&](storage::Transaction& tx, const core::Facts& facts, Listing& listing) {
                    const auto limit = bounded(request.limit);
                    const auto rows =
                        storage::register_page(tx, request.filter, request.after, limit);
                    page<storage::RegisterRow>(listing, rows, limit,
                                               rows.empty() ? "" : rows.back().item, item_object);
                    add_custody(facts, listing);
                });
}

/// The officer or location that a filter names whole; empty where it names none.
std::string holder_called(storage::Transaction& tx, const core::Facts& facts,
                          const std::string& filter) {
    if (filter.empty()) return {};
    if (const auto officer = storage::officer_by_collar(tx, filter)) return *officer;
    const auto places = core::things_called(facts, filter, {"location"});
    return places.size() == 1 && places.front().thing.starts_with("l-") ? places.front().thing : "";
}

// Items first, then quantities; the key of a page says in which of the two it begins.
core::Result<Listing> holdings(OpenLedger& ledger, const ListRequest& request) {
    return list(
        ledger, request, true,
        [&](storage::Transaction& tx, const core::Facts& facts, Listing& listing) {
            const auto limit = bounded(request.limit);
            constexpr std::string_view quantities = "quantities:";
            std::string after = request.after;
            const std::string holder = holder_called(tx, facts, request.filter);
            if (!after.starts_with(quantities)) {
                const auto rows = holder.empty()
                                      ? storage::register_page(tx, request.filter, after, limit)
                                      : storage::register_of_holder(tx, holder, after, limit);
                page<storage::RegisterRow>(listing, rows, limit,
                                           rows.empty() ? "" : rows.back().item, item_object);
                if (listing.next) return add_custody(facts, listing);
                after = quantities;
            }
            const auto room = limit - static_cast<std::int64_t>(listing.rows.size());
            const auto rows =
                storage::balances_page(tx, holder, after.substr(quantities.size()), room);
            const std::string wanted = holder.empty() ? core::normal_code(request.filter) : "";
            for (const auto& row : rows)
                if (wanted.empty() ||
                    core::normal_code(row.model + " " + row.batch_number.value_or(""))
                            .find(wanted) != std::string::npos)
                    listing.rows.emplace_back(balance_object(row));
            if (static_cast<std::int64_t>(rows.size()) == room)
                listing.next = std::string{quantities} + rows.back().key;
            add_custody(facts, listing);
        });
}

core::Result<Listing> batches(OpenLedger& ledger, const ListRequest& request) {
    return list(
        ledger, request, true, [&](storage::Transaction& tx, const core::Facts&, Listing& listing) {
            const auto limit = bounded(request.limit);
            const auto rows = storage::batches_page(tx, request.filter, request.after, limit);
            page<storage::BatchRow>(listing, rows, limit, rows.empty() ? "" : rows.back().batch,
                                    [](const storage::BatchRow& row) {
                                        Object object =
                                            members({{"batch", row.batch},
                                                     {"batch_number", row.number},
                                                     {"model", row.model},
                                                     {"expiry", row.expiry.value_or("")},
                                                     {"use", row.use}});
                                        object.emplace("quantity", row.quantity);
                                        object.emplace("box_size", row.box_size);
                                        object.emplace("holds", texts_of(row.holds));
                                        return object;
                                    });
        });
}

core::Result<Listing> movements(OpenLedger& ledger, const ListRequest& request) {
    return list(
        ledger, request, true,
        [&](storage::Transaction& tx, const core::Facts& facts, Listing& listing) {
            const auto limit = bounded(request.limit);
            storage::MovementFilter filter;
            if (!request.filter.empty()) {
                const auto found = core::things_called(facts, request.filter);
                filter.officer = storage::officer_by_collar(tx, request.filter).value_or("");
                // A filter that names nothing lists nothing, rather than everything.
                if (filter.officer.empty())
                    filter.subject = found.empty() ? request.filter : found.front().thing;
            }
            storage::MovementKey after;
            if (const auto dot = request.after.find('.'); dot != std::string::npos) {
                after.entry = std::stoll(request.after.substr(0, dot));
                after.line = std::stoll(request.after.substr(dot + 1));
            }
            auto rows = storage::movements_page(tx, filter, after, limit);
            const bool full = static_cast<std::int64_t>(rows.size()) == limit;
            const std::string last = rows.empty() ? ""
                                                  : std::to_string(rows.back().entry) + "." +
                                                        std::to_string(rows.back().line);
            std::erase_if(rows, [&](const core::MovementLine& row) {
                return !is_in_view(facts, request.view, row);
            });
            page<core::MovementLine>(
                listing, rows, limit, last, [&](const core::MovementLine& row) {
                    Object object = members({{"kind", row.kind},
                                             {"happened_at", core::text_of(row.happened_at)},
                                             {"recorded_at", core::text_of(row.recorded_at)},
                                             {"subject_id", row.subject},
                                             {"subject", core::subject_words(facts, row.subject)},
                                             {"purpose", row.purpose},
                                             {"reference", row.reference},
                                             {"by", core::user_words(facts, row.by.value)}});
                    if (!row.from.empty())
                        object.emplace("from", core::holder_words(facts, row.from.value));
                    if (!row.to.empty())
                        object.emplace("to", core::holder_words(facts, row.to.value));
                    if (!row.second.empty())
                        object.emplace("second", core::user_words(facts, row.second.value));
                    if (!row.officer.empty())
                        object.emplace("officer", core::officer_words(facts, row.officer.value));
                    if (const auto by = corrected_by(facts, row.entry))
                        object.emplace("corrected_by", *by);
                    object.emplace("mode", mode_of(facts, row));
                    object.emplace("number", row.entry);
                    object.emplace("line", row.line);
                    object.emplace("quantity", row.quantity);
                    return object;
                });
            if (full) listing.next = last;
        });
}

namespace {

void add_clock(const core::Facts& facts, core::Instant now, const std::string& id, Object& object) {
    const auto one = facts.find<core::Discrepancy>(id);
    if (!one) return;
    object.emplace("severity", one->severity.value_or(""));
    object.emplace("due", one->due ? core::uk_time_text(*one->due) : "");
    object.emplace("overdue", is_unreported(*one, now));
    object.emplace("outcome", one->outcome.value_or(""));
    object.emplace("assigned",
                   one->assigned.empty() ? "" : core::user_words(facts, one->assigned.value));
}

}  // namespace

core::Result<Listing> discrepancies(OpenLedger& ledger, const ListRequest& request) {
    return list(
        ledger, request, true,
        [&](storage::Transaction& tx, const core::Facts& facts, Listing& listing) {
            const auto limit = bounded(request.limit);
            const auto rows = storage::discrepancies_page(tx, request.filter, request.after, limit);
            page<storage::DiscrepancyRow>(
                listing, rows, limit, rows.empty() ? "" : rows.back().discrepancy,
                [&](const storage::DiscrepancyRow& row) {
                    Object object = members({{"discrepancy", row.discrepancy},
                                             {"sort", row.sort},
                                             {"title", core::discrepancy_title(row.sort)},
                                             {"subject_id", row.subject},
                                             {"subject", core::subject_words(facts, row.subject)},
                                             {"state", row.state},
                                             {"holder", shown(row.holder)},
                                             {"opened_at", row.opened_at}});
                    object.emplace("expected", row.expected);
                    object.emplace("found", row.found);
                    object.emplace("difference", row.found - row.expected);
                    object.emplace("beside", row.opened_by);
                    add_clock(facts, ledger.now(), row.discrepancy, object);
                    return object;
                });
        });
}

core::Result<Listing> officers(OpenLedger& ledger, const ListRequest& request) {
    return list(ledger, request, false,
                [&](storage::Transaction& tx, const core::Facts& facts, Listing& listing) {
                    const auto limit = bounded(request.limit);
                    const auto rows = storage::officers_page(tx, request.after, limit);
                    page<storage::OfficerRow>(
                        listing, rows, limit, rows.empty() ? "" : rows.back().officer,
                        [&](const storage::OfficerRow& row) {
                            Object object = members({{"officer", row.officer},
                                                     {"collar", row.collar.value_or("")},
                                                     {"name", row.name.value_or("")},
                                                     {"rank", row.rank},
                                                     {"unit", row.unit}});
                            object.emplace("active", row.active);
                            core::Value::Array held;
                            for (const auto& authorisation :
                                 facts.all<core::Authorisation>(row.officer + "/")) {
                                Object one =
                                    members({{"class", authorisation.weapon_class},
                                             {"from", core::text_of(authorisation.from)},
                                             {"to", core::text_of(authorisation.to)},
                                             {"source", authorisation.source},
                                             {"as_at", core::text_of(authorisation.as_at)}});
                                one.emplace("suspended", authorisation.suspended);
                                held.emplace_back(std::move(one));
                            }
                            object.emplace("authorisations", std::move(held));
                            return object;
                        },
                        request.filter);
                });
}

core::Result<Listing> deployments(OpenLedger& ledger, const ListRequest& request) {
    return list(ledger, request, false,
                [&](storage::Transaction& tx, const core::Facts&, Listing& listing) {
                    const auto limit = bounded(request.limit);
                    const auto rows =
                        storage::deployments_page(tx, request.filter, request.after, limit);
                    page<storage::DeploymentRow>(
                        listing, rows, limit, rows.empty() ? "" : rows.back().key,
                        [](const storage::DeploymentRow& row) {
                            Object object = members({{"log", row.log},
                                                     {"started", row.started},
                                                     {"decision", row.decision},
                                                     {"level", row.level}});
                            for (const auto& [name, text] : {std::pair{"ended", row.ended},
                                                             std::pair{"commander", row.commander},
                                                             std::pair{"reason", row.reason}})
                                if (text) object.emplace(name, *text);
                            object.emplace("arv", row.arv);
                            object.emplace("discharge", row.discharge);
                            object.emplace("since", row.since);
                            return object;
                        });
                });
}

core::Result<Listing> users(OpenLedger& ledger, const ListRequest& request) {
    return list(
        ledger, request, false,
        [&](storage::Transaction& tx, const core::Facts& facts, Listing& listing) {
            const auto limit = bounded(request.limit);
            const auto rows = storage::users_page(tx, request.after, limit);
            page<storage::UserRow>(
                listing, rows, limit, rows.empty() ? "" : rows.back().user,
                [&](const storage::UserRow& row) {
                    Object object = members({{"user", row.user}, {"name", row.name.value_or("")}});
                    object.emplace("active", row.active);
                    core::Value::Array roles;
                    for (const core::Role& role : facts.all<core::Role>(row.user + "/"))
                        roles.emplace_back(role.role);
                    object.emplace("roles", std::move(roles));
                    return object;
                },
                request.filter);
        });
}

core::Result<Listing> overdue(OpenLedger& ledger, const ListRequest& request) {
    return list(ledger, request, true,
                [&](storage::Transaction& tx, const core::Facts& facts, Listing& listing) {
                    const auto limit = bounded(request.limit);
                    for (const core::OpenLine& row :
                         storage::open_lines_due(tx, core::text_of(ledger.now()), limit)) {
                        Object object =
                            members({{"officer", core::officer_words(facts, row.officer.value)},
                                     {"officer_id", row.officer.value},
                                     {"subject_id", row.subject},
                                     {"subject", core::subject_words(facts, row.subject)},
                                     {"purpose", row.purpose},
                                     {"due", row.due ? core::text_of(*row.due) : ""}});
                        object.emplace("quantity", row.quantity);
                        object.emplace("issue", row.issue);
                        if (!has_words(object, request.filter)) continue;
                        listing.rows.emplace_back(std::move(object));
                    }
                });
}

core::Result<Listing> counts(OpenLedger& ledger, const ListRequest& request) {
    return all_facts<core::Stocktake>(
        ledger, request, [](const core::Facts& facts, const core::Stocktake& count) {
            Object object =
                members({{"count", count.key},
                         {"sort", count.sort},
                         {"state", count.state},
                         {"counter_a", core::user_words(facts, count.counter_a.value)},
                         {"counter_b", core::user_words(facts, count.counter_b.value)}});
            if (!count.counter_third.empty())
                object.emplace("third", core::user_words(facts, count.counter_third.value));
            object.emplace("blind", count.blind);
            object.emplace("position", count.started);
            return object;
        });
}

core::Result<Listing> locations(OpenLedger& ledger, const ListRequest& request) {
    return all_facts<core::Location>(ledger, request,
                                     [](const core::Facts&, const core::Location& place) {
                                         return members({{"location", place.key},
                                                         {"name", place.name},
                                                         {"sort", place.sort},
                                                         {"parent", place.parent.value}});
                                     });
}

core::Result<Listing> models(OpenLedger& ledger, const ListRequest& request) {
    return all_facts<core::Model>(ledger, request,
                                  [](const core::Facts&, const core::Model& model) {
                                      return members({{"model", model.key},
                                                      {"name", model.name},
                                                      {"category", model.category},
                                                      {"calibre", model.calibre},
                                                      {"tracking", model.tracking},
                                                      {"authorisation", model.authorisation}});
                                  });
}

core::Result<Listing> policies(OpenLedger& ledger, const ListRequest& request) {
    return all_facts<core::Setting>(
        ledger, request, [](const core::Facts&, const core::Setting& setting) {
            Object object = members({{"name", setting.key}, {"value", setting.value}});
            object.emplace("since", setting.since);
            return object;
        });
}

core::Result<Listing> references(OpenLedger& ledger, const ListRequest& request) {
    return all_facts<core::Reference>(
        ledger, request, [](const core::Facts&, const core::Reference& reference) {
            return members(
                {{"list", reference.list}, {"code", reference.code}, {"title", reference.title}});
        });
}

core::Result<Listing> keys(OpenLedger& ledger, const ListRequest& request) {
    return all_facts<core::Certificate>(
        ledger, request, [](const core::Facts& facts, const core::Certificate& key) {
            return members({{"key", key.name},
                            {"user", core::user_words(facts, key.user.value)},
                            {"method", key.method},
                            {"certificate", key.key}});
        });
}

core::Result<Listing> periods(OpenLedger& ledger, const ListRequest& request) {
    return all_facts<core::Period>(
        ledger, request, [](const core::Facts&, const core::Period& period) {
            Object object = members({{"label", period.key}, {"state", period.state}});
            object.emplace("first", period.first);
            object.emplace("last", period.last);
            return object;
        });
}

}  // namespace muster::app
