// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "muster/core/case_facts.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/stock_facts.hpp"
#include "muster/core/tables.hpp"

namespace muster::core {
namespace {

constexpr std::size_t width = 78;

/// Characters, not bytes: a name with an accent must not shift its column.
std::size_t length_of(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

std::string padded(const std::string& text, std::size_t columns) {
    const std::size_t length = length_of(text);
    return length < columns ? text + std::string(columns - length, ' ') : text + " ";
}

std::string figure(std::int64_t number, std::size_t columns) {
    const std::string text = std::to_string(number);
    return text.size() < columns ? std::string(columns - text.size(), ' ') + text : text;
}

std::string centred(const std::string& text) {
    const std::size_t length = length_of(text);
    return length < width ? std::string((width - length) / 2, ' ') + text : text;
}

struct Holding {
    std::int64_t in_store = 0;
    std::int64_t issued = 0;
    std::int64_t elsewhere = 0;
};

// A visitor's things lie here outside our totals, and what left for good is in none (DOMAIN §5).
bool is_ours(const std::optional<std::string>& owner, const HolderId& holder) {
    return !owner && !holder.value.starts_with("x-");
}

std::map<std::string, Holding> item_holdings(const Facts& facts) {
    std::map<std::string, Holding> by_category;
    facts.rows(Table::item, "", [&](const Row& row) {
        const auto item = fact_of<Item>(row);
        if (!is_ours(item.owner, item.holder)) return true;
        const auto model = facts.find<Model>(item.model.value);
        Holding& holding = by_category[model ? model->category : "unknown"];
        if (item.location_status == "in_store" || item.location_status == "in_vehicle_safe")
            ++holding.in_store;
        else if (item.location_status == "issued")
            ++holding.issued;
        else
            ++holding.elsewhere;
        return true;
    });
    return by_category;
}

std::map<std::string, Holding> stock_holdings(const Facts& facts) {
    std::map<std::string, Holding> by_category;
    facts.rows(Table::balance, "", [&](const Row& row) {
        const auto balance = fact_of<Balance>(row);
        const auto batch = facts.find<Batch>(balance.stock.value);
        if (batch && !is_ours(batch->owner, balance.holder)) return true;
        const auto model = facts.find<Model>(batch ? batch->model.value : balance.stock.value);
        Holding& holding = by_category[model ? model->category : "unknown"];
        const std::string& holder = balance.holder.value;
        (holder.starts_with("o-") ? holding.issued
         : is_case(holder)        ? holding.elsewhere
                                  : holding.in_store) += balance.quantity;
        return true;
    });
    return by_category;
}

std::string category_title(const Facts& facts, const std::string& code) {
    const auto reference = facts.find<Reference>("category/" + code);
    return reference ? reference->title : code;
}

/// Writes the certificate line by line.
class Page {
public:
    void line(const std::string& text = {}) { text_ += text + "\n"; }
    void rule(char c) { line(std::string(width, c)); }
    void heading(const std::string& text) {
        line();
        line(text);
        line(std::string(length_of(text), '-'));
    }
    void pair(const std::string& label, const std::string& value) {
        line(padded(label, 24) + value);
    }
    void holdings(const Facts& facts, const std::string& what,
                  const std::map<std::string, Holding>& by_category) {
        heading(what);
        line(padded("", 34) + "   In store     Issued  Elsewhere      Total");
        Holding sum;
        for (const auto& [code, h] : by_category) {
            row(category_title(facts, code), h);
            sum.in_store += h.in_store;
            sum.issued += h.issued;
            sum.elsewhere += h.elsewhere;
        }
        line(padded("", 34) + std::string(44, '-'));
        row("Total", sum);
    }
    std::string text() const { return text_; }

private:
    void row(const std::string& label, const Holding& h) {
        line(padded(label, 34) + figure(h.in_store, 11) + figure(h.issued, 11) +
             figure(h.elsewhere, 11) + figure(h.in_store + h.issued + h.elsewhere, 11));
    }
    std::string text_;
};

struct CountSums {
    std::int64_t closed = 0;
    std::int64_t blind = 0;
    std::int64_t agreed = 0;
    std::int64_t variances = 0;
};

CountSums sums_of(const PeriodSheets& sheets) {
    CountSums sums;
    sheets.each_row(SheetId::counts, [&](const SheetRow& row) {
        if (cell_text(row.at(12)) != "closed") return;
        ++sums.closed;
        if (cell_text(row.at(5)) == "Yes") ++sums.blind;
        sums.agreed += std::get<std::int64_t>(row.at(10));
        sums.variances += std::get<std::int64_t>(row.at(11));
    });
    return sums;
}

std::int64_t open_discrepancies(const Facts& facts) {
    const auto all = facts.all<Discrepancy>();
    return std::count_if(all.begin(), all.end(),
                         [](const Discrepancy& one) { return one.state == "open"; });
}

void write_head(Page& page, const PeriodSource& source, const Force& force) {
    if (force.practice) {
        page.rule('*');
        page.line(centred("P R A C T I C E   -   invented stock, no real armoury"));
        page.rule('*');
    }
    page.line(centred(source.classification));
    page.rule('=');
    page.line(centred("CERTIFICATE OF HOLDINGS"));
    page.line(centred(force.name));
    page.rule('=');
    page.line();
    page.pair("Period", source.label);
    page.pair("Entries of the ledger",
              std::to_string(source.first) + " to " + std::to_string(source.last));
    page.pair("Closed", uk_time_text(source.closed_at) + " UK time");
    page.pair("Pack", source.pack);
    page.pair("Prepared by", source.prepared_by);
}

void write_tail(Page& page, const PeriodSource& source) {
    page.heading("Checkpoint (copy it by hand; it names this ledger and all before it)");
    page.line("  " + source.short_form);
    page.line();
    page.line("This page shows what the ledger says, not that what was typed was true:");
    page.line("counts by other people show that. Verify the pack as VERIFY.md says, with a");
    page.line("verifier of your own.");
}

}  // namespace

std::string PeriodSheets::certificate() const {
    const Facts& facts = *source_.closing;
    const Force force = facts.find<Force>("force").value_or(Force{});
    Page page;
    write_head(page, source_, force);
    page.holdings(facts, "Serialised items", item_holdings(facts));
    page.holdings(facts, "Munitions and counted stock (rounds or pieces)", stock_holdings(facts));
    page.heading("Counts and discrepancies");
    const CountSums counts = sums_of(*this);
    page.pair("Counts closed",
              std::to_string(counts.closed) + ", of these blind " + std::to_string(counts.blind));
    page.pair("Lines agreed", std::to_string(counts.agreed));
    page.pair("Variances", std::to_string(counts.variances));
    page.pair("Discrepancies open", std::to_string(open_discrepancies(facts)));
    page.pair("Stops overridden", std::to_string(total(SheetId::overrides).rows));
    page.heading("Made alone during set-up");
    page.pair("Entries by one person", std::to_string(total(SheetId::alone).rows));
    page.pair("Set-up", force.setup_open ? "STILL OPEN" : "closed");
    if (total(SheetId::alone).rows > 0) page.line("Each is listed on sheet F4 of the workbook.");
    write_tail(page, source_);
    return page.text();
}

}  // namespace muster::core
