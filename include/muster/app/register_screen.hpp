// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <list>
#include <map>

#include "muster/app/list_paper.hpp"
#include "muster/app/listing.hpp"
#include "muster/app/sign_in_screen.hpp"
#include "muster/app/table.hpp"

namespace muster::app {

/// Where the register's rows come from.
struct RegisterUseCases {
    std::function<std::vector<RegisterLine>(const std::string& filter, const std::string& after,
                                            std::int64_t limit)>
        page;
    std::function<std::int64_t(const std::string& filter)> count;
};
/// The real ones, over the session's reading connection.
RegisterUseCases register_use_cases(std::shared_ptr<Session> session);

struct RegisterState {
    std::string filter;
    std::int64_t rows = 0;
    std::string words;        ///< `1,024 weapons and other items`
    std::string empty_words;  ///< what to do, where there is no row to show
};

/// The weapon register: every item, found by part of a tag, serial or model.
///
/// Pages are read when a row of them is drawn, and the last few are kept.
class RegisterScreen final : public Table {
public:
    static constexpr std::int64_t page_rows = 200;
    static constexpr std::size_t pages_kept = 20;

    explicit RegisterScreen(RegisterUseCases use);

    std::function<void()> changed = [] {};

    const RegisterState& state() const { return state_; }
    void search(const std::string& text);
    /// Reads again, because the ledger has grown.
    void refresh();

    const std::vector<TableColumn>& columns() const override;
    std::int64_t row_count() const override { return state_.rows; }
    std::string cell(std::int64_t row, std::size_t column) override;
    /// All of it as it is narrowed now.
    SavedList saved() const;
    /// The id of a row's item; empty beyond the last.
    std::string item_of(std::int64_t row);

private:
    struct Page {
        std::int64_t number;
        std::vector<RegisterLine> lines;
    };
    const std::vector<RegisterLine>& page(std::int64_t number);
    const RegisterLine* line(std::int64_t row);
    void reload();

    RegisterUseCases use_;
    RegisterState state_;
    std::list<Page> pages_;                      ///< the last used first
    std::map<std::int64_t, std::string> after_;  ///< page number to the key it begins after
};

}  // namespace muster::app
