// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What comes from a keyboard that may be a scanner.
namespace muster::app {

/// A scanned or typed code, trimmed and upper-cased; nothing where a single byte of it can stand on
/// no label: 1 to 64 of `0-9 A-Z space . / -` (DOMAIN §5).
std::optional<std::string> scan_text(std::string_view typed);

/// A whole number as a person types it, of at most nine digits; nothing where it is none.
std::optional<std::int64_t> typed_quantity(std::string_view typed);

/// Tells a scanner's burst of keys from a person's typing: a scanner leaves less than 30 ms between
/// two keys (DOMAIN §5). Times are the key events' own, in milliseconds.
class KeyBursts {
public:
    static constexpr std::int64_t gap_ms = 30;
    /// Two keys may follow each other fast under two fingers; that many do not.
    static constexpr int keys_of_burst = 4;

    /// A key that writes a character.
    void key(std::int64_t at_ms);
    /// Whether the keys up to now are a burst that the key at `at_ms` (an Enter) still belongs to.
    bool ends_burst(std::int64_t at_ms) const;
    /// How many characters the present run has.
    int run() const { return run_; }
    bool is_burst() const { return run_ >= keys_of_burst; }
    void forget() { run_ = 0; }

private:
    int run_ = 0;
    std::int64_t last_ms_ = 0;
};

/// Keeps a scanner's control characters, which a wedge sends as Ctrl keys, apart from a person's: a
/// Ctrl key within a burst of keys voids the scan (DOMAIN §5: any other byte does) and commands
/// nothing. What a Ctrl key commands has to wait for `gap_ms`, until no other key followed it.
class ControlKeys {
public:
    enum class Verdict { passes, voids, swallowed };
    /// A key, but no modifier alone. `control` where Ctrl is held with it.
    Verdict key(std::int64_t at_ms, bool control, bool enter);

private:
    std::int64_t last_ms_ = -KeyBursts::gap_ms;
    bool last_control_ = false;
    bool voided_ = false;  ///< the rest of the burst is part of what was voided
};

}  // namespace muster::app
