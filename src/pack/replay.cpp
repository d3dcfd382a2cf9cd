// SPDX-License-Identifier: MIT
#include "replay.hpp"

#include "muster/ledger/canonical.hpp"

namespace muster::pack {

std::variant<core::Entry, ledger::LineFault> entry_of_line(std::string_view line) {
    auto read = ledger::read_canonical(line);
    if (const auto* fault = std::get_if<ledger::LineFault>(&read)) return *fault;
    std::vector<core::ShapeFault> faults;
    auto entry = core::read_entry(std::get<core::Value>(read), faults);
    if (!entry || !faults.empty())
        return ledger::LineFault{
            "entry_shape",
            faults.empty() ? "It is no entry." : faults.front().path + ": " + faults.front().words};
    return std::move(*entry);
}

void Replay::apply(const core::Entry& entry) {
    core::Changes changes{facts_};
    core::apply(entry, changes);
    changes.save_to(facts_);
}

std::optional<std::string> Replay::decide_and_apply(core::Entry entry) {
    core::each_private(
        entry.body, [&](core::PrivateText& value) { value.text = facts_.disclosed(value.digest); });
    auto fault = judge(entry);
    apply(entry);
    return fault;
}

std::optional<std::string> Replay::still_missing() const {
    if (owed_.empty()) return std::nullopt;
    return "An entry of kind " + std::string{core::kind_of(owed_.front())} +
           " should follow the last one.";
}

std::optional<std::string> Replay::judge(const core::Entry& entry) {
    const bool begins = entry.first == entry.number;
    if (!begins && entry.first != first_)
        return "It belongs to a transaction that is not the one before it.";
    std::optional<std::string> fault;
    if (begins && !owed_.empty()) {
        fault = still_missing();
        owed_.clear();
    }
    first_ = entry.first;
    if (fault) return fault;
    return owed_.empty() ? decide(entry) : judge_follower(entry);
}

std::optional<std::string> Replay::judge_follower(const core::Entry& entry) {
    const core::Value owed = core::body_value(owed_.front());
    const std::string kind{core::kind_of(owed_.front())};
    owed_.pop_front();
    if (core::kind_of(entry.body) != kind)
        return "An entry of kind " + kind + " should stand here.";
    if (core::body_value(entry.body) != owed)
        return "The rules say otherwise: " + ledger::canonical(owed);
    if (entry.setup) return "What follows a decision is not made alone.";
    return std::nullopt;
}

std::optional<std::string> Replay::decide(const core::Entry& entry) {
    const core::Context context{entry.recorded_at, entry.happened_at, entry.by,
                                entry.number == 1 ? core::ArmouryId{} : entry.armoury,
                                entry.number};
    const bool alone = core::is_made_alone_in_setup(entry.body, facts_);
    auto decided = core::decide(entry.body, facts_, context);
    if (!decided) {
        const auto& lines = decided.error().lines;
        return "The rules refuse it: " +
               (lines.empty() ? std::string{} : core::sentence_of(lines.front()));
    }
    const auto& bodies = decided.value();
    if (bodies.empty()) return std::string{"The rules write nothing here."};
    for (std::size_t i = 1; i < bodies.size(); ++i) owed_.push_back(bodies[i]);
    if (core::body_value(bodies.front()) != core::body_value(entry.body))
        return "The rules say otherwise: " + ledger::canonical(core::body_value(bodies.front()));
    if (alone != entry.setup)
        return std::string{alone ? "It was made alone during set-up and does not say so."
                                 : "It says that it was made alone during set-up, and was not."};
    return std::nullopt;
}

}  // namespace muster::pack
