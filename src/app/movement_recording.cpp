// SPDX-License-Identifier: MIT
#include "app/movement_recording.hpp"

#include <algorithm>

#include "app/basket.hpp"
#include "muster/core/case_facts.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/movement_line.hpp"
#include "muster/storage/lists.hpp"

namespace muster::app {
namespace {

std::string line_words(const core::Facts& facts, const core::MovementLine& line) {
    std::string words = core::subject_words(facts, line.subject);
    if (line.quantity != 1) words = std::to_string(line.quantity) + " x " + words;
    if (!line.to.empty() && line.to != line.from)
        words += " to " + core::holder_words(facts, line.to.value);
    return words;
}

void describe(OpenLedger& ledger, MovementReceipt& result) {
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        for (const core::EntryNumber number : result.receipt.entries) {
            const auto entry = entry_of(tx, number);
            if (!entry) continue;
            if (std::holds_alternative<core::DiscrepancyOpened>(entry->body))
                result.discrepancies.push_back(number);
            for (const core::MovementLine& line : core::movement_lines(*entry))
                result.lines.push_back(line_words(facts, line));
        }
    });
}

}  // namespace

template <class T>
T NamedThings::settled(core::Result<T> result) {
    if (result) return std::move(result).value();
    const core::Refused& no = result.error();
    refused.lines.insert(refused.lines.end(), no.lines.begin(), no.lines.end());
    return T{};
}

std::vector<core::ItemLine> NamedThings::items(const std::vector<std::string>& codes) {
    std::vector<core::ItemLine> lines;
    for (const std::string& code : codes) lines.push_back({item(code), {}, {}, {}});
    return lines;
}

std::vector<core::StockLine> NamedThings::stock(const MovedThings& things) {
    std::vector<core::StockLine> lines;
    const core::HolderId from = things.batches.empty() ? core::HolderId{} : holder(things.from);
    for (const CodeQuantity& each : things.batches) {
        const core::StockId stock = stock_of(each.code);
        const auto same = std::find_if(lines.begin(), lines.end(),
                                       [&](const auto& line) { return line.stock == stock; });
        if (same != lines.end())
            same->quantity += each.quantity;
        else
            lines.push_back({stock, each.quantity, {}, {}, from, {}});
    }
    return lines;
}

core::ItemId NamedThings::item(const std::string& code) {
    return core::ItemId{settled(find_item(facts_, code))};
}

core::StockId NamedThings::stock_of(const std::string& code) {
    return core::StockId{settled(find_stock(facts_, code))};
}

core::LocationId NamedThings::location(const std::optional<std::string>& code) {
    return code ? settled(find_location(facts_, *code)) : core::LocationId{};
}

core::OfficerId NamedThings::officer(const std::optional<std::string>& collar) {
    if (!collar) return {};
    const auto found = storage::officer_by_collar(tx_, *collar);
    if (found) return core::OfficerId{*found};
    refused.lines.push_back(
        {core::Refusal::code_unknown, *collar, {{"code", "Collar number " + *collar}}});
    return {};
}

core::ModelId NamedThings::model(const std::string& code) {
    const auto found = core::things_called(facts_, code, {"model"});
    if (found.size() == 1) return core::ModelId{found.front().thing};
    refused.lines.push_back({core::Refusal::code_unknown, code, {{"code", "Model " + code}}});
    return {};
}

core::HolderId NamedThings::holder(const std::optional<std::string>& code) {
    if (!code) return {};
    if (core::is_case(*code)) return core::HolderId{*code};
    if (const auto found = storage::officer_by_collar(tx_, *code)) return core::HolderId{*found};
    return core::HolderId{location(code).value};
}

core::Result<MovementReceipt> record_movement(OpenLedger& ledger, const Author& author,
                                              const CommitDetails& details,
                                              const MakeBodies& make) {
    auto receipt = ledger.commit(
        author,
        [&](Proposal& proposal) -> core::Result<void> {
            NamedThings named{proposal.transaction(), proposal.facts()};
            std::vector<core::Body> bodies = make(named, proposal);
            if (!named.refused.lines.empty()) {
                core::sort_by_precedence(named.refused);
                return named.refused;
            }
            for (core::Body& body : bodies)
                if (auto added = proposal.add(std::move(body)); !added)
                    return std::move(added).error();
            return boost::outcome_v2::success();
        },
        details);
    if (!receipt) return std::move(receipt).error();
    MovementReceipt result;
    result.number = receipt.value().entries.front();
    result.receipt = std::move(receipt).value();
    describe(ledger, result);
    return result;
}

core::Result<core::UserId> named_person(OpenLedger& ledger, const std::optional<std::string>& name,
                                        Secrets& secrets) {
    return name ? confirm_by(ledger, *name, secrets) : core::Result<core::UserId>{core::UserId{}};
}

core::CaseId case_called(char letter, const std::string& number) {
    if (number == "import") return {};
    const std::string prefix{letter, '-'};
    return core::CaseId{number.starts_with(prefix) ? number : prefix + number};
}

std::optional<core::PrivateText> private_or_none(const std::optional<std::string>& text) {
    return text ? std::optional{core::private_text(*text)} : std::nullopt;
}

std::vector<core::Body> received_things(NamedThings& named, const DeliveryRequest& request,
                                        const core::UserId& second, const core::CaseId& loan) {
    std::vector<core::Body> bodies;
    const core::LocationId place = named.location(request.location);
    for (const ReadItem& read : request.items)
        bodies.emplace_back(core::ItemReceived{named.model(read.model),
                                               read.serial,
                                               read.serial_again,
                                               read.tag,
                                               place,
                                               request.position,
                                               request.supplier,
                                               request.order,
                                               loan,
                                               {},
                                               second,
                                               private_or_none(request.note)});
    for (const ReadStock& read : request.stock)
        bodies.emplace_back(core::StockReceived{named.model(read.model),
                                                read.number,
                                                read.expiry,
                                                read.box_size,
                                                read.use,
                                                {},
                                                place,
                                                read.quantity,
                                                read.boxes,
                                                read.seals,
                                                request.supplier,
                                                request.order,
                                                loan,
                                                {},
                                                second,
                                                private_or_none(request.note)});
    if (bodies.empty() && loan.empty())
        named.refused.lines.push_back({core::Refusal::basket_empty, "", {}});
    return bodies;
}

}  // namespace muster::app
