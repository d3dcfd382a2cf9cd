// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "muster/files/file_error.hpp"
#include "muster/files/limits.hpp"

struct _xmlTextReader;

namespace muster::files {

/// A pull reader of one XML part that cannot be led outside of it: no network, no entities of its
/// own.
///
/// Refused by code `xml_not_safe`: any DOCTYPE, an encoding other than UTF-8, too deep, too many or
/// too long attributes; `xml_not_readable`: not well formed.
class XmlReader {
public:
    /// What `next` came to.
    enum class Step { element, end_element, text, end, fault };

    /// Reads `bytes`; `part` is how sentences about faults call it.
    XmlReader(std::string bytes, std::string part, const XmlLimits& limits = {});
    XmlReader(XmlReader&&) noexcept;
    XmlReader& operator=(XmlReader&&) noexcept;
    ~XmlReader();

    /// Goes on by one step. An empty element gives element, then end_element. After `end` or
    /// `fault` it gives the same again.
    Step next();
    /// The fault, after `Step::fault`.
    const FileFault& fault() const { return fault_; }

    /// The element's name without its prefix, after element and end_element.
    std::string_view name() const { return name_; }
    /// How many elements enclose the present step; the outermost element is at 0.
    int depth() const { return depth_; }
    /// The value of the attribute of that name without prefix, after element.
    std::optional<std::string> attribute(const char* name) const;
    /// The value of the attribute of that name in the namespace `space`, after element.
    std::optional<std::string> attribute(const char* name, const char* space) const;
    /// The text, after text.
    std::string_view text() const { return text_; }
    /// After element: goes past its end_element, whatever is inside.
    Step skip();

private:
    struct FreeReader {
        void operator()(_xmlTextReader* reader) const;
    };
    Step refuse(const char* code, const std::string& words);
    bool has_undeclared_prefix() const;
    Step take_element();
    std::optional<std::string> judge_bytes() const;

    std::unique_ptr<const std::string> bytes_;
    std::string part_;
    XmlLimits limits_;
    std::unique_ptr<_xmlTextReader, FreeReader> reader_;
    FileFault fault_;
    std::string name_;
    std::string text_;
    int depth_ = 0;
    bool owes_end_ = false;
    Step last_ = Step::text;
};

}  // namespace muster::files
