// SPDX-License-Identifier: MIT
#include "muster/core/issue_warnings.hpp"

#include <set>

#include "muster/core/codes.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/powers.hpp"
#include "muster/core/stock_facts.hpp"

namespace muster::core {
namespace {

class Warnings {
public:
    Warnings(const Issued& issue, const Facts& facts, const Context& context)
        : issue_{issue}, facts_{facts}, context_{context}, today_{uk_date(context.happened_at)} {}

    std::vector<RefusedLine> all() {
        for (const ItemLine& line : issue_.items) {
            const auto item = facts_.find<Item>(line.item.value);
            if (!item) continue;
            warn_of_inspection(*item);
            warn_of_lapse(item->model.value, item->key);
        }
        for (const StockLine& line : issue_.stock) {
            const auto batch = facts_.find<Batch>(line.stock.value);
            warn_of_lapse(batch ? batch->model.value : line.stock.value, line.stock.value);
            if (batch) warn_of_use(*batch);
        }
        warn_of_overdue();
        return std::move(lines_);
    }

private:
    void warn(Refusal refusal, const std::string& subject,
              std::map<std::string, std::string> words) {
        words.emplace("subject", subject_words(facts_, subject));
        words.emplace("officer", officer_words(facts_, issue_.officer.value));
        lines_.push_back({refusal, subject, std::move(words)});
    }

    void warn_of_inspection(const Item& item) {
        const std::int64_t days = policy_number(facts_, "inspection_warning_days", 14);
        if (item.condition_status == "inspection_due")
            warn(Refusal::inspection_due_soon, item.key,
                 {{"date", item.next_inspection ? people_text(*item.next_inspection) : "now"}});
        else if (item.next_inspection && item.next_inspection->days - today_.days <= days)
            warn(Refusal::inspection_due_soon, item.key,
                 {{"date", people_text(*item.next_inspection)}});
    }

    // Once a class, however many lines need it.
    void warn_of_lapse(const std::string& model_id, const std::string& subject) {
        const auto model = facts_.find<Model>(model_id);
        if (!model || model->authorisation.empty()) return;
        if (!classes_.insert(model->authorisation).second) return;
        const auto held =
            facts_.find<Authorisation>(issue_.officer.value + "/" + model->authorisation);
        const std::int64_t days = policy_number(facts_, "lapse_warning_days", 30);
        if (!held || held->to < today_ || held->to.days - today_.days > days) return;
        const auto title = facts_.find<Reference>("class/" + model->authorisation);
        warn(Refusal::authorisation_lapses_soon, subject,
             {{"class", title ? title->title : model->authorisation},
              {"date", people_text(held->to)}});
    }

    // Live rounds are drawn for training too; training, blank and drill rounds are for nothing
    // else.
    void warn_of_use(const Batch& batch) {
        if (issue_.purpose != "operational" || batch.use.empty() || batch.use == "operational")
            return;
        const auto purpose = facts_.find<Reference>("purpose/" + issue_.purpose);
        warn(Refusal::rounds_for_another_use, batch.key,
             {{"use", batch.use}, {"purpose", purpose ? purpose->title : issue_.purpose}});
    }

    void warn_of_overdue() {
        for (const OpenLine& open : facts_.all<OpenLine>(issue_.officer.value + "/"))
            if (open.due && *open.due < context_.now)
                warn(Refusal::something_overdue, open.subject, {{"date", uk_time_text(*open.due)}});
    }

    const Issued& issue_;
    const Facts& facts_;
    const Context& context_;
    Date today_;
    std::set<std::string> classes_;
    std::vector<RefusedLine> lines_;
};

}  // namespace

std::vector<RefusedLine> issue_warnings(const Issued& issue, const Facts& facts,
                                        const Context& context) {
    return Warnings{issue, facts, context}.all();
}

}  // namespace muster::core
