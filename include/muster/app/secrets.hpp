// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace muster::app {

/// Where secrets come from: files, a prompt, a window, a test's script.
///
/// `who` is a user's name, `officer:COLLAR`, `key:NAME`, `ca` or `ledger` (FORMATS §7).
class Secrets {
public:
    virtual ~Secrets() = default;
    /// The secret of `who`. Throws UsageError naming whose is missing, or whose file is unsafe.
    virtual std::string secret(const std::string& who) = 0;
    /// A secret that is being chosen: whoever types it is told the rule and asked twice, because a
    /// slip would lock them out for ever.
    virtual std::string new_secret(const std::string& who) { return secret(who); }
    /// Whether it could be given without asking anybody twice.
    virtual bool has(const std::string& who) = 0;
};

}  // namespace muster::app
