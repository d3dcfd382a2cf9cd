// SPDX-License-Identifier: MIT
#include <map>

#include "examination.hpp"
#include "workbook_looks.hpp"

namespace muster::pack {
namespace {

using Kind = files::XmlEvent::Kind;

/// A cell style with what its numbers name written out, as two equal ones share it.
std::string style_text(const std::string& number_format, const std::string& font_text,
                       const std::string& fill_text, const std::string& border_text,
                       const Attributes& applied, const std::string& alignment) {
    std::string text = number_format + "\n" + font_text + "\n" + fill_text + "\n" + border_text;
    for (const auto& [name, value] : applied) text.append("\n").append(name).append("=") += value;
    return text + "\n" + alignment;
}

std::string style_text(const Look& look) {
    Attributes applied;
    const bool is_plain = std::string{look.name} == "plain";
    if (!is_plain) applied.emplace_back("applyAlignment", "1");
    if (look.border != no_border) applied.emplace_back("applyBorder", "1");
    if (look.fill != no_fill) applied.emplace_back("applyFill", "1");
    if (!is_plain) applied.emplace_back("applyFont", "1");
    if (look.number_format != "General") applied.emplace_back("applyNumberFormat", "1");
    applied.emplace_back("xfId", "0");
    return style_text(look.number_format, canonical_xml(look.font), canonical_xml(look.fill),
                      canonical_xml(look.border), applied,
                      look.alignment.empty() ? "" : canonical_xml(look.alignment));
}

const std::map<std::string, std::string>& names_of_styles() {
    static const auto names = [] {
        std::map<std::string, std::string> made;
        for (const Look& look : looks()) made.emplace(style_text(look), look.name);
        return made;
    }();
    return names;
}

/// Sections of the part in their order, and attributes they have besides `count`.
struct Section {
    const char* name;
    Attributes attributes;
};
const std::vector<Section>& sections() {
    static const std::vector<Section> all{
        {"numFmts", {}},
        {"fonts", {}},
        {"fills", {}},
        {"borders", {}},
        {"cellStyleXfs", {}},
        {"cellXfs", {}},
        {"cellStyles", {}},
        {"dxfs", {}},
        {"tableStyles",
         {{"defaultPivotStyle", "PivotStyleLight16"}, {"defaultTableStyle", "TableStyleMedium9"}}},
    };
    return all;
}

/// Reads the part section by section; every section's things come as canonical text.
class LooksReading {
public:
    files::Walk take(const files::XmlEvent& event) {
        if (event.kind == Kind::aside) wrong_ = "a comment or an instruction stands in it";
        if (event.kind == Kind::close) --depth_;
        judge(event);
        if (event.kind == Kind::open) ++depth_;
        return wrong_.empty() ? files::Walk::go_on : files::Walk::stop;
    }
    std::string wrong() const {
        if (!wrong_.empty()) return wrong_;
        return section_ == sections().size() ? "" : "a section is missing";
    }
    StyleNumbers numbers;

private:
    static constexpr std::size_t things_max = 100;

