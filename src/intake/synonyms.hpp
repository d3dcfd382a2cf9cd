// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

/// The words that forces use, and what they mean here. Headings are in headings.cpp, all else in
/// synonyms.cpp.
namespace muster::intake {

enum class SheetKind { items, batches, officers };
inline constexpr SheetKind all_kinds[] = {SheetKind::items, SheetKind::batches,
                                          SheetKind::officers};

/// `items`, `batches`, `officers`.
std::string_view kind_name(SheetKind kind);

/// The field that a heading means on a sheet of that kind; empty where none. An officers' column of
/// dates for a class of weapon is `to:<class>`.
std::string field_of_heading(SheetKind kind, std::string_view heading);
/// Whether that is a field of that kind, so that a mapping may name it.
bool is_field(SheetKind kind, std::string_view field);

/// The two statuses that a word means (DOMAIN §4), and what else it says.
struct StatusMeaning {
    std::string_view location_status;
    std::string_view condition_status;
    bool evidence_hold = false;
    std::string_view place;  ///< a location below the site
};
std::optional<StatusMeaning> status_meaning(std::string_view word);

/// pistol, carbine, rifle, shotgun, taser, baton_gun; empty where not known.
std::string_view class_of_word(std::string_view word);
/// Whether that is one of these codes.
bool is_class(std::string_view code);
/// pc … cc; empty where not known.
std::string_view rank_of_word(std::string_view word);
/// operational, training, blank, drill; empty where not known.
std::string_view use_of_word(std::string_view word);
/// The make that the model's name begins with, in its usual spelling; empty where none is known.
std::string_view make_of_model(std::string_view model);
/// TOTAL, Sub-total, Grand total …
bool is_total_word(std::string_view text);
/// A mark that stands for an empty cell: a dash, n/a, nil, none.
bool is_blank_mark(std::string_view text);

}  // namespace muster::intake
