// SPDX-License-Identifier: MIT
#pragma once

#include <map>

#include "muster/app/errors.hpp"
#include "muster/app/secrets.hpp"

namespace muster::app {

/// Secrets that were typed into a window; an empty field gives none.
class GivenSecrets final : public Secrets {
public:
    void give(const std::string& who, const std::string& secret) {
        if (!who.empty() && !secret.empty()) typed_[who] = secret;
    }
    std::string secret(const std::string& who) override {
        const auto found = typed_.find(who);
        if (found == typed_.end()) throw UsageError{"The secret of " + who + " was not typed."};
        return found->second;
    }
    bool has(const std::string& who) override { return typed_.contains(who); }

private:
    std::map<std::string, std::string> typed_;
};

}  // namespace muster::app
