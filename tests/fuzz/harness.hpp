// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "muster/files/file_error.hpp"

/// Readers of foreign bytes, each held to what its header promises whatever the bytes are. A fuzzer
/// and a plain test run the same functions.
namespace muster::fuzz {

/// One reader under test. `run` throws, crashes or hangs only where the reader broke a promise.
struct Harness {
    std::string_view name;  ///< also the folder of its corpus
    void (*run)(std::string_view bytes);
};

/// Every harness, by name.
const std::vector<Harness>& harnesses();
/// The harness of that name. Throws std::logic_error where there is none.
const Harness& harness_named(std::string_view name);

/// Throws std::logic_error with the promise that was not kept.
void must(bool kept, const char* promise);
/// A fault that a person can read and a program can tell apart.
void must_be_told(const files::FileFault& fault);

/// A text of several files, each behind a line `=== NAME`: what a mutation reaches easily, while
/// behind the checksums of a ZIP it would not. The newline before a `===` belongs to no file.
using Parts = std::vector<std::pair<std::string, std::string>>;
Parts parts_of(std::string_view text);
/// A ZIP of these, uncompressed; a name that no ZIP can have, or has already, is left out.
std::string zip_of_parts(const Parts& parts);
/// The same with what a workbook needs to be found, where the parts lack it: one sheet, styles and
/// shared strings under their usual names.
std::string workbook_of_parts(Parts parts);

void run_csv(std::string_view bytes);
void run_decimal(std::string_view bytes);
void run_zip(std::string_view bytes);
void run_xml(std::string_view bytes);
void run_xlsx(std::string_view bytes);
void run_xlsx_parts(std::string_view bytes);
void run_canonical(std::string_view bytes);
void run_ledger_texts(std::string_view bytes);
void run_signature(std::string_view bytes);
void run_pack_texts(std::string_view bytes);
void run_pack(std::string_view bytes);
void run_pack_parts(std::string_view bytes);
void run_register_csv(std::string_view bytes);
void run_register_xlsx(std::string_view bytes);
void run_register_parts(std::string_view bytes);
void run_rules(std::string_view bytes);
void run_typed(std::string_view bytes);

}  // namespace muster::fuzz
