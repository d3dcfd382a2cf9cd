// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/entries/counter.hpp"

/// Entries of loans between forces. Two ledgers are never merged: each end keeps its own half, and
/// each half names the other's acknowledgement (DOMAIN §5, FORMATS §1).
namespace muster::core {

/// Stock was lent to another force, or borrowed from it: the loan `n-` and this entry's number.
/// What is borrowed for the first time follows as receipts that name the loan.
struct LoanOpened {
    static constexpr const char* kind = "loan_opened";
    static constexpr std::int64_t version = 1;
    std::string direction;  ///< out, in
    std::string other;      ///< the other force
    Date due;
    std::string reference;
    std::vector<ItemLine> items;
    std::vector<StockLine> stock;
    LocationId to;  ///< of a loan in: where its items are put
    UserId second;
    std::optional<PrivateText> contact;
    static constexpr void fields(auto visit) {
        visit("direction", &LoanOpened::direction, "out or in");
        visit("other", &LoanOpened::other, "the other force");
        visit("due", &LoanOpened::due, "last day of the loan");
        visit("reference", &LoanOpened::reference, "the loan's reference; may be empty");
        visit("items", &LoanOpened::items, "lent, or borrowed once more");
        visit("stock", &LoanOpened::stock, "the munitions and counted stock that were lent");
        visit("to", &LoanOpened::to, "where borrowed items were put");
        visit("second", &LoanOpened::second, "the second person");
        visit("contact", &LoanOpened::contact, "whom to ask there");
    }
};

/// The other end confirmed that they received what was handed over, or got back.
struct LoanAcknowledged {
    static constexpr const char* kind = "loan_acknowledged";
    static constexpr std::int64_t version = 1;
    CaseId loan;
    std::string what;  ///< handover, return
    PrivateText who;
    std::string reference;  ///< their receipt's number; may be empty
    static constexpr void fields(auto visit) {
        visit("loan", &LoanAcknowledged::loan, "the loan");
        visit("what", &LoanAcknowledged::what, "handover or return");
        visit("who", &LoanAcknowledged::who, "who confirmed it there");
        visit("reference", &LoanAcknowledged::reference, "their receipt's number; may be empty");
    }
};

/// What was lent came back, or what was borrowed went back.
struct LoanReturned {
    static constexpr const char* kind = "loan_returned";
    static constexpr std::int64_t version = 1;
    CaseId loan;
    std::vector<ItemLine> items;
    std::vector<StockLine> stock;
    LocationId to;          ///< of a loan out: where it was put
    bool complete = false;  ///< nothing more is to come: what is missing is a discrepancy
    UserId second;
    std::optional<PrivateText> note;
    static constexpr void fields(auto visit) {
        visit("loan", &LoanReturned::loan, "the loan");
        visit("items", &LoanReturned::items, "the items");
        visit("stock", &LoanReturned::stock, "the munitions and counted stock");
        visit("to", &LoanReturned::to, "where it was put; absent where it went to its owner");
        visit("complete", &LoanReturned::complete, "nothing more is to come");
        visit("second", &LoanReturned::second, "the second person");
        visit("note", &LoanReturned::note, "free text");
    }
};

}  // namespace muster::core
