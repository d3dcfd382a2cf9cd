// SPDX-License-Identifier: MIT
#include "app/delta_plan.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <stdexcept>

#include "muster/core/codes.hpp"

namespace muster::app {
namespace {

struct DeltaWord {
    const char* code;
    const char* sentence;
};

constexpr std::array words_table{
    DeltaWord{
        "officer_unknown",
        "Collar number '{found}' is nobody's here. Import the officers first, or correct it."},
    DeltaWord{"class_unknown",
              "'{found}' is no class of weapon here. `musterctl reference list` names them."},
    DeltaWord{"dates_reversed",
              "It ends on {to}, before it begins on {from}. Correct one of the two."},
    DeltaWord{"officer_replaced",
              "Collar number {collar} was {before} and is now {found}. If that is one person under "
              "a new name, confirm the cell; if it is another, first import that {before} left."},
    DeltaWord{"leavers_many",
              "{gone} of {all} officers at work would leave at once, more than {percent} %. Is the "
              "file whole? If they did leave, somebody has to say so."},
    DeltaWord{
        "endings_many",
        "{gone} of {all} authorisations in force would end at once, more than {percent} %. Is "
        "the file whole? If they did end, somebody has to say so."},
    DeltaWord{"suspension_stays",
              "The file says that {officer} may draw ({class}), and here it is suspended. It stays "
              "so until the CFI restores it."},
    DeltaWord{"newer_here",
              "What is recorded for {officer} ({class}) is as at {recorded}, after the file. It "
              "stays as it is."},
    DeltaWord{"granted_here",
              "The file lacks the {class} authorisation of {officer}, which {source} granted here. "
              "It stays; ask the CFI."},
    DeltaWord{"officer_left", "{officer} has left. The row was passed over."},
    DeltaWord{"leaver_holds", "{officer} has left and still holds {count}: {held}."},
    DeltaWord{"absence_not_judged",
              "The file has faults or holds changes only, so that nobody leaves and nothing ends "
              "for not standing in it."},
    DeltaWord{"file_empty",
              "No row of {kind} was found in the file. Look at its sheets and headings."},
    DeltaWord{"days_differ",
              "Its name and its heading speak for different days, {date} and {other}. It was taken "
              "as at the earlier one; give the day (--as-at) where that is wrong."},
    DeltaWord{"classes_unapproved",
              "The file also says who may draw what, and until when. That was passed over: nobody "
              "approved that authorisations come by themselves from this folder "
              "(nightly_import.authorisations)."},
    DeltaWord{"classes_left_out",
              "The file also says who may draw what. That was passed over: {user} may not record "
              "authorisations. The CFI can."},
};

void fill(std::string& sentence, const std::string& name, const std::string& value) {
    const std::string mark = "{" + name + "}";
    for (auto at = sentence.find(mark); at != sentence.npos;
         at = sentence.find(mark, at + value.size()))
        sentence.replace(at, mark.size(), value);
}

}  // namespace

std::string delta_words(const std::string& code, const std::map<std::string, std::string>& words) {
    for (const DeltaWord& row : words_table) {
        if (row.code != code) continue;
        std::string sentence = row.sentence;
        for (const auto& [name, value] : words) fill(sentence, name, value);
        return sentence;
    }
    throw std::logic_error{"no words for the import code " + code};
}

void DeltaPlan::note(DeltaChange change) {
    std::int64_t& count = change.what == "new"       ? added
                          : change.what == "changed" ? changed
                          : change.what == "renewed" ? renewed
                                                     : ended;
    ++count;
    changes.push_back(std::move(change));
}

bool too_many(std::int64_t gone, std::int64_t all) {
    return gone * 100 > all * leavers_percent_max;
}

OfficersByCollar::OfficersByCollar(const core::Facts& facts) {
    for (core::Officer& officer : facts.all<core::Officer>()) {
        const auto collar = facts.disclosed(officer.collar.digest);
        if (!collar) continue;
        auto& same = officers_[core::normal_code(*collar)];
        same.insert(officer.active ? same.begin() : same.end(), std::move(officer));
    }
}

const core::Officer* OfficersByCollar::find(const std::string& collar) const {
    const auto at = officers_.find(core::normal_code(collar));
    return at == officers_.end() ? nullptr : &at->second.front();
}

std::string PlanFrom::source() const {
    return "import " + std::filesystem::path{request.path}.filename().string();
}

ImportFault PlanFrom::cell(const std::string& sheet, std::int64_t row, const std::string& field,
                           const char* code,
                           const std::map<std::string, std::string>& words) const {
    ImportFault fault = whole(code, words);
    fault.sheet = sheet;
    fault.row = row;
    fault.column = file.column(sheet, field);
    if (const auto found = words.find("found"); found != words.end()) fault.found = found->second;
    return fault;
}

ImportFault PlanFrom::whole(const char* code,
                            const std::map<std::string, std::string>& words) const {
    ImportFault fault;
    fault.code = code;
    fault.words = delta_words(code, words);
    return fault;
}

}  // namespace muster::app
