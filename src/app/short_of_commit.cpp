// SPDX-License-Identifier: MIT
#include "app/short_of_commit.hpp"

#include "muster/app/errors.hpp"
#include "muster/ledger/checkpoint.hpp"
#include "muster/ledger/short_form.hpp"
#include "muster/storage/ledger_store.hpp"

namespace muster::app {

std::string short_of_commit(storage::Transaction& tx, core::EntryNumber number,
                            const ledger::LedgerPublicKey& key) {
    std::string short_form;
    storage::each_checkpoint(tx, number, [&](const storage::StoredCheckpoint& stored) {
        const auto read = ledger::read_note(stored.note, key);
        const auto* checkpoint = std::get_if<ledger::Checkpoint>(&read);
        if (checkpoint == nullptr)
            throw TamperError{"The checkpoint of entry " + std::to_string(stored.size) +
                              " is not signed by the ledger's key. Run `musterctl ledger verify`."};
        short_form = ledger::short_form(*checkpoint);
        return false;
    });
    return short_form;
}

}  // namespace muster::app
