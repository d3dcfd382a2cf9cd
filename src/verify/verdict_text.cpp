// SPDX-License-Identifier: MIT
#include "verdict_text.hpp"

#include "muster/core/value.hpp"
#include "muster/ledger/canonical.hpp"

namespace muster::verify {
namespace {

const char* word_of(pack::Outcome outcome) {
    switch (outcome) {
        case pack::Outcome::pass:
            return "PASS";
        case pack::Outcome::fail:
            return "FAIL";
        case pack::Outcome::open:
            break;
    }
    return "OPEN";
}

const char* closing_words(int exit_code) {
    switch (exit_code) {
        case 0:
            return "The pack is sound: faultless, its signers are who you trust, and it begins a "
                   "ledger or continues one you know (check 9).\n";
        case 1:
            return "The pack has faults. Do not rely on it; ask for it again and keep this one.\n";
        case 3:
            return "The pack is consistent in itself. Who signed it, or what came before it, is "
                   "not "
                   "established.\n";
        default:
            return "This cannot be read as a pack.\n";
    }
}

constexpr char not_shown[] =
    "It does not show that the record was true when it was typed, that nothing was left out of\n"
    "it, or when the signatures were made: their times are the signers' own word.\n";

}  // namespace

std::string text_of(const pack::Verdict& verdict, const std::string& pack_path) {
    std::string text = pack::escaped(pack_path) + "\n";
    for (const pack::Check& check : verdict.checks) {
        text += std::string{word_of(check.outcome)} + " " + std::to_string(check.number) + " " +
                check.name + ": ";
        if (!check.file.empty()) text += check.file + ": ";
        text += check.words + "\n";
    }
    text += "\n";
    text += closing_words(verdict.exit_code);
    if (verdict.exit_code != 2) text += not_shown;
    return text;
}

std::string json_of(const pack::Verdict& verdict) {
    core::Value::Array checks;
    for (const pack::Check& check : verdict.checks)
        checks.emplace_back(core::Value::Object{{"number", std::int64_t{check.number}},
                                                {"name", check.name},
                                                {"ok", check.outcome == pack::Outcome::pass},
                                                {"words", check.words},
                                                {"file", check.file}});
    return ledger::canonical(core::Value{core::Value::Object{
               {"command", "verify"},
               {"ok", verdict.exit_code == 0},
               {"checks", std::move(checks)},
               {"result", core::Value::Object{{"exit", std::int64_t{verdict.exit_code}}}}}}) +
           "\n";
}

}  // namespace muster::verify
