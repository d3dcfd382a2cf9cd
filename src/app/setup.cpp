// SPDX-License-Identifier: MIT
#include "muster/app/setup.hpp"

#include <cstdio>

#include "app/credentials.hpp"
#include "app/reference.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/files/csv.hpp"
#include "muster/ledger/certificates.hpp"
#include "muster/ledger/checkpoint.hpp"
#include "muster/ledger/key_file.hpp"
#include "muster/storage/stored_facts.hpp"

namespace muster::app {
namespace {

constexpr const char* program = "muster 0.1.0";
constexpr std::int64_t ms_per_day = 86'400'000;
constexpr std::int64_t ca_days = 20 * 365;

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(std::string_view csv) {
    Rows rows;
    auto reader = files::CsvReader::open(std::string{csv}, ',');
    if (reader.fault() != nullptr) throw std::logic_error{"reference data cannot be read"};
    const auto fault =
        reader.value().read_rows([&](std::int64_t number, const std::vector<std::string>& row) {
            if (number > 1) rows.push_back(row);
        });
    if (fault) throw std::logic_error{"reference data: " + fault->words};
    return rows;
}

/// Files this process made; they go again unless the whole beginning succeeds.
class MadeFiles {
public:
    ~MadeFiles() {
        if (!kept_)
            for (const std::string& path : paths_) std::remove(path.c_str());
    }
    void add(const std::string& path) { paths_.push_back(path); }
    void keep() { kept_ = true; }

private:
    std::vector<std::string> paths_;
    bool kept_ = false;
};

core::Result<void> seed(Proposal& proposal) {
    for (const auto& row : rows_of(reference::lists)) {
        core::ReferenceSet set{row.at(0), row.at(1), row.at(2), {}, {}, {}};
        if (!row.at(3).empty()) set.tracking = row.at(3);
        if (!row.at(4).empty()) set.authorisation = row.at(4);
        if (auto added = proposal.add(std::move(set)); !added) return std::move(added).error();
    }
    for (const auto& row : rows_of(reference::policies))
        if (auto added = proposal.add(core::PolicySet{row.at(0), row.at(1), {}}); !added)
            return std::move(added).error();
    return boost::outcome_v2::success();
}

Clock clock_of(const Given& given) {
    if (given.clock) return given.clock;
    if (!given.now) return system_now;
    return [now = *given.now] { return now; };
}

std::shared_ptr<ledger::Randomness> randomness_of(const Given& given) {
    if (given.seed) return std::make_shared<ledger::SeededRandomness>(*given.seed);
    return std::make_shared<ledger::SystemRandomness>();
}

void refuse_given(const Given& given, bool practice) {
    if ((given.now || given.seed || given.clock) && !practice)
        throw UsageError{"--now and --seed are for practice ledgers only (init --practice)."};
}

}  // namespace

std::unique_ptr<OpenLedger> create_ledger(const InitRequest& request, Secrets& secrets,
                                          const Given& given) {
    refuse_given(given, request.practice);
    if (request.force.empty() || request.armoury.empty() || request.admin.empty())
        throw UsageError{"init needs --force, --armoury and --admin, none of them empty."};
    const std::string password = secrets.new_secret(request.admin);
    require_password(request.admin, password);
    const std::string ca_secret = secrets.new_secret("ca");
    const std::string ledger_secret = secrets.new_secret("ledger");
    const auto randomness = randomness_of(given);
    const Clock clock = clock_of(given);
    const KeyPaths paths = KeyPaths::beside(request.address);
    const auto cost = request.practice ? ledger::practice_scrypt_cost : ledger::file_scrypt_cost;
    ledger::LedgerKey key = ledger::LedgerKey::generate(*randomness);
    const core::Instant now = clock();
    const ledger::CertifiedKey ca = ledger::create_ca(
        request.force, ca_secret,
        {core::Instant{now.ms - ms_per_day}, core::Instant{now.ms + ca_days * ms_per_day}},
        *randomness, cost);

    MadeFiles made;
    // The key comes first: a ledger whose key was lost could never be continued.
    ledger::write_private_file(paths.ledger_key, key.encrypted_pem(ledger_secret, cost));
    made.add(paths.ledger_key);
    ledger::write_public_file(paths.ledger_public, key.public_key().pem());
    made.add(paths.ledger_public);
    ledger::write_private_file(paths.ca_key, ca.key_pem);
    made.add(paths.ca_key);
    ledger::write_public_file(paths.ca, ca.certificate_pem);
    made.add(paths.ca);
    auto database = storage::create_database(request.address);
    if (database->engine() == "sqlite")
        for (const char* suffix : {"", "-wal", "-shm"})
            made.add(database_path(request.address) + suffix);

    core::Initialised begun;
    begun.force = request.force;
    begun.origin =
        ledger::origin_for(request.force, ledger::hex(randomness->bytes(8)), request.practice);
    begun.armoury_name = request.armoury;
    begun.administrator = core::UserId{ledger::random_id(*randomness, 'u')};
    begun.person = core::PersonId{ledger::random_id(*randomness, 'p')};
    begun.user_name = core::private_text(request.admin);
    begun.ledger_key = ledger::hex(key.public_key().raw());
    begun.program = program;
    begun.practice = request.practice;

    const Author author{begun.administrator, {}};
    auto opened = std::make_unique<OpenLedger>(
        OpenLedger::Parts{std::move(database), clock, std::move(key), randomness,
                          given.now.has_value() || given.clock != nullptr});
    const PreparedSecret prepared =
        prepare_secret(password, *randomness,
                       request.practice ? ledger::practice_scrypt_cost : ledger::real_scrypt_cost);
    auto receipt = opened->commit(author, [&](Proposal& proposal) -> core::Result<void> {
        if (auto added = proposal.add(begun); !added) return std::move(added).error();
        if (auto set = put_secret(proposal, begun.administrator.value, prepared, {}); !set)
            return std::move(set).error();
        return seed(proposal);
    });
    if (!receipt)
        throw std::logic_error{"a ledger could not begin: " +
                               core::sentence_of(receipt.error().lines.front())};
    made.keep();
    return opened;
}

std::unique_ptr<OpenLedger> open_ledger(const std::string& address, Secrets* secrets,
                                        const Given& given, bool writes_beside) {
    OpenLedger::Parts parts;
    parts.database = storage::open_database(address, secrets != nullptr || writes_beside
                                                         ? storage::Access::append
                                                         : storage::Access::read);
    parts.clock = clock_of(given);
    parts.randomness = randomness_of(given);
    parts.clock_is_given = given.now.has_value() || given.clock != nullptr;
    auto opened = std::make_unique<OpenLedger>(std::move(parts));
    if (opened->origin().empty())
        throw UsageError{"This database holds no ledger yet. Begin one with `musterctl init`."};
    refuse_given(given, opened->is_practice());
    if (secrets != nullptr) {
        ledger::LedgerKey key = ledger::LedgerKey::from_pem(
            ledger::read_private_file(KeyPaths::beside(address).ledger_key),
            secrets->secret("ledger"));
        if (!(key.public_key() == opened->public_key()))
            throw UsageError{"The key beside this database belongs to another ledger."};
        opened->set_key(std::move(key));
    }
    return opened;
}

core::Result<Receipt> close_setup(OpenLedger& ledger, const Author& author) {
    return ledger.commit(author, [](Proposal& proposal) -> core::Result<void> {
        if (auto added = proposal.add(core::SetupClosed{}); !added) return std::move(added).error();
        return boost::outcome_v2::success();
    });
}

bool upgrade_ledger(const std::string& address) {
    return storage::upgrade_database(address);
}

}  // namespace muster::app
