// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace muster::files {

inline constexpr const char* undeclared_prefix = "uses a prefix that it does not declare";

/// Whether an XML document, which begins with these bytes, says that it is in another encoding than
/// UTF-8, or begins a declaration that does not end in them. In another encoding a document type
/// could hide from whoever looks at the bytes.
bool declares_other_encoding(std::string_view start);

}  // namespace muster::files
