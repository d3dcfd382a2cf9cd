// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "muster/core/facts.hpp"
#include "muster/core/tables.hpp"

/// How ids are shown to people in the tables.
namespace muster::core::tables {

/// What is known of an item, a batch or counted stock; empty where nothing is.
struct Subject {
    std::string tag;
    std::string number;  ///< serial or batch number
    std::string model;
    std::string category;
};
Subject subject_of(const Facts& facts, const std::string& id);

/// A location's name, an officer's or a user's name where disclosed; empty for the unknown.
std::string holder_name(const Facts& facts, const std::string& id);
std::string user_name(const Facts& facts, const UserId& user);
/// An officer's collar number and name where disclosed.
std::string officer_name(const Facts& facts, const std::string& id);
/// The text behind a private value, or words that say it is not at hand.
std::string private_shown(const Facts& facts, const PrivateText& value);

std::string yes_or_no(bool truth);
/// A moment as its two cells: on a UK clock, and its UTC text.
void push_instant(SheetRow& row, Instant instant);
/// An optional date as a cell.
SheetCell date_cell(const std::optional<Date>& date);
/// The number behind the dash of an id such as `i-412`; 0 where there is none.
EntryNumber number_of(const std::string& id);
/// `412-1`.
std::string line_key(EntryNumber entry, std::int64_t line);

}  // namespace muster::core::tables
