// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.hpp"
#include "muster/app/import_register.hpp"

/// What a person says of a file's headings on a command line.
namespace muster::cli {

/// `--map FILE`, `--save-map FILE`, `--column HEADING:FIELD`, `--every FIELD=VALUE` and `--status
/// WORD=OURS`.
std::vector<Option> mapping_options();
/// What `--column`, `--every` and `--status` say, the last said first. Throws app::UsageError where
/// one is shaped otherwise or names a field that no kind of sheet has.
app::ImportMapping mapping_said(const Words& words);
/// Writes the mapping as it was used where `--save-map` asks for it, and says so.
void save_map(const Words& words, const app::ImportMapping& used, Outcome& outcome);

}  // namespace muster::cli
