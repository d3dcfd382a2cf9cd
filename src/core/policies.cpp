// SPDX-License-Identifier: MIT
#include "muster/core/policies.hpp"

#include <algorithm>
#include <optional>

#include "muster/core/powers.hpp"

namespace muster::core {
namespace {

constexpr std::size_t text_bytes_max = 100;
constexpr std::size_t folder_bytes_max = 1'000;

bool is_number(const std::string& value, std::int64_t most) {
    constexpr std::size_t digits_max = 7;
    if (value.empty() || value.size() > digits_max) return false;
    std::int64_t number = 0;
    for (const char c : value) {
        if (c < '0' || c > '9') return false;
        number = number * 10 + (c - '0');
    }
    return number <= most;
}

// One role at least: a pack that nobody has to sign off is nobody's word.
bool are_roles(const std::string& value) {
    const auto roles = words_in(value);
    return !roles.empty() && std::all_of(roles.begin(), roles.end(), is_role);
}

// `no` stands for none of the list.
bool are_codes(const Facts& facts, const std::string& list, const std::string& value) {
    const auto codes = words_in(value);
    if (codes == std::vector<std::string>{"no"}) return true;
    return !codes.empty() && std::all_of(codes.begin(), codes.end(), [&](const std::string& code) {
        return facts.row(Table::reference, list + "/" + code).has_value();
    });
}

bool is_text(const std::string& value, std::size_t bytes_max) {
    return !value.empty() && value.size() <= bytes_max &&
           std::none_of(value.begin(), value.end(),
                        [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

bool takes(const Facts& facts, const PolicyRule& rule, const std::string& value) {
    const std::string_view sort = rule.sort;
    if (sort == "purposes") return are_codes(facts, "purpose", value);
    if (sort == "categories") return are_codes(facts, "category", value);
    if (sort == "number") return is_number(value, rule.most);
    if (sort == "roles") return are_roles(value);
    if (sort == "text") return is_text(value, text_bytes_max);
    if (sort == "folder") return is_text(value, folder_bytes_max);
    return std::find(rule.choices.begin(), rule.choices.end(), value) != rule.choices.end();
}

std::string taken_words(const PolicyRule& rule) {
    const std::string_view sort = rule.sort;
    if (sort == "number") return "a whole number from 0 to " + std::to_string(rule.most);
    if (sort == "roles") return "one or more roles, divided by blanks";
    if (sort == "purposes") return "codes of the list purpose divided by blanks, or no";
    if (sort == "categories") return "codes of the list category divided by blanks, or no";
    if (sort == "text") return "a text of one line";
    if (sort == "folder") return "the path of a folder, or no";
    std::string words;
    for (const char* choice : rule.choices)
        words += (words.empty() ? "" : " or ") + std::string{choice};
    return words;
}

// What one policy for each of many is for: a purpose, a category, a location.
bool is_one_of_many(const Facts& facts, std::string_view family, const std::string& member) {
    if (family == "attendance.") return facts.row(Table::location, member).has_value();
    if (family == "report_hours.")
        return member == "critical" || member == "high" || member == "medium" || member == "low";
    if (family == "severity.")
        return !member.empty() &&
               member.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == member.npos;
    if (family.starts_with("count_"))
        return facts.row(Table::reference, "count_sort/" + member).has_value();
    const std::string list = family == "inspection_rounds." ? "category/" : "purpose/";
    return facts.row(Table::reference, list + member).has_value();
}

const PolicyRule* rule_of(const Facts& facts, const std::string& name) {
    for (const PolicyRule& rule : policy_rules()) {
        const std::string_view known = rule.name;
        if (name == known && !known.ends_with(".")) return &rule;
        if (known.ends_with(".") && name.starts_with(known) &&
            is_one_of_many(facts, known, name.substr(known.size())))
            return &rule;
    }
    return nullptr;
}

// The movements besides issues that a force may want two people for.
std::vector<PolicyRule> with_seconds(std::vector<PolicyRule> rules) {
    for (const char* name :
         {"second_person_at.receive", "second_person_at.transfer", "second_person_at.send",
          "second_person_at.arrive", "second_person_at.expend", "second_person_at.lend",
          "second_person_at.borrow", "second_person_at.loan_back", "second_person_at.give_back",
          "second_person_at.seize", "second_person_at.end_seizure", "second_person_at.recover"})
        rules.push_back(
            {name, "choice", {"yes", "no"}, 0, "whether that movement needs a second person"});
    return rules;
}

std::vector<PolicyRule> rules_of_the_force() {
    return {
        {"second_person_at_issue", "choice", {"yes", "no"}, 0, "an issue needs a second person"},
        {"operational_authority",
         "choice",
         {"standing", "specific"},
         0,
         "whether each operational issue needs a deployment reference"},
        {"authorisation_data_days",
         "number",
         {},
         3650,
         "how old authorisation data may be before an issue needs an override"},
        {"late_entry_days", "number", {}, 3650, "how far back a paper form may be keyed"},
        {"due_back_hours.",
         "number",
         {},
         87'600,
         "when a draw for that purpose is due back; 0 never"},
        {"nightly_import.officers", "folder", {}, 0, "whence staff lists may come unattended"},
        {"nightly_import.authorisations",
         "folder",
         {},
         0,
         "whence training records may come unattended"},
        {"nightly_import.deployments",
         "folder",
         {},
         0,
         "whence deployment logs may come unattended"},
        {"import_stale_days.officers", "number", {}, 3650, "how old the staff list may be"},
        {"import_stale_days.authorisations",
         "number",
         {},
         3650,
         "how old the training record may be"},
        {"import_stale_days.deployments", "number", {}, 3650, "how old the log may be"},
        {"transit_hours", "number", {}, 8'760, "when a consignment should have arrived"},
        {"seizure_review_days", "number", {}, 3'650, "when a seizure is looked at again"},
        {"missing_escalation_hours",
         "number",
         {},
         8'760,
         "when what is missing must be found or reported upwards"},
        {"joint_count_at_handover",
         "choice",
         {"yes", "no"},
         0,
         "whether a handover of the duty needs a joint count"},
        {"pack_roles", "roles", {}, 0, "who signs a pack off"},
        {"classification", "text", {}, 0, "the marking on screens and paper"},
    };
}

std::vector<PolicyRule> rules_of_the_hatch() {
    return {
        {"urgent_issue",
         "choice",
         {"yes", "no"},
         0,
         "whether an issue may be urgent: scans only, confirmed afterwards"},
        {"urgent_confirmation_hours",
         "number",
         {},
         168,
         "when an urgent issue must be confirmed by its officer"},
        {"attendance.",
         "choice",
         {"attended", "paired"},
         0,
         "of a location: whether an armourer or a pair of officers issues there"},
        {"stock_from_here",
         "choice",
         {"yes", "no"},
         0,
         "whether what is issued is taken from the armoury where it is issued, unless it is said"},
        {"paired_purposes", "purposes", {}, 0, "what a pair of officers may issue for"},
    };
}

std::vector<PolicyRule> rules_of_what_is_drawn() {
    return {
        {"function_test_categories",
         "categories",
         {},
         0,
         "what needs the day's function test before it is issued"},
        {"download_categories",
         "categories",
         {},
         0,
         "what needs the device's download reference once it is fired"},
        {"clock_alarm",
         "choice",
         {"yes", "no"},
         0,
         "whether a clock that stood behind is an alarm until two people say it is right again"},
        {"deployment_review",
         "choice",
         {"yes", "no"},
         0,
         "whether a deployment reference that is to follow is asked for by a discrepancy"},
        {"discharge_review",
         "choice",
         {"yes", "no"},
         0,
         "whether an unintentional discharge is reviewed, with the officer's authorisation"},
        {"keep_live_apart",
         "choice",
         {"yes", "no"},
         0,
         "whether live, blank and drill rounds are never drawn together"},
        {"training_consumption",
         "choice",
         {"yes", "no"},
         0,
         "whether a training return asks who used what, and for the range declaration"},
        {"inspection_rounds.",
         "number",
         {},
         1'000'000,
         "of a category: after how many rounds an inspection is due; 0 never"},
        {"attestation_after_days",
         "number",
         {},
         3'650,
         "from when on kit is long-term, and its holder asked to confirm it"},
        {"attestation_answer_days",
         "number",
         {},
         365,
         "within how many days an officer confirms what they hold"},
        {"lapse_warning_days",
         "number",
         {},
         365,
         "how long before its end an authorisation is warned of"},
        {"inspection_warning_days",
         "number",
         {},
         365,
         "how long before it is due an inspection is warned of"},
    };
}

std::vector<PolicyRule> rules_of_counts() {
    return {
        {"count_team_rules",
         "choice",
         {"yes", "no"},
         0,
         "whether custodians, rotation and outsiders are checked when a count is started"},
        {"count_third_asked",
         "choice",
         {"yes", "no"},
         0,
         "whether a third person counts only where they were asked to, and so are blind"},
        {"count_lead_times",
         "number",
         {},
         100,
         "how many counts of a kind one person leads in a row; 0 any"},
        {"count_days.", "number", {}, 3'650, "of a kind of count: every how many days; 0 never"},
        {"count_outsider.",
         "choice",
         {"yes", "no"},
         0,
         "of a kind of count: whether a counter comes from outside"},
        {"count_categories.",
         "categories",
         {},
         0,
         "of a kind of count: the only categories it counts"},
        {"loss_in_book",
         "choice",
         {"yes", "no"},
         0,
         "whether a discrepancy that ends as a loss is approved only once the book has the loss"},
        {"severity.",
         "choice",
         {"critical", "high", "medium", "low"},
         0,
         "of a sort of discrepancy: how grave it is"},
        {"report_hours.",
         "number",
         {},
         8'760,
         "of a gravity: within how many hours it is reported upwards; 0 never"},
        {"dip_test_days", "number", {}, 3'650, "how often an armoury has a dip-test"},
    };
}

}  // namespace

const std::vector<PolicyRule>& policy_rules() {
    static const std::vector<PolicyRule> rules = [] {
        std::vector<PolicyRule> all = with_seconds(rules_of_the_force());
        for (const auto& more : {rules_of_the_hatch(), rules_of_what_is_drawn(), rules_of_counts()})
            all.insert(all.end(), more.begin(), more.end());
        return all;
    }();
    return rules;
}

std::vector<std::string> words_in(const std::string& value) {
    std::vector<std::string> words(1);
    for (const char c : value) {
        if (c != ' ' && c != ',')
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

bool policy_names(const Facts& facts, const std::string& name, const std::string& code) {
    const auto words = words_in(policy(facts, name));
    return std::find(words.begin(), words.end(), code) != words.end();
}

std::optional<Refused> refuse_policy(const Facts& facts, const std::string& name,
                                     const std::string& value) {
    const PolicyRule* rule = rule_of(facts, name);
    if (rule == nullptr) return refused(Refusal::code_unknown, name, {{"code", "Policy " + name}});
    if (takes(facts, *rule, value)) return std::nullopt;
    return refused(Refusal::value_unknown, name,
                   {{"name", name}, {"value", value}, {"takes", taken_words(*rule)}});
}

}  // namespace muster::core
