// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/fields.hpp"

/// Entries about periods, packs, signing keys and what left the ledger.
namespace muster::core {

/// A period ended with this entry. A period is a range of numbers; dates only label it.
struct PeriodClosed {
    static constexpr const char* kind = "period_closed";
    static constexpr std::int64_t version = 1;
    std::string label;
    EntryNumber from = 0;  ///< its first entry
    std::string state;     ///< SHA-256 of every fact in force at its end, as opening.jsonl has them
    static constexpr void fields(auto visit) {
        visit("label", &PeriodClosed::label, "the period's label");
        visit("from", &PeriodClosed::from, "its first entry");
        visit("state", &PeriodClosed::state, "SHA-256 of the facts at its end");
    }
};

/// A person's signing certificate was certified.
struct KeyCertified {
    static constexpr const char* kind = "key_certified";
    static constexpr std::int64_t version = 1;
    std::string name;
    UserId user;
    std::string certificate;  ///< SHA-256 of the certificate, hex
    std::string method;
    UserId approver;
    static constexpr void fields(auto visit) {
        visit("name", &KeyCertified::name, "the key's name");
        visit("user", &KeyCertified::user, "whose");
        visit("certificate", &KeyCertified::certificate, "SHA-256 of the certificate");
        visit("method", &KeyCertified::method, "pkcs12, pkcs11 or ink");
        visit("approver", &KeyCertified::approver, "who approved it");
    }
};

/// Something was written out for somebody: a list, the ledger's lines, a pack.
struct Exported {
    static constexpr const char* kind = "exported";
    static constexpr std::int64_t version = 1;
    std::string what;
    std::optional<std::string> filter;
    std::string sha256;
    static constexpr void fields(auto visit) {
        visit("what", &Exported::what, "what was written");
        visit("filter", &Exported::filter, "what it was narrowed to");
        visit("sha256", &Exported::sha256, "digest of what was written");
    }
};

/// A pack of a closed period was frozen and signed by its preparer.
struct PackBuilt {
    static constexpr const char* kind = "pack_built";
    static constexpr std::int64_t version = 1;
    std::string period;
    std::string manifest;     ///< SHA-256 of SHA256SUMS
    std::string certificate;  ///< SHA-256 of the preparer's certificate
    static constexpr void fields(auto visit) {
        visit("period", &PackBuilt::period, "label of the period");
        visit("manifest", &PackBuilt::manifest, "SHA-256 of SHA256SUMS");
        visit("certificate", &PackBuilt::certificate, "the preparer's certificate");
    }
};

/// Somebody signed a pack off in a role.
struct PackSigned {
    static constexpr const char* kind = "pack_signed";
    static constexpr std::int64_t version = 1;
    std::string period;
    std::string manifest;
    std::string role;
    std::string certificate;
    std::string signature;  ///< SHA-256 of the .p7s
    static constexpr void fields(auto visit) {
        visit("period", &PackSigned::period, "label of the period");
        visit("manifest", &PackSigned::manifest, "SHA-256 of SHA256SUMS");
        visit("role", &PackSigned::role, "in which capacity");
        visit("certificate", &PackSigned::certificate, "the signer's certificate");
        visit("signature", &PackSigned::signature, "SHA-256 of the .p7s");
    }
};

}  // namespace muster::core
