// SPDX-License-Identifier: MIT
#include "muster/app/movement_form.hpp"

#include <algorithm>

#include "app/screens/form_reading.hpp"
#include "app/screens/given_secrets.hpp"
#include "muster/app/errors.hpp"
#include "muster/core/codes.hpp"

namespace muster::app {
namespace {

using Sort = MovementField::Sort;

constexpr const char* paper_page = "paper";
constexpr const char* happened = "happened";

std::vector<MovementField> late_fields() {
    MovementField page{paper_page, "Page number of the paper form"};
    page.required = page.is_late = true;
    MovementField when{happened, "When it happened", Sort::moment};
    when.required = when.is_late = true;
    when.hint = "Day and time on the form, like 31/03/2026 06:41";
    return {page, when};
}

// What the rules say of a person belongs to where that person is named.
bool is_about_a_person(core::Refusal refusal) {
    using enum core::Refusal;
    switch (refusal) {
        case user_unknown:
        case user_withdrawn:
        case approver_is_requester:
        case approver_lacks_power:
        case second_is_issuer:
        case second_is_officer:
        case second_lacks_power:
        case handover_to_self:
        case signer_received_it:
        case power_missing:
            return true;
        default:
            return false;
    }
}

// Some stops are always about the same field, where a form has it.
const char* own_field(core::Refusal refusal) {
    using enum core::Refusal;
    switch (refusal) {
        case serial_differs:
            return "serial_again";
        case paper_missing:
            return paper_page;
        case happened_in_future:
        case happened_long_ago:
            return happened;
        case second_missing:
            return "second";
        case approver_missing:
            return "approver";
        default:
            return "";
    }
}

bool names(const MovementField& field, const core::RefusedLine& line) {
    const std::string value = core::normal_code(field.value);
    if (value.empty()) return false;
    if (core::normal_code(line.subject) == value) return true;
    return std::any_of(line.words.begin(), line.words.end(), [&](const auto& word) {
        const std::string said = core::normal_code(word.second);
        return said == value || said == "COLLAR NUMBER " + value || said == "MODEL " + value;
    });
}

}  // namespace

MovementFormScreen::MovementFormScreen(Background& background,
                                       std::function<std::string()> new_request)
    : background_{background}, new_request_{std::move(new_request)} {}

void MovementFormScreen::begin(MovementForm form) {
    form_ = std::move(form);
    const int version = state_.version + 1;
    state_ = {};
    state_.version = version;
    state_.title = form_.title;
    state_.words = form_.words;
    state_.done = form_.done;
    state_.fields = form_.fields;
    state_.may_be_late = form_.may_be_late;
    advice_.clear();
    begun_.clear();
    for (const MovementField& each : state_.fields) {
        begun_[each.id] = each.value;
        state_.compares = state_.compares || each.original.has_value();
    }
    request_ = new_request_();
    redraw();
}

void MovementFormScreen::set(const std::string& id, const std::string& value) {
    if (MovementField* found = field(id); found != nullptr && !state_.busy) found->value = value;
    advise();
}

// Before anything is recorded: a team is put together with the rules at one's elbow.
void MovementFormScreen::advise() {
    if (!form_.advise || state_.busy || state_.receipt) return;
    std::string words;
    for (const std::string& each : form_.advise(FormAnswers{state_.fields, {}}))
        words += (words.empty() ? "" : "\n") + each;
    if (words == advice_) return;
    // What a refusal said stands until there is other advice.
    const bool shows_advice = state_.notice.words == advice_;
    advice_ = words;
    if (words.empty() && !shows_advice) return;
    state_.notice = words.empty() ? Notice{} : Notice{Tone::warning, words};
    redraw();
}

void MovementFormScreen::set_focus(const std::string& id) {
    for (std::size_t at = 0; at < state_.fields.size(); ++at)
        if (state_.fields[at].id == id) state_.focus = at;
}

// Another place is another line of the sheet: what was seen at the first is recorded first.
bool MovementFormScreen::take_next_place(std::size_t at, const std::string& place) {
    MovementField& where = state_.fields[at];
    const bool seen = std::any_of(
        state_.fields.begin(), state_.fields.end(),
        [&](const MovementField& each) { return &each != &where && !each.value.empty(); });
    if (seen && !where.value.empty() && where.value != place) {
        notify({Tone::warning, "First record what you saw here (F9); then scan the next place."});
        return true;
    }
    where.value = place;
    where.problem.clear();
    return true;
}

// Nothing but the places of the form itself is looked at: what the register knows stays unsaid.
bool MovementFormScreen::write_down(const std::string& code, const ScannedThing& thing) {
    const auto takes_codes = [](const MovementField& each) {
        return each.sort == Sort::codes || each.sort == Sort::quantities;
    };
    const auto is_named = [&](const Choice& place) {
        return place.code == thing.id || core::normal_code(place.title) == core::normal_code(code);
    };
    std::size_t to = state_.fields.size();
    for (std::size_t at = 0; at < state_.fields.size(); ++at) {
        const MovementField& each = state_.fields[at];
        const auto place = std::find_if(each.choices.begin(), each.choices.end(), is_named);
        if (each.sort == Sort::place && place != each.choices.end()) {
            take_next_place(at, place->code);
            redraw();
            return true;
        }
        if (to == state_.fields.size() && takes_codes(each)) to = at;
    }
    if (state_.focus < state_.fields.size() && takes_codes(state_.fields[state_.focus]))
        to = state_.focus;
    if (to == state_.fields.size()) return false;
    MovementField& field = state_.fields[to];
    // Into the field that has the focus, the scanner has typed it already.
    if (to == state_.focus && field.value.ends_with(code))
        field.value.erase(field.value.size() - code.size());
    const std::string last = field.value.substr(field.value.rfind('\n') + 1);
    const bool second = field.in_pairs && last.ends_with(" ");
    if (!second && !field.value.empty() && !field.value.ends_with("\n")) field.value += "\n";
    field.value += code;
    field.value += second || (field.sort == Sort::codes && !field.in_pairs) ? "\n" : " ";
    state_.focus = to;
    state_.notice = {};
    redraw();
    return true;
}

void MovementFormScreen::be_late(bool late) {
    if (late == state_.is_late || state_.busy || !state_.may_be_late) return;
    state_.is_late = late;
    std::erase_if(state_.fields, [](const MovementField& each) { return each.is_late; });
    state_.focus = 0;
    if (late) {
        state_.focus = state_.fields.size();
        for (MovementField& each : late_fields()) state_.fields.push_back(std::move(each));
    }
    ++state_.version;
    redraw();
}

bool MovementFormScreen::take_scanned(const std::string& code, const ScannedThing& thing) {
    using Thing = ScannedThing::Sort;
    if (state_.busy || state_.receipt) return false;
    if (form_.writes_down) return write_down(code, thing);
    const bool is_place = thing.sort == Thing::location;
    for (std::size_t at = 0; at < state_.fields.size(); ++at) {
        MovementField& each = state_.fields[at];
        if (is_place && each.sort == Sort::place) {
            const auto known =
                std::find_if(each.choices.begin(), each.choices.end(),
                             [&](const Choice& choice) { return choice.code == thing.id; });
            if (known == each.choices.end()) continue;
            each.value = thing.id;
        } else if ((each.sort == Sort::codes && thing.sort == Thing::item) ||
                   (each.sort == Sort::quantities && thing.sort == Thing::stock)) {
            const bool at_start = each.value.empty() || each.value.ends_with("\n");
            each.value += (at_start ? "" : "\n") + code;
            each.value += each.sort == Sort::codes ? "\n" : " ";
        } else if ((each.sort == Sort::item && thing.sort == Thing::item) ||
                   (each.sort == Sort::officer && thing.sort == Thing::officer)) {
            each.value = code;
        } else {
            continue;
        }
        each.problem.clear();
        state_.focus = at;
        redraw();
        return true;
    }
    return false;
}

bool MovementFormScreen::has_work() const {
    if (state_.receipt) return false;
    return std::any_of(state_.fields.begin(), state_.fields.end(), [&](const MovementField& each) {
        const auto before = begun_.find(each.id);
        return each.value != (before == begun_.end() ? std::string{} : before->second);
    });
}

void MovementFormScreen::notify(Notice notice) {
    state_.notice = std::move(notice);
    redraw();
}

// --- recording ---------------------------------------------------------------------------------

bool MovementFormScreen::check(const std::map<std::string, std::string>& secrets) {
    bool sound = true;
    for (std::size_t at = 0; at < state_.fields.size(); ++at) {
        MovementField& each = state_.fields[at];
        each.problem = problem_of(each);
        if (each.sort == Sort::secret) {
            const auto given = secrets.find(each.id);
            const MovementField* owner = field(each.whose);
            const bool named = owner != nullptr && !without_blanks(owner->value).empty();
            const bool missing = given == secrets.end() || given->second.empty();
            each.problem = named && missing ? "They type their own secret here." : "";
        }
        if (sound && !each.problem.empty()) state_.focus = at;
        sound = sound && each.problem.empty();
    }
    return sound;
}

CommitDetails MovementFormScreen::details() const {
    const FormAnswers answers{state_.fields, {}};
    CommitDetails details;
    details.request = request_;
    for (const MovementField& each : state_.fields)
        if (each.sort != Sort::secret)
            details.request_content += each.id + "=" + without_blanks(each.value) + "\n";
    if (!state_.is_late) return details;
    details.paper = answers.given(paper_page);
    details.happened_at = typed_moment(answers.text(happened));
    return details;
}

void MovementFormScreen::record(const std::map<std::string, std::string>& secrets) {
    if (state_.busy || state_.receipt || !form_.record) return;
    if (!check(secrets)) {
        state_.notice = {Tone::stop, "Not recorded yet: see the fields that are marked."};
        return redraw();
    }
    const auto given = std::make_shared<GivenSecrets>();
    for (const MovementField& each : state_.fields) {
        if (each.sort != Sort::secret) continue;
        const MovementField* owner = field(each.whose);
        const auto secret = secrets.find(each.id);
        if (owner == nullptr || secret == secrets.end()) continue;
        // An officer's PIN is asked for by collar number; whose it is, the form says by `detail`.
        given->give(each.detail + without_blanks(owner->value), secret->second);
    }
    state_.busy = true;
    state_.notice = {};
    const auto result = std::make_shared<std::optional<core::Result<FormReceipt>>>();
    const auto answers = std::make_shared<FormAnswers>(state_.fields, details());
    background_.run([record = form_.record, answers, given,
                     result] { result->emplace(record(*answers, *given)); },
                    [this, result, here = std::weak_ptr{here_}](const std::exception_ptr& thrown) {
                        if (here.expired()) return;
                        state_.busy = false;
                        if (thrown)
                            state_.notice = {Tone::stop, describe(thrown).sentence};
                        else
                            finish(std::move(**result));
                        redraw();
                    });
    redraw();
}

void MovementFormScreen::finish(core::Result<FormReceipt> result) {
    if (!result) return refuse(result.error());
    if (!form_.goes_on) {
        state_.receipt = std::move(result).value();
        return committed();
    }
    const std::string place = FormAnswers{state_.fields, {}}.text("place");
    std::string words = result.value().shown.title + ".";
    for (const std::string& line : result.value().shown.lines) words += "\n" + line;
    begin(MovementForm{form_});
    if (MovementField* where = field("place")) begun_["place"] = where->value = place;
    state_.notice = {Tone::good, words};
    committed();
}

void MovementFormScreen::refuse(const core::Refused& refused) {
    std::string beside;
    bool focused = false;
    for (const core::RefusedLine& line : refused.lines) {
        const std::string sentence = window_sentence(line);
        MovementField* at = field_of(line);
        if (at == nullptr || !at->problem.empty()) {
            beside += (beside.empty() ? "" : "\n") + sentence;
            continue;
        }
        at->problem = sentence;
        if (!std::exchange(focused, true))
            state_.focus = static_cast<std::size_t>(at - state_.fields.data());
    }
    state_.notice = {Tone::stop, beside.empty() ? "Not recorded: see the field that is marked."
                                                : beside + "\nNothing was recorded."};
}

MovementField* MovementFormScreen::field(const std::string& id) {
    const auto found = std::find_if(state_.fields.begin(), state_.fields.end(),
                                    [&](const MovementField& each) { return each.id == id; });
    return found == state_.fields.end() ? nullptr : &*found;
}

MovementField* MovementFormScreen::field_of(const core::RefusedLine& line) {
    using enum core::Refusal;
    if (MovementField* own = field(own_field(line.refusal))) return own;
    const bool secret = line.refusal == secret_wrong || line.refusal == secret_locked;
    const auto detail = line.words.find("detail");
    const bool person = is_about_a_person(line.refusal);
    for (MovementField& each : state_.fields) {
        if (each.sort == Sort::secret) {
            const MovementField* owner = field(each.whose);
            if (secret && owner != nullptr && names(*owner, line)) return &each;
            continue;
        }
        if (secret || each.sort == Sort::codes) continue;
        if (line.refusal == detail_missing && detail != line.words.end() && !each.detail.empty() &&
            each.detail == detail->second)
            return &each;
        const bool names_person =
            std::any_of(state_.fields.begin(), state_.fields.end(),
                        [&](const MovementField& other) { return other.whose == each.id; });
        if (person == names_person && names(each, line)) return &each;
    }
    return nullptr;
}

void MovementFormScreen::redraw() {
    changed();
}

}  // namespace muster::app
