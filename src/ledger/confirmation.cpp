// SPDX-License-Identifier: MIT
#include "muster/ledger/confirmation.hpp"

#include "muster/core/confirmed_basket.hpp"
#include "muster/ledger/canonical.hpp"
#include "muster/ledger/digest.hpp"

namespace muster::ledger {
namespace {

std::string digest_of(const core::Value& basket) {
    return hex(sha256(canonical(basket)));
}

bool fits(const std::optional<core::Confirmation>& confirmed, const std::string& digest) {
    return !confirmed || confirmed->basket == digest;
}

}  // namespace

std::string basket_digest(const core::Issued& decided) {
    return digest_of(core::confirmed_basket(decided));
}

std::string basket_digest(const core::Returned& decided) {
    return digest_of(core::confirmed_basket(decided));
}

std::string basket_digest(const core::Attested& decided) {
    return digest_of(core::confirmed_basket(decided));
}

std::string basket_digest(const core::VehicleChecked& decided) {
    return digest_of(core::confirmed_basket(decided));
}

bool confirmation_fits(const core::Entry& entry) {
    if (const auto* issued = std::get_if<core::Issued>(&entry.body)) {
        const std::string digest = basket_digest(*issued);
        // An urgent basket is confirmed by a later entry, which core holds to this digest.
        return fits(issued->confirmed, digest) && fits(issued->issuer_confirmed, digest) &&
               (!issued->frozen || *issued->frozen == digest);
    }
    if (const auto* returned = std::get_if<core::Returned>(&entry.body)) {
        const std::string digest = basket_digest(*returned);
        return fits(returned->confirmed, digest) && fits(returned->receiver_confirmed, digest);
    }
    if (const auto* attested = std::get_if<core::Attested>(&entry.body))
        return fits(attested->confirmed, basket_digest(*attested));
    if (const auto* checked = std::get_if<core::VehicleChecked>(&entry.body)) {
        const std::string digest = basket_digest(*checked);
        return fits(checked->confirmed_from, digest) && fits(checked->confirmed_to, digest);
    }
    return true;
}

}  // namespace muster::ledger
