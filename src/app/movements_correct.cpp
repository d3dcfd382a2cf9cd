// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdint>
#include <map>

#include "app/basket.hpp"
#include "app/movement_recording.hpp"
#include "muster/core/mounted.hpp"
#include "muster/core/movement_line.hpp"
#include "muster/core/stock_facts.hpp"
#include "muster/storage/ledger_store.hpp"
#include "muster/storage/lists.hpp"

/// Corrections: the original's lines taken back, and the right ones in their place.
namespace muster::app {
namespace {

using core::CorrectionLine;

/// From an entry that was wrong to the entry that puts it right.
class CorrectionDraft {
public:
    CorrectionDraft(NamedThings& named, core::Entry original, const CorrectionRequest& request)
        : named_{named}, original_{std::move(original)}, request_{request} {}

    core::Corrected made() {
        body_.of = original_.number;
        body_.of_kind = std::string{core::kind_of(original_.body)};
        body_.reason = core::private_text(request_.reason);
        reverse();
        set_owed();
        enter();
        return body_;
    }

private:
    void reverse() {
        const bool registered = std::holds_alternative<core::ItemReceived>(original_.body) ||
                                std::holds_alternative<core::ItemRegistered>(original_.body);
        const auto issues = issues_of_items();
        auto lines = core::movement_lines(original_);
        // What was done last is undone first.
        std::reverse(lines.begin(), lines.end());
        for (const core::MovementLine& line : lines) {
            if (!line.officer.empty()) body_.officer = line.officer;
            if (registered) {
                body_.unregistered.push_back(line.subject);
                continue;
            }
            CorrectionLine back{line.subject, line.quantity, line.to, line.from, {}};
            if (line.from.value.starts_with("o-")) {
                const auto issue = issues.find(line.subject);
                back.issue =
                    issue != issues.end() ? issue->second : issue_before(line.subject, line.from);
                recall_issue(*back.issue);
            }
            body_.reversed.push_back(back);
        }
    }

    // A return that is taken back opens again what it closed, under the issue it closed.
    std::map<std::string, core::EntryNumber> issues_of_items() const {
        std::map<std::string, core::EntryNumber> issues;
        if (const auto* returned = std::get_if<core::Returned>(&original_.body))
            for (const core::ItemLine& line : returned->items)
                if (line.issue) issues[line.item.value] = *line.issue;
        return issues;
    }

    // Rounds do not say of which issue they were: the last that gave this officer some.
    core::EntryNumber issue_before(const std::string& subject, const core::HolderId& officer) {
        constexpr std::int64_t looked_at = 50;
        for (const core::MovementLine& line : storage::movements_before(
                 named_.transaction(), {subject, officer.value}, {original_.number, 0}, looked_at))
            if (line.kind == "issue" && line.entry < original_.number) return line.entry;
        return original_.number;
    }

    // What an officer owes may be more or less than what the book moved: what of an urgent issue
    // was beyond the book, and what of a short return never came.
    void set_owed() {
        std::map<std::string, std::int64_t> more;
        if (const auto* issued = std::get_if<core::Issued>(&original_.body)) {
            for (const core::StockLine& line : issued->stock)
                more[line.stock.value] += line.quantity - line.booked.value_or(line.quantity);
        } else if (const auto* returned = std::get_if<core::Returned>(&original_.body)) {
            for (const core::StockLine& line : returned->stock)
                more[line.stock.value] += line.quantity - line.booked.value_or(line.quantity);
            for (const core::Expended& line : returned->expended)
                more[line.stock.value] += line.quantity - line.booked.value_or(line.quantity);
            add_differences(more);
        }
        for (CorrectionLine& line : body_.reversed) {
            const auto extra = more.find(line.subject);
            if (extra == more.end() || extra->second == 0) continue;
            line.owed = std::max<std::int64_t>(0, line.quantity + extra->second);
            extra->second = 0;
        }
        for (const auto& [subject, owed] : more)
            if (owed > 0) owe_what_never_moved(subject, owed);
    }

    // Of a return of none the book moved nothing; taken back, all of it is owed again.
    void owe_what_never_moved(const std::string& subject, std::int64_t owed) {
        const auto* returned = std::get_if<core::Returned>(&original_.body);
        if (returned == nullptr) return;
        body_.officer = returned->officer;
        CorrectionLine back{subject, 0, {}, core::HolderId{returned->officer.value}, {}};
        for (const core::StockLine& line : returned->stock)
            if (line.stock.value == subject) back.from = line.to;
        back.issue = issue_before(subject, back.to);
        back.owed = owed;
        recall_issue(*back.issue);
        body_.reversed.push_back(back);
    }

