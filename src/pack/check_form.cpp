// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>
#include <utility>

#include "check_form.hpp"
#include "muster/ledger/digest.hpp"
#include "workbook_looks.hpp"

namespace muster::pack {
namespace {

constexpr auto number = CheckNumber::workbook;
constexpr char workbook_file[] = "workbook.xlsx";
constexpr char texts_part[] = "xl/sharedStrings.xml";
constexpr char looks_part[] = "xl/styles.xml";
constexpr char theme_part[] = "xl/theme/theme1.xml";

using Kind = files::XmlEvent::Kind;

/// A sheet, whose rows and cells stand in the form's empty `<sheetData>`.
class SheetReading : public FormReading {
public:
    SheetReading(const SheetForm& form, const StyleNumbers& styles, Shown& shown)
        : FormReading{form.xml, styles}, form_{form}, shown_{shown} {}

private:
    bool begins_free(const std::string& name) override { return name == "sheetData"; }
    std::string judge_free(const files::XmlEvent& event) override;
    std::string judge_row(const files::XmlEvent& event);
    std::string judge_cell(const files::XmlEvent& event);
    std::string judge_value(const files::XmlEvent& event);

    const SheetForm& form_;
    Shown& shown_;
    std::vector<std::string> inside_;  ///< names of the open elements below `sheetData`
    std::int64_t row_ = 0;
    bool shared_ = false;
    bool has_value_ = false;
};

std::string value_of(const files::XmlEvent& event, const char* name) {
    for (const auto& [key, value] : event.attributes)
        if (key == name) return value;
    return {};
}

std::string SheetReading::judge_free(const files::XmlEvent& event) {
    if (event.kind == Kind::aside) return "a comment or an instruction stands in it";
    if (event.kind == Kind::close) {
        if (!inside_.empty()) inside_.pop_back();
        return {};
    }
    if (event.kind == Kind::text) return judge_value(event);
    const std::string parent = inside_.empty() ? "sheetData" : inside_.back();
    inside_.push_back(event.name);
    if (parent == "sheetData" && event.name == "row") return judge_row(event);
    if (parent == "row" && event.name == "c") return judge_cell(event);
    const bool value = parent == "c" && !has_value_ && (event.name == "v" || event.name == "is");
    if (value) has_value_ = true;
    if (value && event.attributes.empty()) return {};
    if (parent == "is" && event.name == "t")
        return event.attributes.empty()
                   ? std::string{}
                   : wrong_attributes(event, {{"xml:space", "preserve"}}, styles());
    return "in row " + std::to_string(row_) + " <" + escaped(event.name) +
           "> does not belong in <" + escaped(parent) + ">";
}

std::string SheetReading::judge_row(const files::XmlEvent& event) {
    row_ += 1;
    Attributes expected{{"r", std::to_string(row_)}};
    if (!form_.flat) expected.emplace_back("spans", form_.spans);
    const std::string height = form_.height(row_);
    if (!height.empty()) expected.emplace_back("customHeight", "1");
    if (!height.empty()) expected.emplace_back("ht", height);
    if (row_ > form_.rows) return "it has more rows than it should";
    const std::string wrong = wrong_attributes(event, expected, styles());
    return wrong.empty() ? wrong : "row " + std::to_string(row_) + ": " + wrong;
}

std::string SheetReading::judge_cell(const files::XmlEvent& event) {
    const std::string place = value_of(event, "r");
    std::size_t column = 0;
    const auto& columns = row_ <= static_cast<std::int64_t>(form_.looks.size())
                              ? form_.looks[static_cast<std::size_t>(row_ - 1)]
                              : form_.other_looks;
    const auto name = [&](std::size_t at) {
        return files::column_letters(static_cast<std::int64_t>(at)) + std::to_string(row_);
    };
    while (column < columns.size() && name(column) != place) ++column;
    if (column == columns.size()) return "a cell " + in_quotes(place) + " does not belong";
    const std::string type = value_of(event, "t");
    shared_ = type == "s";
    has_value_ = false;
    Attributes expected{{"r", place}, {"s", "~look:" + columns[column]}};
    if (!type.empty()) expected.emplace_back("t", form_.flat ? "inlineStr" : "s");
    const std::string wrong = wrong_attributes(event, expected, styles());
    return wrong.empty() ? wrong : "cell " + place + ": " + wrong;
}

std::string SheetReading::judge_value(const files::XmlEvent& event) {
    if (inside_.empty() || (inside_.back() != "v" && inside_.back() != "t"))
        return "the text " + in_quotes(event.text) + " does not belong";
    if (!shared_) return {};
    const bool digits =
        event.text.size() <= 9 && event.text.find_first_not_of("0123456789") == std::string::npos;
    const auto index = digits ? static_cast<std::size_t>(std::stoul(event.text)) : shown_.size();
    if (index >= shown_.size()) return "a cell names a text that is not there";
    shown_[index] = true;
    return {};
}

/// The shared texts: `<si><t>` and nothing else, each shown by some cell. The writer leaves behind
/// what links are called before their cells get a text of their own.
class Texts {
public:
    explicit Texts(Shown& shown) : shown_{shown} {
        targets_.insert("'Index'!A1");
        for (const core::Sheet& sheet : core::sheets()) targets_.insert("'" + sheet.title + "'!A1");
    }
    void count(const files::XlsxBook& book) {
        walk(book, [&](const files::XmlEvent& event, std::size_t) {
            if (event.kind == Kind::open && event.name == "si") shown_.push_back(false);
            return std::string{};
        });
    }
    std::string judge(const files::XlsxBook& book) {
        return walk(book, [&](const files::XmlEvent& event, std::size_t depth) {
            return judge(event, depth);
        });
    }

private:
    template <class Visit>
    std::string walk(const files::XlsxBook& book, Visit visit) {
        std::string wrong;
        std::size_t depth = 0;
        const auto fault = book.walk_part(texts_part, [&](const files::XmlEvent& event) {
            if (event.kind == Kind::close) --depth;
            wrong = visit(event, depth);
            if (event.kind == Kind::open) ++depth;
            return wrong.empty() ? files::Walk::go_on : files::Walk::stop;
        });
        return fault ? escaped(fault->words) : wrong;
    }
    std::string judge(const files::XmlEvent& event, std::size_t depth) {
        static const char* const names[]{"sst", "si", "t"};
        if (event.kind == Kind::aside) return "a comment or an instruction stands in it";
        if (event.kind == Kind::text) return judge_text(event.text, depth);
        if (depth > 2 || event.name != names[depth])
            return "<" + escaped(event.name) + "> does not belong where it stands";
        return event.kind == Kind::open ? judge_open(event, depth) : std::string{};
    }
    std::string judge_open(const files::XmlEvent& event, std::size_t depth) {
        if (depth == 1) has_text_ = false;
        if (depth == 1) ++at_;
        if (depth == 2 && std::exchange(has_text_, true))
            return "a text is written in several pieces";
        if (depth == 0)
            return wrong_attributes(
                event,
                {{"xmlns", "http://schemas.openxmlformats.org/spreadsheetml/2006/main"},
                 {"count", "~count"},
                 {"uniqueCount", std::to_string(shown_.size())}},
                {});
        Attributes expected;
        if (depth == 2 && !event.attributes.empty()) expected.emplace_back("xml:space", "preserve");
        return wrong_attributes(event, expected, {});
    }
    std::string judge_text(const std::string& text, std::size_t depth) const {
        if (depth != 3) return "the text " + in_quotes(text) + " does not belong";
        if (!shown_.at(at_ - 1) && targets_.count(text) == 0)
            return "the text " + in_quotes(text) + " is shown by no cell";
        return {};
    }

