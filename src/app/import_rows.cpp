// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/import_parts.hpp"
#include "app/reference.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/people_facts.hpp"
#include "muster/files/csv.hpp"
#include "muster/storage/lists.hpp"

namespace muster::app {
namespace {

const char* own_armoury = "l-1";

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

std::string whole_name(const intake::OfficerRow& row) {
    return row.forename.empty() ? row.surname : row.forename + " " + row.surname;
}

core::Result<void> done() {
    return boost::outcome_v2::success();
}

std::optional<core::PrivateText> private_unless_empty(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return core::private_text(text);
}

// Nobody has a missing or seized thing; who had it last is where the search begins.
std::string remarks_of(const intake::ItemRow& row) {
    if (row.issued_to.empty() || row.location_status == "issued") return row.remarks;
    const std::string last = "Last with officer " + row.issued_to + ", by the register.";
    return row.remarks.empty() ? last : row.remarks + "\n" + last;
}

}  // namespace

RowsToEntries::RowsToEntries(Proposal& proposal, ledger::Randomness& randomness, core::Date as_at)
    : proposal_{proposal},
      randomness_{randomness},
      as_at_{as_at},
      own_site_{core::holder_words(proposal.facts(), own_armoury)} {}

core::Result<void> RowsToEntries::add(core::Body body) {
    auto added = proposal_.add(std::move(body));
    if (!added) return std::move(added).error();
    proposal_.relieve();
    return done();
}

core::Result<core::LocationId> RowsToEntries::location(const std::string& site,
                                                       const std::string& within) {
    // The columns of a register without a place mean the armoury the ledger began with.
    const std::string name = site.empty() ? own_site_ : site;
    auto place = place_called(name, "armoury", {});
    if (!place || within.empty()) return place;
    const bool elsewhere = place.value().value != own_armoury;
    return place_called(elsewhere ? name + " " + within : within, "vehicle_safe", place.value());
}

core::Result<core::LocationId> RowsToEntries::place_called(const std::string& name,
                                                           const std::string& sort,
                                                           const core::LocationId& parent) {
    core::LocationId& known = locations_[core::normal_code(name)];
    if (!known.empty()) return known;
    const auto found = core::things_called(proposal_.facts(), name, {"location"});
    if (!found.empty()) return known = core::LocationId{found.front().thing};
    auto added = proposal_.add(core::LocationAdded{name, sort, parent});
    if (!added) return std::move(added).error();
    return known = core::created_id<core::LocationId>('l', added.value());
}

core::Result<core::ModelId> RowsToEntries::model(const std::string& make, const std::string& name,
                                                 const std::string& category,
                                                 const std::string& calibre) {
    core::ModelId& known = models_[core::normal_code(name)];
    if (!known.empty()) return known;
    const auto found = core::things_called(proposal_.facts(), name, {"model"});
    if (!found.empty()) return known = core::ModelId{found.front().thing};
    const auto reference = proposal_.facts().find<core::Reference>("category/" + category);
    if (!reference)
        return core::refused(core::Refusal::code_unknown, category,
                             {{"code", "category " + category}});
    auto added = proposal_.add(core::ModelAdded{make, name, category, calibre, reference->tracking,
                                                reference->authorisation});
    if (!added) return std::move(added).error();
    return known = core::created_id<core::ModelId>('m', added.value());
}

// An officer whose import was undone has kept their row, and comes back as the same person.
core::Result<core::OfficerId> RowsToEntries::officer_of(const intake::OfficerRow& row) {
    const std::string rank = row.rank_code.empty() ? row.rank : row.rank_code;
    if (const auto known = storage::officer_by_collar(proposal_.transaction(), row.collar)) {
        core::OfficerId id{*known};
        const auto officer = proposal_.facts().find<core::Officer>(id.value);
        if (officer && officer->active) return id;
        auto back = add(core::OfficerChanged{id, core::private_text(whole_name(row)), rank,
                                             row.unit, true, "import", as_at_});
        if (!back) return std::move(back).error();
        return id;
    }
    core::OfficerId id{ledger::random_id(randomness_, 'o')};
    auto added = add(core::OfficerAdded{id, core::PersonId{ledger::random_id(randomness_, 'p')},
                                        core::private_text(row.collar),
                                        core::private_text(whole_name(row)), rank, row.unit});
    if (!added) return std::move(added).error();
    return id;
}

core::Result<void> RowsToEntries::take(const intake::OfficerRow& row) {
    if (row.suspended) suspended_.insert(row.collar);
    if (row.left) left_.insert(row.collar);
    if (row.held) return done();
    auto id = officer_of(row);
    if (!id) return std::move(id).error();
    officers_[row.collar] = id.value();
    ++rows_;
    if (row.left) return add(core::OfficerChanged{id.value(), {}, {}, {}, false, "import", as_at_});
    for (const auto& held : row.authorisations) {
        auto added = add(core::AuthorisationGranted{id.value(), held.weapon_class,
                                                    held.from.value_or(std::min(as_at_, held.to)),
                                                    held.to, "import", as_at_, row.suspended});
        if (!added) return added;
    }
    return done();
}

core::OfficerId RowsToEntries::officer_called(const std::string& collar) {
    if (const auto at = officers_.find(collar); at != officers_.end()) return at->second;
    const auto known = storage::officer_by_collar(proposal_.transaction(), collar);
    if (known) officers_[collar] = core::OfficerId{*known};
    return core::OfficerId{known.value_or("")};
}

core::Result<void> RowsToEntries::take(const intake::AuthorisationRow& row) {
    // A leaver may draw nothing, whatever another sheet of the workbook still has.
    if (row.held || left_.contains(row.collar)) return done();
    const core::OfficerId officer = officer_called(row.collar);
    if (officer.empty())
        return core::refused(core::Refusal::code_unknown, row.collar,
                             {{"code", "officer " + row.collar}});
    const auto known = proposal_.facts().find<core::Officer>(officer.value);
    if (known && !known->active) return done();
    ++rows_;
    return add(core::AuthorisationGranted{
        officer, row.weapon_class, row.from.value_or(std::min(as_at_, row.to)), row.to, "import",
        as_at_, row.suspended || suspended_.contains(row.collar)});
}

core::Result<void> RowsToEntries::take(const intake::ItemRow& row) {
    if (row.held) return done();
    auto kind =
        model(row.make, row.model, row.type_code.empty() ? "other" : row.type_code, row.calibre);
    if (!kind) return std::move(kind).error();
    auto home = location(row.location, row.place_in_location);
    if (!home) return std::move(home).error();
    core::ItemRegistered item;
    item.model = kind.value();
    item.serial = row.serial;
    item.tag = row.tag;
    item.home = home.value();
    item.position = row.rack;
    item.location_status = row.location_status;
    item.condition_status = row.condition_status;
    item.acquired = row.acquired;
    item.last_inspected = row.last_inspected;
    if (row.location_status == "issued") item.issued_to = officer_called(row.issued_to);
    if (row.evidence_hold) item.hold = "evidence";
    item.remarks = private_unless_empty(remarks_of(row));
    ++rows_;
    return add(std::move(item));
}

core::Result<void> RowsToEntries::take(const intake::BatchRow& row) {
    if (row.held) return done();
    auto kind = model("", row.model, category_of_nature(row.model), "");
    if (!kind) return std::move(kind).error();
    auto place = location(row.location, "");
    if (!place) return std::move(place).error();
    ++rows_;
    return add(core::BatchRegistered{kind.value(), row.batch_number, row.expiry, row.box_size,
                                     row.use.empty() ? "operational" : row.use, place.value(),
                                     row.quantity, row.sealed_boxes});
}

core::Result<void> RowsToEntries::take(const intake::DeploymentRow& row) {
    if (row.held) return done();
    ++rows_;
    return add(core::DeploymentRecorded{row.log, row.started, row.ended, row.decision,
                                        private_unless_empty(row.commander), row.level,
                                        private_unless_empty(row.reason), row.arv, row.discharge});
}

core::Result<std::vector<std::string>> RowsToEntries::learn(
    const std::map<std::string, std::string>& models) {
    std::vector<std::string> learnt;
    for (const auto& [alias, ours] : models) {
        const auto model = core::things_called(proposal_.facts(), ours, {"model"});
        if (model.size() != 1) continue;  // nothing of that model is in this file or the ledger
        const auto known = core::things_called(proposal_.facts(), alias, {"model"});
        if (known.size() == 1 && known.front().thing == model.front().thing) continue;
        auto added = add(core::ModelAliasAdded{core::ModelId{model.front().thing}, alias});
        if (!added) return std::move(added).error();
        learnt.push_back(alias + " = " + core::stock_words(proposal_.facts(), model.front().thing));
    }
    return learnt;
}

}  // namespace muster::app