    // The discrepancies beside a return say what was open.
    void add_differences(std::map<std::string, std::int64_t>& more) {
        storage::each_line(named_.transaction(), original_.number + 1, INT64_MAX,
                           [&](core::EntryNumber number, const std::string&, const std::string&) {
                               const auto entry = entry_of(named_.transaction(), number);
                               if (!entry || entry->first != original_.first) return false;
                               const auto* found =
                                   std::get_if<core::DiscrepancyOpened>(&entry->body);
                               if (found != nullptr && found->beside == original_.number &&
                                   (found->sort == "return_short" || found->sort == "return_over"))
                                   more[found->subject] += found->expected - found->found;
                               return true;
                           });
    }

    void recall_issue(core::EntryNumber number) {
        const auto entry = entry_of(named_.transaction(), number);
        if (!entry) return;
        recall(std::get_if<core::Issued>(&entry->body));
        if (!body_.since) body_.since = entry->happened_at;
    }

    void recall(const core::Issued* issued) {
        if (issued == nullptr || !body_.purpose.empty()) return;
        body_.purpose = issued->purpose;
        body_.due = issued->due;
    }

    void enter() {
        recall(std::get_if<core::Issued>(&original_.body));
        if (!body_.since) body_.since = original_.happened_at;
        auto items = named_.items(request_.entered.items);
        core::carry_mounted(named_.facts(), items);
        for (const core::ItemLine& line : items) {
            CorrectionLine entered{line.item.value, 1, {}, {}, {}};
            entered.from = holder_after(line.item);
            entered.to = where(entered, false);
            body_.entered.push_back(entered);
        }
        for (const core::StockLine& line : named_.stock(request_.entered)) {
            CorrectionLine entered{line.stock.value, line.quantity, line.from, {}, {}};
            if (entered.from.empty()) entered.from = where(entered, true);
            entered.to = where(entered, false);
            body_.entered.push_back(entered);
        }
        for (const CodeExpended& used : request_.expended) {
            CorrectionLine entered{named_.stock_of(used.code).value, used.quantity, {}, {}, {}};
            entered.from =
                body_.officer.empty() ? where(entered, true) : core::HolderId{body_.officer.value};
            body_.entered.push_back(entered);
        }
    }

    core::HolderId holder_after(const core::ItemId& id) const {
        for (const CorrectionLine& line : body_.reversed)
            if (line.subject == id.value) return line.to;
        const auto item = named_.facts().find<core::Item>(id.value);
        return item ? item->holder : core::HolderId{};
    }

    // The right line goes where the wrong one went: that of the same subject, else of any.
    core::HolderId where(const CorrectionLine& entered, bool from) const {
        const auto lines = core::movement_lines(original_);
        const core::MovementLine* best = nullptr;
        for (const core::MovementLine& line : lines) {
            // Of a return, what came back says where; what was used up went nowhere.
            if (line.kind == "expend" && std::holds_alternative<core::Returned>(original_.body))
                continue;
            if (best == nullptr || line.subject == entered.subject) best = &line;
        }
        if (best == nullptr) return {};
        return from ? best->from : best->to;
    }

    NamedThings& named_;
    core::Entry original_;
    const CorrectionRequest& request_;
    core::Corrected body_;
};

}  // namespace

core::Result<MovementReceipt> correct_movement(OpenLedger& ledger, const Author& author,
                                               const CorrectionRequest& request, Secrets& secrets) {
    auto approver = named_person(ledger, request.approver, secrets);
    if (!approver) return std::move(approver).error();
    return record_movement(
        ledger, author, request.details,
        [&](NamedThings& named, Proposal&) -> std::vector<core::Body> {
            auto original = entry_of(named.transaction(), request.of);
            if (!original) {
                named.refused.lines.push_back({core::Refusal::code_unknown,
                                               "",
                                               {{"code", "entry " + std::to_string(request.of)}}});
                return {};
            }
            core::Corrected body = CorrectionDraft{named, std::move(*original), request}.made();
            body.approver = approver.value();
            return {body};
        });
}

core::Result<MovementReceipt> correct_item(OpenLedger& ledger, const Author& author,
                                           const ItemCorrectionRequest& request, Secrets& secrets) {
    auto approver = named_person(ledger, request.approver, secrets);
    if (!approver) return std::move(approver).error();
    return record_movement(ledger, author, request.details,
                           [&](NamedThings& named, Proposal&) -> std::vector<core::Body> {
                               core::ItemCorrected body;
                               body.item = named.item(request.item);
                               body.serial = request.serial;
                               body.serial_again = request.serial_again;
                               body.tag = request.tag;
                               body.position = request.position;
                               body.reason = core::private_text(request.reason);
                               body.approver = approver.value();
                               return {body};
                           });
}

}  // namespace muster::app
