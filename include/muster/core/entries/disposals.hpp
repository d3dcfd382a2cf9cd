// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/entries/counter.hpp"

/// Entries of the end of a thing: approved first, then destroyed before two witnesses, with a
/// certificate (DOMAIN §8).
namespace muster::core {

/// Items await disposal, or no longer do, as an approver allowed.
struct DisposalMarked {
    static constexpr const char* kind = "disposal_marked";
    static constexpr std::int64_t version = 1;
    std::vector<ItemLine> items;
    bool withdrawn = false;  ///< they are kept after all, and must be signed fit
    PrivateText reason;
    UserId approver;
    static constexpr void fields(auto visit) {
        visit("items", &DisposalMarked::items, "the items");
        visit("withdrawn", &DisposalMarked::withdrawn, "they are kept after all");
        visit("reason", &DisposalMarked::reason, "why");
        visit("approver", &DisposalMarked::approver, "who approved it");
    }
};

/// Items that awaited it, and munitions in quarantine, were disposed of.
struct Disposed {
    static constexpr const char* kind = "disposed";
    static constexpr std::int64_t version = 1;
    std::vector<ItemLine> items;
    std::vector<StockLine> stock;
    std::string method;  ///< destroyed, sold, transferred …
    std::string certificate;
    UserId witness_a;
    UserId witness_b;
    std::optional<PrivateText> note;
    static constexpr void fields(auto visit) {
        visit("items", &Disposed::items, "the items");
        visit("stock", &Disposed::stock, "the munitions and counted stock");
        visit("method", &Disposed::method, "destroyed, sold, transferred …");
        visit("certificate", &Disposed::certificate, "its reference");
        visit("witness_a", &Disposed::witness_a, "first witness");
        visit("witness_b", &Disposed::witness_b, "second witness");
        visit("note", &Disposed::note, "free text");
    }
};

}  // namespace muster::core
