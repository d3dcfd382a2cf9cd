// SPDX-License-Identifier: MIT
#include "fonts.hpp"

#include <stdexcept>

// The assembler reads a file of a megabyte at once; a compiler needs minutes for it as numbers.
#ifdef _WIN32
#define MUSTER_FONT_SECTION ".section .rdata,\"dr\"\n"
#else
#define MUSTER_FONT_SECTION ".section .rodata\n"
#endif
#define MUSTER_FONT(name, path)                                                                 \
    __asm__(MUSTER_FONT_SECTION ".balign 16\n.global muster_font_" #name "\nmuster_font_" #name \
                                ":\n.incbin \"" path "\"\n.global muster_font_" #name           \
                                "_end\nmuster_font_" #name "_end:\n.byte 0\n.text\n");          \
    extern "C" const char muster_font_##name[];                                                 \
    extern "C" const char muster_font_##name##_end[];

MUSTER_FONT(regular, MUSTER_FONT_REGULAR)
MUSTER_FONT(bold, MUSTER_FONT_BOLD)
MUSTER_FONT(mono, MUSTER_FONT_MONO)

namespace muster::report {
namespace {

std::string_view between(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

std::string_view font_file(Face face) {
    switch (face) {
        case Face::regular:
            return between(muster_font_regular, muster_font_regular_end);
        case Face::bold:
            return between(muster_font_bold, muster_font_bold_end);
        case Face::mono:
            return between(muster_font_mono, muster_font_mono_end);
    }
    throw std::logic_error{"a face that is none"};
}

}  // namespace muster::report
