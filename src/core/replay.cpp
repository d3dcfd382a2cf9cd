// SPDX-License-Identifier: MIT
#include "muster/core/replay.hpp"

#include <iterator>

namespace muster::core {

void apply_to(MemoryFacts& facts, const Entry& entry) {
    Changes changes{facts};
    apply(entry, changes);
    changes.save_to(facts);
}

std::optional<ReplayFault> Replay::take(Entry entry) {
    each_private(entry.body,
                 [&](PrivateText& value) { value.text = facts_.disclosed(value.digest); });
    auto fault = judge(entry);
    apply_to(facts_, entry);
    last_ = entry.number;
    return fault;
}

std::optional<ReplayFault> Replay::finish() {
    if (awaited_.empty()) return std::nullopt;
    const std::string kind{kind_of(awaited_.front())};
    awaited_.clear();
    return ReplayFault{
        last_ + 1, "an entry of kind " + kind + " must follow entry " + std::to_string(last_), {}};
}

std::optional<ReplayFault> Replay::judge(const Entry& entry) {
    const bool begins = entry.first == entry.number;
    if (!begins && entry.first != first_)
        return ReplayFault{
            entry.number, "it belongs to a transaction that is not the one before it", {}};
    first_ = entry.first;
    if (!awaited_.empty()) return begins ? missing_before(entry) : judge_follower(entry);
    return decide_again(entry);
}

std::optional<ReplayFault> Replay::missing_before(const Entry& entry) {
    auto fault = finish();
    if (fault) fault->number = entry.number;
    return fault;
}

std::optional<ReplayFault> Replay::judge_follower(const Entry& entry) {
    const Body expected = std::move(awaited_.front());
    awaited_.pop_front();
    if (kind_of(expected) == kind_of(entry.body) &&
        body_value(expected) == body_value(entry.body) && !entry.setup)
        return std::nullopt;
    awaited_.clear();
    return ReplayFault{entry.number,
                       "the rules let another entry of kind " + std::string{kind_of(expected)} +
                           " follow entry " + std::to_string(last_),
                       body_value(expected)};
}

std::optional<ReplayFault> Replay::decide_again(const Entry& entry) {
    const bool alone = is_made_alone_in_setup(entry.body, facts_);
    // Entry 1 makes the armoury it names.
    const Context context{entry.recorded_at, entry.happened_at,
                          entry.by,          entry.number == 1 ? ArmouryId{} : entry.armoury,
                          entry.number,      entry.paper};
    auto decided = decide(entry.body, facts_, context);
    if (!decided)
        return ReplayFault{
            entry.number, "the rules refuse it: " + sentence_of(decided.error().lines.front()), {}};
    auto bodies = std::move(decided).value();
    const Value expected = body_value(bodies.front());
    awaited_.assign(std::make_move_iterator(bodies.begin() + 1),
                    std::make_move_iterator(bodies.end()));
    if (expected != body_value(entry.body))
        return ReplayFault{entry.number, "the rules complete it otherwise than it is recorded",
                           expected};
    if (alone != entry.setup)
        return ReplayFault{entry.number,
                           alone ? "it was made alone during set-up and does not say so"
                                 : "it says that it was made alone during set-up, and was not",
                           {}};
    return std::nullopt;
}

}  // namespace muster::core
