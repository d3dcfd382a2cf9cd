// SPDX-License-Identifier: MIT
#include "muster/storage/schema_check.hpp"

#include "schema_findings.hpp"

namespace muster::storage {

std::vector<SchemaFinding> check_schema(Database& database) {
    return database.engine() == "sqlite" ? sqlite_schema_findings(database)
                                         : postgres_schema_findings(database);
}

}  // namespace muster::storage
