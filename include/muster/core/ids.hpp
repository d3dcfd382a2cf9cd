// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace muster::core {

/// The number of an entry in the ledger; also the movement's and the receipt's number. 1 is the
/// first.
using EntryNumber = std::int64_t;

/// An identifier that cannot be mistaken for one of another kind. Empty means none.
///
/// Things are named `<letter>-<number of the entry that created them>` (`i-412`); people by random
/// letters and digits (`u-7k2m`), so that an erased person leaves no trace in a line.
template <class Tag>
struct Id {
    std::string value;
    bool empty() const { return value.empty(); }
    auto operator<=>(const Id&) const = default;
};

using ArmouryId = Id<struct ArmouryTag>;    ///< `a-1`: a site
using UserId = Id<struct UserTag>;          ///< `u-7k2m`: who signs in
using OfficerId = Id<struct OfficerTag>;    ///< `o-5t2k9`: who draws
using PersonId = Id<struct PersonTag>;      ///< `p-9x1c4`: one human, whatever accounts they have
using LocationId = Id<struct LocationTag>;  ///< `l-3`
using ModelId = Id<struct ModelTag>;        ///< `m-12`
using ItemId = Id<struct ItemTag>;          ///< `i-412`
using BatchId = Id<struct BatchTag>;        ///< `b-7`
using DiscrepancyId = Id<struct DiscrepancyTag>;  ///< `d-77`
using CountId = Id<struct CountTag>;              ///< `c-90`
using KitId = Id<struct KitTag>;                  ///< `k-33`: what is drawn together
using DipTestId = Id<struct DipTestTag>;          ///< `q-120`: a senior officer's test on foot
/// A case under which stock is away: a consignment `t-…`, a loan `n-…`, a repair `w-…`, a seizure
/// `s-…`, a loss `z-…`.
using CaseId = Id<struct CaseTag>;

/// Whatever can hold stock: a location (`l-…`), an officer (`o-…`), a case of what is in no place
/// of ours, or `x-…`, what left the force's keeping by that entry for good.
using HolderId = Id<struct HolderTag>;
/// Whatever can be held by quantity: a batch (`b-…`) or counted stock of a model (`m-…`).
using StockId = Id<struct StockTag>;

/// The id of what entry `number` created, `letter` saying what it is.
template <class AnyId>
AnyId created_id(char letter, EntryNumber number) {
    return AnyId{std::string{letter} + "-" + std::to_string(number)};
}

}  // namespace muster::core