    void judge(const files::XmlEvent& event) {
        static const Attributes space{
            {"xmlns", "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}};
        if (!wrong_.empty()) return;
        if (depth_ == 0 && event.kind == Kind::open)
            wrong_ = wrong_attributes(event, space, {});
        else if (depth_ == 1)
            event.kind == Kind::open ? begin_section(event) : end_section(event);
        else if (depth_ > 1)
            gather(event);
    }
    void begin_section(const files::XmlEvent& event) {
        if (section_ >= sections().size() || event.name != sections()[section_].name) {
            wrong_ = "<" + escaped(event.name) + "> does not belong where it stands";
            return;
        }
        Attributes expected = sections()[section_].attributes;
        expected.emplace_back("count", "~count");
        wrong_ = wrong_attributes(event, expected, {});
        if (!wrong_.empty()) return;
        for (const auto& [name, value] : event.attributes)
            if (name == "count") promised_ = value;
        things_ = 0;
    }
    void end_section(const files::XmlEvent& event) {
        if (event.kind == Kind::text) wrong_ = "a text stands in it";
        if (event.kind == Kind::close && std::to_string(things_) != promised_)
            wrong_ = "<" + escaped(event.name) + "> does not hold as many things as it says";
        ++section_;
    }
    void gather(const files::XmlEvent& event) {
        if (depth_ == 2 && event.kind == Kind::open) thing_ = event;
        if (depth_ == 2 && event.kind == Kind::open) inside_.clear();
        if (depth_ > 2) inside_ += canonical_xml(event);
        if (depth_ == 2 && event.kind == Kind::text) wrong_ = "a text stands in it";
        if (depth_ != 2 || event.kind != Kind::close) return;
        if (++things_ > things_max) {
            wrong_ = "it holds more looks than a workbook has";
            return;
        }
        const std::string whole = canonical_xml(thing_) + inside_ + canonical_xml(event);
        wrong_ = thing(sections()[section_].name, whole);
        if (!wrong_.empty()) wrong_ += ": " + in_quotes(whole);
    }
    std::string thing(const std::string& section, const std::string& whole);
    std::string number_format(const std::string& whole);
    std::string piece(std::vector<std::string>& pieces, const std::string& whole,
                      std::string Look::*member, const char* besides);
    std::string cell_style();
    std::string difference(const std::string& whole);

    std::string wrong_;
    int depth_ = 0;
    std::size_t section_ = 0;
    std::size_t things_ = 0;
    std::string promised_;
    files::XmlEvent thing_;
    std::string inside_;
    std::map<std::string, std::string> formats_{{"0", "General"}, {"3", "#,##0"}, {"49", "@"}};
    std::vector<std::string> fonts_, fills_, borders_;
};

std::string LooksReading::thing(const std::string& section, const std::string& whole) {
    static const std::string normal_style =
        canonical_xml("<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>");
    static const std::string normal =
        canonical_xml("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>");
    if (section == "numFmts") return number_format(whole);
    if (section == "fonts") return piece(fonts_, whole, &Look::font, plain_font);
    if (section == "fills") return piece(fills_, whole, &Look::fill, dotted_fill);
    if (section == "borders") return piece(borders_, whole, &Look::border, no_border);
    if (section == "cellXfs") return cell_style();
    if (section == "dxfs") return difference(whole);
    const bool is_normal = (section == "cellStyleXfs" && whole == normal) ||
                           (section == "cellStyles" && whole == normal_style);
    return is_normal && things_ == 1 ? "" : "a style that does not belong";
}

std::string LooksReading::number_format(const std::string& whole) {
    std::string id;
    std::string code;
    for (const auto& [name, value] : thing_.attributes) {
        if (name == "numFmtId") id = value;
        if (name == "formatCode") code = value;
    }
    bool known = false;
    for (const Look& look : looks()) known = known || look.number_format == code;
    const std::string form =
        "<numFmt numFmtId=\"" + xml_escaped(id) + "\" formatCode=\"" + xml_escaped(code) + "\"/>";
    // Numbers below 164 are Excel's own.
    if (!known || id.size() != 3 || id < "164" || canonical_xml(form) != whole ||
        !formats_.emplace(id, code).second)
        return "a number format that does not belong";
    return {};
}

std::string LooksReading::piece(std::vector<std::string>& pieces, const std::string& whole,
                                std::string Look::*member, const char* besides) {
    bool known = canonical_xml(besides) == whole;
    for (const Look& look : looks()) known = known || canonical_xml(look.*member) == whole;
    pieces.push_back(whole);
    return known ? "" : "a font, fill or border that does not belong";
}

std::string LooksReading::cell_style() {
    std::string format, font_text, fill_text, border_text;
    Attributes applied;
    const auto at = [](const std::vector<std::string>& pieces, const std::string& number) {
        for (std::size_t i = 0; i < pieces.size(); ++i)
            if (std::to_string(i) == number) return pieces[i];
        return std::string{};
    };
    for (const auto& [name, value] : thing_.attributes) {
        if (name == "numFmtId")
            format = formats_.count(value) != 0 ? formats_.at(value) : "";
        else if (name == "fontId")
            font_text = at(fonts_, value);
        else if (name == "fillId")
            fill_text = at(fills_, value);
        else if (name == "borderId")
            border_text = at(borders_, value);
        else
            applied.emplace_back(name, value);
    }
    const auto found = names_of_styles().find(
        style_text(format, font_text, fill_text, border_text, applied, inside_));
    if (found == names_of_styles().end()) return "a cell's style that does not belong";
    numbers.cells.push_back(found->second);
    return {};
}

std::string LooksReading::difference(const std::string& whole) {
    static const std::string alert = canonical_xml(alert_text());
    if (whole == alert) {
        numbers.alerts_and_columns.emplace_back("alert");
        return {};
    }
    for (const auto& [id, code] : formats_)
        if (whole == canonical_xml("<dxf><numFmt numFmtId=\"" + id + "\" formatCode=\"" +
                                   xml_escaped(code) + "\"/></dxf>")) {
            numbers.alerts_and_columns.push_back(code);
            return {};
        }
    return "a look of a table or an alert that does not belong";
}

}  // namespace

StyleNumbers read_looks(const files::XlsxBook& book, std::string& wrong) {
    LooksReading reading;
    const auto fault = book.walk_part(
        "xl/styles.xml", [&](const files::XmlEvent& event) { return reading.take(event); });
    wrong = fault ? escaped(fault->words) : reading.wrong();
    return std::move(reading.numbers);
}

}  // namespace muster::pack
