// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/entries/counter.hpp"

/// Entries of what is missing: reported, decided to be lost or stolen, recovered. What is missing
/// stays in total holdings, and its last custodian is frozen (DOMAIN §5).
namespace muster::core {

/// Items or quantities are missing: the loss `z-` and this entry's number.
struct ReportedMissing {
    static constexpr const char* kind = "reported_missing";
    static constexpr std::int64_t version = 1;
    std::vector<ItemLine> items;
    std::vector<StockLine> stock;
    PrivateText circumstances;
    std::optional<Instant> escalate_at;  ///< filled in by `decide` from policy
    static constexpr void fields(auto visit) {
        visit("items", &ReportedMissing::items, "the items");
        visit("stock", &ReportedMissing::stock, "the munitions and counted stock");
        visit("circumstances", &ReportedMissing::circumstances, "what is known of it");
        visit("escalate_at", &ReportedMissing::escalate_at,
              "found by then, or to be reported upwards");
    }
};

/// What is still missing was decided to be lost or stolen, by another person than who reported it.
struct LossDecided {
    static constexpr const char* kind = "loss_decided";
    static constexpr std::int64_t version = 1;
    CaseId loss;
    std::string outcome;           ///< lost, stolen
    std::string reference;         ///< of the crime or the report
    std::vector<ItemLine> items;   ///< what is still missing; filled in by `decide`
    std::vector<StockLine> stock;  ///< likewise
    PrivateText reason;
    static constexpr void fields(auto visit) {
        visit("loss", &LossDecided::loss, "the loss");
        visit("outcome", &LossDecided::outcome, "lost or stolen");
        visit("reference", &LossDecided::reference, "crime or report reference");
        visit("items", &LossDecided::items, "the items still missing");
        visit("stock", &LossDecided::stock, "the quantities still missing");
        visit("reason", &LossDecided::reason, "why");
    }
};

/// What was missing, lost or stolen is here again. It is under repair until signed fit.
struct Recovered {
    static constexpr const char* kind = "recovered";
    static constexpr std::int64_t version = 1;
    CaseId loss;
    std::vector<ItemLine> items;
    std::vector<StockLine> stock;
    LocationId to;
    PrivateText where;
    UserId second;
    static constexpr void fields(auto visit) {
        visit("loss", &Recovered::loss, "the loss");
        visit("items", &Recovered::items, "the items");
        visit("stock", &Recovered::stock, "the munitions and counted stock");
        visit("to", &Recovered::to, "where they were put");
        visit("where", &Recovered::where, "where and how they were found");
        visit("second", &Recovered::second, "the second person");
    }
};

}  // namespace muster::core
