// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "muster/core/entry.hpp"
#include "muster/ledger/certificates.hpp"
#include "muster/ledger/keys.hpp"
#include "muster/ledger/merkle.hpp"
#include "muster/ledger/random.hpp"
#include "muster/pack/build.hpp"

namespace muster::testing {

/// A force CA and the keys of the people who sign, all invented.
struct SampleKeys {
    explicit SampleKeys(std::uint64_t seed = 7);

    ledger::SeededRandomness randomness;
    ledger::CertifiedKey ca;
    ledger::SigningKey preparer;
    ledger::SigningKey senior_officer;
    ledger::SigningKey auditor;

private:
    ledger::SigningKey person(const std::string& name);
};

/// A period of the sample ledger.
struct SamplePeriod {
    std::string label;
    core::EntryNumber first = 1;
    core::EntryNumber last = 1;
};

/// A real ledger in memory, of a small armoury's two years: set-up, issues, a short return, a count
/// with a variance, two closed periods. `change` may spoil an entry before it is written, as only
/// somebody with the ledger key could.
class SampleLedger {
public:
    using Change = std::function<void(core::Entry&)>;

    explicit SampleLedger(SampleKeys& keys, const Change& change = {});

    pack::PackInput input(const SamplePeriod& period) const;
    const SamplePeriod& first() const { return periods_.at(0); }
    const SamplePeriod& second() const { return periods_.at(1); }
    /// The checkpoint note of that size, signed by the ledger's key.
    std::string note(std::int64_t size) const;
    const ledger::LedgerKey& key() const { return key_; }
    const std::vector<std::string>& lines() const { return lines_; }

private:
    void record(core::Entry entry, const core::Facts& pretended, const Change& change);
    void close_privates(core::Entry& entry, const core::Facts& pretended);

    SampleKeys& keys_;
    ledger::LedgerKey key_;
    core::MemoryFacts facts_;
    std::string origin_;
    std::vector<std::string> lines_;
    std::vector<ledger::Digest> leaves_;
    std::map<std::string, std::string> disclosures_;  ///< digest to line
    std::map<std::string, std::string> digests_;      ///< pretended to real
    std::vector<SamplePeriod> periods_;
};

}  // namespace muster::testing
