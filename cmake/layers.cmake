# How a layer, a program and a test are declared: the same warnings, headers and sanitizers for all.
add_library(muster_options INTERFACE)
target_compile_options(muster_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  -Woverloaded-virtual -Werror -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # Without it ccache cannot cache a file that uses a precompiled header.
  target_compile_options(muster_options INTERFACE -fpch-preprocess)
  # GCC 12 sees overlaps in std::string's operator+ that are not there (its bug 105651).
  target_compile_options(muster_options INTERFACE -Wno-restrict)
endif()
if(MUSTER_SANITIZE)
  target_compile_options(muster_options INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer)
  target_link_options(muster_options INTERFACE -fsanitize=address,undefined)
endif()
if(MUSTER_FUZZ)
  target_compile_options(muster_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
# Asserts stay on in every build: a wrong state is worse than a stopped program.
string(REPLACE "-DNDEBUG" "" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")
string(REPLACE "-DNDEBUG" "" CMAKE_CXX_FLAGS_RELWITHDEBINFO "${CMAKE_CXX_FLAGS_RELWITHDEBINFO}")

# muster_layer(core LAYERS … LIBRARIES …): the library muster_core of every .cpp below the calling folder.
function(muster_layer name)
  cmake_parse_arguments(arg "" "" "LAYERS;LIBRARIES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_library(muster_${name} STATIC ${sources})
  target_include_directories(muster_${name} PUBLIC ${CMAKE_SOURCE_DIR}/include
    PRIVATE ${CMAKE_SOURCE_DIR}/src)
  list(TRANSFORM arg_LAYERS PREPEND muster_)
  target_link_libraries(muster_${name} PUBLIC ${arg_LAYERS} PRIVATE muster_options ${arg_LIBRARIES})
endfunction()

# muster_program(musterctl SOURCES … LAYERS … LIBRARIES …)
function(muster_program name)
  cmake_parse_arguments(arg "" "" "LAYERS;LIBRARIES;PCH" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_executable(${name} ${sources})
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/include ${CMAKE_SOURCE_DIR}/src)
  list(TRANSFORM arg_LAYERS PREPEND muster_)
  target_link_libraries(${name} PRIVATE muster_options ${arg_LAYERS} ${arg_LIBRARIES})
  if(arg_PCH)
    target_precompile_headers(${name} PRIVATE ${arg_PCH})
  endif()
endfunction()

# muster_test(core FOLDER unit/core LAYERS … LIBRARIES …): core_tests, every *_test.cpp below the folder, one ctest.
function(muster_test name)
  cmake_parse_arguments(arg "" "FOLDER;LABEL" "LAYERS;LIBRARIES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${arg_FOLDER}/*.cpp)
  # Compiled once for all, and without the precompiled header: that would include doctest too early.
  if(NOT TARGET muster_test_main)
    add_library(muster_test_main OBJECT ${CMAKE_SOURCE_DIR}/tests/support/main.cpp)
    target_link_libraries(muster_test_main PRIVATE muster_options)
  endif()
  add_executable(${name}_tests ${sources} $<TARGET_OBJECTS:muster_test_main>)
  target_include_directories(${name}_tests PRIVATE ${CMAKE_SOURCE_DIR}/include ${CMAKE_SOURCE_DIR}/src
    ${CMAKE_SOURCE_DIR}/tests)
  # What is tested is optimised; the tests themselves only have to compile quickly.
  target_compile_options(${name}_tests PRIVATE -O0 -g1)
  target_compile_definitions(${name}_tests PRIVATE MUSTER_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
    MUSTER_BINARY_DIR="${CMAKE_BINARY_DIR}")
  list(TRANSFORM arg_LAYERS PREPEND muster_)
  target_link_libraries(${name}_tests PRIVATE muster_options ${arg_LAYERS} ${arg_LIBRARIES})
  target_precompile_headers(${name}_tests PRIVATE <doctest/doctest.h> <string> <vector> <map>)
  if(arg_LABEL STREQUAL e2e)
    # A display, window manager and session bus of the test's own; windows dislike a busy machine.
    add_test(NAME ${name} COMMAND ${CMAKE_SOURCE_DIR}/tests/support/guitest.sh $<TARGET_FILE:${name}_tests>)
    set_tests_properties(${name} PROPERTIES RUN_SERIAL ON)
  else()
    add_test(NAME ${name} COMMAND ${name}_tests)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${MUSTER_TEST_TIMEOUT_S} LABELS "${arg_LABEL}")
endfunction()