    Shown& shown_;
    std::set<std::string> targets_;
    std::size_t at_ = 0;
    bool has_text_ = false;
};

/// How many rows each table has.
std::vector<std::int64_t> rows_of(const core::PeriodSheets& sheets) {
    std::vector<std::int64_t> rows;
    for (const core::Sheet& sheet : core::sheets()) rows.push_back(sheets.total(sheet.id).rows);
    return rows;
}

std::string part_of_sheet(std::size_t index) {
    return "xl/worksheets/sheet" + std::to_string(index + 1) + ".xml";
}

}  // namespace

FormCheck::FormCheck(Examination& examination, const files::XlsxBook& book,
                     const core::PeriodSheets& sheets)
    : examination_{examination}, book_{book} {
    const auto parts = book.parts();
    flat_ = std::none_of(parts.begin(), parts.end(),
                         [](const std::string& part) { return part.rfind("xl/tables/", 0) == 0; });
    const auto forms = forms_of_package(sheets, rows_of(sheets), flat_);
    check_list(forms);
    if (!whole_) return;
    check_looks();
    for (const auto& [part, xml] : forms) {
        FormReading reading{xml, styles_};
        check_part(part, reading);
    }
    if (!flat_) Texts{shown_}.count(book_);
}

void FormCheck::fail(const std::string& part, const std::string& words) {
    examination_.fail(number, "Its part " + in_quotes(part) + ": " + words + ".", workbook_file);
}

void FormCheck::check_list(const std::map<std::string, std::string>& forms) {
    std::set<std::string> known{looks_part, theme_part};
    if (!flat_) known.insert(texts_part);
    for (const auto& [part, xml] : forms) known.insert(part);
    for (std::size_t i = 0; i <= core::sheets().size(); ++i) known.insert(part_of_sheet(i));
    const auto tell = [&](const char* words, const std::string& part) {
        whole_ = false;
        examination_.fail(number, words + in_quotes(part) + ".", workbook_file);
    };
    for (const std::string& part : book_.parts())
        if (known.erase(part) == 0) tell("It holds a part that does not belong: ", part);
    for (const std::string& part : known) tell("It lacks the part ", part);
}

void FormCheck::check_looks() {
    std::string wrong;
    styles_ = read_looks(book_, wrong);
    if (!wrong.empty()) fail(looks_part, wrong);
    const auto theme = book_.read_part(theme_part);
    if (theme.fault() != nullptr || !is_known_theme(ledger::hex(ledger::sha256(theme.value()))))
        fail(theme_part, "it is not the theme of a workbook of this format");
}

void FormCheck::check_part(const std::string& part, FormReading& reading) {
    const auto fault =
        book_.walk_part(part, [&](const files::XmlEvent& event) { return reading.take(event); });
    if (fault) return fail(part, escaped(fault->words));
    if (!reading.wrong().empty()) fail(part, reading.wrong());
}

void FormCheck::take(const SheetForm& sheet) {
    if (!whole_) return;
    SheetReading reading{sheet, styles_, shown_};
    check_part(sheet.part, reading);
}

void FormCheck::finish() {
    // Texts of a sheet that was not read to its end would only look as if no cell showed them.
    if (flat_ || !whole_ || examination_.has(number)) return;
    if (const std::string fault = Texts{shown_}.judge(book_); !fault.empty())
        fail(texts_part, fault);
}

}  // namespace muster::pack
