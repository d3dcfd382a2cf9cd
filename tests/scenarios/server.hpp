// SPDX-License-Identifier: MIT
#pragma once

#include <string>

/// The PostgreSQL server that scenarios may play on.
namespace muster::scenarios {

/// The address of the scenarios' own database on the server that MUSTER_TEST_POSTGRES names; empty
/// where there is none, or where this was built without PostgreSQL.
std::string server_database();
/// Makes that database anew: empty, or as it was kept.
void make_server_database(bool as_kept);
/// Keeps it as it is now, to be made again from.
void keep_server_database();

}  // namespace muster::scenarios
