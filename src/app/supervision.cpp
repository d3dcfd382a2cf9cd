// SPDX-License-Identifier: MIT
#include "muster/app/supervision.hpp"

#include <algorithm>

#include "app/paper_heading.hpp"
#include "app/signing_keys.hpp"
#include "app/single_commit.hpp"
#include "muster/app/counter.hpp"
#include "muster/app/sign_in.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/count_team.hpp"
#include "muster/core/oversight_facts.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/powers.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/ledger/canonical.hpp"
#include "muster/ledger/digest.hpp"
#include "muster/report/count_sheet.hpp"

namespace muster::app {
namespace {

using Object = core::Value::Object;

// What stands in a place and all below it, by the book.
std::vector<core::DipPosition> positions_in(const core::Facts& facts,
                                            const core::LocationId& place) {
    std::vector<core::DipPosition> all;
    for (const core::LocationId& each : core::with_parts(facts, {place}))
        for (const core::Held& held : facts.all<core::Held>(each.value + "/"))
            if (const auto item = facts.find<core::Item>(held.item.value))
                all.push_back({each, item->position, held.item});
    return all;
}

std::vector<core::DipPosition> drawn(std::vector<core::DipPosition> all, std::size_t wanted,
                                     OpenLedger& ledger) {
    wanted = std::min(wanted, all.size());
    for (std::size_t at = 0; at < wanted; ++at) {
        std::uint64_t chance = 0;
        for (const char c : ledger.randomness().bytes(6))
            chance = chance << 8 | static_cast<unsigned char>(c);
        std::swap(all[at], all[at + chance % (all.size() - at)]);
    }
    all.resize(wanted);
    return all;
}

core::DipTestId dip_test_id(const std::string& text) {
    const bool whole = text.starts_with("q-") || text.starts_with("Q-");
    return core::DipTestId{"q-" + (whole ? text.substr(2) : text)};
}

core::Result<Listing> read_list(OpenLedger& ledger, const ListRequest& request,
                                const std::function<void(const core::Facts&, Listing&)>& fill) {
    Listing listing;
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        no = refuse_blind(facts, request.viewer);
        if (!no) fill(facts, listing);
    });
    if (no) return std::move(*no);
    return listing;
}

}  // namespace

core::Result<DrawnDipTest> draw_dip_test(OpenLedger& ledger, const Author& author,
                                         const std::string& place, std::int64_t positions,
                                         const std::string& path) {
    if (positions < 1 || positions > 15) throw UsageError{"A dip-test looks at 1 to 15 positions."};
    std::vector<core::DipPosition> lines;
    report::PaperHeading heading;
    std::vector<report::DipLine> shown;
    auto receipt = ledger.commit(author, [&](Proposal& proposal) -> core::Result<void> {
        const core::Facts& facts = proposal.facts();
        auto found = find_location(facts, place);
        if (!found) return std::move(found).error();
        lines =
            drawn(positions_in(facts, found.value()), static_cast<std::size_t>(positions), ledger);
        head_paper(heading, facts);
        for (const core::DipPosition& line : lines)
            shown.push_back({core::holder_words(facts, line.location.value), line.position});
        if (auto added = proposal.add(core::DipTestDrawn{found.value(), lines}); !added)
            return std::move(added).error();
        return boost::outcome_v2::success();
    });
    if (!receipt) return std::move(receipt).error();
    DrawnDipTest test{"q-" + std::to_string(receipt.value().entries.front()),
                      std::move(receipt).value()};
    heading.title = "Dip-test " + test.id;
    heading.as_at = core::uk_time_text(ledger.now());
    files::write_file_atomically(
        path, report::draw_dip_sheet(heading, shown, core::text_of(ledger.now())));
    return test;
}

