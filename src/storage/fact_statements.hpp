// SPDX-License-Identifier: MIT
#pragma once

#include "muster/core/facts.hpp"
#include "muster/storage/database.hpp"

namespace muster::storage {

/// The five statements of a table of facts.
struct FactStatements {
    Statement get;
    Statement range;
    Statement put;
    Statement remove;
    Statement clear;
};

const FactStatements& statements_of(core::Table table);

}  // namespace muster::storage
