// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "muster/files/file_error.hpp"
#include "muster/files/walk.hpp"

namespace muster::files {

/// One thing that an XML part says, with nothing left out.
struct XmlEvent {
    enum class Kind {
        open,   ///< an element begins
        close,  ///< it ends
        text,   ///< a whole run of text
        aside   ///< a comment, an instruction or the mark of a CDATA section
    };
    Kind kind = Kind::text;
    std::string name;  ///< of the element, with its prefix
    std::string text;
    /// By name, with their prefixes; namespaces as `xmlns` and `xmlns:r`. An ampersand in a value
    /// stands as `&#38;`.
    std::vector<std::pair<std::string, std::string>> attributes;

    bool operator==(const XmlEvent&) const = default;
};

using XmlVisit = std::function<Walk(const XmlEvent&)>;

/// Says what XML text says, with the same care and the same codes as XmlReader; `part` is how
/// sentences about faults call it.
std::optional<FileFault> walk_xml(std::string_view bytes, const std::string& part,
                                  const XmlVisit& visit);

}  // namespace muster::files
