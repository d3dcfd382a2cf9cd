// SPDX-License-Identifier: MIT
#include "muster/files/xml_reader.hpp"

#include <libxml/xmlreader.h>

#include <mutex>

#include "muster/files/csv.hpp"
#include "xml_declaration.hpp"

namespace muster::files {

namespace {

const char* chars(const xmlChar* text) {
    return reinterpret_cast<const char*>(text);
}
const xmlChar* xml_chars(const char* text) {
    return reinterpret_cast<const xmlChar*>(text);
}

struct FreeText {
    void operator()(xmlChar* text) const { xmlFree(text); }
};

// Without a handler libxml2 prints to stderr, where a hostile file could write to the terminal.
#if LIBXML_VERSION >= 21200
void ignore(void*, const xmlError*) {}
#else
void ignore(void*, xmlErrorPtr) {}
#endif

std::optional<std::string> taken(xmlChar* text) {
    if (text == nullptr) return std::nullopt;
    const std::unique_ptr<xmlChar, FreeText> owned{text};
    return std::string{chars(text)};
}

/// Past `mark`, or the end.
std::size_t past(std::string_view bytes, std::size_t from, std::string_view mark) {
    const auto found = bytes.find(mark, from);
    return found == std::string_view::npos ? bytes.size() : found + mark.size();
}

/// Reads one tag from its `<`; gives where it ends and how many attributes and bytes it has.
struct TagSize {
    std::size_t end = 0;
    std::int64_t attributes = 0;
};
TagSize measure_tag(std::string_view bytes, std::size_t from) {
    TagSize tag{from, 0};
    char quote = 0;
    for (; tag.end < bytes.size(); ++tag.end) {
        const char c = bytes[tag.end];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
            ++tag.attributes;
        } else if (c == '>') {
            break;
        }
    }
    return tag;
}

}  // namespace

void XmlReader::FreeReader::operator()(_xmlTextReader* reader) const {
    xmlFreeTextReader(reader);
}

XmlReader::XmlReader(XmlReader&&) noexcept = default;
XmlReader& XmlReader::operator=(XmlReader&&) noexcept = default;
XmlReader::~XmlReader() = default;

XmlReader::XmlReader(std::string bytes, std::string part, const XmlLimits& limits)
    : bytes_{std::make_unique<const std::string>(std::move(bytes))},
      part_{std::move(part)},
      limits_{limits} {
    static std::once_flag once;
    std::call_once(once, [] { xmlInitParser(); });
    if (const auto reason = judge_bytes()) {
        refuse("xml_not_safe", *reason);
        return;
    }
    // libxml2 lets overlong forms pass in a CDATA section.
    if (!is_utf8(*bytes_)) {
        refuse("xml_not_readable", "holds bytes that are not UTF-8");
        return;
    }
    // HUGE only lifts libxml2's own limits on long texts; what it guards against is judged above.
    constexpr int options = XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_HUGE;
    reader_.reset(xmlReaderForMemory(bytes_->data(), static_cast<int>(bytes_->size()), "part.xml",
                                     "UTF-8", options));
    if (reader_ == nullptr) {
        refuse("xml_not_readable", "cannot be read as XML");
        return;
    }
    xmlTextReaderSetStructuredErrorHandler(reader_.get(), ignore, nullptr);
}

/// One pass that makes sure no DTD can exist and no tag is large enough to make libxml2 slow.
std::optional<std::string> XmlReader::judge_bytes() const {
    std::string_view bytes{*bytes_};
    if (bytes.size() > 0x7fffffff) return "is too long";
    if (bytes.substr(0, 3) == "\xef\xbb\xbf") bytes.remove_prefix(3);
    if (bytes.find('\0') != std::string_view::npos || declares_other_encoding(bytes))
        return "is not in UTF-8";
    for (std::size_t at = bytes.find('<'); at < bytes.size(); at = bytes.find('<', at)) {
        const std::string_view rest = bytes.substr(at, 9);
        if (rest.substr(0, 4) == "<!--") {
            at = past(bytes, at + 4, "-->");
        } else if (rest == "<![CDATA[") {
            at = past(bytes, at, "]]>");
        } else if (rest.substr(0, 2) == "<?") {
            at = past(bytes, at, "?>");
        } else if (rest.substr(0, 2) == "<!") {
            return "declares a document type of its own";
        } else {
            const TagSize tag = measure_tag(bytes, at);
            if (tag.attributes > limits_.attributes_per_element ||
                static_cast<std::int64_t>(tag.end - at) > limits_.attribute_bytes)
                return "has an element with too many or too long attributes";
            at = tag.end;
        }
    }
    return std::nullopt;
}

