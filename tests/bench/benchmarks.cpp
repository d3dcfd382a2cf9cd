// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <fstream>
#include <map>
#include <stdexcept>

#include "bench/limits.hpp"
#include "bench/pairs.hpp"
#include "bench/register_workbook.hpp"
#include "muster/app/counter.hpp"
#include "muster/app/setup.hpp"
#include "muster/intake/register_rows.hpp"
#include "muster/ledger/random.hpp"
#include "muster/ledger/secret.hpp"

/// What is measured inside of one process, limit and product in turns. What to measure on is said
/// by the environment, so that bench.py and a person at a prompt say it the same way.
namespace muster::bench {
namespace {

std::string told(const char* name) {
    const char* value = std::getenv(name);
    if (value == nullptr) throw std::runtime_error{std::string{name} + " is not set"};
    return value;
}

std::int64_t told_number(const char* name, std::int64_t otherwise) {
    const char* value = std::getenv(name);
    return value == nullptr ? otherwise : std::stoll(value);
}

/// MUSTER_BENCH_REGISTER: a workbook of write_register.
void read_register(benchmark::State& state) {
    const std::string path = told("MUSTER_BENCH_REGISTER");
    const std::string part = first_sheet(path);
    intake::ReadOptions options;
    options.as_of = *core::date_of("2026-06-01");
    Pairs pairs;
    for (auto _ : state) {
        pairs.limit.push_back(timed([&] { benchmark::DoNotOptimize(walk_xml(part)); }));
        pairs.product.push_back(timed([&] {
            const auto found = intake::read_register_file(path, {}, options);
            if (!found.faults.empty() || found.item_rows == 0)
                throw std::runtime_error{"the register was not read: " + found.faults.at(0).words};
        }));
    }
    tell(pairs, state);
}
BENCHMARK(read_register)->Iterations(5)->Unit(benchmark::kMillisecond);

/// The secrets of files that bench.py wrote: MUSTER_BENCH_SECRETS/WHO, colons as dashes.
class FolderSecrets final : public app::Secrets {
public:
    explicit FolderSecrets(std::string folder) : folder_{std::move(folder)} {}
    std::string secret(const std::string& who) override {
        std::string name = who;
        for (char& c : name)
            if (c == ':') c = '-';
        std::ifstream file{folder_ + "/" + name};
        std::string line;
        if (!std::getline(file, line)) throw std::runtime_error{"no secret of " + who};
        return line;
    }
    bool has(const std::string& who) override { return who.rfind("key:", 0) != 0; }

private:
    std::string folder_;
};

template <class T>
T done(core::Result<T> result) {
    if (!result) throw std::runtime_error{core::words_of(result.error().gravest()).code};
    return std::move(result).value();
}

app::IssueRequest issue_of_bench() {
    app::IssueRequest request;
    request.collar = told("MUSTER_BENCH_COLLAR");
    request.items = {told("MUSTER_BENCH_ITEM")};
    request.batches = {{told("MUSTER_BENCH_BATCH"), 30}};
    request.second = told("MUSTER_BENCH_SECOND");
    return request;
}

app::ReturnRequest return_of(const app::IssueRequest& issued) {
    app::ReturnRequest request;
    request.collar = issued.collar;
    request.items = issued.items;
    request.batches = issued.batches;
    request.second = issued.second;
    return request;
}

/// One issue of a weapon and thirty rounds with every check, both PINs and the signed checkpoint,
/// beside six durable rows on the same disk. MUSTER_BENCH_DB is a practice ledger, whose secrets
/// cost little; even that is taken off, timed in the same turn (BENCH.md: scrypt apart).
/// MUSTER_BENCH_FOLDER is a folder on the same disk.
void issue_beside_commit(benchmark::State& state) {
    FolderSecrets secrets{told("MUSTER_BENCH_SECRETS")};
    app::Given given;  // the moment at which its authorisations were imported
    given.now = core::instant_of(told("MUSTER_BENCH_NOW"));
    const auto ledger = app::open_ledger(told("MUSTER_BENCH_DB"), &secrets, given);
    const app::Author author{core::UserId{told("MUSTER_BENCH_USER")}, ledger->armoury()};
    const app::IssueRequest request = issue_of_bench();
    const app::ReturnRequest back = return_of(request);
    LimitDatabase limit{told("MUSTER_BENCH_FOLDER")};
    const std::int64_t rounds = told_number("MUSTER_BENCH_ROUNDS", 300);
    ledger::SystemRandomness randomness;
    const auto secret =
        ledger::make_secret_record("a secret", randomness, ledger::practice_scrypt_cost);
    Pairs pairs;
    for (auto _ : state)
        for (std::int64_t i = 0; i < rounds; ++i) {
            pairs.limit.push_back(timed([&] { limit.commit_six(); }));
            // The second person's password and the officer's PIN.
            const Took scrypt = timed([&] {
                for (int person = 0; person < 2; ++person)
                    if (ledger::check_secret(secret, "a secret") != ledger::SecretMatch::right)
                        throw std::logic_error{"a right secret is right"};
            });
            Took product = timed([&] { done(app::issue(*ledger, author, request, secrets)); });
            product.wall_ms -= scrypt.wall_ms;
            product.cpu_ms -= scrypt.cpu_ms;
            pairs.product.push_back(product);
            done(app::take_back(*ledger, author, back, secrets));
        }
    tell(pairs, state);
}
BENCHMARK(issue_beside_commit)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace muster::bench
