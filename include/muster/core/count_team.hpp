// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "muster/core/entries/counts.hpp"
#include "muster/core/facts.hpp"
#include "muster/core/result.hpp"

/// Who may count what (DOMAIN §6): the rules of a team, and how soon a discrepancy is reported.
namespace muster::core {

/// Whether the force keeps the rules of a team (policy `count_team_rules`). A ledger from before
/// they were does not, and is decided as it was.
bool keeps_team_rules(const Facts& facts);
/// Who is in charge of a place: who is named for it or for the nearest place above, else whoever
/// has the duty there; nobody where neither is known.
UserId custodian_of(const Facts& facts, const LocationId& place);
/// Whether somebody holds no role that handles stock, and held none for 90 days.
bool is_outsider(const Facts& facts, const UserId& user, Instant now);
/// Whether a role lets its holder handle stock.
bool is_stock_role(const std::string& role);
/// A location and everything below it, each once, sorted.
std::vector<LocationId> with_parts(const Facts& facts, const std::vector<LocationId>& scope);
/// What the rules of a team say against a plan, all of it overridable; `scope` with its parts.
std::vector<RefusedLine> team_stops(const Facts& facts, const CountStarted& plan,
                                    const std::vector<LocationId>& scope, Instant now);
/// The blind count for which that user has still to hand in a sheet; of anybody where no user is
/// named. Nothing where there is none. Until then the book is hidden from them (DOMAIN §6).
std::optional<std::string> counts_blind(const Facts& facts, const std::optional<UserId>& user);
/// The quarter of the year on a UK clock, `2026-Q3`.
std::string quarter_of(Instant at);
/// How grave a discrepancy of that sort about that subject is: critical, high, medium or low, by
/// policy `severity.SORT` or else by what it is about.
std::string severity_of(const Facts& facts, const std::string& sort, const std::string& subject);

}  // namespace muster::core
