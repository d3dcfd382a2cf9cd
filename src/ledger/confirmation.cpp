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

template <class Movement>
bool fits(const Movement& movement) {
    return !movement.confirmed || movement.confirmed->basket == basket_digest(movement);
}

}  // namespace

std::string basket_digest(const core::Issued& decided) {
    return digest_of(core::confirmed_basket(decided));
}

std::string basket_digest(const core::Returned& decided) {
    return digest_of(core::confirmed_basket(decided));
}

bool confirmation_fits(const core::Entry& entry) {
    if (const auto* issued = std::get_if<core::Issued>(&entry.body)) return fits(*issued);
    if (const auto* returned = std::get_if<core::Returned>(&entry.body)) return fits(*returned);
    return true;
}

}  // namespace muster::ledger
