// SPDX-License-Identifier: MIT
#pragma once

#include <unordered_map>

#include "app/kept_facts.hpp"
#include "muster/app/open_ledger.hpp"
#include "muster/ledger/merkle.hpp"
#include "muster/storage/ledger_store.hpp"
#include "muster/storage/stored_facts.hpp"

namespace muster::app {

/// The receipt of an earlier commit of the same request, if there was one. Throws UsageError where
/// it was another's, or for something else.
std::optional<Receipt> recorded_receipt(storage::Transaction& tx, const core::UserId& user,
                                        const CommitDetails& details);

/// One append transaction: opened on a checked head, filled by a use case, committed with a
/// checkpoint.
class Appending final : public Proposal {
public:
    Appending(OpenLedger& ledger, const Author& author, const CommitDetails& details);

    const core::Facts& facts() const override { return *changes_; }
    core::EntryNumber next() const override { return next_; }
    core::Instant now() const override { return now_; }
    const std::vector<core::Entry>& made() const override { return entries_; }
    core::Result<core::EntryNumber> add(core::Body body) override;
    void relieve() override;
    storage::Transaction& transaction() override { return *tx_; }

    std::optional<Receipt> recorded_before() {
        return recorded_receipt(*tx_, author_.user, details_);
    }
    Receipt commit();

private:
    /// The facts as stored, seeing texts of private values that are only now being recorded.
    class FactsWithNewTexts final : public core::Facts {
    public:
        using Texts = std::unordered_map<std::string, std::string>;
        FactsWithNewTexts(const core::Facts& stored, const Texts& new_texts)
            : stored_{stored}, new_texts_{new_texts} {}
        std::optional<core::Row> row(core::Table table, const std::string& key) const override {
            return stored_.row(table, key);
        }
        void rows(core::Table table, const std::string& prefix,
                  const std::function<bool(const core::Row&)>& visit) const override {
            stored_.rows(table, prefix, visit);
        }
        std::optional<std::string> disclosed(const std::string& digest) const override;

    private:
        const core::Facts& stored_;
        const Texts& new_texts_;
    };

    void check_head();
    void read_clock();
    std::optional<core::Entry> last_in_fact(core::EntryNumber moved);
    std::optional<core::Refused> refuse_out_of_order(const core::Body& body);
    void close_privates(core::Body& body);
    void record(core::Body body, bool setup);
    void save_so_far();

    OpenLedger& ledger_;
    Author author_;
    CommitDetails details_;
    std::unique_ptr<storage::Transaction> tx_;
    storage::StoredFacts stored_;
    KeptFacts kept_;
    std::vector<core::Entry> entries_;  ///< not yet saved
    std::vector<MadeDisclosure> made_;
    FactsWithNewTexts::Texts new_texts_;  ///< of `made_`, by digest
    FactsWithNewTexts base_;
    std::optional<core::Changes> changes_;  ///< made anew, in place, once they were saved
    core::EntryNumber saved_to_ = 0;        ///< entries below it have their changes saved
    std::optional<storage::Head> head_;
    ledger::TileWriter tree_;
    core::EntryNumber first_ = 1;
    core::EntryNumber next_ = 1;
    core::Instant now_;
    std::optional<std::string> clock_flag_;
};

}  // namespace muster::app
