// SPDX-License-Identifier: MIT
#include "muster/report/paper.hpp"

#include <cairo-ft.h>
#include <cairo-pdf.h>

#include <array>
#include <stdexcept>

#include "fonts.hpp"
#include "muster/files/file_error.hpp"

namespace muster::report {
namespace {

constexpr double points_of_mm = 72.0 / 25.4;

void must(cairo_status_t status) {
    if (status != CAIRO_STATUS_SUCCESS)
        throw files::FileError{std::string{"The document cannot be drawn: "} +
                               cairo_status_to_string(status) + "."};
}

cairo_status_t keep(void* closure, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

/// FreeType and the faces of our font, for as long as a document is drawn.
class Fonts {
public:
    Fonts() {
        if (FT_Init_FreeType(&library_) != 0) throw files::FileError{"No fonts can be used."};
        for (const Face face : {Face::regular, Face::bold, Face::mono}) {
            const std::string_view file = font_file(face);
            FT_Face& opened = faces_.at(static_cast<std::size_t>(face));
            if (FT_New_Memory_Face(library_, reinterpret_cast<const FT_Byte*>(file.data()),
                                   static_cast<FT_Long>(file.size()), 0, &opened) != 0)
                throw std::logic_error{"the font that was compiled in cannot be read"};
            drawn_.at(static_cast<std::size_t>(face)) =
                cairo_ft_font_face_create_for_ft_face(opened, FT_LOAD_NO_HINTING);
        }
    }
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;
    ~Fonts() {
        for (cairo_font_face_t* face : drawn_) cairo_font_face_destroy(face);
        for (FT_Face face : faces_) FT_Done_Face(face);
        FT_Done_FreeType(library_);
    }
    cairo_font_face_t* face(Face wanted) const {
        return drawn_.at(static_cast<std::size_t>(wanted));
    }

private:
    FT_Library library_ = nullptr;
    std::array<FT_Face, 3> faces_{};
    std::array<cairo_font_face_t*, 3> drawn_{};
};

}  // namespace

struct Paper::Drawing {
    Fonts fonts;  // outlives what draws with it
    std::string file;
    cairo_surface_t* surface = nullptr;
    cairo_t* cairo = nullptr;

    void close() {
        if (cairo != nullptr) cairo_destroy(cairo);
        if (surface != nullptr) cairo_surface_finish(surface);
        cairo = nullptr;
    }
    Drawing() = default;
    Drawing(const Drawing&) = delete;
    Drawing& operator=(const Drawing&) = delete;
    ~Drawing() {
        close();
        if (surface != nullptr) cairo_surface_destroy(surface);
    }
    void use(Face face, double points) {
        cairo_set_font_face(cairo, fonts.face(face));
        cairo_set_font_size(cairo, points);
    }
};

Paper::Paper(PaperSize size, const std::string& title, const std::string& created)
    : size_{size}, drawing_{std::make_unique<Drawing>()} {
    drawing_->surface = cairo_pdf_surface_create_for_stream(
        keep, &drawing_->file, size.width * points_of_mm, size.height * points_of_mm);
    must(cairo_surface_status(drawing_->surface));
    cairo_pdf_surface_set_metadata(drawing_->surface, CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(drawing_->surface, CAIRO_PDF_METADATA_CREATOR, "Muster");
    cairo_pdf_surface_set_metadata(drawing_->surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                   created.c_str());
    drawing_->cairo = cairo_create(drawing_->surface);
    must(cairo_status(drawing_->cairo));
}

Paper::~Paper() = default;

void Paper::next_page() {
    cairo_show_page(drawing_->cairo);
}

void Paper::text(double x, double y, const std::string& words, double points, Face face,
                 Side side) {
    if (words.empty()) return;
    const double width = side == Side::left ? 0 : width_of(words, points, face);
    const double left = side == Side::left ? x : side == Side::middle ? x - width / 2 : x - width;
    drawing_->use(face, points);
    cairo_move_to(drawing_->cairo, left * points_of_mm, y * points_of_mm);
    cairo_show_text(drawing_->cairo, words.c_str());
}

double Paper::width_of(const std::string& words, double points, Face face) const {
    drawing_->use(face, points);
    cairo_text_extents_t extents{};
    cairo_text_extents(drawing_->cairo, words.c_str(), &extents);
    return extents.x_advance / points_of_mm;
}

std::string Paper::fitted(const std::string& words, double width, double points, Face face) const {
    if (width_of(words, points, face) <= width) return words;
    const std::string ellipsis = "\u2026";
    std::string cut = words;
    while (!cut.empty()) {
        // A whole letter: the bytes behind its first begin with 10.
        while ((static_cast<unsigned char>(cut.back()) & 0xC0U) == 0x80U) cut.pop_back();
        cut.pop_back();
        if (width_of(cut + ellipsis, points, face) <= width) break;
    }
    return cut + ellipsis;
}

void Paper::bar(double x, double y, double width, double height) {
    cairo_rectangle(drawing_->cairo, x * points_of_mm, y * points_of_mm, width * points_of_mm,
                    height * points_of_mm);
    cairo_fill(drawing_->cairo);
}

void Paper::line(double from_x, double from_y, double to_x, double to_y, double thickness) {
    cairo_set_line_width(drawing_->cairo, thickness * points_of_mm);
    cairo_move_to(drawing_->cairo, from_x * points_of_mm, from_y * points_of_mm);
    cairo_line_to(drawing_->cairo, to_x * points_of_mm, to_y * points_of_mm);
    cairo_stroke(drawing_->cairo);
}

void Paper::frame(double x, double y, double width, double height, double thickness) {
    cairo_set_line_width(drawing_->cairo, thickness * points_of_mm);
    cairo_rectangle(drawing_->cairo, x * points_of_mm, y * points_of_mm, width * points_of_mm,
                    height * points_of_mm);
    cairo_stroke(drawing_->cairo);
}

std::string Paper::finish() {
    must(cairo_status(drawing_->cairo));
    drawing_->close();
    must(cairo_surface_status(drawing_->surface));
    return std::move(drawing_->file);
}

}  // namespace muster::report
