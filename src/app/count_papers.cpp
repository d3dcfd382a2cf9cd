// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "app/basket.hpp"
#include "app/count_drafts.hpp"
#include "app/paper_heading.hpp"
#include "app/single_commit.hpp"
#include "muster/app/count_plan.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/count_facts.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/core/powers.hpp"
#include "muster/files/csv.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/ledger/canonical.hpp"
#include "muster/ledger/digest.hpp"
#include "muster/report/count_sheet.hpp"

/// The sheets of a count: blank ones on paper, filled ones from a file, and a counter's own.
namespace muster::app {
namespace {

using core::Refusal;
using core::refused;

std::optional<core::Refused> refuse_unknown(const core::Facts& facts, const core::CountId& id) {
    const auto count = facts.find<core::Stocktake>(id.value);
    if (!count) return refused(Refusal::count_unknown, id.value, {{"count", id.value}});
    if (count->state == "closed")
        return refused(Refusal::count_closed, id.value, {{"count", id.value}});
    return std::nullopt;
}

// The places of a count in the order in which they are walked.
std::vector<std::string> route_of(storage::Transaction& tx, const core::Facts& facts,
                                  const core::CountId& id) {
    std::vector<std::string> places;
    const auto count = facts.find<core::Stocktake>(id.value);
    const auto entry = count ? entry_of(tx, count->started) : std::nullopt;
    if (!entry) return places;
    if (const auto* started = std::get_if<core::CountStarted>(&entry->body))
        for (const auto& place : started->route.empty() ? started->scope : started->route)
            places.push_back(place.value);
    return places;
}

/// Reads the rows of a filled sheet into scans, or says what is wrong with each.
class SheetReading {
public:
    SheetReading(const core::Facts& facts, const core::CountId& count, const core::UserId& counter,
                 core::Instant now)
        : facts_{facts}, count_{count}, counter_{counter}, now_{now} {}

    void row(std::int64_t number, const std::vector<std::string>& fields) {
        row_ = number;
        if (number == 1) return heading(fields);
        if (std::all_of(fields.begin(), fields.end(),
                        [](const std::string& field) { return core::normal_code(field).empty(); }))
            return;
        const std::string place = location(cell(fields, "location"));
        const std::string what = cell(fields, "what");
        CountScan scan;
        const std::string code = cell(fields, "code");
        if (what == "nothing")
            scan.nothing_more = true;
        else if (what == "skip")
            scan.skipped = need(fields, "note");
        else if (what == "unknown")
            scan.unknown = {need(fields, "note")};
        else if (what == "item")
            scan.items = {need(fields, "code")};
        else if (what == "batch")
            scan.batches = {{need(fields, "code"), quantity(fields)}};
        else if (what == "box")
            scan.boxes = {{need(fields, "code"), need(fields, "seal")}};
        else if (what == "opened")
            scan.opened = {{need(fields, "code"), need(fields, "seal"), quantity(fields)}};
        else
            return fault("what", "\"" + what +
                                     "\" is none of item, batch, box, opened, unknown, nothing, "
                                     "skip.");
        if (place.empty()) return;
        for (Scan& made : scans_of(scan, place, now_)) scans.push_back(std::move(made));
    }

    std::vector<Scan> scans;
    std::vector<SheetFault> faults;

private:
    void fault(const std::string& column, const std::string& words) {
        faults.push_back({row_, column, words});
    }
    void heading(const std::vector<std::string>& fields) {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            std::string name = core::normal_code(fields[i]);
            for (char& c : name)
                if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
            columns_[name] = i;
        }
        for (const char* wanted : {"location", "what"})
            if (!columns_.contains(wanted)) fault(wanted, "This column is missing.");
    }
    std::string cell(const std::vector<std::string>& fields, const char* column) const {
        const auto at = columns_.find(column);
        return at != columns_.end() && at->second < fields.size() ? fields[at->second] : "";
    }
    std::string need(const std::vector<std::string>& fields, const char* column) {
        const std::string text = cell(fields, column);
        if (core::normal_code(text).empty()) fault(column, "This is empty.");
        return text;
    }
    std::int64_t quantity(const std::vector<std::string>& fields) {
        const std::string text = core::normal_code(cell(fields, "quantity"));
        constexpr std::size_t digits_max = 9;
        if (!text.empty() && text.size() <= digits_max &&
            text.find_first_not_of("0123456789") == text.npos)
            return std::stoll(text);
        fault("quantity", "\"" + text + "\" is no whole number.");
        return 0;
    }
    std::string location(const std::string& name) {
        const auto place = find_location(facts_, name);
        if (!place) {
            fault("location", "There is no place called \"" + name + "\".");
            return {};
        }
        const auto no = refuse_scan(facts_, count_, counter_, place.value().value);
        if (!no) return place.value().value;
        fault("location", core::sentence_of(no->lines.front()));
        return {};
    }

