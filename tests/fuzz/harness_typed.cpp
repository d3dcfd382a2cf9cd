// SPDX-License-Identifier: MIT
#include "fuzz/harness.hpp"
#include "muster/app/scan_text.hpp"
#include "muster/core/codes.hpp"

/// What comes from a keyboard or a scanner.
namespace muster::fuzz {

void run_typed(std::string_view bytes) {
    if (const auto code = app::scan_text(bytes)) {
        must(!code->empty() && code->size() <= 64, "a code has 1 to 64 characters");
        must(code->find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ ./-") ==
                 std::string::npos,
             "a code is what can stand on a label");
        must(app::scan_text(*code) == code, "a code is that code when scanned again");
    }
    if (const auto quantity = app::typed_quantity(bytes))
        must(*quantity >= 0 && *quantity <= 999'999'999, "a quantity has nine digits");
}

}  // namespace muster::fuzz
