// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "muster/files/xml_walk.hpp"

namespace muster::pack {

using Attributes = std::vector<std::pair<std::string, std::string>>;

/// The looks that cells, tables and alerts may have, by the number by which a workbook names them.
struct StyleNumbers {
    std::vector<std::string> cells;
    std::vector<std::string> alerts_and_columns;  ///< `dxf`
};

/// What is wrong with the attributes of an element, or empty. An expected value that begins with
/// `~` stands for several: `~count` digits, `~colour` any opaque colour, `~least:N` a width from N
/// to Excel's widest, `~dxf:NAME` and `~look:NAME` the number of that look.
std::string wrong_attributes(const files::XmlEvent& found, const Attributes& expected,
                             const StyleNumbers& styles);

/// Compares an XML part with the text of the only form that it may have, thing by thing.
class FormReading {
public:
    FormReading(const std::string& form, const StyleNumbers& styles);
    virtual ~FormReading() = default;
    FormReading(const FormReading&) = delete;
    FormReading& operator=(const FormReading&) = delete;

    files::Walk take(const files::XmlEvent& found);
    /// What is wrong first, as a sentence without its end; empty where nothing is.
    const std::string& wrong() const { return wrong_; }

protected:
    /// Whether the events inside the element that was just opened are judged elsewhere.
    virtual bool begins_free(const std::string&) { return false; }
    /// Judges one of them; the element's own end ends them.
    virtual std::string judge_free(const files::XmlEvent&) { return {}; }
    std::string judge(const files::XmlEvent& found, const files::XmlEvent& expected) const;
    const StyleNumbers& styles() const { return styles_; }

private:
    std::string judge_next(const files::XmlEvent& found);

    const StyleNumbers& styles_;
    std::vector<files::XmlEvent> expected_;
    std::size_t at_ = 0;
    std::string free_;
    std::string wrong_;
};

/// XML as the text that two equal things share: attributes sorted, no short form.
std::string canonical_xml(const std::string& xml);
/// The same for one event.
std::string canonical_xml(const files::XmlEvent& event);
/// `text` for an attribute or between elements.
std::string xml_escaped(const std::string& text);

}  // namespace muster::pack
