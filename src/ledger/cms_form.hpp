// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "ledger/openssl_types.hpp"

namespace muster::ledger {

/// Whether `p7s` is, byte for byte, the one form a signature of FORMATS §4 can have: DER,
/// SignedData version 1 with SHA-256 alone, one certificate (the signer's), no revocation lists,
/// one SignerInfo version 1 named by issuer and serial, nothing unsigned.
///
/// OpenSSL reads past several members that no signature covers (versions, the list of digest
/// algorithms, further certificates); a changed byte there would go unnoticed.
bool has_the_one_form(std::string_view p7s, CMS_SignerInfo* signer, const X509* certificate);

}  // namespace muster::ledger