    const core::Facts& facts_;
    const core::CountId& count_;
    const core::UserId& counter_;
    core::Instant now_;
    std::int64_t row_ = 0;
    std::map<std::string, std::size_t> columns_;
};

// A sheet that is imported twice was counted once: what the draft has of it already is taken out,
// line by line, and named.
std::vector<std::string> taken_before(std::vector<Scan>& scans, const std::vector<Scan>& draft) {
    const auto key = [](const Scan& scan) {
        return scan.kind + "|" + scan.location + "|" + scan.code + "|" + scan.seal + "|" +
               std::to_string(scan.quantity);
    };
    std::map<std::string, int> known;
    for (const Scan& scan : draft) ++known[key(scan)];
    std::vector<std::string> again;
    std::erase_if(scans, [&](const Scan& scan) {
        int& left = known[key(scan)];
        if (left == 0) return false;
        --left;
        again.push_back(scan.kind + " " + scan.code + ": on your sheet already");
        return true;
    });
    return again;
}

std::string scan_words(const Scan& scan) {
    std::string words = scan.kind + " " + scan.code;
    if (!scan.seal.empty()) words += " seal " + scan.seal;
    if (scan.kind == "batch" || scan.kind == "opened")
        words += ": " + std::to_string(scan.quantity);
    return core::uk_time_text(scan.at).substr(11) + "  " + words;
}

}  // namespace

core::Result<Receipt> export_count_sheets(OpenLedger& ledger, const Author& author,
                                          const core::CountId& id, const std::string& path) {
    report::PaperHeading heading;
    std::vector<std::string> places;
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        no = refuse_unknown(facts, id);
        if (no) return;
        head_paper(heading, facts);
        for (const std::string& place : route_of(tx, facts, id))
            places.push_back(core::holder_words(facts, place));
    });
    if (no) return std::move(*no);
    heading.title = "Count sheet " + id.value;
    heading.as_at = core::uk_time_text(ledger.now());
    const std::string pdf = report::draw_count_sheets(heading, places, core::text_of(ledger.now()));
    files::write_file_atomically(path, pdf);
    return commit_one(
        ledger, author,
        core::Exported{"sheets of a count", id.value, ledger::hex(ledger::sha256(pdf))});
}

core::Result<ImportedSheet> import_count_sheet(OpenLedger& ledger, const Author& author,
                                               const core::CountId& id, const std::string& path) {
    const auto opened = files::CsvReader::open(files::read_file(path, files::mebibyte));
    ImportedSheet sheet;
    if (const auto* fault = opened.fault()) {
        sheet.faults.push_back({0, "", fault->words});
        return sheet;
    }
    std::optional<core::Refused> no;
    std::vector<Scan> scans;
    ledger.read([&](storage::Transaction&, const core::Facts& facts) {
        no = refuse_unknown(facts, id);
        if (no) return;
        SheetReading reading{facts, id, author.user, ledger.now()};
        const auto stopped = opened.value().read_rows(
            [&](std::int64_t number, const std::vector<std::string>& fields) {
                reading.row(number, fields);
            });
        if (stopped) reading.faults.push_back({0, "", stopped->words});
        sheet.faults = std::move(reading.faults);
        scans = std::move(reading.scans);
    });
    if (no) return std::move(*no);
    if (!sheet.faults.empty()) return sheet;
    ledger.write_beside([&](storage::Transaction& tx) {
        auto again = taken_before(scans, drafts_of(tx, id, author.user));
        ScanAnswer answer = keep_scans(tx, id, author.user, scans);
        answer.already.insert(answer.already.end(), again.begin(), again.end());
        sheet.recorded = answer.recorded;
        sheet.already = std::move(answer.already);
    });
    return sheet;
}

core::Result<OwnSheet> own_sheet(OpenLedger& ledger, const Author& author,
                                 const core::CountId& id) {
    OwnSheet sheet;
    std::optional<core::Refused> no;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        no = refuse_unknown(facts, id);
        if (no) return;
        const auto scans = drafts_of(tx, id, author.user);
        sheet.count = id.value;
        sheet.blind = facts.find<core::Stocktake>(id.value)->blind;
        for (const auto& line : facts.all<core::StocktakeLine>(id.value + "/"))
            sheet.handed_in = sheet.handed_in || line.counter == author.user;
        for (const std::string& place : route_of(tx, facts, id)) {
            OwnSheet::Place shown{core::holder_words(facts, place), 0, false};
            for (const Scan& scan : scans) {
                if (scan.location != place) continue;
                ++shown.scans;
                shown.skipped = shown.skipped || scan.kind == "skipped";
            }
            sheet.places.push_back(shown);
        }
        constexpr std::size_t last_scans = 5;
        for (auto scan = scans.rbegin(); scan != scans.rend(); ++scan) {
            if (sheet.last.size() == last_scans) break;
            sheet.last.push_back(scan_words(*scan));
        }
    });
    if (no) return std::move(*no);
    return sheet;
}

}  // namespace muster::app
