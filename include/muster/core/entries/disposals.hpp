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
    static constexpr auto fields() {
        return std::tuple{field("items", &DisposalMarked::items, "the items"),
                          field("withdrawn", &DisposalMarked::withdrawn, "they are kept after all"),
                          field("reason", &DisposalMarked::reason, "why"),
                          field("approver", &DisposalMarked::approver, "who approved it")};
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
    static constexpr auto fields() {
        return std::tuple{field("items", &Disposed::items, "the items"),
                          field("stock", &Disposed::stock, "the munitions and counted stock"),
                          field("method", &Disposed::method, "destroyed, sold, transferred …"),
                          field("certificate", &Disposed::certificate, "its reference"),
                          field("witness_a", &Disposed::witness_a, "first witness"),
                          field("witness_b", &Disposed::witness_b, "second witness"),
                          field("note", &Disposed::note, "free text")};
    }
};

}  // namespace muster::core
