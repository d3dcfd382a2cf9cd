// SPDX-License-Identifier: MIT
#include "muster/app/history_import.hpp"

#include <filesystem>

#include "app/delta_file.hpp"
#include "app/history_lines.hpp"
#include "app/import_parts.hpp"
#include "app/single_commit.hpp"
#include "muster/core/people_facts.hpp"

namespace muster::app {
namespace {

constexpr const char* kind = "movements";

/// One file of history, judged.
class History {
public:
    explicit History(const HistoryRequest& request)
        : request_{request}, file_{intake::RegisterFile::open(request.path)} {}

    HistoryReport& inspect(core::Instant now) {
        intake::ReadOptions options;
        options.as_of = core::uk_date(now);
        options.sheet = request_.sheet;
        options.kind = kind;
        const ImportMapping given = mapping_given(request_.map, request_.mapping);
        options.mapping = intake_mapping(given);
        options.confirmed = cells_as_written(request_.confirmed, file_.sheets());
        found_ = file_.inspect({}, options, watch("Reading"));
        refuse_unfounded(request_.mapping, file_.sheets(), found_);
        for (const intake::Fault& fault : found_.faults)
            report_.faults.push_back(import_fault(fault));
        for (const intake::Fault& warning : found_.warnings)
            report_.warnings.push_back(import_fault(warning));
        report_.rows = found_.movement_rows;
        report_.skipped = found_.faulty_rows();
        report_.sha256 = found_.sha256;
        report_.used = mapping_used(given, found_);
        return report_;
    }

    bool is_blocked() const {
        return report_.rows == 0 || (!report_.faults.empty() && !request_.skip_faulty);
    }

    core::Result<void> record(Proposal& proposal, ledger::Randomness& randomness,
                              const core::UserId& approver) {
        const NumbersNoted noted{proposal.transaction()};
        auto lead = proposal.add(imported(approver, held_rows(noted)));
        if (!lead) return std::move(lead).error();
        HistoryLines lines{proposal, randomness};
        std::optional<core::Refused> no;
        file_.each_movement(
            [&](const intake::MovementRow& row) {
                if (noted.contains(row.number)) return intake::Walk::go_on;
                auto added = lines.add(row);
                if (!added) no = std::move(added).error();
                return no ? intake::Walk::stop : intake::Walk::go_on;
            },
            watch("Recording"));
        if (no) return std::move(*no);
        report_.noted = lines.noted();
        report_.linked = lines.linked();
        return boost::outcome_v2::success();
    }

    HistoryReport& report() { return report_; }

private:
    intake::Progress watch(const char* step) const {
        if (!request_.watch) return {};
        return [this, step](std::int64_t done, std::int64_t total) {
            return request_.watch({step, done, total});
        };
    }

    // The import's own entry stands before its rows and says how many there will be.
    std::int64_t held_rows(const NumbersNoted& noted) {
        report_.held = 0;
        file_.each_movement([&](const intake::MovementRow& row) {
            report_.held += noted.contains(row.number) ? 1 : 0;
            return intake::Walk::go_on;
        });
        return report_.held;
    }

    core::Imported imported(const core::UserId& approver, std::int64_t held) const {
        core::Imported body;
        body.sha256 = report_.sha256;
        body.file_name = std::filesystem::path{request_.path}.filename().string();
        body.mapping = mapping_lines(found_);
        body.imported = report_.rows - report_.skipped - held;
        body.skipped = report_.skipped;
        body.faults = found_.faults_found;
        body.warnings = static_cast<std::int64_t>(report_.warnings.size());
        body.approver = approver;
        body.what = kind;
        return body;
    }

    const HistoryRequest& request_;
    intake::RegisterFile file_;
    intake::Register found_;
    HistoryReport report_;
};

HistoryReport stopped(HistoryReport report) {
    report.cancelled = true;
    return report;
}

}  // namespace

HistoryReport inspect_history(OpenLedger& ledger, const HistoryRequest& request) {
    History history{request};
    try {
        return std::move(history.inspect(ledger.now()));
    } catch (const intake::Cancelled&) {
        return stopped({});
    }
}

core::Result<HistoryReport> import_history(OpenLedger& ledger, const Author& author,
                                           const HistoryRequest& request, Secrets& secrets) {
    History history{request};
    try {
        history.inspect(ledger.now());
        refuse_unreviewed(request.reviewed, history.report().sha256);
        if (history.is_blocked()) return std::move(history.report());
        auto approved = approved_by(ledger, request.approver, secrets);
        if (!approved) return std::move(approved).error();
        auto receipt = ledger.commit(author, [&](Proposal& proposal) {
            return history.record(proposal, ledger.randomness(), approved.value());
        });
        if (!receipt) return std::move(receipt).error();
        history.report().receipt = std::move(receipt).value();
    } catch (const intake::Cancelled&) {
        return stopped(std::move(history.report()));
    }
    return std::move(history.report());
}

}  // namespace muster::app
