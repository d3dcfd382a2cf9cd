// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>

namespace muster::ledger {

/// A secret (of the ledger key, the CA or a PKCS#12 file) does not open what it was given for.
struct SecretError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A key or certificate is damaged, of a kind that is not accepted, or could not be used.
struct KeyError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A file could not be read or written; the sentence names the path and the reason.
struct KeyFileError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace muster::ledger
