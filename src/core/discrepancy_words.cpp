// SPDX-License-Identifier: MIT
#include "muster/core/discrepancy_words.hpp"

#include <algorithm>

namespace muster::core {

const std::vector<DiscrepancySort>& discrepancy_sorts() {
    static const std::vector<DiscrepancySort> sorts{
        {"attendees_differ", "Attendees do not account for it",
         "Ask who used what on the course; what they say together is not what was used up."},
        {"attested_otherwise", "Holder does not confirm it",
         "The officer did not confirm holding this. Find it, and what became of it."},
        {"corrected_past_stop", "Corrected past a stop",
         "The corrected movement would have been stopped at the counter. Find out why it was not."},
        {"count_disagreed", "Counters differed, and nobody settled it",
         "The count was closed though its counters named different quantities. Count this again."},
        {"count_elsewhere", "Counted in another place",
         "It lies where the book does not have it. Move it in the book, or in fact."},
        {"count_not_found", "Not found at the count",
         "Nobody found it where the book has it. Search, then report it missing."},
        {"count_surplus", "More counted than the book has",
         "Find where the surplus comes from: it proves an earlier error."},
        {"count_unknown", "Unknown thing counted",
         "The register does not know it. Find out whose it is before it is put on the register."},
        {"deployment_to_follow", "Deployment reference to follow",
         "Ask the control room for the reference, and resolve this with it."},
        {"dip_test_differs", "Not where the dip-test looked",
         "The chief officer's own test found another thing, or nothing, in this place."},
        {"discharge_review", "Unintentional discharge to review",
         "Review it with the Chief Firearms Instructor, and decide on a suspension of the "
         "officer's authorisation."},
        {"download_missing", "Device download missing",
         "Download the device that fired it, and resolve this with the reference."},
        {"duty_taken_alone", "Duty taken over alone",
         "Whoever had the duty did not hand it over. Ask them for what was open, and count what "
         "they had in charge."},
        {"expend_over", "More used up than the book has",
         "More was used up than the book had. Find the movement that is missing."},
        {"late_past_stop", "Keyed from paper past a stop",
         "The issue on paper would have been stopped at the counter. Find out why it was made."},
        {"loan_over", "More came back than was lent",
         "Ask the other force; the surplus may be theirs."},
        {"loan_short", "Less came back than was lent", "Ask the other force for what is short."},
        {"range_undeclared", "Range declaration missing",
         "Ask the instructor for the end-of-range declaration."},
        {"recovered_over", "More found than was missing",
         "The surplus proves an earlier error. Find it."},
        {"reference_missing", "Report reference missing",
         "Ask the officer for the report's reference, and resolve this with it."},
        {"return_not_out", "Came back though not out",
         "By the book it was not out. Find the issue that was not recorded."},
        {"return_over", "More came back than was out",
         "Stray rounds prove an earlier error. Count the batch."},
        {"return_short", "Less came back than was out",
         "Search with the officer now, and record what is found."},
        {"seized_over", "More seized than the book had", "Find the movement that is missing."},
        {"seizure_over", "More came back than was seized", "Compare with the exhibit's receipt."},
        {"transit_not_sent", "Arrived though not sent",
         "The consignment did not name it. Ask the sender."},
        {"transit_over", "More arrived than was sent", "Ask the sender to count what is left."},
        {"transit_short", "Less arrived than was sent",
         "Ask the sender and the carrier, and search the vehicle."},
        {"urgent_not_in_store", "Issued urgently, by the book elsewhere",
         "By the book another had it. Find the return that was not recorded."},
        {"urgent_over", "Issued urgently, more than the book has",
         "More went out than the book had. Count the batch."},
        {"urgent_unconfirmed", "Urgent issue not confirmed",
         "Ask the officer to confirm what they drew."},
        {"vehicle_over", "More in the vehicle safe than the book has", "Count it with both crews."},
        {"vehicle_short", "Less in the vehicle safe than the book has",
         "Search the vehicle with both crews now."},
    };
    return sorts;
}

const DiscrepancySort* discrepancy_sort(std::string_view code) {
    const auto& sorts = discrepancy_sorts();
    const auto found = std::find_if(sorts.begin(), sorts.end(),
                                    [&](const DiscrepancySort& sort) { return sort.code == code; });
    return found == sorts.end() ? nullptr : &*found;
}

std::string discrepancy_title(const std::string& code) {
    const DiscrepancySort* sort = discrepancy_sort(code);
    return sort != nullptr ? sort->title : code;
}

}  // namespace muster::core
