// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/delta_plan.hpp"
#include "muster/core/codes.hpp"
#include "muster/core/powers.hpp"

namespace muster::app {
namespace {

/// How the source of what came from a file begins.
constexpr std::string_view by_import = "import";

/// The competences of one file against those of the ledger.
class AuthorisationsPlan {
public:
    AuthorisationsPlan(const PlanFrom& from, const SameFile& people)
        : from_{from},
          people_{people},
          officers_{from.facts},
          renew_after_{std::max<std::int64_t>(
              1, core::policy_number(from.facts, "authorisation_data_days", 30) / 3)} {}

    DeltaPlan make() {
        for (const intake::AuthorisationRow& row : from_.file.competences) take(row);
        if (from_.file.is_whole || speaks_by_columns())
            absent_end();
        else if (!from_.request.partial)
            plan_.warnings.push_back(from_.whole("absence_not_judged", {}));
        return std::move(plan_);
    }

private:
    void take(const intake::AuthorisationRow& row) {
        if (stopped(row)) return;
        const core::Officer* officer = officers_.find(row.collar);
        if (officer == nullptr) {  // one whom the same file adds
            note_new(row, row.collar);
            return;
        }
        if (!officer->active) {
            if (people_.coming.contains(core::normal_code(row.collar)))
                note_new(row, row.collar);
            else
                warn(row, "officer_left", officer->key);
            return;
        }
        const std::string key = officer->key + "/" + row.weapon_class;
        named_.insert(key);
        if (const auto held = from_.facts.find<core::Authorisation>(key))
            compare(row, *held);
        else {
            note_new(row, core::officer_words(from_.facts, officer->key));
            grant(row, officer->key, row.from.value_or(std::min(from_.file.as_at, row.to)),
                  row.suspended);
        }
    }

    void note_new(const intake::AuthorisationRow& row, const std::string& who) {
        plan_.note({"new",
                    who + ", " + title_of(row.weapon_class),
                    "until " + core::people_text(row.to) + (row.suspended ? ", suspended" : ""),
                    {}});
    }

    std::string title_of(const std::string& weapon_class) const {
        const auto known = from_.facts.find<core::Reference>("class/" + weapon_class);
        return known ? known->title : weapon_class;
    }

    bool stopped(const intake::AuthorisationRow& row) {
        std::optional<ImportFault> fault;
        const bool known = officers_.find(row.collar) != nullptr ||
                           people_.coming.contains(core::normal_code(row.collar));
        if (!known)
            fault = from_.cell(row.sheet, row.row, "collar", "officer_unknown",
                               {{"found", row.collar}});
        else if (!from_.facts.row(core::Table::reference, "class/" + row.weapon_class))
            fault = from_.cell(row.sheet, row.row, "class", "class_unknown",
                               {{"found", row.weapon_class}});
        else if (row.from && row.to < *row.from)
            fault = from_.cell(row.sheet, row.row, "to", "dates_reversed",
                               {{"from", core::people_text(*row.from)},
                                {"to", core::people_text(row.to)},
                                {"found", core::people_text(row.to)}});
        if (!fault) return false;
        keep_from_ending(row);
        plan_.faults.push_back(std::move(*fault));
        ++plan_.skipped;
        return true;
    }

    // Which class a faulty row means nobody knows, so nothing of that officer ends for its absence.
    void keep_from_ending(const intake::AuthorisationRow& row) {
        const core::Officer* officer = officers_.find(row.collar);
        if (officer == nullptr) return;
        for (const auto& held : from_.facts.all<core::Authorisation>(officer->key + "/"))
            named_.insert(held.key);
    }

    void compare(const intake::AuthorisationRow& row, const core::Authorisation& held) {
        // A renewal ahead went on from what was in force.
        const bool ahead =
            row.from && *row.from > from_.file.as_at && held.from <= from_.file.as_at;
        const bool same_dates = row.to == held.to && (!row.from || *row.from == held.from || ahead);
        const bool same = same_dates && row.suspended == held.suspended;
        if (is_newer(held, from_.file.as_at)) {
            if (!same) warn(row, "newer_here", held.officer.value, core::people_text(held.as_at));
            ++plan_.unchanged;
            return;
        }
        const bool lift = held.suspended && !row.suspended && from_.request.lift_suspensions;
        const bool suspend = row.suspended && !held.suspended;
        if (held.suspended && !row.suspended && !lift)
            warn(row, "suspension_stays", held.officer.value);
        const bool changes = !same_dates || lift || suspend;
        if (changes || is_due(held))
            plan_.note({changes ? "changed" : "renewed",
                        core::officer_words(from_.facts, held.officer.value) + ", " +
                            title_of(held.weapon_class),
                        words_of(row, held, lift, suspend),
                        {}});
        else
            ++plan_.unchanged;
        if (!same_dates || lift)
            grant(row, held.officer.value, row.from.value_or(std::min(held.from, row.to)),
                  held.suspended && !lift);
        else if (is_due(held))
            grant(row, held.officer.value, held.from, held.suspended);
        if (suspend)
            plan_.bodies.emplace_back(core::AuthorisationSuspended{
                held.officer, held.weapon_class,
                core::private_text("Suspended in " + from_.source().substr(7) + " as at " +
                                   core::people_text(from_.file.as_at))});
    }

