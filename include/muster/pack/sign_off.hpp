// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "muster/core/time.hpp"
#include "muster/ledger/certificates.hpp"
#include "muster/pack/build.hpp"

namespace muster::pack {

/// One signature to be added to a pack.
struct SignOff {
    std::string role;      ///< `senior_officer`
    std::string sentence;  ///< what the signer says, in their own capacity; one line
    core::Instant now;
};

struct SignedOff {
    int order = 1;            ///< 1 for the first behind the preparer
    std::string name;         ///< the pack's
    std::string origin;       ///< of the ledger the pack is of
    std::string label;        ///< of its period
    std::string manifest;     ///< SHA-256 of SHA256SUMS, hex
    std::string certificate;  ///< SHA-256 of the signer's certificate, hex
    std::string signature;    ///< SHA-256 of the .p7s, hex
};

/// What a pack says it is and how it stands, for deciding whether somebody may sign it.
struct PackStanding {
    std::string name;
    std::string origin;
    std::string label;
    std::string manifest;                   ///< SHA-256 of SHA256SUMS, hex
    std::string preparer_certificate;       ///< SHA-256, hex; empty where unreadable
    std::vector<std::string> signed_roles;  ///< in order
    std::vector<std::string> signed_certificates;
};

/// Reads it. Throws PackError where the file is no pack or its container, manifest or sign-off
/// chain is faulty: nobody signs a damaged pack. Throws files::FileError.
PackStanding standing_of(const std::string& pack_path);

/// Appends signoff/NN-role.txt and .p7s by rewriting the file at once. The person is the name on
/// the certificate. Throws as standing_of, and PackError where that role or certificate signed
/// already.
SignedOff sign_off(const std::string& pack_path, const SignOff& sign_off,
                   const ledger::SigningKey& key);

}  // namespace muster::pack
