// SPDX-License-Identifier: MIT
#pragma once

#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "muster/files/file_error.hpp"
#include "muster/files/limits.hpp"
#include "xml_guard.hpp"

struct _xmlParserCtxt;

namespace muster::files {

/// The attributes of an element that begins, as long as its handler runs.
class XmlAttributes {
public:
    XmlAttributes(int count, const unsigned char* const* parts, int spaces,
                  const unsigned char* const* space_parts)
        : count_{count}, parts_{parts}, spaces_{spaces}, space_parts_{space_parts} {}
    /// The value of the attribute of that name without prefix. An ampersand stands as `&#38;`, as
    /// libxml2 hands it on: what is asked for here are numbers and names.
    std::optional<std::string_view> find(std::string_view name) const;
    /// Whether that attribute says true.
    bool is_true(std::string_view name) const;
    /// All of them by name, with their prefixes; namespaces as `xmlns` and `xmlns:r`.
    std::vector<std::pair<std::string, std::string>> all() const;

private:
    int count_;
    const unsigned char* const* parts_;
    int spaces_;
    const unsigned char* const* space_parts_;
};

/// Takes what an XML part says as it goes by. A handler may throw, and it may stop the reading.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    /// `name` is without prefix; the outermost element is at depth 0.
    virtual void on_start(std::string_view name, int depth, const XmlAttributes& attributes) = 0;
    virtual void on_end(std::string_view name, int depth) = 0;
    /// Any piece of a text.
    virtual void on_text(std::string_view text) = 0;
    /// What is no element and no plain text: a comment, an instruction, a CDATA section.
    virtual void on_aside() {}
    /// The prefix of the element whose `on_start` or `on_end` comes next; empty for none.
    virtual void on_prefix(std::string_view) {}
    /// Asked after each of the above.
    virtual bool wants_more() const = 0;
};

/// Reads an XML part that comes in pieces, with the same care as XmlReader and the same codes, in
/// the memory of one tag.
class XmlFeed {
public:
    XmlFeed(XmlHandler& handler, std::string part, const XmlLimits& limits = {});
    XmlFeed(const XmlFeed&) = delete;
    XmlFeed& operator=(const XmlFeed&) = delete;
    ~XmlFeed();

    /// Reads on. After a fault, or when the handler wants no more, it does nothing. Throws what the
    /// handler threw.
    void feed(std::string_view piece);
    /// Tells that the part ends here.
    void finish();
    /// Whether there is no use in feeding more.
    bool is_over() const { return over_; }
    const std::optional<FileFault>& fault() const { return fault_; }

private:
    struct Callbacks;
    struct FreeContext {
        void operator()(_xmlParserCtxt* context) const;
    };
    void parse(const char* bytes, int size, bool is_last);
    void refuse(const char* code, const std::string& words);
    void stop();
    bool goes_on_in_utf8(std::string_view piece);

    XmlHandler& handler_;
    std::string part_;
    XmlLimits limits_;
    XmlGuard guard_;
    std::unique_ptr<_xmlParserCtxt, FreeContext> context_;
    std::optional<FileFault> fault_;
    std::exception_ptr thrown_;
    int depth_ = 0;
    std::int64_t text_run_ = 0;
    std::string cut_;  ///< the beginning of a character that goes on in the next piece
    bool over_ = false;
};

}  // namespace muster::files
