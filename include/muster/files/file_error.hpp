// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

namespace muster::files {

/// The world failed: a file is missing, may not be read, or the disk is full. `what()` is a
/// sentence for a person that names the file.
class FileError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A file is longer than the limit given for it.
class FileTooLarge : public FileError {
public:
    using FileError::FileError;
};

/// What makes a foreign file unusable: a snake_case code for programs and a sentence for a person.
struct FileFault {
    std::string code;
    std::string words;
    bool operator==(const FileFault&) const = default;
};

/// Either what was read or the one fault that stopped the reading.
template <class T>
class OrFault {
public:
    OrFault(T value) : state_{std::in_place_index<0>, std::move(value)} {}
    OrFault(FileFault fault) : state_{std::in_place_index<1>, std::move(fault)} {}

    /// The fault, or null where there is a value.
    const FileFault* fault() const { return std::get_if<1>(&state_); }
    /// The value. Throws std::logic_error where there is a fault.
    T& value() & { return *present(std::get_if<0>(&state_)); }
    const T& value() const& { return *present(std::get_if<0>(&state_)); }
    T value() && { return std::move(*present(std::get_if<0>(&state_))); }

private:
    template <class P>
    static P* present(P* pointer) {
        if (pointer == nullptr) throw std::logic_error{"a value was taken where there is a fault"};
        return pointer;
    }
    std::variant<T, FileFault> state_;
};

}  // namespace muster::files