XmlReader::Step XmlReader::refuse(const char* code, const std::string& words) {
    fault_ = {code, "The part '" + part_ + "' " + words + "."};
    return last_ = Step::fault;
}

// libxml2 keeps such a prefix as part of the name.
bool XmlReader::has_undeclared_prefix() const {
    bool undeclared = name_.find(':') != std::string::npos;
    while (xmlTextReaderMoveToNextAttribute(reader_.get()) == 1) {
        const std::string_view name = chars(xmlTextReaderConstLocalName(reader_.get()));
        undeclared = undeclared || name.find(':') != std::string_view::npos;
    }
    xmlTextReaderMoveToElement(reader_.get());
    return undeclared;
}

XmlReader::Step XmlReader::take_element() {
    name_ = chars(xmlTextReaderConstLocalName(reader_.get()));
    if (has_undeclared_prefix()) return refuse("xml_not_readable", undeclared_prefix);
    depth_ = xmlTextReaderDepth(reader_.get());
    if (depth_ >= limits_.depth) return refuse("xml_not_safe", "is nested too deep");
    owes_end_ = xmlTextReaderIsEmptyElement(reader_.get()) == 1;
    return last_ = Step::element;
}

XmlReader::Step XmlReader::next() {
    if (last_ == Step::fault || last_ == Step::end) return last_;
    if (owes_end_) {
        owes_end_ = false;
        return last_ = Step::end_element;
    }
    while (true) {
        const int got = xmlTextReaderRead(reader_.get());
        if (got == 0) return last_ = Step::end;
        if (got < 0) return refuse("xml_not_readable", "is not well-formed XML");
        switch (xmlTextReaderNodeType(reader_.get())) {
            case XML_READER_TYPE_ELEMENT:
                return take_element();
            case XML_READER_TYPE_END_ELEMENT:
                name_ = chars(xmlTextReaderConstLocalName(reader_.get()));
                depth_ = xmlTextReaderDepth(reader_.get());
                return last_ = Step::end_element;
            case XML_READER_TYPE_TEXT:
            case XML_READER_TYPE_CDATA:
            case XML_READER_TYPE_WHITESPACE:
            case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
                text_ = chars(xmlTextReaderConstValue(reader_.get()));
                if (static_cast<std::int64_t>(text_.size()) > limits_.text_bytes)
                    return refuse("xml_not_safe", "has a text that is too long");
                return last_ = Step::text;
            case XML_READER_TYPE_DOCUMENT_TYPE:
            case XML_READER_TYPE_ENTITY_REFERENCE:
                return refuse("xml_not_safe", "declares a document type of its own");
            default:
                break;
        }
    }
}

std::optional<std::string> XmlReader::attribute(const char* name) const {
    if (reader_ == nullptr) return std::nullopt;
    return taken(xmlTextReaderGetAttribute(reader_.get(), xml_chars(name)));
}

std::optional<std::string> XmlReader::attribute(const char* name, const char* space) const {
    if (reader_ == nullptr) return std::nullopt;
    return taken(xmlTextReaderGetAttributeNs(reader_.get(), xml_chars(name), xml_chars(space)));
}

XmlReader::Step XmlReader::skip() {
    const int from = depth_;
    while (true) {
        const Step step = next();
        if (step == Step::fault || step == Step::end) return step;
        if (step == Step::end_element && depth_ <= from) return step;
    }
}

}  // namespace muster::files
