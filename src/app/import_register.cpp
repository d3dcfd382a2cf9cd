// SPDX-License-Identifier: MIT
#include "muster/app/import_register.hpp"

#include <filesystem>

#include "app/reference.hpp"
#include "app/single_commit.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/files/csv.hpp"
#include "muster/intake/register_rows.hpp"
#include "muster/ledger/random.hpp"
#include "muster/storage/lists.hpp"

namespace muster::app {
namespace {

constexpr std::int64_t page = 1'000;

// What the ledger holds already, so that rows are compared with it as well as with each other.
intake::KnownThings known_to(OpenLedger& ledger) {
    intake::KnownThings known;
    ledger.read([&](storage::Transaction& tx, const core::Facts& facts) {
        for (std::string after;;) {
            const auto rows = storage::register_page(tx, "", after, page);
            for (const auto& row : rows)
                known.items.push_back({row.tag, row.model, row.serial, {}});
            if (rows.size() < static_cast<std::size_t>(page)) break;
            after = rows.back().item;
        }
        for (const core::Batch& batch : facts.all<core::Batch>()) {
            const auto model = facts.find<core::Model>(batch.model.value);
            known.batches.push_back({model ? model->name : "", batch.number, {}});
        }
        for (const core::Officer& officer : facts.all<core::Officer>()) {
            intake::KnownThings::Officer known_officer{
                facts.disclosed(officer.collar.digest).value_or(""), false, {}, {}};
            for (const core::Authorisation& held :
                 facts.all<core::Authorisation>(officer.key + "/")) {
                known_officer.suspended = known_officer.suspended || held.suspended;
                known_officer.authorisations.push_back({held.weapon_class, held.to, {}});
            }
            known.officers.push_back(std::move(known_officer));
        }
        for (const core::Model& model : facts.all<core::Model>())
            known.models.push_back(model.name);
        for (const core::Location& place : facts.all<core::Location>())
            known.locations.push_back(place.name);
    });
    return known;
}

intake::WholeRegister read_file(const ImportRequest& request, OpenLedger* ledger,
                                core::Instant now) {
    intake::ReadOptions options;
    options.as_of = core::uk_date(now);
    options.sheet = request.sheet;
    options.kind = request.kind;
    for (const auto& heading : request.mapping.headings)
        options.mapping.headings.push_back({heading.kind, heading.heading, heading.field});
    return intake::read_register_file(
        request.path, ledger != nullptr ? known_to(*ledger) : intake::KnownThings{}, options);
}

std::vector<ImportFault> plain(const std::vector<intake::Fault>& faults) {
    std::vector<ImportFault> all;
    for (const intake::Fault& fault : faults)
        all.push_back({fault.sheet, fault.row, fault.column, fault.code, fault.words, fault.found});
    return all;
}

ImportReport report_on(const intake::Register& found) {
    ImportReport report;
    report.faults = plain(found.faults);
    report.warnings = plain(found.warnings);
    report.item_rows = found.item_rows;
    report.batch_rows = found.batch_rows;
    report.officer_rows = found.officer_rows;
    report.skipped = found.faulty_rows();
    report.sha256 = found.sha256;
    return report;
}

std::string category_of_nature(const std::string& nature) {
    const std::string normal = core::normal_code(nature);
    std::string category = "ammunition";
    auto reader = files::CsvReader::open(std::string{reference::natures}, ',');
    const auto fault =
        reader.value().read_rows([&](std::int64_t number, const std::vector<std::string>& row) {
            if (number > 1 && category == "ammunition" && normal.find(row.at(0)) != normal.npos)
                category = row.at(1);
        });
    if (fault) throw std::logic_error{"reference data: " + fault->words};
    return category;
}

/// The rows of one file on their way to entries, within one transaction.
class RowsToEntries {
public:
    RowsToEntries(Proposal& proposal, ledger::Randomness& randomness)
        : proposal_{proposal}, randomness_{randomness} {}

    core::Result<void> take(const intake::WholeRegister& found) {
        for (const auto& row : found.officers)
            if (auto taken = row.held ? boost::outcome_v2::success() : officer(row); !taken)
                return taken;
        for (const auto& row : found.items)
            if (auto taken = row.held ? boost::outcome_v2::success() : item(row); !taken)
                return taken;
        for (const auto& row : found.batches)
            if (auto taken = row.held ? boost::outcome_v2::success() : batch(row); !taken)
                return taken;
        return boost::outcome_v2::success();
    }
    std::int64_t rows() const { return rows_; }

private:
    core::Result<void> add(core::Body body) {
        auto added = proposal_.add(std::move(body));
        if (!added) return std::move(added).error();
        return boost::outcome_v2::success();
    }

    core::Result<core::LocationId> location(const std::string& site, const std::string& within) {
        // The columns of a register without a place mean the armoury the ledger began with.
        std::string name = site.empty() ? core::holder_words(proposal_.facts(), "l-1") : site;
        auto place = place_called(name, "armoury", {});
        if (!place || within.empty()) return place;
        const bool elsewhere = place.value().value != "l-1";
        return place_called(elsewhere ? name + " " + within : within, "vehicle_safe",
                            place.value());
    }

    core::Result<core::LocationId> place_called(const std::string& name, const std::string& sort,
                                                const core::LocationId& parent) {
        const auto found = core::things_called(proposal_.facts(), name, {"location"});
        if (!found.empty()) return core::LocationId{found.front().thing};
        auto added = proposal_.add(core::LocationAdded{name, sort, parent});
        if (!added) return std::move(added).error();
        return core::created_id<core::LocationId>('l', added.value());
    }

