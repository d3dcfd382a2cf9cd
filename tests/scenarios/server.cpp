// SPDX-License-Identifier: MIT
#include "scenarios/server.hpp"

#include <cstdlib>

#ifdef MUSTER_POSTGRES
#include <pqxx/pqxx>
#endif

namespace muster::scenarios {
namespace {

std::string given() {
    const char* address = std::getenv("MUSTER_TEST_POSTGRES");
#ifdef MUSTER_POSTGRES
    return address != nullptr ? address : "";
#else
    static_cast<void>(address);
    return {};
#endif
}

void run([[maybe_unused]] const std::string& drop, [[maybe_unused]] const std::string& create) {
#ifdef MUSTER_POSTGRES
    pqxx::connection link{given()};
    const pqxx::quiet_errorhandler quiet{link};
    pqxx::nontransaction work{link};
    work.exec(drop);
    work.exec(create);
#endif
}

}  // namespace

std::string server_database() {
    std::string address = given();
    const auto name = address.rfind("/muster?");
    if (name == std::string::npos) return {};
    return address.replace(name, 8, "/scenarios?");
}

void make_server_database(bool as_kept) {
    run("DROP DATABASE IF EXISTS scenarios",
        as_kept ? "CREATE DATABASE scenarios TEMPLATE scenarios_kept"
                : "CREATE DATABASE scenarios");
}

void keep_server_database() {
    run("DROP DATABASE IF EXISTS scenarios_kept",
        "CREATE DATABASE scenarios_kept TEMPLATE scenarios");
}

}  // namespace muster::scenarios
