// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/case_facts.hpp"
#include "muster/core/entry.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/stock_facts.hpp"
#include "muster/core/transitions.hpp"

/// The few ways in which stock changes its place in the facts. Every `apply` goes through them, so
/// that an item is always in exactly one place and a batch's quantities always add up.
namespace muster::core {

/// Puts a new item where it is.
void place_item(Changes& changes, const Item& item);
/// Moves an item to another holder with a new location status, away under that case if one is
/// named. It leaves the case it was in; a visitor's item stays on loan in wherever it lies here.
void move_item(Changes& changes, Item item, const HolderId& to, std::string status, EntryNumber by,
               CaseId under = {});
/// Takes items along one step of the table: status and condition as it says, open lines of the
/// officer who had them closed, and a line in the case they are now under.
void carry_items(Changes& changes, const std::vector<ItemLine>& lines, std::string_view step,
                 EntryNumber by, const CaseId& under = {});
/// Changes the condition of items as the step says, and leaves them where they are.
void change_condition(Changes& changes, const std::vector<ItemLine>& lines, std::string_view step);
/// Moves quantities as booked; into a case, and out of one, where those are named.
void carry_stock(Changes& changes, const std::vector<StockLine>& lines, EntryNumber by,
                 const CaseId& into = {}, const CaseId& out_of = {});
/// Takes so much of a subject out of a case, which closes with its last line.
void leave_case(Changes& changes, const CaseId& under, const std::string& subject,
                std::int64_t quantity);
/// Of a case that nothing more comes back to: what is left is short, where anything is.
void close_short(Changes& changes, const CaseId& under, bool complete);
/// Items came back and wait to be signed fit by another than who recorded that.
void await_fit(Changes& changes, const std::vector<ItemLine>& lines, const Entry& entry);
/// Takes `quantity` off the officer's open lines, oldest first; unless `partial`, what is short
/// leaves with its line, because a discrepancy now answers for it.
void close_open_lines(Changes& changes, const OfficerId& officer, const std::string& subject,
                      std::int64_t quantity, bool partial);
/// Puts a part on an item, or with no item named takes it off.
void mount_part(Changes& changes, const ItemId& part, const ItemId& host);
/// Adds to (or with a negative quantity takes from) what a holder has of a stock. A balance of
/// nothing goes.
void add_stock(Changes& changes, const HolderId& holder, const StockId& stock,
               std::int64_t quantity, std::int64_t boxes, EntryNumber by);
/// What a holder has of a stock; zero where nothing.
Balance balance_of(const Facts& facts, const HolderId& holder, const StockId& stock);
/// The quarantine or evidence cage that the holder is or lies in; nothing where it is neither.
std::optional<Location> kept_apart(const Facts& facts, const std::string& holder);
/// Whence a quantity is taken where nobody says: the first place of that armoury that has enough,
/// then any other; else the fullest. What is kept apart is taken only where its place is named.
HolderId place_with(const Facts& facts, const ArmouryId& armoury, const StockId& stock,
                    std::int64_t quantity);
/// That there is less of a stock than is asked for; how much, in words. To somebody who counts
/// blind it is not said (DOMAIN §6).
RefusedLine over_balance(const Facts& facts, const UserId& by, const std::string& subject,
                         const std::string& available, const std::string& asked);
/// A number as keys have it: 12 digits, so that they sort.
std::string number_key(EntryNumber number);
/// The key of an officer's open line: by officer, then oldest issue first.
std::string open_line_key(const OfficerId& officer, EntryNumber issue, const std::string& subject);
/// Whether its first day has come. A clock that stands before the day on which the authorisation
/// was recorded is wrong, and stops nobody by it (FORMATS §1); a page that is keyed later is judged
/// by its own day.
bool has_begun(const Authorisation& held, const Context& context);
/// Whether it has begun, has not ended, and is not suspended.
bool is_in_force(const Authorisation& held, const Context& context);
/// The status an item has while it is in that location: in_store, or in_vehicle_safe.
std::string status_in(const Facts& facts, const HolderId& location);
/// Makes an item answer to its tag, its serial, and its model with the serial; or no longer.
void name_item(Changes& changes, const Item& item);
void unname_item(Changes& changes, const Item& item);
/// Makes `thing` answer to a code.
void name_thing(Changes& changes, const std::string& code, const std::string& thing,
                const std::string& sort);

}  // namespace muster::core
