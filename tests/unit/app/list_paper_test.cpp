// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "muster/app/list_paper.hpp"
#include "muster/files/whole_file.hpp"
#include "muster/ledger/digest.hpp"
#include "muster/storage/ledger_store.hpp"
#include "unit/app/desk_stage.hpp"

using namespace muster;
using namespace muster::app;
using app::testing::DeskStage;

namespace {

/// So many rows, the first cell of which a spreadsheet would run.
SavedList rows_of(std::int64_t count) {
    SavedList list{"Trials", "", {{"What", 20}, {"How many", 10}}, {}};
    list.each = [count](const SavedList::TakeRow& take) -> core::Result<void> {
        for (std::int64_t row = 0; row < count; ++row)
            if (!take({"=cmd|x", std::to_string(row)})) break;
        return boost::outcome_v2::success();
    };
    return list;
}

}  // namespace

TEST_CASE("lists: a CSV has every row, none of them a formula, and its digest is in the ledger") {
    DeskStage stage;
    const auto session = stage.sign_in_as("armourer");
    const std::string path = stage.folder() + "/trials.csv";
    const auto saved = save_list(*session->ledger, session->author, rows_of(7'000), path);
    DeskStage::require(saved);
    CHECK(saved.value().rows == 7'000);
    CHECK(saved.value().is_all);
    const std::string text = files::read_file(path);
    CHECK(text.starts_with("What,How many\n'=cmd|x,0\n'=cmd|x,1\n"));
    CHECK(text.ends_with("'=cmd|x,6999\n"));
    std::string line;
    session->reading->read([&](storage::Transaction& tx, const core::Facts&) {
        line = storage::entry(tx, saved.value().receipt.entries.front())->line;
    });
    CHECK(line.find(ledger::hex(ledger::sha256(text))) != line.npos);
    CHECK(line.find("list of Trials") != line.npos);
}

TEST_CASE("lists: a PDF ends where paper does, and says so") {
    DeskStage stage;
    const auto session = stage.sign_in_as("armourer");
    const std::string path = stage.folder() + "/trials.pdf";
    const auto whole =
        save_list(*session->ledger, session->author, rows_of(list_paper_rows_max), path);
    DeskStage::require(whole);
    CHECK(whole.value().is_all);
    const auto cut =
        save_list(*session->ledger, session->author, rows_of(list_paper_rows_max + 1), path);
    DeskStage::require(cut);
    CHECK_FALSE(cut.value().is_all);
    CHECK(cut.value().rows == list_paper_rows_max);
    CHECK(files::read_file(path).starts_with("%PDF"));
}

TEST_CASE("lists: what a list refuses leaves no file and no entry") {
    DeskStage stage;
    const auto session = stage.sign_in_as("armourer");
    SavedList list = rows_of(0);
    list.each = [](const SavedList::TakeRow&) -> core::Result<void> {
        return core::refused(core::Refusal::in_blind_count);
    };
    for (const char* name : {"/none.csv", "/none.pdf"}) {
        CHECK_FALSE(save_list(*session->ledger, session->author, list, stage.folder() + name));
        CHECK_FALSE(std::filesystem::exists(stage.folder() + name));
    }
}
