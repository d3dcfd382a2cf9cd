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
    static constexpr auto fields() {
        return std::tuple{
            field("items", &ReportedMissing::items, "the items"),
            field("stock", &ReportedMissing::stock, "the munitions and counted stock"),
            field("circumstances", &ReportedMissing::circumstances, "what is known of it"),
            field("escalate_at", &ReportedMissing::escalate_at,
                  "found by then, or to be reported upwards")};
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
    static constexpr auto fields() {
        return std::tuple{field("loss", &LossDecided::loss, "the loss"),
                          field("outcome", &LossDecided::outcome, "lost or stolen"),
                          field("reference", &LossDecided::reference, "crime or report reference"),
                          field("items", &LossDecided::items, "the items still missing"),
                          field("stock", &LossDecided::stock, "the quantities still missing"),
                          field("reason", &LossDecided::reason, "why")};
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
    static constexpr auto fields() {
        return std::tuple{field("loss", &Recovered::loss, "the loss"),
                          field("items", &Recovered::items, "the items"),
                          field("stock", &Recovered::stock, "the munitions and counted stock"),
                          field("to", &Recovered::to, "where they were put"),
                          field("where", &Recovered::where, "where and how they were found"),
                          field("second", &Recovered::second, "the second person")};
    }
};

}  // namespace muster::core
