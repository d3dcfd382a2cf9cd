// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "muster/app/secrets.hpp"

namespace muster::cli {

/// Secrets from `--secret-file WHO=PATH`, else from a prompt where there is a terminal. Never from
/// arguments, which other users of the computer can read.
class FileSecrets final : public app::Secrets {
public:
    /// Throws UsageError where a pair has no `=`.
    FileSecrets(const std::vector<std::string>& pairs, bool may_prompt);
    std::string secret(const std::string& who) override;
    std::string new_secret(const std::string& who) override;
    bool has(const std::string& who) override;

private:
    std::map<std::string, std::string> paths_;
    std::map<std::string, std::string> asked_;
    bool may_prompt_;
};

}  // namespace muster::cli