core::Result<KeyedDipTest> key_dip_test(OpenLedger& ledger, const Author& author,
                                        const std::string& id, const std::string& walked_by,
                                        const std::vector<SeenAt>& seen) {
    auto walker = user_called(ledger, walked_by);
    if (!walker) return std::move(walker).error();
    core::DipTestKeyed keyed;
    keyed.test = dip_test_id(id);
    keyed.walked_by = walker.value();
    auto receipt = ledger.commit(author, [&](Proposal& proposal) -> core::Result<void> {
        for (const SeenAt& each : seen) {
            core::DipSeen line;
            line.line = each.line;
            if (const std::string code = core::normal_code(each.code); !code.empty()) {
                line.words = core::private_text(ledger::fit_for_line(each.code));
                // What names nothing is what was seen all the same; it will not agree.
                if (const auto item = find_item(proposal.facts(), code))
                    line.item = core::ItemId{item.value()};
            }
            keyed.lines.push_back(std::move(line));
        }
        if (auto added = proposal.add(keyed); !added) return std::move(added).error();
        return boost::outcome_v2::success();
    });
    if (!receipt) return std::move(receipt).error();
    KeyedDipTest done;
    done.receipt = std::move(receipt).value();
    done.discrepancies.assign(done.receipt.entries.begin() + 1, done.receipt.entries.end());
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        if (const auto test = facts.find<core::DipTest>(keyed.test.value)) {
            done.agreed = test->agreed;
            done.differs = test->differs;
        }
    });
    return done;
}

core::Result<Listing> dip_tests(OpenLedger& ledger, const ListRequest& request) {
    return read_list(ledger, request, [](const core::Facts& facts, Listing& listing) {
        for (const core::DipTest& test : facts.all<core::DipTest>()) {
            Object row{
                {"test", test.key},
                {"place", core::holder_words(facts, test.place.value)},
                {"drawn", core::uk_time_text(test.drawn_at)},
                {"keyed", test.keyed_at ? core::uk_time_text(*test.keyed_at) : ""},
                {"walked_by",
                 test.walked_by.empty() ? "" : core::user_words(facts, test.walked_by.value)},
                {"agreed", test.agreed},
                {"differs", test.differs}};
            bool attested = false;
            for (const auto& each : facts.all<core::OversightSignature>(test.key + "|"))
                attested = attested || !each.signer.empty();
            row.emplace("attested", attested);
            listing.rows.emplace_back(std::move(row));
        }
    });
}

core::Result<Receipt> name_deputy(OpenLedger& ledger, const Author& author,
                                  const std::string& deputy, core::Date from, core::Date to,
                                  const std::string& reason) {
    auto user = user_called(ledger, deputy);
    if (!user) return std::move(user).error();
    return commit_one(ledger, author,
                      core::DeputyNamed{user.value(), from, to,
                                        core::private_text(ledger::fit_for_line(reason))});
}

core::Result<Receipt> sign_off(OpenLedger& ledger, const Author& author, const SignOff& sign,
                               Secrets& secrets) {
    core::OversightSigned signed_off;
    signed_off.what = sign.what;
    signed_off.signer = author.user;
    if (!core::normal_code(sign.remark).empty())
        signed_off.remark = core::private_text(ledger::fit_for_line(sign.remark));
    if (sign.key) {
        // Whoever opens the key proves that they have it; nothing but this entry is signed by it.
        if (auto key = signing_key(ledger, author, *sign.key, secrets); !key)
            return std::move(key).error();
        signed_off.method = is_on_card(ledger, *sign.key) ? "card" : "key";
    } else {
        if (!sign.signer || !sign.witness)
            throw UsageError{"Sign by --key NAME, or record ink with --signer and --witness."};
        auto signer = user_called(ledger, *sign.signer);
        if (!signer) return std::move(signer).error();
        auto witness = confirm_by(ledger, *sign.witness, secrets);
        if (!witness) return std::move(witness).error();
        signed_off.method = "ink";
        signed_off.signer = signer.value();
        signed_off.witness = witness.value();
    }
    return commit_one(ledger, author, std::move(signed_off));
}

core::Result<Listing> sign_offs(OpenLedger& ledger, const ListRequest& request) {
    return read_list(ledger, request, [](const core::Facts& facts, Listing& listing) {
        const auto name = [&](const core::UserId& user) {
            return user.empty() ? std::string{} : core::user_words(facts, user.value);
        };
        for (const auto& each : facts.all<core::OversightSignature>())
            listing.rows.emplace_back(Object{{"what", each.what},
                                             {"signer", name(each.signer)},
                                             {"for", name(each.principal)},
                                             {"method", each.method},
                                             {"witness", name(each.witness)},
                                             {"at", core::uk_time_text(each.at)},
                                             {"entry", each.entry}});
    });
}

}  // namespace muster::app
