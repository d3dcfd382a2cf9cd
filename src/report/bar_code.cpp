// SPDX-License-Identifier: MIT
#include "bar_code.hpp"

#include <zint.h>

#include <memory>
#include <new>

namespace muster::report {
namespace {

struct Delete {
    void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};

int symbology_of(Symbol symbol) {
    return symbol == Symbol::data_matrix ? BARCODE_DATAMATRIX
           : symbol == Symbol::qr        ? BARCODE_QRCODE
                                         : BARCODE_CODE128;
}

}  // namespace

std::optional<BarCode> bar_code(const std::string& code, Symbol symbol) {
    if (code.empty()) return std::nullopt;
    const std::unique_ptr<zint_symbol, Delete> zint{ZBarcode_Create()};
    if (!zint) throw std::bad_alloc{};
    zint->symbology = symbology_of(symbol);
    zint->show_hrt = 0;
    if (symbol == Symbol::data_matrix) zint->option_3 = DM_SQUARE;
    const auto* text = reinterpret_cast<const unsigned char*>(code.c_str());
    if (ZBarcode_Encode(zint.get(), text, static_cast<int>(code.size())) >= ZINT_ERROR)
        return std::nullopt;
    // Read module by module: zint's own drawing adds a quiet zone and scales.
    constexpr int bits = 8;
    BarCode drawn;
    drawn.width = zint->width;
    drawn.height = zint->rows;
    for (int row = 0; row < zint->rows; ++row)
        for (int at = 0; at < zint->width;) {
            const auto dark = [&](int module) {
                return ((zint->encoded_data[row][module / bits] >> (module % bits)) & 1) != 0;
            };
            const int begin = at;
            while (at < zint->width && dark(at)) ++at;
            if (at > begin)
                drawn.bars.push_back({double(begin), double(row), double(at - begin), 1});
            while (at < zint->width && !dark(at)) ++at;
        }
    return drawn;
}

double quiet_modules(Symbol symbol) {
    return symbol == Symbol::data_matrix ? 1 : symbol == Symbol::qr ? 4 : 10;
}

}  // namespace muster::report
