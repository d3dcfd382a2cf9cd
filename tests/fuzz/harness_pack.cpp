// SPDX-License-Identifier: MIT
#include "fuzz/harness.hpp"
#include "muster/ledger/canonical.hpp"
#include "muster/pack/state.hpp"
#include "muster/pack/verify.hpp"
#include "pack/chain.hpp"
#include "pack/consistency.hpp"
#include "pack/contents.hpp"
#include "pack/lines.hpp"
#include "pack/manifest.hpp"
#include "support/stocked_armoury.hpp"

/// Packs: the verifier as a whole, and the small texts that it reads.
namespace muster::fuzz {
namespace {

void must_judge(const std::string& pack_bytes) {
    const auto verdict = pack::verify(pack_bytes, {});
    must(!verdict.checks.empty(), "a verdict has a reason");
    int before = 0;
    bool failed = false;
    for (const pack::Check& check : verdict.checks) {
        must(check.number >= before, "checks ascend");
        before = check.number;
        failed = failed || check.outcome == pack::Outcome::fail;
        for (const char c : check.file)
            must(c >= 0x20 && c < 0x7f, "a file's name is printed escaped");
    }
    must(verdict.exit_code != 0, "nothing is sound where nobody is trusted");
    must(verdict.exit_code == (failed ? 1 : 3) || verdict.exit_code == 2,
         "the exit code is that of the checks");
}

}  // namespace

void run_pack(std::string_view bytes) {
    must_judge(std::string{bytes});
}

/// The list of files is made anew where it is left out, so that a changed file is not only that.
void run_pack_parts(std::string_view bytes) {
    pack::PackFiles files;
    for (auto& [name, content] : parts_of(bytes))
        if (pack::is_pack_name(name)) files[name] = content;
    if (!files.contains(pack::manifest_name)) files[pack::manifest_name] = pack::manifest_of(files);
    must_judge(zip_of_parts({files.begin(), files.end()}));
}

/// Lines of a ledger decided and applied after those of a small armoury, with no root or signature
/// in the way. What a rule trips over (an exception) the verifier tells as a fault of the pack.
void run_rules(std::string_view bytes) {
    static const testing::StockedArmoury armoury;
    core::MemoryFacts facts = armoury.facts;
    try {
        pack::each_line_of(bytes, [&](std::int64_t, std::string_view line) {
            const auto read = ledger::read_canonical(line);
            const auto* value = std::get_if<core::Value>(&read);
            std::vector<core::ShapeFault> faults;
            const auto entry = value == nullptr ? std::nullopt : core::read_entry(*value, faults);
            if (!entry) return true;
            // Whether the rules allow it is theirs to say; here they only have to survive it.
            static_cast<void>(core::decide(entry->body, facts,
                                           {entry->recorded_at, entry->happened_at, entry->by,
                                            entry->armoury, entry->number, entry->paper}));
            core::Changes changes{facts};
            core::apply(*entry, changes);
            changes.save_to(facts);
            return true;
        });
        pack::state_digest(facts);
    } catch (const std::exception&) {
        return;
    }
}

void run_pack_texts(std::string_view bytes) {
    if (const auto text = pack::read_sign_off(bytes))
        must(pack::write_sign_off(*text) == bytes, "a sign-off is written as it was read");
    if (const auto consistency = pack::read_consistency(bytes))
        must(pack::write_consistency(*consistency) == bytes, "a proof is written as it was read");
    if (const auto peaks = pack::read_frontier(bytes))
        must(pack::write_frontier(*peaks) == bytes, "a frontier is written as it was read");
    if (const auto listed = pack::read_manifest(bytes)) {
        std::string text;
        for (const auto& [name, digest] : *listed) text += digest + "  " + name + "\n";
        must(text == bytes, "a list of files is written as it was read");
    }
    pack::read_making(bytes);
    core::MemoryFacts facts;
    const auto faults = pack::read_opening(bytes, facts);
    must(faults.size() <= 20, "twenty faults are enough");
    if (faults.empty())
        must(pack::opening_file(facts) == bytes, "facts are written as they were read");
    pack::PackFiles named;
    for (const auto& [name, content] : parts_of(bytes)) named[name] = content;
    std::string offending;
    pack::placed_sign_offs(named, offending);
}

}  // namespace muster::fuzz
