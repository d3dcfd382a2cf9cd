// SPDX-License-Identifier: MIT
#include "cli/output.hpp"

#include <algorithm>
#include <ostream>

#include "cli/cli.hpp"
#include "muster/app/json_text.hpp"

namespace muster::cli {
namespace {

core::Value refusal_value(const core::Refused& refused) {
    core::Value::Array lines;
    for (const core::RefusedLine& line : refused.lines)
        lines.emplace_back(core::Value::Object{{"code", core::words_of(line.refusal).code},
                                               {"words", core::sentence_of(line)},
                                               {"subject", line.subject}});
    return core::Value{core::Value::Object{{"code", core::words_of(refused.gravest()).code},
                                           {"words", core::sentence_of(refused.lines.front())},
                                           {"lines", std::move(lines)}}};
}

std::string padded(const std::string& text, std::size_t width) {
    return text.size() < width ? text + std::string(width - text.size(), ' ') : text + " ";
}

// What a file or label holds must not command the terminal: control characters are shown as \xNN.
std::string printable(std::string_view text) {
    constexpr char digits[] = "0123456789abcdef";
    std::string safe;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        // U+0080 to U+009F stand as 0xC2 and one byte more; terminals obey some of them.
        const bool second_set =
            byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        const bool control = (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F;
        if (!control && !second_set) {
            safe += text[i];
            continue;
        }
        const auto shown = second_set ? static_cast<unsigned char>(text[++i]) : byte;
        safe += {'\\', 'x', digits[shown >> 4], digits[shown & 15]};
    }
    return safe;
}

std::string option_text(const Option& option) {
    return std::string{"--"} + option.name +
           (option.value != nullptr ? std::string{" "} + option.value : "");
}

}  // namespace

void write_outcome(const Command& command, const Outcome& outcome, bool json, std::ostream& out,
                   std::ostream& err) {
    if (outcome.raw) {
        for (const std::string& line : outcome.text) err << printable(line) << '\n';
        return;
    }
    if (!json) {
        std::ostream& to = outcome.refused ? err : out;
        for (const std::string& line : outcome.text) to << printable(line) << '\n';
        return;
    }
    core::Value::Object document{{"command", command.name}, {"ok", outcome.exit_code == 0}};
    core::Value::Array entries;
    for (const core::EntryNumber number : outcome.entries) entries.emplace_back(number);
    document.emplace("entries", std::move(entries));
    document.emplace("result", outcome.result);
    if (outcome.refused) document.emplace("refusal", refusal_value(*outcome.refused));
    if (outcome.rows) document.emplace("rows", *outcome.rows);
    if (outcome.next) document.emplace("next", *outcome.next);
    if (outcome.checks) document.emplace("checks", *outcome.checks);
    const bool imports = std::string_view{command.name}.starts_with("import");
    if (imports || !outcome.faults.empty()) document.emplace("faults", outcome.faults);
    if (imports || !outcome.warnings.empty()) document.emplace("warnings", outcome.warnings);
    out << app::json_text(core::Value{std::move(document)}) << '\n';
}

void write_failure(const Command* command, const app::Description& failure, bool json,
                   std::ostream& out, std::ostream& err) {
    err << "musterctl: " << printable(failure.sentence) << '\n';
    if (!json) return;
    core::Value::Object document{{"command", command != nullptr ? command->name : ""},
                                 {"ok", false},
                                 {"entries", core::Value::Array{}},
                                 {"result", core::Value::Object{}}};
    if (failure.code.empty())
        document.emplace("failure", core::Value::Object{{"words", failure.sentence}});
    else
        document.emplace("refusal", core::Value::Object{{"code", failure.code},
                                                        {"words", failure.sentence},
                                                        {"lines", core::Value::Array{}}});
    out << app::json_text(core::Value{document}) << '\n';
}

std::string help(const std::string& name) {
    std::string text;
    for (const Command& command : commands()) {
        if (command.name != name) continue;
        text = std::string{"musterctl "} + command.name +
               (*command.positional != '\0' ? std::string{" "} + command.positional : "") + "\n  " +
               command.summary + ".\n\n";
        for (const Option& option : command.options)
            text += "  " + padded(option_text(option), 30) + option.meaning +
                    (option.repeated ? " (may be repeated)" : "") + "\n";
        text += "\nEverywhere:\n";
        for (const Option& option : global_options())
            text += "  " + padded(option_text(option), 30) + option.meaning + "\n";
        return text;
    }
    const std::string family = name.empty() ? "" : name + " ";
    const bool known = std::any_of(commands().begin(), commands().end(), [&](const Command& each) {
        return std::string_view{each.name}.starts_with(family);
    });
    if (!known)
        throw app::UsageError{"There is no command \"" + name +
                              "\". `musterctl help` lists them all."};
    text = "musterctl: the armoury's ledger from the command line\n\n";
    for (const Command& command : commands())
        if (std::string_view{command.name}.starts_with(family))
            text += "  " + padded(std::string{command.name} + " " + command.positional, 28) +
                    command.summary + "\n";
    text += "\nEverywhere:\n";
    for (const Option& option : global_options())
        text += "  " + padded(option_text(option), 28) + option.meaning + "\n";
    return text +
           "\nWhat records something needs the secret `ledger` too. A secret's file is its owner's "
           "alone "
           "(mode 0600).\n"
           "Exit: 0 done, 1 faults or a failed check, 2 usage, 3 refused by a rule, 4 the world "
           "failed.\n"
           "`musterctl help COMMAND` says more.\n";
}

}  // namespace muster::cli
