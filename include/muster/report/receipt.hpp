// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace muster::report {

/// A movement on an A5 page.
struct Receipt {
    std::string force;
    std::string classification;
    bool practice = false;
    std::string title;                                       ///< `Issue 41902`
    std::vector<std::pair<std::string, std::string>> facts;  ///< those without words are left out
    struct Line {
        std::string quantity;
        std::string subject;
        std::string from;
        std::string to;
    };
    std::vector<Line> lines;
    std::string short_form;  ///< printed as text and as a QR code
};

/// As many pages as it needs, as a PDF.
std::string draw_receipt(const Receipt& receipt, const std::string& created);

}  // namespace muster::report
