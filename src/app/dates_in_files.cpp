// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <filesystem>

#include "app/delta_file.hpp"
#include "muster/core/codes.hpp"

namespace muster::app {
namespace {

constexpr std::array<std::string_view, 12> months{"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                                  "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return c >= 'A' && c <= 'Z';
}

/// A run of digits or of letters.
struct Piece {
    std::string text;
    bool digits = false;
    std::size_t at = 0;
    std::size_t ordinal = 0;  ///< characters of `st of` and the like behind it
    std::size_t end() const { return at + text.size() + ordinal; }
    int number() const { return digits && text.size() <= 8 ? std::stoi(text) : 0; }
};

std::vector<Piece> pieces_of(const std::string& given) {
    const std::string text = core::normal_code(given);
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool digit = is_digit(text[i]);
        if (!digit && !is_letter(text[i])) continue;
        const bool goes_on =
            !pieces.empty() && pieces.back().digits == digit && pieces.back().end() == i;
        if (!goes_on) pieces.push_back({"", digit, i, 0});
        pieces.back().text += text[i];
    }
    return pieces;
}

int month_of(const Piece& piece) {
    if (piece.digits) return piece.text.size() <= 2 ? piece.number() : 0;
    for (std::size_t i = 0; i < months.size(); ++i)
        if (piece.text.size() >= 3 && piece.text.starts_with(months[i]))
            return static_cast<int>(i) + 1;
    return 0;
}

std::optional<core::Date> day_of(const Piece& year, const Piece& month, const Piece& day) {
    if (!year.digits || year.text.size() != 4 || !day.digits || day.text.size() > 2)
        return std::nullopt;
    return core::date_of(core::CivilDate{year.number(), month_of(month), day.number()});
}

// One separator or two may stand between the parts.
bool stand_together(const Piece& one, const Piece& next) {
    return next.at - one.end() <= 2;
}

std::optional<core::Date> day_at(const std::vector<Piece>& pieces, std::size_t at) {
    if (const Piece& solid = pieces[at]; solid.digits && solid.text.size() == 8) {
        const Piece year{solid.text.substr(0, 4), true, 0, 0};
        const Piece month{solid.text.substr(4, 2), true, 0, 0};
        if (const auto day = day_of(year, month, {solid.text.substr(6), true, 0, 0})) return day;
        // 07112026, as people write it.
        const Piece last{solid.text.substr(4), true, 0, 0};
        return day_of(last, {solid.text.substr(2, 2), true, 0, 0},
                      {solid.text.substr(0, 2), true, 0, 0});
    }
    if (at + 2 >= pieces.size()) return std::nullopt;
    const Piece& a = pieces[at];
    const Piece& b = pieces[at + 1];
    const Piece& c = pieces[at + 2];
    if (!stand_together(a, b) || !stand_together(b, c)) return std::nullopt;
    return a.text.size() == 4 ? day_of(a, b, c) : day_of(c, b, a);
}

std::vector<core::Date> days_in(const std::string& text) {
    std::vector<Piece> pieces;
    for (Piece& piece : pieces_of(text)) {
        const bool filler = piece.text == "ST" || piece.text == "ND" || piece.text == "RD" ||
                            piece.text == "TH" || piece.text == "OF" || piece.text == "T";
        if (!filler)
            pieces.push_back(std::move(piece));
        else if (!pieces.empty() && stand_together(pieces.back(), piece))
            pieces.back().ordinal += piece.end() - pieces.back().end();
    }
    std::vector<core::Date> days;
    for (std::size_t i = 0; i < pieces.size(); ++i)
        if (const auto day = day_at(pieces, i)) days.push_back(*day);
    return days;
}

}  // namespace

std::optional<core::Date> date_in_text(const std::string& text) {
    const auto days = days_in(text);
    return days.size() == 1 ? std::optional{days.front()} : std::nullopt;
}

std::optional<core::Date> as_at_in_name(const std::string& path) {
    const auto days = days_in(std::filesystem::path{path}.stem().string());
    return days.empty() ? std::nullopt : std::optional{days.back()};
}

}  // namespace muster::app
