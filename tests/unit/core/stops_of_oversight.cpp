// SPDX-License-Identifier: MIT
#include "unit/core/every_stop.hpp"

namespace muster::testing {
namespace {

using Desk = StockedArmoury;

CountStarted count_of(const Desk& desk, const char* a = "u-kim", const char* b = "u-ben") {
    return {"spot", true, {desk.rack}, UserId{a}, UserId{b}};
}

CountId start(Desk& desk) {
    return created_id<CountId>('c', desk.apply_all("u-mia", count_of(desk)));
}

CountSubmitted sheet(const CountId& count, const char* counter, const LocationId& place) {
    SeenLine line;
    line.location = place;
    line.subject = "-";
    return {count, UserId{counter}, 1, 1, {line}};
}

CountId both_submitted(Desk& desk) {
    const CountId count = start(desk);
    for (const char* counter : {"u-kim", "u-ben"})
        desk.apply_all(counter, sheet(count, counter, desk.rack));
    return count;
}

CountId reconciled(Desk& desk) {
    const CountId count = both_submitted(desk);
    desk.apply_all("u-mia", CountReconciled{count, 1, 1, {}});
    return count;
}

CountClosed close_of(const CountId& count, const char* second) {
    return {count, UserId{second}, 0, 0, ""};
}

void close_period(Desk& desk, const char* label) {
    desk.apply_all("u-mia", PeriodClosed{label, 0, std::string(64, 'a')});
}

Imported imported_file() {
    Imported file;
    file.sha256 = std::string(64, 'f');
    file.file_name = "r.csv";
    file.approver = UserId{"u-acc"};
    return file;
}

Request signing(Desk& desk, const char* period, const char* role, bool certified) {
    close_period(desk, "2025-26");
    if (certified)
        desk.apply_all("u-admin",
                       KeyCertified{"acc", UserId{"u-acc"}, "cert", "pkcs12", UserId{"u-mia"}});
    return {"u-acc", PackSigned{period, "manifest", role, "cert", "signature"}};
}

}  // namespace

std::vector<Stopped> stopped_counts() {
    return {
        {Refusal::count_unknown,
         [](Desk&) {
             return Request{"u-mia", close_of(CountId{"c-999"}, "u-ben")};
         }},
        {Refusal::count_closed,
         [](Desk& desk) {
             const CountId count = start(desk);
             Stocktake closed = desk.fact<Stocktake>(count.value);
             closed.state = "closed";
             desk.facts.put(Table::stocktake, row_of(closed));
             return Request{"u-mia", close_of(count, "u-ben")};
         }},
        {Refusal::count_needs_two,
         [](Desk& desk) {
             return Request{"u-mia", count_of(desk, "u-ben", "u-ben")};
         }},
        {Refusal::counter_not_of_count,
         [](Desk& desk) {
             return Request{"u-sue", sheet(start(desk), "u-sue", desk.rack)};
         }},
        {Refusal::counter_submitted_already,
         [](Desk& desk) {
             return Request{"u-kim", sheet(both_submitted(desk), "u-kim", desk.rack)};
         }},
        {Refusal::location_outside_count,
         [](Desk& desk) {
             return Request{"u-kim", sheet(start(desk), "u-kim", desk.safe)};
         }},
        {Refusal::count_overlaps,
         [](Desk& desk) {
             start(desk);
             return Request{"u-mia", count_of(desk)};
         }},
        {Refusal::count_unfinished,
         [](Desk& desk) {
             return Request{"u-mia", CountReconciled{start(desk), 1, 1, {}}};
         }},
        {Refusal::count_not_reconciled,
         [](Desk& desk) {
             return Request{"u-mia", close_of(both_submitted(desk), "u-ben")};
         }},
        {Refusal::second_missing,
         [](Desk& desk) {
             return Request{"u-mia", close_of(reconciled(desk), "")};
         }},
        {Refusal::second_counted,
         [](Desk& desk) {
             return Request{"u-mia", close_of(reconciled(desk), "u-mia")};
         }},
    };
}

std::vector<Stopped> stopped_papers() {
    return {
        {Refusal::period_label_taken,
         [](Desk& desk) {
             close_period(desk, "2025-26");
             return Request{"u-mia", PeriodClosed{"2025-26", 0, std::string(64, 'a')}};
         }},
        {Refusal::period_empty,
         [](Desk& desk) {
             close_period(desk, "2025-26");
             return Request{"u-mia", PeriodClosed{"2026-27", 0, std::string(64, 'a')}};
         }},
        {Refusal::period_unknown,
         [](Desk& desk) { return signing(desk, "1999-00", "senior_officer", true); }},
        {Refusal::key_unknown,
         [](Desk& desk) { return signing(desk, "2025-26", "senior_officer", false); }},
        {Refusal::key_unknown,
         [](Desk& desk) {
             signing(desk, "2025-26", "senior_officer", true);
             // Another person's certificate is no key of one's own.
             return Request{"u-mia", PackBuilt{"2025-26", "manifest", "cert"}};
         }},
        {Refusal::name_taken,
         [](Desk& desk) {
             signing(desk, "2025-26", "senior_officer", true);
             return Request{"u-admin", KeyCertified{"other name", UserId{"u-mia"}, "cert", "ink",
                                                    UserId{"u-acc"}}};
         }},
        {Refusal::file_imported_before,
         [](Desk& desk) {
             desk.apply_all("u-mia", imported_file());
             return Request{"u-mia", imported_file()};
         }},
        {Refusal::import_unknown,
         [](Desk&) {
             return Request{"u-mia", ImportUndone{7, std::string(64, 'e'), {}, UserId{"u-acc"}}};
         }},
        {Refusal::changed_since,
         [](Desk& desk) {
             return Request{"u-mia",
                            RegistrationReversed{desk.batch_a.value, HolderId{desk.rack.value}, 1}};
         }},
    };
}

}  // namespace muster::testing
