// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The words that forces use, and what they mean here, read from data/reference/import_headings.csv
/// and import_words.csv, where their columns are explained.
namespace muster::intake {

enum class SheetKind { officers, authorisations, items, batches, deployments, movements };
/// In the order in which they are read: who is named comes before what names them.
inline constexpr SheetKind all_kinds[] = {SheetKind::officers,    SheetKind::authorisations,
                                          SheetKind::items,       SheetKind::batches,
                                          SheetKind::deployments, SheetKind::movements};

/// `items`, `batches` …
std::string_view kind_name(SheetKind kind);
std::optional<SheetKind> kind_called(std::string_view name);

/// What a column of any kind may be.
enum class Field {
    none,
    model,
    serial,
    location,
    status,
    tag,
    type,
    make,
    calibre,
    rack,
    issued_to,
    acquired,
    last_inspected,
    remarks,
    condition,
    hold,
    batch_number,
    quantity,
    expiry,
    sealed_boxes,
    box_size,
    use,
    collar,
    rank,
    surname,
    forename,
    name,
    unit,
    suspended,
    left,
    weapon_class,
    to,
    from,
    log,
    started,
    decision,
    time,
    ended,
    commander,
    level,
    reason,
    arv,
    discharge,
    at,
    sort,
    number,
    officer,
    reference,
    count
};
std::string_view field_name(Field field);

/// A field, and for `to` and `from` on a sheet with columns for each class, which class.
struct ColumnField {
    Field field = Field::none;
    std::string weapon_class;

    /// `serial`, `to:pistol`; empty for none.
    std::string name() const;
    bool operator==(const ColumnField&) const = default;
};

/// What a heading means.
struct HeadingMeaning {
    ColumnField what;
    bool sure = true;
    int rank = 0;  ///< the lower is taken of two that mean the same
};
/// Nothing where the heading is not known on a sheet of that kind.
std::optional<HeadingMeaning> meaning_of_heading(SheetKind kind, std::string_view heading);
/// The field of that kind which a mapping names; nothing where the kind has no such field.
std::optional<ColumnField> field_called(SheetKind kind, std::string_view name);

/// One field of a kind, as import_headings.csv has it.
struct KindField {
    Field field = Field::none;
    bool needed = false;
    std::string words;    ///< `the serial`
    std::string heading;  ///< the usual one
};
const std::vector<KindField>& fields_of_kind(SheetKind kind);

/// The two statuses that a word means (DOMAIN §4), and what else it says.
struct StatusMeaning {
    std::string location_status;
    std::string condition_status;
    bool evidence_hold = false;
    std::string place;  ///< a location below the site
};
std::optional<StatusMeaning> status_meaning(std::string_view word);
/// `serviceable` or `defective` of a word in a column of its own; empty where it says neither.
std::string_view condition_of_word(std::string_view word);
/// One word for each status, the usual one.
const std::vector<std::string>& usual_statuses();

/// A code of the authorisation classes, specialist and other among them; empty where not known.
std::string_view class_of_word(std::string_view word);
/// The same for the classes of weapons with serials: pistol carbine rifle shotgun taser baton_gun.
std::string_view weapon_class_of_word(std::string_view word);
/// pc … cc; empty where not known.
std::string_view rank_of_word(std::string_view word);
/// operational, training, blank, drill; empty where not known.
std::string_view use_of_word(std::string_view word);
/// authorised, declined, stood_down, self_deployed; empty where not known.
std::string_view decision_of_word(std::string_view word);
/// strategic, tactical, operational; empty where not known.
std::string_view level_of_word(std::string_view word);
/// issue, return, receive, expend, transfer, other; empty where not known.
std::string_view sort_of_word(std::string_view word);
/// 1 to 12, or -1.
int month_of_word(std::string_view word);
/// Whether the word is a plain yes, or a plain no.
bool is_yes(std::string_view word);
bool is_no(std::string_view word);
/// TOTAL, Sub-total, Grand total … before anything else.
bool is_total_word(std::string_view text);
/// The same at the end: `Glock 17 total`.
bool ends_in_total(std::string_view text);
/// `Signed`, `Checked by:` …: what is written below a table.
bool is_remark_start(std::string_view text);
/// A mark that stands for an empty cell: a dash, n/a, nil, none.
bool is_blank_mark(std::string_view text);
/// A mark for what the row above has: `"`, ditto, as above.
bool is_ditto(std::string_view text);
/// What stands where a serial would, and is none: TBC, N/K, unknown.
bool is_placeholder(std::string_view text);

/// What a word for somebody's employment says; `rest` is what follows a word for having left, from
/// its first figure on: a day, perhaps.
struct Employment {
    enum class Says { nothing_known, serving, left, suspended };
    Says says = Says::nothing_known;
    std::string rest;
};
Employment employment_of(std::string_view text);
/// Whether a name or unit has a word that hints at a leaver.
bool hints_at_leaver(std::string_view text);
/// yes, none, suspended: what stands in place of an authorisation's date; empty where not known.
std::string_view authority_of_word(std::string_view word);
/// The class that a word within a model's name says, `Glock 17` is a pistol; empty where none does
/// or where the name is that of a part.
std::string_view class_in_model(std::string_view name);
/// Whether the heading is one that surely means a field, on any kind of sheet.
bool is_any_heading(const std::string& key);

/// The make that a model's name begins with, in its usual spelling, and where the rest begins;
/// empty and 0 where none is known.
struct MakeOfModel {
    std::string_view make;
    std::size_t rest = 0;
};
MakeOfModel make_of_model(std::string_view squeezed_name);

}  // namespace muster::intake
