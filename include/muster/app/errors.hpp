// SPDX-License-Identifier: MIT
#pragma once

#include <exception>
#include <stdexcept>
#include <string>

namespace muster::app {

/// What was asked for cannot be understood, or a secret is missing or lies in an unsafe file.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The ledger is not what its signed checkpoint says. Nothing is written until a person has looked.
class TamperError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// What went wrong in a sentence for a person, and how a program should end: 2 usage, 3 a wrong
/// secret of a key file, 4 the world failed, 70 we failed.
struct Description {
    std::string sentence;
    int exit_code = 70;
    std::string code;  ///< of a refusal, where it is one
};
/// Turns anything that was thrown into words. The only place that does.
Description describe(const std::exception_ptr& thrown);

}  // namespace muster::app