    core::Result<core::ModelId> model(const std::string& make, const std::string& name,
                                      const std::string& category, const std::string& calibre) {
        const auto found = core::things_called(proposal_.facts(), name, {"model"});
        if (!found.empty()) return core::ModelId{found.front().thing};
        const auto reference = proposal_.facts().find<core::Reference>("category/" + category);
        if (!reference)
            return core::refused(core::Refusal::code_unknown, category,
                                 {{"code", "category " + category}});
        auto added = proposal_.add(core::ModelAdded{make, name, category, calibre,
                                                    reference->tracking, reference->authorisation});
        if (!added) return std::move(added).error();
        return core::created_id<core::ModelId>('m', added.value());
    }

    core::Result<void> officer(const intake::OfficerRow& row) {
        core::OfficerId id;
        if (const auto known = storage::officer_by_collar(proposal_.transaction(), row.collar))
            id.value = *known;
        else {
            id.value = ledger::random_id(randomness_, 'o');
            auto added =
                add(core::OfficerAdded{id, core::PersonId{ledger::random_id(randomness_, 'p')},
                                       core::private_text(row.collar),
                                       core::private_text(row.forename + " " + row.surname),
                                       row.rank_code.empty() ? row.rank : row.rank_code, row.unit});
            if (!added) return added;
        }
        officers_[row.collar] = id;
        const core::Date today = core::uk_date(proposal_.now());
        for (const auto& held : row.authorisations) {
            auto added = add(core::AuthorisationGranted{id, held.weapon_class, today, held.to,
                                                        "import", today, row.suspended});
            if (!added) return added;
        }
        ++rows_;
        return boost::outcome_v2::success();
    }

    core::OfficerId officer_called(const std::string& collar) {
        if (const auto at = officers_.find(collar); at != officers_.end()) return at->second;
        return core::OfficerId{
            storage::officer_by_collar(proposal_.transaction(), collar).value_or("")};
    }

    core::Result<void> item(const intake::ItemRow& row) {
        auto kind = model(row.make, row.model, row.type_code.empty() ? "other" : row.type_code,
                          row.calibre);
        if (!kind) return std::move(kind).error();
        auto home = location(row.location, row.place_in_location);
        if (!home) return std::move(home).error();
        core::ItemRegistered item{kind.value(),
                                  row.serial,
                                  row.tag,
                                  home.value(),
                                  row.rack,
                                  {},
                                  row.location_status,
                                  row.condition_status,
                                  row.acquired,
                                  row.last_inspected,
                                  {},
                                  {}};
        if (row.location_status == "issued") item.issued_to = officer_called(row.issued_to);
        if (row.evidence_hold) item.hold = "evidence";
        if (!row.remarks.empty()) item.remarks = core::private_text(row.remarks);
        ++rows_;
        return add(std::move(item));
    }

    core::Result<void> batch(const intake::BatchRow& row) {
        auto kind = model("", row.model, category_of_nature(row.model), "");
        if (!kind) return std::move(kind).error();
        auto place = location(row.location, "");
        if (!place) return std::move(place).error();
        ++rows_;
        return add(core::BatchRegistered{kind.value(), row.batch_number, row.expiry, row.box_size,
                                         row.use.empty() ? "operational" : row.use, place.value(),
                                         row.quantity, row.sealed_boxes});
    }

    Proposal& proposal_;
    ledger::Randomness& randomness_;
    std::map<std::string, core::OfficerId> officers_;
    std::int64_t rows_ = 0;
};

core::Imported imported_entry(const intake::Register& found, const ImportRequest& request,
                              const core::UserId& approver) {
    core::Imported imported;
    imported.sha256 = found.sha256;
    imported.file_name = std::filesystem::path{request.path}.filename().string();
    for (const auto& sheet : found.sheets)
        for (const auto& column : sheet.columns)
            if (!column.field.empty())
                imported.mapping.push_back(sheet.sheet + "!" + column.letters + "=" + column.field);
    imported.skipped = found.faulty_rows();
    imported.imported =
        found.item_rows + found.batch_rows + found.officer_rows - imported.skipped - found.held;
    imported.faults = static_cast<std::int64_t>(found.faults.size());
    imported.warnings = static_cast<std::int64_t>(found.warnings.size());
    imported.approver = approver;
    return imported;
}

}  // namespace

ImportReport inspect_register(const ImportRequest& request, OpenLedger* ledger, core::Instant now) {
    const intake::WholeRegister found = read_file(request, ledger, now);
    ImportReport report = report_on(found);
    report.held = found.held;
    return report;
}

core::Result<ImportReport> import_register(OpenLedger& ledger, const Author& author,
                                           const ImportRequest& request, Secrets& secrets) {
    const intake::WholeRegister found = read_file(request, &ledger, ledger.now());
    ImportReport report = report_on(found);
    report.held = found.held;
    if (const bool blocked = !found.faults.empty() && !request.skip_faulty; blocked) return report;
    auto approved = approved_by(ledger, request.approver, secrets);
    if (!approved) return std::move(approved).error();
    auto receipt = ledger.commit(author, [&](Proposal& proposal) -> core::Result<void> {
        auto lead = proposal.add(imported_entry(found, request, approved.value()));
        if (!lead) return std::move(lead).error();
        RowsToEntries rows{proposal, ledger.randomness()};
        if (auto taken = rows.take(found); !taken) return taken;
        report.imported = rows.rows();
        return boost::outcome_v2::success();
    });
    if (!receipt) return std::move(receipt).error();
    report.receipt = std::move(receipt).value();
    return report;
}

}  // namespace muster::app
