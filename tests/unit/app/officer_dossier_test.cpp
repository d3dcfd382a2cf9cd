// SPDX-License-Identifier: MIT
#include <filesystem>

#include "muster/app/confirmations.hpp"
#include "muster/app/counter.hpp"
#include "unit/app/desk_stage.hpp"

using namespace muster;
using namespace muster::app;
using app::testing::DeskStage;
using app::testing::Page;

TEST_CASE("officer page: details, authorisations and holdings in words") {
    DeskStage stage;
    Page page{stage, "armourer"};
    page.open("1005");
    CHECK(page.known("name") == "Easy Sample");
    CHECK(page.known("rank") == "PC");
    CHECK(page.known("unit") == "ARV B");
    CHECK(page.known("active") == "Yes");
    CHECK(page.table("authorisations").table->row_count() == 2);
    CHECK(page.cell("authorisations", 0, 0) == "In force");
    CHECK(page.cell("holdings", 0, 1).find("SAMPLE106") != std::string::npos);
    CHECK(page.table("history").table->row_count() == 1);
    CHECK(page.actions() == std::vector<std::string>{"ask_attestation", "attest", "cartridges"});
}

TEST_CASE("officer page: suspended shows see CFI, and why only to who may grant it again") {
    DeskStage stage;
    Page supervisor{stage, "supervisor"};
    supervisor.open("1001");
    CHECK(supervisor.actions() == std::vector<std::string>{"suspend"});
    supervisor.begin("suspend");
    supervisor.record({});
    CHECK(supervisor.problem("words") == "This is needed.");
    supervisor.recorded({{"class", "carbine"}, {"words", "failed the shoot"}});
    CHECK(supervisor.notices().find("SUSPENDED: Carbine: see CFI.") != std::string::npos);
    CHECK(supervisor.notices().find("failed the shoot") == std::string::npos);
    Page cfi{stage, "cfi"};
    cfi.open("1001");
    CHECK(cfi.notices().find("Why, for the CFI: failed the shoot") != std::string::npos);
    cfi.begin("grant");
    cfi.recorded({{"class", "carbine"}, {"to", "31/03/2027"}});
    CHECK(cfi.notices().empty());
}

TEST_CASE("officer page: who lapsed while holding is a warning") {
    DeskStage stage;
    const auto session = stage.sign_in_as("armourer", "2027-04-01T08:00:00.000Z");
    Page page{stage, session};
    page.open("1005");
    CHECK(
        page.notices().find("LAPSED WHILE HOLDING: SIG MCX SAMPLE106 (C-6) (ended 31 Mar 2027)") !=
        std::string::npos);
    CHECK(page.cell("authorisations", 0, 0) == "Ended");
}

TEST_CASE("officer page: holdings are saved as a PDF, which is recorded without their name") {
    DeskStage stage;
    Page page{stage, "armourer"};
    page.open("1005");
    REQUIRE(page.screen.state().dossier.papers.size() == 2);
    const std::string out = stage.folder() + "/holdings.pdf";
    page.screen.save_paper(0, out);
    CHECK(page.screen.state().notice.words.starts_with("The holdings are saved"));
    CHECK(std::filesystem::file_size(out) > 1'000);
    page.screen.save_paper(0, stage.folder() + "/nowhere/holdings.pdf");
    CHECK(page.screen.state().notice.tone == Tone::stop);
}

TEST_CASE("labels: an officer's card and a batch's box have theirs on their own pages") {
    DeskStage stage;
    Page page{stage, "armourer"};
    const auto saved = [&](const char* code, std::size_t paper) {
        page.open(code);
        REQUIRE(page.screen.state().dossier.papers.size() > paper);
        CHECK(page.screen.state().dossier.papers[paper].id == "label");
        const std::string out = stage.folder() + "/label-" + code + ".pdf";
        page.screen.save_paper(paper, out);
        CHECK(page.screen.state().notice.words.starts_with("The label is saved"));
        return std::filesystem::file_size(out) > 1'000;
    };
    CHECK(saved("1005", 1));
    CHECK(saved("A-100", 0));
}

TEST_CASE("officer page: asked to confirm, an officer confirms what they hold by their PIN") {
    DeskStage stage;
    Page page{stage, "armourer"};
    page.open("1005");
    page.begin("ask_attestation");
    CHECK(page.recorded({}).find("Asked") != std::string::npos);
    page.open("1005");
    page.begin("attest");
    page.recorded({{"officer", "1005"}});
    const auto asked = attestations(*stage.sign_in_as("armourer")->reading, {});
    DeskStage::require(asked);
    page.open("1005");
    page.begin("attest");
    const std::string differs = page.recorded({{"officer", "1005"}, {"otherwise", "C-6 0"}});
    CHECK(differs.starts_with("Confirmed"));
    const auto& receipt = page.screen.form().state().receipt;
    REQUIRE(receipt);
    CHECK(receipt->shown.remark.find("C-6") != std::string::npos);
}

TEST_CASE("officer page: only cartridges are swapped as cartridges") {
    DeskStage stage;
    Page page{stage, "armourer"};
    page.open("1005");
    page.begin("cartridges");
    page.record({{"officer", "1005"},
                 {"spent", "A-100 1"},
                 {"reason", "operational"},
                 {"fresh", "A-100 1"},
                 {"second", "relief"}});
    CHECK(page.screen.form().state().notice.words.find("a cartridge of a device") !=
          std::string::npos);
}
