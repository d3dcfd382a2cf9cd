cmake_minimum_required(VERSION 3.25)
# Writes one C++ header holding every named statement of data/queries and every migration.
# Usage: cmake -DDATA=<dir> -DOUT=<file> -P embed_sql.cmake
# A file named x.sqlite.sql or x.postgres.sql is for that engine alone; any other is for both.
file(GLOB queries "${DATA}/queries/*.sql")
file(GLOB migrations "${DATA}/migrations/*.sql")
set(marker "\n-- name: ")
set(names_shared "")
set(names_sqlite "")
set(names_postgres "")
set(body "")

function(engine_of path result)
  set(${result} shared PARENT_SCOPE)
  if(path MATCHES "\\.(sqlite|postgres)\\.sql$")
    set(${result} ${CMAKE_MATCH_1} PARENT_SCOPE)
  endif()
endfunction()

foreach(path IN LISTS queries)
  engine_of("${path}" engine)
  file(READ "${path}" text)
  # Found one by one: a CMake list would break at every semicolon and bracket of the SQL.
  string(FIND "${text}" "${marker}" at)
  while(NOT at EQUAL -1)
    string(LENGTH "${marker}" skip)
    math(EXPR at "${at} + ${skip}")
    string(SUBSTRING "${text}" ${at} -1 text)
    string(FIND "${text}" "${marker}" at)
    string(SUBSTRING "${text}" 0 ${at} block)
    string(FIND "${block}" "\n" end)
    string(SUBSTRING "${block}" 0 ${end} name)
    string(SUBSTRING "${block}" ${end} -1 sql)
    string(STRIP "${name}" name)
    string(STRIP "${sql}" sql)
    if(NOT name MATCHES "^[a-z][a-z0-9_]*$" OR name IN_LIST names_all)
      message(FATAL_ERROR "${path}: '${name}' is not a name, or names two statements")
    endif()
    list(APPEND names_all ${name})
    list(APPEND names_${engine} ${name})
    string(APPEND body "inline constexpr Statement ${name}{\"${name}\", R\"sql(${sql})sql\"};\n")
  endwhile()
endforeach()

foreach(engine shared sqlite postgres)
  list(LENGTH names_${engine} count)
  list(JOIN names_${engine} ", " names)
  string(APPEND body "\ninline constexpr std::array<Statement, ${count}> all_${engine}{${names}};\n")
endforeach()

string(APPEND body "\nstruct Migration {\n    int number;\n    std::string_view engine;\n"
  "    std::string_view sql;\n};\n\ninline constexpr Migration migrations[] = {\n")
foreach(path IN LISTS migrations)
  engine_of("${path}" engine)
  get_filename_component(name "${path}" NAME)
  string(REGEX MATCH "^[0-9]+" number "${name}")
  string(REGEX REPLACE "^0+" "" number "${number}")
  file(READ "${path}" text)
  string(APPEND body "    {${number}, \"${engine}\", R\"sql(${text})sql\"},\n")
endforeach()

file(WRITE "${OUT}.new" "// SPDX-License-Identifier: MIT
// Made from data/queries and data/migrations by cmake/embed_sql.cmake.
#pragma once

#include <array>
#include <string_view>

#include \"muster/storage/database.hpp\"

namespace muster::storage::sql {

${body}};

}  // namespace muster::storage::sql
")
file(COPY_FILE "${OUT}.new" "${OUT}")
