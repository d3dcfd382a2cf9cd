// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <tuple>

#include "app/likely_causes.hpp"
#include "muster/app/discrepancies.hpp"
#include "muster/core/case_facts.hpp"
#include "muster/core/codes.hpp"

/// The lists that somebody above the armoury reads: what nobody reported, and what was lost.
namespace muster::app {
namespace {

using Object = core::Value::Object;

int rank_of(const std::string& severity) {
    const std::vector<std::string> order{"critical", "high", "medium", "low"};
    return static_cast<int>(std::find(order.begin(), order.end(), severity) - order.begin());
}

/// Calibre, type, year.
using LossKey = std::tuple<std::string, std::string, std::string>;

struct Losses {
    std::int64_t items = 0;
    std::int64_t quantity = 0;
    std::int64_t recovered = 0;
    std::string entries;
};

class LossRegister {
public:
    explicit LossRegister(const core::Facts& facts) : facts_{facts} {}

    void add(const std::string& subject, std::int64_t quantity, std::int64_t recovered,
             core::Instant when, const std::string& entry) {
        std::string model = subject;
        const auto item = facts_.find<core::Item>(subject);
        if (item) model = item->model.value;
        if (const auto batch = facts_.find<core::Batch>(subject)) model = batch->model.value;
        const auto of = facts_.find<core::Model>(model);
        const std::string category = of ? of->category : "unknown";
        const auto title = facts_.find<core::Reference>("category/" + category);
        Losses& losses = rows_[{of && !of->calibre.empty() ? of->calibre : "none",
                                title ? title->title : category,
                                core::text_of(core::uk_date(when)).substr(0, 4)}];
        (item ? losses.items : losses.quantity) += quantity;
        losses.recovered += recovered;
        losses.entries += (losses.entries.empty() ? "" : ", ") + entry;
    }
    const std::map<LossKey, Losses>& rows() const { return rows_; }

private:
    const core::Facts& facts_;
    std::map<LossKey, Losses> rows_;
};

void add_cases(const core::Facts& facts, LossRegister& losses) {
    for (const core::Case& loss : facts.all<core::Case>("z-"))
        for (const core::CaseLine& line : facts.all<core::CaseLine>(loss.key + "/")) {
            const bool recovered = line.outcome == "recovered";
            if (line.outcome != "lost" && line.outcome != "stolen" && !recovered) continue;
            losses.add(line.subject, line.quantity, recovered ? line.quantity : 0, loss.since,
                       loss.key);
        }
}

void add_discrepancies(const core::Facts& facts, LossRegister& losses) {
    for (const core::Discrepancy& one : facts.all<core::Discrepancy>()) {
        if (one.state != "approved" || (one.outcome != "loss" && one.outcome != "theft")) continue;
        if (one.adjustment.value_or(0) < 0)
            losses.add(one.subject, -*one.adjustment, 0, one.opened_at, one.key);
    }
}

}  // namespace

core::Result<Listing> escalations(OpenLedger& ledger, const ListRequest& request) {
    Listing listing;
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        no = refuse_blind(facts, request.viewer);
        if (no) return;
        std::vector<core::Discrepancy> late;
        for (core::Discrepancy& one : facts.all<core::Discrepancy>())
            if (is_unreported(one, ledger.now())) late.push_back(std::move(one));
        std::sort(late.begin(), late.end(), [](const auto& a, const auto& b) {
            return std::make_pair(rank_of(a.severity.value_or("")), a.due) <
                   std::make_pair(rank_of(b.severity.value_or("")), b.due);
        });
        constexpr std::int64_t ms_per_hour = 3'600'000;
        for (const core::Discrepancy& one : late) {
            Object row{{"discrepancy", one.key},
                       {"severity", one.severity.value_or("")},
                       {"sort", one.sort},
                       {"subject", core::subject_words(facts, one.subject)},
                       {"holder", core::holder_words(facts, one.holder)},
                       {"due", core::uk_time_text(*one.due)},
                       {"hours_late", (ledger.now().ms - one.due->ms) / ms_per_hour}};
            row.emplace("assigned", one.assigned.empty()
                                        ? std::string{}
                                        : core::user_words(facts, one.assigned.value));
            listing.rows.emplace_back(std::move(row));
        }
    });
    if (no) return std::move(*no);
    return listing;
}

core::Result<Listing> loss_register(OpenLedger& ledger, const ListRequest& request) {
    Listing listing;
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        no = refuse_blind(facts, request.viewer);
        if (no) return;
        LossRegister losses{facts};
        add_cases(facts, losses);
        add_discrepancies(facts, losses);
        for (const auto& [key, sums] : losses.rows()) {
            const auto& [calibre, type, year] = key;
            if (!request.filter.empty() && request.filter != year) continue;
            listing.rows.emplace_back(Object{{"calibre", calibre},
                                             {"type", type},
                                             {"year", year},
                                             {"items", sums.items},
                                             {"quantity", sums.quantity},
                                             {"recovered", sums.recovered},
                                             {"entries", sums.entries}});
        }
    });
    if (no) return std::move(*no);
    return listing;
}

}  // namespace muster::app
