// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "muster/app/listing.hpp"
#include "muster/app/open_ledger.hpp"

/// Kits: templates of what is drawn together, by model or category, never by serial (DOMAIN §5).
namespace muster::app {

/// A line of a kit: a model's name, or the code or title of a category, and how many.
struct KitPartRequest {
    std::string what;
    std::int64_t quantity = 1;
};
struct KitRequest {
    std::string name;
    std::string label;  ///< code on its label, `K-ARV-STD`; may be empty
    std::vector<KitPartRequest> parts;
};

/// Adds a kit, or changes the one of that name. Refuses code_unknown for a line that names neither
/// a model nor a category, name_taken for a label that names something else.
core::Result<Receipt> set_kit(OpenLedger& ledger, const Author& author, const KitRequest& request);
/// Withdraws a kit: nothing is drawn with it any more. What is out stays open.
core::Result<Receipt> withdraw_kit(OpenLedger& ledger, const Author& author,
                                   const std::string& code);
/// The kits, each line of each: kit, label, what, quantity.
core::Result<Listing> kits(OpenLedger& ledger, const ListRequest& request);

}  // namespace muster::app
