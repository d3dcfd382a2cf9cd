// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace muster::intake {

/// One spelling for all that differ only in case and blanks: the ledger's, else the first.
class Spellings {
public:
    /// `by_make`: the names are of models, of which `HK G36C` and `Heckler & Koch G36C` are one.
    explicit Spellings(bool by_make) : by_make_{by_make} {}
    void add_known(const std::string& name);
    /// Another name for one; the name it stands for need not be known.
    void add_alias(const std::string& alias, const std::string& name);

    /// The number of that name, which it keeps.
    std::uint32_t id(const std::string& name);
    const std::string& spelling(std::uint32_t id) const { return names_[id].spelling; }
    /// Whether the ledger knows it.
    bool is_known(std::uint32_t id) const { return names_[id].known; }
    /// A name of the ledger or of the file that is longer by its beginning, or that only another
    /// writing tells apart.
    const std::string* similar(std::uint32_t id) const;
    /// Whether both may be one model, written otherwise: `G17` and `Glock 17`, `G-36C` and `G36C`.
    bool are_alike(std::uint32_t one, std::uint32_t other) const;
    /// True once for each.
    bool is_first_mention(std::uint32_t id);

private:
    struct Name {
        std::string spelling;
        std::string key;
        std::string make;  ///< where the name begins with a known one
        std::string rest;  ///< letters and figures of what follows
        bool known = false;
        bool mentioned = false;
    };
    std::string key_of(std::string_view name) const;
    Name named(const std::string& name, std::string key) const;

    bool by_make_;
    std::vector<Name> names_;
    std::unordered_map<std::string, std::uint32_t> ids_;   ///< by key
    std::unordered_map<std::string, std::uint32_t> seen_;  ///< by the very text, for speed
};

}  // namespace muster::intake
