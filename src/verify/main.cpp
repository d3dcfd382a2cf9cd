// SPDX-License-Identifier: MIT
#include <boost/program_options.hpp>
#include <iostream>

#include "muster/files/whole_file.hpp"
#include "verdict_text.hpp"

namespace options = boost::program_options;

namespace {

constexpr int unusable = 2;

options::options_description described() {
    options::options_description all{
        "muster-verify PACK [options]\n\n"
        "Checks an audit pack with nothing but the pack and what you trust yourself.\n"
        "Exit 0 sound, 1 faults, 2 unusable, 3 consistent but not established.\n\nOptions"};
    all.add_options()("pack", options::value<std::string>(),
                      "the pack (.zip); also as the first word")(
        "trust", options::value<std::string>(), "CA.pem: roots you trust, not out of the pack")(
        "fingerprint", options::value<std::vector<std::string>>()->composing(),
        "ROLE=SHA256 of a certificate; ROLE is preparer or a sign-off's role")(
        "against", options::value<std::string>(), "an older pack of the same ledger")(
        "checkpoint", options::value<std::string>(), "a file with a checkpoint, whole or short")(
        "json", "one JSON document on the standard output")("help", "this page");
    return all;
}

/// Lower-case hex without colons and blanks, however the person copied it.
std::string plain_fingerprint(const std::string& text) {
    std::string plain;
    for (const char c : text) {
        if (c == ':' || c == ' ') continue;
        plain += c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return plain;
}

void take_fingerprints(const options::variables_map& given, muster::pack::VerifyOptions& chosen) {
    if (given.count("fingerprint") == 0) return;
    for (const std::string& pair : given["fingerprint"].as<std::vector<std::string>>()) {
        const auto equals = pair.find('=');
        if (equals == std::string::npos || equals == 0)
            throw options::error{"--fingerprint takes ROLE=SHA256"};
        const std::string hex = plain_fingerprint(pair.substr(equals + 1));
        if (hex.size() != 64 || hex.find_first_not_of("0123456789abcdef") != std::string::npos)
            throw options::error{"--fingerprint takes ROLE=SHA256, 64 hex digits"};
        chosen.fingerprints[pair.substr(0, equals)] = hex;
    }
}

muster::pack::VerifyOptions chosen_by(const options::variables_map& given) {
    constexpr std::int64_t small = 1024 * 1024;
    muster::pack::VerifyOptions chosen;
    const auto file = [&](const char* name, std::int64_t bytes_max) {
        return muster::files::read_file(given[name].as<std::string>(), bytes_max);
    };
    if (given.count("trust") != 0) chosen.trust_ca_pem = file("trust", small);
    if (given.count("against") != 0)
        chosen.against = file("against", muster::files::file_bytes_max);
    if (given.count("checkpoint") != 0) chosen.checkpoint = file("checkpoint", small);
    take_fingerprints(given, chosen);
    return chosen;
}

int run(int count, char** words) {
    options::positional_options_description first;
    first.add("pack", 1);
    options::variables_map given;
    options::store(
        options::command_line_parser(count, words).options(described()).positional(first).run(),
        given);
    options::notify(given);
    if (given.count("help") != 0) {
        std::cout << described();
        return 0;
    }
    if (given.count("pack") == 0) throw options::error{"Which pack? muster-verify PACK"};
    const auto path = given["pack"].as<std::string>();
    const auto verdict = muster::pack::verify_file(path, chosen_by(given));
    if (given.count("json") != 0)
        std::cout << muster::verify::json_of(verdict);
    else
        std::cout << muster::verify::text_of(verdict, path);
    return verdict.exit_code;
}

}  // namespace

int main(int count, char** words) {
    try {
        return run(count, words);
    } catch (const std::exception& error) {
        std::cerr << "muster-verify: " << muster::pack::escaped(error.what()) << "\n";
    }
    return unusable;
}
