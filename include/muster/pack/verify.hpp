// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Checking a pack with nothing but the pack and what the checker already trusts (FORMATS §6).
namespace muster::pack {

/// What the person who verifies brings along.
struct VerifyOptions {
    std::optional<std::string> trust_ca_pem;  ///< roots they trust
    std::map<std::string, std::string>
        fingerprints;                       ///< role or `preparer` to SHA-256 of a certificate
    std::optional<std::string> against;     ///< bytes of an older pack of the same ledger
    std::optional<std::string> checkpoint;  ///< a checkpoint note, or a SHORT as typed
};

/// How a check came out.
enum class Outcome {
    pass,
    fail,  ///< a fault
    open   ///< no fault, but who signed or what came before is not established
};

struct Check {
    int number = 0;  ///< its place in FORMATS §6; never reused
    std::string name;
    Outcome outcome = Outcome::pass;
    std::string words;  ///< a sentence; whatever came from the pack is escaped
    std::string file;   ///< the file at fault; empty where none is
};

/// What became of a pack.
struct Verdict {
    std::vector<Check>
        checks;         ///< ascending by number; a check with several faults stands several times
    int exit_code = 2;  ///< 0 sound, 1 faults, 2 unusable, 3 not established
};

/// Verifies a pack. Whatever the bytes are, it neither throws nor hangs.
Verdict verify(std::string pack_bytes, const VerifyOptions& options);
/// The same for a file; a file that cannot be read is unusable.
Verdict verify_file(const std::string& path, const VerifyOptions& options);

/// Text from outside made safe to print: everything but printable ASCII as `\xNN`, the backslash
/// doubled.
std::string escaped(std::string_view text);

}  // namespace muster::pack
