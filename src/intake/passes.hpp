// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "folding.hpp"
#include "judge.hpp"
#include "muster/intake/register_file.hpp"

namespace muster::intake {

/// A fault of a sheet as a whole.
Fault sheet_fault(const std::string& sheet, std::string_view code, const std::string& found,
                  const std::string& other = {});

/// What an open register keeps between its passes: the file, and of pass 1 how its sheets were
/// understood, two bits a row and the spellings.
struct RegisterFile::Passes {
    std::optional<Source> source;
    std::optional<files::FileFault> unreadable;
    std::string sha256;
    std::unique_ptr<Desk> desk;
    std::vector<Table> tables;       ///< in the order of the file
    std::vector<Table> found_below;  ///< of the table that is being read

    /// Which sheet has that name, where one has.
    std::optional<std::size_t> place_of(const std::string& sheet) const;
    Register inspect(const KnownThings& known, const ReadOptions& options,
                     const Progress& progress);
    /// Pass 2: puts the desk at each good row of that kind.
    void each(SheetKind kind, const Progress& progress,
              const std::function<Walk(Desk& desk, bool held)>& visit);

private:
    std::optional<files::FileFault> find_tables(Register& result);
    void understand(std::size_t sheet, const SheetHead& head, Register& result);
    std::vector<Table> tables_of(const SheetHead& head, const std::string& given) const;
    void keep(Table table, std::size_t sheet, Register& result);
    bool meet_table(const files::Row& row, Table& above, std::optional<Table>& last);
    void keep_tables_below(Register& result);
    void order_tables(Register& result);
    void judge_headings(Table& table);
    std::optional<files::FileFault> judge_rows(Table& table, Judge& judge, Register& result,
                                               const files::BytesRead& progress);
};

}  // namespace muster::intake
