// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.hpp"
#include "muster/app/movements.hpp"

/// What the commands of movements read from their words, and give back.
namespace muster::cli {

/// `--happened` and `--paper` of a movement that is keyed later, and `--request`.
app::CommitDetails details_of(const Run& run);
/// `CODE:QTY` of every option of that name.
std::vector<app::CodeQuantity> quantities_of(const Words& words, const char* option);
/// `CODE:QTY:REASON:REF` of every `--expend`, or of another option.
std::vector<app::CodeExpended> all_expended(const Words& words, const char* option);
/// `--item`, `--batch`, and where quantities are taken from.
app::MovedThings things_of(const Words& words);
std::optional<core::Date> date_of(const Words& words, const char* option);
/// The answer of a movement: its number, lines, discrepancies.
Outcome movement(Run& run, const core::Result<app::MovementReceipt>& done, const std::string& verb);

/// Options that several movements share.
namespace movement_option {
inline constexpr Option item{"item", "CODE", "an item: tag, MODEL/SERIAL or serial", true};
inline constexpr Option batch{"batch", "CODE:QTY", "a quantity of a batch or of counted stock",
                              true};
inline constexpr Option second{"second", "USER", "the second person; they give their own secret"};
inline constexpr Option happened{"happened", "INSTANT",
                                 "when it happened, where it is keyed later"};
inline constexpr Option paper{"paper", "PAGE", "page of the numbered paper form"};
inline constexpr Option note{"note", "WORDS", "free text, kept private"};
inline constexpr Option complete{"complete", nullptr,
                                 "nothing more is to come: the rest is a discrepancy"};
}  // namespace movement_option

}  // namespace muster::cli
