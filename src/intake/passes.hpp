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

/// What an open register keeps between its passes: the file, and of pass 1 how its sheets were
/// understood, two bits a row and the spellings.
struct RegisterFile::Passes {
    std::optional<Source> source;
    std::optional<files::FileFault> unreadable;
    std::string sha256;
    std::unique_ptr<Desk> desk;
    std::vector<Table> tables;  ///< in the order of the file

    Register inspect(const KnownThings& known, const ReadOptions& options,
                     const Progress& progress);
    /// Pass 2: puts the desk at each good row of that kind.
    void each(SheetKind kind, const Progress& progress,
              const std::function<Walk(Desk& desk, bool held)>& visit);

private:
    std::optional<files::FileFault> find_tables(Register& result);
    void understand(std::size_t sheet, const SheetHead& head, Register& result);
    void judge_headings(Table& table);
    std::optional<files::FileFault> judge_rows(Table& table, Judge& judge, Register& result,
                                               const files::BytesRead& progress);
};

}  // namespace muster::intake
