// SPDX-License-Identifier: MIT
#include <map>

#include "muster/core/movement_line.hpp"
#include "muster/core/stock_facts.hpp"
#include "rows.hpp"
#include "shown.hpp"

/// The book equation of DOMAIN §6, per batch (or model of items or counted stock) and holder.
///
/// Officers together are one holder, so that nobody's name or habits show. Their Issued and
/// Returned are negative, and so each column of a batch adds up to its force-wide figure.
namespace muster::core::tables {
namespace {

struct Account {
    std::int64_t opening = 0;
    std::int64_t received = 0;
    std::int64_t returned = 0;
    std::int64_t found = 0;
    std::int64_t issued = 0;
    std::int64_t expended = 0;
    std::int64_t transferred = 0;
    std::int64_t destroyed = 0;
    std::int64_t lost = 0;
    std::int64_t on_register = 0;

    std::int64_t book() const {
        return opening + received + returned + found - issued - expended - transferred - destroyed -
               lost;
    }
};

struct AccountKey {
    char letter;  ///< b or m
    EntryNumber number;
    std::string subject;
    std::string holder;
    auto operator<=>(const AccountKey&) const = default;
};

/// A term of the equation and whether it is added in it.
struct Term {
    std::int64_t Account::*member;
    bool added;
};

Term term_of(const std::string& kind) {
    if (kind == "receive" || kind == "loan_in") return {&Account::received, true};
    if (kind == "return") return {&Account::returned, true};
    if (kind == "recover" || kind == "correct" || kind == "find") return {&Account::found, true};
    if (kind == "issue") return {&Account::issued, false};
    if (kind == "expend") return {&Account::expended, false};
    if (kind == "dispose") return {&Account::destroyed, false};
    if (kind == "lose") return {&Account::lost, false};
    return {&Account::transferred, false};
}

class Books {
public:
    explicit Books(const Facts& names) : names_{names} {}

    void add(std::int64_t Account::*member, const std::string& subject, const std::string& holder,
             std::int64_t quantity) {
        if (!holder.empty()) accounts_[key_of(subject, holder)].*member += quantity;
    }
    void add_facts(std::int64_t Account::*member, const Facts& facts) {
        facts.rows(Table::held, "", [&](const Row& row) {
            const auto held = fact_of<Held>(row);
            if (held.holder.value.starts_with("x-")) return true;  // it left for good
            add(member, held.item.value, held.holder.value, 1);
            return true;
        });
        facts.rows(Table::balance, "", [&](const Row& row) {
            const auto balance = fact_of<Balance>(row);
            add(member, balance.stock.value, balance.holder.value, balance.quantity);
            return true;
        });
    }
    void add_line(const MovementLine& line) {
        const Term term = term_of(line.kind);
        const std::int64_t in = term.added ? line.quantity : -line.quantity;
        add(term.member, line.subject, line.to.value, in);
        add(term.member, line.subject, line.from.value, -in);
    }
    const std::map<AccountKey, Account>& accounts() const { return accounts_; }

private:
    AccountKey key_of(const std::string& subject, const std::string& holder) {
        std::string stock = subject;
        if (const auto item = names_.find<Item>(subject)) stock = item->model.value;
        const bool officer = holder.rfind("o-", 0) == 0;
        return {stock.empty() ? ' ' : stock.front(), number_of(stock), stock,
                officer ? "officers" : holder};
    }

    const Facts& names_;
    std::map<AccountKey, Account> accounts_;
};

}  // namespace

void reconciliation_rows(const PeriodSource& source, const Visit& visit) {
    const Facts& facts = *source.closing;
    Books books{facts};
    books.add_facts(&Account::opening, *source.opening);
    source.each_entry([&](const Entry& entry) {
        for (const MovementLine& line : movement_lines(entry)) books.add_line(line);
    });
    books.add_facts(&Account::on_register, facts);
    for (const auto& [key, account] : books.accounts()) {
        const Subject subject = subject_of(facts, key.subject);
        visit({key.subject + "/" + key.holder, key.subject, subject.number, subject.model,
               key.holder,
               key.holder == "officers" ? std::string{"with officers"}
                                        : holder_name(facts, key.holder),
               account.opening, account.received, account.returned, account.found, account.issued,
               account.expended, account.transferred, account.destroyed, account.lost,
               account.book(), account.on_register, account.book() - account.on_register});
    }
}

}  // namespace muster::core::tables
