// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "muster/app/open_ledger.hpp"

namespace muster::app {

/// A picture without what tells where, when and by which camera it was taken; any other file as it
/// is.
std::string without_metadata(const std::string& bytes);

/// A file that is to be kept beside the ledger. Read and hashed before the transaction.
struct Attachment {
    std::string digest;  ///< SHA-256 of `bytes`, hex
    std::string bytes;
};
/// Reads a file, at most `evidence_bytes_max`. Throws FileError or UsageError.
Attachment read_attachment(const std::string& path);
/// Keeps it in the open transaction, in parts.
void keep_attachment(storage::Transaction& tx, const Attachment& attachment);

}  // namespace muster::app
