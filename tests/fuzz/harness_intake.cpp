// SPDX-License-Identifier: MIT
#include "fuzz/harness.hpp"
#include "muster/core/time.hpp"
#include "muster/files/csv.hpp"
#include "muster/intake/register_file.hpp"

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
    known.deployments = {{"D-104"}};
    known.movement_numbers = {"1"};
    known.models = {"Glock 17", "H&K G36C", "9x19 operational"};
    known.model_aliases = {{"G36", "H&K G36C"}};
    known.locations = {"HQ Armoury"};
    return known;
}

void must_be_known(const std::vector<intake::Fault>& faults) {
    for (const intake::Fault& fault : faults) {
        must_be_told({fault.code, fault.words});
        must(fault.row >= 0, "a row is counted from 1");
        must(files::is_utf8(fault.found), "what was found is UTF-8");
        must(files::is_utf8(fault.sheet), "a sheet's name is UTF-8");
    }
}

void must_count(const intake::Register& found) {
    must_be_known(found.faults);
    must_be_known(found.warnings);
    must(found.sha256.size() == 64, "the file is named by its digest");
    must(found.faults_found >= static_cast<std::int64_t>(found.faults.size()) ||
             found.faults_found >= intake::faults_listed,
         "no more faults are listed than found");
    must(found.faulty >= 0 && found.held >= 0 && found.faulty + found.held <= found.rows(),
         "no more rows are faulty or held than there are");
    must(found.faulty == 0 || !found.faults.empty(), "a faulty row has a fault");
}

/// The rows of the second pass, each looked at, and how many there are.
struct GoodRows {
    std::int64_t rows = 0;
    std::int64_t held = 0;

    template <class Row>
    intake::Visitor<Row> counter() {
        return [this](const Row& row) {
            must(row.row > 0, "a row has its number");
            ++rows;
            held += row.held ? 1 : 0;
            look(row);
            return intake::Walk::go_on;
        };
    }
    static void look(const intake::ItemRow& row) {
        must(!row.serial.empty() && !row.model.empty(), "an item has a serial and a model");
    }
    static void look(const intake::BatchRow& row) {
        must(!row.batch_number.empty() && row.quantity >= 0 && row.sealed_boxes >= 0,
             "a batch has a number, and no quantity is negative");
        must(row.sealed_boxes * row.box_size <= row.quantity, "boxes are part of the quantity");
    }
    static void look(const intake::OfficerRow& row) {
        must(!row.collar.empty(), "an officer has a collar number");
    }
    static void look(const intake::AuthorisationRow& row) {
        must(!row.collar.empty() && !row.weapon_class.empty(), "an authorisation is of somebody");
    }
    static void look(const intake::DeploymentRow& row) {
        must(!row.log.empty(), "a deployment has its log number");
    }
    static void look(const intake::MovementRow& row) {
        must(!row.sort.empty() && row.quantity >= 0, "a movement says what it is");
    }
};

GoodRows second_pass(const intake::RegisterFile& file) {
    GoodRows good;
    file.each_officer(good.counter<intake::OfficerRow>());
    file.each_authorisation(good.counter<intake::AuthorisationRow>());
    file.each_item(good.counter<intake::ItemRow>());
    file.each_batch(good.counter<intake::BatchRow>());
    file.each_deployment(good.counter<intake::DeploymentRow>());
    file.each_movement(good.counter<intake::MovementRow>());
    return good;
}

void must_read(std::string_view bytes) {
    static const intake::KnownThings known = known_things();
    intake::ReadOptions options;
    options.as_of = *core::date_of("2026-06-01");
    auto file = intake::RegisterFile::of(std::string{bytes}, "register");
    const intake::Register found = file.inspect(known, options);
    must_count(found);
    const GoodRows good = second_pass(file);
    must(good.rows == found.rows() - found.faulty,
         "the second pass gives the rows without a fault");
    must(good.held == found.held, "the second pass says which rows are held");
    file.each_row([](const std::string& sheet, const files::Row& row) {
        must(files::is_utf8(sheet) && row.number > 0, "a raw row has its place");
        return intake::Walk::go_on;
    });
    // What a person confirms is no fault any longer, and nothing else changes.
    for (const intake::Fault& fault : found.faults)
        if (fault.confirmable) options.confirmed.insert(fault.cell());
    if (options.confirmed.empty()) return;
    const intake::Register again = file.inspect(known, options);
    must_count(again);
    must(again.rows() == found.rows(), "to confirm is not to lose a row");
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
