// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "muster/core/stock_facts.hpp"

namespace muster::core {

/// A code as it is compared: blanks at the ends gone, runs of blanks one blank, ASCII letters upper
/// case.
std::string normal_code(std::string_view text);

/// What a code may name, best match first found by id, then by every code it equals. Sorts wanted
/// are `tag`, `serial`, `model_serial`, `batch_number`, `location`, `model`; none means any.
std::vector<Code> things_called(const Facts& facts, std::string_view code,
                                const std::vector<std::string>& sorts = {});

/// How many characters of a serial's end may be typed in place of the whole.
inline constexpr std::size_t serial_end_characters = 4;
/// The items whose serials end so, at most so many: choices for a person, never an answer. Looks at
/// every item; for a code that names nothing else.
std::vector<std::string> items_ending(const Facts& facts, std::string_view code, std::size_t most);

/// An item for people: `Glock 17 Gen 4 ABC123 (WM01181)`; its id where unknown.
std::string item_words(const Facts& facts, const std::string& item);
/// A batch or counted stock for people: `9x19 operational 22-117`.
std::string stock_words(const Facts& facts, const std::string& stock);
/// An officer for people: `PC 4471`, or the id where the number is withheld.
std::string officer_words(const Facts& facts, const std::string& officer);
/// A user's name, or the id where it is withheld.
std::string user_words(const Facts& facts, const std::string& user);
/// A case for people: `loan n-412 to Example Force`.
std::string case_words(const Facts& facts, const std::string& id);
/// A location's name, an officer's or a case's words.
std::string holder_words(const Facts& facts, const std::string& holder);
/// Whatever an id names, for people.
std::string subject_words(const Facts& facts, const std::string& subject);

}  // namespace muster::core
