// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "muster/files/file_error.hpp"

namespace muster::intake {

/// What a person once said about a force's spreadsheets, so that nobody has to say it twice. It
/// goes before our own synonyms. Sheets, headings, models and statuses are compared without regard
/// to case, blanks and punctuation.
struct Mapping {
    /// A heading of the force's own.
    struct Heading {
        std::string kind;     ///< of the sheets it is meant for; empty for every kind
        std::string heading;  ///< as it stands in the sheet; of two rows, both with a blank between
        std::string field;    ///< one of `fields_of(kind)`; empty where the column is not wanted
        bool operator==(const Heading&) const = default;
    };
    /// What holds for every row of a table that has no column for it: all stand in one armoury.
    struct Constant {
        std::string kind;   ///< of the sheets it is meant for; empty for every kind
        std::string sheet;  ///< only this one; empty for every sheet
        std::string field;  ///< one of `fields_of(kind)`
        std::string value;  ///< as it would stand in a cell
        bool operator==(const Constant&) const = default;
    };
    /// A sheet to its kind (`items batches officers authorisations deployments movements`), or to
    /// `none`, which leaves it out.
    std::map<std::string, std::string> sheets;
    std::vector<Heading> headings;
    std::vector<Constant> constants;              ///< the first that fits a field is taken
    std::map<std::string, std::string> models;    ///< the sheet's name to ours
    std::map<std::string, std::string> statuses;  ///< the sheet's word to one that we know
    bool operator==(const Mapping&) const = default;
};

/// The mapping as one line of canonical JSON and a newline: the file of `--map`. The same mapping
/// gives the same bytes. Texts are brought to what a line may hold.
std::string mapping_text(const Mapping& mapping);
/// Reads what `mapping_text` wrote; also without the newline, and with blanks and lines between, as
/// an editor leaves them. Refused with the code `mapping_not_readable`: anything else, an unknown
/// kind, a field that the kind does not have, a status that is no word of ours.
files::OrFault<Mapping> read_mapping(std::string_view bytes);

/// A field that a column may be, as a person is asked for it.
struct FieldWords {
    std::string field;    ///< `serial`, `to:pistol`
    std::string heading;  ///< how the column is usually headed, `Serial No.`
    std::string words;    ///< `the serial`
    bool needed = false;  ///< a sheet of that kind cannot do without it
};
/// The kinds of sheet in the order in which they are read.
const std::vector<std::string>& kinds();
/// The fields of a kind, needed ones first. Throws std::logic_error for a kind that does not exist.
std::vector<FieldWords> fields_of(std::string_view kind);
/// Whether the word is understood as the status of a thing (`In store`) or of a person (`Left`).
bool is_status_word(const std::string& word);
/// Words for statuses of which each means something else, to offer to a person: `In store`, `U/S` …
std::vector<std::string> status_words();

}  // namespace muster::intake
