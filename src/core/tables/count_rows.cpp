// SPDX-License-Identifier: MIT
#include <map>

#include "muster/core/count_facts.hpp"
#include "rows.hpp"
#include "shown.hpp"

/// The sheets about counts, from the entries of the period. A count that began in an earlier period
/// takes its beginning from the facts before this one.
namespace muster::core::tables {
namespace {

struct Session {
    EntryNumber started = 0;
    std::optional<Instant> started_at;
    std::string sort;
    bool blind = true;
    std::string scope;
    UserId counter_a;
    UserId counter_b;
    std::int64_t lines = 0;
    std::int64_t agreed = 0;
    EntryNumber compared = 0;  ///< first entry of the last comparison
    std::string state = "open";
    std::optional<Instant> closed_at;
    UserId closed_by;
    UserId second;
    std::string certificate;
};

using Sessions = std::map<EntryNumber, Session>;

void add_to_scope(Session& session, const std::string& name) {
    if (!session.scope.empty()) session.scope += ", ";
    session.scope += name;
}

Session from_before(const PeriodSource& source, const CountId& count) {
    Session session;
    session.started = number_of(count.value);
    const auto stocktake = source.opening->find<Stocktake>(count.value);
    if (!stocktake) return session;
    session.sort = stocktake->sort;
    session.blind = stocktake->blind;
    session.counter_a = stocktake->counter_a;
    session.counter_b = stocktake->counter_b;
    session.state = stocktake->state;
    for (const auto& scope : source.opening->all<StocktakeScope>())
        if (scope.count == count)
            add_to_scope(session, holder_name(*source.closing, scope.location.value));
    return session;
}

Session& session_of(Sessions& sessions, const PeriodSource& source, const CountId& count) {
    const EntryNumber number = number_of(count.value);
    const auto found = sessions.find(number);
    if (found != sessions.end()) return found->second;
    return sessions.emplace(number, from_before(source, count)).first->second;
}

void begin(Sessions& sessions, const PeriodSource& source, const Entry& entry,
           const CountStarted& started) {
    Session session;
    session.started = entry.number;
    session.started_at = entry.recorded_at;
    session.sort = started.sort;
    session.blind = started.blind;
    session.counter_a = started.counter_a;
    session.counter_b = started.counter_b;
    for (const LocationId& location : started.scope)
        add_to_scope(session, holder_name(*source.closing, location.value));
    sessions.insert_or_assign(entry.number, session);
}

void compare(Session& session, const Entry& entry, const CountReconciled& reconciled) {
    if (reconciled.part == 1) {
        session.lines = 0;
        session.agreed = 0;
        session.compared = entry.number;
    }
    session.state = "reconciled";
    for (const ResultLine& line : reconciled.lines) {
        ++session.lines;
        if (line.result == "agreed") ++session.agreed;
    }
}

void close(Session& session, const Entry& entry, const CountClosed& closed) {
    session.state = "closed";
    session.closed_at = entry.recorded_at;
    session.closed_by = entry.by;
    session.second = closed.second;
    session.certificate = closed.certificate;
}

Sessions sessions_of(const PeriodSource& source) {
    Sessions sessions;
    for (const auto& open : source.opening->all<Stocktake>())
        if (open.state != "closed") session_of(sessions, source, CountId{open.key});
    source.each_entry([&](const Entry& entry) {
        if (const auto* started = std::get_if<CountStarted>(&entry.body))
            begin(sessions, source, entry, *started);
        if (const auto* reconciled = std::get_if<CountReconciled>(&entry.body))
            compare(session_of(sessions, source, reconciled->count), entry, *reconciled);
        if (const auto* closed = std::get_if<CountClosed>(&entry.body))
            close(session_of(sessions, source, closed->count), entry, *closed);
    });
    return sessions;
}

void push_optional(SheetRow& row, const std::optional<Instant>& instant) {
    if (instant) return push_instant(row, *instant);
    row.emplace_back();
    row.emplace_back(std::string{});
}

}  // namespace

void count_rows(const PeriodSource& source, const Visit& visit) {
    for (const auto& [number, session] : sessions_of(source)) {
        SheetRow row{"c-" + std::to_string(number), number};
        push_optional(row, session.started_at);
        for (const std::string& text : {session.sort, yes_or_no(session.blind), session.scope,
                                        session.counter_a.value, session.counter_b.value})
            row.emplace_back(text);
        row.emplace_back(session.lines);
        row.emplace_back(session.agreed);
        row.emplace_back(session.lines - session.agreed);
        row.emplace_back(session.state);
        push_optional(row, session.closed_at);
        for (const std::string& text :
             {session.closed_by.value, session.second.value, session.certificate})
            row.emplace_back(text);
        visit(std::move(row));
    }
}

void count_line_rows(const PeriodSource& source, bool differences_only, const Visit& visit) {
    const Sessions sessions = sessions_of(source);
    const Facts& facts = *source.closing;
    source.each_entry([&](const Entry& entry) {
        const auto* reconciled = std::get_if<CountReconciled>(&entry.body);
        if (reconciled == nullptr) return;
        const bool last = entry.number >= sessions.at(number_of(reconciled->count.value)).compared;
        std::int64_t number = 0;
        for (const ResultLine& line : reconciled->lines) {
            ++number;
            if (differences_only && (!last || line.result == "agreed")) continue;
            const Subject subject = subject_of(facts, line.subject);
            visit({line_key(entry.number, number), reconciled->count.value, yes_or_no(last),
                   line.location.value, holder_name(facts, line.location.value), line.subject,
                   subject.tag, subject.number, subject.model, line.expected, line.moved,
                   line.counted, line.counted - line.expected - line.moved, line.result});
        }
    });
}

}  // namespace muster::core::tables
