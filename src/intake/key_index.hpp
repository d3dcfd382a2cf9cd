// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace muster::intake {

/// Where a key stood first: a row of a sheet, by the sheet's place in the file.
struct Origin {
    std::uint32_t sheet = 0;
    std::uint32_t row = 0;
    std::uint32_t note = 0;  ///< whatever else must be known of it
};

/// First come of each key, packed: the bytes of the key and about forty more, however many there
/// are. One string or node a row would be four times that.
class KeyIndex {
public:
    /// The first that came with this key, or null where this one is it.
    const Origin* add(std::string_view key, Origin origin) {
        if ((entries_.size() + 1) * 2 > slots_.size()) grow();
        std::size_t slot = hash(key) & (slots_.size() - 1);
        for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
            const Entry& entry = entries_[slots_[slot] - 1];
            if (key_of(entry) == key) return &entry.origin;
        }
        entries_.push_back({bytes_.size(), static_cast<std::uint32_t>(key.size()), origin});
        bytes_ += key;
        slots_[slot] = static_cast<std::uint32_t>(entries_.size());
        return nullptr;
    }
    /// Every key in the order in which they came.
    void each(const std::function<void(std::string_view key, Origin origin)>& visit) const {
        for (const Entry& entry : entries_) visit(key_of(entry), entry.origin);
    }

private:
    struct Entry {
        std::size_t begin = 0;
        std::uint32_t size = 0;
        Origin origin;
    };
    static std::size_t hash(std::string_view key) { return std::hash<std::string_view>{}(key); }
    std::string_view key_of(const Entry& entry) const {
        return std::string_view{bytes_}.substr(entry.begin, entry.size);
    }
    void grow() {
        slots_.assign(slots_.empty() ? 64 : slots_.size() * 2, 0);
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            std::size_t slot = hash(key_of(entries_[i])) & (slots_.size() - 1);
            while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
            slots_[slot] = static_cast<std::uint32_t>(i + 1);
        }
    }

    std::string bytes_;
    std::vector<Entry> entries_;
    std::vector<std::uint32_t> slots_;  ///< entry + 1; 0 is free
};

}  // namespace muster::intake
