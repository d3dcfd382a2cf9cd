// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "muster/app/listing.hpp"

/// Labels that a scanner reads, for what the armoury keeps.
namespace muster::app {

/// Labels of one print, at most: narrow the request instead.
inline constexpr std::int64_t labels_max = 5'000;

/// What a label can be for: `items`, `batches`, `officers`, `locations`, `commands`.
const std::vector<std::string>& label_kinds();

/// A sheet of labels that is bought ready cut.
struct SheetChoice {
    std::string name;   ///< `a4-24`
    std::string words;  ///< for people
    std::int64_t labels = 0;
};
std::vector<SheetChoice> label_sheet_choices();

struct LabelRequest {
    std::string kind;
    std::string filter;              ///< part of a name; empty for all
    std::vector<std::string> codes;  ///< only the things these name; empty for all
    std::string sheet = "a4-24";
    std::string symbol = "datamatrix";  ///< or qr, code128
    std::int64_t first = 1;  ///< the first label of a part-used sheet that is still there
    std::optional<core::UserId> viewer;
};

/// A thing that gets no label, and what to do about it.
struct Unlabelled {
    std::string thing;  ///< in words
    std::string words;
};

struct LabelsReport {
    std::string pdf;  ///< empty where there is nothing to print
    std::int64_t labels = 0;
    std::int64_t pages = 0;
    std::int64_t next = 1;  ///< the first label that is left on the last sheet
    std::vector<Unlabelled> unlabelled;
};

/// Draws them. A label's code is what names its thing today and nothing else: its tag, else model
/// and serial; a batch's number; an officer's collar number; a location's name. An officer's label
/// bears no name: cards are lost.
///
/// Refuses `in_blind_count` while the viewer counts blind (a sheet of labels is a list of the
/// book), `code_unknown` for a code that names nothing of the kind. Throws UsageError for a kind,
/// sheet, symbol or first label that there is not, and for more labels than labels_max.
core::Result<LabelsReport> draw_labels(OpenLedger& ledger, const LabelRequest& request);

/// Writes drawn labels to a file and records it: an `exported` entry with the file's digest. A
/// second label for one weapon is worth knowing of. Throws files::FileError where it cannot be
/// written; then nothing is recorded.
core::Result<Receipt> export_labels(OpenLedger& ledger, const Author& author,
                                    const LabelRequest& request, const LabelsReport& drawn,
                                    const std::string& out);

}  // namespace muster::app