    std::string words_of(const intake::AuthorisationRow& row, const core::Authorisation& held,
                         bool lift, bool suspend) const {
        std::string words;
        const auto add = [&words](const std::string& more) {
            words += (words.empty() ? "" : "; ") + more;
        };
        if (row.from && *row.from != held.from)
            add("from " + core::people_text(held.from) + " to " + core::people_text(*row.from));
        if (row.to != held.to)
            add("until " + core::people_text(held.to) + " to " + core::people_text(row.to));
        if (suspend) add("suspended");
        if (lift) add("suspension lifted");
        return words.empty() ? "the same, until " + core::people_text(held.to) : words;
    }

    // The counter measures each competence's own day. One entry a row and night would drown the
    // ledger; so what is the same is recorded again only once a third of the policy's days passed.
    bool is_due(const core::Authorisation& held) const {
        return from_.file.as_at.days - held.as_at.days >= renew_after_;
    }

    void grant(const intake::AuthorisationRow& row, const std::string& officer, core::Date first,
               bool suspended) {
        plan_.bodies.emplace_back(
            core::AuthorisationGranted{core::OfficerId{officer}, row.weapon_class, first, row.to,
                                       from_.source(), from_.file.as_at, suspended});
    }

    void warn(const intake::AuthorisationRow& row, const char* code, const std::string& officer,
              const std::string& recorded = {}) {
        plan_.warnings.push_back(from_.cell(row.sheet, row.row, "collar", code,
                                            {{"officer", core::officer_words(from_.facts, officer)},
                                             {"class", row.weapon_class},
                                             {"recorded", recorded},
                                             {"found", row.collar}}));
    }

    // A row of changes that has a column for a class says of its officer whether they have it.
    bool speaks_by_columns() const {
        return from_.request.partial && !from_.file.classes.empty() && !from_.file.officers.empty();
    }

    bool speaks_of(const std::string& weapon_class) const {
        return from_.file.classes.empty() || from_.file.classes.contains(weapon_class);
    }

    // A whole file that lacks a competence says that it is over, and so does an empty cell of a row
    // of changes. What the CFI granted here the source may not know yet.
    void absent_end() {
        std::int64_t in_force = 0, ended = 0;
        std::set<std::string> rows;
        for (const intake::OfficerRow& row : from_.file.officers)
            rows.insert(core::normal_code(row.collar));
        for (const auto& [collar, same] : officers_.all()) {
            if (!from_.file.is_whole && !rows.contains(collar)) continue;
            // A leaver's end by the entry that says they left.
            if (!same.front().active || people_.leaving.contains(same.front().key)) continue;
            for (const auto& held : from_.facts.all<core::Authorisation>(same.front().key + "/")) {
                if (held.to < from_.file.as_at || !speaks_of(held.weapon_class)) continue;
                ++in_force;
                if (!named_.contains(held.key) && !is_newer(held, from_.file.as_at))
                    ended += end(held) ? 1 : 0;
            }
        }
        if (!from_.file.is_whole || from_.request.confirm_leavers || !too_many(ended, in_force))
            return;
        plan_.faults.push_back(
            from_.whole("endings_many", {{"gone", std::to_string(ended)},
                                         {"all", std::to_string(in_force)},
                                         {"percent", std::to_string(leavers_percent_max)}}));
        plan_.stopped = true;
    }

    bool end(const core::Authorisation& held) {
        if (!held.source.starts_with(by_import)) {
            plan_.warnings.push_back(from_.whole(
                "granted_here", {{"officer", core::officer_words(from_.facts, held.officer.value)},
                                 {"class", held.weapon_class},
                                 {"source", held.source}}));
            return false;
        }
        const core::Date last{from_.file.as_at.days - 1};
        plan_.bodies.emplace_back(
            core::AuthorisationGranted{held.officer, held.weapon_class, std::min(held.from, last),
                                       last, from_.source(), from_.file.as_at, held.suspended});
        plan_.note({"ended",
                    core::officer_words(from_.facts, held.officer.value) + ", " +
                        title_of(held.weapon_class),
                    "was until " + core::people_text(held.to),
                    {}});
        return true;
    }

    const PlanFrom& from_;
    const SameFile& people_;
    OfficersByCollar officers_;
    std::int64_t renew_after_;
    std::set<std::string> named_;
    DeltaPlan plan_;
};

}  // namespace

bool is_newer(const core::Authorisation& held, core::Date as_at) {
    return held.as_at > as_at || (held.as_at == as_at && !held.source.starts_with(by_import));
}

DeltaPlan plan_authorisations(const PlanFrom& from, const SameFile& people) {
    return AuthorisationsPlan{from, people}.make();
}

}  // namespace muster::app
