// SPDX-License-Identifier: MIT
#include "chain.hpp"

#include <optional>
#include <vector>

#include "lines.hpp"
#include "muster/ledger/canonical.hpp"

namespace muster::pack {
namespace {

constexpr char first_line[] = "muster sign-off 1";

std::string two_digits(int number) {
    return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

/// The value behind `label: ` on that line; nothing where the line is another.
std::optional<std::string> value_of(const std::vector<std::string>& lines, std::size_t at,
                                    const std::string& label) {
    if (at >= lines.size() || lines[at].rfind(label + ": ", 0) != 0) return std::nullopt;
    return lines[at].substr(label.size() + 2);
}

}  // namespace

std::string write_sign_off(const SignOffText& text) {
    return std::string{first_line} + "\npack: " + text.pack + "\nmanifest: " + text.manifest +
           "\nprevious: " + text.previous + "\ncheckpoint: " + text.checkpoint +
           "\nledger key: " + text.ledger_key + "\norder: " + std::to_string(text.order) +
           "\nrole: " + text.role + "\nperson: " + text.person +
           "\ncertificate: " + text.certificate + "\nsentence: " + text.sentence +
           "\ntime: " + core::text_of(text.time) + "\n";
}

std::optional<SignOffText> read_sign_off(std::string_view bytes) {
    const std::vector<std::string> lines = lines_of(bytes);
    SignOffText text;
    std::string order;
    std::string time;
    std::size_t at = 1;
    const std::pair<const char*, std::string*> members[] = {{"pack", &text.pack},
                                                            {"manifest", &text.manifest},
                                                            {"previous", &text.previous},
                                                            {"checkpoint", &text.checkpoint},
                                                            {"ledger key", &text.ledger_key},
                                                            {"order", &order},
                                                            {"role", &text.role},
                                                            {"person", &text.person},
                                                            {"certificate", &text.certificate},
                                                            {"sentence", &text.sentence},
                                                            {"time", &time}};
    for (const auto& [label, member] : members) {
        const auto value = value_of(lines, at++, label);
        if (!value) return std::nullopt;
        *member = *value;
    }
    const auto instant = core::instant_of(time);
    const bool counted = !order.empty() && order.size() <= 2 &&
                         order.find_first_not_of("0123456789") == std::string::npos;
    if (!instant || !counted) return std::nullopt;
    text.order = std::stoi(order);
    text.time = *instant;
    // One text has one spelling, byte for byte.
    if (write_sign_off(text) != bytes) return std::nullopt;
    return text;
}

std::string sign_off_stem(int order, const std::string& role) {
    std::string dashed = role;
    for (char& c : dashed)
        if (c == '_') c = '-';
    return "signoff/" + two_digits(order) + "-" + dashed;
}

std::optional<std::vector<PlacedSignOff>> placed_sign_offs(const PackFiles& files,
                                                           std::string& offending) {
    std::vector<PlacedSignOff> placed;
    for (auto at = files.lower_bound("signoff/"); at != files.end() && is_sign_off_name(at->first);
         ++at) {
        // .p7s sorts before .txt, and both of one signer stand side by side.
        const std::string& name = at->first;
        const int order = static_cast<int>(placed.size()) + 1;
        const bool fits = order < 100 && name.size() > 15 &&
                          name.substr(name.size() - 4) == ".p7s" &&
                          name.substr(8, 3) == two_digits(order) + "-";
        const std::string stem = fits ? name.substr(0, name.size() - 4) : name;
        if (!fits || files.count(stem + ".txt") == 0) {
            offending = name;
            return std::nullopt;
        }
        if (++at; at->first != stem + ".txt") {
            offending = at->first;
            return std::nullopt;
        }
        placed.push_back({order, stem});
    }
    return placed;
}

bool is_one_line(std::string_view text) {
    return !text.empty() && text.size() <= 500 && text.find('\n') == std::string_view::npos &&
           ledger::is_valid_text(text) && text.front() != ' ' && text.back() != ' ';
}

}  // namespace muster::pack
