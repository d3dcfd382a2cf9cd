// SPDX-License-Identifier: MIT
#include "muster/pack/verify.hpp"

#include <algorithm>
#include <stdexcept>

#include "examination.hpp"
#include "muster/files/whole_file.hpp"

namespace muster::pack {
namespace {

const char* name_of(CheckNumber number) {
    switch (number) {
        case CheckNumber::container:
            return "container";
        case CheckNumber::manifest:
            return "manifest";
        case CheckNumber::sign_off_chain:
            return "sign-off chain";
        case CheckNumber::identities:
            return "identities and roles";
        case CheckNumber::time:
            return "time and revocation";
        case CheckNumber::lines:
            return "lines and leaves";
        case CheckNumber::root:
            return "root";
        case CheckNumber::checkpoint_key:
            return "checkpoint key";
        case CheckNumber::continuity:
            return "continuity and anchors";
        case CheckNumber::rules:
            return "rules re-decided";
        case CheckNumber::opening_state:
            return "opening state";
        case CheckNumber::csv:
            return "CSV";
        case CheckNumber::workbook:
            return "workbook";
        case CheckNumber::certificate_text:
            return "certificate text";
        case CheckNumber::helper_files:
            return "helper files";
    }
    throw std::logic_error{"a check without a name"};
}

/// One check; what a hostile pack makes the rules trip over is a fault of the pack.
void run(Examination& examination, CheckNumber number, void (*check)(Examination&)) {
    try {
        check(examination);
    } catch (const std::exception& error) {
        examination.fail(
            number, "This check stumbled over what the pack holds: " + in_quotes(error.what()));
    }
}

int exit_code(const std::vector<Check>& checks) {
    const auto any = [&](Outcome outcome) {
        return std::any_of(checks.begin(), checks.end(),
                           [&](const Check& check) { return check.outcome == outcome; });
    };
    if (any(Outcome::fail)) return 1;
    return any(Outcome::open) ? 3 : 0;
}

Verdict unusable(std::string words) {
    return {{{1, name_of(CheckNumber::container), Outcome::fail, std::move(words), ""}}, 2};
}

}  // namespace

void Examination::pass(CheckNumber number, std::string words) {
    checks.push_back(
        {static_cast<int>(number), name_of(number), Outcome::pass, std::move(words), ""});
}

void Examination::fail(CheckNumber number, std::string words, std::string at) {
    checks.push_back(
        {static_cast<int>(number), name_of(number), Outcome::fail, std::move(words), escaped(at)});
}

void Examination::open(CheckNumber number, std::string words, std::string at) {
    checks.push_back(
        {static_cast<int>(number), name_of(number), Outcome::open, std::move(words), escaped(at)});
}

bool Examination::has(CheckNumber number) const {
    return std::any_of(checks.begin(), checks.end(), [&](const Check& check) {
        return check.number == static_cast<int>(number);
    });
}

const std::string* Examination::file(const std::string& name) const {
    const auto found = files.find(name);
    return found == files.end() ? nullptr : &found->second;
}

std::string escaped(std::string_view text) {
    constexpr char digits[] = "0123456789abcdef";
    std::string safe;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\\') {
            safe += "\\\\";
        } else if (byte >= 0x20 && byte < 0x7F) {
            safe += c;
        } else {
            safe += "\\x";
            safe += digits[byte >> 4];
            safe += digits[byte & 15];
        }
    }
    return safe;
}

std::string in_quotes(std::string_view text) {
    constexpr std::size_t shown_max = 160;
    const std::string cut = escaped(text.substr(0, shown_max));
    return "\"" + cut + (text.size() > shown_max ? "…\"" : "\"");
}

Verdict verify(std::string pack_bytes, const VerifyOptions& options) {
    Examination examination{options};
    try {
        const Opening opening = check_container(examination, std::move(pack_bytes));
        if (opening == Opening::unusable) return unusable(examination.checks.back().words);
        if (opening == Opening::faulty) return {examination.checks, 1};
    } catch (const std::exception& error) {
        return unusable("This is not a readable pack: " + in_quotes(error.what()));
    }
    run(examination, CheckNumber::manifest, check_manifest);
    run(examination, CheckNumber::lines, check_lines);
    run(examination, CheckNumber::root, check_root_and_key);
    run(examination, CheckNumber::continuity, check_continuity);
    run(examination, CheckNumber::rules, check_rules);
    run(examination, CheckNumber::opening_state, check_opening_state);
    // The chain names the checkpoint and the ledger key, so it comes behind them.
    run(examination, CheckNumber::sign_off_chain, check_sign_off_chain);
    run(examination, CheckNumber::identities, check_identities);
    run(examination, CheckNumber::time, check_time);
    run(examination, CheckNumber::csv, check_tables);
    run(examination, CheckNumber::helper_files, check_helper_files);
    std::stable_sort(examination.checks.begin(), examination.checks.end(),
                     [](const Check& a, const Check& b) { return a.number < b.number; });
    return {examination.checks, exit_code(examination.checks)};
}

Verdict verify_file(const std::string& path, const VerifyOptions& options) {
    std::string bytes;
    try {
        bytes = files::read_file(path);
    } catch (const std::exception& error) {
        return unusable(escaped(error.what()));
    }
    return verify(std::move(bytes), options);
}

}  // namespace muster::pack
