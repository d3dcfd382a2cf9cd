// SPDX-License-Identifier: MIT
#include "muster/core/people_facts.hpp"
#include "muster/core/stock_facts.hpp"
#include "muster/core/tables.hpp"

namespace muster::core {
namespace {

std::string roles_text(const std::vector<std::string>& roles) {
    std::string text;
    for (const std::string& role : roles) text += (text.empty() ? "" : ", ") + role;
    return text.empty() ? "none" : text;
}

std::string armoury_name(const Facts& facts, const Force& force) {
    for (const Location& location : facts.all<Location>())
        if (location.parent.empty() && location.armoury == force.armoury) return location.name;
    return force.armoury.value;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> PeriodSheets::cover() const {
    const PeriodSource& s = source_;
    const Force force = s.closing->find<Force>("force").value_or(Force{});
    std::vector<std::pair<std::string, std::string>> lines;
    const auto say = [&](const char* label, std::string value) {
        lines.emplace_back(label, std::move(value));
    };
    say("", "Audit workbook: " + force.name);
    if (force.practice) say("", "PRACTICE - invented stock, not the record of a real armoury");
    say("", "About this workbook");
    say("Ref", "A0");
    say("Force", force.name);
    say("Armoury", armoury_name(*s.closing, force));
    say("Period", s.label);
    say("Entries", std::to_string(s.first) + " to " + std::to_string(s.last));
    say("Period closed", uk_time_text(s.closed_at) + " (UTC " + text_of(s.closed_at) + ")");
    say("Pack", s.pack);
    say("Classification", s.classification);
    say("Prepared by", s.prepared_by + ", " + uk_time_text(s.prepared_at));
    say("Signatures asked for", roles_text(s.required_roles));
    say("Program", s.program);
    say("Purpose", "Working papers for the independent annual audit of the armoury.");
    say("Source", "Every figure is recomputed from ledger.jsonl of this pack; nothing was typed.");
    say("Blank cells", "A blank cell means: not applicable, or not recorded.");
    say("", "How to verify");
    say("Checkpoint", s.short_form);
    say("1", "Get muster-verify from your own side, not from this pack.");
    say("2", "muster-verify " + s.pack + ".zip --trust CA.pem");
    say("3", "Compare the checkpoint above with one that you noted earlier or were told.");
    say("4", "This workbook alone proves nothing: VERIFY.md says what does, with common tools.");
    say("", "Conclusion");
    say("Reviewed by", "");
    say("Date", "");
    say("Conclusion", "");
    return lines;
}

}  // namespace muster::core
