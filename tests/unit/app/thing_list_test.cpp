// SPDX-License-Identifier: MIT
#include "muster/app/thing_list.hpp"

#include <doctest/doctest.h>

using namespace muster;
using namespace muster::app;

namespace {

/// Things 1 to `count`, a page of three at a time.
struct Stage {
    std::int64_t count;
    bool blind = false;
    int reads = 0;
    std::vector<std::string> asked;
    explicit Stage(std::int64_t things) : count{things} {}

    ThingListUseCases use() {
        ThingListUseCases made;
        made.id = "things";
        made.columns = {{"Number", 9}, {"Name", 20}, {"Day", 12}};
        made.has_tones = true;
        made.one = "thing";
        made.many = "things";
        made.empty_words = "There is nothing.";
        made.filters = {{"kind", "Kind", {{"odd", "Odd"}}, "", "All"}};
        made.page = [this](const ThingAsk& ask) -> core::Result<ThingPage> {
            ++reads;
            asked.push_back(ask.text + "|" + ask.filters.at("kind") + "|" + ask.after);
            if (blind) return core::refused(core::Refusal::in_blind_count);
            ThingPage page;
            const std::int64_t from = ask.after.empty() ? 1 : std::stoll(ask.after);
            for (std::int64_t at = from; at <= count; ++at) {
                if (page.rows.size() == 3) {
                    page.next = std::to_string(at);
                    break;
                }
                if (!ask.text.empty()) continue;
                page.rows.push_back({"k" + std::to_string(at),
                                     at % 2 == 0 ? Tone::good : Tone::stop,
                                     {"#" + std::to_string(at * 700), "n" + std::to_string(at % 3),
                                      std::to_string(10 - at) + " Mar 2026"}});
            }
            return page;
        };
        return made;
    }
};

}  // namespace

TEST_CASE("list: one page is in memory, and the pages go on and back") {
    Stage stage{8};
    ThingList list{stage.use()};
    CHECK(list.row_count() == 3);
    CHECK(list.state().words.starts_with("3 things"));
    CHECK(list.state().may_next);
    CHECK(!list.state().may_previous);
    list.next();
    CHECK(list.key_of(0) == "k4");
    CHECK(list.state().words.find("page 2") != std::string::npos);
    list.next();
    CHECK(list.row_count() == 2);
    CHECK(!list.state().may_next);
    list.next();
    CHECK(list.key_of(0) == "k7");
    list.previous();
    list.previous();
    list.previous();
    CHECK(list.key_of(0) == "k1");
    CHECK(list.tone(0) == Tone::stop);
    CHECK(list.cell(9, 0).empty());
    CHECK(list.cell(0, 9).empty());
    CHECK(list.key_of(9).empty());
}

TEST_CASE("list: a search or filter begins at its own first page; the same one reads nothing") {
    Stage stage{8};
    ThingList list{stage.use()};
    list.next();
    list.search(" x ");
    CHECK(stage.asked.back() == "x||");
    CHECK(list.state().empty_words.starts_with("Nothing here matches."));
    const int reads = stage.reads;
    list.search("x");
    list.set_filter("kind", "");
    CHECK(stage.reads == reads);
    list.set_filter("kind", "odd");
    CHECK(stage.asked.back() == "x|odd|");
}

TEST_CASE(
    "list: only a list that is all there is sorted: numbers as numbers, days by the calendar") {
    Stage few{3};
    ThingList list{few.use()};
    CHECK(list.state().may_sort);
    list.sort_by(0);
    CHECK(list.key_of(0) == "k1");
    list.sort_by(0);
    CHECK(list.key_of(0) == "k3");
    list.sort_by(2);
    CHECK(list.key_of(0) == "k3");
    list.refresh();
    CHECK(list.key_of(0) == "k3");
    Stage many{8};
    ThingList long_list{many.use()};
    CHECK(!long_list.state().may_sort);
    long_list.sort_by(1);
    CHECK(long_list.key_of(0) == "k1");
}

TEST_CASE("list: nothing there says what to do, and what is hidden says why") {
    Stage stage{0};
    ThingList list{stage.use()};
    CHECK(list.state().empty_words == "There is nothing.");
    stage.blind = true;
    list.refresh();
    CHECK(list.state().notice.words.starts_with("In a blind count"));
    CHECK(list.row_count() == 0);
    CHECK(!list.state().may_next);
}
