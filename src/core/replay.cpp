// SPDX-License-Identifier: MIT
#include "muster/core/replay.hpp"

#include <algorithm>

namespace muster::core {

std::optional<ReplayFault> Replay::take(const Entry& entry) {
    auto fault = judge(entry);
    Changes changes{facts_};
    apply(entry, changes);
    changes.save_to(facts_);
    last_ = entry.number;
    first_ = entry.first;
    return fault;
}

std::optional<ReplayFault> Replay::finish() {
    if (awaited_.empty()) return std::nullopt;
    const std::string kind{kind_of(awaited_.back())};
    awaited_.clear();
    return ReplayFault{last_ + 1,
                       "an entry of kind " + kind + " must follow entry " + std::to_string(last_)};
}

std::optional<ReplayFault> Replay::judge(const Entry& entry) {
    if (!awaited_.empty()) {
        const Body expected = std::move(awaited_.back());
        awaited_.pop_back();
        if (entry.first == first_ && body_value(expected) == body_value(entry.body) &&
            kind_of(expected) == kind_of(entry.body))
            return std::nullopt;
        awaited_.clear();
        return ReplayFault{entry.number, "the rules let another entry of kind " +
                                             std::string{kind_of(expected)} + " follow entry " +
                                             std::to_string(last_)};
    }
    if (entry.setup != is_made_alone_in_setup(entry.body, facts_))
        return ReplayFault{entry.number,
                           "is marked wrongly as made alone during set-up, or not so marked"};
    const Context context{entry.recorded_at, entry.happened_at, entry.by, entry.armoury,
                          entry.number};
    auto decided = decide(entry.body, facts_, context);
    if (!decided)
        return ReplayFault{entry.number, std::string{"the rules refuse it: "} +
                                             words_of(decided.error().gravest()).code};
    auto bodies = std::move(decided).value();
    const bool same = body_value(bodies.front()) == body_value(entry.body);
    std::reverse(bodies.begin(), bodies.end());
    bodies.pop_back();
    awaited_ = std::move(bodies);
    if (!same)
        return ReplayFault{entry.number, "the rules complete it otherwise than it is recorded"};
    return std::nullopt;
}

}  // namespace muster::core
