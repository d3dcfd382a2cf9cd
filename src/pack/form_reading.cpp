// SPDX-License-Identifier: MIT
#include "form_reading.hpp"

#include <algorithm>
#include <stdexcept>

#include "examination.hpp"

namespace muster::pack {
namespace {

using Kind = files::XmlEvent::Kind;

bool is_digits(const std::string& text) {
    return !text.empty() && text.size() <= 9 &&
           text.find_first_not_of("0123456789") == std::string::npos;
}

bool is_colour(const std::string& text) {
    return text.size() == 8 && text.substr(0, 2) == "FF" &&
           text.find_first_not_of("0123456789ABCDEF") == std::string::npos;
}

/// A width in characters, of which only whole ones count.
bool is_width(const std::string& text, const std::string& least) {
    constexpr int widest = 255;
    const std::string whole = text.substr(0, text.find('.'));
    const std::string part = text.substr(std::min(whole.size() + 1, text.size()));
    return is_digits(whole) && std::stoi(whole) >= std::stoi(least) && std::stoi(whole) <= widest &&
           part.find_first_not_of("0123456789") == std::string::npos;
}

bool fits(const std::string& found, const std::string& expected, const StyleNumbers& styles) {
    if (expected.empty() || expected.front() != '~') return found == expected;
    if (expected == "~count") return is_digits(found);
    if (expected == "~colour") return is_colour(found);
    if (expected.rfind("~least:", 0) == 0) return is_width(found, expected.substr(7));
    const auto is_look = [&](const std::vector<std::string>& looks, std::size_t from) {
        return is_digits(found) && static_cast<std::size_t>(std::stoi(found)) < looks.size() &&
               looks[static_cast<std::size_t>(std::stoi(found))] == expected.substr(from);
    };
    if (expected.rfind("~dxf:", 0) == 0) return is_look(styles.alerts_and_columns, 5);
    if (expected.rfind("~look:", 0) == 0) return is_look(styles.cells, 6);
    throw std::logic_error{"an unknown form: " + expected};
}

std::string in_words(const std::string& expected) {
    if (expected.rfind("~least:", 0) == 0) return "at least " + expected.substr(7);
    if (expected.rfind("~dxf:", 0) == 0) return "the number of the look " + expected.substr(5);
    if (expected.rfind("~look:", 0) == 0) return "the number of the look " + expected.substr(6);
    if (expected == "~count") return "a number";
    if (expected == "~colour") return "a colour";
    return in_quotes(expected);
}

std::string tag(const std::string& name) {
    return "<" + escaped(name) + ">";
}

std::string said(const std::pair<std::string, std::string>& attribute) {
    return escaped(attribute.first) + "=" + in_quotes(attribute.second);
}

std::vector<files::XmlEvent> events_of(const std::string& xml) {
    std::vector<files::XmlEvent> events;
    const auto fault = files::walk_xml(xml, "form", [&](const files::XmlEvent& event) {
        events.push_back(event);
        return files::Walk::go_on;
    });
    if (fault) throw std::logic_error{"a form that is not XML: " + fault->words};
    return events;
}

}  // namespace

std::string wrong_attributes(const files::XmlEvent& found, const Attributes& expected,
                             const StyleNumbers& styles) {
    const auto named = [](const Attributes& all, const std::string& name) {
        return std::find_if(all.begin(), all.end(),
                            [&](const auto& attribute) { return attribute.first == name; });
    };
    for (const auto& attribute : found.attributes) {
        const auto wanted = named(expected, attribute.first);
        if (wanted == expected.end())
            return tag(found.name) + " says " + said(attribute) + ", which does not belong";
        if (!fits(attribute.second, wanted->second, styles))
            return tag(found.name) + " says " + said(attribute) + " and should say " +
                   in_words(wanted->second);
    }
    for (const auto& [name, value] : expected)
        if (named(found.attributes, name) == found.attributes.end())
            return tag(found.name) + " does not say " + name + ", which should be " +
                   in_words(value);
    return {};
}

FormReading::FormReading(const std::string& form, const StyleNumbers& styles)
    : styles_{styles}, expected_{events_of(form)} {}

std::string FormReading::judge(const files::XmlEvent& found,
                               const files::XmlEvent& expected) const {
    if (found.kind == Kind::aside) return "a comment or an instruction stands in it";
    if (found.kind == Kind::text)
        return found == expected ? std::string{}
               : expected.kind == Kind::text
                   ? "the text " + in_quotes(found.text) + " should be " + in_quotes(expected.text)
                   : "the text " + in_quotes(found.text) + " does not belong";
    if (expected.kind == Kind::text) return "the text " + in_quotes(expected.text) + " is missing";
    if (found.kind == Kind::open && expected.kind == Kind::close)
        return tag(found.name) + " does not belong in " + tag(expected.name);
    if (found.kind == Kind::close && expected.kind == Kind::open)
        return tag(expected.name) + " is missing in " + tag(found.name);
    if (found.name != expected.name)
        return tag(found.name) + " stands where " + tag(expected.name) + " should";
    return found.kind == Kind::open ? wrong_attributes(found, expected.attributes, styles_)
                                    : std::string{};
}

std::string FormReading::judge_next(const files::XmlEvent& found) {
    if (!free_.empty() && (found.kind != Kind::close || found.name != free_))
        return judge_free(found);
    free_.clear();
    if (at_ == expected_.size()) return "something stands behind its end";
    const std::string wrong = judge(found, expected_[at_++]);
    if (wrong.empty() && found.kind == Kind::open && begins_free(found.name)) free_ = found.name;
    return wrong;
}

files::Walk FormReading::take(const files::XmlEvent& found) {
    wrong_ = judge_next(found);
    return wrong_.empty() ? files::Walk::go_on : files::Walk::stop;
}

std::string canonical_xml(const files::XmlEvent& event) {
    if (event.kind == Kind::text) return xml_escaped(event.text);
    if (event.kind == Kind::aside) return "<!---->";
    if (event.kind == Kind::close) return "</" + event.name + ">";
    std::string text = "<" + event.name;
    for (const auto& [name, value] : event.attributes)
        text += " " + name + "=\"" + xml_escaped(value) + "\"";
    return text + ">";
}

std::string canonical_xml(const std::string& xml) {
    std::string text;
    for (const files::XmlEvent& event : events_of(xml)) text += canonical_xml(event);
    return text;
}

std::string xml_escaped(const std::string& text) {
    std::string safe;
    for (const char c : text) {
        if (c == '&')
            safe += "&amp;";
        else if (c == '<')
            safe += "&lt;";
        else if (c == '>')
            safe += "&gt;";
        else if (c == '"')
            safe += "&quot;";
        else
            safe += c;
    }
    return safe;
}

}  // namespace muster::pack
