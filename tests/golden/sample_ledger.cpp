// SPDX-License-Identifier: MIT
#include "golden/sample_ledger.hpp"

#include "muster/ledger/canonical.hpp"
#include "muster/ledger/checkpoint.hpp"
#include "muster/ledger/confirmation.hpp"
#include "muster/ledger/digest.hpp"
#include "muster/ledger/disclosure.hpp"
#include "muster/pack/state.hpp"
#include "muster/report/workbook.hpp"
#include "support/stocked_armoury.hpp"

namespace muster::testing {
namespace {

ledger::Validity decades() {
    return {at("2020-01-01T00:00:00.000Z"), at("2040-01-01T00:00:00.000Z")};
}

void wait(Armoury& armoury, std::int64_t minutes) {
    armoury.now.ms += minutes * 60'000 + 345;
}

void certify(StockedArmoury& armoury, const char* name, const char* user,
             const ledger::SigningKey& key) {
    KeyCertified certified;
    certified.name = name;
    certified.user = UserId{user};
    certified.certificate = key.certificate().fingerprint();
    certified.method = "pkcs12";
    certified.approver = UserId{"u-mia"};
    armoury.apply_all("u-admin", certified);
}

/// What the two counters see in the safe: ten rounds of batch B fewer than the book says.
CountSubmitted sheet(const StockedArmoury& armoury, const CountId& count, const char* counter) {
    CountSubmitted submitted;
    submitted.count = count;
    submitted.counter = UserId{counter};
    const auto see = [&](const std::string& subject, std::int64_t quantity) {
        submitted.lines.push_back({armoury.safe, subject, quantity, {}, {}, {}});
    };
    see(armoury.batch_a.value, armoury.balance(armoury.safe.value, armoury.batch_a.value));
    see(armoury.batch_b.value, 490);
    see(armoury.old_batch.value, 20);
    see(armoury.magazine.value, 40);
    return submitted;
}

void count_the_safe(StockedArmoury& armoury) {
    CountStarted started;
    started.sort = "quantity";
    started.scope = {armoury.safe};
    started.counter_a = UserId{"u-kim"};
    started.counter_b = UserId{"u-sue"};
    const auto count = created_id<CountId>('c', armoury.apply_all("u-kim", started));
    wait(armoury, 40);
    armoury.apply_all("u-kim", sheet(armoury, count, "u-kim"));
    armoury.apply_all("u-sue", sheet(armoury, count, "u-sue"));
    CountReconciled reconciled;
    reconciled.count = count;
    armoury.apply_all("u-kim", reconciled);
    CountClosed closed;
    closed.count = count;
    closed.second = UserId{"u-sue"};
    wait(armoury, 5);
    armoury.apply_all("u-kim", closed);
}

/// Its officer confirmed exactly this basket.
void confirm(core::Entry& entry) {
    if (auto* issued = std::get_if<Issued>(&entry.body); issued != nullptr && issued->confirmed)
        issued->confirmed->basket = ledger::basket_digest(*issued);
    if (auto* returned = std::get_if<Returned>(&entry.body);
        returned != nullptr && returned->confirmed)
        returned->confirmed->basket = ledger::basket_digest(*returned);
}

void close_period(StockedArmoury& armoury, const char* label) {
    wait(armoury, 60);
    armoury.apply_all("u-mia", PeriodClosed{label, 0, std::string(64, '0')});
}

void play(StockedArmoury& armoury, SampleKeys& keys) {
    certify(armoury, "Manager", "u-mia", keys.preparer);
    certify(armoury, "ACC", "u-acc", keys.senior_officer);
    certify(armoury, "Auditor", "u-aud", keys.auditor);
    wait(armoury, 11);
    Issued issued = armoury.issue({armoury.carbine_1}, {armoury.of(armoury.batch_a, 45)});
    issued.deployment = "=DEP-1";  // text that a spreadsheet would take for a formula
    issued.note = private_text("drew for <night> & \"day\"\nsecond line");
    armoury.apply_all("u-ann", issued);
    wait(armoury, 600);
    armoury.apply_all("u-ann",
                      armoury.giving_back({armoury.carbine_1}, {armoury.of(armoury.batch_a, 44)}));
    wait(armoury, 30);
    count_the_safe(armoury);
    close_period(armoury, "2025-26");
    armoury.now = at("2026-07-01T08:00:00.000Z");  // summer time
    armoury.apply_all("u-cfi", [&] {
        AuthorisationGranted grant = grant_of(armoury.pc, "pistol");
        grant.as_at = day("2026-06-30");
        return grant;
    }());
    armoury.now = at("2026-07-02T08:00:00.000Z");
    armoury.apply_all("u-ann", armoury.issue({armoury.pistol_1}));
    wait(armoury, 700);
    armoury.apply_all("u-ann", armoury.giving_back({armoury.pistol_1}));
    close_period(armoury, "2026-27");
}

}  // namespace

SampleKeys::SampleKeys(std::uint64_t seed)
    : randomness{seed},
      ca{ledger::create_ca("Invented Constabulary", "ca secret", decades(), randomness,
                           ledger::practice_scrypt_cost)},
      preparer{person("Morgan Example")},
      senior_officer{person("Alexandra Example")},
      auditor{person("Robin Example")} {}

ledger::SigningKey SampleKeys::person(const std::string& name) {
    const auto authority =
        ledger::CertificateAuthority::from_pem(ca.certificate_pem, ca.key_pem, "ca secret");
    const auto made = ledger::create_key_p12(name, "pass phrase", authority, decades(), randomness);
    return ledger::SigningKey::from_p12(made.p12, "pass phrase");
}

SampleLedger::SampleLedger(SampleKeys& keys, const Change& change)
    : keys_{keys}, key_{ledger::LedgerKey::generate(keys.randomness)} {
    StockedArmoury armoury;
    play(armoury, keys);
    for (const Entry& entry : armoury.entries) record(entry, armoury.facts, change);
}

// The armoury in memory only pretends to have digests and a key; here they become real.
void SampleLedger::record(core::Entry entry, const core::Facts& pretended, const Change& change) {
    if (auto* begun = std::get_if<Initialised>(&entry.body)) {
        begun->ledger_key = ledger::hex(key_.public_key().raw());
        origin_ = begun->origin;
    }
    close_privates(entry, pretended);
    entry.salt = ledger::hex(keys_.randomness.bytes(16));
    auto* closed = std::get_if<PeriodClosed>(&entry.body);
    if (closed != nullptr) closed->state = pack::state_digest(facts_);
    confirm(entry);
    if (change) change(entry);
    lines_.push_back(ledger::canonical(value_of(entry)));
    leaves_.push_back(ledger::leaf_hash(lines_.back()));
    core::Changes changes{facts_};
    core::apply(entry, changes);
    changes.save_to(facts_);
    if (closed != nullptr) periods_.push_back({closed->label, closed->from, entry.number});
}

void SampleLedger::close_privates(core::Entry& entry, const core::Facts& pretended) {
    core::each_private(entry.body, [&](PrivateText& value) {
        std::string& real = digests_[value.digest];
        if (real.empty()) {
            const auto made = ledger::disclose(keys_.randomness.bytes(16),
                                               pretended.disclosed(value.digest).value());
            disclosures_[made.digest] = made.line;
            real = made.digest;
        }
        value.digest = real;
    });
}

std::string SampleLedger::note(std::int64_t size) const {
    const std::span<const ledger::Digest> leaves{leaves_};
    const ledger::Checkpoint checkpoint{
        origin_, size, ledger::root_of(leaves.first(static_cast<std::size_t>(size)))};
    return ledger::sign_note(ledger::note_text(checkpoint), key_);
}

pack::PackInput SampleLedger::input(const SamplePeriod& period) const {
    pack::PackInput input;
    input.label = period.label;
    input.first = period.first;
    input.last = period.last;
    input.each_line = [this](EntryNumber from, EntryNumber to,
                             const std::function<void(std::string_view)>& visit) {
        for (EntryNumber number = from; number <= to; ++number)
            visit(lines_.at(static_cast<std::size_t>(number - 1)));
    };
    input.disclosure = [this](const std::string& digest) -> std::optional<std::string> {
        const auto found = disclosures_.find(digest);
        if (found == disclosures_.end()) return std::nullopt;
        return found->second;
    };
    input.checkpoint = note(period.last);
    if (period.first > 1) input.previous_checkpoint = note(period.first - 1);
    input.program = "muster 0.0.0-sample";
    input.built_at = at("2026-08-01T10:00:00.123Z");
    input.draw_workbook = report::draw_workbook;
    return input;
}

}  // namespace muster::testing
