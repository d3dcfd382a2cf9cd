// SPDX-License-Identifier: MIT
#include <algorithm>

#include "fuzz/harness.hpp"
#include "muster/core/time.hpp"
#include "muster/files/csv.hpp"
#include "muster/intake/fault_words.hpp"
#include "muster/intake/register_rows.hpp"

/// Intake: a force's register, whole.
namespace muster::fuzz {
namespace {

/// A ledger that knows a little, so that comparing with it is reached too.
intake::KnownThings known_things() {
    intake::KnownThings known;
    known.items = {{"WM0001", "Glock 17", "ABC123"}, {"WM0002", "H&K G36C", "83-004511"}};
    known.batches = {{"9x19 operational", "22-117"}};
    known.officers = {{"4471", false, {{"pistol", *core::date_of("2026-12-31")}}},
                      {"5502", true, {}}};
    known.models = {"Glock 17", "H&K G36C", "9x19 operational"};
    known.locations = {"HQ Armoury"};
    return known;
}

void must_be_known(const std::vector<intake::Fault>& faults) {
    for (const intake::Fault& fault : faults) {
        must_be_told({fault.code, fault.words});
        must(fault.row >= 0, "a row is counted from 1");
        must(files::is_utf8(fault.found), "what was found is UTF-8");
    }
}

void must_read(std::string_view bytes) {
    static const intake::KnownThings known = known_things();
    intake::ReadOptions options;
    options.as_of = *core::date_of("2026-06-01");
    const auto found = intake::read_register(std::string{bytes}, "register", known, options);
    must_be_known(found.faults);
    must_be_known(found.warnings);
    must(found.sha256.size() == 64, "the file is named by its digest");
    must(found.faulty_rows() >= 0, "no more good rows than rows");
    for (const auto& item : found.items)
        must(!item.serial.empty() && !item.model.empty(), "an item has a serial and a model");
    for (const auto& batch : found.batches) must(batch.quantity >= 0, "a quantity is not negative");
    for (const auto& officer : found.officers)
        must(!officer.collar.empty(), "an officer has a collar number");
}

}  // namespace

void run_register_csv(std::string_view bytes) {
    must_read(bytes);
}

void run_register_xlsx(std::string_view bytes) {
    must_read(bytes);
}

void run_register_parts(std::string_view bytes) {
    must_read(workbook_of_parts(parts_of(bytes)));
}

}  // namespace muster::fuzz
