# Writes data/reference/*.csv into one header, a constant per file.
# Usage: cmake -DDATA=dir -DOUT=file -DLAYER=app [-DONLY=prefix] -P this
file(GLOB tables "${DATA}/${ONLY}*.csv")
set(header "// Made from data/reference at build time.\n#pragma once\n#include <string_view>\nnamespace muster::${LAYER}::reference {\n")
foreach(path IN LISTS tables)
  get_filename_component(name "${path}" NAME_WE)
  file(READ "${path}" text)
  string(APPEND header "inline constexpr std::string_view ${name} = R\"csv(${text})csv\";\n")
endforeach()
file(WRITE "${OUT}" "${header}}  // namespace muster::${LAYER}::reference\n")
